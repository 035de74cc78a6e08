"""What desks leave with a relay while the line is away, and how it goes on from there."""

from __future__ import annotations

import time
from pathlib import Path

from tests.scenarios.open_desks import Joining, desk, propose, publish, write
from tests.scenarios.relay_house import House, a_house
from tests.scenarios.test_few_requests import point_to
from tests.unit.server.driver import RunningHub

__all__ = ["desk"]
NOWHERE = "http://127.0.0.1:1"
MEMBERS = "latam/members"
SECRET = "Ouagadougou-personnel-5512"


def brought(house: House) -> None:
    """Wait until the relay has brought everything by itself; what it tried while the line was away is long ago."""
    end = time.monotonic() + 30
    while not all(parcel.delivered for parcel in house.desk.carrier.all()):
        assert time.monotonic() < end
        house.forget()
        time.sleep(0.05)


def test_a_proposal_left_with_a_relay_reaches_the_hub_as_soon_as_its_line_is_there(
    hub: RunningHub, desk: Joining, tmp_path: Path
) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, title={"en": "Words of the house"})
    private = author.new("expert", {"title": {"en": SECRET}}, MEMBERS)
    assert author.propose([private]).refused == []
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        for each in (author, house.desk):
            point_to(each, NOWHERE)
            each._parts.lines.drop()
        house.forget()
        author.relays.use(house.url)
        report = author.sync()
        assert report.relay is not None
        assert (report.relay.hub, report.relay.left, report.problems) == ("no-answer", 1, [])
        assert {item.state for item in author.outbox()} == {"waiting"}  # a relay's word settles nothing
        again = author.sync()
        assert again.relay is not None
        assert again.relay.left == 1
        assert len(house.desk.carrier.all()) == 1
        point_to(house.desk, hub.url)
        brought(house)
        coordinator.sync()
        [item] = coordinator.inbox()
        assert item.id == record
        coordinator.accept([record])
        coordinator.publish("latam")
        house.fetch()  # with what became of it, sealed
        hub.stop()
        house.forget()
        told = author.sync()
        assert told.problems == []
        assert author.show(record).fields["title"] == {"en": "Words of the house"}
        assert [one.id for one in author.outbox()] == [private]
        for path in (tmp_path / "relay").rglob("*"):
            assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path


def test_what_is_delivered_by_two_roads_has_one_effect(
    hub: RunningHub, desk: Joining, tmp_path: Path
) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, title={"en": "Words of the house"})
    with a_house(hub, tmp_path / "relay") as house:
        for each in (author, house.desk):
            point_to(each, NOWHERE)
            each._parts.lines.drop()
        author.relays.use(house.url)
        author.sync()
        for each in (author, house.desk):
            point_to(each, hub.url)
        author.sync()
        brought(house)
        coordinator.sync()
        assert [item.id for item in coordinator.inbox()] == [record]
        coordinator.accept([record])
        coordinator.publish("latam")
        author.sync()
        assert author.outbox() == []
