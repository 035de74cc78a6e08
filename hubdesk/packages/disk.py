"""Writing so that it is on the disk, and right, when a function returns.

Invariant: a file that was written has been read back from the disk and found equal.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BufferedRandom, BufferedWriter
from pathlib import Path

from hubdesk.errors import StorageFailure

PIECE = 1024 * 1024
LOT = 64 * 1024 * 1024
"""Bytes that are written before the disk is waited for."""
_GONE = frozenset(
    {errno.EIO, errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ESTALE, errno.ENOTCONN}
)
"""What reading says once a stick was pulled out, or fails: names are not there any more, or nothing is read."""
_MOUNT_POINT = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: Python does not count junctions as links


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the platform says of disks into StorageFailure("disk-full" | "disk-refuses") about `path`."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
        raise StorageFailure("disk-full" if full else "disk-refuses", path=str(path)) from error


@contextmanager
def reading_errors(path: Path) -> Iterator[None]:
    """Turn what the platform says of a disk that is gone into StorageFailure("edition-gone") about the edition at `path`;
    the rest as `disk_errors` does."""
    try:
        yield
    except OSError as error:
        if error.errno in _GONE:
            raise StorageFailure("edition-gone", path=str(path)) from error
        raise StorageFailure("disk-refuses", path=str(path)) from error


def write_file(path: Path, pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Write a new file, wait for the disk and read it back; return (SHA-256, size). Raises StorageFailure."""
    sha256, size = write_early(path, pieces)
    settle([(path, sha256)])
    return sha256, size


class Steady:
    """Writes to a file and hashes what it writes; waits for the disk now and then, so that on a slow stick what is
    counted as written is, and the wait at the end is short."""

    def __init__(self, file: BufferedWriter) -> None:
        self._file = file
        self._since = 0
        self._hasher = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> bytes:
        """The SHA-256 of what was written."""
        return self._hasher.digest()

    def write(self, content: bytes) -> int:
        """Write all of it."""
        self._file.write(content)
        self._hasher.update(content)
        self.size += len(content)
        self._since += len(content)
        if self._since >= LOT:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._since = 0
        return len(content)


def write_early(path: Path, pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Write a new file, which counts only after `settle`; return (SHA-256, size). Raises StorageFailure."""
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            steady = Steady(file)
            for piece in pieces:
                steady.write(piece)
    return steady.sha256, steady.size


def settle(written: Iterable[tuple[Path, bytes]], check: Callable[[], None] = lambda: None) -> None:
    """Wait until files are on the disk, then read each back and compare it with its SHA-256; `check` is called now and
    then and may raise. Raises StorageFailure.

    Many files together wait for few turns of the disk, where each alone would wait for its own.
    """
    files = list(written)
    for path, _ in files:
        check()
        with disk_errors(path), path.open("rb+") as file:
            forget(file)
    for path, sha256 in files:
        if file_hash(path, check) != sha256:
            raise StorageFailure("disk-refuses", path=str(path))


def forget(file: BufferedRandom) -> None:
    """Wait until a file is on the disk, and let memory forget it: what is read back then is what the disk holds."""
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def file_hash(path: Path, check: Callable[[], None] = lambda: None) -> bytes:
    """Return the SHA-256 of a file; raises StorageFailure."""
    hasher = hashlib.sha256()
    for piece in read_file(path):
        check()
        hasher.update(piece)
    return hasher.digest()


def read_file(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes; raises StorageFailure about that file."""
    with disk_errors(path), path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def is_link(path: Path) -> bool:
    """Tell whether a name stands for something elsewhere: a link, or one of Windows' junctions."""
    info = path.lstat()
    return stat.S_ISLNK(info.st_mode) or getattr(info, "st_reparse_tag", 0) == _MOUNT_POINT


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows has no such thing to wait for."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
