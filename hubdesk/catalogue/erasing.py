"""Erasing: deciding it, and carrying it out until no byte of it is left in the profile.

Invariant: what a signed state or a notice erases goes on this desk by whatever road it was told: revisions, drafts,
proposals, files, and every copy of the catalogue. Cut at any point, it is gone on with at the next start.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from hubdesk.catalogue import erasures, outbox, records, revisions, tables
from hubdesk.catalogue.backups import FOLDER as BACKUPS
from hubdesk.catalogue.backups import Backups, numbered
from hubdesk.catalogue.blobs import Blobs, disk_errors
from hubdesk.catalogue.database import FILE, Database
from hubdesk.catalogue.journal import FILE as JOURNAL
from hubdesk.catalogue.journal import Journal
from hubdesk.catalogue.notices import CENTRE, ERASE, NoticeView, all_notices
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.waiting import ACCEPTED, open_row
from hubdesk.errors import BadInput, HubDeskError, NotAllowed, NotFound, StorageFailure
from hubdesk.model.identity import checked_id, id_bytes
from hubdesk.model.kind import Kinds
from hubdesk.model.record import write_erasure
from hubdesk.model.vocabulary import Vocabularies

REASONS = "erasure_reasons"
MADE = "relay/made"
"""Where a relay keeps what it makes of this catalogue; it can be made again."""
_MARGIN = 8 * 1024 * 1024
_STEM = Path(FILE).stem
_COPIES = (f"{_STEM}-before-*.sqlite*", f"{_STEM}-aside-*.sqlite*", f"{JOURNAL}-other-*", "restored.sqlite*")
_HALF_MADE = ("new.sqlite*", "new.zst")
_WHOLE = re.compile(r"[0-9a-f]{64}")
_GATHERED_FOR_THE_WAY = (b"\x28\xb5\x2f\xfd", b"\x94\xc4")
"""How a snapshot (zstd, RFC 8878) and a packed delta (MessagePack, an array of four) begin."""


class Erasing:
    """Erases on one desk. `now` gives RFC 3339 in UTC; `may_accept` answers for a collection; `announce` writes and
    accepts a notice with these fields."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        journal: Journal,
        backups: Backups,
        blobs: Blobs,
        layers: Callable[[], Layers],
        kinds: Callable[[], Kinds],
        vocabularies: Callable[[], Vocabularies],
        desk: str,
        may_accept: Callable[[Connection, str], bool],
        now: Callable[[], str],
        announce: Callable[[dict[str, Any]], str],
    ) -> None:
        self._folder = folder
        self._database = database
        self._journal = journal
        self._backups = backups
        self._blobs = blobs
        self._layers = layers
        self._kinds = kinds
        self._vocabularies = vocabularies
        self._desk = desk
        self._may_accept = may_accept
        self._now = now
        self._announce = announce
        self._carrying_out = threading.Lock()
        self.problem: HubDeskError | None = None
        """Why what is owed could not be carried out when it was last tried."""

    # Deciding

    def reasons(self) -> list[str]:
        """Return the codes of the reasons that may be given, in the order in which they are offered."""
        return [value.value for value in self._vocabularies().of(REASONS).offered]

    def may_erase(self, record_id: str) -> bool:
        """Tell whether this desk may erase a record: its kind has personal data, and the desk coordinates its hub or
        speaks for the Secretariat."""
        try:
            with self._database.read() as connection:
                self._checked(connection, record_id)
        except HubDeskError:
            return False
        return True

    def _checked(self, connection: Connection, record_id: str) -> RecordRow:
        row = _known(connection, record_id)
        if not self._kinds().of(row.kind).erasable:
            raise BadInput("not-erasable", id=record_id, kind=row.kind)
        if not (self._may_accept(connection, row.collection) or self._may_accept(connection, CENTRE)):
            raise NotAllowed("not-a-coordinator", hub=row.hub)
        if erasures.among(connection, row.collection_number, [id_bytes(record_id)]):
            raise BadInput("erased-already", id=record_id)
        return row

    def erase(self, record_id: str, reason: str) -> str:
        """Accept the erasure of a record: the next publication of its hub signs it, and every desk carries it out. In
        another's hub the Secretariat's desk accepts a notice that says so. Return the hub that has to publish.

        Raises NotFound("no-such-record"), BadInput("not-erasable" | "erased-already" | "reason-unknown"),
        NotAllowed("not-a-coordinator").
        """
        if reason not in self.reasons():
            raise BadInput("reason-unknown", value=reason, known=self.reasons())
        with self._database.read() as connection:
            row = self._checked(connection, record_id)
            is_own = self._may_accept(connection, row.collection)
        if not is_own:
            self._announce(self._notice(row, reason))
            return CENTRE.partition("/")[0]
        self._accept(record_id, reason)
        return row.hub

    def _notice(self, row: RecordRow, reason: str) -> dict[str, Any]:
        title = self._vocabularies().of("notice_actions").by_value[ERASE].label
        return {
            "title": dict(title),
            "action": ERASE,
            "target": row.id,
            "target_collection": row.collection,
            "erasure": reason,
            "reason": dict(self._vocabularies().of(REASONS).by_value[reason].label),
        }

    def _accept(self, record_id: str, reason: str) -> None:
        with self._database.write() as connection:
            row = self._checked(connection, record_id)
            if not row.number:
                added = records.add(connection, row.collection_number, row.id, row.kind)
                row = records.by_number(connection, added)
            erased = write_erasure(row.id, row.kind, by=self._desk, at=self._now(), reason=reason)
            revisions.keep(connection, [erased])
            with self._layers().changing(connection, [row.number]):
                waiting = open_row(connection, row.number)
                replaces = outbox.retire(connection, waiting) if waiting is not None else 0
                values = {"record": row.number, "base": row.confirmed, "revision": erased.hash}
                entry = tables.outbox.insert().values(
                    **values, at=self._now(), replaces=replaces, state=ACCEPTED
                )
                connection.execute(entry)
                proposal = tables.proposal
                again = (proposal.c.id == id_bytes(row.id)) & proposal.c.state.in_(("accepted", "merged"))
                connection.execute(proposal.update().where(again).values(state="open"))
                records.set_layers(connection, row.number, pending=erased.hash, accepted=erased.hash)

    def reason_of(self, record_id: str) -> str | None:
        """Return why a record was erased (a code), None where it was not or is not known here."""
        with self._database.read() as connection:
            return erasures.reason_of(connection, id_bytes(checked_id(record_id)))

    def notices(self) -> list[NoticeView]:
        """Return the notices of the Secretariat that hide or erase records, the last written first."""
        with self._database.read() as connection:
            return all_notices(connection)

    # Carrying out

    def owed(self) -> bool:
        """Tell whether something that was erased may still lie in this profile."""
        with self._database.read() as connection:
            return erasures.is_any_owed(connection)

    def settle(self) -> None:
        """Carry out what is owed; where that cannot be done now, `problem` says why and it stays owed."""
        try:
            self.finish()
            self.problem = None
        except HubDeskError as error:
            self.problem = error

    def finish(self) -> None:
        """Carry out what is owed.

        Raises StorageFailure("erase-no-room" | "disk-full" | "disk-refuses" | "busy"), ProfileUnusable("backup-flawed").
        """
        with self._carrying_out, disk_errors(self._folder):
            copies = list(self._copies())
            with self._database.write() as connection:
                erasures.clear(connection, copies=bool(copies))
            with self._database.read() as connection:
                if not erasures.is_any_owed(connection):
                    return
                gone = erasures.files_to_remove(connection)
                filling = {bytes(row)[:32].hex() for row in _filling(connection)}
            self._remove_files(gone, filling)
            for copy in copies:
                copy.unlink(missing_ok=True)
            self._make_room()
            self._database.compact()
            self._journal.renew(self._database)
            self._renew_backups()
            with self._database.write() as connection:
                erasures.settle(connection)

    def _copies(self) -> Iterator[Path]:
        """Yield the other catalogues in this profile that nothing reads any more."""
        for pattern in _COPIES:
            yield from self._folder.glob(pattern)
        for pattern in _HALF_MADE:
            yield from (self._folder / BACKUPS).glob(pattern)

    def _remove_files(self, gone: set[bytes], filling: set[str]) -> None:
        """Remove files that go with erased records, whole or in parts, and what was gathered for the way alone, in
        which anything may stand; a first fill that is not complete keeps its snapshot."""
        folder = self._blobs.path(bytes(32)).parent.parent
        names = {value.hex() for value in gone}
        old = {name[:16] for name in names}
        for value in gone:
            self._blobs.path(value).unlink(missing_ok=True)
            (folder / f"damaged-{value.hex()}").unlink(missing_ok=True)
        for part in (folder / "part").glob("*"):
            stem, _, tail = part.name.partition(".")
            is_stream = _WHOLE.fullmatch(part.name) is not None and part.name not in filling
            is_left = stem.startswith("new-") and not stem.startswith(f"new-{os.getpid()}-")
            if stem in names or tail in old or is_stream or is_left:
                part.unlink(missing_ok=True)
        for made in (self._folder / MADE).glob("*"):
            made.unlink(missing_ok=True)
        with self._database.read() as connection:
            held = {value.hex() for value in connection.scalars(select(tables.blob.c.sha256))}
        for blob in folder.glob("[0-9a-f][0-9a-f]/*"):
            if blob.parent.name + blob.name not in held and _was_for_the_way(blob):
                blob.unlink(missing_ok=True)

    def _make_room(self) -> None:
        """See that the catalogue can be written anew. The backups have to go in any case."""
        size = sum(path.stat().st_size for path in self._folder.glob(f"{FILE}*"))
        needed = 2 * size + _MARGIN
        if shutil.disk_usage(self._folder).free < needed:
            for backup in numbered(self._folder):
                backup.unlink(missing_ok=True)
        free = shutil.disk_usage(self._folder).free
        if free < needed:
            raise StorageFailure("erase-no-room", path=str(self._folder), needed=needed, free=free)

    def _renew_backups(self) -> None:
        """Put one backup of the catalogue as it is now in the place of all that were made before."""
        before = numbered(self._folder)
        if not before:
            return
        try:
            self._backups.make()
        except StorageFailure:
            for backup in before:  # they go in any case, and make room
                backup.unlink(missing_ok=True)
            self._backups.make()
        for backup in before:
            backup.unlink(missing_ok=True)


def _known(connection: Connection, record_id: str) -> RecordRow:
    """Return the row of a record, with the number 0 where it was only ever proposed. Raises NotFound("no-such-record")."""
    rows = records.find_all(connection, record_id)
    if rows:
        return rows[0]
    proposal, collection = tables.proposal.c, tables.collection.c
    query = select(proposal.revision, collection.number, collection.name).join(tables.proposal)
    proposed = connection.execute(query.where(proposal.id == id_bytes(record_id))).first()
    content = revisions.get(connection, proposed.revision) if proposed is not None else None
    if proposed is None or content is None:
        raise NotFound("no-such-record", id=record_id)
    kind = content.content.kind
    return RecordRow(0, record_id, kind, proposed.name, proposed.number, None, None, None)


def _filling(connection: Connection) -> Iterator[bytes]:
    table = tables.collection.c
    yield from connection.scalars(select(table.filling).where(table.filling.is_not(None)))


def _was_for_the_way(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(_GATHERED_FOR_THE_WAY)
    except FileNotFoundError:
        return False
