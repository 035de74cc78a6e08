"""The proposals at the side: what, from whom, since when, and whether something stands in the way.

Invariant: the chosen one stays chosen while the list changes around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.inbox.proposals import ACCEPTED, Proposal
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Elide, Label, restyle
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Column, Frame

PIECE = 40


class ProposalButton(QAbstractButton):
    """One proposal."""

    def __init__(self, theme: Theme, naming: Naming, proposal: Proposal) -> None:
        super().__init__()
        self.proposal = proposal
        self._theme = theme
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._frame = Frame("choice")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(Picture(theme, naming.icon(proposal.kind), "text2", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        title = formatting.shown(proposal.title)[0] or self.tr("Without a title")
        about = f"{naming.kind(proposal.kind)} · {formatting.moment(proposal.at)}"
        state, icon, tone = self._state(proposal)
        words.addWidget(Elide(theme, title, "strong"))
        words.addWidget(Elide(theme, about, "cap", "text2"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(Picture(theme, icon, tone, 14))
        line.addWidget(Elide(theme, state, "cap", tone), 1)
        words.addLayout(line)
        row.addLayout(words, 1)
        for part in self._frame.findChildren(Label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{title}, {about}, {state}")
        self.toggled.connect(self._restyle)
        self._restyle()

    def _state(self, proposal: Proposal) -> tuple[str, str, str]:
        if proposal.state == ACCEPTED:
            return self.tr("Accepted, not published yet"), "check", "ok"
        stopping = sum(problem.stops for problem in proposal.problems)
        if stopping:
            return self.tr("%Ln thing(s) to settle", "", stopping), "alert", "err"
        if proposal.withdrawn is not None:
            return self.tr("Withdrawal"), "archive", "warn"
        if proposal.is_new:
            return self.tr("New record"), "plus", "info"
        return self.tr("Change"), "edit", "info"

    def paintEvent(self, event: object) -> None:
        """The frame within paints."""

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self._restyle()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        state = "on" if self.isChecked() else "off"
        restyle(self._frame, "state", f"{state}-focus" if self.hasFocus() else state)


class ProposalList(Column):
    """The list. `chosen` carries a Proposal."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, naming: Naming) -> None:
        super().__init__((0, 0, 8, 8), 4)
        self._theme = theme
        self._naming = naming
        self._buttons: list[ProposalButton] = []
        self._proposals: Sequence[Proposal] = ()
        self._shown = PIECE
        self.setAccessibleName(self.tr("Proposals"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_proposals(self, proposals: Sequence[Proposal], key: str) -> Proposal | None:
        """Show these and choose the one with this key, else the first; return it."""
        self._proposals = proposals
        self.clear()
        self._buttons = []
        for proposal in proposals[: self._shown]:
            button = ProposalButton(self._theme, self._naming, proposal)
            button.clicked.connect(lambda _checked, one=proposal: self.chosen.emit(one))
            self._buttons.append(button)
            self.add(button)
        rest = len(proposals) - self._shown
        if rest > 0:
            more = Button(self._theme, self.tr("Show %Ln more", "", min(rest, PIECE)), "quiet")
            more.clicked.connect(lambda: self._on_more(key))
            self.add(more)
        if not self._buttons:
            return None
        found = next((b for b in self._buttons if b.proposal.key == key), self._buttons[0])
        found.setChecked(True)
        return found.proposal

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        focused = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        target = self._buttons[max(0, min(len(self._buttons) - 1, focused + step))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()
        self.ensureWidgetVisible(target)

    def _on_more(self, key: str) -> None:
        self._shown += PIECE
        self.show_proposals(self._proposals, key)
