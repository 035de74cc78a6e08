"""Work off the window's thread: one lane for the catalogue, one for the network, one for files that come in the background.

Invariant: this is the only module with threads; within a lane work runs one after the other, and every result comes
back on the window's thread through one queued signal, or not at all once its receiver or the window is gone.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Final, Generic, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger(__name__)

Lane = Literal["catalogue", "network", "files"]
LANES: Final[tuple[Lane, ...]] = ("catalogue", "network", "files")
T = TypeVar("T")


class Task:
    """One piece of work that was asked for."""

    def __init__(self) -> None:
        self.is_dropped = False

    def drop(self) -> None:
        """Ask for the result no more: work that has not begun never runs, the rest ends unheard."""
        self.is_dropped = True


class Tasks(QObject):
    """Runs work elsewhere and brings results home. `broke` carries failures nobody asked to hear."""

    broke = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._queues: dict[Lane, SimpleQueue[Callable[[], object] | None]] = {}
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        *,
        lane: Lane = "catalogue",
    ) -> Task:
        """Run `work` in a lane, then `done(result)` or `failed(error)` on the window's thread."""
        task = Task()

        def carry_out() -> None:
            if task.is_dropped or self._is_closed:
                return
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - the lane must live on: whoever asked decides what the error means
                self._send(task, failed or self._on_unheard, error)
            else:
                if done is not None:
                    self._send(task, done, result)

        if not self._is_closed:
            self._lane(lane).put(carry_out)
        return task

    def relay(self, heard: Callable[[T], object]) -> Relay[T]:
        """Return a function for workers to report with: `heard` gets the newest report on the window's thread."""
        return Relay(self._post, heard)

    def close(self, last: Callable[[], object] | None = None, patience: float = 2.0) -> None:
        """Take no more work and deliver nothing more; wait at most `patience` seconds for what is running.

        `last` still runs, on the catalogue's lane, where what it closes was opened.
        """
        self._is_closed = True
        if last is not None:
            self._lane("catalogue").put(last)
        for queue in self._queues.values():
            queue.put(None)
        for thread in self._threads:
            thread.join(patience / max(1, len(self._threads)))

    def _lane(self, lane: Lane) -> SimpleQueue[Callable[[], object] | None]:
        if lane not in self._queues:
            queue: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
            # A daemon, so that a silent server cannot keep a closed window's process alive.
            thread = threading.Thread(
                target=_work_through, args=(queue,), name=f"hubdesk-{lane}", daemon=True
            )
            self._queues[lane] = queue
            self._threads.append(thread)
            thread.start()
        return self._queues[lane]

    def _send(self, task: Task, receiver: Callable[[Any], object], value: object) -> None:
        def deliver() -> None:
            if not task.is_dropped:
                receiver(value)

        self._post(receiver, deliver)

    def _post(self, receiver: Callable[[Any], object], deliver: Callable[[], None]) -> None:
        if not self._is_closed and shiboken6.isValid(self):
            self._arrived.emit((receiver, deliver))

    def _on_arrived(self, parcel: tuple[Callable[[Any], object], Callable[[], None]]) -> None:
        receiver, deliver = parcel
        owner = getattr(receiver, "__self__", None)
        if self._is_closed or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            return
        deliver()

    def _on_unheard(self, error: Exception) -> None:
        _log.debug("work failed and nobody listened", exc_info=error)
        self.broke.emit(error)


class Relay(Generic[T]):
    """Carries reports from a worker to the window. Reports that come faster than they are heard replace each other."""

    def __init__(
        self, post: Callable[[Callable[[T], object], Callable[[], None]], None], heard: Callable[[T], object]
    ):
        self._post = post
        self._heard = heard
        self._lock = threading.Lock()
        self._newest: list[T] = []

    def __call__(self, report: T) -> None:
        """Report, from any thread."""
        with self._lock:
            is_on_its_way = bool(self._newest)
            self._newest[:] = [report]
        if not is_on_its_way:
            self._post(self._heard, self._deliver)

    def _deliver(self) -> None:
        with self._lock:
            report = self._newest.pop()
        self._heard(report)


def _work_through(queue: SimpleQueue[Callable[[], object] | None]) -> None:
    while (work := queue.get()) is not None:
        work()
