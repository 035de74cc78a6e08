"""What the card about relays asks of the desk: which is used, which can be found, and being one.

Invariant: listening on the network happens on a worker, and only after the person pressed the button.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hubdesk.gui.pages.settings.relay_card import RelayCard
from hubdesk.gui.sentences import sentence
from hubdesk.gui.tasks import Tasks
from hubdesk.gui.theme import Theme

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.gui.relay_run import RelayRun
    from hubdesk.sync.relays import RelayView


class Relays(QObject):
    """`card` shows it; `changed(frozenset)` when the person chose."""

    changed = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._run: RelayRun | None = None
        self._found: list[RelayView] = []
        self.card = RelayCard(theme)
        self.card.used.connect(self._use)
        self.card.looked_for.connect(self._look)
        self.card.served.connect(self._serve)

    def use_run(self, run: RelayRun) -> None:
        """Take the relay that this window may be."""
        self._run = run
        run.changed.connect(self._on_run)
        self._on_run()

    def show_choice(self) -> None:
        """Show which relay is used."""
        self.card.tell(self._desk.relays.current() or "", self._found)

    def _use(self, url: str) -> None:
        desk = self._desk
        self._tasks.run(lambda: desk.relays.use(url or None), self._on_used, self._on_refused)

    def _on_used(self, _: object) -> None:
        self.card.say("")
        self.show_choice()
        self.changed.emit(frozenset({"settings"}))

    def _on_refused(self, error: Exception) -> None:
        self.show_choice()
        self.card.say(" ".join(sentence(error)), "err")

    def _look(self) -> None:
        relays = self._desk.relays
        self._tasks.run(relays.found, self._on_found, self._on_not_found, lane="network")

    def _on_found(self, found: list[RelayView]) -> None:
        self._found = found
        self.card.tell_found(found, self._desk.relays.current() or "")

    def _on_not_found(self, error: Exception) -> None:
        self.card.tell_found([], self._desk.relays.current() or "")
        self.card.say(" ".join(sentence(error)), "err")

    def _serve(self, on: bool) -> None:
        if self._run is not None:
            self._run.turn(on=on)

    def _on_run(self) -> None:
        if self._run is not None:
            self.card.tell_serving(self._run.address)
