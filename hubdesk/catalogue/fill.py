"""A first fill: a snapshot taken in node by node while it arrives.

Invariant: a node's records are committed only when its hash is the one under the signed root, and what is done stays
after a cut; the collection's version moves when all of them are here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection

from hubdesk.catalogue import collections, records
from hubdesk.catalogue.apply import Apply, check_forward
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.records import Layers
from hubdesk.errors import Untrusted
from hubdesk.model.identity import id_bytes
from hubdesk.model.record import Revision
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.snapshot import read_snapshot
from hubdesk.state.tree import EMPTY, EMPTY_ROOT, Nodes

_TOGETHER_FIRST, _TOGETHER = 200, 2_000


class Filling:
    """Fills collections through `apply`."""

    def __init__(self, database: Database, layers: Layers, apply: Apply) -> None:
        self._database = database
        self._layers = layers
        self._apply = apply

    def fill(
        self,
        signed: SignedHead,
        head: Head,
        nodes: Nodes,
        reference: bytes,
        stream: Iterable[bytes],
        at: str,
        progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Take in a snapshot of `head`, whose signature was checked, node by node; return the number of records read.

        `reference` names the snapshot, so that a fill that was cut goes on where it was. What is done is searchable
        at once. Raises Untrusted("root-mismatch" | "rollback" | "node-mismatch" | "snapshot-broken").
        """
        if nodes.root().hex() != head.root:
            raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
        number, first = self._begin_fill(head, reference + nodes.root())
        done, together = 0, _TOGETHER_FIRST
        gathered: list[tuple[int, list[Revision]]] = []
        for node, members in read_snapshot(stream, nodes, first):
            gathered.append((node, members))
            if sum(len(group) for _, group in gathered) >= together:
                done += self._fill_some(number, gathered)
                gathered, together = [], _TOGETHER
                if progress is not None:
                    progress(done, head.records)
        done += self._fill_some(number, gathered)
        self._finish_fill(number, signed, head, nodes, at)
        return done

    def _begin_fill(self, head: Head, reference: bytes) -> tuple[int, int]:
        with self._database.write() as connection:
            row = self._apply.row(connection, head.collection)
            check_forward(row, head, head.version)
            if row.filling == reference:
                return row.number, row.filled
            # The head stays: whatever this fill brings, nothing older than it is ever taken in.
            empty = {"version": 0, "root": EMPTY_ROOT, "nodes": Nodes().packed()}
            self._apply.set(connection, row.number, **empty, filling=reference, filled=0)
            return row.number, 0

    def _fill_some(self, number: int, groups: list[tuple[int, list[Revision]]]) -> int:
        if not groups:
            return 0
        changes = [revision for _, members in groups for revision in members]
        with self._database.write() as connection, self._layers.gathering(connection):
            for node, members in groups:
                self._drop_others(connection, number, node, {id_bytes(r.content.id) for r in members})
            self._apply.confirm_records(connection, number, changes)
            count = ConfirmedState(connection, number).count()
            self._apply.set(connection, number, filled=groups[-1][0] + 1, records=count)
        return len(changes)

    def _drop_others(self, connection: Connection, number: int, node: int, stay: set[bytes]) -> None:
        """Unconfirm what this desk held in a node and the signed state does not name; its revisions stay."""
        entries = ConfirmedState(connection, number).entries(node)
        others = [record_id for _, record_id, _ in entries if record_id not in stay]
        if others:
            rows = list(self._apply.numbers(connection, number, others).values())
            with self._layers.changing(connection, rows):
                for row in rows:
                    records.set_layers(connection, row, confirmed=None)

    def _finish_fill(self, number: int, signed: SignedHead, head: Head, nodes: Nodes, at: str) -> None:
        with self._database.write() as connection, self._layers.gathering(connection):
            for node in range(256):
                if nodes[node] == EMPTY:
                    self._drop_others(connection, number, node, set())
            count = ConfirmedState(connection, number).count()
            if count != head.records:
                raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
            values = {
                "version": head.version,
                "root": nodes.root(),
                "records": count,
                "nodes": nodes.packed(),
            }
            head_packed = collections.pack_head(signed)
            self._apply.set(connection, number, **values, head=head_packed, as_of=at, filling=None, filled=0)
