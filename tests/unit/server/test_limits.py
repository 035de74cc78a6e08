"""How much one may ask for, and what is refused before it costs anything."""

from __future__ import annotations

import socket
import time
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hubdesk.server import app, serve
from hubdesk.server.limits import Allowance, Limits, Rates
from hubdesk.server.refusal import Refusal
from hubdesk.sync.wire import EXCHANGE
from tests.unit.server.driver import DriverDesk, Refused, RunningHub, running_hub


class Clock:
    """Seconds that pass when they are told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_an_allowance_fills_again_as_time_passes() -> None:
    clock = Clock()
    allowance = Allowance(60, clock)
    for _ in range(60):
        allowance.check("a")
        allowance.spend("a", 1)
    with pytest.raises(Refusal) as refused:
        allowance.check("a")
    assert (refused.value.status, refused.value.retry_after) == (429, 1)
    allowance.check("b")
    clock.now += refused.value.retry_after
    allowance.check("a")


def test_a_debt_is_never_more_than_a_minute() -> None:
    clock = Clock()
    allowance = Allowance(60, clock)
    allowance.spend("a", 10**12)
    clock.now += 62
    allowance.check("a")


def test_names_that_were_not_used_for_long_are_forgotten() -> None:
    allowance = Allowance(60, Clock())
    for number in range(20_000):
        allowance.spend(str(number), 1)
    assert len(allowance._left) == 10_000


def test_what_requests_hold_together_is_bounded() -> None:
    limits = Limits(Rates(held=100, held_by_address=60), Clock())
    with limits.holding("a") as first, limits.holding("b") as second:
        first.add(60)
        with pytest.raises(Refusal, match="busy"):
            first.add(1)
        second.add(40)
        with pytest.raises(Refusal, match="busy"):
            second.add(1)
    with limits.holding("c") as third:
        third.add(60)


def test_a_desk_that_asks_too_often_is_told_when_to_come_back(folder: Path) -> None:
    with running_hub(folder, rates=Rates(requests=5)) as hub:
        desk, other = hub.desk("reader"), hub.desk("reader")
        for _ in range(4):
            desk.exchange()
        with pytest.raises(Refused, match="too-many-requests") as refused:
            desk.exchange()
        assert refused.value.status == 429
        assert int(refused.value.headers["retry-after"]) >= 1
        other.exchange()


def test_an_address_that_only_fails_is_slowed_down(folder: Path) -> None:
    with running_hub(folder, rates=Rates(failures=3)) as hub:
        stranger = DriverDesk()
        stranger.url = hub.url
        for _ in range(3):
            with pytest.raises(Refused, match="not-a-message"):
                stranger.send("POST", EXCHANGE, b"?")
        with pytest.raises(Refused, match="too-many-requests"):
            stranger.send("POST", EXCHANGE, b"?")


def line_to(hub: RunningHub) -> socket.socket:
    address = urlsplit(hub.url)
    return socket.create_connection((address.hostname, address.port), 10)


def test_a_line_that_says_nothing_is_closed(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "HEADER_SECONDS", 0.2)
    with line_to(hub) as silent, line_to(hub) as slow:
        slow.sendall(b"POST /v1/exchange HTTP/1.1\r\nHost: h\r\nX: ")
        assert silent.recv(100) == b""
        assert slow.recv(100) == b""


def status_of(line: socket.socket) -> int:
    """Read one answer whole, in however many packets it comes; return its status."""
    answer = HTTPResponse(line)
    answer.begin()
    answer.read()
    return answer.status


def test_a_line_is_kept_between_requests(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "HEADER_SECONDS", 0.2)
    with line_to(hub) as line:
        for _ in range(2):
            line.sendall(b"GET /health HTTP/1.1\r\nHost: h\r\n\r\n")
            assert status_of(line) == 200
            time.sleep(0.5)


def test_a_body_that_stops_coming_is_given_up(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "STALL_SECONDS", 0.2)
    with line_to(hub) as line:
        line.sendall(b"POST /v1/exchange HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")
        assert status_of(line) == 408


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/", 404), ("GET", EXCHANGE, 405), ("PUT", "/x", 404)]
)
def test_what_is_not_there_is_answered_as_a_failure(
    hub: RunningHub, method: str, path: str, status: int
) -> None:
    desk = DriverDesk()
    desk.url = hub.url
    with pytest.raises(Refused, match="no-such-thing") as refused:
        desk.send(method, path)
    assert refused.value.status == status


def test_a_bug_is_answered_with_a_code_and_written_down(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(hub.store, "health", broken)
    desk = DriverDesk()
    desk.url = hub.url
    with pytest.raises(Refused, match="internal") as refused:
        desk.send("GET", "/health")
    assert (refused.value.status, refused.value.data) == (500, {})
    assert "ZeroDivisionError" in (hub.folder / "log" / "requests.log").read_text()


def test_each_request_is_written_down_without_secrets(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    desk.exchange(token=True)
    with pytest.raises(Refused):
        desk.fetch(bytes(32))
    hub.stop()  # a line is written after its answer, so that nobody waits for it
    lines = (hub.folder / "log" / "requests.log").read_text().splitlines()
    assert [line for line in lines if f"{desk.keys.id} POST /v1/exchange 200 up=" in line]
    assert [line for line in lines if line.endswith("blob-unknown")]
    assert desk.token not in "".join(lines)
