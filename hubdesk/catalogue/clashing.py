"""The rows of clashes: what both sides of a record changed differently and a person has not decided yet.

Invariant: a record has at most one clash on each side (draft, outbox, inbox), field by field; both sides' words are
kept revisions. A decision stays only while both sides say what they said when it was taken.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import tables
from hubdesk.catalogue.merging import WITHDRAWN, Combined, value_at
from hubdesk.catalogue.revisions import get
from hubdesk.model import canonical
from hubdesk.model.path import NOTHING
from hubdesk.model.record import Revision

DRAFT, OUTBOX, INBOX = "draft", "outbox", "inbox"
_TABLE = tables.clash


def note(connection: Connection, record: int, side: str, found: Combined, at: str) -> dict[str, Any] | None:
    """Let a record have this clash on a side, and no other; without clashing fields it has none. Return what was
    decided about each field once nothing waits, None while a person is asked."""
    held = {row.field: row for row in rows(connection, record, side)}
    drop(connection, record, side)
    for field in found.clashes:
        earlier = held.get(field)
        stays = earlier is not None and _says_the_same(connection, earlier, found, field)
        row = {
            "record": record,
            "side": side,
            "field": field,
            "base": found.base.hash if found.base else None,
            "mine": found.mine.hash,
            "theirs": found.theirs.hash,
            "found_at": earlier.found_at if earlier is not None else at,
            "decided": earlier.decided if earlier is not None and stays else None,
        }
        connection.execute(insert(_TABLE).values(row))
    return decisions(connection, record, side)


def decisions(connection: Connection, record: int, side: str) -> dict[str, Any] | None:
    """Return what was decided about each clashing field, `NOTHING` for no value; None while one waits."""
    found = rows(connection, record, side)
    if any(row.decided is None for row in found):
        return None
    return {row.field: decision(row) for row in found}


def _says_the_same(connection: Connection, earlier: Any, found: Combined, field: str) -> bool:
    sides = ((earlier.mine, found.mine), (earlier.theirs, found.theirs))
    return all(
        written(value_at(get(connection, old), field)) == written(value_at(new, field)) for old, new in sides
    )


def overtaken(
    connection: Connection, record: int, side: str, theirs: Revision, mine: Revision | None = None
) -> dict[str, Any]:
    """Return what a person wrote as a decision, by field, where the other side says something else by now, and this
    one, `mine`, says what it said: what was typed since counts more."""
    found = {}
    for row in rows(connection, record, side):
        said = (
            None
            if row.decided is None
            else [value_at(get(connection, h), row.field) for h in (row.mine, row.theirs)]
        )
        if said is None or written(said[1]) == written(value_at(theirs, row.field)) or row.field == WITHDRAWN:
            continue
        if mine is not None and written(said[0]) != written(value_at(mine, row.field)):
            continue
        if row.decided not in map(written, said):
            found[row.field] = decision(row)
    return found


def rows(connection: Connection, record: int, side: str) -> list[Any]:
    """Return the rows of a record's clash on a side, decided fields too."""
    query = select(_TABLE).where(_TABLE.c.record == record, _TABLE.c.side == side).order_by(_TABLE.c.field)
    return list(connection.execute(query))


def open_fields(connection: Connection, record: int, *sides: str) -> list[str]:
    """Return the fields of a record that wait for a decision on any of these sides."""
    query = select(_TABLE.c.field).where(
        _TABLE.c.record == record, _TABLE.c.side.in_(sides), _TABLE.c.decided.is_(None)
    )
    return list(dict.fromkeys(connection.scalars(query.order_by(_TABLE.c.field))))


def waiting(connection: Connection) -> set[tuple[int, str, str]]:
    """Return (record number, side, field) of everything that waits for a decision."""
    query = select(_TABLE.c.record, _TABLE.c.side, _TABLE.c.field).where(_TABLE.c.decided.is_(None))
    return {(row.record, row.side, row.field) for row in connection.execute(query)}


def decide(connection: Connection, row: Any, value: Any) -> None:
    """Note a person's decision about one field, even if its words changed since; `NOTHING` for no value."""
    decided = {"decided": written(value)}
    statement = insert(_TABLE).values(row._asdict() | decided)
    connection.execute(
        statement.on_conflict_do_update([_TABLE.c.record, _TABLE.c.side, _TABLE.c.field], set_=decided)
    )


def decision(row: Any) -> Any:
    """Return what was decided about a field, `NOTHING` for no value."""
    return next(iter(canonical.parse(row.decided)), NOTHING)


def drop(connection: Connection, record: int, *sides: str) -> None:
    """Forget a record's clashes on these sides."""
    connection.execute(delete(_TABLE).where(_TABLE.c.record == record, _TABLE.c.side.in_(sides)))


def written(value: Any) -> bytes:
    """Return a value, or none, as canonical JSON."""
    return canonical.encode([] if value is NOTHING else [value])
