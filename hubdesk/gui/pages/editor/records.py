"""Related records: found by their words, shown by their titles.

Invariant: an id stays in the value even when the record is not on this computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, QTimer
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.errors import HubDeskError
from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control, line_edit
from hubdesk.gui.tasks import Task
from hubdesk.gui.widgets.button import IconButton
from hubdesk.gui.widgets.label import Elide
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame, empty
from hubdesk.model.field import Column, Field

if TYPE_CHECKING:
    from hubdesk.catalogue.search import Results

_MOST = 8
_PAUSE_MS = 150
Known = dict[str, tuple[str, str]]
"""Record id -> (kind, title)."""


class Records(Control):
    """The records chosen, one a line, and a line to find others with."""

    def __init__(self, bench: Bench, field: Field | Column) -> None:
        super().__init__(bench, field)
        self._value: list[str] = []
        self._known: Known = {}
        self._found: list[str] = []
        self._asked: Task | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._line = line_edit(bench, bench.naming.label(field), self.tr("Words of the record’s title"))
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated[QModelIndex].connect(self._on_picked)  # type: ignore[index]
        self._line.setCompleter(self._completer)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._line.textEdited.connect(lambda _text: self._pause.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._list)
        column.addWidget(self._line)

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)

    def show_value(self, value: object) -> None:
        self._value = list(value) if isinstance(value, list) else []
        self._show()
        unknown = [item for item in self._value if item not in self._known]
        if unknown:
            self.bench.tasks.run(lambda: self._look_up(unknown), self._on_looked_up)

    def inputs(self) -> Sequence[QWidget]:
        return (self._line,)

    def _look_up(self, ids: list[str]) -> Known:
        known = {}
        for record_id in ids:
            try:
                record = self.bench.desk.show(record_id)
            except HubDeskError:
                continue
            title = record.fields.get("title")
            known[record_id] = (record.kind, formatting.shown(title)[0] if isinstance(title, dict) else "")
        return known

    def _on_looked_up(self, known: Known) -> None:
        self._known.update(known)
        self._show()

    def _show(self) -> None:
        empty(self._list)
        for record_id in self._value:
            self._list.addWidget(self._entry(record_id))

    def _entry(self, record_id: str) -> QWidget:
        kind, title = self._known.get(record_id, ("", ""))
        name = title or self.tr("Not on this computer: {id}").format(id=formatting.isolate(record_id))
        frame = Frame("well")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 2, 4, 2)
        theme = self.bench.theme
        row.addWidget(Picture(theme, self.bench.naming.icon(kind) if kind else "record", "text2", 18))
        row.addWidget(Elide(theme, name), 1)
        away = IconButton(theme, "x", self.tr("Take away {name}").format(name=name))
        away.clicked.connect(lambda: self._change([item for item in self._value if item != record_id]))
        row.addWidget(away)
        return frame

    def _search(self) -> None:
        words = self._line.text().strip()
        if self._asked is not None:
            self._asked.drop()
        if len(words) > 1:
            self._asked = self.bench.tasks.run(lambda: self._ask(words), self._on_found)

    def _ask(self, words: str) -> Results:
        from hubdesk.catalogue.search import Query  # loaded by then: the desk searches with it

        kinds = list(getattr(self.field, "kinds", ()))
        facets = {"kind": kinds} if kinds else {}
        return self.bench.desk.search(Query(words=words, facets=facets, limit=_MOST))

    def _on_found(self, results: Results) -> None:
        self._found = [hit.id for hit in results.hits]
        names = []
        for hit in results.hits:
            title = formatting.shown(hit.title)[0]
            self._known[hit.id] = (hit.kind, title)
            names.append(f"{title} · {self.bench.naming.kind(hit.kind)}")
        self._model.setStringList(names)
        if self._line.hasFocus():
            self._completer.complete()

    def _on_picked(self, index: QModelIndex) -> None:
        if index.row() < len(self._found):
            record_id = self._found[index.row()]
            if record_id not in self._value:
                self._change(self._picked(record_id))
        # The completer writes its own words into the line after this signal.
        QTimer.singleShot(0, self._line, self._line.clear)

    def _picked(self, record_id: str) -> list[str]:
        return [*self._value, record_id]

    def _change(self, value: list[str]) -> None:
        self._value = value
        self._show()
        self._emit()

    def _emit(self) -> None:
        self.edited.emit(list(self._value) or None)


class Record(Records):
    """One record."""

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, str)

    def show_value(self, value: object) -> None:
        super().show_value([value] if isinstance(value, str) else [])

    def _picked(self, record_id: str) -> list[str]:
        return [record_id]

    def _emit(self) -> None:
        self.edited.emit(self._value[0] if self._value else None)
