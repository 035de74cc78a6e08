"""What a sync costs: one request for whatever an ordinary day brings, and next to nothing where there is no news."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hubdesk.catalogue import facts
from hubdesk.catalogue.database import Database
from hubdesk.desk import Desk
from tests.scenarios.command_line import CommandLine
from tests.unit.server.driver import RunningHub, running_hub

Joining = Callable[..., CommandLine]
NOTHING_NEW = 500
PROXY = Path(__file__).resolve().parents[3] / "shared" / "bench" / "proxy.py"


def cost(report: dict[str, Any]) -> int:
    return int(report["bytes_up"] + report["bytes_down"])


def test_nothing_new_costs_one_small_request(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    coordinator.published()
    for each in (coordinator, reader):
        each("sync")
        report = each("sync")
        assert report["requests"] == 1
        assert cost(report) <= NOTHING_NEW
        assert report["bytes_wire"] == cost(report)  # no TLS here


def test_each_step_of_an_ordinary_day_is_one_request(desk: Joining) -> None:
    coordinator, contributor, reader = desk("coordinator"), desk("contributor"), desk("reader")
    coordinator.published()
    for each in (coordinator, contributor, reader):
        each("sync")
    contributor("propose", contributor.write())
    assert contributor("sync")["requests"] == 1
    assert coordinator("sync")["requests"] == 1
    coordinator("accept", "--all")
    published = coordinator("publish", "latam")
    assert (published["published"], published["requests"]) == (1, 1)
    received = reader("sync")
    assert (received["records_received"], received["requests"]) == (1, 1)
    settled = contributor("sync")
    assert (settled["outcomes"], settled["requests"]) == ({"accepted": 1}, 1)


@pytest.fixture
def secure_hub(new_centre: Path, tmp_path: Path) -> Iterator[RunningHub]:
    import shutil

    shutil.copytree(new_centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub", tls=True) as running:
        yield running


def test_a_desk_that_stays_open_keeps_its_line_under_tls(secure_hub: RunningHub, tmp_path: Path) -> None:
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    desk.join(secure_hub.invite("reader"))
    first = desk.sync()
    kept = desk.sync()
    desk.close()
    again = Desk.open(tmp_path / "desk")
    fresh = again.sync()
    again.close()
    assert first.requests == kept.requests == fresh.requests == 1
    plain = kept.bytes_up + kept.bytes_down
    assert plain <= NOTHING_NEW
    assert kept.bytes_wire <= plain + 2 * 22  # one TLS record each way
    assert fresh.bytes_wire > kept.bytes_wire + 1_000  # a handshake with a certificate


def test_a_desk_whose_hub_moved_opens_another_line(
    new_centre: Path, secure_hub: RunningHub, tmp_path: Path
) -> None:
    """The same Centre at a second address: the line that is kept to the first is not used for it."""
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    desk.join(secure_hub.invite("reader"))
    desk.sync()
    secure_hub.stop()
    with running_hub(secure_hub.folder, tls=True) as moved:
        point_to(desk, moved.url)
        assert desk.sync().requests == 1
    desk.close()


def point_to(desk: Desk, url: str) -> None:
    database: Database = desk._database
    with database.write() as connection:
        facts.put_text(connection, facts.SERVER_URL, url)


@contextmanager
def counting_proxy(url: str, folder: Path) -> Iterator[tuple[str, Callable[[], dict[str, int]]]]:
    """The bench's proxy before a hub: its URL, and what it has counted so far."""
    if not PROXY.exists():
        pytest.skip("the counting proxy is not beside the checkout")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    stats = folder / "stats.json"
    target = url.removeprefix("http://")
    process = subprocess.Popen([sys.executable, str(PROXY), str(port), target, str(stats)])

    def counted() -> dict[str, int]:
        time.sleep(0.25)  # it writes ten times a second
        return dict(json.loads(stats.read_text()))

    try:
        deadline = time.monotonic() + 10
        while not stats.exists():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}", counted
    finally:
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        process.wait()


def test_the_meter_agrees_with_what_a_stranger_counts(hub: RunningHub, tmp_path: Path) -> None:
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    desk.join(hub.invite("reader"))
    with counting_proxy(hub.url, tmp_path) as (url, counted):
        point_to(desk, url)
        reports = [desk.sync(), desk.sync()]
        stats = counted()
    desk.close()
    assert stats["bytes_up"] == sum(report.bytes_up for report in reports)
    assert stats["bytes_down"] == sum(report.bytes_down for report in reports)
    assert stats["http_requests"] == stats["turns"] == 2
    assert stats["connections"] == 1
    assert stats["bytes_up"] + stats["bytes_down"] <= 2 * NOTHING_NEW
