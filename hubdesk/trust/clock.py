"""What time it is, as far as a desk can know it whose own clock may be wrong.

Invariant: trusted time only comes from what the server signed and from the day this program was made; the times in heads
and the local clock never move it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

BUILT = datetime(2026, 11, 22, tzinfo=UTC)
"""When this program was made; set anew with every release. It cannot be earlier than that."""
SLACK = timedelta(hours=24)
"""How far the local clock may stand behind trusted time and still be used for an age."""


def trusted_time(build_date: datetime, timestamp_time: datetime | None) -> datetime:
    """Return the moment that is certainly past: the later of the two; `timestamp_time`: when the server signed the
    newest timestamp, None where there is none."""
    return build_date if timestamp_time is None else max(build_date, timestamp_time)


def age(at: datetime, now: datetime, trusted: datetime) -> timedelta | None:
    """Return how old something of the moment `at` is, never below zero; None ("age unknown") when the local clock `now`
    is behind trusted time."""
    if now < trusted - SLACK:
        return None
    return max(timedelta(), now - at)


def present(now: datetime, trusted: datetime) -> datetime:
    """Return the time by which expiry is judged: the local clock's, but never earlier than trusted time."""
    return max(now, trusted)
