"""What a relay makes itself to hand out: snapshots, large deltas and chunk lists, kept until others need the room.

Invariant: a file stands under its SHA-256 only when it is whole; all of it can be made again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from pathlib import Path

from hubdesk.catalogue.blobs import disk_errors
from hubdesk.errors import StorageFailure
from hubdesk.state.chunks import chunk_list
from hubdesk.sync.wire import BlobRef

MOST = 40
"""Files that are kept; those that were not asked for longest go."""
ROOM = 200_000_000
"""Bytes that stay free on the disk."""
Key = tuple[object, ...]


class Made:
    """The files in `folder`, which begins empty at every start."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with disk_errors(folder):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._making: dict[Key, threading.Lock] = {}
        self._known: OrderedDict[Key, BlobRef] = OrderedDict()

    def get(self, key: Key, make: Callable[[], Iterable[bytes]]) -> BlobRef:
        """Return what is known as `key`, made where it is not here; who asks meanwhile waits. Raises StorageFailure."""
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                found = self._known.get(key)
                if found is not None and self.path(found.sha256) is not None:  # erasing takes what was made
                    self._known.move_to_end(key)
                    return found
            made = self._write(make())
            with self._lock:
                self._known[key] = made
                self._making.pop(key, None)
                while len(self._known) > MOST:
                    self._drop(self._known.popitem(last=False)[1])
            return made

    def path(self, sha256: bytes) -> Path | None:
        """Return the file with this hash, None where there is none."""
        place = self._folder / sha256.hex()
        return place if place.is_file() else None

    def chunks_of(self, sha256: bytes, path: Path) -> Path:
        """Return the file with the SHA-256 of each chunk of the file `sha256`, which lies at `path`."""

        def listed() -> Iterable[bytes]:
            with path.open("rb") as file:
                yield from chunk_list(file)

        return self._folder / self.get(("chunks", sha256), listed).sha256.hex()

    def _drop(self, made: BlobRef) -> None:
        if all(other.sha256 != made.sha256 for other in self._known.values()):
            (self._folder / made.sha256.hex()).unlink(missing_ok=True)

    def _write(self, pieces: Iterable[bytes]) -> BlobRef:
        fresh = self._folder / f"new-{os.urandom(8).hex()}"
        hashing, size = hashlib.sha256(), 0
        with disk_errors(fresh):
            if shutil.disk_usage(self._folder).free < ROOM:
                raise StorageFailure("disk-full", path=str(self._folder))
            try:
                with fresh.open("xb") as file:
                    for piece in pieces:
                        hashing.update(piece)
                        size += len(piece)
                        file.write(piece)
                fresh.replace(self._folder / hashing.hexdigest())
            finally:
                fresh.unlink(missing_ok=True)
        return BlobRef(hashing.digest(), size)
