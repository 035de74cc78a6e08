"""What this desk alone knows: drafts, the outbox, decisions on proposals, and who the desk is. No hub can give it again.

Invariant: a frame says how things stand, never how they changed, and brings every revision that it names; so the last
word on a record counts, and putting frames back twice is the same as once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, delete, exists, or_, select, update

from hubdesk.catalogue import facts, records, revisions, tables
from hubdesk.model.identity import digest, id_from_bytes
from hubdesk.model.record import read_revision

T = TypeVar("T")
Rows = list[dict[str, Any]]

_FACTS = (
    facts.DESK_ID,
    facts.SERVER_URL,
    facts.SERVER_KEY,
    facts.ROOT_HASH,
    facts.CHAIN,
    facts.TIMESTAMP,
    facts.ROOT_VERSION,
    facts.TRIAL,
    facts.SEQUENCE,
    facts.FIRST_HUB,
)
_OF_RECORDS = (tables.draft, tables.outbox, tables.clash)
_WHOLE = (tables.membership, tables.publisher, tables.upload)
_FOLLOWED = "followed"
_HASH = 32
_AT_ONCE = 500


class Entry(msgspec.Struct, frozen=True):
    """How things stand with one record: its layers and its rows in each table, by table and column names. One
    without rows and layers is no more of this desk's business."""

    collection: str
    id: bytes
    kind: str
    pending: bytes | None
    accepted: bytes | None
    rows: dict[str, Rows]


class Frame(msgspec.Struct, frozen=True):
    """What one transaction left behind. `number` counts up; `whole`: it says everything, and what it does not name is
    not; `batches`: signed ones by their first number, empty when gone; `revisions`: canonical bytes."""

    number: int
    whole: bool
    facts: dict[str, bytes]
    tables: dict[str, Rows]
    batches: dict[int, bytes]
    entries: list[Entry]
    revisions: list[bytes]


# Noticing


def watch(connection: sqlite3.Connection) -> None:
    """Let this connection remember, until its next transaction, which of the things above it touched."""
    names = ", ".join(f"'{name}'" for name in _FACTS)
    script = ["CREATE TEMP TABLE touched (what TEXT, collection INTEGER, id BLOB)"]
    for number, (event, table, row, values) in enumerate(_events(names)):
        script.append(
            f"CREATE TEMP TRIGGER touch_{number} AFTER {event} ON main.{table.format(row=row)}"
            f" BEGIN INSERT INTO touched {values.format(row=row)}; END"
        )
    connection.executescript(";\n".join(script))


def _events(names: str) -> Iterable[tuple[str, str, str, str]]:
    """Yield (event, table with its condition, row to look at, what to note)."""
    of_record = "SELECT '{kind}', collection, id FROM main.record WHERE number = {{row}}.record"
    for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        for table in _OF_RECORDS:
            kind = "draft" if table is tables.draft else "record"
            yield event, table.name, row, of_record.format(kind=kind)
        yield event, "proposal", row, "VALUES ('record', {row}.collection, {row}.id)"
        yield event, "batch", row, "VALUES ('batch', {row}.first, NULL)"
        yield event, f"desk WHEN {{row}}.name IN ({names})", row, "VALUES ('fact', NULL, {row}.name)"
        for table in _WHOLE:
            yield event, table.name, row, f"VALUES ('table', NULL, '{table.name}')"
    changed = "new.pending IS NOT old.pending OR new.accepted IS NOT old.accepted"
    noted = "VALUES ('record', new.collection, new.id)"
    yield "UPDATE OF pending, accepted", f"record WHEN {changed}", "new", noted
    noted = f"VALUES ('table', NULL, '{_FOLLOWED}')"
    yield "INSERT", "collection WHEN new.followed", "new", noted
    yield "UPDATE OF followed", "collection WHEN new.followed IS NOT old.followed", "new", noted


class Touched(msgspec.Struct, frozen=True):
    """What a transaction touched. `drafts_only`: nothing but what a person is still writing."""

    records: list[tuple[int, bytes]]
    batches: list[int]
    facts: list[str]
    tables: list[str]
    drafts_only: bool


def touched(connection: Connection) -> Touched | None:
    """Return what this transaction touched, and forget it; None where it touched nothing."""
    rows = connection.exec_driver_sql("SELECT DISTINCT what, collection, id FROM temp.touched").all()
    if not rows:
        return None
    connection.exec_driver_sql("DELETE FROM temp.touched")
    return Touched(
        records=list(dict.fromkeys((row[1], row[2]) for row in rows if row[0] in ("record", "draft"))),
        batches=[row[1] for row in rows if row[0] == "batch"],
        facts=[row[2] for row in rows if row[0] == "fact"],
        tables=[row[2] for row in rows if row[0] == "table"],
        drafts_only=all(row[0] == "draft" for row in rows),
    )


# Telling


def is_empty(connection: Connection) -> bool:
    """Tell whether nothing is being written, waits, or was decided."""
    rows = (tables.draft, tables.outbox, tables.proposal, tables.clash)
    return not any(connection.scalar(select(exists().select_from(table))) for table in rows)


def tell(connection: Connection, number: int, of: Touched) -> Frame:
    """Return how things stand with what was touched."""
    entries = _entries(connection, of.records)
    stored = (facts.get(connection, name) for name in of.facts)
    return Frame(
        number,
        whole=False,
        facts={name: value for name, value in zip(of.facts, stored, strict=True) if value is not None},
        tables={name: _table(connection, name) for name in of.tables},
        batches={first: _batch(connection, first) for first in of.batches},
        entries=entries,
        revisions=_revisions(connection, entries),
    )


def tell_all(connection: Connection, number: int) -> Frame:
    """Return how everything stands."""
    record, places = tables.record, set[tuple[int, bytes]]()
    for table in _OF_RECORDS:
        query = select(record.c.collection, record.c.id).join(table, table.c.record == record.c.number)
        places.update((row[0], row[1]) for row in connection.execute(query))
    layers = or_(record.c.pending.is_not(None), record.c.accepted.is_not(None))
    for query in (
        select(record.c.collection, record.c.id).where(layers),
        select(tables.proposal.c.collection, tables.proposal.c.id),
    ):
        places.update((row[0], row[1]) for row in connection.execute(query))
    batches = select(tables.outbox.c.batch).where(tables.outbox.c.batch.is_not(None)).distinct()
    everything = Touched(
        records=sorted(places),
        batches=sorted(connection.scalars(batches)),
        facts=list(_FACTS),
        tables=[*(table.name for table in _WHOLE), _FOLLOWED],
        drafts_only=False,
    )
    return msgspec.structs.replace(tell(connection, number, everything), whole=True)


def _entries(connection: Connection, places: list[tuple[int, bytes]]) -> list[Entry]:
    """Return how things stand with records, many of them by each query: hundreds are touched together."""
    record, proposal = tables.record, tables.proposal
    names = {row.number: row.name for row in connection.execute(select(tables.collection))}
    rows: dict[tuple[int, bytes], dict[str, Rows]] = {place: {} for place in places}
    found: dict[int, Any] = {}
    for collection in sorted({collection for collection, _ in places}):
        for some in _portions([raw_id for here, raw_id in places if here == collection]):
            query = select(record).where(record.c.collection == collection, record.c.id.in_(some))
            found |= {row.number: row for row in connection.execute(query)}
            query = select(proposal).where(proposal.c.collection == collection, proposal.c.id.in_(some))
            for row in connection.execute(query).mappings():
                rows[collection, row["id"]].setdefault(proposal.name, []).append(dict(row))
    for numbers in _portions(list(found)):
        for table in _OF_RECORDS:
            for row in connection.execute(select(table).where(table.c.record.in_(numbers))).mappings():
                here = found[row["record"]]
                rows[here.collection, here.id].setdefault(table.name, []).append(dict(row))
    layers = {(row.collection, row.id): row for row in found.values()}
    return [_entry(names[place[0]], place[1], layers.get(place), rows[place]) for place in places]


def _entry(collection: str, raw_id: bytes, row: Any, rows: dict[str, Rows]) -> Entry:
    if row is None:
        return Entry(collection, raw_id, "", None, None, rows)
    return Entry(collection, raw_id, row.kind, row.pending, row.accepted, rows)


def _portions(items: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]


def _table(connection: Connection, name: str) -> Rows:
    if name == _FOLLOWED:
        query = select(tables.collection.c.name).where(tables.collection.c.followed == 1)
        return [{"name": found} for found in connection.scalars(query.order_by(tables.collection.c.number))]
    table = tables.metadata.tables[name]
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _batch(connection: Connection, first: int) -> bytes:
    return connection.scalar(select(tables.batch.c.packed).where(tables.batch.c.first == first)) or b""


def _revisions(connection: Connection, entries: list[Entry]) -> list[bytes]:
    """Return the contents that entries name, and those that these were made from, as far as they are here."""
    named: dict[bytes, None] = {}
    for entry in entries:
        layers = [value for value in (entry.pending, entry.accepted) if value is not None]
        cells = [value for rows in entry.rows.values() for row in rows for value in row.values()]
        named |= dict.fromkeys(
            [value for value in (*layers, *cells) if isinstance(value, bytes) and len(value) == _HASH]
        )
    found = _held(connection, list(named))
    parents = [
        bytes.fromhex(parent)
        for content in found.values()
        for parent in read_revision(content).content.parents
    ]
    return [*found.values(), *_held(connection, [value for value in parents if value not in found]).values()]


def _held(connection: Connection, hashes: list[bytes]) -> dict[bytes, bytes]:
    """Return those of these revisions that are here and right: a damaged one must not keep words from being saved."""
    found = {}
    for start in range(0, len(hashes), _AT_ONCE):
        some = tables.revision.c.hash.in_(hashes[start : start + _AT_ONCE])
        for row in connection.execute(
            select(tables.revision.c.hash, tables.revision.c.canonical).where(some)
        ):
            if digest(row.canonical) == row.hash:
                found[row.hash] = row.canonical
    return found


# Putting back


class PutBack(msgspec.Struct, frozen=True):
    """How many changes wait in the outbox now, and how many drafts there are."""

    events: int
    drafts: int


def put_back(connection: Connection, frames: Iterable[Frame]) -> PutBack:
    """Let the catalogue say what these frames say, the last one last. The search index does not follow."""
    told = _Told()
    for frame in frames:
        told.hear(frame)
    for name, value in told.facts.items():
        facts.put(connection, name, value)
    for name, rows in told.tables.items():
        _put_table(connection, name, rows)
    revisions.keep(connection, [read_revision(content) for content in told.revisions])
    for first, packed in told.batches.items():
        connection.execute(delete(tables.batch).where(tables.batch.c.first == first))
        if packed:
            connection.execute(tables.batch.insert().values(first=first, packed=packed))
    if told.whole:
        _clear(connection)
    _put_entries(connection, list(told.entries.values()))
    _remove_empty(connection)
    waiting = told.cells("outbox", "revision")
    return PutBack(events=sum(value != b"" for value in waiting), drafts=len(told.cells("draft", "fields")))


class _Told:
    """What frames say together."""

    def __init__(self) -> None:
        self._reset(whole=False)

    def _reset(self, *, whole: bool) -> None:
        self.whole = whole
        self.facts: dict[str, bytes] = {}
        self.tables: dict[str, Rows] = {}
        self.batches: dict[int, bytes] = {}
        self.entries: dict[tuple[str, bytes], Entry] = {}
        self.revisions: dict[bytes, None] = {}

    def hear(self, frame: Frame) -> None:
        if frame.whole:
            self._reset(whole=True)
        self.facts |= frame.facts
        self.tables |= frame.tables
        self.batches |= frame.batches
        self.entries |= {(entry.collection, entry.id): entry for entry in frame.entries}
        self.revisions |= dict.fromkeys(frame.revisions)

    def cells(self, table: str, column: str) -> list[Any]:
        return [row[column] for entry in self.entries.values() for row in entry.rows.get(table, [])]


def _put_table(connection: Connection, name: str, rows: Rows) -> None:
    if name == _FOLLOWED:
        connection.execute(update(tables.collection).values(followed=0))
        for row in rows:
            number = records.collection_number(connection, row["name"], make=True)
            here = tables.collection.c.number == number
            connection.execute(update(tables.collection).where(here).values(followed=1))
    elif name in tables.metadata.tables:
        table = tables.metadata.tables[name]
        connection.execute(delete(table))
        for row in rows:
            connection.execute(table.insert().values(**_known(table, row)))


def _known(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what this program's table can hold of a row that another version wrote."""
    return {name: value for name, value in row.items() if name in table.c}


def _clear(connection: Connection) -> None:
    """Remove all that a whole frame would have named."""
    for table in (*_OF_RECORDS, tables.proposal):
        connection.execute(delete(table))
    layers = or_(tables.record.c.pending.is_not(None), tables.record.c.accepted.is_not(None))
    connection.execute(update(tables.record).where(layers).values(pending=None, accepted=None))


def _put_entries(connection: Connection, entries: list[Entry]) -> None:
    rows: list[tuple[Table, dict[str, Any]]] = []
    for entry in entries:
        place = records.collection_number(connection, entry.collection, make=True)
        number = _record(connection, entry, place)
        proposed = (tables.proposal.c.collection == place) & (tables.proposal.c.id == entry.id)
        connection.execute(delete(tables.proposal).where(proposed))
        for table in _OF_RECORDS:
            connection.execute(delete(table).where(table.c.record == number))
        for name, told in entry.rows.items():
            if name in tables.metadata.tables:
                table = tables.metadata.tables[name]
                owner = {"collection": place} if table is tables.proposal else {"record": number}
                rows += [(table, _known(table, row) | owner) for row in told]
    # What came first stays first, under new numbers.
    for table, row in sorted(rows, key=lambda item: int(item[1].get("number", 0))):
        row.pop("number", None)
        connection.execute(table.insert().values(**row))


def _record(connection: Connection, entry: Entry, place: int) -> int | None:
    """Return the number of an entry's record with its layers set; None where it has no row and needs none."""
    here = (tables.record.c.collection == place) & (tables.record.c.id == entry.id)
    number = connection.scalar(select(tables.record.c.number).where(here))
    needed = entry.pending or entry.accepted or any(table.name in entry.rows for table in _OF_RECORDS)
    if number is None and needed:
        number = records.add(connection, place, id_from_bytes(entry.id), entry.kind)
    if number is not None:
        records.set_layers(connection, number, pending=entry.pending, accepted=entry.accepted)
    return number


def _remove_empty(connection: Connection) -> None:
    """Remove records of which nothing is left."""
    record = tables.record
    layers = (record.c.confirmed, record.c.pending, record.c.accepted)
    held = (*_OF_RECORDS, tables.download, tables.binned)
    bare = [column.is_(None) for column in layers]
    unnamed = [~exists().where(table.c.record == record.c.number) for table in held]
    connection.execute(delete(record).where(*bare, *unnamed))
