"""Dates: a year, a month or a day, as people write them.

Invariant: what is read as a date is kept as ISO 8601; what is not is kept as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, line_edit
from hubdesk.model.field import Column, Field
from hubdesk.model.value import is_date

_FIGURES = re.compile(r"(\d{1,4})[./ -](\d{1,2})(?:[./ -](\d{1,4}))?")
_WORDS = re.compile(r"(?:(\d{1,2})\.?\s+)?([^\W\d]+)\.?,?\s+(\d{4})")


class Date(Control):
    """A line that reads `2026`, `March 2025`, `22 Nov 2026`, `22/11/2026` or `2026-11-22`."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        hint = self.tr("Year, month or day")
        self._line = line_edit(bench, bench.naming.label(field), hint)
        self._value: str | None = None
        self._line.textEdited.connect(self._on_edit)
        self._line.editingFinished.connect(self._tidy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)

    def show_value(self, value: object) -> None:
        self._value = value if isinstance(value, str) else None
        if not self._line.hasFocus() or parsed_date(self._line.text()) != self._value:
            self._line.setText(formatting.date(self._value) if self._value else "")

    def inputs(self) -> Sequence[QWidget]:
        return (self._line,)

    def _on_edit(self) -> None:
        self._value = parsed_date(self._line.text())
        self.edited.emit(self._value)

    def _tidy(self) -> None:
        if self._value and is_date(self._value):
            self._line.setText(formatting.date(self._value))


def parsed_date(text: str, locale: QLocale | None = None) -> str | None:
    """Return a date as ISO 8601, what is none as it stands, None for nothing.

    Month names count in the language of `locale` (the window's) and in English; figures go day, month, year unless
    the year comes first.
    """
    typed = text.strip()
    if not typed:
        return None
    if is_date(typed):
        return typed
    if figures := _FIGURES.fullmatch(typed):
        return _of_figures(*figures.groups()) or typed
    if words := _WORDS.fullmatch(typed):
        day, name, year = words.groups()
        month = _month(name, locale or QLocale())
        if month:
            return _iso(int(year), month, int(day) if day else None) or typed
    return typed


def _of_figures(one: str, two: str, three: str | None) -> str | None:
    if len(one) == 4:
        return _iso(int(one), int(two), int(three) if three else None)
    if three is not None and len(three) == 4:
        return _iso(int(three), int(two), int(one))
    return None


def _month(name: str, locale: QLocale) -> int:
    """Return the month, 1 to 12, whose name begins like this; 0 for none or several."""
    start = name.casefold()
    for speaking in (locale, QLocale(QLocale.Language.English)):
        found = {
            month
            for month in range(1, 13)
            for long in (speaking.monthName(month), speaking.standaloneMonthName(month))
            if long.casefold().startswith(start)
        }
        if len(found) == 1:
            return found.pop()
    return 0


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]
