"""Where each country's tile stands: neighbours near each other, every tile as large as the next.

Invariant: a country has one place, the same on every map; empty rows and columns between the chosen ones shrink to one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hubdesk.locations import resource

Place = tuple[int, int]
"""Column and row, from 0."""


@cache
def _world() -> dict[str, Place]:
    rows = resource("tile_map.txt").read_text(encoding="ascii").splitlines()
    return {
        code: (column, row)
        for row, line in enumerate(rows)
        for column, code in enumerate(line.split())
        if code != ".."
    }


def places(countries: Iterable[str]) -> dict[str, Place]:
    """Return the places of some countries (ISO 3166-1 alpha-2), moved together to begin at (0, 0).

    A country the map does not know stands in a row below the others.
    """
    chosen = sorted(set(countries))
    known = {code: _world()[code] for code in chosen if code in _world()}
    columns = _closed({place[0] for place in known.values()})
    rows = _closed({place[1] for place in known.values()})
    found = {code: (columns[column], rows[row]) for code, (column, row) in known.items()}
    below = max((row for _, row in found.values()), default=-1) + 1
    strangers = [code for code in chosen if code not in known]
    return found | {code: (column, below) for column, code in enumerate(strangers)}


def _closed(used: set[int]) -> dict[int, int]:
    """Return new numbers for the used ones, with at most one empty between two."""
    numbers: dict[int, int] = {}
    last = None
    at = 0
    for number in sorted(used):
        at += 0 if last is None else min(2, number - last)
        numbers[number] = at
        last = number
    return numbers
