"""A limit in bytes a second for all lines of a desk and both directions together.

Invariant: over any time no more goes than the rate allows and an eighth of a second's worth; what waits can be
stopped.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_BURST_SECONDS = 0.125
_LEAST_BURST = 256
_LEAST_WAIT = 0.001


class Throttle:
    """A token bucket. `rate()` gives bytes a second, None for no limit, and is asked anew at every piece."""

    def __init__(
        self, rate: Callable[[], int | None] = lambda: None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.rate = rate
        self._clock = clock
        self._lock = threading.Lock()
        self._left = 0.0
        self._at = clock()

    def allowed(self, wanted: int, pause: Callable[[float], None]) -> int:
        """Return how many of `wanted` bytes may go now, at least one; `pause(seconds)` waits, or raises to stop."""
        while rate := self.rate():
            burst = max(rate * _BURST_SECONDS, _LEAST_BURST)
            enough = min(wanted, burst)
            left = self._refilled(rate, burst)
            if left >= enough:
                return max(1, min(wanted, int(left)))
            pause(max((enough - left) / rate, _LEAST_WAIT))
        return wanted

    def spend(self, amount: int) -> None:
        """Take the bytes that went; it may go below zero, and the next piece waits the longer."""
        with self._lock:
            self._left -= amount

    def _refilled(self, rate: int, burst: float) -> float:
        with self._lock:
            now = self._clock()
            self._left = min(burst, self._left + (now - self._at) * rate)
            self._at = now
            return self._left
