"""Buttons: primary (one per page), plain, quiet, danger; chips and icon buttons.

Invariant: every icon is asked for again when the look changes, and a button without words has an accessible name.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from hubdesk.gui.theme import Theme

Kind = Literal["primary", "plain", "quiet", "danger", "segment", "chip"]
_INK = {
    "primary": "onaccent",
    "plain": "text",
    "quiet": "accent",
    "danger": "err",
    "segment": "text2",
    "chip": "onsoft",
}
_ROLE = {"primary": "strong", "chip": "smallstrong"}


class Button(QPushButton):
    """A button with words, and an icon where that helps."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind = "plain",
        icon: str = "",
        *,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind: Kind = kind
        self._icon = icon
        self.setProperty("k", kind)
        self.setProperty("tall", "true" if tall else "false")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        theme.dress(self, _ROLE.get(kind, "body"))
        self.retint()
        theme.changed.connect(self.retint)

    def set_icon(self, name: str) -> None:
        """Change the icon; "" for none."""
        self._icon = name
        self.retint()

    def retint(self) -> None:
        """Take colours and sizes from the theme again."""
        if self._icon:
            side = self._theme.unit(12 if self._kind == "chip" else 16)
            self.setIcon(self._theme.icon(self._icon, _INK[self._kind]))
            self.setIconSize(QSize(side, side))


class LinkButton(Button):
    """A quiet button for words of any length: they shorten to the room there is, the whole stays in the tooltip."""

    def __init__(
        self, theme: Theme, text: str, icon: str, remark: str = "", parent: QWidget | None = None
    ) -> None:
        self._whole = text
        super().__init__(theme, text, "quiet", icon, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(remark or text)
        self.setAccessibleName(text)
        self._room = super().sizeHint().width() - self._width_of(text)

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(self._whole) + self._room + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self._room
        self.setText(QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def _width_of(self, text: str) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(text)


class Chip(Button):
    """A choice that was made, and can be taken back by pressing it."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "chip", "x", parent=parent)
        self.setLayoutDirection(_turned(self.layoutDirection()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class IconButton(QToolButton):
    """A square button with an icon alone. `name` is what it does, for the tooltip and for screen readers."""

    def __init__(
        self, theme: Theme, icon: str, name: str, tint: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._tint = tint
        self.setProperty("k", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rename(name)
        self.retint()
        theme.changed.connect(self.retint)

    def rename(self, name: str) -> None:
        """Say anew what the button does."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str, tint: str | None = None) -> None:
        """Change the icon and, where given, its colour."""
        self._icon = icon
        self._tint = tint or self._tint
        self.retint()

    def retint(self) -> None:
        """Take colours and sizes from the theme again."""
        side = self._theme.unit(18)
        self.setIcon(self._theme.icon(self._icon, self._tint))
        self.setIconSize(QSize(side, side))


def _turned(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    # Qt puts a button's icon before its words; turning the button puts it behind.
    rtl = Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight if direction == rtl else rtl
