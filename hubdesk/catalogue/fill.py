"""A first fill: a snapshot taken in node by node while it arrives.

Invariant: a node's records are committed only when its hash is the one under the signed root, and what is done stays
after a cut; the collection's version moves when all of them are here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection

from hubdesk.catalogue import collections, records, tables
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

_TOGETHER = 2_000
_WAIT_SECONDS = 0.5
"""What is complete and waits as long is committed: on a slow line what has come can be searched at once."""
_WRITE_SECONDS = 0.7
"""What a transaction may take: what a person saves meanwhile waits for one."""


Group = tuple[int, list[Revision]]
"""A node's number and its records."""


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
        done = 0
        for groups in _portions(read_snapshot(stream, nodes, first)):
            self._apply.check_stubs(head.collection, [one for _, members in groups for one in members])
            self._fill_some(number, groups)
            done += sum(len(members) for _, members in groups)
            if progress is not None:
                progress(done, head.records)
        self._finish_fill(number, signed, head, nodes, at)
        self._apply.follow_notices(head.collection)
        return done

    def _begin_fill(self, head: Head, reference: bytes) -> tuple[int, int]:
        with self._database.write() as connection:
            row = self._apply.row(connection, head.collection)
            check_forward(row, head, head.version)
            if row.filling == reference:
                return row.number, row.filled
            # The head stays: whatever this fill brings, nothing older than it is ever taken in.
            empty = {"version": 0, "root": EMPTY_ROOT, "nodes": Nodes().packed()}
            empty["records"] = ConfirmedState(connection, row.number).count()
            self._apply.set(connection, row.number, **empty, filling=reference, filled=0)
            return row.number, 0

    def _fill_some(self, number: int, groups: list[Group]) -> None:
        changes = [revision for _, members in groups for revision in members]
        with self._database.write() as connection, self._layers.gathering(connection):
            before = 0
            for node, members in groups:
                stay = {id_bytes(revision.content.id) for revision in members}
                before += self._drop_others(connection, number, node, stay)
            self._apply.confirm_records(connection, number, changes)
            more = tables.collection.c.records + len(changes) - before
            self._apply.set(connection, number, filled=groups[-1][0] + 1, records=more)

    def _drop_others(self, connection: Connection, number: int, node: int, stay: set[bytes]) -> int:
        """Unconfirm what this desk held in a node and the signed state does not name; its revisions stay. Return how
        many records it held."""
        entries = ConfirmedState(connection, number).entries(node)
        others = [record_id for _, record_id, _ in entries if record_id not in stay]
        if others:
            rows = list(self._apply.numbers(connection, number, others).values())
            with self._layers.changing(connection, rows):
                for row in rows:
                    records.set_layers(connection, row, confirmed=None)
        return len(entries)

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


def _portions(nodes: Iterator[Group]) -> Iterator[list[Group]]:
    """Yield nodes as they come in portions for one transaction each: as many records as can be written quickly, or
    what has come when it waited long enough. The work on a portion is done before the next is asked for."""
    gathered: list[Group] = []
    together, since = _TOGETHER, time.monotonic()
    for group in nodes:
        gathered.append(group)
        waited = time.monotonic() - since
        size = sum(len(members) for _, members in gathered)
        if size >= together or waited >= _WAIT_SECONDS:
            began = time.monotonic()
            yield gathered
            since = time.monotonic()
            together = min(_TOGETHER, max(1, int(size * _WRITE_SECONDS / max(since - began, 0.001))))
            gathered = []
    if gathered:
        yield gathered
