"""Texts in several languages: the part in one language at a time.

Invariant: writing in one language leaves every other one, and whatever else stands in the value, as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, filled, line_edit, text_edit, text_of
from hubdesk.model.field import Column, Field


class PerLanguage(Control):
    """A text per language. Which edit it has is its subclass's choice."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._value: dict[str, object] = {}
        self._language = "en"
        self._edit = self._make()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._edit)

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, dict)

    def show_value(self, value: object) -> None:
        self._value = dict(value) if isinstance(value, dict) else {}
        self._show()

    def set_language(self, tag: str) -> None:
        self._language = tag
        is_rtl = QLocale(tag).textDirection() == Qt.LayoutDirection.RightToLeft
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        self._edit.setLayoutDirection(direction)
        name = self.bench.naming.label(self.field)
        self._edit.setAccessibleName(f"{name}, {formatting.language(tag)}")
        self._show()

    def inputs(self) -> Sequence[QWidget]:
        return (self._edit,)

    def length(self) -> int:
        return len(self._written())

    def _make(self) -> QLineEdit | QPlainTextEdit:
        raise NotImplementedError

    def _written(self) -> str:
        raise NotImplementedError

    def _write(self, text: str) -> None:
        raise NotImplementedError

    def _show(self) -> None:
        text = self._value.get(self._language)
        self._edit.setEnabled(text is None or isinstance(text, str))
        shown = text if isinstance(text, str) else ""
        if shown != self._written():
            with QSignalBlocker(self._edit):
                self._write(shown)
        self._hint(shown)

    def _hint(self, shown: str) -> None:
        """Show what another language says, pale, where this one says nothing yet."""
        others = {tag: text for tag, text in self._value.items() if isinstance(text, str)}
        text = "" if shown else formatting.shown(others)[0]
        self._edit.setPlaceholderText(text[:200])

    def _on_edit(self) -> None:
        text = filled(self._written())
        rest = {tag: other for tag, other in self._value.items() if tag != self._language}
        self._value = rest if text is None else {**rest, self._language: text}
        self._hint(self._written())
        self.edited.emit(dict(self._value) or None)


class TextLine(PerLanguage):
    """One line per language."""

    def _make(self) -> QLineEdit:
        self._line = line_edit(self.bench, self.bench.naming.label(self.field))
        self._line.textEdited.connect(self._on_edit)
        return self._line

    def _written(self) -> str:
        return self._line.text()

    def _write(self, text: str) -> None:
        self._line.setText(text)
        self._line.setCursorPosition(0)


class Prose(PerLanguage):
    """Running text (Markdown) per language."""

    def _make(self) -> QPlainTextEdit:
        self._text = text_edit(self.bench, self.bench.naming.label(self.field))
        self._text.textChanged.connect(self._on_edit)
        return self._text

    def _written(self) -> str:
        return text_of(self._text)

    def _write(self, text: str) -> None:
        self._text.setPlainText(text)
