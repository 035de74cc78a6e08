"""For whom something can be sealed: desks that the Centre admitted or that proposed, until they are revoked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from hubdesk.catalogue import revisions, tables
from hubdesk.catalogue.database import Database, create_database
from hubdesk.catalogue.recipients import KnownDesk, known_desks, remember
from hubdesk.model.identity import id_bytes, new_id, tree_key
from hubdesk.model.record import write_revision
from hubdesk.state.tree import EMPTY_ROOT, Nodes
from hubdesk.trust.keys import DeskKeys

ROSA, TIAGO = DeskKeys.generate(), DeskKeys.generate()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / "catalogue.sqlite")
    with made.write() as connection:
        for number, name in enumerate(("centre/public", "latam/public"), 1):
            empty = {"root": EMPTY_ROOT, "nodes": Nodes().packed()}
            connection.execute(insert(tables.collection).values(number=number, name=name, **empty))
    yield made
    made.close()


def publish(database: Database, kind: str, fields: dict[str, Any], collection: int = 1) -> None:
    record = new_id()
    revision = write_revision(record, kind, by="", at="2026-11-22T19:00:00Z", parents=[], fields=fields)
    with database.write() as connection:
        revisions.keep(connection, [revision])
        row = {"collection": collection, "id": id_bytes(record), "kind": kind, "confirmed": revision.hash}
        bucket = int.from_bytes(tree_key(id_bytes(record))[:2], "big")
        connection.execute(insert(tables.record).values(**row, bucket=bucket))


def propose(database: Database, keys: DeskKeys, role: str = "contributor") -> None:
    with database.write() as connection:
        remember(connection, keys.id, "latam", keys.recipient, role)


def admission(keys: DeskKeys, **changed: Any) -> dict[str, Any]:
    said = {"desk": keys.id, "sign": keys.signing.public.hex(), "receive": keys.recipient}
    return {**said, "hub": "latam", "role": "coordinator", "title": {"es": "Rosa, Santiago"}, **changed}


def known(database: Database) -> list[KnownDesk]:
    with database.read() as connection:
        return known_desks(connection)


def test_a_coordinator_is_known_by_the_admission_that_the_centre_published(database: Database) -> None:
    publish(database, "admission", admission(ROSA))
    assert known(database) == [KnownDesk(ROSA.id, ROSA.recipient, "latam", "coordinator", "Rosa, Santiago")]


def test_a_contributor_is_known_by_what_it_proposed(database: Database) -> None:
    propose(database, TIAGO)
    assert known(database) == [KnownDesk(TIAGO.id, TIAGO.recipient, "latam", "contributor")]


@pytest.mark.parametrize(
    "changed", [{"receive": TIAGO.recipient}, {"desk": "f" * 64}, {"sign": "xy"}, {"hub": 5}]
)
def test_an_admission_whose_keys_are_not_the_desks_own_counts_for_nothing(
    database: Database, changed: dict[str, Any]
) -> None:
    publish(database, "admission", admission(ROSA, **changed))
    assert known(database) == []


def test_an_admission_elsewhere_than_in_the_centres_collection_counts_for_nothing(database: Database) -> None:
    publish(database, "admission", admission(ROSA), collection=2)
    assert known(database) == []


def test_who_is_revoked_or_whose_mandate_ended_is_over(database: Database) -> None:
    publish(database, "admission", admission(ROSA, until="2026-10-01"))
    propose(database, TIAGO)
    publish(database, "revocation", {"desk": TIAGO.id, "reason": "lost"})
    assert {desk.desk: desk.is_over for desk in known(database)} == {ROSA.id: True, TIAGO.id: True}
