"""What a desk is told about a collection, given what it holds.

Invariant: an answer leads from what the desk holds to the newest head, or says why not; what it leads through proves
itself against the head.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.server import tables
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.database import Database
from hubdesk.server.erasing import is_erased_after
from hubdesk.server.policy import may_read
from hubdesk.server.references import note_blob, refer
from hubdesk.server.refusal import Refusal
from hubdesk.server.snapshots import SMALL_BYTES, Snapshot, SnapshotMaker, newest_snapshot
from hubdesk.server.states import PastState, Standing, bytes_at, changes, newest, nodes_at, version_of
from hubdesk.state import frame
from hubdesk.state.delta import Delta, make_delta
from hubdesk.state.head import shorten
from hubdesk.state.tree import WIDTH
from hubdesk.sync.wire import (
    CHUNK,
    INLINE_LIMIT,
    BlobRef,
    CollectionAnswer,
    Cursor,
    Publication,
    SnapshotRef,
    pack,
)

_SNAPSHOT_SHARE = 0.6
NODES = 32 * WIDTH
"""Bytes of node hashes that travel with every snapshot."""
_RENEWAL_SHARE = 0.15
_BEST_BYTES = 4_000_000
_QUICK_LEVEL = 9
_CACHE_BYTES = 32_000_000
_LEAST_BLOB = 4_096
"""Below this a request of its own costs more than it saves."""

Way = Delta | BlobRef
Publishers = dict[str, dict[str, bytes]]


def size_of(way: Way) -> int:
    """Return the bytes that a delta costs on the wire."""
    if isinstance(way, BlobRef):
        return way.size
    return len(way.changed) + len(way.added) + len(way.frame)


class DeltaCache:
    """The deltas made last, by the roots of the states between which they lead: such a delta fits for ever."""

    def __init__(self, limit: int = _CACHE_BYTES) -> None:
        self._limit = limit
        self._bytes = 0
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[bytes, bytes], Delta] = OrderedDict()

    def get(self, key: tuple[bytes, bytes]) -> Delta | None:
        """Return a delta that is held."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._held.clear()
            self._bytes = 0

    def put(self, key: tuple[bytes, bytes], delta: Delta) -> None:
        """Hold a delta, letting go those that were not asked for longest."""
        with self._lock:
            if key not in self._held:
                self._held[key] = delta
                self._bytes += size_of(delta)
            while self._bytes > self._limit:
                self._bytes -= size_of(self._held.popitem(last=False)[1])


class Answers:
    """Answers to cursors. Each is made in the caller's reading transaction; what it makes on the way is kept."""

    def __init__(
        self,
        database: Database,
        blobs: BlobFolder,
        maker: SnapshotMaker,
        now: Callable[[], str],
        publishers: Callable[[Connection], Publishers],
    ) -> None:
        self._database = database
        self._blobs = blobs
        self._maker = maker
        self._now = now
        self._publishers = publishers
        self._cache = DeltaCache()

    def to(
        self, connection: Connection, cursor: Cursor, roles: dict[str, str], most: int = INLINE_LIMIT
    ) -> CollectionAnswer | None:
        """Return what is new for a desk with `roles` that holds `cursor`; None for nothing.

        What takes more than `most` bytes is handed out as a blob: a line that breaks before so many are through can
        still bring it, piece by piece.
        """
        name = cursor.collection
        standing = newest(connection, name)
        if standing is None:
            return CollectionAnswer(collection=name, refused="collection-unknown")
        if not may_read(name, roles):
            return CollectionAnswer(collection=name, refused="role")
        if cursor.version > standing.version:
            return CollectionAnswer(collection=name, behind=standing.version)
        known = version_of(connection, name, cursor.version)
        if known is None or known.root[:8] != cursor.root:
            known = None
        if standing.signed is None or (known is not None and known.version == standing.version):
            return None
        if known is not None and known.version > 0:
            way = self._way(connection, known, standing)
            held = newest_snapshot(connection, standing.number)
            if (
                held is None
                or held.version <= known.version
                or size_of(way) <= _SNAPSHOT_SHARE * (held.size + NODES)
            ):
                return _answer(standing, self._fitting(connection, way, known, standing, most))
        return self._filled(connection, standing, most)

    def shortened(
        self, connection: Connection, answer: CollectionAnswer, cursors: Mapping[str, Cursor]
    ) -> CollectionAnswer:
        """Return an answer with its head told against the one that the desk holds, where it names one known here."""
        cursor = cursors.get(answer.collection)
        if answer.head is None or cursor is None or not cursor.version:
            return answer
        known = version_of(connection, answer.collection, cursor.version)
        if known is None or known.root[:8] != cursor.root:
            return answer
        short = shorten(answer.head, known.version, known.root)
        return answer if short is None else msgspec.structs.replace(answer, head=None, short=short)

    def _filled(self, connection: Connection, standing: Standing, most: int) -> CollectionAnswer:
        """Return the answer to a desk that must begin with a snapshot."""
        held = newest_snapshot(connection, standing.number)
        if held is None or not self._counts(connection, standing, held):
            held = self._maker.make(standing)
        way = self._way_from(connection, held, standing)
        if way is not None and size_of(way) > _RENEWAL_SHARE * held.size:
            if bytes_at(connection, standing.number, standing.version) <= SMALL_BYTES:
                held = self._maker.make(standing)
                way = self._way_from(connection, held, standing)
            else:
                self._maker.renew(standing)
        if way is not None:
            old = version_of(connection, standing.name, held.version)
            assert old is not None
            way = self._fitting(connection, way, old, standing, most)
        return _answer(standing, way, self._reference(connection, standing, held, most))

    def _counts(self, connection: Connection, standing: Standing, held: Snapshot) -> bool:
        """Tell whether a desk takes the head of a snapshot: the newest, or one whose key still publishes."""
        at = version_of(connection, standing.name, held.version)
        if held.version == standing.version or at is None or at.signed is None:
            return held.version == standing.version
        hub = standing.name.partition("/")[0]
        return at.signed.key in self._publishers(connection).get(hub, {})

    def _fitting(self, connection: Connection, way: Way, old: Standing, new: Standing, most: int) -> Way:
        """Return a way, as a blob where it takes more than `most` bytes."""
        if isinstance(way, BlobRef) or size_of(way) <= max(most, _LEAST_BLOB):
            return way
        key = (new.number, old.version, new.version)
        return self._kept(connection, key) or self._keep(key, way)

    def _way_from(self, connection: Connection, held: Snapshot, standing: Standing) -> Way | None:
        if held.version >= standing.version:
            return None
        old = version_of(connection, standing.name, held.version)
        assert old is not None
        return self._way(connection, old, standing)

    def _reference(
        self, connection: Connection, standing: Standing, held: Snapshot, most: int
    ) -> SnapshotRef:
        at = version_of(connection, standing.name, held.version)
        assert at is not None
        assert at.signed is not None
        return SnapshotRef(
            head=at.signed,
            nodes=nodes_at(connection, standing.number, held.version).sparse(),
            blob=BlobRef(held.sha256, held.size),
            inline=self._blobs.path(held.sha256).read_bytes() if held.size <= min(CHUNK, most) else b"",
        )

    def _way(self, connection: Connection, old: Standing, new: Standing) -> Way:
        """Return the delta between two versions, or the blob that holds it."""
        key = (new.number, old.version, new.version)
        cached = self._cache.get((old.root, new.root)) or self._kept(connection, key)
        if cached is not None:
            return cached
        fresh = changes(connection, new.number, old.version, new.version)
        large = sum(len(revision.canonical) for revision in fresh) > _BEST_BYTES
        state = PastState(connection, new.number, old.version)
        delta = make_delta(state, fresh, _QUICK_LEVEL if large else frame.LEVEL)
        if size_of(delta) <= INLINE_LIMIT:
            self._cache.put((old.root, new.root), delta)
            return delta
        return self._keep(key, delta)

    def published(self, publication: Publication) -> None:
        """Keep the delta of a publication that was taken in: it leads every other desk the same way."""
        head, delta = publication.head.head(), publication.delta
        if delta is not None and size_of(delta) <= INLINE_LIMIT:
            self._cache.put((bytes.fromhex(head.previous), bytes.fromhex(head.root)), delta)

    def forget(self) -> None:
        """Let go of the deltas in memory: one may hold what was erased."""
        self._cache.clear()

    def _kept(self, connection: Connection, key: tuple[int, int, int]) -> BlobRef | None:
        large = tables.large_delta.c
        row = connection.execute(
            select(large.sha256, large.size).where(
                large.collection == key[0], large.old == key[1], large.new == key[2]
            )
        ).one_or_none()
        return None if row is None else BlobRef(row.sha256, row.size)

    def _keep(self, key: tuple[int, int, int], delta: Delta) -> BlobRef:
        sha256, size = self._blobs.keep([pack(delta)])
        row = {"collection": key[0], "old": key[1], "new": key[2], "sha256": sha256, "size": size}
        with self._database.write() as connection:
            if is_erased_after(connection, key[0], key[2]):
                self._blobs.path(sha256).unlink(missing_ok=True)
                raise Refusal(503, "busy", retry_after=1)
            note_blob(connection, sha256, size, self._now())
            refer(connection, key[0], [sha256], published=True)
            connection.execute(insert(tables.large_delta).values(row).on_conflict_do_nothing())
        return BlobRef(sha256, size)


def _answer(standing: Standing, way: Way | None, snapshot: SnapshotRef | None = None) -> CollectionAnswer:
    return CollectionAnswer(
        collection=standing.name,
        head=standing.signed,
        delta=way if isinstance(way, Delta) else None,
        delta_blob=way if isinstance(way, BlobRef) else None,
        snapshot=snapshot,
    )
