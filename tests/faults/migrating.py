"""A catalogue of the first schema, and a program that opens it."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import text

from hubdesk.catalogue.database import APPLICATION, FILE, Database
from hubdesk.catalogue.migrations.upgrade import upgrade
from hubdesk.catalogue.profile import open_profile
from hubdesk.model.identity import digest, id_bytes, new_id, tree_key
from hubdesk.model.record import write_revision
from hubdesk.state.tree import nodes_of
from tests.faults.killing import Diary

_DESK = "d" * 64


def prepare(folder: Path, records: int) -> None:
    """Write a catalogue by the script of schema 0001: one collection, a draft and a change that waits."""
    folder.mkdir()
    database = Database(folder / FILE)
    upgrade(database.engine, "0001")
    made = [
        write_revision(
            new_id(), "tool", by=_DESK, at="2026-01-01T00:00:00Z", parents=[], fields={"title": {"en": f"Tool {n}"}}
        )
        for n in range(records)
    ]  # fmt: skip
    keys = {revision.hash: tree_key(id_bytes(revision.content.id)) for revision in made}
    nodes = nodes_of(sorted((keys[one.hash], id_bytes(one.content.id), one.hash) for one in made))
    rows = [
        {"hash": one.hash, "canonical": one.canonical, "id": id_bytes(one.content.id), "bucket": keys[one.hash][0] << 8 | keys[one.hash][1]}
        for one in made
    ]  # fmt: skip
    with database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
        connection.execute(text("INSERT INTO desk VALUES ('id', :id)"), {"id": _DESK.encode()})
        connection.execute(
            text("INSERT INTO collection (number, name, followed, version, root, records, nodes, filled)"
                 " VALUES (1, 'latam/public', 1, 1, :root, :records, :nodes, 256)"),
            {"root": nodes.root(), "records": records, "nodes": nodes.packed()},
        )  # fmt: skip
        connection.execute(text("INSERT INTO revision (hash, canonical) VALUES (:hash, :canonical)"), rows)
        connection.execute(
            text(
                "INSERT INTO record (collection, id, bucket, kind, confirmed) VALUES (1, :id, :bucket, 'tool', :hash)"
            ),
            rows,
        )
        draft = {"fields": b'{"title":{"en":"My draft"}}'}
        connection.execute(
            text("INSERT INTO draft (record, fields, saved_at) VALUES (1, :fields, '2026')"), draft
        )
        waiting = {"revision": made[1].hash}
        connection.execute(
            text("INSERT INTO outbox (record, revision, at, replaces, state) VALUES (2, :revision, '2026', 0, 'waiting')"),
            waiting,
        )  # fmt: skip
        connection.execute(text("UPDATE record SET pending = :revision WHERE number = 2"), waiting)
    database.close()
    assert digest(made[0].canonical) == made[0].hash


def run(diary: Diary, prepared: str, folder: str) -> None:
    """Open a copy of an old catalogue."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(prepared, folder)
    diary.write("begins")
    open_profile(Path(folder))
    diary.write("done")
