"""The tile: a rounded square with two letters. A hub is a tile, a parliament is a tile.

Invariant: a hub's colour is one of twelve tested ones and the same on every desk.
"""

from __future__ import annotations

from typing import Final
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubdesk.gui.theme import Theme

_SEATS: Final = {  # hubs of the first hour keep the colours people know them by
    "latam": 0,
    "southern-africa": 1,
    "ict-governance": 2,
    "open-data": 3,
    "pacific": 4,
    "east-africa": 5,
    "centre": 11,
}
_LETTERS: Final = {"latam": "LA", "open-data": "OD", "centre": "CE"}


def seat(hub: str) -> int:
    """Return which of the twelve colours a hub has; hubs unknown to this program share the last six."""
    return _SEATS.get(hub, 6 + crc32(hub.encode()) % 5)


def letters(hub: str) -> str:
    """Return the two letters of a hub: the initials of its name, or its first two letters."""
    if hub in _LETTERS:
        return _LETTERS[hub]
    words = [word for word in hub.replace("_", "-").split("-") if word]
    initials = "".join(word[0] for word in words[:2]) if len(words) > 1 else hub[:2]
    return initials.upper()


def paint_tile(painter: QPainter, theme: Theme, box: QRectF, hub: str, text: str = "") -> None:
    """Draw a hub's tile into `box`, with its own letters unless others are given."""
    ground, ink = theme.tile_colours(seat(hub))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    font = theme.font("tiny") if box.height() < 32 else theme.font("strong")
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text or letters(hub))


class Tile(QWidget):
    """A hub's tile. The name stands beside it, so that the tile itself is silent."""

    def __init__(
        self, theme: Theme, hub: str, text: str = "", side: int = 32, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hub = hub
        self._text = text
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._theme.unit(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_tile(QPainter(self), self._theme, QRectF(self.rect()), self._hub, self._text)
