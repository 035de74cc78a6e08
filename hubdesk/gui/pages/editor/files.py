"""The files of a record: attached with progress, each with its licence and whether it may be passed on.

Invariant: keys of a file that the form does not show stay as they are; taking a file away touches no file of the
person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.choices import choose
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.pages.editor.draft import Draft
from hubdesk.gui.pages.editor.options import vocabulary
from hubdesk.gui.sentences import sentence
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button, IconButton
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame
from hubdesk.model.field import Column, Field


class FileEntry(Frame):
    """One file: its name and size, its licence, whether it may be passed on, and a button that takes it away."""

    edited = Signal()
    removed = Signal()

    def __init__(self, bench: Bench, file: dict[str, Any]) -> None:
        super().__init__("well")
        self.value = file
        theme = bench.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 6, 10)
        column.setSpacing(6)
        name = str(file.get("name") or "")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture(theme, "document", "text2", 18))
        head.addWidget(Elide(theme, formatting.isolate(name), "smallstrong"), 1)
        size = file.get("size")
        if isinstance(size, int):
            head.addWidget(Label(theme, formatting.size(size), "small", "muted"))
        away = IconButton(theme, "x", self.tr("Take away {name}").format(name=name))
        away.clicked.connect(self.removed)
        head.addWidget(away)
        column.addLayout(head)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        choices.setContentsMargins(0, 0, 6, 0)
        for key, vocabulary_name, words in (
            ("licence", "licences", self.tr("Licence as for the record")),
            ("pass_on", "pass_on", self.tr("Passing on as for the record")),
        ):
            combo = Combo(theme)
            combo.addItem(words, None)
            for value, label in vocabulary(bench, vocabulary_name):
                combo.addItem(self._named(key, label), value)
            choose(combo, file.get(key))
            combo.setAccessibleName(f"{words}: {name}")
            combo.activated.connect(lambda _index, k=key, c=combo: self._on_chosen(k, c.currentData()))
            choices.addWidget(combo, 1)
        column.addLayout(choices)

    def _named(self, key: str, label: str) -> str:
        return self.tr("May be passed on: {answer}").format(answer=label) if key == "pass_on" else label

    def _on_chosen(self, key: str, value: object) -> None:
        rest = {name: other for name, other in self.value.items() if name != key}
        self.value = rest if value is None else {**rest, key: value}
        self.edited.emit()


class Files(Control):
    """The list of files, and a button to attach others. Files can be dropped on it."""

    def __init__(self, bench: Bench, field: Field | Column, draft: Draft) -> None:
        super().__init__(bench, field)
        self._draft = draft
        self._value: list[dict[str, Any]] = []
        self._entries: list[FileEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._progress = QWidget()
        column = QVBoxLayout(self._progress)
        column.setContentsMargins(0, 0, 0, 0)
        self._bar = Bar(bench.theme)
        self._words = Label(bench.theme, "", "small", "text2")
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self._progress.hide()
        self._message = MessagePanel(bench.theme, "err", "")
        self._message.hide()
        row = QHBoxLayout()
        self._attach = Button(bench.theme, self.tr("Attach files"), icon="attach")
        self._attach.clicked.connect(self._on_attach)
        row.addWidget(self._attach)
        row.addWidget(Label(bench.theme, self.tr("or drop them here"), "small", "muted"))
        row.addStretch(1)
        for part in (self._progress, self._message):
            self._column.addWidget(part)
        self._column.addLayout(row)
        self.setAcceptDrops(True)
        draft.attached.connect(self._on_attached)
        draft.not_attached.connect(self._on_failed)

    @classmethod
    def takes(cls, value: object) -> bool:
        return isinstance(value, list) and all(isinstance(file, dict) for file in value)

    def show_value(self, value: object) -> None:
        files = [dict(file) for file in value] if isinstance(value, list) else []
        if files == [entry.value for entry in self._entries]:
            return
        for entry in self._entries:
            entry.hide()
            entry.deleteLater()
        self._entries = []
        for file in files:
            self._append(file)

    def inputs(self) -> Sequence[QWidget]:
        return (self._attach,)

    def set_wrong(self, is_wrong: bool) -> None:
        """A button has no wrong value; the sentence below says it."""

    def attach(self, paths: Sequence[Path]) -> None:
        """Copy these files in."""
        self._message.hide()
        self._attach.setEnabled(False)
        names = ", ".join(path.name for path in paths[:3])
        self._words.setText(self.tr("Copying {names}").format(names=formatting.isolate(names)))
        self._bar.show_part(0, 0, "running")
        self._progress.show()
        report = self.bench.tasks.relay(self._on_progress)
        self._draft.attach(paths, lambda done, whole: report((done, whole)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._attach.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.attach(paths)

    def _append(self, file: dict[str, Any]) -> None:
        entry = FileEntry(self.bench, file)
        entry.edited.connect(self._emit)
        entry.removed.connect(lambda: self._on_removed(entry))
        self._column.insertWidget(len(self._entries), entry)
        self._entries.append(entry)

    def _on_attach(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.attach([Path(name) for name in names]))
        dialog.open()

    def _on_progress(self, report: tuple[int, int]) -> None:
        done, whole = report
        self._bar.show_part(done, whole, "running")

    def _on_attached(self) -> None:
        self._progress.hide()
        self._attach.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        self._on_attached()
        what, then = sentence(error)
        self._message.say("err", what, then)
        self._message.show()

    def _on_removed(self, entry: FileEntry) -> None:
        self._entries.remove(entry)
        entry.hide()
        entry.deleteLater()
        self._attach.setFocus()
        self._emit()

    def _emit(self) -> None:
        self.edited.emit([dict(entry.value) for entry in self._entries] or None)
