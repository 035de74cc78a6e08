"""What a head erases loses its words at the server, for good, and nothing else does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hubdesk.catalogue.probing import probe_folder
from hubdesk.model.identity import digest, new_id
from hubdesk.model.record import Revision, new_salt, write_erasure, write_revision
from hubdesk.server.erasing import Erasing
from hubdesk.state import frame
from hubdesk.sync.wire import Down
from tests.unit.server.driver import DriverDesk, Refused, RunningHub

MEMBERS, OTHERS = "latam/members", "open-data/members"
NOW = "2026-11-23T00:00:00Z"


def expert(desk: DriverDesk, words: str, record: str = "", files: list[bytes] | None = None) -> Revision:
    fields: dict[str, Any] = {"title": {"en": words}}
    if files:
        fields["files"] = [{"name": "a.txt", "sha256": digest(f).hex(), "size": len(f)} for f in files]
    identity = record or new_id()
    return write_revision(
        identity, "expert", by=desk.keys.id, at=NOW, parents=[], fields=fields, salt=new_salt()
    )


def erasure(desk: DriverDesk, of: Revision) -> Revision:
    content = of.content
    return write_erasure(content.id, content.kind, by=desk.keys.id, at=NOW, reason="person-asked")


def publish(desk: DriverDesk, *revisions: Revision, place: str = MEMBERS) -> str:
    down: Down = desk.sync(place, publications=[desk.publication(place, list(revisions))])
    return down.published[0].code


def found(hub: RunningHub, *probes: str) -> set[str]:
    """Wait until the server carried out what it owes; return what is left of some words in its folder."""
    hub.store.erasing.finish()
    return {item.probe for item in probe_folder(hub.folder, probes).found}


def test_every_version_loses_the_words_and_still_leads_to_the_newest(hub: RunningHub) -> None:
    desk, member, away = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("contributor")
    first = expert(desk, "Quetzalina")
    second = expert(desk, "Zygomorphia", first.content.id)
    neighbour = expert(desk, "Neighbour")
    assert publish(desk, first, neighbour) == ""
    away.sync(MEMBERS)
    member.sync(MEMBERS)
    assert publish(desk, second) == ""
    member.sync(MEMBERS)
    assert found(hub, "Quetzalina", "Zygomorphia") == {"Quetzalina", "Zygomorphia"}
    assert publish(desk, erasure(desk, first)) == ""
    assert found(hub, "Quetzalina", "Zygomorphia", "Neighbour") == {"Neighbour"}
    assert publish(desk, expert(desk, "Third")) == ""
    for one in (member, away):
        one.sync(MEMBERS)
        assert one.of(MEMBERS).root == desk.of(MEMBERS).root
    fresh = hub.desk("contributor")
    fresh.sync(MEMBERS)
    assert fresh.of(MEMBERS).root == desk.of(MEMBERS).root
    for revision in (first, second):
        with pytest.raises(Refused, match="revision-unknown"):
            fresh.send("GET", f"/v1/revisions/{revision.hash.hex()}", Authorization=f"Bearer {fresh.token}")


def test_nothing_is_ever_said_again_of_what_was_erased(hub: RunningHub) -> None:
    desk, author = hub.desk("coordinator"), hub.desk("contributor")
    first = expert(desk, "Quetzalina")
    publish(desk, first)
    publish(desk, erasure(desk, first))
    assert publish(desk, expert(desk, "Again", first.content.id)) == "erased"
    assert publish(desk, erasure(desk, first)) == "", "said twice, it stays said"
    author.sync(MEMBERS)
    batch = author.batch(MEMBERS, [expert(author, "Again", first.content.id), expert(author, "New")])
    receipt = author.exchange(batches=[batch]).receipts[0]
    assert list(receipt.refused.values()) == ["erased"]
    assert found(hub, "Again", "New") == {"New"}


def test_only_kinds_with_personal_data_are_erased(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    tool = desk.write()
    assert publish(desk, tool, place="latam/public") == ""
    assert publish(desk, erasure(desk, tool), place="latam/public") == "not-erasable"


def test_no_hub_erases_what_another_shows(hub: RunningHub) -> None:
    ours, theirs = hub.desk("coordinator"), hub.desk("coordinator", "open-data")
    record = new_id()
    mine, other = expert(ours, "Quetzalina", record), expert(theirs, "Zygomorphia", record)
    assert publish(ours, mine) == ""
    assert publish(theirs, other, place=OTHERS) == ""
    assert publish(ours, erasure(ours, mine)) == ""
    assert found(hub, "Quetzalina", "Zygomorphia") == {"Zygomorphia"}
    reader = hub.desk("contributor", "open-data")
    reader.sync(OTHERS)
    assert reader.of(OTHERS).root == theirs.of(OTHERS).root


def test_files_go_that_nothing_else_lists(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    own, shared = b"Ownwords " * 500, b"Sharedwords " * 500
    first, second = expert(desk, "One", files=[own, shared]), expert(desk, "Two", files=[shared])
    assert publish(desk, first, second) == ""
    desk.exchange(cursors=desk.cursors(MEMBERS), token=True)
    for content in (own, shared):
        desk.upload(content)
        desk.fetch(digest(content))
    assert publish(desk, erasure(desk, first)) == ""
    assert found(hub, "Ownwords", "Sharedwords") == {"Sharedwords"}
    assert desk.fetch(digest(shared)) == shared
    with pytest.raises(Refused, match="blob-unknown"):
        desk.fetch(digest(own))


def test_a_server_that_was_killed_finishes_at_its_next_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Erasing, "begin", lambda self: None)
        hub = RunningHub(folder)
        try:
            desk = hub.desk("coordinator")
            first = expert(desk, "Quetzalina", files=[b"Ownwords " * 500])
            publish(desk, first)
            desk.exchange(cursors=desk.cursors(MEMBERS), token=True)
            desk.upload(b"Ownwords " * 500)
            publish(desk, erasure(desk, first))
            assert hub.store.erasing.owed()
        finally:
            hub.stop()
    assert not probe_folder(folder, ["Ownwords"]).is_clean
    again = RunningHub(folder)
    again.stop()
    assert probe_folder(folder, ["Quetzalina", "Ownwords"]).is_clean


def test_a_batch_counts_without_the_words_that_its_author_had_to_erase(hub: RunningHub) -> None:
    desk, author = hub.desk("coordinator"), hub.desk("contributor")
    first = expert(desk, "Quetzalina")
    publish(desk, first)
    author.sync(MEMBERS)
    publish(desk, erasure(desk, first))
    told, new = expert(author, "Again", first.content.id), expert(author, "New")
    whole = author.batch(MEMBERS, [told, new])
    sent = msgspec.structs.replace(whole, contents=frame.pack(new.canonical))
    receipt = author.exchange(batches=[sent]).receipts[0]
    assert (receipt.code, receipt.refused) == ("", {whole.first: "erased"})
    lacking = author.batch(MEMBERS, [expert(author, "Left out"), expert(author, "Brought")])
    stranger = expert(author, "Stranger")
    false = msgspec.structs.replace(lacking, contents=frame.pack(stranger.canonical))
    assert author.exchange(batches=[false]).receipts[0].code == "contents"
    none = msgspec.structs.replace(lacking, contents=b"")
    assert set(author.exchange(batches=[none]).receipts[0].refused.values()) == {"contents"}
    again = author.exchange(batches=[lacking]).receipts[0]
    assert (again.code, again.refused) == ("", {}), (
        "what was refused for want of its words is taken with them"
    )
