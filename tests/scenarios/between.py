"""What stands between a desk and its hub: passes everything on, unless it is told to lie, to babble or to be silent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import urllib3

from hubdesk.sync.wire import BLOBS, EXCHANGE, Down, pack, unpack

Bytes = Callable[[bytes], bytes]


class Between(ThreadingHTTPServer):
    """`change` rewrites the hub's answers to exchanges (packed Down -> bytes); `speak` answers instead of the hub, on
    the bare socket. `ranges` are those that were asked for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, target: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.target = target
        self.change: Bytes | None = None
        self.speak: Callable[[socket.socket], None] | None = None
        self.speak_files: Callable[[socket.socket], None] | None = None
        self.ranges: list[str] = []
        self.lines = urllib3.PoolManager(retries=False)
        self.hung_up = threading.Event()

    @contextmanager
    def lying(self, change: Callable[[Down], Down]) -> Iterator[None]:
        """Within the block the hub's answers to exchanges arrive changed."""
        with self.rewriting(lambda packed: pack(change(unpack(packed, Down)))):
            yield

    @contextmanager
    def rewriting(self, change: Bytes) -> Iterator[None]:
        """Within the block the bytes of the hub's answers to exchanges arrive changed."""
        self.change = change
        try:
            yield
        finally:
            self.change = None

    @contextmanager
    def speaking(self, speak: Callable[[socket.socket], None]) -> Iterator[None]:
        """Within the block something else than the hub answers."""
        self.speak = speak
        try:
            yield
        finally:
            self.speak = None

    @contextmanager
    def speaking_for_files(self, speak: Callable[[socket.socket], None]) -> Iterator[None]:
        """Within the block something else than the hub answers for files; exchanges pass."""
        self.speak_files = speak
        try:
            yield
        finally:
            self.speak_files = None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Between

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's own name
        pass

    def do_GET(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def do_PUT(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.ranges.append(self.headers.get("range", ""))
        speak = self.server.speak or (self.server.speak_files if self.path.startswith(BLOBS) else None)
        if speak is not None:
            self.close_connection = True
            try:
                speak(self.connection)
            except OSError:
                self.server.hung_up.set()  # the desk had heard enough
            return
        kept = {
            name: value
            for name, value in self.headers.items()
            if name.lower() not in ("host", "content-length")
        }
        answer = self.server.lines.request(
            self.command, self.server.target + self.path, body=body, headers=kept, decode_content=False
        )
        content = answer.data
        if self.server.change is not None and self.path == EXCHANGE and answer.status == 200:
            content = self.server.change(content)
        try:
            self._answer(answer, content)
        except OSError:
            self.close_connection = True  # the desk had heard enough

    def _answer(self, answer: urllib3.BaseHTTPResponse, content: bytes) -> None:
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("content-length", "connection"):
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def standing_between(target: str) -> Iterator[Between]:
    """Stand between desks and the hub at `target`."""
    between = Between(target)
    thread = threading.Thread(target=between.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield between
    finally:
        between.shutdown()
        thread.join(10)
        between.server_close()
        between.lines.clear()
