"""May the line be used now, and what did it cost: the limits of a person, kept by everything that goes over a line.

Invariant: no byte goes over a line uncounted; nothing goes once the cap of the month is reached, and files leave the
last twentieth of it to the records. A kill loses the count of FLUSH bytes at most.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime

from msgspec import Struct

from hubdesk.catalogue.limits import Limits, is_within, read_limits, write_limits
from hubdesk.catalogue.traffic import Day, Traffic
from hubdesk.errors import Unreachable
from hubdesk.settings import Settings

FLUSH = 256_000
RESERVE = 20


class Use(Struct, frozen=True):
    """What the line is used for: records or files, and whether a person asked for it or it comes by itself."""

    files: bool = False
    asked: bool = True


RECORDS = Use()


class Budget:
    """The limits of one desk and the bytes it used; the Purse of its lines. From any thread.

    `now` gives the local time of this computer's clock, `is_metered` what the platform says of the connection.
    """

    def __init__(
        self,
        settings: Settings,
        traffic: Traffic,
        now: Callable[[], datetime],
        is_metered: Callable[[], bool | None],
    ) -> None:
        self._settings = settings
        self._traffic = traffic
        self._clock = now
        self._is_metered = is_metered
        self._lock = threading.Lock()
        self._use = RECORDS
        self._day: date | None = None
        self._up = 0
        self._down = 0
        self._written = 0
        self.moved = 0
        """Bytes that went since this desk was opened, both directions."""

    # What a person sees and sets

    def now(self) -> Limits:
        """Return the limits."""
        return read_limits(self._settings)

    def set(self, **changes: object) -> Limits:
        """Change limits by their names; return all. Raises BadInput("not-a-limit" | "limit-too-small" | "not-hours")."""
        return write_limits(self._settings, changes)

    def rate(self) -> int | None:
        """Return the bytes a second that all lines together may use, None without a limit."""
        return self.now().rate

    def traffic(self, days: int = 31) -> list[Day]:
        """Return the days of the last `days` on which a line was used, in order."""
        self.flush()
        return self._traffic.days(days)

    def month(self) -> int:
        """Return the bytes used in this calendar month, both directions."""
        with self._lock:
            return self._month()

    def is_metered(self) -> bool | None:
        """Return what the platform says of the connection, None where it does not say."""
        return self._is_metered()

    def closed(self) -> str | None:
        """Return why nothing may come by itself now, as the code of an error; None when it may."""
        try:
            self.check(Use(asked=False))
        except Unreachable as error:
            return error.code
        return None

    # What a line asks and tells

    @contextmanager
    def use(self, use: Use) -> Iterator[None]:
        """Within the block, which holds the line, it is used for this; what it cost is on disk afterwards."""
        before, self._use = self._use, use
        try:
            yield
        finally:
            self._use = before
            self.flush()

    def for_records(self) -> AbstractContextManager[None]:
        """Within the block the line is used for records that a person asked for."""
        return self.use(RECORDS)

    def may_go(self) -> None:
        """Raise Unreachable when the line may not be used now for what it is used for; before each request."""
        self.flush()
        self.check(self._use)

    def spend(self, up: int, down: int) -> None:
        """Count bytes, piece by piece; raises Unreachable("cap-reached" | "cap-reserved") with the piece that reaches
        the cap, StorageFailure."""
        with self._lock:
            today = self._clock().date()
            if today != self._day or self._up + self._down + up + down >= FLUSH:
                self._flush()
                self._day = today
                self._written = self._traffic.month()
            self._up += up
            self._down += down
            self.moved += up + down
            used = self._written + self._up + self._down
        self._check_cap(used, self._use)

    def flush(self) -> None:
        """Bring the count to disk."""
        with self._lock:
            self._flush()

    def check(self, use: Use) -> None:
        """Raise Unreachable("cap-reached" | "cap-reserved" | "outside-hours" | "metered") when the line may not be used
        for this now."""
        self._check_cap(self.month(), use)
        limits = self.now()
        if use.asked:
            return
        if limits.hours is not None and not is_within(limits.hours, self._clock().time()):
            raise Unreachable("outside-hours", first=limits.hours[0], last=limits.hours[1])
        if limits.metered == "ask" and self._is_metered():
            raise Unreachable("metered")

    def _check_cap(self, used: int, use: Use) -> None:
        cap = self.now().cap
        if cap is None:
            return
        if used >= cap:
            raise Unreachable("cap-reached", used=used, cap=cap, renews=_next_month(self._clock().date()))
        if use.files and used >= cap - cap // RESERVE:
            renews = _next_month(self._clock().date())
            raise Unreachable("cap-reserved", used=used, cap=cap, renews=renews)

    def _month(self) -> int:
        return self._traffic.month() + self._up + self._down

    def _flush(self) -> None:
        if self._up or self._down:
            self._traffic.add(self._up, self._down, self._day)
            self._written += self._up + self._down
            self._up = self._down = 0


def _next_month(day: date) -> str:
    """Return the first day of the month after that of `day`, as YYYY-MM-DD."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1).isoformat()
