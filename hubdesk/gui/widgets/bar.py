"""Progress: a flat bar, 6 pixels, without motion.

Invariant: it says how far in its accessible value; which state it is in stands in words beside it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from hubdesk.gui.theme import Theme

State = Literal["running", "paused", "waiting", "again", "done"]
_INK = {"running": "accent", "paused": "edge", "waiting": "info", "again": "warn", "done": "ok"}


class Bar(QProgressBar):
    """How much of something is there; both figures in bytes or any other unit, of any size."""

    def __init__(self, theme: Theme, state: State = "running", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: State = state
        self.setRange(0, 1000)  # Qt counts in 32 bits, bytes do not fit
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_part(self, part: float, whole: float, state: State | None = None) -> None:
        """Show `part` of `whole`; an unknown whole (0) shows an empty trough."""
        self._state = state or self._state
        self.setValue(min(1000, int(1000 * part / whole)) if whole > 0 else 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(64), 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_bar(
            painter, self._theme, QRectF(self.rect()), self.value() / 1000, _INK[self._state], self._is_rtl()
        )

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def paint_bar(painter: QPainter, theme: Theme, box: QRectF, share: float, token: str, is_rtl: bool) -> None:
    """Draw a trough and the share of it, 0 to 1, that is full; it fills from the reading side."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    height = min(box.height(), 6.0)
    trough = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(trough, height / 2, height / 2)
    if share <= 0:
        return
    full = QRectF(trough)
    full.setWidth(max(height, trough.width() * min(1.0, share)))
    if is_rtl:
        full.moveRight(trough.right())
    painter.setBrush(theme.colour(token))
    painter.drawRoundedRect(full, height / 2, height / 2)
