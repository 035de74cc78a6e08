"""The line: kept, resumed, replaced without a word when it was dropped, pinned to a key, throttled, counted, stopped."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.errors import BadInput, ServerAnswer, Unreachable
from hubdesk.model.identity import digest
from hubdesk.server import serve
from hubdesk.server.centre import create_centre
from hubdesk.sync import line as line_module
from hubdesk.sync import pace
from hubdesk.sync.line import SecureLine
from hubdesk.sync.lines import Lines
from hubdesk.sync.throttle import Throttle
from hubdesk.sync.transport import Transport
from tests.unit.server.driver import RunningHub, running_hub

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("centre") / "hub"
    create_centre(folder, datetime.now(UTC))
    return folder


@pytest.fixture
def hub(centre: Path, tmp_path: Path) -> Iterator[RunningHub]:
    """A hub under TLS."""
    shutil.copytree(centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub", tls=True) as running:
        yield running


class Peer:
    """A server on loopback that does what it is told with each connection, one after the other."""

    def __init__(self, *speak: Callable[[socket.socket], None]) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.requests: list[bytes] = []
        self.over = threading.Event()
        self._thread = threading.Thread(target=self._run, args=speak)
        self._thread.start()

    def _run(self, *speak: Callable[[socket.socket], None]) -> None:
        for each in speak:
            connection, _ = self._listener.accept()
            with connection:
                connection.settimeout(10)
                each(connection)

    def hear(self, connection: socket.socket) -> bytes:
        """Read one request whole."""
        heard = b""
        while b"\r\n\r\n" not in heard:
            heard += connection.recv(65_536)
        head, _, body = heard.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0] or 0)
        while len(body) < length:
            body += connection.recv(65_536)
        self.requests.append(head + b"\r\n\r\n" + body)
        return body

    def answer(self, connection: socket.socket) -> None:
        self.hear(connection)
        connection.sendall(OK)

    def close(self) -> None:
        self.over.set()
        self._thread.join(10)
        self._listener.close()
        assert not self._thread.is_alive()


@pytest.fixture
def peer() -> Iterator[Callable[..., Peer]]:
    """`peer(first, second)`: what the first and the second connection meet, given the peer itself."""
    made: list[Peer] = []

    def make(*speak: Callable[[Peer, socket.socket], None]) -> Peer:
        def bound(each: Callable[[Peer, socket.socket], None]) -> Callable[[socket.socket], None]:
            return lambda connection: each(made[0], connection)

        made.append(Peer(*(bound(each) for each in speak)))
        return made[0]

    yield make
    for each in made:
        each.close()


def answers(peer: Peer, connection: socket.socket) -> None:
    peer.answer(connection)


def health(hub: RunningHub, lines: Lines, key: bytes | None = None) -> Transport:
    """Ask the hub for its health over the desk's line."""
    transport = Transport(hub.url, digest(hub.key) if key is None else key, lines=lines)
    assert b"".join(transport.get("/health", "token"))
    return transport


# Kept and resumed


def test_one_line_serves_request_after_request(hub: RunningHub) -> None:
    lines = Lines()
    first, second = health(hub, lines), health(hub, lines)
    assert first.meter.wire_up > first.meter.bytes_up + 300  # the handshake
    assert second.meter.wire_up < second.meter.bytes_up + 60
    assert second.meter.wire_down < second.meter.bytes_down + 60
    lines.close()


def test_a_new_line_takes_the_session_up_again(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = Lines()
    fresh = health(hub, lines)
    drop_idle(lines)
    resumed = health(hub, lines)
    kept = kept_line(lines)
    assert isinstance(kept, SecureLine)
    assert kept.resumed
    assert resumed.meter.wire_down < fresh.meter.wire_down - 200  # no certificate
    drop_idle(lines)
    health(hub, lines)
    kept = kept_line(lines)
    assert isinstance(kept, SecureLine)
    assert kept.resumed
    lines.close()


def test_a_resumed_session_is_held_to_the_key_as_well(hub: RunningHub) -> None:
    lines = Lines()
    health(hub, lines)
    drop_idle(lines)
    assert lines._session is not None
    place, session = lines._session
    elsewhere = place._replace(key_hash=bytes(32))
    lines._session = (elsewhere, session)  # as if a session had been mixed up
    with pytest.raises(Unreachable, match="wrong-server"):
        health(hub, lines, bytes(32))


def test_a_kept_line_serves_no_other_key(hub: RunningHub) -> None:
    lines = Lines()
    health(hub, lines)
    with pytest.raises(Unreachable, match="wrong-server"):
        health(hub, lines, bytes(32))


def test_nothing_but_the_handshake_reaches_a_wrong_server(hub: RunningHub) -> None:
    transport = Transport(hub.url, bytes(32))
    with pytest.raises(Unreachable, match="wrong-server"):
        transport.post("/v1/exchange", b"a secret")
    assert transport.meter.bytes_up == 0
    assert transport.meter.requests == 0


def test_a_server_that_was_started_anew_is_met_again(
    centre: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tickets are worth nothing any more, and the kept line is gone: neither is an error."""
    shutil.copytree(centre, tmp_path / "hub")
    lines = Lines()
    with running_hub(tmp_path / "hub", tls=True) as hub:
        health(hub, lines)
        port = int(hub.url.rpartition(":")[2])
    original = serve._listen
    monkeypatch.setattr(serve, "_listen", lambda host, _port: original(host, port))
    with running_hub(tmp_path / "hub", tls=True) as hub:
        assert health(hub, lines).meter.requests == 1
    lines.close()


def drop_idle(lines: Lines) -> None:
    kept_line(lines).close()
    lines._idle = None


def kept_line(lines: Lines) -> line_module.Line:
    assert lines._idle is not None
    return lines._idle[1]


# Dropped meanwhile


def test_a_kept_line_that_was_closed_meanwhile_is_replaced_before_it_is_used(
    peer: Callable[..., Peer],
) -> None:
    there = peer(answers, answers)
    transport = Transport(there.url, bytes(32))
    for _ in range(2):
        assert transport.post("/", b"x") == b"ok"
    transport.close()
    assert transport.meter.requests == 2


def test_a_kept_line_that_breaks_under_the_request_is_replaced_without_a_word(
    peer: Callable[..., Peer],
) -> None:
    def once(peer: Peer, connection: socket.socket) -> None:
        peer.answer(connection)
        peer.hear(connection)

    there = peer(once, answers)
    transport = Transport(there.url, bytes(32))
    assert transport.post("/", b"first") == b"ok"
    assert transport.post("/", b"second") == b"ok"
    transport.close()
    assert [request.rpartition(b"\r\n")[2] for request in there.requests] == [b"first", b"second", b"second"]


def test_a_kept_line_that_swallows_everything_is_doubted_after_seconds(
    peer: Callable[..., Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_module, "IDLE_SECONDS", 0.0)
    monkeypatch.setattr(pace, "DOUBT_SECONDS", 0.1)
    silent = threading.Event()

    def swallow(peer: Peer, connection: socket.socket) -> None:
        peer.answer(connection)
        peer.hear(connection)
        connection.recv(1)
        silent.set()

    there = peer(swallow, answers)
    transport = Transport(there.url, bytes(32))
    for _ in range(2):
        assert transport.post("/", b"x") == b"ok"
    transport.close()
    assert silent.wait(5)


def test_an_answer_that_breaks_in_the_middle_of_a_kept_line_is_a_cut(peer: Callable[..., Peer]) -> None:
    def half(peer: Peer, connection: socket.socket) -> None:
        peer.answer(connection)
        peer.hear(connection)
        connection.sendall(OK[:-1])

    transport = Transport(peer(half).url, bytes(32))
    transport.post("/", b"x")
    with pytest.raises(Unreachable, match="cut"):
        transport.post("/", b"x")
    transport.close()


# Silence, and stopping


def test_a_slow_line_is_not_given_up_while_it_moves(
    peer: Callable[..., Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "SILENCE_SECONDS", 0.5)

    def drip(peer: Peer, connection: socket.socket) -> None:
        peer.hear(connection)
        for byte in OK[:12]:
            connection.sendall(bytes([byte]))
            time.sleep(0.1)
        connection.sendall(OK[12:])

    began = time.monotonic()
    transport = Transport(peer(drip).url, bytes(32))
    assert transport.post("/", b"x") == b"ok"
    transport.close()
    assert time.monotonic() - began > 1


def test_a_large_body_that_drains_slowly_is_not_given_up(
    peer: Callable[..., Peer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The kernels in between took it all at once; the server reads on for longer than silence is allowed."""
    monkeypatch.setattr(pace, "SILENCE_SECONDS", 0.2)
    lines = Lines(pace=pace.Pace(up=200_000))

    def slowly(peer: Peer, connection: socket.socket) -> None:
        time.sleep(0.8)
        peer.answer(connection)

    transport = Transport(peer(slowly).url, bytes(32), lines=lines)
    assert transport.post("/", bytes(100_000)) == b"ok"
    lines.close()


def test_a_dead_line_is_noticed(peer: Callable[..., Peer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "SILENCE_SECONDS", 0.2)
    transport = Transport(peer(lambda peer, _: bool(peer.over.wait(10))).url, bytes(32))
    with pytest.raises(Unreachable, match="stalled") as given_up:
        transport.post("/", b"x")
    assert given_up.value.data["seconds"] == 0
    transport.close()


def test_who_stops_is_heard_in_the_middle_of_silence(peer: Callable[..., Peer]) -> None:
    stop = threading.Event()

    def then_stop(peer: Peer, connection: socket.socket) -> None:
        peer.hear(connection)
        stop.set()
        peer.over.wait(10)

    transport = Transport(peer(then_stop).url, bytes(32), stop)
    began = time.monotonic()
    with pytest.raises(Unreachable, match="stopped"):
        transport.post("/", b"x")
    transport.close()
    assert time.monotonic() - began < 5


# Counted and limited


class Paid:
    """A purse that writes down, and closes when it is told to."""

    def __init__(self) -> None:
        self.up = self.down = 0
        self.closed = False

    def may_go(self) -> None:
        if self.closed:
            raise Unreachable("cap-reached")

    def spend(self, up: int, down: int) -> None:
        self.up += up
        self.down += down


def test_a_request_is_counted_to_the_byte(peer: Callable[..., Peer]) -> None:
    there, purse = peer(answers), Paid()
    lines = Lines(purse=purse)
    transport = Transport(there.url, bytes(32), lines=lines)
    transport.post("/v1/exchange", b"body")
    assert transport.meter.bytes_up == len(there.requests[0]) == purse.up
    assert transport.meter.bytes_down == len(OK) == purse.down
    lines.close()


def test_what_has_come_and_is_given_up_is_paid_too(peer: Callable[..., Peer]) -> None:
    """Half a minute of a slow link may stand in the buffers when somebody stops."""
    answer = b"HTTP/1.1 200 OK\r\ncontent-length: 900000\r\n\r\n" + bytes(100_000)

    def begins(peer: Peer, connection: socket.socket) -> None:
        peer.hear(connection)
        connection.sendall(answer)
        peer.over.wait(10)

    purse = Paid()
    lines = Lines(purse=purse)
    pieces = Transport(peer(begins).url, bytes(32), lines=lines).get("/", "token")
    next(pieces)
    read = purse.down
    time.sleep(0.3)
    pieces.close()
    lines.close()
    assert read < purse.down == len(answer)


def test_what_tls_adds_is_paid_too(hub: RunningHub) -> None:
    purse = Paid()
    lines = Lines(purse=purse)
    transport = health(hub, lines)
    assert (purse.up, purse.down) == (transport.meter.wire_up, transport.meter.wire_down)
    lines.close()


def test_an_empty_purse_sends_nothing(peer: Callable[..., Peer]) -> None:
    there, purse = peer(answers), Paid()
    lines = Lines(purse=purse)
    transport = Transport(there.url, bytes(32), lines=lines)
    purse.closed = True
    with pytest.raises(Unreachable, match="cap-reached"):
        transport.post("/", b"x")
    assert transport.meter.requests == 0
    purse.closed = False
    assert transport.post("/", b"x") == b"ok"
    lines.close()


def test_a_throttled_line_keeps_its_rate_in_both_directions_together(hub: RunningHub) -> None:
    rate: list[int | None] = [None]
    lines = Lines(Throttle(lambda: rate[0]))
    health(hub, lines)
    rate[0] = 20_000
    began = time.monotonic()
    transport = Transport(hub.url, digest(hub.key), lines=lines)
    for _ in range(3):
        with pytest.raises((BadInput, ServerAnswer)):
            transport.post("/v1/exchange", bytes(8_000))
    taken = time.monotonic() - began
    moved = transport.meter.wire_up + transport.meter.wire_down
    assert moved > 24_000
    assert 0.8 * (moved / 20_000) - 0.2 < taken < 2 * moved / 20_000 + 1
    lines.close()


@pytest.mark.parametrize(
    "url", ["http://192.0.2.1", "ftp://localhost", "https://", "https://h:port", "https://[::1", "nothing"]
)
def test_what_is_no_address_of_a_hub_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="url-not-usable"):
        Transport(url, bytes(32))


def test_where_nobody_listens_there_is_no_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable, match="no-answer"):
        Transport(f"https://127.0.0.1:{port}", bytes(32)).post("/", b"x")
