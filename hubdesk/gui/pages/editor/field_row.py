"""A field as the form shows it: its name, what it needs, its control, and what is wrong with it.

Invariant: a problem stands below its field in words, with a sign, and with a repair where one can be guessed; colour
alone says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.problem_words import Repair, Said
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import empty
from hubdesk.model.field import Field
from hubdesk.model.text import label
from hubdesk.model.value import is_empty


class FieldRow(QWidget):
    """One field of the form. `repaired` carries the value that settles a problem."""

    edited = Signal(object)
    repaired = Signal(object)

    def __init__(self, bench: Bench, field: Field, control: Control) -> None:
        super().__init__()
        self.field = field
        self.control = control
        self._bench = bench
        self._said: list[Said] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._heading())
        if field.help:
            words = label(field.help, bench.naming.language)
            column.addWidget(Label(bench.theme, words, "cap", "muted", wrap=True))
            control.setAccessibleDescription(words)
        column.addWidget(control)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(2)
        column.addLayout(self._problems)
        control.edited.connect(self._on_edited)
        self._count()

    def show_value(self, value: object) -> None:
        """Show the field's value."""
        self.control.show_value(value)
        self._count()

    def set_language(self, tag: str) -> None:
        """Show the value's part in this language."""
        self.control.set_language(tag)
        self._count()

    def focus(self) -> None:
        """Give the field the keyboard."""
        for widget in self.control.inputs():
            if not widget.isHidden() and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def say(self, said: Sequence[Said]) -> None:
        """Show these problems and no others."""
        if list(said) == self._said:
            return
        self._said = list(said)
        empty(self._problems)
        self.control.set_wrong(any(one.stops for one in said))
        for one in said:
            self._problems.addWidget(self._problem(one))
        for widget in self.control.inputs():
            widget.setAccessibleDescription(" ".join(one.sentence for one in said))

    def said(self) -> Sequence[Said]:
        """Return the problems that are shown."""
        return tuple(self._said)

    def _heading(self) -> QHBoxLayout:
        theme = self._bench.theme
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(theme, self._bench.naming.label(self.field), "smallstrong"))
        needed = self._needed()
        if needed:
            row.addWidget(Label(theme, needed, "small", "muted"))
        if self.field.personal:
            row.addWidget(Picture(theme, "lock", "muted", 14))
            row.addWidget(Label(theme, self.tr("seen by members only"), "small", "muted"))
        row.addStretch(1)
        self._counter = Label(theme, "", "small", "muted")
        self._counter.setVisible(bool(self.field.limit))
        row.addWidget(self._counter)
        return row

    def is_asked(self, fields: Mapping[str, Any]) -> bool:
        """Say whether the field is asked for: one that depends on another's entries is not while each answers it."""
        if not self.field.when or not is_empty(fields.get(self.field.name)):
            return True
        entries = fields.get(self.field.when)
        if not isinstance(entries, list):
            return not is_empty(entries)
        return any(not isinstance(e, Mapping) or is_empty(e.get(self.field.name)) for e in entries)

    def _needed(self) -> str:
        if self.field.level == "must":
            return self.tr("needed to publish")
        return self.tr("better with it") if self.field.level == "should" else ""

    def _problem(self, one: Said) -> QWidget:
        theme, tone = self._bench.theme, "err" if one.stops else "warn"
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture(theme, "alert", tone, 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(theme, one.sentence, "small", tone, wrap=True))
        if one.repair is not None:
            column.addWidget(self._repair(one.repair), 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(column, 1)
        return holder

    def _repair(self, repair: Repair) -> Button:
        button = Button(self._bench.theme, repair.words, "quiet")
        button.setProperty("k", "link")
        button.clicked.connect(lambda: self.repaired.emit(repair.value))
        return button

    def _on_edited(self, value: object) -> None:
        self._count()
        self.edited.emit(value)

    def _count(self) -> None:
        if not self.field.limit:
            return
        length = self.control.length()
        words = self.tr("{count} of {limit} characters")
        self._counter.setText(
            words.format(count=formatting.number(length), limit=formatting.number(self.field.limit))
        )
        self._counter.set_tone("warn" if length > self.field.limit else "muted")
