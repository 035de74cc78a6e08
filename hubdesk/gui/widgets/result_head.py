"""The line above the results: how many there are, what is ticked, the order.

Invariant: what filters the results is always in sight, as chips or as a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button, Chip
from hubdesk.gui.widgets.label import Elide
from hubdesk.gui.widgets.surface import empty

Order = Literal["best", "newest", "title"]
CHIPS = 1
"""Choices shown one by one; more become a number."""


class ResultHead(QFrame):
    """`order_chosen`; `untick_wanted(facet, value)` (None, None: all); `filters_toggled` when they are folded."""

    order_chosen = Signal()
    untick_wanted = Signal(object, object)
    filters_toggled = Signal()

    def __init__(
        self, theme: Theme, name_value: Callable[[str, str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name_value = name_value
        self._is_folded = False
        self._said = ("", 0, 0)
        self.setProperty("k", "top")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 0)
        row.setSpacing(8)
        self._count = Elide(theme, "", "smallstrong")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        row.addWidget(self._count, 1)
        row.addLayout(self._chips)
        self._order = Button(theme, "", "quiet", "down")
        row.addWidget(self._order)
        self._filters = Button(theme, "", icon="filter")
        self._filters.setCheckable(True)
        self._filters.toggled.connect(lambda _on: self.filters_toggled.emit())
        self._filters.hide()
        row.addWidget(self._filters)
        self._build_menu()
        self._resize()
        theme.changed.connect(self._resize)

    def order(self) -> Order:
        """Return the order that is chosen: best, newest or title."""
        chosen = self._orders.checkedAction().data()
        return "newest" if chosen == "newest" else "title" if chosen == "title" else "best"

    def shows_filters(self) -> bool:
        """Whether the folded filters are wanted in sight."""
        return self._filters.isChecked()

    def toggle_filters(self) -> None:
        """Show or hide the folded filters."""
        if self._is_folded:
            self._filters.toggle()
        else:
            self.filters_toggled.emit()

    def set_folded(self, is_folded: bool, ticked: int) -> None:
        """Say whether the filters stand behind a button, and how many are on."""
        self._filters.setText(
            self.tr("Filters ({count})").format(count=formatting.number(ticked))
            if ticked
            else self.tr("Filters")
        )
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._filters.blockSignals(True)
            self._filters.setChecked(False)
            self._filters.blockSignals(False)
        self._filters.setVisible(is_folded)
        for number in range(self._chips.count()):
            item = self._chips.itemAt(number)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(not is_folded)
        self._say()

    def show_answer(self, words: str, total: int, whole: int, chosen: Mapping[str, Sequence[str]]) -> None:
        """Show how many of the `whole` catalogue match, and what is ticked."""
        self._said = (words, total, whole)
        self._say()
        empty(self._chips)
        ticked = [(facet, value) for facet, values in chosen.items() for value in values]
        if len(ticked) > CHIPS:
            chip = Chip(self._theme, self.tr("%n filter(s)", "", len(ticked)))
            chip.setAccessibleName(self.tr("Remove %n filter(s)", "", len(ticked)))
            chip.clicked.connect(lambda: self.untick_wanted.emit(None, None))
            self._chips.addWidget(chip)
        elif ticked:
            facet, value = ticked[0]
            name = self._name_value(facet, value)
            chip = Chip(self._theme, name)
            chip.setAccessibleName(self.tr("Remove the filter {name}").format(name=name))
            chip.clicked.connect(lambda: self.untick_wanted.emit(facet, value))
            self._chips.addWidget(chip)

    def _say(self) -> None:
        words, total, whole = self._said
        if self._is_folded or not words:
            self._count.setText(
                self._records(total) if total == whole or self._is_folded else self._part(total, whole)
            )
        else:
            pattern = self.tr("{count} of {whole} records match “{words}”")
            self._count.setText(
                pattern.format(count=formatting.number(total), whole=formatting.number(whole), words=words)
            )

    def _records(self, total: int) -> str:
        return self.tr("%n record(s)", "", total)

    def _part(self, total: int, whole: int) -> str:
        pattern = self.tr("{count} of {whole} records")
        return pattern.format(count=formatting.number(total), whole=formatting.number(whole))

    def _build_menu(self) -> None:
        menu = QMenu(self._order)
        self._orders = QActionGroup(menu)
        for name, label in (
            ("best", self.tr("Best match")),
            ("newest", self.tr("Newest first")),
            ("title", self.tr("By title")),
        ):
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setData(name)
            self._orders.addAction(action)
        self._orders.actions()[0].setChecked(True)
        self._orders.triggered.connect(self._on_order)
        self._order.setMenu(menu)
        self._order.setText(self.tr("Best match"))

    def _on_order(self) -> None:
        self._order.setText(self._orders.checkedAction().text())
        self.order_chosen.emit()

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.unit(42))
