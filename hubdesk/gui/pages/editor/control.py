"""What a person fills in: a value of one type, in and out.

Invariant: a control gives back what it was shown, key for key, but for what the person changed; it is never shown a
value that it does not take.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.widgets.label import restyle
from hubdesk.model.field import Column, Field


class Control(QWidget):
    """The input for a field or a cell. `edited` carries the new value, None when it is empty."""

    edited = Signal(object)

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__()
        self.bench = bench
        self.field = field
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @classmethod
    def takes(cls, value: object) -> bool:
        """Say whether a value, never None, is of the form that this control shows without loss."""
        return isinstance(value, str)

    def show_value(self, value: object) -> None:
        """Show a value (None: empty) without emitting `edited`."""
        raise NotImplementedError

    def set_language(self, tag: str) -> None:
        """Show the part of the value in this language, where it has several."""

    def inputs(self) -> Sequence[QWidget]:
        """Return what takes the keyboard, the first one first."""
        raise NotImplementedError

    def length(self) -> int:
        """Return how many characters are written, for the counter."""
        return 0

    def set_wrong(self, is_wrong: bool) -> None:
        """Show or hide that the value has a problem."""
        for widget in self.inputs():
            restyle(widget, "wrong", "true" if is_wrong else "false")


def line_edit(bench: Bench, name: str, hint: str = "") -> QLineEdit:
    """Return a line to write on, with its accessible name."""
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    bench.theme.dress(line, "body")
    return line


def text_edit(bench: Bench, name: str, lines: int = 4) -> QPlainTextEdit:
    """Return a field for several lines, in which Tab goes on to the next field."""
    edit = QPlainTextEdit()
    edit.setProperty("k", "field")
    edit.setAccessibleName(name)
    edit.setTabChangesFocus(True)
    edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    bench.theme.dress(edit, "body")
    edit.setFixedHeight(lines * bench.theme.lines("body") + bench.theme.unit(22))
    return edit


_LINE_ENDS = str.maketrans(dict.fromkeys("\u2028\u2029\ufdd0\ufdd1", "\n"))


def text_of(edit: QPlainTextEdit) -> str:
    """Return what stands in an edit, letter for letter: Qt's own `toPlainText` turns unbreakable blanks into blanks."""
    return edit.document().toRawText().translate(_LINE_ENDS)


def filled(text: str) -> str | None:
    """Return what was written, None for nothing but blanks."""
    return text if text.strip() else None
