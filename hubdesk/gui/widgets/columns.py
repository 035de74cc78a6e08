"""Two columns of cards, the second of fixed width, which fall under one another where they do not fit.

Invariant: the order for the keyboard and for reading is first column, then second, in either shape.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme


class Columns(QWidget):
    """`first` takes what room there is, `second` is `width` wide; below `narrow` (both at 13-pixel text) they stack."""

    def __init__(
        self, theme: Theme, width: int = 320, narrow: int = 800, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._narrow = narrow
        self._is_stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._sides = []
        for _ in range(2):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            self._sides.append(side)
        self._place()
        theme.changed.connect(self._place)

    @property
    def first(self) -> QVBoxLayout:
        """The wide column."""
        return self._column(0)

    @property
    def second(self) -> QVBoxLayout:
        """The narrow column."""
        return self._column(1)

    def _column(self, number: int) -> QVBoxLayout:
        layout = self._sides[number].layout()
        assert isinstance(layout, QVBoxLayout)
        return layout

    def _place(self) -> None:
        first, second = self._sides
        self._grid.addWidget(first, 0, 0, Qt.AlignmentFlag.AlignTop)
        if self._is_stacked:
            self._grid.addWidget(second, 1, 0, Qt.AlignmentFlag.AlignTop)
            second.setMinimumWidth(0)
            second.setMaximumWidth(16777215)  # QWIDGETSIZE_MAX, which PySide does not name
        else:
            self._grid.addWidget(second, 0, 1, Qt.AlignmentFlag.AlignTop)
            second.setFixedWidth(self._theme.unit(self._width))
        self._grid.setColumnStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_stacked = self.width() < self._theme.unit(self._narrow)
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._place()
