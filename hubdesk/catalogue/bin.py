"""What was withdrawn, readable for 90 days: nobody loses words because somebody withdrew them.

Invariant: only content is ever let go, never an id or a hash of the signed state; and only when both the calendar and
the days on which this desk was used say that the time is over, so that no clock that jumps empties the bin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import facts, records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.model.record import Revision

DAYS = 90
_DAYS_USED = "days_used"
_LAST_DAY = "last_day"
_TABLE = tables.binned
_MANY = 500
_DEEPEST = 1_000


class BinnedView(Struct, frozen=True):
    """A withdrawn record whose words are still here: `revision` is the last one with content, `days_left` at least how
    many days it stays."""

    id: str
    kind: str
    collection: str
    title: dict[str, str]
    revision: str
    reason: str
    since: str
    days_left: int


def note_binned(connection: Connection, changes: Mapping[int, Revision], at: str) -> None:
    """Put what `changes` (record number -> its next confirmed revision) withdraw into the bin, and take out what they
    bring back or erase. Call it before the layers change."""
    withdrawn = [number for number, revision in changes.items() if revision.content.withdrawn is not None]
    _forget(connection, changes.keys() - set(withdrawn))
    days = facts.get_number(connection, _DAYS_USED)
    for number in withdrawn:
        confirmed = records.by_number(connection, number).confirmed
        held = revisions.get(connection, confirmed) if confirmed is not None else None
        if held is not None and held.content.fields is not None:
            row = {"record": number, "revision": held.hash, "since": at, "days": days}
            connection.execute(insert(_TABLE).values(row).on_conflict_do_nothing())


def _forget(connection: Connection, numbers: Iterable[int]) -> None:
    some = list(numbers)
    for start in range(0, len(some), _MANY):
        connection.execute(delete(_TABLE).where(_TABLE.c.record.in_(some[start : start + _MANY])))


class Bin:
    """The bin of one desk. `now` gives RFC 3339 in UTC. What is in it is brought back as any earlier revision is."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    def all(self) -> list[BinnedView]:
        """Return what is in the bin, the last withdrawn first."""
        query = select(_TABLE).order_by(_TABLE.c.since.desc(), _TABLE.c.record)
        with self._database.read() as connection:
            days = facts.get_number(connection, _DAYS_USED)
            return [self._view(connection, row, days) for row in connection.execute(query)]

    def _view(self, connection: Connection, binned: Any, days: int) -> BinnedView:
        row = records.by_number(connection, binned.record)
        held = revisions.get(connection, binned.revision)
        now = revisions.get(connection, row.confirmed or b"")
        title = held.fields.get("title") if held else None
        return BinnedView(
            id=row.id,
            kind=row.kind,
            collection=row.collection,
            title=title if isinstance(title, dict) else {},
            revision=binned.revision.hex(),
            reason=(now.content.withdrawn if now else None) or "",
            since=binned.since,
            days_left=max(self._by_calendar(binned.since), DAYS - (days - binned.days), 0),
        )

    def _by_calendar(self, since: str) -> int:
        gone = date.fromisoformat(self._now()[:10]) - date.fromisoformat(since[:10])
        return DAYS - gone // timedelta(days=1)

    def tidy(self) -> int:
        """Count this day as one on which the desk was used, and let go what was withdrawn long enough ago; return how
        many records that were."""
        with self._database.write() as connection:
            today = self._now()[:10]
            days = facts.get_number(connection, _DAYS_USED)
            if facts.get_text(connection, _LAST_DAY) != today:
                days += 1
                facts.put_number(connection, _DAYS_USED, days)
                facts.put_text(connection, _LAST_DAY, today)
            long_used = connection.execute(select(_TABLE).where(_TABLE.c.days <= days - DAYS)).all()
            over = [row for row in long_used if self._by_calendar(row.since) <= 0]
            for row in over:
                _let_go(connection, row.revision)
            _forget(connection, [row.record for row in over])
        return len(over)


def _let_go(connection: Connection, revision: bytes) -> None:
    """Delete the bytes of a revision and its ancestors, where nothing else here names them."""
    for value in list(_ancestry(connection, revision)):
        if not _is_named(connection, value):
            connection.execute(delete(tables.revision).where(tables.revision.c.hash == value))


def _ancestry(connection: Connection, revision: bytes) -> Iterator[bytes]:
    waiting, seen = [revision], set[bytes]()
    while waiting and len(seen) < _DEEPEST:
        value = waiting.pop()
        found = revisions.get(connection, value) if value not in seen else None
        seen.add(value)
        if found is not None:
            yield value
            waiting += [bytes.fromhex(parent) for parent in found.content.parents]


def _is_named(connection: Connection, value: bytes) -> bool:
    record, outbox, proposal, clash = tables.record.c, tables.outbox.c, tables.proposal.c, tables.clash.c
    named: tuple[tuple[Any, ColumnElement[bool]], ...] = (
        (record.number, or_(record.confirmed == value, record.pending == value, record.accepted == value)),
        (tables.draft.c.record, tables.draft.c.base == value),
        (outbox.number, or_(outbox.base == value, outbox.revision == value)),
        (proposal.number, or_(proposal.base == value, proposal.revision == value)),
        (clash.record, or_(clash.base == value, clash.mine == value, clash.theirs == value)),
    )
    return any(connection.scalar(select(column).where(match).limit(1)) is not None for column, match in named)
