"""The sync that is under way: what it does, how far it is, how fast, how long yet, and a button to stop it.

Invariant: bytes are always shown; speed and time only while something moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui.naming import Naming
from hubdesk.gui.pages.sync import wording
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Elide, Label
from hubdesk.gui.widgets.picture import Picture
from hubdesk.gui.widgets.surface import Card

if TYPE_CHECKING:
    from hubdesk.sync.exchange import Progress


class RunningCard(Card):
    """`stopped()`: the person wants it to end."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(self.tr("Sync under way"))
        self.body.addLayout(self.head)
        self.heading.setText(self.tr("Sync under way"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Picture(theme, "sync", "accent", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(5)
        top = QHBoxLayout()
        top.setSpacing(12)
        self.stage = Elide(theme, "", "strong")
        self.pace = Label(theme, "", "small", "text2")
        top.addWidget(self.stage, 1)
        top.addWidget(self.pace)
        column.addLayout(top)
        self.bar = Bar(theme, "waiting")
        column.addWidget(self.bar)
        self.amount = Elide(theme, "", "small", "text2")
        column.addWidget(self.amount)
        row.addLayout(column, 1)
        self.button = Button(theme, self.tr("Stop"), "plain", "x")
        self.button.setAccessibleName(self.tr("Stop the sync"))
        self.button.clicked.connect(self.stopped)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def begin(self) -> None:
        """Show a sync that has only begun."""
        self.stage.setText(self.tr("Asking the central server"))
        self.pace.setText("")
        self.amount.setText(wording.moved(0, 0))
        self.bar.show_part(0, 0, "waiting")
        self.bar.setAccessibleName(self.stage.whole())
        self.button.setEnabled(True)

    def stopping(self) -> None:
        """Show that the stop was heard."""
        self.stage.setText(self.tr("Stopping after the piece that is on its way"))
        self.pace.setText("")
        self.bar.show_part(self.bar.value(), 1000, "paused")
        self.button.setEnabled(False)

    def show_progress(self, progress: Progress, naming: Naming) -> None:
        """Show how far it is."""
        self.stage.setText(wording.stage(progress, naming))
        self.pace.setText(wording.pace(progress))
        self.amount.setText(wording.amount(progress))
        state = "running" if progress.total else "waiting"
        self.bar.show_part(progress.done, progress.total, "running" if state == "running" else "waiting")
        self.bar.setAccessibleName(self.stage.whole())
        self.bar.setAccessibleDescription(self.amount.whole())
