"""Computers are restored from older copies: a desk's, a server's; what was written since is not lost unseen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hubdesk.server.centre import create_centre
from tests.scenarios.command_line import PUBLIC, CommandLine
from tests.scenarios.hub_again import HubAgain
from tests.unit.server.driver import RunningHub

Joining = Callable[..., CommandLine]


def copied(folder: Path) -> Path:
    copy = folder.with_name(f"{folder.name}-copy")
    shutil.copytree(folder, copy)
    return copy


def put_back(copy: Path, folder: Path) -> None:
    shutil.rmtree(folder)
    copy.rename(folder)


@contextmanager
def serving_again(folder: Path, url: str) -> Iterator[RunningHub]:
    running = HubAgain(folder, url)
    try:
        yield running
    finally:
        running.stop()


def test_a_desk_restored_from_an_older_copy_goes_on(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    first = author.write(title="Before the copy")
    author("propose", first)
    author("sync")
    copy = copied(author.profile)
    lost = author.write(title="Known to the hub alone")
    author("propose", lost)
    author("sync")
    put_back(copy, author.profile)

    # The copy knows neither its last number nor its last counter.
    again = author.write(title="After the copy")
    author("propose", again)
    told = author("sync")
    assert (told["events_sent"], told["problems"]) == (1, [])
    coordinator("sync")
    assert {item["id"] for item in coordinator("inbox")["items"]} == {first, lost, again}
    coordinator("accept", "--all")
    coordinator("publish", "latam")
    told = author("sync")
    assert author.counts() == (0, 0, 0)
    assert told["outcomes"] == {"accepted": 2}
    assert {author("show", record)["state"] for record in (first, lost, again)} == {"confirmed"}
    assert author.root() == coordinator.root()
    assert author("verify")["ok"]


def test_a_coordinator_restored_from_an_older_copy_publishes_again(desk: Joining) -> None:
    coordinator = desk("coordinator")
    coordinator.published(title="One")
    copy = copied(coordinator.profile)
    second = coordinator.published(title="Two")
    put_back(copy, coordinator.profile)
    third = coordinator.published(title="Three")
    status = coordinator("status")["collections"][PUBLIC]
    assert (status["version"], status["records"]) == (3, 3)
    assert coordinator.shown(second)["title"] == {"en": "Two"}
    assert coordinator.shown(third)["title"] == {"en": "Three"}


def test_a_server_restored_from_an_older_copy_changes_nothing_here(
    hub: RunningHub, desk: Joining, person: Joining
) -> None:
    coordinator, author, reader = desk("coordinator"), desk("contributor"), desk("reader")
    coordinator.published(title="One")
    for other in (author, reader):
        other("sync")
    hub.stop()
    copy = copied(hub.folder)
    with serving_again(hub.folder, hub.url):
        record = author.write(title="Proposed since")
        author("propose", record)
        author("sync")
        second = coordinator.published(title="Two")
        for other in (author, reader):
            other("sync")
        assert author("outbox")["items"][0]["state"] == "received"
    root = reader.root()
    put_back(copy, hub.folder)
    with serving_again(hub.folder, hub.url) as hub_again:
        told = reader("sync")
        assert told["behind"] == {PUBLIC: 1}
        assert (told["problems"], reader.root()) == ([], root)
        assert reader.shown(second)["title"] == {"en": "Two"}
        assert reader("verify")["ok"]
        # What the server forgot is offered again.
        assert author("sync")["events_sent"] == 1
        assert author("outbox")["items"][0]["state"] == "received"
        again = person("again")
        again("join", hub_again.invite("coordinator"))
        again("sync")
        assert [item["id"] for item in again("inbox")["items"]] == [record]
        # The coordinator cannot build on what the server lost, and is told so.
        coordinator("sync")
        coordinator("accept", record)
        assert coordinator.fails("publish", "latam") == "server-behind"
        assert coordinator.root() == root
        assert coordinator("show", record)["state"] == "pending"


def test_an_emptied_server_is_recognised_and_nothing_is_lost(
    hub: RunningHub, desk: Joining, new_centre: Path, tmp_path: Path
) -> None:
    coordinator = desk("coordinator")
    record = coordinator.published(title="Kept")
    draft = coordinator.write(title="Waiting")
    coordinator("propose", draft)
    coordinator("accept", draft)
    root = coordinator.root()
    hub.stop()
    shutil.rmtree(hub.folder)
    shutil.copytree(new_centre, hub.folder)
    with serving_again(hub.folder, hub.url):
        assert coordinator.fails("sync") == "desk-unknown"
        assert coordinator.fails("publish", "latam") == "desk-unknown"
    assert coordinator.root() == root
    assert coordinator.shown(record)["title"] == {"en": "Kept"}
    assert coordinator.counts() == (0, 1, 0)
    assert coordinator("verify")["ok"]


def test_a_replaced_server_is_not_believed(hub: RunningHub, desk: Joining, tmp_path: Path) -> None:
    """Another Centre answers at the old address: it has another key."""
    reader = desk("reader")
    reader("sync")
    hub.stop()
    create_centre(tmp_path / "another", datetime.now(UTC))
    with serving_again(tmp_path / "another", hub.url) as other:
        assert reader.fails("sync") in ("desk-unknown", "signature")
        assert reader.fails("join", other.invite("reader")) == "other-centre"
    assert set(reader("status")["roles"]) == {"latam"}
