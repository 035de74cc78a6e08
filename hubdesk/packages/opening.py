"""Opening an edition wherever it lies: a folder, one .zip, or an .age file that is sealed for this desk.

Invariant: what was sealed is never written onto the stick, and what is unsealed for reading has no name on this
computer's disk and goes when the reading ends.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from hubdesk.errors import BadInput, StorageFailure, Untrusted
from hubdesk.packages import layout
from hubdesk.packages.bag import Bag
from hubdesk.packages.disk import disk_errors
from hubdesk.packages.manifest import damaged
from hubdesk.packages.members import FolderMembers, Members
from hubdesk.packages.zip_bag import MAGIC, ZipMembers

_AGE, _ARMORED = b"age-encryption.org/v1\n", b"-----BEGIN AGE"
_LONGEST_HEADER = 1024 * 1024
_ROOM_LEFT = 64 * 1024 * 1024

Unseal = Callable[[IO[bytes], IO[bytes]], None]
"""Writes the content of an age file to another; raises Untrusted("not-for-this-desk" | "seal-broken")."""


@contextmanager
def opened(path: Path, unseal: Unseal | None = None, private: Path | None = None) -> Iterator[Bag]:
    """Open the bag at `path`; an age file needs the desk's `unseal` and a `private` folder on its own disk.

    Raises BadInput("not-an-edition" | "edition-damaged" | "edition-sealed" for others | "no-such-path"),
    Untrusted("seal-broken"), StorageFailure.
    """
    with disk_errors(path):
        is_folder = path.is_dir()
        is_there = path.exists()
    if is_folder:
        yield _bag(FolderMembers(path), path)
        return
    if not is_there:
        raise BadInput("no-such-path", path=str(path))
    if not path.is_file():
        raise BadInput("not-an-edition", path=str(path))
    with disk_errors(path):
        file = path.open("rb")
    with file:
        with disk_errors(path):
            begins = file.read(len(_AGE))
            file.seek(0)
        if begins.startswith(MAGIC):
            yield _bag(ZipMembers(file, path.name), path)
        elif begins == _AGE:
            if unseal is None or private is None:
                raise BadInput("edition-sealed", path=str(path))
            with _unsealed(file, path, unseal, private) as inner:
                yield _bag(ZipMembers(inner, path.name), path, is_sealed=True)
        elif begins.startswith(_ARMORED):
            raise damaged(path.name, "sealed as text, not as bytes")
        else:
            raise BadInput("not-an-edition", path=str(path))


def _bag(members: Members, path: Path, *, is_sealed: bool = False) -> Bag:
    try:
        return Bag(members, is_sealed=is_sealed, may_lack=layout.is_blob)
    except BadInput as error:
        if error.code == "not-an-edition":
            raise BadInput("not-an-edition", path=str(path)) from error
        raise


@contextmanager
def _unsealed(sealed: IO[bytes], path: Path, unseal: Unseal, private: Path) -> Iterator[IO[bytes]]:
    """Yield the content of an age file (age-encryption.org/v1) from a file without a name."""
    with disk_errors(path):
        size = sealed.seek(0, 2)
        sealed.seek(0)
        if b"\n--- " not in sealed.read(_LONGEST_HEADER):
            raise damaged(path.name, "its header has no end")
        sealed.seek(0)
    with disk_errors(private):
        private.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(private).free < size + _ROOM_LEFT:
            raise StorageFailure("disk-full", path=str(private))
        file = tempfile.TemporaryFile(dir=private)  # noqa: SIM115 - closed below, where errors are not the disk's
    with file:
        with disk_errors(private):
            try:
                unseal(sealed, file)
            except Untrusted as error:
                if error.code == "not-for-this-desk":
                    raise BadInput("edition-sealed", path=str(path)) from error
                raise
            file.seek(0)
        if file.read(len(MAGIC)) != MAGIC:
            raise damaged(path.name, "what is sealed in it is no edition")
        yield file
