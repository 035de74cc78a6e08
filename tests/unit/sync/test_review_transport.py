"""A line stays of use after an answer that was left half-read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hubdesk.sync.transport import Transport


class _Large(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "4000000")
        self.end_headers()
        with suppress(OSError):  # the other side had enough
            self.wfile.write(bytes(4_000_000))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Large)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_line_is_of_use_after_an_answer_that_was_left_half_read(url: str) -> None:
    line = Transport(url, bytes(32))
    pieces = line.get("/", "token")
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    read: list[int] = []
    again = threading.Thread(target=lambda: read.append(len(b"".join(line.get("/", "token")))), daemon=True)
    again.start()
    again.join(5)
    assert read == [4_000_000]
    line.close()
