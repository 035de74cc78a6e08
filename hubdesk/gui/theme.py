"""How everything looks: colours, type, sizes, icons and the one style sheet, switchable while the window is open.

Invariant: widgets ask the theme by token, role or unit each time they draw; nothing outside this module and
palette.py knows a colour, a face or a pixel size.
"""

from __future__ import annotations

from string import Template
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from hubdesk.gui.icons import Icons
from hubdesk.gui.palette import DARK, LIGHT, ON_TILE, TILES
from hubdesk.locations import resource

Mode = Literal["system", "light", "dark"]

FAMILIES: Final = ("Segoe UI", "Inter", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans")
FAMILIES_RTL: Final = ("Segoe UI", "Noto Sans Arabic", "Inter", "Noto Sans", "DejaVu Sans")
LIFT: Final = 0.75  # points above the platform's own size: 9 pt becomes 9.75 pt, 13 px at 96 dpi
FLOOR: Final = 7.5  # points: nothing is set smaller
_N, _M, _B = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
ROLES: Final = {
    "display": (2.0, _B),
    "title": (1.6, _B),
    "head": (1.15, _B),
    "row": (1.06, _B),
    "body": (1.0, _N),
    "strong": (1.0, _B),
    "small": (0.92, _N),
    "smallstrong": (0.92, _B),
    "cap": (0.88, _N),
    "capstrong": (0.88, _M),
    "tiny": (0.8, _B),
}


class Theme(QObject):
    """One look for one application. Emits `changed` after every switch of palette, text size or direction."""

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode = "system", text_scale: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self._system_size = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
        self._mode: Mode = mode
        self._scale = text_scale
        self._icons = Icons()
        self._fonts: dict[str, QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._tokens: dict[str, str] = LIGHT
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    # colours

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is on."""
        return self._tokens is DARK

    def colour(self, token: str) -> QColor:
        """Return the colour of a palette token; raises KeyError for a name that is none."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(self._tokens[token])
        return found

    def tile_colours(self, seat: int) -> tuple[QColor, QColor]:
        """Return (ground, letters) of hub tile `seat`; any integer counts, modulo the twelve."""
        return QColor(TILES[seat % len(TILES)][self.is_dark]), QColor(ON_TILE)

    # type and sizes

    def font(self, role: str) -> QFont:
        """Return the font of a type role, with figures of equal width."""
        return QFont(self._fonts[role])  # a copy: whoever changes it must not change the role

    def lines(self, role: str) -> int:
        """Return the height of a line in pixels, clamped at 1.6 of the size: some faces ask for more than twice."""
        font = self._fonts[role]
        return min(QFontMetrics(font).height(), round(1.6 * font.pointSizeF() * self._dpi / 72))

    def unit(self, pixels: float) -> int:
        """U(n): a size given for 13-pixel text, grown with the text and never shrunk."""
        return round(pixels * max(1.0, self._fonts["body"].pointSizeF() * self._dpi / 72 / 13.0))

    def dress(self, widget: QWidget, role: str) -> None:
        """Give a widget the font of a role, now and after each switch."""
        widget.setProperty("type_role", role)
        widget.setFont(self._fonts[role])

    # icons

    def icon(self, name: str, tint: str = "text") -> QIcon:
        """Return an icon for a button or a menu. It keeps its colour: ask again when `changed` is emitted."""
        mirror = self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._icons.icon(name, self._tokens[tint], self._tokens["edge"], mirror=mirror)

    def pixmap(self, name: str, token: str, side: int, ratio: float) -> QPixmap:
        """Return an icon as a pixmap, `side` pixels square before the device pixel ratio."""
        mirror = self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._icons.pixmap(name, self._tokens[token], side, ratio, mirror=mirror)

    def paint_icon(self, painter: QPainter, name: str, token: str, box: QRectF) -> None:
        """Draw an icon in a token's colour into the middle of `box`."""
        mirror = self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._icons.paint(painter, name, self._tokens[token], box, mirror=mirror)

    # switching

    def switch(self, *, mode: Mode | None = None, text_scale: float | None = None) -> None:
        """Change the look of the open window: palette, text size, or what the layout direction asks for."""
        self._mode = mode or self._mode
        self._scale = text_scale or self._scale
        self._apply()
        for widget in self._application.allWidgets():
            role = widget.property("type_role")
            if role:
                widget.setFont(self._fonts[role])
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._mode == "system":
            self.switch()

    def _apply(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        dark = self._mode == "dark" or (self._mode == "system" and scheme == Qt.ColorScheme.Dark)
        self._tokens = DARK if dark else LIGHT
        self._colours.clear()
        self._icons.forget()
        self._dpi = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        self._fonts = self._make_fonts()
        self._application.setFont(self._fonts["body"])
        self._application.setPalette(self._make_palette())
        self._application.setStyleSheet(self._make_sheet())

    def _make_fonts(self) -> dict[str, QFont]:
        rtl = self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        size = (self._system_size + LIFT) * self._scale
        fonts = {}
        for role, (ratio, weight) in ROLES.items():
            font = QFont(list(FAMILIES_RTL if rtl else FAMILIES))
            font.setPointSizeF(max(FLOOR, size * ratio))
            font.setWeight(weight)
            font.setFeature(QFont.Tag("tnum"), 1)
            fonts[role] = font
        return fonts

    def _make_palette(self) -> QPalette:
        role = QPalette.ColorRole
        colours = {
            role.Window: "ground",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "text",
            role.PlaceholderText: "muted",
            role.Button: "surface",
            role.ButtonText: "text",
            role.BrightText: "onaccent",
            role.ToolTipBase: "surface",
            role.ToolTipText: "text",
            role.Highlight: "accent",
            role.HighlightedText: "onaccent",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.Accent: "accent",
        }
        palette = QPalette()
        for where, token in colours.items():
            palette.setColor(where, self.colour(token))
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.colour("muted"))
        return palette

    def _make_sheet(self) -> str:
        text = resource("style/hubdesk.qss").read_text(encoding="utf-8")
        return Template(text).substitute(_Values(self))

    def value(self, name: str) -> str:
        """Return what `$name` stands for in the style sheet: a token's colour, or `uN` for U(N) in pixels."""
        if name in self._tokens:
            return self._tokens[name]
        return f"{self.unit(int(name.removeprefix('u')))}px"


class _Values(dict[str, str]):
    """The style sheet's placeholders, looked up in a theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def __missing__(self, name: str) -> str:
        return self._theme.value(name)


def translate(context: str, text: str) -> str:
    """Return a sentence that was marked with QT_TRANSLATE_NOOP in the language of the window."""
    return QCoreApplication.translate(context, text)
