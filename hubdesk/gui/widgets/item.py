"""A thing in a short list: an icon, a title, a line about it, and what can be done with it at the far end.

Invariant: title and line shorten themselves; the far end never does.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Elide
from hubdesk.gui.widgets.picture import Picture


class Item(QWidget):
    """One row; `add` puts a badge or a button at its far end."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        line: str = "",
        *,
        lead: QWidget | None = None,
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(lead or Picture(theme, icon, "text2", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = QVBoxLayout()
        self.words.setSpacing(1)
        self.title = Elide(theme, title, role)
        self.line = Elide(theme, line, "small", "text2")
        self.line.setVisible(bool(line))
        self.words.addWidget(self.title)
        self.words.addWidget(self.line)
        row.addLayout(self.words, 1)
        self._far = QHBoxLayout()
        self._far.setSpacing(8)
        row.addLayout(self._far)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the far end."""
        self._far.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, line: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)


def alone(button: QWidget) -> QHBoxLayout:
    """Return a row with a button at the reading side and as wide as its words."""
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
