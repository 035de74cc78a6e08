"""My records: every list, and what can be done from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from hubdesk.gui.dialogs.question_dialog import QuestionDialog
from hubdesk.gui.pages.records import section as section_module
from hubdesk.gui.pages.records.entry import Entry
from hubdesk.gui.pages.records_page import RecordsPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from tests.gui.conftest import Until
from tests.gui.written_desk import WrittenDesk, make_desk

PLACE = "southern-africa/public"
Open = Callable[[], RecordsPage]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[WrittenDesk]:
    """A coordinator's desk."""
    made = make_desk(tmp_path / "profile", {"southern-africa": "coordinator"})
    yield made
    made.close()


@pytest.fixture
def open_page(desk: WrittenDesk, tasks: Tasks, theme: Theme, until: Until) -> Iterator[Open]:
    """Opens the page and waits until it has shown what there is."""
    pages: list[RecordsPage] = []

    def open_it() -> RecordsPage:
        page = RecordsPage(desk, tasks, theme)
        page.changed.connect(page.refresh)
        pages.append(page)
        page.resize(1100, 700)
        page.show()
        page.enter()
        until(lambda: page.nothing.isVisible() or any(shown(page).values()))
        return page

    yield open_it
    for page in pages:
        page.deleteLater()


def record(desk: WrittenDesk, title: str, licence: str = "CC-BY-4.0") -> str:
    """A draft."""
    fields = {"title": {"en": title}, **({"licence": licence} if licence else {})}
    return desk.new("case_study", fields, PLACE)


def shown(page: RecordsPage) -> dict[str, list[str]]:
    """The titles in each card."""
    cards = {"back": page.came_back, "drafts": page.drafts, "waiting": page.waiting}
    return {
        name: [entry._title for entry in card.findChildren(Entry)] if not card.isHidden() else []
        for name, card in cards.items()
    }


def button(page: RecordsPage, name: str) -> QAbstractButton:
    """The button with this accessible name."""
    return next(b for b in page.findChildren(QAbstractButton) if b.accessibleName() == name)


def test_everything_stands_in_its_card(desk: WrittenDesk, open_page: Open) -> None:
    record(desk, "Being written", licence="")
    waiting, returned = record(desk, "Waiting"), record(desk, "Returned")
    desk.propose([waiting, returned])
    desk.return_(returned, "Say more.")
    page = open_page()
    assert shown(page) == {"back": ["Returned"], "drafts": ["Being written"], "waiting": ["Waiting"]}


def test_an_empty_page_offers_a_first_record(open_page: Open) -> None:
    page = open_page()
    assert page.nothing.isVisible()
    assert next(b.text() for b in page.nothing.findChildren(QAbstractButton)) == "Write a new record"


def test_only_a_draft_that_is_ready_offers_to_be_proposed(desk: WrittenDesk, open_page: Open) -> None:
    record(desk, "Ready")
    record(desk, "Not yet", licence="")
    page = open_page()
    names = [b.accessibleName() for b in page.findChildren(QAbstractButton)]
    assert "Propose: Ready" in names
    assert "Propose: Not yet" not in names


def test_a_draft_is_proposed_and_taken_back(desk: WrittenDesk, open_page: Open, until: Until) -> None:
    record(desk, "To and fro")
    page = open_page()
    button(page, "Propose: To and fro").click()
    until(lambda: shown(page)["waiting"] == ["To and fro"])
    assert shown(page)["drafts"] == []
    button(page, "Take back: To and fro").click()
    until(lambda: shown(page)["drafts"] == ["To and fro"])
    assert desk.outbox() == []


def test_all_that_are_ready_are_proposed_at_once(desk: WrittenDesk, open_page: Open, until: Until) -> None:
    for title in ("One", "Two"):
        record(desk, title)
    record(desk, "Not yet", licence="")
    page = open_page()
    until(lambda: page.propose_all.isVisible())
    page.propose_all.click()
    until(lambda: sorted(shown(page)["waiting"]) == ["One", "Two"])
    assert shown(page)["drafts"] == ["Not yet"]


def test_deleting_asks_first(desk: WrittenDesk, open_page: Open, until: Until) -> None:
    record(desk, "Away")
    page = open_page()
    button(page, "Delete: Away").click()
    question = page.findChild(QuestionDialog)
    assert question is not None
    assert len(desk.drafts()) == 1
    question._agree.click()
    until(lambda: page.nothing.isVisible())
    assert desk.drafts() == []


def test_open_leads_to_the_editor(desk: WrittenDesk, open_page: Open) -> None:
    record_id = record(desk, "Open me")
    page = open_page()
    went: list[tuple[str, object]] = []
    page.wanted.connect(lambda place, argument: went.append((place, argument)))
    button(page, "Open: Open me").click()
    assert went == [("editor", record_id)]


def test_a_long_list_comes_in_pieces(
    desk: WrittenDesk, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(section_module, "PIECE", 3)
    for number in range(7):
        record(desk, f"Draft {number}")
    page = open_page()
    page.drafts._shown = 3
    page.drafts._show()
    assert len(shown(page)["drafts"]) == 3
    next(b for b in page.drafts.findChildren(QAbstractButton) if b.text().startswith("Show 3")).click()
    assert len(shown(page)["drafts"]) == 6
