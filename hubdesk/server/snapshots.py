"""Snapshots: whole states as blobs, brought with a first publication or made here.

Invariant: a snapshot is handed out with the nodes of its version, and is what the desks prove against the root; a new
one is made when the deltas since the last have become a burden, large ones in the background.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import zstandard
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import HubDeskError, StorageFailure, Untrusted
from hubdesk.model import canonical
from hubdesk.model.record import MAX_BYTES, Revision, read_revision
from hubdesk.server import tables
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.database import Database
from hubdesk.server.erasing import is_erased_after
from hubdesk.server.references import note_blob, refer
from hubdesk.server.refusal import Refusal
from hubdesk.server.states import Standing, bytes_at, records_at
from hubdesk.state import frame
from hubdesk.state.snapshot import entry_of, write_snapshot
from hubdesk.state.tree import Entry, Nodes, nodes_of

SMALL_BYTES = 2_000_000
"""Canonical bytes up to which a snapshot is made while the desk waits."""
_BEST_BYTES = 8_000_000  # above this the best level would keep both cores busy for minutes
_QUICK_LEVEL = 9
RECORD_LIMIT = 2_000_000
_READINGS = 100
_PIECE = 1024  # a block of 4 bytes may unfold to 128 kB: so at most 32 MB at once

_snapshot = tables.snapshot.c
_log = logging.getLogger(__name__)


class Snapshot(msgspec.Struct, frozen=True):
    """The stream of `version` as a blob."""

    version: int
    sha256: bytes
    size: int


def read_records(stream: Path, *, checked: bool = False) -> Iterator[Revision]:
    """Yield the revisions of a snapshot that nobody vouches for yet, never holding more than a record and a window.

    `checked`: it was read once before. Raises Untrusted("snapshot-broken"), BadInput for what is no revision.
    """
    for line in _lines(stream):
        if not (checked or canonical.is_canonical(line)):
            raise Untrusted("snapshot-broken", reason="not canonical")
        yield read_revision(line)


def _lines(stream: Path) -> Iterator[bytes]:
    rest = b""
    reader = zstandard.ZstdDecompressor(max_window_size=frame.WINDOW).decompressobj()
    try:
        with stream.open("rb") as file:
            while piece := file.read(_PIECE):
                *lines, rest = (rest + reader.decompress(piece)).split(b"\n")
                if len(rest) > MAX_BYTES:
                    raise Untrusted("snapshot-broken", reason="endless record")
                yield from lines
    except zstandard.ZstdError as error:
        raise Untrusted("snapshot-broken", reason=str(error)) from error
    if rest or not reader.eof or reader.unused_data:
        raise Untrusted("snapshot-broken", reason="cut")


class Reading:
    """What was found when a snapshot was read whole, by its hash and collection: a blob never changes."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[bytes, str], tuple[Nodes, int] | HubDeskError] = OrderedDict()
        self._lock = threading.Lock()

    def state(
        self, stream: Path, sha256: bytes, collection: str, check: Callable[[Revision], None]
    ) -> tuple[Nodes, int]:
        """Return the nodes and the number of records of a snapshot, every one of which passed `check`.

        Raises Untrusted("snapshot-broken"), BadInput, and whatever `check` raises, again for as long as it is known.
        """
        key = (sha256, collection)
        with self._lock:
            found = self._found.get(key)
        if found is None:
            try:
                found = _read_state(stream, check)
            except HubDeskError as error:
                found = error
            with self._lock:
                self._found[key] = found
                if len(self._found) > _READINGS:
                    self._found.popitem(last=False)
        if isinstance(found, HubDeskError):
            raise type(found)(found.code, **found.data)
        return found


def _read_state(stream: Path, check: Callable[[Revision], None]) -> tuple[Nodes, int]:
    entries: list[Entry] = []
    for revision in read_records(stream):
        check(revision)
        entry = entry_of(revision)
        if (entries and entry[0] <= entries[-1][0]) or len(entries) >= RECORD_LIMIT:
            raise Untrusted("snapshot-broken", reason="order")
        entries.append(entry)
    return nodes_of(entries), len(entries)


def newest_snapshot(connection: Connection, collection: int) -> Snapshot | None:
    """Return the newest snapshot of a collection."""
    query = (
        select(_snapshot.version, _snapshot.sha256, _snapshot.size)
        .where(_snapshot.collection == collection)
        .order_by(_snapshot.version.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else Snapshot(row.version, row.sha256, row.size)


def note_snapshot(connection: Connection, collection: int, snapshot: Snapshot) -> None:
    """Remember a snapshot, whose blob is here."""
    row = {"collection": collection, **msgspec.to_builtins(snapshot, builtin_types=(bytes,))}
    connection.execute(insert(tables.snapshot).values(row).on_conflict_do_nothing())
    refer(connection, collection, [snapshot.sha256], published=True)


class SnapshotMaker:
    """Makes snapshots: small ones at once, large ones on one thread of its own. `now` gives RFC 3339."""

    def __init__(self, database: Database, blobs: BlobFolder, now: Callable[[], str]) -> None:
        self._database = database
        self._blobs = blobs
        self._now = now
        self._making = threading.Lock()
        self._closed = threading.Event()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="snapshots")
        self._asked: set[int] = set()

    def make(self, standing: Standing) -> Snapshot:
        """Make the snapshot of a version and wait for it; raises StorageFailure."""
        with self._making:
            with self._database.read() as connection:
                made = newest_snapshot(connection, standing.number)
                if made is not None and made.version >= standing.version:
                    return made
                size = bytes_at(connection, standing.number, standing.version)
                level = frame.LEVEL if size <= _BEST_BYTES else _QUICK_LEVEL
                stream = write_snapshot(records_at(connection, standing.number, standing.version), level)
                sha256, packed = self._blobs.keep(self._until_closed(stream))
            snapshot = Snapshot(standing.version, sha256, packed)
            with self._database.write() as connection:
                if is_erased_after(connection, standing.number, standing.version):
                    self._blobs.path(sha256).unlink(missing_ok=True)
                    raise Refusal(503, "busy", retry_after=1)
                note_blob(connection, sha256, packed, self._now())
                note_snapshot(connection, standing.number, snapshot)
            return snapshot

    def _until_closed(self, stream: Iterator[bytes]) -> Iterator[bytes]:
        for piece in stream:
            if self._closed.is_set():
                raise StorageFailure("stopping")
            yield piece

    def renew(self, standing: Standing) -> None:
        """Make the snapshot of a version in the background, unless one is being made for its collection."""
        if standing.number not in self._asked:
            self._asked.add(standing.number)
            self._worker.submit(self._renew, standing)

    def _renew(self, standing: Standing) -> None:
        try:
            self.make(standing)
        except HubDeskError as error:
            if not self._closed.is_set():
                _log.error("snapshot of %s: %s", standing.name, error)
        finally:
            self._asked.discard(standing.number)

    def close(self) -> None:
        """Give up what is being made; it is made again when it is next needed."""
        self._closed.set()
        self._worker.shutdown(wait=True, cancel_futures=True)
