"""What is damaged here and must be asked for again: revisions by their hash, collections by comparing nodes.

Invariant: nothing that a desk alone knows is ever repaired away; only what a signed state names is asked for again, and
it counts when its bytes have the hash.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import erasures, facts, tables
from hubdesk.catalogue.batches import mark_of
from hubdesk.catalogue.tables import record, revision
from hubdesk.catalogue.verify import Flaw
from hubdesk.model.identity import digest, tree_key
from hubdesk.model.record import Revision, Stub
from hubdesk.state.tree import Entry

_DAMAGED = "damaged"
_MOST = 500
_BY_HASH = ("revision-mismatch", "revision-missing")
_BY_NODES = ("root-mismatch", "head-mismatch")


class Damaged(msgspec.Struct):
    """What a check found: hashes of revisions, names of collections."""

    revisions: list[bytes] = []
    collections: list[str] = []


def damaged(connection: Connection) -> Damaged:
    """Return what is to be asked for again."""
    packed = facts.get(connection, _DAMAGED)
    return Damaged() if packed is None else msgspec.msgpack.decode(packed, type=Damaged)


def note_flaws(connection: Connection, flaws: Iterable[Flaw]) -> None:
    """Remember what a check of everything found, in the place of what the check before did."""
    found = Damaged()
    for flaw in flaws:
        if flaw.code in _BY_HASH and len(found.revisions) < _MOST:
            found.revisions.append(bytes.fromhex(flaw.name))
        elif flaw.code in _BY_NODES:
            found.collections.append(flaw.name)
    if found != damaged(connection):
        facts.put(connection, _DAMAGED, msgspec.msgpack.encode(found))


def doubt(connection: Connection, collection: str) -> None:
    """Ask for a comparison of a collection with the next sync."""
    found = damaged(connection)
    if collection not in found.collections:
        found.collections.append(collection)
        facts.put(connection, _DAMAGED, msgspec.msgpack.encode(found))


def forget(connection: Connection, revisions: Iterable[bytes] = (), collection: str = "") -> None:
    """Ask for something no more: it is right again, or nobody has it."""
    left = damaged(connection)
    done = set(revisions)
    left.revisions = [value for value in left.revisions if value not in done]
    left.collections = [name for name in left.collections if name != collection]
    facts.put(connection, _DAMAGED, msgspec.msgpack.encode(left))


def mend(connection: Connection, contents: Iterable[Revision]) -> None:
    """Keep revisions, and write the bytes of those that are here anew: they may have been damaged."""
    rows = [
        {"hash": item.hash, "canonical": item.canonical} for item in contents if not isinstance(item, Stub)
    ]
    if rows:
        statement = insert(revision)
        fresh = {"canonical": statement.excluded.canonical}
        connection.execute(statement.on_conflict_do_update(["hash"], set_=fresh), rows)


def sound_entries(connection: Connection, collection: int) -> list[Entry]:
    """Return the entries, in tree order, of the confirmed records of a collection whose bytes are here and right, or
    were erased."""
    query = (
        select(record.c.id, record.c.confirmed, revision.c.canonical)
        .outerjoin(revision, record.c.confirmed == revision.c.hash)
        .where(record.c.collection == collection, record.c.confirmed.is_not(None))
        .execution_options(yield_per=500)
    )
    erased = erasures.hashes_without_words(connection)
    rows = connection.execute(query)
    return sorted(
        (tree_key(row.id), row.id, row.confirmed)
        for row in rows
        if (row.confirmed in erased if row.canonical is None else digest(row.canonical) == row.confirmed)
    )


# What the hub is said to have


def received_batches(connection: Connection, most: int) -> dict[int, bytes]:
    """Return the marks, by first number, of the batches with events that the hub has and nobody has settled, the
    newest."""
    outbox = tables.outbox.c
    query = (
        select(outbox.batch)
        .where(outbox.state == "received", outbox.batch.is_not(None))
        .distinct()
        .order_by(outbox.batch.desc())
        .limit(most)
    )
    return {first: mark_of(connection, first) for first in sorted(filter(None, connection.scalars(query)))}


def count_waiting(connection: Connection) -> int:
    """Return how many entries of the outbox still have to be sent."""
    outbox = tables.outbox.c
    return connection.scalar(select(func.count()).where(outbox.state == "waiting")) or 0


def offer_again(connection: Connection, batches: Iterable[int]) -> int:
    """Let these batches be sent once more: the hub has forgotten them. Return the number of events."""
    outbox = tables.outbox
    match = (outbox.c.state == "received") & outbox.c.batch.in_(list(batches))
    return connection.execute(update(outbox).where(match).values(state="waiting")).rowcount
