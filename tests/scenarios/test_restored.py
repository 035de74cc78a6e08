"""Computers are restored from older copies: a desk's, a server's; what was written since is not lost unseen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.server.centre import create_centre
from hubdesk.sync import mending
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
        # A reader holds what was lost, signed: that heals the server, whoever brings it.
        told = reader("sync")
        assert (told["behind"], told["healed"]) == ({PUBLIC: 1}, [PUBLIC])
        assert (told["problems"], reader.root()) == ([], root)
        assert reader.shown(second)["title"] == {"en": "Two"}
        assert reader("verify")["ok"]
        again = reader("sync")
        assert (again["behind"], again["healed"], again["requests"]) == ({}, [], 1)
        # What the server forgot is offered again.
        assert author("sync")["events_sent"] == 1
        assert author("outbox")["items"][0]["state"] == "received"
        newcomer = person("newcomer")
        newcomer("join", hub_again.invite("coordinator"))
        newcomer("sync")
        assert [item["id"] for item in newcomer("inbox")["items"]] == [record]
        assert newcomer.root() == root
        # The coordinator can build on it again.
        coordinator("sync")
        coordinator("accept", record)
        coordinator("publish", "latam")
        assert author("sync")["outcomes"] == {"accepted": 1}
        assert author("show", record)["state"] == "confirmed"
        assert author.root() == coordinator.root() != root


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


def restored(copy: Path, hub: RunningHub) -> None:
    put_back(copy, hub.folder)


def test_a_server_that_lost_only_proposals_is_offered_them_again(hub: RunningHub, desk: Joining) -> None:
    """It stands at the same version: nothing but the proposals tells that it was restored."""
    coordinator, author = desk("coordinator"), desk("contributor")
    coordinator.published(title="One")
    author("sync")
    first = author.write(title="Before the copy")
    author("propose", first)
    author("sync")
    hub.stop()
    copy = copied(hub.folder)
    with serving_again(hub.folder, hub.url):
        lost = author.write(title="After the copy")
        author("propose", lost)
        author("sync")
        coordinator("sync")
        assert len(coordinator("inbox")["items"]) == 2
    restored(copy, hub)
    with serving_again(hub.folder, hub.url):
        # The next proposal has the next number: what is missing lies in between.
        later = author.write(title="After the restore")
        author("propose", later)
        told = author("sync")
        assert (told["behind"], told["problems"], told["events_sent"]) == ({}, [], 2)
        coordinator("sync")
        coordinator("accept", "--all")
        coordinator("publish", "latam")
        assert author("sync")["outcomes"] == {"accepted": 3}
        assert {author("show", one)["state"] for one in (first, lost, later)} == {"confirmed"}
        assert author("outbox")["items"] == []


def test_what_was_settled_and_lost_is_told_again(hub: RunningHub, desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    coordinator.published(title="One")
    author("sync")
    hub.stop()
    copy = copied(hub.folder)
    with serving_again(hub.folder, hub.url):
        record = author.write(title="Accepted and lost")
        author("propose", record)
        author("sync")
        coordinator("sync")
        coordinator("accept", record)
        coordinator("publish", "latam")
    restored(copy, hub)
    with serving_again(hub.folder, hub.url):
        # The author did not hear of it before the server lost the proposal, the version and the outcome.
        assert author("sync")["events_sent"] == 1
        told = coordinator("sync")
        assert told["healed"] == [PUBLIC]
        coordinator("sync")
        assert coordinator("inbox")["items"] == []
        assert author("sync")["outcomes"] == {"accepted": 1}
        author("sync")
        assert author("outbox")["items"] == []
        assert author("show", record)["state"] == "confirmed"
        assert author.root() == coordinator.root()


def test_only_one_desk_brings_what_the_server_lost(hub: RunningHub, desk: Joining) -> None:
    coordinator, first, second = desk("coordinator"), desk("reader"), desk("reader", name="second")
    coordinator.published(title="One")
    hub.stop()
    copy = copied(hub.folder)
    with serving_again(hub.folder, hub.url):
        coordinator.published(title="Two")
        first("sync")
        second("sync")
    restored(copy, hub)
    with serving_again(hub.folder, hub.url) as hub_again:
        errands = hub_again.store._healing.errands
        assert errands.give(PUBLIC, first("status")["desk"])
        told = second("sync")
        assert (told["behind"], told["healed"]) == ({PUBLIC: 1}, [])
        assert told["requests"] == 2  # the second brings back the metadata, which everybody may
        assert told["bytes_down"] < 3_000, "metadata goes back, and it is not even asked to compare"
        assert first("sync")["healed"] == [PUBLIC]
        assert second("sync")["behind"] == {}


def test_what_is_large_goes_back_as_a_file(
    hub: RunningHub, desk: Joining, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also from a reader, who may bring no files otherwise; once as a delta, once as a snapshot."""
    coordinator, reader = desk("coordinator"), desk("reader")
    hub.stop()
    empty = copied(hub.folder)
    with serving_again(hub.folder, hub.url):
        coordinator.published(title="One")
    one = copied(hub.folder.rename(hub.folder.with_name("one")))
    shutil.copytree(one, hub.folder)
    with serving_again(hub.folder, hub.url):
        coordinator.published(title="Two")
        reader("sync")
    for copy, setting in ((one, "INLINE_LIMIT"), (empty, "_MANY")):
        restored(copy, hub)
        monkeypatch.setattr(mending, setting, 1)
        with serving_again(hub.folder, hub.url):
            assert reader("sync")["healed"] == [PUBLIC]
            assert desk_again(reader)("sync")["behind"] == {}
    assert list((reader.profile / "blobs").glob("??/*")) == [], "what was made to be sent is gone"


def desk_again(desk: CommandLine) -> CommandLine:
    return CommandLine(desk.profile, desk._capsys)
