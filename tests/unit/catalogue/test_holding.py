"""The newest records of a collection: in the order that both ends agree on, and without sorting them all."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import event, insert

from hubdesk.catalogue import tables
from hubdesk.catalogue.database import create_database
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.model.identity import digest, tree_key
from hubdesk.state.tree import EMPTY_ROOT, Nodes


def some_id(version: int) -> bytes:
    """An id at random whose version is said where RFC 9562 says it."""
    raw = bytearray(os.urandom(16))
    raw[6] = version << 4 | raw[6] & 0x0F
    return bytes(raw)


def test_the_newest_are_found_by_an_index_those_of_version_7_first(tmp_path: Path) -> None:
    ids = [some_id(version) for version in (7, 4, 1) for _ in range(50)]
    database = create_database(tmp_path / "catalogue.sqlite")
    asked: list[str] = []
    with database.write() as connection:
        empty = {"root": EMPTY_ROOT, "nodes": Nodes().packed()}
        names = [{"number": number, "name": f"hub{number}/public", **empty} for number in (1, 2)]
        connection.execute(insert(tables.collection), names)
        for collection in (1, 2):
            for raw in ids[:: 3 - collection]:
                canonical = raw + bytes([collection])
                key = tree_key(raw)
                row = {"collection": collection, "id": raw, "bucket": key[0] << 8 | key[1], "kind": "tool"}
                connection.execute(
                    insert(tables.revision).values(hash=digest(canonical), canonical=canonical)
                )
                connection.execute(insert(tables.record).values(**row, confirmed=digest(canonical)))
    with database.read() as connection:
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append(call[2]))
        found = list(ConfirmedState(connection, 1).newest())
        plan = " ".join(
            str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", (1,)).fetchall()
        )
    database.close()

    expected = sorted(ids[::2], key=lambda raw: (raw[6] >> 4 == 7, raw), reverse=True)
    assert [canonical[:16] for canonical in found] == expected
    assert "record_by_age" in plan
    assert "TEMP B-TREE" not in plan, plan
