"""A record on the desk: the parts of its form at the side, the form under its languages, what happens next beside it.

Invariant: a field shows what is wrong once the person has been there or has asked to propose; what is settled stops
being shown at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.draft import Draft
from hubdesk.gui.pages.editor.form import Form
from hubdesk.gui.pages.editor.group_list import GroupList
from hubdesk.gui.pages.editor.history import History
from hubdesk.gui.pages.editor.language_tabs import LanguageTabs
from hubdesk.gui.pages.editor.opening import Opened
from hubdesk.gui.pages.editor.preview import Preview
from hubdesk.gui.pages.editor.sending import NextSteps, ToBeSent
from hubdesk.gui.problem_words import Said, said
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.surface import Column, Frame, hairline
from hubdesk.model.validation import Problem

_SIDE, _GROUPS = 248, 200
_SHARE = 0.28
"""The parts of the form take at most this share of the page."""
_STEPS = {"draft": 1, "pending": 2, "confirmed": 3}


class Sheet(QWidget):
    """Everything about one record but the page's head and foot. `withdrawal_wanted`, `erasure_wanted`: the person wants
    it withdrawn, or erased."""

    withdrawal_wanted = Signal()
    erasure_wanted = Signal()

    def __init__(self, bench: Bench, opened: Opened, draft: Draft) -> None:
        super().__init__()
        self._bench = bench
        self._opened = opened
        self._draft = draft
        self._kind = bench.desk.kinds.of(draft.kind)
        self._visited: set[str] = set()
        self._shows_all = opened.origin.has_draft
        self._is_narrow = False
        self.groups = GroupList(bench, self._kind)
        self.tabs = LanguageTabs(bench, self._kind)
        self.form = Form(bench, self._kind, draft)
        self.history = History(bench)
        self.preview = Preview(bench)
        self._build()
        self._wire()
        self.groups.select(0)
        self.form.show_part(0)
        self.tabs.show_state(draft.fields)
        self.tabs.select(self._first_language())
        self.show_step("draft" if draft.is_written else opened.state)
        self.show_problems(draft.problems)
        self.history.show_revisions(opened.history)

    # making

    def _build(self) -> None:
        unit = self._bench.theme.unit
        self.card = Frame("card")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(hairline())
        self._inner = QStackedWidget()
        self._inner.addWidget(self.form)
        column.addWidget(self._inner, 1)
        self.side = self._make_side()
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.groups, 1)
        words = self.tr("The form follows the record’s kind. Fields that your version of HubDesk does not know are kept unchanged.")  # fmt: skip
        left.addWidget(Label(self._bench.theme, words, "cap", "muted", wrap=True))
        self._views = QStackedWidget()
        self._views.addWidget(self.card)
        self._views.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 16)
        row.setSpacing(16)
        row.addWidget(self._left)
        row.addWidget(self._views, 1)
        self._row = row
        row.addWidget(self.side)
        self.side.setFixedWidth(unit(_SIDE))

    def _make_side(self) -> Column:
        side = Column((0, 0, 0, 0), 16)
        self._steps = NextSteps(self._bench)
        self._weight = ToBeSent(self._bench)
        for card in (self._steps, self._weight, self.history):
            side.add(card)
        if self._opened.origin.published is not None and self._opened.origin.withdrawn is None:
            self._add_link(side, self.tr("Withdraw this record"), self.withdrawal_wanted)
        if self._opened.erasable:
            self._add_link(side, self.tr("Erase this record for everybody"), self.erasure_wanted)
        side.setAccessibleName(self.tr("What happens next"))
        return side

    def _add_link(self, side: Column, words: str, pressed: SignalInstance) -> None:
        link = Button(self._bench.theme, words, "quiet")
        link.setProperty("k", "link")
        link.clicked.connect(pressed)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        side.add(holder)

    def _wire(self) -> None:
        self.groups.chosen.connect(self._on_part)
        self.tabs.chosen.connect(self._on_language)
        self.form.left.connect(self._on_left)
        self._draft.judged.connect(self.show_problems)
        self._draft.renewed.connect(lambda _names: self.tabs.show_state(self._draft.fields))

    def _first_language(self) -> str:
        own = self._bench.naming.language
        title = self._draft.fields.get("title")
        languages = [tag for tag, text in title.items() if text] if isinstance(title, dict) else []
        return own if own in languages or not languages else languages[0]

    # showing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(min(self._bench.theme.unit(_GROUPS), round(self.width() * _SHARE)))

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the column beside the form into a tab of it, or back."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.tabs.set_aside(self.tr("Next steps") if is_narrow else "")
        if is_narrow:
            self._row.removeWidget(self.side)
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
            self.side.body.setContentsMargins(24, 16, 24, 24)
            self._inner.addWidget(self.side)
        else:
            self._inner.removeWidget(self.side)
            self.side.body.setContentsMargins(0, 0, 0, 0)
            self.side.setFixedWidth(self._bench.theme.unit(_SIDE))
            self._row.addWidget(self.side)
            self.side.show()
        self._on_language(self.tabs.current())

    def show_preview(self) -> None:
        """Show the record as others will read it, beside what is published."""
        published = self._opened.origin.published
        self.preview.show_versions(
            self._kind, published, self._draft.fields, (self.tr("As published"), self.tr("Your draft"))
        )
        self._show_preview()

    def show_version(self, fields: dict[str, object], name: str) -> None:
        """Show an earlier version beside what is typed."""
        self.preview.show_versions(self._kind, fields, self._draft.fields, (name, self.tr("Your draft")))
        self._show_preview()

    def _show_preview(self) -> None:
        self._views.setCurrentWidget(self.preview)
        self._left.hide()

    def show_form(self) -> None:
        """Show the form again."""
        self._views.setCurrentWidget(self.card)
        self._left.show()

    @property
    def is_preview(self) -> bool:
        """Whether the preview is in sight."""
        return self._views.currentWidget() is self.preview

    def show_step(self, state: str) -> None:
        """Mark where the record stands: draft, pending or confirmed."""
        self._steps.show_step(_STEPS.get(state, 1))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show how everything stands."""
        fields = self._draft.fields
        is_fresh = self._opened.origin.id is None and not self._draft.is_written
        self.groups.show_problems(fields, problems, is_fresh=is_fresh and not self._shows_all)
        self.tabs.show_state(fields)
        self._weight.show_fields(fields, self._opened.origin.published)
        self._say(problems)

    def go_to_first(self, problems: Sequence[Problem]) -> None:
        """Show all that is to settle, and bring the first of it in sight."""
        self._shows_all = True
        self.show_form()
        self.show_problems(problems)
        first = next((problem for problem in problems if problem.stops and problem.field), None)
        if first is None:
            return
        if not self.tabs.current():
            self.tabs.select(self._first_language())
        self.groups.select(self.form.part_of(first.field))
        self.form.focus_field(first.field)
        self._say(problems, also=first.field)

    def _say(self, problems: Sequence[Problem], also: str = "") -> None:
        within = self.form.focused_field()
        by_field: dict[str, list[Said]] = {}
        for problem in problems:
            if self._is_shown(problem):
                value = self._draft.fields.get(problem.field)
                one = said(problem, self._kind, self._bench.naming, value, self._opened.usual)
                by_field.setdefault(problem.field, []).append(one)
        row = self.form.row(within)
        if (
            row is not None and within != also
        ):  # while a field is written, what is wrong with it may only go away
            before = {one.sentence for one in row.said()}
            by_field[within] = [one for one in by_field.get(within, ()) if one.sentence in before]
        self.form.say(by_field)

    def _is_shown(self, problem: Problem) -> bool:
        if problem.field in self._visited:
            return True
        return self._shows_all and (problem.stops or problem.code != "missing")

    # hearing

    def _on_part(self, place: int) -> None:
        self.show_form()
        if not self.tabs.current():
            self.tabs.select(self._first_language())
        self.form.show_part(place)
        self._say(self._draft.problems)

    def _on_language(self, tag: str) -> None:
        if tag:
            self._inner.setCurrentWidget(self.form)
            self.form.set_language(tag)
        elif self._is_narrow:
            self._inner.setCurrentWidget(self.side)

    def _on_left(self, field: str) -> None:
        self._visited.add(field)
        self._draft.check()
