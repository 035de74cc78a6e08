"""What the editor has to know before it can show a record, asked of the desk in one go.

Invariant: opening reads only; a record becomes a draft when the first letter is typed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hubdesk.errors import HubDeskError, NotAllowed
from hubdesk.gui.known_hubs import KnownHub, known_hubs
from hubdesk.gui.pages.editor.draft import Origin
from hubdesk.model.kind import CENTRE, Kind
from hubdesk.trust.admission import may_propose

if TYPE_CHECKING:
    from hubdesk.catalogue.views import RevisionView
    from hubdesk.desk import Desk

_LOOKED_AT = 10
_USUAL = ("licence", "owner")


class Opened(Struct, frozen=True):
    """A record to edit. `places`: the collections it may be written into; `usual`: what the person's other records
    say in fields that a repair may fill; `erasable`: the reasons for which this desk may erase it, none where it may
    not."""

    origin: Origin
    places: list[str]
    hubs: list[KnownHub]
    usual: dict[str, Any]
    history: list[Any]
    state: str
    erasable: list[str] = []


def open_record(desk: Desk, record_id: str) -> Opened:
    """Read a record for editing. Raises NotFound("no-such-record")."""
    shown = desk.show(record_id)
    published = desk.published(record_id)
    signed = published.fields if published is not None else None
    fields = signed if shown.withdrawn is not None and signed is not None else shown.fields
    origin = Origin(
        id=record_id,
        kind=shown.kind,
        collection=shown.collection,
        fields=fields,
        published=signed,
        saved_at=shown.at if shown.has_draft else "",
        comment=shown.comment,
        withdrawn=shown.withdrawn,
        has_draft=shown.has_draft,
    )
    history: list[RevisionView] = desk.history(record_id)
    reasons = desk.erasing.reasons() if desk.erasing.may_erase(record_id) else []
    own = usual(desk, record_id)
    return Opened(origin, [shown.collection], known_hubs(desk), own, history, shown.state, reasons)


def open_new(desk: Desk, kind_name: str) -> Opened:
    """Prepare a new record. Raises NotAllowed("no-place") when this desk may write such a record nowhere."""
    places = places_for(desk.kinds.of(kind_name), [(m.hub, m.role) for m in desk.memberships()])
    if not places:
        raise NotAllowed("no-place", kind=kind_name)
    usual_place = desk.default_collection(kind_name)
    places.sort(key=lambda place: place != usual_place)
    origin = Origin(id=None, kind=kind_name, collection=places[0], fields={})
    return Opened(origin, places, known_hubs(desk), usual(desk, ""), [], "draft")


def places_for(kind: Kind, memberships: list[tuple[str, str]]) -> list[str]:
    """Return the collections that a member of these hubs, as (hub, role), may propose records of `kind` for."""
    roles = dict(memberships)
    part = "members" if kind.audience == "members" else "public"
    places = [CENTRE] if kind.audience == "centre" else [f"{hub}/{part}" for hub in roles]
    return [place for place in places if may_propose(place, roles)]


def usual(desk: Desk, but: str) -> dict[str, Any]:
    """Return what most of the person's last drafts and proposals say in the fields a repair may fill."""
    ids = [*(draft.id for draft in desk.drafts()), *(item.id for item in desk.outbox())]
    own = [record_id for record_id in ids if record_id != but][:_LOOKED_AT]
    seen: dict[str, Counter[str]] = {name: Counter() for name in _USUAL}
    for record_id in own:
        try:
            fields = desk.show(record_id).fields
        except HubDeskError:
            continue
        for name in _USUAL:
            value = fields.get(name)
            if isinstance(value, str) and value and value != "unknown":
                seen[name][value] += 1
    found = {name: counted.most_common(1)[0][0] for name, counted in seen.items() if counted}
    parliament = str(desk.settings["parliament"] or "")
    return ({"owner": parliament} if parliament else {}) | found
