"""Files over bad lines: new versions by patches, chunks that survive everything, and records that share a file."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.model.identity import digest
from hubdesk.state.chunks import CHUNK
from hubdesk.sync import link
from hubdesk.sync.patience import Patience
from tests.scenarios.between import Between, standing_between
from tests.scenarios.command_line import CommandLine
from tests.unit.server.driver import RunningHub

Joining = Callable[..., CommandLine]

OLD = random.Random(7).randbytes(20 * CHUNK)
NEW = OLD[: 3 * CHUNK] + b"news in the middle" + OLD[3 * CHUNK :]


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "Patience", partial(Patience, wait=lambda _seconds: False))


@pytest.fixture
def between(hub: RunningHub) -> Iterator[Between]:
    with standing_between(hub.url) as standing:
        yield standing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "handbook.pdf"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def publish(coordinator: CommandLine, record: str, file: Path) -> None:
    coordinator("attach", record, file)
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")


def far_reader(hub: RunningHub, between: Between, person: Callable[[str], CommandLine]) -> CommandLine:
    reader = person("reader")
    reader("join", hub.store.invite(url=between.url, hub="latam", role="reader"))
    return reader


def test_a_new_version_comes_as_a_patch_against_the_old_one(
    hub: RunningHub, desk: Joining, person: Callable[[str], CommandLine], between: Between, file: Path
) -> None:
    coordinator, reader = desk("coordinator"), far_reader(hub, between, person)
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")
    reader("get", record)
    file.write_bytes(NEW)
    publish(coordinator, record, file)
    reader("sync")
    between.fetched.clear()
    got = reader("get", record)
    assert Path(got["path"]).read_bytes() == NEW
    assert [path for path, _ in between.fetched] == [
        f"/v1/blobs/{digest(NEW).hex()}/patch/{digest(OLD).hex()}?most={int(len(NEW) * 0.6)}"
    ]
    assert sum(size for _, size in between.fetched) < 1_000
    assert not list((reader.profile / "blobs" / "part").iterdir())


@pytest.mark.parametrize(
    "lie", [b"", b"hubdesk/patch/1\n", b"hubdesk/patch/1\n" + bytes(20) + b"x" * 500, b"?" * 5_000]
)
def test_a_false_patch_costs_little_and_the_file_comes_whole(
    hub: RunningHub,
    desk: Joining,
    person: Callable[[str], CommandLine],
    between: Between,
    file: Path,
    lie: bytes,
) -> None:
    coordinator, reader = desk("coordinator"), far_reader(hub, between, person)
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")
    reader("get", record)
    file.write_bytes(NEW)
    publish(coordinator, record, file)
    reader("sync")
    between.change_file = lambda path, content: lie if "/patch/" in path else content
    assert Path(reader("get", record)["path"]).read_bytes() == NEW
    assert not list((reader.profile / "blobs" / "part").iterdir())


def test_a_false_chunk_fails_by_name_and_what_was_right_is_not_fetched_again(
    hub: RunningHub, desk: Joining, person: Callable[[str], CommandLine], between: Between, file: Path
) -> None:
    coordinator, reader = desk("coordinator"), far_reader(hub, between, person)
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")

    def false_from_the_tenth_on(path: str, content: bytes) -> bytes:
        right = len(content) if "chunks" in path else 10 * CHUNK if len(content) == len(OLD) else 0
        return content[:right] + bytes(len(content) - right)

    between.change_file = false_from_the_tenth_on
    assert reader.fails("get", record) == "chunk-false"
    between.change_file = None
    assert reader("show", record)["files"][0]["available"] is False
    between.fetched.clear()
    assert Path(reader("get", record)["path"]).read_bytes() == OLD
    assert sum(size for _, size in between.fetched) == 10 * CHUNK + 20 * 32


def test_a_half_fetched_file_says_how_much_is_here_and_goes_on_at_another_address(
    hub: RunningHub, desk: Joining, person: Callable[[str], CommandLine], between: Between, file: Path
) -> None:
    coordinator, reader = desk("coordinator"), far_reader(hub, between, person)
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")
    between.cut_file = lambda path, first: None if "chunks" in path else 6 * CHUNK + 100 if first == 0 else 0
    assert reader.fails("get", record) == "cut"
    shown = reader("show", record)["files"][0]
    assert (shown["available"], shown["bytes_here"]) == (False, 6 * CHUNK)
    with standing_between(hub.url) as another:
        another.take_over(reader.profile)
        assert Path(reader("get", record)["path"]).read_bytes() == OLD
        assert [asked for asked in another.ranges if asked] == [f"bytes={6 * CHUNK}-{len(OLD) - 1}"]
    assert reader("show", record)["files"][0]["available"] is True


def test_one_get_goes_through_cuts_by_itself(
    hub: RunningHub, desk: Joining, person: Callable[[str], CommandLine], between: Between, file: Path
) -> None:
    coordinator, reader = desk("coordinator"), far_reader(hub, between, person)
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")
    between.cut_file = lambda path, _first: 7 if "chunks" in path else 100_000
    assert Path(reader("get", record)["path"]).read_bytes() == OLD
    firsts = [
        int(asked[6:].partition("-")[0]) for asked in between.ranges if asked.endswith(f"-{len(OLD) - 1}")
    ]
    assert firsts == list(range(0, len(OLD), 100_000))


def test_a_file_that_arrives_for_one_record_is_here_for_every_record_that_has_it(
    desk: Joining, file: Path
) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    records = [coordinator.write(), coordinator.write()]
    for record in records:
        publish(coordinator, record, file)
    reader("sync")
    assert found_here(reader) == 0
    reader("get", records[0])
    assert found_here(reader) == 2


def found_here(reader: CommandLine) -> int:
    with closing(Desk.open(reader.profile)) as opened:
        return opened.search(Query(facets={"here": ["yes"]})).total


def test_an_older_hub_that_has_no_chunk_lists_still_gives_files_that_go_on_after_a_cut(
    hub: RunningHub, desk: Joining, person: Callable[[str], CommandLine], between: Between, file: Path
) -> None:
    coordinator, reader = desk("coordinator"), far_reader(hub, between, person)
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")
    between.unknown = "/chunks"
    between.cut_file = lambda _path, first: 500_000 if first == 0 else 0
    assert reader.fails("get", record) == "cut"
    between.cut_file = None
    between.fetched.clear()
    assert Path(reader("get", record)["path"]).read_bytes() == OLD
    assert [size for _, size in between.fetched] == [len(OLD) - 500_000]
    assert not list((reader.profile / "blobs" / "part").iterdir())


def test_a_file_without_a_byte_is_a_file(desk: Joining, file: Path) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    file.write_bytes(b"")
    record = coordinator.write()
    publish(coordinator, record, file)
    reader("sync")
    assert Path(reader("get", record)["path"]).read_bytes() == b""
