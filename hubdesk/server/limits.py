"""How much one desk, or one address without a desk, may ask for in a minute.

Invariant: memory is bounded, whoever asks; a refusal says when to come back.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from hubdesk.server.refusal import Refusal

_MOST_NAMES = 10_000
_BUSY_SECONDS = 10


class Rates(msgspec.Struct, frozen=True):
    """Per minute: `requests` and `bytes` (both directions) of a desk, `failures` of an address. At one time: bytes of
    bodies `held` in memory, and `held_by_address` by one address."""

    requests: int = 6_000
    bytes: int = 4_000_000_000
    failures: int = 120
    held: int = 256_000_000
    held_by_address: int = 64_000_000


class Allowance:
    """A bucket for each name: it holds `per_minute` and fills as fast. The names used last are remembered."""

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._lock = threading.Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def _now_left(self, name: str) -> float:
        left, at = self._left.get(name, (float(self._per_minute), self._clock()))
        return min(self._per_minute, left + (self._clock() - at) * self._per_minute / 60)

    def check(self, name: str) -> None:
        """Raise Refusal("too-many-requests") when nothing is left for this name."""
        with self._lock:
            left = self._now_left(name)
        if left < 1:
            wait = math.ceil((1 - left) * 60 / self._per_minute)
            raise Refusal(429, "too-many-requests", retry_after=wait, seconds=wait)

    def spend(self, name: str, amount: int) -> None:
        """Take from what is left; it may go below zero, at most by one minute's worth."""
        with self._lock:
            left = max(self._now_left(name) - amount, -self._per_minute)
            self._left[name] = (left, self._clock())
            self._left.move_to_end(name)
            if len(self._left) > _MOST_NAMES:
                self._left.popitem(last=False)


class Holding:
    """What one request holds in memory, of what an address and all together may hold."""

    def __init__(self, held: dict[str, int], address: str, rates: Rates) -> None:
        self._held = held
        self._address = address
        self._rates = rates
        self._bytes = 0

    def add(self, amount: int) -> None:
        """Hold some bytes more; raises Refusal("busy")."""
        of_address = self._held.get(self._address, 0) + amount
        if of_address > self._rates.held_by_address or sum(self._held.values()) + amount > self._rates.held:
            raise Refusal(503, "busy", retry_after=_BUSY_SECONDS)
        self._held[self._address] = of_address
        self._bytes += amount

    def release(self) -> None:
        """Hold nothing any more."""
        left = self._held.get(self._address, 0) - self._bytes
        if left > 0:
            self._held[self._address] = left
        else:
            self._held.pop(self._address, None)


class Limits:
    """The allowances of all desks and addresses. `holding` is the event loop's alone."""

    def __init__(self, rates: Rates, clock: Callable[[], float] = time.monotonic) -> None:
        self._requests = Allowance(rates.requests, clock)
        self._bytes = Allowance(rates.bytes, clock)
        self._failures = Allowance(rates.failures, clock)
        self._rates = rates
        self._held: dict[str, int] = {}

    @contextmanager
    def holding(self, address: str) -> Iterator[Holding]:
        """Count what a request from `address` holds in memory, until it is answered."""
        holding = Holding(self._held, address, self._rates)
        try:
            yield holding
        finally:
            holding.release()

    def check_address(self, address: str) -> None:
        """Raise Refusal("too-many-requests") when too much from this address was refused."""
        self._failures.check(address)

    def note_failure(self, address: str) -> None:
        """Count a request from nobody that is known."""
        self._failures.spend(address, 1)

    def admit(self, desk: str) -> None:
        """Count a request of a desk; raises Refusal("too-many-requests")."""
        self._requests.check(desk)
        self._bytes.check(desk)
        self._requests.spend(desk, 1)

    def note_bytes(self, desk: str, amount: int) -> None:
        """Count bytes to and from a desk."""
        self._bytes.spend(desk, amount)
