"""The way back by stick: desks without any network join, propose and hear what became of it; others carry."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubdesk.desk import Desk
from hubdesk.model.identity import digest
from hubdesk.packages.taking import TakeReport
from hubdesk.trust.invite import read_invite
from tests.scenarios.open_desks import PUBLIC, write
from tests.unit.server.driver import RunningHub

LARGE = 100_000_000
Desks = Callable[[str], Desk]
Sticks = Callable[[Desk], Path]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desks]:
    """`desk("Rosa")`: a desk on a computer of its own, the same each time, that has joined nothing."""
    known: dict[str, Desk] = {}

    def find(name: str) -> Desk:
        if name not in known:
            known[name] = Desk.create(tmp_path / "desks" / name, use_keyring=False)
        return known[name]

    yield find
    for found in known.values():
        found.close()


@pytest.fixture
def near(hub: RunningHub, desk: Desks) -> Callable[..., Desk]:
    """A desk with a line, which has joined: `near("coordinator")`."""

    def joined(role: str, name: str = "") -> Desk:
        made = desk(name or role)
        made.join(hub.invite(role))
        made.sync()
        return made

    return joined


@pytest.fixture
def stick(tmp_path: Path) -> Callable[..., Path]:
    """`stick(desk)`: an edition that this desk makes, on a stick of its own or on the one named."""
    count = iter(range(1000))

    def made(by: Desk, name: str = "") -> Path:
        folder = tmp_path / (name or f"stick-{next(count)}")
        by.editions.make(folder)
        return folder

    return made


@pytest.fixture
def far(hub: RunningHub, desk: Desks, stick: Sticks) -> Callable[..., Desk]:
    """A desk without a line, let in by what others carry: `far("contributor", "Rosa", by=coordinator)`."""

    def joined(role: str, name: str, by: Desk) -> Desk:
        made = desk(name)
        request = made.carrier.ask_to_join(read_invite(hub.invite(role)))
        assert by.carrier.take("join", request).state == "carried"
        assert by.sync().carried == {"join": 1}
        take(made, stick(by))
        assert {item.hub: item.role for item in made.memberships()} == {"latam": role}
        return made

    return joined


def take(desk: Desk, stick: Path) -> TakeReport:
    report = desk.editions.take(stick)
    assert report.problems == []
    assert report.brought is not None
    assert report.brought.problems == []
    return report


def settle(coordinator: Desk) -> None:
    assert coordinator.accept().refused == []
    coordinator.publish("latam")


def states(desk: Desk) -> dict[str, tuple[int, str]]:
    return {view.name: (view.version, view.root) for view in desk.collections() if view.version}


def test_two_desks_without_a_network_and_a_third_exchange_everything_by_stick(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks, tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    rosa, tiago = far("contributor", "Rosa", by=coordinator), far("reader", "Tiago", by=coordinator)

    content = tmp_path / "recording.bin"
    piece = bytes(range(256)) * 4096
    with content.open("wb") as file:
        for number in range(LARGE // len(piece) + 1):
            file.write(number.to_bytes(8, "big") + piece)
    record = write(rosa)
    [listed] = rosa.attach(record, [content])
    assert rosa.propose([record]).refused == []
    report = take(coordinator, stick(rosa))
    assert report.brought is not None
    assert (report.brought.applied, report.brought.files) == ({"batch": 1}, 1)
    assert [item.id for item in coordinator.inbox()] == [record]
    settle(coordinator)
    back = stick(coordinator)

    take(tiago, back)
    assert tiago.show(record).state == "confirmed"
    got = tiago.get(record, to=tmp_path)
    assert digest(Path(got.path).read_bytes()) == bytes.fromhex(listed.sha256)
    assert [item.id for item in rosa.outbox()] == [record]
    take(rosa, back)
    assert rosa.outbox() == []
    assert rosa.show(record).state == "confirmed"
    assert states(rosa) == states(tiago) == states(coordinator)
    assert all(one.syncs() == [] or {c.road for c in one.syncs()} == {"edition"} for one in (rosa, tiago))


def test_a_reader_with_a_line_carries_for_others(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    rosa = far("contributor", "Rosa", by=carrier)
    record = write(rosa)
    rosa.propose([record])
    report = take(carrier, stick(rosa))
    assert report.brought is not None
    assert report.brought.carried == {"batch": 1}
    assert carrier.inbox() == []
    assert carrier.sync().carried == {"batch": 1}
    assert carrier.sync().carried == {}
    coordinator.sync()
    settle(coordinator)
    carrier.sync()
    assert [view.kind for view in carrier.carrier.all()] == ["join", "admitted", "batch", "outcomes"]
    take(rosa, stick(carrier))
    assert rosa.outbox() == []
    assert rosa.show(record).state == "confirmed"
