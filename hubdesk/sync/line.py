"""One TCP connection to a server, plain or under TLS: throttled, counted, given up only when nothing moves.

Invariant: under TLS nothing is sent before the other end has shown the expected key, in a resumed session too;
certificates' dates and names are not consulted, so that a wrong clock locks nobody out.
"""

from __future__ import annotations

import io
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hubdesk.errors import HubDeskError, Unreachable
from hubdesk.model.identity import digest
from hubdesk.sync.meter import Meter, Purse
from hubdesk.sync.pace import Pace
from hubdesk.sync.throttle import Throttle

CONNECT_SECONDS = 30.0
IDLE_SECONDS = 30.0
"""What stands between two ends may forget a line that was silent for longer."""
_SLICE = 0.2
_PIECE = 16 * 1024
_MOST_LEFT = 512
"""Pieces that are counted when a line is closed: more than any buffer holds, and no end to an endless stream."""
_RECORD = 4 * 1024
"""Bytes in one TLS record: of what is cut in the middle of one, nothing arrived."""
_UNSENT = 32 * 1024
T = TypeVar("T")


class Stalled(OSError):
    """Nothing moved for `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__("stalled")
        self.seconds = round(seconds)


class NoAnswer(OSError):
    """Nobody took the call."""


class WrongKey(Exception):
    """The other end has another key than the invite named, or speaks no TLS that counts."""


class Terms(NamedTuple):
    """What one use of a line is bound to."""

    stop: threading.Event
    meter: Meter
    purse: Purse
    throttle: Throttle
    pace: Pace

    def pause(self, seconds: float) -> None:
        """Wait; raises Unreachable("stopped")."""
        if self.stop.wait(seconds):
            raise Unreachable("stopped")


class Line:
    """An open connection, used by one thread at a time under the `terms` of the moment.

    Raises Stalled, Unreachable("stopped"), OSError.
    """

    def __init__(self, connected: socket.socket, terms: Terms) -> None:
        self.terms = terms
        self.heard = False
        """Whether anything came since the last request began."""
        self._socket = connected
        self._unanswered = 0
        self._used_at = time.monotonic()
        self._doubted = False
        self._narrowed = False
        connected.settimeout(_SLICE)
        self._fit_buffers()

    def begin(self, terms: Terms) -> None:
        """Use the line under other terms."""
        self.terms = terms
        self._doubted = time.monotonic() - self._used_at > IDLE_SECONDS
        self._fit_buffers()

    def speak(self, message: bytes) -> None:
        """Send a request, head and body in one."""
        self.heard = False
        self.terms.meter.requests += 1
        view = memoryview(message)
        for start in range(0, len(view), _PIECE):
            piece = view[start : start + _PIECE]
            self._send(piece)
            self.terms.meter.bytes_up += len(piece)

    def receive(self, size: int) -> bytes:
        """Return some bytes, at most `size`; nothing where the other end is done."""
        data = self._receive(size)
        self.heard = self.heard or bool(data)
        self.terms.meter.bytes_down += len(data)
        self._used_at = time.monotonic()
        return data

    def makefile(self, _mode: str = "rb") -> io.BufferedReader:
        """Return what http.client reads an answer from; closing it leaves the line open."""
        return io.BufferedReader(_Reader(self), _PIECE)

    def is_alive(self) -> bool:
        """Tell whether an idle line is still open and nothing stands on it that nobody asked for."""
        self._socket.setblocking(False)
        try:
            return self._is_quiet()
        except (BlockingIOError, ssl.SSLWantReadError):
            return True
        except OSError:
            return False
        finally:
            with suppress(OSError):
                self._socket.settimeout(_SLICE)

    def close(self) -> None:
        """Close it at once. What has come and nobody will read went over the link all the same, and counts."""
        with suppress(OSError, HubDeskError):
            self._socket.setblocking(False)
            for _ in range(_MOST_LEFT):
                if not (left := self._socket.recv(_PIECE)):
                    break
                self._count_down(left)
        self._socket.close()

    def session(self) -> ssl.SSLSession | None:
        """Return what a later line to the same key may resume."""
        return None

    def _is_quiet(self) -> bool:
        self._socket.recv(1)
        return False

    def _send(self, data: memoryview) -> None:
        self._send_raw(data)

    def _receive(self, size: int) -> bytes:
        return self._receive_raw(size)

    def _send_raw(self, data: memoryview) -> None:
        terms = self.terms
        while data:
            piece = data[: terms.throttle.allowed(len(data), terms.pause)]
            sent = self._patiently(partial(self._socket.send, piece), min(self._unanswered, _UNSENT))
            self._unanswered += sent
            terms.throttle.spend(sent)
            terms.meter.wire_up += sent
            terms.purse.spend(sent, 0)
            data = data[sent:]

    def _receive_raw(self, size: int) -> bytes:
        terms = self.terms
        allowed = terms.throttle.allowed(size, terms.pause)
        data = self._patiently(lambda: self._socket.recv(allowed), self._unanswered)
        self._unanswered = 0
        self._doubted = False
        self._count_down(data)
        return data

    def _count_down(self, data: bytes) -> None:
        self.terms.throttle.spend(len(data))
        self.terms.meter.wire_down += len(data)
        self.terms.purse.spend(0, len(data))

    def _patiently(self, act: Callable[[], T], waiting: int) -> T:
        """Return what the socket does, waiting as long as silence is allowed; a stop is heard meanwhile."""
        began = time.monotonic()
        while True:
            if self.terms.stop.is_set():
                raise Unreachable("stopped")
            try:
                return act()
            except TimeoutError:
                allowed = self.terms.pace.silence(waiting, doubted=self._doubted)
                if time.monotonic() - began > allowed:
                    raise Stalled(allowed) from None

    def _fit_buffers(self) -> None:
        """Let the kernel take in little ahead of a throttle: else the link would be full before the desk reads."""
        rate = self.terms.throttle.rate()
        if rate or self._narrowed:
            window = min(max(2 * rate, 4_096), 262_144) if rate else 1_048_576
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
            self._narrowed = True


class SecureLine(Line):
    """A line under TLS 1.3 to the holder of one key; `resumed` where an earlier session was taken up.

    Raises WrongKey besides.
    """

    def __init__(
        self,
        connected: socket.socket,
        terms: Terms,
        context: ssl.SSLContext,
        host: str,
        key_hash: bytes,
        session: ssl.SSLSession | None,
    ) -> None:
        super().__init__(connected, terms)
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        try:
            self._tls = context.wrap_bio(
                self._incoming, self._outgoing, server_hostname=host, session=session
            )
            self._drive(self._tls.do_handshake)
        except (ssl.SSLError, ValueError) as error:
            raise WrongKey(str(error)[:200]) from error
        if _key_hash(self._tls.getpeercert(binary_form=True)) != key_hash:
            raise WrongKey
        self.resumed = bool(self._tls.session_reused)

    def session(self) -> ssl.SSLSession | None:
        """Return what a later line to the same key may resume."""
        session = self._tls.session
        return session if session is not None and session.has_ticket else None

    def _is_quiet(self) -> bool:
        with suppress(BlockingIOError):
            while data := self._socket.recv(_PIECE):
                self._incoming.write(data)  # tickets may come late, and a farewell
                self._count_down(data)
            return False
        self._tls.read(1)  # raises that it wants more where nothing was said
        return False

    def _send(self, data: memoryview) -> None:
        for start in range(0, len(data), _RECORD):
            self._drive(partial(self._tls.write, data[start : start + _RECORD]))

    def _receive(self, size: int) -> bytes:
        try:
            return self._drive(lambda: self._tls.read(size))
        except ssl.SSLZeroReturnError:
            return b""

    def _drive(self, act: Callable[[], T]) -> T:
        """Do something under TLS, moving bytes between it and the socket as it needs them."""
        while True:
            try:
                result = act()
            except ssl.SSLWantReadError:
                self._flush()
                data = self._receive_raw(4 * _PIECE)
                if not data:
                    raise ConnectionResetError from None  # without a farewell: cut, by whomever
                self._incoming.write(data)
                continue
            self._flush()
            return result

    def _flush(self) -> None:
        if self._outgoing.pending:
            self._send_raw(memoryview(self._outgoing.read()))


class _Reader(io.RawIOBase):
    """A line as a raw stream."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read what is there."""
        data = self._line.receive(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _key_hash(certificate: bytes | None) -> bytes:
    """Return the SHA-256 of a certificate's raw public key."""
    try:
        found = x509.load_der_x509_certificate(certificate or b"").public_key()
        return digest(found.public_bytes(Encoding.Raw, PublicFormat.Raw))
    except ValueError as error:
        raise WrongKey(str(error)[:200]) from error


def connect(host: str, port: int, terms: Terms) -> socket.socket:
    """Return a connected socket; raises Unreachable("stopped"), NoAnswer when no address answers in time."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoAnswer(str(error)) from error
    failure: OSError | None = None
    for family, kind, protocol, _, address in found:
        opened = socket.socket(family, kind, protocol)
        try:
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if hasattr(socket, "TCP_NOTSENT_LOWAT"):  # what is sent is on its way, not in a buffer here
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, _UNSENT)
            _reach(opened, address, terms)
            return opened
        except OSError as error:
            opened.close()
            failure = error
        except BaseException:
            opened.close()
            raise
    raise NoAnswer(str(failure)) from failure


def _reach(opened: socket.socket, address: object, terms: Terms) -> None:
    opened.setblocking(False)
    with suppress(BlockingIOError):
        opened.connect(address)  # type: ignore[arg-type]
    began = time.monotonic()
    with selectors.DefaultSelector() as selector:
        selector.register(opened, selectors.EVENT_WRITE)
        while not selector.select(_SLICE):
            terms.pause(0)
            if time.monotonic() - began > CONNECT_SECONDS:
                raise TimeoutError
    if code := opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        raise OSError(code, "not connected")
