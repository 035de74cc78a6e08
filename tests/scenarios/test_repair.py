"""What does not match what was signed is found by comparing, and only that is fetched again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from hubdesk.catalogue.drafts import NewRecord
from hubdesk.desk import Desk
from tests.scenarios.command_line import PUBLIC, CommandLine

Joining = Callable[..., CommandLine]
MANY = 300


def altered(desk: CommandLine, statement: str, *values: object) -> None:
    """Change the catalogue behind HubDesk's back, as a bad disk or another program would."""
    with closing(sqlite3.connect(desk.profile / "catalogue.sqlite")) as connection, connection:
        assert connection.execute(statement, values).rowcount > 0


@pytest.fixture
def published(desk: Joining) -> tuple[CommandLine, CommandLine, list[str]]:
    """A coordinator who published three hundred records, a reader who has them, and their ids."""
    coordinator, reader = desk("coordinator"), desk("reader")
    texts = [{"en": f"Checklist {number} of the committee"} for number in range(MANY)]
    fields = [{"title": text, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"} for text in texts]
    inside = Desk.open(coordinator.profile)
    ids = inside.new_many([NewRecord("tool", item) for item in fields], PUBLIC)
    inside.propose()
    inside.accept()
    inside.close()
    coordinator("publish", "latam")
    reader("sync")
    return coordinator, reader, ids


def published_again(coordinator: CommandLine, *ids: str) -> None:
    for record in ids:
        coordinator("set", record, "title=Another title")
    coordinator("propose", "--all")
    coordinator("accept", "--all")
    coordinator("publish", "latam")


Published = tuple[CommandLine, CommandLine, list[str]]


def test_bytes_that_were_damaged_on_the_disk_are_fetched_by_their_hash(published: Published) -> None:
    coordinator, reader, ids = published
    shown = reader("show", ids[7])["revision"]
    altered(reader, "UPDATE revision SET canonical = zeroblob(100) WHERE hex(hash) = upper(?)", shown)
    problems = reader("verify")["problems"]
    assert {"code": "revision-mismatch", "name": shown} in problems
    told = reader("sync")
    assert (told["requests"], told["problems"]) == (1, [])
    assert told["bytes_up"] + told["bytes_down"] < 2_000
    assert reader("verify")["ok"]
    assert reader.shown(ids[7]) == coordinator.shown(ids[7])


def test_a_state_that_does_not_match_is_compared_by_nodes(published: Published) -> None:
    coordinator, reader, ids = published
    one, other = (reader("show", record)["revision"] for record in ids[:2])
    altered(
        reader,
        "UPDATE record SET confirmed = (SELECT hash FROM revision WHERE hex(hash) = upper(?))"
        " WHERE hex(confirmed) = upper(?)",
        one,
        other,
    )
    assert {problem["code"] for problem in reader("verify")["problems"]} >= {"root-mismatch"}
    told = reader("sync")
    assert (told["requests"], told["problems"], told["records_received"]) == (2, [], 1)
    assert told["bytes_up"] + told["bytes_down"] < 11_000, "the nodes, a few marks and one record"
    assert reader("verify")["ok"]
    assert reader.shown(ids[1]) == coordinator.shown(ids[1])
    assert reader("sync")["requests"] == 1


def test_news_for_a_state_that_does_not_match_finds_out(published: Published) -> None:
    coordinator, reader, ids = published
    shown = reader("show", ids[5])["revision"]
    altered(reader, "UPDATE record SET confirmed = NULL WHERE hex(confirmed) = upper(?)", shown)
    published_again(coordinator, ids[5])
    told = reader("sync")
    assert told["requests"] <= 3
    assert told["bytes_up"] + told["bytes_down"] < 13_000
    assert reader.root() == coordinator.root()
    assert reader("verify")["problems"] == []
    assert reader.shown(ids[5]) == coordinator.shown(ids[5])


def test_a_cursor_that_the_server_does_not_know_costs_the_difference(published: Published) -> None:
    coordinator, reader, ids = published
    altered(reader, "UPDATE collection SET root = zeroblob(32) WHERE name = ?", PUBLIC)
    published_again(coordinator, ids[5], ids[6])
    told = reader("sync")
    assert (told["requests"], told["problems"], told["records_received"]) == (2, [], 2)
    assert told["bytes_up"] + told["bytes_down"] < 11_000
    assert reader.root() == coordinator.root()
    assert reader("verify")["ok"]


def test_where_most_differs_the_whole_is_taken(published: Published) -> None:
    coordinator, reader, _ = published
    altered(reader, "UPDATE record SET confirmed = NULL WHERE number % 10 <> 0 AND kind = ?", "tool")
    altered(reader, "UPDATE collection SET root = zeroblob(32) WHERE name = ?", PUBLIC)
    told = reader("sync")
    assert (told["requests"], told["problems"]) == (2, [])
    assert reader.root() == coordinator.root()
    assert reader("verify")["ok"]


def test_what_a_person_writes_outlives_a_repair(published: Published) -> None:
    _, reader, ids = published
    reader("set", ids[3], "title=My own words")
    altered(reader, "UPDATE collection SET root = zeroblob(32) WHERE name = ?", PUBLIC)
    reader("sync")
    assert reader.shown(ids[3])["title"] == {"en": "My own words"}
    assert reader("verify")["ok"]
