"""Who may use the line: one at a time, and files that can wait only while nobody else asks.

Invariant: whoever asks with `with turns:` waits for one other of its kind at most, never for the end of a file.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from hubdesk.errors import Unreachable

_LOOK_EVERY = 0.2


class Pause(threading.Event):
    """Set when the line is wanted by somebody else, or when the person stops, which `stop` tells."""

    def __init__(self, stop: threading.Event) -> None:
        super().__init__()
        self._stop = stop

    def is_set(self) -> bool:
        """Tell whether to let go of the line."""
        return super().is_set() or self._stop.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until one of both is set, `timeout` seconds at most; tell whether it is."""
        left = timeout
        while not self.is_set() and (left is None or left > 0):
            step = _LOOK_EVERY if left is None else min(_LOOK_EVERY, left)
            super().wait(step)
            left = None if left is None else left - step
        return self.is_set()


class Turns:
    """A lock with two kinds of users: those who have their turn, and those who use what is left between."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_busy = False
        self._waiting = 0
        self._pause: Pause | None = None

    def __enter__(self) -> None:
        with self._changed:
            self._waiting += 1
            if self._pause is not None:
                self._pause.set()
            try:
                self._changed.wait_for(lambda: not self._is_busy)
            finally:
                self._waiting -= 1
            self._is_busy = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    @contextmanager
    def between(self, pause: Pause) -> Iterator[None]:
        """Use the line when nobody else wants it, and until `pause` is set.

        Raises Unreachable("stopped") when it is set before.
        """
        with self._changed:
            while self._is_busy or self._waiting:
                if pause.is_set():
                    raise Unreachable("stopped")
                self._changed.wait(_LOOK_EVERY)
            self._is_busy = True
            self._pause = pause
        try:
            yield
        finally:
            self._leave()

    def _leave(self) -> None:
        with self._changed:
            self._is_busy = False
            self._pause = None
            self._changed.notify_all()
