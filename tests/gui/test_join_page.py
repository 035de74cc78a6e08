"""The first page: an invite is read before it is used, its faults are explained, and joining leads to the first sync."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hubdesk.errors import ServerAnswer, Unreachable
from hubdesk.gui.application import speak
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.pages.join_page import JoinPage
from hubdesk.gui.pages.sync_page import SyncPage
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.settings import Settings
from tests.gui.conftest import Until
from tests.gui.hub_desk import HubDesk, ago, an_invite
from tests.gui.reading import button, put_away, says

MakePage = Callable[..., JoinPage]


@pytest.fixture
def desk(tmp_path: Path) -> HubDesk:
    return HubDesk(tmp_path, joined=False, records=[])


@pytest.fixture
def page(theme: Theme, tasks: Tasks, desk: HubDesk) -> Iterator[JoinPage]:
    made = JoinPage(desk, tasks, theme)  # type: ignore[arg-type]
    made.resize(1280, 800)
    made.show()
    made.enter()
    yield made
    put_away([made])


@pytest.fixture
def went(page: JoinPage) -> list[tuple[str, object]]:
    """Where the page wanted to go."""
    places: list[tuple[str, object]] = []
    page.wanted.connect(lambda place, what: places.append((place, what)))
    return places


def write(page: JoinPage, text: str) -> None:
    page.invite.setPlainText(text)
    page._read()


def test_an_invite_is_shown_before_anything_is_sent(page: JoinPage, desk: HubDesk) -> None:
    write(page, an_invite())
    shown = says(page.preview)
    for words in ("Southern Africa", "Contributor", "hub.example.org:8443", "Valid until"):
        assert words in shown
    assert page.join.isEnabled()
    assert not desk.calls["join"]


def test_line_breaks_of_a_mail_do_no_harm(page: JoinPage) -> None:
    line = an_invite()
    write(page, "\n  ".join(line[at : at + 40] for at in range(0, len(line), 40)))
    assert page.join.isEnabled()


def test_typing_is_read_after_a_moment(page: JoinPage, until: Until) -> None:
    page.invite.setPlainText(an_invite())
    until(page.join.isEnabled)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear colleague, welcome", "This is not an invite"),
        (an_invite()[:-9], "A part of this invite is missing or was changed"),
        (an_invite()[:60] + an_invite()[64:], "A part of this invite is missing or was changed"),
        (an_invite() + "€", "A part of this invite is missing or was changed"),
        (an_invite(expires=ago(days=2)), "This invite ended "),
    ],
)
def test_a_bad_invite_is_explained_and_not_sent(page: JoinPage, desk: HubDesk, text: str, words: str) -> None:
    write(page, text)
    assert words in says(page.preview)
    assert "Nothing was sent." in says(page.preview)
    assert page.invite.property("wrong") == "true"
    assert not page.join.isEnabled()
    page._join()
    assert not desk.calls["join"]


def test_an_empty_field_blames_nobody(page: JoinPage) -> None:
    write(page, "nonsense")
    write(page, "  ")
    assert says(page.preview) == ""
    assert page.invite.property("wrong") == "false"


def test_joining_leads_to_the_first_sync(
    page: JoinPage, desk: HubDesk, went: list[tuple[str, object]], until: Until
) -> None:
    changed: list[frozenset[str]] = []
    page.changed.connect(changed.append)
    write(page, an_invite())
    QTest.mouseClick(page.join, Qt.MouseButton.LeftButton)
    assert "Asking the server" in says(page)
    assert not page.join.isEnabled()
    until(lambda: went == [("sync", "now")])
    assert "hubs" in changed[-1]
    assert page.invite.toPlainText() == ""  # a used invite is of no use
    assert not any(name == "MainThread" for name in desk.threads)


def test_ctrl_enter_joins(page: JoinPage, went: list[tuple[str, object]], until: Until) -> None:
    page.activateWindow()
    until(page.isActiveWindow)
    write(page, an_invite())
    QTest.keyClick(page.invite, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: went == [("sync", "now")])


@pytest.mark.parametrize("error", [ServerAnswer("invite-used"), Unreachable("no-answer")])
def test_a_refusal_is_explained_and_the_invite_stays(
    page: JoinPage, desk: HubDesk, went: list[tuple[str, object]], until: Until, error: Exception
) -> None:
    desk.refusal = error  # type: ignore[assignment]
    line = an_invite()
    write(page, line)
    page._join()
    until(lambda: page.join.isEnabled() and says(page.preview))
    assert str(error) in says(page.preview)
    assert page.invite.toPlainText() == line
    assert went == []


def test_one_may_start_without_any_hub(page: JoinPage, went: list[tuple[str, object]]) -> None:
    button(page, "I start without any hub").click()
    assert went == [("catalogue", None)]


def test_a_member_is_asked_for_an_invite_only_and_finds_the_way_back(
    theme: Theme, tasks: Tasks, tmp_path: Path, until: Until
) -> None:
    page = JoinPage(HubDesk(tmp_path), tasks, theme)  # type: ignore[arg-type]
    page.resize(1280, 800)
    page.show()
    page.enter()
    until(lambda: page.back.isVisible())
    assert "Join another hub" in says(page)
    assert not page.language.isVisible()
    assert not page.alone.isVisible()
    put_away([page])


def test_the_parliament_is_kept(page: JoinPage, tmp_path: Path, until: Until) -> None:
    QTest.keyClicks(page.parliament, "Folketing")
    page.leave()
    until(lambda: Settings(tmp_path)["parliament"] == "Folketing")


@pytest.fixture
def english(application: QApplication) -> Iterator[None]:
    yield
    speak(application, "en_GB")
    QLocale.setDefault(QLocale("en_GB"))


@pytest.mark.usefixtures("english")
def test_another_language_is_spoken_at_once_and_keeps_the_invite(
    page: JoinPage, tmp_path: Path, until: Until
) -> None:
    line = an_invite()
    write(page, line)
    before = page.invite
    page.language.addItem("Français", "fr")
    page.language.setCurrentIndex(page.language.count() - 1)
    page.language.activated.emit(page.language.count() - 1)
    until(lambda: Settings(tmp_path)["language"] == "fr")
    assert QLocale().language() == QLocale.Language.French
    QApplication.sendEvent(page, _language_change())
    until(lambda: page.invite is not before)
    assert page.invite.toPlainText() == line
    assert page.join.isEnabled()


def _language_change() -> object:
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.LanguageChange)


def test_a_narrow_window_leaves_the_brand_out(page: JoinPage, until: Until) -> None:
    assert page.brand.isVisible()
    page.resize(760, 600)
    until(lambda: not page.brand.isVisible())


def test_the_window_begins_here_and_ends_at_the_sync(
    theme: Theme, tasks: Tasks, desk: HubDesk, until: Until
) -> None:
    window = MainWindow(theme, tasks, lambda: desk)  # type: ignore[arg-type, return-value]
    window.show()
    until(lambda: window.findChild(JoinPage) is not None and window.findChild(JoinPage).isVisible())
    assert not window.rail.isVisible()
    page = window.findChild(JoinPage)
    page.parliament.setText("Folketing")
    write(page, an_invite())
    page._join()
    until(lambda: desk.calls["sync"])
    until(lambda: window.rail.isVisible())
    sync = window.findChild(SyncPage)
    until(lambda: sync.message.isVisible())
    assert window.stack.currentWidget() is sync
    put_away([window])
