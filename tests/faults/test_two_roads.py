"""One outbox by two roads, and outcomes that are false or lost: one effect, and nothing leaves before its time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubdesk.state.outcome import SIGNED_AS, Outcomes, Settled, SignedOutcomes, body_of
from hubdesk.sync.wire import EXCHANGE, Down, Sealed, pack, unpack
from hubdesk.trust.keys import DeskKeys, seal
from tests.faults.world import LATAM, Place, World


def proposes(world: World, place: Place, **changes: Any) -> str:
    """Somebody changes the first record of the hub and proposes that."""
    record = place.desk.record_ids(LATAM)[0]
    place.desk.set(record, changes)
    assert place.desk.propose([record]).done == [record]
    return record


def events(world: World) -> list[Any]:
    with world.server.store.database.read() as connection:
        query = "SELECT desk, sequence, outcome FROM event ORDER BY desk, sequence"
        return [tuple(row) for row in connection.exec_driver_sql(query)]


@pytest.fixture
def second_computer(world: World) -> Iterator[Callable[[Place], Place]]:
    """Another computer to which somebody copied a profile."""
    opened: list[Place] = []

    def copied(place: Place) -> Place:
        place.desk.close()
        folder = Path(tempfile.mkdtemp(dir=place.folder.path.parent)) / place.name
        shutil.copytree(place.folder.path, folder)
        place.close_and_open()
        second = Place(place.name, folder, world.server)
        opened.append(second)
        return second

    yield copied
    for place in opened:
        place.desk.close()


def test_an_outbox_that_two_computers_deliver_has_one_effect(
    world: World, second_computer: Callable[[Place], Place]
) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    record = proposes(world, carla, title={"en": "Once"})
    with (
        carla.desk._database.write() as connection
    ):  # signed, and not sent yet: both computers hold the same batch
        from hubdesk.catalogue.batches import number_events

        number_events(connection, carla.desk._parts.profile.keys)
    second = second_computer(carla)
    for place in (carla, second, carla, second):
        world.sync(place)
    assert [(number, outcome) for _, number, outcome in events(world)] == [(1, "open")]
    world.sync(ana)
    assert len(ana.desk.inbox()) == 1
    ana.desk.accept()
    world.publish(ana, "latam")
    for place in (carla, second):
        world.sync(place)
        assert place.desk.outbox() == []
        assert place.desk.show(record).fields["title"] == {"en": "Once"}
        assert place.desk.verify().ok


def test_what_two_copies_of_a_profile_write_under_one_number_is_both_taken(
    world: World, second_computer: Callable[[Place], Place]
) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    second = second_computer(carla)
    proposes(world, carla, title={"en": "From the first"})
    proposes(world, second, summary={"en": "From the second"})
    for place in (carla, second):
        world.sync(place)
    assert [(number, outcome) for _, number, outcome in events(world)] == [(1, "open"), (2, "open")]
    world.sync(ana)
    assert ana.desk.accept().refused == []
    world.publish(ana, "latam")
    record = ana.desk.record_ids(LATAM)[0]
    fields = ana.desk.show(record).fields
    assert (fields["title"], fields["summary"]) == ({"en": "From the first"}, {"en": "From the second"})


class Outcome:
    """An outcome for Carla's first event, sealed for her and true in all but what a test changes."""

    def __init__(self, world: World, by: Place, record: str) -> None:
        self.author: DeskKeys = world.places["Carla"].desk._parts.profile.keys
        self.signer: DeskKeys = by.desk._parts.profile.keys
        self.said: dict[str, Any] = {
            "author": self.author.id,
            "by": self.signer.id,
            "collection": LATAM,
            "version": 1,
            "root": next(view.root for view in by.desk.collections() if view.name == LATAM),
            "settled": [Settled(sequence=1, record=record, result="accepted")],
        }

    def sealed(self, **changed: Any) -> bytes:
        body = body_of(Outcomes(**{**self.said, **changed}))
        return seal(
            self.author.recipient, pack(SignedOutcomes(body, self.signer.signing.sign(SIGNED_AS + body)))
        )


def hears(world: World, place: Place, sealed: bytes) -> Any:
    """`place` syncs, and the server adds an outcome of its own invention."""
    true = world.server.answer

    def lying(path: str, body: bytes) -> bytes:
        answer = true(path, body)
        if path != EXCHANGE:
            return answer
        down = unpack(answer, Down)
        return pack(Down(collections=down.collections, receipts=down.receipts, outcomes=[Sealed(9, sealed)]))

    world.server.answer = lying  # type: ignore[method-assign]
    try:
        return world.sync(place)
    finally:
        del world.server.answer  # type: ignore[method-assign]


@pytest.mark.parametrize(
    ("signer", "changed", "code"),
    [
        ("Ben", {}, "outcome-false"),  # a coordinator says accepted; the head that Carla holds says otherwise
        ("Rosa", {}, "not-a-coordinator"),
        ("Olga", {}, "not-a-coordinator"),  # of another hub
        ("Carla", {}, "outcome-false"),
        ("Ben", {"author": "00" * 32}, "not-for-this-desk"),
        ("Ben", {"by": "00" * 32}, "not-a-coordinator"),
        ("Ben", {"settled": [Settled(sequence=1, record="01a20000-0000-7000-8000-000000000000", result="returned")]},
         "outcome-elsewhere"),
        ("Ben", {"version": 99}, None),  # kept for later: Carla holds no such head
        ("Ben", {"root": "11" * 32}, None),  # of a state that she does not hold
    ],
)  # fmt: skip
def test_a_false_outcome_takes_nothing_out_of_an_outbox(
    world: World, signer: str, changed: dict[str, Any], code: str | None
) -> None:
    carla = world.places["Carla"]
    record = proposes(world, carla, title={"en": "Waiting"})
    world.sync(carla)
    report = hears(world, carla, Outcome(world, world.places[signer], record).sealed(**changed))
    assert [fault.code for fault in report.problems] == ([code] if code else [])
    assert [item.state for item in carla.desk.outbox()] == ["received"]
    assert carla.desk.show(record).fields["title"] == {"en": "Waiting"}


def test_an_outcome_for_words_that_were_replaced_takes_away_nothing_newer(world: World) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    record = proposes(world, carla, title={"en": "First words"})
    world.sync(carla)
    told = Outcome(world, ana, record)
    settled = [Settled(sequence=1, record=record, result="returned", comment="No")]
    proposes(world, carla, title={"en": "Last words"})
    for _ in range(2):  # and once more, when it is long known
        hears(world, carla, told.sealed(settled=settled))
        assert [item.title for item in carla.desk.outbox()] == [{"en": "Last words"}]


def test_a_lost_outcome_is_told_when_somebody_asks_again(world: World) -> None:
    ana, carla = world.places["Ana"], world.places["Carla"]
    proposes(world, carla, title={"en": "Accepted"})
    world.sync(carla)
    carla.keep_copy()
    world.sync(ana)
    ana.desk.accept()
    world.publish(ana, "latam")
    world.sync(carla)
    carla.restore()  # and with it goes all that she knew of the outcome
    assert [item.state for item in carla.desk.outbox()] == ["received"]
    world.sync(carla)
    assert carla.desk.outbox() == []
