"""Sticks that come in any order, late, twice, by several hands: no word is lost, and in the end all hold the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.desk import Desk
from hubdesk.trust.invite import read_invite
from tests.scenarios.open_desks import PUBLIC, write
from tests.unit.server.driver import RunningHub

MOST_RECORDS = 3


class Story:
    """An author who never has a line, a coordinator and a carrier who have one now and then, and their sticks."""

    def __init__(self, folder: Path, hub: RunningHub, coordinator: Desk, carrier: Desk) -> None:
        self.folder = folder
        self.coordinator, self.carrier = coordinator, carrier
        self.author = Desk.create(folder / "author", use_keyring=False)
        self.words: dict[str, str] = {}
        self.forth: list[Path] = []
        self.back: list[Path] = []
        self.count = 0
        request = self.author.carrier.ask_to_join(read_invite(hub.invite("contributor")))
        carrier.carrier.take("join", request)
        carrier.sync()
        self.take(self.author, self.stick(carrier))

    def stick(self, by: Desk) -> Path:
        self.count += 1
        folder = self.folder / f"stick-{self.count}"
        by.editions.make(folder)
        return folder

    def take(self, desk: Desk, stick: Path) -> None:
        report = desk.editions.take(stick)
        assert report.problems == []
        assert report.brought is not None
        assert report.brought.problems == []

    # What people do

    def write(self, data: st.DataObject) -> None:
        if len(self.words) < MOST_RECORDS:
            record = write(self.author)
            self.words[record] = "A checklist"
            self.author.propose([record])

    def change(self, data: st.DataObject) -> None:
        if self.words:
            record = data.draw(st.sampled_from(sorted(self.words)))
            self.count += 1
            self.words[record] = f"A checklist, words {self.count}"
            self.author.set(record, {"title.en": self.words[record]})
            self.author.propose([record])

    def take_back(self, data: st.DataObject) -> None:
        waiting = [item.id for item in self.author.outbox()]
        if waiting:
            self.author.take_back(data.draw(st.sampled_from(waiting)))

    def send(self, data: st.DataObject) -> None:
        self.forth.append(self.stick(self.author))

    def bring(self, data: st.DataObject) -> None:
        if self.forth:
            desk = data.draw(st.sampled_from([self.coordinator, self.carrier]))
            self.take(desk, data.draw(st.sampled_from(self.forth)))

    def sync(self, data: st.DataObject) -> None:
        data.draw(st.sampled_from([self.coordinator, self.carrier])).sync()

    def accept(self, data: st.DataObject) -> None:
        self.coordinator.accept()

    def give_back(self, data: st.DataObject) -> None:
        proposed = [item.id for item in self.coordinator.inbox()]
        if proposed:
            self.coordinator.return_(data.draw(st.sampled_from(proposed)), "Say more.")

    def publish(self, data: st.DataObject) -> None:
        self.coordinator.publish("latam")

    def answer(self, data: st.DataObject) -> None:
        self.back.append(self.stick(data.draw(st.sampled_from([self.coordinator, self.carrier]))))

    def hear(self, data: st.DataObject) -> None:
        if self.back:
            self.take(self.author, data.draw(st.sampled_from(self.back)))

    # What must hold

    def check(self) -> None:
        seen = {record: self.author.show(record).fields["title"]["en"] for record in self.words}
        assert seen == self.words

    def end(self) -> None:
        """Everybody meets in order: once, and once more where what a coordinator had returned was on its way."""
        for _ in range(2):
            self.author.propose([draft.id for draft in self.author.drafts()])
            self.take(self.coordinator, self.stick(self.author))
            self.coordinator.sync()
            assert self.coordinator.accept().refused == []
            self.coordinator.publish("latam")
            self.take(self.author, self.stick(self.coordinator))
            self.check()
        assert (self.author.outbox(), self.author.drafts()) == ([], [])
        assert [self.author.show(record).state for record in self.words] == ["confirmed"] * len(self.words)
        assert self.root(self.author) == self.root(self.coordinator)
        assert self.author.verify().ok

    def root(self, desk: Desk) -> list[tuple[int, str]]:
        return [(view.version, view.root) for view in desk.collections() if view.name == PUBLIC]


DEEDS: list[Callable[[Story, st.DataObject], None]] = [
    Story.write,
    Story.change,
    Story.take_back,
    Story.send,
    Story.bring,
    Story.bring,
    Story.sync,
    Story.accept,
    Story.give_back,
    Story.publish,
    Story.answer,
    Story.hear,
]


@pytest.fixture
def people(hub: RunningHub, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    found = []
    for role in ("coordinator", "reader"):
        desk = Desk.create(tmp_path / role, use_keyring=False)
        desk.join(hub.invite(role))
        desk.sync()
        found.append(desk)
    yield found[0], found[1]
    for desk in found:
        desk.close()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_no_word_is_lost_and_all_agree_in_the_end(
    hub: RunningHub,
    people: tuple[Desk, Desk],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    story = Story(tmp_path_factory.mktemp("story"), hub, *people)
    try:
        story.write(data)
        for deed in data.draw(st.lists(st.sampled_from(DEEDS), max_size=18)):
            deed(story, data)
            story.check()
        story.end()
    finally:
        story.author.close()
