"""Rows: entries with several parts, such as links with their names, or who uses a software since when.

Invariant: keys of a row that have no column, and rows whose form is unknown, stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Frame
from hubdesk.model.field import Column, Field

MakeControl = Callable[[Bench, Field | Column, object], Control]
_SIDE_BY_SIDE = 3


class RowEntry(Frame):
    """One row: a control for each column, and a button that takes the row away."""

    edited = Signal()
    removed = Signal()

    def __init__(
        self, bench: Bench, columns: Sequence[Column], row: dict[str, object], number: int, make: MakeControl
    ) -> None:
        super().__init__("well")
        self.value = dict(row)
        self.controls: list[Control] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 6, 12)
        line.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, column in enumerate(columns):
            control = make(bench, column, row.get(column.name))
            control.show_value(row.get(column.name))
            control.edited.connect(lambda value, name=column.name: self._on_edit(name, value))
            name = bench.naming.label(column)
            for widget in control.inputs():
                widget.setAccessibleName(self.tr("{name}, entry {number}").format(name=name, number=number))
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(Label(bench.theme, name, "small", "text2"))
            cell.addWidget(control)
            cell.addStretch(1)
            grid.addLayout(cell, place // _SIDE_BY_SIDE, place % _SIDE_BY_SIDE)
            grid.setColumnStretch(place % _SIDE_BY_SIDE, 1)
            self.controls.append(control)
        line.addLayout(grid, 1)
        away = IconButton(bench.theme, "x", self.tr("Take entry {number} away").format(number=number))
        away.clicked.connect(self.removed)
        line.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)

    def _on_edit(self, name: str, value: object) -> None:
        rest = {key: other for key, other in self.value.items() if key != name}
        self.value = rest if value is None else {**rest, name: value}
        self.edited.emit()


class Rows(Control):
    """A list of rows, and a button that adds one."""

    def __init__(self, bench: Bench, field: Field | Column, make: MakeControl) -> None:
        super().__init__(bench, field)
        self._make = make
        self._entries: list[RowEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._add = Button(bench.theme, self._add_words(), "quiet", "plus")
        self._add.setProperty("k", "link")
        self._add.setAccessibleName(f"{bench.naming.label(field)}: {self._add.text()}")
        self._add.clicked.connect(self._on_add)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(row, dict) for row in value)

    def show_value(self, value: object) -> None:
        rows = [dict(row) for row in value] if isinstance(value, list) else []
        if rows == [entry.value for entry in self._entries if entry.value]:
            return
        self._rebuild(rows)

    def inputs(self) -> Sequence[QWidget]:
        return (*(w for entry in self._entries for c in entry.controls for w in c.inputs()), self._add)

    def set_language(self, tag: str) -> None:
        for entry in self._entries:
            for control in entry.controls:
                control.set_language(tag)

    def columns(self) -> Sequence[Column]:
        """Return the columns of a row."""
        return getattr(self.field, "columns", ())

    def _add_words(self) -> str:
        return self.tr("Add an entry")

    def _rebuild(self, rows: list[dict[str, object]]) -> None:
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        self._entries = []
        for row in rows:
            self._append(row)

    def _append(self, row: dict[str, object]) -> RowEntry:
        entry = RowEntry(self.bench, self.columns(), row, len(self._entries) + 1, self._make)
        entry.edited.connect(self._emit)
        entry.removed.connect(lambda: self._on_removed(entry))
        self._entries.append(entry)
        self._column.insertWidget(self._column.count() - 1, entry)
        return entry

    def _on_add(self) -> None:
        entry = self._append({})
        if entry.controls:
            entry.show()
            entry.controls[0].inputs()[0].setFocus()

    def _on_removed(self, entry: RowEntry) -> None:
        self._rebuild([other.value for other in self._entries if other is not entry])
        self._add.setFocus()
        self._emit()

    def _emit(self) -> None:
        self.edited.emit([dict(entry.value) for entry in self._entries if entry.value] or None)


class Links(Rows):
    """Addresses with what they are called."""

    def columns(self) -> Sequence[Column]:
        return (
            Column(name="url", type="link", label={"en": self.tr("Address")}),
            Column(name="label", type="line", label={"en": self.tr("What it is")}),
        )

    def _add_words(self) -> str:
        return self.tr("Add a link")
