"""How fast a desk's line is, and how long it may therefore be silent before it counts as dead.

Invariant: only silence is bounded, never the time that something takes in all; what is still on its way up through
the buffers in between (the kernel's, a satellite's) is given its time at the measured speed.
"""

from __future__ import annotations

SILENCE_SECONDS = 60.0
"""Allowed when nothing is on its way: a few losses in a row at 800 ms make TCP wait for half a minute."""
DOUBT_SECONDS = 15.0
"""Allowed instead for the first answer on a line that lay idle: what stood between may have forgotten it."""
_SLOWEST = 2_000.0
"""Bytes a second that are supposed before anything was measured."""
_MARGIN = 2.0
_LEAST_MEASURED = 16 * 1024
_WEIGHT = 0.4


class Pace:
    """Bytes a second in each direction, 0 while unknown; newer measurements weigh more."""

    def __init__(self, up: float = 0.0, down: float = 0.0) -> None:
        self.up = up
        self.down = down

    def silence(self, waiting: int, *, doubted: bool = False) -> float:
        """Return the seconds of silence allowed while up to `waiting` bytes may still be on their way up."""
        base = DOUBT_SECONDS if doubted else SILENCE_SECONDS
        return base + _MARGIN * waiting / (self.up or _SLOWEST)

    def note_up(self, size: int, seconds: float) -> None:
        """Note that `size` bytes were taken by the other side in so many seconds; little says nothing of a speed."""
        self.up = _newer(self.up, size, seconds)

    def note_down(self, size: int, seconds: float) -> None:
        """Note that `size` bytes came in so many seconds."""
        self.down = _newer(self.down, size, seconds)


def _newer(before: float, size: int, seconds: float) -> float:
    if size < _LEAST_MEASURED or seconds <= 0:
        return before
    speed = size / seconds
    return before + _WEIGHT * (speed - before) if before else speed
