"""What there is to say about the record as a whole, above its form.

Invariant: a note stays until the next thing happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui.sentences import sentence
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.surface import empty

if TYPE_CHECKING:
    from hubdesk.gui.widgets.message import Tone


class Notes(QWidget):
    """Message panels, one below the other; without any it takes no room."""

    def __init__(self, theme: Theme, margins: tuple[int, int, int, int] = (24, 0, 24, 12)) -> None:
        super().__init__()
        self._theme = theme
        self._panels = QVBoxLayout(self)
        self._panels.setContentsMargins(*margins)
        self._panels.setSpacing(8)
        self.hide()

    def add(self, tone: Tone, words: str, details: str = "", icon: str = "") -> MessagePanel:
        """Add a note."""
        panel = MessagePanel(self._theme, tone, words, details, icon=icon)
        self._panels.addWidget(panel)
        self.show()
        return panel

    def add_error(self, error: Exception) -> MessagePanel:
        """Add what went wrong."""
        what, then = sentence(error)
        return self.add("err", what, then)

    def clear(self) -> None:
        """Take all notes away."""
        empty(self._panels)
        self.hide()
