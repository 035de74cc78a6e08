"""What a ceremony does with its documents: new hubs, wrong keys, files that are there, and what signers are told."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete

from hubdesk.cli.server import open_store
from hubdesk.server import tables
from hubdesk.server.centre import create_centre
from hubdesk.server.database import Database
from hubdesk.server.sqlite_store import utc_now
from hubdesk.server.states import collection_names
from tests.scenarios import test_trust
from tests.scenarios.test_trust import Centre, Person

centre = test_trust.centre


def test_a_new_hub_is_used_as_soon_as_the_server_has_its_targets(centre: Centre, person: Person) -> None:
    room = centre.ceremony
    key = ("--under", room.root, "--key", room.key("targets"))
    room.run("trust", "admit", "--hub", "pacific", "--targets", room.targets, *key)
    centre.taken()
    desk, request = person("islander"), room.folder / "islander.json"
    invite = centre.hub.invite("coordinator", "pacific")
    assert desk.fails("join", invite) == "admission-waits"
    desk("trust", "request", request, "--hub", "pacific")
    room.admit(request)
    centre.taken("--admitted", request)
    desk("join", invite)
    desk("sync")
    record = desk("new", "tool", "title=An island", "summary=What it has.", "licence=CC-BY-4.0")["id"]
    desk("propose", record)
    desk("accept", record)
    assert desk("publish", "pacific")["published"] == 1
    reader = person("reader")
    reader("join", centre.hub.invite("reader", "pacific"))
    assert reader("sync")["problems"] == []
    assert reader.shown(record)["title"] == {"en": "An island"}
    assert reader("status")["collections"].keys() >= {"pacific/public"}


def test_a_server_that_an_earlier_program_left_without_a_new_hub_makes_it_at_start(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    create_centre(folder, utc_now())
    database = Database(folder)
    with database.write() as connection:
        connection.execute(delete(tables.collection).where(tables.collection.c.name.startswith("latam/")))
    database.close()
    store = open_store(folder)
    try:
        with store.database.read() as connection:
            assert {"latam/public", "latam/members"} <= set(collection_names(connection))
    finally:
        store.close()
