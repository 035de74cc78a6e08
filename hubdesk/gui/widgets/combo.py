"""A list to choose one from, with our own arrow.

Invariant: the wheel never changes a choice that has no focus.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QWidget

from hubdesk.gui.theme import Theme


class Combo(QComboBox):
    """A drop-down list. Set the property `wrong` to "true" (with `restyle`) for a faulty choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.dress(self, "body")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.unit(16)
        place = QRect(self.width() - side - self._theme.unit(8), (self.height() - side) // 2, side, side)
        box = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self._theme.paint_icon(painter, "down", "text2" if self.isEnabled() else "muted", box)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
