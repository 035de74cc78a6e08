"""Choices: one of a list, several of a list, yes or no.

Invariant: a value that the list does not offer stays chosen until the person takes it away.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.pages.editor.options import options
from hubdesk.gui.widgets.button import Chip
from hubdesk.gui.widgets.check import Check, Radio
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.flow import Flow
from hubdesk.model.field import Column, Field

_FEW = 12
"""At most this many are shown as ticks; more are picked from a list."""

_LONG = 34
"""Characters above which ticks stand below each other, so that no name is cut."""


class OneOf(Control):
    """A list to choose one from; the first entry is none."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self.combo = Combo(bench.theme)
        self.combo.setAccessibleName(bench.naming.label(field))
        self.combo.addItem(self.tr("Nothing chosen"), None)
        for value, name in options(bench, field):
            self.combo.addItem(name, value)
        self.combo.activated.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)

    def show_value(self, value: object) -> None:
        choose(self.combo, value)

    def inputs(self) -> Sequence[QWidget]:
        return (self.combo,)

    def _on_chosen(self, _index: int) -> None:
        self.edited.emit(self.combo.currentData())


def choose(combo: QComboBox, value: object) -> None:
    """Select a value in a list, adding it where it is not there."""
    index = combo.findData(value) if value is not None else 0
    if index < 0:
        combo.addItem(str(value), value)
        index = combo.count() - 1
    with QSignalBlocker(combo):
        combo.setCurrentIndex(index)


class YesNo(Control):
    """Yes, no, or not said."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._radios: dict[bool | None, Radio] = {}
        for value, word in ((True, self.tr("Yes")), (False, self.tr("No")), (None, self.tr("Not said"))):
            radio = Radio(bench.theme, word)
            radio.setAccessibleName(f"{bench.naming.label(field)}: {word}")
            radio.clicked.connect(lambda _checked, chosen=value: self.edited.emit(chosen))
            row.addWidget(radio)
            self._radios[value] = radio
        row.addStretch(1)

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, bool)

    def show_value(self, value: object) -> None:
        self._radios[value if isinstance(value, bool) else None].setChecked(True)

    def inputs(self) -> Sequence[QWidget]:
        return tuple(self._radios.values())


class SomeOf(Control):
    """Several of a list: ticks where there are few, else chips and a list to add from."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._value: list[str] = []
        self._options = options(bench, field)
        self._checks: dict[str, Check] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._column.addWidget(self._chips)
        self._combo: Combo | None = None
        if len(self._options) <= _FEW:
            self._add_checks()
        else:
            self._add_combo()

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)

    def show_value(self, value: object) -> None:
        self._value = list(value) if isinstance(value, list) else []
        for name, check in self._checks.items():
            with QSignalBlocker(check):
                check.setChecked(name in self._value)
        self._flow.clear()
        names = dict(self._options)
        for item in self._value:
            if item not in self._checks:
                self._flow.addWidget(self._chip(item, names.get(item, item)))
        self._chips.setVisible(self._flow.count() > 0)
        self._chips.updateGeometry()

    def inputs(self) -> Sequence[QWidget]:
        return (self._combo,) if self._combo is not None else tuple(self._checks.values())

    def _add_checks(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        side_by_side = 1 if any(len(name) > _LONG for _, name in self._options) else 2
        for place, (value, name) in enumerate(self._options):
            check = Check(self.bench.theme, name)
            check.setToolTip(name)
            check.toggled.connect(lambda on, chosen=value: self._on_toggled(chosen, on))
            grid.addWidget(check, place // side_by_side, place % side_by_side)
            self._checks[value] = check
        for column in range(side_by_side):
            grid.setColumnStretch(column, 1)
        self._column.addLayout(grid)

    def _add_combo(self) -> None:
        self._combo = Combo(self.bench.theme)
        self._combo.setAccessibleName(self.bench.naming.label(self.field))
        self._combo.addItem(self.tr("Add one"), None)
        for value, name in self._options:
            self._combo.addItem(name, value)
        self._combo.activated.connect(self._on_added)
        self._column.addWidget(self._combo)

    def _chip(self, value: str, name: str) -> Chip:
        chip = Chip(self.bench.theme, name)
        chip.setAccessibleName(self.tr("Take away {name}").format(name=name))
        chip.clicked.connect(lambda: self._on_toggled(value, False))
        return chip

    def _on_toggled(self, value: str, on: bool) -> None:
        rest = [item for item in self._value if item != value]
        self._change([*rest, value] if on else rest)

    def _on_added(self, _index: int) -> None:
        if self._combo is None:
            return
        value = self._combo.currentData()
        self._combo.setCurrentIndex(0)
        if isinstance(value, str) and value not in self._value:
            self._change([*self._value, value])

    def _change(self, value: list[str]) -> None:
        self.show_value(value)
        self.edited.emit(list(value) or None)
