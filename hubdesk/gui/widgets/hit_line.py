"""One line of text with search hits marked behind the letters, so that widths do not jump.

Invariant: text is elided before it is laid out, and stands at the reading side of its box.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextLine

from hubdesk.gui.theme import Theme


def paint_line(
    painter: QPainter,
    theme: Theme,
    box: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    direction: Qt.LayoutDirection,
    marks: Sequence[tuple[int, int]] = (),
) -> int:
    """Draw `text` into `box`, vertically centred; `marks` are (start, end) in characters. Returns the width used."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    kept = len(shown) if shown == text else max(0, len(shown) - 1)
    layout = QTextLayout(shown, font)
    ranges = []
    placed = [(_units(shown, start), _units(shown, min(end, kept))) for start, end in marks if start < kept]
    for start, end in placed:
        piece = QTextLayout.FormatRange()
        piece.start = start
        piece.length = end - start
        form = QTextCharFormat()
        form.setForeground(theme.colour("onhit"))
        piece.format = form
        ranges.append(piece)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    width = line.naturalTextWidth()
    left = float(box.left())
    if direction == Qt.LayoutDirection.RightToLeft:
        left = box.right() + 1 - width
    origin = QPointF(left, box.top() + (box.height() - metrics.height()) / 2)
    _paint_marks(painter, theme, line, placed, origin, metrics)
    painter.setPen(colour)
    layout.draw(painter, origin)
    return round(width)


def _units(text: str, position: int) -> int:
    """Return a position in characters as one in UTF-16 code units, which Qt counts in."""
    return len(text[:position].encode("utf-16-le")) // 2


def _paint_marks(
    painter: QPainter,
    theme: Theme,
    line: QTextLine,
    placed: Sequence[tuple[int, int]],
    origin: QPointF,
    metrics: QFontMetrics,
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hit"))
    for start, end in placed:
        first, last = sorted((_x(line, start), _x(line, end)))
        # Some faces ask for lines of twice the size; a mark goes by the letters.
        height = min(metrics.height(), round(1.9 * metrics.capHeight()))
        top = origin.y() + metrics.ascent() - metrics.capHeight() / 2 - height / 2
        painter.drawRoundedRect(QRectF(origin.x() + first - 1, top, last - first + 2, height), 3, 3)


def _x(line: QTextLine, position: int) -> float:
    # PySide answers (x, position); its stub says object.
    return float(cast(tuple[float, int], line.cursorToX(position))[0])
