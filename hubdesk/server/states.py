"""Heads and states of the collections, present and past.

Invariant: the newest head of a collection and the rows that still stand are changed together or not at all, and the
root over the rows is the head's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, func, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.record import Revision, read_member
from hubdesk.server import tables
from hubdesk.server.tables import CURRENT
from hubdesk.state.head import SignedHead
from hubdesk.state.tree import EMPTY_ROOT, Entry, Nodes, node_hash

T = TypeVar("T")
_MANY = 500
_NODE_BUCKETS = 256

_revision = tables.revision.c
_state = tables.state.c
_head = tables.head.c


class Standing(msgspec.Struct, frozen=True):
    """One version of a collection: its row number, name, version (0: empty), root (32 bytes), number of records,
    and the signed head, None for version 0."""

    number: int
    name: str
    version: int
    root: bytes
    records: int
    signed: SignedHead | None


def portions(items: Iterable[T], size: int = _MANY) -> Iterator[list[T]]:
    """Yield `items` in runs of at most `size`."""
    source = iter(items)
    while some := list(islice(source, size)):
        yield some


def collection_names(connection: Connection) -> list[str]:
    """Return the names of all collections, sorted."""
    return list(
        connection.execute(select(tables.collection.c.name).order_by(tables.collection.c.name)).scalars()
    )


def newest(connection: Connection, name: str) -> Standing | None:
    """Return the newest version of a collection; None when there is no such collection."""
    return version_of(connection, name, None)


def version_of(connection: Connection, name: str, version: int | None) -> Standing | None:
    """Return one version of a collection, the newest for None; None when there is no such version."""
    number = connection.execute(
        select(tables.collection.c.number).where(tables.collection.c.name == name)
    ).scalar_one_or_none()
    if number is None:
        return None
    heads = select(tables.head).where(_head.collection == number)
    if version is None:
        row = connection.execute(heads.order_by(_head.version.desc()).limit(1)).one_or_none()
    else:
        row = connection.execute(heads.where(_head.version == version)).one_or_none()
    if row is None:
        return Standing(number, name, 0, EMPTY_ROOT, 0, None) if not version else None
    return Standing(number, name, row.version, row.root, row.records, _signed(row))


def _signed(row: Row[tuple[object, ...]]) -> SignedHead:
    return SignedHead(row.body, row.key, row.signature)


def newest_heads(connection: Connection, hub: str) -> dict[str, bytes]:
    """Return the canonical bytes of the newest head of every collection of a hub that has one."""
    found = {}
    for name in collection_names(connection):
        if name.partition("/")[0] == hub:
            standing = newest(connection, name)
            if standing is not None and standing.signed is not None:
                found[name] = standing.signed.body
    return found


def nodes_at(connection: Connection, collection: int, version: int) -> Nodes:
    """Return the 256 node hashes of a version."""
    if version == 0:
        return Nodes()
    packed = connection.execute(
        select(_head.nodes).where(_head.collection == collection, _head.version == version)
    ).scalar_one()
    return Nodes(packed)


def standing_at(collection: int, version: int) -> ColumnElement[bool]:
    """Return the condition for the rows of `state` that stand at `version`."""
    # "+ 0" keeps SQLite from walking the whole state by `since` where an id or a bucket is asked for.
    return and_(_state.collection == collection, _state.since + 0 <= version, _state.until > version)


class PastState:
    """One state of a collection as the Holding of state/delta.py; `version` 0 is the empty one."""

    def __init__(self, connection: Connection, collection: int, version: int) -> None:
        self._connection = connection
        self._standing = standing_at(collection, version)

    def bucket(self, number: int) -> Sequence[bytes]:
        """Return the ids of bucket `number` in tree order."""
        query = select(_state.record).where(self._standing, _state.bucket == number).order_by(_state.key)
        return self._connection.execute(query).scalars().all()

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        """Return (hash, canonical bytes) of the records with these ids, by id."""
        found: dict[bytes, tuple[bytes, bytes]] = {}
        for some in portions(ids):
            query = (
                select(_state.record, _state.revision, _revision.canonical)
                .join(tables.revision)
                .where(self._standing, _state.record.in_(some), _revision.size > 0)
            )
            found.update(
                {row.record: (row.revision, row.canonical) for row in self._connection.execute(query)}
            )
        return found

    def lines(self, ids: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what stands for these records, by id: canonical bytes, or the stub of one that a notice erased."""
        found: dict[bytes, bytes] = {}
        for some in portions(ids):
            query = select(_state.record, _revision.canonical).join(tables.revision)
            rows = self._connection.execute(query.where(self._standing, _state.record.in_(some)))
            found.update({row.record: row.canonical for row in rows})
        return found

    def newest(self) -> Iterator[bytes]:
        """Yield canonical bytes by falling id, ids of version 7 first."""
        query = (
            select(_revision.canonical)
            .select_from(tables.state.join(tables.revision))
            .where(self._standing, _revision.size > 0)
            .order_by(_state.seven.desc(), _state.record.desc())
            .execution_options(yield_per=100)
        )
        with self._connection.execute(query) as rows:
            yield from rows.scalars()


def records_at(connection: Connection, collection: int, version: int) -> Iterator[bytes]:
    """Yield the canonical bytes of all records of a version in tree order, not holding them all."""
    for node in range(256):
        query = (
            select(_revision.canonical)
            .select_from(tables.state.join(tables.revision))
            .where(standing_at(collection, version), _in_node(node))
            .order_by(_state.bucket, _state.key)
        )
        yield from connection.execute(query).scalars().all()


def bytes_at(connection: Connection, collection: int, version: int) -> int:
    """Return the canonical bytes of all records of a version."""
    query = select(func.total(_revision.size)).select_from(tables.state.join(tables.revision))
    return int(connection.execute(query.where(standing_at(collection, version))).scalar_one())


def changes(connection: Connection, collection: int, old: int, new: int) -> list[Revision]:
    """Return the revisions that stand at version `new` and did not at `old`."""
    query = (
        select(_revision.canonical)
        .select_from(tables.state.join(tables.revision))
        .where(standing_at(collection, new), _state.since > old)
    )
    return [read_member(canonical) for canonical in connection.execute(query).scalars()]


def _in_node(node: int) -> ColumnElement[bool]:
    return _state.bucket.between(node * _NODE_BUCKETS, node * _NODE_BUCKETS + _NODE_BUCKETS - 1)


def nodes_after(connection: Connection, before: Standing, revisions: Iterable[Revision]) -> tuple[Nodes, int]:
    """Return the nodes, and the number of records, once `revisions` are applied to the newest state."""
    fresh: dict[int, dict[bytes, bytes]] = {}
    for revision in revisions:
        record = id_bytes(revision.content.id)
        fresh.setdefault(tree_key(record)[0], {})[record] = revision.hash
    hashes: dict[int, bytes] = {}
    added = 0
    for node, changed in fresh.items():
        query = select(_state.record, _state.revision).where(
            standing_at(before.number, before.version), _in_node(node)
        )
        held = {row.record: row.revision for row in connection.execute(query)}
        added += len(changed.keys() - held.keys())
        entries: list[Entry] = [
            (tree_key(record), record, found) for record, found in (held | changed).items()
        ]
        hashes[node] = node_hash(sorted(entries))
    return nodes_at(connection, before.number, before.version).replaced(hashes), before.records + added


def add_head(connection: Connection, before: Standing, signed: SignedHead, nodes: Nodes) -> None:
    """Make `signed` the newest head, over these nodes. The caller has checked both."""
    head = signed.head()
    connection.execute(
        insert(tables.head).values(
            collection=before.number,
            version=head.version,
            root=bytes.fromhex(head.root),
            records=head.records,
            body=signed.body,
            key=signed.key,
            signature=signed.signature,
            nodes=nodes.packed(),
        )
    )


def supersede(connection: Connection, before: Standing, version: int, revisions: Sequence[Revision]) -> None:
    """Let `revisions` stand from `version` on, each in the place of what its record had."""
    ids = [id_bytes(revision.content.id) for revision in revisions]
    keep_revisions(connection, revisions)
    connection.execute(
        update(tables.state)
        .where(_state.collection == before.number, _state.record.in_(ids), _state.until == CURRENT)
        .values(until=version)
    )
    rows = []
    for record, revision in zip(ids, revisions, strict=True):
        key = tree_key(record)
        rows.append(
            {
                "collection": before.number,
                "record": record,
                "key": key,
                "bucket": int.from_bytes(key[:2], "big"),
                "seven": record[6] >> 4 == 7,
                "revision": revision.hash,
                "since": version,
                "until": CURRENT,
            }
        )
    connection.execute(insert(tables.state), rows)


def keep_revisions(connection: Connection, revisions: Iterable[Revision]) -> None:
    """Store revisions that are not stored yet."""
    rows = [
        {
            "hash": revision.hash,
            "record": id_bytes(revision.content.id),
            "size": len(revision.canonical),
            "canonical": revision.canonical,
        }
        for revision in revisions
    ]
    if rows:
        connection.execute(insert(tables.revision).on_conflict_do_nothing(), rows)
