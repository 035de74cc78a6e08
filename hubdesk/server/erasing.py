"""Erasing at the server: what a head erases loses its words in every version, and every file made of them goes.

Invariant: of an erased record ids and hashes stay, so that every state that was signed can still be proved; what has to
go from the disk is noted in the head's own transaction, and forgotten only when it is gone.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import Connection, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import OperationalError

from hubdesk.errors import BadInput, HubDeskError, StorageFailure
from hubdesk.model.identity import id_bytes, is_id
from hubdesk.model.record import Revision, read_revision, write_stub
from hubdesk.server import tables
from hubdesk.server.database import Database
from hubdesk.server.policy import hub_of
from hubdesk.server.states import Standing, newest, portions
from hubdesk.server.tables import CURRENT
from hubdesk.server.waiting import OPEN

SETTLED = "settled"
NOTICE, ERASE, UNSAID = "notice", "erase", "legal"
"""The kind of a notice, what it does, and the code of the reason where it gives none."""
_HASH = 32
_LEFT_SECONDS = 3600
_FILE = re.compile(rb'"sha256":"([0-9a-f]{64})"')
_erasure = tables.erasure.c
_revision = tables.revision.c
_lineage = tables.lineage.c
_event = tables.event.c
_batch = tables.batch.c
_blob = tables.blob.c
_reference = tables.reference.c
_log = logging.getLogger(__name__)


def erased_among(connection: Connection, collection: int, ids: Iterable[bytes]) -> set[bytes]:
    """Return those of these records (16 bytes) that were erased in a collection."""
    found: set[bytes] = set()
    for some in portions(ids):
        query = select(_erasure.record).where(_erasure.collection == collection, _erasure.record.in_(some))
        found.update(connection.execute(query).scalars())
    return found


def check_not_erased(connection: Connection, collection: int, revisions: Iterable[Revision]) -> None:
    """Raise BadInput("erased") where one of these says something of a record that was erased: that is for good."""
    saying = [id_bytes(item.content.id) for item in revisions if item.content.erased is None]
    for record in erased_among(connection, collection, saying):
        raise BadInput("erased", id=record.hex())


def is_erased_after(connection: Connection, collection: int, version: int) -> bool:
    """Tell whether something was erased from a collection after a version: what was made of it must not be kept."""
    after = (_erasure.collection == collection) & (_erasure.version > version)
    return connection.execute(select(_erasure.record).where(after).limit(1)).first() is not None


def erase(
    connection: Connection, standing: Standing, version: int, revisions: Iterable[Revision], at: str
) -> None:
    """Take the words of what `revisions`, which stand from `version` on, erase out of the tables."""
    erasing = {id_bytes(item.content.id): item for item in revisions if item.content.erased is not None}
    if not erasing:
        return
    _take_words(connection, standing, version, {one: item.hash for one, item in erasing.items()}, at)


def erase_by_notice(connection: Connection, revisions: Iterable[Revision], at: str) -> None:
    """Carry out those notices among `revisions`, published in centre/public, that erase records of any hub. The hub's
    state stays as it was signed: what it names is handed out as a stub."""
    for item in revisions:
        told = item.fields if item.content.kind == NOTICE else {}
        target, place = told.get("target"), told.get("target_collection")
        if told.get("action") != ERASE or not is_id(target) or not isinstance(place, str):
            continue
        standing, record = newest(connection, place), id_bytes(str(target))
        if standing is None or record in erased_among(connection, standing.number, [record]):
            continue
        words = _take_words(connection, standing, standing.version, {record: b""}, at, newest_too=True)
        state = tables.state.c
        named = (state.collection == standing.number) & (state.record == record) & (state.until == CURRENT)
        value = connection.execute(select(state.revision).where(named)).scalar()
        if value in words:
            kind = read_revision(words[value]).content.kind
            stub = write_stub(str(target), kind, value, str(told.get("erasure") or UNSAID))
            this = update(tables.revision).where(_revision.hash == value)
            connection.execute(this.values(canonical=stub.canonical))


def _take_words(
    connection: Connection,
    standing: Standing,
    version: int,
    stays: Mapping[bytes, bytes],
    at: str,
    *,
    newest_too: bool = False,
) -> dict[bytes, bytes]:
    """Empty every revision of these records but the one that erases (`stays`: record -> its hash), and forget what
    was made of versions before `version`, and with `newest_too` of that one; return the words that went, by hash."""
    kept = set(stays.values())
    words = {key: text for key, text in _words(connection, list(stays)) if key not in kept}
    doomed = _not_elsewhere(connection, standing.number, words)
    for some in portions(doomed):
        connection.execute(
            update(tables.revision).where(_revision.hash.in_(some)).values(canonical=b"", size=0)
        )
        here = (_lineage.collection == standing.number) & _lineage.revision.in_(some)
        connection.execute(delete(tables.lineage).where(here))
        proposed = _event.revision.in_(some) & (_event.outcome == OPEN)
        connection.execute(update(tables.event).where(proposed).values(outcome=SETTLED))
    listed = {bytes.fromhex(name.decode()) for found in doomed for name in _FILE.findall(words[found])}
    gone = _files_that_go(connection, standing, version + newest_too, listed)
    for place, record in enumerate(stays):
        row = {"collection": standing.number, "record": record, "version": version, "at": at}
        row |= {"files": b"".join(sorted(gone)) if place == 0 else b"", "owed": True}
        statement = insert(tables.erasure).values(row)
        fresh = {name: row[name] for name in ("version", "at", "files", "owed")}
        connection.execute(statement.on_conflict_do_update(["collection", "record"], set_=fresh))
    return {found: words[found] for found in doomed}


def _words(connection: Connection, records: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for some in portions(records):
        query = select(_revision.hash, _revision.canonical).where(
            _revision.record.in_(some), _revision.size > 0
        )
        for row in connection.execute(query):
            yield row.hash, row.canonical


def _not_elsewhere(connection: Connection, collection: int, words: Iterable[bytes]) -> list[bytes]:
    """Return those revisions that no other collection shows or has in its inbox: no hub erases what is another's."""
    found: list[bytes] = []
    for some in portions(words):
        shown = select(_lineage.revision).where(
            _lineage.revision.in_(some), _lineage.collection != collection
        )
        proposed = (
            select(_event.revision)
            .join(tables.batch)
            .where(_event.revision.in_(some), _batch.collection != collection)
        )
        others = {*connection.execute(shown).scalars(), *connection.execute(proposed).scalars()}
        found += [value for value in some if value not in others]
    return found


def _files_that_go(
    connection: Connection, standing: Standing, version: int, listed: set[bytes]
) -> set[bytes]:
    """Forget the files that only erased records listed, and whatever was made of the collection's older states:
    snapshots, deltas, what a publication came in. Return their SHA-256."""
    collection, hub = standing.number, hub_of(standing.name)
    for table in (tables.snapshot, tables.large_delta):
        stale = table.c.version < version if table is tables.snapshot else table.c.new < version
        connection.execute(delete(table).where(table.c.collection == collection, stale))
    used = _named(connection)
    for table in (tables.snapshot, tables.large_delta):
        used |= set(connection.execute(select(table.c.sha256)).scalars())
    here = exists().where(_reference.sha256 == _blob.sha256, _reference.collection == collection)
    referred = exists().where(_reference.sha256 == _blob.sha256)
    # What a publication came in was brought by a desk of the hub, and nothing refers to it.
    hubs = select(tables.admission.c.desk).where(tables.admission.c.hub == hub)
    query = select(_blob.sha256).where(here | (~referred & _blob.desk.in_(hubs)))
    gone = (set(connection.execute(query).scalars()) | listed) - used
    for some in portions(gone):
        connection.execute(delete(tables.reference).where(_reference.sha256.in_(some)))
        connection.execute(delete(tables.blob).where(_blob.sha256.in_(some)))
    return gone


def _named(connection: Connection) -> set[bytes]:
    """Return the SHA-256 of every file that some revision lists."""
    named: set[bytes] = set()
    query = select(_revision.canonical).where(_revision.size > 0).execution_options(yield_per=200)
    with connection.execute(query) as rows:
        for canonical in rows.scalars():
            named.update(bytes.fromhex(name.decode()) for name in _FILE.findall(canonical))
    return named


class Erasing:
    """Takes from the disk of the server in `folder` what was erased, on a thread of its own. `forget` lets go of what
    is kept in memory."""

    def __init__(self, folder: Path, database: Database, forget: Callable[[], None]) -> None:
        self._folder = folder
        self._database = database
        self._forget = forget
        self._carrying_out = threading.Lock()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="erasing")

    def owed(self) -> bool:
        """Tell whether something that was erased may still lie here."""
        with self._database.read() as connection:
            return (
                connection.execute(select(_erasure.record).where(_erasure.owed).limit(1)).first() is not None
            )

    def begin(self) -> None:
        """Carry out in the background what is owed, if anything is."""
        if self.owed():
            self._forget()
            self._worker.submit(self._try)

    def _try(self) -> None:
        try:
            self.finish()
        except (HubDeskError, OSError) as error:
            _log.error("what was erased still lies in the server's folder, until its next start: %s", error)

    def finish(self) -> None:
        """Carry out what is owed. Raises StorageFailure, OSError."""
        with self._carrying_out:
            with self._database.read() as connection:
                rows = connection.execute(select(tables.erasure).where(_erasure.owed)).all()
                here = set(connection.execute(select(_blob.sha256)).scalars())
                wanted = {value.hex() for value in connection.execute(select(_reference.sha256)).scalars()}
            if not rows:
                return
            gone = {
                packed[at : at + _HASH] for row in rows if (packed := row.files) for at in _places(packed)
            }
            self._remove({value.hex() for value in gone - here})
            self._sweep({value.hex() for value in here}, wanted)
            try:
                self._database.compact()
            except OperationalError as error:
                raise StorageFailure("storage", reason=str(error.orig)) from error
            with self._database.write() as connection:
                for row in rows:
                    this = (_erasure.collection == row.collection) & (_erasure.record == row.record)
                    done = update(tables.erasure).where(this, _erasure.version == row.version)
                    connection.execute(done.values(owed=False, files=b""))

    def _remove(self, names: set[str]) -> None:
        """Remove files by their hash, with their chunk lists, what was uploaded of them, and patches from or to them."""
        for name in names:
            for folder in ("blobs", "chunks"):
                (self._folder / folder / name[:2] / name[2:]).unlink(missing_ok=True)
            for patch in (self._folder / "patches" / name[:2]).glob(f"{name[2:]}.*"):
                patch.unlink(missing_ok=True)
        for patch in (self._folder / "patches").glob("*/*.*"):
            if patch.name.rpartition(".")[2] in names:
                patch.unlink(missing_ok=True)
        for part in (self._folder / "uploads").iterdir():
            if part.name.partition(".")[0] in names:
                part.unlink(missing_ok=True)

    def _sweep(self, here: set[str], wanted: set[str]) -> None:
        """Remove what a kill left: files that nobody knows, and uploads of what no record lists."""
        before = time.time() - _LEFT_SECONDS
        for blob in (self._folder / "blobs").glob("*/*"):
            if blob.parent.name + blob.name not in here and blob.stat().st_mtime < before:
                blob.unlink(missing_ok=True)
        for part in (self._folder / "uploads").iterdir():
            if part.name.partition(".")[0] not in wanted and part.stat().st_mtime < before:
                part.unlink(missing_ok=True)

    def close(self) -> None:
        """Let what was begun come to its end."""
        self._worker.shutdown(wait=True)


def _places(packed: bytes) -> range:
    return range(0, len(packed), _HASH)
