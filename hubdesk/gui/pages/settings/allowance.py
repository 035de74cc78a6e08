"""What the line may be used for and what the choice of files would bring, read in one go off the window's thread.

Invariant: nothing here touches a widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from hubdesk.catalogue.downloads import Estimate
from hubdesk.catalogue.limits import Limits
from hubdesk.catalogue.search import Query
from hubdesk.gui.known_hubs import KnownHub, known_hubs

if TYPE_CHECKING:
    from hubdesk.desk import Desk


class Allowance(Struct, frozen=True):
    """`used`: bytes this month; `followed`: hubs; `languages`: tags that records here have; `estimate`: None where
    nothing comes by itself."""

    limits: Limits
    used: int
    estimate: Estimate | None
    followed: list[str]
    languages: list[str]
    hubs: list[KnownHub]


def read_allowance(desk: Desk) -> Allowance:
    """Read it from the desk."""
    limits = desk.limits.now()
    facets = desk.search(Query(limit=1)).facets
    return Allowance(
        limits=limits,
        used=desk.limits.month(),
        estimate=desk.downloads.estimate(limits.files) if limits.files.which == "chosen" else None,
        followed=sorted({view.name.partition("/")[0] for view in desk.collections() if view.followed}),
        languages=[count.value for count in facets.get("language", [])],
        hubs=known_hubs(desk),
    )
