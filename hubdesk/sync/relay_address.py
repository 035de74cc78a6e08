"""Where a relay is and how it is recognised: `https://HOST:PORT#SHA256`, or plain http on this computer.

Invariant: without the hash of its key no relay on another computer is spoken to.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from hubdesk.errors import BadInput
from hubdesk.model.identity import is_hash
from hubdesk.sync.transport import is_this_computer

PORT = 8471
THE_HUB = "hub.hubdesk.invalid:443"
"""What a desk asks a relay to be connected with: its hub, whatever that is called there (RFC 2606: no such place)."""


class RelayAddress(NamedTuple):
    """A host and port, and the SHA-256 of the relay's Ed25519 key (32 bytes); None for plain http."""

    host: str
    port: int
    key_hash: bytes | None

    @property
    def base(self) -> str:
        """The URL without the key's hash."""
        return f"{'http' if self.key_hash is None else 'https'}://{authority(self.host, self.port)}"

    def __str__(self) -> str:
        return self.base if self.key_hash is None else f"{self.base}#{self.key_hash.hex()}"


def authority(host: str, port: int) -> str:
    """Return HOST:PORT as it stands in a URL."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def read_address(text: str) -> RelayAddress:
    """Read an address as a person typed or pasted it. Raises BadInput("relay-address", reason): "form", "key" (its hash
    is missing or cut), "plain" (http to another computer)."""
    try:
        parts = urlsplit("".join(text.split()))
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadInput("relay-address", value=text, reason="form") from error
    if not host or parts.scheme not in ("http", "https") or parts.path.strip("/") or parts.query:
        raise BadInput("relay-address", value=text, reason="form")
    if parts.scheme == "http":
        if not is_this_computer(host):
            raise BadInput("relay-address", value=text, reason="plain")
        return RelayAddress(host, port or PORT, None)
    if not is_hash(parts.fragment.lower()):
        raise BadInput("relay-address", value=text, reason="key")
    return RelayAddress(host, port or PORT, bytes.fromhex(parts.fragment.lower()))
