"""The foot of a decision: what stays, how much is left, and saving.

Invariant: saving is possible from the first decision on; what is left stays open.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.action_row import ActionRow
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Label, restyle
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Frame


class Foot(Frame):
    """`saved`: the person wants what was decided to count."""

    saved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("bar")
        self.setAccessibleName(self.tr("What is left to do"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        row.addWidget(Picture(theme, "history", "accent", 18))
        holder = QWidget()
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(
            Label(
                theme,
                self.tr("Mine, theirs and before all stay in the record's history."),
                "smallstrong",
                wrap=True,
            )
        )
        self._then = Label(theme, "", "small", "text2", wrap=True)
        words.addWidget(self._then)
        actions = ActionRow(theme, holder)
        self._count = Label(theme, "", "small", "warn")
        self.save = Button(theme, self.tr("Save result"), "primary")
        self.save.setToolTip("Ctrl+Return")
        self.save.clicked.connect(self.saved)
        actions.add(self._count)
        actions.add(self.save)
        row.addWidget(actions, 1)

    def show_state(self, side: str, settled: int, left: int, decided: int) -> None:
        """Say what happens next: `settled` of all fields are, `left` wait, `decided` were decided here."""
        then = {
            "draft": self.tr("The result is a draft of yours. Propose it when it is ready."),
            "outbox": self.tr("The result goes to the outbox and is sent at the next sync."),
            "inbox": self.tr("The result is accepted, and goes out when you publish."),
        }
        self._then.setText(then.get(side, ""))
        words = self.tr("%Ln field(s) settled", "", settled)
        if left:
            words = self.tr("{settled}, %Ln left", "", left).format(settled=words)
        self._count.setText(words)
        restyle(self._count, "tone", "warn" if left else "ok")
        self.save.setEnabled(decided > 0)
        self.save.setText(self.tr("Save what is decided") if decided and left else self.tr("Save result"))
