"""A relay's own key, and its address with the key's hash in it.

Invariant: the key vouches for nothing but that a desk speaks with the relay that it means.
"""

from __future__ import annotations

import os
import socket
import ssl
from pathlib import Path

from hubdesk.catalogue.blobs import disk_errors
from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.server.tls import tls_context
from hubdesk.sync.relay_address import RelayAddress
from hubdesk.trust.keys import SigningKey

_FILE = "relay.key"
PORT = 8471


class Identity:
    """The key in `folder`, made when it is missing. Raises StorageFailure."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        keys = folder / "keys"
        with disk_errors(keys):
            keys.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._key = _kept(keys / _FILE)
        self.hash = digest(self._key.public)

    def context(self) -> ssl.SSLContext:
        """Return the relay's side of TLS."""
        return tls_context(self._folder, self._key)

    def address(self, host: str, port: int, *, secure: bool) -> RelayAddress:
        """Return what desks reach a relay by that listens at `host` and `port`."""
        shown = own_address() if host in ("0.0.0.0", "::", "") else host  # noqa: S104 - it is asked for, not set
        return RelayAddress(shown, port, self.hash if secure else None)


def _kept(path: Path) -> SigningKey:
    if path.is_file() and path.stat().st_size == 32:
        return SigningKey(path.read_bytes())
    key = SigningKey.generate()
    fresh = path.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return key


def own_address() -> str:
    """Return the address by which others in the house reach this computer, as the system would send from it; nothing
    is sent for this (192.0.2.0/24 is nobody's, RFC 5737)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
            return str(asking.getsockname()[0])
        except OSError:
            return socket.gethostname()


def read_listen(text: str) -> tuple[str, int]:
    """Read ADDRESS:PORT, [IPV6]:PORT, ADDRESS or :PORT. Raises BadInput("relay-listen")."""
    host, colon, port = text.rpartition(":")
    if not colon or text.endswith("]"):
        host, port = text, str(PORT)
    host = host.removeprefix("[").removesuffix("]")
    if not (port.isascii() and port.isdigit() and int(port) < 65_536):
        raise BadInput("relay-listen", value=text)
    return host or "0.0.0.0", int(port)  # noqa: S104 - a relay is for the house
