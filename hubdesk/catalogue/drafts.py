"""What a person is writing: drafts, saved as one types, on this computer alone.

Invariant: a draft is on disk when `save` returns; it never changes what is signed, pending or in another's view. What
others published meanwhile is merged into it, and never takes the place of a word that was written in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import clashing, lineage, records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.merging import Combined, Merging
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.views import DraftView
from hubdesk.catalogue.waiting import open_row
from hubdesk.errors import BadInput, NotFound
from hubdesk.model import canonical, path
from hubdesk.model.identity import new_id
from hubdesk.model.kind import Kinds
from hubdesk.model.merge import merge
from hubdesk.model.record import Revision, new_salt, write_revision
from hubdesk.model.validation import Problem, check
from hubdesk.model.vocabulary import Vocabularies


class DraftState(Struct, frozen=True):
    """What `save` did: when, what is missing or wrong, the `fields` that stand there now, and those in which that is
    something else than was given, since others had changed it (None: nothing stands there)."""

    saved_at: str
    problems: list[Problem]
    fields: dict[str, Any] = {}
    others: dict[str, Any] = {}


class NewRecord(Struct, frozen=True):
    """A record to be written as a draft; without an id it gets one. `withdrawn` is a reason."""

    kind: str
    fields: dict[str, Any]
    id: str | None = None
    withdrawn: str | None = None


class Drafts:
    """The drafts of this desk. `now` gives the author's clock as RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        kinds: Kinds,
        vocabularies: Vocabularies,
        merging: Merging,
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._layers = layers
        self._kinds = kinds
        self._vocabularies = vocabularies
        self._merging = merging
        self._now = now

    def check(self, kind: str, fields: Mapping[str, Any], collection: str) -> list[Problem]:
        """Return what is missing or wrong in a record for `collection`."""
        return list(check(self._kinds.of(kind), fields, self._vocabularies, collection=collection))

    def new(self, new: list[NewRecord], collection: str) -> list[str]:
        """Write new records as drafts; return their ids. A record whose id exists becomes a draft of that record, and
        what a draft of it said stays in its history.

        Raises BadInput("wrong-place") when a kind may not stand in `collection`, BadInput("not-canonical").
        """
        for item in new:
            if not self._kinds.of(item.kind).fits(collection):
                raise BadInput("wrong-place", kind=item.kind, collection=collection)
        with self._database.write() as connection:
            place = records.collection_number(connection, collection, make=True)
            found = [self._place(connection, item, place) for item in new]
            with self._layers.changing(connection, [number for number, _ in found]):
                for (number, _), item in zip(found, new, strict=True):
                    cleaned = self._merging.cleaned(item.kind, item.fields)
                    if item.id is not None:
                        self._set_aside(connection, number, cleaned, item.withdrawn)
                    self._put(connection, number, cleaned, item.withdrawn)
            return [record_id for _, record_id in found]

    def _place(self, connection: Connection, item: NewRecord, collection: int) -> tuple[int, str]:
        if item.id is not None:
            for row in records.find_all(connection, item.id):
                return row.number, row.id
        record_id = item.id or new_id()
        return records.add(connection, collection, record_id, item.kind), record_id

    def save(
        self, record_id: str, fields: Mapping[str, Any], known: Mapping[str, Any] | None = None
    ) -> DraftState:
        """Save all fields of a record's draft, making the draft where there is none.

        `known`: the fields that the person had before them; what came there from others since then stays as well. Where
        the person changed the same, it is a clash when there was no draft, else the person's words count.
        Raises NotFound("no-such-record"), BadInput("not-canonical"), StorageFailure.
        """
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            shown = self._shown_fields(connection, row)
            before = self._merging.cleaned(row.kind, shown if known is None else known)
            if self._merging.cleaned(row.kind, shown) == before:
                return self._saved(connection, row, fields)
            typed = self._merging.cleaned(row.kind, fields)
            began = self._revision_with(connection, row, before)
            if draft_of(connection, row.number) is None and began is not None:
                with self._layers.changing(connection, [row.number]):
                    entry = open_row(connection, row.number)
                    signed = entry is None or lineage.contains(connection, row.confirmed, began)
                    origin = (began if signed else entry.base, began)
                    put_draft(connection, row.number, canonical.encode(typed), self._now(), origin=origin)
                    self.move(connection, row)
                merged = self._shown_fields(connection, row)
            else:
                merged = merge(before, typed, shown, self._kinds.of(row.kind)).fields
            state = self._saved(connection, row, merged)
            names = typed.keys() | merged.keys()
            others = {name: merged.get(name) for name in names if typed.get(name) != merged.get(name)}
            return msgspec.structs.replace(state, others=others)

    def _revision_with(
        self, connection: Connection, row: RecordRow, fields: Mapping[str, Any]
    ) -> bytes | None:
        """Return the newest revision that a record was made from and that says `fields`, None where none does."""
        tops = [top for top in (row.accepted or row.pending, row.confirmed) if top is not None]
        for value in lineage.ancestors(connection, *tops):
            found = revisions.get(connection, value)
            if found is not None and self._merging.cleaned(row.kind, found.fields) == fields:
                return value
        return None

    def _saved(self, connection: Connection, row: RecordRow, fields: Mapping[str, Any]) -> DraftState:
        cleaned = self._merging.cleaned(row.kind, fields)
        with self._layers.changing(connection, [row.number]):
            self._put(connection, row.number, cleaned)
        return DraftState(self._now(), self.check(row.kind, cleaned, row.collection), cleaned)

    def change(self, record_id: str, changes: Mapping[str, Any]) -> DraftState:
        """Change some fields of what is shown: names, or "field.language"; None removes.

        Raises NotFound("no-such-record"), BadInput("not-canonical").
        """

        def changed(fields: dict[str, Any]) -> dict[str, Any]:
            for place, value in changes.items():
                name, _, language = place.partition(".")
                if language:
                    texts = fields.get(name)
                    value = _changed(texts if isinstance(texts, dict) else {}, language, value)
                fields = _changed(fields, name, value)
            return fields

        return self.edit(record_id, changed)

    def edit(self, record_id: str, changed: Callable[[dict[str, Any]], Mapping[str, Any]]) -> DraftState:
        """Save what `changed` makes of the fields that are shown; nobody writes in between. Raises as `save`."""
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            return self._saved(connection, row, changed(self._shown_fields(connection, row)))

    def withdraw(self, record_id: str, reason: str) -> None:
        """Write a draft that withdraws a published record; what a draft of it said stays in its history.

        Raises NotFound("no-such-record"), BadInput("never-published" | "reason-missing").
        """
        if not reason.strip():
            raise BadInput("reason-missing")
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            if row.confirmed is None:
                raise BadInput("never-published", id=record_id)
            with self._layers.changing(connection, [row.number]):
                self._set_aside(connection, row.number, {}, reason.strip())
                self._put(connection, row.number, {}, withdrawn=reason.strip())

    def restore(self, record_id: str, revision_hash: bytes) -> None:
        """Write a draft with the content of an earlier revision; what a draft said before stays in the history.

        Raises NotFound("no-such-record" | "revision-not-held"), BadInput("nothing-to-restore").
        """
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            found = revisions.get(connection, revision_hash)
            if found is None or found.content.id != record_id:
                raise NotFound("revision-not-held", id=record_id, revision=revision_hash.hex())
            if found.content.fields is None:
                raise BadInput("nothing-to-restore", id=record_id, revision=revision_hash.hex())
            with self._layers.changing(connection, [row.number]):
                self._set_aside(connection, row.number, found.content.fields)
                self._put(connection, row.number, found.content.fields)

    def _set_aside(
        self, connection: Connection, number: int, fields: dict[str, Any], withdrawn: str | None = None
    ) -> None:
        """Keep what a draft says as a revision before all of it is replaced by `fields`: its history leads there."""
        draft = draft_of(connection, number)
        if draft is None:
            return
        row = records.by_number(connection, number)
        words = self.words(row, draft)
        before = revisions.get(connection, draft.over or draft.base or b"")
        if before is not None and before.hash in (row.confirmed, row.pending, row.accepted):
            if says(before, words.fields, draft.withdrawn):
                return
        elif before is not None and len(before.content.parents) == 2:
            # It is this desk's own: what others know is what it was made from.
            before = revisions.get(connection, bytes.fromhex(before.content.parents[0]))
        revisions.keep(connection, [words])
        over = words
        if before is not None:
            over = self._merging.written(connection, (before, words), fields, withdrawn)
        written_over = update(tables.draft).where(tables.draft.c.record == number)
        connection.execute(written_over.values(over=over.hash))

    def discard(self, record_id: str) -> None:
        """Delete a draft; a record that has no other layer goes with it. Raises NotFound("no-draft")."""
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            with self._layers.changing(connection, [row.number]):
                remove_draft(connection, row.number)
                # A take-back that the hub has not heard of must still be sent: its record stays, and shows nothing.
                sent = connection.scalar(
                    select(tables.outbox.c.number).where(tables.outbox.c.record == row.number)
                )
                if not (row.confirmed or row.pending or row.accepted or sent):
                    clashing.drop(connection, row.number, clashing.OUTBOX, clashing.INBOX)
                    connection.execute(delete(tables.record).where(tables.record.c.number == row.number))

    def all(self) -> list[DraftView]:
        """Return all drafts, the last saved first."""
        query = select(tables.draft).order_by(tables.draft.c.saved_at.desc(), tables.draft.c.record)
        with self._database.read() as connection:
            return [self._view(connection, draft) for draft in connection.execute(query)]

    def move(self, connection: Connection, row: RecordRow) -> None:
        """Merge what is signed now into a record's draft; where both changed the same, nothing changes but that the
        clash waits for a person. Inside `Layers.changing`."""
        draft = draft_of(connection, row.number)
        if draft is None:
            return
        signed = revisions.get(connection, row.confirmed or b"")
        if signed is None or lineage.contains(connection, draft.over or draft.base, signed.hash):
            clashing.drop(connection, row.number, clashing.DRAFT)
            return
        try:
            words = self.words(row, draft)
            overtaken = clashing.overtaken(connection, row.number, clashing.DRAFT, signed, words)
            if overtaken:
                words = self.words(row, draft, overtaken)
            found = self._merging.combined(connection, words, signed, draft.base)
            if found.clashes:
                revisions.keep(connection, [words])
            decisions = clashing.note(connection, row.number, clashing.DRAFT, found, self._now())
            if decisions is not None:
                self.replace(connection, row, draft, self._merging.decided(found, decisions))
                return
        except BadInput:  # too large, for one: said when it is proposed
            return
        if overtaken:
            written = update(tables.draft).where(tables.draft.c.record == row.number)
            connection.execute(written.values(fields=canonical.encode(words.fields)))

    def words(self, row: RecordRow, draft: Any, decided: Mapping[str, Any] | None = None) -> Revision:
        """Return a draft as a revision, made from what it was written over, with what was `decided` about paths;
        nothing is kept yet. Raises BadInput("too-large")."""
        fields = canonical.parse(draft.fields)
        for place, value in (decided or {}).items():
            fields = path.put(fields, place, value)
        return write_revision(
            row.id,
            row.kind,
            by=self._merging.desk,
            at=draft.saved_at,
            parents=[parent.hex() for parent in (draft.over or draft.base,) if parent],
            fields=fields,
            withdrawn=draft.withdrawn,
            salt=draft.salt if self._kinds.of(row.kind).erasable and draft.salt else "",
        )

    def replace(self, connection: Connection, row: RecordRow, draft: Any, found: Combined) -> None:
        """Let a draft say what it was merged to, over what is signed. Its own words stay readable, unless what they
        were written over is signed as well. Inside `Layers.changing`. Raises BadInput("too-large")."""
        signed, over = found.theirs.hash, None
        if found.clashes or (draft.over and not lineage.contains(connection, signed, draft.over)):
            revisions.keep(connection, [found.mine])
            parents = (found.theirs, found.mine)
            over = self._merging.written(connection, parents, found.fields, found.withdrawn).hash
        values = {
            "base": signed,
            "over": over,
            "fields": canonical.encode(found.fields or {}),
            "withdrawn": found.withdrawn,
        }
        connection.execute(update(tables.draft).where(tables.draft.c.record == row.number).values(**values))
        clashing.drop(connection, row.number, clashing.DRAFT)

    def _view(self, connection: Connection, draft: Any) -> DraftView:
        row = records.by_number(connection, draft.record)
        fields = canonical.parse(draft.fields)
        if draft.withdrawn is not None:
            fields, problems = self._signed_fields(connection, row), 0
        else:
            problems = sum(problem.stops for problem in self.check(row.kind, fields, row.collection))
        title = fields.get("title")
        return DraftView(
            id=row.id,
            kind=row.kind,
            collection=row.collection,
            title=title if isinstance(title, dict) else {},
            saved_at=draft.saved_at,
            problems=problems,
            new=row.confirmed is None,
            withdrawn=draft.withdrawn is not None,
            comment=draft.comment,
        )

    def _signed_fields(self, connection: Connection, row: RecordRow) -> dict[str, Any]:
        found = revisions.get(connection, row.confirmed or b"")
        return found.fields if found else {}

    def _shown_fields(self, connection: Connection, row: RecordRow) -> dict[str, Any]:
        draft = draft_of(connection, row.number)
        if draft is not None and draft.withdrawn is not None:
            return dict(self._signed_fields(connection, row))  # it says none of its own
        if draft is not None:
            return dict(canonical.parse(draft.fields))
        found = revisions.get(connection, row.accepted or row.pending or row.confirmed or b"")
        return dict(found.fields) if found else {}

    def _put(
        self, connection: Connection, number: int, fields: dict[str, Any], withdrawn: str | None = None
    ) -> None:
        put_draft(connection, number, canonical.encode(fields), self._now(), withdrawn=withdrawn)


def says(revision: Revision, fields: dict[str, Any], withdrawn: str | None) -> bool:
    """Tell whether a revision says what a draft says."""
    if withdrawn is not None or revision.content.fields is None:
        return withdrawn is not None and revision.content.withdrawn == withdrawn
    return canonical.encode(fields) == canonical.encode(revision.content.fields)


def _changed(mapping: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    rest = {name: item for name, item in mapping.items() if name != key}
    return rest if value is None else {**rest, key: value}


def put_draft(
    connection: Connection,
    number: int,
    fields: bytes,
    saved_at: str,
    *,
    withdrawn: str | None = None,
    comment: str | None = None,
    origin: tuple[bytes | None, bytes | None] | None = None,
) -> None:
    """Write the draft of a record (`fields`: canonical JSON); an earlier comment stays. Inside `Layers.changing`.

    `origin`: the signed revision that a new draft is written against and what it is written over, else as the record
    stands.
    """
    row = {"fields": fields, "withdrawn": withdrawn, "saved_at": saved_at}
    if comment is not None:
        row["comment"] = comment
    if origin is None:
        record = records.by_number(connection, number)
        entry = open_row(connection, number)
        # What waits, and may have been sent, was written before what is signed by now.
        is_over_it = entry is not None and not record.accepted and record.pending == entry.revision
        origin = (entry.base if is_over_it else record.confirmed, record.accepted or record.pending)
    statement = insert(tables.draft).values(
        record=number, base=origin[0], over=origin[1], salt=new_salt(), **row
    )
    connection.execute(statement.on_conflict_do_update(["record"], set_=row))


def draft_of(connection: Connection, number: int) -> Any:
    """Return the row of a record's draft, None where there is none."""
    return connection.execute(select(tables.draft).where(tables.draft.c.record == number)).one_or_none()


def remove_draft(connection: Connection, number: int) -> None:
    """Delete a record's draft. Inside `Layers.changing`. Raises NotFound("no-draft")."""
    if not connection.execute(delete(tables.draft).where(tables.draft.c.record == number)).rowcount:
        raise NotFound("no-draft", number=number)
    clashing.drop(connection, number, clashing.DRAFT)
