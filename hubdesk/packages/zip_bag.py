"""The members of a bag that lies in one .zip file, read strictly (PKWARE APPNOTE 6.3).

Invariant: members are stored, not packed, and follow each other without a gap from the file's first byte to the central
directory, which the end record follows, which ends the file: so what one program finds in it, every other one finds,
and no size can lie. Nothing is extracted; a member is read where it lies.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.packages.disk import PIECE, disk_errors, reading_errors
from hubdesk.packages.manifest import MOST_NAMES, PAYLOAD, Names, checked_name, damaged

MAGIC = b"PK\x03\x04"
_CENTRAL, _END = b"PK\x01\x02", b"PK\x05\x06"
_END64, _LOCATOR64 = b"PK\x06\x06", b"PK\x06\x07"
_LOCAL_FORM = struct.Struct("<4s5H3I2H")
_CENTRAL_FORM = struct.Struct("<4s6H3I5H2I")
_END_FORM = struct.Struct("<4s4H2IH")
_LOCATOR64_FORM = struct.Struct("<4sIQI")
_END64_FORM = struct.Struct("<4sQ2H2I4Q")
_LARGEST_DIRECTORY = 48 * 1024 * 1024
_UTF8 = 0x0800
_REPARSE_POINT = 0x400
_FOLDER, _FILE = 0o040000, 0o100000
_EXTRAS = {0x0001, 0x5455, 0x7875, 0x000A}
"""ZIP64 sizes; times and owners, which mean nothing here. Others could give a member another name or hide its bytes."""
_FULL, _SHORT = 0xFFFFFFFF, 0xFFFF


class _Entry(Struct, frozen=True):
    """A member as the central directory states it; `crc` and `name` stand again before its bytes."""

    name: bytes
    crc: int
    size: int
    offset: int


class ZipMembers:
    """The members of a .zip; `file` is open for reading, `where` names it to people.

    Raises BadInput("edition-damaged"), StorageFailure.
    """

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._file = file
        self._where = where
        self._places: dict[str, tuple[int, int]] = {}
        with disk_errors(Path(where)):
            size = file.seek(0, 2)
        count, length, start = self._end(size)
        entries = self._directory(count, length, start)
        self._place(entries, start)
        self._base = self._base_folder()

    def top(self) -> set[str]:
        """Return the names in the bag's base folder."""
        return {name[len(self._base) :].partition("/")[0] for name in self._places}

    def payload(self) -> dict[str, int]:
        """Return name -> size of every file below data/."""
        start = self._base + PAYLOAD
        return {
            name[len(self._base) :]: size
            for name, (_, size) in self._places.items()
            if name.startswith(start)
        }

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes."""
        if self._base + name not in self._places:
            raise damaged(name, "missing")
        offset, left = self._places[self._base + name]
        while left:
            piece = self._read(offset, min(PIECE, left))
            offset, left = offset + len(piece), left - len(piece)
            yield piece

    def _base_folder(self) -> str:
        """Return the one folder that holds the bag (RFC 8493, 4), "" where the bag lies at the top."""
        first = {name.partition("/")[0] for name in self._places}
        base = f"{first.pop()}/" if len(first) == 1 else ""
        return base if f"{base}bagit.txt" in self._places else ""

    # The end, the directory, the members

    def _end(self, size: int) -> tuple[int, int, int]:
        """Return (number of entries, bytes of the directory, its offset), all of it just before the file's end."""
        at = size - _END_FORM.size
        record = _END_FORM.unpack(self._read(max(at, 0), _END_FORM.size))
        magic, disk, first_disk, here, count, length, start, comment = record
        if magic != _END or comment:
            raise self._wrong("its end is not the end of a .zip")
        if _SHORT in (disk, first_disk, here, count) or _FULL in (length, start):
            locator = _LOCATOR64_FORM.unpack(self._read(at - _LOCATOR64_FORM.size, _LOCATOR64_FORM.size))
            at -= _LOCATOR64_FORM.size + _END64_FORM.size
            if locator[0] != _LOCATOR64 or locator[2] != at or locator[3] > 1:
                raise self._wrong("its end is not the end of a .zip")
            record = _END64_FORM.unpack(self._read(at, _END64_FORM.size))
            magic, rest, _, _, disk, first_disk, here, count, length, start = record
            if magic != _END64 or rest != _END64_FORM.size - 12:
                raise self._wrong("its end is not the end of a .zip")
        if disk or first_disk or here != count or start + length != at:
            raise self._wrong("its directory is not where it says")
        if count > MOST_NAMES or length > _LARGEST_DIRECTORY:
            raise self._wrong(f"more than {MOST_NAMES:,} names")
        return count, length, start

    def _directory(self, count: int, length: int, start: int) -> list[_Entry]:
        content = self._read(start, length)
        entries: list[_Entry] = []
        place = 0
        while place < length:
            if len(entries) == count or place + _CENTRAL_FORM.size > length:
                raise self._wrong("its directory is not what it says")
            fields = _CENTRAL_FORM.unpack_from(content, place)
            magic, _, _, flags, method, _, _, crc, packed, size, name_length, extra_length = fields[:12]
            comment, disk, _, attributes, offset = fields[12:]
            place += _CENTRAL_FORM.size
            name = content[place : place + name_length]
            extra = content[place + name_length : place + name_length + extra_length]
            place += name_length + extra_length
            if magic != _CENTRAL or place > length or comment or disk:
                raise self._wrong("its directory is not what it says")
            self._check_form(name, flags, method, attributes)
            size, packed, offset = self._whole(name, extra, [size, packed, offset])
            if size != packed:
                raise self._of(name, "its sizes contradict each other")
            entries.append(_Entry(name, crc, size, offset))
        if len(entries) != count:
            raise self._wrong("its directory is not what it says")
        return entries

    def _check_form(self, name: bytes, flags: int, method: int, attributes: int) -> None:
        if flags & 1:
            raise self._of(name, "encrypted")
        if flags & ~_UTF8 or method:
            raise self._of(name, "packed in a way that no edition uses")
        wanted = _FOLDER if name.endswith(b"/") else _FILE
        kind = attributes >> 16 & 0o170000
        if attributes & _REPARSE_POINT or kind not in (0, wanted):
            raise self._of(name, "not a file")

    def _whole(self, name: bytes, extra: bytes, sizes: list[int]) -> list[int]:
        """Return sizes with those that need more than 32 bits taken from the extra field (APPNOTE, 4.5.3)."""
        place, large = 0, b""
        while place < len(extra):
            if place + 4 > len(extra):
                raise self._of(name, "its extra fields are broken")
            kind, length = struct.unpack_from("<2H", extra, place)
            if kind not in _EXTRAS or place + 4 + length > len(extra) or (kind == 1 and large):
                raise self._of(name, "its extra fields are broken")
            large = extra[place + 4 : place + 4 + length] if kind == 1 else large
            place += 4 + length
        found = []
        for size in sizes:
            if size == _FULL:
                if len(large) < 8:
                    raise self._of(name, "its sizes contradict each other")
                size, large = int.from_bytes(large[:8], "little"), large[8:]
            found.append(size)
        return found

    def _place(self, entries: list[_Entry], end: int) -> None:
        """Walk over the members as they lie; each is the one that the directory names, and begins where the last ended."""
        names, folders = Names(self._where), set[str]()
        at = 0
        for entry in sorted(entries, key=lambda entry: entry.offset):
            if entry.offset != at or at + _LOCAL_FORM.size > end:
                raise self._of(entry.name, "members overlap, or something lies between them")
            fields = _LOCAL_FORM.unpack(self._read(at, _LOCAL_FORM.size))
            magic, _, flags, method, _, _, crc, packed, size, name_length, extra_length = fields
            tail = self._read(at + _LOCAL_FORM.size, name_length + extra_length)
            name, extra = tail[:name_length], tail[name_length:]
            size, packed = self._whole(name, extra, [size, packed])
            if magic != MAGIC or (name, crc, size, packed) != (entry.name, entry.crc, entry.size, entry.size):
                raise self._of(entry.name, "it is not the one that the directory names")
            self._check_form(name, flags, method, 0)
            at += _LOCAL_FORM.size + len(tail)
            self._note(entry, at, names, folders)
            at += entry.size
        if at != end:
            raise self._wrong("members overlap, or something lies between them")
        for both in self._places.keys() & folders:
            raise damaged(both, "a file and a folder")

    def _note(self, entry: _Entry, at: int, names: Names, folders: set[str]) -> None:
        try:
            name = entry.name.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._of(entry.name, "its name is not UTF-8") from error
        is_folder = name.endswith("/")
        name = checked_name(self._where, name.removesuffix("/"))
        above = name
        while (above := above.rpartition("/")[0]) and above not in folders:
            folders.add(above)
        if is_folder:
            if entry.size:
                raise self._of(entry.name, "a folder with bytes")
            return
        names.add(name)
        self._places[name] = (at, entry.size)

    # Bytes and refusals

    def _read(self, offset: int, length: int) -> bytes:
        """Return exactly these bytes of the file."""
        if offset < 0:
            raise self._wrong("cut off")
        with reading_errors(Path(self._where)):
            self._file.seek(offset)
            content = self._file.read(length)
        if len(content) != length:
            raise self._wrong("cut off")
        return content

    def _of(self, name: bytes, reason: str) -> BadInput:
        return damaged(name.decode("utf-8", "replace"), reason)

    def _wrong(self, reason: str) -> BadInput:
        return damaged(self._where, reason)
