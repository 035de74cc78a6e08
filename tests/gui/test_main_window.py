"""The window paints first, opens later, and can be used with the keyboard and a screen reader alone."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from hubdesk.errors import ProfileUnusable
from hubdesk.gui import formatting
from hubdesk.gui.application import silence, speak
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.rail import Rail
from tests.gui.conftest import Until
from tests.gui.fake_desk import FakeDesk, few_records
from tests.gui.reading import put_away

ROOT = Path(__file__).resolve().parents[2]
SLOW = ("sqlalchemy", "alembic", "urllib3", "cryptography", "tuf", "securesystemslib", "pyrage", "keyring", "zstandard",
        "msgspec", "nh3", "markdown_it", "yaml", "hubdesk.desk", "hubdesk.catalogue", "hubdesk.model", "hubdesk.sync")  # fmt: skip

PAINT = """
import json, os, sys
from pathlib import Path
from hubdesk.gui import application

def painted(window):
    loaded = sorted({name for name in sys.modules if name.startswith(%(slow)r)})
    drawn = [window.rail.isVisible(), window.top.search.isVisible(), window.status.isVisible()]
    print(json.dumps({"loaded": loaded, "drawn": drawn}), flush=True)
    os._exit(0)

application.main(Path(sys.argv[1]), lambda window: window.painted.connect(lambda: painted(window)))
"""


def test_it_paints_before_it_imports(tmp_path: Path) -> None:
    code = PAINT % {"slow": SLOW}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["drawn"] == [True, True, True]
    assert answer["loaded"] == []


def test_importing_the_window_leaves_pythons_import_alone() -> None:
    code = "import hubdesk.gui.main_window, linecache, builtins, json; print(builtins.__import__.__name__, len(linecache.cache))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    name, sources_kept = done.stdout.split()
    assert name == "__import__"
    assert int(sources_kept) < 10, "PySide6 reads and keeps the source of all that is imported"


def test_it_is_there_while_the_catalogue_still_opens(theme: Theme, tasks: Tasks, until: Until) -> None:
    release, desk = threading.Event(), FakeDesk()

    def slow_open() -> FakeDesk:
        release.wait(5)
        return desk

    window = MainWindow(theme, tasks, slow_open)  # type: ignore[arg-type]
    window.show()
    QTest.keyClicks(window.top.search.line, "draft")
    assert window.desk is None
    release.set()
    until(lambda: window.desk is not None)
    assert window.top.search.text() == "draft"
    window.close()


def test_a_profile_that_cannot_be_opened_gets_a_sentence(theme: Theme, tasks: Tasks, until: Until) -> None:
    def refuse() -> FakeDesk:
        raise ProfileUnusable("profile-locked", path="x")

    window = MainWindow(theme, tasks, refuse)  # type: ignore[arg-type]
    window.show()
    until(lambda: window.findChildren(MessagePanel))
    assert window.findChild(MessagePanel).accessibleName() == "HubDesk is already open with this catalogue"
    window.close()


def test_the_desk_is_never_asked_on_the_windows_thread(
    open_window: Callable[..., MainWindow], desk: FakeDesk, until: Until
) -> None:
    window = open_window(desk)
    QTest.keyClicks(window.top.search.line, "hansard")
    until(lambda: desk.calls["show"])
    assert desk.threads == {"hubdesk-catalogue"}


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (820, 700)])
def test_everything_that_takes_the_focus_has_a_name(
    open_window: Callable[..., MainWindow], desk: FakeDesk, until: Until, size: tuple[int, int]
) -> None:
    window = open_window(desk, size)
    until(lambda: desk.calls["show"])
    QTest.qWait(50)
    for widget in window.findChildren(QWidget):
        is_control = isinstance(widget, QAbstractButton | QLineEdit)
        if widget.isVisible() and (is_control or widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            holder = widget.parentWidget()
            assert name or (holder is not None and holder.accessibleName()), widget


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700), (820, 700)])
def test_nothing_is_cut_off(
    open_window: Callable[..., MainWindow], desk: FakeDesk, until: Until, size: tuple[int, int]
) -> None:
    window = open_window(desk, size)
    until(lambda: desk.calls["show"])
    QTest.qWait(50)
    assert window.width() == size[0], "the window asks for more room than there is"
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()


def test_targets_are_large_enough(
    open_window: Callable[..., MainWindow], desk: FakeDesk, until: Until
) -> None:
    window = open_window(desk)
    until(lambda: desk.calls["show"])
    QTest.qWait(50)
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= 24, button.text() or button.accessibleName()


def test_f6_visits_each_region_and_returns(
    open_window: Callable[..., MainWindow], desk: FakeDesk, until: Until
) -> None:
    window = open_window(desk)
    until(
        lambda: any(
            region.accessibleName() == "The chosen record" and region.isVisible()
            for region in window._list_regions()
        )
    )
    QTest.qWait(50)
    window.activateWindow()
    window.top.search.setFocus()
    seen = []
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append(
            next(
                r.accessibleName() for r in window._list_regions() if r is focused or r.isAncestorOf(focused)
            )
        )
    assert seen[:3] == ["Filters", "Results", "The chosen record"]
    assert "Places" in seen
    assert seen[seen.index("Places") + 1] == "Search"
    QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is not None


def test_ctrl_k_and_slash_lead_to_the_search(
    open_window: Callable[..., MainWindow], desk: FakeDesk, until: Until
) -> None:
    window = open_window(desk)
    window.activateWindow()
    for key, modifier in ((Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)):  # fmt: skip
        window.rail.button("catalogue").setFocus()
        QTest.keyClick(window, key, modifier)
        assert window.top.search.line.hasFocus()


def test_the_current_place_is_marked_for_everybody(
    open_window: Callable[..., MainWindow], desk: FakeDesk
) -> None:
    window = open_window(desk)
    button = window.rail.button("catalogue")
    state = QAccessible.queryAccessibleInterface(button).state()
    assert state.checked
    assert button.isChecked()


def test_announcements_do_not_flood(
    open_window: Callable[..., MainWindow], desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, said = open_window(desk), []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    for number in range(5):
        window.announce(f"sentence {number}")
    assert said == ["sentence 0"]
    window._hush.timeout.emit()
    assert said == ["sentence 0", "sentence 4"]


def test_a_switch_to_dark_reaches_what_is_drawn(
    open_window: Callable[..., MainWindow], desk: FakeDesk, theme: Theme
) -> None:
    window = open_window(desk)
    light = window.grab().toImage().pixelColor(640, 780).lightness()
    theme.switch(mode="dark")
    assert window.grab().toImage().pixelColor(640, 780).lightness() < 60 < light


def test_keys_typed_into_a_field_are_not_shortcuts(
    open_window: Callable[..., MainWindow], desk: FakeDesk
) -> None:
    window = open_window(desk)
    window.top.search.line.setFocus()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier, "/")
    QApplication.sendEvent(window.top.search.line, event)
    assert window.top.search.text() == "/"


def test_french_is_spoken_and_taken_back(application: QApplication) -> None:
    try:
        if "hubdesk_fr.qm" not in speak(application, "fr"):
            pytest.skip("needs the translations that `dev.py` makes")
        assert QCoreApplication.translate("Places", "Settings") == "Réglages"
        assert (
            QCoreApplication.translate("News", "%n change(s) waiting", "", 2) == "2 modifications en attente"
        )
        assert formatting.size(2_600_000) == "2,6 Mo"
        assert application.layoutDirection() == Qt.LayoutDirection.LeftToRight
        speak(application, "en")
        assert QCoreApplication.translate("Places", "Settings") == "Settings"
        assert QCoreApplication.translate("News", "%n change(s) waiting", "", 1) == "1 change waiting"
    finally:
        silence(application)
        QLocale.setDefault(QLocale("en_GB"))


@pytest.mark.parametrize(
    ("language", "records", "close", "waiting"),
    [
        ("es", "Mis fichas", "Cerrar", "1 cambio en espera"),
        ("pt", "Registros", "Fechar", "1 alteração em espera"),
    ],
)
def test_spanish_and_portuguese_are_spoken_by_the_window_and_by_qt(
    application: QApplication, language: str, records: str, close: str, waiting: str
) -> None:
    try:
        if f"hubdesk_{language}.qm" not in speak(application, language):
            pytest.skip("needs the translations that `dev.py` makes")
        assert QCoreApplication.translate("Places", "My records") == records
        assert QCoreApplication.translate("News", "%n change(s) waiting", "", 1) == waiting
        assert QCoreApplication.translate("QPlatformTheme", "Close") == close
        assert formatting.size(2_600_000) == "2,6 MB"
    finally:
        silence(application)
        QLocale.setDefault(QLocale("en_GB"))


def test_an_unknown_language_is_answered_in_english(application: QApplication) -> None:
    try:
        assert set(speak(application, "tlh")) <= {"hubdesk_en.qm"}
        assert QCoreApplication.translate("Places", "Settings") == "Settings"
    finally:
        silence(application)
        QLocale.setDefault(QLocale("en_GB"))


def offered(window: MainWindow) -> list[str]:
    menu = window.top.new.menu()
    return (
        [action.text() for action in menu.actions()]
        if menu is not None and window.top.new.isEnabled()
        else []
    )


@pytest.mark.parametrize(("role", "has", "has_not"), [
    ("contributor", "Case study", "Hub"), ("secretariat", "Tool", "Admission"), ("reader", "", "Case study")])  # fmt: skip
def test_the_kinds_offered_are_those_one_may_propose(
    open_window: Callable[..., MainWindow], until: Until, role: str, has: str, has_not: str
) -> None:
    window = open_window(FakeDesk(few_records(), role=role))
    until(lambda: window.stack.count() > 1)
    assert has_not not in offered(window)
    assert not has or has in offered(window)


@pytest.mark.parametrize(
    ("height", "scale", "has_words"), [(800, 1.0, True), (800, 2.0, True), (560, 2.0, False)]
)
def test_every_place_on_the_rail_stays_in_reach_with_large_text_in_a_low_window(
    application: QApplication, height: int, scale: float, has_words: bool
) -> None:
    theme = Theme(application, "light", scale)
    rail = Rail(theme, "Places")
    for number in range(8):
        rail.add(f"place-{number}", "sync", "Somewhere", foot=number > 5)
    rail.setMinimumHeight(1)  # as in the window, whose own least height decides
    rail.resize(rail.width(), height)
    rail.show()
    QApplication.processEvents()

    buttons = [rail.button(name) for name in rail.places()]
    tops = [button.y() for button in buttons if button is not None]
    heights = [button.height() for button in buttons if button is not None]
    assert all(
        top + tall <= after for top, tall, after in zip(tops, heights, [*tops[1:], height], strict=True)
    )
    assert all(bool(button.toolTip()) is not has_words for button in buttons if button is not None)
    put_away([rail])
