"""What this HubDesk does not know or cannot edit: shown, and kept unchanged.

Invariant: nothing here ever emits `edited`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, text_edit
from hubdesk.model.field import Column, Field


class Kept(Control):
    """A value that can be read and copied, but not changed."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._text: QPlainTextEdit = text_edit(bench, bench.naming.label(field), 1)
        self._text.setReadOnly(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    @classmethod
    def takes(cls, _value: object) -> bool:
        return True

    def show_value(self, value: object) -> None:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
        self._text.setPlainText("" if value is None else text)
        theme = self.bench.theme
        lines = min(6, max(1, text.count("\n") + 1, len(text) // 80 + 1))
        self._text.setFixedHeight(lines * theme.lines("body") + theme.unit(22))

    def inputs(self) -> Sequence[QWidget]:
        return (self._text,)
