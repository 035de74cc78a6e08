"""The whole loop on the command line: write, propose, accept, publish, receive."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios.command_line import MEMBERS, NOTHING, PUBLIC, CommandLine

Joining = Callable[..., CommandLine]
Find = Callable[[str], Path]


def revision_hashes(desk: CommandLine, records: list[str]) -> list[str]:
    return [desk("show", record)["revision"] for record in records]


def assert_equal_states(*desks: CommandLine) -> None:
    """Every collection that two desks follow has the same version, root and number of records on both."""
    first, *others = [desk("status")["collections"] for desk in desks]
    for other in others:
        shared = first.keys() & other.keys()
        assert shared
        for name in shared:
            without_time = [
                {key: view[name][key] for key in ("version", "root", "records")} for view in (first, other)
            ]
            assert without_time[0] == without_time[1], name
    assert all(desk("verify")["ok"] for desk in desks)


def lines_of(path: Path) -> list[bytes]:
    with lzma.open(path) as file:
        return list(file)


def test_a_proposal_becomes_a_record_on_every_desk(desk: Joining) -> None:
    coordinator, contributor, reader = desk("coordinator"), desk("contributor"), desk("reader")
    record = contributor.write("case_study", title="Open data in committee", summary="How it went.")
    assert contributor("propose", record) == {"done": [record], "refused": []}
    assert contributor.counts() == (0, 1, 0)
    assert contributor("sync")["events_sent"] == 1
    assert contributor("outbox")["items"][0]["state"] == "received"

    coordinator("sync")
    [proposed] = coordinator("inbox")["items"]
    assert (proposed["id"], proposed["new"], proposed["state"], proposed["role"]) == (
        record,
        True,
        "open",
        "contributor",
    )
    assert coordinator("accept", record) == {"done": [record], "refused": []}
    published = coordinator("publish", "latam")
    assert published["published"] == 1
    assert published["collections"][PUBLIC]["records"] == 1

    assert reader("sync")["records_received"] >= 1
    assert contributor("sync")["outcomes"] == {"accepted": 1}
    assert contributor.counts() == (0, 0, 0)
    assert_equal_states(coordinator, contributor, reader)
    assert len(set(revision_hashes(contributor, [record]) + revision_hashes(reader, [record]))) == 1
    found = reader("search", "committee")
    assert [(hit["id"], hit["kind"], hit["hub"], hit["state"]) for hit in found["hits"]] == [
        (record, "case_study", "latam", "confirmed")
    ]


def test_a_sync_without_news_is_one_request_and_changes_nothing(desk: Joining) -> None:
    coordinator = desk("coordinator")
    coordinator.published()
    coordinator("sync")
    before = coordinator.root()
    again = coordinator("sync")
    assert (again["requests"], again["records_received"], again["events_sent"], again["outcomes"]) == (
        1,
        0,
        0,
        {},
    )
    assert again["collections"][PUBLIC]["root"] == before
    assert coordinator("publish", "latam") | {"bytes_up": 0, "bytes_down": 0} == {
        "collections": {name: again["collections"][name] for name in (MEMBERS, PUBLIC)},
        "published": 0,
        "requests": 0,
        "bytes_up": 0,
        "bytes_down": 0,
    }


def test_real_publiccode_files_reach_a_reader(desk: Joining, shared_data: Find) -> None:
    folder = shared_data("publiccode")
    coordinator, reader = desk("coordinator"), desk("reader")
    imported = coordinator("import", "publiccode", folder)
    assert (
        imported["imported"] + imported["rejected"]
        == len(list(folder.rglob("*.yml")))
        == len(imported["items"])
    )
    ids = [item["id"] for item in imported["items"] if item["id"]]
    assert coordinator.counts()[0] == len(set(ids))

    proposed = coordinator("propose", "--all")
    accepted = coordinator("accept", "--all")
    assert sorted(accepted["done"]) == sorted(proposed["done"])
    assert sorted(set(ids)) == sorted(proposed["done"] + [item["id"] for item in proposed["refused"]])
    assert coordinator("publish", "latam")["published"] == len(accepted["done"]) > 60
    reader("sync")
    assert_equal_states(coordinator, reader)
    assert revision_hashes(reader, accepted["done"]) == revision_hashes(coordinator, accepted["done"])

    # The same files again are the same records; nothing is proposed where nothing changed.
    again = coordinator("import", "publiccode", folder)
    assert [item["id"] for item in again["items"]] == [item["id"] for item in imported["items"]]
    coordinator("propose", *accepted["done"])
    assert coordinator("outbox")["items"] == []


def test_the_data_set_and_its_changes_travel_as_a_snapshot_and_a_delta(
    desk: Joining, shared_data: Find, tmp_path: Path
) -> None:
    changes = {json.loads(line)["id"]: line for line in lines_of(shared_data("sync/changes.jsonl.xz"))}
    everything = {json.loads(line)["id"]: line for line in lines_of(shared_data("sync/records.jsonl.xz"))}
    others = [line for record, line in everything.items() if record not in changes]
    before = [everything[record] for record in changes] + others[:200]
    (tmp_path / "records.jsonl").write_bytes(b"".join(before))
    (tmp_path / "changes.jsonl").write_bytes(b"".join(changes.values()))
    coordinator, reader = desk("coordinator"), desk("reader")

    imported = coordinator("import", "records", tmp_path / "records.jsonl")
    assert (imported["imported"], imported["rejected"], len(imported["items"])) == (300, 0, 100)
    assert len(coordinator("propose", "--all")["done"]) == 300
    assert len(coordinator("accept", "--all")["done"]) == 300
    assert coordinator("publish", "latam")["published"] == 300
    filled = reader("sync")
    assert filled["records_received"] == 301  # with the coordinator's admission
    assert_equal_states(coordinator, reader)
    record = next(iter(changes))
    earlier = reader("show", record)["revision"]

    assert coordinator("import", "records", tmp_path / "changes.jsonl")["imported"] == 100
    coordinator("propose", "--all")
    coordinator("accept", "--all")
    assert coordinator("publish", "latam")["published"] == 100
    brought = reader("sync")
    assert (brought["records_received"], brought["requests"]) == (100, 1)
    assert brought["bytes_down"] < 8_000 < filled["bytes_down"] / 10
    assert_equal_states(coordinator, reader)
    assert revision_hashes(reader, list(changes)) == revision_hashes(coordinator, list(changes))
    assert reader("history", record)["revisions"][0]["parents"] == [earlier]
    given = json.loads(changes[record])
    fields = reader.shown(record)
    assert (fields["text"], fields["keywords"]) == (given["body"], given["topics"])
    assert fields["version"] == given["version"]
    assert [file["available"] for file in reader("show", record)["files"]] == [False] * len(given["files"])


def test_members_records_stay_with_members(desk: Joining) -> None:
    coordinator, contributor, reader = desk("coordinator"), desk("contributor"), desk("reader")
    record = coordinator.write("tool", "--collection", MEMBERS, title="For members")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    contributor("sync")
    assert contributor.shown(record)["title"] == {"en": "For members"}
    assert_equal_states(coordinator, contributor)

    reader("follow", MEMBERS)  # a wish is no right
    told = reader("sync")
    assert [problem["about"] for problem in told["problems"]] == [MEMBERS]
    assert told["collections"][MEMBERS]["root"] == NOTHING
    assert reader.fails("show", record) == "no-such-record"
    assert reader("search", "members")["total"] == 0


def test_a_second_join_adds_a_hub_of_the_same_centre(hub: Any, desk: Joining) -> None:
    coordinator, other = desk("coordinator"), desk("coordinator", "open-data")
    joined = coordinator("join", hub.invite("reader", "open-data"))
    assert (joined["hub"], joined["role"], joined["collections"]) == (
        "open-data",
        "reader",
        ["centre/public", "open-data/public"],
    )
    assert joined["desk"] == coordinator("status")["desk"]
    record = other.write("dataset", title="Votes")
    other("propose", record)
    other("accept", "--all")
    other("publish", "open-data")
    coordinator("sync")
    status = coordinator("status")
    assert status["roles"] == {"latam": "coordinator", "open-data": "reader"}
    assert set(status["collections"]) == {"centre/public", "latam/members", PUBLIC, "open-data/public"}
    assert coordinator("show", record)["hub"] == "open-data"
    mine = coordinator("new", "tool", "title=Mine", "summary=Of the first hub")
    assert mine["collection"] == PUBLIC
    assert coordinator.fails("publish", "open-data") == "not-a-coordinator"


def test_kinds_with_personal_data_are_for_members_alone(desk: Joining) -> None:
    coordinator = desk("coordinator")
    person = coordinator("new", "expert", "title=An expert on budgets")
    assert person["collection"] == MEMBERS
    assert coordinator.fails("new", "expert", "title=An expert", "--collection", PUBLIC) == "wrong-place"
    assert coordinator.counts()[0] == 1


def test_following_chooses_what_is_asked_for(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    reader("sync")
    assert reader("unfollow", PUBLIC)["collections"] == ["centre/public"]
    record = coordinator.published()
    assert reader("sync")["records_received"] == 0
    assert reader.fails("show", record) == "no-such-record"
    assert PUBLIC in reader("follow", PUBLIC)["collections"]
    assert reader("sync")["records_received"] == 1
    assert_equal_states(coordinator, reader)
    assert reader.fails("unfollow", "nowhere/public") == "no-such-collection"
    assert reader.fails("follow", "no collection") == "not-a-collection"


def test_withdrawing_keeps_the_history_and_restoring_brings_the_words_back(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    record = coordinator.published(title="To be withdrawn")
    reader("sync")
    first = reader("show", record)["revision"]
    coordinator("withdraw", record, "--reason", "It was a mistake")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader("sync")
    view = reader("show", record)
    assert (view["withdrawn"], view["fields"]) == ("It was a mistake", {})
    assert_equal_states(coordinator, reader)
    assert reader("status")["collections"][PUBLIC]["records"] == 1  # an id never leaves the map

    history = reader("history", record)["revisions"]
    assert [item["hash"] for item in history] == [view["revision"], first]
    assert [item["held"] for item in history] == [True, True]
    coordinator("restore", record, first)
    assert coordinator.shown(record)["title"] == {"en": "To be withdrawn"}
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader("sync")
    assert reader.shown(record)["title"] == {"en": "To be withdrawn"}
    assert len(reader("history", record)["revisions"]) == 3
    assert_equal_states(coordinator, reader)


def test_revisions_that_are_not_held_are_fetched_by_their_hash(desk: Joining, hub: Any) -> None:
    coordinator = desk("coordinator")
    record = coordinator.published(title="The first words")
    for words in ("The second words", "The third words"):
        coordinator("set", record, f"title={words}")
        coordinator("propose", record)
        coordinator("accept", record)
        coordinator("publish", "latam")
    reader, other = desk("reader"), desk("reader", name="another-reader")
    for late in (reader, other):
        late("sync")
    history = reader("history", record)
    assert [item["held"] for item in history["revisions"]] == [True, True, True]
    first = history["revisions"][-1]["hash"]
    reader("restore", record, first)
    assert reader.shown(record)["title"] == {"en": "The first words"}

    other("restore", record, first)  # fetches what it lacks by itself
    assert other.shown(record)["title"] == {"en": "The first words"}
    third = desk("reader", name="a-third-reader")
    third("sync")
    hub.stop()
    told = third("history", record)
    assert (told["problems"], [item["held"] for item in told["revisions"]]) == (["no-answer"], [True, False])
    assert third.fails("restore", record, first) == "no-answer"
    assert third.shown(record)["title"] == {"en": "The third words"}


@pytest.mark.parametrize("verb", ["status", "outbox", "verify", "search"])
def test_reading_works_without_a_server(desk: Joining, hub: Any, verb: str) -> None:
    reader = desk("reader")
    hub.stop()
    assert reader(verb)
