"""The server's SQLite file: many readers, one writer, nothing acknowledged that a power cut could take away.

Invariant: a transaction sees one state from its first word to its last; WAL with synchronous=FULL.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, inspect
from sqlalchemy.exc import OperationalError

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.server import tables

FILE = "hub.sqlite"
_BUSY_MILLISECONDS = 15_000


class Database:
    """One server's database in `folder`. Connections may be taken from any thread."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._engine = create_engine(f"sqlite:///{self._path}", pool_size=16, max_overflow=48)
        self._writing = threading.Lock()
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)

    def create(self) -> None:
        """Make the tables in an empty file."""
        with self.write() as connection:
            tables.metadata.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {tables.SCHEMA:d}")

    def check(self) -> None:
        """Raise BadInput("server-newer") when a newer program made the tables, BadInput("server-database-missing")."""
        if not self._path.is_file():
            raise BadInput("server-database-missing", path=str(self._path))
        with self.read() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version > tables.SCHEMA:
            raise BadInput("server-newer", found=version, known=tables.SCHEMA)
        with self.read() as connection:
            lacks = set(tables.metadata.tables) - set(inspect(connection).get_table_names())
        if lacks:  # an earlier program made the folder: what came since is added, nothing is changed
            with self.write() as connection:
                tables.metadata.create_all(connection)

    def compact(self) -> None:
        """Write the file anew, so that nothing that was deleted is left in it or in its log."""
        with self._writing, self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("VACUUM").close()
            busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise StorageFailure("storage", reason="busy")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give one consistent state; waits for nobody."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the one writing transaction; committed whole or not at all. Raises StorageFailure."""
        with self._writing, self._engine.connect() as plain:
            connection = plain.execution_options(hubdesk_writing=True)
            try:
                with connection.begin():
                    yield connection
            except OperationalError as error:
                raise StorageFailure("storage", reason=str(error.orig)) from error

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def _prepare(dbapi_connection: Any, _record: object) -> None:
    # The driver's own transaction handling would begin too late for a consistent read: BEGIN is said in _begin.
    dbapi_connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "secure_delete = ON",
    ):
        dbapi_connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("hubdesk_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
