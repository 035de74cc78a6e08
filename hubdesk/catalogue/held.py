"""Heads that withdraw so much that a person looks before they are applied.

Invariant: a held head was checked as any other and is stored with all it brings, so that taking it needs no network;
until then nothing of it shows, and it is not fetched again. Replacements, erasures and first fills are never held.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import collections, records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.holding import Changes, ConfirmedState
from hubdesk.errors import NotFound
from hubdesk.model.record import read_revision
from hubdesk.state.head import SignedHead

if TYPE_CHECKING:
    from hubdesk.catalogue.apply import Apply

MANY = 20
SHARE = 0.1
_TABLE = tables.held_head
_ENTRY = 48
_MOST_TITLES = 200


class HeldView(Struct, frozen=True):
    """A head that waits for a look: it withdraws `withdrawals` of the `records` that can be read here, the first of
    them with these `titles`."""

    collection: str
    version: int
    withdrawals: int
    records: int
    held_at: str
    titles: list[dict[str, str]]


def pack_changes(changes: Changes) -> bytes:
    """Return changes as they are stored: id (16) and hash (32) of each."""
    return b"".join(record_id + value for record_id, value in changes.items())


def read_changes(packed: bytes) -> dict[bytes, bytes]:
    """Return stored changes."""
    places = range(0, len(packed), _ENTRY)
    return {packed[place : place + 16]: packed[place + 16 : place + _ENTRY] for place in places}


def withdrawals_of(connection: Connection, collection: int, changes: Changes) -> list[bytes]:
    """Return the ids of the records that can be read here and that `changes` withdraw."""
    news = dict(revisions.get_many(connection, list(changes.values())))
    withdrawn = [
        record_id for record_id, value in changes.items() if value in news and _withdraws(news[value])
    ]
    held = ConfirmedState(connection, collection).revisions(withdrawn)
    return [record_id for record_id in withdrawn if record_id in held and _has_words(held[record_id][1])]


def _withdraws(canonical: bytes) -> bool:
    # A parse for each of ten thousand edits would cost more than to look for the word first.
    return b'"withdrawn"' in canonical and read_revision(canonical).content.withdrawn is not None


def _has_words(canonical: bytes) -> bool:
    return read_revision(canonical).content.fields is not None


def readable(connection: Connection, collection: int) -> int:
    """Return how many records of a collection can be read here: those that are neither withdrawn nor erased."""
    query = (
        select(tables.revision.c.canonical)
        .join(tables.record, tables.record.c.confirmed == tables.revision.c.hash)
        .where(tables.record.c.collection == collection)
    )
    rows = connection.execution_options(yield_per=500).scalars(query)
    return sum(_has_words(canonical) for canonical in rows)


def too_many(connection: Connection, collection: int, changes: Changes) -> int:
    """Return the number of withdrawals in `changes` where a person should look first, else 0."""
    count = len(withdrawals_of(connection, collection, changes))
    return count if count > MANY and count > SHARE * readable(connection, collection) else 0


def hold(
    connection: Connection, collection: int, signed: SignedHead, changes: Changes, withdrawals: int, at: str
) -> None:
    """Store a checked head with what it brings, in the place of one that was held before."""
    head = signed.head()
    row = {
        "collection": collection,
        "version": head.version,
        "root": bytes.fromhex(head.root),
        "head": collections.pack_head(signed),
        "changes": pack_changes(changes),
        "withdrawals": withdrawals,
        "held_at": at,
    }
    connection.execute(insert(_TABLE).values(row).on_conflict_do_update(["collection"], set_=row))


def release(connection: Connection, collection: int) -> None:
    """Hold nothing any more of a collection."""
    connection.execute(delete(_TABLE).where(_TABLE.c.collection == collection))


def held_row(connection: Connection, collection: int) -> Any:
    """Return the row of the head that is held for a collection number, None where none is."""
    return connection.execute(select(_TABLE).where(_TABLE.c.collection == collection)).one_or_none()


def held_cursors(connection: Connection) -> dict[str, tuple[int, bytes]]:
    """Return (version, root) of every held head by the name of its collection: what need not be fetched again."""
    query = select(tables.collection.c.name, _TABLE.c.version, _TABLE.c.root).join(tables.collection)
    return {row.name: (row.version, row.root) for row in connection.execute(query)}


def held_counts(connection: Connection) -> dict[str, int]:
    """Return the number of withdrawals of every held head by the name of its collection."""
    query = select(tables.collection.c.name, _TABLE.c.withdrawals).join(tables.collection)
    return {row.name: row.withdrawals for row in connection.execute(query)}


class Held:
    """What is held on this desk. Taking waits for the desk's line, because a sync may be changing the same state."""

    def __init__(self, database: Database, apply: Apply, line: AbstractContextManager[Any]) -> None:
        self._database = database
        self._apply = apply
        self._line = line

    def all(self) -> list[HeldView]:
        """Return every head that waits for a look."""
        with self._database.read() as connection:
            return [self._view(connection, row) for row in connection.execute(select(_TABLE))]

    def _view(self, connection: Connection, row: Any) -> HeldView:
        name = connection.scalar(
            select(tables.collection.c.name).where(tables.collection.c.number == row.collection)
        )
        ids = withdrawals_of(connection, row.collection, read_changes(row.changes))
        shown = ConfirmedState(connection, row.collection).revisions(ids[:_MOST_TITLES])
        return HeldView(
            collection=str(name),
            version=row.version,
            withdrawals=row.withdrawals,
            records=readable(connection, row.collection),
            held_at=row.held_at,
            titles=list(_titles(canonical for _, canonical in shown.values())),
        )

    def take(self, collection: str) -> int:
        """Apply what is held of a collection; return the number of records that changed. Needs no network.

        Raises NotFound("nothing-held"), Untrusted, StorageFailure.
        """
        with self._line:
            self._apply.go_on()
            with self._database.read() as connection:
                number = records.collection_number(connection, collection)
                row = held_row(connection, number)
            if row is None:
                raise NotFound("nothing-held", collection=collection)
            signed = collections.read_head(row.head)
            assert signed is not None
            return self._apply.accepted(signed, read_changes(row.changes), row.held_at)

    def take_all(self) -> dict[str, int]:
        """Apply everything that is held; return how many records changed, by collection."""
        with self._database.read() as connection:
            names = list(held_counts(connection))
        return {name: self.take(name) for name in names}


def _titles(contents: Iterable[bytes]) -> Iterable[dict[str, str]]:
    for canonical in contents:
        title = read_revision(canonical).fields.get("title")
        yield title if isinstance(title, dict) else {}
