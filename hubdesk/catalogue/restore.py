"""Bringing a profile back whose catalogue is damaged, gone, or of a newer program: a backup, and the journal over it.

Invariant: the new catalogue is whole before the old one is moved, and the old one is kept; cut at any point, it can be
done again.
"""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from sqlalchemy import Connection, delete, select

from hubdesk.catalogue import facts, tables
from hubdesk.catalogue.backups import check_copy, numbered, unpacked
from hubdesk.catalogue.blobs import FOLDER as BLOBS
from hubdesk.catalogue.blobs import Blobs, disk_errors, note
from hubdesk.catalogue.database import FILE, create_database, open_database
from hubdesk.catalogue.index import forget_index
from hubdesk.catalogue.journal import FILE as JOURNAL
from hubdesk.catalogue.journal import Reading, facts_of, read_journal, sync_folder
from hubdesk.catalogue.profile import locked
from hubdesk.catalogue.traffic_kept import keep_traffic
from hubdesk.catalogue.unsent import PutBack, put_back
from hubdesk.errors import NotFound, ProfileUnusable, StorageFailure

_FRESH = "restored.sqlite"
_TAILS = ("", "-wal", "-shm", "-journal")


class RestoreReport(Struct, frozen=True):
    """`backup`: the one that was used, None where there was none and the next sync brings everything again; `aside`: how
    the old catalogue is called now; changes that wait and drafts that the journal gave back; backups `passed_over`
    because they are damaged."""

    backup: str | None
    aside: str | None
    events_replayed: int
    drafts_replayed: int
    passed_over: list[str] = []


def restore(folder: Path, name: str | None = None) -> RestoreReport:
    """Put the newest good backup, or the one of that name, in the catalogue's place, and the journal over it.

    Raises NotFound("no-such-backup" | "no-backup"), ProfileUnusable("profile-locked" | "backup-flawed" |
    "backup-newer"), StorageFailure("backup-damaged" | "disk-full" | "disk-refuses"). The profile is as it was then.
    """
    if not folder.is_dir():
        raise ProfileUnusable("profile-missing", path=str(folder))
    lock = locked(folder)
    fresh = folder / _FRESH
    try:
        with disk_errors(folder):
            reading = read_journal(folder / JOURNAL)
            backup, passed_over = _bring(folder, name, reading, fresh)
            told = _complete(folder, reading, fresh)
            aside = _change_places(folder, fresh)
        return RestoreReport(backup, aside, told.events, told.drafts, passed_over)
    finally:
        _remove(fresh)
        lock.release()


def _bring(folder: Path, name: str | None, reading: Reading, fresh: Path) -> tuple[str | None, list[str]]:
    """Write the catalogue to begin with to `fresh`; return the backup's name and which ones were passed over."""
    candidates = [*numbered(folder), *sorted(folder.glob(f"{Path(FILE).stem}-before-*.sqlite"), reverse=True)]
    if name is not None:
        candidates = [path for path in candidates if path.name == name]
        if not candidates:
            raise NotFound("no-such-backup", name=name)
    passed_over: list[str] = []
    for path in candidates:
        try:
            _unpack(path, fresh)
            return path.name, passed_over
        except (ProfileUnusable, StorageFailure) as error:
            if name is not None or error.code in ("disk-full", "disk-refuses"):
                raise
            passed_over.append(path.name)
    desk = facts_of(reading).get(facts.DESK_ID)
    if desk is None:
        raise NotFound("no-backup", path=str(folder))
    _remove(fresh)
    database = create_database(fresh)
    with database.write() as connection:
        facts.put(connection, facts.DESK_ID, desk)
    database.close()
    return None, passed_over


def _unpack(path: Path, fresh: Path) -> None:
    _remove(fresh)
    with disk_errors(fresh):
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for piece in unpacked(path) if path.suffix == ".zst" else _pieces(path):
                file.write(piece)
    check_copy(fresh)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            yield piece


def _complete(folder: Path, reading: Reading, fresh: Path) -> PutBack:
    """Bring a catalogue to this program's schema, and into it what the journal and the folder of files know."""
    told = PutBack(0, 0)
    database = open_database(fresh, keep_copy=False)
    try:
        with database.write() as connection:
            if facts_of(reading).get(facts.DESK_ID) in (None, facts.get(connection, facts.DESK_ID)):
                told = put_back(connection, reading.frames())
                number = max(reading.number, facts.get_number(connection, facts.JOURNAL))
                facts.put_number(connection, facts.JOURNAL, number)
            keep_traffic(connection, folder / FILE)
            _note_blobs(connection, folder)
            forget_index(connection)
    finally:
        database.close()
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    return told


def _note_blobs(connection: Connection, folder: Path) -> None:
    """Let the catalogue name the files that lie here, and no others."""
    blobs = Blobs(folder)
    known = set(connection.scalars(select(tables.blob.c.sha256)))
    for sha256 in known:
        if not blobs.has(sha256):
            connection.execute(delete(tables.blob).where(tables.blob.c.sha256 == sha256))
    for path in (folder / BLOBS).glob("[0-9a-f][0-9a-f]/*"):
        name = path.parent.name + path.name
        if len(name) == 64 and bytes.fromhex(name) not in known:
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == name:
                    note(connection, bytes.fromhex(name), path.stat().st_size)


def _change_places(folder: Path, fresh: Path) -> str | None:
    """Move the old catalogue aside and the new one into its place; return the old one's new name."""
    aside = None
    if any((folder / (FILE + tail)).exists() for tail in _TAILS):
        stem = Path(FILE).stem
        numbers = (f"{stem}-aside-{number:04}.sqlite" for number in itertools.count(1))
        aside = next(found for found in numbers if not any(folder.glob(found + "*")))
        for tail in _TAILS:  # the catalogue before its log: alone the log says nothing, nor is it ever read
            if (folder / (FILE + tail)).exists():
                (folder / (FILE + tail)).replace(folder / (aside + tail))
    fresh.replace(folder / FILE)
    sync_folder(folder)
    return aside


def _remove(fresh: Path) -> None:
    for tail in _TAILS:
        fresh.with_name(fresh.name + tail).unlink(missing_ok=True)
