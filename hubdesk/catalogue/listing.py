"""Records in a fixed order: the newest first, or by title in the reader's language.

Invariant: walking the stored lists and sorting a few records in memory give the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from hubdesk.catalogue.index import NEWEST, places, title_list
from hubdesk.catalogue.matches import members, numbers_in
from hubdesk.catalogue.shown import shown_contents
from hubdesk.catalogue.tables import placement
from hubdesk.model.text import base_language

_FEW = 500
"""So many are sorted in memory rather than looked for in a list of all."""


def newest(connection: Connection, chosen: int) -> Iterator[int]:
    """Yield the chosen records by when they were written, the last first."""
    if chosen.bit_count() > _FEW:
        return _walk(connection, [NEWEST], chosen, "DESC")
    dated = [(key, number) for number, found in _places(connection, chosen) for key in [found[NEWEST]]]
    return (number for _, number in sorted(dated, reverse=True))


def by_title(connection: Connection, chosen: int, languages: Sequence[str]) -> Iterator[int]:
    """Yield the chosen records by their title: those that have one in the first language, then in the next, then in
    English, then in any; last those without."""
    lists = _title_lists(connection, languages)
    if chosen.bit_count() > _FEW:
        return _walk(connection, lists, chosen, "ASC")
    sorted_by: list[tuple[int, str, int]] = []
    for number, found in _places(connection, chosen):
        rank = next(rank for rank, name in enumerate(lists) if name in found)
        sorted_by.append((rank, found[lists[rank]], number))
    return (number for _, _, number in sorted(sorted_by))


def _places(connection: Connection, chosen: int) -> Iterator[tuple[int, dict[str, str]]]:
    for number, content in shown_contents(connection, list(numbers_in(chosen))).items():
        yield number, dict(places(content.fields, content.at))


def _walk(connection: Connection, lists: Sequence[str], chosen: int, direction: str) -> Iterator[int]:
    is_chosen = members(chosen)
    seen: set[int] = set()
    for name in lists:
        rows = connection.exec_driver_sql(
            f"SELECT record FROM placement WHERE list = ? ORDER BY key {direction}, record {direction}",  # noqa: S608
            (name,),
        ).cursor
        while some := rows.fetchmany(500):
            fresh = [number for (number,) in some if is_chosen(number) and number not in seen]
            yield from fresh
            if len(lists) > 1:
                seen.update(fresh)


def _title_lists(connection: Connection, languages: Sequence[str]) -> list[str]:
    wanted = [title_list(base_language(tag)) for tag in (*languages, "en")]
    stored: list[str] = []
    last = title_list("")
    while True:  # jumps from list to list; DISTINCT would read each row
        query = select(placement.c.list).where(placement.c.list > last).order_by(placement.c.list).limit(1)
        found = connection.scalar(query)
        if found is None:
            return [*dict.fromkeys([*wanted, *stored]), title_list("")]
        stored.append(found)
        last = found
