"""The canonical bytes of every revision this desk holds, once each, by their hash.

Invariant: bytes that no longer have their hash are never given to anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue.database import Damage
from hubdesk.catalogue.tables import revision
from hubdesk.model.identity import digest
from hubdesk.model.record import Revision, Stub, read_revision

_MANY = 500


def keep(connection: Connection, revisions: Iterable[Revision]) -> None:
    """Store revisions; those that are held already are left as they are, and a stub has no bytes to store."""
    rows = [
        {"hash": item.hash, "canonical": item.canonical} for item in revisions if not isinstance(item, Stub)
    ]
    if rows:
        connection.execute(insert(revision).on_conflict_do_nothing(), rows)


def get(connection: Connection, revision_hash: bytes) -> Revision | None:
    """Return a revision, None when it is not held. Raises Damage."""
    found = connection.scalar(select(revision.c.canonical).where(revision.c.hash == revision_hash))
    return None if found is None else read_revision(undamaged(revision_hash, found))


def held(connection: Connection, revision_hash: bytes) -> Revision:
    """Return a revision that a record has as a layer, and which therefore is held. Raises Damage."""
    found = get(connection, revision_hash)
    if found is None:
        raise Damage(revision_hash.hex())
    return found


def undamaged(revision_hash: bytes, canonical: bytes) -> bytes:
    """Return stored bytes that are still what was stored; raises Damage."""
    if digest(canonical) != revision_hash:
        raise Damage(revision_hash.hex())
    return canonical


def get_many(connection: Connection, hashes: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield (hash, canonical bytes) of those revisions that are held, in no particular order. Raises Damage."""
    for start in range(0, len(hashes), _MANY):
        some = hashes[start : start + _MANY]
        rows = connection.execute(
            select(revision.c.hash, revision.c.canonical).where(revision.c.hash.in_(some))
        )
        yield from ((row.hash, undamaged(row.hash, row.canonical)) for row in rows)
