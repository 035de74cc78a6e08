"""How far an edition is, in place of the buttons at the foot of its page.

Invariant: what is being done stands in words; the button to stop is always in reach.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.pages.edition.run import Pace
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.bar import Bar
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.label import Elide, Label


class ProgressLine(QWidget):
    """`stopped()`: the person wants it to end."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        column = QVBoxLayout()
        column.setSpacing(5)
        top = QHBoxLayout()
        self.stage = Elide(theme, "", "strong")
        self.left = Label(theme, "", "small", "text2")
        top.addWidget(self.stage, 1)
        top.addWidget(self.left)
        column.addLayout(top)
        self.bar = Bar(theme)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        self.button = Button(theme, self.tr("Stop"), "plain", "x")
        self.button.clicked.connect(self._on_stop)
        row.addWidget(self.button)

    def begin(self, sentence: str) -> None:
        """Show what has only begun."""
        self.stage.setText(sentence)
        self.left.setText("")
        self.bar.show_part(0, 0, "waiting")
        self.bar.setAccessibleName(sentence)
        self.button.setEnabled(True)

    def show_pace(self, pace: Pace) -> None:
        """Show how far it is."""
        step = pace.step
        words = {
            "records": self.tr("Records"),
            "proving": self.tr("Checking the records"),
            "reading": self.tr("Reading the files"),
            "files": self.tr("Files"),
            "checking": self.tr("Checking what was written"),
        }.get(step.stage, step.stage)
        counted = formatting.number(step.done)
        amount = (
            counted if step.stage in ("records", "proving") else formatting.size_of(step.done, step.total)
        )
        self.stage.setText(self.tr("{what}: {amount}").format(what=words, amount=amount))
        self.bar.show_part(step.done, step.total, "running")
        self.bar.setAccessibleName(self.stage.whole())
        left = "" if pace.left is None else self.tr("about {time} left")
        self.left.setText(left.format(time=formatting.duration(pace.left or 0)))

    def _on_stop(self) -> None:
        self.button.setEnabled(False)
        self.stage.setText(self.tr("Stopping after the piece that is under way"))
        self.left.setText("")
        self.stopped.emit()
