"""Clocks that are wrong by -10 to +20 years and jump, on desks and server: no clock decides what is kept."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from hubdesk.catalogue.backups import KEPT
from hubdesk.catalogue.restore import restore
from hubdesk.errors import HubDeskError
from tests.faults.conftest import Tally
from tests.faults.three_desks import founded, world
from tests.faults.world import LATAM, URL, Place, World

_TOLD = {"time-ahead"}
"""refusals that say which clock is to be set"""


__all__ = ["founded", "world"]


def jump(world: World, chance: random.Random) -> None:
    """Every clock is somewhere else now."""
    for clock in (world.server.clock, *(place.clock for place in world.places.values())):
        clock.wrong_by = timedelta(days=chance.uniform(-3652, 7305))


def write(place: Place, words: str) -> str:
    fields = {"title": {"en": words}, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}
    record = place.desk.new("tool", fields, LATAM)
    assert place.desk.propose([record]).done == [record]
    return record


def publish(world: World, place: Place, tally: Tally) -> None:
    """Publish; where the server says that the clock is ahead, the person sets it and does it again."""
    try:
        world.publish(place, "latam")
    except HubDeskError as error:
        if error.code not in _TOLD:
            raise
        tally.note(f"told: {error.code}")
        place.clock.wrong_by = world.server.clock.wrong_by
        world.publish(place, "latam")


def test_edits_arrive_whatever_the_clocks_say(
    world: World, times: Callable[[int, int], int], tally: Tally
) -> None:
    chance = random.Random(7)
    ana, carla, ben = (world.places[name] for name in ("Ana", "Carla", "Ben"))
    titles: dict[str, str] = {}
    for number in range(times(3, 300)):
        jump(world, chance)
        words = f"Written in round {number}"
        titles[write(carla, words)] = words
        if number % 3 == 2:  # an old one is written again, by a clock that may be earlier
            again = chance.choice(sorted(titles))
            titles[again] = f"Written again in round {number}"
            carla.desk.set(again, {"title.en": titles[again]})
            carla.desk.propose([again])
        for place in (carla, ana):
            assert world.sync(place).problems == []
        jump(world, chance)
        coordinator = ana if number % 2 else ben
        world.sync(coordinator)
        coordinator.desk.accept()
        publish(world, coordinator, tally)
        for place in (carla, ana, ben):
            place.desk.backups.daily()
            assert world.sync(place).problems == []
        tally.tried += 1
    for place in (ana, carla, ben):
        shown = {record: place.desk.show(record) for record in titles}
        wrong = [record for record, view in shown.items() if view.fields["title"]["en"] != titles[record]]
        tally.lost += len(wrong)
        assert wrong == []
        assert all(view.verified for view in shown.values())
        assert place.desk.outbox() == []
        assert all(revision.held for record in titles for revision in place.desk.history(record)[:1])
        assert place.desk.verify().ok


def test_a_desk_joins_whatever_the_clocks_say(
    world: World, tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    chance = random.Random(11)
    for number in range(times(2, 200)):
        jump(world, chance)
        place = world.places["Carla"]
        place.desk.close()
        place.folder.path = tmp_path / f"new-{number}"
        place._open()
        invite = world.server.store.invite(url=URL, hub="latam", role="contributor")
        assert world.on_line(place).join(invite).hub == "latam"
        place.desk.follow([LATAM])
        jump(world, chance)
        assert world.sync(place).problems == []
        tally.tried += 1
        tally.lost += not place.desk.record_ids(LATAM)
        assert place.desk.record_ids(LATAM)
        assert place.desk.verify().ok


def test_backups_follow_no_clock(world: World, times: Callable[[int, int], int], tally: Tally) -> None:
    place = world.places["Carla"]
    chance = random.Random(13)
    last = ""
    for number in range(times(9, 400)):
        jump(world, chance)
        record = place.desk.new("tool", {"title": {"en": f"Day {number}"}}, LATAM)
        made = place.desk.backups.daily().made
        assert made is not None
        views = place.desk.backups.all()
        assert views[0].name == made.name > last  # numbers only grow
        assert [view.ok for view in views] == [True] * min(number + 1, KEPT)
        last = made.name
        tally.tried += 1
    place.desk.close()
    report = restore(place.folder.path)
    place._open()
    tally.lost += report.backup != last
    assert report.backup == last
    assert record in {view.id for view in place.desk.drafts()}
