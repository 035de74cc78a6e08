"""Three-way merging of sequences: sentences of a paragraph, blocks of a text, rows of a table.

Invariant: symmetric in its two sides; what one side alone added or changed is in the result, and where both changed
the same place, or two places without anything between them that stayed, nothing is decided (`Overlap`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
Pairs = list[tuple[int, int]]
_MOST = 200_000
"""Comparisons above which two sequences that have no beginning and no end in common count as wholly different."""


class Overlap(Exception):
    """Both sides changed the same place differently."""


class _Change(Struct, Generic[T], frozen=True):
    """Items `start` to `end` of the base became `items`."""

    start: int
    end: int
    items: list[T]


def align(one: Sequence[Hashable], other: Sequence[Hashable]) -> Pairs:
    """Return pairs of places with equal items, rising in both sequences."""
    shortest = min(len(one), len(other))
    head = next((n for n in range(shortest) if one[n] != other[n]), shortest)
    shortest -= head
    tail = next((n for n in range(shortest) if one[-1 - n] != other[-1 - n]), shortest)
    pairs = [(n, n) for n in range(head)]
    middle, opposite = one[head : len(one) - tail], other[head : len(other) - tail]
    if len(middle) * len(opposite) <= _MOST:
        for block in SequenceMatcher(None, middle, opposite, autojunk=False).get_matching_blocks():
            pairs += [(head + block.a + n, head + block.b + n) for n in range(block.size)]
    return pairs + [(len(one) - n, len(other) - n) for n in range(tail, 0, -1)]


def merge(
    base: Sequence[T],
    mine: Sequence[T],
    theirs: Sequence[T],
    pair: Callable[[Sequence[T], Sequence[T]], Pairs],
    same: Callable[[T, T], bool],
    join: Callable[[T, T, T], T],
) -> list[T]:
    """Return both sides' changes of `base`.

    `pair` says which item of a side is which of the base, changed or not; `same` compares two items, and `join` makes
    one of an item that all three have. Raises Overlap.
    """
    sides = (mine, theirs)
    pairs = [dict(pair(base, side)) for side in sides]
    changes = [list(_changes(len(base), side, found)) for side, found in zip(sides, pairs, strict=True)]
    result: list[T] = []
    at = 0
    for change in _together(changes[0], changes[1], same):
        result += _kept(base, sides, pairs, range(at, change.start), join)
        for place in range(change.start, change.end):
            for side, found in zip(sides, pairs, strict=True):
                if place in found and not same(base[place], side[found[place]]):
                    raise Overlap  # one removed it, the other changed it
        result += change.items
        at = change.end
    return result + _kept(base, sides, pairs, range(at, len(base)), join)


def adds_up(base: Counter[T], mine: Counter[T], theirs: Counter[T], merged: Counter[T]) -> bool:
    """Tell whether everything stands in what was merged as often as it should: what both sides moved to different
    places would stand there twice, and what one moved and the other removed would be back."""
    for item in base.keys() | mine.keys() | theirs.keys():
        before, one, other = base[item], mine[item], theirs[item]
        if before in (one, other) or one == other:
            expected = other if one == before else one
            if merged[item] != expected:
                return False
    return True


def _kept(
    base: Sequence[T],
    sides: tuple[Sequence[T], Sequence[T]],
    pairs: list[dict[int, int]],
    places: range,
    join: Callable[[T, T, T], T],
) -> list[T]:
    return [
        join(base[n], *(side[found[n]] for side, found in zip(sides, pairs, strict=True))) for n in places
    ]


def _changes(length: int, side: Sequence[T], pairs: dict[int, int]) -> Iterator[_Change[T]]:
    """Yield where items were added or removed: the runs between the pairs."""
    last, last_other = -1, -1
    for place, other in [*sorted(pairs.items()), (length, len(side))]:
        if place - last > 1 or other - last_other > 1:
            yield _Change(last + 1, place, list(side[last_other + 1 : other]))
        last, last_other = place, other


def _together(
    mine: list[_Change[T]], theirs: list[_Change[T]], same: Callable[[T, T], bool]
) -> Iterator[_Change[T]]:
    """Yield the changes of both sides in order; raises Overlap where two touch and are not the same."""
    left, right = list(reversed(mine)), list(reversed(theirs))
    while left and right:
        one, other = left[-1], right[-1]
        if one.end < other.start:
            yield left.pop()
        elif other.end < one.start:
            yield right.pop()
        elif _is_same(one, other, same):
            yield left.pop()
            right.pop()
        else:
            raise Overlap
    yield from reversed(left or right)


def _is_same(one: _Change[T], other: _Change[T], same: Callable[[T, T], bool]) -> bool:
    where = (one.start, one.end) == (other.start, other.end)
    return where and one.items == other.items and all(map(same, one.items, other.items))
