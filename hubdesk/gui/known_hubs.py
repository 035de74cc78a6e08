"""The hubs that a desk knows: those it is a member of, those whose collections it holds, those the Centre names.

Invariant: nothing here touches a widget, and a hub without a record of its own keeps an empty name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hubdesk.catalogue.search import Query
from hubdesk.errors import NotFound

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView, RecordView
    from hubdesk.desk import Desk

MANY = 1000


@dataclass(frozen=True)
class KnownHub:
    """A hub: its code in collection names, its name by language, the letters of its tile ("" where nobody chose),
    its collections known here with `records` in all, this desk's role ("" for none), and the fields of its record."""

    hub: str
    name: Mapping[str, str]
    tile: str
    collections: Sequence[CollectionView]
    records: int
    role: str
    record: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


def known_hubs(desk: Desk) -> list[KnownHub]:
    """Return every hub this desk knows, by code."""
    roles = {member.hub: member.role for member in desk.memberships()}
    held: dict[str, list[CollectionView]] = {}
    for collection in desk.collections():
        held.setdefault(collection.name.partition("/")[0], []).append(collection)
    described = {str(view.fields.get("code", "")): view for view in records_of_kind(desk, "hub")}
    codes = {code for code in (*roles, *held, *described) if code}
    return [
        _hub(code, roles.get(code, ""), held.get(code, []), described.get(code)) for code in sorted(codes)
    ]


def _hub(
    code: str, role: str, collections: Sequence[CollectionView], described: RecordView | None
) -> KnownHub:
    fields: Mapping[str, Any] = described.fields if described is not None else {}
    return KnownHub(
        hub=code,
        name=texts(fields, "title"),
        tile=str(fields.get("tile") or ""),
        collections=collections,
        records=sum(collection.records for collection in collections),
        role=role,
        record=described.id if described is not None else "",
        fields=fields,
    )


def records_of_kind(desk: Desk, kind: str) -> Iterator[RecordView]:
    """Return the records of a kind as they are shown here, drafts left out, at most `MANY`."""
    query = Query(facets={"kind": [kind], "state": ["confirmed", "pending"]}, limit=MANY)
    for hit in desk.search(query).hits:
        view = record(desk, hit.id)
        if view is not None:
            yield view


def record(desk: Desk, name: object) -> RecordView | None:
    """Return a record by its id, None where it is not here."""
    try:
        return desk.show(name) if isinstance(name, str) and name else None
    except NotFound:
        return None


def texts(fields: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return a text field by language; {} for what is none."""
    value = fields.get(name)
    if not isinstance(value, Mapping):
        return {}
    return {str(tag): text for tag, text in value.items() if isinstance(text, str) and text}
