"""Words: short entries, one after the other.

Invariant: what stands in the line is part of the value from the first letter on, so that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, line_edit
from hubdesk.gui.widgets.button import Chip
from hubdesk.gui.widgets.flow import Flow
from hubdesk.model.field import Column, Field

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma, Qt.Key.Key_Semicolon)


class Words(Control):
    """Chips, and a line that makes one of each word that Enter or a comma ends."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._words: list[str] = []
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self._line = line_edit(bench, bench.naming.label(field), self.tr("Write one and press Enter"))
        self._line.textEdited.connect(self._on_typed)
        self._line.editingFinished.connect(self._take)
        self._line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._chips)
        column.addWidget(self._line)
        self._chips.hide()

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)

    def show_value(self, value: object) -> None:
        words = list(value) if isinstance(value, list) else []
        pending = self._pending()
        if words == [*self._words, *pending]:
            return
        self._words = words
        self._line.clear()
        self._show()

    def inputs(self) -> Sequence[QWidget]:
        return (self._line,)

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() in _ENDS and self._line.text().strip():
                if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self._take()
                    return True
            elif event.key() == Qt.Key.Key_Backspace and not self._line.text() and self._words:
                self._remove(len(self._words) - 1)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _pending(self) -> list[str]:
        word = " ".join(self._line.text().split())
        return [word] if word and word not in self._words else []

    def _on_typed(self, text: str) -> None:
        parts = [" ".join(part.split()) for part in text.replace(";", ",").split(",")]
        if len(parts) > 1:  # pasted
            self._words = list(dict.fromkeys([*self._words, *filter(None, parts[:-1])]))
            self._line.setText(parts[-1])
            self._show()
        self._emit()

    def _take(self) -> None:
        if not self._line.text().strip():
            return
        self._words = [*self._words, *self._pending()]
        self._line.clear()
        self._show()
        self._emit()

    def _remove(self, place: int) -> None:
        del self._words[place]
        self._show()
        self._emit()

    def _show(self) -> None:
        self._flow.clear()
        for place, word in enumerate(self._words):
            chip = Chip(self.bench.theme, word)
            chip.setAccessibleName(self.tr("Take away {name}").format(name=word))
            chip.clicked.connect(lambda _checked, at=place: self._remove(at))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._words))
        self._chips.updateGeometry()

    def _emit(self) -> None:
        self.edited.emit([*self._words, *self._pending()] or None)
