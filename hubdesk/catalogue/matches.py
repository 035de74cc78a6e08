"""Which records the text index finds, as bitmaps, and in which order they come.

Invariant: totals are exact; the order is the same each time, title above summary above text, and only inside one of
these does SQLite's bm25 decide, where so few match that it can be asked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection

from hubdesk.catalogue.terms import Terms

ANYWHERE = "title summary text"
TIERS = ("title", "title summary", ANYWHERE)
"""Columns in which all words must stand, best first."""
_RANKED = 8_000  # bm25 takes about 1 µs a row
_REMEMBERED = 64

_numbers = msgspec.json.Decoder(list[int])


class Matches:
    """Asks the text index word by word; what it answered last is remembered, since people type on, tick facets and
    leaf through."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._memory: OrderedDict[tuple[int, str], int] = OrderedDict()

    def bits(self, connection: Connection, generation: int, terms: Terms, columns: str = ANYWHERE) -> int:
        """Return the records in which every term stands in one of `columns`, as a bitmap."""
        found = -1
        for expression in terms.expressions(columns):
            found &= self._matching(connection, generation, expression)
        return found

    def _matching(self, connection: Connection, generation: int, expression: str) -> int:
        key = (generation, expression)
        with self._lock:
            if key in self._memory:
                self._memory.move_to_end(key)
                return self._memory[key]
        found = _match(connection, expression)
        with self._lock:
            self._memory[key] = found
            while len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)
        return found

    def best(
        self, connection: Connection, generation: int, terms: Terms, chosen: int
    ) -> Iterator[tuple[int, float]]:
        """Yield (record number, score) of the chosen records, best first; a score is 1 to 4, higher is better."""
        for place, columns in enumerate(TIERS):
            matching = self.bits(connection, generation, terms, columns)
            tier, chosen = matching & chosen, chosen & ~matching
            if not tier:
                continue
            floor = float(len(TIERS) - place)
            expression = terms.ranking(columns)
            if expression and matching.bit_count() <= _RANKED:
                yield from _ranked(connection, expression, tier, floor)
            else:
                yield from ((number, floor) for number in numbers_in(tier))


def _match(connection: Connection, expression: str) -> int:
    # One long text is quicker to fetch and to read than a hundred thousand rows.
    found = connection.exec_driver_sql(
        "SELECT json_group_array(rowid) FROM text_index WHERE text_index MATCH ?", (expression,)
    ).scalar_one()
    return bits_of(_numbers.decode(found))


def _ranked(connection: Connection, expression: str, tier: int, floor: float) -> Iterator[tuple[int, float]]:
    rows = connection.exec_driver_sql(
        "SELECT rowid, bm25(text_index, 10.0, 4.0, 1.0) FROM text_index WHERE text_index MATCH ?",
        (expression,),
    )
    member = members(tier)
    ranked = sorted((score, -number) for number, score in rows.cursor.fetchall() if member(number))
    # bm25 is below zero, and the lower the better.
    return ((-number, floor + score / (score - 1)) for score, number in ranked)


def bits_of(numbers: list[int]) -> int:
    """Return the bitmap with these record numbers."""
    if not numbers:
        return 0
    signs = bytearray(b"0") * (max(numbers) + 1)
    for number in numbers:
        signs[number] = 49  # "1"
    signs.reverse()
    return int(signs, 2)


def numbers_in(bits: int) -> Iterator[int]:
    """Yield the record numbers of a bitmap, the highest, which came last, first."""
    signs = f"{bits:b}"
    at = signs.find("1")
    while at >= 0:
        yield len(signs) - 1 - at
        at = signs.find("1", at + 1)


def members(bits: int) -> Any:
    """Return a function that says whether a record number is in a bitmap."""
    held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    end = len(held) * 8
    return lambda number: number < end and held[number >> 3] >> (number & 7) & 1


def page(found: Iterator[Any], offset: int, limit: int) -> list[Any]:
    """Return `limit` of what is found from `offset` on."""
    return list(islice(found, max(offset, 0), max(offset, 0) + max(limit, 0)))
