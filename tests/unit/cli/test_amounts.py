"""Bytes and seconds as people write and read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.cli.amounts import duration, read_limit, read_size, size
from hubdesk.errors import BadInput


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4k", 4_000),
        ("200M", 200_000_000),
        ("1.5G", 1_500_000_000),
        ("1.5 GB", 1_500_000_000),
        ("200m", 200_000_000),
        ("512", 512),
        ("64 kB", 64_000),
        ("0.3k", 300),
    ],
)
def test_a_size_is_read(text: str, amount: int) -> None:
    assert read_size(text) == amount
    assert read_limit(text) == amount


@pytest.mark.parametrize("text", ["", "k", "-4k", "4 t", "4kk", "1,5G", "nan", "1e6", "four", "4k/s", "NONE"])
def test_what_is_no_size_is_said(text: str) -> None:
    with pytest.raises(BadInput, match="not-a-size"):
        read_size(text)


def test_none_is_no_limit() -> None:
    assert read_limit("none") is None


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0 B"), (999, "999 B"), (4_000, "4 kB"), (1_500_000_000, "1.5 GB"), (200_000_000, "200 MB")],
)
def test_a_size_is_written(amount: int, text: str) -> None:
    assert size(amount) == text


@given(st.integers(0, 10**15))
def test_what_is_written_can_be_read(amount: int) -> None:
    assert abs(read_size(size(amount)) - amount) <= max(amount * 0.05, 0)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, ""),
        (0.4, "0 s"),
        (99, "99 s"),
        (720, "12 min"),
        (7_800, "2 h 10 min"),
        (3_599.9, "1 h 0 min"),
        (400_000, "4 days"),
    ],
)
def test_a_duration_is_written(seconds: float | None, text: str) -> None:
    assert duration(seconds) == text
