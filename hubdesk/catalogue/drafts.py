"""What a person is writing: drafts, saved as one types, on this computer alone.

Invariant: a draft is on disk when `save` returns; it never changes what is signed, pending or in another's view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import records, revisions, tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.records import Layers, RecordRow
from hubdesk.catalogue.views import DraftView
from hubdesk.errors import BadInput, NotFound
from hubdesk.model import canonical, merge
from hubdesk.model.identity import new_id
from hubdesk.model.kind import Kinds
from hubdesk.model.validation import Problem, check, clean
from hubdesk.model.vocabulary import Vocabularies

_ABSENT = object()


class DraftState(Struct, frozen=True):
    """What `save` did: when, and what is missing or wrong."""

    saved_at: str
    problems: list[Problem]


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
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._layers = layers
        self._kinds = kinds
        self._vocabularies = vocabularies
        self._now = now

    def check(self, kind: str, fields: Mapping[str, Any], collection: str) -> list[Problem]:
        """Return what is missing or wrong in a record for `collection`."""
        return list(check(self._kinds.of(kind), fields, self._vocabularies, collection=collection))

    def new(self, new: list[NewRecord], collection: str) -> list[str]:
        """Write new records as drafts; return their ids. A record whose id exists becomes a draft of that record.

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
                    self._put(connection, number, self._cleaned(item.kind, item.fields), item.withdrawn)
            return [record_id for _, record_id in found]

    def _place(self, connection: Connection, item: NewRecord, collection: int) -> tuple[int, str]:
        if item.id is not None:
            for row in records.find_all(connection, item.id):
                return row.number, row.id
        record_id = item.id or new_id()
        return records.add(connection, collection, record_id, item.kind), record_id

    def save(self, record_id: str, fields: Mapping[str, Any]) -> DraftState:
        """Save all fields of a record's draft, making the draft where there is none.

        Raises NotFound("no-such-record"), BadInput("not-canonical"), StorageFailure.
        """
        with self._database.write() as connection:
            return self._saved(connection, records.find(connection, record_id), fields)

    def _saved(self, connection: Connection, row: RecordRow, fields: Mapping[str, Any]) -> DraftState:
        cleaned = self._cleaned(row.kind, fields)
        with self._layers.changing(connection, [row.number]):
            self._put(connection, row.number, cleaned)
        return DraftState(self._now(), self.check(row.kind, cleaned, row.collection))

    def change(self, record_id: str, changes: Mapping[str, Any]) -> DraftState:
        """Change some fields of what is shown: names, or "field.language"; None removes.

        Raises NotFound("no-such-record"), BadInput("not-canonical").
        """

        def changed(fields: dict[str, Any]) -> dict[str, Any]:
            for path, value in changes.items():
                name, _, language = path.partition(".")
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
        """Write a draft that withdraws a published record. Raises BadInput("never-published" | "reason-missing")."""
        if not reason.strip():
            raise BadInput("reason-missing")
        with self._database.write() as connection:
            row = records.find(connection, record_id)
            if row.confirmed is None:
                raise BadInput("never-published", id=record_id)
            with self._layers.changing(connection, [row.number]):
                self._put(connection, row.number, {}, withdrawn=reason.strip())

    def restore(self, record_id: str, revision_hash: bytes) -> None:
        """Write a draft with the content of an earlier revision.

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
                self._put(connection, row.number, found.content.fields)

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
                    connection.execute(delete(tables.record).where(tables.record.c.number == row.number))

    def all(self) -> list[DraftView]:
        """Return all drafts, the last saved first."""
        query = select(tables.draft).order_by(tables.draft.c.saved_at.desc(), tables.draft.c.record)
        with self._database.read() as connection:
            return [self._view(connection, draft) for draft in connection.execute(query)]

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
        written = connection.scalar(select(tables.draft.c.fields).where(tables.draft.c.record == row.number))
        if written is not None:
            return dict(canonical.parse(written))
        found = revisions.get(connection, row.accepted or row.pending or row.confirmed or b"")
        return dict(found.fields) if found else {}

    def _cleaned(self, kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        return clean(self._kinds.of(kind), canonical.normal(dict(fields)))

    def _put(
        self, connection: Connection, number: int, fields: dict[str, Any], withdrawn: str | None = None
    ) -> None:
        put_draft(connection, number, canonical.encode(fields), self._now(), withdrawn=withdrawn)


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
) -> None:
    """Write the draft of a record (`fields`: canonical JSON); an earlier comment stays. Inside `Layers.changing`."""
    row = {"fields": fields, "withdrawn": withdrawn, "saved_at": saved_at}
    if comment is not None:
        row["comment"] = comment
    statement = insert(tables.draft).values(record=number, base=_base(connection, number), **row)
    connection.execute(statement.on_conflict_do_update(["record"], set_=row))


def _base(connection: Connection, number: int) -> bytes | None:
    """What a new draft is written against: what the change that waits was written against, else what is signed."""
    waiting = connection.execute(
        select(tables.outbox.c.base)
        .where(
            tables.outbox.c.record == number,
            tables.outbox.c.state != "replaced",
            tables.outbox.c.revision != b"",
        )
        .order_by(tables.outbox.c.number.desc())
    ).first()
    if waiting is not None:
        return waiting.base  # type: ignore[no-any-return]
    return connection.scalar(select(tables.record.c.confirmed).where(tables.record.c.number == number))


def move_draft(connection: Connection, row: RecordRow) -> None:
    """Write a record's draft against what is signed now: what the hub alone changed is taken over, and where both
    changed the same the draft's own words stay. Inside `Layers.changing`."""
    query = select(tables.draft).where(tables.draft.c.record == row.number)
    draft = connection.execute(query).one_or_none()
    signed = revisions.get(connection, row.confirmed or b"")
    if draft is None or signed is None or draft.base == signed.hash:
        return
    base = revisions.get(connection, draft.base) if draft.base else None
    fields = draft.fields
    if draft.withdrawn is None and signed.content.fields is not None and (base is not None or not draft.base):
        merged = merge.merge(base.fields if base else {}, canonical.parse(draft.fields), signed.fields)
        fields = canonical.encode(merged.fields)
    moved = update(tables.draft).where(tables.draft.c.record == row.number)
    connection.execute(moved.values(base=signed.hash, fields=fields))


def remove_draft(connection: Connection, number: int) -> None:
    """Delete a record's draft. Inside `Layers.changing`. Raises NotFound("no-draft")."""
    if not connection.execute(delete(tables.draft).where(tables.draft.c.record == number)).rowcount:
        raise NotFound("no-draft", number=number)
