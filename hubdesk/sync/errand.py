"""What a desk leaves with a relay, and what waits for it there, while the hub cannot be reached.

Invariant: only what anybody may carry is left, signed and for public collections; what the relay says of it changes
nothing here, so that it is brought to the hub by every other road as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from hubdesk.errors import HubDeskError, StorageFailure, Untrusted
from hubdesk.sync.carrier import Carrier
from hubdesk.sync.incoming import Fault
from hubdesk.sync.parcels import BATCH, OUTCOMES, CarriedOutcomes
from hubdesk.sync.relay_link import RelayLink
from hubdesk.sync.wire import Down, Parcel, Up, unpack

_ROOM = 2_000_000
_MOST_OTHERS = 1_000


class Errand:
    """One visit of the desk `desk` (id) at the relay at the end of `link`."""

    def __init__(self, link: RelayLink, carrier: Carrier, desk: str) -> None:
        self._link = link
        self._carrier = carrier
        self._desk = desk
        self.left = 0
        """Batches that the relay took to carry on, as it says."""
        self.faults: list[Fault] = []

    def run(self) -> None:
        """Leave what waits and take what is for this desk. Raises StorageFailure."""
        try:
            for parcels in _portions(self._batches()):
                down = self._link.exchange(Up(carried=parcels, others=0))
                self.left += len({said.sha256 for said in down.carried if not said.code})
                self._take(down)
        except StorageFailure:
            raise
        except HubDeskError as error:
            self._note(error)

    def _batches(self) -> list[Parcel]:
        found = self._carrier.outgoing(sealed=False)
        return [Parcel(item.kind, item.content) for item in found if item.kind == BATCH and not item.members]

    def _take(self, down: Down) -> None:
        """Take outcomes that are for this desk: they are signed by a coordinator, and sealed."""
        for parcel in list(down.others.values())[:_MOST_OTHERS]:
            if parcel.kind == OUTCOMES and unpack(parcel.content, CarriedOutcomes).desk == self._desk:
                try:
                    self._carrier.take(parcel.kind, parcel.content)
                except Untrusted as error:
                    self._note(error)

    def _note(self, error: HubDeskError) -> None:
        self.faults.append(Fault(str(self._link.address), error.code, error.data))


def _portions(parcels: list[Parcel]) -> Iterator[list[Parcel]]:
    """Yield what fits into one exchange each; once in any case, for what waits there."""
    some: list[Parcel] = []
    size = 0
    for parcel in parcels:
        if some and size + len(parcel.content) > _ROOM:
            yield some
            some, size = [], 0
        some.append(parcel)
        size += len(parcel.content)
    yield some
