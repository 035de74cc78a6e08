"""A relay makes itself known in the house: `_hubdesk._tcp` by multicast DNS (RFC 6762, 6763).

Invariant: what is announced is what anybody in the house may know: the Centre's root, the relay's key and its place.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from hubdesk.sync.discovery import SERVICE
from hubdesk.sync.relay_address import RelayAddress

if TYPE_CHECKING:
    from zeroconf import Zeroconf

_MOST_NAME = 60


class Announcement:
    """Stands until it is withdrawn. A network on which nothing can be announced is none to complain of."""

    def __init__(self, address: RelayAddress, root: bytes) -> None:
        from zeroconf import Error, ServiceInfo, Zeroconf  # only where somebody announces

        self._zeroconf: Zeroconf | None = None
        name = socket.gethostname().partition(".")[0][:_MOST_NAME] or "relay"
        text = {"v": "1", "root": root.hex(), "key": (address.key_hash or b"").hex()}
        try:
            made = Zeroconf()
            info = ServiceInfo(
                SERVICE,
                f"{name}-{address.port}.{SERVICE}",
                port=address.port,
                properties=text,
                server=f"{name}.local.",
                addresses=[socket.inet_aton(address.host)],
            )
            made.register_service(info, allow_name_change=True)
            self._zeroconf = made
        except (OSError, Error):
            self._zeroconf = None

    @property
    def stands(self) -> bool:
        """Whether the house can know."""
        return self._zeroconf is not None

    def withdraw(self) -> None:
        """Say that the relay is gone."""
        if self._zeroconf is not None:
            self._zeroconf.close()
            self._zeroconf = None
