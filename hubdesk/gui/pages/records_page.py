"""My records: what is being written, what waits to be sent, what came back, and what a hub withdrew.

Invariant: every list comes from one question to the desk, so that nothing shows twice or not at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.gui.dialogs.question_dialog import QuestionDialog
from hubdesk.gui.known_hubs import KnownHub, known_hubs
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.editor.notes import Notes
from hubdesk.gui.pages.records.entry import BinnedEntry, DraftEntry, WaitingEntry
from hubdesk.gui.pages.records.section import Section
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.message import EmptyState
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import Column

if TYPE_CHECKING:
    from hubdesk.catalogue.bin import BinnedView
    from hubdesk.catalogue.views import Done, DraftView, OutboxItem
    from hubdesk.desk import Desk

_CHANGED = frozenset({"records", "drafts", "outbox"})
_HEARD = frozenset({"records", "drafts", "outbox", "inbox", "sync", "hubs"})


class Own(Struct, frozen=True):
    """What is this desk's own."""

    drafts: list[Any]
    outbox: list[Any]
    hubs: list[KnownHub]
    undecided: Counter[str]
    binned: list[Any]


class RecordsPage(Page):
    """Four cards: came back, drafts, waiting, withdrawn."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self._asked: Task | None = None
        self._ready: list[str] = []
        self._undecided: Counter[str] = Counter()
        self._revisions: dict[str, str] = {}
        self._sought = ""
        self._build()

    def _build(self) -> None:
        theme = self.theme
        self.header = Header(
            theme,
            self.tr("My records"),
            self.tr("What you write stays on this computer until you propose it."),
        )
        self.propose_all = Button(theme, self.tr("Propose all that are ready"), icon="outbox")
        self.propose_all.clicked.connect(self._on_propose_all)
        self.new = Button(theme, self.tr("New record"), "primary", "plus")
        self.new.clicked.connect(self._open_menu)
        self.header.add(self.propose_all)
        self.header.add(self.new)
        self.notes = Notes(theme)
        self.came_back = Section(theme, self.tr("Came back with a comment"), self._draft_entry)
        self.drafts = Section(theme, self.tr("Drafts"), self._draft_entry)
        self.waiting = Section(theme, self.tr("Proposed by you"), self._waiting_entry)
        self.binned = Section(theme, self.tr("Withdrawn by a hub"), self._binned_entry)
        self.column = Column((24, 0, 24, 24), 16)
        self.column.setAccessibleName(self.tr("Your records"))
        for section in self._sections():
            section.chosen.connect(self._on_chosen)
            self.column.add(section)
        self.nothing = EmptyState(theme)
        self._views = QStackedWidget()
        self._views.addWidget(self.column)
        self._views.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.notes):
            column.addWidget(part)
        column.addWidget(self._views, 1)

    def _sections(self) -> tuple[Section, ...]:
        return (self.came_back, self.drafts, self.waiting, self.binned)

    def _binned_entry(self, binned: BinnedView) -> BinnedEntry:
        return BinnedEntry(self.theme, self.naming, binned)

    def _draft_entry(self, draft: DraftView) -> DraftEntry:
        return DraftEntry(self.theme, self.naming, draft, self._undecided[draft.id])

    def _waiting_entry(self, item: OutboxItem) -> WaitingEntry:
        return WaitingEntry(self.theme, self.naming, item, self._undecided[item.id])

    # showing

    def enter(self, argument: object = None) -> None:
        self._sought = argument if isinstance(argument, str) else ""
        self._ask()

    def refresh(self, what: frozenset[str]) -> None:
        if what & _HEARD:
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self._views)

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        desk = self.desk
        self._asked = self.tasks.run(
            lambda: Own(
                desk.drafts(),
                desk.outbox(),
                known_hubs(desk),
                Counter(clash.id for clash in desk.clashes.all() if clash.side != "inbox"),
                desk.bin.all(),
            ),
            self._on_answer,
        )

    def _on_answer(self, own: Own) -> None:
        self.naming.know_hubs(own.hubs)
        self._undecided = own.undecided
        drafts: list[DraftView] = own.drafts
        outbox: list[OutboxItem] = own.outbox
        came_back = [draft for draft in drafts if draft.comment]
        others = [draft for draft in drafts if not draft.comment]
        self._ready = [draft.id for draft in drafts if not draft.problems and not own.undecided[draft.id]]
        self.came_back.show_items(came_back, self.tr("A coordinator asks for a change"))
        self.drafts.show_items(others, self.tr("Only on this computer"))
        self.waiting.show_items(outbox, self._waiting_words(outbox))
        self._revisions = {binned.id: binned.revision for binned in own.binned}
        self.binned.show_items(own.binned, self.tr("Kept on this computer for a while"))
        self.propose_all.setVisible(len(self._ready) > 1)
        self.propose_all.setText(self.tr("Propose all that are ready (%Ln)", "", len(self._ready)))
        is_empty = not (drafts or outbox or own.binned)
        if is_empty:
            self._show_nothing()
        self._views.setCurrentWidget(self.nothing if is_empty else self.column)
        self._show_sought()

    def _waiting_words(self, outbox: Sequence[OutboxItem]) -> str:
        waiting = sum(item.state == "waiting" for item in outbox)
        if waiting:
            return self.tr("%Ln waiting for the next sync", "", waiting)
        return self.tr("Nothing waits to be sent")

    def _show_nothing(self) -> None:
        self.nothing.say(
            self.tr("You have written nothing yet"),
            self.tr("A record is a tool, a document, a case study, or anything else that another parliament could use. It stays on this computer until you propose it."),
        )  # fmt: skip
        first = self.nothing.offer(self.tr("Write a new record"), "plus", first=True)
        first.clicked.connect(self._open_menu)
        look = self.nothing.offer(self.tr("Suggest a change to a record of the catalogue"), "search")
        look.clicked.connect(lambda: self.wanted.emit("catalogue", None))

    def _show_sought(self) -> None:
        for section in self._sections():
            entry = section.entry(self._sought) if self._sought else None
            if entry is not None:
                self.column.ensureWidgetVisible(entry)
                self._sought = ""

    # doing

    def _open_menu(self) -> None:
        button = self.sender()
        below = button if isinstance(button, QWidget) else self.new
        menu = QMenu(self)
        for kind in self.desk.kinds:
            if not kind.hidden:
                action = menu.addAction(self.theme.icon(kind.icon, "text"), self.naming.kind(kind.name))
                action.setData(kind.name)
        menu.triggered.connect(lambda action: self.wanted.emit("editor", ("new", str(action.data()))))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _on_chosen(self, action: str, record_id: str) -> None:
        self.notes.clear()
        desk = self.desk
        if action == "open":
            self.wanted.emit("editor", record_id)
        elif action == "propose":
            self._propose([record_id])
        elif action == "read":
            self.wanted.emit("catalogue", record_id)
        elif action == "revive":
            self._revive(record_id)
        elif action == "decide":
            self.wanted.emit("clashes", record_id)
        elif action == "take_back":
            words = self.tr("Taken back. It is a draft again.")
            self._do(lambda: desk.take_back(record_id), words)
        elif action == "delete":
            self._ask_to_delete(record_id)

    def _on_propose_all(self) -> None:
        self.notes.clear()
        self._propose(list(self._ready))

    def _propose(self, ids: list[str]) -> None:
        desk = self.desk
        self.tasks.run(lambda: desk.propose(ids), self._on_proposed, self.notes.add_error)

    def _on_proposed(self, done: Done) -> None:
        if done.done:
            words = self.tr("%Ln record(s) proposed", "", len(done.done))
            self.announced.emit(words)
        if done.refused:
            words = self.tr("%Ln record(s) could not be proposed", "", len(done.refused))
            self.notes.add(
                "warn", words, self.tr("They are still drafts. Open one to see what is to settle.")
            )
        self.changed.emit(_CHANGED)

    def _revive(self, record_id: str) -> None:
        """Write the last words of a withdrawn record into a draft, and open it."""
        desk, revision = self.desk, self._revisions[record_id]

        def revived(_none: object) -> None:
            self.changed.emit(_CHANGED)
            self.wanted.emit("editor", record_id)

        self.tasks.run(lambda: desk.restore(record_id, revision), revived, self.notes.add_error)

    def _ask_to_delete(self, record_id: str) -> None:
        question = QuestionDialog(
            self.theme,
            self.tr("Delete this draft?"),
            self.tr("What is published stays as it is. What you wrote is lost; this cannot be undone."),
            self.tr("Delete draft"),
            self,
        )
        desk = self.desk
        question.accepted.connect(
            lambda: self._do(lambda: desk.discard(record_id), self.tr("Draft deleted."))
        )
        question.open()

    def _do(self, work: Callable[[], object], words: str) -> None:
        def done(_nothing: object) -> None:
            self.announced.emit(words)
            self.changed.emit(_CHANGED)

        self.tasks.run(work, done, self.notes.add_error)
