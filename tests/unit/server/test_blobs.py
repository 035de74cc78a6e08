"""Large things: brought in steps, fetched in parts, and only by who may."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.model.identity import digest
from hubdesk.server.limits import Rates
from hubdesk.server.sqlite_store import Quotas
from hubdesk.sync.wire import BLOBS, REVISIONS
from tests.unit.server.driver import DriverDesk, Refused, RunningHub, running_hub

PUBLIC, MEMBERS = "latam/public", "latam/members"


@pytest.fixture
def small_hub(folder: Path) -> Iterator[RunningHub]:
    quotas = Quotas(blob=100_000, unpublished=150_000, free=0)
    with running_hub(folder, quotas=quotas, rates=Rates(failures=10_000)) as running:
        yield running


def put(desk: DriverDesk, content: bytes, first: int, end: int, sha256: bytes | None = None) -> int:
    import msgspec

    answer = desk.send(
        "PUT",
        BLOBS + (sha256 or digest(content)).hex(),
        content[first:end],
        Authorization=f"Bearer {desk.token}",
        Content_Range=f"bytes {first}-{end - 1}/{len(content)}",
    )
    return int(msgspec.msgpack.decode(answer.data)["have"])


def published(hub: RunningHub, collection: str, content: bytes) -> tuple[DriverDesk, bytes]:
    """A coordinator that published a record with a file in `collection`."""
    desk = hub.desk("coordinator")
    desk.exchange(token=True)
    sha256 = desk.upload(content)
    record = desk.write(files=[{"name": "a.bin", "sha256": sha256.hex(), "size": len(content)}])
    desk.sync(collection, publications=[desk.publication(collection, [record])])
    return desk, sha256


def test_an_upload_goes_on_where_it_was_cut(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    desk.exchange(token=True)
    content = os.urandom(300_000)
    assert put(desk, content, 0, 100_000) == 100_000
    with pytest.raises(Refused, match="offset") as refused:
        put(desk, content, 0, 100_000)
    assert (refused.value.status, refused.value.data) == (409, {"have": 100_000})
    answer = desk.send(
        "HEAD", BLOBS + digest(content).hex() + "?upload", Authorization=f"Bearer {desk.token}"
    )
    assert answer.headers["upload-offset"] == "100000"
    assert put(desk, content, 100_000, 300_000) == 300_000
    assert hub.store.blobs.path(digest(content)).read_bytes() == content
    assert put(desk, content, 0, 300_000) == 300_000


def test_what_is_not_what_it_was_said_to_be_is_thrown_away(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    desk.exchange(token=True)
    with pytest.raises(Refused, match="hash"):
        put(desk, b"something else", 0, 14, sha256=digest(b"what was meant"))
    assert not hub.store.blobs.has(digest(b"what was meant"))
    assert hub.store.blobs.uploaded(digest(b"what was meant"), desk.keys.id) == 0


def test_an_empty_file_is_a_file(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    desk.exchange(token=True)
    assert hub.store.blobs.has(desk.upload(b""))
    path = BLOBS + digest(b"").hex()
    desk.send("PUT", path, b"", Authorization=f"Bearer {desk.token}", Content_Range="bytes 0-0/0")


def test_a_reader_brings_nothing(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    desk.exchange(token=True)
    with pytest.raises(Refused, match="role"):
        desk.upload(b"hello")


def test_one_file_and_all_files_of_a_desk_have_a_limit(small_hub: RunningHub) -> None:
    desk = small_hub.desk("contributor")
    desk.exchange(token=True)
    with pytest.raises(Refused, match="too-large"):
        desk.upload(bytes(100_001))
    desk.upload(os.urandom(90_000))
    with pytest.raises(Refused, match="quota"):
        desk.upload(os.urandom(90_000))
    desk.upload(os.urandom(50_000))


def test_a_published_file_is_fetched_in_parts(hub: RunningHub) -> None:
    content = os.urandom(700_000)
    _, sha256 = published(hub, PUBLIC, content)
    reader = hub.desk("reader")
    reader.exchange(token=True)
    assert reader.fetch(sha256) == content
    assert reader.fetch(sha256, Range="bytes=600000-") == content[600_000:]
    assert reader.fetch(sha256, Range="bytes=10-19") == content[10:20]
    assert reader.fetch(sha256, Range="bytes=699999-9999999") == content[-1:]
    answer = reader.send(
        "GET", BLOBS + sha256.hex(), Authorization=f"Bearer {reader.token}", Range="bytes=5-9"
    )
    assert (answer.status, answer.headers["content-range"]) == (206, "bytes 5-9/700000")
    answer = reader.send("HEAD", BLOBS + sha256.hex(), Authorization=f"Bearer {reader.token}")
    assert answer.headers["content-length"] == "700000"
    with pytest.raises(Refused, match="range") as refused:
        reader.fetch(sha256, Range="bytes=700000-")
    assert refused.value.status == 416


@pytest.mark.parametrize(
    ("role", "home", "allowed"),
    [
        ("reader", "latam", False),
        ("contributor", "latam", True),
        ("contributor", "open-data", False),
        ("coordinator", "open-data", False),
        ("steering", "centre", True),
        ("secretariat", "centre", True),
    ],
)
def test_members_files_and_revisions_are_for_members(
    hub: RunningHub, role: str, home: str, allowed: bool
) -> None:
    coordinator, sha256 = published(hub, MEMBERS, b"for members")
    (revision,) = coordinator.of(MEMBERS).records.values()
    desk = hub.desk(role, home)
    desk.exchange(token=True)
    path = REVISIONS + revision.hash.hex()
    if allowed:
        assert desk.fetch(sha256) == b"for members"
        assert desk.send("GET", path, Authorization=f"Bearer {desk.token}").data == revision.canonical
    else:
        for wanted in (BLOBS + sha256.hex(), path):
            with pytest.raises(Refused) as refused:
                desk.send("GET", wanted, Authorization=f"Bearer {desk.token}")
            assert refused.value.status == 404


def test_a_proposed_file_is_for_the_hubs_coordinators_until_it_is_published(hub: RunningHub) -> None:
    author, coordinator, reader = hub.desk("contributor"), hub.desk("coordinator"), hub.desk("reader")
    for desk in (author, coordinator, reader):
        desk.exchange(token=True)
    reader.chain = coordinator.chain
    record = author.write(files=[{"name": "a", "sha256": digest(b"draft").hex(), "size": 5}])
    sent = author.batch(PUBLIC, [record])
    assert author.exchange(batches=[sent]).receipts[0].wanted == [author.upload(b"draft")]
    assert author.exchange(batches=[sent]).receipts[0].wanted == []
    assert coordinator.fetch(digest(b"draft")) == b"draft"
    with pytest.raises(Refused, match="blob-unknown"):
        reader.fetch(digest(b"draft"))
    coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, [record])])
    assert reader.fetch(digest(b"draft")) == b"draft"


def test_history_is_fetched_by_hash_down_to_what_was_proposed(hub: RunningHub) -> None:
    author, coordinator, reader = hub.desk("contributor"), hub.desk("coordinator"), hub.desk("reader")
    reader.exchange(token=True)
    proposed, other = author.write(), author.write()
    author.exchange(batches=[author.batch(PUBLIC, [proposed, other])])
    merged = coordinator.edit(proposed, title={"en": "As published"})
    coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, [merged])])
    later = coordinator.edit(merged, title={"en": "Later"})
    coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, [later])])
    for revision in (later, merged, proposed):
        path = REVISIONS + revision.hash.hex()
        assert reader.send("GET", path, Authorization=f"Bearer {reader.token}").data == revision.canonical
    with pytest.raises(Refused, match="revision-unknown"):
        reader.send("GET", REVISIONS + other.hash.hex(), Authorization=f"Bearer {reader.token}")


@pytest.mark.parametrize("token", ["", "x", "A" * 71, "é" * 10, "A" * 5000])
def test_without_a_token_there_is_nothing(hub: RunningHub, token: str) -> None:
    _, sha256 = published(hub, PUBLIC, b"public")
    desk = hub.desk("reader")
    desk.token = token
    with pytest.raises(Refused) as refused:
        desk.send("GET", BLOBS + sha256.hex(), Authorization=f"Bearer {token}".encode().decode("latin-1"))
    assert refused.value.status == 401


@pytest.mark.parametrize("name", ["..%2f..%2fkeys%2fonline", "AB" * 32, "ab" * 31, "ab" * 32 + "/x", ""])
def test_a_name_that_is_no_hash_is_nothing(hub: RunningHub, name: str) -> None:
    desk = hub.desk("reader")
    desk.exchange(token=True)
    with pytest.raises(Refused) as refused:
        desk.send("GET", BLOBS + name, Authorization=f"Bearer {desk.token}")
    assert (refused.value.status, refused.value.code) == (404, "no-such-thing")


@pytest.mark.parametrize(
    "stated", ["bytes 0-9/5", "bytes 5-1/9", "bytes */9", "bytes 0-8/*", "0-8/9", "bytes 9-9/9"]
)
def test_a_content_range_that_makes_no_sense_is_refused(hub: RunningHub, stated: str) -> None:
    desk = hub.desk("contributor")
    desk.exchange(token=True)
    with pytest.raises(Refused, match="content-range"):
        desk.send(
            "PUT", BLOBS + "ab" * 32, b"123456789", Authorization=f"Bearer {desk.token}", Content_Range=stated
        )


def test_an_upload_that_a_kill_left_complete_is_taken_in_when_it_is_offered_again(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    desk.exchange(token=True)
    content = os.urandom(1_000)
    hub.store.blobs.add(
        digest(content), desk.keys.id, 0, content
    )  # as far as a server came before it was killed
    assert not hub.store.blobs.has(digest(content))
    assert put(desk, content, 999, 1_000) == 1_000
    assert hub.store.blobs.path(digest(content)).read_bytes() == content
