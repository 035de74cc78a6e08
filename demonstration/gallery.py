"""The pictures of the tour: each page once, and the catalogue in every look.

Invariant: pictures are numbered in the order of the tour and show windows on real desks.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from demonstration.people import BOTSWANA
from demonstration.visit import SIZE, Visit
from hubdesk.gui.application import speak
from hubdesk.gui.theme import Mode, Theme

_WORDS = "strategic plan"


class Gallery:
    """Pictures in `folder`, which begins empty. `taken`: their names."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._mode: Mode = "light"
        self._text_scale = 1.0
        self.folder = folder
        self.taken: list[str] = []
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def visit(self, profile: Path, size: tuple[int, int] = SIZE) -> Visit:
        """Open a window on a desk in the look that is set, with a theme of its own, as the program does."""
        return Visit(self._application, Theme(self._application, self._mode, self._text_scale), profile, size)

    def take(self, visit: Visit, name: str, ratio: int = 1) -> None:
        """Take a picture under the next number; one name is taken once."""
        if name not in self.taken:
            self.taken.append(name)
            visit.picture(self.folder / f"{len(self.taken):02}-{name}.png", ratio)

    def show_looks(self, profile: Path) -> None:
        """Show the catalogue dark, in French, from right to left, narrow, at 200 % and with large text."""
        visit = self._found(profile)
        self.take(visit, "catalogue-200-percent", ratio=2)
        visit.window.theme.switch(mode="dark")
        visit.rest()
        self.take(visit, "catalogue-dark")
        for place in ("sync", "hubs"):
            visit.go(place)
            self.take(visit, f"{place}-dark")
        visit.close()
        visit = self._found(profile, (1024, 700))
        self.take(visit, "catalogue-1024x700")
        for place in ("sync", "records", "hubs"):
            visit.go(place)
            self.take(visit, f"{place}-1024x700")
        visit.go("editor", BOTSWANA)
        visit.rest()
        self.take(visit, "editor-1024x700")
        visit.close()
        self._show_other_words(profile)
        self._text_scale = 1.5
        visit = self._found(profile, (1600, 900))
        self.take(visit, "catalogue-large-text")
        visit.close()
        self._text_scale = 1.0

    def _show_other_words(self, profile: Path) -> None:
        speak(self._application, "fr")
        visit = self._found(profile)
        self.take(visit, "catalogue-french")
        for place in ("sync", "records", "settings"):
            visit.go(place)
            self.take(visit, f"{place}-french")
        visit.go("editor", BOTSWANA)
        visit.rest()
        self.take(visit, "editor-french")
        visit.close()
        speak(self._application, "en")
        # There is no Arabic translation yet: what is shown is the direction.
        self._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        visit = self._found(profile)
        self.take(visit, "catalogue-right-to-left")
        visit.close()
        self._application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_french_start(self, profile: Path) -> None:
        """Show a new desk's first page in French and dark."""
        speak(self._application, "fr")
        self._mode = "dark"
        visit = self.visit(profile)
        self.take(visit, "first-run-french-dark")
        visit.close()
        self._mode = "light"
        speak(self._application, "en")

    def _found(self, profile: Path, size: tuple[int, int] = SIZE) -> Visit:
        visit = self.visit(profile, size)
        visit.search(_WORDS)
        return visit
