"""Being a relay for the house while the window is open, where the person chose that.

Invariant: begun and ended on a worker; it has ended before the desk that it serves is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from hubdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.relay.running import Beside

SETTING: Final = "serve_relay"
PORT: Final = 8474
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - the person chose to serve the house


class RelayRun(QObject):
    """`changed()`: the relay began or ended; `address` is "" while there is none."""

    changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._relay: Beside | None = None
        self.address = ""

    def turn(self, *, on: bool) -> None:
        """Begin or end it, and remember the choice."""
        desk = self._desk

        def work() -> str:
            address = self._begin() if on else ""
            if not on:
                self.stop()
            desk.settings.save(**{SETTING: on})
            return address

        self._tasks.run(work, self._on_turned, self._on_failed, lane="files")

    def go_on(self) -> None:
        """Begin it where the person chose that earlier."""
        if self._desk.settings[SETTING]:
            self._tasks.run(self._begin, self._on_turned, self._on_failed, lane="files")

    def stop(self) -> None:
        """End it and wait until it has ended; on whatever thread."""
        relay, self._relay = self._relay, None
        if relay is not None:
            relay.stop()

    def _begin(self) -> str:
        if self._relay is None:
            from hubdesk.relay.running import (
                Beside,
            )  # with the server's packages: only where somebody wants it

            self._relay = Beside(self._desk, host=EVERYWHERE, port=PORT, tls=True)
        return self._relay.address

    def _on_turned(self, address: str) -> None:
        self.address = address
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.address = ""
        self.changed.emit()
        self._tasks.broke.emit(error)
