"""One connection for a whole building: desks hear a relay first, and the hub through it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.server.centre import create_centre
from tests.scenarios.open_desks import PUBLIC, Joining, desk, publish, write
from tests.scenarios.relay_house import a_house
from tests.unit.server.driver import RunningHub, running_hub

__all__ = ["desk"]


def version(of: Desk, collection: str = PUBLIC) -> int:
    return next(view.version for view in of.collections() if view.name == collection)


@contextmanager
def a_desk(folder: Path, hub: RunningHub, role: str, relay: str | None = None) -> Iterator[Desk]:
    made = Desk.create(folder, use_keyring=False)
    try:
        made.relays.use(relay)
        made.join(hub.invite(role))
        yield made
    finally:
        made.close()


@pytest.fixture
def newcomer(hub: RunningHub, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """A desk that has joined, through the relay at `url` where one is given, and holds nothing yet."""
    made: list[Desk] = []

    def joined(url: str | None = None, role: str = "reader") -> Desk:
        made.append(Desk.create(tmp_path / f"newcomer-{len(made)}", use_keyring=False))
        made[-1].relays.use(url)
        made[-1].join(hub.invite(role))
        return made[-1]

    yield joined
    for one in made:
        one.close()


def test_an_empty_desk_is_filled_by_the_relay(
    hub: RunningHub, desk: Joining, newcomer: Callable[..., Desk], tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    publish(coordinator, record)
    with a_house(hub, tmp_path / "relay") as house:
        reader = newcomer(house.url)
        report = reader.sync()
        assert report.problems == []
        assert report.relay is not None
        assert report.relay.records == report.records_received == 2  # with the coordinator's admission
        assert (report.relay.code, report.relay.hub) == ("", "")
        assert reader.show(record).fields["title"] == {"en": "A checklist"}
        assert version(reader) == version(coordinator) == 1
        assert [contact.road for contact in reader.syncs()] == ["server", "relay"]
    assert "CONNECT hub 200" in house.log()  # the desk joined, and asked for its own, through the tunnel


def test_over_a_network_the_relay_is_known_by_its_key_and_the_hub_by_its_own(
    new_centre: Path, tmp_path: Path
) -> None:
    """Both under TLS, one inside the other."""
    shutil.copytree(new_centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub", tls=True) as hub, a_house(hub, tmp_path / "relay", tls=True) as house:
        assert house.url.startswith("https://")
        with a_desk(tmp_path / "coordinator", hub, "coordinator", house.url) as coordinator:
            publish(coordinator, write(coordinator))
        with a_desk(tmp_path / "reader", hub, "reader", house.url) as reader:
            report = reader.sync()
            assert (report.problems, report.relay and report.relay.code) == ([], "")
            assert version(reader) == 1
            kept = reader.sync()
            assert kept.requests == 1
    assert house.log().count("CONNECT hub 200") >= 2


def test_a_relay_with_another_key_is_not_spoken_to(hub: RunningHub, desk: Joining, tmp_path: Path) -> None:
    coordinator = desk("coordinator")
    publish(coordinator, write(coordinator))
    with a_house(hub, tmp_path / "relay", tls=True) as house:
        address, _, key = house.url.partition("#")
        reader = desk("reader")
        reader.relays.use(f"{address}#{key[::-1]}")
        report = reader.sync()
        assert [(fault.about.partition("#")[0], fault.code) for fault in report.problems] == [
            (address, "wrong-server")
        ]
        assert version(reader) == 1  # the hub was asked directly
    assert "exchange" not in house.log()


def test_a_relay_without_a_hub_gives_what_it_has_and_says_since_when(
    hub: RunningHub, desk: Joining, newcomer: Callable[..., Desk], tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    publish(coordinator, write(coordinator))
    reader = newcomer()
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        hub.stop()
        reader.relays.use(house.url)
        report = reader.sync()
        assert report.relay is not None
        assert (report.relay.code, report.relay.hub) == ("", "no-answer")
        assert (version(reader), report.problems) == (1, [])
        again = reader.sync()
        assert again.records_received == 0
    signed = next(view for view in coordinator.collections() if view.name == PUBLIC)
    assert signed.as_of is not None
    as_of = next(view.as_of for view in reader.collections() if view.name == PUBLIC)
    assert as_of is not None
    assert as_of <= signed.as_of  # the time that was signed, not that of the relay's word


def test_a_desk_at_a_state_that_the_relay_went_through_gets_a_delta(
    hub: RunningHub, desk: Joining, tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    publish(coordinator, record)
    for number in range(40):
        write(coordinator, title={"en": f"Checklist {number}"})
    coordinator.propose()
    coordinator.accept()
    coordinator.publish("latam")
    reader = desk("reader")
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        publish(coordinator, record, summary={"en": "What to check first."})
        house.forget()
        reader.relays.use(house.url)
        report = reader.sync()  # the relay fetches version 3 for it
        assert report.relay is not None
        assert (report.relay.records, report.problems) == (1, [])
        assert report.relay.bytes_down < 1_500
        assert version(reader) == 3


def test_a_desk_at_a_state_that_the_relay_never_saw_compares_and_costs_the_line_nothing(
    hub: RunningHub, desk: Joining, tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    publish(coordinator, record)
    for number in range(40):
        write(coordinator, title={"en": f"Checklist {number}"})
    coordinator.propose()
    coordinator.accept()
    coordinator.publish("latam")
    reader = desk("reader")
    publish(coordinator, record, summary={"en": "What to check first."})
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        hub.stop()
        reader.relays.use(house.url)
        report = reader.sync()
        assert report.relay is not None
        assert (report.relay.records, report.problems) == (1, [])
        assert report.relay.bytes_down < 12_000  # node hashes, then what differs
        assert (version(reader), reader.show(record).fields["summary"]) == (3, {"en": "What to check first."})
        assert reader.verify().problems == []


def test_what_withdraws_much_is_passed_on_for_each_desk_to_look_at(
    hub: RunningHub, desk: Joining, newcomer: Callable[..., Desk], tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    records = [write(coordinator, title={"en": f"Tool {number}"}) for number in range(30)]
    coordinator.propose()
    coordinator.accept()
    coordinator.publish("latam")
    reader = desk("reader")
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        for record in records[:25]:
            coordinator.withdraw(record, "replaced")
        coordinator.propose()
        coordinator.accept()
        coordinator.publish("latam", withdrawing=25)
        house.fetch()
        reader.relays.use(house.url)
        report = reader.sync()
        assert report.held == {PUBLIC: 25}
        assert report.problems == []
        empty = newcomer(house.url)
        assert empty.sync().problems == []
        assert (version(reader), version(empty)) == (1, 2)
        reader.held.take_all()
        assert version(reader) == 2
        assert reader.verify().problems == []


def test_a_collection_that_somebody_follows_is_followed_for_the_house(
    hub: RunningHub, desk: Joining, newcomer: Callable[..., Desk], tmp_path: Path
) -> None:
    other = Desk.create(tmp_path / "open-data", use_keyring=False)
    other.join(hub.invite("coordinator", "open-data"))
    other.new(
        "tool", {"title": {"en": "T"}, "summary": {"en": "S"}, "licence": "CC0-1.0"}, "open-data/public"
    )
    other.propose()
    other.accept()
    other.publish("open-data")
    other.close()
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        reader = newcomer(house.url)
        reader.follow(["open-data/public", "nobody/public", "open-data/members"])
        report = reader.sync()
        assert report.relay is not None
        assert report.relay.code == ""
        assert version(reader, "open-data/public") == 1
        followed = {view.name for view in house.desk.collections() if view.followed}
        assert followed == {"open-data/public", "centre/public", PUBLIC}


def test_a_house_of_another_centre_is_no_use_and_does_no_harm(
    hub: RunningHub, desk: Joining, new_centre: Path, tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    publish(coordinator, write(coordinator))
    create_centre(tmp_path / "foreign", datetime.now(UTC))
    with running_hub(tmp_path / "foreign") as other:
        with a_desk(tmp_path / "foreigner", other, "coordinator") as foreigner:
            publish(foreigner, write(foreigner))
        with (
            a_house(other, tmp_path / "relay") as house,
            a_desk(tmp_path / "reader", hub, "reader") as reader,
        ):
            reader.relays.use(house.url)
            report = reader.sync()
            assert {fault.about for fault in report.problems} == {house.url}
            assert version(reader) == version(coordinator) == 1
            assert reader.verify().problems == []
