"""Words and buttons at the foot of something: beside each other, or stacked where the room ends.

Invariant: no button is ever cut; buttons that do not fit beside each other go on in the next line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.flow import Flow

_WORDS = 180
"""Width in text units that the words keep before they go above the buttons."""


class ActionRow(QWidget):
    """`words` at the reading side, buttons (`add`) at the far end."""

    def __init__(self, theme: Theme, words: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._buttons = QWidget()
        self._flow = Flow(self._buttons, is_trailing=True)
        self._row.addWidget(words, 1)
        self._row.addWidget(self._buttons, 0)

    def add(self, button: QWidget) -> None:
        """Add a button; the primary one comes last."""
        self._flow.addWidget(button)
        button.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._theme.unit(_WORDS) + self._flow.sizeHint().width()
        is_stacked = needed > self.width()
        direction = QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self._row.setAlignment(self._buttons, Qt.AlignmentFlag(0))
        policy = self._buttons.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding if is_stacked else policy.Policy.Fixed)
        self._buttons.setSizePolicy(policy)
