"""Files through kills, cuts, full disks, flipped bytes and lies: in the end the right file, and hardly a byte twice."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from hubdesk.catalogue.blobs import Blobs
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.model.identity import digest
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.centre import create_centre
from hubdesk.server.limits import Rates
from hubdesk.state.chunks import CHUNK, HASH
from hubdesk.sync import link
from hubdesk.sync.patience import Patience
from tests.faults.conftest import Tally
from tests.faults.processes import ENDED, ended, forked, hub_process, killed_after, on_desk
from tests.scenarios.between import Between, standing_between
from tests.unit.server.driver import RunningHub, running_hub

Times = Callable[[int, int], int]
SIZE = 40 * CHUNK + 321
CONTENT = random.Random(3).randbytes(SIZE)
SHA = digest(CONTENT)


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "Patience", partial(Patience, wait=lambda _seconds: False))


def publish(desk: Desk, content: bytes, folder: Path) -> str:
    """Publish a record with a file as this coordinator's desk; return its id."""
    fields = {"title": {"en": "Handbook"}, "summary": {"en": "All of it."}, "licence": "CC0-1.0"}
    record = desk.new("tool", fields, "latam/public")
    file = folder / "handbook.pdf"
    file.write_bytes(content)
    desk.attach(record, [file])
    assert desk.propose([record]).done
    assert desk.accept([record]).done
    desk.publish("latam")
    return record


def joined(invite: str, profile: Path) -> Desk:
    desk = Desk.create(profile, use_keyring=False)
    desk.join(invite)
    desk.sync()
    return desk


def part(profile: Path, ending: str) -> Path:
    return Blobs(profile).part(SHA).with_suffix(ending)


def marked(profile: Path) -> set[int]:
    """The chunks that a download says it has; each is looked at, and must be true."""
    done, data = part(profile, ".done"), part(profile, ".data")
    if not done.exists():
        return set()
    marks, held = done.read_bytes(), data.read_bytes() if data.exists() else b""
    numbers = {number for number in range(len(marks) * 8) if marks[number // 8] >> number % 8 & 1}
    for number in numbers:
        place = slice(number * CHUNK, (number + 1) * CHUNK)
        assert held[place] == CONTENT[place], f"chunk {number} is marked and false"
    return numbers


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that can be killed are forked here")
def test_a_download_that_is_killed_again_and_again_keeps_what_it_had(
    tmp_path: Path, times: Times, tally: Tally
) -> None:
    create_centre(tmp_path / "hub", datetime.now(UTC))
    chance = random.Random(20)
    profile = tmp_path / "reader"
    with hub_process(tmp_path / "hub") as hub:
        with closing(joined(hub.invite("coordinator"), tmp_path / "writer")) as writer:
            record = publish(writer, CONTENT, tmp_path)
        joined(hub.invite("reader"), profile).close()

        def get(desk: Desk) -> None:
            desk.get(record)

        before: set[int] = set()
        for _ in range(times(4, 200)):
            killed = killed_after(forked(on_desk(profile, get)), 0.02 + 0.25 * chance.random())
            tally.tried += 1
            tally.note("killed before its end", killed)
            if not Blobs(profile).has(SHA):
                now = marked(profile)
                tally.lost += len(before - now)
                tally.note("killed in the middle of the file", 0 < len(now) < 41)
                before = now
                continue
            assert Blobs(profile).path(SHA).read_bytes() == CONTENT
            shutil.rmtree(profile / "blobs")  # and begun anew
            before = set()
        assert ended(forked(on_desk(profile, get))) == ENDED
    assert Blobs(profile).path(SHA).read_bytes() == CONTENT
    assert tally.lost == 0


class Far:
    """A reader's desk that reaches its hub over a line that can be cut and falsified; a published file is there."""

    def __init__(self, hub: RunningHub, between: Between, folder: Path, profile: Path) -> None:
        self.between = between
        self.profile = profile
        with closing(joined(hub.invite("coordinator"), folder / "writer")) as writer:
            self.record = publish(writer, CONTENT, folder)
        invite = hub.store.invite(url=between.url, hub="latam", role="reader")
        joined(invite, profile).close()

    def get(self) -> str:
        """Bring the file; return the code of what went wrong, empty for nothing."""
        with closing(Desk.open(self.profile)) as desk:
            try:
                got = desk.get(self.record)
            except HubDeskError as error:
                return error.code
            assert got.path.read_bytes() == CONTENT
            return ""

    def begin_anew(self) -> None:
        shutil.rmtree(self.profile / "blobs")
        self.between.fetched.clear()


@contextmanager
def far_desk(folder: Path, profile: Path) -> Iterator[Far]:
    create_centre(folder / "hub", datetime.now(UTC))
    with (
        running_hub(folder / "hub", rates=Rates(failures=1_000_000)) as hub,
        standing_between(hub.url) as between,
    ):
        yield Far(hub, between, folder, profile)


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Far]:
    with far_desk(tmp_path, tmp_path / "reader") as made:
        yield made


def test_a_line_that_is_cut_costs_no_byte_twice(far: Far, times: Times, tally: Tally) -> None:
    chance = random.Random(21)
    for _ in range(times(2, 60)):
        every = chance.randint(20_000, 400_000)
        came: list[int] = []

        def cut(path: str, first: int, every: int = every, came: list[int] = came) -> int:
            came.append(min(every, SIZE - first) if "chunks" not in path else 0)
            return every

        far.between.cut_file = cut
        assert far.get() == ""
        tally.tried += len(came)
        tally.note("bytes fetched twice", sum(came) - SIZE)
        assert sum(came) == SIZE
        far.begin_anew()


def test_a_byte_that_flips_on_the_disk_costs_at_most_its_chunk_and_the_list(
    far: Far, times: Times, tally: Tally
) -> None:
    chance = random.Random(22)
    for number in range(times(3, 150)):
        ending = (".data", ".list", ".done")[number % 3]
        far.between.cut_file = lambda path, first: (
            None if "chunks" in path else 30 * CHUNK if first == 0 else 0
        )
        assert far.get() == "cut"
        flipped = part(far.profile, ending)
        held = bytearray(flipped.read_bytes())
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
        flipped.write_bytes(held)
        far.between.cut_file = None
        far.between.fetched.clear()
        assert far.get() == ""
        fetched = sum(size for _, size in far.between.fetched)
        tally.tried += 1
        tally.note("bytes fetched again", fetched - (SIZE - 30 * CHUNK))
        assert fetched <= SIZE - 30 * CHUNK + 5 * CHUNK + 41 * HASH
        far.begin_anew()


def test_a_full_disk_is_said_and_what_was_right_stays(tmp_path: Path, tally: Tally) -> None:
    profile = tmp_path / "small"
    with small_disk(profile, 6_000_000) as grow, far_desk(tmp_path, profile / "reader") as far:
        filler = profile / "filler"
        free = shutil.disk_usage(profile).free
        filler.write_bytes(bytes(free - SIZE // 2))
        assert far.get() == "disk-full"
        tally.tried += 1
        held = marked(far.profile)
        assert 5 < len(held) < 40
        grow(30_000_000)
        far.between.fetched.clear()
        assert far.get() == ""
        fetched = sum(size for path, size in far.between.fetched if "chunks" not in path)
        tally.note("bytes fetched twice", fetched - (SIZE - len(held) * CHUNK))
        assert fetched <= SIZE - len(held) * CHUNK


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Callable[[int], None]]:
    """A disk of `size` bytes at `folder`; the function that is given makes it larger."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by root on Linux alone")

    def grow(larger: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={larger}", str(folder)], check=True)

    try:
        yield grow
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_hub_that_lies_about_anything_is_left_soon_and_the_truth_still_comes(
    far: Far, times: Times, tally: Tally
) -> None:
    chance = random.Random(23)
    for _ in range(times(3, 100)):
        far.between.change_file = partial(lied, chance)
        code = far.get()
        tally.tried += 1
        tally.note(code or "came all the same")
        assert code in ("", "chunk-false", "blob-mismatch", "blob-size", "nonsense", "cut")
        assert sum(size for _, size in far.between.fetched) < 4 * SIZE
        far.between.change_file = None
        assert far.get() == ""
        far.begin_anew()


def lied(chance: random.Random, _path: str, content: bytes) -> bytes:
    """What a liar may say: other bytes, fewer, more, nothing, or now and then the truth."""
    changed = bytearray(content)
    for _ in range(chance.choice([0, 0, 1, 3, 50])):
        changed[chance.randrange(len(changed))] ^= 1
    match chance.choice(["whole", "whole", "short", "long", "nothing"]):
        case "short":
            return bytes(changed[: chance.randrange(len(changed))])
        case "long":
            return bytes(changed) + bytes(chance.randrange(1, 1_000_000))
        case "nothing":
            return b""
    return bytes(changed)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that can be killed are forked here")
def test_an_upload_goes_on_after_kills_on_either_side(tmp_path: Path, times: Times, tally: Tally) -> None:
    create_centre(tmp_path / "hub", datetime.now(UTC))
    chance = random.Random(24)
    with hub_process(tmp_path / "hub") as hub:
        author = tmp_path / "author"
        joined(hub.invite("contributor"), author).close()
        for number in range(times(1, 40)):
            content = chance.randbytes(SIZE)
            with closing(Desk.open(author)) as desk:
                record = desk.new("tool", {"title": {"en": f"Number {number}"}, "licence": "CC0-1.0"})
                desk.set(record, {"summary": {"en": "All of it."}})
                file = tmp_path / "handbook.pdf"
                file.write_bytes(content)
                desk.attach(record, [file])
                assert desk.propose([record]).done
            for _ in range(3):
                child = forked(on_desk(author, Desk.sync))
                tally.tried += 1
                if chance.random() < 0.5:
                    tally.note("desk killed", killed_after(child, 0.3 * chance.random()))
                else:
                    time.sleep(0.3 * chance.random())
                    hub.kill()
                    tally.note("hub killed")
                    hub.start()
                    ended(child)
            assert ended(forked(on_desk(author, Desk.sync))) == ENDED
            there = BlobFolder(tmp_path / "hub").path(digest(content))
            tally.lost += not there.is_file() or there.read_bytes() != content
    assert tally.lost == 0
