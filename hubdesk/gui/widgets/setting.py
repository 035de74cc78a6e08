"""A choice on a page of settings: what it is called, what it means, and the control beside it.

Invariant: the control's accessible name is the choice's own, and where there is no room it stands below the words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.label import Label

NARROW = 220
"""The least width of a control that stands below its words, at 13-pixel text."""


class Setting(QWidget):
    """Words at the reading side, `control` at the far side, `width` wide at 13-pixel text (0: its own width)."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        meaning: str,
        control: QWidget,
        width: int = 280,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self.control = control
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(theme, title, "strong"))
        self.meaning = Label(theme, meaning, "small", "text2", wrap=True)
        self.meaning.setVisible(bool(meaning))
        column.addWidget(self.meaning)
        column.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(words, 0, 0)
        self._is_below = True
        if not control.accessibleName():
            control.setAccessibleName(title)
        control.setAccessibleDescription(meaning)
        self._place(is_below=False)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._place(is_below=self._is_below, again=True)

    def _place(self, *, is_below: bool, again: bool = False) -> None:
        if is_below == self._is_below and not again:
            return
        self._is_below = is_below
        if self._width:
            self.control.setMinimumWidth(
                self._theme.unit(min(self._width, NARROW) if is_below else self._width)
            )
            self.control.setMaximumWidth(self._theme.unit(self._width))
        self._grid.removeWidget(self.control)
        if is_below:
            self._grid.addWidget(self.control, 1, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self.control, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(is_below=self.width() < self._theme.unit(520))
