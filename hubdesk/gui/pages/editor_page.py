"""The editor: one record at a time, in the form its kind asks for.

Invariant: leaving the page or the window waits for what was typed to be on disk, and keeps the page where it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.editor import opening
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.pages.editor.decisions import Decisions
from hubdesk.gui.pages.editor.draft import Draft
from hubdesk.gui.pages.editor.foot import Foot
from hubdesk.gui.pages.editor.notes import Notes
from hubdesk.gui.pages.editor.opening import Opened
from hubdesk.gui.pages.editor.save_news import FailurePanel, SaveBadge
from hubdesk.gui.pages.editor.sheet import Sheet
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.message import EmptyState
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import empty

if TYPE_CHECKING:
    from hubdesk.catalogue.views import RevisionView
    from hubdesk.desk import Desk

_NARROW = 1004
"""Below this width (the window's 1100 without the rail) the column beside the form goes into a tab."""
_SHORT = 760
"""Below this width the head says less."""
_WRITTEN = frozenset({"records", "drafts"})
_PROPOSED = frozenset({"records", "drafts", "outbox"})


class EditorPage(Page):
    """The head, the record's sheet and the foot."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.bench = Bench(theme, tasks, desk, Naming(desk.kinds, desk.vocabularies))
        self.draft: Draft | None = None
        self.sheet: Sheet | None = None
        self._opened: Opened | None = None
        self._opening: Task | None = None
        self._decisions: Decisions | None = None
        self._may_lose = False
        self._build()
        self._wire()

    # making

    def _build(self) -> None:
        self.header = Header(self.theme, "")
        self.badge = SaveBadge(self.bench)
        self.places = Combo(self.theme)
        self.places.setAccessibleName(self.tr("For which hub"))
        self.places.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.places.hide()
        self.preview = Button(self.theme, self.tr("Preview"), icon="case")
        self.close_button = Button(self.theme, self.tr("Close"))
        for widget in (self.places, self.badge, self.preview, self.close_button):
            self.header.add(widget)
        self.failure = FailurePanel(self.bench)
        self._failed = QVBoxLayout()
        self._failed.setContentsMargins(24, 0, 24, 0)
        self._failed.addWidget(self.failure)
        self.notes = Notes(self.theme)
        self._place = QVBoxLayout()
        self.foot = Foot(self.bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._failed)
        column.addWidget(self.notes)
        column.addLayout(self._place, 1)
        column.addWidget(self.foot)

    def _wire(self) -> None:
        self.preview.clicked.connect(self._on_preview)
        self.close_button.clicked.connect(lambda: self.wanted.emit("back", None))
        self.places.activated.connect(self._on_place)
        self.foot.kept.connect(self._on_keep)
        self.foot.proposed.connect(self._on_propose)
        self.foot.deleted.connect(self._on_delete)
        self.failure.abandoned.connect(self._on_abandoned)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+S": self._on_save_now,
            "Ctrl+Return": self._on_propose,
            "Ctrl+Enter": self._on_propose,
            "Ctrl+PgDown": lambda: self._step_language(forward=True),
            "Ctrl+PgUp": lambda: self._step_language(forward=False),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # coming and going

    def enter(self, argument: object = None) -> None:
        """Show a record: an id, ("new", kind), or None for the one that was open."""
        draft = self.draft
        if argument is None or (draft is not None and not draft.is_over and argument == draft.id):
            return
        if not self.leave():
            return
        self._may_lose = False
        self._open(argument)

    def leave(self) -> bool:
        """Wait for what was typed to be on disk."""
        if self.draft is None or self._may_lose or self.draft.flush():
            return True
        self.failure.offer_to_leave()
        return False

    def refresh(self, what: frozenset[str]) -> None:
        draft = self.draft
        if draft is None or draft.id is None or draft.is_over or not what & {"records", "outbox"}:
            return
        if draft.is_written:
            self.tasks.run(lambda: self.desk.history(str(draft.id)), self._on_history)
            draft.look()
        elif not self.isVisible():
            self._open(draft.id)

    def regions(self) -> Sequence[QWidget]:
        if self.sheet is None:
            return (self.header, self.foot)
        return (self.header, self.sheet.groups, self.sheet.card, self.sheet.side, self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.badge.set_short(self.width() < self.theme.unit(_SHORT))
        if self.sheet is not None:
            self.sheet.set_narrow(self.width() < self.theme.unit(_NARROW))

    # opening

    def _open(self, argument: object) -> None:
        if self._opening is not None:
            self._opening.drop()
        desk = self.desk
        if isinstance(argument, tuple):
            kind = str(argument[1])
            self._opening = self.tasks.run(
                lambda: opening.open_new(desk, kind), self._on_opened, self._on_lost
            )
        else:
            record_id = str(argument)
            self._opening = self.tasks.run(
                lambda: opening.open_record(desk, record_id), self._on_opened, self._on_lost
            )

    def _on_opened(self, opened: Opened) -> None:
        origin = opened.origin
        self._opened = opened
        self.bench.naming.know_hubs(opened.hubs)
        self._clear()
        draft = Draft(self.desk, self.tasks, origin, self)
        self.draft = draft
        draft.typed.connect(self._on_typed)
        draft.saved.connect(self._on_saved)
        draft.judged.connect(lambda _problems: self._show_state())
        self.badge.follow(draft)
        self.failure.follow(draft)
        self.sheet = Sheet(self.bench, opened, draft)
        self._decide(draft, self.sheet)
        self._place.addWidget(self.sheet)
        self._show_places(opened)
        self._show_notes(opened)
        self._show_title()
        self._show_state()
        self._name_preview()
        self._fit()
        self.foot.show()
        draft.check()
        if origin.id is None:
            self.sheet.form.focus_field(self.desk.kinds.of(origin.kind).form[0].name)

    def _decide(self, draft: Draft, sheet: Sheet) -> None:
        decisions = Decisions(self.bench, draft, sheet, self.notes, self)
        decisions.proposed.connect(self._on_proposed)
        decisions.deleted.connect(self._on_deleted)
        decisions.withdrawn.connect(self._on_withdrawn)
        decisions.erased.connect(self._on_erased)
        decisions.unsaved.connect(self.failure.offer_to_leave)
        decisions.turned.connect(self._name_preview)
        decisions.told.connect(self.foot.say)
        if self._decisions is not None:
            self._decisions.deleteLater()
        self._decisions = decisions

    def _on_lost(self, error: Exception) -> None:
        self._clear()
        what, then = sentence(error)
        self.header.say(self.tr("No record is open"))
        state = EmptyState(self.theme, what, then)
        state.offer(self.tr("Back"), "left", first=True).clicked.connect(
            lambda: self.wanted.emit("back", None)
        )
        self._place.addWidget(state)
        for widget in (self.foot, self.preview, self.badge):
            widget.hide()

    def _clear(self) -> None:
        self.failure.hide()
        self.notes.clear()
        empty(self._place)
        if self.draft is not None:
            self.draft.retire()
        self.draft = self.sheet = None
        for widget in (self.preview, self.badge):
            widget.show()

    # showing

    def _show_title(self) -> None:
        if self.draft is None:
            return
        kind = self.bench.naming.kind(self.draft.kind)
        title = self.draft.fields.get("title")
        shown = formatting.shown(title)[0] if isinstance(title, dict) else ""
        if not shown:
            new = (
                self.tr("New record: {kind}")
                if self.draft.origin.id is None
                else self.tr("{kind} without a title")
            )
            shown = new.format(kind=kind)
        hub = self.bench.naming.hub(self.draft.collection.partition("/")[0])
        readers = self.tr("members only") if self.draft.collection.endswith("/members") else ""
        self.header.say(shown, " · ".join(filter(None, (kind, hub, readers))))
        self.foot.name_hub(hub)

    def _show_state(self) -> None:
        draft = self.draft
        if draft is None:
            return
        self.foot.delete.setVisible(draft.is_written)
        if draft.is_written or draft.origin.id is None:
            self.foot.show_problems(self.desk.kinds.of(draft.kind), draft.problems)
        else:
            self.foot.say(
                self.tr("Nothing is changed yet. What you change becomes a draft; what is published stays.")
            )

    def _show_places(self, opened: Opened) -> None:
        self.places.clear()
        for name in opened.places:
            self.places.addItem(self.bench.naming.hub(name.partition("/")[0]), name)
        self.places.setVisible(len(opened.places) > 1)

    def _show_notes(self, opened: Opened) -> None:
        origin = opened.origin
        if origin.comment:
            self.notes.add("warn", self.tr("This came back with a comment"), origin.comment, icon="request")
        if origin.withdrawn is not None:
            words = (
                self.tr("This draft withdraws the record")
                if origin.has_draft
                else self.tr("This record was withdrawn")
            )
            self.notes.add("warn", words, self.tr("Reason: {reason}").format(reason=origin.withdrawn))
        elif opened.state == "pending":
            self.notes.add(
                "info",
                self.tr("A change to this record waits in the outbox"),
                self.tr("What you change now replaces it when you propose again."),
            )

    # hearing

    def _on_typed(self) -> None:
        self._show_title()

    def _on_saved(self, _at: str) -> None:
        self.places.setVisible(self.places.count() > 1 and self._opened is not None and self.draft is not None
                               and self.draft.origin.id is None)  # fmt: skip
        self._show_state()
        self.changed.emit(_WRITTEN)

    def _on_history(self, history: list[RevisionView]) -> None:
        if self.sheet is not None:
            self.sheet.history.show_revisions(history)

    def _on_preview(self) -> None:
        if self.sheet is None:
            return
        if self.sheet.is_preview:
            self.sheet.show_form()
        else:
            self.sheet.show_preview()
        self._name_preview()

    def _name_preview(self) -> None:
        is_preview = self.sheet is not None and self.sheet.is_preview
        self.preview.setText(self.tr("Back to the form") if is_preview else self.tr("Preview"))

    def _on_place(self, _index: int) -> None:
        if self.draft is not None:
            self.draft.move(str(self.places.currentData()))
            self._show_title()

    def _on_save_now(self) -> None:
        if self.draft is not None and self.draft.flush():
            self.announced.emit(self.badge.text())

    def _on_keep(self) -> None:
        if self.leave():
            self.announced.emit(self.badge.text())
            self.wanted.emit("records", None)

    def _step_language(self, *, forward: bool) -> None:
        if self.sheet is not None:
            self.sheet.tabs.step(forward)

    def _on_abandoned(self) -> None:
        self._may_lose = True
        if self.draft is not None:
            self.draft.end()
        self.wanted.emit("records", None)

    # decisions

    def _on_propose(self) -> None:
        if self._decisions is not None:
            self._decisions.propose()

    def _on_delete(self) -> None:
        if self._decisions is not None:
            self._decisions.ask_to_delete()

    def _on_proposed(self) -> None:
        self.announced.emit(self.tr("Proposed. It waits in the outbox until the next sync."))
        self.changed.emit(_PROPOSED)
        self.wanted.emit("records", self.draft.id if self.draft is not None else None)

    def _on_deleted(self) -> None:
        self.changed.emit(_WRITTEN)
        self.wanted.emit("records", None)

    def _on_withdrawn(self, record_id: str) -> None:
        self.changed.emit(_WRITTEN)
        self._open(record_id)

    def _on_erased(self, hub: str) -> None:
        words = self.tr("Accepted: the next publication of {hub} erases it for everybody.")
        self.announced.emit(words.format(hub=self.bench.naming.hub(hub)))
        self.changed.emit(_PROPOSED | {"inbox"})
        self.wanted.emit("inbox", None)
