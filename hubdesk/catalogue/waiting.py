"""What waits in the outbox, as it is looked up and shown.

Invariant: reading changes nothing; a record has at most one open entry.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from hubdesk.catalogue import blobs, records, revisions, tables
from hubdesk.catalogue.records import RecordRow
from hubdesk.catalogue.views import OutboxItem
from hubdesk.model.identity import is_hash

WAITING, RECEIVED, ACCEPTED, REFUSED, REPLACED = "waiting", "received", "accepted", "refused", "replaced"
OPEN_STATES = (WAITING, RECEIVED, ACCEPTED, REFUSED)
_TABLE = tables.outbox


def open_row(connection: Connection, record: int) -> Any:
    """Return the outbox row that is open for a record number, None where nothing waits."""
    query = select(_TABLE).where(
        _TABLE.c.record == record, _TABLE.c.state.in_(OPEN_STATES), _TABLE.c.revision != b""
    )
    return connection.execute(query.order_by(_TABLE.c.number.desc())).first()


def open_entry(connection: Connection, row: RecordRow) -> OutboxItem | None:
    """Return what waits of a record, None where nothing does."""
    entry = open_row(connection, row.number)
    return None if entry is None else item_of(connection, row, entry)


def item_of(connection: Connection, row: RecordRow, entry: Any) -> OutboxItem:
    """Return an entry of the outbox as it is shown."""
    found = revisions.get(connection, entry.revision)
    fields = found.fields if found else {}
    title, files = fields.get("title"), fields.get("files")
    to_send = _files_to_send(connection, entry, fields)
    return OutboxItem(
        id=row.id,
        kind=row.kind,
        collection=row.collection,
        title=title if isinstance(title, dict) else {},
        sequence=entry.sequence,
        at=entry.at,
        state=entry.state,
        bytes=(len(found.canonical) if found else 0) + sum(to_send),
        files=len(files) if isinstance(files, list) else 0,
        withdrawn=bool(found and found.content.withdrawn is not None),
        note=entry.note,
        files_to_send=len(to_send),
    )


def _files_to_send(connection: Connection, entry: Any, fields: dict[str, Any]) -> list[int]:
    """Return the sizes of the files that still go up with a change: all that are new with it, and once the hub has the
    change those that it asked for."""
    sizes = _files(fields)
    if sizes and entry.sequence is not None and entry.state != WAITING:
        wanted = blobs.owed(connection)
        return [size for sha256, size in sizes.items() if bytes.fromhex(sha256) in wanted]
    base = revisions.get(connection, entry.base or b"") if sizes else None
    known = _files(base.fields) if base else {}
    return [size for sha256, size in sizes.items() if sha256 not in known]


def _files(fields: dict[str, Any]) -> dict[str, int]:
    listed = fields.get("files")
    files = [file for file in listed if isinstance(file, dict)] if isinstance(listed, list) else []
    return {
        file["sha256"]: file["size"]
        for file in files
        if is_hash(file.get("sha256")) and isinstance(file.get("size"), int)
    }


def all_waiting(connection: Connection) -> list[OutboxItem]:
    """Return what waits, the oldest first."""
    query = select(_TABLE).where(_TABLE.c.state.in_(OPEN_STATES), _TABLE.c.revision != b"")
    return [
        item_of(connection, records.by_number(connection, entry.record), entry)
        for entry in connection.execute(query.order_by(_TABLE.c.number))
    ]
