"""HTTP to one server: requests that may all be sent twice, over the line that the desk keeps.

Invariant: over https nothing is sent before the server has shown the key that the invite named (line.py). Plain http
goes to this computer alone.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from hubdesk.errors import BadInput, ServerAnswer, Unreachable
from hubdesk.sync.line import Line, NoAnswer, Stalled, WrongKey
from hubdesk.sync.lines import Lines, Place
from hubdesk.sync.meter import Meter as Meter
from hubdesk.sync.meter import Purse as Purse
from hubdesk.sync.wire import BODY_LIMIT, MEDIA_TYPE, Failure, unpack

_PIECE = 64 * 1024
_ANSWER_LIMIT = 4 * BODY_LIMIT


def is_this_computer(host: str) -> bool:
    """Tell whether a host name or address is the loopback, where plain http may go."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Transport:
    """What is asked of the server at `url`; `key_hash` is the SHA-256 of its Ed25519 public key (32 bytes).

    `lines` is what the desk keeps between uses. Raises BadInput("url-not-usable") for anything but https, or http to
    this computer.
    """

    def __init__(
        self, url: str, key_hash: bytes, stop: threading.Event | None = None, lines: Lines | None = None
    ) -> None:
        self.url = url.rstrip("/")
        self.meter = Meter()
        self._place, self._host, self._path = _place(url, key_hash)
        self._keeps = lines is not None
        self._lines = lines or Lines()
        self._terms = self._lines.terms(stop or threading.Event(), self.meter)

    def close(self) -> None:
        """Close the line, unless the desk keeps it."""
        if not self._keeps:
            self._lines.close()

    def post(self, path: str, body: bytes) -> bytes:
        """Send a message and return the answer; raises Unreachable, ServerAnswer(its code)."""
        with self._answer("POST", path, {"content-type": MEDIA_TYPE}, body) as answer:
            return b"".join(self._pieces(answer, _ANSWER_LIMIT))

    def get(self, path: str, token: str, first: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes of a blob from byte `first` on, up to but without byte `end`; raises Unreachable,
        ServerAnswer."""
        headers = {"authorization": f"Bearer {token}"}
        is_part = bool(first) or end is not None
        if is_part:
            headers["range"] = f"bytes={first}-{'' if end is None else end - 1}"
        with self._answer("GET", path, headers) as answer:
            if is_part and answer.status != 206:
                raise ServerAnswer("nonsense", reason="range ignored")
            yield from self._pieces(answer, None)

    def put(self, path: str, token: str, body: bytes, first: int, size: int) -> bytes:
        """Send bytes `first` to `first + len(body)` of a blob of `size` bytes; return the packed answer. Raises
        Unreachable, ServerAnswer."""
        place = f"bytes {first}-{max(first + len(body) - 1, 0)}/{size}"
        headers = {"authorization": f"Bearer {token}", "content-range": place}
        with self._answer("PUT", path, headers, body) as answer:
            return b"".join(self._pieces(answer, _ANSWER_LIMIT))

    @contextmanager
    def _answer(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> Iterator[http.client.HTTPResponse]:
        if self._terms.stop.is_set():
            raise Unreachable("stopped")
        self._terms.purse.may_go()
        message = self._head(method, path, headers, body) + (body or b"")
        line: Line | None = None
        try:
            line, answer = self._asked(method, message)
            if answer.status >= 400:
                raise _failure(
                    answer.status, b"".join(self._pieces(answer, _PIECE)), answer.getheader("retry-after")
                )
            yield answer
            if answer.length == 0 and not answer.will_close:
                self._lines.give(self._place, line)
                line = None
        except WrongKey as error:
            raise Unreachable("wrong-server", url=self.url, reason=str(error)) from error
        except NoAnswer as error:
            raise Unreachable("no-answer", url=self.url) from error
        except Stalled as error:
            self._lines.failed()
            raise Unreachable("stalled", url=self.url, seconds=error.seconds) from error
        except (OSError, http.client.HTTPException) as error:
            self._lines.failed()
            raise Unreachable("cut", url=self.url) from error
        finally:
            if line is not None:
                line.close()  # half-read, or of no more use

    def _asked(self, method: str, message: bytes) -> tuple[Line, http.client.HTTPResponse]:
        """Return the answer's head and its line. A kept line that says nothing was dropped meanwhile: it is replaced
        without a word, and whether the server heard the request does not matter, since any may be sent twice."""
        line = self._lines.take(self._place, self._terms)
        if line is not None:
            try:
                return line, self._begun(line, method, message)
            except (OSError, http.client.HTTPException):
                line.close()
                if line.heard:
                    raise
            except BaseException:
                line.close()
                raise
        line = self._lines.open(self._place, self._terms)
        try:
            return line, self._begun(line, method, message)
        except BaseException:
            line.close()
            raise

    def _begun(self, line: Line, method: str, message: bytes) -> http.client.HTTPResponse:
        began = time.monotonic()
        line.speak(message)
        answer = http.client.HTTPResponse(line, method=method)  # type: ignore[arg-type]
        answer.begin()
        if (
            answer.length is None and not answer.chunked
        ):  # a head that was cut looks like one that says no length
            raise http.client.IncompleteRead(b"")
        self._lines.pace.note_up(len(message), time.monotonic() - began)
        return answer

    def _head(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> bytes:
        fields = {"host": self._host, **headers}
        if body is not None:
            fields["content-length"] = str(len(body))
        named = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return f"{method} {self._path}{path} HTTP/1.1\r\n{named}\r\n".encode("latin-1")

    def _pieces(self, answer: http.client.HTTPResponse, limit: int | None) -> Iterator[bytes]:
        received, after_first, began = 0, 0, 0.0
        while piece := answer.read1(_PIECE):
            received += len(piece)
            after_first, began = (after_first + len(piece), began) if began else (0, time.monotonic())
            if limit is not None and received > limit:
                raise ServerAnswer("nonsense", reason="endless answer")
            if self._terms.stop.is_set():
                raise Unreachable("stopped")
            yield piece
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
        if began:
            self._lines.pace.note_down(after_first, time.monotonic() - began)


def _place(url: str, key_hash: bytes) -> tuple[Place, str, str]:
    """Return where a URL leads, its host as requests name it, and its path."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        named = parts.netloc.rpartition("@")[2].encode("idna").decode("ascii")
    except ValueError as error:
        raise BadInput("url-not-usable", url=url) from error
    path = quote(parts.path.rstrip("/"), safe="/%")
    if host and parts.scheme == "https":
        return Place(host, port or 443, key_hash), named, path
    if host and parts.scheme == "http" and is_this_computer(host):
        return Place(host, port or 80, None), named, path
    raise BadInput("url-not-usable", url=url)


def _failure(status: int, body: bytes, retry_after: str | None) -> ServerAnswer:
    """Return what a server said; anything that is not ours is nonsense, with the status."""
    data = {} if retry_after is None else {"retry_after": retry_after}
    try:
        failure = unpack(body, Failure)
    except BadInput:
        return ServerAnswer("nonsense", **data, status=status)
    return ServerAnswer(failure.code, **{**failure.data, **data, "status": status})
