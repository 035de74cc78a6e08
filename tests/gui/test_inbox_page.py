"""The inbox: what changed, accepting, returning, publishing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import BadInput, Unreachable
from hubdesk.gui.dialogs.question_dialog import QuestionDialog
from hubdesk.gui.differences import differences, parts
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.inbox.proposals import read_proposals
from hubdesk.gui.pages.inbox_page import InboxPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.sync.exchange import Progress
from hubdesk.sync.publish import PublishReport
from tests.gui.conftest import Until
from tests.gui.written_desk import WrittenDesk, make_desk

PLACE = "southern-africa/public"
GOOD = {"title": {"en": "A case"}, "licence": "CC-BY-4.0", "keywords": ["one"]}


class PublishingDesk(WrittenDesk):
    """A desk whose hub answers as the test says."""

    answer: PublishReport | Exception
    asked: list[str]
    confirmed: list[int | None]

    def publish(
        self,
        hub: str,
        progress: Any = None,
        stop: threading.Event | None = None,
        withdrawing: int | None = None,
    ) -> PublishReport:
        self.asked.append(f"{hub} from {threading.current_thread().name}")
        self.confirmed.append(withdrawing)
        progress(Progress("sending", done=1, total=2, speed=8000.0, left=1.0))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PublishingDesk]:
    """A coordinator's desk."""
    made = make_desk(tmp_path / "profile", {"southern-africa": "coordinator"}, kind=PublishingDesk)
    assert isinstance(made, PublishingDesk)
    made.asked, made.confirmed = [], []
    yield made
    made.close()


Open = Callable[[], InboxPage]


@pytest.fixture
def open_page(desk: PublishingDesk, tasks: Tasks, theme: Theme, until: Until) -> Iterator[Open]:
    """Opens the page and waits until it has shown what there is."""
    pages: list[InboxPage] = []

    def open_it() -> InboxPage:
        page = InboxPage(desk, tasks, theme)
        page.changed.connect(page.refresh)
        pages.append(page)
        page.resize(1184, 760)
        page.show()
        page.enter()
        until(lambda: page._held.coordinated)
        return page

    yield open_it
    for page in pages:
        page.deleteLater()


def states(page: InboxPage) -> list[tuple[str, str]]:
    """Title and state of each proposal in the list."""
    return [(button.proposal.title["en"], button.proposal.state) for button in page.list._buttons]


def spoken(widget: QWidget) -> str:
    """Everything a screen reader finds in a widget."""
    texts = (
        child.accessibleName() or getattr(child, "text", str)() for child in widget.findChildren(QWidget)
    )
    return " | ".join(texts)


def test_a_change_shows_before_and_proposed(desk: PublishingDesk, open_page: Open) -> None:
    record_id = desk.receive_published("case_study", PLACE, GOOD)
    desk.receive_proposal("case_study", PLACE, {**GOOD, "keywords": ["one", "two"]}, record_id=record_id)
    page = open_page()
    text = spoken(page.pane)
    assert "added: , two" in text
    assert "Keywords" in text
    assert "Licence" not in text


def test_accepting_makes_it_ready_to_publish(desk: PublishingDesk, open_page: Open, until: Until) -> None:
    desk.receive_proposal("case_study", PLACE, GOOD)
    page = open_page()
    page.pane.accept.click()
    until(lambda: states(page) == [("A case", "accepted")])
    assert "1" in page.publishing._what.text()
    assert not page.pane.accept.isVisible()


def test_what_stops_a_proposal_is_said_in_words(desk: PublishingDesk, open_page: Open, until: Until) -> None:
    desk.receive_proposal("case_study", PLACE, {"title": {"en": "No licence"}})
    page = open_page()
    assert "No licence is chosen" in " ".join(
        panel.accessibleDescription() for panel in page.pane.findChildren(QWidget)
    )
    assert not page.accept_all.isEnabled()
    page.pane.accept.click()
    until(lambda: page.notes.isVisible())
    assert states(page) == [("No licence", "open")]


def test_accept_all_leaves_what_has_problems(desk: PublishingDesk, open_page: Open, until: Until) -> None:
    desk.receive_proposal("case_study", PLACE, {"title": {"en": "No licence"}})
    desk.receive_proposal("case_study", PLACE, GOOD, sequence=2)
    page = open_page()
    page.accept_all.click()
    until(lambda: sorted(states(page)) == [("A case", "accepted"), ("No licence", "open")])


def test_nothing_is_returned_without_a_sentence(desk: PublishingDesk, open_page: Open, until: Until) -> None:
    desk.receive_proposal("case_study", PLACE, GOOD)
    page = open_page()
    page.pane.give_back.click()
    page.pane.give_back.click()
    assert page.pane._hint.isVisible()
    assert states(page) == [("A case", "open")]
    QTest.keyClicks(page.pane._comment, "Say where.")
    page.pane.give_back.click()
    until(lambda: states(page) == [])
    assert desk.inbox() == []


def test_a_comment_that_is_being_written_survives_a_look_elsewhere(
    desk: PublishingDesk, open_page: Open
) -> None:
    desk.receive_proposal("case_study", PLACE, GOOD)
    desk.receive_proposal("case_study", PLACE, {**GOOD, "title": {"en": "Another"}}, sequence=2)
    page = open_page()
    page.pane.give_back.click()
    QTest.keyClicks(page.pane._comment, "Half a sent")
    page.list._buttons[1].click()
    page.list._buttons[0].click()
    page.pane.give_back.click()
    assert page.pane._comment.toPlainText() == "Half a sent"


def test_own_proposals_that_were_never_sent_are_decided_here_too(
    desk: PublishingDesk, open_page: Open, until: Until
) -> None:
    desk.propose([desk.new("case_study", {**GOOD, "title": {"en": "My own"}}, PLACE)])
    page = open_page()
    until(lambda: states(page) == [("My own", "open")])
    page.pane.accept.click()
    until(lambda: states(page) == [("My own", "accepted")])


def test_publishing_says_what_it_did(desk: PublishingDesk, open_page: Open, until: Until) -> None:
    desk.receive_proposal("case_study", PLACE, GOOD)
    desk.accept()
    desk.answer = PublishReport({PLACE: CollectionView(PLACE, 5, "0" * 64, 42, None, True)}, 1, 1, 3000, 500)
    page = open_page()
    until(lambda: states(page) == [("A case", "accepted")])
    page.publishing.publish.click()
    assert page.publishing.is_running
    until(lambda: page.notes.isVisible())
    assert not page.publishing.is_running
    assert desk.asked == ["southern-africa from hubdesk-network"]
    text = " ".join(panel.accessibleDescription() for panel in page.notes.findChildren(QWidget))
    assert "version 5" in text
    assert "3 kB sent" in text


def test_a_hub_that_does_not_answer_leaves_all_as_it_was(
    desk: PublishingDesk, open_page: Open, until: Until
) -> None:
    desk.receive_proposal("case_study", PLACE, GOOD)
    desk.accept()
    desk.answer = Unreachable("no-answer")
    page = open_page()
    until(lambda: states(page) == [("A case", "accepted")])
    page.publishing.publish.click()
    until(lambda: page.notes.isVisible())
    assert states(page) == [("A case", "accepted")]
    assert page.publishing.publish.isVisible()


def test_a_contributor_finds_no_proposals_of_others(tmp_path: Path, tasks: Tasks, theme: Theme) -> None:
    desk = make_desk(tmp_path / "other")
    desk.propose([desk.new("case_study", GOOD, PLACE)])
    page = InboxPage(desk, tasks, theme)
    page._on_answer(read_proposals(desk))
    assert states(page) == []
    page.deleteLater()
    desk.close()


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_parts_of_a_change_join_to_both_texts(before: str, after: str) -> None:
    found = parts(before, after)
    assert "".join(part.text for part in found if part.change != "added") == before
    assert "".join(part.text for part in found if part.change != "removed") == after


def test_every_field_that_differs_is_listed_also_unknown_ones(desk: PublishingDesk) -> None:
    naming = Naming(desk.kinds, desk.vocabularies)
    kind = desk.kinds.of("case_study")
    before = {"title": {"en": "a", "fr": "b"}, "x": [1], "licence": "unknown", "country": "ZM"}
    after = {"title": {"en": "a", "fr": "c"}, "x": [1.5], "licence": "CC0-1.0", "country": "ZM"}
    found = differences(kind, before, after, naming, only_changes=True)
    assert [(entry.field, entry.language) for entry in found] == [
        ("title", "fr"),
        ("licence", ""),
        ("x", ""),
    ]


def test_many_withdrawals_are_published_only_when_their_number_was_typed(
    desk: PublishingDesk, open_page: Open, until: Until
) -> None:
    published = desk.receive_published("case_study", PLACE, GOOD)
    desk.receive_proposal("case_study", PLACE, GOOD | {"end": "2027"}, record_id=published)
    page = open_page()
    desk.answer = BadInput("withdrawals-unconfirmed", hub="southern-africa", count=25)
    page._on_publish()
    until(lambda: page.findChildren(QuestionDialog))
    [question] = page.findChildren(QuestionDialog)
    assert question._text is not None
    question._text.setPlainText("24")
    question.accept()
    until(lambda: not page.findChildren(QuestionDialog))
    assert desk.confirmed == [None]
    page._on_publish()
    until(lambda: page.findChildren(QuestionDialog))
    [question] = page.findChildren(QuestionDialog)
    assert question._text is not None
    question._text.setPlainText("25")
    question.accept()
    until(lambda: desk.confirmed == [None, None, 25])
