"""What counts in a month, whatever the clock says: nothing is lost, and no false date gives much or locks for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.catalogue.database import Database, create_database
from hubdesk.catalogue.traffic import Day, Traffic

TODAY = date(2026, 11, 22)


class Clock:
    """A computer's clock that anybody may set."""

    def __init__(self, today: date = TODAY) -> None:
        self.today = today

    def __call__(self) -> date:
        return self.today


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = create_database(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def traffic(database: Database, clock: Clock) -> Traffic:
    return Traffic(database, clock)


def test_bytes_are_counted_by_day_in_both_directions(traffic: Traffic, clock: Clock) -> None:
    traffic.add(100, 2_000)
    traffic.add(1, 0)
    clock.today += timedelta(days=1)
    traffic.add(0, 7)
    assert traffic.days(31) == [Day("2026-11-22", 101, 2_000), Day("2026-11-23", 0, 7)]
    assert traffic.days(1) == [Day("2026-11-23", 0, 7)]
    assert traffic.month() == 2_108


def test_the_count_stays_when_the_desk_is_closed(database: Database, traffic: Traffic, clock: Clock) -> None:
    traffic.add(5, 5)
    assert Traffic(database, clock).month() == 10


@pytest.mark.parametrize("last", [date(2024, 2, 29), date(2026, 11, 30), date(2026, 12, 31)])
def test_a_month_begins_at_nothing(traffic: Traffic, clock: Clock, last: date) -> None:
    clock.today = last
    traffic.add(0, 1_000)
    assert traffic.month() == 1_000
    clock.today += timedelta(days=1)
    assert traffic.month() == 0


@pytest.mark.parametrize("years", range(1, 21))
def test_a_clock_that_was_ahead_and_is_set_right_gives_no_second_allowance(
    traffic: Traffic, clock: Clock, years: int
) -> None:
    clock.today = TODAY.replace(year=2026 + years)
    traffic.add(0, 150)
    clock.today = TODAY
    assert traffic.month() == 150
    traffic.add(0, 30)
    assert traffic.month() == 180


@pytest.mark.parametrize("years", range(1, 21))
def test_nor_does_it_stand_in_the_way_of_the_next_month(traffic: Traffic, clock: Clock, years: int) -> None:
    clock.today = TODAY.replace(year=2026 + years)
    traffic.add(0, 150)
    clock.today = TODAY
    traffic.add(0, 1)
    clock.today = date(2026, 12, 1)
    assert traffic.month() == 0


@pytest.mark.parametrize("years", range(1, 11))
def test_a_clock_that_falls_back_keeps_what_was_used(traffic: Traffic, clock: Clock, years: int) -> None:
    traffic.add(0, 150)
    clock.today = TODAY.replace(year=2026 - years)
    assert traffic.month() == 150
    traffic.add(0, 40)
    assert traffic.month() == 190
    clock.today = TODAY
    assert traffic.month() == 150  # what went under the false date cannot be told from that date's own


def test_a_dead_battery_does_not_count_the_same_again_at_each_start(traffic: Traffic, clock: Clock) -> None:
    traffic.add(0, 1_000)
    for _ in range(30):
        clock.today = date(2010, 1, 1)
        traffic.add(0, 1)
        clock.today = TODAY
        traffic.add(0, 10)
    assert traffic.month() == 1_300
    clock.today = date(2010, 1, 1)
    assert traffic.month() == 30 + 1_300


def test_a_step_back_within_the_month_changes_nothing(traffic: Traffic, clock: Clock) -> None:
    traffic.add(0, 10)
    clock.today = date(2026, 11, 1)
    traffic.add(0, 5)
    assert traffic.month() == 15


moves = st.lists(
    st.tuples(st.integers(-10 * 365, 20 * 365), st.integers(0, 10_000), st.integers(0, 10_000)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=20, deadline=None)
@given(moves=moves)
def test_whatever_the_clock_does(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("traffic")
    database, clock = create_database(folder / "catalogue.sqlite"), Clock()
    traffic = Traffic(database, clock)
    total, own, newest = 0, dict[str, int](), ""
    for days, up, down in moves:
        before, counted = clock.today.isoformat()[:7], traffic.month()
        clock.today = TODAY + timedelta(days=days)
        month = clock.today.isoformat()[:7]
        newest = max(newest, before) if total else ""
        if month > newest and total:
            assert traffic.month() == 0  # no lock: a month that nobody saw is free
        if month < before and total:
            assert traffic.month() >= counted  # no second allowance by going back
        traffic.add(up, down)
        total += up + down
        own[month] = own.get(month, 0) + up + down
        assert own[month] <= traffic.month() <= total
    assert sum(day.bytes_up + day.bytes_down for day in traffic.days(31 * 365)) == total
    database.close()
