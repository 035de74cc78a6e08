"""How long a line may be silent: by what is on its way and how fast it was."""

from __future__ import annotations

from hubdesk.sync.pace import SILENCE_SECONDS, Pace


def test_little_on_its_way_gets_the_ordinary_time() -> None:
    assert SILENCE_SECONDS <= Pace().silence(400) < SILENCE_SECONDS + 1


def test_a_large_body_may_drain_at_the_speed_that_was_measured() -> None:
    slow = Pace(up=8_000)
    assert slow.silence(1_000_000) > 1_000_000 / 8_000 + SILENCE_SECONDS
    assert slow.silence(1_000_000) < 6 * 60


def test_before_anything_was_measured_a_slow_line_is_supposed() -> None:
    assert Pace().silence(1_000_000) > 1_000_000 / 8_000 + SILENCE_SECONDS


def test_a_line_in_doubt_is_given_up_sooner_but_not_while_a_body_drains() -> None:
    pace = Pace(up=8_000)
    assert pace.silence(400, doubted=True) < SILENCE_SECONDS / 2
    assert pace.silence(1_000_000, doubted=True) > 1_000_000 / 8_000


def test_newer_measurements_count_more_and_little_ones_not_at_all() -> None:
    pace = Pace()
    pace.note_down(160_000, 20)
    assert pace.down == 8_000
    pace.note_down(100, 0.000_1)
    assert pace.down == 8_000
    for _ in range(5):
        pace.note_down(160_000, 5)
    assert 30_000 < pace.down < 32_000
    assert pace.up == 0
