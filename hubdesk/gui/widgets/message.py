"""What happened, what is safe, what comes next: a panel within the page, and the empty page.

Invariant: each has an icon, a bold sentence and words; colour alone says nothing.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.formatting import breakable
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.hemicycle import Hemicycle
from hubdesk.gui.widgets.label import Label, restyle
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import empty

Tone = Literal["ok", "warn", "err", "info", "plan"]
NARROW = 480
"""Below this width the buttons stand under the words."""
_ICON = {"ok": "verified", "warn": "alert", "err": "alert", "info": "info", "plan": "clock"}


class MessagePanel(QFrame):
    """A panel in a tint. Put repair buttons into `repairs`."""

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        sentence: str,
        details: str = "",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("k", "message")
        self._theme = theme
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(14, 10, 14, 10)
        self._outer.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._icon = Picture(theme, "info", "info", 18)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._sentence = Label(theme, "", "strong", wrap=True)
        self._details = Label(theme, "", "small", "text2", wrap=True)
        column.addWidget(self._sentence)
        column.addWidget(self._details)
        row.addLayout(column, 1)
        self._outer.addLayout(row, 1)
        self.repairs = QHBoxLayout()
        self.repairs.setSpacing(8)
        self._outer.addLayout(self.repairs)
        self._outer.setAlignment(self.repairs, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.say(tone, sentence, details, icon=icon)

    def say(self, tone: Tone, sentence: str, details: str = "", *, icon: str = "") -> None:
        """Say something else."""
        restyle(self, "tone", tone)
        self._icon.set_icon(icon or _ICON[tone], tone)
        self._sentence.setText(sentence)
        self._details.setText(breakable(details))
        self._details.setVisible(bool(details))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(details)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.unit(NARROW) and self.repairs.count() > 0
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._outer.direction() != direction:
            self._outer.setDirection(direction)


class EmptyState(QWidget):
    """A page or list without content: what was looked for, how old the list is, and ways on."""

    def __init__(
        self, theme: Theme, sentence: str = "", details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Hemicycle(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self._sentence = self._centred("head")
        self._details = self._centred("body", "text2")
        column.addWidget(self._sentence)
        column.addWidget(self._details)
        column.addSpacing(8)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._ways.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._ways)
        column.addStretch(1)
        self.say(sentence, details)

    def say(self, sentence: str, details: str = "") -> None:
        """Say what is empty and why; takes the ways on away."""
        self._sentence.setText(sentence)
        self._details.setText(details)
        self._details.setVisible(bool(details))
        empty(self._ways)

    def offer(self, text: str, icon: str = "", *, first: bool = False) -> Button:
        """Add a way on and return its button; the first should give results."""
        button = Button(self._theme, text, "primary" if first else "plain", icon)
        self._ways.addWidget(button)
        return button

    def _centred(self, role: str, tone: str = "text") -> Label:
        label = Label(self._theme, "", role, tone, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label
