"""Which blobs the server has, and which collections refer to them.

Invariant: a blob is handed out only to a desk that may read a collection that refers to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.server import tables
from hubdesk.server.policy import hub_of, may_coordinate, may_read
from hubdesk.server.states import portions

_blob = tables.blob.c
_reference = tables.reference.c


def note_blob(connection: Connection, sha256: bytes, size: int, at: str, desk: str = "") -> None:
    """Remember that a blob is here; `desk` brought it, empty when it was made here."""
    row = {"sha256": sha256, "size": size, "desk": desk, "at": at}
    connection.execute(insert(tables.blob).values(row).on_conflict_do_nothing())


def refer(connection: Connection, collection: int, blobs: Iterable[bytes], *, published: bool) -> None:
    """Remember that a collection, or a proposal for it, refers to blobs."""
    rows = [{"sha256": sha256, "collection": collection, "published": published} for sha256 in set(blobs)]
    if rows:
        connection.execute(insert(tables.reference).on_conflict_do_nothing(), rows)


def missing(connection: Connection, blobs: Collection[bytes]) -> list[bytes]:
    """Return those of `blobs` that are not here, in their order."""
    here: set[bytes] = set()
    for some in portions(list(blobs)):
        here.update(connection.execute(select(_blob.sha256).where(_blob.sha256.in_(some))).scalars())
    return [sha256 for sha256 in dict.fromkeys(blobs) if sha256 not in here]


def may_fetch(connection: Connection, sha256: bytes, roles: dict[str, str]) -> bool:
    """Tell whether a desk with `roles` may fetch a blob."""
    query = (
        select(tables.collection.c.name, _reference.published)
        .join(tables.reference)
        .where(_reference.sha256 == sha256)
    )
    return any(
        may_read(row.name, roles) if row.published else may_coordinate(hub_of(row.name), roles)
        for row in connection.execute(query)
    )


def may_fetch_revision(connection: Connection, revision: bytes, roles: dict[str, str]) -> bool:
    """Tell whether a desk with `roles` may fetch a revision by its hash."""
    query = select(tables.collection.c.name).join(tables.lineage).where(tables.lineage.c.revision == revision)
    return any(may_read(name, roles) for name in connection.execute(query).scalars())


def unreferenced_bytes(connection: Connection, desk: str) -> int:
    """Return the bytes that a desk brought and nothing published refers to."""
    referred = exists().where(_reference.sha256 == _blob.sha256, _reference.published)
    query = select(func.total(_blob.size)).where(_blob.desk == desk, ~referred)
    return int(connection.execute(query).scalar_one())
