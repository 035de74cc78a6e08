"""Whether a catalogue's file still has the form that SQLite and this program gave it, row by row.

Invariant: it reads only, and ends with an answer whatever the bytes are.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Column, Integer, Table, Text
from sqlalchemy.sql.sqltypes import LargeBinary

from hubdesk.catalogue.tables import metadata

_TYPES: dict[type, str] = {Integer: "integer", Text: "text", LargeBinary: "blob"}

_REFUSED = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY)


def unsound(path: Path, *, may_lack_tables: bool = False) -> str | None:
    """Return what is wrong with the form of a catalogue: a table's name, or what SQLite says; None where nothing is.
    One of an older schema may lack tables.

    A byte that flipped within a value is found by hashes alone (see verify.py); here is found what it did to pages,
    rows and the types of values.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            if said != "ok":
                return said
            present = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            for table in metadata.sorted_tables:
                if table.name not in present:
                    if not may_lack_tables:
                        return table.name
                elif not _is_sound(connection, table):
                    return table.name
    except (sqlite3.Error, UnicodeError) as error:
        # A disk that refuses to read says nothing against what it holds.
        refused = getattr(error, "sqlite_errorcode", 0) & 0xFF in _REFUSED
        return None if refused else str(error)
    return None


def _is_sound(connection: sqlite3.Connection, table: Table) -> bool:
    known = {row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')}
    columns = [column for column in table.c if column.name in known]
    wrong = " OR ".join(_wrong(column) for column in columns)
    # The names are this program's own.
    query = f'SELECT 1 FROM "{table.name}" WHERE {wrong} LIMIT 1'  # noqa: S608
    if connection.execute(query).fetchone() is not None:
        return False
    texts = [f'"{column.name}"' for column in columns if isinstance(column.type, Text)]
    if texts:  # reading them tells whether they are UTF-8
        for _ in connection.execute(f'SELECT {", ".join(texts)} FROM "{table.name}"'):  # noqa: S608
            pass
    return True


def _wrong(column: Column[object]) -> str:
    kinds = [kind for known, kind in _TYPES.items() if isinstance(column.type, known)]
    kinds += ["null"] if column.nullable else []
    allowed = ", ".join(f"'{kind}'" for kind in kinds)
    return f'typeof("{column.name}") NOT IN ({allowed})'
