"""Two people changed the same record: what is settled, what is asked, and what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.clashes_page import ClashesPage
from hubdesk.gui.pages.inbox.proposals import read_proposals
from hubdesk.gui.pages.records.entry import DraftEntry
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from tests.gui.conftest import Until
from tests.gui.written_desk import WrittenDesk, make_desk

PLACE = "southern-africa/public"
BASE = {
    "title": {"en": "Legislative process support system"},
    "summary": {"en": "A system for small chambers."},
    "country": "ZM",
    "keywords": ["chambers"],
    "licence": "CC-BY-4.0",
}
OURS = BASE | {
    "summary": {"en": "A system for small and medium chambers."},
    "country": "BR",
    "keywords": ["chambers", "english"],
}
AUTHORS = BASE | {
    "summary": {"en": "A free system for small chambers."},
    "country": "ZW",
    "keywords": ["chambers", "spanish"],
    "end": "2027",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[WrittenDesk]:
    """A coordinator's desk that accepted a change of its own before an author's came."""
    made = make_desk(tmp_path / "profile", {"southern-africa": "coordinator"})
    yield made
    made.close()


@pytest.fixture
def record(desk: WrittenDesk) -> str:
    """A record of which an author's proposal clashes with what was accepted."""
    record = desk.receive_published("case_study", PLACE, BASE)
    desk.save(record, OURS)
    desk.propose([record])
    desk.accept([record])
    desk.receive_proposal("case_study", PLACE, AUTHORS, record_id=record)
    [refused] = desk.accept([record]).refused
    assert {problem.code for problem in refused.problems} == {"clash"}
    return record


@pytest.fixture
def page(desk: WrittenDesk, record: str, tasks: Tasks, theme: Theme, until: Until) -> Iterator[ClashesPage]:
    page = ClashesPage(desk, tasks, theme)
    page.changed.connect(page.refresh)
    page.resize(1184, 760)
    page.show()
    page.enter(record)
    until(lambda: page.table is not None)
    yield page
    page.deleteLater()


def origins(page: ClashesPage) -> dict[str, tuple[str, str]]:
    """Of each line: whose change it is, and what becomes of it."""
    assert page._told is not None
    return {line.name: (line.origin, line.result) for line in page._told.lines}


def tick(page: ClashesPage, path: str, *sides: str) -> None:
    assert page.table is not None
    row = page.table._rows[path]
    for side in sides:
        {"mine": row.mine, "theirs": row.theirs}[side].check.click()


def test_only_what_both_changed_in_one_place_is_asked(page: ClashesPage) -> None:
    told = origins(page)
    assert {name for name, (origin, _) in told.items() if origin == "open"} == {"One-line summary", "Country"}
    assert told["End"] == ("theirs", "2027")
    assert told["Keywords"] == ("both", "chambers, english, spanish")


def test_nothing_is_saved_before_something_was_decided(page: ClashesPage) -> None:
    assert not page.foot.save.isEnabled()
    tick(page, "country", "theirs")
    assert page.foot.save.isEnabled()
    tick(page, "country", "theirs")
    assert not page.foot.save.isEnabled()


def test_a_country_is_one_or_the_other(page: ClashesPage) -> None:
    tick(page, "country", "mine", "theirs")
    assert page._decisions["country"].choice == "theirs"


def test_the_decision_is_what_the_desk_holds(
    desk: WrittenDesk, page: ClashesPage, record: str, until: Until
) -> None:
    went: list[tuple[str, Any]] = []
    page.wanted.connect(lambda place, argument: went.append((place, argument)))
    tick(page, "country", "theirs")
    page.own_words.text.setPlainText("A free system for small and medium chambers.")
    page.own_words.use.click()
    page.foot.save.click()
    until(lambda: went)
    assert desk.clashes.all() == []
    assert desk.show(record).fields == BASE | {
        "summary": {"en": "A free system for small and medium chambers."},
        "country": "ZW",
        "keywords": ["chambers", "english", "spanish"],
        "end": "2027",
    }
    assert went == [("back", None)]
    # Every version stays readable.
    said = [desk.revision(record, revision.hash).fields for revision in desk.history(record)]
    assert all(version in said for version in (BASE, OURS, AUTHORS))


def test_both_texts_are_joined_as_the_preview_says(
    desk: WrittenDesk, page: ClashesPage, record: str, until: Until
) -> None:
    tick(page, "summary.en", "mine", "theirs")
    preview = page._decisions["summary.en"].text
    assert OURS["summary"]["en"] in preview  # type: ignore[index]
    assert AUTHORS["summary"]["en"] in preview  # type: ignore[index]
    tick(page, "country", "mine")
    page.foot.save.click()
    until(lambda: not desk.clashes.all())
    assert desk.show(record).fields["summary"]["en"] == preview


def test_a_part_can_be_saved_and_the_rest_stays_open(
    desk: WrittenDesk, page: ClashesPage, until: Until
) -> None:
    tick(page, "country", "mine")
    page.foot.save.click()
    until(lambda: [clash.field for clash in desk.clashes.all()] == ["summary.en"])
    until(lambda: page._told is not None and [line.path for line in page._told.open] == ["summary.en"])
    assert not page.foot.save.isEnabled()


def test_the_inbox_says_that_a_proposal_needs_a_decision(desk: WrittenDesk, record: str) -> None:
    [proposal] = [p for p in read_proposals(desk).proposals if p.id == record and p.number]
    assert (proposal.undecided, proposal.stops) == (2, True)


def test_my_records_offers_to_decide(desk: WrittenDesk, theme: Theme) -> None:
    desk.new("case_study", BASE, PLACE)
    [draft] = desk.drafts()
    chosen: list[tuple[str, str]] = []
    entry = DraftEntry(theme, Naming(desk.kinds, desk.vocabularies), draft, undecided=2)
    entry.chosen.connect(lambda action, record: chosen.append((action, record)))
    buttons = {button.text(): button for button in entry.findChildren(Button)}
    assert "Propose" not in buttons
    buttons["Decide"].click()
    assert chosen == [("decide", draft.id)]
    entry.deleteLater()
