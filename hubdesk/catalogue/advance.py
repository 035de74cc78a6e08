"""From one confirmed state to the next: at once where that is quick, else step by step, so that nobody waits.

Invariant: where the steps lead was checked against its signed head before the first; a collection's cursor moves with
the last. What a kill leaves is gone on with, and said to be "filling" until then.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import collections, held, repair, revisions, tables
from hubdesk.catalogue.confirming import Confirming
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.holding import Changes, ConfirmedState, next_state
from hubdesk.catalogue.records import Layers
from hubdesk.errors import ProfileUnusable, Untrusted
from hubdesk.model.identity import tree_key
from hubdesk.model.record import read_revision
from hubdesk.state.head import SignedHead

AT_ONCE = 200
"""Records that are taken in within one transaction, about a third of a second: a person's saving waits no longer."""
_TABLE = tables.advance
_COLLECTION = tables.collection


class Advance:
    """Moves collections to states that were checked before."""

    def __init__(self, database: Database, layers: Layers, confirming: Confirming) -> None:
        self._database = database
        self._layers = layers
        self._confirming = confirming

    def begin(
        self, collection: int, signed: SignedHead, changes: Changes, gone: frozenset[bytes], at: str
    ) -> None:
        """Move a collection number to the state of a checked head. The bytes of `changes` are kept already."""
        with self._database.write() as connection:
            held.release(connection, collection)
            if len(changes) + len(gone) <= AT_ONCE:
                with self._layers.gathering(connection):
                    self._confirm(connection, collection, list(changes.items()))
                    self._confirming.drop(connection, collection, gone)
                _finish(connection, collection, signed, changes, gone, at)
                return
            row = {
                "collection": collection,
                "head": collections.pack_head(signed),
                "changes": held.pack_changes(changes),
                "gone": b"".join(gone),
                "at": at,
            }
            connection.execute(insert(_TABLE).values(row).on_conflict_do_update(["collection"], set_=row))
            _set(connection, collection, filling=bytes.fromhex(signed.head().root), filled=0)
        self.go_on()

    def go_on(self) -> bool:
        """Finish every move that was begun; tell whether there was any."""
        with self._database.read() as connection:
            rows = connection.execute(select(_TABLE)).all()
        for row in rows:
            try:
                self._go_on(row)
            except (Untrusted, ProfileUnusable):  # what was kept of it was damaged meanwhile
                self._give_up(row.collection)
        return bool(rows)

    def _give_up(self, collection: int) -> None:
        """Stop half-way; the next sync compares what stands here now."""
        with self._database.write() as connection:
            connection.execute(delete(_TABLE).where(_TABLE.c.collection == collection))
            _set(connection, collection, filling=None, filled=0)
            name = connection.scalar(select(_COLLECTION.c.name).where(_COLLECTION.c.number == collection))
            repair.doubt(connection, str(name))

    def _go_on(self, row: Any) -> None:
        changes = held.read_changes(row.changes)
        gone = frozenset(row.gone[place : place + 16] for place in range(0, len(row.gone), 16))
        signed = collections.read_head(row.head)
        assert signed is not None
        with self._database.read() as connection:
            done = ConfirmedState(connection, row.collection).hashes(list(changes))
        left = [(one, value) for one, value in changes.items() if done.get(one) != value]
        left.sort(key=lambda change: tree_key(change[0]))
        for some in _portions(left):
            with self._database.write() as connection, self._layers.gathering(connection):
                self._confirm(connection, row.collection, some)
                _set(connection, row.collection, filled=tree_key(some[-1][0])[0])
        with self._database.write() as connection:
            with self._layers.gathering(connection):
                self._confirming.drop(connection, row.collection, gone)
            _finish(connection, row.collection, signed, changes, gone, row.at)
            connection.execute(delete(_TABLE).where(_TABLE.c.collection == row.collection))

    def _confirm(self, connection: Connection, collection: int, changes: list[tuple[bytes, bytes]]) -> None:
        contents = dict(revisions.get_many(connection, [value for _, value in changes]))
        found = {value: read_revision(content) for value, content in contents.items()}
        gone = {one: value for one, value in changes if value not in contents}
        if gone:
            found |= {stub.hash: stub for stub in ConfirmedState(connection, collection).stubs(gone)}
        if len(found) != len({value for _, value in changes}):
            raise Untrusted("root-mismatch", collection=collection)
        self._confirming.confirm(connection, collection, [found[value] for _, value in changes])


def _finish(
    connection: Connection,
    collection: int,
    signed: SignedHead,
    changes: Changes,
    gone: frozenset[bytes],
    at: str,
) -> None:
    """Move the cursor; the nodes are computed from what stands in the catalogue now."""
    row = connection.execute(select(_COLLECTION).where(_COLLECTION.c.number == collection)).one()
    head = signed.head()
    state = next_state(connection, row, changes, gone)
    if state.root.hex() != head.root:
        raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
    _set(
        connection,
        collection,
        version=head.version,
        root=state.root,
        records=head.records,
        nodes=state.nodes,
        head=collections.pack_head(signed),
        as_of=at,
        filling=None,
        filled=0,
    )


def _set(connection: Connection, collection: int, **values: Any) -> None:
    connection.execute(update(_COLLECTION).where(_COLLECTION.c.number == collection).values(**values))


def _portions(changes: list[tuple[bytes, bytes]]) -> Iterator[list[tuple[bytes, bytes]]]:
    for start in range(0, len(changes), AT_ONCE):
        yield changes[start : start + AT_ONCE]
