"""Patches: small where files are alike, right whatever they are, and refused when they are not what they say."""

from __future__ import annotations

import io
import random
import struct

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.errors import Untrusted
from hubdesk.state import patch
from hubdesk.state.patch import MAGIC, PART, apply_patch, make_patch


def applied(old: bytes, packed: bytes, size: int) -> bytes:
    return b"".join(apply_patch(io.BytesIO(old), io.BytesIO(packed), size))


def made(old: bytes, new: bytes) -> bytes:
    return b"".join(make_patch(old, new))


def page(seed: int, size: int = 4096) -> bytes:
    return random.Random(seed).randbytes(size)


def test_a_few_changed_pages_cost_little_more_than_themselves() -> None:
    old = b"".join(page(number) for number in range(500))
    new = bytearray(old)
    for number in (3, 77, 250, 251, 499):
        new[number * 4096 : number * 4096 + 100] = page(-number, 100)
    packed = made(old, bytes(new))
    assert applied(old, packed, len(new)) == new
    assert len(packed) < 5 * 100 + 400


def test_what_is_put_in_or_taken_out_moves_the_rest_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patch, "PART", 256 * 1024)
    monkeypatch.setattr(patch, "MARGIN", 16 * 1024)
    old = page(1, 2_000_000)
    new = page(2, 500_000) + old[:900_000] + old[1_200_000:]
    packed = made(old, new)
    assert applied(old, packed, len(new)) == new
    assert (
        len(packed) < 500_000 + 2 * 256 * 1024 + 1_000
    )  # at most the parts in which something ends are whole


@given(old=st.binary(max_size=3_000), new=st.binary(max_size=3_000), kept=st.integers(0, 3_000))
def test_any_two_files_have_a_patch(old: bytes, new: bytes, kept: int) -> None:
    new = old[kept:] + new + old[:kept]
    assert applied(old, made(old, new), len(new)) == new


@given(
    at=st.integers(0, 10_000),
    value=st.integers(1, 255),
    cut=st.integers(0, 10_000),
    size=st.integers(0, 20_000),
)
def test_a_changed_patch_is_refused_or_makes_something_else_within_its_bounds(
    at: int, value: int, cut: int, size: int
) -> None:
    old, new = page(1, 9_000), page(1, 4_000) + page(2, 900) + page(1, 9_000)[4_000:]
    packed = bytearray(made(old, new))
    packed[at % len(packed)] ^= value
    if cut < 5_000:
        del packed[cut % len(packed) :]
    try:
        outcome: int | str = len(applied(old, bytes(packed), size))
    except Untrusted as error:
        outcome = error.code
    assert outcome in (size, "patch-broken", "frame-size", "frame-broken")


def part(begin: int, region: int, length: int, packed: bytes) -> bytes:
    return MAGIC + struct.pack(">QIII", begin, region, length, len(packed)) + packed


def test_a_bomb_does_not_go_off() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(PART + 1))
    unsized = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(200_000_000))
    wide = zstandard.ZstdCompressionParameters.from_level(3, window_log=31)
    window = zstandard.ZstdCompressor(compression_params=wide).compressobj(size=PART)
    wide_frame = window.compress(bytes(PART // 2)) + window.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    for length, packed in ((100, bomb), (100, unsized), (PART, wide_frame)):
        with pytest.raises(Untrusted):
            applied(b"", part(0, 0, length, packed), PART)


def test_lengths_beyond_what_a_part_may_have_are_refused_before_anything_is_read() -> None:
    for begin, region, length in (
        (0, 2**32 - 1, 10),
        (0, 0, PART + 1),
        (0, 0, 0),
        (2**63, 10, 10),
        (0, 101, 10),
    ):
        with pytest.raises(Untrusted, match="patch-broken"):
            applied(bytes(100), part(begin, region, length, b""), 2**40)
    with pytest.raises(Untrusted, match="patch-broken"):
        applied(b"", b"anything else, long enough", 10)
    with pytest.raises(Untrusted, match="patch-broken"):
        applied(b"", made(b"", b"ten bytes!") + b"x", 10)
