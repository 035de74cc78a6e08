"""The way to the hub through a relay: a connection that begins with CONNECT and is the hub's own from then on.

Invariant: what is said inside is under TLS to the hub's pinned key, or does not leave this computer; where a relay
lets nothing through, the direct way is taken.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_der_x509_certificate

from hubdesk.model.identity import digest
from hubdesk.sync.line import Terms, connect
from hubdesk.sync.relay_address import THE_HUB, RelayAddress

CONNECT_SECONDS = 5.0
"""On a local network."""
HUB_SECONDS = 35.0
"""How long a relay may take to reach the hub."""
DOUBT_SECONDS = 600.0
"""How long the direct way is taken after a tunnel failed."""
_HEAD = 4_096
_REQUEST = f"CONNECT {THE_HUB} HTTP/1.1\r\nhost: {THE_HUB}\r\n\r\n".encode("ascii")


class Road:
    """How the lines of one desk reach its hub. `relay()` says through which relay, None for directly."""

    def __init__(
        self, relay: Callable[[], RelayAddress | None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._relay = relay
        self._clock = clock
        self._doubted: tuple[RelayAddress | None, float] = (None, 0.0)
        self._last: RelayAddress | None = None

    def connect(self, host: str, port: int, terms: Terms, *, secure: bool) -> socket.socket:
        """Return a connected socket: through the relay where there is one that does it, else directly.

        Raises as line.connect does.
        """
        relay = self._relay()
        self._last = None
        if relay is not None and self.is_usable(relay) and (secure or relay.key_hash is None):
            try:
                reached = through(relay)
            except (OSError, ValueError):
                self.doubt(relay)
            else:
                self._last = relay
                return reached
        return connect(host, port, terms)

    def is_usable(self, relay: RelayAddress) -> bool:
        """Tell whether a relay did not fail lately."""
        doubted, until = self._doubted
        return doubted != relay or self._clock() >= until

    def doubt(self, relay: RelayAddress) -> None:
        """Leave a relay aside for a while."""
        self._doubted = relay, self._clock() + DOUBT_SECONDS

    def failed(self) -> bool:
        """The line that was opened last failed: tell whether it led through a relay, which is left aside then."""
        relay, self._last = self._last, None
        if relay is not None:
            self.doubt(relay)
        return relay is not None


def through(relay: RelayAddress) -> socket.socket:
    """Return a socket on which the hub answers. Raises OSError, ValueError where the relay is another or refuses."""
    reached = socket.create_connection((relay.host, relay.port), CONNECT_SECONDS)
    try:
        reached.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if relay.key_hash is not None:
            reached = _secured(reached, relay.key_hash)
        reached.settimeout(HUB_SECONDS)
        reached.sendall(_REQUEST)
        _check_answer(reached)
    except BaseException:
        reached.close()
        raise
    return reached


def _secured(plain: socket.socket, key_hash: bytes) -> ssl.SSLSocket:
    """Put TLS to the relay's own key around everything. Raises OSError, ValueError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # the key is compared instead
    secured = context.wrap_socket(plain)
    try:
        public = load_der_x509_certificate(secured.getpeercert(binary_form=True) or b"").public_key()
        if digest(public.public_bytes(Encoding.Raw, PublicFormat.Raw)) != key_hash:
            raise ValueError("another relay")
    except BaseException:
        secured.close()
        raise
    return secured


def _check_answer(reached: socket.socket) -> None:
    """Read the head of the answer, byte by byte so that nothing of the hub's is taken with it."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = reached.recv(1)
        if not byte or len(head) > _HEAD:
            raise ConnectionError("no tunnel")
        head += byte
    parts = head.split(b" ", 2)
    if len(parts) < 2 or parts[1] != b"200":
        raise ConnectionError("no tunnel")
