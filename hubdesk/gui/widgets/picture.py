"""An icon standing by itself, plain or on its soft ground.

Invariant: it is decoration; what it means stands in words beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubdesk.gui.theme import Theme


class Picture(QWidget):
    """An icon of `side` pixels in a token's colour; `ground` names a token to put behind it, "" for none."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        tint: str = "text2",
        side: int = 18,
        ground: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tint = tint
        self._side = side
        self._ground = ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_icon(self, icon: str, tint: str | None = None) -> None:
        """Change the icon and, where given, its colour."""
        self._icon = icon
        self._tint = tint or self._tint
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.unit(self._side * 2 if self._ground else self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._ground:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(self._ground))
            painter.drawRoundedRect(box, 6, 6)
        side = self._theme.unit(self._side)
        inner = QRectF(0, 0, side, side)
        inner.moveCenter(box.center())
        self._theme.paint_icon(painter, self._icon, self._tint, inner)
