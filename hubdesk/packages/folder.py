"""The folder in which an edition grows.

Invariant: a folder with `bagit.txt` is a whole edition. The next one grows beside the earlier one; while their members
change places `bagit.txt` is away, and it comes back last. Nothing that is not ours is touched.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hubdesk.errors import BadInput
from hubdesk.packages import layout
from hubdesk.packages.disk import (
    LOT,
    disk_errors,
    file_hash,
    is_link,
    read_file,
    settle,
    sync_folder,
    write_early,
    write_file,
)
from hubdesk.packages.target import tag_files
from hubdesk.packages.watch import Tally, Watch

_TOGETHER_FILES = 256
_CLOCK_SECONDS = 2  # FAT keeps times in steps of two


class Folder:
    """A folder claimed for one new edition. Use as a context manager: without `finish` the earlier one stays.

    `reread`: read also the files that lie there already. Raises BadInput("edition-folder" with the `path` that is in
    the way), StorageFailure.
    """

    is_sealed = False
    copies_as = "files"
    level = 5

    def __init__(self, folder: Path, watch: Watch | None = None, *, reread: bool = False) -> None:
        self._folder = folder
        self._stage = folder / layout.UNFINISHED
        self._members: dict[str, tuple[bytes, int]] = {}
        self._waiting: list[tuple[Path, bytes]] = []
        self._waiting_bytes = 0
        self._watch = watch or Watch()
        self._reread = reread
        self._earlier: dict[str, bytes] = {}
        self._earlier_at = 0.0
        self._roots: dict[str, str] = {}
        self._made = False
        self.kept = 0

    def __enter__(self) -> Folder:
        with disk_errors(self._folder):
            if self._folder.exists() and not self._folder.is_dir():
                raise BadInput("edition-folder", path=str(self._folder))
            self._made = not self._folder.exists()
            self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with disk_errors(self._folder):
                self._check_ours()
                self._clear_stage()
                self._read_earlier()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if (self._folder / layout.DECLARED).is_file() or not (self._folder / layout.PAYLOAD).exists():
            shutil.rmtree(self._stage, ignore_errors=True)  # where it stays, it says whose the folder is
        if self._made and not any(self._folder.iterdir()):
            self._folder.rmdir()

    def _clear_stage(self) -> None:
        """Empty the stage but for files of records, which a cut may have left and `copy` looks at, and put the
        declaration there, which waits for the edition to be whole."""
        self._stage.mkdir(exist_ok=True)
        for path in list(_below(self._stage)):
            name = path.relative_to(self._stage).as_posix()
            if is_link(path) or not (layout.is_member(name) and name.startswith(layout.BLOBS)):
                path.unlink()
        write_file(self._stage / layout.DECLARED, [layout.DECLARATION])

    def _check_ours(self) -> None:
        """Refuse a folder that holds anything but nothing, or an earlier edition, whole or cut."""
        if not any(self._folder.iterdir()):
            return
        if not (self._stage.is_dir() or (self._folder / layout.CONTENTS).is_file()):
            raise BadInput("edition-folder", path=str(self._folder))
        if os.path.lexists(self._stage) and (is_link(self._stage) or not self._stage.is_dir()):
            raise BadInput("edition-folder", path=str(self._stage))
        for path in _below(self._folder / layout.PAYLOAD):
            if is_link(path) or not layout.is_member(self._name(path)):
                raise BadInput("edition-folder", path=str(path))

    def _read_earlier(self) -> None:
        """Remember what an earlier edition that is whole says of its members; it was read back when it was made."""
        manifest = self._folder / layout.MANIFEST
        if self._reread or not (self._folder / layout.DECLARED).is_file() or not manifest.is_file():
            return
        for line in manifest.read_text("utf-8", errors="replace").splitlines():
            said, _, name = line.partition("  ")
            if layout.is_member(name) and len(said) == 64 and set(said) <= set("0123456789abcdef"):
                self._earlier[name] = bytes.fromhex(said)
        self._earlier_at = manifest.stat().st_mtime
        try:
            contents = layout.read_contents((self._folder / layout.CONTENTS).read_bytes())
        except BadInput:
            return
        self._roots = {name: listed.root for name, listed in contents.collections.items()}

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a member."""
        sha256, size = write_early(self._stage / name, pieces)
        self._note(name, sha256, size)

    @property
    def size(self) -> int:
        """The bytes of all members so far."""
        return sum(size for _, size in self._members.values())

    def keep_records(self, collection: str, root: str) -> bool:
        """Use the earlier edition's records again, if it holds this state."""
        name = layout.snapshot_name(collection)
        sha256 = self._earlier.get(name)
        if sha256 is None or self._roots.get(collection) != root:
            return False
        with disk_errors(self._folder / name):
            size = (self._folder / name).stat().st_size if (self._folder / name).is_file() else -1
        return self._keep(name, sha256, size)

    def copy(self, name: str, source: Path, sha256: bytes, size: int, tally: Tally) -> bool:
        """Copy a file in, or keep the earlier edition's; with another SHA-256 it is left out, and the answer is
        False."""
        if self._keep(name, sha256, size):
            tally.add(name, size)
            self.kept += 1
            return True
        path = self._stage / name
        if self._is_left(path, sha256, size):
            tally.add(name, size)
            self._note(name, sha256, size)
            return True
        found, found_size = write_early(path, tally.count(name, read_file(source)))
        if found != sha256:
            path.unlink()
            return False
        self._note(name, found, found_size)
        return True

    def _keep(self, name: str, sha256: bytes, size: int) -> bool:
        """Use a member of the earlier edition again; tell whether it is there and right."""
        path = self._folder / name
        with disk_errors(path):
            if not path.is_file():
                return False
            info = path.lstat()
        if not stat.S_ISREG(info.st_mode) or info.st_size != size:
            return False
        if not self._is_known(name, sha256, info.st_mtime) and file_hash(path, self._watch.check) != sha256:
            return False
        self._members[name] = (sha256, size)
        return True

    def _is_left(self, path: Path, sha256: bytes, size: int) -> bool:
        """Tell whether a making that was cut left this file whole; what it left of it otherwise is thrown away."""
        with disk_errors(path):
            if not path.is_file():
                return False
            if path.stat().st_size == size and file_hash(path, self._watch.check) == sha256:
                return True
            path.unlink()
        return False

    def _is_known(self, name: str, sha256: bytes, changed_at: float) -> bool:
        """Tell whether a whole earlier edition vouches for a file, which nobody wrote since: then it was read back
        when it was written, and is not read once more."""
        return self._earlier.get(name) == sha256 and changed_at <= self._earlier_at + _CLOCK_SECONDS

    def _note(self, name: str, sha256: bytes, size: int) -> None:
        self._members[name] = (sha256, size)
        self._waiting.append((self._stage / name, sha256))
        self._waiting_bytes += size
        if self._waiting_bytes > LOT or len(self._waiting) >= _TOGETHER_FILES:
            self._settle()

    def _settle(self) -> None:
        settle(self._waiting, self._watch.check)
        self._waiting, self._waiting_bytes = [], 0

    def has(self, name: str) -> bool:
        """Tell whether the new edition has this member already."""
        return name in self._members

    def finish(self, info: Mapping[str, str], page: bytes) -> int:
        """Write the tag files and give everything its place; return the edition's bytes, all files together.

        `info`: the labels of bag-info.txt without Payload-Oxum; `page`: index.html.
        """
        tags = tag_files(self._members, info, page)
        for name, content in tags.items():
            if name != layout.DECLARED:  # it lies there since the stage was made
                self._waiting.append((self._stage / name, write_early(self._stage / name, [content])[0]))
        self._settle()
        with disk_errors(self._folder):
            self._swap()
        return self.size + sum(map(len, tags.values()))

    def _swap(self) -> None:
        (self._folder / layout.DECLARED).unlink(missing_ok=True)
        sync_folder(self._folder)
        changed = {self._folder}
        for name in self._members:
            if (self._stage / name).is_file():
                self._move(name)
                changed |= {self._folder / parent for parent in Path(name).parents}
        for path in _below(self._folder / layout.PAYLOAD):
            if self._name(path) not in self._members:
                path.unlink()
        _remove_empty(self._folder / layout.PAYLOAD)
        for path in self._folder.glob("*manifest-*.txt"):
            path.unlink()
        for name in (layout.PAGE, layout.INFO, layout.MANIFEST, layout.TAG_MANIFEST):
            self._move(name)
        for folder in sorted(changed):
            sync_folder(folder)
        self._move(layout.DECLARED)
        sync_folder(self._folder)

    def _move(self, name: str) -> None:
        (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self._stage / name).replace(self._folder / name)


def place_in(folder: Path) -> Path:
    """Return where an edition goes that a person wants in `folder`, such as a stick: there, if nothing lies in it or
    an edition does, else in a folder of its own below. Raises StorageFailure."""
    with disk_errors(folder):
        if not folder.is_dir() or not any(folder.iterdir()):
            return folder
        is_ours = (folder / layout.CONTENTS).is_file() or (folder / layout.UNFINISHED).is_dir()
    return folder if is_ours else folder / "HubDesk edition"


def _below(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder that is no folder; links are not followed."""
    if not os.path.lexists(folder):
        return
    if is_link(folder) or not folder.is_dir():
        yield folder
        return
    for path in sorted(folder.iterdir()):
        yield from _below(path)


def _remove_empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            _remove_empty(path)
            if not any(path.iterdir()):
                path.rmdir()
