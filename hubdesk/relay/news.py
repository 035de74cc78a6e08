"""What the hub has new, asked for once for everybody in the house.

Invariant: one exchange with the hub runs at a time; who asks meanwhile is told how far it is. Where the hub cannot be
reached, what is here is enough for a while.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

from msgspec import Struct

from hubdesk.errors import HubDeskError

FRESH_SECONDS = 60.0
"""How long what was asked of the hub counts as news."""
OFFLINE_SECONDS = 30.0
"""How long after a failure nobody tries again."""
QUIET_SECONDS = 20.0
"""After so long without a byte of an exchange those who ask get what is here."""


class Far(Struct, frozen=True):
    """How far something is that is being fetched: bytes `done` of `total` (0: unknown)."""

    done: int
    total: int


class News:
    """The exchanges of one relay. `ask(stop)` makes one and raises HubDeskError; `moved` counts the bytes that went over
    the line; `ended` hears the code of what ended it, None for nothing. `clock` counts seconds."""

    def __init__(
        self,
        ask: Callable[[threading.Event], object],
        moved: Callable[[], int],
        ended: Callable[[str | None], None] = lambda _code: None,
        clock: Callable[[], float] = time.monotonic,
        fresh: float = FRESH_SECONDS,
    ) -> None:
        self._ask = ask
        self._moved = moved
        self._ended = ended
        self._clock = clock
        self._fresh = fresh
        self._changed = threading.Condition()
        self._stop = threading.Event()
        self._running: threading.Thread | None = None
        self._began = 0
        self._done = 0
        self._moved_at = 0.0
        self._again_at = 0.0
        self._heard_at: float | None = None
        self._asked_for: set[str] = set()

    def age(self) -> float | None:
        """Return the seconds since the hub was last heard, None where it was not since this started."""
        return None if self._heard_at is None else self._clock() - self._heard_at

    def wanted(self, names: Iterable[str] = (), wait: float = 0.0) -> Far | None:
        """See that the hub is asked if it was not lately, or never for these collections; wait `wait` seconds at most.

        Return how far that is while it runs, None once what is here is all that can be told.
        """
        with self._changed:
            fresh_names = set(names) - self._asked_for
            is_due = self._clock() >= self._again_at or bool(fresh_names)
            if is_due and self._running is None and not self._stop.is_set():
                self._asked_for |= fresh_names
                self._begin()
            if self._running is not None and wait:
                self._changed.wait_for(lambda: self._running is None, wait)
            if self._running is None:
                return None
            done = self._moved() - self._began
            if done != self._done:
                self._done, self._moved_at = done, self._clock()
            return None if self._clock() - self._moved_at > QUIET_SECONDS else Far(done, 0)

    def forget(self) -> None:
        """Let the next who asks make the hub be asked."""
        with self._changed:
            self._again_at = 0.0

    def _begin(self) -> None:
        self._began, self._done, self._moved_at = self._moved(), 0, self._clock()
        self._running = threading.Thread(target=self._run, name="relay-news")
        self._running.start()

    def _run(self) -> None:
        code: str | None = None
        try:
            self._ask(self._stop)
        except HubDeskError as error:
            code = error.code
        finally:
            with self._changed:
                now = self._clock()
                self._again_at = now + (self._fresh if code is None else OFFLINE_SECONDS)
                if code is None:
                    self._heard_at = now
                self._running = None
                self._changed.notify_all()
            self._ended(code)

    def close(self) -> None:
        """Give up what runs and wait for its end."""
        self._stop.set()
        running = self._running
        if running is not None:
            running.join()
