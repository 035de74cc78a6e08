"""Relays that make themselves known in the house (multicast DNS, RFC 6762 and 6763).

Invariant: what is heard is a claim of whoever sent it; only its form is checked here, and nothing is asked of anybody
before a person said yes once.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

from msgspec import Struct

from hubdesk.model.identity import is_hash
from hubdesk.sync.relay_address import RelayAddress

SERVICE = "_hubdesk._tcp.local."
LISTEN_SECONDS = 2.0
_MOST = 50


class Heard(Struct, frozen=True):
    """A relay that announces itself: its name, address and the root (hexadecimal) of its Centre."""

    name: str
    address: RelayAddress
    root: str


def listen(seconds: float = LISTEN_SECONDS) -> list[Heard]:
    """Return the relays that are heard within some seconds, by name; none where the network does not let one listen."""
    from zeroconf import Error, ServiceBrowser, ServiceStateChange, Zeroconf  # only where somebody looks

    names: list[str] = []

    def noticed(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:  # noqa: ARG001
        if state_change is ServiceStateChange.Added and len(names) < _MOST:
            names.append(name)

    found: list[Heard] = []
    try:
        with Zeroconf() as zeroconf:
            browser = ServiceBrowser(zeroconf, SERVICE, handlers=[noticed])
            threading.Event().wait(seconds)
            browser.cancel()
            for name in list(names):
                info = zeroconf.get_service_info(SERVICE, name, timeout=500)
                if info is not None:
                    text = {key.decode("ascii", "replace"): value for key, value in info.properties.items()}
                    found += _heard(name, info.parsed_addresses(), info.port or 0, text)
    except (OSError, Error):
        return []
    return sorted(found, key=lambda heard: heard.name)


def _heard(name: str, addresses: list[str], port: int, text: dict[str, bytes | None]) -> Iterator[Heard]:
    root, key = (_hexadecimal(text.get(field)) for field in ("root", "key"))
    if addresses and 0 < port < 65_536 and root and key:
        shown = name.removesuffix("." + SERVICE)[:80]
        yield Heard(shown, RelayAddress(addresses[0], port, bytes.fromhex(key)), root)


def _hexadecimal(value: bytes | None) -> str:
    text = (value or b"").decode("ascii", "replace")
    return text if is_hash(text) else ""
