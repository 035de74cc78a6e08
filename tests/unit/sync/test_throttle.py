"""A rate is kept over any time, by however many lines, and in small pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.sync.throttle import Throttle


class Clock:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.time = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


def send(throttle: Throttle, clock: Clock, size: int) -> list[tuple[float, int]]:
    """Send `size` bytes; return (time, bytes) of each piece."""
    pieces = []
    while size:
        piece = throttle.allowed(size, clock.wait)
        throttle.spend(piece)
        size -= piece
        pieces.append((clock.time, piece))
    return pieces


def test_4_kb_a_second_go_smoothly() -> None:
    clock = Clock()
    pieces = send(Throttle(lambda: 4_000, clock), clock, 40_000)
    assert clock.time == 10
    assert max(size for _, size in pieces) <= 500
    assert max(clock.waits) <= 0.126


def test_without_a_rate_all_goes_at_once() -> None:
    clock = Clock()
    assert send(Throttle(clock=clock), clock, 1_000_000) == [(0.0, 1_000_000)]


def test_what_was_read_beyond_what_was_allowed_is_waited_for_later() -> None:
    clock = Clock()
    throttle = Throttle(lambda: 1_000, clock)
    throttle.spend(5_000)
    throttle.allowed(100, clock.wait)
    assert clock.time > 5


def test_a_line_that_rested_has_no_great_credit() -> None:
    clock = Clock()
    throttle = Throttle(lambda: 4_000, clock)
    clock.time = 3_600
    pieces = send(throttle, clock, 4_500)
    assert sum(size for at, size in pieces if at == 3_600) <= 500


def test_a_changed_rate_counts_from_the_next_piece_on() -> None:
    clock, rate = Clock(), [4_000]
    throttle = Throttle(lambda: rate[0], clock)
    send(throttle, clock, 4_000)
    slow = clock.time
    rate[0] = 400_000
    send(throttle, clock, 400_000)
    assert clock.time - slow < 1.1


@given(
    rate=st.integers(100, 10_000_000),
    sizes=st.lists(st.integers(1, 200_000), min_size=1, max_size=20),
    rests=st.lists(st.floats(0, 10), min_size=20, max_size=20),
)
def test_over_any_time_no_more_goes_than_the_rate_and_one_burst(
    rate: int, sizes: list[int], rests: list[float]
) -> None:
    clock = Clock()
    throttle = Throttle(lambda: rate, clock)
    sent: list[tuple[float, int]] = []
    for size, rest in zip(sizes, rests, strict=False):
        while size > 0 and len(sent) < 500:
            piece = throttle.allowed(size, clock.wait)
            throttle.spend(piece)
            size -= piece
            sent.append((clock.time, piece))
        clock.time += rest
    burst = max(rate / 8, 256)
    for begin in range(0, len(sent), 7):
        total = 0
        for at, piece in sent[begin:]:
            total += piece
            assert total <= rate * (at - sent[begin][0]) + burst + 2
