"""Notices of the Secretariat over records of any hub: an overlay that hides or erases, beside the hub's own state.

Invariant: a notice counts as it stands signed in centre/public, and changes no hub's state: what it hides can still be
proved, and shows again when the notice is withdrawn; what it erased stays erased.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import collections, erasures, records, revisions, tables
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.views import SignedBy
from hubdesk.errors import Untrusted
from hubdesk.model import canonical
from hubdesk.model.identity import id_bytes, id_from_bytes, is_id
from hubdesk.model.record import Revision, Stub

CENTRE, KIND = collections.CENTRE_PUBLIC, "notice"
WITHDRAW, ERASE = "withdraw", "erase"
UNSAID = "legal"
"""The code of an erasure whose notice gives none."""
_TABLE = tables.notice


class NoticeView(Struct, frozen=True):
    """A notice in effect: `id` of its record, what it does (withdraw or erase) to the record `target` of a collection,
    why (a text per language, and a `code` for erasures), when it was written, and the head that signs it."""

    id: str
    action: str
    target: str
    collection: str
    reason: dict[str, str]
    code: str
    at: str
    signed: SignedBy | None


def all_notices(connection: Connection) -> list[NoticeView]:
    """Return the notices in effect, the last written first."""
    signed = _signed(connection)
    query = select(_TABLE).order_by(_TABLE.c.at.desc(), _TABLE.c.notice)
    return [_view(row, signed) for row in connection.execute(query)]


def notice_of(connection: Connection, collection: str, record_id: str) -> NoticeView | None:
    """Return the notice that hides or erases a record, None where none does."""
    here = (_TABLE.c.collection == collection) & (_TABLE.c.id == id_bytes(record_id))
    row = connection.execute(select(_TABLE).where(here)).one_or_none()
    return None if row is None else _view(row, _signed(connection))


def _view(row: Any, signed: SignedBy | None) -> NoticeView:
    target = id_from_bytes(row.id)
    reason = canonical.parse(row.reason)
    return NoticeView(row.notice, row.action, target, row.collection, reason, row.code, row.at, signed)


def _signed(connection: Connection) -> SignedBy | None:
    head = collections.head_of(connection, CENTRE)
    if head is None:
        return None
    said = head.head()
    return SignedBy(CENTRE.partition("/")[0], said.version, said.time)


def follow(connection: Connection, layers: Layers) -> None:
    """Let the overlay say what centre/public says by now."""
    told = _told(connection)
    held = {(row.collection, row.id): row for row in connection.execute(select(_TABLE))}
    for place, values in told.items():
        row = held.get(place)
        if row is None or any(getattr(row, name) != value for name, value in values.items()):
            _put(connection, layers, place, values)
    for place in held.keys() - told.keys():
        with layers.changing(connection, _numbers(connection, place)):
            here = (_TABLE.c.collection == place[0]) & (_TABLE.c.id == place[1])
            connection.execute(delete(_TABLE).where(here))


def _told(connection: Connection) -> dict[tuple[str, bytes], dict[str, Any]]:
    record, collection = tables.record.c, tables.collection.c
    query = select(record.confirmed).join(tables.collection).where(collection.name == CENTRE)
    query = query.where(record.kind == KIND, record.confirmed.is_not(None)).order_by(record.number)
    told: dict[tuple[str, bytes], dict[str, Any]] = {}
    for value in connection.scalars(query).all():
        said = revisions.get(connection, value or b"")
        fields = said.fields if said is not None else {}
        action, target, place = (fields.get(name) for name in ("action", "target", "target_collection"))
        if said is None or action not in (WITHDRAW, ERASE) or not is_id(target) or not isinstance(place, str):
            continue
        reason = fields.get("reason")
        values = {
            "notice": said.content.id,
            "action": action,
            "reason": canonical.encode(reason if isinstance(reason, dict) else {}),
            "code": str(fields.get("erasure") or UNSAID),
            "at": said.content.at,
        }
        key = (place, id_bytes(str(target)))
        if told.get(key, {}).get("action") != ERASE:
            told[key] = values
    return told


def _put(connection: Connection, layers: Layers, place: tuple[str, bytes], values: dict[str, Any]) -> None:
    with layers.changing(connection, _numbers(connection, place)):
        row = {"collection": place[0], "id": place[1], **values}
        connection.execute(
            insert(_TABLE).values(row).on_conflict_do_update(["collection", "id"], set_=values)
        )
        if values["action"] == ERASE:
            number = records.collection_number(connection, place[0], make=True)
            if not erasures.among(connection, number, [place[1]]):
                reasons = {place[1]: values["code"]}
                erasures.note(connection, number, reasons, values["at"], notice=values["notice"])
                erasures.take_down(connection, number, [place[1]])


def _numbers(connection: Connection, place: tuple[str, bytes]) -> list[int]:
    rows = records.find_all(connection, id_from_bytes(place[1]))
    return [row.number for row in rows if row.collection == place[0]]


def check_stubs(connection: Connection, collection: str, contents: Iterable[Revision]) -> None:
    """Raise Untrusted("words-missing") where words are left out that no notice erased: a state proves hashes alone, so
    whoever carries it could leave out what he likes."""
    stubs = [id_bytes(item.content.id) for item in contents if isinstance(item, Stub)]
    if not stubs:
        return
    here = (_TABLE.c.collection == collection) & (_TABLE.c.action == ERASE)
    erased = set(connection.scalars(select(_TABLE.c.id).where(here)))
    for record_id in stubs:
        if record_id not in erased:
            raise Untrusted("words-missing", id=id_from_bytes(record_id), collection=collection)
