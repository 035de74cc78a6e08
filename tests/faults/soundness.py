"""What must hold of a desk and of a server at any moment, whatever happened before; quick, since it is asked often."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from hubdesk.catalogue.collections import read_head
from hubdesk.model.identity import tree_key
from hubdesk.state.tree import nodes_of
from tests.faults.world import Place, Server

OUTBOX_STATES = {"waiting", "received", "accepted", "refused", "replaced"}
PROPOSAL_STATES = {"open", "accepted", "merged", "returned"}


def check_desk(place: Place) -> None:
    """What is held of every collection has its head's root, and each record has at most one change that waits, which
    is the pending one."""
    with place.desk._database.read() as connection:
        run = connection.exec_driver_sql
        for row in run(
            "SELECT number, name, root, records, head FROM collection WHERE filling IS NULL"
        ).all():
            standing = run(
                "SELECT id, confirmed FROM record WHERE collection = ? AND confirmed IS NOT NULL",
                (row.number,),
            )
            root, records = _root(standing)
            assert (root, records) == (bytes(row.root), row.records), (place, row.name)
            head = read_head(row.head)
            assert head is None or head.head().root == root.hex(), (place, row.name)
        entries = run("SELECT record, revision, state, sequence FROM outbox").all()
        layers = run("SELECT number, pending FROM record WHERE pending IS NOT NULL").all()
        proposals = run("SELECT author, sequence, state FROM proposal").all()
    assert {entry.state for entry in entries} <= OUTBOX_STATES, (place, entries)
    assert {entry.state for entry in proposals} <= PROPOSAL_STATES, (place, proposals)
    waiting = sorted(
        (e.record, bytes(e.revision)) for e in entries if e.state != "replaced" and e.revision != b""
    )
    assert waiting == sorted((row.number, bytes(row.pending)) for row in layers), (place, entries)
    numbers = Counter(entry.sequence for entry in entries if entry.sequence is not None)
    assert all(count == 1 for count in numbers.values()), (place, entries)


def check_server(server: Server) -> None:
    """Every newest head has the root of the rows that stand, and the next version builds on the one before; where a
    server was healed of several versions at once, those in between are gone."""
    with server.store.database.read() as connection:
        run = connection.exec_driver_sql
        for number, name in run("SELECT number, name FROM collection").all():
            query = "SELECT version, root, records, body FROM head WHERE collection = ? ORDER BY version"
            heads = run(query, (number,)).all()
            for earlier, later in pairwise(heads):
                builds_on = json.loads(later.body)["previous"]
                assert later.version > earlier.version + 1 or builds_on == bytes(earlier.root).hex(), name
            query = "SELECT record, revision FROM state WHERE collection = ? AND until = ?"
            if heads:
                found = _root(run(query, (number, 2**62)))
                assert found == (bytes(heads[-1].root), heads[-1].records), name


def _root(standing: Iterable[Any]) -> tuple[bytes, int]:
    entries = sorted((tree_key(bytes(row[0])), bytes(row[0]), bytes(row[1])) for row in standing)
    assert len({entry[1] for entry in entries}) == len(entries)
    return nodes_of(entries).root(), len(entries)
