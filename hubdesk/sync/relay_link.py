"""A desk's line to a relay: exchanges that nobody signs, and blobs for anybody.

Invariant: nothing here costs a person's allowance, and nothing a relay does holds a desk up without bound: it may be
silent, slow, endless or always nearly done, and is left.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from math import inf
from typing import TypeVar

from hubdesk.errors import NotFound, ServerAnswer, Unreachable
from hubdesk.sync.lines import Lines
from hubdesk.sync.patience import Patience
from hubdesk.sync.relay_address import RelayAddress
from hubdesk.sync.source import Bytes
from hubdesk.sync.transport import Meter, Transport
from hubdesk.sync.wire import BLOBS, CHUNKS, EXCHANGE, Down, Request, Up, pack, unpack

FETCHING = "relay-fetching"
QUIET_SECONDS = 60.0
"""How long a relay may fetch without getting on."""
NEWS_SECONDS = 900.0
"""How long a relay may fetch news: 7 MB at 64 kbit/s."""
FILL_SECONDS = 4 * 3_600.0
"""And what a desk that holds nothing needs: 17 MB at 9.6 kbit/s."""
LEAST_FETCH = 300
"""Bytes a second that a relay must say to get on by, on average, once QUIET_SECONDS have passed."""
LEAST_SPEED = 2_000
"""Bytes a second on a local network, once HASTE_SECONDS have passed."""
HASTE_SECONDS = 30.0
_AGAIN_SECONDS = 1.0
_TOKEN = "none"  # a relay asks for none
_TRIES = 2
T = TypeVar("T")
Told = Callable[[int, int], None]
"""Hears (bytes done, bytes in all or 0) of what a relay fetches."""


class Haste:
    """The purse of a line to a relay: it costs nothing, and what trickles is left. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._moved = 0

    def may_go(self) -> None:
        """A request begins."""
        self._began, self._moved = self._clock(), 0

    def spend(self, up: int, down: int) -> None:
        """Take note of bytes. Raises Unreachable("relay-slow")."""
        self._moved += up + down
        seconds = self._clock() - self._began
        if seconds > HASTE_SECONDS and self._moved < seconds * LEAST_SPEED:
            raise Unreachable("relay-slow")


class RelayLink:
    """One use of a line to a relay, by one thread. Raises Unreachable, ServerAnswer, BadInput("not-a-message")."""

    def __init__(
        self, address: RelayAddress, stop: threading.Event | None = None, told: Told | None = None
    ) -> None:
        self.address = address
        self._stop = stop or threading.Event()
        self._lines = Lines(purse=Haste())
        self._transport = Transport(address.base, address.key_hash or b"", self._stop, self._lines)
        self._told = told
        self.patience = Patience(self._stop, tries=_TRIES)

    @property
    def meter(self) -> Meter:
        """What went over this line so far."""
        return self._transport.meter

    def close(self) -> None:
        """Close the line."""
        self._lines.close()

    def exchange(self, up: Up) -> Down:
        """Ask for what is public; wait while the relay fetches it."""
        body = pack(Request(b"", 0, b"", pack(up)))
        longest = FILL_SECONDS if any(not cursor.version for cursor in up.cursors) else NEWS_SECONDS
        return unpack(self._waited(lambda: self._transport.post(EXCHANGE, body), longest), Down)

    def get(self, path: str, first: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes of something public from byte `first` on; wait while the relay fetches it."""

        def begun() -> tuple[bytes, Iterator[bytes]]:
            pieces = self._transport.get(path, _TOKEN, first, end)
            return next(pieces, b""), pieces

        piece, rest = self._waited(begun, FILL_SECONDS if end is None else inf)
        yield piece
        yield from rest

    def put(self, path: str, piece: bytes, first: int, size: int) -> bytes:  # noqa: ARG002
        """Bring nothing: a relay takes no files. Raises NotFound."""
        raise NotFound("no-such-thing")

    def _waited(self, ask: Callable[[], T], longest: float) -> T:
        began = moved = time.monotonic()
        last = (-1, -1)
        while True:
            try:
                return ask()
            except ServerAnswer as error:
                if error.code != FETCHING:
                    raise
                far = _number(error.data.get("done")), _number(error.data.get("total"))
            now = time.monotonic()
            last, moved = (far, now) if far != last else (last, moved)
            is_slow = far[0] < (now - began - QUIET_SECONDS) * LEAST_FETCH
            if now - moved > QUIET_SECONDS or is_slow or now - began > longest:
                raise Unreachable("relay-slow")
            if self._told is not None:
                self._told(*far)
            if self._stop.wait(_AGAIN_SECONDS):
                raise Unreachable("stopped")


class RelaySource:
    """A relay as a source of files that public records name."""

    def __init__(self, link: RelayLink) -> None:
        self.name = str(link.address)
        self._link = link

    def read(self, sha256: bytes, first: int, end: int) -> Bytes:
        """See Source."""
        return self._known(self._link.get(BLOBS + sha256.hex(), first, end))

    def chunks(self, sha256: bytes, first: int) -> Bytes:
        """See Source."""
        return self._known(self._link.get(BLOBS + sha256.hex() + CHUNKS, first))

    def _known(self, pieces: Iterator[bytes]) -> Bytes:
        """Whatever a relay cannot do, the hub may."""
        try:
            yield from pieces
        except (ServerAnswer, Unreachable) as error:
            if error.code == "stopped":
                raise
            raise NotFound("not-at-source", said=error.code) from error


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 2**62 else 0
