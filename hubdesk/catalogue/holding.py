"""A collection's confirmed state in the catalogue, in the form that state/delta.py asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from hubdesk.catalogue import revisions
from hubdesk.catalogue.tables import record, revision
from hubdesk.model.identity import tree_key
from hubdesk.state.tree import Entry

_MANY = 500


class ConfirmedState:
    """The confirmed records of collection number `collection`, read through `connection`."""

    def __init__(self, connection: Connection, collection: int) -> None:
        self._connection = connection
        self._here = (record.c.collection == collection) & record.c.confirmed.is_not(None)

    def bucket(self, number: int) -> Sequence[bytes]:
        """Return the ids of a bucket in tree order."""
        rows = self._connection.scalars(select(record.c.id).where(self._here, record.c.bucket == number))
        return sorted(rows, key=tree_key)

    def hashes(self, ids: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the revision hash of each of these records that is held, by id."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(ids), _MANY):
            rows = self._connection.execute(
                select(record.c.id, record.c.confirmed).where(
                    self._here, record.c.id.in_(ids[start : start + _MANY])
                )
            )
            found.update((row.id, row.confirmed) for row in rows)
        return found

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        """Return (hash, canonical bytes) by id."""
        hashes = self.hashes(ids)
        contents = dict(revisions.get_many(self._connection, list(hashes.values())))
        return {record_id: (value, contents[value]) for record_id, value in hashes.items()}

    def newest(self) -> Iterator[bytes]:
        """Yield canonical bytes by falling id, ids of UUID version 7 before all others."""
        seventh = func.substr(func.hex(record.c.id), 13, 1) == "7"
        for part in (seventh, ~seventh):
            rows = self._connection.execution_options(yield_per=100).scalars(
                select(revision.c.canonical)
                .join(record, record.c.confirmed == revision.c.hash)
                .where(self._here, part)
                .order_by(record.c.id.desc())
            )
            yield from rows

    def entries(self, node: int) -> list[Entry]:
        """Return one node's entries in tree order."""
        rows = self._connection.execute(
            select(record.c.id, record.c.confirmed).where(
                self._here, record.c.bucket >= node << 8, record.c.bucket < (node + 1) << 8
            )
        )
        return sorted((tree_key(row.id), row.id, row.confirmed) for row in rows)

    def canonical_in_tree_order(self) -> Iterator[bytes]:
        """Yield every record's canonical bytes in tree order, one node in memory at a time."""
        for node in range(256):
            entries = self.entries(node)
            contents = dict(revisions.get_many(self._connection, [entry[2] for entry in entries]))
            yield from (contents[entry[2]] for entry in entries)

    def count(self) -> int:
        """Return the number of records."""
        return self._connection.scalar(select(func.count()).select_from(record).where(self._here)) or 0
