"""Computing every hash and root anew: whether what lies here is what was signed."""

from __future__ import annotations

import hashlib

from msgspec import Struct
from sqlalchemy import Connection, select

from hubdesk.catalogue import collections, equivocations, erasures, tables
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.views import CollectionView
from hubdesk.model.identity import digest
from hubdesk.state.tree import WIDTH, Nodes, node_hash


class Flaw(Struct, frozen=True):
    """Something that is not what it should be: `code` is revision-mismatch, revision-missing, root-mismatch,
    head-mismatch, blob-mismatch, blob-missing or equivocation (two signed heads that contradict each other); `name` says
    of what."""

    code: str
    name: str


class VerifyReport(Struct, frozen=True):
    """`blobs`: how many lie here and are right."""

    ok: bool
    collections: dict[str, CollectionView]
    blobs: int
    problems: list[Flaw]


def verify(database: Database, folder: Blobs) -> VerifyReport:
    """Check every revision, every collection against its signed head's root, and every blob."""
    with database.read() as connection:
        flaws = flaws_of(connection)
        flaws += [Flaw("equivocation", item.collection) for item in equivocations.every(connection)]
        views = collections.all_collections(connection)
        hashes = list(connection.scalars(select(tables.blob.c.sha256)))
    right = 0
    for sha256 in hashes:
        flaw = _blob(folder, sha256)
        right += flaw is None
        flaws += [flaw] if flaw else []
    return VerifyReport(not flaws, {view.name: view for view in views}, right, flaws)


def flaws_of(connection: Connection) -> list[Flaw]:
    """Check every revision, and every collection against its signed head's root."""
    views = collections.all_collections(connection)
    return _revisions(connection) + [flaw for view in views for flaw in _collection(connection, view)]


def _revisions(connection: Connection) -> list[Flaw]:
    rows = connection.execution_options(yield_per=500).execute(
        select(tables.revision.c.hash, tables.revision.c.canonical)
    )
    return [Flaw("revision-mismatch", row.hash.hex()) for row in rows if digest(row.canonical) != row.hash]


def _collection(connection: Connection, view: CollectionView) -> list[Flaw]:
    row = collections.row_of(connection, view.name)
    if view.filling is not None:
        return []  # each node was checked as it came; there is no root to compare yet
    flaws = _missing(connection, row.number)
    nodes, records = _nodes(ConfirmedState(connection, row.number))
    if nodes.root() != row.root or records != row.records:
        flaws.append(Flaw("root-mismatch", view.name))
    head = collections.read_head(row.head)
    is_right = head is None or head.head().root == view.root
    if head is not None and not (is_right and collections.is_signed(connection, head, view.name)):
        flaws.append(Flaw("head-mismatch", view.name))
    return flaws


def _nodes(state: ConfirmedState) -> tuple[Nodes, int]:
    """Return the nodes over what is confirmed, and its number of records, one node in memory at a time."""
    hashes: dict[int, bytes] = {}
    records = 0
    for node in range(WIDTH):
        entries = state.entries(node)
        records += len(entries)
        hashes[node] = node_hash(entries)
    return Nodes().replaced(hashes), records


def _missing(connection: Connection, collection: int) -> list[Flaw]:
    record, revision = tables.record.c, tables.revision.c
    named = tables.record.outerjoin(tables.revision, record.confirmed == revision.hash)
    query = select(record.confirmed).select_from(named)
    gone = query.where(
        record.collection == collection, record.confirmed.is_not(None), revision.hash.is_(None)
    )
    erased = erasures.hashes_without_words(connection)
    missing = [value for value in connection.scalars(gone) if value not in erased]
    return [Flaw("revision-missing", value.hex()) for value in missing]


def _blob(folder: Blobs, sha256: bytes) -> Flaw | None:
    try:
        with folder.path(sha256).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return Flaw("blob-missing", sha256.hex())
    return None if found == sha256 else Flaw("blob-mismatch", sha256.hex())
