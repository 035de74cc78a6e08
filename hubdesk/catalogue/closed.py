"""Events of others that need no decision any more: whoever brings them again opens nothing.

Invariant: what is closed stays closed, by whatever road its batch comes once more.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue.tables import closed_event


def note(connection: Connection, author: str, sequences: Iterable[int]) -> None:
    """Remember that events of a desk are closed."""
    rows = [{"author": author, "sequence": sequence} for sequence in sequences]
    if rows:
        connection.execute(insert(closed_event).on_conflict_do_nothing(), rows)


def among(connection: Connection, author: str, first: int, last: int) -> set[int]:
    """Return which of a desk's events from number `first` to `last` are closed."""
    known = closed_event.c
    query = select(known.sequence).where(known.author == author, known.sequence.between(first, last))
    return set(connection.scalars(query))
