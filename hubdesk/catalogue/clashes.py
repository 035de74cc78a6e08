"""What both sides of a record changed differently, for a person to decide field by field.

Invariant: nothing is overwritten while a field waits; when the last one is decided, the record goes on in one
transaction, and both sides' words are among the parents of what it became.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from hubdesk.catalogue import clashing, records, revisions, tables
from hubdesk.catalogue.clashing import DRAFT, INBOX, OUTBOX
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.drafts import Drafts, draft_of
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.merging import WITHDRAWN, Merging, value_at
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.views import ClashView, Resolved
from hubdesk.errors import BadInput, NotFound
from hubdesk.model import path
from hubdesk.model.path import NOTHING
from hubdesk.model.record import Revision

MINE, THEIRS, BOTH = "mine", "theirs", "both"
_SIDES = (DRAFT, OUTBOX, INBOX)


class Clashes:
    """The clashes of this desk."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        drafts: Drafts,
        outbox: Outbox,
        inbox: Inbox,
        merging: Merging,
    ) -> None:
        self._database = database
        self._layers = layers
        self._drafts = drafts
        self._outbox = outbox
        self._inbox = inbox
        self._merging = merging

    def all(self) -> list[ClashView]:
        """Return every field that waits for a decision, the oldest first."""
        table = tables.clash
        query = select(table).where(table.c.decided.is_(None))
        query = query.order_by(table.c.found_at, table.c.record, table.c.side, table.c.field)
        with self._database.read() as connection:
            return [self._view(connection, row) for row in connection.execute(query)]

    def _view(self, connection: Connection, row: Any) -> ClashView:
        record = records.by_number(connection, row.record)
        base, mine, theirs = self._sides(connection, record, row)
        values = [value_at(side, row.field) for side in (base, mine, theirs)]
        title = mine.fields.get("title") or theirs.fields.get("title")
        return ClashView(
            id=record.id,
            kind=record.kind,
            collection=record.collection,
            title=title if isinstance(title, dict) else {},
            field=row.field,
            base=_plain(values[0]),
            mine=_plain(values[1]),
            theirs=_plain(values[2]),
            mine_by=mine.content.by,
            theirs_by=theirs.content.by,
            side=row.side,
            found_at=row.found_at,
            base_revision=row.base.hex() if row.base else None,
            mine_revision=row.mine.hex(),
            theirs_revision=row.theirs.hex(),
            can_join=self._merging.both(record.kind, row.field, values[1], values[2]) is not NOTHING,
        )

    def _sides(
        self, connection: Connection, record: RecordRow, row: Any
    ) -> tuple[Revision | None, Revision, Revision]:
        """Return base, mine and theirs; a draft says what it says now, not what it said when the clash was found."""
        mine, theirs = revisions.get(connection, row.mine), revisions.get(connection, row.theirs)
        draft = draft_of(connection, record.number) if row.side == DRAFT else None
        if draft is not None:
            mine = self._drafts.words(record, draft)
        if mine is None or theirs is None:
            missing = row.mine if mine is None else row.theirs
            raise NotFound("revision-not-held", id=record.id, revision=missing.hex())
        return revisions.get(connection, row.base or b""), mine, theirs

    def resolve(
        self,
        record_id: str,
        field: str,
        choice: str = "",
        value: Any = NOTHING,
        *,
        side: str | None = None,
        seen: tuple[str, str] | None = None,
    ) -> Resolved:
        """Decide one field: "mine", "theirs", "both" (joined in a fixed order), or a `value`, which wins; None
        removes. When nothing of the record waits any more, it goes on as decided.

        `seen`: the revisions of mine and theirs that the person read; a field that says something else by now is
        another question. Raises NotFound("no-such-clash"), BadInput("not-a-choice" | "cannot-join" | "not-proposable" | "too-large").
        """
        with self._database.write() as connection:
            record, row = self._find(connection, record_id, field, side)
            if seen is not None:
                _check_seen(connection, record_id, row, seen)
            _, mine, theirs = self._sides(connection, record, row)
            decided = self._decided(record, field, choice, value, mine, theirs)
            if row.side == DRAFT:
                self._look_again(connection, record, row, mine, theirs)
            clashing.decide(connection, row, decided)
            left = clashing.open_fields(connection, record.number, row.side)
            if not left:
                here = [record.number]
                with self._layers.gathering(connection), self._layers.changing(connection, here):
                    self._go_on(connection, record, row.side)
                left = clashing.open_fields(connection, record.number, row.side)
        states = {DRAFT: "draft", OUTBOX: "outbox", INBOX: "accepted"}
        return Resolved(record_id, field, _plain(decided), left, None if left else states[row.side])

    def _find(
        self, connection: Connection, record_id: str, field: str, side: str | None
    ) -> tuple[RecordRow, Any]:
        for record in records.find_all(connection, record_id):
            for wanted in (side,) if side else _SIDES:
                for row in clashing.rows(connection, record.number, wanted):
                    if row.field == field:
                        return record, row
        raise NotFound("no-such-clash", id=record_id, field=field)

    def _decided(
        self, record: RecordRow, field: str, choice: str, value: Any, mine: Revision, theirs: Revision
    ) -> Any:
        ours, others = value_at(mine, field), value_at(theirs, field)
        if value is not NOTHING:
            if field == WITHDRAWN:
                return NOTHING if value is None else str(value)
            fields = path.put(mine.fields, field, NOTHING if value is None else value)
            return path.at(self._merging.cleaned(record.kind, fields), field)
        if choice in (MINE, THEIRS):
            return ours if choice == MINE else others
        if choice != BOTH:
            raise BadInput("not-a-choice", value=choice)
        joined = self._merging.both(record.kind, field, ours, others)
        if joined is NOTHING:
            raise BadInput("cannot-join", field=field)
        return joined

    def _look_again(
        self, connection: Connection, record: RecordRow, row: Any, mine: Revision, theirs: Revision
    ) -> None:
        """Ask about what a draft clashes in by now: what was decided counts only for words that still stand there."""
        found = self._merging.combined(connection, mine, theirs, row.base)
        revisions.keep(connection, [mine])
        clashing.note(connection, record.number, DRAFT, found, row.found_at)

    def _go_on(self, connection: Connection, record: RecordRow, side: str) -> None:
        """Let a record whose clash is decided go on."""
        rows = clashing.rows(connection, record.number, side)
        _, mine, theirs = self._sides(connection, record, rows[0])
        found = self._merging.combined(connection, mine, theirs, rows[0].base)
        found = self._merging.decided(found, {row.field: clashing.decision(row) for row in rows})
        if side == DRAFT:
            draft = draft_of(connection, record.number)
            self._drafts.replace(connection, record, draft, found)
            return
        if found.fields is not None:
            stopping = [
                problem
                for problem in self._drafts.check(record.kind, found.fields, record.collection)
                if problem.stops
            ]
            if stopping:
                raise BadInput("not-proposable", field=stopping[0].field, reason=stopping[0].code)
        if side == OUTBOX:
            self._outbox.resolve(connection, record, found)
            self._drafts.move(connection, records.by_number(connection, record.number))
        else:
            self._inbox.resolve(connection, record, found)


def _check_seen(connection: Connection, record_id: str, row: Any, seen: tuple[str, str]) -> None:
    for told, stands in zip(map(bytes.fromhex, seen), (row.mine, row.theirs), strict=True):
        said = [value_at(revisions.get(connection, value), row.field) for value in (told, stands)]
        if told != stands and clashing.written(said[0]) != clashing.written(said[1]):
            raise NotFound("no-such-clash", id=record_id, field=row.field)


def _plain(value: Any) -> Any:
    return None if value is NOTHING else value
