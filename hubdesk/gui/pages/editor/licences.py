"""Licences: the usual ones by name, any other by its SPDX expression.

Invariant: "unknown" is an answer, an empty field is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.choices import choose
from hubdesk.gui.pages.editor.control import Control, filled, line_edit
from hubdesk.gui.pages.editor.options import options
from hubdesk.gui.widgets.combo import Combo
from hubdesk.model.field import Column, Field

_OTHER = "\x00other"


class Licence(Control):
    """A list of licences, whose last entry opens a line for an SPDX expression."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._known = options(bench, field)
        self._combo = Combo(bench.theme)
        self._combo.setAccessibleName(bench.naming.label(field))
        self._combo.addItem(self.tr("Choose a licence"), None)
        for value, name in self._known:
            self._combo.addItem(name, value)
        self._combo.addItem(self.tr("Another one, by its SPDX name"), _OTHER)
        self._combo.activated.connect(self._on_chosen)
        self._line: QLineEdit = line_edit(bench, self.tr("SPDX name"), "GPL-3.0-or-later")
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.textEdited.connect(lambda text: self.edited.emit(filled(text.strip())))
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._combo)
        column.addWidget(self._line)

    def show_value(self, value: object) -> None:
        text = value if isinstance(value, str) else ""
        is_writing = not self._line.isHidden() and self._line.hasFocus()
        is_other = (bool(text) and text not in dict(self._known)) or is_writing
        choose(self._combo, _OTHER if is_other else (text or None))
        self._line.setVisible(is_other)
        if is_other and self._line.text().strip() != text:
            self._line.setText(text)

    def inputs(self) -> Sequence[QWidget]:
        return (self._combo, self._line)

    def _on_chosen(self, _index: int) -> None:
        value = self._combo.currentData()
        self._line.setVisible(value == _OTHER)
        if value == _OTHER:
            self._line.setFocus()
            self.edited.emit(filled(self._line.text().strip()))
        else:
            self.edited.emit(value)
