"""The way to the hub through a relay that leads nowhere, or elsewhere: the desk takes its own."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.server.centre import create_centre
from tests.scenarios.test_relay import a_desk
from tests.unit.server.driver import RunningHub, running_hub

Speak = Callable[[socket.socket], None]


@contextmanager
def door(speak: Speak) -> Iterator[str]:
    """Something that answers on a port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            with line, suppress(OSError):
                line.settimeout(5)
                speak(line)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def hangs_up(_line: socket.socket) -> None:
    pass


def refuses(line: socket.socket) -> None:
    line.recv(4_096)
    line.sendall(b"HTTP/1.1 403 no\r\ncontent-length: 0\r\n\r\n")


def is_something_else(line: socket.socket) -> None:
    line.recv(4_096)
    line.sendall(b"220 mail.example.org ESMTP\r\n\r\n")


def never_ends_its_head(line: socket.socket) -> None:
    while True:
        line.sendall(b"x" * 4_096)


def opens_and_hangs_up(line: socket.socket) -> None:
    line.recv(4_096)
    line.sendall(b"HTTP/1.1 200 ok\r\n\r\n")
    line.recv(4_096)


def opens_and_babbles(line: socket.socket) -> None:
    line.recv(4_096)
    line.sendall(b"HTTP/1.1 200 ok\r\n\r\n" + b"\x16\x03" * 300)
    line.recv(4_096)


@pytest.fixture
def secure_hub(new_centre: Path, tmp_path: Path) -> Iterator[RunningHub]:
    shutil.copytree(new_centre, tmp_path / "secure")
    with running_hub(tmp_path / "secure", tls=True) as running:
        yield running


def test_whatever_a_relay_does_with_its_tunnel_the_hub_is_reached(
    secure_hub: RunningHub, tmp_path: Path
) -> None:
    ways = [hangs_up, refuses, is_something_else, never_ends_its_head, opens_and_hangs_up, opens_and_babbles]
    for number, speak in enumerate(ways):
        called: list[Speak] = []

        def noted(line: socket.socket, speak: Speak = speak, called: list[Speak] = called) -> None:
            called.append(speak)
            speak(line)

        # A join asks no relay for news: its first line leads through the door.
        with door(noted) as relay, a_desk(tmp_path / f"desk-{number}", secure_hub, "reader", relay) as desk:
            assert called == [speak]
            report = desk.sync()
            assert report.requests >= 1, speak
            assert report.relay is not None
            assert (report.relay.code != "", report.relay.hub) == (True, ""), speak


def test_a_tunnel_to_another_hub_is_noticed_before_anything_is_said(
    secure_hub: RunningHub, tmp_path: Path
) -> None:
    """The key at its end is not the hub's: nothing is sent, and the direct way is taken."""
    heard: list[bytes] = []
    create_centre(tmp_path / "another", datetime.now(UTC))
    with running_hub(tmp_path / "another", tls=True) as other:
        port = int(other.url.rpartition(":")[2])

        def leads_elsewhere(line: socket.socket) -> None:
            assert line.recv(4_096).startswith(b"CONNECT")
            line.sendall(b"HTTP/1.1 200 ok\r\n\r\n")
            with socket.create_connection(("127.0.0.1", port)) as there:
                hello = line.recv(4_096)
                there.sendall(hello)
                line.sendall(there.recv(65_536))
                heard.append(line.recv(4_096))

        with door(leads_elsewhere) as relay, a_desk(tmp_path / "desk", secure_hub, "reader", relay) as desk:
            desk.relays.use(None)
            assert desk.sync().requests == 1
    assert [len(said) < 100 for said in heard] == [True]  # the end of a handshake, and no request
    assert not (other.folder / "log" / "requests.log").read_text(encoding="utf-8")
