"""Bytes over HTTP to one server: pinned to its key, counted in both directions, given up only when nothing moves.

Invariant: over https nothing is sent before the server has shown the key that the invite named; certificates' dates
and names are not consulted, so that a wrong clock locks nobody out. Plain http goes to this computer alone.
"""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import urllib3
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from urllib3.util import SKIP_HEADER, Timeout

from hubdesk.errors import BadInput, HubDeskError, ServerAnswer, Unreachable
from hubdesk.model.identity import digest
from hubdesk.sync.wire import BODY_LIMIT, MEDIA_TYPE, Failure, unpack

CONNECT_SECONDS = 30.0
STALL_SECONDS = 90.0
_PIECE = 64 * 1024
_ANSWER_LIMIT = 4 * BODY_LIMIT
_BARE = {"accept-encoding": SKIP_HEADER, "user-agent": SKIP_HEADER}


class Meter:
    """Requests made, and bytes of HTTP in both directions: request lines, headers and bodies, without TLS."""

    def __init__(self) -> None:
        self.requests = 0
        self.bytes_up = 0
        self.bytes_down = 0


class _WrongServer(Exception):
    """The other end has another key than the invite named."""


class _PinnedConnection(urllib3.connection.HTTPSConnection):
    """A TLS line that is closed at once when the other end has not the expected key."""

    expected = b""

    def connect(self) -> None:
        super().connect()
        assert isinstance(self.sock, ssl.SSLSocket)
        certificate = self.sock.getpeercert(binary_form=True)
        found = x509.load_der_x509_certificate(certificate or b"").public_key()
        if digest(found.public_bytes(Encoding.Raw, PublicFormat.Raw)) != self.expected:
            self.close()
            raise _WrongServer
        self.is_verified = True  # by its key; urllib3 would warn of a line that no authority vouches for


def _pinned(key_hash: bytes) -> type[_PinnedConnection]:
    return type("PinnedConnection", (_PinnedConnection,), {"expected": key_hash})


def is_this_computer(host: str) -> bool:
    """Tell whether a host name or address is the loopback, where plain http may go."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Transport:
    """A kept line to the server at `url`; `key_hash` is the SHA-256 of its Ed25519 public key (32 bytes).

    Raises BadInput("url-not-usable") for anything but https, or http to this computer.
    """

    def __init__(self, url: str, key_hash: bytes, stop: threading.Event | None = None) -> None:
        parts = urlsplit(url)
        if not parts.hostname or parts.scheme not in ("http", "https"):
            raise BadInput("url-not-usable", url=url)
        self.url = url.rstrip("/")
        self.meter = Meter()
        self._stop = stop or threading.Event()
        self._path = parts.path.rstrip("/")
        timeout = Timeout(connect=CONNECT_SECONDS, read=STALL_SECONDS)
        options: dict[str, Any] = {"timeout": timeout, "retries": False, "maxsize": 1, "block": True}
        pool: urllib3.HTTPConnectionPool
        if parts.scheme == "https":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.minimum_version = ssl.TLSVersion.TLSv1_3
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE  # the key is checked instead, in _PinnedConnection
            pool = urllib3.HTTPSConnectionPool(
                parts.hostname, parts.port or 443, ssl_context=context, **options
            )
            pool.ConnectionCls = _pinned(key_hash)
        elif is_this_computer(parts.hostname):
            pool = urllib3.HTTPConnectionPool(parts.hostname, parts.port or 80, **options)
        else:
            raise BadInput("url-not-usable", url=url)
        self._pool = pool

    def close(self) -> None:
        """Close the line."""
        self._pool.close()

    def post(self, path: str, body: bytes) -> bytes:
        """Send a message and return the answer; raises Unreachable, ServerAnswer(its code)."""
        with self._answer("POST", path, {"content-type": MEDIA_TYPE}, body) as answer:
            return b"".join(self._pieces(answer, _ANSWER_LIMIT))

    def get(self, path: str, token: str, first: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes of a blob from byte `first` on, up to before `end`; raises Unreachable, ServerAnswer."""
        headers = {"authorization": f"Bearer {token}"}
        if first or end is not None:
            headers["range"] = f"bytes={first}-" if end is None else f"bytes={first}-{end - 1}"
        with self._answer("GET", path, headers) as answer:
            if "range" in headers and answer.status != 206:
                raise ServerAnswer("nonsense", reason="range ignored")
            yield from self._pieces(answer, None)

    def put(self, path: str, token: str, body: bytes, first: int, size: int) -> None:
        """Send bytes `first` to `first + len(body)` of a blob of `size` bytes; raises Unreachable, ServerAnswer."""
        place = f"bytes {first}-{max(first + len(body) - 1, 0)}/{size}"
        headers = {"authorization": f"Bearer {token}", "content-range": place}
        with self._answer("PUT", path, headers, body) as answer:
            b"".join(self._pieces(answer, _ANSWER_LIMIT))

    @contextmanager
    def _answer(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Iterator[urllib3.BaseHTTPResponse]:
        if self._stop.is_set():
            raise Unreachable("stopped")
        self.meter.requests += 1
        sent = dict(headers)
        self.meter.bytes_up += _size(f"{method} {self._path}{path} HTTP/1.1", sent, self._host()) + len(
            body or b""
        )
        try:
            answer = self._pool.urlopen(
                method, self._path + path, body=body, headers={**_BARE, **headers}, preload_content=False
            )
        except (_WrongServer, urllib3.exceptions.HTTPError, OSError, http.client.HTTPException) as error:
            raise _reason(error, self.url) from error
        try:
            self.meter.bytes_down += _size(f"HTTP/1.1 {answer.status} {answer.reason}", answer.headers)
            if answer.status >= 400:
                raise _failure(answer.status, b"".join(self._pieces(answer, _PIECE)), answer.headers)
            yield answer
            answer.release_conn()
        except (urllib3.exceptions.HTTPError, OSError, http.client.HTTPException) as error:
            _drop(answer)
            raise _reason(error, self.url) from error
        except BaseException:
            _drop(answer)  # half-read
            raise

    def _host(self) -> str:
        return f"{self._pool.host}:{self._pool.port}"

    def _pieces(self, answer: urllib3.BaseHTTPResponse, limit: int | None) -> Iterable[bytes]:
        received = 0
        while piece := answer.read1(_PIECE):
            received += len(piece)
            self.meter.bytes_down += len(piece)
            if limit is not None and received > limit:
                raise ServerAnswer("nonsense", reason="endless answer")
            if self._stop.is_set():
                raise Unreachable("stopped")
            yield piece


def _drop(answer: urllib3.BaseHTTPResponse) -> None:
    """Close a line that is of no more use and give its place back: the pool has one, and waits for it for ever."""
    answer.close()
    answer.release_conn()


def _size(line: str, headers: Mapping[str, str], host: str = "") -> int:
    """Return the bytes of a head: first line, headers and the empty line; `host` for a request's own headers."""
    fixed = len("host: \r\ncontent-length: 00000\r\n") + len(host) if host else 0
    return len(line) + 4 + fixed + sum(len(name) + len(value) + 4 for name, value in headers.items())


def _reason(error: Exception, url: str) -> HubDeskError:
    if isinstance(error, HubDeskError):
        return error
    if isinstance(error, _WrongServer):
        return Unreachable("wrong-server", url=url)
    if isinstance(error, urllib3.exceptions.SSLError | ValueError):
        return Unreachable("wrong-server", url=url, reason=str(error)[:200])
    refused = (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError)
    if isinstance(error, refused):
        return Unreachable("no-answer", url=url)
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return Unreachable("stalled", url=url, seconds=STALL_SECONDS)
    return Unreachable("cut", url=url)


def _failure(status: int, body: bytes, headers: Mapping[str, str]) -> ServerAnswer:
    """Return what a server said; anything that is not ours is nonsense, with the status."""
    try:
        failure = unpack(body, Failure)
    except BadInput:
        return ServerAnswer("nonsense", status=status)
    data = {"retry_after": headers["retry-after"]} if "retry-after" in headers else {}
    return ServerAnswer(failure.code, **{**failure.data, **data, "status": status})
