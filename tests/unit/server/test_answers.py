"""Snapshots and deltas: which of them a desk is given, and that they are made once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hubdesk.model.identity import digest
from hubdesk.server import answers, snapshots
from hubdesk.server.answers import DeltaCache
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.snapshots import newest_snapshot
from hubdesk.server.states import newest
from hubdesk.state.delta import Delta
from hubdesk.state.snapshot import write_snapshot
from tests.unit.server.driver import DriverDesk, RunningHub

PUBLIC = "latam/public"


def publisher(hub: RunningHub, records: int, size: int = 200) -> DriverDesk:
    """A coordinator that published records of about `size` bytes that cannot be packed."""
    desk = hub.desk("coordinator")
    publish(desk, records, size)
    return desk


def publish(desk: DriverDesk, records: int, size: int = 200) -> None:
    fresh = [desk.write(text={"en": os.urandom(size // 2).hex()}) for _ in range(records)]
    assert desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, fresh)]).published[0].code == ""


def reader(hub: RunningHub, coordinator: DriverDesk) -> DriverDesk:
    desk = hub.desk("reader")
    desk.chain = coordinator.chain
    return desk


def test_a_small_snapshot_is_made_at_once_and_travels_in_the_answer(hub: RunningHub) -> None:
    coordinator = publisher(hub, 10)
    first = reader(hub, coordinator).sync(PUBLIC)
    second = reader(hub, coordinator).sync(PUBLIC)
    assert first.collections[0].snapshot.inline
    assert first.collections == second.collections
    assert first.token == second.token or first.token


def test_after_few_changes_a_snapshot_is_followed_by_a_delta(hub: RunningHub) -> None:
    coordinator = publisher(hub, 200)
    reader(hub, coordinator).sync(PUBLIC)
    publish(coordinator, 1)
    desk = reader(hub, coordinator)
    answer = desk.sync(PUBLIC).collections[0]
    assert (answer.snapshot.head.head().version, answer.head.head().version) == (1, 2)
    assert answer.delta is not None
    assert desk.of(PUBLIC).root == coordinator.of(PUBLIC).root


def test_after_many_changes_a_small_snapshot_is_made_anew(hub: RunningHub) -> None:
    coordinator = publisher(hub, 20)
    reader(hub, coordinator).sync(PUBLIC)
    publish(coordinator, 20)
    answer = reader(hub, coordinator).sync(PUBLIC).collections[0]
    assert answer.snapshot.head == answer.head
    assert answer.delta is None


def test_a_large_snapshot_is_made_anew_behind_the_answer(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "SMALL_BYTES", 1_000)
    coordinator = publisher(hub, 20)
    reader(hub, coordinator).sync(PUBLIC)
    publish(coordinator, 20)
    answer = reader(hub, coordinator).sync(PUBLIC).collections[0]
    assert (answer.snapshot.head.head().version, answer.delta is not None) == (1, True)
    hub.store._maker._worker.submit(lambda: None).result(10)  # one thread: what was asked for before is done
    answer = reader(hub, coordinator).sync(PUBLIC).collections[0]
    assert answer.snapshot.head.head().version == 2


def test_a_snapshot_that_is_being_made_when_the_server_ends_is_given_up(hub: RunningHub) -> None:
    coordinator = publisher(hub, 10)
    hub.store._maker._closed.set()
    with pytest.raises(Exception, match="stopping"):
        reader(hub, coordinator).sync(PUBLIC)
    with hub.store.database.read() as connection:
        standing = newest(connection, PUBLIC)
        assert standing is not None
        assert newest_snapshot(connection, standing.number) is None
    assert list((hub.folder / "uploads").iterdir()) == []


def test_a_desk_far_behind_is_given_a_snapshot_where_that_is_less(hub: RunningHub) -> None:
    coordinator = publisher(hub, 5)
    desk = reader(hub, coordinator)
    desk.sync(PUBLIC)
    publish(coordinator, 300)
    reader(hub, coordinator).sync(PUBLIC)  # a snapshot of version 2 now exists
    answer = desk.sync(PUBLIC).collections[0]
    assert answer.snapshot is not None
    assert desk.of(PUBLIC).root == coordinator.of(PUBLIC).root


def test_a_desk_a_little_behind_is_spared_the_node_hashes_of_a_small_snapshot(hub: RunningHub) -> None:
    coordinator = publisher(hub, 1)
    desk = reader(hub, coordinator)
    desk.sync(PUBLIC)
    publish(coordinator, 3)
    reader(hub, coordinator).sync(PUBLIC)  # a snapshot of version 2 now exists
    answer = desk.sync(PUBLIC).collections[0]
    assert (answer.snapshot, answer.delta is not None) == (None, True)


def test_a_desk_with_a_root_that_never_was_is_given_a_snapshot(hub: RunningHub) -> None:
    coordinator = publisher(hub, 5)
    desk = reader(hub, coordinator)
    desk.of(PUBLIC).version, desk.of(PUBLIC).root = 1, bytes(32)
    assert desk.sync(PUBLIC).collections[0].snapshot is not None


def test_a_large_delta_is_a_blob_and_made_once(hub: RunningHub) -> None:
    coordinator = publisher(hub, 3)
    first, second = reader(hub, coordinator), reader(hub, coordinator)
    first.sync(PUBLIC)
    second.sync(PUBLIC)
    publish(coordinator, 12, size=200_000)
    found = [desk.sync(PUBLIC).collections[0] for desk in (first, second)]
    assert found[0].delta_blob is not None
    assert found[0] == found[1]
    assert first.of(PUBLIC).root == second.of(PUBLIC).root == coordinator.of(PUBLIC).root


def test_the_cache_lets_go_of_what_was_not_asked_for_longest() -> None:
    cache = DeltaCache(limit=250)
    for number in range(3):
        cache.put((1, number, 9), Delta(b"", b"", b"", bytes(100)))
        cache.get((1, 0, 9))
    assert [cache.get((1, number, 9)) is not None for number in range(3)] == [True, False, True]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    def breaks() -> object:
        yield b"half"
        raise RuntimeError

    blobs = BlobFolder(tmp_path)
    with pytest.raises(RuntimeError):
        blobs.keep(breaks())  # type: ignore[arg-type]
    assert list((tmp_path / "uploads").iterdir()) == []
    assert blobs.keep([b"wh", b"ole"]) == (digest(b"whole"), 5)
    assert blobs.path(digest(b"whole")).read_bytes() == b"whole"


def test_uploads_that_nobody_went_on_with_are_forgotten(tmp_path: Path) -> None:
    blobs = BlobFolder(tmp_path)
    blobs.add(bytes(32), "desk", 0, b"half")
    began = next((tmp_path / "uploads").iterdir()).stat().st_mtime
    blobs.tidy(began + 29 * 24 * 3600)
    assert blobs.uploaded(bytes(32), "desk") == 4
    blobs.tidy(began + 31 * 24 * 3600)
    assert blobs.uploaded(bytes(32), "desk") == 0


def test_snapshots_are_read_without_holding_them(tmp_path: Path) -> None:
    stream = tmp_path / "stream"
    stream.write_bytes(b"".join(write_snapshot([])))
    assert list(snapshots.read_records(stream)) == []
