"""The form that a kind asks for: one part at a time, made when it is first wanted.

Invariant: what is shown is what the draft holds; the form has no values of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.control import Control
from hubdesk.gui.pages.editor.controls import SHORT, control_for
from hubdesk.gui.pages.editor.draft import Draft
from hubdesk.gui.pages.editor.field_row import FieldRow
from hubdesk.gui.pages.editor.files import Files
from hubdesk.gui.pages.editor.kept import Kept
from hubdesk.gui.problem_words import Said
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Column, hairline
from hubdesk.model.field import Field
from hubdesk.model.kind import Kind

_DATES_IN_A_LINE = 3
_IN_A_LINE = 2


class Form(QStackedWidget):
    """The parts of the form. `left(field)`: the person has gone on from a field."""

    left = Signal(str)

    def __init__(self, bench: Bench, kind: Kind, draft: Draft) -> None:
        super().__init__()
        self._bench = bench
        self._kind = kind
        self._draft = draft
        self._language = "en"
        self._rows: dict[str, FieldRow] = {}
        self._parts: dict[int, Column] = {}
        self._within = ""
        draft.renewed.connect(self._on_renewed)
        draft.typed.connect(self._show_asked)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def show_part(self, place: int) -> None:
        """Show a part of the form."""
        if place not in self._parts:
            part = self._make_part(place)
            self._parts[place] = part
            self.addWidget(part)
        self.setCurrentWidget(self._parts[place])

    def part_of(self, field: str) -> int:
        """Return the part that a field stands in; the first for one that stands in none."""
        return next((n for n, group in enumerate(self._kind.groups) if field in group.fields), 0)

    def focus_field(self, field: str) -> None:
        """Bring a field in sight and give it the keyboard."""
        self.show_part(self.part_of(field))
        row = self._rows.get(field)
        if row is not None:
            row.focus()
            column = self.currentWidget()
            if isinstance(column, Column):
                column.ensureWidgetVisible(row)

    def set_language(self, tag: str) -> None:
        """Show the texts in another language."""
        self._language = tag
        for row in self._rows.values():
            row.set_language(tag)

    def say(self, said: dict[str, list[Said]]) -> None:
        """Show these problems below their fields, and no others."""
        for name, row in self._rows.items():
            row.say(said.get(name, ()))

    def focused_field(self) -> str:
        """Return the field that has the keyboard, "" for none."""
        focus = self.window().focusWidget()
        return next((name for name, row in self._rows.items() if row.isAncestorOf(focus)), "")

    def row(self, field: str) -> FieldRow | None:
        """Return a field of a part that was made already."""
        return self._rows.get(field)

    # making

    def _make_part(self, place: int) -> Column:
        group = self._kind.groups[place]
        column = Column((24, 16, 24, 24), 14)
        fields = self._kind.fields_in(group)
        texts = [field for field in fields if field.has_languages]
        others = [field for field in fields if not field.has_languages]
        for line in (*lines(texts), None, *lines(others)):
            if line is not None:
                column.add(self._line(line))
            elif texts and others:
                column.add(self._divider(self.tr("The same in every language")))
        if place == 0:
            self._add_unknown(column)
        self._show_asked()
        return column

    def _add_unknown(self, column: Column) -> None:
        offered = {field.name for field in self._kind.form}
        unknown = [name for name in self._draft.fields if name not in offered]
        if not unknown:
            return
        column.add(self._divider(self.tr("Kept unchanged")))
        words = self.tr("This form does not edit these fields. They stay in the record as they are.")
        column.add(Label(self._bench.theme, words, "cap", "muted", wrap=True))
        for name in unknown:
            known = self._kind.field(name)
            field = known or Field(name=name, type="original", label={"en": name})
            self._add_row(column, field, Kept(self._bench, field))

    def _line(self, fields: Sequence[Field]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for field in fields:
            value = self._draft.fields.get(field.name)
            control: Control
            if field.type == "files" and (value is None or Files.takes(value)):
                control = Files(self._bench, field, self._draft)
            else:
                control = control_for(self._bench, field, value)
            cell = QVBoxLayout()
            cell.addWidget(self._row(field, control))
            cell.addStretch(1)
            row.addLayout(cell, 1)
        return holder

    def _add_row(self, column: Column, field: Field, control: Control) -> None:
        column.add(self._row(field, control))

    def _row(self, field: Field, control: Control) -> FieldRow:
        row = FieldRow(self._bench, field, control)
        row.show_value(self._draft.fields.get(field.name))
        row.set_language(self._language)
        if not isinstance(control, Kept):
            row.edited.connect(lambda value: self._draft.set(field.name, value))
            row.repaired.connect(lambda value: self._draft.change(field.name, value))
        self._rows[field.name] = row
        return row

    def _divider(self, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(Label(self._bench.theme, words, "small", "text2"))
        row.addWidget(hairline(), 1)
        return holder

    # hearing

    def _show_asked(self) -> None:
        for row in self._rows.values():
            if row.field.when:
                is_asked = row.is_asked(self._draft.fields)
                row.setVisible(is_asked)
                line = row.parentWidget()
                if line is not None and len(line.findChildren(FieldRow)) == 1:
                    line.setVisible(is_asked)

    def _on_renewed(self, names: frozenset[str]) -> None:
        for name in names:
            row = self._rows.get(name)
            if row is not None:
                row.show_value(self._draft.fields.get(name))

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:  # a list that opened, or another window
            return
        within = next((name for name, row in self._rows.items() if row.isAncestorOf(now)), "")
        if self._within and within != self._within:
            self.left.emit(self._within)
        self._within = within


def lines(fields: Sequence[Field]) -> list[list[Field]]:
    """Return the fields as lines of the form: short ones beside each other, up to three where all are dates."""
    found: list[list[Field]] = []
    for field in fields:
        last = found[-1] if found else []
        if last and _goes_beside(last, field):
            last.append(field)
        else:
            found.append([field])
    return found


def _goes_beside(line: list[Field], field: Field) -> bool:
    if field.type not in SHORT or any(other.type not in SHORT for other in line):
        return False
    dates = all(other.type in ("date", "number") for other in (*line, field))
    return len(line) < (_DATES_IN_A_LINE if dates else _IN_A_LINE)
