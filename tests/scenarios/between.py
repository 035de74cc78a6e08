"""What stands between a desk and its hub: passes everything on, unless it is told to lie, to babble or to be silent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import urllib3

from hubdesk.catalogue import facts
from hubdesk.catalogue.database import FILE, open_database
from hubdesk.state.head import SignedHead
from hubdesk.sync.wire import BLOBS, EXCHANGE, Down, pack, unpack

Bytes = Callable[[bytes], bytes]


class Between(ThreadingHTTPServer):
    """`change` rewrites the hub's answers to exchanges (packed Down -> bytes); `speak` answers instead of the hub, on
    the bare socket. `ranges` are those that were asked for. Of files, `change_file(path, content)` rewrites answers,
    `cut_file(path, first byte)` says after how many bytes the line is cut, and `fetched` are (path, bytes), and paths that end in
    `unknown` are unknown, as to a hub of an older version."""

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
        self.change_file: Callable[[str, bytes], bytes] | None = None
        self.cut_file: Callable[[str, int], int | None] | None = None
        self.fetched: list[tuple[str, int]] = []
        self.unknown = ""
        self.lines = urllib3.PoolManager(retries=False)
        self.hung_up = threading.Event()

    heads: Callable[[str], SignedHead] | None = None
    """Gives the hub's newest head of a collection."""

    def handle_error(self, request: object, client_address: object) -> None:
        """A desk that had heard enough hangs up; that is for nobody to read."""

    @contextmanager
    def lying(self, change: Callable[[Down], Down]) -> Iterator[None]:
        """Within the block the hub's answers to exchanges arrive changed."""
        with self.rewriting(lambda packed: pack(change(self._whole(unpack(packed, Down))))):
            yield

    def _whole(self, down: Down) -> Down:
        """Tell heads whole, as to a desk that names nothing, so that they can be lied about."""
        answers = [
            item
            if item.short is None or self.heads is None
            else msgspec.structs.replace(item, head=self.heads(item.collection), short=None)
            for item in down.collections
        ]
        return msgspec.structs.replace(down, collections=answers)

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

    def take_over(self, profile: Path) -> None:
        """Let a desk that is closed find its hub here."""
        database = open_database(profile / FILE)
        with database.write() as connection:
            facts.put_text(connection, facts.SERVER_URL, self.url)
        database.close()


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
        if self.server.unknown and self.path.endswith(self.server.unknown):
            self.path = "/v1/nothing"
        answer = self.server.lines.request(
            self.command, self.server.target + self.path, body=body, headers=kept, decode_content=False
        )
        content = answer.data
        if self.server.change is not None and self.path == EXCHANGE and answer.status == 200:
            content = self.server.change(content)
        cut = None
        if self.path.startswith(BLOBS) and self.command == "GET":
            if self.server.change_file is not None:
                content = self.server.change_file(self.path, content)
            self.server.fetched.append((self.path, len(content)))
            if self.server.cut_file is not None:
                cut = self.server.cut_file(self.path, _first_of(self.headers.get("range", "")))
        try:
            self._answer(answer, content, cut)
        except OSError:
            self.close_connection = True  # the desk had heard enough

    def _answer(self, answer: urllib3.BaseHTTPResponse, content: bytes, cut: int | None) -> None:
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("content-length", "connection"):
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:cut])
        if cut is not None and cut < len(content):
            self.close_connection = True


def _first_of(asked: str) -> int:
    return int(asked.removeprefix("bytes=").partition("-")[0] or 0)


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
