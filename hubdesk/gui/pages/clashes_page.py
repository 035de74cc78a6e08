"""Two people changed the same record: what is settled already, and what a person decides.

Invariant: nothing is overwritten before the person saves; what is left undecided stays open, and every version stays
in the history.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.clashes.foot import Foot
from hubdesk.gui.pages.clashes.lines import Disagreement, Line, read_disagreement
from hubdesk.gui.pages.clashes.own_words import OwnWords
from hubdesk.gui.pages.clashes.table import ClashTable
from hubdesk.gui.pages.editor.notes import Notes
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.message import EmptyState
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import Column

if TYPE_CHECKING:
    from hubdesk.desk import Desk

_CHANGED = frozenset({"records", "drafts", "outbox", "inbox"})
_HEARD = frozenset({"records", "drafts", "outbox", "inbox", "sync"})


class Decision(Struct, frozen=True):
    """What becomes of an open line: a side, both, or `text` of the person's own."""

    choice: str
    text: str


class ClashesPage(Page):
    """The table of one record, a field for one's own words, and the foot. `enter(record id)`."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self._asked: Task | None = None
        self._record = ""
        self._told: Disagreement | None = None
        self._decisions: dict[str, Decision] = {}
        self.table: ClashTable | None = None
        self._build()

    def _build(self) -> None:
        theme = self.theme
        self.header = Header(theme, self.tr("Two people changed the same record"), " ")
        self.later = Button(theme, self.tr("Decide later"))
        self.later.clicked.connect(lambda: self.wanted.emit("back", None))
        self.header.add(self.later)
        self.notes = Notes(theme)
        self.column = Column((24, 0, 24, 24), 16)
        self.own_words = OwnWords(theme)
        self.own_words.taken.connect(self._on_taken)
        self.column.add(self.own_words)
        self.nothing = EmptyState(theme)
        self._views = QStackedWidget()
        self._views.addWidget(self.column)
        self._views.addWidget(self.nothing)
        self.foot = Foot(theme)
        self.foot.saved.connect(self._on_save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.notes)
        whole.addWidget(self._views, 1)
        whole.addWidget(self.foot)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.foot.save.click)

    # showing

    def enter(self, argument: object = None) -> None:
        record = argument if isinstance(argument, str) else self._record
        if record != self._record:
            self._decisions.clear()
        self._record = record
        self.notes.clear()
        self._ask()

    def refresh(self, what: frozenset[str]) -> None:
        if what & _HEARD and self.isVisible():
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.column, self.foot)

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        desk, naming, record = self.desk, self.naming, self._record
        self._asked = self.tasks.run(lambda: read_disagreement(desk, record, naming), self._on_answer)

    def _on_answer(self, told: Disagreement | None) -> None:
        was, self._told = self._told, told
        self._views.setCurrentWidget(self.column if told is not None else self.nothing)
        self.foot.setVisible(told is not None)
        if told is None:
            self._show_nothing()
            return
        if told == was and self.table is not None:
            return
        # A newer version may have changed the question: what was decided about another one does not count.
        earlier = {line.path: line for line in was.open} if was is not None else {}
        known = {line.path for line in told.open if earlier.get(line.path, line) == line}
        self._decisions = {path: made for path, made in self._decisions.items() if path in known}
        title = formatting.shown(told.title)[0] or self.tr("Without a title")
        self.header.say(
            self.tr("Two people changed the same record"),
            self.tr("{title}. Nothing is lost: what is saved is up to you.").format(title=title),
        )
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        self.table = ClashTable(self.theme, told)
        self.table.decided.connect(self._on_decided)
        self.column.body.insertWidget(0, self.table)
        for line in told.open:
            self._show_decision(line)
        self._show_next()

    def _show_nothing(self) -> None:
        self.nothing.say(
            self.tr("Nothing waits for your decision here"),
            self.tr("What two people changed in different places is joined by itself."),
        )
        back = self.nothing.offer(self.tr("Back"), first=True)
        back.clicked.connect(lambda: self.wanted.emit("back", None))

    def _line(self, path: str) -> Line:
        assert self._told is not None
        return next(line for line in self._told.open if line.path == path)

    def _show_decision(self, line: Line) -> None:
        made = self._decisions.get(line.path)
        assert self.table is not None
        self.table.show_decision(
            line,
            made.text if made is not None else None,
            is_mine=made is not None and made.choice in ("mine", "both"),
            is_theirs=made is not None and made.choice in ("theirs", "both"),
        )

    def _show_next(self, after: str = "") -> None:
        """Ask about the first line of words that nobody decided, and count."""
        assert self._told is not None
        lines = self._told.open
        undecided = [line for line in lines if line.path not in self._decisions]
        words = next((line for line in undecided if line.is_text), None)
        last = next((line for line in lines if line.path == after and line.is_text), None)
        is_joined = after in self._decisions and self._decisions[after].choice == "both"
        shown = last if is_joined else words or last  # what was joined wants to be smoothed
        self.own_words.setVisible(shown is not None)
        if shown is not None and (shown != self.own_words.line() or shown.path in self._decisions):
            made = self._decisions.get(shown.path)
            self.own_words.show_line(shown, made.text if made is not None else shown.mine)
        if is_joined:
            self.column.ensureWidgetVisible(self.own_words)
        settled = len(self._told.lines) - len(undecided)
        self.foot.show_state(self._told.side, settled, len(undecided), len(self._decisions))

    # deciding

    def _on_decided(self, path: str, is_mine: bool, is_theirs: bool) -> None:
        line = self._line(path)
        if is_mine and is_theirs:
            self._decisions[path] = Decision("both", line.joined)
        elif is_mine or is_theirs:
            text = line.mine if is_mine else line.theirs
            self._decisions[path] = Decision("mine" if is_mine else "theirs", text)
        else:
            self._decisions.pop(path, None)
        self._show_decision(line)
        if line.is_text:
            self.own_words.show_line(
                line, self._decisions[path].text if path in self._decisions else line.mine
            )
        self._show_next(path)

    def _on_taken(self, path: str, text: str) -> None:
        line = self._line(path)
        sides = {line.joined: "both", line.mine: "mine", line.theirs: "theirs"}
        self._decisions[path] = Decision(sides.get(text, "own"), text)
        self._show_decision(line)
        self._show_next(path)
        self.announced.emit(self.tr("{field}: decided").format(field=line.name))

    def _on_save(self) -> None:
        if not self._decisions:
            return
        self.notes.clear()
        desk, record = self.desk, self._record
        made = dict(self._decisions)
        assert self._told is not None
        side, seen = self._told.side, self._told.revisions

        def save() -> None:
            for path, decision in made.items():
                if decision.choice != "own":
                    desk.clashes.resolve(record, path, decision.choice, side=side, seen=seen)
                else:
                    desk.clashes.resolve(record, path, value=decision.text, side=side, seen=seen)

        self.tasks.run(save, lambda _none: self._on_saved(len(made)), self._on_not_saved)

    def _on_saved(self, count: int) -> None:
        told, self._decisions = self._told, {}
        is_whole = told is not None and count == len(told.open)
        self.announced.emit(self.tr("%Ln decision(s) saved", "", count))
        self.changed.emit(_CHANGED)
        if is_whole:
            self.wanted.emit("back", None)

    def _on_not_saved(self, error: Exception) -> None:
        self.notes.add_error(error)
        self.changed.emit(_CHANGED)
