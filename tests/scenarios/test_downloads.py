"""Files that come to a desk: in what order, how far a limit lets them, and who waits for whom."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue.chunks import bytes_here
from hubdesk.catalogue.downloads import DownloadView
from hubdesk.catalogue.limits import Choice
from hubdesk.desk import Desk
from hubdesk.errors import NotFound
from hubdesk.sync.budget import FLUSH
from hubdesk.sync.queue import QueueProgress, QueueReport
from tests.unit.server.driver import RunningHub

EVERYTHING = Choice("chosen")
SOON = 30.0


class Clock:
    """The clock of a computer, which a test sets."""

    def __init__(self) -> None:
        self.time = "2026-11-22T12:00:00Z"

    def __call__(self) -> str:
        return self.time


class Hub:
    """A hub with a coordinator, and readers who come."""

    def __init__(self, running: RunningHub, folder: Path) -> None:
        self.running = running
        self._folder = folder
        self.clock = Clock()
        self._open: list[Desk] = []
        self.coordinator = self._joined("coordinator", "coordinator")

    def _joined(self, role: str, name: str) -> Desk:
        desk = Desk.create(self._folder / name, use_keyring=False)
        desk.join(self.running.invite(role))
        desk.close()
        return self.opened(name)

    def opened(self, name: str) -> Desk:
        """A desk as it is after a start of its computer."""
        desk = Desk.open(self._folder / name)
        desk._parts.now = self.clock if name != "coordinator" else desk._parts.now
        self._open.append(desk)
        return desk

    def reader(self, name: str = "reader") -> Desk:
        """A new desk that has all records."""
        desk = self._joined("reader", name)
        desk.sync()
        return desk

    def publish(self, size: int, kind: str = "tool", **fields: object) -> str:
        """Publish a record with a file of `size` bytes; return its id."""
        desk = self.coordinator
        texts = {"title": {"en": f"{size} bytes"}, "summary": {"en": "A file."}}
        record = desk.new(kind, {**texts, "licence": "CC-BY-4.0", **fields}, "latam/public")
        path = self._folder / f"{size}.bin"
        path.write_bytes(os.urandom(size))
        desk.attach(record, [path])
        desk.propose([record])
        desk.accept([record])
        desk.publish("latam")
        return record

    def arrived(self, desk: Desk, file: DownloadView, least: int) -> int:
        """Wait until so many bytes of a file lie in a profile that another process uses; return how many."""
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            here = bytes_here(desk.profile, bytes.fromhex(file.sha256), file.size)
            if here >= least:
                return here
            time.sleep(0.01)
        raise AssertionError("nothing came")

    def close(self) -> None:
        for desk in self._open:
            desk.close()


@pytest.fixture
def latam(hub: RunningHub, tmp_path: Path) -> Iterator[Hub]:
    made = Hub(hub, tmp_path)
    yield made
    made.close()


def sizes(views: list[DownloadView]) -> list[int]:
    return [view.size for view in views]


def came(report: QueueReport) -> list[int]:
    return [file.bytes for file in report.came]


def stop_at(part: int) -> tuple[Callable[[QueueProgress], None], threading.Event]:
    """Somebody who stops, or pulls the plug, when so many bytes of a file have come."""
    stop = threading.Event()

    def watch(progress: QueueProgress) -> None:
        if progress.done >= part:
            stop.set()

    return watch, stop


def test_what_was_asked_for_comes_first_and_small_files_before_large_ones(latam: Hub) -> None:
    large, small, other = latam.publish(90_000), latam.publish(2_000), latam.publish(1_000)
    desk = latam.reader()
    desk.limits.set(files=EVERYTHING)
    assert desk.downloads.choose() == 3
    assert sizes(desk.downloads.all()) == [1_000, 2_000, 90_000]
    desk.downloads.ask(large)
    assert sizes(desk.downloads.all()) == [90_000, 1_000, 2_000]
    desk.downloads.ask(small)
    assert sizes(desk.downloads.all()) == [2_000, 90_000, 1_000]
    desk.downloads.first(desk.show(other).files[0].sha256)
    assert sizes(desk.downloads.all()) == [1_000, 2_000, 90_000]
    assert came(desk.downloads.run()) == [1_000, 2_000, 90_000]
    assert desk.downloads.all() == []
    assert desk.show(large).files[0].available


def test_the_list_and_what_was_fetched_outlive_a_restart(latam: Hub) -> None:
    record = latam.publish(900_000)
    desk = latam.reader()
    desk.limits.set(rate=600_000)
    desk.downloads.ask(record)
    watch, stop = stop_at(300_000)
    report = desk.downloads.run(watch, stop)
    assert (report.came, report.failed, report.ended) == ([], {}, "stopped")
    desk.close()

    desk = latam.opened("reader")
    waiting = desk.downloads.all()[0]
    assert (waiting.state, waiting.name) == ("waiting", "900000.bin")
    assert waiting.bytes_here >= 250_000
    assert waiting.bytes_here + waiting.bytes_wanted == 900_000
    desk.limits.set(rate=None)
    before = desk.limits.month()
    assert came(desk.downloads.run()) == [900_000]
    assert desk.limits.month() - before < 900_000 - waiting.bytes_here + 70_000


def test_a_kill_in_the_middle_loses_neither_the_list_nor_much_of_the_count(latam: Hub) -> None:
    record = latam.publish(900_000)
    desk = latam.reader()
    desk.limits.set(rate=400_000)
    (asked,) = desk.downloads.ask(record)
    counted = desk.limits.month()
    desk.close()
    command = [sys.executable, "-m", "hubdesk", "--profile", str(desk.profile), "downloads", "run"]
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    part = latam.arrived(desk, asked, 300_000)
    killed.kill()
    killed.wait()

    desk = latam.opened("reader")
    waiting = desk.downloads.all()[0]
    assert waiting.bytes_here >= part
    assert desk.limits.month() - counted >= part - FLUSH
    desk.limits.set(rate=None)
    before = desk.limits.month()
    assert came(desk.downloads.run()) == [900_000]
    assert desk.limits.month() - before < 900_000 - part + 3 * 64 * 1024


def test_a_paused_file_waits_and_goes_on_where_it_was(latam: Hub) -> None:
    paused, other = latam.publish(700_000), latam.publish(10_000)
    desk = latam.reader()
    desk.limits.set(rate=600_000)
    sha256 = desk.show(paused).files[0].sha256
    desk.downloads.ask(paused, first=True)
    desk.downloads.ask(other)

    def pause_it(progress: QueueProgress) -> None:
        if progress.sha256 == sha256 and progress.done >= 200_000:
            desk.downloads.pause(sha256)

    assert came(desk.downloads.run(pause_it)) == [10_000]
    waiting = desk.downloads.all()[0]
    assert waiting.state == "paused"
    assert waiting.bytes_here >= 150_000
    assert came(desk.downloads.run()) == []
    desk.downloads.resume()
    desk.limits.set(rate=None)
    assert came(desk.downloads.run()) == [700_000]


def test_a_cancelled_file_is_thrown_away_and_comes_again_only_when_it_is_asked_for(latam: Hub) -> None:
    record = latam.publish(700_000)
    desk = latam.reader()
    desk.limits.set(files=EVERYTHING, rate=600_000)
    sha256 = desk.show(record).files[0].sha256

    def cancel_it(progress: QueueProgress) -> None:
        if progress.done >= 200_000:
            desk.downloads.cancel(sha256)

    assert came(desk.downloads.run(cancel_it)) == []
    assert desk.downloads.all() == []
    assert list((desk.profile / "blobs" / "part").glob(f"{sha256}*")) == []
    desk.sync()
    assert came(desk.downloads.run()) == []
    desk.downloads.ask(record)
    desk.limits.set(rate=None)
    assert came(desk.downloads.run()) == [700_000]


def test_a_file_that_fails_blocks_nothing_and_says_why(latam: Hub) -> None:
    gone, good = latam.publish(1_000), latam.publish(5_000)
    desk = latam.reader()
    sha256 = desk.show(gone).files[0].sha256
    lost = [path for path in latam.running.folder.rglob("*") if path.name in (sha256, sha256[2:])]
    aside = [(path, path.read_bytes()) for path in lost]
    assert aside
    for path in lost:
        path.unlink()
    desk.downloads.ask(gone)
    desk.downloads.ask(good)
    report = desk.downloads.run()
    assert came(report) == [5_000]
    assert list(report.failed) == [sha256]
    failed = desk.downloads.all()[0]
    assert (failed.state, failed.code) == ("failed", report.failed[sha256])
    for path, content in aside:
        path.write_bytes(content)
    assert came(desk.downloads.run()) == [1_000]


def test_a_cap_reached_in_the_middle_of_a_file_lets_it_go_on_next_month(latam: Hub) -> None:
    record = latam.publish(3_000_000)
    desk = latam.reader()
    desk.limits.set(cap=desk.limits.month() + 2_000_000)
    desk.downloads.ask(record)
    report = desk.downloads.run()
    assert (report.came, report.failed, report.ended) == ([], {}, "cap-reserved")
    assert report.data["renews"] == "2026-12-01"
    part = desk.downloads.all()[0].bytes_here
    assert 1_700_000 < part < 2_000_000
    assert desk.sync().requests == 1  # the last twentieth is for records
    again = desk.downloads.run()
    assert again.ended == "cap-reserved"
    assert desk.downloads.all()[0].bytes_here == part

    latam.clock.time = "2026-12-01T00:10:00Z"
    desk.limits.set(cap=4_000_000)
    assert came(desk.downloads.run()) == [3_000_000]
    assert desk.limits.month() < 3_000_000 - part + 70_000


def test_hours_past_midnight_hold_for_what_comes_by_itself(
    latam: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    latam.publish(3_000)
    asked = latam.publish(4_000)
    desk = latam.reader()
    clock = desk.limits._clock
    here = {"12:00": clock().replace(hour=12), "01:30": clock().replace(hour=1, minute=30)}
    desk.limits.set(files=EVERYTHING, hours=("18:00", "07:00"))
    monkeypatch.setattr(desk.limits, "_clock", lambda: here["12:00"])
    desk.downloads.ask(asked)
    report = desk.downloads.run()
    assert (came(report), report.ended) == ([4_000], "outside-hours")
    assert report.data == {"first": "18:00", "last": "07:00"}
    monkeypatch.setattr(desk.limits, "_clock", lambda: here["01:30"])
    assert came(desk.downloads.run()) == [3_000]


def test_a_choice_is_estimated_before_and_brings_exactly_that(latam: Hub) -> None:
    latam.publish(10_000, title={"es": "Uno"}, summary={"es": "Uno"})
    latam.publish(20_000, kind="document", languages=["es", "pt-BR"], document_type="report")
    latam.publish(30_000, kind="document", languages=["en"], document_type="report")
    latam.publish(400_000, kind="document", languages=["pt"], document_type="report")
    desk = latam.reader()

    def bytes_of(**named: object) -> tuple[int, int]:
        found = desk.downloads.estimate(Choice("chosen", **named))  # type: ignore[arg-type]
        return found.files, found.bytes

    assert bytes_of() == (4, 460_000)
    assert bytes_of(kinds=["document"]) == (3, 450_000)
    assert bytes_of(languages=["es"]) == (2, 30_000)
    assert bytes_of(languages=["pt"]) == (2, 420_000)
    assert bytes_of(largest=30_000) == (3, 60_000)
    assert bytes_of(hubs=["latam"]) == (4, 460_000)
    assert bytes_of(hubs=["lat"]) == (0, 0)
    assert bytes_of(hubs=["%"]) == (0, 0)
    chosen = Choice("chosen", largest=100_000, hubs=["latam"], kinds=["document"], languages=["es", "en"])
    estimate = desk.downloads.estimate(chosen)
    assert (estimate.files, estimate.bytes, estimate.here) == (2, 50_000, 0)
    assert desk.downloads.estimate(Choice("asked")).files == 0

    desk.limits.set(files=chosen)
    assert sorted(came(desk.downloads.run())) == [20_000, 30_000]
    assert desk.downloads.estimate(chosen).here == 50_000
    desk.limits.set(files=Choice("chosen", kinds=["tool"]))
    latam.publish(50_000)
    desk.sync()
    assert sizes(desk.downloads.all()) == [10_000, 50_000]
    desk.limits.set(files=Choice("asked"))
    desk.sync()
    assert desk.downloads.all() == []


def test_records_never_wait_for_a_file(latam: Hub) -> None:
    record = latam.publish(400_000)
    desk = latam.reader()
    desk.limits.set(rate=200_000)
    desk.downloads.ask(record)
    before = desk.limits.month()
    on_its_way, reports = threading.Event(), list[QueueReport]()

    def watch(progress: QueueProgress) -> None:
        if progress.done >= 64_000:
            on_its_way.set()

    fetching = threading.Thread(target=lambda: reports.append(desk.downloads.run(watch)))
    fetching.start()
    assert on_its_way.wait(SOON)
    latam.publish(1_000)
    report = desk.sync()
    assert report.records_received == 1
    assert fetching.is_alive(), "the sync waited for the whole file"
    assert desk.downloads.all()[0].bytes_wanted > 0
    fetching.join(SOON)
    assert came(reports[0]) == [400_000]
    fetched_twice = desk.limits.month() - before - report.bytes_up - report.bytes_down - 400_000
    buffered = (
        262_144  # what the kernel takes in ahead of this rate came too, and counts when the line is given up
    )
    assert fetched_twice < 2 * 64 * 1024 + buffered


def test_no_files_means_none_but_one_that_is_got(latam: Hub) -> None:
    listed, got = latam.publish(1_000), latam.publish(2_000)
    desk = latam.reader()
    desk.limits.set(files=Choice("none"))
    desk.downloads.ask(listed)
    assert desk.downloads.run().ended == "files-off"
    assert desk.get(got).bytes == 2_000
    desk.limits.set(files=Choice("asked"))
    assert came(desk.downloads.run()) == [1_000]


def test_a_file_that_is_got_meanwhile_leaves_the_list(latam: Hub) -> None:
    record = latam.publish(1_000)
    desk = latam.reader()
    desk.downloads.ask(record)
    desk.get(record)
    assert desk.downloads.all() == []
    assert desk.downloads.waiting().files == 0
    assert came(desk.downloads.run()) == []


def test_nobody_is_asked_about_what_is_not_on_the_list(latam: Hub) -> None:
    record = latam.publish(1_000)
    desk = latam.reader()
    with pytest.raises(NotFound, match="no-such-file"):
        desk.downloads.ask(record, "other.bin")
    with pytest.raises(NotFound, match="no-such-download"):
        desk.downloads.pause("0" * 64)


def test_a_speed_is_measured_and_tells_how_long_it_takes(latam: Hub) -> None:
    first, second = latam.publish(200_000), latam.publish(100_000)
    desk = latam.reader()
    desk.limits.set(rate=400_000)
    desk.downloads.ask(first)
    steps = list[QueueProgress]()
    assert desk.downloads.run(steps.append).ended is None
    assert {(step.name, step.files) for step in steps} == {("200000.bin", 1)}
    assert (steps[-1].done, steps[-1].bytes) == (200_000, 0)
    assert [step.bytes for step in steps] == sorted((step.bytes for step in steps), reverse=True)
    (view,) = desk.downloads.ask(second)
    assert view.left is not None
    assert 0.15 < view.left < 2.5
    whole = desk.downloads.estimate(EVERYTHING)
    assert (whole.files, whole.here) == (2, 200_000)
    assert whole.seconds == pytest.approx(view.left)


def test_a_new_version_comes_as_a_patch_and_little_counts(latam: Hub, tmp_path: Path) -> None:
    record = latam.publish(600_000)
    desk = latam.reader()
    desk.limits.set(files=EVERYTHING)
    assert came(desk.downloads.run()) == [600_000]
    path = tmp_path / "600000.bin"
    path.write_bytes(path.read_bytes()[:-100] + os.urandom(1_100))
    latam.coordinator.attach(record, [path])
    latam.coordinator.propose([record])
    latam.coordinator.accept([record])
    latam.coordinator.publish("latam")
    desk.sync()
    before = desk.limits.month()
    assert came(desk.downloads.run()) == [601_000]
    assert desk.limits.month() - before < 20_000
