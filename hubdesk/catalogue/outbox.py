"""What this desk proposes: one open entry for each changed record, until its author knows what became of it.

Invariant: an entry leaves only when its author takes it back, or when a verified outcome settles it and this desk
holds a head of at least the version that the outcome names. What may have been sent is never rewritten, only replaced
by a later entry that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, delete, select, update

from hubdesk.catalogue import records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.drafts import Drafts, move_draft, put_draft, remove_draft
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.views import Done, OutboxItem, Refused
from hubdesk.errors import BadInput, HubDeskError, NotFound, Untrusted
from hubdesk.model import canonical, merge
from hubdesk.model.identity import id_bytes, id_from_bytes
from hubdesk.model.record import Revision, unknown_keys, write_revision
from hubdesk.model.validation import Problem
from hubdesk.state.outcome import Settled

WAITING, RECEIVED, ACCEPTED, REFUSED, REPLACED = "waiting", "received", "accepted", "refused", "replaced"
_OPEN = (WAITING, RECEIVED, ACCEPTED, REFUSED)
_TABLE = tables.outbox


def open_row(connection: Connection, record: int) -> Any:
    """Return the outbox row that is open for a record number, None where nothing waits."""
    query = select(_TABLE).where(
        _TABLE.c.record == record, _TABLE.c.state.in_(_OPEN), _TABLE.c.revision != b""
    )
    return connection.execute(query.order_by(_TABLE.c.number.desc())).first()


def open_entry(connection: Connection, row: RecordRow) -> OutboxItem | None:
    """Return what waits of a record, None where nothing does."""
    entry = open_row(connection, row.number)
    return None if entry is None else _item(connection, row, entry)


def _item(connection: Connection, row: RecordRow, entry: Any) -> OutboxItem:
    found = revisions.get(connection, entry.revision)
    fields = found.fields if found else {}
    title, files = fields.get("title"), fields.get("files")
    return OutboxItem(
        id=row.id,
        kind=row.kind,
        collection=row.collection,
        title=title if isinstance(title, dict) else {},
        sequence=entry.sequence,
        at=entry.at,
        state=entry.state,
        bytes=len(found.canonical) if found else 0,
        files=len(files) if isinstance(files, list) else 0,
        withdrawn=bool(found and found.content.withdrawn is not None),
        note=entry.note,
    )


class Outbox:
    """The proposals of this desk. `may_propose` answers for a collection; `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        drafts: Drafts,
        desk: str,
        may_propose: Callable[[Connection, str], bool],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._layers = layers
        self._drafts = drafts
        self._desk = desk
        self._may_propose = may_propose
        self._now = now

    def all(self) -> list[OutboxItem]:
        """Return what waits, the oldest first."""
        query = select(_TABLE).where(_TABLE.c.state.in_(_OPEN), _TABLE.c.revision != b"")
        with self._database.read() as connection:
            return [
                _item(connection, records.by_number(connection, entry.record), entry)
                for entry in connection.execute(query.order_by(_TABLE.c.number))
            ]

    def propose(self, ids: Iterable[str] | None = None) -> Done:
        """Put drafts into the outbox: those of `ids`, or all. A record that waits already counts as done."""
        done: list[str] = []
        refused: list[Refused] = []
        with self._database.write() as connection:
            wanted = self._drafted(connection) if ids is None else list(dict.fromkeys(ids))
            ready: list[tuple[RecordRow, Any]] = []
            for record_id in wanted:
                problems = self._prepare(connection, record_id, ready)
                if problems:
                    refused.append(Refused(record_id, problems))
                else:
                    done.append(record_id)
            with self._layers.changing(connection, [row.number for row, _ in ready]):
                for row, draft in ready:
                    try:
                        self._enter(connection, row, draft)
                    except BadInput as error:  # too large, for one: it stays a draft and stops no other
                        done.remove(row.id)
                        refused.append(Refused(row.id, [Problem("", "wrong", error.code, error.data)]))
        return Done(done, refused)

    def _drafted(self, connection: Connection) -> list[str]:
        query = select(tables.record.c.id).join(tables.draft).order_by(tables.record.c.number)
        return [id_from_bytes(raw) for raw in connection.scalars(query)]

    def _prepare(
        self, connection: Connection, record_id: str, ready: list[tuple[RecordRow, Any]]
    ) -> list[Problem]:
        """Append (row, draft) to `ready` when the draft can be proposed; return what stops it."""
        try:
            row = records.find(connection, record_id)
        except HubDeskError as error:
            return [Problem("", "wrong", error.code, error.data)]
        draft = connection.execute(
            select(tables.draft).where(tables.draft.c.record == row.number)
        ).one_or_none()
        if draft is None:
            waits = open_row(connection, row.number) is not None
            return [] if waits else [Problem("", "wrong", "nothing-to-propose")]
        if not self._may_propose(connection, row.collection):
            return [Problem("", "wrong", "not-allowed", {"collection": row.collection})]
        if draft.withdrawn is None:
            problems = self._drafts.check(row.kind, canonical.parse(draft.fields), row.collection)
            stopping = [problem for problem in problems if problem.stops]
            if stopping:
                return stopping
        ready.append((row, draft))
        return []

    def _enter(self, connection: Connection, row: RecordRow, draft: Any) -> None:
        earlier = open_row(connection, row.number)
        base = revisions.get(connection, draft.base) if draft.base else None
        fields = canonical.parse(draft.fields)
        if base is not None and draft.withdrawn is None and fields == base.content.fields and not earlier:
            remove_draft(connection, row.number)
            return  # nothing was changed
        revision = write_revision(
            row.id,
            row.kind,
            by=self._desk,
            at=self._now(),
            parents=[base.hash.hex()] if base else [],
            fields=fields,
            withdrawn=draft.withdrawn,
            extra=unknown_keys(base) if base else None,
        )
        remove_draft(connection, row.number)
        revisions.keep(connection, [revision])
        self._replace(connection, row.number, earlier, draft.base, revision.hash)
        # Later words take the place of this desk's own that were accepted and are not published yet.
        accepted = None if earlier is not None and row.accepted == earlier.revision else row.accepted
        records.set_layers(connection, row.number, pending=revision.hash, accepted=accepted)

    def _replace(
        self, connection: Connection, record: int, earlier: Any, base: bytes | None, revision: bytes
    ) -> None:
        """Write an entry; one that was never sent goes, one that may have been is named as replaced."""
        replaces = 0
        if earlier is not None:
            replaces = retire(connection, earlier)
        values = {
            "record": record,
            "base": base,
            "revision": revision,
            "at": self._now(),
            "replaces": replaces,
        }
        connection.execute(_TABLE.insert().values(**values, state=WAITING))

    def take_back(self, record_id: str) -> None:
        """Take a pending change back: its content becomes a draft again, and the hub is told if it may have it.

        Raises NotFound("no-such-record" | "nothing-pending").
        """
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            entry = open_row(connection, row.number)
            if entry is None:
                raise NotFound("nothing-pending", id=record_id)
            with self._layers.changing(connection, [row.number]):
                self.make_draft(connection, row, entry)
                if entry.state == ACCEPTED and row.accepted != entry.revision:
                    self._open_again(connection, row)
                sequence = retire(connection, entry)
                if sequence:
                    values = {"record": row.number, "revision": b"", "replaces": sequence, "at": self._now()}
                    connection.execute(_TABLE.insert().values(**values, state=WAITING))

    def _open_again(self, connection: Connection, row: RecordRow) -> None:
        """Let others' proposals, accepted together with what is now taken back, be accepted anew."""
        table = tables.proposal
        here = (table.c.id == id_bytes(row.id)) & (table.c.collection == row.collection_number)
        merged = here & table.c.state.in_(("accepted", "merged"))
        connection.execute(update(table).where(merged).values(state="open"))
        records.set_layers(connection, row.number, accepted=None)

    def make_draft(
        self, connection: Connection, row: RecordRow, entry: Any, comment: str | None = None
    ) -> None:
        """Turn a pending change into a draft, unless a newer draft stands; the entry itself stays. The draft is then
        one against what is signed now, so that what clashed can be decided by its author."""
        found = revisions.get(connection, entry.revision)
        drafted = connection.scalar(select(tables.draft.c.record).where(tables.draft.c.record == row.number))
        if found is not None and drafted is None:
            fields = canonical.encode(found.fields)
            reason = found.content.withdrawn
            put_draft(connection, row.number, fields, self._now(), withdrawn=reason, comment=comment)
        elif comment is not None:
            connection.execute(
                update(tables.draft).where(tables.draft.c.record == row.number).values(comment=comment)
            )
        move_draft(connection, row)
        accepted = None if row.accepted == entry.revision else row.accepted
        records.set_layers(connection, row.number, pending=None, accepted=accepted)

    def rebase(self, connection: Connection, rows: Iterable[RecordRow]) -> None:
        """Write never-sent changes of these records anew against what is signed now, where nothing clashes.

        Inside `Layers.changing`. What clashes waits as it is: a coordinator's desk merges it.
        """
        for row in rows:
            entry = open_row(connection, row.number)
            if entry is None or entry.sequence is not None or entry.state != WAITING:
                continue
            if row.confirmed is None or entry.base in (None, row.confirmed):
                continue
            mine, base, theirs = (
                revisions.get(connection, h) for h in (entry.revision, entry.base, row.confirmed)
            )
            if mine is None or base is None or theirs is None:
                continue
            fresh = rebased(base, mine, theirs, by=self._desk, at=self._now())
            if fresh is not None:
                revisions.keep(connection, [fresh])
                values = {"base": row.confirmed, "revision": fresh.hash}
                connection.execute(update(_TABLE).where(_TABLE.c.number == entry.number).values(**values))
                records.set_layers(connection, row.number, pending=fresh.hash)


def settle(connection: Connection, outbox: Outbox, layers: Layers, collection: str, told: Settled) -> bool:
    """Take in what became of one of this desk's events, whose head is held; tell whether the event was known.

    Raises Untrusted("outcome-elsewhere") when the event was about something else.
    """
    entry = connection.execute(select(_TABLE).where(_TABLE.c.sequence == told.sequence)).first()
    if entry is None:
        return False
    row = records.by_number(connection, entry.record)
    if row.id != told.record or row.collection != collection:
        raise Untrusted("outcome-elsewhere", record=told.record)
    with layers.changing(connection, [row.number]):
        if entry.state != REPLACED:
            if told.result in ("returned", "refused"):
                outbox.make_draft(connection, row, entry, told.comment)
            elif row.pending == entry.revision:
                records.set_layers(connection, row.number, pending=None)
        connection.execute(delete(_TABLE).where(_TABLE.c.number == entry.number))
    return True


def settle_own(connection: Connection, row: RecordRow) -> None:
    """Remove this desk's own accepted entry of a record whose accepted revision is signed now. Inside
    `Layers.changing`."""
    entry = open_row(connection, row.number)
    if entry is not None and entry.state == ACCEPTED:
        connection.execute(delete(_TABLE).where(_TABLE.c.number == entry.number))
        records.set_layers(connection, row.number, pending=None)


def retire(connection: Connection, entry: Any) -> int:
    """Remove an entry that was never sent and return 0; mark one that may have been and return its number."""
    if entry.sequence is None:
        connection.execute(delete(_TABLE).where(_TABLE.c.number == entry.number))
        return 0
    connection.execute(update(_TABLE).where(_TABLE.c.number == entry.number).values(state=REPLACED))
    return int(entry.sequence)


def rebased(base: Revision, mine: Revision, theirs: Revision, *, by: str, at: str) -> Revision | None:
    """Return `mine` merged onto `theirs`, None where both sides changed the same thing or one withdrew."""
    if base.content.fields is None or mine.content.fields is None or theirs.content.fields is None:
        return None
    merged = merge.merge(base.fields, mine.fields, theirs.fields)
    if merged.clashes:
        return None
    try:
        return write_revision(
            mine.content.id,
            mine.content.kind,
            by=by,
            at=at,
            parents=[theirs.hash.hex(), mine.hash.hex()],
            fields=merged.fields,
            extra=unknown_keys(theirs),
        )
    except BadInput:
        return None
