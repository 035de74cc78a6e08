"""Fetching the files on the list, in the background of the window: begun when there may be something to fetch, told to
whoever is in sight.

Invariant: at most one works at a time, on a lane of its own, and gives the line up whenever a sync wants it.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hubdesk.gui.tasks import Tasks

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.sync.queue import QueueProgress, QueueReport


class DownloadsRun(QObject):
    """`progressed(QueueProgress)`; `ended(QueueReport)`, with `came` when files arrived."""

    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._stop: threading.Event | None = None
        self._is_wanted = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether the list is worked off now."""
        return self._stop is not None

    def begin(self) -> None:
        """Look at the list and fetch what waits; while it is worked off, look again at the end."""
        if self._stop is not None:
            self._is_wanted = True
            return
        self._is_wanted = False
        stop = self._stop = threading.Event()
        relay = self._tasks.relay(self._on_progress)
        self._tasks.run(
            lambda: self._desk.downloads.run(relay, stop), self._on_done, self._on_failed, lane="files"
        )

    def stop(self) -> None:
        """End after the piece that is on its way; what came stays, and so does the list."""
        self._is_wanted = False
        if self._stop is not None:
            self._stop.set()

    def _on_progress(self, progress: QueueProgress) -> None:
        if self._stop is not None and not self._stop.is_set():
            self.progressed.emit(progress)

    def _on_done(self, report: QueueReport) -> None:
        self._stop = None
        self.ended.emit(report)
        if self._is_wanted:
            self.begin()

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self._is_wanted = False
        self._tasks.broke.emit(error)
