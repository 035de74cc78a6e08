"""How much one exchange may carry follows the measured speed of the line."""

from __future__ import annotations

import pytest

from hubdesk.sync.exchange import _room
from hubdesk.sync.wire import BODY_LIMIT


@pytest.mark.parametrize(
    ("speed", "room"),
    [(0, BODY_LIMIT), (100, 64_000), (8_000, 240_000), (100_000, 3_000_000), (10_000_000, BODY_LIMIT)],
)
def test_a_slow_line_gets_small_exchanges_and_a_good_one_few(speed: int, room: int) -> None:
    assert _room(speed, BODY_LIMIT) == room
