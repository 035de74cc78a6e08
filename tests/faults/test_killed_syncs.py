"""kill -9 while desks sync and publish, of the desk and of the hub: what was proposed is there once, and all are equal."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.server.centre import create_centre
from tests.faults.conftest import Tally
from tests.faults.processes import HubProcess, ended, forked, hub_process, killed_after, on_desk

Times = Callable[[int, int], int]
PUBLIC = "latam/public"
pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes that can be killed are forked here"
)


class People:
    """Two desks that sync in processes which may be killed; what is proposed is remembered here by its title."""

    def __init__(self, hub: HubProcess, folder: Path) -> None:
        self.hub = hub
        self.ana = self._joined("coordinator", folder / "ana")
        self.carla = self._joined("contributor", folder / "carla")
        self.titles: dict[str, str] = {}

    def _joined(self, role: str, profile: Path) -> Path:
        desk = Desk.create(profile, use_keyring=False)
        desk.join(self.hub.invite(role))
        desk.close()
        return profile

    def propose(self, number: int, chance: random.Random) -> None:
        """Carla proposes a new record, or another title for one that waits or is published."""
        desk = Desk.open(self.carla)
        title = f"Title {number}"
        if self.titles and chance.random() < 0.4:
            record = chance.choice(list(self.titles))
            desk.set(record, {"title": {"en": title}})
        else:
            fields = {"title": {"en": title}, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}
            record = desk.new("tool", fields, PUBLIC)
        assert desk.propose([record]).done == [record]
        self.titles[record] = title
        desk.close()

    def lost(self) -> int:
        """Once nobody is killed any more: what was proposed and is not signed exactly once, as proposed last."""
        for _ in range(2):
            for profile, work in ((self.carla, Desk.sync), (self.ana, take_over), (self.carla, Desk.sync)):
                assert ended(forked(on_desk(profile, work))) == 0
        ana, carla = Desk.open(self.ana), Desk.open(self.carla)
        try:
            assert carla.outbox() == []
            assert ana.inbox() == []
            assert ana.verify().ok
            assert carla.verify().ok
            assert state(ana) == state(carla)
            assert sorted(ana.record_ids(PUBLIC)) == sorted(self.titles)
            shown = {record: carla.published(record) for record in self.titles}
        finally:
            ana.close()
            carla.close()
        return sum(
            view is None or view.fields["title"] != {"en": self.titles[record]}
            for record, view in shown.items()
        )


def state(desk: Desk) -> tuple[int, str]:
    [view] = [view for view in desk.collections() if view.name == PUBLIC]
    return view.version, view.root


def take_over(desk: Desk) -> None:
    """Take over and publish whatever is proposed."""
    desk.sync()
    desk.accept()
    desk.publish("latam")


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("centre") / "hub"
    create_centre(folder, datetime.now(UTC))
    return folder


@pytest.fixture
def people(centre: Path, tmp_path: Path) -> Iterator[People]:
    shutil.copytree(centre, tmp_path / "hub")
    with hub_process(tmp_path / "hub") as hub:
        yield People(hub, tmp_path)


def seconds_of(work: Callable[[], None]) -> float:
    began = time.monotonic()
    assert ended(forked(work)) == 0
    return time.monotonic() - began


def test_a_desk_that_is_killed_while_it_syncs_loses_and_doubles_nothing(
    people: People, times: Times, tally: Tally
) -> None:
    chance = random.Random(1)
    people.propose(0, chance)
    usual = {people.carla: seconds_of(on_desk(people.carla, Desk.sync))}
    usual[people.ana] = seconds_of(on_desk(people.ana, take_over))
    for number in range(1, times(3, 250) + 1):
        people.propose(number, chance)
        for profile, work in ((people.carla, Desk.sync), (people.ana, take_over)):
            tally.tried += 1
            child = forked(on_desk(profile, work))
            if killed_after(child, chance.uniform(0, 1.1) * usual[profile]):
                tally.note("killed at work")
    tally.lost = people.lost()
    assert tally.remarks.get("killed at work", 0) > 0
    assert tally.lost == 0


def test_a_hub_that_is_killed_while_desks_sync_loses_and_doubles_nothing(
    people: People, times: Times, tally: Tally
) -> None:
    chance = random.Random(2)
    people.propose(0, chance)
    usual = seconds_of(on_desk(people.carla, Desk.sync))
    for number in range(1, times(2, 250) + 1):
        people.propose(number, chance)
        for profile, work in ((people.carla, Desk.sync), (people.ana, take_over)):
            tally.tried += 1
            child = forked(on_desk(profile, work))
            time.sleep(chance.uniform(0, 1.1) * usual)
            people.hub.kill()
            if os.waitpid(child, os.WNOHANG)[0] == 0:
                tally.note("killed while a desk was on the line")
                people.hub.start()
                assert ended(child) in (0, 3)
            else:
                people.hub.start()
    tally.lost = people.lost()
    assert tally.lost == 0
