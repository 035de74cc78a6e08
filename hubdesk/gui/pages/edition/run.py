"""An edition being made or taken by this window: started, watched, stopped.

Invariant: at most one runs at a time, on the files' lane; the window stays usable meanwhile.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hubdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hubdesk.packages.layout import Step

Work = Callable[[Callable[[Any], None], threading.Event], object]
_SETTLED = 2.0
"""Seconds after which a pace can be told."""


@dataclass(frozen=True)
class Pace:
    """How far a run is; `left` in seconds, None while it cannot be told."""

    step: Step
    left: float | None


class EditionRun(QObject):
    """Runs one piece of work. `began()`, `progressed(Pace)`, `done(result)`, `failed(error, is_stopped)`."""

    began = Signal()
    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object, bool)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop: threading.Event | None = None
        self._stage = ""
        self._since = 0.0
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._stop is not None

    def begin(self, work: Work) -> None:
        """Start `work(progress, stop)`, unless something is under way."""
        if self._stop is not None:
            return
        stop = self._stop = threading.Event()
        self._stage = ""
        relay = self._tasks.relay(self._on_progress)
        self.began.emit()
        self._tasks.run(lambda: work(relay, stop), self._on_done, self._on_failed, lane="files")

    def stop(self) -> None:
        """End it after the piece it is at."""
        if self._stop is not None:
            self._stop.set()

    def _on_progress(self, step: Step) -> None:
        if self._stop is None:
            return
        now = time.monotonic()
        if step.stage != self._stage:
            self._stage, self._since = step.stage, now
        took = now - self._since
        known = took > _SETTLED and 0 < step.done <= step.total
        self.progressed.emit(Pace(step, took * (step.total - step.done) / step.done if known else None))

    def _on_done(self, result: object) -> None:
        self._stop = None
        self.done.emit(result)

    def _on_failed(self, error: Exception) -> None:
        is_stopped = self._stop is not None and self._stop.is_set()
        self._stop = None
        self.failed.emit(error, is_stopped)
