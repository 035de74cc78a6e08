"""The wire at its worst: answers cut at every byte, requests and answers lost, doubled, late, and old ones given again.

What a person proposed is at the hub exactly once in the end, and every desk holds what was signed.
"""

from __future__ import annotations

import random
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from hubdesk.catalogue import facts
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, HubDeskError, Unreachable
from hubdesk.server.centre import create_centre
from hubdesk.server.limits import Rates
from hubdesk.sync.transport import Transport
from hubdesk.sync.wire import EXCHANGE, Down, unpack
from hubdesk.trust.invite import read_invite, write_invite
from tests.faults.conftest import Tally
from tests.faults.middle import (
    DEEDS,
    Middle,
    cuts_the_answer,
    cuts_the_request,
    loses_the_answer,
    standing_in_the_middle,
)
from tests.unit.server.driver import RunningHub, running_hub

Times = Callable[[int, int], int]
PUBLIC = "latam/public"


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("centre") / "hub"
    create_centre(folder, datetime.now(UTC))
    return folder


@pytest.fixture
def hub(centre: Path, tmp_path: Path) -> Iterator[RunningHub]:
    shutil.copytree(centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub", rates=Rates(failures=1_000_000)) as running:
        yield running


@pytest.fixture
def middle(hub: RunningHub) -> Iterator[Middle]:
    with standing_in_the_middle(hub.url) as standing:
        yield standing


class People:
    """A coordinator on a good line and a contributor behind the middle. What is proposed is counted by its title."""

    def __init__(self, hub: RunningHub, middle: Middle, folder: Path) -> None:
        self.middle = middle
        self.ana = self._joined(hub, "coordinator", folder / "ana")
        self.carla = self._joined(hub, "contributor", folder / "carla")
        with self.carla._database.write() as connection:
            facts.put_text(connection, facts.SERVER_URL, middle.url)
        self.titles: dict[str, str] = {}

    def _joined(self, hub: RunningHub, role: str, folder: Path) -> Desk:
        desk = Desk.create(folder, use_keyring=False)
        desk.join(hub.invite(role))
        return desk

    def propose(self, title: str, record: str | None = None) -> str:
        """Carla writes a record, or a new title for one, and proposes it."""
        text = {"en": title}
        if record is None:
            fields = {"title": text, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}
            record = self.carla.new("tool", fields, PUBLIC)
        else:
            self.carla.set(record, {"title": text})
        assert self.carla.propose([record]).done == [record]
        self.titles[record] = title
        return record

    def publish_all(self) -> None:
        """Ana takes over and publishes whatever is proposed."""
        self.ana.sync()
        self.ana.accept()
        self.ana.publish("latam")

    def lost(self) -> int:
        """Once all lines are good again: how much of what was proposed is not signed exactly as it was proposed."""
        self.middle.deeds.clear()
        for _ in range(2):
            self.carla.sync()
            self.publish_all()
        self.carla.sync()
        assert self.carla.outbox() == []
        assert self.ana.inbox() == []
        for desk in (self.ana, self.carla):
            assert desk.verify().ok
        states = [
            {view.name: (view.version, view.root) for view in desk.collections() if view.name == PUBLIC}
            for desk in (self.ana, self.carla)
        ]
        assert states[0] == states[1]
        assert sorted(self.ana.record_ids(PUBLIC)) == sorted(self.titles)
        found = {record: self.carla.published(record) for record in self.titles}
        return sum(
            shown is None or shown.fields["title"] != {"en": self.titles[record]}
            for record, shown in found.items()
        )

    def close(self) -> None:
        self.ana.close()
        self.carla.close()


@pytest.fixture
def people(hub: RunningHub, middle: Middle, tmp_path: Path) -> Iterator[People]:
    made = People(hub, middle, tmp_path)
    yield made
    made.close()


def rich_answer(people: People) -> bytes:
    """An answer of the hub with a snapshot, a delta, receipts and sealed outcomes, as Carla got it."""
    first = people.propose("The first")
    people.carla.sync()
    people.publish_all()
    people.propose("The first, again", first)
    people.propose("Another")
    people.carla.sync()
    people.publish_all()
    people.propose("A third")
    people.carla.sync()
    return max((answer for answer in people.middle.answers if answer.startswith(b"HTTP/1.1 200")), key=len)


def test_no_answer_that_was_cut_counts_wherever_it_was_cut(
    people: People, times: Times, tally: Tally
) -> None:
    """At every byte: the head, the message, the last one. Plain http has no end of its own, only its length."""
    answer = rich_answer(people)
    body = answer.partition(b"\r\n\r\n")[2]
    down = unpack(body, Down)
    assert down.collections
    assert down.outcomes
    for at in range(0, len(answer), times(11, 1)):
        tally.tried += 1
        with pytest.raises(Unreachable, match="cut"):
            asked_of_one_who_says(answer[:at])
    assert asked_of_one_who_says(answer) == body


def test_no_message_that_ends_early_is_read_as_another(people: People, tally: Tally) -> None:
    """Were the length to lie as well: a message is whole or none, at every byte."""
    body = rich_answer(people).partition(b"\r\n\r\n")[2]
    for at in range(len(body)):
        tally.tried += 1
        with pytest.raises(BadInput, match="not-a-message"):
            unpack(body[:at], Down)


def asked_of_one_who_says(answer: bytes) -> bytes:
    """Ask a server that says `answer` and hangs up; return the body that a desk makes of it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        transport = Transport(f"http://127.0.0.1:{listener.getsockname()[1]}", bytes(32))

        def speak() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(answer)

        speaker = threading.Thread(target=speak)
        speaker.start()
        try:
            return transport.post(EXCHANGE, b"x")
        finally:
            transport.close()
            speaker.join(10)


def test_a_sync_whose_answer_is_cut_anywhere_goes_on_by_itself(
    people: People, times: Times, tally: Tally
) -> None:
    """One `sync` per cut: it hears nothing whole the first time, and ends with everything all the same."""
    chance = random.Random(1)
    for number in range(times(8, 500)):
        tally.tried += 1
        people.propose(f"Record {number}")
        if chance_of(number, 4):
            people.publish_all()
        people.middle.deeds.append(cuts_the_answer(chance.random()))
        report = people.carla.sync()
        assert report.requests >= 2
        assert people.carla.outbox()[0].state == "received"
        assert people.carla.collections()
    tally.lost = people.lost()
    assert tally.lost == 0


def test_a_request_that_is_cut_anywhere_is_taken_whole_or_not_at_all(
    people: People, times: Times, tally: Tally
) -> None:
    chance = random.Random(2)
    people.propose("The first")
    people.carla.sync()
    for number in range(times(8, 500)):
        tally.tried += 1
        people.propose(f"Record {number}")
        people.middle.deeds.append(cuts_the_request(chance.random()))
        people.carla.sync()
    tally.lost = people.lost()
    assert tally.lost == 0


def test_what_was_proposed_is_there_once_whatever_became_of_the_messages(
    people: People, times: Times, tally: Tally
) -> None:
    """Each deed to requests with news, with none, and with another title for what is on its way or published."""
    record = people.propose("The first")
    people.carla.sync()
    for deed in DEEDS:
        for number in range(times(2, 60)):
            tally.tried += 1
            people.propose(f"{deed.__name__} {number}", record if number % 2 else None)
            people.middle.deeds.append(deed)
            sync_as_it_can(people.carla, tally)
            if chance_of(number, 4):
                people.publish_all()
                people.middle.deeds.append(deed)
                sync_as_it_can(people.carla, tally)
    tally.lost = people.lost()
    assert tally.lost == 0


def chance_of(number: int, every: int) -> bool:
    return number % every == every // 4


def test_everything_at_once(people: People, times: Times, tally: Tally) -> None:
    """Any of these, in any order, several in one sync."""
    chance = random.Random(3)
    for number in range(times(6, 300)):
        tally.tried += 1
        people.propose(f"Record {number}")
        deeds = [*DEEDS, cuts_the_answer(chance.random()), cuts_the_request(chance.random())]
        people.middle.deeds.extend(chance.choices(deeds, k=chance.randrange(4)))
        sync_as_it_can(people.carla, tally)
        if chance.random() < 0.3:
            people.publish_all()
    tally.lost = people.lost()
    assert tally.lost == 0


def sync_as_it_can(desk: Desk, tally: Tally) -> None:
    """A sync that may say what is wrong; whatever it says, nothing may come of it."""
    try:
        desk.sync()
    except HubDeskError as error:
        tally.note(f"said {error.code}")


def test_a_join_whose_answer_is_lost_is_asked_again(hub: RunningHub, middle: Middle, tmp_path: Path) -> None:
    invite = read_invite(hub.invite("contributor"))
    middle.deeds.extend([loses_the_answer, cuts_the_answer(0.5)])
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    desk.join(write_invite(msgspec.structs.replace(invite, url=middle.url)))
    assert [membership.hub for membership in desk.memberships()] == ["latam"]
    desk.close()


def test_a_hub_that_answers_nobody_is_given_up_and_nothing_is_lost(people: People, tally: Tally) -> None:
    people.propose("The first")
    people.middle.deeds.extend([loses_the_answer] * 20)
    with pytest.raises(Unreachable, match="cut"):
        people.carla.sync()
    tally.tried = len(people.middle.requests)
    assert tally.tried == 5
    tally.lost = people.lost()
    assert tally.lost == 0
