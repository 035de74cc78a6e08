"""An age is said where it can be known, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from hubdesk.trust.clock import SLACK, age, present, trusted_time

BUILT = datetime(2026, 11, 22, tzinfo=UTC)
SIGNED = BUILT + timedelta(days=100)
moments = some.integers(-10_000, 10_000).map(lambda days: BUILT + timedelta(days=days))


def test_trusted_time_is_the_later_of_the_two() -> None:
    assert trusted_time(BUILT, SIGNED) == SIGNED
    assert trusted_time(BUILT, BUILT - timedelta(days=1)) == BUILT
    assert trusted_time(BUILT, None) == BUILT


def test_a_clock_behind_trusted_time_knows_no_age() -> None:
    assert age(SIGNED, SIGNED - timedelta(days=400), SIGNED) is None


def test_a_clock_a_little_behind_the_server_says_no_age_below_zero() -> None:
    assert age(SIGNED, SIGNED - timedelta(seconds=30), SIGNED) == timedelta()


def test_an_age_is_that_of_the_local_clock() -> None:
    assert age(SIGNED, SIGNED + timedelta(days=3), SIGNED) == timedelta(days=3)


@given(moments, moments, moments)
def test_no_clock_makes_an_age_that_is_negative(at: datetime, now: datetime, trusted: datetime) -> None:
    found = age(at, now, trusted)
    assert (found is None) is (now < trusted - SLACK)
    assert found is None or found >= timedelta()
    assert present(now, trusted) >= trusted
