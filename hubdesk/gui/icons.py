"""The icons: SVG files of one style, drawn in a token's colour at the screen's own resolution.

Invariant: a file is read once; what is drawn is kept per (name, colour, size, device pixel ratio) and per direction.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from hubdesk.locations import resource

MIRRORED = frozenset(
    {
        "right",
        "left",
        "undo",
        "edit",
        "request",
        "send",
        "case",
        "document",
        "offline",
        "key",
        "notice",
        "sort",
    }
)
"""Icons with a reading direction: they are mirrored in right-to-left windows."""


class Icons:
    """Draws icons; asks `colour(token)` for the colour at the time of drawing."""

    def __init__(self) -> None:
        self._bodies: dict[str, str] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, str, int, int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, name: str, colour: str, box: QRectF, *, mirror: bool = False) -> None:
        """Draw icon `name` in `#RRGGBB` into `box` of a painter, sharp at any scale."""
        side = round(min(box.width(), box.height()))
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(name, colour, side, ratio, mirror=mirror)
        left = round(box.center().x() - side / 2)
        top = round(box.center().y() - side / 2)
        painter.drawPixmap(left, top, pixmap)

    def pixmap(self, name: str, colour: str, side: int, ratio: float, *, mirror: bool = False) -> QPixmap:
        """Return icon `name`, `side` device-independent pixels square, for a screen of `ratio`."""
        mirror = mirror and name in MIRRORED
        key = (name, colour, side, round(ratio * 100), mirror)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw(
                name, colour, max(1, round(side * ratio)), ratio, mirror=mirror
            )
        return found

    def icon(self, name: str, colour: str, faint: str, *, mirror: bool = False) -> QIcon:
        """Return a QIcon that draws itself at whatever size and ratio it is asked for; `faint` when disabled."""
        return QIcon(_Engine(self, name, colour, faint, mirror=mirror))

    def forget(self) -> None:
        """Drop what was drawn, when the palette changes."""
        self._renderers.clear()
        self._pixmaps.clear()

    def _draw(self, name: str, colour: str, pixels: int, ratio: float, *, mirror: bool) -> QPixmap:
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if mirror:
            painter.setTransform(QTransform(-1, 0, 0, 1, pixels, 0))
        self._renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._renderers:
            body = self._body(name).replace("currentColor", colour)
            self._renderers[key] = QSvgRenderer(QByteArray(body.encode()))
        return self._renderers[key]

    def _body(self, name: str) -> str:
        if name not in self._bodies:
            path = resource(f"icons/{name}.svg")
            if not path.is_file():  # a kind's file may name an icon of a later version
                path = resource("icons/record.svg")
            self._bodies[name] = path.read_text(encoding="utf-8")
        return self._bodies[name]


class _Engine(QIconEngine):
    """Renders on demand, so that a button stays sharp when it moves to another screen."""

    def __init__(self, icons: Icons, name: str, colour: str, faint: str, *, mirror: bool) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._colour = colour
        self._faint = faint
        self._mirror = mirror

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._colour, self._faint, mirror=self._mirror)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._faint if mode == QIcon.Mode.Disabled else self._colour
        self._icons.paint(painter, self._name, colour, QRectF(rect), mirror=self._mirror)  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt 6.8 and later give the size before the scale.
        colour = self._faint if mode == QIcon.Mode.Disabled else self._colour
        side = max(1, min(size.width(), size.height()))
        return self._icons.pixmap(self._name, colour, side, scale, mirror=self._mirror)
