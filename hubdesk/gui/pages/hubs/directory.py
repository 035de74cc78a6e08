"""What the Centre's own records say about hubs, put together with what this desk holds of them.

Invariant: nothing here touches a widget, and what no record says stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hubdesk.catalogue.search import Query
from hubdesk.errors import NotFound
from hubdesk.gui.known_hubs import KnownHub, known_hubs, record, records_of_kind, texts

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView, RecordView
    from hubdesk.desk import Desk

Texts = Mapping[str, str]
ACTIVE = "active"


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
    collections: Sequence[CollectionView] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """The collections one may follow that are not known here yet: the public one of an active hub."""
        public = f"{self.code}/public"
        known = any(one.name == public for one in self.collections)
        return () if known or self.status != ACTIVE else (public,)

    @property
    def signer(self) -> str:
        """The key that signed what lies here of its newest collection; "" where nothing is signed."""
        signed = [one for one in self.collections if one.signer]
        return max(signed, key=lambda one: one.as_of or "").signer or "" if signed else ""


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
    return sorted((_hub(desk, known) for known in known_hubs(desk)), key=_rank)


def _rank(hub: Hub) -> tuple[bool, bool, bool, str]:
    return hub.code == "centre", not hub.role, not hub.collections, hub.name.get("en", hub.code)


def read_sheet(desk: Desk, code: str) -> Sheet:
    """Return all about one hub; raises NotFound("hub-unknown")."""
    known = next((known for known in known_hubs(desk) if known.hub == code), None)
    if known is None:
        raise NotFound("hub-unknown", hub=code)
    hub = _hub(desk, known)
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


def _of_hub(desk: Desk, kind: str, hub: Hub) -> Iterator[RecordView]:
    return (
        view for view in records_of_kind(desk, kind) if hub.record and view.fields.get("hub") == hub.record
    )


def _hub(desk: Desk, known: KnownHub) -> Hub:
    fields = known.fields
    host = record(desk, fields.get("host"))
    return Hub(
        code=known.hub,
        name=known.name,
        tile=known.tile,
        summary=texts(fields, "summary"),
        open_to=texts(fields, "open_to"),
        host=texts(host.fields, "title") if host is not None else {},
        host_country=str(host.fields.get("country", "")) if host is not None else "",
        status=str(fields.get("status", "")),
        languages=_strings(fields, "languages"),
        countries=_strings(fields, "countries"),
        record=known.record,
        role=known.role,
        records=known.records,
        collections=known.collections,
    )


def _participation(desk: Desk, view: RecordView) -> Participation:
    fields = _organisation(desk, view)
    return Participation(
        record=view.id,
        name=texts(fields, "title") or texts(view.fields, "title"),
        country=str(view.fields.get("country") or fields.get("country", "")),
        status=str(view.fields.get("status", "")),
        start=str(view.fields.get("start", "")),
    )


def _partner(desk: Desk, view: RecordView) -> Partner:
    return Partner(
        record=view.id,
        name=texts(_organisation(desk, view), "title") or texts(view.fields, "title"),
        level=str(view.fields.get("partnership_level", "")),
        until=str(view.fields.get("memorandum_until", "")),
    )


def _organisation(desk: Desk, view: RecordView) -> Mapping[str, Any]:
    organisation = record(desk, view.fields.get("organisation"))
    return organisation.fields if organisation is not None else {}


def _coordinators(desk: Desk, code: str) -> Iterator[Coordinator]:
    for view in records_of_kind(desk, "admission"):
        fields = view.fields
        if fields.get("hub") == code and fields.get("role") == "coordinator":
            name = str(fields.get("desk", ""))
            yield Coordinator(name, texts(fields, "title"), str(fields.get("since", "")), name == desk.id)


def _strings(fields: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
