"""What turns one version of a file into the next: zstd frames (RFC 8878), each with a region of the old file as its
raw dictionary. Pure: bytes in, bytes out.

Invariant: neither making nor applying holds more than a part of the new file and the region of the old one beside it,
however large the files; a patch that is not for these files is refused or makes bytes whose hash is wrong.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO, Protocol

import zstandard

from hubdesk.errors import Untrusted
from hubdesk.state import frame

MAGIC = b"hubdesk/patch/1\n"
PART = 16 * 1024 * 1024
"""Bytes of the new file in one frame."""
MARGIN = 2 * 1024 * 1024
"""Bytes of the old file that are looked at before and behind the place where a part stood."""
REGION = PART + 2 * MARGIN

_HEAD = struct.Struct(">QIII")
_FRAME = PART + PART // 128 + 1024
"""Bytes that a frame may have: zstd never makes more of a part."""

# Measured on a database of 26 MB with 200 changed rows and a tar of 60 MB with ten new files of 100 kB. With the
# tables that a level brings by itself zstd finds little in a raw dictionary of 20 MB, and says nothing: 21 kB and
# 13.8 MB at 22 bits, 13.6 kB and 1.01 MB at 24 (best peer: 10.2 kB, 1.00 MB). Level 19 takes 25 times as long for
# another 0.1 %; chains hardly matter. Tables of 24 bits are 64 MiB, made once and copied once.
_LEVEL = 9
_HASH_LOG, _CHAIN_LOG = 24, 22
_LEAST_LOG = 12

_PROBES, _PROBE = 16, 48
_REACH = 64 * 1024 * 1024
_STEP = 4 * 1024 * 1024


class Searchable(Protocol):
    """Bytes, or a file that is mapped into memory."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: slice, /) -> bytes: ...

    def find(self, wanted: bytes, start: int, end: int, /) -> int:
        """Return where `wanted` stands first, -1 for nowhere."""


def make_patch(old: Searchable, new: Searchable) -> Iterator[bytes]:
    """Yield the patch from `old` to `new`: a mark, then for each part of the new file where its region of the old one
    begins (8 bytes, big-endian), the lengths of region, part and frame (4 each), and the frame."""
    yield MAGIC
    moved = 0
    for start in range(0, len(new), PART):
        part = new[start : start + PART]
        moved = _moved(old, part, start, moved)
        begin = min(max(start + moved - MARGIN, 0), len(old))
        region = old[begin : max(min(start + moved + len(part) + MARGIN, len(old)), begin)]
        packed = _pack(part, region)
        yield _HEAD.pack(begin, len(region), len(part), len(packed))
        yield packed


def _pack(part: bytes, region: bytes) -> bytes:
    both = (len(part) + len(region)).bit_length()
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL,
        source_size=len(part),
        dict_size=len(region),
        window_log=min(max(both, 20), 26),
        hash_log=min(max(both, _LEAST_LOG), _HASH_LOG),
        chain_log=min(max(both, _LEAST_LOG), _CHAIN_LOG),
    )
    dictionary = zstandard.ZstdCompressionDict(region, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return zstandard.ZstdCompressor(dict_data=dictionary, compression_params=parameters).compress(part)


def _moved(old: Searchable, part: bytes, start: int, before: int) -> int:
    """Return by how much the content of a part stands further on in the old file: the answer of most probes.

    `before` is how much the part before it had moved. What moved by more than 64 MiB is taken for new.
    """
    votes: dict[int, int] = {}
    for place in range(0, max(len(part) - _PROBE, 1), max(len(part) // _PROBES, 1)):
        probe = part[place : place + _PROBE]
        if len(set(probe)) < 8:
            continue  # a run of zeros stands everywhere
        guess = max(start + place + before, 0)
        found = guess if old[guess : guess + _PROBE] == probe else -1
        if found < 0:
            found = _find(old, probe, guess, MARGIN)
        if found < 0 and not votes:
            found = _find(old, probe, guess, _REACH)
        if found >= 0:
            shift = found - start - place
            votes[shift] = votes.get(shift, 0) + 1
    return max(votes, key=lambda shift: votes[shift]) if votes else before


def _find(old: Searchable, probe: bytes, guess: int, reach: int) -> int:
    """Search around `guess`, a little at a time: while a mapped file is searched no other thread runs."""
    for start in range(max(guess - reach, 0), min(guess + reach, len(old)), _STEP):
        found = old.find(probe, start, start + _STEP + _PROBE - 1)
        if found >= 0:
            return found
    return -1


def apply_patch(old: BinaryIO, patch: BinaryIO, size: int) -> Iterator[bytes]:
    """Yield the new file of `size` bytes in parts of at most 16 MiB. Its hash is the caller's to check.

    Holds a part, its region twice and its frame: 90 MB at most, measured. Raises Untrusted("patch-broken") for what is no
    patch to a file of this size, Untrusted("frame-size" | "frame-broken").
    """
    if patch.read(len(MAGIC)) != MAGIC:
        raise Untrusted("patch-broken", reason="mark")
    left, old_size = size, old.seek(0, os.SEEK_END)
    while left:
        head = patch.read(_HEAD.size)
        if len(head) != _HEAD.size:
            raise Untrusted("patch-broken", reason="cut")
        begin, region_length, part_length, frame_length = _HEAD.unpack(head)
        if region_length > REGION or begin + region_length > old_size or frame_length > _FRAME:
            raise Untrusted("patch-broken", reason="lengths")
        if not 0 < part_length <= min(PART, left):
            raise Untrusted("patch-broken", reason="lengths")
        old.seek(begin)
        region, packed = old.read(region_length), patch.read(frame_length)
        if len(packed) != frame_length:
            raise Untrusted("patch-broken", reason="cut")
        part = frame.unpack(packed, part_length, region)
        if len(part) != part_length:
            raise Untrusted("patch-broken", reason="lengths")
        left -= part_length
        yield part
    if patch.read(1):
        raise Untrusted("patch-broken", reason="more than the whole")
