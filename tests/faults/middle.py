"""What stands on the wire between a desk and its hub and does to each exchange what the wire, or somebody on it, may do.

Invariant: it alters no bytes; it loses, cuts, repeats and keeps them back.
"""

from __future__ import annotations

import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

Deed = Callable[["Middle", socket.socket, bytes], None]
"""What is done with one request: to the desk's connection, given the request whole."""


class Middle:
    """A plain HTTP server of one line at a time. `deeds` are done to the next requests, one each; then all pass."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._target = (str(parts.hostname), parts.port or 80)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.deeds: deque[Deed] = deque()
        self.answers: list[bytes] = []
        """Every answer of the hub, head and body."""
        self.requests: list[bytes] = []
        self._faults: list[Exception] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._over.is_set():
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(0.05)
            try:
                with connection:
                    self._serve(connection)
            except ConnectionError:
                continue  # the desk had heard enough
            except Exception as error:  # noqa: BLE001 - said by `close`, in the test's own thread
                self._faults.append(error)

    def _serve(self, connection: socket.socket) -> None:
        while (request := read_message(connection, self._over)) is not None:
            self.requests.append(request)
            deed = self.deeds.popleft() if self.deeds else passes
            deed(self, connection, request)

    def ask(self, request: bytes) -> bytes:
        """Give a request to the hub; return its answer, whole."""
        with socket.create_connection(self._target, 10) as far:
            far.sendall(request)
            answer = read_message(far, self._over)
        assert answer is not None
        self.answers.append(answer)
        return answer

    def close(self) -> None:
        self._over.set()
        with suppress(OSError), socket.create_connection(self._listener.getsockname(), 1):
            self._thread.join(10)
        self._listener.close()
        assert not self._thread.is_alive()
        assert not self._faults, self._faults


@contextmanager
def standing_in_the_middle(target: str) -> Iterator[Middle]:
    middle = Middle(target)
    try:
        yield middle
    finally:
        middle.close()


def read_message(connection: socket.socket, over: threading.Event) -> bytes | None:
    """Return one HTTP message with its body, None where the other side is done."""
    heard = b""
    while True:
        head, found, body = heard.partition(b"\r\n\r\n")
        if found and len(body) >= length_of(head):
            return heard
        try:
            piece = connection.recv(65_536)
        except TimeoutError:
            if over.is_set():
                return None
            continue
        if not piece:
            return None
        heard += piece


def length_of(head: bytes) -> int:
    return int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)


# Deeds


def passes(middle: Middle, connection: socket.socket, request: bytes) -> None:
    connection.sendall(middle.ask(request))


def loses_the_request(_middle: Middle, connection: socket.socket, _request: bytes) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def loses_the_answer(middle: Middle, connection: socket.socket, request: bytes) -> None:
    """The hub took it; the desk never hears."""
    middle.ask(request)
    connection.shutdown(socket.SHUT_RDWR)


def cuts_the_answer(share: float) -> Deed:
    """That part of the answer arrives (0 to below 1), then the line is cut."""

    def deed(middle: Middle, connection: socket.socket, request: bytes) -> None:
        answer = middle.ask(request)
        connection.sendall(answer[: int(share * len(answer))])
        connection.shutdown(socket.SHUT_RDWR)

    return deed


def cuts_the_request(share: float) -> Deed:
    """The hub gets that part of the request (0 to below 1), then its line is cut, and the desk's too."""

    def deed(middle: Middle, connection: socket.socket, request: bytes) -> None:
        with socket.create_connection(middle._target, 10) as far:
            far.sendall(request[: int(share * len(request))])
            far.shutdown(socket.SHUT_WR)
            with suppress(OSError):
                far.recv(65_536)
        connection.shutdown(socket.SHUT_RDWR)

    return deed


def gives_twice(middle: Middle, connection: socket.socket, request: bytes) -> None:
    """The hub gets the request twice; the desk hears the first answer, or both."""
    first = middle.ask(request)
    second = middle.ask(request)
    connection.sendall(first)
    with suppress(OSError):
        connection.sendall(second)


def repeats_the_answer(middle: Middle, connection: socket.socket, request: bytes) -> None:
    answer = middle.ask(request)
    connection.sendall(answer + answer)


def gives_an_old_answer(middle: Middle, connection: socket.socket, request: bytes) -> None:
    """The hub hears nothing; the desk gets an answer to something it asked before."""
    old = middle.answers or [middle.ask(request)]
    connection.sendall(old[len(old) // 2])


def gives_an_old_answer_after(middle: Middle, connection: socket.socket, request: bytes) -> None:
    """The hub took it; the desk gets an answer to something it asked before."""
    before = list(middle.answers)
    answer = middle.ask(request)
    connection.sendall(before[-1] if before else answer)


def keeps_the_request_back(middle: Middle, connection: socket.socket, request: bytes) -> None:
    """The desk is cut, and the hub gets the request after the one that follows: out of order."""

    def then_the_old_one(middle: Middle, connection: socket.socket, later: bytes) -> None:
        connection.sendall(middle.ask(later))
        middle.ask(request)

    middle.deeds.appendleft(then_the_old_one)
    connection.shutdown(socket.SHUT_RDWR)


DEEDS: tuple[Deed, ...] = (
    loses_the_request,
    loses_the_answer,
    gives_twice,
    repeats_the_answer,
    gives_an_old_answer,
    gives_an_old_answer_after,
    keeps_the_request_back,
)
