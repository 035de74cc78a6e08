"""What a relay tells of a public collection, reckoned from its own catalogue with the rules of state/.

Invariant: an answer leads from what the desk says to hold to the signed state here, or asks to compare; it is never
believed, so nothing here needs to be.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from hubdesk.catalogue import public, revisions
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.holding import ConfirmedState, NamedState
from hubdesk.catalogue.public import Standing
from hubdesk.errors import NotFound, Untrusted
from hubdesk.model.record import read_revision
from hubdesk.relay.made import Made
from hubdesk.relay.past import Past, differing
from hubdesk.server.answers import DeltaCache, size_of
from hubdesk.state.comparison import not_there, only_there, plain_delta, read_marks
from hubdesk.state.delta import Delta, make_delta
from hubdesk.state.snapshot import write_snapshot
from hubdesk.state.tree import WIDTH
from hubdesk.sync.wire import (
    CHUNK,
    COMPARES,
    INLINE_LIMIT,
    PLAIN,
    BlobRef,
    CollectionAnswer,
    Compared,
    Cursor,
    SnapshotRef,
    pack,
)

MOST_MARKS = 5_000_000
_LEVEL = 6
"""Of zstd: what it costs in bytes goes over a local network."""
_WHOLE_SHARE = 0.6
_FEW = 100


class Answers:
    """Answers to cursors from the catalogue in `database`."""

    def __init__(self, database: Database, past: Past, made: Made) -> None:
        self._database = database
        self._past = past
        self._made = made
        self._cache = DeltaCache()

    def note(self) -> None:
        """Take note of the states that stand now, so that what leads on from them can be told."""
        with self._database.read() as connection:
            for name in public.names(connection):
                standing = public.standing(connection, name)
                if standing is not None:
                    self._past.note(connection, standing)

    def to(self, cursor: Cursor, compared: Compared | None, flags: list[str]) -> CollectionAnswer | None:
        """Return what is new for a desk that holds `cursor`, or what it is told of a comparison; None for nothing."""
        with self._database.read() as connection:
            standing = public.standing(connection, cursor.collection)
            if standing is None:
                return None
            self._past.note(connection, standing)
            if compared is not None:
                return self._compared(connection, standing, compared)
            if cursor.version > standing.version:
                return CollectionAnswer(collection=standing.name, behind=standing.version)
            if (cursor.version, cursor.root) == (standing.version, standing.root[:8]):
                return None
            if cursor.version == 0:
                return self._whole(connection, standing)
            way = None if PLAIN in flags else self._way(connection, standing, cursor)
            if way is not None:
                return _answer(standing, way)
            return self._offered(standing) if COMPARES in flags else self._whole(connection, standing)

    def _whole(self, connection: Connection, standing: Standing) -> CollectionAnswer | None:
        """Return the state as a snapshot; None where not all of it is here any more."""
        try:
            blob = self._made.get(
                ("snapshot", standing.root),
                lambda: write_snapshot(public.contents(connection, standing), _LEVEL),
            )
        except KeyError:
            return None
        path = self._made.path(blob.sha256)
        inline = path.read_bytes() if path is not None and blob.size <= CHUNK else b""
        reference = SnapshotRef(head=standing.signed, nodes=standing.nodes.sparse(), blob=blob, inline=inline)
        return CollectionAnswer(collection=standing.name, head=standing.signed, snapshot=reference)

    def _way(self, connection: Connection, standing: Standing, cursor: Cursor) -> Delta | BlobRef | None:
        """Return the delta from a past state, None where that is not known here any more."""
        before = self._past.at(standing, cursor.version, cursor.root)
        now = self._past.note(connection, standing)
        if before is None or now is None or before.keys() - now.keys():
            return None
        key = (cursor.root, standing.root)
        delta = self._cache.get(key)
        if delta is None:
            changed = [now[record_id] for record_id in differing(before, now)]
            contents = dict(revisions.get_many(connection, changed))
            if len(contents) != len(set(changed)):
                return None
            fresh = [read_revision(contents[value]) for value in changed]
            try:
                delta = make_delta(NamedState(connection, before), fresh, _LEVEL)
            except Untrusted:  # what the dictionary is made of is not here any more
                return None
            self._cache.put(key, delta)
        return self._fitting(delta)

    def _fitting(self, delta: Delta) -> Delta | BlobRef:
        if size_of(delta) <= INLINE_LIMIT:
            return delta
        packed = pack(delta)
        return self._made.get(("delta", hash(packed), len(packed)), lambda: [packed])

    def _compared(
        self, connection: Connection, standing: Standing, compared: Compared
    ) -> CollectionAnswer | None:
        if compared.head is not None:  # it offers what is lost here: that is the hub's matter
            return None
        if not compared.marks:
            return self._offered(standing)
        if sum(map(len, compared.marks.values())) > MOST_MARKS:
            return self._whole(connection, standing)
        state = ConfirmedState(connection, standing.number)
        wanted: list[bytes] = []
        gone: list[bytes] = []
        for number, packed in compared.marks.items():
            if not 0 <= number < WIDTH:
                continue
            entries, marks = state.entries(number), read_marks(packed)
            wanted += [entry[1] for entry in not_there(entries, marks)]
            gone += only_there(entries, marks)
        if len(wanted) > max(_FEW, _WHOLE_SHARE * standing.records):
            return self._whole(connection, standing)
        return self._plain(state, standing, wanted, gone)

    def _plain(
        self, state: ConfirmedState, standing: Standing, wanted: Iterable[bytes], gone: list[bytes]
    ) -> CollectionAnswer | None:
        ids = list(wanted)
        found = state.revisions(ids)
        if len(found) != len(ids):
            raise NotFound("revision-unknown")
        way = self._fitting(plain_delta({one: canonical for one, (_, canonical) in found.items()}, _LEVEL))
        return msgspec.structs.replace(_answer(standing, way), gone=b"".join(gone), repaired=True)

    def _offered(self, standing: Standing) -> CollectionAnswer:
        nodes = standing.nodes.packed()
        return CollectionAnswer(collection=standing.name, head=standing.signed, nodes=nodes)


def _answer(standing: Standing, way: Delta | BlobRef) -> CollectionAnswer:
    return CollectionAnswer(
        collection=standing.name,
        head=standing.signed,
        delta=way if isinstance(way, Delta) else None,
        delta_blob=way if isinstance(way, BlobRef) else None,
    )
