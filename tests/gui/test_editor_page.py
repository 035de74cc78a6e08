"""The editor from the keyboard: writing, what stops a proposal, leaving, versions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from hubdesk.catalogue.drafts import DraftState
from hubdesk.catalogue.views import RevisionView
from hubdesk.errors import StorageFailure
from hubdesk.gui.dialogs.erase_dialog import EraseDialog
from hubdesk.gui.dialogs.question_dialog import QuestionDialog
from hubdesk.gui.pages.editor.sending import weight
from hubdesk.gui.pages.editor_page import EditorPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.locations import resource
from hubdesk.model.kind import read_kinds
from tests.gui.conftest import Until
from tests.gui.written_desk import WrittenDesk, make_desk

PLACE = "southern-africa/public"
READY = {
    "title": {"en": "Papers off paper"},
    "licence": "CC-BY-4.0",
    "country": "ZM",
    "keywords": ["tablets"],
    "x_local": {"n": [1, 2]},
}
KINDS = [kind.name for kind in read_kinds(resource("kinds"), resource("fields.toml")) if not kind.hidden]


class WatchedDesk(WrittenDesk):
    """A desk that notes which threads call it, and refuses to save while it is told to."""

    threads: set[str]
    is_full = False

    def save(
        self, record_id: str, fields: Mapping[str, Any], known: Mapping[str, Any] | None = None
    ) -> DraftState:
        self.threads.add(threading.current_thread().name)
        if self.is_full:
            raise StorageFailure("disk-full", path="here")
        return super().save(record_id, fields, known)

    def show(self, record_id: str) -> Any:
        self.threads.add(threading.current_thread().name)
        return super().show(record_id)

    def check(self, kind: str, fields: Mapping[str, Any], collection: str) -> Any:
        self.threads.add(threading.current_thread().name)
        return super().check(kind, fields, collection)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[WatchedDesk]:
    """A contributor's desk."""
    made = make_desk(tmp_path / "profile", kind=WatchedDesk)
    assert isinstance(made, WatchedDesk)
    made.threads = set()
    yield made
    made.close()


Open = Callable[..., EditorPage]


@pytest.fixture
def open_editor(desk: WatchedDesk, tasks: Tasks, theme: Theme, until: Until) -> Iterator[Open]:
    """Opens the editor with something and waits for it."""
    pages: list[EditorPage] = []

    def open_it(argument: object, width: int = 1184) -> EditorPage:
        page = EditorPage(desk, tasks, theme)
        page.went = []  # type: ignore[attr-defined]
        page.wanted.connect(lambda *where: page.went.append(where))  # type: ignore[attr-defined]
        pages.append(page)
        page.resize(width, 760)
        page.show()
        page.activateWindow()
        page.enter(argument)
        until(lambda: page.sheet is not None and page.sheet.isVisible())
        desk.threads.clear()
        return page

    yield open_it
    for page in pages:
        page.hide()
        page.deleteLater()


def field(page: EditorPage, name: str) -> Any:
    """The first input of a field."""
    assert page.sheet is not None
    page.sheet.form.show_part(page.sheet.form.part_of(name))
    row = page.sheet.form.row(name)
    assert row is not None
    return row.control.inputs()[0]


def press(page: EditorPage, key: str) -> None:
    """Use a keyboard shortcut; without a screen no window is active to receive the key itself."""
    found = [shortcut for shortcut in page.findChildren(QShortcut) if shortcut.key() == QKeySequence(key)]
    assert len(found) == 1
    found[0].activated.emit()


def said(page: EditorPage, name: str) -> list[str]:
    """What stands below a field."""
    assert page.sheet is not None
    row = page.sheet.form.row(name)
    return [one.sentence for one in row.said()] if row is not None else []


def saved(desk: WrittenDesk, page: EditorPage) -> dict[str, Any]:
    """What the disk has of the open record."""
    assert page.draft is not None
    assert page.draft.id is not None
    return desk.show(page.draft.id).fields


def test_typing_is_saved_and_said(desk: WatchedDesk, open_editor: Open, until: Until) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    QTest.keyClicks(field(page, "title"), "!")
    assert "saved" not in page.badge.text()
    until(lambda: "saved on this computer" in page.badge.text())
    assert "MainThread" not in desk.threads
    assert saved(desk, page) == {**READY, "title": {"en": "!Papers off paper"}}
    assert page.header.title.whole() == "!Papers off paper"


def test_fields_the_form_does_not_know_are_shown_and_kept(desk: WatchedDesk, open_editor: Open) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    shown = field(page, "x_local")
    assert isinstance(shown, QPlainTextEdit)
    assert '"n"' in shown.toPlainText()
    QTest.keyClicks(field(page, "title"), "x")
    assert page.leave()
    assert saved(desk, page)["x_local"] == {"n": [1, 2]}


def test_every_kind_has_a_form_whose_inputs_all_have_names(desk: WatchedDesk, open_editor: Open) -> None:
    desk.take_role("centre", "secretariat")
    for kind in KINDS:
        page = open_editor(("new", kind))
        assert page.sheet is not None
        for place in range(len(desk.kinds.of(kind).groups)):
            page.sheet.groups._buttons[place].click()
        assert nameless(page) == []
        assert page.leave()
        page.hide()
    assert desk.drafts() == []


def nameless(page: QWidget) -> list[QWidget]:
    """Everything that takes the keyboard without a name."""
    kinds: tuple[type[QWidget], ...] = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    inputs = [widget for kind in kinds for widget in page.findChildren(kind)]
    return [
        widget
        for widget in inputs
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


def test_a_published_record_becomes_a_draft_with_the_first_letter(
    desk: WatchedDesk, open_editor: Open
) -> None:
    record_id = desk.receive_published("case_study", PLACE, READY)
    page = open_editor(record_id)
    assert page.leave()
    assert desk.drafts() == []
    assert "Nothing is changed" in page.foot._words.text()
    QTest.keyClicks(field(page, "title"), "New: ")
    assert page.leave()
    assert desk.show(record_id).fields["title"] == {"en": "New: Papers off paper"}
    published = desk.published(record_id)
    assert published is not None
    assert published.fields["title"] == {"en": "Papers off paper"}


def test_a_new_record_asks_for_nothing_before_one_has_been_there(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    page = open_editor(("new", "case_study"))
    assert page.sheet is not None
    until(lambda: page.draft is not None and page.draft.problems)
    assert said(page, "title") == []
    page.activateWindow()
    field(page, "title").setFocus()
    field(page, "summary").setFocus()
    page.sheet.form.left.emit("title")
    until(lambda: said(page, "title"))
    assert "no title" in said(page, "title")[0]


def test_what_was_wrong_goes_away_while_it_is_written(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    page = open_editor(desk.new("case_study", {"licence": "unknown"}, PLACE))
    until(lambda: said(page, "title"))
    QTest.keyClicks(field(page, "title"), "A title")
    until(lambda: not said(page, "title"))


def test_propose_goes_to_the_first_thing_that_stops_it(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    fields = {name: value for name, value in READY.items() if name != "licence"}
    page = open_editor(desk.new("case_study", fields, PLACE))
    until(lambda: page.draft is not None and page.draft.problems)
    assert page.sheet is not None
    assert page.foot.propose.isEnabled()
    page.foot.propose.click()
    until(lambda: said(page, "licence"))
    assert page.sheet.form.focused_field() == "licence"
    assert "licence" in page.foot._words.text()
    assert desk.outbox() == []


def test_a_repair_settles_a_problem_with_one_press(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    desk.new("case_study", {"title": {"en": "An earlier one"}, "licence": "EUPL-1.2"}, PLACE)
    fields = {name: value for name, value in READY.items() if name != "licence"}
    page = open_editor(desk.new("case_study", fields, PLACE))
    field(page, "licence")
    page.foot.propose.click()
    until(lambda: said(page, "licence"))
    assert page.sheet is not None
    row = page.sheet.form.row("licence")
    assert row is not None
    button = next(b for b in row.findChildren(QAbstractButton) if "EUPL-1.2" in b.text())
    button.click()
    until(lambda: not said(page, "licence"))
    assert page.leave()
    assert saved(desk, page)["licence"] == "EUPL-1.2"


def test_what_is_ready_goes_to_the_outbox(desk: WatchedDesk, open_editor: Open, until: Until) -> None:
    record_id = desk.new("case_study", READY, PLACE)
    page = open_editor(record_id)
    QTest.keyClicks(field(page, "title"), "!")
    press(page, "Ctrl+Return")
    until(lambda: ("records", record_id) in page.went)  # type: ignore[attr-defined]
    assert [item.title for item in desk.outbox()] == [{"en": "!Papers off paper"}]
    assert desk.drafts() == []


def test_leaving_waits_and_stays_while_the_disk_refuses(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    desk.is_full = True
    QTest.keyClicks(field(page, "title"), "?")
    assert not page.leave()
    assert page.failure.isVisible()
    assert "Not saved" in page.badge.text()
    desk.is_full = False
    assert page.leave()
    assert not page.failure.isVisible()
    assert saved(desk, page)["title"] == {"en": "?Papers off paper"}


def test_a_person_may_leave_what_cannot_be_saved_after_copying_it(
    desk: WatchedDesk, open_editor: Open
) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    desk.is_full = True
    QTest.keyClicks(field(page, "title"), "?")
    assert not page.leave()
    buttons = {button.text(): button for button in page.failure.findChildren(QAbstractButton)}
    buttons["Copy the text"].click()
    assert "?Papers off paper" in QApplication.clipboard().text()
    buttons["Leave without saving"].click()
    assert page.leave()


def test_another_record_opens_only_when_the_first_is_saved(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    first, second = (desk.new("case_study", READY, PLACE) for _ in range(2))
    page = open_editor(first)
    desk.is_full = True
    QTest.keyClicks(field(page, "title"), "?")
    page.enter(second)
    assert page.draft is not None
    assert page.draft.id == first
    desk.is_full = False
    page.enter(second)
    until(lambda: page.draft is not None and page.draft.id == second)
    assert desk.show(first).fields["title"] == {"en": "?Papers off paper"}


def test_control_page_down_goes_to_the_next_language(desk: WatchedDesk, open_editor: Open) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    assert page.sheet is not None
    press(page, "Ctrl+PgDown")
    assert page.sheet.tabs.current() == "fr"
    QTest.keyClicks(field(page, "title"), "Sans papier")
    press(page, "Ctrl+PgUp")
    assert page.sheet.tabs.current() == "en"
    assert page.leave()
    assert saved(desk, page)["title"] == {"en": "Papers off paper", "fr": "Sans papier"}


def test_arabic_is_written_from_the_right(desk: WatchedDesk, open_editor: Open) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    assert page.sheet is not None
    page.sheet.tabs.select("ar")
    assert field(page, "title").layoutDirection() == Qt.LayoutDirection.RightToLeft
    page.sheet.tabs.select("en")
    assert field(page, "title").layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_language_can_be_added(desk: WatchedDesk, open_editor: Open) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    assert page.sheet is not None
    page.sheet.tabs.select("sw")
    QTest.keyClicks(field(page, "title"), "Bila karatasi")
    assert page.leave()
    assert saved(desk, page)["title"]["sw"] == "Bila karatasi"


def test_in_a_narrow_window_the_next_steps_are_a_tab(desk: WatchedDesk, open_editor: Open) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE), width=928)
    assert page.sheet is not None
    bar = page.sheet.tabs.bar
    assert bar.tabText(bar.count() - 1) == "Next steps"
    bar.setCurrentIndex(bar.count() - 1)
    assert page.sheet.side.isVisible()
    assert not page.sheet.form.isVisible()
    page.resize(1184, 760)
    QApplication.processEvents()
    assert page.sheet.side.isVisible()
    assert page.sheet.form.isVisible()
    assert bar.tabText(bar.count() - 1) != "Next steps"


def test_the_preview_shows_what_is_published_beside_the_draft(desk: WatchedDesk, open_editor: Open) -> None:
    page = open_editor(desk.receive_published("case_study", PLACE, READY))
    QTest.keyClicks(field(page, "title"), "New: ")
    page.preview.click()
    assert page.sheet is not None
    texts = [widget.accessibleName() for widget in page.sheet.preview.findChildren(QWidget)]
    assert "Papers off paper" in texts
    assert any("added: New" in text for text in texts)
    page.preview.click()
    assert not page.sheet.is_preview


def test_an_earlier_version_is_brought_back_and_the_step_undone(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    record_id = desk.receive_published("case_study", PLACE, READY)
    desk.save(record_id, {**READY, "title": {"en": "Changed"}})
    page = open_editor(record_id)
    assert page.sheet is not None
    page.sheet.history.wanted_back.emit(desk.history(record_id)[0].hash)
    until(lambda: page.notes.isVisible())
    assert field(page, "title").text() == "Papers off paper"
    undo = next(b for b in page.notes.findChildren(QAbstractButton) if b.text() == "Undo")
    undo.click()
    assert field(page, "title").text() == "Changed"


def test_versions_that_are_not_here_are_asked_for(
    desk: WatchedDesk, open_editor: Open, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_id = desk.receive_published("case_study", PLACE, READY)
    held = desk.history(record_id)
    page = open_editor(record_id)
    assert page.sheet is not None
    history = page.sheet.history
    asked: list[str] = []
    monkeypatch.setattr(desk, "fetch_history", lambda name: asked.append(name) or held)
    history.show_revisions([*held, RevisionView("0" * 64, "", "", [], False, False)])
    fetch = next(b for b in history.findChildren(QAbstractButton) if b.text().startswith("Get the earlier"))
    fetch.click()
    until(lambda: len(history._revisions) == 1)
    assert asked == [record_id]


def test_a_withdrawal_is_written_with_its_reason_and_proposed(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    record_id = desk.receive_published("case_study", PLACE, READY)
    page = open_editor(record_id)
    assert page.sheet is not None
    page.sheet.withdrawal_wanted.emit()
    question = page.findChild(QuestionDialog)
    assert question is not None
    assert not question._agree.isEnabled()
    QTest.keyClicks(question._text, "Out of date.")
    question._agree.click()
    until(lambda: desk.drafts() and desk.drafts()[0].withdrawn)
    until(lambda: page.draft is not None and page.draft.origin.withdrawn == "Out of date.")
    page.foot.propose.click()
    until(lambda: desk.outbox())
    assert desk.outbox()[0].withdrawn


def test_deleting_a_draft_asks_first(desk: WatchedDesk, open_editor: Open, until: Until) -> None:
    page = open_editor(desk.new("case_study", READY, PLACE))
    page.foot.delete.click()
    question = page.findChild(QuestionDialog)
    assert question is not None
    assert len(desk.drafts()) == 1
    question._agree.click()
    until(lambda: desk.drafts() == [])


def test_files_are_dropped_on_the_form(
    desk: WatchedDesk, open_editor: Open, until: Until, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"a plan")
    page = open_editor(desk.new("case_study", READY, PLACE))
    field(page, "files")
    assert page.sheet is not None
    row = page.sheet.form.row("files")
    assert row is not None
    row.control.attach([plan])  # type: ignore[attr-defined]
    until(lambda: page.draft is not None and page.draft.fields.get("files") and page.draft.is_kept)
    assert [file["name"] for file in saved(desk, page)["files"]] == ["plan.pdf"]
    row.control.attach([tmp_path / "gone.pdf"])  # type: ignore[attr-defined]
    until(lambda: row.control._message.isVisible())  # type: ignore[attr-defined]


def test_a_comment_that_came_back_stands_above_the_form(desk: WatchedDesk, open_editor: Open) -> None:
    desk.take_role("southern-africa", "coordinator")
    record_id = desk.new("case_study", READY, PLACE)
    desk.propose([record_id])
    desk.return_(record_id, "Please add a sentence in French.")
    page = open_editor(record_id)
    assert page.notes.isVisible()
    assert any(
        "sentence in French" in panel.accessibleDescription() for panel in page.notes.findChildren(QWidget)
    )


def test_a_record_that_is_not_here_says_so(
    desk: WatchedDesk, tasks: Tasks, theme: Theme, until: Until
) -> None:
    page = EditorPage(desk, tasks, theme)
    page.enter("00000000-0000-7000-8000-000000000000")
    until(lambda: page.header.title.whole() == "No record is open")
    assert page.leave()
    page.deleteLater()


def test_only_files_that_are_not_published_yet_are_counted() -> None:
    old, new = {"sha256": "a" * 64, "size": 10}, {"sha256": "b" * 64, "size": 32}
    record, files, count = weight({"files": [old, new, new]}, {"files": [old]})
    assert (files, count) == (32, 1)
    assert record > 0


def test_a_coordinator_erases_an_expert_only_with_a_reason_and_a_press(
    desk: WatchedDesk, open_editor: Open, until: Until
) -> None:
    desk.take_role("southern-africa", "coordinator")
    expert = desk.receive_published("expert", "southern-africa/members", {"title": {"en": "An expert"}})
    heard: list[tuple[str, object]] = []
    page = open_editor(expert)
    page.wanted.connect(lambda place, argument: heard.append((place, argument)))
    assert page.sheet is not None
    page.sheet.erasure_wanted.emit()
    question = page.findChild(EraseDialog)
    assert question is not None
    assert not question._agree.isEnabled()

    question.choose("person-asked")
    question._agree.click()
    until(lambda: heard == [("inbox", None)])
    assert [(item.id, item.state) for item in desk.outbox()] == [(expert, "accepted")]


def test_a_contributor_is_not_offered_to_erase(desk: WatchedDesk, open_editor: Open) -> None:
    expert = desk.receive_published("expert", "southern-africa/members", {"title": {"en": "An expert"}})
    page = open_editor(expert)
    words = [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert "Withdraw this record" in words
    assert "Erase this record for everybody" not in words
