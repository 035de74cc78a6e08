"""The foot of the editor: what is left to settle, and the ways on.

Invariant: Propose stays enabled while things are missing; pressing it goes to the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.gui.problem_words import field_name
from hubdesk.gui.widgets.action_row import ActionRow
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame
from hubdesk.model.kind import Kind
from hubdesk.model.validation import Problem

_NAMED = 3


class Foot(Frame):
    """A sentence and three buttons."""

    deleted = Signal()
    kept = Signal()
    proposed = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__("bar")
        self._bench = bench
        self.setAccessibleName(self.tr("What is left to do"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        self._sign = Picture(bench.theme, "info", "text2", 18)
        self._words = Label(bench.theme, "", "small", "text2", wrap=True)
        row.addWidget(self._sign)
        actions = ActionRow(bench.theme, self._words)
        row.addWidget(actions, 1)
        self.delete = Button(bench.theme, self.tr("Delete draft"), "quiet")
        self.keep = Button(bench.theme, self.tr("Keep as draft"))
        self.propose = Button(bench.theme, self.tr("Propose"), "primary", "outbox")
        self.keep.setToolTip("Ctrl+S")
        self.propose.setToolTip("Ctrl+Return")
        for button, signal in (
            (self.delete, self.deleted),
            (self.keep, self.kept),
            (self.propose, self.proposed),
        ):
            button.clicked.connect(signal)
            actions.add(button)

    def name_hub(self, hub: str) -> None:
        """Say to whom the record is proposed."""
        self.propose.setText(self.tr("Propose to {hub}").format(hub=hub))

    def show_problems(self, kind: Kind, problems: Sequence[Problem]) -> None:
        """Say what is left to settle."""
        stopping = [problem for problem in problems if problem.stops]
        names = list(dict.fromkeys(field_name(problem, kind, self._bench.naming) for problem in stopping))
        if names:
            shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
            words = self.tr("%Ln thing(s) to settle before you can propose: {names}", "", len(names))
            self._say("info", "text2", words.format(names=shown))
            return
        advised = len({problem.field for problem in problems})
        if advised:
            self._say(
                "check",
                "ok",
                self.tr("Ready to propose. %Ln field(s) would make it more useful.", "", advised),
            )
        else:
            self._say("check", "ok", self.tr("Ready to propose."))

    def say(self, words: str) -> None:
        """Say something else than what is left."""
        self._say("info", "text2", words)

    def _say(self, icon: str, tone: str, words: str) -> None:
        self._sign.set_icon(icon, tone)
        self._words.setText(words)
