"""Ticks and choices, painted by us, with Qt's keyboard and role.

Invariant: drawn within their own box and mirrored with the window.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QStyle, QWidget

from hubdesk.gui.theme import Theme

_BOX, _GAP = 16, 8


class Check(QCheckBox):
    """A tick box: one of many that may be on. `count` stands at the far end, as in facets."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        count: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.dress(self, role)
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: str) -> None:
        """Change the count at the far end; the accessible name holds both."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.font(), self.text(), self._count)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._theme.unit(96)), whole.height()) if self.text() else whole

    def hitButton(self, pos: object) -> bool:
        return self.rect().contains(pos)  # type: ignore[call-overload,no-any-return]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        box = _mark_box(self, theme)
        on = self.checkState() != Qt.CheckState.Unchecked
        enabled = self.isEnabled()
        ground = theme.colour(("accent" if enabled else "muted") if on else "surface")
        edge = (
            theme.colour("accent" if on else "edge")
            if enabled
            else theme.colour("line" if not on else "muted")
        )
        painter.setPen(QPen(edge, 1.2))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3.5, 3.5)
        if on:
            name = "check" if self.checkState() == Qt.CheckState.Checked else "minus"
            theme.paint_icon(painter, name, "onaccent", box.adjusted(2.5, 2.5, -2.5, -2.5))
        _words(self, painter, theme, self.text(), self._count)
        if self.hasFocus():
            _ring(painter, theme, box)


class Radio(QRadioButton):
    """One of several: exactly one is on."""

    def __init__(
        self, theme: Theme, text: str = "", *, role: str = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.dress(self, role)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _hint(self._theme, self.font(), self.text(), "")

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._theme.unit(96)), whole.height()) if self.text() else whole

    def hitButton(self, pos: object) -> bool:
        return self.rect().contains(pos)  # type: ignore[call-overload,no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        box = _mark_box(self, theme)
        token = ("accent" if self.isChecked() else "edge") if self.isEnabled() else "line"
        painter.setPen(QPen(theme.colour(token), 1.6 if self.isChecked() else 1.2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(token))
            painter.drawEllipse(box.center(), box.width() * 0.28, box.width() * 0.28)
        _words(self, painter, theme, self.text(), "")
        if self.hasFocus():
            _ring(painter, theme, box)


def _hint(theme: Theme, font: object, text: str, count: str) -> QSize:
    metrics = QFontMetrics(font)  # type: ignore[call-overload]
    width = theme.unit(_BOX) + 8
    if text:
        width += theme.unit(_GAP) + metrics.horizontalAdvance(text) + 4
    if count:
        width += theme.unit(12) + metrics.horizontalAdvance(count)
    return QSize(width, max(theme.unit(28), metrics.height() + 6))


def _mark_box(widget: QWidget, theme: Theme) -> QRectF:
    side = theme.unit(_BOX)
    box = QRect(4, (widget.height() - side) // 2, side, side)
    seen = QStyle.visualRect(widget.layoutDirection(), widget.rect(), box)
    return QRectF(seen).adjusted(0.6, 0.6, -0.6, -0.6)


def _words(widget: QWidget, painter: QPainter, theme: Theme, text: str, count: str) -> None:
    metrics = QFontMetrics(widget.font())
    left = 4 + theme.unit(_BOX) + theme.unit(_GAP)
    far = metrics.horizontalAdvance(count) if count else 0
    direction = widget.layoutDirection()
    near = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    end = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    room = QRect(left, 0, widget.width() - left - (far + theme.unit(12) if far else 2), widget.height())
    painter.setPen(theme.colour("text" if widget.isEnabled() else "muted"))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(QStyle.visualRect(direction, widget.rect(), room), _flags(near), shown)
    if count:
        painter.setPen(theme.colour("muted"))
        place = QRect(widget.width() - far - 2, 0, far + 2, widget.height())
        painter.drawText(QStyle.visualRect(direction, widget.rect(), place), _flags(end), count)


def _flags(alignment: Qt.AlignmentFlag) -> int:
    return alignment.value | Qt.TextFlag.TextSingleLine.value


def _ring(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 2))
    around = box.adjusted(-2.6, -2.6, 2.6, 2.6)
    if around.top() < 1:
        around.moveTop(1)
    around.moveTopLeft(QPointF(max(1.0, around.left()), around.top()))
    painter.drawRoundedRect(around, 5, 5)
