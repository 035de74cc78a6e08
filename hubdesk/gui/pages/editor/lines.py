"""One text, number or address, the same in every language.

Invariant: what cannot be read as a number is kept as it was typed, so that nothing typed is lost.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, filled, line_edit, text_edit, text_of
from hubdesk.model.field import Column, Field

_SHORTEST = -128
"""Qt's QLocale::FloatingPointShortest."""


class Line(Control):
    """One line."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._line = line_edit(bench, bench.naming.label(field))
        self._line.textEdited.connect(self._on_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)

    def show_value(self, value: object) -> None:
        text = self._format(value)
        if text != self._line.text():
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def inputs(self) -> Sequence[QWidget]:
        return (self._line,)

    def length(self) -> int:
        return len(self._line.text())

    def _format(self, value: object) -> str:
        return value if isinstance(value, str) else ""

    def _parse(self, text: str) -> object:
        return filled(text)

    def _on_edit(self) -> None:
        self.edited.emit(self._parse(self._line.text()))


class Address(Line):
    """A web address; it reads from left to right in every window."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._line.setPlaceholderText("https://")

    def _parse(self, text: str) -> object:
        return filled(text.strip())


class Number(Line):
    """A number, written as the window's language writes it."""

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, str | int | float) and not isinstance(value, bool)

    def _format(self, value: object) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, float):
            return QLocale().toString(value, "g", _SHORTEST)
        return value if isinstance(value, str) else ""

    def _parse(self, text: str) -> object:
        return parsed_number(text)


def parsed_number(text: str) -> object:
    """Return what was typed as an integer or a finite decimal, else as it stands; None for nothing."""
    plain = "".join(text.split())
    for locale in (QLocale(), QLocale.c()):
        whole, is_whole = locale.toLongLong(plain)
        if is_whole:
            return int(whole)
        decimal, is_decimal = locale.toDouble(plain)
        if is_decimal and math.isfinite(decimal):
            return float(decimal)
    return filled(text)


class Note(Control):
    """Several lines."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._text = text_edit(bench, bench.naming.label(field), 3)
        self._text.textChanged.connect(lambda: self.edited.emit(filled(text_of(self._text))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def show_value(self, value: object) -> None:
        text = value if isinstance(value, str) else ""
        if text != text_of(self._text):
            with QSignalBlocker(self._text):
                self._text.setPlainText(text)

    def inputs(self) -> Sequence[QWidget]:
        return (self._text,)

    def length(self) -> int:
        return len(text_of(self._text))
