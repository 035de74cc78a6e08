"""A change has one effect and leaves the outbox for one reason, however often and however badly it travels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hubdesk.catalogue import batches, clashing, records
from hubdesk.catalogue.outbox import Outbox, settle
from hubdesk.desk import Desk
from hubdesk.errors import StorageFailure, Unreachable, Untrusted
from hubdesk.state.outcome import Settled
from hubdesk.sync.link import Link
from tests.scenarios.open_desks import Joining, desk, only, propose, publish, write
from tests.scenarios.open_desks import settle as accept_and_publish

__all__ = ["desk"]


@pytest.fixture
def lost_answer(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """While the list holds a number, so many answers of the server are lost on the way."""
    left: list[int] = []
    exchange = Link.exchange

    def lossy(link: Link, up: Any) -> Any:
        down = exchange(link, up)
        if left and left[0] > 0:
            left[0] -= 1
            raise Unreachable("cut", url="", at="")
        return down

    monkeypatch.setattr(Link, "exchange", lossy)
    return left


def test_a_change_whose_answer_was_lost_is_proposed_once(desk: Joining, lost_answer: list[int]) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author)
    author.propose([record])
    lost_answer.append(1)
    with pytest.raises(Unreachable):
        author.sync()
    assert [item.state for item in author.outbox()] == ["waiting"]
    author.sync()
    assert [item.state for item in author.outbox()] == ["received"]
    accept_and_publish(coordinator, record)
    lost_answer[0] = 1
    with pytest.raises(Unreachable):
        author.sync()  # the outcome was in it
    assert [item.state for item in author.outbox()] == ["received"]
    assert author.sync().outcomes == {"accepted": 1}
    assert author.outbox() == []
    assert author.sync().outcomes == {}
    assert coordinator.inbox() == []


def test_everything_offered_again_is_taken_in_once(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author)
    author.propose([record])
    author.sync()
    coordinator.sync()
    with author._database.write() as connection:
        assert batches.offer_again(connection) == 1
    author.sync()
    coordinator.sync()
    assert len(coordinator.inbox()) == 1
    accept_and_publish(coordinator, record)
    with author._database.write() as connection:
        batches.offer_again(connection)
    author.sync()
    coordinator.sync()
    assert (author.outbox(), coordinator.inbox()) == ([], [])
    assert coordinator.publish("latam").published == 0


def test_an_outcome_that_the_signed_state_contradicts_is_thrown_away(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine"})
    author.sync()
    [waits] = author.outbox()
    told = Settled(sequence=waits.sequence or 0, record=record, result="accepted")
    with author._database.write() as connection, pytest.raises(Untrusted, match="outcome-false"):
        settle(connection, author._parts.outbox, author._parts.layers, "latam/public", told)
    assert [item.state for item in author.outbox()] == ["received"]


def test_a_batch_that_was_refused_whole_and_then_replaced_is_not_sent_for_ever(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author)
    author.propose([record])
    with author._database.write() as connection:
        batches.number_events(connection, author._profile.keys)
        [batch] = batches.unsent_batches(connection)
        batches.refuse_batch(connection, batch.first, "collection-unknown")
    assert [(item.state, item.note) for item in author.outbox()] == [("refused", "collection-unknown")]
    author.set(record, {"title.en": "Written again"})
    author.propose([record])
    with author._database.write() as connection:
        batches.number_events(connection, author._profile.keys)
        assert [sent.first for sent in batches.unsent_batches(connection)] == [batch.first + 1]
    author.sync()
    with author._database.read() as connection:
        assert list(batches.unsent_batches(connection)) == []
    coordinator.sync()
    assert [item.title for item in coordinator.inbox()] == [{"en": "Written again"}]


def test_what_the_hub_refused_for_now_can_be_offered_again(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author)
    author.propose([record])
    with author._database.write() as connection:
        batches.number_events(connection, author._profile.keys)
        [batch] = batches.unsent_batches(connection)
        batches.refuse_batch(connection, batch.first, "quota")
    author.sync()
    assert [item.state for item in author.outbox()] == ["refused"]
    assert author.propose([record]).done == [record]
    author.sync()
    assert [(item.state, item.note) for item in author.outbox()] == [("received", None)]
    coordinator.sync()
    assert len(coordinator.inbox()) == 1


def test_a_later_batch_that_the_hub_has_keeps_its_numbers_where_an_earlier_ones_are_taken(
    desk: Joining,
) -> None:
    """It may have to be sent again, exactly as it was signed."""
    author = desk("contributor")
    for _ in range(2):
        author.propose([write(author)])
        with author._database.write() as connection:
            batches.number_events(connection, author._profile.keys)
    with author._database.write() as connection:
        [earlier, later] = batches.unsent_batches(connection)
        batches.note_received(connection, later.first, {})
        batches.number_again(connection, earlier.first, 7)
        batches.number_events(connection, author._profile.keys)
        assert batches.offer_again(connection) == 1
        assert [(batch.first, batch.mark == later.mark) for batch in batches.unsent_batches(connection)] == [
            (later.first, True),
            (7, False),
        ]


def test_a_change_that_clashes_waits_with_its_number_unused(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine"})
    publish(coordinator, record, **{"title.en": "Theirs"})
    with author._database.write() as connection:  # the head comes by another road, before the change is sent
        row = records.find(connection, record)
        found = author._parts.merging.combined(
            connection, *_two(connection, author, coordinator, record), row.confirmed
        )
        clashing.note(connection, row.number, clashing.OUTBOX, found, "2026-11-22T00:00:00Z")
        batches.number_events(connection, author._profile.keys)
        assert list(batches.unsent_batches(connection)) == []
        assert not batches.anything_waits(connection)


def _two(connection: Any, author: Desk, coordinator: Desk, record: str) -> tuple[Any, Any]:
    """Return the author's words and the coordinator's, both held by the author."""
    from hubdesk.catalogue import revisions

    with coordinator._database.read() as other:
        theirs = revisions.get(other, bytes.fromhex(coordinator.show(record).revision or ""))
    assert theirs is not None
    revisions.keep(connection, [theirs])
    pending = records.find(connection, record).pending
    return revisions.get(connection, pending or b""), theirs


def test_a_decision_that_was_cut_short_is_no_decision(desk: Joining, monkeypatch: pytest.MonkeyPatch) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(coordinator)
    publish(coordinator, record)
    author.sync()
    propose(author, record, **{"title.en": "Mine"})
    author.sync()
    publish(coordinator, record, **{"title.en": "Theirs"})
    author.sync()
    before = (only(author), author.outbox(), author.show(record))

    def full(*_: Any) -> None:
        raise StorageFailure("disk-full", path="")

    replace = Outbox._replace
    monkeypatch.setattr(Outbox, "_replace", full)
    with pytest.raises(StorageFailure):
        author.clashes.resolve(record, "title.en", "mine")
    assert (only(author), author.outbox(), author.show(record)) == before
    monkeypatch.setattr(Outbox, "_replace", replace)
    author.clashes.resolve(record, "title.en", "mine")
    author.sync()
    accept_and_publish(coordinator, record)
    author.sync()
    assert author.show(record).fields["title"] == {"en": "Mine"}


def test_the_files_that_still_go_up_count(desk: Joining, tmp_path: Path) -> None:
    author = desk("contributor")
    (tmp_path / "plan.txt").write_bytes(b"x" * 20_000)
    record = write(author)
    author.attach(record, [tmp_path / "plan.txt"])
    author.propose([record])
    assert author.outbox()[0].bytes > 20_000
    assert author.outbox()[0].files_to_send == 1
    author.sync()
    assert author.outbox()[0].bytes < 2_000
    assert author.outbox()[0].files_to_send == 0


def test_words_said_anew_twice_before_the_coordinator_looks_are_no_clash(
    desk: Joining, lost_answer: list[int]
) -> None:
    """The coordinator never sees the words in between, and still knows from what the last ones were made."""
    coordinator, author = desk("coordinator"), desk("contributor")
    record = write(author)
    author.propose([record])
    author.sync()
    accept_and_publish(coordinator, record)
    lost_answer.append(0)
    for title in ("Two", "Three"):
        author.set(record, {"title.en": title})
        author.propose([record])
        lost_answer[0] = 1  # the hub has it, and the author does not hear that the first words are published
        with pytest.raises(Unreachable):
            author.sync()
    coordinator.sync()
    assert coordinator.accept([record]).refused == []
    coordinator.publish("latam")
    author.sync()
    assert author.outbox() == []
    assert author.show(record).fields["title"] == {"en": "Three"}
