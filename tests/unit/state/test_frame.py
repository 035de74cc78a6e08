"""A frame from anybody: nothing is unfolded before its size is known to be within the limit, whatever it claims."""

from __future__ import annotations

import contextlib
import resource
import sys

import pytest

from hubdesk.errors import Untrusted
from hubdesk.state import frame

_MAGIC = b"\x28\xb5\x2f\xfd"


def with_window(log: int) -> bytes:
    """A frame of 256 equal bytes whose header asks for a window of 2**log bytes (RFC 8878, 3.1.1.1)."""
    content_size = bytes((0, 0))  # 256 more than it says
    run = ((256 << 3) | (1 << 1) | 1).to_bytes(3, "little") + b"a"
    return _MAGIC + bytes((0b0100_0000, (log - 10) << 3)) + content_size + run


def test_a_frame_made_by_hand_is_read() -> None:
    assert frame.unpack(with_window(20), 1_000) == b"a" * 256


@pytest.mark.parametrize("log", [27, 31, 41])
def test_a_window_of_gigabytes_costs_nothing(log: int) -> None:
    """It is refused, or read without the window: what is announced is smaller."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.suppress(Untrusted):
        assert frame.unpack(with_window(log), 1_000) == b"a" * 256
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * (1 if sys.platform == "darwin" else 1024) < 32_000_000


def test_a_bomb_is_refused_before_it_is_unfolded() -> None:
    bomb = frame.pack(bytes(50_000_000), level=1)
    assert len(bomb) < 10_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Untrusted) as refused:
        frame.unpack(bomb, 1_000_000)
    assert refused.value.code == "frame-size"
    lying = bomb[:5] + (1000).to_bytes(4, "little") + bomb[9:]  # says that it is small
    with pytest.raises(Untrusted):
        frame.unpack(lying, 1_000_000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32_000


def test_lines_are_counted_before_they_are_cut() -> None:
    assert frame.lines(b"", 0) == []
    assert frame.lines(b"one\ntwo", 2) == [b"one", b"two"]
    many = b"\n" * 16_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Untrusted, match="frame-broken"):
        frame.lines(many, 20_000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32_000
