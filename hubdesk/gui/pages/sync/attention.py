"""What a sync brought that asks for a person: heads that withdraw much, and records that two people changed.

Invariant: nothing of it is applied before the person says so, and what is said stays until it is settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.gui import formatting
from hubdesk.gui.collection_name import collection_name
from hubdesk.gui.naming import Naming
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.button import Button
from hubdesk.gui.widgets.message import MessagePanel
from hubdesk.gui.widgets.surface import empty

if TYPE_CHECKING:
    from hubdesk.catalogue.held import HeldView

_NAMED = 3


class Attention(QWidget):
    """`taken(collection)`: apply what is held; `decided`: go to what two people changed."""

    taken = Signal(str)
    decided = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panels = QVBoxLayout(self)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(8)
        self.hide()

    def tell(self, held: Sequence[HeldView], undecided: int, naming: Naming) -> None:
        """Say what there is; nothing takes no room."""
        empty(self._panels)
        self.setVisible(bool(held) or undecided > 0)
        for view in held:
            self._panels.addWidget(self._held(view, naming))
        if undecided:
            self._panels.addWidget(self._clashes(undecided))

    def _held(self, view: HeldView, naming: Naming) -> MessagePanel:
        name = collection_name(naming, view.collection)
        words = self.tr("{collection} would withdraw %Ln record(s)", "", view.withdrawals)
        titles = [formatting.shown(title)[0] for title in view.titles[:_NAMED]]
        named = formatting.listing([title for title in titles if title])
        details = self.tr(
            "That is much of the {records} that are here, so nothing was changed yet. Among them: {titles}. "
            "Ask the hub's coordinator if this surprises you. What is withdrawn stays in the bin for 90 days."
        )
        panel = MessagePanel(
            self._theme,
            "warn",
            words.format(collection=name),
            details.format(records=formatting.number(view.records), titles=named),
        )
        take = Button(self._theme, self.tr("Withdraw them here too"))
        take.clicked.connect(lambda: self.taken.emit(view.collection))
        panel.repairs.addWidget(take)
        return panel

    def _clashes(self, undecided: int) -> MessagePanel:
        words = self.tr("%Ln record(s) changed here and at the hub in the same place", "", undecided)
        details = self.tr("Nothing is lost. Choose what to keep when you have time.")
        panel = MessagePanel(self._theme, "warn", words, details, icon="merge")
        decide = Button(self._theme, self.tr("Decide"))
        decide.clicked.connect(self.decided)
        panel.repairs.addWidget(decide)
        return panel
