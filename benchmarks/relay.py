"""What a building with a relay costs the hub's line: ten desks at three versions against one desk that holds nothing.

All desks ask at once, through a relay in a process of its own that holds nothing either; the line between relay and hub
runs through ../shared/bench/proxy.py, which counts. Invariant: what each desk asks of the hub for itself, through the
tunnel, is on that line too; in the end all hold the newest.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.dataset import FOLDER, imported, proposed
from benchmarks.hub import COLLECTION, Hub, lead_to, make_hub, publish_change, served
from benchmarks.line import PROXY, Line, line_to
from benchmarks.measure import ROOT, Measure, as_installed
from hubdesk.desk import Desk
from hubdesk.model.record import Revision, write_revision

DESKS = {1: 5, 2: 4}
"""Version -> how many desks of the house hold it; one more holds nothing, and the hub has version 3."""
NEWEST = 3
LIMIT = 1.05


def measure() -> Iterator[Measure]:
    """Yield bytes on the hub's line, over https and over plain http."""
    missing = [str(path) for path in (FOLDER, PROXY) if not path.exists()]
    if missing:
        print(f"relay: not measured, {' and '.join(missing)} not beside this checkout", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        records = proposed()
        make_hub(folder / "hub", (revision.canonical for revision in records))
        _fill_house(folder, records)
        for tls in (True, False):
            yield from _house(folder, tls=tls)


def _fill_house(folder: Path, records: list[Revision]) -> None:
    """Let desks join and take in the version at which they are when the house is measured."""
    changes = _changes(records)
    half = len(changes) // 2
    for version, fresh in ((1, changes[:half]), (2, changes[half:])):
        with served(folder / "hub") as hub:
            for number in range(DESKS[version]):
                _joined(folder / f"desk-{version}-{number}", hub, synced=True)
        publish_change(folder / "hub", fresh)


def _changes(records: list[Revision]) -> list[Revision]:
    known = {revision.content.id: revision for revision in records}
    fresh = []
    for record in imported("changes"):
        assert record.id is not None
        old = known[record.id].content
        parents = [known[record.id].hash.hex()]
        fresh.append(
            write_revision(
                record.id, record.kind, by=old.by, at=old.at, parents=parents, fields=record.fields
            )
        )
    return fresh


def _joined(profile: Path, hub: Hub, *, synced: bool) -> None:
    desk = Desk.create(profile, use_keyring=False)
    desk.join(hub.invite("reader"))
    if synced:
        desk.sync()
    desk.close()


def _house(folder: Path, *, tls: bool) -> Iterator[Measure]:
    about = "https" if tls else "http"
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        subprocess.run(["cp", "-r", f"{folder}/.", str(place)], check=True)
        hub = stack.enter_context(served(place / "hub", tls=tls))
        line = stack.enter_context(line_to(hub.url, place))
        for name in ("alone", "empty", "relay"):
            _joined(place / name, hub, synced=False)
        alone = _cost(line, [_opened(place / "alone", line.url, stack)])
        lead_to(place / "relay", line.url)
        house = [place / "empty", *sorted(place.glob("desk-*"))]
        with relay_of(place / "relay", place) as url:
            desks = [_opened(profile, line.url, stack, url) for profile in house]
            began = time.perf_counter()
            together = _cost(line, desks)
            seconds = time.perf_counter() - began
            again = _cost(line, desks)
    count = len(desks)
    yield Measure(f"one empty desk, {about}", alone, "B")
    yield Measure(f"{count} desks at three versions through a relay, {about}", together, "B", alone, LIMIT)
    yield Measure(
        "  and a minute later, nothing new, each", again / count, "B", None, 500 if not tls else None
    )
    yield Measure("  all of them done after", seconds, "s")


def _opened(profile: Path, url: str, stack: ExitStack, relay: str | None = None) -> Desk:
    lead_to(profile, url)
    desk = Desk.open(profile)
    stack.callback(desk.close)
    desk.relays.use(relay)
    return desk


def _cost(line: Line, desks: list[Desk]) -> int:
    """Let desks sync, all at once; return the bytes on the hub's line."""
    line.begin()
    threads = [threading.Thread(target=desk.sync) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for desk in desks:
        assert [v.version for v in desk.collections() if v.name == COLLECTION] == [NEWEST], desk.collections()
    return line.counted().bytes


@contextmanager
def relay_of(profile: Path, folder: Path) -> Iterator[str]:
    """Run `hubdesk relay` on a profile that has joined; give its address."""
    command = [sys.executable, "-m", "hubdesk", "--json", "relay", str(profile)]
    command += ["--listen", "127.0.0.1:0", "--no-announce"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=as_installed(folder / "caches"),
        text=True,
        cwd=ROOT,
    ) as relay:
        assert relay.stdout is not None
        yield str(json.loads(relay.stdout.readline())["url"])
        relay.terminate()
