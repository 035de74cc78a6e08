"""The status line: the link, what waits, the last sync, what the month cost.

Invariant: it never claims a state without saying since when.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.picture import Picture


class StatusLine(QFrame):
    """One line at the foot of the window."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("k", "bar")
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self._icon = Picture(theme, "clock", "muted", 16)
        self._link = Label(theme, "", "smallstrong", "muted")
        self._rest = Elide(theme, "", "small", "text2")
        self._month = Label(theme, "", "small", "text2")
        self._bar = Bar(theme)
        self._bar.setFixedWidth(theme.unit(72))
        row.addWidget(self._icon)
        row.addWidget(self._link)
        row.addWidget(self._rest, 1)
        row.addWidget(self._month)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        self._bar.hide()
        self._resize()
        theme.changed.connect(self._resize)

    def show_link(self, icon: str, text: str, tone: str) -> None:
        """Say how the link is: an icon, a sentence with its time, and a tone."""
        self._icon.set_icon(icon, tone)
        self._link.setText(text)
        self._link.set_tone(tone)

    def show_rest(self, *sentences: str) -> None:
        """Say what else matters, shortest first; a separator stands between."""
        self._rest.setText("".join(f"·  {sentence}  " for sentence in sentences if sentence))

    def show_month(self, text: str, part: float = 0, whole: float = 0) -> None:
        """Say what was sent and received this month, and how much of the limit that is (0: no limit)."""
        self._month.setText(text)
        self._bar.setVisible(whole > 0)
        self._bar.show_part(part, whole)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.unit(32))
