"""Writing so that it is on the disk, and right, when a function returns.

Invariant: a file that was written has been read back from the disk and found equal.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hubdesk.errors import StorageFailure

PIECE = 1024 * 1024
_MOUNT_POINT = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: Python does not count junctions as links


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the platform says of disks into StorageFailure("disk-full" | "disk-refuses") about `path`."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
        raise StorageFailure("disk-full" if full else "disk-refuses", path=str(path)) from error


def write_file(path: Path, pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Write a new file, wait for the disk and read it back; return (SHA-256, size). Raises StorageFailure."""
    sha256, size = write_early(path, pieces)
    settle([(path, sha256)])
    return sha256, size


def write_early(path: Path, pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Write a new file, which counts only after `settle`; return (SHA-256, size). Raises StorageFailure."""
    hasher, size = hashlib.sha256(), 0
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            for piece in pieces:
                hasher.update(piece)
                size += len(piece)
                file.write(piece)
    return hasher.digest(), size


def settle(written: Iterable[tuple[Path, bytes]]) -> None:
    """Wait until files are on the disk, then read each back and compare it with its SHA-256. Raises StorageFailure.

    Many files together wait for few turns of the disk, where each alone would wait for its own.
    """
    files = list(written)
    for path, _ in files:
        with disk_errors(path), path.open("rb+") as file:
            os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):  # so that what is read back is not what memory remembers
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    for path, sha256 in files:
        if file_hash(path) != sha256:
            raise StorageFailure("disk-refuses", path=str(path))


def file_hash(path: Path) -> bytes:
    """Return the SHA-256 of a file; raises StorageFailure."""
    with disk_errors(path), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


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
