"""What a coordinator decides on: proposals of others and of this desk, read in one go.

Invariant: each change shows once, whether it came from the hub or was never sent.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hubdesk.catalogue.memberships import may_coordinate
from hubdesk.catalogue.views import InboxItem, OutboxItem
from hubdesk.gui.known_hubs import KnownHub, known_hubs
from hubdesk.model.validation import Problem

if TYPE_CHECKING:
    from hubdesk.desk import Desk

OPEN, ACCEPTED = "open", "accepted"


class Proposal(Struct, frozen=True):
    """A change as a coordinator sees it: `before` and `after` are all fields, `withdrawn` the reason of a withdrawal."""

    key: str
    id: str
    kind: str
    collection: str
    title: dict[str, str]
    by: str
    role: str
    at: str
    received_at: str
    state: str
    is_new: bool
    withdrawn: str | None
    before: dict[str, Any]
    after: dict[str, Any]
    problems: list[Problem]
    is_own: bool
    undecided: int = 0
    number: int = 0

    @property
    def hub(self) -> str:
        """The hub that decides on it."""
        return self.collection.partition("/")[0]

    @property
    def stops(self) -> bool:
        """Whether something in it keeps it from being accepted."""
        return bool(self.undecided) or any(problem.stops for problem in self.problems)


class Desktop(Struct, frozen=True):
    """The proposals, oldest first, the hubs that this desk coordinates, and what all hubs are called."""

    proposals: list[Proposal]
    coordinated: list[str]
    hubs: list[KnownHub]


def read_proposals(desk: Desk) -> Desktop:
    """Read all proposals for the hubs that this desk coordinates."""
    coordinated = [item.hub for item in desk.memberships() if may_coordinate(item.hub, item.role)]
    clashes = Counter(clash.id for clash in desk.clashes.all() if clash.side == "inbox")
    found = [_of_inbox(item, clashes[item.id]) for item in desk.inbox()]
    known = {proposal.id for proposal in found if proposal.is_own}
    own = [item for item in desk.outbox() if item.id not in known and _is_decided_here(item, coordinated)]
    found += [_of_outbox(desk, item) for item in own]
    return Desktop([p for p in found if p.hub in coordinated], coordinated, known_hubs(desk))


def _is_decided_here(item: OutboxItem, coordinated: list[str]) -> bool:
    is_unsent = item.state == "waiting" and item.sequence is None
    return item.collection.partition("/")[0] in coordinated and (is_unsent or item.state == ACCEPTED)


def _of_inbox(item: InboxItem, undecided: int) -> Proposal:
    return Proposal(
        key=f"inbox-{item.number}",
        id=item.id,
        kind=item.kind,
        collection=item.collection,
        title=item.title,
        by=item.by,
        role=item.role,
        at=item.at,
        received_at=item.received_at,
        state=OPEN if item.state == OPEN else ACCEPTED,
        is_new=item.new,
        withdrawn=item.withdrawn,
        before=item.base_fields,
        after=item.fields,
        problems=item.problems,
        is_own=item.own,
        undecided=undecided if item.state == OPEN else 0,
        number=item.number,
    )


def _of_outbox(desk: Desk, item: OutboxItem) -> Proposal:
    published = desk.published(item.id)
    history = desk.history(item.id)
    proposed = desk.revision(item.id, history[0].hash) if history and history[0].held else None
    after = proposed.fields if proposed is not None else {}
    before = published.fields if published is not None else {}
    is_gone = item.withdrawn or (proposed is not None and proposed.erased is not None)
    problems = [] if is_gone else list(desk.check(item.kind, after, item.collection))
    return Proposal(
        key=f"own-{item.id}",
        id=item.id,
        kind=item.kind,
        collection=item.collection,
        title=item.title or before.get("title", {}),
        by=desk.id,
        role="",
        at=item.at,
        received_at="",
        state=ACCEPTED if item.state == ACCEPTED else OPEN,
        is_new=published is None,
        withdrawn=(proposed.withdrawn or proposed.erased) if proposed is not None else None,
        before=before,
        after=after,
        problems=problems,
        is_own=True,
    )
