"""A version that withdraws a large part of a collection waits until a person has looked; nothing else waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hubdesk.catalogue.drafts import NewRecord
from hubdesk.desk import Desk
from tests.scenarios.command_line import PUBLIC, CommandLine

Joining = Callable[..., CommandLine]


@contextmanager
def opened(desk: CommandLine) -> Iterator[Desk]:
    """The same desk without a command for each of thirty records."""
    inside = Desk.open(desk.profile)
    try:
        yield inside
    finally:
        inside.close()


def written(coordinator: CommandLine, count: int) -> list[str]:
    """Publish `count` records; return their ids."""
    texts = [{"en": f"Checklist {number}"} for number in range(count)]
    fields = [{"title": text, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"} for text in texts]
    with opened(coordinator) as inside:
        ids = inside.new_many([NewRecord("tool", item) for item in fields], PUBLIC)
        inside.propose()
        inside.accept()
    coordinator("publish", "latam")
    return ids


def withdrawn(coordinator: CommandLine, ids: list[str], *words: str) -> None:
    withdraw(coordinator, ids)
    coordinator("publish", "latam", *words)


def withdraw(coordinator: CommandLine, ids: list[str]) -> None:
    with opened(coordinator) as inside:
        for record in ids:
            inside.withdraw(record, "out of date")
        inside.propose()
        inside.accept()


def titles_of(desk: CommandLine) -> int:
    """How many records a person can find here."""
    return int(desk("search", "checklist")["total"])


def test_a_version_that_withdraws_much_is_shown_before_it_is_applied(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    ids = written(coordinator, 30)
    reader("sync")
    before = reader.root()

    withdraw(coordinator, ids[:25])
    assert coordinator.fails("publish", "latam") == "withdrawals-unconfirmed"
    assert coordinator.fails("publish", "latam", "--withdraw", "24") == "withdrawals-unconfirmed"
    assert coordinator.root() == before, "nothing was signed"
    coordinator("publish", "latam", "--withdraw", "25")
    assert coordinator.root() != before
    assert titles_of(coordinator) == 5

    told = reader("sync")
    assert told["held"] == {PUBLIC: 25}
    assert reader.root() == before
    assert titles_of(reader) == 30
    again = reader("sync")
    assert again["held"] == {PUBLIC: 25}
    assert again["requests"] == 1
    assert again["bytes_up"] + again["bytes_down"] < 500, "it is not fetched again"
    assert reader("verify")["ok"]

    taken = reader("sync", "--take-held")
    assert taken["taken"] == {PUBLIC: 25}
    assert reader.root() == coordinator.root()
    assert titles_of(reader) == 5
    assert reader("sync")["held"] == {}
    assert reader("verify")["ok"]


def test_taking_what_is_held_needs_no_line(hub: object, desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    ids = written(coordinator, 22)
    reader("sync")
    withdrawn(coordinator, ids, "--withdraw", "22")
    reader("sync")
    hub.stop()  # type: ignore[attr-defined]
    reader("sync", "--take-held")
    assert reader.root() == coordinator.root()
    assert titles_of(reader) == 0


def test_a_newer_version_that_undoes_it_takes_its_place(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    ids = written(coordinator, 30)
    reader("sync")
    withdrawn(coordinator, ids[:25], "--withdraw", "25")
    assert reader("sync")["held"] == {PUBLIC: 25}
    with opened(coordinator) as inside:
        for item in inside.bin.all():
            inside.restore(item.id, item.revision)
        inside.propose()
        inside.accept()
    coordinator("publish", "latam")

    told = reader("sync")
    assert (told["held"], told["problems"]) == ({}, [])
    assert reader.root() == coordinator.root()
    assert titles_of(reader) == 30
    assert reader("verify")["ok"]


def test_withdrawals_of_several_versions_count_together(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    ids = written(coordinator, 30)
    reader("sync")
    withdrawn(coordinator, ids[:15])  # too few to be held
    withdrawn(coordinator, ids[15:25])
    assert reader("sync")["held"] == {PUBLIC: 25}
    withdrawn(coordinator, ids[25:])
    assert reader("sync")["held"] == {PUBLIC: 30}, "a newer version that withdraws more is held as well"
    reader("sync", "--take-held")
    assert reader.root() == coordinator.root()


def test_first_fills_replacements_and_small_withdrawals_are_not_held(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    ids = written(coordinator, 30)
    reader("sync")
    with opened(coordinator) as inside:
        for record in ids:
            inside.set(record, {"title.en": "Another checklist"})
        inside.propose()
        inside.accept()
    coordinator("publish", "latam")
    assert reader("sync")["held"] == {}
    withdrawn(coordinator, ids[:20])
    assert reader("sync")["held"] == {}
    assert titles_of(reader) == 10
    late = desk("reader", name="late")
    assert late("sync")["held"] == {}
    assert late.root() == reader.root() == coordinator.root()


def test_nothing_else_waits_for_what_is_held(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    ids = written(coordinator, 30)
    author("sync")
    mine = author.write(title="My own checklist")
    author("propose", mine)
    author("sync")
    coordinator("sync")
    coordinator("accept", mine)
    withdrawn(coordinator, ids[:25], "--withdraw", "25")

    told = author("sync")
    assert told["held"] == {PUBLIC: 25}
    # What is proposed while a version is held arrives, and what became of it.
    later = author.write(title="A later checklist")
    author("propose", later)
    assert author("sync")["events_sent"] == 1
    coordinator("sync")
    coordinator("return", later, "--comment", "Why?")
    coordinator("sync")
    assert author("sync")["outcomes"] == {"returned": 1}
    author("sync", "--take-held")
    author("sync")
    assert author("show", mine)["state"] == "confirmed"
    assert author("outbox")["items"] == []


def test_what_was_withdrawn_lies_in_the_bin_and_comes_back(desk: Joining) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    record = coordinator.published(title="Still wanted")
    reader("sync")
    withdrawn(coordinator, [record])
    reader("sync")
    [binned] = reader("bin")["items"]
    assert (binned["id"], binned["title"], binned["reason"]) == (
        record,
        {"en": "Still wanted"},
        "out of date",
    )
    assert binned["days_left"] == 90

    [own] = coordinator("bin")["items"]
    coordinator("restore", record, own["revision"])
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader("sync")
    assert reader("bin")["items"] == coordinator("bin")["items"] == []
    assert reader.shown(record)["title"] == {"en": "Still wanted"}
