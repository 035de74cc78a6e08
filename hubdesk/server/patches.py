"""Patches between versions of files: made in the background when a new version is published, or when one is first
asked for.

Invariant: making one holds a part of each file, never a whole, and one is made at a time; a patch that saves little is
remembered as none. A patch proves nothing: whoever applies it checks the hash of the whole.
"""

from __future__ import annotations

import logging
import mmap
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillMaking
from pathlib import Path

from sqlalchemy import Connection

from hubdesk.errors import HubDeskError, NotFound, StorageFailure
from hubdesk.model.identity import id_bytes, is_hash
from hubdesk.model.record import Revision, read_revision
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.database import Database
from hubdesk.server.refusal import Refusal
from hubdesk.server.states import PastState, changes, newest, portions
from hubdesk.state.patch import make_patch

SHARE = 0.6
"""Of the new file: a larger patch is none."""
LEAST_BYTES = 8_192
"""A smaller file is fetched whole in the same time."""
_WAIT_SECONDS = 3.0
_BYTES_A_SECOND = 8_000_000
_MOST_WAITING = 200
_MOST_COMING = 10_000
_UNUSED_SECONDS = 60 * 24 * 3600

Pair = tuple[bytes, bytes]
"""SHA-256 of the old file and of the new one."""

_log = logging.getLogger(__name__)


class Patches:
    """The patches in `folder`/patches, each under both its hashes; an empty file says that none is worth its bytes.

    `free` are the bytes that must stay free on the disk.
    """

    def __init__(self, folder: Path, database: Database, blobs: BlobFolder, free: int) -> None:
        self._folder = folder / "patches"
        self._folder.mkdir(exist_ok=True)
        self._database = database
        self._blobs = blobs
        self._free = free
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="patches")
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._making: dict[Pair, Future[None]] = {}
        self._bytes_waiting = 0
        self._coming: OrderedDict[bytes, bytes] = OrderedDict()
        """New files that were published and are not uploaded yet, with the old ones."""

    def tidy(self, now: float) -> None:
        """Forget patches that nobody asked for in the 60 days before `now` (Unix time)."""
        for patch in self._folder.glob("*/*"):
            if patch.stat().st_mtime < now - _UNUSED_SECONDS:
                patch.unlink(missing_ok=True)

    def find(self, old: bytes, new: bytes, most: int) -> Path:
        """Return the patch between two files that are here, if it has at most `most` bytes; waits a little for one.

        Raises NotFound("patch-unknown") where there is none to be had, Refusal("patch-coming", retry_after).
        """
        place = self._place(old, new)
        if not place.exists():
            made = self._ask((old, new))
            if made is None:
                raise NotFound("patch-unknown")
            try:
                made.result(_WAIT_SECONDS)
            except StillMaking:
                seconds = 1 + self._bytes_waiting // _BYTES_A_SECOND
                raise Refusal(503, "patch-coming", retry_after=seconds, seconds=seconds) from None
        if not place.exists() or not 0 < place.stat().st_size <= most:
            raise NotFound("patch-unknown")
        os.utime(place)
        return place

    def published(self, collection: str) -> None:
        """Make the patches for the files that changed with the newest head of a collection, in the background."""
        if not self._closed.is_set():
            self._worker.submit(self._note_published, collection)

    def uploaded(self, sha256: bytes) -> None:
        """A file is whole here: make its patch, if a publication waited for it."""
        old = self._coming.pop(sha256, None)
        if old is not None:
            self._ask((old, sha256))

    def close(self) -> None:
        """Give up what is being made; it is made again when it is next asked for."""
        self._closed.set()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _place(self, old: bytes, new: bytes) -> Path:
        return self._folder / new.hex()[:2] / f"{new.hex()[2:]}.{old.hex()}"

    def _ask(self, pair: Pair) -> Future[None] | None:
        """Let a patch be made, unless it cannot be or too many wait."""
        if not all(self._blobs.has(sha256) for sha256 in pair) or self._place(*pair).exists():
            return None
        old, new = (self._blobs.path(sha256).stat().st_size for sha256 in pair)
        if old == 0 or new < LEAST_BYTES or self._blobs.room() - new < self._free:
            return None
        with self._lock:
            if pair not in self._making and len(self._making) < _MOST_WAITING and not self._closed.is_set():
                self._bytes_waiting += new
                self._making[pair] = self._worker.submit(self._make, pair, new)
            return self._making.get(pair)

    def _make(self, pair: Pair, size: int) -> None:
        try:
            self._write(pair, int(SHARE * size))
        except (HubDeskError, OSError) as error:
            if not self._closed.is_set():
                _log.error("patch of %s: %s", pair[1].hex(), error)
        finally:
            with self._lock:
                self._bytes_waiting -= size
                self._making.pop(pair, None)

    def _write(self, pair: Pair, most: int) -> None:
        try:
            self._blobs.write_again(_at_most(most, self._pieces(pair)), self._place(*pair))
        except _NotWorth:
            self._blobs.write_again([], self._place(*pair))

    def _pieces(self, pair: Pair) -> Iterator[bytes]:
        old, new = (self._blobs.path(sha256) for sha256 in pair)
        with old.open("rb") as old_file, new.open("rb") as new_file:
            read = mmap.ACCESS_READ
            with (
                mmap.mmap(old_file.fileno(), 0, access=read) as before,
                mmap.mmap(new_file.fileno(), 0, access=read) as after,
            ):
                for piece in make_patch(before, after):
                    if self._closed.is_set():
                        raise StorageFailure("stopping")
                    yield piece

    def _note_published(self, collection: str) -> None:
        try:
            with self._database.read() as connection:
                pairs = list(changed_files(connection, collection))
        except HubDeskError as error:
            _log.error("patches of %s: %s", collection, error)
            return
        for old, new in pairs:
            if self._blobs.has(new):
                self._ask((old, new))
            else:
                self._coming[new] = old
                while len(self._coming) > _MOST_COMING:
                    self._coming.popitem(last=False)


class _NotWorth(Exception):
    """The patch saves too little."""


def _at_most(most: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise _NotWorth
        yield piece


def changed_files(connection: Connection, collection: str) -> Iterator[Pair]:
    """Yield (old, new) for each file that the newest head of a collection replaced by another of the same name."""
    standing = newest(connection, collection)
    if standing is None or standing.version < 2:
        return
    before = PastState(connection, standing.number, standing.version - 1)
    for some in portions(changes(connection, standing.number, standing.version - 1, standing.version)):
        named = {id_bytes(revision.content.id): files_by_name(revision) for revision in some}
        named = {record: files for record, files in named.items() if files}
        for record, (_, canonical) in before.revisions(list(named)).items():
            for name, old in files_by_name(read_revision(canonical)).items():
                new = named[record].get(name, old)
                if new != old:
                    yield old, new


def files_by_name(revision: Revision) -> dict[str, bytes]:
    """Return name -> SHA-256 of the files that a revision lists; names that stand twice are left out."""
    listed = revision.fields.get("files")
    found: dict[str, bytes] = {}
    twice: set[str] = set()
    for entry in listed if isinstance(listed, list) else ():
        if not isinstance(entry, dict) or not is_hash(entry.get("sha256")):
            continue
        name = str(entry.get("name", ""))
        twice |= {name} & found.keys()
        found[name] = bytes.fromhex(entry["sha256"])
    return {name: sha256 for name, sha256 in found.items() if name not in twice}
