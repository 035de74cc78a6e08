"""Erasing on one desk, without a server: what goes, what stays, and what nobody may leave out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hubdesk.catalogue import carried, erasures, tables
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.probing import probe_folder
from hubdesk.catalogue.restore import restore
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.errors import Untrusted
from hubdesk.model import canonical
from hubdesk.model.identity import digest, id_bytes, new_id
from hubdesk.model.record import Revision, read_revision, write_erasure, write_revision, write_stub
from hubdesk.state.delta import make_delta
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.snapshot import entry_of, write_snapshot
from hubdesk.state.tree import EMPTY_ROOT, Nodes, nodes_of
from tests.unit.catalogue.profiles import NOW, coordinator_desk, opened

MEMBERS, OTHERS = "latam/members", "southern-africa/members"
BY = "ab" * 32


class Hub:
    """A hub as far as a desk takes in what it signs: the signature itself was checked before."""

    def __init__(self, desk: Desk, name: str = MEMBERS) -> None:
        self.desk, self.name = desk, name
        self.records: dict[str, Revision] = {}
        self.version, self.root = 0, EMPTY_ROOT

    def next(self, *changes: Revision) -> tuple[Head, SignedHead, Nodes]:
        self.records |= {item.content.id: item for item in changes}
        nodes = nodes_of(sorted(map(entry_of, self.records.values())))
        self.version += 1
        head = Head(
            format=1, collection=self.name, version=self.version, root=nodes.root().hex(),
            records=len(self.records), previous=self.root.hex(), time=NOW,
        )  # fmt: skip
        self.root = nodes.root()
        return head, SignedHead(canonical.encode(msgspec.to_builtins(head)), "cd" * 32, b"s" * 64), nodes

    def fill(self, *changes: Revision) -> None:
        head, signed, nodes = self.next(*changes)
        ordered = sorted(self.records.values(), key=entry_of)
        stream = write_snapshot((item.canonical for item in ordered), 3)
        self.desk.filling.fill(signed, head, nodes, b"r" * 32, stream, NOW)

    def publish(self, *changes: Revision) -> None:
        with self.desk._database.read() as connection:
            row = connection.execute(tables.collection.select().where(tables.collection.c.name == self.name))
            delta = make_delta(ConfirmedState(connection, row.one().number), changes)
        head, signed, _ = self.next(*changes)
        self.desk.apply.delta(signed, head, delta, NOW)


def expert(words: str, record: str = "", **fields: Any) -> Revision:
    told = {"title": {"en": words}, **fields}
    return write_revision(record or new_id(), "expert", by=BY, at=NOW, parents=[], fields=told)


def erasure(of: Revision) -> Revision:
    return write_erasure(of.content.id, of.content.kind, by=BY, at=NOW, reason="mistake")


def left(desk: Desk, *probes: str) -> set[str]:
    """Close the desk and return which of some words are left in its profile."""
    desk.close()
    report = probe_folder(desk.profile, probes)
    assert report.unopened == []
    return {found.probe for found in report.found}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = coordinator_desk(tmp_path / "profile")
    yield made
    made.close()


def test_a_held_version_waits_for_a_person_and_its_erasures_do_not(desk: Desk) -> None:
    hub = Hub(desk)
    many = [expert(f"Word{number}x") for number in range(30)]
    hub.fill(*many)
    gone = [
        write_revision(item.content.id, "expert", by=BY, at=NOW, parents=[], withdrawn="old")
        for item in many[1:]
    ]
    hub.publish(erasure(many[0]), *gone)
    [held] = desk.held.all()
    assert held.version == 2
    assert desk.show(many[0].content.id).erased == "mistake"
    assert desk.show(many[1].content.id).fields["title"] == {"en": "Word1x"}
    assert desk.search(Query("Word0x")).total == 0
    assert desk.search(Query("Word1x")).total == 1
    assert [flaw.code for flaw in desk.verify().problems if flaw.code != "head-mismatch"] == []
    desk.held.take(MEMBERS)
    assert desk.show(many[0].content.id).erased == "mistake"
    assert not desk.erasing.owed()
    assert left(desk, "Word0x", "Word11x") == {"Word11x"}, "what was withdrawn is in the bin"


def test_the_same_record_in_another_hubs_collection_keeps_its_words(desk: Desk) -> None:
    record = new_id()
    ours, theirs = Hub(desk), Hub(desk, OTHERS)
    mine, other = expert("Quetzalina", record), expert("Zygomorphia", record)
    before = expert("Brachistochrone", record)
    ours.fill(mine)
    theirs.fill(before)
    theirs.publish(
        write_revision(record, "expert", by=BY, at=NOW, parents=[before.hash.hex()], fields=other.fields)
    )
    ours.publish(erasure(mine))
    assert left(desk, "Quetzalina", "Zygomorphia", "Brachistochrone") == {"Zygomorphia", "Brachistochrone"}


def test_files_and_their_parts_go_unless_another_record_names_them(desk: Desk, tmp_path: Path) -> None:
    own, shared = tmp_path / "own.txt", tmp_path / "shared.txt"
    own.write_text("Ownwords " * 30_000)
    shared.write_text("Sharedwords " * 30_000)
    names = {path: digest(path.read_bytes()) for path in (own, shared)}

    def files(*paths: Path) -> list[dict[str, Any]]:
        return [
            {"name": path.name, "sha256": names[path].hex(), "size": path.stat().st_size} for path in paths
        ]

    first, second = expert("One", files=files(own, shared)), expert("Two", files=files(shared))
    Hub(desk).fill(first, second)
    for path in (own, shared):
        desk.attach(second.content.id, [path])
    desk.discard(second.content.id)
    part = desk.blobs.part(names[own])
    for name in (f"{names[own].hex()}.data", f"{'0' * 64}.{names[own].hex()[:16]}", "ab" * 32, "new-1-ff"):
        part.with_name(name).write_text("Ownwords")
    kept = part.with_name(f"{names[shared].hex()}.data")
    kept.write_text("Sharedwords")
    stray = desk.blobs.path(b"\x07" * 32)
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"\x28\xb5\x2f\xfd Ownwords, in a snapshot that was never sent")
    hub = Hub(desk)
    hub.records, hub.version = {item.content.id: item for item in (first, second)}, 1
    hub.root = nodes_of(sorted(map(entry_of, (first, second)))).root()
    hub.publish(erasure(first))
    assert desk.erasing.problem is None
    assert not desk.blobs.has(names[own])
    assert desk.blobs.has(names[shared])
    assert kept.exists()
    assert left(desk, "Ownwords", "Sharedwords") == {"Sharedwords"}


def test_words_may_be_left_out_only_where_a_notice_erased_them(desk: Desk) -> None:
    hub = Hub(desk)
    first, second = expert("One"), expert("Two")
    hub.fill(first)
    stub = write_stub(second.content.id, "expert", second.hash, "legal")
    with pytest.raises(Untrusted, match="words-missing"):
        hub.publish(stub)
    assert desk.record_ids(MEMBERS) == [first.content.id]
    other = Hub(desk, OTHERS)
    with pytest.raises(Untrusted, match="words-missing"):
        other.fill(stub)
    assert desk.record_ids(OTHERS) == []
    assert desk.erasing.notices() == []


def test_what_its_hub_signs_again_after_an_erasure_is_shown_again(desk: Desk) -> None:
    """No server takes it; but what a hub signs is its state."""
    hub, first = Hub(desk), expert("One")
    hub.fill(first)
    hub.publish(erasure(first))
    hub.publish(expert("Again", first.content.id))
    assert desk.show(first.content.id).erased is None
    assert desk.search(Query("Again")).total == 1
    assert desk.erasing.reason_of(first.content.id) is None


def test_every_revision_of_an_expert_has_its_own_salt_and_a_tool_has_none(desk: Desk) -> None:
    person = desk.new("expert", {"title": {"en": "A"}}, MEMBERS)
    tool = desk.new(
        "tool", {"title": {"en": "A"}, "summary": {"en": "B"}, "licence": "CC0-1.0"}, "latam/public"
    )
    assert desk.propose([person, tool]).refused == []
    desk.set(person, {"title.en": "B"})
    assert desk.propose([person]).refused == []
    with desk._database.read() as connection:
        kept = [read_revision(content) for content in connection.scalars(tables.revision.select().with_only_columns(tables.revision.c.canonical))]  # fmt: skip
    salts = [item.content.salt for item in kept if item.content.kind == "expert"]
    assert len(salts) == len(set(salts)) == 2
    assert {len(salt) for salt in salts} == {32}
    assert [item.content.salt for item in kept if item.content.kind == "tool"] == [""]


def test_what_was_erased_is_not_in_the_journal_nor_put_back_from_it(desk: Desk) -> None:
    hub, first = Hub(desk), expert("One")
    hub.fill(first)
    desk.set(first.content.id, {"text.en": "Draftedword"})
    other = desk.new("expert", {"title": {"en": "Otherdraft"}}, MEMBERS)
    hub.publish(erasure(first))
    desk.close()
    for tail in ("", "-wal", "-shm"):
        (desk.profile / f"catalogue.sqlite{tail}").unlink(missing_ok=True)
    restore(desk.profile)
    again = opened(desk.profile)
    assert [item.id for item in again.drafts()] == [other]
    assert left(again, "Draftedword", "Otherdraft") == {"Otherdraft"}


def test_an_erasure_is_noted_once_however_often_it_comes(desk: Desk) -> None:
    hub, first = Hub(desk), expert("One")
    hub.fill(first)
    hub.publish(erasure(first))
    other = Hub(desk, OTHERS)
    other.fill(erasure(expert("Never seen here")))
    assert not desk.erasing.owed()
    with desk._database.read() as connection:
        rows = connection.execute(tables.erasure.select()).all()
        assert [row.owed for row in rows] == [erasures.DONE, erasures.DONE]
        assert erasures.reason_of(connection, id_bytes(first.content.id)) == "mistake"


def test_words_of_the_erased_come_back_by_no_road(desk: Desk) -> None:
    hub, first, second = Hub(desk), expert("Quetzalina"), expert("Zygomorphia")
    hub.fill(first, second)
    old = nodes_of(sorted(map(entry_of, (first, second))))
    stream = b"".join(write_snapshot((item.canonical for item in sorted((first, second), key=entry_of)), 3))
    head = hub.next()[0]  # an older state that somebody hands out once more
    hub.publish(erasure(first))
    named = desk.apply.gathered(msgspec.structs.replace(head, root=old.root().hex()), old, [stream])
    assert len(named) == 2
    with desk._database.write() as connection:
        gone, other = ([id_bytes(item.content.id)] for item in (first, second))
        assert not carried.keep(connection, "batch", "ab" * 32, b"batch with Quetzalina", NOW, ids=gone)
        assert carried.keep(connection, "batch", "ab" * 32, b"batch of another", NOW, ids=other)
        assert erasures.still_said(connection, MEMBERS, [first, second]) == [second]
    assert left(desk, "Quetzalina", "Zygomorphia") == {"Zygomorphia"}
