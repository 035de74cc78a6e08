"""A disk that is full, or refuses now and then: a plain sentence, nothing lost, and on it goes when there is room.

The disk is a tmpfs of a few MB where this machine lets one be mounted (as root, on Linux); without one these tests are
skipped. Input and output errors come from `fiu-run` where it is installed, and from our own writers everywhere.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zstandard

from hubdesk.catalogue.database import FILE, SCHEMA, schema_of
from hubdesk.catalogue.profile import open_profile
from hubdesk.cli.sentences import UNKNOWN, sentence
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from tests.faults import editing, refused_calls
from tests.faults.conftest import Tally
from tests.faults.killing import Diary
from tests.faults.world import LATAM, World, found_world
from tests.unit.catalogue.profiles import a_tool, coordinator_desk

SAMPLE = Path(__file__).parents[1] / "upgrades" / "0001.sqlite.zst"
_NO_WORDS = UNKNOWN.partition("(")[0]
_OF_DISKS = {"disk-full", "disk-refuses", "backup-no-room", "backup-failed", "busy"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder that is a disk of 24 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no tmpfs can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def full(disk: Path, left: int) -> Iterator[None]:
    """Within the block the disk has about so many bytes left."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        file.write(b"\0" * max(0, shutil.disk_usage(disk).free - left))
    try:
        yield
    finally:
        filler.unlink()


def told(step: Callable[[], object]) -> str | None:
    """Take a step; return the code of what is said when it cannot be taken. It must be about disks, in a sentence."""
    try:
        step()
    except HubDeskError as error:
        if sentence(error).startswith(_NO_WORDS) or error.code not in _OF_DISKS:
            raise
        return error.code
    return None


def test_editing_on_a_disk_that_fills_up(
    small_disk: Path, times: Callable[[int, int], int], tally: Tally, tmp_path: Path
) -> None:
    folder, diary = small_disk / "desk", Diary(tmp_path / "diary")
    editing.prepare(folder)
    chance = random.Random(17)
    for number in range(times(4, 200)):
        diary.path.unlink(missing_ok=True)
        with full(small_disk, chance.randrange(0, 400_000)):
            said = told(lambda seed=number: _edit(folder, diary, seed))
        tally.tried += 1
        tally.note(f"said: {said}")
        possible, _ = editing.possible(diary) if diary.path.exists() else ([], 0)
        desk = Desk.open(folder)
        stands = editing.stands(desk)
        tally.lost += bool(possible) and stands not in possible
        assert not possible or stands in possible
        assert desk.verify().ok
        a_tool(desk, f"There is room again {number}")
        desk.close()


def _edit(folder: Path, diary: Diary, seed: int) -> None:
    desk = Desk.open(folder)
    try:
        editor = editing.Editor(desk, diary, seed)
        for _ in range(60):
            editor.step()
            editor.done()
    finally:
        desk.close()


def test_a_sync_on_a_full_disk_loses_nothing_on_either_side(
    small_disk: Path, tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    found_world(tmp_path / "founded")
    shutil.copytree(tmp_path / "founded", tmp_path / "world")
    shutil.move(tmp_path / "world" / "Carla", small_disk / "Carla")
    (tmp_path / "world" / "Carla").symlink_to(small_disk / "Carla")
    chance = random.Random(19)
    with World(tmp_path / "world", desks=2) as world:
        ana, carla = world.places["Ana"], world.places["Carla"]
        for number in range(times(2, 100)):
            mine, theirs = (
                a_tool(carla.desk, f"Mine {number}", propose=True),
                a_tool(ana.desk, f"Theirs {number}"),
            )
            ana.desk.propose([theirs])
            ana.desk.accept([theirs])
            world.publish(ana, "latam")
            with full(small_disk, chance.randrange(0, 300_000)):
                tally.note(f"said: {told(lambda: world.sync(carla))}")
            world.sync(carla)
            world.sync(ana)
            tally.tried += 1
            arrived = mine in {item.id for item in ana.desk.inbox()} and theirs in carla.desk.record_ids(
                LATAM
            )
            tally.lost += not arrived
            assert arrived
            assert carla.desk.verify().ok


def test_a_backup_without_room_leaves_the_earlier_ones(small_disk: Path, tally: Tally) -> None:
    desk = coordinator_desk(small_disk / "desk")
    kept = desk.backups.make()
    for left in (0, 20_000, 200_000, 2_000_000):
        with full(small_disk, left):
            assert told(desk.backups.make) in _OF_DISKS
        tally.tried += 1
        assert desk.backups.all() == [kept]
        assert list((small_disk / "desk" / "backups").glob("new*")) == []
    desk.close()


def test_an_upgrade_without_room_leaves_the_old_catalogue(
    small_disk: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    old = zstandard.decompress(SAMPLE.read_bytes())
    chance = random.Random(23)
    for _ in range(times(3, 100)):
        folder = small_disk / "desk"
        folder.mkdir()
        (folder / FILE).write_bytes(old)
        with full(small_disk, chance.randrange(0, 2_000_000)):
            said = told(lambda at=folder: open_profile(at).close())
        tally.note(f"said: {said}")
        tally.tried += 1
        assert schema_of(folder / FILE) in ("0001", SCHEMA)
        desk = Desk.open(folder)
        written = [view.title["en"] for view in desk.drafts()], [item.title["en"] for item in desk.outbox()]
        tally.lost += written != (["Only begun"], ["A checklist"])
        assert written == (["Only begun"], ["A checklist"])
        desk.close()
        shutil.rmtree(folder)


def test_a_file_that_does_not_fit_is_said_and_leaves_no_rest(
    small_disk: Path, tmp_path: Path, tally: Tally
) -> None:
    desk = coordinator_desk(small_disk / "desk")
    record = a_tool(desk, "With a file")
    (tmp_path / "large.pdf").write_bytes(os.urandom(3_000_000))
    with full(small_disk, 1_000_000):
        assert told(lambda: desk.attach(record, [tmp_path / "large.pdf"])) == "disk-full"
    tally.tried += 1
    assert [path for path in (small_disk / "desk" / "blobs").rglob("*") if path.is_file()] == []
    assert desk.attach(record, [tmp_path / "large.pdf"])
    assert desk.verify().ok
    desk.close()


def test_a_disk_that_refuses_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, diary, chance = tmp_path / "desk", Diary(tmp_path / "diary"), random.Random(29)
    editing.prepare(folder)
    sync = os.fsync

    def refuse(descriptor: int) -> None:
        if chance.random() < 0.02:
            raise OSError(5, "Input/output error")
        sync(descriptor)

    for number in range(times(3, 300)):
        diary.path.unlink(missing_ok=True)
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", refuse)
            tally.note(f"said: {told(lambda seed=number: _edit(folder, diary, seed))}")
        tally.tried += 1
        possible, _ = editing.possible(diary) if diary.path.exists() else ([], 0)
        desk = Desk.open(folder)
        stands = editing.stands(desk)
        tally.lost += bool(possible) and stands not in possible
        assert not possible or stands in possible
        assert desk.verify().ok
        desk.close()


@pytest.mark.skipif(shutil.which("fiu-run") is None, reason="fiu-run is not installed")
def test_two_in_a_hundred_calls_of_the_system_fail(
    tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, diary = tmp_path / "desk", Diary(tmp_path / "diary")
    editing.prepare(folder)
    for number in range(times(2, 200)):
        diary.path.unlink(missing_ok=True)
        words = ["-m", refused_calls.__name__, str(folder), str(diary.path), str(number)]
        done = subprocess.run(
            ["fiu-run", "-x", sys.executable, *words], check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        tally.tried += 1
        tally.note(f"said: {done.stdout.strip() or None}")
        possible, steps = editing.possible(diary)
        tally.note("steps acknowledged", steps)
        desk = Desk.open(folder)
        stands = editing.stands(desk)
        tally.lost += stands not in possible
        assert stands in possible
        assert desk.verify().ok
        desk.close()
