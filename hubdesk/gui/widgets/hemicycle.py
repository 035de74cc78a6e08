"""The hemicycle: rows of seats. The mark on the rail, the first run, empty states; nowhere else.

Invariant: decoration, painted in tokens, silent for screen readers.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubdesk.gui.theme import Theme

Manner = Literal["parties", "quiet"]


def paint_hemicycle(painter: QPainter, theme: Theme, box: QRectF, rows: int, manner: Manner) -> None:
    """Draw `rows` half rings of seats into `box`, which is twice as wide as high.

    `parties`: gold, teal and white from one side to the other, fading inwards. `quiet`: the accent, fading inwards.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    outer = min(box.width() / 2, box.height())
    pitch = outer / (rows + 2.2)
    seat = pitch * 0.29
    centre = QPointF(box.center().x(), box.bottom() - seat)
    for row in range(rows):
        radius = outer - seat - row * pitch
        seats = max(3, round(pi * radius / (pitch * 0.98)) + 1)
        fade = 1.0 - row / (rows + (1 if manner == "quiet" else 2)) * (1.0 if manner == "quiet" else 0.85)
        for number in range(seats):
            angle = pi - pi * number / (seats - 1)
            colour = QColor(theme.colour(_seat_token(number / (seats - 1), manner)))
            colour.setAlphaF(fade * (0.75 if manner == "quiet" else 1.0))
            painter.setBrush(colour)
            painter.drawEllipse(
                QPointF(centre.x() + radius * cos(angle), centre.y() - radius * sin(angle)), seat, seat
            )


def _seat_token(place: float, manner: Manner) -> str:
    if manner == "quiet":
        return "accent"
    return "gold" if place < 0.34 else "teal" if place < 0.67 else "railon"


class Hemicycle(QWidget):
    """Rows of seats, `width` pixels wide."""

    def __init__(
        self,
        theme: Theme,
        rows: int = 4,
        width: int = 160,
        manner: Manner = "quiet",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self._width = width
        self._manner: Manner = manner
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = self._theme.unit(self._width)
        return QSize(width, round(width * 0.53))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_hemicycle(QPainter(self), self._theme, QRectF(self.rect()), self._rows, self._manner)
