"""What a desk shows of records: the draft over the accepted over the pending over the confirmed revision.

Invariant: a list, a search and the index all see the same layer, because they all take it from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, and_, func, select

from hubdesk.catalogue.database import Damage, Database
from hubdesk.catalogue.index import Index, Shown
from hubdesk.catalogue.revisions import undamaged
from hubdesk.catalogue.tables import blob, collection, draft, erasure, notice, record, revision
from hubdesk.model.identity import id_from_bytes, is_hash
from hubdesk.model.kind import Kinds

_AT_ONCE = 500
_T = TypeVar("_T")


class ShownContent(msgspec.Struct, frozen=True):
    """The layer of a record that is shown.

    `state`: draft, pending or confirmed; `revision`: its hash, None for a draft; `withdrawn`: the reason, of an erasure
    too; `verified`: it is the confirmed one; `parents`: the revisions it was made from, in hexadecimal.
    """

    number: int
    id: str
    kind: str
    collection: str
    fields: dict[str, Any]
    state: str
    withdrawn: str | None
    at: str
    verified: bool
    revision: bytes | None = None
    parents: list[str] = []


class _Revision(msgspec.Struct, frozen=True):
    """As much of a stored revision as is shown; its form was checked when it came."""

    fields: dict[str, Any] | None = None
    withdrawn: str | None = None
    erased: str | None = None
    at: str = ""
    parents: list[str] = []


_revision = msgspec.json.Decoder(_Revision)
_fields = msgspec.json.Decoder(dict[str, Any])

_layer = func.coalesce(record.c.accepted, record.c.pending, record.c.confirmed)
_query = (
    select(
        record.c.number,
        record.c.id,
        record.c.kind,
        collection.c.name,
        draft.c.fields,
        draft.c.withdrawn,
        draft.c.saved_at,
        revision.c.canonical,
        _layer,
        record.c.confirmed,
        erasure.c.reason,
        notice.c.reason,
    )
    .join(collection, collection.c.number == record.c.collection)
    .outerjoin(erasure, and_(erasure.c.collection == record.c.collection, erasure.c.id == record.c.id))
    .outerjoin(notice, and_(notice.c.collection == collection.c.name, notice.c.id == record.c.id))
    .outerjoin(draft, draft.c.record == record.c.number)
    .outerjoin(revision, revision.c.hash == _layer)
)


def shown_contents(connection: Connection, numbers: Sequence[int]) -> dict[int, ShownContent]:
    """Return what is shown of the records with these numbers; those that are not known or have no content are left
    out."""
    found = {}
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        for row in connection.execute(_query.where(record.c.number.in_(some))):
            content = _content(*tuple[Any, ...](row))
            if content is not None:
                found[content.number] = content
    return found


def _content(
    number: int,
    raw_id: bytes,
    kind: str,
    name: str,
    draft_fields: bytes | None,
    draft_withdrawn: str | None,
    saved_at: str | None,
    canonical: bytes | None,
    layer: bytes | None,
    confirmed: bytes | None,
    erased: str | None,
    noticed: bytes | None,
) -> ShownContent | None:
    record_id = id_from_bytes(raw_id)
    if draft_fields is not None:
        written = _read(_fields, draft_fields)
        at = saved_at or ""
        return ShownContent(
            number, record_id, kind, name, written, "draft", draft_withdrawn, at, verified=False
        )
    if confirmed is not None and (erased is not None or noticed is not None):
        why = _reason(noticed) or erased or ""
        return ShownContent(number, record_id, kind, name, {}, "confirmed", why, "", True, confirmed)
    if canonical is None:
        return None
    held = _read(_revision, undamaged(layer or b"", canonical))
    is_confirmed = layer == confirmed
    return ShownContent(
        number,
        record_id,
        kind,
        name,
        held.fields or {},
        "confirmed" if is_confirmed else "pending",
        held.withdrawn if held.erased is None else held.erased,
        held.at,
        is_confirmed,
        layer,
        held.parents,
    )


def _reason(noticed: bytes | None) -> str:
    """Return what a notice gives as its reason, in English or any language."""
    reason = _fields.decode(noticed) if noticed is not None else {}
    return str(reason.get("en") or next(iter(reason.values()), ""))


def _read(decoder: msgspec.json.Decoder[_T], stored: bytes) -> _T:
    try:
        return decoder.decode(stored)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise Damage(str(error)) from error


def shown_for_index(connection: Connection, numbers: Sequence[int]) -> dict[int, Shown]:
    """Return what the index should say of the records with these numbers."""
    contents = shown_contents(connection, numbers)
    hashes = {sha for content in contents.values() for _, sha, _ in files_of(content.fields)}
    held = blobs_held(connection, hashes)
    return {
        number: Shown(
            content.kind,
            content.collection,
            content.fields,
            content.state,
            _is_here(content.fields, held),
            content.withdrawn is not None,
            content.at,
        )
        for number, content in contents.items()
    }


def all_shown(connection: Connection) -> Iterator[tuple[int, Shown]]:
    """Yield what the index should say of every record: (record number, what is shown)."""
    last = 0
    while True:
        query = select(record.c.number).where(record.c.number > last).order_by(record.c.number)
        numbers = list(connection.scalars(query.limit(_AT_ONCE)))
        if not numbers:
            return
        yield from shown_for_index(connection, numbers).items()
        last = numbers[-1]


def open_index(database: Database, kinds: Kinds) -> Index:
    """Return the index, made anew first where it was made by other rules (another version, changed kinds)."""
    index = Index(kinds)
    with database.read() as connection:
        is_current = index.is_current(connection)
    if not is_current:
        with database.write() as connection:
            if not index.is_current(connection):  # another thread may have been faster
                index.rebuild(connection, all_shown(connection))
    return index


def files_of(fields: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """Return (name, sha256 in hexadecimal, size in bytes) of each file of a record; what is no such file is left out."""
    files = fields.get("files")
    found = []
    for entry in files if isinstance(files, list) else ():
        if isinstance(entry, Mapping) and is_hash(entry.get("sha256")):
            size = entry.get("size")
            found.append(
                (str(entry.get("name", "")), str(entry["sha256"]), size if isinstance(size, int) else 0)
            )
    return found


def blobs_held(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Return those of the SHA-256 (hexadecimal) whose contents lie whole on this computer."""
    wanted = [bytes.fromhex(sha) for sha in sorted(hashes)]
    held: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(blob.c.sha256).where(blob.c.sha256.in_(wanted[start : start + _AT_ONCE]))
        held.update(sha.hex() for sha in connection.scalars(query))
    return held


def _is_here(fields: Mapping[str, Any], held: set[str]) -> bool:
    files = files_of(fields)
    # One that has no hash yet cannot lie here.
    return bool(files) and len(files) == len(fields["files"]) and all(sha in held for _, sha, _ in files)
