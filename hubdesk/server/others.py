"""What is for other desks and is given to those who brought something of theirs.

Invariant: a desk is given only what is sealed or signed for somebody whose parcel it brought; once each.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.model.identity import digest
from hubdesk.server import tables
from hubdesk.server.waiting import last_number
from hubdesk.sync.parcels import OUTCOMES, CarriedOutcomes
from hubdesk.sync.wire import Parcel, pack

_other = tables.other.c
_brought = tables.brought.c
_event = tables.event.c


def hand_over(connection: Connection, carrier: str, parcel: Parcel, now: datetime) -> None:
    """Let `carrier` have a parcel for somebody else; once is enough."""
    number = max(last_number(connection, _other.number) + 1, int(now.timestamp() * 1000))
    row = {
        "number": number,
        "carrier": carrier,
        "hash": digest(parcel.content),
        "kind": parcel.kind,
        "content": parcel.content,
    }
    connection.execute(insert(tables.other).values(row).on_conflict_do_nothing())


def tell_carriers(
    connection: Connection, author: str, sequences: list[int], sealed: bytes, now: datetime
) -> None:
    """Give sealed outcomes for `author` to every desk that brought a batch with one of these events."""
    batches = select(_event.batch).where(_event.desk == author, _event.sequence.in_(sequences))
    query = select(_brought.carrier).where(_brought.batch.in_(batches)).distinct()
    parcel = Parcel(OUTCOMES, pack(CarriedOutcomes(author, sealed)))
    for carrier in connection.scalars(query).all():
        hand_over(connection, carrier, parcel, now)


def others_for(connection: Connection, carrier: str, after: int) -> Iterator[tuple[int, Parcel]]:
    """Yield (number, parcel) of what is for others and was given to this desk, above the number `after`; all, where
    this server was restored from a backup and gave no such number yet."""
    if after > last_number(connection, _other.number):
        after = 0
    query = select(tables.other).where(_other.carrier == carrier, _other.number > after)
    for row in connection.execute(query.order_by(_other.number)):
        yield row.number, Parcel(row.kind, row.content)


def may_bring(connection: Connection, desk: str, sha256: bytes) -> bool:
    """Tell whether a desk, whatever its role, may upload a file: a batch that it brought names it, or a record that is
    published, and the file is not here."""
    reference, batch = tables.reference.c, tables.batch.c
    named = exists().where(reference.sha256 == sha256, reference.collection == batch.collection)
    query = select(func.count()).select_from(tables.brought.join(tables.batch))
    query = query.where(_brought.carrier == desk).where(named)
    if connection.execute(query).scalar_one():
        return True
    published = select(func.count()).where(reference.sha256 == sha256, reference.published)
    here = select(func.count()).where(tables.blob.c.sha256 == sha256)
    wanted = connection.execute(published).scalar_one() and not connection.execute(here).scalar_one()
    return bool(wanted)
