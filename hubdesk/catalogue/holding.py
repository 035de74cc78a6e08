"""A collection's states as this desk knows them, in the form that state/delta.py asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, func, literal_column, select

from hubdesk.catalogue import erasures, revisions
from hubdesk.catalogue.tables import SEVENTH, record, revision
from hubdesk.model.identity import id_bytes, id_from_bytes, tree_key
from hubdesk.model.record import Revision, Stub, write_stub
from hubdesk.state.tree import Entry, Nodes, node_hash

_MANY = 500
_READ_TOGETHER = 100
UNKNOWN = "unknown"
"""The kind of a record of which nothing was ever here."""

Changes = Mapping[bytes, bytes]
"""Record id (16 bytes) -> hash of its next revision."""


class ConfirmedState:
    """The confirmed records of collection number `collection`, read through `connection`."""

    def __init__(self, connection: Connection, collection: int) -> None:
        self._connection = connection
        self._collection = collection
        self._here = (record.c.collection == collection) & record.c.confirmed.is_not(None)

    def bucket(self, number: int) -> Sequence[bytes]:
        """Return the ids of a bucket in tree order."""
        rows = self._connection.scalars(select(record.c.id).where(self._here, record.c.bucket == number))
        return sorted(rows, key=tree_key)

    def hashes(self, ids: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the revision hash of each of these records that is held, by id."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(ids), _MANY):
            rows = self._connection.execute(
                select(record.c.id, record.c.confirmed).where(
                    self._here, record.c.id.in_(ids[start : start + _MANY])
                )
            )
            found.update((row.id, row.confirmed) for row in rows)
        return found

    def every_hash(self) -> dict[bytes, bytes]:
        """Return the revision hash of every record, by id."""
        rows = self._connection.execute(select(record.c.id, record.c.confirmed).where(self._here))
        return {row.id: row.confirmed for row in rows}

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        """Return (hash, canonical bytes) by id; a record whose bytes are missing here is left out."""
        hashes = self.hashes(ids)
        contents = dict(revisions.get_many(self._connection, list(hashes.values())))
        return {
            record_id: (value, contents[value]) for record_id, value in hashes.items() if value in contents
        }

    def newest(self) -> Iterator[bytes]:
        """Yield canonical bytes by falling id, ids of UUID version 7 before all others."""
        query = (
            select(revision.c.canonical)
            .select_from(record.join(revision, record.c.confirmed == revision.c.hash))
            .where(self._here)
            # As the index says it, word for word: else every record would be sorted for the newest few.
            .order_by(literal_column(SEVENTH).desc(), record.c.id.desc())
        )
        with self._connection.execute(query, execution_options={"yield_per": 100}) as rows:
            yield from rows.scalars()

    def entries(self, node: int) -> list[Entry]:
        """Return one node's entries in tree order."""
        rows = self._connection.execute(
            select(record.c.id, record.c.confirmed).where(
                self._here, record.c.bucket >= node << 8, record.c.bucket < (node + 1) << 8
            )
        )
        return sorted((tree_key(row.id), row.id, row.confirmed) for row in rows)

    def canonical_in_tree_order(self) -> Iterator[bytes]:
        """Yield every record's canonical bytes, or the stub of one that was erased, in tree order, one node in memory at
        a time."""
        for node in range(256):
            entries = self.entries(node)
            contents = dict(revisions.get_many(self._connection, [entry[2] for entry in entries]))
            gone = [entry[1:] for entry in entries if entry[2] not in contents]
            contents |= {stub.hash: stub.canonical for stub in self.stubs(dict(gone))}
            yield from (contents[entry[2]] for entry in entries)

    def stubs(self, hashes: Mapping[bytes, bytes]) -> Iterator[Stub]:
        """Yield what is left of those of these revisions (record id -> hash) whose words were erased."""
        for record_id, row in erasures.among(self._connection, self._collection, hashes).items():
            here = (record.c.collection == self._collection) & (record.c.id == record_id)
            kind = self._connection.scalar(select(record.c.kind).where(here)) or UNKNOWN
            yield write_stub(id_from_bytes(record_id), kind, hashes[record_id], row.reason)

    def count(self) -> int:
        """Return the number of records."""
        return self._connection.scalar(select(func.count()).select_from(record).where(self._here)) or 0


class NamedState:
    """A state that is not confirmed: `named` maps id -> hash of revisions whose bytes are kept here."""

    def __init__(self, connection: Connection, named: Mapping[bytes, bytes]) -> None:
        self._connection = connection
        self._named = named
        self._buckets: dict[int, list[bytes]] = {}
        for record_id in named:
            key = tree_key(record_id)
            self._buckets.setdefault(key[0] << 8 | key[1], []).append(record_id)

    def bucket(self, number: int) -> Sequence[bytes]:
        """Return the ids of a bucket in tree order."""
        return sorted(self._buckets.get(number, ()), key=tree_key)

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        """Return (hash, canonical bytes) by id."""
        hashes = {record_id: self._named[record_id] for record_id in ids if record_id in self._named}
        contents = dict(revisions.get_many(self._connection, list(hashes.values())))
        return {
            record_id: (value, contents[value]) for record_id, value in hashes.items() if value in contents
        }

    def newest(self) -> Iterator[bytes]:
        """Yield canonical bytes by falling id, ids of UUID version 7 before all others."""
        ids = sorted(self._named, key=lambda record_id: (record_id[6] >> 4 == 7, record_id), reverse=True)
        for start in range(0, len(ids), _READ_TOGETHER):
            some = ids[start : start + _READ_TOGETHER]
            found = self.revisions(some)
            yield from (found[record_id][1] for record_id in some if record_id in found)


class NextState(msgspec.Struct, frozen=True):
    """The nodes that a collection would have after some changes, and its number of records."""

    nodes: bytes
    records: int

    @property
    def root(self) -> bytes:
        """The root of these nodes."""
        return Nodes(self.nodes).root()


def changes_of(changes: Iterable[Revision]) -> dict[bytes, bytes]:
    """Return revisions as changes: id -> hash."""
    return {id_bytes(revision.content.id): revision.hash for revision in changes}


def next_state(
    connection: Connection, collection: Any, changes: Changes, gone: Collection[bytes] = ()
) -> NextState:
    """Return the state of a collection's row after `changes`, without the ids `gone`, reading only the nodes that
    they touch."""
    state = ConfirmedState(connection, collection.number)
    count = collection.records
    changed: dict[int, bytes] = {}
    ordered = sorted((tree_key(record_id), record_id) for record_id in {*changes, *gone})
    for number, members in groupby(ordered, key=lambda place: place[0][0]):
        entries = {entry[1]: entry for entry in state.entries(number)}
        before = len(entries)
        for key, record_id in members:
            if record_id in changes:
                entries[record_id] = (key, record_id, changes[record_id])
            else:
                entries.pop(record_id, None)
        count += len(entries) - before
        changed[number] = node_hash(sorted(entries.values()))
    return NextState(Nodes(collection.nodes).replaced(changed).packed(), count)
