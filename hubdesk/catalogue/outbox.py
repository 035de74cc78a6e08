"""What this desk proposes: one open entry for each changed record, until its author knows what became of it.

Invariant: an entry leaves only when its author takes it back, or when a verified outcome settles it and this desk
holds a head of at least the version that the outcome names. What may have been sent is never rewritten, only replaced
by a later entry that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, delete, select, update

from hubdesk.catalogue import clashing, lineage, records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.drafts import Drafts, draft_of, put_draft, remove_draft, says
from hubdesk.catalogue.merging import Combined, Merging
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.views import Done, OutboxItem, Refused
from hubdesk.catalogue.waiting import ACCEPTED, REFUSED, REPLACED, WAITING, all_waiting, open_row
from hubdesk.errors import BadInput, HubDeskError, NotFound, Untrusted
from hubdesk.model import canonical, path
from hubdesk.model.identity import id_bytes, id_from_bytes
from hubdesk.model.record import Revision, unknown_keys, write_revision
from hubdesk.model.validation import Problem
from hubdesk.state.outcome import Settled

_TABLE = tables.outbox


class Outbox:
    """The proposals of this desk. `may_propose` answers for a collection; `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        drafts: Drafts,
        merging: Merging,
        may_propose: Callable[[Connection, str], bool],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._layers = layers
        self._drafts = drafts
        self._merging = merging
        self._may_propose = may_propose
        self._now = now

    def all(self) -> list[OutboxItem]:
        """Return what waits, the oldest first."""
        with self._database.read() as connection:
            return all_waiting(connection)

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
        with self._layers.changing(connection, [row.number]):
            self._drafts.move(connection, row)  # what was published meanwhile is not undone
        draft = draft_of(connection, row.number)
        if draft is None:
            return self._offer(connection, row)
        if not self._may_propose(connection, row.collection):
            return [Problem("", "wrong", "not-allowed", {"collection": row.collection})]
        if draft.withdrawn is None:
            problems = self._drafts.check(row.kind, canonical.parse(draft.fields), row.collection)
            stopping = [problem for problem in problems if problem.stops]
            if stopping:
                return stopping
        undecided = clashing.open_fields(connection, row.number, clashing.DRAFT, clashing.OUTBOX)
        if undecided:
            return [Problem(field, "wrong", "clash") for field in undecided]
        try:
            with self._layers.changing(connection, [row.number]):
                self._join(connection, row, draft)
        except BadInput as error:
            return [Problem("", "wrong", error.code, error.data)]
        ready.append((row, draft_of(connection, row.number)))
        return []

    def _join(self, connection: Connection, row: RecordRow, draft: Any) -> None:
        """Let a draft hold what waits already, where it was written over something else: it takes its place. In the
        same field the later words count; the earlier ones stay readable."""
        entry = open_row(connection, row.number)
        if entry is None or lineage.contains(connection, draft.over or draft.base, entry.revision):
            return
        words, earlier = self._drafts.words(row, draft), revisions.get(connection, entry.revision)
        if earlier is None:
            return
        found = self._merging.combined(connection, words, earlier, entry.base)
        revisions.keep(connection, [words])
        over = self._merging.written(connection, (earlier, words), found.fields, found.withdrawn)
        fields = canonical.encode(found.fields or {})
        joined = update(tables.draft).where(tables.draft.c.record == row.number)
        connection.execute(joined.values(fields=fields, withdrawn=found.withdrawn, over=over.hash))

    def _offer(self, connection: Connection, row: RecordRow) -> list[Problem]:
        """Offer what waits already; what the hub refused is offered once more, as it is."""
        entry = open_row(connection, row.number)
        if entry is None:
            return [Problem("", "wrong", "nothing-to-propose")]
        if entry.state == REFUSED:
            again = update(_TABLE).where(_TABLE.c.number == entry.number)
            connection.execute(again.values(state=WAITING, note=None))
        return []

    def _enter(self, connection: Connection, row: RecordRow, draft: Any) -> None:
        earlier = open_row(connection, row.number)
        base = revisions.get(connection, draft.over or draft.base or b"")
        fields = canonical.parse(draft.fields)
        shown = revisions.get(connection, row.accepted or row.confirmed or b"")
        if not earlier and shown is not None and says(shown, fields, draft.withdrawn):
            remove_draft(connection, row.number)
            return  # nothing was changed
        is_own = base is not None and self._is_own_merge(row, base)
        if base is not None and is_own and says(base, fields, draft.withdrawn):
            revision = base
        else:
            parents = _parents(base, earlier, is_own=is_own)
            extra = unknown_keys(base) if base else None
            revision = write_revision(
                row.id,
                row.kind,
                by=self._merging.desk,
                at=self._now(),
                parents=parents,
                fields=fields,
                withdrawn=draft.withdrawn,
                extra=extra,
                salt=self._merging.salt(row.kind),
            )
        remove_draft(connection, row.number)
        revisions.keep(connection, [revision])
        self._replace(connection, row.number, earlier, row.confirmed, revision.hash)
        records.set_layers(connection, row.number, pending=revision.hash)
        # Later words take the place of this desk's own that were accepted and are not published yet.
        if earlier is not None and row.accepted == earlier.revision:
            self._open_again(connection, row)

    def _is_own_merge(self, row: RecordRow, base: Revision) -> bool:
        """Tell whether a draft was written over what it was merged to, which nobody else knows."""
        standing = base.hash in (row.confirmed, row.pending)
        return base.content.by == self._merging.desk and len(base.content.parents) == 2 and not standing

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
                if entry.state == ACCEPTED:
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
        if found is not None and found.content.erased is not None:
            found = None  # a decision, and nobody's words
        drafted = connection.scalar(select(tables.draft.c.record).where(tables.draft.c.record == row.number))
        if found is not None and drafted is None:
            fields = canonical.encode(found.fields)
            reason = found.content.withdrawn
            origin = (entry.base, _last_seen(found, entry))
            put_draft(
                connection, row.number, fields, self._now(), withdrawn=reason, comment=comment, origin=origin
            )
        elif comment is not None:
            connection.execute(
                update(tables.draft).where(tables.draft.c.record == row.number).values(comment=comment)
            )
        clashing.drop(connection, row.number, clashing.OUTBOX)
        self._drafts.move(connection, row)
        accepted = records.by_number(connection, row.number).accepted
        accepted = None if accepted == entry.revision else accepted
        records.set_layers(connection, row.number, pending=None, accepted=accepted)

    def rebase(self, connection: Connection, rows: Iterable[RecordRow]) -> None:
        """Look at what waits of these records, and at their drafts, against what is signed now.

        Inside `Layers.changing`. A never-sent change is written anew where nothing clashes; one that may have been
        sent stays as it is, a coordinator's desk merges it. What clashes waits for a person.
        """
        for row in rows:
            self._rebase(connection, row)
            self._drafts.move(connection, row)

    def _rebase(self, connection: Connection, row: RecordRow) -> None:
        entry = open_row(connection, row.number)
        if entry is None or entry.state == ACCEPTED:
            return
        signed = revisions.get(connection, row.confirmed or b"")
        mine = self._words(connection, row, entry, signed)
        if mine is None or signed is None:
            return
        if lineage.contains(connection, mine.hash, signed.hash):
            clashing.drop(connection, row.number, clashing.OUTBOX)
            return
        found = self._merging.combined(connection, mine, signed, entry.base)
        decisions = clashing.note(connection, row.number, clashing.OUTBOX, found, self._now())
        if decisions is None or (not decisions and (found.gives(signed) or entry.sequence is not None)):
            return
        try:
            self.resolve(connection, row, self._merging.decided(found, decisions))
        except BadInput:
            return  # two that fit may be too large together: it waits as it is

    def _words(
        self, connection: Connection, row: RecordRow, entry: Any, signed: Revision | None
    ) -> Revision | None:
        """Return what waits, with what a person decided of it and others overtook meanwhile."""
        clashes = clashing.rows(connection, row.number, clashing.OUTBOX)
        latest = next((clash.mine for clash in clashes), entry.revision)
        is_made_of_it = lineage.contains(connection, latest, entry.revision)
        mine = revisions.get(connection, latest if is_made_of_it else entry.revision)
        if mine is None or signed is None:
            return mine
        decided = clashing.overtaken(connection, row.number, clashing.OUTBOX, signed)
        fields = mine.fields
        for place, value in decided.items():
            fields = path.put(fields, place, value)
        return self._merging.kept(connection, mine, [mine.hash], fields, None) if decided else mine

    def _rewrite(self, connection: Connection, row: RecordRow, entry: Any, fresh: Revision) -> None:
        values = {"base": row.confirmed, "revision": fresh.hash, "state": WAITING}
        connection.execute(update(_TABLE).where(_TABLE.c.number == entry.number).values(**values))
        records.set_layers(connection, row.number, pending=fresh.hash)

    def resolve(self, connection: Connection, row: RecordRow, found: Combined) -> None:
        """Let what waits of a record go on as a person decided: a never-sent change is written anew, one that may
        have been sent is replaced. Inside `Layers.changing`. Raises NotFound("nothing-pending"), BadInput."""
        entry = open_row(connection, row.number)
        if entry is None:
            raise NotFound("nothing-pending", id=row.id)
        fresh = self._merging.written(connection, (found.theirs, found.mine), found.fields, found.withdrawn)
        accepted = None if row.accepted == entry.revision else row.accepted
        if entry.sequence is None:
            self._rewrite(connection, row, entry, fresh)
        else:
            self._replace(connection, row.number, entry, row.confirmed, fresh.hash)
        records.set_layers(connection, row.number, pending=fresh.hash, accepted=accepted)
        clashing.drop(connection, row.number, clashing.OUTBOX)


def settle(connection: Connection, outbox: Outbox, layers: Layers, collection: str, told: Settled) -> bool:
    """Take in what became of one of this desk's events, whose head is held; tell whether the event was known.

    Raises Untrusted("outcome-elsewhere") when the event was about something else.
    """
    entry = connection.execute(select(_TABLE).where(_TABLE.c.sequence == told.sequence)).first()
    if entry is None or not entry.revision.hex().startswith(told.revision):
        return False
    row = records.by_number(connection, entry.record)
    if row.id != told.record or row.collection != collection:
        raise Untrusted("outcome-elsewhere", record=told.record)
    if told.result in ("accepted", "merged") and row.confirmed in (None, entry.base):
        raise Untrusted("outcome-false", record=told.record)  # the head that is held says otherwise
    with layers.changing(connection, [row.number]):
        if entry.state != REPLACED:
            clashing.drop(connection, row.number, clashing.OUTBOX)
            if told.result in ("returned", "refused"):
                outbox.make_draft(connection, row, entry, told.comment)
            elif row.pending == entry.revision:
                records.set_layers(connection, row.number, pending=None)
        connection.execute(delete(_TABLE).where(_TABLE.c.number == entry.number))
    return True


def is_borne_out(connection: Connection, told: Settled) -> bool:
    """Tell whether the signed state itself shows what an outcome says, or there is nothing left to settle."""
    entry = connection.execute(select(_TABLE).where(_TABLE.c.sequence == told.sequence)).first()
    if entry is None:
        return True
    row = records.by_number(connection, entry.record)
    return told.result in ("accepted", "merged") and row.confirmed == entry.revision


def settle_own(connection: Connection, row: RecordRow) -> None:
    """Remove this desk's own accepted entry of a record whose accepted revision is signed now. Inside
    `Layers.changing`."""
    entry = open_row(connection, row.number)
    if entry is not None and entry.state == ACCEPTED:
        connection.execute(delete(_TABLE).where(_TABLE.c.number == entry.number))
        clashing.drop(connection, row.number, clashing.OUTBOX)
        records.set_layers(connection, row.number, pending=None)


def retire(connection: Connection, entry: Any) -> int:
    """Remove an entry that was never sent and return 0; mark one that may have been and return its number."""
    if entry.sequence is None:
        connection.execute(delete(_TABLE).where(_TABLE.c.number == entry.number))
        return 0
    values: dict[str, Any] = {"state": REPLACED}
    if entry.state == REFUSED:
        values["batch"] = None  # what the hub refused is not sent again for its own sake
    connection.execute(update(_TABLE).where(_TABLE.c.number == entry.number).values(**values))
    return int(entry.sequence)


def _last_seen(revision: Revision, entry: Any) -> bytes | None:
    """Return over what a draft is written that takes the place of an entry: one that nobody has seen goes without a
    trace, unless it was merged."""
    if entry.sequence is not None or len(revision.content.parents) == 2:
        return revision.hash
    return next((bytes.fromhex(parent) for parent in revision.content.parents), None)


def _parents(base: Revision | None, earlier: Any, *, is_own: bool) -> list[str]:
    """Return the parents of a change that was written over `base`; what nobody else has seen is passed over."""
    if base is None:
        return []
    unseen = earlier is not None and base.hash == earlier.revision and earlier.sequence is None
    return base.content.parents if is_own or unseen else [base.hash.hex()]
