"""The map of a hub: a tile for each parliament, and what the looks of the tiles mean.

Invariant: host, with records, without and not taking part differ in shape as well as in colour, and the map's
accessible name gives the four counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.tile_grid import places
from hubdesk.gui.widgets.tile import seat

Part = Literal["host", "active", "quiet", "outside"]
PARTS: Final[tuple[Part, ...]] = ("host", "active", "quiet", "outside")
SIDE, GAP = 44, 4


def paint_part(painter: QPainter, theme: Theme, box: QRectF, part: Part, hub: str, text: str = "") -> None:
    """Draw one tile of the map into `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    ground, ink = theme.tile_colours(seat(hub))
    if part == "host":
        painter.setBrush(ground)
    elif part == "outside":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("edge"), 1.2, Qt.PenStyle.DashLine))
    else:
        painter.setBrush(theme.colour("accent" if part == "active" else "soft"))
    radius = 5 if box.width() > 20 else 3
    painter.drawRoundedRect(inner, radius, radius)
    if part == "host":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        inset = 3 if box.width() > 20 else 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - 1, radius - 1)
    if text:
        painter.setFont(theme.font("strong" if part in ("host", "active") else "body"))
        token = {"active": "onaccent", "quiet": "onsoft", "outside": "muted"}.get(part)
        painter.setPen(theme.colour(token) if token else ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class TileMap(QWidget):
    """`tell` with the part that each country (ISO 3166-1) has in a hub."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hub = ""
        self._parts: Mapping[str, Part] = {}
        self._places: dict[str, tuple[int, int]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.updateGeometry)

    def tell(self, hub: str, parts: Mapping[str, Part], spoken: str) -> None:
        """Show who takes part in a hub; `spoken` is the sentence with the counts."""
        self._hub = hub
        self._parts = parts
        self._places = places(parts)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def _extent(self) -> tuple[int, int]:
        columns = 1 + max((column for column, _ in self._places.values()), default=0)
        rows = 1 + max((row for _, row in self._places.values()), default=0)
        return columns, rows

    def _pitch(self, width: int) -> float:
        columns, _ = self._extent()
        return min(self._theme.unit(SIDE + GAP), (width + GAP) / columns)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._extent()[1] * self._pitch(width))

    def sizeHint(self) -> QSize:
        columns, _ = self._extent()
        width = columns * self._theme.unit(SIDE + GAP) - GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        columns, rows = self._extent()
        pitch = self._theme.unit(22)
        return QSize(columns * pitch, rows * pitch)

    def box_of(self, country: str) -> QRect:
        """Return where a country's tile is drawn."""
        column, row = self._places[country]
        pitch = self._pitch(self.width())
        columns, _ = self._extent()
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = max(0.0, self.width() - columns * pitch + GAP) if is_rtl else 0.0
        side = round(pitch - GAP)
        # A map is not a text: west stays at the left in every language.
        return QRect(round(start + column * pitch), round(row * pitch), side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for country, part in self._parts.items():
            box = QRectF(self.box_of(country))
            letters = country if box.width() >= self._theme.unit(24) else ""
            paint_part(painter, self._theme, box, part, self._hub, letters)

    def country_at(self, point: QPoint) -> str:
        """Return the country under a point, "" for none."""
        return next((country for country in self._parts if self.box_of(country).contains(point)), "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            country = self.country_at(event.pos())
            QToolTip.showText(event.globalPos(), formatting.country(country) if country else "", self)
            return True
        return super().event(event)


class PartMark(QWidget):
    """A small tile for the legend."""

    def __init__(self, theme: Theme, hub: str, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hub = hub
        self._part: Part = part
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(15), self._theme.unit(15))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_part(QPainter(self), self._theme, QRectF(self.rect()), self._part, self._hub)
