"""A large file in parts that a mail takes, put together again in any order.

Invariant: what is put together is, byte for byte, what was cut: every part names the hashes of all parts and of the whole,
and what does not fit is not used; nothing looks finished before the whole was compared. docs/formats.md has the bytes.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from email import message_from_binary_file
from email.policy import default
from io import BytesIO
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.model.identity import is_hash
from hubdesk.packages.disk import PIECE, disk_errors, file_hash, sync_folder, write_file

SUFFIX = ".part"
USUAL = 7_000_000
"""Bytes of one mail, its attachment in base64 (RFC 2045, 6.8: lines of 76 characters) and all around it."""
LEAST = 50_000
_AROUND = 16_000
"""Bytes of a mail beside its attachment: headers, a text in any language, and what mail programs add."""
MAIL = ".eml"
_LARGEST_MAIL = 64 * 1024 * 1024
_MOST = 2_000
_MAGIC = b"hubdesk/part/1\n"
_HEADER, _PER_PART = 2_000, 67
"""Bytes of a part's header, at most: without the hashes of the parts, and for each of them."""
_LONGEST_HEADER = _HEADER + _PER_PART * _MOST
_ROOM_LEFT = 16 * 1024 * 1024


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """What a part says of itself: its `number` of 1 to the number of `parts`, the SHA-256 of every part's content in
    order, and of the whole: its SHA-256, its size in bytes and the name that it had. All hashes in hexadecimal."""

    name: str
    number: int
    parts: list[str]
    sha256: str
    size: int

    @property
    def is_formed(self) -> bool:
        """Tell whether the numbers and hashes can be right at all."""
        return (
            1 <= self.number <= len(self.parts) <= _MOST
            and self.size >= 0
            and is_hash(self.sha256)
            and all(is_hash(part) for part in self.parts)
        )


class _Found(Struct, frozen=True):
    """A part that lies in a file: where, what it says, and where its content begins."""

    path: Path
    header: Header
    begin: int


def _portions(size: int, mail: int) -> tuple[int, int]:
    """Return how many bytes of a file of `size` bytes go into each mail of `mail` bytes, and how many mails that makes.
    Raises BadInput("part-size" | "part-many")."""
    if mail < LEAST:
        raise BadInput("part-size", size=mail, least=LEAST)
    attachment = (mail - _AROUND) // 78 * 57
    count = 1
    while count <= _MOST:
        room = attachment - len(_MAGIC) - _HEADER - _PER_PART * count
        if room <= 0:
            break
        needed = max(1, -(-size // room))
        if needed <= count:
            return room, needed
        count = needed
    raise BadInput("part-many", most=_MOST)


def cut(source: Path, folder: Path, mail: int = USUAL) -> list[Path]:
    """Cut a file into parts for mails of at most `mail` bytes each, in a folder that is made where there is none.

    Returns the parts in order. Raises BadInput("file-missing" | "file-not-a-file" | "part-size" | "part-many" |
    "file-exists" | "file-changed"), StorageFailure.
    """
    if not source.is_file():
        raise BadInput("file-not-a-file" if source.exists() else "file-missing", path=str(source))
    with disk_errors(source):
        size = source.stat().st_size
    room, count = _portions(size, mail)
    hashes, whole = _hashes(source, room)
    if len(hashes) != count:
        raise BadInput("file-changed", path=str(source))
    paths = [folder / _name(source.name, number, count) for number in range(1, count + 1)]
    for path in paths:
        with disk_errors(path):
            if path.exists():
                raise BadInput("file-exists", path=str(path))
    try:
        _write_parts(source, paths, room, hashes, whole, size)
    except BaseException:
        for path in paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise
    with disk_errors(folder):
        sync_folder(folder)
    return paths


def _write_parts(
    source: Path, paths: list[Path], room: int, hashes: list[str], whole: str, size: int
) -> None:
    for number, path in enumerate(paths, 1):
        header = Header(name=source.name[:200], number=number, parts=hashes, sha256=whole, size=size)
        with disk_errors(source), source.open("rb") as file:
            file.seek((number - 1) * room)
            content = file.read(room)
        if hashlib.sha256(content).hexdigest() != hashes[number - 1]:
            raise BadInput("file-changed", path=str(source))
        write_file(path, [_MAGIC, msgspec.json.encode(header), b"\n", content])


def _name(name: str, number: int, count: int) -> str:
    width = len(str(count))
    return f"{name[:100]}.{number:0{width}}-of-{count}{SUFFIX}"


def _hashes(source: Path, room: int) -> tuple[list[str], str]:
    whole, hashes = hashlib.sha256(), []
    with disk_errors(source), source.open("rb") as file:
        while content := file.read(room):
            whole.update(content)
            hashes.append(hashlib.sha256(content).hexdigest())
    return hashes or [hashlib.sha256(b"").hexdigest()], whole.hexdigest()


# Putting together


def is_part(path: Path) -> bool:
    """Tell whether a file is a part."""
    return _found(path) is not None


def join(places: Iterable[Path], target: Path) -> Path:
    """Put together what lies in `places`: parts, in any order and under any name, and folders with parts among other
    files. Return `target`, a new file.

    Raises BadInput("file-exists" | "part-none" | "part-missing" with `name`, `count`, `missing` numbers and `damaged`
    files | "part-mixed" with `names`: several wholes are complete), StorageFailure.
    """
    with disk_errors(target):
        if target.exists():
            raise BadInput("file-exists", path=str(target))
    chosen = _complete(places)
    fresh = target.with_name(f".{target.name[:100]}.part")
    try:
        with disk_errors(fresh):
            fresh.unlink(missing_ok=True)
        _check_room(target.parent, chosen[0].header.size)
        write_file(fresh, (piece for found in chosen for piece in _pieces(found)))
        if file_hash(fresh).hex() != chosen[0].header.sha256:
            raise BadInput("part-false", name=_shown(chosen[0].header.name))
        with disk_errors(target):
            fresh.replace(target)
            sync_folder(target.parent)
    finally:
        fresh.unlink(missing_ok=True)
    return target


@contextmanager
def whole(path: Path, private: Path) -> Iterator[Path]:
    """Yield `path` itself, or where it is a part or a folder of parts, the file that they make: in `private`, and gone
    when the block ends. Raises what `join` raises."""
    if not _is_cut(path):
        yield path
        return
    with disk_errors(private):
        private.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="joined-", dir=private))
    try:
        yield join([path if path.is_dir() else path.parent], folder / "whole")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_cut(path: Path) -> bool:
    """Tell whether a path is a part, or a folder that is no edition and in which a part lies."""
    if path.is_dir():
        with disk_errors(path):
            if (path / "bagit.txt").exists():
                return False
            return any(is_part(inside) for inside in sorted(path.iterdir()))
    return path.is_file() and is_part(path)


def _found(path: Path) -> _Found | None:
    """Return what a file says if it is a part; None for any other, and for what cannot be read."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with _opened(path) as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                return None
            line = file.readline(_LONGEST_HEADER)
            header = msgspec.json.decode(line, type=Header)
            return _Found(path, header, len(_MAGIC) + len(line)) if header.is_formed else None
    except (OSError, ValueError, LookupError, RecursionError):  # msgspec's are ValueErrors
        return None


def _opened(path: Path) -> IO[bytes]:
    """Open a part: a file, or the first part that is attached to a saved mail (RFC 5322, RFC 2045) of a size that mails
    have. A mail without one is opened as it is, and is no part."""
    file = path.open("rb")
    if path.suffix.lower() != MAIL or path.stat().st_size > _LARGEST_MAIL:
        return file
    with file:
        message = message_from_binary_file(file, policy=default)
    for inner in message.walk():
        content = None if inner.is_multipart() else inner.get_payload(decode=True)
        if isinstance(content, bytes) and content.startswith(_MAGIC):
            return BytesIO(content)
    return path.open("rb")


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_dir():
            with disk_errors(place):
                inside = sorted(place.iterdir())
            yield from inside
        elif place.exists():
            yield place
        else:
            raise BadInput("file-missing", path=str(place))


def _complete(places: Iterable[Path]) -> list[_Found]:
    """Return the parts, in order, of the one whole that is complete."""
    groups: dict[tuple[str, ...], dict[int, list[_Found]]] = {}
    for path in _files(places):
        found = _found(path)
        if found is not None:
            key = (found.header.sha256, str(found.header.size), *found.header.parts)
            groups.setdefault(key, {}).setdefault(found.header.number, []).append(found)
    if not groups:
        raise BadInput("part-none")
    complete: dict[str, list[_Found]] = {}
    lacking: list[tuple[list[int], list[str], Header]] = []
    for group in groups.values():
        header = next(iter(group.values()))[0].header
        right = {number: _right(copies) for number, copies in group.items()}
        missing = [n for n in range(1, len(header.parts) + 1) if right.get(n) is None]
        damaged = [group[number][0].path.name for number in missing if number in group]
        if missing:
            lacking.append((missing, damaged, header))
        else:
            complete[header.sha256] = [part for _, part in sorted(right.items()) if part is not None]
    if len(complete) > 1:
        names = sorted(_shown(parts[0].header.name) for parts in complete.values())
        raise BadInput("part-mixed", names=names)
    if not complete:
        missing, damaged, header = min(lacking, key=lambda item: len(item[0]))
        name = _shown(header.name)
        raise BadInput("part-missing", name=name, count=len(header.parts), missing=missing, damaged=damaged)
    return next(iter(complete.values()))


def _right(copies: list[_Found]) -> _Found | None:
    """Return the copy of a part whose content has the hash that the header names."""
    for found in copies:
        hasher = hashlib.sha256()
        try:
            for piece in _pieces(found):
                hasher.update(piece)
        except StorageFailure:
            continue
        if hasher.hexdigest() == found.header.parts[found.header.number - 1]:
            return found
    return None


def _pieces(found: _Found) -> Iterator[bytes]:
    with disk_errors(found.path), _opened(found.path) as file:
        file.seek(found.begin)
        while piece := file.read(PIECE):
            yield piece


def _check_room(folder: Path, size: int) -> None:
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(folder).free < size + _ROOM_LEFT:
            raise StorageFailure("disk-full", path=str(folder))


def _shown(name: str) -> str:
    """Return a name from elsewhere so that it can be shown in one line."""
    return "".join(char if char.isprintable() else "?" for char in name)[:100]
