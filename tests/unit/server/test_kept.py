"""What a hub does for lines that are kept: answers in one packet, and a bound to those that lie idle."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest

from hubdesk.server import serve
from hubdesk.server.kept import RECORD, Corked, Idle
from tests.unit.server.driver import RunningHub, running_hub

ASK = b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n"


@pytest.fixture
def small(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningHub]:
    """A hub that keeps two idle lines."""
    monkeypatch.setattr(serve, "MOST_IDLE", 2)
    with running_hub(folder) as hub:
        yield hub


def line_to(hub: RunningHub) -> socket.socket:
    address = urlsplit(hub.url)
    return socket.create_connection((address.hostname, address.port), 10)


def test_head_and_body_of_an_answer_come_in_one_packet(small: RunningHub) -> None:
    with line_to(small) as line:
        line.sendall(ASK)
        packet = line.recv(65_536)
    head, _, body = packet.partition(b"\r\n\r\n")
    assert b"content-length: %d" % len(body) in head
    assert body


class Written:
    """A transport that writes down what is written to it."""

    def __init__(self, *, secure: bool) -> None:
        self.pieces: list[bytes] = []
        self.closed = False
        self._secure = secure

    def get_extra_info(self, name: str) -> object:
        return object() if self._secure and name == "sslcontext" else None

    def write(self, data: bytes) -> None:
        assert not self.closed
        self.pieces.append(data)

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("secure", [False, True])
def test_what_is_written_leaves_whole_in_order_and_before_the_end(*, secure: bool) -> None:
    said = [bytes([number]) * size for number, size in enumerate([100, 1, 9_000, 70_000, 5])]
    written = Written(secure=secure)

    async def speak() -> None:
        corked = Corked(cast("asyncio.Transport", written), asyncio.get_running_loop())
        for each in said[:2]:
            corked.write(each)
        assert written.pieces == []
        await asyncio.sleep(0)
        assert written.pieces == [said[0] + said[1]]
        for each in said[2:]:
            corked.write(each)
        corked.close()

    asyncio.run(speak())
    assert b"".join(written.pieces) == b"".join(said)
    assert written.closed
    if secure:
        assert max(map(len, written.pieces)) == RECORD


def test_the_line_that_is_idle_longest_makes_room(small: RunningHub) -> None:
    with ExitStack() as stack:
        lines = [stack.enter_context(line_to(small)) for _ in range(3)]
        for line in lines:
            line.sendall(ASK)
            assert line.recv(65_536).startswith(b"HTTP/1.1 200")
        assert lines[0].recv(1) == b""
        for line in lines[1:]:
            line.sendall(ASK)
            assert line.recv(65_536).startswith(b"HTTP/1.1 200")


def test_a_line_that_is_used_again_counts_as_fresh() -> None:
    closed: list[str] = []
    idle = Idle(2)
    for name in ("first", "second", "first", "third"):
        idle.add(name, lambda name=name: closed.append(name))  # type: ignore[misc]
    assert closed == ["second"]
    idle.drop("first")
    idle.drop("first")
    idle.add("fourth", lambda: closed.append("fourth"))
    assert closed == ["second"]
    assert len(idle) == 2
