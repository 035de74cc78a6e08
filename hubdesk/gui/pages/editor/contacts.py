"""Contacts and persons: name, organisation, mail and telephone.

Invariant: other keys of a contact stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, filled, line_edit
from hubdesk.gui.widgets.label import Label
from hubdesk.model.field import Column, Field

_LEFT_TO_RIGHT = ("email", "phone")


class Contact(Control):
    """Four lines, two by two."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._value: dict[str, object] = {}
        self._lines: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        names = {
            "name": self.tr("Name or office"),
            "organisation": self.tr("Institution"),
            "email": self.tr("Mail address"),
            "phone": self.tr("Telephone"),
        }
        for place, (part, name) in enumerate(names.items()):
            line = line_edit(bench, f"{bench.naming.label(field)}, {name}")
            if part in _LEFT_TO_RIGHT:
                line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            line.textEdited.connect(lambda text, key=part: self._on_edit(key, text))
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(Label(bench.theme, name, "small", "text2"))
            cell.addWidget(line)
            grid.addLayout(cell, place // 2, place % 2)
            self._lines[part] = line

    @classmethod
    def takes(cls, value: object) -> bool:
        if not isinstance(value, dict):
            return False
        parts = (value.get(part) for part in ("name", "organisation", "email", "phone"))
        return all(part is None or isinstance(part, str) for part in parts)

    def show_value(self, value: object) -> None:
        self._value = dict(value) if isinstance(value, dict) else {}
        for part, line in self._lines.items():
            text = str(self._value.get(part) or "")
            if text != line.text():
                line.setText(text)

    def inputs(self) -> Sequence[QWidget]:
        return tuple(self._lines.values())

    def _on_edit(self, part: str, text: str) -> None:
        written = filled(text)
        rest = {key: other for key, other in self._value.items() if key != part}
        self._value = rest if written is None else {**rest, part: written}
        self.edited.emit(dict(self._value) or None)
