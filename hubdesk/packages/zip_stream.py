"""A zip whose members are stored as they are, written from the first byte to the last without going back
(PKWARE APPNOTE 6.3.10).

Invariant: size and CRC-32 of each member stand before it, so a member that turns out otherwise is an error, and the
same members give the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from hubdesk.errors import StorageFailure
from hubdesk.packages.disk import PIECE, read_file

LARGEST_32, LARGEST_16 = 0xFFFFFFFF, 0xFFFF
"""From these on a field says "look in the ZIP64 field" (4.3.9, 4.4.1.4)."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_PLAIN, _ZIP64 = 20, 45
_UNIX = 3 << 8
_UTF8 = 0x0800
_ORDINARY_FILE = 0o100644 << 16


class Member(NamedTuple):
    """A member: its name in the zip, where its bytes are, and their size and CRC-32."""

    name: str
    content: bytes | Path
    size: int
    crc: int


def crc_of(pieces: Iterable[bytes]) -> int:
    """Return the CRC-32 of a stream."""
    crc = 0
    for piece in pieces:
        crc = zlib.crc32(piece, crc)
    return crc


def write_zip(members: Iterable[Member], day: tuple[int, int, int]) -> Iterator[bytes]:
    """Yield a zip; each member is dated `day` (year, month, day).

    Raises StorageFailure when a file changed since its CRC-32 was computed.
    """
    date = (max(0, day[0] - 1980) << 9) | (day[1] << 5) | day[2]
    directory: list[bytes] = []
    at = 0
    for member in members:
        name = member.name.encode("utf-8")
        local = _local(name, member, date)
        yield local
        yield from _content(member)
        directory.append(_central(name, member, date, at))
        at += len(local) + member.size
    central = b"".join(directory)
    yield central
    yield _end(len(directory), len(central), at)


def _content(member: Member) -> Iterator[bytes]:
    if isinstance(member.content, bytes):
        for start in range(0, len(member.content), PIECE):
            yield member.content[start : start + PIECE]
        return
    crc, size = 0, 0
    for piece in read_file(member.content):
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        yield piece
    if (crc, size) != (member.crc, member.size):
        raise StorageFailure("disk-refuses", path=str(member.content))


def _fields(*sizes: int) -> tuple[list[int], bytes]:
    """Return what stands in fields of 32 bits, and the ZIP64 field with what does not fit there (4.5.3)."""
    large = [size for size in sizes if _is_large(size)]
    extra = struct.pack(f"<2H{len(large)}Q", 1, 8 * len(large), *large) if large else b""
    return [LARGEST_32 if _is_large(size) else size for size in sizes], extra


def _is_large(size: int) -> bool:
    return size >= LARGEST_32


def _are_many(count: int) -> bool:
    return count >= LARGEST_16


def _local(name: bytes, member: Member, date: int) -> bytes:
    (size, stored), extra = _fields(member.size, member.size)
    version = _ZIP64 if extra else _PLAIN
    flags = 0 if name.isascii() else _UTF8
    head = _LOCAL.pack(b"PK\3\4", version, flags, 0, 0, date, member.crc, stored, size, len(name), len(extra))
    return head + name + extra


def _central(name: bytes, member: Member, date: int, at: int) -> bytes:
    (size, stored, offset), extra = _fields(member.size, member.size, at)
    version = _ZIP64 if extra else _PLAIN
    flags = 0 if name.isascii() else _UTF8
    head = _CENTRAL.pack(
        b"PK\1\2",
        _UNIX | version,
        version,
        flags,
        0,
        0,
        date,
        member.crc,
        stored,
        size,
        len(name),
        len(extra),
        0,
        0,
        0,
        _ORDINARY_FILE,
        offset,
    )
    return head + name + extra


def _end(count: int, size: int, at: int) -> bytes:
    """Return the end records of a directory of `count` entries and `size` bytes that begins `at`."""
    end = b""
    is_large = _are_many(count) or _is_large(size) or _is_large(at)
    if is_large:
        length = _END_64.size - 12
        end += _END_64.pack(b"PK\6\6", length, _UNIX | _ZIP64, _ZIP64, 0, 0, count, count, size, at)
        end += _LOCATOR_64.pack(b"PK\6\7", 0, at + size, 1)
    short = LARGEST_16 if is_large else count
    where = (LARGEST_32, LARGEST_32) if is_large else (size, at)
    return end + _END.pack(b"PK\5\6", 0, 0, short, short, *where, 0)
