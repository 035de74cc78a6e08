"""A catalogue with generated records in it, each confirmed and indexed, as a first fill leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, insert, update

from benchmarks.generated import COLLECTIONS, Made, records
from hubdesk import locations
from hubdesk.catalogue import tables
from hubdesk.catalogue.database import Database, create_database
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.index import Index, Shown
from hubdesk.model.identity import digest, id_bytes, tree_key
from hubdesk.model.kind import Kinds, read_kinds
from hubdesk.state.tree import EMPTY_ROOT, WIDTH, Nodes, nodes_of

RECORDS = 100_000
_AT_ONCE = RECORDS // 256  # a node of the tree


class Filled(NamedTuple):
    """The catalogue, its kinds, and the sum of its revisions' canonical bytes."""

    database: Database
    kinds: Kinds
    canonical: int


def kinds() -> Kinds:
    """The kinds of this program."""
    return read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))


def fill(path: Path, count: int = RECORDS) -> Filled:
    """Make a catalogue of `count` records at `path`, a transaction for as many as a node has."""
    database, known = create_database(path), kinds()
    index = Index(known)
    with database.write() as connection:
        index.rebuild(connection, ())
        empty = {"root": EMPTY_ROOT, "nodes": Nodes().packed()}
        connection.execute(
            insert(tables.collection),
            [{"number": number, "name": name, **empty} for number, name in enumerate(COLLECTIONS, 1)],
        )
    canonical = 0
    made = enumerate(records(count), 1)
    while some := list(islice(made, _AT_ONCE)):
        with database.write() as connection:
            _insert(connection, some)
            index.put(connection, _changes(some))
        canonical += sum(len(record.canonical) for _, record in some)
    with database.write() as connection:
        for number in range(1, len(COLLECTIONS) + 1):
            _sum_up(connection, number)
    return Filled(database, known, canonical)


def _sum_up(connection: Connection, collection: int) -> None:
    """Give a collection the root of its records: what is checked before a copy of the day is kept."""
    state = ConfirmedState(connection, collection)
    entries = sorted(entry for node in range(WIDTH) for entry in state.entries(node))
    nodes, mine = nodes_of(entries), tables.collection.c.number == collection
    values = {"root": nodes.root(), "nodes": nodes.packed(), "records": len(entries)}
    connection.execute(update(tables.collection).where(mine).values(values))


def _changes(some: list[tuple[int, Made]]) -> Iterator[tuple[int, None, Shown]]:
    for number, made in some:
        at = made.fields["updated"]
        yield (
            number,
            None,
            Shown(made.kind, made.collection, made.fields, "confirmed", here=False, withdrawn=False, at=at),
        )


def _insert(connection: Connection, some: list[tuple[int, Made]]) -> None:
    revisions, rows = [], []
    for number, made in some:
        raw = id_bytes(made.id)
        key, confirmed = tree_key(raw), digest(made.canonical)
        revisions.append({"hash": confirmed, "canonical": made.canonical})
        rows.append(
            {
                "number": number,
                "collection": COLLECTIONS.index(made.collection) + 1,
                "id": raw,
                "bucket": key[0] << 8 | key[1],
                "kind": made.kind,
                "confirmed": confirmed,
            }
        )
    connection.execute(insert(tables.revision), revisions)
    connection.execute(insert(tables.record), rows)
