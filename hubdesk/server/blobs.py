"""Everything large, by its hash: a folder of immutable files, and uploads that are not complete yet.

Invariant: a file stands under its SHA-256 only when it is whole, on the disk and was checked; an unfinished upload
never looks finished.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from hubdesk.errors import StorageFailure
from hubdesk.server.refusal import Refusal
from hubdesk.state.chunks import chunk_list

_PIECE = 1024 * 1024
_ABANDONED_SECONDS = 30 * 24 * 3600


class BlobFolder:
    """The blobs in `folder`/blobs, their chunk lists in `folder`/chunks and the uploads in `folder`/uploads."""

    def __init__(self, folder: Path) -> None:
        self._blobs = folder / "blobs"
        self._uploads = folder / "uploads"
        self._lists = folder / "chunks"
        for made in (self._blobs, self._uploads, self._lists):
            made.mkdir(exist_ok=True)

    def tidy(self, now: float) -> None:
        """Forget uploads that nobody went on with for 30 days before `now` (Unix time)."""
        for part in self._uploads.iterdir():
            if part.stat().st_mtime < now - _ABANDONED_SECONDS:
                part.unlink(missing_ok=True)

    def path(self, sha256: bytes) -> Path:
        """Return where a blob stands, or would stand."""
        name = sha256.hex()
        return self._blobs / name[:2] / name[2:]

    def has(self, sha256: bytes) -> bool:
        """Tell whether the whole blob is here."""
        return self.path(sha256).is_file()

    def keep(self, pieces: Iterable[bytes]) -> tuple[bytes, int]:
        """Store what the server itself makes; return its SHA-256 and size. Raises StorageFailure."""
        hashing, size = hashlib.sha256(), 0
        try:
            descriptor, name = tempfile.mkstemp(dir=self._uploads)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    for piece in pieces:
                        hashing.update(piece)
                        size += len(piece)
                        file.write(piece)
                    file.flush()
                    os.fsync(file.fileno())
                self._settle(Path(name), hashing.digest())
            finally:
                Path(name).unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailure("storage", reason=error.strerror or "") from error
        return hashing.digest(), size

    def chunk_list(self, sha256: bytes) -> Path:
        """Return the file with the SHA-256 of each chunk of a blob that is here, made when it is first asked for.

        Raises StorageFailure.
        """
        name = sha256.hex()
        place = self._lists / name[:2] / name[2:]
        if not place.is_file():
            try:
                with self.path(sha256).open("rb") as file:
                    self.write_again(chunk_list(file), place)
            except OSError as error:
                raise StorageFailure("storage", reason=error.strerror or "") from error
        return place

    def write_again(self, pieces: Iterable[bytes], place: Path) -> None:
        """Let a file that can be made again appear whole at `place`. Raises OSError."""
        descriptor, fresh = tempfile.mkstemp(dir=self._uploads)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.writelines(pieces)
            place.parent.mkdir(exist_ok=True)
            Path(fresh).replace(place)
        finally:
            Path(fresh).unlink(missing_ok=True)

    def uploaded(self, sha256: bytes, desk: str) -> int:
        """Return how many bytes of its upload the server has of this desk."""
        part = self._part(sha256, desk)
        return part.stat().st_size if part.is_file() else 0

    def uploading(self, desk: str) -> int:
        """Return the bytes of all unfinished uploads of this desk."""
        return sum(part.stat().st_size for part in self._uploads.glob(f"*.{desk}"))

    def add(self, sha256: bytes, desk: str, offset: int, content: bytes) -> int:
        """Append a piece of an upload; return how much is there now.

        Raises Refusal("offset", have) when the piece is out of step, StorageFailure.
        """
        have = self.uploaded(sha256, desk)
        if offset != have:
            raise Refusal(409, "offset", have=have)
        try:
            with self._part(sha256, desk).open("ab") as file:
                file.write(content)
        except OSError as error:
            # What reached the disk of this piece counts: the next attempt is told of it.
            raise StorageFailure("storage", reason=error.strerror or "") from error
        return have + len(content)

    def finish(self, sha256: bytes, desk: str) -> None:
        """Take a complete upload in; raises Refusal("hash") and forgets it when it is not what it was said to be."""
        part = self._part(sha256, desk)
        hashing = hashlib.sha256()
        try:
            with part.open("r+b") as file:
                while piece := file.read(_PIECE):
                    hashing.update(piece)
                os.fsync(file.fileno())
            if hashing.digest() != sha256:
                part.unlink()
                raise Refusal(400, "hash")
            self._settle(part, sha256)
        except OSError as error:
            raise StorageFailure("storage", reason=error.strerror or "") from error

    def room(self) -> int:
        """Return the free bytes of the disk."""
        return shutil.disk_usage(self._blobs).free

    def _part(self, sha256: bytes, desk: str) -> Path:
        return self._uploads / f"{sha256.hex()}.{desk}"

    def _settle(self, whole: Path, sha256: bytes) -> None:
        place = self.path(sha256)
        place.parent.mkdir(exist_ok=True)
        whole.replace(place)
        if os.name == "posix":
            directory = os.open(place.parent, os.O_RDONLY)
            try:
                os.fsync(directory)
            finally:
                os.close(directory)
