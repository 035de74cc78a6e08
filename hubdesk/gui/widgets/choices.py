"""A few choices side by side of which exactly one is on: a row of segments.

Invariant: arrow keys move between them and Tab leaves them, as in any group of radio buttons.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button


class Choices(QWidget):
    """`chosen(value)`: the person chose. `options` are (value, words)."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = [value for value, _ in options]
        for number, (_, words) in enumerate(options):
            button = Button(theme, words, "segment")
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button, 1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def choose(self, value: str) -> None:
        """Show a choice without telling anybody."""
        button = self._group.button(self._values.index(value) if value in self._values else 0)
        button.setChecked(True)

    def value(self) -> str:
        """Return what is chosen."""
        return self._values[max(0, self._group.checkedId())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = {Qt.Key.Key_Right, Qt.Key.Key_Down}
        back = {Qt.Key.Key_Left, Qt.Key.Key_Up}
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward, back = back, forward
        key = Qt.Key(event.key())
        if key not in forward | back:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + (1 if key in forward else -1)) % len(self._values)
        button = self._group.button(number)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
