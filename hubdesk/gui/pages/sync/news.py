"""What the sync page shows, read in one go off the window's thread.

Invariant: nothing here touches a widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hubdesk.gui.known_hubs import KnownHub, known_hubs

if TYPE_CHECKING:
    from hubdesk.catalogue.views import CollectionView, Contact, OutboxItem
    from hubdesk.desk import Desk

PAST = 50
"""So many past syncs are listed."""


@dataclass(frozen=True)
class SyncNews:
    """What waits, what was, what is followed, and by which server."""

    server: str
    outbox: Sequence[OutboxItem]
    syncs: Sequence[Contact]
    collections: Sequence[CollectionView]
    hubs: Sequence[KnownHub]


def read(desk: Desk) -> SyncNews:
    """Read it from the desk; syncs are the newest first."""
    return SyncNews(
        server=desk.status().server or "",
        outbox=desk.outbox(),
        syncs=desk.syncs()[:PAST],
        collections=sorted(desk.collections(), key=lambda collection: collection.name),
        hubs=known_hubs(desk),
    )
