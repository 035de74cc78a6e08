"""What a person did stays done: across cuts, across two threads, and whatever others do to the same record."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from hubdesk.desk import Desk
from hubdesk.errors import Unreachable
from hubdesk.sync.link import Link
from hubdesk.sync.transfer import Transfer
from tests.scenarios.open_desks import Joining, desk, write

__all__ = ["desk"]


def published(coordinator: Desk, **fields: Any) -> str:
    record = write(coordinator, **fields)
    assert coordinator.propose([record]).done == coordinator.accept([record]).done == [record]
    assert coordinator.publish("latam").published == 1
    return record


def change(author: Desk, record: str, **fields: Any) -> None:
    author.set(record, fields)
    assert author.propose([record]).done == [record]
    author.sync()


@pytest.fixture
def cut_after_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next exchange reaches the server; its answer does not come back."""
    exchange = Link.exchange

    def cut(link: Link, up: Any) -> Any:
        monkeypatch.setattr(Link, "exchange", exchange)
        exchange(link, up)
        raise Unreachable("cut")

    monkeypatch.setattr(Link, "exchange", cut)


def test_later_words_are_not_accepted_because_earlier_ones_were(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author, title={"en": "Good words"})
    author.propose([record])
    author.sync()
    coordinator.sync()
    coordinator.accept([record])
    change(author, record, title={"en": "Words that nobody has read"})
    coordinator.sync()
    assert [item.state for item in coordinator.inbox()] == ["open"]
    assert coordinator.publish("latam").published == 0


def test_a_newer_head_accepts_nothing_that_was_open(desk: Joining) -> None:
    one, other, author = desk("coordinator", "one"), desk("coordinator", "other"), desk("contributor")
    record = published(one)
    for each in (other, author):
        each.sync()
    other.set(record, {"licence": "CC0-1.0"})
    other.propose([record])
    other.accept([record])
    change(author, record, summary={"en": "Not read by anybody yet."})
    other.sync()
    assert [item.state for item in other.inbox()] == ["open"]
    one.set(record, {"title": {"en": "A newer title"}})
    one.propose([record])
    one.accept([record])
    one.publish("latam")
    other.sync()
    assert [item.state for item in other.inbox()] == ["open"]
    assert [item.state for item in other.outbox()] == ["accepted"]
    assert other.publish("latam").published == 1
    shown = other.published(record)
    assert shown is not None
    assert (shown.fields["licence"], shown.fields["summary"]) == ("CC0-1.0", {"en": "What to check."})


def test_what_was_taken_back_and_then_discarded_leaves_the_inbox_too(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author)
    author.propose([record])
    author.sync()
    author.take_back(record)
    author.discard(record)
    assert (author.drafts(), author.outbox()) == ([], [])
    author.sync()
    coordinator.sync()
    assert coordinator.inbox() == []


def test_a_new_change_after_one_taken_back_is_against_what_is_signed(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = published(coordinator)
    author.sync()
    change(author, record, title={"en": "First thought"})
    author.take_back(record)
    author.discard(record)
    change(author, record, title={"en": "Second thought"})
    signed = author.published(record)
    pending = author.show(record)
    assert signed is not None
    assert pending.revision is not None
    assert author.history(record)[0].parents == [signed.revision]
    coordinator.sync()
    assert coordinator.accept([record]).refused == []


def test_an_own_change_taken_back_is_not_published_with_anothers(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = published(coordinator)
    author.sync()
    change(author, record, summary={"en": "Said by the author."})
    coordinator.sync()
    coordinator.accept([record])
    coordinator.set(record, {"title": {"en": "Said too early"}})
    coordinator.propose([record])
    coordinator.accept([record])
    coordinator.take_back(record)
    coordinator.accept([record])
    coordinator.publish("latam")
    signed = coordinator.published(record)
    assert signed is not None
    assert signed.fields["title"] == {"en": "A checklist"}
    assert signed.fields["summary"] == {"en": "Said by the author."}


def test_a_publication_whose_answer_was_lost_leaves_nothing_waiting(
    desk: Joining, request: pytest.FixtureRequest
) -> None:
    coordinator = desk("coordinator")
    record = write(coordinator)
    coordinator.propose([record])
    coordinator.accept([record])
    request.getfixturevalue("cut_after_the_server")
    with pytest.raises(Unreachable):
        coordinator.publish("latam")
    assert [item.state for item in coordinator.outbox()] == ["accepted"]
    coordinator.sync()
    assert coordinator.outbox() == []
    assert coordinator.show(record).state == "confirmed"


def test_a_file_whose_upload_was_cut_is_brought_by_the_next_sync(
    desk: Joining, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    (tmp_path / "plan.txt").write_text("The plan.")
    record = write(author)
    author.attach(record, [tmp_path / "plan.txt"])
    author.propose([record])
    upload = Transfer.upload

    def cut(*_: Any) -> None:
        raise Unreachable("cut")

    monkeypatch.setattr(Transfer, "upload", cut)
    with pytest.raises(Unreachable):
        author.sync()
    monkeypatch.setattr(Transfer, "upload", upload)
    author.sync()
    coordinator.sync()
    coordinator.accept([record])
    coordinator.publish("latam")
    assert coordinator.get(record).path.read_text() == "The plan."


def test_naming_a_draft_twice_proposes_it_once(desk: Joining) -> None:
    author = desk("contributor")
    record = write(author)
    assert author.propose([record, record]).done == [record]
    assert len(author.outbox()) == 1


def test_one_draft_that_is_too_large_stops_no_other(desk: Joining) -> None:
    author = desk("contributor")
    large, small = write(author, notes={"en": "x" * 1_100_000}), write(author)
    done = author.propose()
    assert done.done == [small]
    assert [(item.id, item.problems[0].code) for item in done.refused] == [(large, "too-large")]
    assert [draft.id for draft in author.drafts()] == [large]


def test_a_file_attached_while_another_is_being_copied_stays(desk: Joining, tmp_path: Path) -> None:
    author = desk("contributor")
    record = write(author)
    for name in ("slow.txt", "quick.txt"):
        (tmp_path / name).write_text(name)
    author.attach(record, [tmp_path / "slow.txt"], lambda *_: _once(author, record, tmp_path / "quick.txt"))
    assert {file.name for file in author.show(record).files} == {"slow.txt", "quick.txt"}


def _once(author: Desk, record: str, path: Path) -> None:
    if not author.show(record).files:
        author.attach(record, [path])


def test_a_file_that_lies_here_is_handed_out_during_a_sync(desk: Joining, tmp_path: Path) -> None:
    author = desk("contributor")
    (tmp_path / "plan.txt").write_text("The plan.")
    record = write(author)
    author.attach(record, [tmp_path / "plan.txt"])
    got: list[str] = []

    def during(_: object) -> None:
        reading = threading.Thread(target=lambda: got.append(author.get(record).path.read_text()))
        reading.start()
        reading.join(5)
        assert got, "waited for the sync"

    author.sync(during)
