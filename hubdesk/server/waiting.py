"""What waits at the server for desks: batches for those who coordinate, sealed outcomes for their authors.

Invariant: reading changes nothing; a desk that names a number which this server never gave is told from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

from hubdesk.model.record import read_revision
from hubdesk.server import tables
from hubdesk.server.desks import admission_of
from hubdesk.server.states import portions
from hubdesk.state import frame
from hubdesk.state.batch import Event
from hubdesk.sync.wire import InboxBatch, Sealed

OPEN, REPLACED = "open", "replaced"
"""Outcomes of an event: that nobody has settled, replaced or taken back; that its author has."""
_MOST_REPLACED = 2_000

_event = tables.event.c
_batch = tables.batch.c
_outcome = tables.outcome.c


def last_number(connection: Connection, numbers: ColumnElement[int]) -> int:
    """Return the highest of these numbers, 0 for none."""
    return int(connection.execute(select(func.coalesce(func.max(numbers), 0))).scalar_one())


def outcomes_for(connection: Connection, desk: str, after: int) -> Iterator[Sealed]:
    """Yield the sealed outcomes for a desk with a number above `after`; all, where this server was restored from a
    backup and gave no such number yet."""
    if after > last_number(connection, _outcome.number):
        after = 0
    query = (
        select(_outcome.number, _outcome.sealed)
        .where(_outcome.author == desk, _outcome.number > after)
        .order_by(_outcome.number)
    )
    for row in connection.execute(query):
        yield Sealed(row.number, row.sealed)


def inbox_of(connection: Connection, hub: str, after: int) -> Iterator[InboxBatch]:
    """Yield the batches for a hub that changed after change number `after`, in that order; from the beginning, as
    where this server was restored from a backup and gave no such number yet, only those with something open."""
    if after > last_number(connection, _batch.changed):
        after = 0
    query = (
        select(tables.batch, tables.collection.c.name.label("name"))
        .join(tables.collection)
        .where(_batch.hub == hub, _batch.changed > after)
        .order_by(_batch.changed)
        .execution_options(yield_per=20)
    )
    if not after:
        query = query.where(exists().where(_event.batch == _batch.number, _event.outcome == OPEN))
    with connection.execute(query) as rows:
        for row in rows:
            yield _inbox_batch(connection, row, hub)


def _inbox_batch(connection: Connection, row: Row[tuple[object, ...]], hub: str) -> InboxBatch:
    events = msgspec.msgpack.decode(row.events, type=list[Event])
    still_open = select(_event.sequence).where(_event.batch == row.number, _event.outcome == OPEN)
    places = sorted(sequence - row.first for sequence in connection.execute(still_open).scalars())
    contents = contents_of(connection, [events[place].revision for place in places])
    return InboxBatch(
        number=row.changed,
        desk=row.desk,
        collection=row.name,
        first=row.first,
        events=events,
        signature=row.signature,
        open=places,
        contents=_framed(contents),
        before=_framed(_replaced_words(connection, row.desk, contents)),
        admission=admission_of(connection, row.desk, hub),
        received=row.received,
    )


def _framed(contents: list[bytes]) -> bytes:
    return frame.pack(b"\n".join(contents), level=9) if contents else b""


def _replaced_words(connection: Connection, desk: str, contents: list[bytes]) -> list[bytes]:
    """Return what these revisions were made from and its author replaced before a coordinator saw it: without it nobody
    could tell that the later words are the same author's own."""
    found: list[bytes] = []
    seen: set[bytes] = set()
    while contents and len(found) < _MOST_REPLACED:
        parents = {bytes.fromhex(p) for content in contents for p in read_revision(content).content.parents}
        parents -= seen
        seen |= parents
        replaced: list[bytes] = []
        for some in portions(sorted(parents)):
            query = select(_event.revision).where(
                _event.desk == desk, _event.revision.in_(some), _event.outcome == REPLACED
            )
            replaced += connection.execute(query).scalars()
        contents = contents_of(connection, replaced)
        found += contents
    return found


def contents_of(connection: Connection, hashes: list[bytes]) -> list[bytes]:
    """Return the canonical bytes of those revisions that are here, in their order."""
    found: dict[bytes, bytes] = {}
    for some in portions(hashes):
        query = select(tables.revision.c.hash, tables.revision.c.canonical).where(
            tables.revision.c.hash.in_(some), tables.revision.c.size > 0
        )
        found.update({row.hash: row.canonical for row in connection.execute(query)})
    return [found[revision] for revision in hashes if revision in found]
