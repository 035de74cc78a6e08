"""The members of a bag where they lie: in a folder, or in whatever else has names, sizes and bytes.

Invariant: only what was asked for by name is opened, never through a link, never outside the folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from hubdesk.errors import StorageFailure
from hubdesk.packages.disk import PIECE, disk_errors, is_link, reading_errors
from hubdesk.packages.manifest import MOST_NAMES, damaged

_DEEPEST = 100
_DECLARED = "bagit.txt"
_NO_LINKS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class Members(Protocol):
    """Where the members of a bag lie. Each method raises BadInput("edition-damaged") about a member, StorageFailure."""

    def top(self) -> set[str]:
        """Return the names in the bag's base folder, folders included."""

    def payload(self) -> dict[str, int]:
        """Return name -> size in bytes of every file below data/."""

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes."""


class FolderMembers:
    """Members that lie in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def top(self) -> set[str]:
        """Return the names in the folder."""
        with disk_errors(self._folder), os.scandir(self._folder) as entries:
            return {entry.name for entry in entries}

    def payload(self) -> dict[str, int]:
        """Return name -> size of every file below data/; links, devices and pipes are refused."""
        found: dict[str, int] = {}
        for name, size in self._walk("data", 0):
            found[name] = size
            if len(found) > MOST_NAMES:
                raise damaged("data", f"more than {MOST_NAMES:,} names")
        return found

    def _walk(self, name: str, depth: int) -> Iterator[tuple[str, int]]:
        path = self._folder / name
        if not os.path.lexists(path):
            return
        with disk_errors(path):
            info = path.lstat()
            linked = is_link(path)
        if linked:
            raise damaged(name, "a link")
        if stat.S_ISREG(info.st_mode):
            yield name, info.st_size
        elif not stat.S_ISDIR(info.st_mode):
            raise damaged(name, "not a file")
        elif depth > _DEEPEST:
            raise damaged(name, "folders without end")
        else:
            with disk_errors(path), os.scandir(path) as entries:
                inside = sorted(entry.name for entry in entries)
            for entry in inside:
                yield from self._walk(f"{name}/{entry}", depth + 1)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes, if neither it nor a folder on the way to it is a link."""
        path = self._folder
        for part in name.split("/"):
            path /= part
            with reading_errors(self._folder):
                if not os.path.lexists(path):
                    if not os.path.lexists(self._folder / _DECLARED):
                        raise StorageFailure("edition-gone", path=str(self._folder))
                    raise damaged(name, "missing")
                if is_link(path):
                    raise damaged(name, "a link")
        with reading_errors(self._folder):
            if not stat.S_ISREG(path.lstat().st_mode):
                raise damaged(name, "not a file")
            with os.fdopen(os.open(path, _NO_LINKS), "rb") as file:
                while piece := file.read(PIECE):
                    yield piece
