"""The sync of this window: started, watched, stopped, and begun again by itself after the link went down.

Invariant: at most one runs at a time, on the network's lane; only a lost link is tried again unasked.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from hubdesk.errors import Unreachable
from hubdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.sync.exchange import Progress, SyncReport

PAUSES: Final = (60, 120, 300, 600, 900)
"""Seconds before the next attempt after the first, second ... lost link; the last one stays."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Ending:
    """How a sync ended: a report or an error, whether the person stopped it, how far it had come, what comes next."""

    at: datetime
    report: SyncReport | None = None
    error: Exception | None = None
    is_stopped: bool = False
    last: Progress | None = None
    next_at: datetime | None = None


class SyncRun(QObject):
    """Runs syncs. `began()`, `progressed(Progress)`, `ended(Ending)`, and `let_go()` when no retry is planned any more."""

    began = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    let_go = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, parent: QObject | None = None, now: Callable[[], datetime] = _now
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._now = now
        self._stop: threading.Event | None = None
        self._last: Progress | None = None
        self._losses = 0
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._run)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether a sync is under way."""
        return self._stop is not None

    @property
    def is_stopping(self) -> bool:
        """Whether the person asked for the end of the sync that is under way."""
        return self._stop is not None and self._stop.is_set()

    @property
    def is_waiting(self) -> bool:
        """Whether another attempt is planned."""
        return self._again.isActive()

    def begin(self) -> None:
        """Start a sync now, unless one is running; because somebody asked, waiting begins anew."""
        self._losses = 0
        self._run()

    def stop(self) -> None:
        """End the sync that runs, after the piece it is at, or plan no further attempt."""
        if self._stop is not None:
            self._stop.set()
        if self._again.isActive():
            self._again.stop()
            self.let_go.emit()

    def _run(self) -> None:
        if self._stop is not None:
            return
        self._again.stop()
        self._last = None
        stop = self._stop = threading.Event()
        relay = self._tasks.relay(self._on_progress)
        self.began.emit()
        self._tasks.run(
            lambda: self._desk.sync(progress=relay, stop=stop), self._on_done, self._on_failed, lane="network"
        )

    def _on_progress(self, progress: Progress) -> None:
        self._last = progress
        if self._stop is not None:
            self.progressed.emit(progress)

    def _on_done(self, report: SyncReport) -> None:
        self._losses = 0
        self._end(report=report)

    def _on_failed(self, error: Exception) -> None:
        wait = None
        if isinstance(error, Unreachable) and not self.is_stopping:
            wait = PAUSES[min(self._losses, len(PAUSES) - 1)]
            self._losses += 1
            self._again.start(wait * 1000)
        self._end(error=error, wait=wait)

    def _end(
        self, report: SyncReport | None = None, error: Exception | None = None, wait: int | None = None
    ) -> None:
        is_stopped = self.is_stopping and report is None
        self._stop = None
        now = self._now()
        next_at = now + timedelta(seconds=wait) if wait is not None else None
        self.ended.emit(Ending(now, report, error, is_stopped, self._last, next_at))
