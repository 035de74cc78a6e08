"""An edition is looked at, checked, tried and taken: in a folder, a zip or sealed, and again after a cut."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hubdesk.catalogue.drafts import NewRecord
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.packages import taking
from hubdesk.packages.layout import Step
from hubdesk.packages.options import Options
from hubdesk.server.centre import create_centre
from tests.scenarios.command_line import CommandLine
from tests.scenarios.profile_state import state_of
from tests.unit.server.driver import running_hub

PUBLIC, MEMBERS = "latam/public", "latam/members"
FILES = {"note.txt": b"A note.", "large.bin": bytes(range(256)) * 8_000}
WITHDRAWN = 25
Desks = Callable[[str], Desk]


class Sticks(NamedTuple):
    """Three editions of one hub: with 30 records, with two more and one changed, and with most of them withdrawn; the
    hash of the Centre's root; the id of the desk that made them."""

    first: Path
    second: Path
    third: Path
    root: str
    maker: str


def fields(title: str, **more: Any) -> dict[str, Any]:
    said = {"title": {"en": title}, "summary": {"en": title}, "licence": "CC0-1.0", "pass_on": "yes"}
    return said | more


def publish(desk: Desk, withdrawing: int | None = None) -> None:
    assert desk.propose().refused == []
    assert desk.accept().refused == []
    desk.publish("latam", withdrawing=withdrawing)


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> Sticks:
    base = tmp_path_factory.mktemp("sticks")
    create_centre(base / "hub", datetime.now(UTC))
    maker = Desk.create(base / "maker", use_keyring=False)
    only = Options(collections=[PUBLIC])
    with running_hub(base / "hub") as hub:
        maker.join(hub.invite("coordinator"))
        maker.sync()
        ids = maker.new_many([NewRecord("tool", fields(f"Tool {n}")) for n in range(30)], PUBLIC)
        publish(maker)
        root = maker.editions.make(base / "first", only).root
        for name, content in FILES.items():
            (base / name).write_bytes(content)
            maker.attach(maker.new("tool", fields(f"With {name}"), PUBLIC), [base / name])
        maker.set(ids[0], {"summary.en": "Changed"})
        publish(maker)
        maker.editions.make(base / "second", only)
        for record in ids[:WITHDRAWN]:
            maker.withdraw(record, "out of date")
        publish(maker, WITHDRAWN)
        maker.editions.make(base / "third", only)
    found = Sticks(base / "first", base / "second", base / "third", root, maker.id)
    maker.close()
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desks]:
    """`desk("Rosa")`: a desk on a computer of its own, the same each time."""
    known: dict[str, Desk] = {}

    def find(name: str) -> Desk:
        if name not in known:
            known[name] = Desk.create(tmp_path / name, use_keyring=False)
        return known[name]

    yield find
    for found in known.values():
        found.close()


def refusal(action: Callable[[], Any]) -> HubDeskError:
    with pytest.raises(HubDeskError) as refused:
        action()
    return refused.value


def taken_or_stopped(
    desk: Desk, sticks: Sticks, heard: Callable[[Step], None], stop: threading.Event
) -> taking.TakeReport | None:
    try:
        return desk.editions.take(sticks.second, root=sticks.root, progress=heard, stop=stop)
    except HubDeskError as error:
        if error.code != "edition-stopped":
            raise
        return None


def as_zip(folder: Path, target: Path) -> Path:
    """The edition in one file, as this program writes it."""
    from tests.unit.packages.test_zip_bag import zipped

    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    target.write_bytes(zipped({name: path.read_bytes() for name, path in files.items()}, "edition/"))
    return target


# Looking


def test_a_look_at_an_edition_tells_what_would_be_new_here(sticks: Sticks, desk: Desks) -> None:
    rosa = desk("Rosa")
    rosa.editions.take(sticks.first, root=sticks.root)
    before = state_of(rosa)
    seen = rosa.editions.inspect(sticks.second)
    assert (seen.by, seen.root, seen.trusted, seen.problems) == (sticks.maker, sticks.root, True, [])
    found = seen.collections[PUBLIC]
    assert (found.state, found.new, found.changed, found.withdrawn, found.held) == ("newer", 2, 1, 0, None)
    assert (seen.files, seen.files_new, seen.bytes_new) == (2, 2, sum(map(len, FILES.values())))
    assert {title["en"] for _, _, title in seen.new_titles} == {"With note.txt", "With large.bin"}
    assert seen.age_days is not None
    assert seen.age_days < 1
    assert state_of(rosa) == before

    assert rosa.editions.inspect(sticks.first).collections[PUBLIC].state == "held"
    rosa.editions.take(sticks.second)
    assert rosa.editions.inspect(sticks.first).collections[PUBLIC].state == "older"
    assert rosa.editions.inspect(sticks.third).collections[PUBLIC].held == WITHDRAWN
    assert rosa.editions.inspect(sticks.second).files_new == 0


def test_an_edition_of_strangers_is_shown_and_said_to_be_one(sticks: Sticks, desk: Desks) -> None:
    seen = desk("new").editions.inspect(sticks.second)
    assert (seen.trusted, seen.root) == (False, sticks.root)
    assert seen.collections[PUBLIC].new == 32


def test_a_look_and_a_check_need_no_profile(sticks: Sticks, person: Callable[[str], CommandLine]) -> None:
    nobody = person("nobody")
    assert nobody("edition", "inspect", sticks.second)["collections"][PUBLIC]["new"] == 32
    checked = nobody("edition", "verify", sticks.second, "--root", sticks.root)
    assert (checked["ok"], checked["collections"][PUBLIC]["records"], checked["files"]) == (True, 32, 2)
    assert nobody.fails("edition", "verify", sticks.second) == "edition-untrusted"
    assert nobody.fails("edition", "take", sticks.second, "--dry-run") == "edition-untrusted"
    tried = nobody("edition", "take", sticks.second, "--dry-run", "--root", sticks.root)
    assert tried["collections"][PUBLIC]["taken"]
    assert not nobody.profile.exists()


# Checking


def test_a_check_names_what_is_not_as_it_was_written(sticks: Sticks, desk: Desks, tmp_path: Path) -> None:
    rosa = desk("Rosa")
    rosa.editions.take(sticks.first, root=sticks.root)
    before = state_of(rosa)
    stick = shutil.copytree(sticks.second, tmp_path / "stick")
    assert rosa.editions.verify(stick).ok
    for path in sorted(path for path in stick.rglob("*") if path.is_file()):
        content = path.read_bytes()
        path.write_bytes(content[:-1] + bytes((content[-1] ^ 1,)))
        refused = refusal(lambda: rosa.editions.verify(stick))
        assert refused.code == "edition-damaged"
        path.write_bytes(content)
    assert rosa.editions.verify(stick).ok
    assert state_of(rosa) == before


# Trying and taking


def test_a_dry_run_tells_what_would_come_and_changes_nothing(sticks: Sticks, desk: Desks) -> None:
    rosa = desk("Rosa")
    rosa.editions.take(sticks.first, root=sticks.root)
    before = state_of(rosa)
    told = rosa.editions.take(sticks.second, dry=True)
    assert (told.dry, told.blobs, told.problems) == (True, 2, [])
    assert state_of(rosa) == before
    taken = rosa.editions.take(sticks.second)
    assert taken.collections == told.collections
    assert taken.blobs == told.blobs


@pytest.mark.parametrize("form", ["zip", "sealed"])
def test_one_file_brings_what_a_folder_brings(sticks: Sticks, desk: Desks, tmp_path: Path, form: str) -> None:
    rosa, kim = desk("Rosa"), desk("Kim")
    rosa.editions.take(sticks.second, root=sticks.root)
    path = as_zip(sticks.second, tmp_path / "edition.zip")
    if form == "sealed":
        import pyrage

        recipient = pyrage.x25519.Recipient.from_str(kim._profile.keys.recipient)
        pyrage.encrypt_file(str(path), str(tmp_path / "edition.age"), [recipient])
        path = tmp_path / "edition.age"
        assert refusal(lambda: rosa.editions.take(path)).code == "edition-sealed"
    assert kim.editions.verify(path, root=sticks.root).ok
    assert kim.editions.inspect(path).collections[PUBLIC].new == 32
    report = kim.editions.take(path, root=sticks.root)
    assert (report.blobs, report.problems) == (2, [])
    assert [view.root for view in kim.collections()] == [view.root for view in rosa.collections()]
    assert kim.verify().ok
    assert not [found for found in kim.profile.iterdir() if "edition" in found.name]


def test_a_large_withdrawal_waits_by_this_road_too(sticks: Sticks, desk: Desks) -> None:
    rosa = desk("Rosa")
    rosa.editions.take(sticks.second, root=sticks.root)
    report = rosa.editions.take(sticks.third)
    taken = report.collections[PUBLIC]
    assert (taken.taken, taken.held) == (False, True)
    assert [(view.collection, view.withdrawals) for view in rosa.held.all()] == [(PUBLIC, WITHDRAWN)]
    again = rosa.editions.take(sticks.third)
    assert again.collections[PUBLIC].held
    rosa.held.take(PUBLIC)
    assert rosa.editions.inspect(sticks.third).collections[PUBLIC].state == "held"
    assert rosa.verify().ok


def test_a_first_copy_is_never_held(sticks: Sticks, desk: Desks) -> None:
    assert desk("new").editions.take(sticks.third, root=sticks.root).collections[PUBLIC].taken


def test_files_come_later_from_an_edition_that_is_held_already(
    sticks: Sticks, desk: Desks, tmp_path: Path
) -> None:
    rosa = desk("Rosa")
    stick = shutil.copytree(sticks.second, tmp_path / "stick")
    large = max((stick / "data/blobs").glob("*/*"), key=lambda path: path.stat().st_size)
    content = large.read_bytes()
    large.write_bytes(content[:-1] + b"!")
    report = rosa.editions.take(stick, root=sticks.root)
    assert (report.blobs, [fault.code for fault in report.problems]) == (1, ["blob-mismatch"])
    large.write_bytes(content)
    report = rosa.editions.take(stick)
    assert (report.blobs, report.problems) == (1, [])


# Cuts


def test_a_taking_that_was_stopped_goes_on(
    sticks: Sticks, desk: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_NOTED_TOGETHER", 1)
    rosa = desk("Rosa")
    stages: set[tuple[str, int]] = set()
    for _ in range(200):
        stop = threading.Event()

        def heard(step: Step, stop: threading.Event = stop) -> None:
            if (step.stage, step.done) not in stages:
                stages.add((step.stage, step.done))
                stop.set()

        report = taken_or_stopped(rosa, sticks, heard, stop)
        assert rosa.verify().ok
        if report is not None:
            break
    assert report is not None
    assert {"checking", "records", "files"} <= {stage for stage, _ in stages}
    assert report.collections[PUBLIC].version == 2
    assert sorted(path.stat().st_size for path in (rosa.profile / "blobs").glob("??/*")) == [7, 2_048_000]
    assert rosa.editions.take(sticks.second).blobs == 0


def test_a_file_that_was_copied_before_a_kill_is_not_copied_again(
    sticks: Sticks, desk: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    rosa = desk("Rosa")
    with monkeypatch.context() as killed:
        killed.setattr(taking.Taking, "_note_files", lambda *_: None)
        rosa.editions.take(sticks.second, root=sticks.root)
    assert not any(file.available for one in rosa.record_ids() for file in rosa.show(one).files)
    copied: list[object] = []
    monkeypatch.setattr(type(rosa.blobs), "add_stream", lambda *_: copied.append(1))
    assert rosa.editions.take(sticks.second).blobs == 2
    assert copied == []
    assert all(file.available for one in rosa.record_ids() for file in rosa.show(one).files)
