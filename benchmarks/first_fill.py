"""The first fill of 10,000 and 100,000 records over loopback, all hashes verified, snapshot already made; and what
`status` then costs.

The floor of the fill is what reading and hashing the same stream costs without storing anything; that of `status` is
`python -c pass`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.generated import SOURCE, records
from benchmarks.measure import Measure
from hubdesk import locations
from hubdesk.desk import Desk
from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.kind import read_kinds
from hubdesk.model.record import read_revision
from hubdesk.server.centre import create_centre, load_key, save_key
from hubdesk.server.policy import Policy
from hubdesk.server.publications import Publishing
from hubdesk.server.references import note_blob
from hubdesk.server.sqlite_store import SqliteStore
from hubdesk.state.head import FORMAT, Head
from hubdesk.state.snapshot import entry_of, read_snapshot, write_snapshot
from hubdesk.state.tree import EMPTY_ROOT, nodes_of
from hubdesk.sync.wire import BlobRef, Publication
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey

COLLECTION = "latam/public"
LIMITS = {10_000: 10.0, 100_000: 60.0}
_STATUS_RUNS = 9


def measure() -> Iterator[Measure]:
    """Yield the figures for both sizes."""
    if not SOURCE.exists():
        return
    for count, limit in LIMITS.items():
        with tempfile.TemporaryDirectory() as folder:
            yield from _measure(Path(folder), count, limit)


def _measure(folder: Path, count: int, limit: float) -> Iterator[Measure]:
    floor = _publish(folder / "hub", count)
    with _served(folder / "hub") as invite:
        desk = Desk.create(folder / "desk", use_keyring=False)
        desk.join(invite)
        began = time.perf_counter()
        report = desk.sync()
        seconds = time.perf_counter() - began
        assert report.records_received == count, report
        desk.close()
    yield Measure(f"first fill, {count:,} records", seconds, "s", None, limit)
    yield Measure(f"first fill, {count:,} records, against reading and hashing alone", seconds, "s", floor)
    if count == max(LIMITS):
        status, bare = _status(folder / "desk")
        yield Measure(f"status, {count:,} records, above `python -c pass`", status - bare, "s", None, 0.3)


def _publish(folder: Path, count: int) -> float:
    """Make a Centre with one published snapshot; return the seconds that reading and hashing it cost alone."""
    create_centre(folder, datetime.now(UTC))
    kinds = read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))
    store = SqliteStore(folder, kinds)
    made = sorted((made.canonical for made in records(count)), key=_place)
    nodes = nodes_of(entry_of(read_revision(canonical)) for canonical in made)
    pieces = list(write_snapshot(made, 3))
    began = time.perf_counter()
    assert sum(len(members) for _, members in read_snapshot(pieces, nodes)) == count
    floor = time.perf_counter() - began
    head = Head(
        format=FORMAT,
        collection=COLLECTION,
        version=1,
        root=nodes.root().hex(),
        records=count,
        previous=EMPTY_ROOT.hex(),
        time=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    save_key(folder, "benchmark", SigningKey.generate())
    key = load_key(folder, "benchmark")
    reference = BlobRef(*store.blobs.keep(pieces))
    with store.database.write() as connection:
        store.centre.add_publisher(connection, "latam", key.public, store.now())
        publication = Publication(head=sign_head(head, key), snapshot=reference)
        note_blob(connection, reference.sha256, reference.size, head.time)
        publishing = Publishing(Policy(kinds), store.blobs, store.now, 0)
        publishing.publish(connection, publication, COLLECTION, store.centre.publishers(connection))
    store.close()
    return floor


def _place(canonical: bytes) -> bytes:
    return tree_key(id_bytes(read_revision(canonical).content.id))


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a Centre in a process of its own; give a reader's invite."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    program = [sys.executable, "-m", "hubdesk", "server"]
    with subprocess.Popen(
        [*program, "serve", str(folder), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()
        invited = [*program, "invite", str(folder), "--role", "reader", "--hub", "latam"]
        yield subprocess.run(
            invited, env=environment, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        server.terminate()


def _status(profile: Path) -> tuple[float, float]:
    """Return the median seconds of `status` and of a bare Python, started in turns."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    status = [sys.executable, "-m", "hubdesk", "--profile", str(profile), "--json", "status"]
    seconds: dict[str, list[float]] = {"status": [], "bare": []}
    for _ in range(_STATUS_RUNS):
        for name, command in (("bare", [sys.executable, "-c", "pass"]), ("status", status)):
            began = time.perf_counter()
            subprocess.run(command, env=environment, check=True, capture_output=True)
            seconds[name].append(time.perf_counter() - began)
    return statistics.median(seconds["status"]), statistics.median(seconds["bare"])
