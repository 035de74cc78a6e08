"""Proposals that come a second time, because the hub forgot that they were settled: their authors are told again.

Invariant: what is told again stands in the state that this desk holds; a person decides nothing twice.
"""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from hubdesk.catalogue import tables
from hubdesk.catalogue.accepted import Owed, owed
from hubdesk.catalogue.inbox import ACCEPTED, MERGED, OPEN, Proposal
from hubdesk.catalogue.lineage import contains

_PROPOSAL, _RECORD = tables.proposal, tables.record


def settle_again(connection: Connection, proposals: list[Proposal]) -> None:
    """Note of open proposals that what they say is signed already."""
    for item in proposals:
        confirmed = _confirmed(connection, item.collection, item.id)
        if confirmed is None or not contains(connection, confirmed, item.revision):
            continue
        state = ACCEPTED if confirmed == item.revision else MERGED
        match = (_PROPOSAL.c.author == item.author) & (_PROPOSAL.c.sequence == item.sequence)
        connection.execute(update(_PROPOSAL).where(match, _PROPOSAL.c.state == OPEN).values(state=state))


def _confirmed(connection: Connection, collection: str, record_id: bytes) -> bytes | None:
    query = (
        select(_RECORD.c.confirmed)
        .join(tables.collection)
        .where(tables.collection.c.name == collection, _RECORD.c.id == record_id)
    )
    return connection.scalar(query)


def owed_again(connection: Connection, collection: int) -> list[Owed]:
    """Return what authors are told of accepted proposals to a collection number for which no publication is needed,
    because it is signed."""
    waits = select(_RECORD.c.number).where(
        _RECORD.c.collection == collection, _RECORD.c.accepted.is_not(None)
    )
    if connection.scalar(waits.limit(1)) is not None:
        return []  # the next publication tells them all
    return owed(connection, collection, (ACCEPTED, MERGED))
