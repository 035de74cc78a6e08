"""The 24 hours of a day as a strip: those in which things may come by themselves are filled.

Invariant: it only shows; what it shows stands in words in its accessible name.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubdesk.gui.theme import Theme

_HEIGHT, _GAP = 16, 2


class HoursStrip(QWidget):
    """`show_hours(first, last)` in hours of the day; both the same: all of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hours = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_hours(self, first: int, last: int, spoken: str) -> None:
        """Fill the hours from `first` to `last`, past midnight where the last is the earlier."""
        self._hours = (first, last)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(160), self._theme.unit(_HEIGHT) + self._theme.lines("cap"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        first, last = self._hours
        width = self.width() / 24
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for hour in range(24):
            is_in = first == last or (first <= hour < last if first < last else hour >= first or hour < last)
            place = 23 - hour if is_rtl else hour
            box = QRectF(place * width, 0, width - _GAP, self._theme.unit(_HEIGHT))
            painter.setBrush(self._theme.colour("accent" if is_in else "line"))
            painter.drawRoundedRect(box, 2, 2)
        painter.setPen(self._theme.colour("text2"))
        painter.setFont(self._theme.font("cap"))
        for hour in (0, 6, 12, 18):
            place = 24 - hour - 3 if is_rtl else hour
            box = QRectF(place * width, self._theme.unit(_HEIGHT), 3 * width, self._theme.lines("cap"))
            side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, f"{hour:02d}")
