"""A file as chunks of 64 KiB, so that what arrives can be checked piece by piece and goes on where it was.

Invariant: a chunk list is only a help to find false bytes early; the SHA-256 of the whole decides what a file is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

CHUNK = 64 * 1024
HASH = 32
"""Bytes of a chunk in the list: its SHA-256."""

Run = tuple[int, int]
"""Chunks from the first number up to before the second."""


def count_of(size: int) -> int:
    """Return how many chunks a file of `size` bytes has; the last may be short."""
    return -(-size // CHUNK)


def length_of(number: int, size: int) -> int:
    """Return the bytes of chunk `number` of a file of `size` bytes."""
    return min(CHUNK, size - number * CHUNK)


def chunk_list(file: BinaryIO) -> Iterator[bytes]:
    """Yield the SHA-256 of each chunk of a file, from where it stands."""
    while chunk := file.read(CHUNK):
        yield hashlib.sha256(chunk).digest()


def runs(numbers: Iterable[int], gap: int = 0) -> list[Run]:
    """Join ascending chunk numbers into runs; over at most `gap` chunks between, that is to fetch them needlessly."""
    joined: list[Run] = []
    for number in numbers:
        if joined and number - joined[-1][1] <= gap:
            joined[-1] = joined[-1][0], number + 1
        else:
            joined.append((number, number + 1))
    return joined
