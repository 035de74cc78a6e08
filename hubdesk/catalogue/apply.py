"""Taking in what arrived: checked against a signed head first, then one transaction.

Invariant: what does not give the root of a head whose signature counts never becomes the state; a collection's cursor
moves only together with its records. A version never runs backwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, select, update

from hubdesk.catalogue import collections, records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox, settle_own
from hubdesk.catalogue.records import Layers
from hubdesk.errors import Untrusted
from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.record import Revision
from hubdesk.state.delta import Delta, read_delta
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.snapshot import entry_of
from hubdesk.state.tree import Nodes, node_hash

_TABLE = tables.collection


class NextState(msgspec.Struct, frozen=True):
    """The nodes that a collection would have after some changes, and its number of records."""

    nodes: bytes
    records: int

    @property
    def root(self) -> bytes:
        """The root of these nodes."""
        return Nodes(self.nodes).root()


def next_state(connection: Connection, collection: Any, changes: Iterable[Revision]) -> NextState:
    """Return the state of a collection's row after `changes`, reading only the nodes that they touch."""
    state = ConfirmedState(connection, collection.number)
    count = collection.records
    changed: dict[int, bytes] = {}
    ordered = sorted((entry_of(revision) for revision in changes), key=lambda entry: entry[0])
    for number, members in groupby(ordered, key=lambda entry: entry[0][0]):
        entries = {entry[1]: entry for entry in state.entries(number)}
        before = len(entries)
        entries.update((entry[1], entry) for entry in members)
        count += len(entries) - before
        changed[number] = node_hash(sorted(entries.values()))
    return NextState(Nodes(collection.nodes).replaced(changed).packed(), count)


class Apply:
    """Changes the confirmed state of collections."""

    def __init__(self, database: Database, layers: Layers, outbox: Outbox, inbox: Inbox) -> None:
        self._database = database
        self._layers = layers
        self._outbox = outbox
        self._inbox = inbox

    def confirm(self, names: list[str], at: str) -> None:
        """Remember that a hub confirmed at `at` (RFC 3339) that what is held of these collections is the newest."""
        if names:
            with self._database.write() as connection:
                connection.execute(update(_TABLE).where(_TABLE.c.name.in_(names)).values(as_of=at))

    def delta(self, signed: SignedHead, head: Head, delta: Delta, at: str) -> int:
        """Take in a delta to `head`, whose signature was checked; return the number of records it brought.

        Raises Untrusted("rollback" | "root-mismatch" | "delta-broken" | "dictionary-unknown").
        """
        with self._database.write() as connection:
            row = self.row(connection, head.collection)
            check_forward(row, head, head.version - 1)
            changes = read_delta(ConfirmedState(connection, row.number), delta)
            self._settle(connection, row, signed, head, changes, at)
        return len(changes)

    def own(self, signed: SignedHead, head: Head, changes: list[Revision], at: str) -> None:
        """Take in a checked head whose changes are at hand: one this desk published, or an edition brought."""
        with self._database.write() as connection:
            row = self.row(connection, head.collection)
            if head.version > row.version:
                self._settle(connection, row, signed, head, changes, at)

    def row(self, connection: Connection, name: str) -> Any:
        """Return the row of a collection, added where it is not known."""
        number = records.collection_number(connection, name, make=True)
        return connection.execute(select(_TABLE).where(_TABLE.c.number == number)).one()

    def _settle(
        self,
        connection: Connection,
        row: Any,
        signed: SignedHead,
        head: Head,
        changes: list[Revision],
        at: str,
    ) -> None:
        state = next_state(connection, row, changes)
        if state.root.hex() != head.root or state.records != head.records:
            raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
        with self._layers.gathering(connection):
            self.confirm_records(connection, row.number, changes)
        values = {"version": head.version, "root": state.root, "records": state.records, "nodes": state.nodes}
        self.set(connection, row.number, **values, head=collections.pack_head(signed), as_of=at)

    def set(self, connection: Connection, number: int, **values: Any) -> None:
        """Set columns of a collection's row."""
        connection.execute(update(_TABLE).where(_TABLE.c.number == number).values(**values))

    def confirm_records(self, connection: Connection, collection: int, changes: list[Revision]) -> None:
        """Make revisions the confirmed layer of their records; what waits on top is merged or reconsidered."""
        revisions.keep(connection, changes)
        numbers = self.numbers(connection, collection, [id_bytes(r.content.id) for r in changes])
        known = [r for r in changes if id_bytes(r.content.id) in numbers]
        fresh = [r for r in changes if id_bytes(r.content.id) not in numbers]
        if fresh:
            connection.execute(tables.record.insert(), [_record_values(collection, r) for r in fresh])
            added = self.numbers(connection, collection, [id_bytes(r.content.id) for r in fresh])
            self._layers.added(connection, list(added.values()))
        if known:
            with self._layers.changing(connection, list(numbers.values())):
                rows = [
                    {"n": numbers[id_bytes(r.content.id)], "hash": r.hash, "of_kind": r.content.kind}
                    for r in known
                ]
                change = update(tables.record).where(tables.record.c.number == bindparam("n"))
                connection.execute(
                    change.values(confirmed=bindparam("hash"), kind=bindparam("of_kind")), rows
                )
                self._reconcile(connection, list(numbers.values()))

    def numbers(self, connection: Connection, collection: int, ids: list[bytes]) -> dict[bytes, int]:
        """Return the record number of each of these ids (16 bytes) that the collection has."""
        table = tables.record
        found: dict[bytes, int] = {}
        for start in range(0, len(ids), 500):
            some = table.c.id.in_(ids[start : start + 500])
            rows = connection.execute(
                select(table.c.id, table.c.number).where(table.c.collection == collection, some)
            )
            found.update((row.id, row.number) for row in rows)
        return found

    def _reconcile(self, connection: Connection, numbers: list[int]) -> None:
        """Look again at what waits on records whose confirmed layer changed."""
        table = tables.record
        waiting = table.c.pending.is_not(None) | table.c.accepted.is_not(None)
        for start in range(0, len(numbers), 500):
            some = table.c.number.in_(numbers[start : start + 500])
            for number in connection.scalars(select(table.c.number).where(waiting, some)).all():
                row = records.by_number(connection, number)
                if row.accepted is not None and row.accepted == row.confirmed:
                    records.set_layers(connection, number, accepted=None)
                    settle_own(connection, row)
                elif row.accepted is not None:
                    self._inbox.reconsider(connection, [row.id])
                self._outbox.rebase(connection, [row])


def check_forward(row: Any, head: Head, most: int) -> None:
    """Raise Untrusted("rollback") when more than version `most` was seen of a collection, even if a fill that was
    cut has left less of it here."""
    kept = collections.read_head(row.head)
    seen = max(row.version, kept.head().version if kept is not None else 0)
    if seen > most:
        raise Untrusted("rollback", collection=head.collection, held=seen, offered=head.version)


def _record_values(collection: int, revision: Revision) -> dict[str, Any]:
    raw = id_bytes(revision.content.id)
    key = tree_key(raw)
    return {
        "collection": collection,
        "id": raw,
        "bucket": key[0] << 8 | key[1],
        "kind": revision.content.kind,
        "confirmed": revision.hash,
    }
