"""The relays of a house: which this desk uses, and which can be heard.

Invariant: no relay is used before the person named it, or said yes once to those that are found; of these only one of
this desk's own Centre.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from msgspec import Struct

from hubdesk.catalogue import facts
from hubdesk.catalogue.database import Database
from hubdesk.errors import HubDeskError
from hubdesk.settings import Settings
from hubdesk.sync.discovery import Heard, listen
from hubdesk.sync.lines import Lines
from hubdesk.sync.relay_address import RelayAddress, read_address
from hubdesk.sync.relay_link import Haste
from hubdesk.sync.transport import Transport

AGAIN_SECONDS = 300.0
"""How long what was heard counts; also that nothing was."""
_HEALTH = "/health"
_MOST_HEALTH = 65_536
FOUND = "found"
"""As an address: whichever is found in the house."""


class RelayView(Struct, frozen=True):
    """A relay that can be heard: its name, its address, the root (hexadecimal) of its Centre, whether that is this
    desk's, and the seconds since it heard the hub (None: not since it started, or it did not answer)."""

    name: str
    url: str
    root: str
    is_ours: bool
    age: float | None


class Relays:
    """The choice of one desk. `hear()` listens for relays, `clock` counts seconds."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        hear: Callable[[], list[Heard]] = listen,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.database = database
        self._settings = settings
        self._hear = hear
        self._clock = clock
        self._now: RelayAddress | None = None
        self._heard: tuple[float, RelayAddress | None] | None = None
        self._left: dict[RelayAddress, float] = {}

    def found(self) -> list[RelayView]:
        """Listen for some seconds and return the relays of the house."""
        root = self._root()
        return [
            RelayView(heard.name, str(heard.address), heard.root, heard.root == root, age_of(heard.address))
            for heard in self._hear()
        ]

    def use(self, url: str | None) -> None:
        """Use the relay at `url` from now on, FOUND for whichever is found, None for none. Raises
        BadInput("relay-address")."""
        chosen = url or ""
        if url and url != FOUND:
            chosen = str(read_address(url))
        self._settings.save(relay=chosen)
        self._now = self._heard = None

    def use_now(self, url: str) -> None:
        """Use the relay at `url` while this desk is open, without remembering it. Raises BadInput("relay-address")."""
        self._now = read_address(url)

    def current(self) -> str | None:
        """Return what the person chose: an address, FOUND, or None."""
        return str(self._now) if self._now is not None else str(self._settings["relay"] or "") or None

    def address(self) -> RelayAddress | None:
        """Return the relay to be used now, None for none; where it may be any, one of this Centre is listened for."""
        address = self._chosen()
        return None if address is None or self._left.get(address, 0.0) > self._clock() else address

    def leave(self, address: RelayAddress, seconds: float) -> None:
        """Use a relay no more for a while: it lied, or is of no use."""
        self._left[address] = self._clock() + seconds

    def _chosen(self) -> RelayAddress | None:
        if self._now is not None:
            return self._now
        chosen = str(self._settings["relay"] or "")
        if chosen == FOUND:
            return self._nearest()
        try:
            return read_address(chosen) if chosen else None
        except HubDeskError:
            return None  # somebody edited the file

    def _nearest(self) -> RelayAddress | None:
        root = self._root()
        if self._heard is None or self._heard[0] < self._clock():
            ours = [heard.address for heard in self._hear() if root and heard.root == root]
            ours = [one for one in ours if self._left.get(one, 0.0) <= self._clock()]
            self._heard = self._clock() + AGAIN_SECONDS, ours[0] if ours else None
        return self._heard[1]

    def _root(self) -> str:
        with self.database.read() as connection:
            return (facts.get(connection, facts.ROOT_HASH) or b"").hex()


def age_of(address: RelayAddress) -> float | None:
    """Ask a relay how many seconds ago it heard the hub; None where it does not say."""
    lines = Lines(purse=Haste())
    transport = Transport(address.base, address.key_hash or b"", None, lines)
    try:
        answer = b""
        for piece in transport.get(_HEALTH, "none"):
            answer += piece
            if len(answer) > _MOST_HEALTH:
                return None
        age = json.loads(answer).get("age")
    except (HubDeskError, ValueError, AttributeError, RecursionError):
        return None
    finally:
        lines.close()
    return (
        float(age) if isinstance(age, int | float) and not isinstance(age, bool) and 0 <= age < 1e9 else None
    )
