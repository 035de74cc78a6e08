"""A server that answers nonsense: what it says is named and thrown away, and costs no memory."""

from __future__ import annotations

import pytest

from hubdesk.errors import Untrusted
from hubdesk.state import frame
from hubdesk.state.delta import Delta, read_delta
from tests.unit.server.driver import Held


def test_a_delta_of_nothing_but_line_ends_is_refused_before_it_is_cut_up() -> None:
    import tracemalloc

    size = 20_000_000
    bomb = Delta(b"", b"", bytes(16), frame.pack(b"\n" * size, level=1))
    tracemalloc.start()
    with pytest.raises(Untrusted):
        read_delta(Held(), bomb)
    assert tracemalloc.get_traced_memory()[1] < 3 * size
    tracemalloc.stop()


def test_a_delta_that_names_a_place_again_and_again_is_refused_at_once() -> None:
    class Counting(Held):
        asked = 0

        def bucket(self, number: int) -> list[bytes]:
            self.asked += 1
            return [bytes(16)]

    holding = Counting()
    with pytest.raises(Untrusted):
        read_delta(holding, Delta(b"", bytes(20_000), b"", frame.pack(b"x")))
    assert holding.asked < 3
