"""What others propose to the hubs that this desk coordinates, and what it accepted of that and of its own.

Invariant: accepting changes nothing that is signed; it prepares what the next head will hold. A proposal stays open
until it is accepted, returned with a comment, taken back by its author, or settled by another coordinator.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import clashing, closed, erasures, outbox, records, revisions, tables
from hubdesk.catalogue.accepting import Accepting, forget_clash
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.drafts import Drafts
from hubdesk.catalogue.merging import Combined, Merging
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.recipients import remember
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.views import Done, InboxItem, Refused
from hubdesk.catalogue.waiting import ACCEPTED as OWN_ACCEPTED
from hubdesk.catalogue.waiting import WAITING, open_row
from hubdesk.errors import BadInput, HubDeskError, NotAllowed, NotFound, Untrusted
from hubdesk.model.identity import checked_id, id_bytes, id_from_bytes
from hubdesk.model.validation import Problem

OPEN, ACCEPTED, MERGED, RETURNED = "open", "accepted", "merged", "returned"
_TABLE = tables.proposal


class Proposal(Struct, frozen=True):
    """A verified event of another desk, with its new revision's content already kept."""

    collection: str
    author: str
    sequence: int
    id: bytes
    base: bytes
    revision: bytes
    role: str
    recipient: str
    received: str


class _Waiting(Struct, frozen=True):
    """What is to be accepted of one record: numbers of proposals and of this desk's own entries in the outbox."""

    proposals: list[int]
    own: list[int]


class Inbox:
    """The proposals known here. `coordinates` answers for a collection whether this desk may accept for it."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        drafts: Drafts,
        own: Outbox,
        merging: Merging,
        coordinates: Callable[[Connection, str], bool],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._layers = layers
        self._drafts = drafts
        self._own = own
        self._merging = merging
        self._accepting = Accepting(drafts, merging, now)
        self._coordinates = coordinates
        self._now = now

    def all(self) -> list[InboxItem]:
        """Return what is open or accepted, the oldest first."""
        query = select(_TABLE).where(_TABLE.c.state.in_((OPEN, ACCEPTED, MERGED))).order_by(_TABLE.c.number)
        with self._database.read() as connection:
            return [self._item(connection, entry) for entry in connection.execute(query)]

    def _item(self, connection: Connection, entry: Any) -> InboxItem:
        record_id = id_from_bytes(entry.id)
        collection = connection.scalar(
            select(tables.collection.c.name).where(tables.collection.c.number == entry.collection)
        )
        proposed = revisions.get(connection, entry.revision)
        base = revisions.get(connection, entry.base) if entry.base else None
        fields = proposed.fields if proposed else {}
        base_fields = base.fields if base else {}
        content = proposed.content if proposed else None
        kind = content.kind if content else ""
        title = (fields or base_fields).get("title")
        changed = sorted(n for n in fields.keys() | base_fields.keys() if fields.get(n) != base_fields.get(n))
        return InboxItem(
            number=entry.number,
            id=record_id,
            kind=kind,
            collection=str(collection),
            title=title if isinstance(title, dict) else {},
            by=entry.author,
            role=entry.role,
            at=content.at if content else "",
            received_at=entry.received,
            state=OPEN if entry.state == OPEN else ACCEPTED,
            new=not entry.base,
            withdrawn=content.withdrawn if content else None,
            changed=changed,
            fields=fields,
            base_fields=base_fields,
            problems=self._drafts.check(kind, fields, str(collection)) if fields else [],
            own=entry.author == self._merging.desk,
        )

    def receive(self, connection: Connection, proposals: Iterable[Proposal]) -> None:
        """Keep verified proposals; those known already stay as they are."""
        for item in proposals:
            collection = records.collection_number(connection, item.collection, make=True)
            if erasures.among(connection, collection, [item.id]):
                continue
            row = {name: getattr(item, name) for name in item.__struct_fields__} | {"collection": collection}
            connection.execute(insert(_TABLE).values(**row, state=OPEN).on_conflict_do_nothing())
            hub = item.collection.partition("/")[0]
            remember(connection, item.author, hub, item.recipient, item.role)

    def check_numbers(self, connection: Connection, proposals: Iterable[Proposal]) -> None:
        """Raise Untrusted("numbers-taken") when a number stands here with other content."""
        for item in proposals:
            match = (_TABLE.c.author == item.author) & (_TABLE.c.sequence == item.sequence)
            known = connection.scalar(select(_TABLE.c.revision).where(match))
            if known not in (None, item.revision):
                raise Untrusted("numbers-taken", desk=item.author)

    def close(self, connection: Connection, author: str, sequence: int) -> None:
        """Forget a proposal that was taken back or settled elsewhere, and what was accepted of it here."""
        closed.note(connection, author, [sequence])
        match = (_TABLE.c.author == author) & (_TABLE.c.sequence == sequence)
        entry = connection.execute(select(_TABLE).where(match)).one_or_none()
        if entry is None:
            return
        connection.execute(delete(_TABLE).where(match))
        for row in records.find_all(connection, id_from_bytes(entry.id)):
            forget_clash(connection, row.number, entry.revision)
        if entry.state in (ACCEPTED, MERGED):
            self.reconsider(connection, [id_from_bytes(entry.id)])

    def accept(
        self, ids: Iterable[str] | None = None, seen: Mapping[str, Iterable[int]] | None = None
    ) -> Done:
        """Accept all open proposals for these records, oldest first, and this desk's own never-sent ones; or all.

        `seen`: the numbers of the proposals that a person looked at, by record; others of that record stay open.
        """
        looked_at = {record_id: set(numbers) for record_id, numbers in (seen or {}).items()}
        done: list[str] = []
        refused: list[Refused] = []
        with self._database.write() as connection, self._layers.gathering(connection):
            wanted = self._open_ids(connection) if ids is None else list(dict.fromkeys(ids))
            for record_id in wanted:
                problems = self._accept(
                    connection, record_id, self._waiting(connection, record_id, looked_at.get(record_id))
                )
                if problems:
                    refused.append(Refused(record_id, problems))
                else:
                    done.append(record_id)
        return Done(done, refused)

    def _open_ids(self, connection: Connection) -> list[str]:
        others = connection.scalars(
            select(_TABLE.c.id).where(_TABLE.c.state == OPEN).order_by(_TABLE.c.number)
        )
        own = connection.scalars(
            select(tables.record.c.id)
            .join(tables.outbox)
            .where(tables.outbox.c.state == WAITING, tables.outbox.c.sequence.is_(None))
            .order_by(tables.outbox.c.number)
        )
        names = dict.fromkeys(id_from_bytes(raw) for raw in (*others, *own))
        return [
            name
            for name in names
            if any(self._coordinates(connection, place) for place in self._places(connection, name))
        ]

    def _places(self, connection: Connection, record_id: str) -> list[str]:
        proposed = connection.scalars(
            select(tables.collection.c.name)
            .join(_TABLE, _TABLE.c.collection == tables.collection.c.number)
            .where(_TABLE.c.id == id_bytes(record_id))
        )
        return [*proposed, *(row.collection for row in records.find_all(connection, record_id))]

    def _waiting(
        self, connection: Connection, record_id: str, seen: Collection[int] | None = None
    ) -> _Waiting:
        """Return what can be accepted of a record: all that is open and was seen, and this desk's own never-sent
        change."""
        try:
            raw = id_bytes(checked_id(record_id))
        except BadInput:
            return _Waiting([], [])  # named where it is accepted
        numbers = connection.scalars(
            select(_TABLE.c.number).where(_TABLE.c.id == raw, _TABLE.c.state == OPEN)
        )
        waiting = (open_row(connection, row.number) for row in records.find_all(connection, record_id))
        own = [entry.number for entry in waiting if entry is not None and entry.sequence is None]
        return _Waiting([number for number in numbers if seen is None or number in seen], own)

    def _accept(self, connection: Connection, record_id: str, wanted: _Waiting) -> list[Problem]:
        try:
            raw = id_bytes(checked_id(record_id))
        except HubDeskError as error:
            return [Problem("", "wrong", error.code, error.data)]
        query = select(_TABLE).where(_TABLE.c.id == raw, _TABLE.c.state == OPEN).order_by(_TABLE.c.number)
        entries = [entry for entry in connection.execute(query) if entry.number in wanted.proposals]
        problems: list[Problem] = []
        taken = False
        for entry in entries:
            found, entry_problems = self._accept_one(connection, record_id, entry)
            taken |= found
            problems += entry_problems
        rows = records.find_all(connection, record_id)  # own changes go on top of what was just accepted
        for row in rows:
            waiting = open_row(connection, row.number)
            if waiting is not None and waiting.state == OWN_ACCEPTED:
                taken = True
            elif waiting is not None and waiting.number in wanted.own:
                own_problems = self._accept_own(connection, row, waiting)
                taken |= not own_problems
                problems += own_problems
        if not taken and not problems:
            accepted = any(row.accepted for row in rows)
            return [] if accepted else [Problem("", "wrong", "nothing-to-accept")]
        return problems

    def _accept_one(self, connection: Connection, record_id: str, entry: Any) -> tuple[bool, list[Problem]]:
        place = connection.scalar(
            select(tables.collection.c.name).where(tables.collection.c.number == entry.collection)
        )
        if not self._coordinates(connection, str(place)):
            return False, [Problem("", "wrong", "not-allowed", {"collection": place})]
        proposed = revisions.get(connection, entry.revision)
        if proposed is None:
            return False, [Problem("", "wrong", "revision-not-held")]
        number = self._number(connection, entry.collection, record_id, proposed.content.kind)
        row = records.by_number(connection, number)
        result, problems = self._accepting.result(connection, row, proposed, entry.base, clashing.INBOX)
        if result is None:
            return False, problems
        with self._layers.changing(connection, [number]):
            accepted = None if result.hash == row.confirmed else result.hash
            records.set_layers(connection, number, accepted=accepted)
        forget_clash(connection, number, proposed.hash)
        state = ACCEPTED if result.hash == proposed.hash else MERGED
        connection.execute(update(_TABLE).where(_TABLE.c.number == entry.number).values(state=state))
        return True, []

    def _number(self, connection: Connection, collection: int, record_id: str, kind: str) -> int:
        for row in records.find_all(connection, record_id):
            if row.collection_number == collection:
                return row.number
        return records.add(connection, collection, record_id, kind)

    def _accept_own(self, connection: Connection, row: RecordRow, entry: Any) -> list[Problem]:
        if not self._coordinates(connection, row.collection):
            return [Problem("", "wrong", "not-allowed", {"collection": row.collection})]
        proposed = revisions.get(connection, entry.revision)
        if proposed is None:
            return [Problem("", "wrong", "revision-not-held")]
        result, problems = self._accepting.result(connection, row, proposed, entry.base, clashing.OUTBOX)
        if result is None:
            return problems
        with self._layers.changing(connection, [row.number]):
            records.set_layers(connection, row.number, accepted=result.hash)
        clashing.drop(connection, row.number, clashing.OUTBOX)
        change = update(tables.outbox).where(tables.outbox.c.number == entry.number)
        connection.execute(change.values(state=OWN_ACCEPTED))
        return []

    def resolve(self, connection: Connection, row: RecordRow, found: Combined) -> None:
        """Accept a proposal as a person decided, over what stands by now: more may have been accepted since the clash
        was found; what clashes only with that waits for a person again. Inside `Layers.changing`.

        Raises NotFound("nothing-to-accept") when it is open no more, NotAllowed, BadInput("not-proposable").
        """
        if not self._coordinates(connection, row.collection):
            raise NotAllowed("not-a-coordinator", hub=row.hub)
        proposed = (_TABLE.c.revision == found.theirs.hash) & (_TABLE.c.state == OPEN)
        here = proposed & (_TABLE.c.collection == row.collection_number)
        entry = connection.execute(select(_TABLE).where(here)).first()
        if entry is None:
            raise NotFound("nothing-to-accept", id=row.id)
        taken, problems = self._accept_one(connection, row.id, entry)
        if not taken and any(problem.code != "clash" for problem in problems):
            raise BadInput("not-proposable", field=problems[0].field, reason=problems[0].code)

    def give_back(self, record_id: str, comment: str, seen: Iterable[int] | None = None) -> None:
        """Return all open or accepted proposals for a record with a comment; an own one becomes a draft again. `seen`:
        only those of these numbers, none: only an own one; what else was accepted is accepted again without them.

        Raises NotFound("nothing-to-return"), NotAllowed("not-a-coordinator"), BadInput("comment-missing").
        """
        if not comment.strip():
            raise BadInput("comment-missing")
        raw = id_bytes(checked_id(record_id))
        with self._database.write() as connection:
            places = self._places(connection, record_id)
            for place in places:
                if not self._coordinates(connection, place):
                    raise NotAllowed("not-a-coordinator", hub=place.partition("/")[0])
            returned = update(_TABLE).where(_TABLE.c.id == raw, _TABLE.c.state.in_((OPEN, ACCEPTED, MERGED)))
            returned = returned.values(state=RETURNED, comment=comment.strip())
            numbers = None if seen is None else list(seen)
            if numbers is not None:
                returned = returned.where(_TABLE.c.number.in_(numbers))
            found = bool(connection.execute(returned.returning(_TABLE.c.number)).all())
            for row in records.find_all(connection, record_id):
                waiting = open_row(connection, row.number)
                with self._layers.changing(connection, [row.number]):
                    records.set_layers(connection, row.number, accepted=None)
                    if not numbers and waiting is not None and waiting.sequence is None:
                        self._own.make_draft(connection, row, waiting, comment.strip())
                        outbox.retire(connection, waiting)
                        found = True
                    if numbers is None:
                        clashing.drop(connection, row.number, clashing.INBOX)
                self._remove_empty(connection, row.number)
            if numbers is not None:
                self.reconsider(connection, [record_id])
            if not found:
                raise NotFound("nothing-to-return", id=record_id)

    def look_again(self, connection: Connection, row: RecordRow) -> None:
        """Look at what clashes in a record's proposal against what is signed now."""
        self._accepting.look_again(connection, row)

    def reconsider(self, connection: Connection, ids: Iterable[str]) -> None:
        """Accept again, against what is signed now, what was accepted for these records and nothing else; what clashes
        is open again."""
        for record_id in ids:
            raw = id_bytes(record_id)
            again = (_TABLE.c.id == raw) & _TABLE.c.state.in_((ACCEPTED, MERGED))
            reopened = update(_TABLE).where(again).values(state=OPEN).returning(_TABLE.c.number)
            wanted = _Waiting(list(connection.scalars(reopened)), [])
            for row in records.find_all(connection, record_id):
                with self._layers.changing(connection, [row.number]):
                    records.set_layers(connection, row.number, accepted=None)
                waiting = open_row(connection, row.number)
                if waiting is not None and waiting.state == OWN_ACCEPTED:
                    change = update(tables.outbox).where(tables.outbox.c.number == waiting.number)
                    connection.execute(change.values(state=WAITING))
                    wanted.own.append(waiting.number)
            self._accept(connection, record_id, wanted)
            for row in records.find_all(connection, record_id):
                self._accepting.look_again(connection, row)
                self._remove_empty(connection, row.number)

    def _remove_empty(self, connection: Connection, number: int) -> None:
        """Remove the row of a record that was only ever accepted here and now has no layer left."""
        row = records.by_number(connection, number)
        drafted = connection.scalar(select(tables.draft.c.record).where(tables.draft.c.record == number))
        waits = connection.scalar(select(tables.outbox.c.number).where(tables.outbox.c.record == number))
        if not (row.confirmed or row.pending or row.accepted or drafted or waits):
            clashing.drop(connection, number, clashing.DRAFT, clashing.OUTBOX, clashing.INBOX)
            connection.execute(delete(tables.record).where(tables.record.c.number == number))
