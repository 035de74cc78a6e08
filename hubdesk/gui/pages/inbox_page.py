"""The coordinators' inbox: what others propose, what changed, and publishing what was accepted.

Invariant: a decision is one press and one transaction; publishing alone needs the network.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.errors import BadInput
from hubdesk.gui import formatting
from hubdesk.gui.dialogs.question_dialog import QuestionDialog
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.editor.notes import Notes
from hubdesk.gui.pages.inbox.proposal_list import ProposalList
from hubdesk.gui.pages.inbox.proposal_pane import ProposalPane
from hubdesk.gui.pages.inbox.proposals import ACCEPTED, OPEN, Desktop, Proposal, read_proposals
from hubdesk.gui.pages.inbox.publishing import Publishing
from hubdesk.gui.tasks import Task, Tasks
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.combo import Combo
from hubdesk.gui.widgets.message import EmptyState
from hubdesk.gui.widgets.page import Header, Page
from hubdesk.gui.widgets.surface import Frame
from hubdesk.model.validation import Problem

if TYPE_CHECKING:
    from hubdesk.catalogue.views import Done
    from hubdesk.desk import Desk
    from hubdesk.sync.publish import PublishReport

_LIST = 300
_SHARE = 0.36
"""The list is this wide in text units, and at most this share of the page."""
_CHANGED = frozenset({"records", "drafts", "outbox", "inbox"})
_HEARD = frozenset({"inbox", "outbox", "records", "sync", "hubs"})


class InboxPage(Page):
    """The list, the chosen proposal, and the foot that publishes."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, theme, parent)
        self.naming = Naming(desk.kinds, desk.vocabularies)
        self._asked: Task | None = None
        self._held = Desktop([], [], [])
        self._key = ""
        self._sought = ""
        self._refused: dict[str, list[Problem]] = {}
        self._returned: dict[str, int] = {}
        self._stop = threading.Event()
        self._build()
        self._wire()

    # making

    def _build(self) -> None:
        theme = self.theme
        self.header = Header(theme, self.tr("Proposals"), " ")
        self.hubs = Combo(theme)
        self.hubs.setAccessibleName(self.tr("Hub"))
        self.hubs.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToContents)
        self.hubs.hide()
        self.accept_all = Button(theme, self.tr("Accept all"), icon="check")
        self.header.add(self.hubs)
        self.header.add(self.accept_all)
        self.notes = Notes(theme)
        self.list = ProposalList(theme, self.naming)
        self.pane = ProposalPane(self.desk, theme, self.naming)
        card = Frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.pane)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(24, 0, 24, 16)
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(card, 1)
        self.nothing = EmptyState(theme)
        self._views = QStackedWidget()
        self._views.addWidget(both)
        self._views.addWidget(self.nothing)
        self.publishing = Publishing(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notes)
        column.addWidget(self._views, 1)
        column.addWidget(self.publishing)

    def _wire(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.hubs.activated.connect(lambda _index: self._show())
        self.accept_all.clicked.connect(self._on_accept_all)
        self.pane.accepted.connect(lambda record_id: self._accept([record_id]))
        self.pane.returned.connect(self._on_returned)
        self.pane.opened.connect(lambda record_id: self.wanted.emit("catalogue", record_id))
        self.pane.decided.connect(lambda record_id: self.wanted.emit("clashes", record_id))
        self.publishing.wanted.connect(self._on_publish)
        self.publishing.stopped.connect(self._on_stop)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_confirm)

    # showing

    def enter(self, argument: object = None) -> None:
        self._sought = argument if isinstance(argument, str) else ""
        self._ask()

    def refresh(self, what: frozenset[str]) -> None:
        if what & _HEARD:
            self._ask()

    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.list, self.pane, self.publishing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.setFixedWidth(min(self.theme.unit(_LIST), round(self.width() * _SHARE)))

    def _ask(self) -> None:
        if self._asked is not None:
            self._asked.drop()
        desk = self.desk
        self._asked = self.tasks.run(lambda: read_proposals(desk), self._on_answer)

    def _on_answer(self, held: Desktop) -> None:
        self._held = held
        self.naming.know_hubs(held.hubs)
        if [self.hubs.itemData(n) for n in range(self.hubs.count())] != held.coordinated:
            self.hubs.clear()
            for hub in held.coordinated:
                self.hubs.addItem(self.naming.hub(hub), hub)
        self.hubs.setVisible(len(held.coordinated) > 1)
        sought = next((p for p in held.proposals if p.id == self._sought), None)
        if sought is not None:
            self._key, self._sought = sought.key, ""
            self.hubs.setCurrentIndex(self.hubs.findData(sought.hub))
        self._show()

    def _hub(self) -> str:
        chosen = self.hubs.currentData()
        return chosen if isinstance(chosen, str) else ""

    def _of_hub(self) -> list[Proposal]:
        return [proposal for proposal in self._held.proposals if proposal.hub == self._hub()]

    def _show(self) -> None:
        proposals = self._of_hub()
        opened = [proposal for proposal in proposals if proposal.state == OPEN]
        accepted = [proposal for proposal in proposals if proposal.state == ACCEPTED]
        hub = self.naming.hub(self._hub()) if self._hub() else ""
        words = " · ".join(filter(None, (hub, self.tr("%Ln open", "", len(opened)))))
        self.header.say(self.tr("Proposals"), words)
        free = self._acceptable()
        self.accept_all.setVisible(bool(opened))
        self.accept_all.setEnabled(bool(free))
        self.accept_all.setText(self.tr("Accept all without problems (%Ln)", "", len(free)))
        is_public = any(proposal.collection.endswith("/public") for proposal in accepted)
        self.publishing.show_waiting(hub, len(accepted), self._returned.get(self._hub(), 0), is_public)
        chosen = self.list.show_proposals([*opened, *accepted], self._key)
        self._views.setCurrentIndex(0 if proposals else 1)
        if not proposals:
            self._show_nothing()
        self._show_chosen(chosen)

    def _acceptable(self) -> list[str]:
        stopped = {proposal.id for proposal in self._of_hub() if proposal.stops}
        found = [p.id for p in self._of_hub() if p.state == OPEN and p.id not in stopped]
        return list(dict.fromkeys(found))

    def _show_chosen(self, proposal: Proposal | None) -> None:
        self._key = proposal.key if proposal is not None else ""
        if proposal is None:
            self.pane.show_proposal(None)
            return
        same = [p for p in self._of_hub() if p.id == proposal.id and p.state == OPEN]
        others = len(same) - 1 if proposal.state == OPEN else 0
        self.pane.show_proposal(proposal, others, self._refused.get(proposal.id, ()))

    def _show_nothing(self) -> None:
        self.nothing.say(
            self.tr("Nothing waits for your decision"),
            self.tr("New proposals come with each sync."),
        )
        self.nothing.offer(self.tr("Sync now"), "sync", first=True).clicked.connect(
            lambda: self.wanted.emit("sync", "now")
        )

    def _on_chosen(self, proposal: Proposal) -> None:
        self._show_chosen(proposal)

    # deciding

    def _on_confirm(self) -> None:
        if self.pane.accept.isVisible():
            self.pane.accept.click()

    def _on_accept_all(self) -> None:
        self._accept(self._acceptable())

    def _accept(self, ids: list[str]) -> None:
        self.notes.clear()
        desk = self.desk
        # What came since, and was not looked at, stays open.
        seen = {
            record_id: [p.number for p in self._held.proposals if p.id == record_id and p.number]
            for record_id in ids
        }
        self.tasks.run(lambda: desk.accept(ids, seen), self._on_accepted, self.notes.add_error)

    def _on_accepted(self, done: Done) -> None:
        self._refused = {refused.id: refused.problems for refused in done.refused}
        if done.done:
            self.announced.emit(self.tr("%Ln proposal(s) accepted", "", len(done.done)))
        if done.refused:
            words = self.tr("%Ln proposal(s) could not be accepted", "", len(done.refused))
            self.notes.add("warn", words, self.tr("They stay open. What stands in the way is said in each."))
            refused = done.refused[0].id
            self._key = next((p.key for p in self._of_hub() if p.id == refused), self._key)
        self.changed.emit(_CHANGED)

    def _on_returned(self, record_id: str, comment: str) -> None:
        self.notes.clear()
        desk = self.desk
        self._refused.pop(record_id, None)
        # The comment is about this proposal; this desk's own change, never sent, has no number.
        shown = next((p.number for p in self._of_hub() if p.key == self._key), 0)
        self._do(
            lambda: desk.return_(record_id, comment, [shown] if shown else []),
            self.tr("Returned. Your comment is sent when you publish."),
        )
        self._returned[self._hub()] = self._returned.get(self._hub(), 0) + 1

    def _do(self, work: Callable[[], object], words: str) -> None:
        def done(_nothing: object) -> None:
            self.announced.emit(words)
            self.changed.emit(_CHANGED)

        self.tasks.run(work, done, self.notes.add_error)

    # publishing

    def _on_publish(self, withdrawing: int | None = None) -> None:
        self.notes.clear()
        self._stop = threading.Event()
        hub, stop, desk = self._hub(), self._stop, self.desk
        report = self.tasks.relay(self.publishing.show_progress)
        self.publishing.begin()
        self.working.emit(self.tr("Publishing {hub}").format(hub=self.naming.hub(hub)))
        self.tasks.run(
            lambda: desk.publish(hub, report, stop, withdrawing),
            self._on_published,
            self._on_not_published,
            lane="network",
        )

    def _on_stop(self) -> None:
        self._stop.set()

    def _on_published(self, report: PublishReport) -> None:
        self._end_publishing()
        self._returned.clear()
        words = self.tr("%Ln change(s) published", "", report.published)
        states = [
            self.tr("{collection} is version {version} now, with %Ln record(s).", "", view.records).format(
                collection=formatting.isolate(name), version=formatting.number(view.version)
            )
            for name, view in report.collections.items()
        ]
        moved = self.tr("{up} sent, {down} received.").format(
            up=formatting.size(report.bytes_up), down=formatting.size(report.bytes_down)
        )
        self.notes.add("ok", words, " ".join([*states, moved]))
        self.announced.emit(words)
        self.changed.emit(_CHANGED | {"sync", "hubs"})

    def _on_not_published(self, error: Exception) -> None:
        self._end_publishing()
        self.notes.add_error(error)
        self._show()
        if isinstance(error, BadInput) and error.code == "withdrawals-unconfirmed":
            self._ask_about_withdrawals(int(str(error.data["count"])))

    def _ask_about_withdrawals(self, count: int) -> None:
        """So many withdrawals are signed only once the person has typed how many there are."""
        question = QuestionDialog(
            self.theme,
            self.tr("Withdraw %Ln record(s)?", "", count),
            self.tr(
                "That is much of this collection. Every desk holds it back until a person there has looked. "
                "Nothing has been signed yet."
            ),
            self.tr("Sign and publish"),
            self,
            reason=self.tr("Type the number of records that you mean to withdraw"),
        )
        question.accepted.connect(lambda: self._confirm_withdrawals(question.words(), count))
        question.open()

    def _confirm_withdrawals(self, typed: str, count: int) -> None:
        if typed == str(count):
            self._on_publish(count)

    def _end_publishing(self) -> None:
        self.publishing.end()
        self.working.emit("")
