"""What grows with the catalogue and what must not: first fill, and one changed or new record, at 1,000 to 100,000 records.

`python3 dev.py bench growth --million` adds 1,000,000 (an hour, 20 GB of disk); `--draw` draws docs/pictures/growth.svg
from all that was measured here so far. Invariant: every change is a version of its own, so that no delta is made yet.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.generated import SOURCE, records
from benchmarks.hub import Hub, make_hub, publish_change, served
from benchmarks.measure import ROOT, Measure, as_installed
from benchmarks.plot import Panel, draw
from hubdesk.desk import Desk
from hubdesk.model.identity import id_bytes, new_id, tree_key
from hubdesk.model.record import Revision, read_revision, write_revision
from hubdesk.state.snapshot import entry_of, read_snapshot, write_snapshot
from hubdesk.state.tree import nodes_of

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000
FILL_SECONDS = {10_000: 10.0, 100_000: 60.0}
SERVER_MILLISECONDS, DESK_MILLISECONDS = 20.0, 50.0
_TIMES = 7
_STATUS_RUNS = 9
_KEPT = ROOT / "build" / "growth.json"
_PICTURE = ROOT / "docs" / "pictures" / "growth.svg"

Point = dict[str, float]


def measure() -> Iterator[Measure]:
    """Yield the figures for each size, and keep them for the plot."""
    if not SOURCE.exists():
        print("growth: not measured, ../shared/data/sync is not beside this checkout", file=sys.stderr)
        return
    points: dict[str, Point] = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.exists() else {}
    for count in (*SIZES, *([MILLION] if "--million" in sys.argv else [])):
        point: Point = {}
        with tempfile.TemporaryDirectory() as folder:
            yield from _measure(Path(folder), count, point)
        points[str(count)] = point
        _KEPT.parent.mkdir(exist_ok=True)
        _KEPT.write_text(json.dumps(points, indent=1), encoding="utf-8")
    if "--draw" in sys.argv:
        _PICTURE.write_text(_drawn(points), encoding="utf-8")


def _measure(folder: Path, count: int, point: Point) -> Iterator[Measure]:
    floor = _publish(folder / "hub", count)
    with served(folder / "hub") as hub:
        desk = Desk.create(folder / "desk", use_keyring=False)
        desk.join(hub.invite("reader"))
        began = time.perf_counter()
        report = desk.sync()
        point["fill"] = time.perf_counter() - began
        assert report.records_received == count, report
        if count in FILL_SECONDS:
            yield Measure(f"first fill, {count:,} records", point["fill"], "s", None, FILL_SECONDS[count])
            name = f"first fill, {count:,} records, against reading and hashing alone"
            yield Measure(name, point["fill"], "s", floor)
        yield from _one_more(hub, desk, count, point)
        point["memory"] = hub.memory()
        yield Measure("  memory of the server", point["memory"], "MB")
        desk.close()
    if count == 100_000:
        status, bare = _status(folder / "desk")
        yield Measure(f"status, {count:,} records, above `python -c pass`", status - bare, "s", None, 0.3)


def _publish(folder: Path, count: int) -> float:
    """Make a hub; return the seconds that reading and hashing its snapshot cost alone."""
    canonical = sorted((made.canonical for made in records(count)), key=_place)
    make_hub(folder, canonical, 3)
    nodes = nodes_of(entry_of(read_revision(each)) for each in canonical)
    pieces = list(write_snapshot(canonical, 3))
    began = time.perf_counter()
    assert sum(len(members) for _, members in read_snapshot(pieces, nodes)) == count
    return time.perf_counter() - began


def _place(canonical: bytes) -> bytes:
    return tree_key(id_bytes(read_revision(canonical).content.id))


def _one_more(hub: Hub, desk: Desk, count: int, point: Point) -> Iterator[Measure]:
    """Yield what one changed and one new record cost the server and the desk."""
    ids = [record.id for record in records(_TIMES)]
    for about, write in (("changed", _changed(desk, ids)), ("new", _new)):
        taken = []
        for _ in range(_TIMES):
            publish_change(hub.folder, [write()])
            taken.append(_taken(hub, desk))
        server, check, computed, sent = (statistics.median(figures) for figures in zip(*taken, strict=True))
        point |= {f"{about} server": server * 1000, f"{about} desk": computed * 1000}
        what = f"one {about} of {count:,} records"
        limit = DESK_MILLISECONDS if count == SIZES[-1] else None
        yield Measure(f"{what}: server", server * 1000, "ms CPU", None, SERVER_MILLISECONDS)
        yield Measure("  desk's check", check * 1000, "ms", None, limit)
        yield Measure("  of it computing", computed * 1000, "ms CPU")
        yield Measure("  in both directions", sent, "B")


def _taken(hub: Hub, desk: Desk) -> tuple[float, float, float, int]:
    """Sync; return the seconds of the server's processor, those that the delta took to apply here in all and of the
    processor, and the bytes."""
    taken: list[tuple[float, float]] = []
    apply = desk.apply
    whole: Callable[..., Any] = apply.delta

    def timed(*given: Any, **named: Any) -> Any:
        began, computed = time.perf_counter(), time.thread_time()
        try:
            return whole(*given, **named)
        finally:
            taken.append((time.perf_counter() - began, time.thread_time() - computed))

    apply.delta = timed  # type: ignore[method-assign]
    before = hub.cpu_seconds()
    report = desk.sync()
    used = hub.cpu_seconds() - before
    apply.delta = whole  # type: ignore[method-assign]
    assert (report.records_received, report.requests) == (1, 1), report
    return used, *taken[0], report.bytes_up + report.bytes_down


def _changed(desk: Desk, ids: list[str]) -> Callable[[], Revision]:
    waiting = iter(ids)

    def write() -> Revision:
        shown = desk.show(next(waiting))
        fields = {**shown.fields, "summary": {"en": f"One sentence more, at {time.time_ns()}."}}
        parents = [shown.revision or ""]
        return write_revision(shown.id, shown.kind, by=shown.by, at=shown.at, parents=parents, fields=fields)

    return write


def _new() -> Revision:
    fields = {
        "title": {"en": "A new tool"},
        "summary": {"en": f"Written at {time.time_ns()}, for one plenary."},
    }
    return write_revision(new_id(), "tool", by="0" * 64, at="2026-11-22T20:00:00Z", parents=[], fields=fields)


def _status(profile: Path) -> tuple[float, float]:
    """Return the median seconds of `status` and of a bare Python, started in turns."""
    environment = as_installed(profile.with_name("caches"))
    status = [sys.executable, "-m", "hubdesk", "--profile", str(profile), "--json", "status"]
    subprocess.run(status, env=environment, check=True, capture_output=True)
    seconds: dict[str, list[float]] = {"status": [], "bare": []}
    for _ in range(_STATUS_RUNS):
        for name, command in (("bare", [sys.executable, "-c", "pass"]), ("status", status)):
            began = time.perf_counter()
            subprocess.run(command, env=environment, check=True, capture_output=True)
            seconds[name].append(time.perf_counter() - began)
    return statistics.median(seconds["status"]), statistics.median(seconds["bare"])


def _drawn(points: dict[str, Point]) -> str:
    sizes = sorted(int(count) for count in points)

    def line(name: str) -> list[tuple[float, float]]:
        return [(size, points[str(size)][name]) for size in sizes if name in points[str(size)]]

    exchange = Panel(
        "One record more: server (ms of CPU)",
        {"changed": line("changed server"), "new": line("new server")},
        SERVER_MILLISECONDS,
    )
    check = Panel(
        "One record more: the desk (ms of CPU)",
        {"changed": line("changed desk"), "new": line("new desk")},
        DESK_MILLISECONDS,
    )
    fill = Panel("First fill (s), linear in the records", {"fill": line("fill")}, None)
    return draw([exchange, check, fill], "records in the collection")
