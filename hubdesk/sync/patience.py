"""Going on after cuts: how long to wait before the next try, and when to give up.

Invariant: what moves is never given up; what no later try can mend is given up at once; a person who stops waits for
nothing.
"""

from __future__ import annotations

import random as chance
import threading
from collections.abc import Callable
from typing import TypeVar

from hubdesk.errors import HubDeskError, ServerAnswer, Unreachable

TRIES = 5
FIRST_SECONDS = 1.0
LONGEST_SECONDS = 60.0
LONGEST_ASKED = 300.0
"""Seconds that a server may ask for and that are waited here; who asks for more is asked again at a later sync."""
_CUTS = frozenset({"cut", "stalled", "no-answer"})
_PASSING = frozenset({408, 429, 502, 503, 504})
T = TypeVar("T")


class Patience:
    """One line's patience, shared by all that is done over it; progress renews it.

    `tries` in a row without progress may fail. Before try n it waits `first` (FIRST_SECONDS) * 2^(n-2) seconds, at
    most `longest`; up to half of that is left to chance, so that many desks cut at once do not come back at once. A
    Retry-After in seconds (RFC 9110, 10.2.3; `data["retry_after"]`) is waited in full instead, up to LONGEST_ASKED.
    `wait(seconds)` is true when the person stopped meanwhile; `told` hears the seconds before each wait.
    """

    def __init__(
        self,
        stop: threading.Event,
        *,
        tries: int = TRIES,
        first: float | None = None,
        longest: float = LONGEST_SECONDS,
        random: Callable[[], float] = chance.random,
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        self.told: Callable[[float], None] | None = None
        self._stop = stop
        self._tries = tries
        self._first = FIRST_SECONDS if first is None else first
        self._longest = longest
        self._random = random
        self._wait = wait or stop.wait
        self._failures = 0
        self._ever_moved = False

    def moved(self) -> None:
        """Something arrived, or was taken by the other side: the count of tries begins anew."""
        self._failures = 0
        self._ever_moved = True

    def failed(self, error: HubDeskError) -> None:
        """Wait before the next try.

        Raises `error` when waiting does not mend it or all tries are used up, Unreachable("stopped") when the person
        stopped. Where nothing ever answered there is no link to wait for: that is said at once.
        """
        if self._stop.is_set():
            raise Unreachable("stopped") from error
        self._failures += 1
        asked = asked_seconds(error)
        offline = error.code == "no-answer" and not self._ever_moved
        if not may_pass(error) or offline or self._failures >= self._tries or (asked or 0) > LONGEST_ASKED:
            self._failures = 0  # this was the end of one piece of work; the next begins with all its tries
            raise error
        seconds = self._pause() if asked is None else asked
        if self.told is not None:
            self.told(seconds)
        if self._wait(seconds):
            raise Unreachable("stopped") from error

    def through_cuts(self, ask: Callable[[], T]) -> T:
        """Return what `ask` brings, trying again as `failed` allows; for what may be asked twice."""
        while True:
            try:
                found = ask()
            except HubDeskError as error:
                self.failed(error)
            else:
                self.moved()
                return found

    def _pause(self) -> float:
        """Return the seconds to wait after as many failures as there were."""
        whole = min(self._first * 2.0 ** (self._failures - 1), self._longest)
        return whole * (1 + self._random()) / 2


def may_pass(error: HubDeskError) -> bool:
    """Tell whether a later try may succeed where this one failed: a cut line, or a server that is busy for now."""
    if isinstance(error, Unreachable):
        return error.code in _CUTS
    return isinstance(error, ServerAnswer) and (
        asked_seconds(error) is not None or error.data.get("status") in _PASSING
    )


def asked_seconds(error: HubDeskError) -> float | None:
    """Return the seconds that a server asks to wait, None where it does not say; dates (a clock) count as unsaid."""
    asked = str(error.data.get("retry_after", "")).strip()
    return float(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 9 else None
