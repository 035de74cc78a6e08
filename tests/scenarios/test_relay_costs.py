"""What a house with a relay costs the hub's line: what one empty desk costs, and each desk's own small exchange."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from tests.scenarios.open_desks import PUBLIC, Joining, desk, publish, write
from tests.scenarios.relay_house import House, running_relay
from tests.scenarios.test_few_requests import NOTHING_NEW, counting_proxy, point_to
from tests.unit.server.driver import RunningHub

__all__ = ["desk"]

RECORDS = 300
Counted = Callable[[], dict[str, int]]


def words(seed: int) -> str:
    """A paragraph that does not pack well, as of its own as people's are."""
    chance = random.Random(seed)
    return " ".join(chance.randbytes(6).hex() for _ in range(60))


def total(counted: Counted) -> int:
    stats = counted()
    return stats["bytes_up"] + stats["bytes_down"]


@contextmanager
def house_behind(proxy: str, hub: RunningHub, folder: Path) -> Iterator[House]:
    """A relay whose hub is behind a proxy; what joining costs is paid before."""
    with ExitStack() as closing:
        relay = Desk.create(folder, use_keyring=False)
        closing.callback(relay.close)
        relay.join(hub.invite("reader"))
        point_to(relay, proxy)
        yield closing.enter_context(running_relay(relay))


def at_once(desks: list[Desk]) -> None:
    """Everybody comes into the office at nine."""
    threads = [threading.Thread(target=each.sync) for each in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.fixture
def two_versions(desk: Joining) -> list[Desk]:
    """Two readers at earlier versions than the newest, the third."""
    coordinator = desk("coordinator")
    for number in range(RECORDS):
        write(coordinator, summary={"en": words(number)})
    coordinator.propose()
    coordinator.accept()
    coordinator.publish("latam")
    readers = [desk("reader", "first")]
    for number, name in ((1, "second"), (2, "third")):
        record = write(coordinator, summary={"en": words(1000 + number)})
        publish(coordinator, record)
        if number == 1:
            readers.append(desk("reader", name))
    return readers


def versions(desks: list[Desk]) -> list[int]:
    return [next(view.version for view in each.collections() if view.name == PUBLIC) for each in desks]


def test_three_desks_cost_the_line_what_one_empty_desk_costs(
    hub: RunningHub, two_versions: list[Desk], tmp_path: Path
) -> None:
    with counting_proxy(hub.url, tmp_path) as (proxy, counted):
        alone = Desk.create(tmp_path / "alone", use_keyring=False)
        alone.join(hub.invite("reader"))
        point_to(alone, proxy)
        alone.sync()
        one_empty_desk = total(counted)
        alone.close()
        empty = Desk.create(tmp_path / "empty", use_keyring=False)
        empty.join(hub.invite("reader"))
        desks = [*two_versions, empty]
        with house_behind(proxy, hub, tmp_path / "relay") as house:
            for each in desks:
                each.relays.use(house.url)
                each._parts.lines.drop()  # what was said before was said directly
            at_once(desks)
            assert versions(desks) == [3, 3, 3]
            cost = total(counted) - one_empty_desk
            assert cost <= 1.05 * one_empty_desk
            assert cost <= one_empty_desk + len(desks) * NOTHING_NEW
            at_once(desks)
            again = total(counted) - one_empty_desk - cost
            assert again <= len(desks) * NOTHING_NEW  # the relay asked a moment ago
        for each in desks:
            assert each.verify().problems == []
        empty.close()


def requests_for(hub: RunningHub, sha256: str) -> list[str]:
    lines = (hub.folder / "log" / "requests.log").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if f"GET /v1/blobs/{sha256}" in line and "/chunks" not in line]


@pytest.mark.parametrize("size", [40_000, 700_000])
def test_a_file_is_fetched_once_for_everybody_and_is_there_without_a_line(
    hub: RunningHub, desk: Joining, tmp_path: Path, size: int
) -> None:
    coordinator = desk("coordinator")
    content = random.Random(size).randbytes(size)
    (tmp_path / "guide.pdf").write_bytes(content)
    record = write(coordinator)
    coordinator.attach(record, [tmp_path / "guide.pdf"])
    publish(coordinator, record)
    first, second, third = (desk("reader", name) for name in ("first", "second", "third"))
    sha256 = coordinator.show(record).files[0].sha256
    relay = Desk.create(tmp_path / "relay", use_keyring=False)
    relay.join(hub.invite("reader"))
    before = len(requests_for(hub, sha256))
    with running_relay(relay) as house:
        for each in (first, second, third):
            each.relays.use(house.url)
            each.sync()
        seen: list[tuple[int, int]] = []
        asking = [
            threading.Thread(
                target=first.get, args=(record,), kwargs={"progress": lambda *far: seen.append(far)}
            ),
            threading.Thread(target=second.get, args=(record,)),
        ]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        fetched = requests_for(hub, sha256)[before:]
        hub.stop()
        got = third.get(record)
        for each in (first, second, third):
            assert each.blobs.path(bytes.fromhex(sha256)).read_bytes() == content
        assert got.bytes == size
        brought = sum(int(line.partition("down=")[2].split()[0]) for line in fetched)
        assert brought == size  # once, for all three
        assert all(done <= whole for done, whole in seen if whole)
    relay.close()
