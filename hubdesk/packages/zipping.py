"""An edition as one file: a zip with the bag in one folder, its members stored.

Invariant: the file appears under its name only when it is whole, on the disk and read back; an earlier edition of that
name stays until then.
"""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.disk import Steady, disk_errors, forget, read_file, sync_folder
from hubdesk.packages.target import tag_files
from hubdesk.packages.watch import Tally, Watch
from hubdesk.packages.zip_stream import Member, crc_of, write_zip

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_FOLDER = "edition"


class Zipped:
    """A file claimed for one new edition. Use as a context manager: without `finish` nothing comes of it.

    Files are read twice, first for what has to stand before them. Raises BadInput("edition-file" where something else
    has that name), StorageFailure.
    """

    is_sealed = False
    copies_as = "reading"
    level = 12
    kept = 0

    def __init__(self, path: Path, watch: Watch) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name[:100]}.part")
        self._watch = watch
        self._members: dict[str, tuple[bytes, Member]] = {}

    def __enter__(self) -> Self:
        with disk_errors(self._path):
            if os.path.lexists(self._path) and not (self._path.is_file() and self._is_ours()):
                raise BadInput("edition-file", path=str(self._path))
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._part.unlink(missing_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._part.unlink(missing_ok=True)

    def _is_ours(self) -> bool:
        try:
            with zipfile.ZipFile(self._path) as earlier:
                return any(name.endswith(f"/{layout.CONTENTS}") for name in earlier.namelist())
        except (zipfile.BadZipFile, ValueError):
            return False

    @property
    def size(self) -> int:
        """The bytes of all members so far."""
        return sum(member.size for _, member in self._members.values())

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a member that fits into memory."""
        content = b"".join(pieces)
        self._members[name] = (digest(content), Member(name, content, len(content), crc_of([content])))

    def keep_records(self, collection: str, root: str) -> bool:  # noqa: ARG002
        """Tell that nothing is kept of an earlier file."""
        return False

    def copy(self, name: str, source: Path, sha256: bytes, size: int, tally: Tally) -> bool:
        """Note a file as a member, once it was read; with another SHA-256 it is left out, and the answer is False."""
        hasher = hashlib.sha256()

        def hashed() -> Iterator[bytes]:
            for piece in tally.count(name, read_file(source)):
                hasher.update(piece)
                yield piece

        crc = crc_of(hashed())
        if hasher.digest() != sha256:
            return False
        self._members[name] = (sha256, Member(name, source, size, crc))
        return True

    def has(self, name: str) -> bool:
        """Tell whether the edition has this member already."""
        return name in self._members

    def finish(self, info: Mapping[str, str], page: bytes) -> int:
        """Write everything, read it back and let it be whole; return the file's size."""
        listing = {name: (sha256, member.size) for name, (sha256, member) in self._members.items()}
        tags = tag_files(listing, info, page)
        members = [
            Member(name, content, len(content), crc_of([content])) for name, content in sorted(tags.items())
        ]
        members += [self._members[name][1] for name in sorted(self._members, key=_place)]
        stem = self._path.name.partition(".")[0]
        top = stem if _SAFE.fullmatch(stem) else _FOLDER
        members = [member._replace(name=f"{top}/{member.name}") for member in members]
        year, month, day = (int(part) for part in info["Bagging-Date"].split("-"))
        tally = Tally(self._watch, "files", sum(member.size for member in members))
        with disk_errors(self._part):
            sha256, size = self._save(tally.count(self._path.name, write_zip(members, (year, month, day))))
            self._read_back(sha256, size)
            self._watch.check()
            self._part.replace(self._path)
            sync_folder(self._path.parent)
        return size

    def _save(self, pieces: Iterator[bytes]) -> tuple[bytes, int]:
        """Write the stream into the part; return SHA-256 and size of what was written."""
        with self._part.open("xb") as file:
            steady = Steady(file)
            for piece in pieces:
                steady.write(piece)
        return steady.sha256, steady.size

    def _read_back(self, sha256: bytes, size: int) -> None:
        tally = Tally(self._watch, "checking", size)
        hasher = hashlib.sha256()
        with self._part.open("rb+") as file:
            forget(file)
        for piece in tally.count(self._path.name, read_file(self._part)):
            hasher.update(piece)
        if hasher.digest() != sha256:
            raise StorageFailure("disk-refuses", path=str(self._path))


def _place(name: str) -> tuple[bool, str]:
    """What is needed first stands first: files of records come last."""
    return name.startswith(layout.BLOBS), name
