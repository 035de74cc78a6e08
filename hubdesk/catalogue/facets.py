"""Facets as bitmaps: for each value of each facet the records that have it, one bit a record.

Invariant: a page is stored exactly when one of its records has the value, so a value that no record has is gone; what
is remembered between two searches is brought up to the state that is being read before it is used.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue.tables import desk, facet_page

RECORDS_PER_PAGE = 4096
_BYTES = RECORDS_PER_PAGE // 8
_GENERATION = "generation"

Value = tuple[str, str]
"""A facet and one of its values."""


def generation(connection: Connection) -> int:
    """Return how often the index was written."""
    stored = connection.scalar(select(desk.c.value).where(desk.c.name == _GENERATION))
    return int(stored or b"0")


def next_generation(connection: Connection) -> int:
    """Count one more writing of the index and return its number."""
    number = generation(connection) + 1
    statement = insert(desk).values(name=_GENERATION, value=b"%d" % number)
    connection.execute(statement.on_conflict_do_update(set_={"value": statement.excluded.value}))
    return number


def write_values(
    connection: Connection, changes: Iterable[tuple[int, set[Value], set[Value]]], generation: int
) -> None:
    """Store which values records have: (record number, values before, values now). Each page is written once."""
    pages: dict[tuple[str, str, int], tuple[list[int], list[int]]] = {}
    for number, before, now in changes:
        page, place = divmod(number, RECORDS_PER_PAGE)
        for present, values in enumerate((before - now, now - before)):
            for facet, value in values:
                pages.setdefault((facet, value, page), ([], []))[present].append(place)
    written = []
    emptied = []
    for key, (cleared, marked) in sorted(pages.items()):
        bits = bytearray(_page(connection, key))
        for place in cleared:
            bits[place >> 3] &= ~(1 << (place & 7))
        for place in marked:
            bits[place >> 3] |= 1 << (place & 7)
        if any(bits):
            written.append((*key, generation, bytes(bits)))
        else:
            emptied.append(key)
    if written:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO facet_page (facet, value, page, generation, bits) VALUES (?, ?, ?, ?, ?)",
            written,
        )
    if emptied:
        connection.exec_driver_sql(
            "DELETE FROM facet_page WHERE facet = ? AND value = ? AND page = ?", emptied
        )


def _page(connection: Connection, key: tuple[str, str, int]) -> bytes:
    found = connection.exec_driver_sql(
        "SELECT bits FROM facet_page WHERE facet = ? AND value = ? AND page = ?", key
    ).scalar()
    return bytes(_BYTES) if found is None else found


def forget_values(connection: Connection) -> None:
    """Remove every page."""
    connection.execute(delete(facet_page))


class Bitmaps(Mapping[Value, int]):
    """The bitmap of each value as a whole number: bit n is record n."""

    def __init__(self, bits: dict[Value, int], by_facet: dict[str, list[str]]) -> None:
        self._bits = bits
        self._by_facet = by_facet

    def __getitem__(self, value: Value) -> int:
        return self._bits[value]

    def __iter__(self) -> Any:
        return iter(self._bits)

    def __len__(self) -> int:
        return len(self._bits)

    def values_of(self, facet: str) -> list[str]:
        """Return the values of a facet that some record has, sorted."""
        return self._by_facet.get(facet, [])

    def any_of(self, facet: str, values: Iterable[str]) -> int:
        """Return the records that have one of these values."""
        found = 0
        for value in values:
            found |= self._bits.get((facet, value), 0)
        return found

    def all_of(self, facet: str) -> int:
        """Return the records that have any value of a facet."""
        return self.any_of(facet, self.values_of(facet))


class BitmapMemory:
    """Keeps the bitmaps between searches; only pages written since are read again. Used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._generation = 0
        self._pages: dict[Value, dict[int, bytes]] = {}
        self._bits: dict[Value, int] = {}
        self._bitmaps = Bitmaps({}, {})

    def at(self, connection: Connection) -> tuple[int, Bitmaps]:
        """Return the generation that `connection` reads, and its bitmaps."""
        wanted = generation(connection)
        with self._lock:
            if wanted < self._generation:  # a reader that began before the last writing: it reads for itself
                memory = BitmapMemory()
                memory._refresh(connection, wanted)
                return wanted, memory._bitmaps
            if wanted > self._generation:
                self._refresh(connection, wanted)
            return wanted, self._bitmaps

    def _refresh(self, connection: Connection, wanted: int) -> None:
        changed = self._take(connection)
        stored = connection.scalar(select(func.count()).select_from(facet_page))
        if sum(map(len, self._pages.values())) != stored:  # pages are gone
            self._generation, self._pages, self._bits = 0, {}, {}
            changed = self._take(connection)
        for value in changed:
            self._bits[value] = _joined(self._pages[value])
        by_facet: dict[str, list[str]] = {}
        for facet, name in sorted(self._bits):
            by_facet.setdefault(facet, []).append(name)
        self._bitmaps = Bitmaps(dict(self._bits), by_facet)
        self._generation = wanted

    def _take(self, connection: Connection) -> set[Value]:
        """Read the pages written since; return the values they belong to."""
        rows = connection.exec_driver_sql(
            "SELECT facet, value, page, bits FROM facet_page WHERE generation > ?", (self._generation,)
        )
        changed = set()
        for facet, value, page, bits in rows:
            self._pages.setdefault((facet, value), {})[page] = bits
            changed.add((facet, value))
        return changed


def _joined(pages: Mapping[int, bytes]) -> int:
    whole = bytearray((max(pages) + 1) * _BYTES)
    for page, bits in pages.items():
        whole[page * _BYTES : (page + 1) * _BYTES] = bits
    return int.from_bytes(whole, "little")
