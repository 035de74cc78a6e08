"""The row of a record: where it stands and which layers it has.

Invariant: whatever a record shows (draft over accepted over pending over confirmed) changes only inside `Layers.changing`,
so that the search index always says what is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, insert, select, update

from hubdesk.catalogue import revisions, tables
from hubdesk.catalogue.index import Index, Shown
from hubdesk.catalogue.shown import all_shown, shown_for_index
from hubdesk.errors import NotFound
from hubdesk.model.identity import checked_id, id_bytes, id_from_bytes, tree_key
from hubdesk.state.tree import EMPTY_ROOT, Nodes

_GATHERED = "hubdesk.gathered"


class RecordRow(Struct, frozen=True):
    """A record's place and the hashes of its layers, None where it has no such layer."""

    number: int
    id: str
    kind: str
    collection: str
    collection_number: int
    confirmed: bytes | None
    pending: bytes | None
    accepted: bytes | None

    @property
    def hub(self) -> str:
        """The hub that publishes the record's collection."""
        return self.collection.partition("/")[0]


_COLUMNS = select(
    tables.record.c.number,
    tables.record.c.id,
    tables.record.c.kind,
    tables.collection.c.name,
    tables.record.c.collection,
    tables.record.c.confirmed,
    tables.record.c.pending,
    tables.record.c.accepted,
).join(tables.collection)


def _row(row: Any) -> RecordRow:
    number, raw_id, *rest = tuple(row)
    return RecordRow(number, id_from_bytes(raw_id), *rest)


def find_all(connection: Connection, record_id: str) -> list[RecordRow]:
    """Return the record with this id in every collection that has it, in the order in which they came here."""
    query = _COLUMNS.where(tables.record.c.id == id_bytes(checked_id(record_id)))
    return [_row(row) for row in connection.execute(query.order_by(tables.record.c.number))]


def find(connection: Connection, record_id: str) -> RecordRow:
    """Return the record with this id; raises NotFound("no-such-record"), BadInput("not-an-id")."""
    rows = find_all(connection, record_id)
    if not rows:
        raise NotFound("no-such-record", id=record_id)
    return rows[0]


def fields_of_kind(connection: Connection, collection: str, kind: str) -> list[dict[str, Any]]:
    """Return the fields of a collection's confirmed records of one kind, withdrawn ones left out."""
    table = tables.record
    query = (
        select(table.c.confirmed)
        .join(tables.collection)
        .where(tables.collection.c.name == collection, table.c.kind == kind, table.c.confirmed.is_not(None))
        .order_by(table.c.number)
    )
    hashes = [value for value in connection.scalars(query) if value is not None]
    found = (revisions.get(connection, value) for value in hashes)
    return [
        revision.fields for revision in found if revision is not None and revision.content.fields is not None
    ]


def by_number(connection: Connection, number: int) -> RecordRow:
    """Return the record of this number; raises NotFound("no-such-record")."""
    row = connection.execute(_COLUMNS.where(tables.record.c.number == number)).first()
    if row is None:
        raise NotFound("no-such-record", number=number)
    return _row(row)


def add(connection: Connection, collection: int, record_id: str, kind: str) -> int:
    """Add a record without any layer; return its number."""
    raw = id_bytes(checked_id(record_id))
    key = tree_key(raw)
    row = {"collection": collection, "id": raw, "bucket": key[0] << 8 | key[1], "kind": kind}
    return int(connection.scalar(insert(tables.record).values(row).returning(tables.record.c.number)) or 0)


class Counts(Struct, frozen=True):
    """How many drafts there are, changes that wait, and proposals that are open."""

    drafts: int
    outbox: int
    inbox: int


def counts(connection: Connection) -> Counts:
    """Count what asks for somebody's attention."""
    sent = tables.outbox.c
    waiting = sent.state.in_(("waiting", "received", "accepted", "refused")) & (sent.revision != b"")
    numbers = (
        connection.scalar(select(func.count()).select_from(tables.draft)),
        connection.scalar(select(func.count()).select_from(tables.outbox).where(waiting)),
        connection.scalar(
            select(func.count()).select_from(tables.proposal).where(tables.proposal.c.state == "open")
        ),
    )
    return Counts(*(number or 0 for number in numbers))


def set_layers(connection: Connection, number: int, **layers: bytes | None) -> None:
    """Set `confirmed`, `pending` or `accepted` of a record. Call it inside `Layers.changing`."""
    connection.execute(update(tables.record).where(tables.record.c.number == number).values(**layers))


def collection_number(connection: Connection, name: str, *, make: bool = False) -> int:
    """Return the number of a collection; with `make` it is added, empty and not followed, where it is not known.

    Raises NotFound("no-such-collection").
    """
    number = connection.scalar(select(tables.collection.c.number).where(tables.collection.c.name == name))
    if number is not None:
        return int(number)
    if not make:
        raise NotFound("no-such-collection", collection=name)
    row = {"name": name, "root": EMPTY_ROOT, "nodes": Nodes().packed()}
    return int(
        connection.scalar(insert(tables.collection).values(row).returning(tables.collection.c.number)) or 0
    )


class Layers:
    """Keeps the search index in step with what records show."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @contextmanager
    def changing(self, connection: Connection, numbers: Sequence[int]) -> Iterator[None]:
        """Within the block the layers of these records may change; what they show is then indexed again."""
        gathered: dict[int, Shown | None] | None = connection.info.get(_GATHERED)
        before = shown_for_index(connection, numbers)
        if gathered is not None:
            for number in numbers:
                gathered.setdefault(number, before.get(number))
            yield
            return
        yield
        self._reindex(connection, {number: before.get(number) for number in numbers})

    def added(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Index records that were added with their layers and showed nothing before."""
        gathered: dict[int, Shown | None] | None = connection.info.get(_GATHERED)
        if gathered is None:
            self._reindex(connection, dict.fromkeys(numbers))
        else:
            gathered.update(dict.fromkeys(numbers))

    @contextmanager
    def gathering(self, connection: Connection) -> Iterator[None]:
        """Within the block every `changing` is gathered, and indexed once at its end: quicker for thousands."""
        if _GATHERED in connection.info:
            yield  # an outer block does it
            return
        gathered: dict[int, Shown | None] = {}
        connection.info[_GATHERED] = gathered
        try:
            yield
        finally:
            del connection.info[_GATHERED]
        self._reindex(connection, gathered)

    def index_anew(self, connection: Connection) -> None:
        """Make the index anew: records were found to show something else than was indexed."""
        self._index.rebuild(connection, all_shown(connection))

    def _reindex(self, connection: Connection, before: dict[int, Shown | None]) -> None:
        after = shown_for_index(connection, list(before))
        self._index.put(connection, ((n, shown, after.get(n)) for n, shown in before.items()))
