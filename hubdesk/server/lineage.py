"""What may be read with a published state: the files that its revisions list, and what they were made from.

Invariant: only what is named by a revision that was published, and only of the same record.
"""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import HubDeskError
from hubdesk.model import canonical
from hubdesk.model.identity import id_bytes
from hubdesk.model.record import Revision, read_revision
from hubdesk.server import tables
from hubdesk.server.policy import files_of, hub_of
from hubdesk.server.proposals import without_files
from hubdesk.server.references import refer
from hubdesk.server.states import PastState, Standing, keep_revisions, portions
from hubdesk.state import frame

MERGED_LIMIT = 4_000_000
"""Canonical bytes of merged words beside a publication."""
MOST_MERGED = 20_000
"""Revisions among them."""


def link(connection: Connection, standing: Standing, revisions: list[Revision]) -> dict[bytes, int]:
    """Let readers of the collection fetch what new revisions refer to, files and ancestors; return the files (SHA-256
    -> size) that the revisions before them did not list."""
    _add_lineage(connection, standing, revisions)
    listed = {id_bytes(revision.content.id): dict(files_of(revision)) for revision in revisions}
    listed = {record: files for record, files in listed.items() if files}
    everything = {sha256 for files in listed.values() for sha256 in files}
    refer(connection, standing.number, everything, published=True)
    before = PastState(connection, standing.number, standing.version).revisions(list(listed))
    for record, (_, known) in before.items():
        listed[record] = without_files(listed[record], known)
    return {sha256: size for files in listed.values() for sha256, size in files.items()}


def keep_merged(connection: Connection, standing: Standing, merged: bytes, published: list[Revision]) -> None:
    """Keep what published revisions were made from on the publishing desk, and let readers fetch it. Only what is
    named as a parent, by a revision of the same record, is kept."""
    try:
        text = frame.unpack(merged, MERGED_LIMIT)
        offered = {item.hash: item for item in map(read_revision, frame.lines(text, MOST_MERGED))}
    except HubDeskError:
        return  # it is an addition: the publication stands without it
    waiting = list(published)
    while waiting:
        child = waiting.pop()
        for parent in map(bytes.fromhex, child.content.parents):
            found = offered.pop(parent, None)
            if found is None or found.content.id != child.content.id:
                continue
            if canonical.is_canonical(found.canonical):
                keep_revisions(connection, [found])
                _add_lineage(connection, standing, [found])
                waiting.append(found)


def _add_lineage(connection: Connection, standing: Standing, revisions: list[Revision]) -> None:
    """Note the revisions and those of their ancestors that stood or were proposed in the same hub."""
    ready = {revision.hash: revision for revision in revisions}
    while ready:
        rows = [{"revision": found, "collection": standing.number} for found in ready]
        connection.execute(insert(tables.lineage).on_conflict_do_nothing(), rows)
        parents = {
            bytes.fromhex(parent): id_bytes(revision.content.id)
            for revision in ready.values()
            for parent in revision.content.parents
        }
        ready = _proposed(connection, standing, parents)


def _proposed(
    connection: Connection, standing: Standing, parents: dict[bytes, bytes]
) -> dict[bytes, Revision]:
    """Return those of `parents` (hash -> id) that were proposed in the hub and cannot be read with the collection."""
    stored = tables.revision.c
    readable = select(tables.lineage.c.revision).where(tables.lineage.c.collection == standing.number)
    proposed = (
        select(tables.event.c.revision).join(tables.batch).where(tables.batch.c.hub == hub_of(standing.name))
    )
    found: dict[bytes, Revision] = {}
    for some in portions(list(parents)):
        query = select(stored.hash, stored.record, stored.canonical).where(
            stored.hash.in_(some), stored.hash.not_in(readable), stored.hash.in_(proposed)
        )
        for row in connection.execute(query):
            if parents[row.hash] == row.record:
                found[row.hash] = read_revision(row.canonical)
    return found
