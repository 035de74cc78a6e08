"""What people and bad luck do in the world, as rules; what must hold after each of them, and when all is quiet again.

Invariant: a rule expects by name what may be refused in it; anything else that is raised is a defect.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from hubdesk.errors import HubDeskError, Unreachable
from tests.faults.ledger import Ledger
from tests.faults.quiet import Quiet, resolve_one
from tests.faults.soundness import check_desk, check_server
from tests.faults.world import COLLECTIONS, FAULTS, FINE, LOSE_REQUEST, PLACES, SENTENCES, Place, World

MOST_RECORDS = 4
"""Few, so that people meet in them."""

someone = st.integers(0, len(PLACES) - 1)
some_record = st.integers(0, MOST_RECORDS - 1)
DRAFT, PROPOSE, SEND = "stays a draft", "is proposed", "is proposed and sent"
what_next = st.sampled_from((DRAFT, PROPOSE, SEND))
some_field = st.sampled_from(("title.en", "title.fr", "keywords", "text.en"))
afterwards = st.sampled_from((FINE, FINE, LOSE_REQUEST))
some_weather = st.lists(st.sampled_from((FINE, *FAULTS)), max_size=3)
some_days = st.sampled_from((-3650, -400, -2, 2, 400, 7300)).map(lambda days: timedelta(days=days))


class Machine(RuleBasedStateMachine):
    """A world of two to five desks; `founded` is the folder of one in which nothing happened yet."""

    founded: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.founded.parent))
        self.records: list[str] = []
        self.put_back = 0

    @initialize(desks=st.integers(2, len(PLACES)))
    def a_world(self, desks: int) -> None:
        shutil.copytree(self.founded, self.folder, dirs_exist_ok=True)
        self.world = World(self.folder, desks)
        self.world.everybody_keeps_a_copy()
        self.ledger = Ledger(self.world)
        self.quiet = Quiet(self.world, self.ledger)
        self.records = self.world.first_records()

    def teardown(self) -> None:
        if not hasattr(self, "world"):
            return
        try:
            if sys.exc_info()[0] is None:
                self.quiet.settles_everything()
        finally:
            self.world.close()
            shutil.rmtree(self.folder)

    def at(self, number: int) -> Place:
        places = list(self.world.places.values())
        return places[number % len(places)]

    def record(self, number: int) -> str:
        return self.records[number % len(self.records)]

    # What people write

    @rule(who=someone, where=st.sampled_from(COLLECTIONS), then=what_next)
    def writes_a_new_record(self, who: int, where: str, then: str) -> None:
        if len(self.records) < MOST_RECORDS:
            place, word = self.at(who), self.ledger.word()
            fields = {"title": {"en": f"A {word}"}, "text": {"en": SENTENCES}, "licence": "CC0-1.0"}
            record = place.desk.new("tool", fields, where)
            self.ledger.acknowledged(word, place, record)
            self.records.append(record)
            self.goes_on(place, then)

    @rule(who=someone, which=some_record, what=some_field, then=what_next)
    def edits(self, who: int, which: int, what: str, then: str) -> None:
        place, record = self.at(who), self.record(which)
        with self.hearing("no-such-record"), self.ledger.writing(place, record):
            word = self.ledger.word()
            fields = place.desk.show(record).fields
            whole = {} if fields else {"title": {"en": "A tool"}, "licence": "CC0-1.0"}  # it was withdrawn
            place.desk.set(record, {**whole, what: _changed(fields, what, word)})
            self.ledger.acknowledged(word, place, record)
            self.goes_on(place, then)

    @rule(who=someone, which=some_record, then=what_next)
    def withdraws(self, who: int, which: int, then: str) -> None:
        place, record = self.at(who), self.record(which)
        with self.hearing("no-such-record", "never-published"), self.ledger.writing(place, record):
            place.desk.withdraw(record, "It is out of date")
            self.goes_on(place, then)

    @rule(who=someone, which=some_record, back=st.integers(1, 3), then=what_next)
    def restores_earlier_words(self, who: int, which: int, back: int, then: str) -> None:
        place, record = self.at(who), self.record(which)
        with self.hearing("no-such-record", "nothing-to-restore"), self.ledger.writing(place, record):
            held = [item for item in place.desk.history(record) if item.held]
            if len(held) > back:
                place.desk.restore(record, held[back].hash)
                self.goes_on(place, then)

    @rule(who=someone, which=some_record, how=st.sampled_from(("discards", "takes back")))
    def thinks_better_of_it(self, who: int, which: int, how: str) -> None:
        place, record = self.at(who), self.record(which)
        changing_it = self.ledger.writing(place, record)
        with self.hearing("no-such-record", "no-draft", "nothing-pending"), changing_it:
            if how == "discards":
                place.desk.discard(record)
            else:
                place.desk.take_back(record)

    def goes_on(self, place: Place, then: str) -> None:
        """What somebody does with what was written: leaves it a draft, proposes all drafts, sends them too."""
        if then == DRAFT:
            return
        with self.ledger.proposing(place):
            done = place.desk.propose()
        for refused in done.refused:
            assert {problem.code for problem in refused.problems} <= {"not-allowed", "clash"}, refused
        if then == SEND:
            self.world.sync(place)

    @rule(who=someone, choice=st.sampled_from(("mine", "theirs", "both")))
    def resolves_a_clash(self, who: int, choice: str) -> None:
        """The loser's words must stay readable: nobody gives them up by deciding."""
        resolve_one(self.at(who), self.ledger, choice)

    # What coordinators do

    @rule(who=someone, which=st.none() | some_record)
    def accepts_or_returns(self, who: int, which: int | None) -> None:
        if which is None:
            for refused in self.at(who).desk.accept().refused:
                assert {problem.code for problem in refused.problems} <= {"clash", "base-not-held"}, refused
            return
        with self.hearing("nothing-to-return", "not-a-coordinator"):
            self.at(who).desk.return_(self.record(which), "Please look again")

    @rule(who=someone, weather=some_weather, then=afterwards)
    def publishes(self, who: int, weather: list[str], then: str) -> None:
        place = self.at(who)
        self.world.heal_server()
        for hub in place.hubs:
            with self.weather_at(place, weather, then):
                self.world.publish(place, hub)

    @rule(who=someone)
    def has_a_coordinators_day(self, who: int) -> None:
        place = self.at(who)
        self.world.heal_server()
        for hub in place.hubs:
            self.world.sync(place)
            place.desk.accept()
            self.world.publish(place, hub)

    # What goes over the line

    @rule(who=someone, weather=some_weather, then=afterwards)
    def syncs(self, who: int, weather: list[str], then: str) -> None:
        place = self.at(who)
        with self.weather_at(place, weather, then):
            self.world.sync(place)

    # What disks and clocks do; everybody has kept a copy of the first day

    @rule(whose=st.none() | someone, is_put_back=st.booleans())
    def a_copy_is_kept_or_put_back(self, whose: int | None, is_put_back: bool) -> None:
        disk = self.world.server if whose is None else self.at(whose)
        if is_put_back:
            with self.ledger.losing_a_disk():
                disk.restore()
            if whose is None:  # and its clock is set right: some time has passed
                self.put_back += 1
                disk.clock.wrong_by = timedelta(hours=self.put_back)
        else:
            disk.keep_copy()

    @rule(whose=st.none() | someone, by=some_days)
    def a_clock_jumps(self, whose: int | None, by: timedelta) -> None:
        clock = self.world.server.clock if whose is None else self.at(whose).clock
        clock.wrong_by = by

    # What must hold after each step

    @invariant()
    def no_word_is_lost(self) -> None:
        if hasattr(self, "ledger"):
            missing = self.ledger.missing()
            assert not missing, missing

    @invariant()
    def what_lies_anywhere_is_sound(self) -> None:
        if hasattr(self, "world"):
            check_server(self.world.server)
            for place in self.world.places.values():
                check_desk(place)

    @contextmanager
    def hearing(self, *codes: str) -> Iterator[None]:
        """Within the block a refusal with one of these codes is an answer like any other."""
        try:
            yield
        except HubDeskError as error:
            if error.code not in codes:
                raise

    @contextmanager
    def weather_at(self, place: Place, weather: list[str], then: str) -> Iterator[None]:
        """Within the block the road of `place` suffers; a cut line ends it."""
        place.road.weather.extend(weather)
        place.road.after = then
        try:
            yield
        except Unreachable as error:
            assert error.code == "cut", error  # noqa: PT017 - the only thing that this road does
        finally:
            place.road.weather.clear()
            place.road.after = FINE


def _changed(fields: dict[str, Any], what: str, word: str) -> Any:
    """The value of `what` with `word` in it, near enough to what stood there that others' words may stay."""
    name, _, language = what.partition(".")
    value = fields.get(name)
    if name == "keywords":
        return [*(value or []), word]
    if name == "text":
        sentences = (value or {}).get(language, SENTENCES).split(". ")
        place = int(word.removeprefix("word")) % len(sentences)
        return ". ".join(f"{s} and {word}" if n == place else s for n, s in enumerate(sentences))
    return f"A {word}"
