"""What a catalogue that is put aside had counted of the month's traffic, for the one that takes its place.

Invariant: a restored catalogue counts at least what either had counted: no copy gives a second allowance.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import facts, tables

_FACTS = (facts.TRAFFIC_DAY, facts.TRAFFIC_CARRIED)


def keep_traffic(connection: Connection, aside: Path) -> None:
    """Take in what the catalogue `aside`, which may be damaged, tells of days and bytes; the larger count of a day
    stands. What cannot be read there is passed over."""
    days, known = _read(aside)
    table = tables.traffic
    for day in days:
        row = insert(table).values(day)
        more = {name: func.max(table.c[name], row.excluded[name]) for name in ("bytes_up", "bytes_down")}
        connection.execute(row.on_conflict_do_update(["day"], set_=more))
    for name, value in known:
        facts.put(connection, name, value)


def _read(aside: Path) -> tuple[list[dict[str, Any]], list[tuple[str, bytes]]]:
    if not aside.is_file():
        return [], []
    # Without its log nothing may be made beside it, not even to read.
    how = "mode=ro" if aside.with_name(f"{aside.name}-wal").exists() else "immutable=1"
    try:
        with closing(sqlite3.connect(f"{aside.resolve().as_uri()}?{how}", uri=True)) as old:
            rows = old.execute("SELECT day, bytes_up, bytes_down FROM traffic").fetchall()
            known = old.execute("SELECT name, value FROM desk WHERE name IN (?, ?)", _FACTS).fetchall()
    except (sqlite3.Error, UnicodeError):
        return [], []
    days = [
        {"day": day, "bytes_up": up, "bytes_down": down}
        for day, up, down in rows
        if isinstance(day, str) and isinstance(up, int) and isinstance(down, int)
    ]
    return days, [(name, value) for name, value in known if isinstance(value, bytes)]
