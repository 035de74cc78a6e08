"""What stands where results would: what was searched, how old the list is, and ways on.

Invariant: the first way on gives results wherever one can.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubdesk.gui import formatting
from hubdesk.gui.theme import Theme
from hubdesk.gui.widgets.message import EmptyState


class NothingFound(EmptyState):
    """`untick_wanted(None, None)`, `clear_wanted`, `sync_wanted`, `ask_wanted`."""

    untick_wanted = Signal(object, object)
    clear_wanted = Signal()
    sync_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)

    def explain(
        self, words: str, as_of: str, whole: int, ticked: int, unfiltered: int, *, may_ask: bool
    ) -> None:
        """Say why nothing is shown. `whole`: records in all; `unfiltered`: matches without the filters."""
        if not whole:
            self.say(
                self.tr("No records on this computer yet"),
                self.tr(
                    "They come with the first sync, or from a stick. Everything then works without a network."
                ),
            )
            self.offer(self.tr("Sync now"), "sync", first=True).clicked.connect(self.sync_wanted)
            return
        self.say(self._headline(words), self._age(as_of))
        if ticked and unfiltered:
            matches = self.tr("%n match(es)", "", unfiltered)
            text = self.tr("Remove the filters ({matches})").format(matches=matches)
            self.offer(text, first=True).clicked.connect(lambda: self.untick_wanted.emit(None, None))
        elif words:
            self.offer(self.tr("Clear the search"), "x", first=True).clicked.connect(self.clear_wanted)
        if may_ask:
            self.offer(self.tr("Ask the hubs for help"), "request").clicked.connect(self.ask_wanted)
        self.offer(self.tr("Sync now"), "sync").clicked.connect(self.sync_wanted)

    def _headline(self, words: str) -> str:
        if not words:
            return self.tr("No record on this computer has all of these filters")
        return self.tr("No record on this computer matches “{words}”").format(words=words)

    def _age(self, as_of: str) -> str:
        later = self.tr("Newer records may exist at your hubs; HubDesk will look again at the next sync.")
        if not as_of:
            return later
        pattern = self.tr("The list of records was last brought up to date {time}.")
        return f"{pattern.format(time=formatting.moment(as_of))}\n{later}"
