"""The rail: the places of the window, icon over words, always in sight.

Invariant: a place on the rail leads somewhere; exactly one is current.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.hemicycle import Hemicycle

FORMS = ((64, 10, 36), (44, 3, 25), (36, 7, 0))
"""Forms of a button, the first that fits is used: its height, and where icon and words begin, at 13-pixel text; the last
is without words, for very large text in a low window."""


class RailButton(QToolButton):
    """One place: icon, words, and a counter of what waits there."""

    def __init__(self, theme: Theme, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._count = 0
        self._form = FORMS[0]
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        theme.dress(self, "small")
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int, spoken: str = "") -> None:
        """Show how many things wait; `spoken` is the sentence for screen readers."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {spoken}" if count and spoken else self.text())
        self.update()

    def set_form(self, form: tuple[int, int, int]) -> None:
        """Take one of FORMS."""
        self._form = form
        self.setToolTip("" if form[2] else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.unit(80), self._theme.unit(self._form[0]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        is_on = self.isChecked()
        if is_on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("railsel"))
            painter.setOpacity(1.0 if is_on else 0.5)
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            painter.setOpacity(1.0)
        ink = "railon" if is_on else "railtext"
        side = theme.unit(22)
        icon = QRectF((self.width() - side) / 2, theme.unit(self._form[1]), side, side)
        theme.paint_icon(painter, self._icon, ink, icon)
        if self._form[2]:
            self._paint_words(painter, ink, is_on)
        if self._count:
            self._paint_count(painter, icon)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focusrail"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _paint_words(self, painter: QPainter, ink: str, is_on: bool) -> None:
        font = self._theme.font("smallstrong" if is_on else "small")
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        top = self._theme.unit(self._form[2])
        box = QRect(2, top, self.width() - 4, self.height() - top - self._theme.unit(4))
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextSingleLine.value, words)

    def _paint_count(self, painter: QPainter, icon: QRectF) -> None:
        theme = self._theme
        text = str(self._count) if self._count < 1000 else "999+"
        painter.setFont(theme.font("tiny"))
        height = theme.unit(16)
        width = max(theme.unit(18), QFontMetrics(theme.font("tiny")).horizontalAdvance(text) + theme.unit(10))
        left = round(icon.center().x()) + theme.unit(6)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        seen = QRectF(left, round(icon.top()) - theme.unit(4), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hit"))
        painter.drawRoundedRect(seen, height / 2, height / 2)
        painter.setPen(theme.colour("onhit"))
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """The column of places. `chosen` carries the name of the place that was pressed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("sheet", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 20, 8, 8)
        self._column.setSpacing(4)
        self._brand = Hemicycle(theme, 3, 52, "parties")
        self._column.addWidget(self._brand, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        self._column.addStretch(1)
        self._stretch = self._column.count() - 1
        self._resize()
        theme.changed.connect(self._resize)

    def add(self, name: str, icon: str, text: str, *, foot: bool = False) -> RailButton:
        """Add a place below the others, or at the foot."""
        button = RailButton(self._theme, icon, text)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        if foot:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._stretch, button)
            self._stretch += 1
        return button

    def select(self, name: str) -> None:
        """Mark the current place."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self.setProperty("entry", self._buttons[name])

    def button(self, name: str) -> RailButton | None:
        """Return a place's button, or None where the rail has no such place."""
        return self._buttons.get(name)

    def set_shown(self, name: str, is_shown: bool) -> None:
        """Show or hide a place."""
        if name in self._buttons:
            self._buttons[name].setVisible(is_shown)
            self._fit()

    def places(self) -> list[str]:
        """Return the names of the places in sight, from top to bottom."""
        return [name for name, button in self._buttons.items() if not button.isHidden()]

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.unit(80) + 16)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give all places room: the mark goes first, then the space within the buttons, the words last."""
        count = len(self.places())
        margins = self._column.contentsMargins()
        room = self.height() - margins.top() - margins.bottom() - 12 - (count + 2) * self._column.spacing()
        brand = self._brand.sizeHint().height()
        needed = [count * self._theme.unit(form[0]) for form in FORMS]
        self._brand.setVisible(needed[0] + brand <= room or needed[1] + brand <= room < needed[0])
        form = next((form for form, height in zip(FORMS, needed, strict=True) if height <= room), FORMS[-1])
        for button in self._buttons.values():
            button.set_form(form)
