"""A tunnel leads to the hub alone, whoever asks for what."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from hubdesk.relay.tunnel import Hub, Tunnels
from hubdesk.server.request_log import RequestLog
from hubdesk.server.serve import Serving
from hubdesk.sync.relay_address import THE_HUB, RelayAddress
from hubdesk.sync.tunnel import through


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("a relay")(scope, receive, send)


def no_tls() -> ssl.SSLContext:
    raise AssertionError


@contextmanager
def echoing() -> Iterator[int]:
    """A hub that says everything again."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=again, args=(line,)).start()

    def again(line: socket.socket) -> None:
        with line:
            while data := line.recv(65_536):
                line.sendall(data)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


class Door:
    """A relay's door to `hub`; `log` is what it wrote down."""

    def __init__(self, hub: Hub | None, folder: Path) -> None:
        self._log = RequestLog(folder / "log", quiet=True)
        self._file = folder / "log" / "requests.log"
        up = threading.Event()
        self._serving = Serving(
            hello, no_tls, lambda _url: up.set(), protocol=Tunnels(lambda: hub, self._log).protocol
        )
        self.address = RelayAddress("127.0.0.1", self._serving.port, None)
        self._thread = threading.Thread(target=self._serving.run)
        self._thread.start()
        assert up.wait(10)

    def ask(self, text: str) -> bytes:
        """Say something on a new connection and return all that comes back."""
        with socket.create_connection(("127.0.0.1", self.address.port), 10) as line:
            line.sendall(text.encode("latin-1"))
            said = b""
            while data := line.recv(4_096):
                said += data
        return said

    def close(self) -> str:
        self._serving.stop()
        self._thread.join(10)
        self._log.close()
        return self._file.read_text(encoding="utf-8")


def test_what_goes_in_comes_out_at_the_hub_and_back(tmp_path: Path) -> None:
    with echoing() as port:
        door = Door(Hub("127.0.0.1", port), tmp_path)
        line = through(door.address)
        line.settimeout(10)
        said = bytes(range(256)) * 4_000
        sending = threading.Thread(target=line.sendall, args=(said,))
        sending.start()
        heard = b""
        while len(heard) < len(said):
            heard += line.recv(65_536)
        sending.join()
        line.close()
        assert heard == said
        log = door.close()
    assert f"CONNECT hub 200 up={len(said)} down={len(said)}" in log


@pytest.mark.parametrize(
    "target",
    ["127.0.0.1:22", "example.org:443", "hub.hubdesk.invalid:80", "", "http://127.0.0.1/", "[::1]:443"],
)
def test_no_other_place_is_reached(tmp_path: Path, target: str) -> None:
    with echoing() as port:
        door = Door(Hub("127.0.0.1", port), tmp_path)
        said = door.ask(f"CONNECT {target} HTTP/1.1\r\nhost: x\r\n\r\n")
        assert said.startswith(b"HTTP/1.1 403 tunnel-elsewhere")
        door.close()


@pytest.mark.parametrize("target", [THE_HUB, THE_HUB.upper(), None])
def test_the_hub_is_reached_by_either_name(tmp_path: Path, target: str | None) -> None:
    with echoing() as port:
        door = Door(Hub("127.0.0.1", port), tmp_path)
        named = target or f"127.0.0.1:{port}"
        with socket.create_connection(("127.0.0.1", door.address.port), 10) as line:
            for byte in f"CONNECT {named} HTTP/1.1\r\n\r\n":  # as slowly as it likes
                line.sendall(byte.encode())
            assert line.recv(100).startswith(b"HTTP/1.1 200 ")
        door.close()


def test_a_hub_that_is_away_is_said(tmp_path: Path) -> None:
    door = Door(Hub("127.0.0.1", 1), tmp_path)
    assert door.ask(f"CONNECT {THE_HUB} HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 502 no-answer")
    with pytest.raises(ConnectionError):
        through(door.address)
    door.close()


def test_other_requests_are_answered_as_ever(tmp_path: Path) -> None:
    door = Door(None, tmp_path)
    for word in ("GET", "COPY"):  # one that begins like CONNECT
        said = door.ask(f"{word} / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        assert b"a relay" in said
    door.close()


def test_an_endless_head_is_cut(tmp_path: Path) -> None:
    door = Door(None, tmp_path)
    try:
        said = door.ask("CONNECT " + "x" * 100_000)
    except ConnectionError:
        said = b""  # it hung up while more came
    assert said == b""
    door.close()


def test_one_address_has_so_many_tunnels_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hubdesk.relay.tunnel.MOST_OF_ADDRESS", 2)
    with echoing() as port:
        door = Door(Hub("127.0.0.1", port), tmp_path)
        lines = [through(door.address) for _ in range(2)]
        assert door.ask(f"CONNECT {THE_HUB} HTTP/1.1\r\n\r\n").startswith(b"HTTP/1.1 503 busy")
        for line in lines:
            line.close()
        door.close()
