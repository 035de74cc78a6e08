"""What the Centre's own records say about hubs, put together with what this desk holds of them.

Invariant: nothing here touches a widget, and what no record says stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hubdesk.catalogue.search import Query
from hubdesk.errors import NotFound

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView, HubView, RecordView
    from hubdesk.desk import Desk

Texts = Mapping[str, str]
_MANY = 1000


@dataclass(frozen=True)
class Hub:
    """A hub: its code, texts per language, its host, and what of it lies here. `record` is its own record's id."""

    code: str
    name: Texts
    tile: str = ""
    summary: Texts = field(default_factory=dict)
    open_to: Texts = field(default_factory=dict)
    host: Texts = field(default_factory=dict)
    host_country: str = ""
    status: str = ""
    languages: Sequence[str] = ()
    countries: Sequence[str] = ()
    record: str = ""
    role: str = ""
    records: int = 0
    keys: int = 0
    collections: Sequence[CollectionView] = ()


@dataclass(frozen=True)
class Participation:
    """A parliament or organisation in a hub; `status` is a value of participation_statuses."""

    record: str
    name: Texts
    country: str
    status: str
    start: str


@dataclass(frozen=True)
class Partner:
    """A partner of a hub at a level of partnership_levels."""

    record: str
    name: Texts
    level: str
    until: str


@dataclass(frozen=True)
class Coordinator:
    """A desk that may publish for a hub; `is_own`: this one."""

    desk: str
    name: Texts
    since: str
    is_own: bool


@dataclass(frozen=True)
class Sheet:
    """All about one hub. `sharing` counts the records of each country in its collections."""

    hub: Hub
    participations: Sequence[Participation]
    partners: Sequence[Partner]
    coordinators: Sequence[Coordinator]
    sharing: Mapping[str, int]


def read_hubs(desk: Desk) -> list[Hub]:
    """Return every hub that this desk knows: first those it has a role in, then by name, the Centre last."""
    held = {view.hub: view for view in desk.hubs()}
    described = {str(view.fields.get("code", "")): view for view in _records(desk, "hub")}
    hubs = [_hub(desk, code, held.get(code), described.get(code)) for code in {*held, *described} if code]
    return sorted(hubs, key=_rank)


def _rank(hub: Hub) -> tuple[bool, bool, bool, str]:
    return hub.code == "centre", not hub.role, not hub.collections, hub.name.get("en", hub.code)


def read_sheet(desk: Desk, code: str) -> Sheet:
    """Return all about one hub; raises NotFound("hub-unknown")."""
    hub = next((hub for hub in read_hubs(desk) if hub.code == code), None)
    if hub is None:
        raise NotFound("hub-unknown", hub=code)
    found = desk.search(Query(facets={"hub": [code]}, limit=1))
    return Sheet(
        hub=hub,
        participations=sorted(
            (_participation(desk, view) for view in _of_hub(desk, "participation", hub)),
            key=lambda part: (part.country, part.record),
        ),
        partners=[_partner(desk, view) for view in _of_hub(desk, "partnership", hub)],
        coordinators=list(_coordinators(desk, code)),
        sharing={count.value: count.count for count in found.facets.get("country", ()) if count.count},
    )


def _records(desk: Desk, kind: str) -> Iterator[RecordView]:
    hits = desk.search(Query(facets={"kind": [kind], "state": ["confirmed", "pending"]}, limit=_MANY)).hits
    for hit in hits:
        view = _record(desk, hit.id)
        if view is not None:
            yield view


def _record(desk: Desk, name: object) -> RecordView | None:
    try:
        return desk.show(name) if isinstance(name, str) and name else None
    except NotFound:
        return None


def _of_hub(desk: Desk, kind: str, hub: Hub) -> Iterator[RecordView]:
    return (view for view in _records(desk, kind) if hub.record and view.fields.get("hub") == hub.record)


def _hub(desk: Desk, code: str, held: HubView | None, described: RecordView | None) -> Hub:
    fields: Mapping[str, Any] = described.fields if described is not None else {}
    host = _record(desk, fields.get("host"))
    return Hub(
        code=code,
        name=_texts(fields, "title") or (held.name if held is not None else {}),
        tile=str(fields.get("tile") or (held.tile if held is not None else "")),
        summary=_texts(fields, "summary"),
        open_to=_texts(fields, "open_to"),
        host=_texts(host.fields, "title") if host is not None else {},
        host_country=str(host.fields.get("country", "")) if host is not None else "",
        status=str(fields.get("status", "")),
        languages=_strings(fields, "languages"),
        countries=_strings(fields, "countries"),
        record=described.id if described is not None else "",
        role=(held.role or "") if held is not None else "",
        records=held.records if held is not None else 0,
        keys=held.keys if held is not None else 0,
        collections=tuple(held.collections) if held is not None else (),
    )


def _participation(desk: Desk, view: RecordView) -> Participation:
    organisation = _record(desk, view.fields.get("organisation"))
    fields = organisation.fields if organisation is not None else {}
    return Participation(
        record=view.id,
        name=_texts(fields, "title") or _texts(view.fields, "title"),
        country=str(view.fields.get("country") or fields.get("country", "")),
        status=str(view.fields.get("status", "")),
        start=str(view.fields.get("start", "")),
    )


def _partner(desk: Desk, view: RecordView) -> Partner:
    organisation = _record(desk, view.fields.get("organisation"))
    fields = organisation.fields if organisation is not None else {}
    return Partner(
        record=view.id,
        name=_texts(fields, "title") or _texts(view.fields, "title"),
        level=str(view.fields.get("partnership_level", "")),
        until=str(view.fields.get("memorandum_until", "")),
    )


def _coordinators(desk: Desk, code: str) -> Iterator[Coordinator]:
    for view in _records(desk, "admission"):
        fields = view.fields
        if fields.get("hub") == code and fields.get("role") == "coordinator":
            name = str(fields.get("desk", ""))
            yield Coordinator(name, _texts(fields, "title"), str(fields.get("since", "")), name == desk.id)


def _texts(fields: Mapping[str, Any], name: str) -> Texts:
    value = fields.get(name)
    if not isinstance(value, Mapping):
        return {}
    return {str(tag): text for tag, text in value.items() if isinstance(text, str) and text}


def _strings(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
