"""What went over lines, by day, and how much of it counts in this calendar month.

Invariant: what was counted is never taken away or counted under another day than the clock showed; a month that is new
to this desk begins at nothing, unless the clock went back into it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import facts, tables
from hubdesk.catalogue.database import Database

_TABLE = tables.traffic


class Day(Struct, frozen=True):
    """Bytes of one day: `day` is the local date as YYYY-MM-DD."""

    day: str
    bytes_up: int
    bytes_down: int


class Traffic:
    """The ledger of a desk. `today` gives the local date of this computer's clock.

    Nobody can tell a clock that is ahead from months without a sync, so a later month always begins anew. A clock that
    goes back takes along what counted in the month that it left: neither does the way there and back give a second
    allowance, nor does a date of the far future stand in the way longer than the month it came back to.
    """

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        self._database = database
        self._today = today

    def add(self, bytes_up: int, bytes_down: int, on: date | None = None) -> None:
        """Count bytes on a day, today without one; they are on disk when this ends. Raises StorageFailure."""
        day = (on or self._today()).isoformat()
        with self._database.write() as connection:
            _carry(connection, day)
            row = insert(_TABLE).values(day=day, bytes_up=bytes_up, bytes_down=bytes_down)
            more = {
                "bytes_up": _TABLE.c.bytes_up + row.excluded.bytes_up,
                "bytes_down": _TABLE.c.bytes_down + row.excluded.bytes_down,
            }
            connection.execute(row.on_conflict_do_update(["day"], set_=more))
            facts.put_text(connection, facts.TRAFFIC_DAY, day)

    def month(self) -> int:
        """Return the bytes, both directions, that count in the calendar month of today."""
        day = self._today().isoformat()
        with self._database.read() as connection:
            left = _month_left(connection, day)
            brought = _used(connection, left) if left else 0
            return _own(connection, day[:7]) + max(brought, _carried(connection, day[:7]))

    def days(self, count: int) -> list[Day]:
        """Return the days with traffic of the last `count`, in order; those that a wrong clock put later too."""
        since = (self._today() - timedelta(days=count - 1)).isoformat()
        query = select(_TABLE).where(_TABLE.c.day >= since).order_by(_TABLE.c.day)
        with self._database.read() as connection:
            return [Day(row.day, row.bytes_up, row.bytes_down) for row in connection.execute(query)]


def _carry(connection: Connection, day: str) -> None:
    """Where the clock went back to an earlier month, take along what counted in the month it left."""
    left = _month_left(connection, day)
    if left:
        taken = max(_used(connection, left), _carried(connection, day[:7]))
        facts.put_text(connection, facts.TRAFFIC_CARRIED, f"{day[:7]} {taken}")


def _month_left(connection: Connection, day: str) -> str:
    """Return the month that was written last when it is later than that of `day`, "" otherwise."""
    last = (facts.get_text(connection, facts.TRAFFIC_DAY) or "")[:7]
    return last if last > day[:7] else ""


def _used(connection: Connection, month: str) -> int:
    return _own(connection, month) + _carried(connection, month)


def _own(connection: Connection, month: str) -> int:
    total = func.sum(_TABLE.c.bytes_up + _TABLE.c.bytes_down)
    rows = (_TABLE.c.day >= f"{month}-01") & (_TABLE.c.day <= f"{month}-31")
    return int(connection.scalar(select(total).where(rows)) or 0)


def _carried(connection: Connection, month: str) -> int:
    where, _, bytes_carried = (facts.get_text(connection, facts.TRAFFIC_CARRIED) or "").partition(" ")
    return int(bytes_carried) if where == month else 0
