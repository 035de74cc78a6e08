"""Copies of the catalogue: one for each day on which something changed, verified, seven kept.

Invariant: a backup gets its name only when it was written, checked and read again; until then the ones before it stay.
Numbers order them, never a clock.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import zstandard
from msgspec import Struct
from sqlalchemy import Connection, func, select

from hubdesk.catalogue import facts, tables
from hubdesk.catalogue.blobs import disk_errors
from hubdesk.catalogue.database import SCHEMA, Database, schema_of
from hubdesk.catalogue.journal import sync_folder
from hubdesk.catalogue.soundness import unsound
from hubdesk.catalogue.verify import flaws_of
from hubdesk.errors import HubDeskError, ProfileUnusable, StorageFailure, Unreachable

FOLDER = "backups"
KEPT = 7
_NAME = re.compile(r"(\d{6})-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)Z\.sqlite\.zst")
_LEVEL = 1
_PAGES = 64
_REST = 0.002
_PIECE = 1024 * 1024
_TAILS = ("-wal", "-shm", "-journal")
_MARGIN = 16 * 1024 * 1024
_GROWN = 16 * 1024 * 1024
"""Below it, twice as much is soon written, and would push the copies of other days out."""


class BackupView(Struct, frozen=True):
    """A backup: `made_at` by the clock of then (RFC 3339), its size in `bytes`, and whether its bytes are still as they
    were verified."""

    name: str
    made_at: str
    bytes: int
    ok: bool


class Daily(Struct, frozen=True):
    """What became of the day's backup: `made`, or why it could not be, told once a day; neither when none was due."""

    made: BackupView | None = None
    problem: HubDeskError | None = None


class _Noted(Struct, frozen=True):
    """The day of the last backup, what the catalogue was then and its bytes, and the day on which a failure was told."""

    day: str = ""
    mark: str = ""
    told: str = ""
    bytes: int = 0


def numbered(folder: Path) -> list[Path]:
    """Return the backups of a profile, the newest first."""
    found = [path for path in (folder / FOLDER).glob("*.zst") if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name[:6], reverse=True)


def all_backups(profile: Path) -> list[BackupView]:
    """Return the backups, the newest first; each is read to see whether it is still right."""
    return [_view(path) for path in numbered(profile)]


class Backups:
    """The backups of an open profile. `now` gives RFC 3339 in UTC and names them."""

    def __init__(self, profile: Path, database: Database, now: Callable[[], str]) -> None:
        self._profile = profile
        self._folder = profile / FOLDER
        self._database = database
        self._now = now
        self._making = threading.Lock()

    def all(self) -> list[BackupView]:
        """Return the backups, the newest first, as `all_backups`."""
        return all_backups(self._profile)

    def daily(self, stop: threading.Event | None = None) -> Daily:
        """Make the day's backup where something has changed and the date is another than that of the last one, or the
        catalogue has grown to more than twice of what it was then: a first fill should not wait for tomorrow."""
        today = self._now()[:10]
        with self._database.read() as connection:
            noted, mark = _noted(connection), _mark(connection)
        has_grown = self._size() > max(2 * noted.bytes, _GROWN) and noted.bytes > 0
        if mark == noted.mark or (today == noted.day and not has_grown):
            return Daily()
        try:
            return Daily(made=self.make(stop))
        except Unreachable:  # somebody stopped it: the next opportunity
            return Daily()
        except (StorageFailure, ProfileUnusable) as error:
            if noted.told == today:
                return Daily()
            self._note(msgspec.structs.replace(noted, told=today))
            return Daily(problem=error)

    def make(self, stop: threading.Event | None = None) -> BackupView:
        """Make a backup now; writing and reading go on meanwhile.

        Raises StorageFailure("backup-no-room" | "disk-full" | "disk-refuses"), ProfileUnusable("backup-flawed":
        what lies here is not as it was signed), Unreachable("stopped"). The backups before it stay then.
        """
        with self._making, disk_errors(self._folder):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            copy, packed = self._folder / "new.sqlite", self._folder / "new.zst"
            try:
                self._clear(copy, packed)
                self._check_room()
                mark = self._copy(copy, stop)
                check_copy(copy)
                _pack(copy, packed, stop)
                final = self._folder / self._next_name()
                packed.replace(final)
                sync_folder(self._folder)
            finally:
                self._clear(copy, packed)
            for old in numbered(self._profile)[KEPT:]:
                old.unlink()
        self._note(_Noted(day=self._now()[:10], mark=mark, bytes=self._size()))
        return BackupView(final.name, _made_at(final), final.stat().st_size, ok=True)

    def _clear(self, copy: Path, packed: Path) -> None:
        for path in (copy, *(copy.with_name(copy.name + tail) for tail in _TAILS), packed):
            path.unlink(missing_ok=True)

    def _check_room(self) -> None:
        size = self._size()
        needed = size + size // 2 + _MARGIN
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise StorageFailure("backup-no-room", path=str(self._folder), needed=needed, free=free)

    def _size(self) -> int:
        """Return the catalogue's bytes, with its log."""
        wal = self._database.path.with_name(self._database.path.name + "-wal")
        return self._database.path.stat().st_size + (wal.stat().st_size if wal.exists() else 0)

    def _copy(self, copy: Path, stop: threading.Event | None) -> str:
        """Copy the catalogue as it is at one moment; return its mark."""

        def rest(*_: int) -> None:
            _go_on(stop)
            time.sleep(_REST)  # others want the disk too

        # A connection of its own, so that the pages which pass through it do not stay in memory afterwards.
        with _opened(self._database.path) as connection:
            # The open transaction keeps this moment: a copy of a changing file would begin anew with each change.
            mark = _mark(connection)
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with closing(sqlite3.connect(copy)) as target:
                copy.chmod(0o600)
                source.backup(target, pages=_PAGES, progress=rest)
                target.execute("PRAGMA journal_mode=DELETE")
        return mark

    def _next_name(self) -> str:
        last = next((int(path.name[:6]) for path in numbered(self._profile)), 0)
        return f"{last + 1:06}-{self._now().replace(':', '')}.sqlite.zst"

    def _note(self, noted: _Noted) -> None:
        with self._database.write() as connection:
            facts.put(connection, facts.BACKUP, msgspec.json.encode(noted))


def _go_on(stop: threading.Event | None) -> None:
    if stop is not None and stop.is_set():
        raise Unreachable("stopped")


def _noted(connection: Connection) -> _Noted:
    try:
        return msgspec.json.decode(facts.get(connection, facts.BACKUP) or b"{}", type=_Noted)
    except msgspec.DecodeError:
        return _Noted()


def _mark(connection: Connection) -> str:
    """Return what differs between two catalogues of which one has something that the other has not."""
    table = tables.collection
    told = [
        facts.get(connection, facts.JOURNAL),
        connection.scalar(select(func.max(tables.revision.c.number))),
        *(tuple(row) for row in connection.execute(select(table.c.name, table.c.root, table.c.filled))),
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _made_at(path: Path) -> str:
    found = _NAME.fullmatch(path.name)
    return "{1}-{2}-{3}T{4}:{5}:{6}Z".format(*("", *found.groups()[1:])) if found else ""


def _view(path: Path) -> BackupView:
    try:
        for _ in unpacked(path):
            pass
        ok = True
    except StorageFailure:
        ok = False
    return BackupView(path.name, _made_at(path), path.stat().st_size, ok)


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield a backup's bytes; raises StorageFailure("backup-damaged") when they are not those that were packed."""
    try:
        with path.open("rb") as file:
            size = zstandard.frame_content_size(file.read(32))
            file.seek(0)
            for piece in zstandard.ZstdDecompressor().read_to_iter(file, write_size=_PIECE):
                size -= len(piece)
                yield piece
    except (OSError, zstandard.ZstdError) as error:
        raise StorageFailure("backup-damaged", name=path.name) from error
    if size:
        raise StorageFailure("backup-damaged", name=path.name)


def _pack(copy: Path, packed: Path, stop: threading.Event | None) -> None:
    """Compress a verified copy, and read the result again."""
    packed.touch(mode=0o600)
    whole = hashlib.sha256()
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
    with copy.open("rb") as source, packed.open("wb") as target:
        with compressor.stream_writer(target, size=copy.stat().st_size, closefd=False) as writer:
            while piece := source.read(_PIECE):
                _go_on(stop)
                whole.update(piece)
                writer.write(piece)
        target.flush()
        os.fsync(target.fileno())
    again = hashlib.sha256()
    for piece in unpacked(packed):
        _go_on(stop)
        again.update(piece)
    if again.digest() != whole.digest():
        raise StorageFailure("backup-damaged", name=packed.name)


def check_copy(path: Path) -> None:
    """Check a catalogue that nobody uses: its pages, what it is, every revision and every signed root.

    Raises ProfileUnusable("backup-flawed").
    """
    try:
        flaw = unsound(path, may_lack_tables=schema_of(path) != SCHEMA) or _first_flaw(path)
    except (ProfileUnusable, ValueError, TypeError) as error:
        flaw = str(error)
    if flaw is not None:
        raise ProfileUnusable("backup-flawed", name=path.name, flaw=flaw)


def _first_flaw(path: Path) -> str | None:
    with _opened(path) as connection:
        if facts.get_text(connection, facts.DESK_ID) is None:
            return "identity"
        return next((f"{flaw.code} {flaw.name}" for flaw in flaws_of(connection)), None)


@contextmanager
def _opened(path: Path) -> Iterator[Connection]:
    database = Database(path)
    try:
        with database.read() as connection:
            yield connection
    finally:
        database.close()
