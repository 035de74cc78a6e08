"""Files by their content: each lies once in the profile, under its SHA-256, whole and verified.

Invariant: a file appears under its final name only after every byte was hashed and is on disk; what is unfinished
lies in `part/` and never looks finished.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import tables
from hubdesk.catalogue.origin_mark import mark_as_foreign
from hubdesk.errors import BadInput, HubDeskError, StorageFailure, Untrusted
from hubdesk.model.identity import is_hash

FOLDER = "blobs"
_PIECE = 1024 * 1024
_LARGEST = 16 * 1024**3


def held(connection: Connection, hashes: Sequence[bytes]) -> dict[bytes, int]:
    """Return the size of each of these blobs that lies here."""
    found: dict[bytes, int] = {}
    for start in range(0, len(hashes), 500):
        some = hashes[start : start + 500]
        found.update(
            (row.sha256, row.size)
            for row in connection.execute(select(tables.blob).where(tables.blob.c.sha256.in_(some)))
        )
    return found


def note(connection: Connection, sha256: bytes, size: int) -> None:
    """Remember that a blob lies here."""
    connection.execute(insert(tables.blob).values(sha256=sha256, size=size).on_conflict_do_nothing())


def owe(connection: Connection, hashes: Iterable[bytes]) -> None:
    """Remember that the hub wants these blobs; those that do not lie here are left out."""
    rows = [{"sha256": sha256} for sha256 in held(connection, sorted(hashes))]
    if rows:
        connection.execute(insert(tables.upload).on_conflict_do_nothing(), rows)


def owed(connection: Connection) -> dict[bytes, int]:
    """Return the size of each blob that the hub wants and has not got yet."""
    return held(connection, list(connection.scalars(select(tables.upload.c.sha256))))


def settle(connection: Connection, sha256: bytes) -> None:
    """Forget that the hub wants a blob."""
    connection.execute(delete(tables.upload).where(tables.upload.c.sha256 == sha256))


class Blobs:
    """The folder of blobs of one profile."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self._folder = profile / FOLDER
        self._parts = self._folder / "part"
        self._is_tidy = False

    def path(self, sha256: bytes) -> Path:
        """Return where a blob lies, or would."""
        name = sha256.hex()
        return self._folder / name[:2] / name[2:]

    def part(self, sha256: bytes) -> Path:
        """Return the file that gathers a download of this blob, its folder made. Raises StorageFailure."""
        self._parts_ready()
        return self._parts / sha256.hex()

    def has(self, sha256: bytes) -> bool:
        """Tell whether the blob lies here."""
        return self.path(sha256).is_file()

    def is_right(self, sha256: bytes) -> bool:
        """Tell whether the blob lies here with its own bytes; damaged ones are put aside, so that it can come again.

        Raises StorageFailure.
        """
        path = self.path(sha256)
        with disk_errors(path):
            if not path.is_file():
                return False
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").digest()
            if found != sha256:
                path.replace(self._folder / f"damaged-{sha256.hex()}")
        return found == sha256

    def add_file(self, source: Path, progress: Callable[[int, int], None] | None = None) -> tuple[bytes, int]:
        """Copy a file in; return (SHA-256, size). `progress` hears (bytes done, bytes in all).

        Raises BadInput("file-unreadable" | "file-not-a-file" | "file-too-large" | "file-changed": it changed while it
        was read, nothing was kept), StorageFailure("disk-full" | "disk-refuses").
        """
        try:
            if not source.is_file():
                raise BadInput("file-not-a-file" if source.exists() else "file-missing", path=str(source))
            before = source.stat()
            if before.st_size > _LARGEST:
                raise BadInput("file-too-large", path=str(source), size=before.st_size, limit=_LARGEST)
            file = source.open("rb")
        except OSError as error:
            raise BadInput("file-unreadable", path=str(source)) from error
        with file:
            done = 0

            def pieces() -> Iterable[bytes]:
                nonlocal done
                while piece := file.read(_PIECE):
                    done += len(piece)
                    if progress is not None:
                        progress(done, before.st_size)
                    yield piece
                after = os.fstat(file.fileno())
                if done != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
                    raise BadInput("file-changed", path=str(source))

            return self.add_stream(pieces())

    def add_stream(self, pieces: Iterable[bytes], expected: bytes | None = None) -> tuple[bytes, int]:
        """Take in a stream; return (SHA-256, size).

        Raises Untrusted("blob-mismatch") when `expected` is another hash, StorageFailure.
        """
        self._parts_ready()
        fresh = self._parts / f"new-{os.getpid()}-{os.urandom(8).hex()}"
        hasher, size = hashlib.sha256(), 0
        try:
            with disk_errors(fresh), fresh.open("xb") as file:
                for piece in pieces:
                    hasher.update(piece)
                    size += len(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            if expected is not None and hasher.digest() != expected:
                raise Untrusted("blob-mismatch", sha256=expected.hex())
            self.place(fresh, hasher.digest())
        finally:
            fresh.unlink(missing_ok=True)
        return hasher.digest(), size

    def finish_part(self, sha256: bytes) -> int:
        """Verify a complete download and give it its place; return its size.

        Raises Untrusted("blob-mismatch"); the false bytes are thrown away.
        """
        part = self.part(sha256)
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").digest()
        if found != sha256:
            part.unlink()
            raise Untrusted("blob-mismatch", sha256=sha256.hex())
        size = part.stat().st_size
        self.place(part, sha256)
        return size

    def export(self, sha256: bytes, target: Path, mark: Callable[[Path], None] = mark_as_foreign) -> None:
        """Copy a blob to `target`, which never looks finished before it is; `mark` says that it came from elsewhere.

        Raises StorageFailure.
        """
        fresh = target.with_name(f".{target.name[:100]}.part")
        try:
            with disk_errors(target):
                shutil.copyfile(self.path(sha256), fresh)
                mark(fresh)
                fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)

    def _parts_ready(self) -> None:
        with disk_errors(self._parts):
            self._parts.mkdir(parents=True, exist_ok=True)
            if not self._is_tidy:
                self._is_tidy = True
                self._tidy()

    def _tidy(self) -> None:
        """Remove what a killed program left: copies that were being made, and parts of what is here whole by now."""
        for left in self._parts.iterdir():
            stem = left.name.partition(".")[0]
            is_stale_copy = stem.startswith("new-") and not stem.startswith(f"new-{os.getpid()}-")
            if is_stale_copy or (is_hash(stem) and self.has(bytes.fromhex(stem))):
                left.unlink(missing_ok=True)

    def place(self, fresh: Path, sha256: bytes) -> None:
        """Give a file that is whole, verified and on the disk its place. Raises StorageFailure."""
        final = self.path(sha256)
        with disk_errors(final):
            final.parent.mkdir(parents=True, exist_ok=True)
            fresh.replace(final)


class disk_errors:  # noqa: N801 - reads as a statement
    """Turn the platform's errors about disks into StorageFailure; our own pass."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        if isinstance(error, OSError) and not isinstance(error, HubDeskError):
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise StorageFailure("disk-full" if full else "disk-refuses", path=str(self._path)) from error
