"""What editions cost: making one of 1 GB, making it again with 1 % new, and taking one of 10,000 records.

The floor of making is `cp && sync && sha256sum` of source and copy: reading, writing, waiting for the disk and comparing
are what any careful copy does. Source and copy lie on the disk of the temporary folder; the source is warm for both.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.dataset import FOLDER, proposed
from benchmarks.generated import AUTHOR
from benchmarks.hub import make_hub, served
from benchmarks.measure import Measure
from hubdesk.catalogue import blobs
from hubdesk.desk import Desk
from hubdesk.model.identity import digest, id_bytes, new_id, tree_key
from hubdesk.model.record import Revision, write_revision
from hubdesk.packages.options import Options

SIZES = [500_000] * 200 + [3_000_000] * 100 + [30_000_000] * 20
"""Bytes of the files: 1 GB in all."""
NEW = 20
"""Files of the smallest size that are new the second time: 1 %."""
MAKING, AGAIN, TAKING_SECONDS = 1.7, 0.1, 8
_ROUNDS = 3


def measure() -> Iterator[Measure]:
    """Yield the figures."""
    with tempfile.TemporaryDirectory(prefix="editions-") as folder:
        yield from _making(Path(folder))
    if not FOLDER.exists():
        print(f"editions: taking is not measured, {FOLDER} is not beside this checkout", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(prefix="editions-") as folder:
        yield _taking(Path(folder))


def _making(base: Path) -> Iterator[Measure]:
    desk = _desk_with_files(base)
    hashes = sorted((item.size, item.sha256) for item in desk.editions.plan(Options()).items)
    later = Options(without=[sha256 for _, sha256 in hashes[:NEW]])
    firsts, floors, agains = [], [], []
    for number in range(_ROUNDS):  # in turn, so that what else the machine does falls on both
        floors.append(_timed(lambda: _copy(base / "office" / "blobs", base / "copy")))
        stick = base / f"stick-{number}"
        firsts.append(_timed(lambda stick=stick: desk.editions.make(stick, later)))
        agains.append(_timed(lambda stick=stick: desk.editions.make(stick)))
        subprocess.run(["rm", "-rf", str(stick), str(base / "copy")], check=True)
    desk.close()
    first, floor, again = min(firsts), min(floors), min(agains)
    yield Measure("making an edition of 1 GB", first, "s", floor, MAKING)
    yield Measure("making it again with 1 % new", again, "s", first, AGAIN)


def _timed(action: Callable[[], object]) -> float:
    os.sync()
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def _copy(source: Path, copy: Path) -> None:
    command = 'cp -r "$1" "$2" && sync && find "$1" "$2" -type f -exec sha256sum {} + > /dev/null'
    subprocess.run(["sh", "-c", command, "copy", str(source), str(copy)], check=True)


def _desk_with_files(base: Path) -> Desk:
    """Return a desk that holds 320 records and their files, which a hub published."""
    chance = random.Random(4)
    contents = {}
    revisions = []
    for number, size in enumerate(SIZES):
        content = chance.randbytes(size)
        path = base / f"{number}.bin"
        path.write_bytes(content)
        contents[digest(content)] = path
        revisions.append(_record(number, digest(content), size))
    revisions.sort(key=lambda revision: tree_key(id_bytes(revision.content.id)))
    make_hub(base / "hub", (revision.canonical for revision in revisions), level=3)
    desk = Desk.create(base / "office", use_keyring=False)
    with served(base / "hub") as hub:
        desk.join(hub.invite("reader"))
        desk.sync()
    for sha256, path in contents.items():
        with path.open("rb") as file:
            _, size = desk.blobs.add_stream(iter(lambda file=file: file.read(1 << 20), b""), sha256)
        with desk._database.write() as connection:
            blobs.note(connection, sha256, size)
        path.unlink()
    return desk


def _record(number: int, sha256: bytes, size: int) -> Revision:
    fields = {
        "title": {"en": f"Recording {number}"},
        "summary": {"en": "What was said in the plenary."},
        "licence": "CC-BY-4.0",
        "pass_on": "yes",
        "files": [{"name": f"{number}.bin", "sha256": sha256.hex(), "size": size}],
    }
    at = "2026-11-22T17:30:00Z"
    return write_revision(new_id(), "document", by=AUTHOR, at=at, parents=[], fields=fields)


def _taking(base: Path) -> Measure:
    revisions = proposed()
    make_hub(base / "hub", (revision.canonical for revision in revisions), level=3)
    near, far = (Desk.create(base / name, use_keyring=False) for name in ("near", "far"))
    with served(base / "hub") as hub:
        near.join(hub.invite("reader"))
        near.sync()
    report = near.editions.make(base / "stick")
    took = _timed(lambda: far.editions.take(base / "stick", root=report.root))
    assert {view.root for view in far.collections()} == {
        view.root for view in near.collections() if view.version
    }
    near.close()
    far.close()
    return Measure(
        f"checking and taking an edition of {len(revisions):,} records", took, "s", limit=TAKING_SECONDS
    )
