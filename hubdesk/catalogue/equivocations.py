"""Two signed heads of one version: somebody with a publishing key says two things.

Invariant: the state and both heads stay as they are, and no further head of that collection is taken, until people
have found out.
"""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import collections, tables
from hubdesk.catalogue.held import held_row
from hubdesk.errors import Untrusted
from hubdesk.state.head import SignedHead, contradicts

_TABLE = tables.equivocation


class Equivocation(Struct, frozen=True):
    """Both heads, as they were signed; `head` is of the state that is held here."""

    collection: str
    version: int
    head: SignedHead
    other: SignedHead
    seen_at: str


def find(connection: Connection, other: SignedHead) -> SignedHead | None:
    """Return the head held here, applied or held back, that a head whose signature counts contradicts."""
    said = other.head()
    row = collections.row_of(connection, said.collection)
    if row is None:
        return None
    waiting = held_row(connection, row.number)
    for packed in (row.head, waiting.head if waiting is not None else None):
        held = collections.read_head(packed)
        if held is not None and contradicts(held.head(), said):
            return held
    return None


def note(connection: Connection, held: SignedHead, other: SignedHead, at: str) -> None:
    """Keep both heads; the first contradiction of a collection stays."""
    said = held.head()
    row = collections.row_of(connection, said.collection)
    values = {
        "collection": row.number,
        "version": said.version,
        "head": collections.pack_head(held),
        "other": collections.pack_head(other),
        "seen_at": at,
    }
    connection.execute(insert(_TABLE).values(values).on_conflict_do_nothing())


def check(connection: Connection, collection: str) -> None:
    """Raise Untrusted("equivocation") where two heads of a collection contradict each other: none is taken then."""
    for item in every(connection):
        if item.collection == collection:
            raise Untrusted("equivocation", collection=collection, version=item.version)


def every(connection: Connection) -> list[Equivocation]:
    """Return all that is known, by name of the collection."""
    query = (
        select(_TABLE, tables.collection.c.name).join(tables.collection).order_by(tables.collection.c.name)
    )
    found = []
    for row in connection.execute(query):
        head, other = collections.read_head(row.head), collections.read_head(row.other)
        assert head is not None
        assert other is not None
        found.append(Equivocation(row.name, row.version, head, other, row.seen_at))
    return found
