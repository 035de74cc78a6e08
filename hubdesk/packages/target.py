"""The folder in which an edition grows.

Invariant: a folder with `bagit.txt` is a whole edition. The next one grows beside the earlier one; while their members
change places `bagit.txt` is away, and it comes back last. Nothing that is not ours is touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.disk import disk_errors, file_hash, is_link, sync_folder, write_file


class Target:
    """A folder claimed for one new edition. Use as a context manager: without `finish` the earlier one stays.

    Raises BadInput("edition-folder" with the `path` that is in the way), StorageFailure.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stage = folder / layout.UNFINISHED
        self._members: dict[str, tuple[bytes, int]] = {}
        self._made = False

    def __enter__(self) -> Target:
        with disk_errors(self._folder):
            if self._folder.exists() and not self._folder.is_dir():
                raise BadInput("edition-folder", path=str(self._folder))
            self._made = not self._folder.exists()
            self._folder.mkdir(parents=True, exist_ok=True)
        try:
            with disk_errors(self._folder):
                self._check_ours()
                self._clear_stage()
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
        """Empty the stage and put the declaration there, which waits for the edition to be whole."""
        self._stage.mkdir(exist_ok=True)
        for path in self._stage.iterdir():
            if path.is_dir() and not is_link(path):
                shutil.rmtree(path)
            else:
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

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def write(self, name: str, pieces: Iterable[bytes], expected: bytes | None = None) -> bool:
        """Write a member; with another SHA-256 than `expected` it is left out again, and the answer is False."""
        path = self._stage / name
        sha256, size = write_file(path, pieces)
        if expected is not None and sha256 != expected:
            path.unlink()
            return False
        self._members[name] = (sha256, size)
        return True

    def keep(self, name: str, sha256: bytes, size: int) -> bool:
        """Use a member of the earlier edition again; tell whether it is there and right."""
        path = self._folder / name
        if not path.is_file() or path.stat().st_size != size or file_hash(path) != sha256:
            return False
        self._members[name] = (sha256, size)
        return True

    def has(self, name: str) -> bool:
        """Tell whether the new edition has this member already."""
        return name in self._members

    def finish(self, info: Mapping[str, str]) -> int:
        """Write the tag files and give everything its place; return the payload's bytes.

        `info` are the labels of bag-info.txt without Payload-Oxum.
        """
        total = sum(size for _, size in self._members.values())
        labels = {**info, "Payload-Oxum": f"{total}.{len(self._members)}"}
        tags = {
            layout.INFO: "".join(f"{label}: {value}\n" for label, value in labels.items()).encode("utf-8"),
            layout.MANIFEST: _manifest({name: sha256 for name, (sha256, _) in self._members.items()}),
        }
        hashes = {layout.DECLARED: digest(layout.DECLARATION)}
        for name, content in tags.items():
            hashes[name], _ = write_file(self._stage / name, [content])
        write_file(self._stage / layout.TAG_MANIFEST, [_manifest(hashes)])
        with disk_errors(self._folder):
            self._swap()
        return total

    def _swap(self) -> None:
        (self._folder / layout.DECLARED).unlink(missing_ok=True)
        sync_folder(self._folder)
        for name in self._members:
            if (self._stage / name).is_file():
                self._move(name)
        for path in _below(self._folder / layout.PAYLOAD):
            if self._name(path) not in self._members:
                path.unlink()
        _remove_empty(self._folder / layout.PAYLOAD)
        for path in self._folder.glob("*manifest-*.txt"):
            path.unlink()
        for name in (layout.INFO, layout.MANIFEST, layout.TAG_MANIFEST):
            self._move(name)
        for folder in {self._folder / Path(name).parent for name in self._members} | {self._folder}:
            sync_folder(folder)
        self._move(layout.DECLARED)
        sync_folder(self._folder)

    def _move(self, name: str) -> None:
        (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self._stage / name).replace(self._folder / name)


def _manifest(hashes: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashes[name].hex()}  {name}\n" for name in sorted(hashes)).encode("utf-8")


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
