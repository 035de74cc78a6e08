"""What a coordinator's desk accepted and has not published yet, and what it owes the authors an answer for."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, select

from hubdesk.catalogue import closed, lineage, revisions, tables
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.inbox import ACCEPTED, MERGED, RETURNED
from hubdesk.model.identity import id_bytes, id_from_bytes, tree_key
from hubdesk.model.record import Revision
from hubdesk.state.outcome import Settled

_MERGED_LIMIT = 500_000
"""Canonical bytes of merged words that travel with a publication."""


class Owed(Struct, frozen=True):
    """What one author must be told about proposals to one collection; `recipient` is the author's age recipient."""

    author: str
    recipient: str
    settled: list[Settled]


def collections_of(connection: Connection, hub: str) -> list[Any]:
    """Return the rows of a hub's collections by name."""
    table = tables.collection
    query = select(table).where(table.c.name.startswith(f"{hub}/", autoescape=True)).order_by(table.c.name)
    return list(connection.execute(query))


def accepted_revisions(connection: Connection, collection: int) -> list[Revision]:
    """Return the revisions that the next head of a collection will hold, in tree order."""
    record = tables.record
    hashes = connection.scalars(
        select(record.c.accepted).where(record.c.collection == collection, record.c.accepted.is_not(None))
    ).all()
    found = [revisions.get(connection, value) for value in hashes if value is not None]
    kept = [revision for revision in found if revision is not None]
    return sorted(kept, key=lambda revision: tree_key(id_bytes(revision.content.id)))


def merged_before(
    connection: Connection, desk: str, holding: ConfirmedState, changes: list[Revision]
) -> list[bytes]:
    """Return the canonical bytes of what `changes` were made from on this desk alone: merged here before more was
    merged, and never signed. Without them nobody else could read on to the words that they were made from."""
    signed = holding.hashes([id_bytes(change.content.id) for change in changes])
    found: dict[bytes, bytes] = {}
    size = 0
    for change in changes:
        current = signed.get(id_bytes(change.content.id), b"")
        earlier: dict[bytes, list[bytes]] | None = None
        waiting = [bytes.fromhex(parent) for parent in change.content.parents]
        while waiting and size < _MERGED_LIMIT:
            value = waiting.pop()
            held = None if value in (current, *found) else revisions.get(connection, value)
            if held is None or held.content.by != desk:
                continue  # what others wrote came from the hub
            earlier = lineage.ancestors(connection, current) if earlier is None else earlier
            if value not in earlier:
                found[value] = held.canonical
                size += len(held.canonical)
                waiting += [bytes.fromhex(parent) for parent in held.content.parents]
    return list(found.values())


EVERY_RESULT = (ACCEPTED, MERGED, RETURNED)


def owed(connection: Connection, collection: int, results: tuple[str, ...] = EVERY_RESULT) -> list[Owed]:
    """Return what every author must be told of these results; what was returned needs no publication."""
    table = tables.proposal
    settled = table.c.state.in_(results)
    query = select(table).where(table.c.collection == collection, settled).order_by(table.c.sequence)
    by_author: dict[tuple[str, str], list[Settled]] = {}
    for entry in connection.execute(query):
        told = Settled(
            sequence=entry.sequence,
            record=id_from_bytes(entry.id),
            result=entry.state,
            comment=entry.comment or "",
            revision=entry.revision[:8].hex(),
        )
        by_author.setdefault((entry.author, entry.recipient), []).append(told)
    return [Owed(author, recipient, told) for (author, recipient), told in by_author.items()]


def forget_owed(connection: Connection, author: str, sequences: list[int]) -> None:
    """Forget proposals whose author has been told; they are closed."""
    closed.note(connection, author, sequences)
    table = tables.proposal
    for sequence in sequences:
        connection.execute(delete(table).where(table.c.author == author, table.c.sequence == sequence))
