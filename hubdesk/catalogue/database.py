"""The catalogue's file: SQLite through SQLAlchemy, opened, checked, upgraded and backed up here alone.

Invariant: WAL with synchronous=FULL on every connection; a person's action is on disk when `write` ends. A file of a
newer program is refused untouched, and an older one is copied aside, verified, before it is upgraded.
"""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from hubdesk.catalogue.soundness import unsound
from hubdesk.catalogue.tables import metadata
from hubdesk.errors import HubDeskError, ProfileUnusable, StorageFailure

__all__ = ["Connection", "Database", "back_up", "create_database", "create_schema", "open_database"]

FILE = "catalogue.sqlite"
SCHEMA = "0003"
APPLICATION = 0x48554244  # "HUBD" in the file's header, so that `file` and we can tell what it is
_WAIT = 30_000
_ROOM = 64 * 1024

_INDEX = """
CREATE VIRTUAL TABLE text_index USING fts5(
    title, summary, text, content='', columnsize=1, prefix='3',
    tokenize='ascii'
)
"""


class Witness(Protocol):
    """Who writes down, before a transaction ends, what it did."""

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Let a connection, outside of transactions, notice what it does."""

    def keep(self, connection: Connection) -> bool:
        """Write down what the transaction did; tell whether there was anything."""

    def ended(self) -> None:
        """The transaction is on disk."""


class Damage(Exception):
    """What stands in the catalogue is not what was written there; raised inside `read` and `write` alone."""


class Database:
    """One catalogue file. May be used from several threads; each `read` or `write` is one transaction."""

    def __init__(self, path: Path, *, reads_only: bool = False) -> None:
        self.path = path
        self._reads_only = reads_only
        self._is_closed = False
        self._witness: Witness | None = None
        self._writing = threading.Lock()
        # A URI would read "?" and "%" in a folder's name as its own: the path goes in as it is.
        self._engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=4, max_overflow=8
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=_WAIT / 1000, isolation_level=None, check_same_thread=False)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection on one unchanging state of the catalogue."""
        self._check_open()
        with _translated(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the only writing connection; all of it is on disk at the end, or nothing.

        Raises StorageFailure("disk-full" | "disk-refuses" | "busy"), ProfileUnusable("profile-damaged" | "profile-locked":
        another program is at work here).
        """
        self._check_open()
        if self._reads_only:
            raise ProfileUnusable("profile-locked", path=str(self.path.parent))
        if not self._writing.acquire(timeout=_WAIT / 1000):
            raise StorageFailure("busy", path=str(self.path))
        try:
            with _translated(self.path), self._engine.execution_options(write=True).connect() as connection:
                self._prepare_witness(connection)
                with connection.begin():
                    yield connection
                    kept = self._witness is not None and self._witness.keep(connection)
                if self._witness is not None and kept:
                    self._witness.ended()
        finally:
            self._writing.release()

    def compact(self) -> None:
        """Write the file anew, so that nothing that was deleted is left in it, in its index or in its log.

        Needs about twice its size on the disk. Raises StorageFailure("disk-full" | "disk-refuses" | "busy").
        """
        self._check_open()
        if not self._writing.acquire(timeout=_WAIT / 1000):
            raise StorageFailure("busy", path=str(self.path))
        try:
            with _translated(self.path), closing(self._connect()) as connection:
                connection.execute("PRAGMA secure_delete=ON")
                # The index keeps words that were taken out of it until its parts are merged.
                connection.execute("INSERT INTO text_index (text_index) VALUES ('optimize')")
                connection.execute("VACUUM")
                if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    raise StorageFailure("busy", path=str(self.path))
        finally:
            self._writing.release()

    def watch(self, witness: Witness) -> None:
        """Tell `witness` of every transaction that writes, from now on."""
        self._witness = witness

    def _prepare_witness(self, connection: Connection) -> None:
        raw = connection.connection.driver_connection
        if self._witness is not None and raw is not None and "witness" not in connection.info:
            self._witness.prepare(raw)
            connection.info["witness"] = True

    def close(self) -> None:
        """Close every connection; SQLite then folds the log into the file."""
        self._is_closed = True
        self._engine.dispose()

    def _check_open(self) -> None:
        """Another program may hold the profile once it was closed: nobody reads or writes then."""
        if self._is_closed:
            raise ProfileUnusable("profile-closed", path=str(self.path))

    @property
    def engine(self) -> Engine:
        """The engine, for migrations."""
        return self._engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    # A revision has about 2 kB: of pages of 4 kB every one would stand half empty. Means nothing to an existing file.
    cursor.execute("PRAGMA page_size=16384")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA cache_size=-16000")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_FAILURES = {
    sqlite3.SQLITE_FULL: "disk-full",
    sqlite3.SQLITE_READONLY: "disk-refuses",
    sqlite3.SQLITE_IOERR: "disk-refuses",
    sqlite3.SQLITE_CANTOPEN: "disk-refuses",
    sqlite3.SQLITE_BUSY: "busy",
}


def _failure(error: BaseException | None, path: Path) -> StorageFailure | None:
    """Return what SQLite says of the disk, None where it says something else."""
    code = _FAILURES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if code == "disk-refuses" and path.parent.is_dir() and shutil.disk_usage(path.parent).free < _ROOM:
        code = "disk-full"  # without room for its log SQLite speaks of input and output
    return StorageFailure(code, path=str(path)) if code is not None else None


def _is_damage(error: BaseException | None) -> bool:
    """Tell whether SQLite, or Python reading a text from it, found bytes that nobody wrote."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "Could not decode to UTF-8" in str(
        error
    )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says of disks and damage into our own errors; anything else is a bug and passes.

    What stands in the catalogue was read before it was written: when it cannot be read any more, that is damage. A
    flipped byte can also give a value another type, which then looks like a bug: so the file is looked at first.
    """
    try:
        yield
    except (Damage, msgspec.DecodeError, UnicodeError) as error:
        raise ProfileUnusable("profile-damaged", path=str(path)) from error
    except (DBAPIError, sqlite3.Error) as error:
        original = error.orig if isinstance(error, DBAPIError) else error
        failure = _failure(original, path)
        if failure is not None:
            raise failure from error
        if _is_damage(original) or unsound(path):
            raise ProfileUnusable("profile-damaged", path=str(path)) from error
        raise
    except HubDeskError:
        raise
    except Exception as error:
        if unsound(path):
            raise ProfileUnusable("profile-damaged", path=str(path)) from error
        raise


def create_database(path: Path) -> Database:
    """Make a new, empty catalogue; raises StorageFailure."""
    database = Database(path)
    with database.write() as connection:
        create_schema(connection)
        connection.execute(
            text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": SCHEMA})
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
    return database


def create_schema(connection: Connection) -> None:
    """Make the tables of the newest schema."""
    metadata.create_all(connection)
    connection.execute(text(_INDEX))


def read_database(path: Path) -> Database:
    """Open a catalogue at which another program is at work, to read alone.

    Raises ProfileUnusable("profile-locked") while that program upgrades it, and as `schema_of`.
    """
    if schema_of(path) != SCHEMA:
        raise ProfileUnusable("profile-locked", path=str(path.parent))
    return Database(path, reads_only=True)


def open_database(path: Path, *, keep_copy: bool = True) -> Database:
    """Open an existing catalogue, upgrading an older schema after a verified backup beside it (`keep_copy`).

    Raises ProfileUnusable("profile-missing" | "profile-half-written" | "profile-damaged" | "profile-newer"),
    StorageFailure("disk-full" | "backup-failed" | ...); the catalogue is of the older schema then.
    """
    schema = schema_of(path)
    if schema > SCHEMA:
        raise ProfileUnusable("profile-newer", path=str(path), schema=schema, known=SCHEMA)
    if schema < SCHEMA:
        from hubdesk.catalogue.migrations.upgrade import upgrade  # Alembic, only when it is needed

        if keep_copy:
            back_up(path, path.with_name(f"{path.stem}-before-{SCHEMA}.sqlite"))
        database = Database(path)
        try:
            with _translated(path):
                upgrade(database.engine, SCHEMA)
        except BaseException:
            database.close()
            raise
        return database
    return Database(path)


def schema_of(path: Path) -> str:
    """Read the schema's name without changing a byte of the file.

    Raises ProfileUnusable("profile-missing" | "profile-half-written" | "profile-damaged"), StorageFailure.
    """
    if not path.is_file():
        raise ProfileUnusable("profile-missing", path=str(path))
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA query_only=ON")
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
                raise ProfileUnusable("profile-half-written", path=str(path))
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        # A log that cannot be opened for want of room or rights says nothing against the catalogue.
        failure = _failure(error, path)
        if failure is not None:
            raise failure from error
        raise ProfileUnusable("profile-damaged", path=str(path)) from error
    if row is None:
        raise ProfileUnusable("profile-half-written", path=str(path))
    return str(row[0])


def back_up(path: Path, copy: Path) -> None:
    """Copy a catalogue with SQLite's own backup and verify the copy; raises StorageFailure("backup-failed")."""
    fresh = copy.with_suffix(".new")
    try:
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(fresh)) as target:
            source.backup(target)
            if target.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise StorageFailure("backup-failed", path=str(copy))
        fresh.replace(copy)
    except (sqlite3.Error, OSError) as error:
        raise StorageFailure("backup-failed", path=str(copy)) from error
