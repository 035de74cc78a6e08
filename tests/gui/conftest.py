"""One application for all tests of the window, and ways to let it live without sleeping blindly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QLocale, Qt
from PySide6.QtWidgets import QApplication

from hubdesk.gui.application import make_application, silence
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from tests.gui.fake_desk import FakeDesk, few_records

Until = Callable[..., None]


@pytest.fixture(scope="session")
def application() -> QApplication:
    """The one application object a process may have."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else make_application()


@pytest.fixture(autouse=True)
def nothing_left(application: QApplication) -> Iterator[None]:
    """Windows end with their test: `deleteLater` alone waits for an event loop that no test runs, and what stays is
    dressed anew by every later test. Each begins with the words as they stand in the source."""
    silence(application)
    QLocale.setDefault(QLocale("en_GB"))
    yield
    for widget in application.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def theme(application: QApplication) -> Iterator[Theme]:
    """A light theme, taken down afterwards."""
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    made = Theme(application, "light")
    yield made
    made.deleteLater()
    # What a test leaves behind would be styled anew by every later one.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def tasks(application: QApplication) -> Iterator[Tasks]:
    """Lanes that end with the test."""
    made = Tasks(application)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def until(application: QApplication) -> Until:
    """Let the window live until something is true; fails after five seconds."""

    def wait(is_true: Callable[[], object], seconds: float = 5.0) -> None:
        end = monotonic() + seconds
        while not is_true():
            assert monotonic() < end, "it did not come true in time"
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents | QEventLoop.ProcessEventsFlag.AllEvents, 20)  # fmt: skip

    return wait


@pytest.fixture
def desk() -> FakeDesk:
    """A desk with the few records of the pictures."""
    return FakeDesk(few_records())


@pytest.fixture
def open_window(theme: Theme, tasks: Tasks, until: Until) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows on desks and waits until their first results are there."""
    windows = []

    def open_it(desk: FakeDesk, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        window = MainWindow(theme, tasks, lambda: desk)  # type: ignore[arg-type, return-value]
        window.resize(*size)
        windows.append(window)
        window.show()
        until(lambda: window.desk is not None)
        until(lambda: desk.calls["search"])
        return window

    yield open_it
    for window in windows:
        window.close()
        window.deleteLater()
