"""Copies of the catalogue: one a day, verified, seven kept; and the way back from any of them."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from hubdesk.catalogue import backups as module
from hubdesk.catalogue.backups import KEPT, numbered
from hubdesk.catalogue.database import FILE
from hubdesk.catalogue.journal import FILE as JOURNAL
from hubdesk.catalogue.profile import create_profile
from hubdesk.catalogue.restore import restore
from hubdesk.catalogue.search import Query
from hubdesk.catalogue.traffic import Traffic
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError, NotFound, ProfileUnusable, StorageFailure, Unreachable
from tests.unit.catalogue.profiles import a_tool, coordinator_desk, opened, title_of


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def days_of(profile: Path) -> list[str]:
    return [path.name[7:17] for path in numbered(profile)]


def on(day: str, profile: Path, title: str | None = None) -> Desk:
    """The desk on a day by its own clock, on which perhaps something is written."""
    desk = opened(profile, f"{day}T09:00:00Z")
    if title is not None:
        a_tool(desk, title)
    return desk


# A day's copy


def test_a_day_has_one_backup_when_something_changed_and_none_when_not(profile: Path) -> None:
    coordinator_desk(profile).close()
    for day, title in (("2026-01-01", "A"), ("2026-01-01", "B"), ("2026-01-02", None), ("2026-01-03", "C")):
        desk = on(day, profile, title)
        made = desk.backups.daily().made
        assert (made is not None) == (
            (day, title) in (("2026-01-01", "A"), ("2026-01-02", None), ("2026-01-03", "C"))
        )
        desk.close()

    # B was written after the copy of the first day: the second day has one of it.
    assert days_of(profile) == ["2026-01-03", "2026-01-02", "2026-01-01"]


def test_a_catalogue_that_has_more_than_doubled_is_copied_again_on_the_same_day(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first fill comes after the first copy; a few words do not push copies of other days out."""
    coordinator_desk(profile).close()
    desk = on("2026-01-01", profile, "A")
    assert desk.backups.daily().made is not None
    for written in range(40):
        fields = {"title": {"en": f"Tool {written}"}, "text": {"en": f"{written} words. " * 6_000}}
        desk.new("tool", fields, "latam/public")
    assert desk.backups.daily().made is None
    monkeypatch.setattr(module, "_GROWN", 1_000_000)
    assert desk.backups.daily().made is not None
    assert desk.backups.daily().made is None
    desk.close()


def test_seven_are_kept(profile: Path) -> None:
    coordinator_desk(profile).close()
    for day in range(1, 11):
        desk = on(f"2026-01-{day:02}", profile, f"Of day {day}")
        assert desk.backups.daily().made is not None
        desk.close()

    assert days_of(profile) == [f"2026-01-{day:02}" for day in range(10, 10 - KEPT, -1)]


def test_a_clock_that_was_in_2046_neither_stops_backups_nor_costs_one(profile: Path) -> None:
    coordinator_desk(profile).close()
    for day in ("2026-01-01", "2046-05-05", "2026-01-02", "2026-01-03", "2010-01-01", "2026-01-04"):
        desk = on(day, profile, f"On {day}")
        assert desk.backups.daily().made is not None
        desk.close()

    assert days_of(profile) == [
        "2026-01-04",
        "2010-01-01",
        "2026-01-03",
        "2026-01-02",
        "2046-05-05",
        "2026-01-01",
    ]
    assert restore(profile).backup == numbered(profile)[0].name


def test_a_backup_is_of_one_moment_though_somebody_writes_all_the_while(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAGES", 1)
    desk = coordinator_desk(profile)
    record = a_tool(desk, "Before")
    steps = []

    def writing(_: float) -> None:
        steps.append(desk.set(record, {"title.en": f"During {len(steps)}"}))

    monkeypatch.setattr(module.time, "sleep", writing)
    desk.backups.make()
    desk.close()
    (profile / JOURNAL).unlink()
    restore(profile)

    assert len(steps) > 20
    desk = opened(profile)
    assert title_of(desk, record) == "Before"
    desk.close()


def test_a_backup_that_is_stopped_leaves_nothing(profile: Path) -> None:
    desk = coordinator_desk(profile)
    stop = threading.Event()
    stop.set()

    with pytest.raises(Unreachable):
        desk.backups.make(stop)

    assert list((profile / "backups").glob("new*")) == []
    assert desk.backups.all() == []
    desk.close()


def test_without_room_the_earlier_ones_stay_and_it_is_said_once_a_day(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coordinator_desk(profile).close()
    desk = on("2026-01-01", profile, "A")
    kept = desk.backups.daily().made
    desk.close()
    usage = shutil.disk_usage(profile)._replace(free=1000)
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: usage)

    desk = on("2026-01-02", profile, "B")
    said = [desk.backups.daily().problem for _ in range(3)]
    monkeypatch.undo()
    afterwards = desk.backups.daily().made
    desk.close()

    assert [problem.code for problem in said if problem] == ["backup-no-room"]
    assert afterwards is not None
    assert [view.name for view in desk.backups.all()] == [afterwards.name, kept.name if kept else ""]


def test_what_is_not_as_it_was_written_becomes_no_backup(profile: Path) -> None:
    desk = coordinator_desk(profile)
    record = a_tool(desk, "Once proposed", propose=True)
    good = desk.backups.make()
    desk.close()
    with closing(sqlite3.connect(profile / FILE)) as connection, connection:
        connection.execute("UPDATE revision SET canonical = CAST(replace(canonical, 'Once', 'Onge') AS BLOB)")
    desk = opened(profile)

    with pytest.raises(ProfileUnusable) as refused:
        desk.backups.make()
    with pytest.raises(ProfileUnusable) as damaged:
        desk.show(record)
    desk.close()
    restore(profile)
    desk = opened(profile)

    assert refused.value.code == "backup-flawed"
    assert damaged.value.code == "profile-damaged"
    assert [view.name for view in desk.backups.all()] == [good.name]
    assert title_of(desk, record) == "Once proposed"
    desk.close()


# The way back


def damaged(profile: Path) -> None:
    (profile / FILE).write_bytes((profile / FILE).read_bytes()[:5000])


def missing(profile: Path) -> None:
    (profile / FILE).unlink()


def empty(profile: Path) -> None:
    (profile / FILE).write_bytes(b"")


def newer(profile: Path) -> None:
    with closing(sqlite3.connect(profile / FILE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize("spoil", [damaged, missing, empty, newer])
@pytest.mark.parametrize("has_backup", [True, False], ids=["backup", "journal alone"])
def test_a_profile_comes_back_with_all_that_was_written(
    profile: Path, spoil: object, has_backup: bool
) -> None:
    desk = coordinator_desk(profile)
    old = a_tool(desk, "Before the backup", propose=True)
    if has_backup:
        desk.backups.make()
    proposed, drafted = a_tool(desk, "Proposed since", propose=True), a_tool(desk, "Drafted since")
    mine = desk.id
    desk.close()
    assert callable(spoil)
    spoil(profile)
    with pytest.raises(ProfileUnusable):
        opened(profile)

    report = restore(profile)
    desk = opened(profile)

    assert (report.events_replayed, report.drafts_replayed) == (2, 1)
    assert (report.aside is None) == (spoil is missing)
    assert desk.id == mine
    assert [item.id for item in desk.outbox()] == [old, proposed]
    assert [view.id for view in desk.drafts()] == [drafted]
    assert {hit.id for hit in desk.search(Query(words="since")).hits} == {proposed, drafted}
    assert [item.role for item in desk.memberships()] == ["coordinator"]
    assert desk.verify().ok
    desk.close()


def test_the_newest_good_one_is_taken_and_the_damaged_ones_are_named(profile: Path) -> None:
    desk = coordinator_desk(profile)
    names = []
    for number in range(3):
        a_tool(desk, f"Number {number}")
        names.append(desk.backups.make().name)
    desk.close()
    for name, change in ((names[2], b"\0"), (names[1], b"")):
        content = bytearray((profile / "backups" / name).read_bytes())
        content[len(content) // 2 :] = change + content[len(content) // 2 + 1 :]
        (profile / "backups" / name).write_bytes(content)

    desk = opened(profile)
    assert [view.ok for view in desk.backups.all()] == [False, False, True]
    desk.close()
    report = restore(profile)

    assert report.backup == names[0]
    assert report.passed_over == [names[2], names[1]]


def test_a_named_one_is_taken_or_refused(profile: Path) -> None:
    desk = coordinator_desk(profile)
    names = [desk.backups.make().name for _ in range(2)]
    desk.close()
    (profile / "backups" / names[1]).write_bytes(b"gone")

    assert restore(profile, names[0]).backup == names[0]
    with pytest.raises(StorageFailure) as refused:
        restore(profile, names[1])
    with pytest.raises(NotFound) as unknown:
        restore(profile, "yesterday")

    assert (refused.value.code, unknown.value.code) == ("backup-damaged", "no-such-backup")


def test_a_restore_that_was_cut_can_be_done_again(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = coordinator_desk(profile)
    desk.backups.make()
    record = a_tool(desk, "Written since")
    desk.close()
    moves = 0
    move = Path.replace

    def cut(path: Path, target: Path) -> Path:
        nonlocal moves
        moves += 1
        if moves == stop_at:
            raise OSError(5, "cut")
        return move(path, target)

    for stop_at in (1, 2):
        moves = 0
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", cut)
            with pytest.raises(HubDeskError):
                restore(profile)
        if stop_at == 1:
            restore(profile)
    with pytest.raises(ProfileUnusable) as gone:
        opened(profile)
    with pytest.raises(ProfileUnusable):
        create_profile(
            profile, use_keyring=False
        )  # a join must not make new keys over a profile that can come back
    restore(profile)
    desk = opened(profile)

    assert gone.value.code == "profile-gone"
    assert title_of(desk, record) == "Written since"
    desk.close()


def test_files_that_came_after_the_backup_are_known_again(profile: Path, tmp_path: Path) -> None:
    desk = coordinator_desk(profile)
    desk.backups.make()
    record = a_tool(desk, "With a file")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF a plan")
    desk.attach(record, [tmp_path / "plan.pdf"])
    desk.close()
    missing(profile)

    restore(profile)
    desk = opened(profile)

    assert [file.available for file in desk.show(record).files] == [True]
    assert desk.verify().ok
    desk.close()


def test_the_old_catalogue_s_log_never_reaches_the_new_one(profile: Path) -> None:
    desk = coordinator_desk(profile)
    desk.backups.make()
    kept = a_tool(desk, "Kept")
    shutil.copytree(profile, profile.with_name("killed"), ignore=shutil.ignore_patterns("in-use"))
    desk.close()
    killed = profile.with_name("killed")
    assert (killed / f"{FILE}-wal").stat().st_size > 0

    report = restore(killed)
    desk = opened(killed)

    assert (killed / f"{report.aside}-wal").exists()
    assert title_of(desk, kept) == "Kept"
    assert desk.verify().ok
    desk.close()


# Keys


@pytest.mark.parametrize("content", [None, b"", b"{}", b"age-encryption.org/v1 and nothing"])
def test_keys_that_are_lost_or_damaged_come_back_from_their_copy(
    profile: Path, content: bytes | None
) -> None:
    desk = coordinator_desk(profile)
    keys = (profile / "keys").read_bytes()
    assert (profile / "backups" / "keys").read_bytes() == keys
    desk.close()
    (profile / "keys").unlink()
    if content is not None:
        (profile / "keys").write_bytes(content)

    desk = opened(profile)

    assert desk._profile.keys.id == desk.id
    assert (profile / "keys").read_bytes() == keys
    desk.close()


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_restored_catalogue_counts_the_month_s_traffic_of_both(profile: Path, *, is_damaged: bool) -> None:
    coordinator_desk(profile).close()
    desk = on("2026-01-05", profile, "A")
    traffic = Traffic(desk._database, lambda: date(2026, 1, 5))
    traffic.add(1_000, 5_000)
    desk.backups.make()
    traffic.add(2_000, 70_000)
    desk.close()
    if is_damaged:  # then the copy's count is what there is
        (profile / FILE).write_bytes(b"no catalogue")

    restore(profile)
    desk = on("2026-01-05", profile)
    assert Traffic(desk._database, lambda: date(2026, 1, 5)).month() == (6_000 if is_damaged else 78_000)
    desk.close()
