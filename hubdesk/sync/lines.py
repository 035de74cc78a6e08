"""What a desk keeps of its line from one use to the next: the open connection, its TLS session, and how fast it was.

Invariant: one idle line is kept at most; it, and a session, serve the same address and key only.
"""

from __future__ import annotations

import ssl
import threading
from typing import TYPE_CHECKING, NamedTuple

from hubdesk.sync.line import Line, SecureLine, Stalled, Terms, WrongKey, connect
from hubdesk.sync.meter import FullPurse, Meter, Purse
from hubdesk.sync.pace import Pace
from hubdesk.sync.throttle import Throttle

if TYPE_CHECKING:
    from hubdesk.sync.tunnel import Road


class Place(NamedTuple):
    """Where a line leads: with `key_hash` (SHA-256 of the server's Ed25519 key) under TLS, without it plainly."""

    host: str
    port: int
    key_hash: bytes | None


class Lines:
    """The lines of one desk, under its throttle and purse, over its `road`; used by any thread."""

    def __init__(
        self,
        throttle: Throttle | None = None,
        purse: Purse | None = None,
        pace: Pace | None = None,
        road: Road | None = None,
    ) -> None:
        self.pace = pace or Pace()
        self.token = (b"", "")
        """What a server (by its key) gave this desk to fetch and bring large things with."""
        self._throttle = throttle or Throttle()
        self._purse = purse or FullPurse()
        self._road = road
        self._lock = threading.Lock()
        self._context: ssl.SSLContext | None = None
        self._idle: tuple[Place, Line] | None = None
        self._session: tuple[Place, ssl.SSLSession] | None = None
        self._closed = False

    def terms(self, stop: threading.Event, meter: Meter) -> Terms:
        """Return what a use of a line is bound to."""
        return Terms(stop, meter, self._purse, self._throttle, self.pace)

    def take(self, place: Place, terms: Terms) -> Line | None:
        """Return the kept line, if it leads there and is still open."""
        with self._lock:
            kept, self._idle = self._idle, None
        if kept is None:
            return None
        there, line = kept
        if there != place or not line.is_alive():
            line.close()
            return None
        line.begin(terms)
        return line

    def open(self, place: Place, terms: Terms) -> Line:
        """Return a new line; raises WrongKey, Stalled, Unreachable("stopped"), OSError."""
        try:
            return self._opened(place, terms)
        except (WrongKey, Stalled):
            if not self.failed():
                raise
            return self._opened(place, terms)  # it led through a relay, and not to the hub

    def failed(self) -> bool:
        """The line that was opened last is of no use: tell whether the next takes another road."""
        return self._road is not None and self._road.failed()

    def _opened(self, place: Place, terms: Terms) -> Line:
        if self._road is None:
            connected = connect(place.host, place.port, terms)
        else:
            secure = place.key_hash is not None
            connected = self._road.connect(place.host, place.port, terms, secure=secure)
        try:
            if place.key_hash is None:
                return Line(connected, terms)
            with self._lock:
                context = self._context = self._context or _context()
                session = self._session[1] if self._session and self._session[0] == place else None
            return SecureLine(connected, terms, context, place.host, place.key_hash, session)
        except BaseException:
            connected.close()
            raise

    def give(self, place: Place, line: Line) -> None:
        """Keep a line that is of further use."""
        session = line.session()
        with self._lock:
            if session is not None:
                self._session = (place, session)
            if self._idle is None and not self._closed:
                self._idle = (place, line)
                return
        line.close()

    def drop(self) -> None:
        """Close the idle line: the next leads where it should by now."""
        with self._lock:
            kept, self._idle = self._idle, None
        if kept is not None:
            kept[1].close()

    def close(self) -> None:
        """Close the idle line and keep none from now on."""
        with self._lock:
            self._closed = True
        self.drop()


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.set_ecdh_curve("X25519")
    context.verify_mode = ssl.CERT_NONE  # the key is checked instead, in SecureLine
    return context
