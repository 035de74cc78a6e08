"""Patches between versions of files: made at publication, or when first asked for, and only for who may read both."""

from __future__ import annotations

import io
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from hubdesk.model.identity import digest
from hubdesk.server import patches
from hubdesk.state.patch import apply_patch
from hubdesk.sync.wire import BLOBS, CHUNKS, PATCHES
from tests.unit.server.driver import DriverDesk, Refused, RunningHub

PUBLIC, MEMBERS = "latam/public", "latam/members"


def file_of(content: bytes, name: str = "a.bin") -> dict[str, object]:
    return {"name": name, "sha256": digest(content).hex(), "size": len(content)}


def get(desk: DriverDesk, path: str, **headers: Any) -> bytes:
    return desk.send("GET", path, Authorization=f"Bearer {desk.token}", **headers).data


def patch_path(old: bytes, new: bytes, most: int | None = None) -> str:
    asked = "" if most is None else f"?most={most}"
    return f"{BLOBS}{digest(new).hex()}{PATCHES}{digest(old).hex()}{asked}"


def coordinator_of(hub: RunningHub) -> DriverDesk:
    desk = hub.desk("coordinator")
    desk.exchange(token=True)
    return desk


OLD = os.urandom(300_000)
NEW = OLD[:100_000] + b"a little news" + OLD[100_000:]


def published_twice(hub: RunningHub, collection: str = PUBLIC, *, upload_late: bool = False) -> DriverDesk:
    desk = coordinator_of(hub)
    desk.upload(OLD)
    first = desk.write(files=[file_of(OLD)])
    desk.sync(collection, publications=[desk.publication(collection, [first])])
    if not upload_late:
        desk.upload(NEW)
    second = desk.edit(first, files=[file_of(NEW)])
    desk.sync(collection, publications=[desk.publication(collection, [second])])
    if upload_late:
        desk.upload(NEW)
    return desk


@pytest.mark.parametrize("upload_late", [False, True])
def test_a_publication_makes_the_patch_before_anybody_asks(hub: RunningHub, upload_late: bool) -> None:
    published_twice(hub, upload_late=upload_late)
    until = time.monotonic() + 10
    while not list((hub.folder / "patches").glob("*/*")) and time.monotonic() < until:
        time.sleep(0.01)
    (made,) = (hub.folder / "patches").glob("*/*")
    assert 0 < made.stat().st_size < 400
    assert made.name.endswith(f".{digest(OLD).hex()}")


def test_a_patch_leads_from_the_old_file_to_the_new_one_and_is_fetched_in_parts(hub: RunningHub) -> None:
    published_twice(hub)
    reader = hub.desk("reader")
    reader.exchange(token=True)
    packed = get(reader, patch_path(OLD, NEW))
    assert b"".join(apply_patch(io.BytesIO(OLD), io.BytesIO(packed), len(NEW))) == NEW
    assert get(reader, patch_path(OLD, NEW), Range="bytes=20-") == packed[20:]
    back = get(
        reader, patch_path(NEW, OLD)
    )  # nobody published in this direction: made because it was asked for
    assert b"".join(apply_patch(io.BytesIO(NEW), io.BytesIO(back), len(OLD))) == OLD
    with pytest.raises(Refused, match="patch-unknown") as refused:
        get(reader, patch_path(OLD, NEW, most=len(packed) - 1))
    assert refused.value.status == 404
    assert get(reader, patch_path(OLD, NEW, most=len(packed))) == packed


def test_a_patch_that_saves_little_is_none(hub: RunningHub) -> None:
    desk = coordinator_of(hub)
    other = os.urandom(300_000)
    for content in (OLD, other):
        desk.upload(content)
    record = desk.write(files=[file_of(OLD, "a"), file_of(other, "b")])
    desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [record])])
    for _ in range(2):
        with pytest.raises(Refused, match="patch-unknown"):
            get(desk, patch_path(OLD, other))
    (remembered,) = (hub.folder / "patches").glob("*/*")
    assert remembered.stat().st_size == 0


def test_while_a_patch_is_made_the_server_says_when_to_ask_again(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patches, "_WAIT_SECONDS", 0.0)
    making = threading.Event()
    monkeypatch.setattr(patches, "make_patch", lambda *_: [b"made"] if making.wait(10) else [])
    desk = published_twice(hub)
    with pytest.raises(Refused, match="patch-coming") as refused:
        get(desk, patch_path(OLD, NEW))
    making.set()
    monkeypatch.setattr(patches, "_WAIT_SECONDS", 10.0)
    assert get(desk, patch_path(OLD, NEW)) == b"made"
    assert (refused.value.status, refused.value.headers["retry-after"]) == (503, "1")


def test_a_patch_is_for_those_who_may_read_both(hub: RunningHub) -> None:
    published_twice(hub, MEMBERS)
    reader = hub.desk("reader")
    reader.exchange(token=True)
    for path in (patch_path(OLD, NEW), BLOBS + digest(NEW).hex() + CHUNKS):
        with pytest.raises(Refused, match="blob-unknown") as refused:
            get(reader, path)
        assert refused.value.status == 404


def test_a_chunk_list_names_each_chunk_and_is_fetched_in_parts(hub: RunningHub) -> None:
    desk = coordinator_of(hub)
    desk.upload(NEW)
    record = desk.write(files=[file_of(NEW)])
    desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [record])])
    path = BLOBS + digest(NEW).hex() + CHUNKS
    listed = get(desk, path)
    chunks = [NEW[place : place + 65_536] for place in range(0, len(NEW), 65_536)]
    assert listed == b"".join(map(digest, chunks))
    assert get(desk, path, Range="bytes=32-") == listed[32:]
    hub.store.blobs.path(digest(NEW)).with_name("gone").touch()
    assert get(desk, path) == listed


def test_patches_nobody_asked_for_are_forgotten(hub: RunningHub, folder: Path) -> None:
    desk = published_twice(hub)
    get(desk, patch_path(OLD, NEW))
    hub.store._patches.tidy(time.time() + 59 * 24 * 3600)
    assert list((folder / "patches").glob("*/*"))
    hub.store._patches.tidy(time.time() + 61 * 24 * 3600)
    assert not list((folder / "patches").glob("*/*"))
