"""What has arrived of a file that is fetched by chunks, on disk: its bytes, its chunk list and which chunks are sure.

Invariant: a chunk is marked only after its bytes were hashed and are on the disk, so that the marks may lag behind the
bytes and are never ahead; what is not marked is hashed again when a download goes on, not fetched again. Nothing is a
file before its whole has the right SHA-256.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path

from hubdesk.catalogue.blobs import FOLDER, Blobs, disk_errors
from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.state.chunks import CHUNK, HASH, count_of, length_of

_FLUSH_SECONDS = 1.0
_FLUSH_CHUNKS = 64


class Gathered:
    """A file of `size` bytes that arrives in chunks, in any order and over many starts; a context manager.

    Three files beside each other in the folder of parts: `HASH.data`, the bytes at their places; `HASH.list`, as much
    of the chunk list as has come; `HASH.done`, a bit for each chunk, the lowest first. All raise StorageFailure.
    """

    def __init__(
        self, blobs: Blobs, sha256: bytes, size: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._blobs = blobs
        self._sha256 = sha256
        self.size = size
        self.count = count_of(size)
        self._now = now
        self._stem = blobs.part(sha256)
        self._data, self._list, self._done = _paths(self._stem)
        self._file = -1
        self._hashes = b""
        self._sure: set[int] = set()
        self._unsaved = 0
        self._saved_at = now()
        self._load()

    def __enter__(self) -> Gathered:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._save()
        finally:
            self._close()

    def _close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _load(self) -> None:
        with disk_errors(self._list):
            if self._list.exists():
                self._hashes = self._list.read_bytes()[: self.count * HASH]
            marks = self._done.read_bytes() if self._done.exists() else b""
            none = bytes(-(-self.count // 8))
            if len(marks) != len(none):
                marks = none
                self._done.write_bytes(
                    none
                )  # its place on the disk is taken now: a full disk still takes marks
        if self.is_listed:
            self._sure = {n for n in range(self.count) if marks[n // 8] >> n % 8 & 1}
        if self.is_listed:
            self._recognise()

    # The list

    @property
    def listed(self) -> int:
        """How many bytes of the chunk list are here."""
        return len(self._hashes)

    @property
    def is_listed(self) -> bool:
        """Whether the whole list is here."""
        return len(self._hashes) == self.count * HASH

    def add_to_list(self, piece: bytes) -> None:
        """Keep the next bytes of the chunk list; with the last of them what lies here is looked through."""
        with disk_errors(self._list), self._list.open("ab") as file:
            if file.tell() != len(self._hashes):  # a piece that a full disk cut
                file.truncate(len(self._hashes))
            file.write(piece)
        self._hashes += piece
        if self.is_listed:
            self._recognise()

    def forget_list(self) -> None:
        """The list may lie: it goes, and with it what it vouched for. The bytes stay, and are hashed by the next."""
        with disk_errors(self._list):
            self._list.unlink(missing_ok=True)
            self._done.write_bytes(bytes(-(-self.count // 8)))
        self._hashes, self._sure = b"", set()

    # The chunks

    @property
    def here(self) -> int:
        """How many verified bytes are here."""
        last = self.count - 1
        short = CHUNK - length_of(last, self.size) if last in self._sure else 0
        return len(self._sure) * CHUNK - short

    def missing(self) -> list[int]:
        """Return the numbers of the chunks that are not here, ascending."""
        return [number for number in range(self.count) if number not in self._sure]

    def has(self, number: int) -> bool:
        """Tell whether a chunk is here and was verified."""
        return number in self._sure

    def add(self, number: int, chunk: bytes) -> bool:
        """Keep a chunk if it is the one that the list names, and tell whether it is."""
        if not self._fits(number, chunk):
            return False
        with disk_errors(self._data):
            _write(self._file, chunk, number * CHUNK)
        self._sure.add(number)
        self._unsaved += 1
        if self._unsaved >= _FLUSH_CHUNKS or self._now() - self._saved_at >= _FLUSH_SECONDS:
            self._save()
        return True

    def finish(self) -> bool:
        """Give the whole its place among the files; False when some chunks turned false on the disk and are missing now.

        Raises Untrusted("blob-mismatch") when every chunk is as listed and the whole is not what was asked for: then
        the list lied and all that it vouched for is thrown away.
        """
        with disk_errors(self._data):
            os.ftruncate(self._file, self.size)
            with self._data.open("rb") as file:
                found = file_digest(file, "sha256").digest()
        if found != self._sha256:
            before, self._sure = self._sure, set()
            self._recognise()
            if self._sure != before:
                return False
            self.forget()
            raise Untrusted("blob-mismatch", sha256=self._sha256.hex())
        with disk_errors(self._data):
            os.fsync(self._file)
        self._close()
        self._blobs.place(self._data, self._sha256)
        self._forget_state()
        return True

    def forget(self) -> None:
        """Throw away all that has arrived."""
        self._close()
        with disk_errors(self._data):
            self._data.unlink(missing_ok=True)
        self._forget_state()
        self._hashes, self._sure = b"", set()

    def _forget_state(self) -> None:
        self._unsaved = 0
        with disk_errors(self._data):
            self._list.unlink(missing_ok=True)
            self._done.unlink(missing_ok=True)

    def _fits(self, number: int, chunk: bytes) -> bool:
        listed = self._hashes[number * HASH : (number + 1) * HASH]
        return len(chunk) == length_of(number, self.size) and digest(chunk) == listed

    def _open(self) -> None:
        if self._file < 0:
            if self._stem.exists() and not self._data.exists():
                self._stem.replace(self._data)  # what a stream brought from the beginning
            self._file = os.open(self._data, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)

    def _recognise(self) -> None:
        """Hash what lies on the disk and is not marked; what fits is here."""
        with disk_errors(self._data):
            self._open()
            end = os.fstat(self._file).st_size
            for number in self.missing():
                if number * CHUNK >= end:
                    break
                if self._fits(number, _read(self._file, length_of(number, self.size), number * CHUNK)):
                    self._sure.add(number)
                    self._unsaved += 1
        self._save()

    def _save(self) -> None:
        """Bring the bytes to the disk, then the marks."""
        self._saved_at = self._now()
        if not self._unsaved or self._file < 0:
            return
        marks = bytearray(-(-self.count // 8))
        for number in self._sure:
            marks[number // 8] |= 1 << number % 8
        with disk_errors(self._done):
            os.fsync(self._file)
            # In place: a torn write leaves whole bytes of marks, old or new, and both are true.
            with self._done.open("r+b") as file:
                file.write(marks)
        self._unsaved = 0


def forget(blobs: Blobs, sha256: bytes) -> None:
    """Throw away what arrived of a file that came by another way. Raises StorageFailure."""
    stem = blobs.part(sha256)
    with disk_errors(stem):
        for path in (stem, *_paths(stem)):
            path.unlink(missing_ok=True)


def bytes_here(profile: Path, sha256: bytes, size: int) -> int:
    """Return how many bytes of a file that is not whole yet lie in a profile, without hashing any."""
    stem = profile / FOLDER / "part" / sha256.hex()
    _, _, done = _paths(stem)
    try:
        if done.exists():
            marked = int.from_bytes(done.read_bytes(), "little").bit_count()
            return min(marked * CHUNK, size)
        return min(stem.stat().st_size, size) if stem.exists() else 0
    except OSError:
        return 0


def _paths(stem: Path) -> tuple[Path, Path, Path]:
    return stem.with_suffix(".data"), stem.with_suffix(".list"), stem.with_suffix(".done")


def _read(file: int, length: int, place: int) -> bytes:
    os.lseek(file, place, os.SEEK_SET)
    found = b""
    while len(found) < length and (piece := os.read(file, length - len(found))):
        found += piece
    return found


def _write(file: int, content: bytes, place: int) -> None:
    os.lseek(file, place, os.SEEK_SET)
    left = memoryview(content)
    while left:
        left = left[os.write(file, left) :]
