"""What the sync page shows, read in one go off the window's thread.

Invariant: nothing here touches a widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hubdesk.errors import HubDeskError
from hubdesk.gui.known_hubs import KnownHub, known_hubs

if TYPE_CHECKING:
    from hubdesk.catalogue.downloads import DownloadView
    from hubdesk.catalogue.held import HeldView
    from hubdesk.catalogue.limits import Limits
    from hubdesk.catalogue.shared_files import SoftwareFile
    from hubdesk.catalogue.standing import Vouched
    from hubdesk.catalogue.views import CollectionView, Contact, OutboxItem
    from hubdesk.desk import Desk

PAST = 50
"""So many past syncs are listed."""


@dataclass(frozen=True)
class SyncNews:
    """What waits, what was, what is followed, by which server, what is to come and what the line may be used for.

    `used`: bytes this month; `undecided`: ids of records that two people changed; `withdrawn`: software that lies here
    and shall not be installed any more; `owed`: why something that was erased still lies in copies here.
    """

    server: str
    outbox: Sequence[OutboxItem]
    syncs: Sequence[Contact]
    collections: Sequence[CollectionView]
    hubs: Sequence[KnownHub]
    downloads: Sequence[DownloadView]
    limits: Limits
    used: int
    held: Sequence[HeldView]
    undecided: frozenset[str]
    vouched: Sequence[Vouched] = ()
    withdrawn: Sequence[SoftwareFile] = ()
    owed: HubDeskError | None = None


def read(desk: Desk) -> SyncNews:
    """Read it from the desk; syncs are the newest first."""
    return SyncNews(
        server=desk.status().server or "",
        outbox=desk.outbox(),
        syncs=desk.syncs()[:PAST],
        collections=sorted(desk.collections(), key=lambda collection: collection.name),
        hubs=known_hubs(desk),
        downloads=desk.downloads.all(),
        limits=desk.limits.now(),
        used=desk.limits.month(),
        held=desk.held.all(),
        undecided=frozenset(clash.id for clash in desk.clashes.all()),
        vouched=desk.trust.all_vouched(),
        withdrawn=desk.software.withdrawn_here(),
        owed=desk.erasing.problem if desk.erasing.owed() else None,
    )
