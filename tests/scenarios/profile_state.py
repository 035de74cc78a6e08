"""Everything that a desk keeps, to be compared: each row of its catalogue, and each of its files."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hubdesk.catalogue.database import FILE
from hubdesk.desk import Desk

State = tuple[dict[str, list[tuple[object, ...]]], dict[str, int]]


def state_of(desk: Desk) -> State:
    """Return the rows of every table, and the size of every file but the catalogue's own."""
    return rows_of(desk.profile / FILE), files_of(desk.profile)


def rows_of(catalogue: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table of a catalogue."""
    connection = sqlite3.connect(f"file:{catalogue}?mode=ro", uri=True)
    try:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names
        }
    finally:
        connection.close()


def files_of(profile: Path) -> dict[str, int]:
    """Return the size of each file below a profile, without the catalogue's own and the empty `part` folder."""
    return {
        path.relative_to(profile).as_posix(): path.stat().st_size
        for path in sorted(profile.rglob("*"))
        if path.is_file() and not path.name.startswith(FILE)
    }
