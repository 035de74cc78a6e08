"""Reading records: as they are shown, one layer alone, and through their history.

Invariant: reading changes nothing and never needs a network.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from hubdesk.catalogue import blobs, collections, erasures, notices, records, revisions, tables
from hubdesk.catalogue.chunks import bytes_here
from hubdesk.catalogue.database import Damage, Database
from hubdesk.catalogue.records import RecordRow
from hubdesk.catalogue.shown import shown_contents
from hubdesk.catalogue.views import CollectionView, FileView, RecordView, RevisionView, SignedBy
from hubdesk.catalogue.waiting import open_entry
from hubdesk.errors import BadInput, NotFound
from hubdesk.model import canonical
from hubdesk.model.identity import id_bytes, id_from_bytes, is_hash
from hubdesk.model.record import Revision
from hubdesk.model.translation import stale

DRAFT, PENDING, CONFIRMED = "draft", "pending", "confirmed"
_DEEPEST = 10_000


class Store:
    """What this desk holds."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = database.path.parent

    def collections(self) -> list[CollectionView]:
        """Return every collection known here."""
        with self._database.read() as connection:
            return collections.all_collections(connection)

    def show(self, record_id: str) -> RecordView:
        """Return a record as it is shown: draft over accepted over pending over confirmed.

        Raises NotFound("no-such-record").
        """
        with self._database.read() as connection:
            row = records.find(connection, record_id)
            draft = connection.execute(
                select(tables.draft).where(tables.draft.c.record == row.number)
            ).one_or_none()
            if draft is None:
                shown = _held(connection, row, _top(row)) if _top(row) else None
                state = CONFIRMED if _top(row) == row.confirmed else PENDING
                return _view(self._folder, connection, row, shown, state)
            fields = canonical.parse(draft.fields)
            return _view(
                self._folder,
                connection,
                row,
                None,
                DRAFT,
                fields,
                draft.withdrawn,
                draft.saved_at,
                draft.comment,
                True,
            )

    def published(self, record_id: str) -> RecordView | None:
        """Return a record as its hub signed it, None while it never was."""
        with self._database.read() as connection:
            row = records.find(connection, record_id)
            if row.confirmed is None:
                return None
            shown = _held(connection, row, row.confirmed)
            return _view(self._folder, connection, row, shown, CONFIRMED)

    def revision(self, record_id: str, revision_hash: str) -> RecordView:
        """Return an earlier (or pending) revision of a record.

        Raises NotFound("no-such-record" | "revision-not-held"), BadInput("not-a-revision-hash").
        """
        with self._database.read() as connection:
            row = records.find(connection, record_id)
            found = revisions.get(connection, parsed_hash(revision_hash))
            if found is None or found.content.id != record_id:
                raise NotFound("revision-not-held", id=record_id, revision=revision_hash)
            return _view(
                self._folder, connection, row, found, CONFIRMED if found.hash == row.confirmed else PENDING
            )

    def history(self, record_id: str) -> list[RevisionView]:
        """Return a record's revisions, newest first, as far as their parents are known here."""
        with self._database.read() as connection:
            row = records.find(connection, record_id)
            return list(_history(connection, row))

    def ids_by_field(self, kind: str, field: str) -> dict[str, str]:
        """Return value -> id for a field that is one text, over all records of a kind as they are shown."""
        found: dict[str, str] = {}
        with self._database.read() as connection:
            query = select(tables.record.c.number).where(tables.record.c.kind == kind)
            numbers = list(connection.scalars(query.order_by(tables.record.c.number)))
            for content in shown_contents(connection, numbers).values():
                value = content.fields.get(field)
                if isinstance(value, str):
                    found.setdefault(value, content.id)
        return found

    def record_ids(self, collection: str | None = None) -> list[str]:
        """Return the ids of all records, or of one collection's, in the order in which they came here."""
        with self._database.read() as connection:
            query = select(tables.record.c.id).join(tables.collection).order_by(tables.record.c.number)
            if collection is not None:
                query = query.where(tables.collection.c.name == collection)
            return [id_from_bytes(raw) for raw in connection.scalars(query)]


def parsed_hash(text: str) -> bytes:
    """Return the 32 bytes of a revision's hash; raises BadInput("not-a-revision-hash")."""
    if not is_hash(text):
        raise BadInput("not-a-revision-hash", value=text[:80])
    return bytes.fromhex(text)


def _top(row: RecordRow) -> bytes:
    return row.accepted or row.pending or row.confirmed or b""


def _held(connection: Connection, row: RecordRow, layer: bytes) -> Revision | None:
    """Return a layer of a record, None where its words were erased. Raises Damage."""
    found = revisions.get(connection, layer)
    if found is None and erasures.reason_of(connection, id_bytes(row.id), row.collection_number) is None:
        raise Damage(layer.hex())
    return found


def _unsettled(connection: Connection, row: RecordRow) -> Iterator[bytes]:
    """Yield the revisions that no layer leads to: what a draft was written over, and what clashes."""
    draft, clash = tables.draft.c, tables.clash.c
    yield from filter(None, connection.scalars(select(draft.over).where(draft.record == row.number)))
    clashes = select(clash.mine, clash.theirs).where(clash.record == row.number).order_by(clash.field)
    for mine, theirs in connection.execute(clashes):
        yield from (mine, theirs)


def _history(connection: Connection, row: RecordRow) -> Iterator[RevisionView]:
    waiting = [value for value in (row.accepted, row.pending, row.confirmed) if value is not None]
    waiting += list(_unsettled(connection, row))
    seen: set[bytes] = set()
    while waiting and len(seen) < _DEEPEST:
        current = waiting.pop(0)
        if current in seen:
            continue
        seen.add(current)
        found = revisions.get(connection, current)
        is_current = current == row.confirmed
        if found is None:
            yield RevisionView(current.hex(), "", "", [], False, is_current)
            continue
        content = found.content
        yield RevisionView(
            current.hex(), content.by, content.at, content.parents, True, is_current, content.withdrawn
        )
        waiting += [bytes.fromhex(parent) for parent in content.parents]


def _view(
    folder: Path,
    connection: Connection,
    row: RecordRow,
    shown: Revision | None,
    state: str,
    fields: dict[str, Any] | None = None,
    withdrawn: str | None = None,
    at: str = "",
    comment: str | None = None,
    has_draft: bool = False,
) -> RecordView:
    if shown is not None:
        fields, withdrawn, at = shown.fields, shown.content.withdrawn, shown.content.at
    signed = _signed_by(connection, row) if state == CONFIRMED else None
    notice = notices.notice_of(connection, row.collection, row.id) if state == CONFIRMED else None
    if notice is not None:
        fields, withdrawn = {}, notice.reason.get("en") or next(iter(notice.reason.values()), notice.code)
    erased = shown.content.erased if shown is not None else None
    if erased is None and state == CONFIRMED:
        erased = erasures.reason_of(connection, id_bytes(row.id), row.collection_number)
    return RecordView(
        id=row.id,
        kind=row.kind,
        collection=row.collection,
        hub=row.hub,
        fields=fields or {},
        state=state,
        revision=shown.hash.hex() if shown else None,
        confirmed=row.confirmed.hex() if row.confirmed else None,
        withdrawn=withdrawn,
        by=shown.content.by if shown else "",
        at=at,
        verified=signed is not None,
        signed=signed,
        files=file_views(connection, fields or {}, folder),
        has_draft=has_draft,
        comment=comment,
        pending=open_entry(connection, row),
        erased=erased,
        notice=notice.id if notice is not None else None,
        stale=stale(fields or {}),
    )


def _signed_by(connection: Connection, row: RecordRow) -> SignedBy | None:
    head = collections.head_of(connection, row.collection)
    if head is None:
        return None
    if not collections.is_signed(connection, head, row.collection):
        raise Damage("head")
    said = head.head()
    return SignedBy(row.hub, said.version, said.time)


def file_views(connection: Connection, fields: Mapping[str, Any], folder: Path) -> list[FileView]:
    """Return the files that a record names, with what lies of each in the profile's folder. What is no file is left
    out."""
    files = [file for file in _list(fields.get("files")) if is_file(file)]
    here = blobs.held(connection, [bytes.fromhex(file["sha256"]) for file in files])
    views = []
    for file in files:
        sha256 = bytes.fromhex(file["sha256"])
        available = sha256 in here
        size = file.get("size") if isinstance(file.get("size"), int) else 0
        views.append(
            FileView(
                name=str(file.get("name", "")),
                sha256=file["sha256"],
                size=size or 0,
                bytes_here=size or 0 if available else bytes_here(folder, sha256, size or 0),
                available=available,
                type=str(file.get("type", "")),
                licence=str(file.get("licence", "")),
                pass_on=str(file.get("pass_on", "")),
            )
        )
    return views


def is_file(value: object) -> bool:
    """Tell whether a value in `files` names a content."""
    return isinstance(value, dict) and is_hash(value.get("sha256"))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
