"""What a relay did for a sync."""

from __future__ import annotations

from msgspec import Struct


class RelayUse(Struct, frozen=True):
    """A relay that was asked: its address, the records it brought, bytes of the local network in both directions, the
    code of why it was left ("" where it was of use to the end), and the code of why the hub itself could not be reached
    ("" where it was). `left`: batches that it took to carry on to the hub, as it says; they wait here all the same."""

    address: str
    records: int
    bytes_up: int
    bytes_down: int
    seconds: float
    code: str = ""
    hub: str = ""
    left: int = 0
