"""Desks that are open in this process and have joined, and what people do with them over and over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubdesk.catalogue.views import ClashView
from hubdesk.desk import Desk
from tests.unit.server.driver import RunningHub

PUBLIC = "latam/public"
Joining = Callable[..., Desk]


@pytest.fixture
def desk(hub: RunningHub, tmp_path: Path) -> Iterator[Joining]:
    """A desk that has joined and holds the newest."""
    opened: list[Desk] = []

    def joined(role: str, name: str = "") -> Desk:
        made = Desk.create(tmp_path / (name or role), use_keyring=False)
        opened.append(made)
        made.join(hub.invite(role))
        made.sync()
        return made

    yield joined
    for one in opened:
        one.close()


def write(desk: Desk, **fields: Any) -> str:
    given = {"title": {"en": "A checklist"}, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}
    return desk.new("tool", given | fields, PUBLIC)


def publish(coordinator: Desk, record: str, **changes: Any) -> None:
    """The coordinator writes, accepts and publishes a change of its own, and leaves others' open."""
    if changes:
        coordinator.set(record, changes)
    coordinator.propose([record])
    assert coordinator.accept([record], seen={record: []}).refused == []
    coordinator.publish("latam")


def propose(author: Desk, record: str, **changes: Any) -> None:
    """The author changes something; it waits for a line."""
    author.set(record, changes)
    assert author.propose([record]).refused == []


def settle(coordinator: Desk, record: str) -> None:
    """The coordinator finds nothing in the way of a proposal."""
    coordinator.sync()
    assert coordinator.accept([record]).refused == []
    coordinator.publish("latam")


def only(desk: Desk) -> ClashView:
    [clash] = desk.clashes.all()
    return clash
