"""Text with what was added and what was removed marked in it.

Invariant: the widget is as high as its text at its width; added is bold on a tint, removed is struck through, and the
accessible name says both in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from hubdesk.gui.differences import Part
from hubdesk.gui.theme import Theme

_MOST: Final = 20_000


def spaced(parts: Sequence[Part]) -> list[Part]:
    """Put a thin space between what was removed and what was added in its place, so that they read as two."""
    found: list[Part] = []
    for part in parts:
        if part.change == "added" and found and found[-1].change == "removed":
            found.append(Part("\u2009"))
        found.append(part)
    return found


class MarkedText(QWidget):
    """Wrapped text in the small role; `empty` is what stands there when it has no letters."""

    def __init__(
        self,
        theme: Theme,
        parts: Sequence[Part],
        empty: str = "",
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty = empty
        self._tone = tone
        self._parts: list[Part] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)
        self.show_parts(parts)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show another text."""
        self._parts = spaced(parts)
        text = "".join(part.text for part in self._parts)
        self.setAccessibleName(self._spoken() if text else self._empty)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(160), self.heightForWidth(self._theme.unit(160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.unit(48), self._theme.lines("small"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout(width)[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout, _ = self._layout(self.width())
        layout.draw(painter, QPointF(0, 0))

    def _layout(self, width: int) -> tuple[QTextLayout, int]:
        text = "".join(part.text for part in self._parts)[:_MOST].replace("\n", "\u2028")
        layout = QTextLayout(text or self._empty, self._theme.font("small"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(self._formats(bool(text)))
        layout.beginLayout()
        height = 0.0
        leading = self._theme.lines("small")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += leading
        layout.endLayout()
        return layout, round(height) + 1

    def _formats(self, has_text: bool) -> list[QTextLayout.FormatRange]:
        if not has_text:
            return [self._range(0, len(self._empty), "muted")]
        ranges, start = [], 0
        for part in self._parts:
            length = len(part.text.encode("utf-16-le")) // 2
            if part.change == "added":
                ranges.append(self._range(start, length, "ok", ground="oks", is_bold=True))
            elif part.change == "removed":
                ranges.append(self._range(start, length, "err", is_struck=True))
            else:
                ranges.append(self._range(start, length, self._tone))
            start += length
        return ranges

    def _range(
        self,
        start: int,
        length: int,
        token: str,
        *,
        ground: str = "",
        is_bold: bool = False,
        is_struck: bool = False,
    ) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setForeground(self._theme.colour(token))
        if ground:
            form.setBackground(self._theme.colour(ground))
        if is_bold:
            form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontStrikeOut(is_struck)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, length, form
        return found

    def _spoken(self) -> str:
        words = {
            "added": self.tr("added: {text}"),
            "removed": self.tr("removed: {text}"),
        }
        return " ".join(
            words[part.change].format(text=part.text) if part.change in words else part.text
            for part in self._parts
        )
