"""A person before a window: looks, presses, types, waits for what is to come.

Invariant: only what is visible is pressed and only what is enabled, by the words that stand on it; waiting has an end.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from demonstration.journal import TourFailed, check
from hubdesk.desk import Desk
from hubdesk.gui.main_window import MainWindow
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.page import Page

SIZE = (1280, 800)
_PATIENCE = 30.0
_QUIET = 0.35
"""Seconds after which a window that is left alone has drawn everything: the pause in typing and a refresh."""
P = TypeVar("P", bound=QWidget)


class Visit:
    """The window on the desk in `profile`, open until `close`."""

    def __init__(
        self, application: QApplication, theme: Theme, profile: Path, size: tuple[int, int] = SIZE
    ) -> None:
        self._application = application
        self.profile = profile
        self._tasks = Tasks(application)
        self._errors: list[Exception] = []
        self._tasks.broke.connect(self._errors.append)
        self.window = MainWindow(theme, self._tasks, lambda: Desk.create(profile, use_keyring=False))
        self.window.resize(*size)
        self.window.show()
        self.wait(lambda: self.window.desk is not None and isinstance(self.page, Page), "the window opens")
        self.rest()

    @property
    def desk(self) -> Desk:
        """The window's desk."""
        check(self.window.desk is not None, "the window has no desk")
        assert self.window.desk is not None
        return self.window.desk

    @property
    def page(self) -> Any:
        """The page in sight."""
        return self.window.stack.currentWidget()

    def close(self) -> None:
        """Close the window and let the desk go."""
        self.window.close()
        self._tasks.close(self.window.desk.close if self.window.desk is not None else None)
        self.window.deleteLater()
        self._breathe()

    # waiting

    def wait(self, is_done: Callable[[], object], what: str, seconds: float = _PATIENCE) -> None:
        """Let the window live until something is true; raises TourFailed when it never is."""
        end = time.monotonic() + seconds
        while not is_done():
            if time.monotonic() > end:
                raise TourFailed(f"waited in vain: {what}")
            self._breathe()
            time.sleep(0.004)
        self._check_errors()

    def rest(self, seconds: float = _QUIET) -> None:
        """Let the window live for a moment."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._breathe()
            time.sleep(0.004)
        self._check_errors()

    def _breathe(self) -> None:
        self._application.processEvents()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _check_errors(self) -> None:
        if self._errors:
            raise self._errors[0]

    # doing

    def go(self, place: str, argument: object = None) -> Any:
        """Go to a place of the window; return its page."""
        self.window.go(place, argument)
        self.rest()
        return self.page

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button that begins with `words`."""
        button = self.find(words, within)
        check(button.isEnabled(), f"“{words}” cannot be pressed: {button.toolTip()}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def find(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """Return the visible button whose text or accessible name begins with `words`."""
        for button in (within or self.window).findChildren(QAbstractButton):
            names = (button.text().replace("&", ""), button.accessibleName())
            if button.isVisible() and any(name.startswith(words) for name in names):
                return button
        raise TourFailed(f"no button “{words}” in sight")

    def write(self, field: QWidget, text: str) -> None:
        """Type at the end of what stands in a field."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        for letter in text:  # QTest's own typing knows ASCII alone
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                self._application.sendEvent(field, event)

    def search(self, words: str) -> float:
        """Type words into the search field; return the seconds until the answer stood there."""
        self.window.go("catalogue")
        self.window.top.search.clear()
        self.rest()
        answered: list[int] = []
        self.page.model.modelReset.connect(lambda: answered.append(1))
        self.write(self.window.top.search.line, words)
        began = time.monotonic()
        self.wait(lambda: answered, "an answer")
        took = time.monotonic() - began
        self.rest()
        return took

    def picture(self, path: Path, ratio: int = 1) -> None:
        """Write what is in sight as PNG, at `ratio` times the size."""
        self._application.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        shown = QPixmap(self.window.size() * ratio)
        shown.setDevicePixelRatio(ratio)
        self.window.render(shown)
        check(shown.save(str(path)), f"no picture in {path}")
