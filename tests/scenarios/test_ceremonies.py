"""What a ceremony does with its documents: new hubs, wrong keys, files that are there, and what signers are told."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete

from hubdesk.catalogue.standing import KeyHolder
from hubdesk.cli.server import open_store
from hubdesk.cli.trust import whole_id
from hubdesk.errors import BadInput
from hubdesk.server import tables
from hubdesk.server.centre import create_centre
from hubdesk.server.database import Database
from hubdesk.server.sqlite_store import utc_now
from hubdesk.server.states import collection_names
from hubdesk.trust.ceremonies import next_root
from hubdesk.trust.keys import SigningKey, key_id
from hubdesk.trust.offline_key import read_public, save_offline_key
from tests.scenarios import test_trust
from tests.scenarios.command_line import assert_is_sentence, one_object
from tests.scenarios.test_trust import Centre, Person, at

ROLES = ("root", "targets", "snapshot", "timestamp")
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


def test_no_document_is_written_over_another(centre: Centre) -> None:
    room = centre.ceremony
    root, targets = room.root.read_bytes(), room.targets.read_bytes()
    again = room.run.fails("trust", "root", room.root, "--after", room.root, "--key", room.key("root-1"))
    assert again == "file-exists"
    first = room.run.fails("trust", "targets", room.targets, "--hub", "latam", "--key", room.key("targets"))
    assert first == "file-exists"
    assert (room.root.read_bytes(), room.targets.read_bytes()) == (root, targets)


@pytest.mark.parametrize("under", [True, False])
def test_a_key_that_signs_nothing_here_changes_no_document(centre: Centre, under: bool) -> None:
    room = centre.ceremony
    above = ("--under", room.root) if under else ()
    root, targets = room.root.read_bytes(), room.targets.read_bytes()
    wrong, right = room.key("root-1"), room.key("targets")
    before = ("--targets", room.targets, *above, "--key")
    assert room.run.fails("trust", "admit", "--hub", "pacific", *before, right, wrong) == "key-not-asked"
    assert room.run.fails("trust", "sign", room.targets, *above, "--key", wrong) == "key-not-asked"
    assert room.run.fails("trust", "sign", room.root, *above, "--key", right) == "key-not-asked"
    later = room.folder / "later.json"
    assert room.run.fails("trust", "root", later, "--after", room.root, "--key", right) == "key-not-asked"
    assert not later.exists()
    assert (room.root.read_bytes(), room.targets.read_bytes()) == (root, targets)
    assert room.run("trust", "sign", room.targets, *above, "--key", right)["role"] == "targets"


def test_signers_read_what_they_sign(centre: Centre, person: Person) -> None:
    room, desk = centre.ceremony, person("second")
    request, earlier = room.folder / "second.json", room.folder / "earlier.json"
    earlier.write_bytes(room.targets.read_bytes())
    change = ("--targets", room.targets, "--under", room.root)
    named = desk("trust", "request", request, "--hub", "pacific")
    status, out, _ = room.run.run("trust", "admit", request, "--hub", "pacific", *change)
    assert status == 0
    mine = key_id(bytes.fromhex(named["publish"]))
    assert "New hub: pacific." in out
    said = f"pacific: desk {named['desk'][:16]} may publish as coordinator, with key {mine[:16]}."
    assert said in out
    assert "1 signature is missing" in out

    # The other signer, who was not there, is told the same before he signs: then nothing is written.
    unsigned = room.targets.read_bytes()
    told = room.run("trust", "sign", room.targets, "--after", earlier, "--under", room.root)
    assert room.targets.read_bytes() == unsigned
    assert told["changes"]["hubs"] == ["pacific"]
    assert told["changes"]["keys"] == [{"role": "pacific", "key": mine, "added": True}]
    signed = room.run("trust", "sign", room.targets, "--under", room.root, "--key", room.key("targets"))
    assert signed["missing"] == 0
    assert signed["changes"]["hubs"] == ["centre", "latam", "pacific"]  # all that it says

    status, out, _ = room.run.run("trust", "drop", mine[:12], *change, "--key", room.key("targets"))
    assert f"pacific: key {mine[:16]} may publish no more." in out
    assert "signed by all it needs" in out


def test_a_new_root_says_whose_keys_change(centre: Centre) -> None:
    room = centre.ceremony
    fresh = room.run("trust", "key", room.key("root-4"))
    publics = [room.public["root-1"], room.public["root-2"], str(fresh["public"])]
    later, keys = room.folder / "later.json", (room.key("root-1"), room.key("root-4"))
    words: tuple[str | Path, ...] = ("trust", "root", later, "--after", room.root, "--root-key", *publics)
    told = room.run(*words, "--threshold", "3", "--key", *keys)
    added = {item["key"]: item["added"] for item in told["changes"]["keys"]}
    assert added == {fresh["key"]: True, key_id(read_public(room.public["root-3"])): False}
    assert told["changes"]["asked"] == {"root": 3}
    status, out, _ = room.run.run("trust", "sign", later, "--after", room.root, "--under", room.root)
    assert (status, f"root: key {fresh['key'][:16]} may sign." in out) == (0, True)
    assert room.run.fails("trust", "sign", later, "--after", room.targets) == "not-metadata"


@pytest.mark.parametrize("verb", ["key", "sign"])
def test_where_nothing_can_be_typed_a_sentence_says_so(tmp_path: Path, verb: str) -> None:
    path = tmp_path / "root.key"
    words = ["trust", "key", str(path)]
    if verb == "sign":
        save_offline_key(path, key := SigningKey.generate(), "correct horse")
        document = next_root(None, {role: [key.public] for role in ROLES}, {}, [], utc_now())
        (tmp_path / "root.json").write_bytes(document)
        words = ["trust", "sign", str(tmp_path / "root.json"), "--key", str(path)]
    ran = subprocess.run(
        [sys.executable, "-m", "hubdesk", "--json", *words],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, start_new_session=True,
        env={name: value for name, value in os.environ.items() if name != "HUBDESK_KEY_PASSPHRASE"},
    )  # fmt: skip
    assert ran.returncode == 1
    assert one_object(ran.stdout)["error"]["code"] == "passphrase-untyped"
    assert_is_sentence(ran.stderr)
    assert path.exists() == (verb == "sign")


def test_a_desk_is_revoked_by_how_its_id_begins(centre: Centre) -> None:
    desk = centre.coordinator("stolen")
    holders = centre.secretariat("trust", "who")["keys"]
    key = next(item["key"] for item in holders if item["desk"] == desk("status")["desk"])
    for name in ("", "not", "0" * 63):
        failed = centre.secretariat.fails("trust", "revoke", name, "--reason", "stolen")
        assert failed == "desk-or-key-unknown"
    told = centre.secretariat("trust", "revoke", key[:16], "--reason", "stolen")
    assert told["name"] == key
    fields = centre.secretariat.shown(told["id"])
    assert (fields["key"], fields["reason"]) == (key, "stolen")


def test_what_two_ids_begin_with_names_neither() -> None:
    first, second = "ab" * 32, "ab" * 31 + "cd"
    holder = KeyHolder("latam", "coordinator", first, second, None, None, "current")
    assert whole_id(first, [holder]) == first
    assert whole_id(second[:63], [holder, holder]) == second
    with pytest.raises(BadInput, match="desk-or-key-unclear"):
        whole_id("ab", [holder])


def test_to_take_nothing_is_wrong_usage(centre: Centre) -> None:
    status, out, err = centre.secretariat.run("--json", "trust", "take")
    assert (status, one_object(out)["error"]["code"]) == (2, "usage")
    assert "usage:" in err


def test_what_holds_for_a_month_does_not_run_out_soon_on_its_first_day(centre: Centre) -> None:
    roles = centre.secretariat("trust", "roles")["roles"]
    assert {role["name"] for role in roles} >= {"snapshot", "timestamp"}
    assert [role["name"] for role in roles if role["expires_soon"]] == []
    later = at(centre.secretariat.profile, datetime.now(UTC) + timedelta(days=28))
    try:
        soon = {role.name for role in later.trust.roles() if role.expires_soon}
    finally:
        later.close()
    assert soon == {"snapshot", "timestamp"}
