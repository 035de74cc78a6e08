"""What goes over the wire, and how long it takes at 64 kbit/s and 800 ms: first fill, nothing new, 1 % in both directions.

Everything runs through ../shared/bench/proxy.py, which counts TCP payload with HTTP heads; over https that is with TLS.
Invariant: a server process, real desks, and floors made of the same data in the same run.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from benchmarks.dataset import FOLDER, change_floor, first_floor, imported, proposed
from benchmarks.hub import COLLECTION, HUB, Hub, lead_to, make_hub, served
from benchmarks.line import PROXY, Line, Traffic, line_to
from benchmarks.measure import Measure
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.errors import Unreachable

ROLES = {"reader": "reader", "author": "contributor", "coordinator": "coordinator"}
KBIT, MILLISECONDS = 64.0, 800.0
CUT_EVERY = 500_000
CHUNK = 65_536
_PATIENCE = 20.0
"""Seconds within which a slow first fill must show something."""


class Step(NamedTuple):
    """What one thing that a person does took: over the line, and in seconds."""

    traffic: Traffic
    seconds: float
    requests: int


def measure() -> Iterator[Measure]:
    """Yield bytes, then seconds."""
    missing = [str(path) for path in (FOLDER, PROXY) if not path.exists()]
    if missing:
        print(f"wire: not measured, {' and '.join(missing)} not beside this checkout", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_hub(folder / "hub", (revision.canonical for revision in proposed()))
        yield from _first_fills(folder)
        floor = change_floor()
        for tls in (False, True):
            yield from _bytes(_everyday(folder, tls=tls), floor, tls=tls)
        for tls in (False, True):
            yield from _seconds(_everyday(folder, tls=tls, kbit=KBIT, milliseconds=MILLISECONDS), tls=tls)
        yield from _first_seen(folder)


def _first_fills(folder: Path) -> Iterator[Measure]:
    """Fill a desk for each role, so that the profiles can be used again; one of them over a line that is cut."""
    with served(folder / "hub") as hub:
        with line_to(hub.url, folder) as line:
            whole = _filled(folder / "reader", hub, line, "reader")
        with line_to(hub.url, folder, cut_every=CUT_EVERY) as line:
            cut = _filled(folder / "author", hub, line, "contributor")
        with line_to(hub.url, folder) as line:
            _filled(folder / "coordinator", hub, line, "coordinator")
    yield Measure("first fill, 10,000 records", whole.traffic.bytes, "B", first_floor(), 1.08)
    yield Measure("  requests", whole.requests, "")
    again = (cut.traffic.bytes - whole.traffic.bytes) / max(cut.traffic.cuts, 1)
    yield Measure(f"  cut {cut.traffic.cuts} times: more for each cut", again, "B", None, CHUNK)


def _filled(profile: Path, hub: Hub, line: Line, role: str) -> Step:
    desk = Desk.create(profile, use_keyring=False)
    desk.join(hub.invite(role, line.url))
    step = _step(line, lambda: _until_whole(desk))
    assert _version(desk) == 1, desk.collections()
    desk.close()
    return step


def _until_whole(desk: Desk) -> int:
    requests = 0
    while True:
        try:
            return requests + desk.sync().requests
        except Unreachable:
            requests += 1


def _version(desk: Desk) -> int:
    return next(view.version for view in desk.collections() if view.name == COLLECTION)


def _step(line: Line, work: Callable[[], int]) -> Step:
    """Do something that returns its number of requests, and tell what it took."""
    line.begin()
    began = time.perf_counter()
    requests = work()
    seconds = time.perf_counter() - began
    return Step(line.counted(), seconds, requests)


@contextmanager
def _copied(folder: Path) -> Iterator[Path]:
    """Give copies of the hub and the filled profiles, to be changed and thrown away."""
    with tempfile.TemporaryDirectory() as name:
        for part in ("hub", *ROLES):
            shutil.copytree(folder / part, Path(name, part))
        yield Path(name)


def _everyday(
    folder: Path, *, tls: bool, kbit: float = 0, milliseconds: float = 0
) -> Iterator[tuple[str, Step]]:
    """Let an author propose 1 %, a coordinator publish it and a reader get it; yield (what, Step) for each sync."""
    with (
        _copied(folder) as copy,
        served(copy / "hub", tls=tls) as hub,
        line_to(hub.url, copy, kbit=kbit, milliseconds=milliseconds) as line,
    ):
        desks = {}
        for name in ROLES:
            lead_to(copy / name, line.url)
            desks[name] = Desk.open(copy / name)
        reader, author, coordinator = desks.values()
        reader.sync()  # who joined after it was told to it first
        reader.close()
        desks["reader"] = reader = Desk.open(copy / "reader")
        yield "nothing new, program just started", _step(line, lambda: reader.sync().requests)
        yield "nothing new", _step(line, lambda: reader.sync().requests)
        author.sync()
        author.importing(COLLECTION).records(list(imported("changes")))
        assert not author.propose().refused
        yield "push 1 %", _step(line, lambda: author.sync().requests)
        coordinator.sync()
        assert len(coordinator.accept().done) == len(list(imported("changes")))
        yield "publish 1 %", _step(line, lambda: coordinator.publish(HUB).requests)
        yield "pull 1 %", _step(line, lambda: reader.sync().requests)
        assert _version(reader) == 2, reader.collections()
        for desk in desks.values():
            desk.close()


BYTES = {"nothing new": 500, "push 1 %": 7_000, "pull 1 %": 7_000}
"""What each of these may cost at most, over plain HTTP with heads."""


def _bytes(steps: Iterator[tuple[str, Step]], floor: int, *, tls: bool) -> Iterator[Measure]:
    for name, step in steps:
        about = f"  {name}, with TLS" if tls else name
        of_change = floor if "1 %" in name else None
        limit = None if tls else BYTES.get(name)
        # The limit is one of bytes: the floor is told in a line of its own.
        yield Measure(about, step.traffic.bytes, "B", None, limit)
        if not tls:
            kept = 1 if name in BYTES or name.startswith("publish") else None
            yield Measure("  requests", step.requests, "", None, kept)
            if of_change:
                yield Measure("  against the changes alone", step.traffic.bytes, "B", of_change)


def _seconds(steps: Iterator[tuple[str, Step]], *, tls: bool) -> Iterator[Measure]:
    for name, step in steps:
        least = step.traffic.seconds(KBIT, MILLISECONDS)
        about = f"{name}, {KBIT:.0f} kbit/s and {MILLISECONDS:.0f} ms{', https' if tls else ''}"
        is_kept_line = step.traffic.connections == 0 and name in BYTES
        yield Measure(about, step.seconds, "s", least, 1.1 if is_kept_line and not tls else None)


def _first_seen(folder: Path) -> Iterator[Measure]:
    """Yield how long after the beginning of a slow first fill something can be searched."""
    with (
        tempfile.TemporaryDirectory() as name,
        served(folder / "hub") as hub,
        line_to(hub.url, Path(name), kbit=KBIT, milliseconds=MILLISECONDS) as line,
    ):
        desk = Desk.create(Path(name, "desk"), use_keyring=False)
        desk.join(hub.invite("reader", line.url))
        stop = threading.Event()
        filling = threading.Thread(target=_stopped, args=(desk, stop))
        began = time.perf_counter()
        filling.start()
        seen: dict[int, float] = {}
        while time.perf_counter() - began < _PATIENCE:
            found = desk.search(Query(facets={"hub": [HUB]}, limit=1)).total
            if found:
                seen.setdefault(found, time.perf_counter() - began)
            time.sleep(0.05)
        stop.set()
        filling.join()
        desk.close()
    first = min(seen.values(), default=float("inf"))
    yield Measure("first fill at 64 kbit/s and 800 ms: first records can be searched after", first, "s")
    yield Measure(f"  and after {_PATIENCE:.0f} s", max(seen, default=0), "records")


def _stopped(desk: Desk, stop: threading.Event) -> None:
    with suppress(Unreachable):  # it was stopped
        desk.sync(stop=stop)
