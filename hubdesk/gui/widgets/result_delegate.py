"""Draws a search result: icon, title with its state, one line, and where it comes from.

Invariant: every row has the same height; too narrow, it leaves out licence, then languages, then country, never
title, hub, state or size; everything is mirrored with the window.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hubdesk.gui.models.results import ROW
from hubdesk.gui.models.row import Row
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import paint_bar
from hubdesk.gui.widgets.hit_line import paint_line
from hubdesk.gui.widgets.tile import paint_tile

HEIGHT = 88
_SHIELD = 16


class ResultDelegate(QStyledItemDelegate):
    """Paints rows of a ResultsModel. `is_by_keys` decides whether the current row shows the focus ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_by_keys = False
        self._measure()
        theme.changed.connect(self._measure)

    def _measure(self) -> None:
        self._metrics = {role: QFontMetrics(self._theme.font(role)) for role in ("cap", "capstrong", "small")}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._theme.unit(240), self._theme.unit(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            painter.save()
            _Drawing(self._theme, self._metrics, painter, option).draw(row, self.is_by_keys)
            painter.restore()


class _Drawing:
    """One row being drawn; boxes are laid out from the left and mirrored at the end."""

    def __init__(
        self, theme: Theme, metrics: dict[str, QFontMetrics], painter: QPainter, option: QStyleOptionViewItem
    ) -> None:
        self._theme = theme
        self._metrics = metrics
        self._painter = painter
        self._box: QRect = option.rect
        self._direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        self._is_selected = bool(state & QStyle.StateFlag.State_Selected)
        self._is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        self._is_focused = bool(state & QStyle.StateFlag.State_HasFocus)
        self._left = self._box.left() + theme.unit(72)
        self._right = self._box.right() + 1 - theme.unit(18)

    def draw(self, row: Row, is_by_keys: bool) -> None:
        self._ground()
        self._icon(row)
        middle = self._box.center().y()
        gap = self._theme.unit(21)
        self._title_line(row, middle - gap)
        self._text(self._left, self._right, middle, row.summary, "body", "text2", row.summary_marks)
        self._meta_line(row, middle + gap + self._theme.unit(1))
        if self._is_focused and is_by_keys:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._theme.colour("focus"), 2))
            self._painter.drawRect(self._box.adjusted(1, 1, -1, -2))

    def _ground(self) -> None:
        theme = self._theme
        token = "soft" if self._is_selected else "hover" if self._is_under else "surface"
        self._painter.fillRect(self._box, theme.colour(token))
        foot = QRect(self._box.left(), self._box.bottom(), self._box.width(), 1)
        self._painter.fillRect(foot, theme.colour("line"))
        if self._is_selected:
            bar = QRect(self._box.left(), self._box.top(), 3, self._box.height())
            self._painter.fillRect(self._seen(bar), theme.colour("accent"))

    def _icon(self, row: Row) -> None:
        theme = self._theme
        side = theme.unit(40)
        box = QRectF(
            self._seen(QRect(self._box.left() + theme.unit(16), self._box.top() + theme.unit(16), side, side))
        )
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme.colour("surface" if self._is_selected else "soft"))
        self._painter.drawRoundedRect(box, 6, 6)
        inner = QRectF(0, 0, theme.unit(20), theme.unit(20))
        inner.moveCenter(box.center())
        theme.paint_icon(self._painter, row.icon, "onsoft", inner)

    def _title_line(self, row: Row, middle: int) -> None:
        theme = self._theme
        word = row.standing.word
        width = self._metrics["cap"].horizontalAdvance(word)
        start = self._right - width
        self._text(start, self._right, middle, word, "cap", row.standing.tone, far=True)
        side = theme.unit(16)
        self._paint_icon(row.standing.icon, row.standing.tone, start - theme.unit(6) - side, middle, side)
        self._text(
            self._left, start - side - theme.unit(18), middle, row.title, "row", "text", row.title_marks
        )

    def _meta_line(self, row: Row, middle: int) -> None:
        theme = self._theme
        end = self._right
        if row.size:
            width = self._metrics["cap"].horizontalAdvance(row.size)
            self._text(end - width, end, middle, row.size, "cap", "text2", far=True)
            end -= width + theme.unit(16)
        if row.standing.share is not None:
            bar = QRect(end - theme.unit(64), middle - 3, theme.unit(64), 6)
            is_rtl = self._direction == Qt.LayoutDirection.RightToLeft
            paint_bar(self._painter, theme, QRectF(self._seen(bar)), row.standing.share, "info", is_rtl)
            end = bar.left() - theme.unit(12)
        start = self._hub(row, middle, end)
        for fact in self._that_fit(row.facts, end - start):
            width = self._metrics["cap"].horizontalAdvance(fact)
            self._text(
                start, start + width, middle, fact, "cap", "muted" if not self._is_selected else "text2"
            )
            start += width + theme.unit(17)

    def _hub(self, row: Row, middle: int, end: int) -> int:
        theme = self._theme
        width, height = theme.unit(22), theme.unit(18)
        tile = self._seen(QRect(self._left, middle - height // 2, width, height))
        paint_tile(self._painter, theme, QRectF(tile), row.hub, row.tile)
        start = self._left + width + theme.unit(6)
        after = theme.unit(_SHIELD + 6) if row.verified else 0
        room = max(0, end - start - after)
        name = min(self._metrics["capstrong"].horizontalAdvance(row.hub_name) + 2, room)
        self._text(start, start + name, middle, row.hub_name, "capstrong", "text2")
        start += name + theme.unit(6)
        if row.verified:
            side = theme.unit(_SHIELD - 2)
            self._paint_icon("verified", "ok", start, middle, side)
            return start + side + theme.unit(12)
        if row.verified is None:
            return start + theme.unit(6)
        word = QCoreApplication.translate("Row", "Not checked")
        width = self._metrics["cap"].horizontalAdvance(word)
        self._text(start, start + width, middle, word, "cap", "warn")
        return start + width + theme.unit(12)

    def _that_fit(self, facts: tuple[str, ...], room: int) -> list[str]:
        shown = [fact for fact in facts if fact]
        gap = self._theme.unit(17)
        while shown:
            if sum(self._metrics["cap"].horizontalAdvance(fact) + gap for fact in shown) - gap <= room:
                break
            shown.pop()
        return shown

    def _text(
        self,
        left: int,
        right: int,
        middle: int,
        text: str,
        role: str,
        token: str,
        marks: list[tuple[int, int]] | tuple[()] = (),
        *,
        far: bool = False,
    ) -> None:
        height = self._theme.unit(24)
        # Two pixels more than measured: rounding must not shorten what fits.
        box = self._seen(
            QRect(left - (2 if far else 0), middle - height // 2, max(0, right - left + 2), height)
        )
        theme = self._theme
        paint_line(
            self._painter, theme, box, text, theme.font(role), theme.colour(token), self._direction, marks
        )

    def _paint_icon(self, name: str, token: str, left: int, middle: int, side: int) -> None:
        box = self._seen(QRect(left, middle - side // 2, side, side))
        self._theme.paint_icon(self._painter, name, token, QRectF(box))

    def _seen(self, box: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._box, box)
