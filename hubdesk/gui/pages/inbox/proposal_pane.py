"""One proposal: who, what changed, what stands in the way, and the decision.

Invariant: nothing is returned without a sentence for its author.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.differences import differences
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.inbox.proposals import ACCEPTED, Proposal
from hubdesk.gui.problem_words import said
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.action_row import ActionRow
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.comparison import Comparison
from hubdesk.gui.widgets.label import Label, restyle
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.surface import Column, Frame
from hubdesk.model.validation import Problem

if TYPE_CHECKING:
    from hubdesk.desk import Desk


class ProposalPane(QWidget):
    """The chosen proposal. `accepted(id)`, `returned(id, comment)`, `opened(id)` and
    `decided(id)` (two people changed it: show both) are what the person wants."""

    accepted = Signal(str)
    returned = Signal(str, str)
    opened = Signal(str)
    decided = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, naming: Naming) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self._naming = naming
        self._proposal: Proposal | None = None
        self._comments: dict[str, str] = {}
        self.setAccessibleName(self.tr("The chosen proposal"))
        self._column = Column((20, 18, 20, 20), 12)
        self._foot = Frame("bar")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._column, 1)
        whole.addWidget(self._foot)
        self._build_foot()

    def _build_foot(self) -> None:
        theme = self._theme
        self._comment = QPlainTextEdit()
        self._comment.setProperty("k", "field")
        self._comment.setTabChangesFocus(True)
        self._comment.setAccessibleName(self.tr("Comment for the author"))
        self._comment.setPlaceholderText(self.tr("What is missing, and what the author can do about it"))
        theme.dress(self._comment, "body")
        self._comment.setFixedHeight(3 * theme.lines("body") + theme.unit(22))
        self._comment.textChanged.connect(self._on_comment)
        self._hint = Label(theme, self.tr("Write a sentence for the author first."), "small", "err")
        self._state = Label(theme, "", "small", "text2", wrap=True)
        self.give_back = Button(theme, self.tr("Return with a comment"), icon="undo")
        self.give_back.clicked.connect(self._on_return)
        self.cancel = Button(theme, self.tr("Cancel"), "quiet")
        self.cancel.clicked.connect(lambda: self._show_comment(is_shown=False))
        self.open = Button(theme, self.tr("Show in the catalogue"), "quiet")
        self.open.clicked.connect(self._on_open)
        self.accept = Button(theme, self.tr("Accept"), icon="check")
        self.accept.clicked.connect(self._on_accept)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self._comment)
        column.addWidget(self._hint)
        row = ActionRow(theme, self._state)
        for button in (self.open, self.cancel, self.give_back, self.accept):
            row.add(button)
        column.addWidget(row)
        self._show_comment(is_shown=False)

    # showing

    def show_proposal(
        self, proposal: Proposal | None, others: int = 0, refused: Sequence[Problem] = ()
    ) -> None:
        """Show a proposal; `others`: how many more there are for the same record; `refused`: why accepting failed."""
        if proposal is None or self._proposal is None or proposal.key != self._proposal.key:
            self._show_comment(is_shown=False)
        self._proposal = proposal
        self._column.clear()
        self._foot.setVisible(proposal is not None)
        if proposal is None:
            return
        with_comment = self._comments.get(proposal.key, "")
        if self._comment.toPlainText() != with_comment:
            self._comment.setPlainText(with_comment)
        self._add_head(proposal)
        if proposal.undecided:
            self._add_clash(proposal)
        self._add_problems(proposal, refused)
        if others:
            words = self.tr("%Ln more proposal(s) change this record", "", others)
            details = self.tr("Accepting takes all of them, the oldest first.")
            self._column.add(MessagePanel(self._theme, "info", words, details))
        self._add_changes(proposal)
        is_accepted = proposal.state == ACCEPTED
        self.accept.setVisible(not is_accepted)
        self.open.setVisible(not proposal.is_new)
        self._state.setText(self.tr("Accepted. It goes out when you publish.") if is_accepted else "")

    def _add_head(self, proposal: Proposal) -> None:
        theme, naming = self._theme, self._naming
        title = formatting.shown(proposal.title)[0] or self.tr("Without a title")
        holder = QWidget()
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        where = self.tr("members only") if proposal.collection.endswith("/members") else ""
        words.addWidget(
            Label(theme, " · ".join(filter(None, (naming.kind(proposal.kind), where))), "small", "accent")
        )
        words.addWidget(Label(theme, title, "head", wrap=True))
        words.addWidget(Label(theme, self._from(proposal), "small", "text2", wrap=True))
        self._column.add(holder)

    def _from(self, proposal: Proposal) -> str:
        when = formatting.moment(proposal.at)
        if proposal.is_own:
            return self.tr("Written on this computer, {time}").format(time=when)
        role = self._desk.vocabularies.label(("roles",), proposal.role, self._naming.language).lower()
        words = self.tr("From a {role}, desk {desk}, written {time}, arrived {arrived}")
        return words.format(
            role=role,
            desk=formatting.isolate(proposal.by[:8]),
            time=when,
            arrived=formatting.moment(proposal.received_at),
        )

    def _add_clash(self, proposal: Proposal) -> None:
        words = self.tr("Two people changed the same record")
        details = self.tr(
            "%Ln field(s) changed here and by the author. Nothing is lost.", "", proposal.undecided
        )
        panel = MessagePanel(self._theme, "warn", words, details, icon="merge")
        decide = Button(self._theme, self.tr("Decide"))
        decide.clicked.connect(lambda: self.decided.emit(proposal.id))
        panel.repairs.addWidget(decide)
        self._column.add(panel)

    def _add_problems(self, proposal: Proposal, refused: Sequence[Problem]) -> None:
        refused = [problem for problem in refused if problem.code != "clash"]
        kind = self._naming.kind_of(proposal.kind)
        problems = list(dict.fromkeys((p.field, p.code) for p in (*refused, *proposal.problems)))
        by_key = {(p.field, p.code): p for p in (*proposal.problems, *refused)}
        for key in problems:
            problem = by_key[key]
            value = proposal.after.get(problem.field)
            one = said(problem, kind, self._naming, value)
            field = kind.field(problem.field)
            name = self._naming.label(field) if field else ""
            if problem.stops:
                self._column.add(
                    MessagePanel(self._theme, "err", name or one.sentence, one.sentence if name else "")
                )
        advised = [by_key[key] for key in problems if not by_key[key].stops]
        if advised and proposal.withdrawn is None:
            names = [self._naming.label(f) for p in advised if (f := kind.field(p.field)) is not None]
            words = self.tr("It would be more useful with: {fields}").format(
                fields=", ".join(dict.fromkeys(names))
            )
            self._column.add(Label(self._theme, words, "small", "text2", wrap=True))

    def _add_changes(self, proposal: Proposal) -> None:
        theme, kind = self._theme, self._naming.kind_of(proposal.kind)
        if proposal.withdrawn is not None:
            words = self.tr("The record is to be withdrawn")
            details = self.tr("Reason: {reason}").format(reason=proposal.withdrawn)
            self._column.add(MessagePanel(theme, "warn", words, details))
            entries = differences(kind, {}, proposal.before, self._naming, only_changes=False)
            self._column.add(Comparison(theme, entries, "", self.tr("As published")))
            return
        entries = differences(kind, proposal.before, proposal.after, self._naming, only_changes=True)
        if proposal.is_new:
            self._column.add(Comparison(theme, entries, "", self.tr("Proposed")))
        elif entries:
            count = len({entry.field for entry in entries})
            self._column.add(Label(theme, self.tr("%Ln field(s) changed", "", count), "small", "text2"))
            self._column.add(Comparison(theme, entries, self.tr("Before"), self.tr("Proposed")))
        else:
            self._column.add(Label(theme, self.tr("It changes nothing."), "small", "text2"))

    # giving back

    def _show_comment(self, *, is_shown: bool) -> None:
        self._comment.setVisible(is_shown)
        self._hint.hide()
        self.cancel.setVisible(is_shown)
        self.give_back.setText(self.tr("Return it") if is_shown else self.tr("Return with a comment"))
        if is_shown:
            self._comment.setFocus()

    def _on_comment(self) -> None:
        if self._proposal is not None:
            self._comments[self._proposal.key] = self._comment.toPlainText()
        self._hint.hide()
        restyle(self._comment, "wrong", "false")

    def _on_open(self) -> None:
        if self._proposal is not None:
            self.opened.emit(self._proposal.id)

    def _on_accept(self) -> None:
        if self._proposal is not None:
            self.accepted.emit(self._proposal.id)

    def _on_return(self) -> None:
        if self._comment.isHidden():
            self._show_comment(is_shown=True)
            return
        words = self._comment.toPlainText().strip()
        if not words:
            self._hint.show()
            restyle(self._comment, "wrong", "true")
            self._comment.setFocus()
        elif self._proposal is not None:
            self._comments.pop(self._proposal.key, None)
            self.returned.emit(self._proposal.id, words)
