"""What a new version of a file costs, in both directions with HTTP heads: a database with scattered small changes (A)
and an archive with a megabyte of news (B), both made here, the same at every run.

The floor is the best of xdelta3, bsdiff and zstd --patch-from, whose patches are bare files without any protocol;
rsync -z stands beside. A peer that is not installed is left out, and that is said.
"""

from __future__ import annotations

import io
import random
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.hub import HUB, Hub, lead_to, make_hub, served
from benchmarks.line import PROXY, Traffic, free_port, line_to
from benchmarks.measure import Measure
from hubdesk.desk import Desk
from hubdesk.model.record import write_revision
from hubdesk.state.chunks import CHUNK

SHARE, ALLOWANCE = 1.2, 4_096
"""A new version may cost this many floors, and as many bytes for the protocol."""
CUT_EVERY = 500_000
_LETTERS = "abcdefghiklmnoprstuvwyz"
_PATCH_SECONDS = 120
FIELDS = {
    "title": {"en": "With a file"},
    "summary": {"en": "What changes from time to time."},
    "licence": "CC0-1.0",
}

Make = Callable[[Path, Path], None]


def measure() -> Iterator[Measure]:
    """Yield the figures of both cases."""
    if not PROXY.exists():
        print(f"files: not measured, {PROXY} is not beside this checkout", file=sys.stderr)
        return
    for name, make, cut_every in (
        ("A, database of 26 MB", make_database, CUT_EVERY),
        ("B, archive of 60 MB", make_archive, 0),
    ):
        with tempfile.TemporaryDirectory() as folder:
            yield from _measure(name, make, Path(folder), cut_every)


def make_database(old: Path, new: Path) -> None:
    """Make a SQLite file of 26 MB, and another in which 200 of its 60,000 rows grew by a word."""
    chance = random.Random(1)
    words = _words(chance, 20_000)
    with closing(sqlite3.connect(old)) as database:
        database.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, text TEXT, weight REAL)")
        database.execute("CREATE INDEX entry_by_name ON entry (name)")
        for number in range(60_000):
            text = " ".join(chance.choices(words, k=chance.randint(30, 70)))
            row = (number, f"{chance.choice(words)}-{number}", text, chance.random())
            database.execute("INSERT INTO entry VALUES (?, ?, ?, ?)", row)
        database.commit()
    shutil.copyfile(old, new)
    with closing(sqlite3.connect(new)) as database:
        for _ in range(200):
            change = (f" {chance.choice(words)}", chance.randrange(60_000))
            database.execute("UPDATE entry SET text = text || ? WHERE id = ?", change)
        database.commit()


def make_archive(old: Path, new: Path) -> None:
    """Make a tar of 60 MB, half of it text, and another with ten new files of 100 kB among the old ones."""
    chance = random.Random(2)
    words = _words(chance, 5_000)
    files: list[tuple[str, bytes]] = []
    while sum(len(content) for _, content in files) < 60_000_000:
        size = chance.choice([3_000, 20_000, 100_000, 700_000])
        text = " ".join(chance.choices(words, k=size // 6)).encode()
        files.append((f"old/{len(files):05}", chance.randbytes(size) if chance.random() < 0.5 else text))
    _tar(old, files)
    for number in range(10):
        files.insert(chance.randrange(len(files)), (f"new/{number}", chance.randbytes(100_000)))
    _tar(new, files)


def _words(chance: random.Random, count: int) -> list[str]:
    return ["".join(chance.choices(_LETTERS, k=chance.randint(2, 10))) for _ in range(count)]


def _tar(path: Path, files: list[tuple[str, bytes]]) -> None:
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))


def _measure(name: str, make: Make, folder: Path, cut_every: int) -> Iterator[Measure]:
    old, new = folder / "old", folder / "new"
    make(old, new)
    peers = dict(_peers(old, new, folder))
    for peer, size in peers.items():
        yield Measure(f"  {name}: {peer} alone, a bare file", size, "B")
    rsync = _rsync(old, new, folder)
    if rsync is not None:
        yield Measure(f"  {name}: rsync -z, both directions", rsync, "B")
    best = min(peers.values(), default=0)
    first, patched = _fetched(old, new, folder, cut_every)
    whole = old.stat().st_size
    # What was in flight at a cut is fetched twice; the rest of a chunk that was cut is kept.
    about = "first version, cut every 500 kB" if cut_every else "first version"
    yield Measure(f"{name}: {about}", first.bytes, "B", whole, 1 + CHUNK / cut_every if cut_every else 1.002)
    yield Measure("  cuts", first.cuts, "")
    limit = SHARE * best + ALLOWANCE if best else None
    yield Measure(f"{name}: new version", patched.bytes, "B", None, limit)
    yield Measure("  against the best of the peers", patched.bytes, "B", best or None)
    yield Measure("  requests", patched.requests, "")


def _peers(old: Path, new: Path, folder: Path) -> Iterator[tuple[str, int]]:
    patch = folder / "patch"
    commands: tuple[list[str | Path], ...] = (
        ["xdelta3", "-e", "-9", "-f", "-s", old, new, patch],
        ["bsdiff", old, new, patch],
        ["zstd", "-19", "--long=27", "-q", "-f", f"--patch-from={old}", new, "-o", patch],
    )
    for command in commands:
        if shutil.which(str(command[0])) is None:
            print(f"files: {command[0]} is not installed and left out", file=sys.stderr)
            continue
        subprocess.run(command, check=True, capture_output=True)
        yield str(command[0]), patch.stat().st_size
        patch.unlink()


def _rsync(old: Path, new: Path, folder: Path) -> int | None:
    """Return the bytes that rsync -z sends and receives, over its own protocol on loopback; None without rsync."""
    if shutil.which("rsync") is None:
        print("files: rsync is not installed and left out", file=sys.stderr)
        return None
    (folder / "served").mkdir()
    shutil.copyfile(new, folder / "served" / "file")
    target = folder / "taken"
    shutil.copyfile(old, target)
    port = free_port()
    config = folder / "rsyncd.conf"
    config.write_text(f"use chroot = no\n[files]\npath = {folder / 'served'}\n", encoding="utf-8")
    daemon = ["rsync", "--daemon", "--no-detach", f"--port={port}", f"--config={config}"]
    with subprocess.Popen([*daemon, "--address=127.0.0.1"], stderr=subprocess.DEVNULL) as process:
        try:
            asked: list[str] = [
                "rsync",
                "-z",
                "--ignore-times",
                "--stats",
                f"rsync://127.0.0.1:{port}/files/file",
                str(target),
            ]
            told = _once_it_listens(asked)
        finally:
            process.terminate()
    assert target.read_bytes() == new.read_bytes()
    lines = [line.split(": ") for line in told.splitlines() if line.startswith("Total bytes ")]
    return sum(int(value.replace(",", "")) for _, value in lines)


def _once_it_listens(command: list[str]) -> str:
    for _ in range(100):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout
        time.sleep(0.05)
    raise RuntimeError(done.stderr)


def _fetched(old: Path, new: Path, folder: Path, cut_every: int) -> tuple[Traffic, Traffic]:
    """Let a coordinator publish both versions; return what each costs a reader, the first over a line that is cut."""
    first = write_revision(
        "00000000-0000-7000-8000-000000000001",
        "tool",
        by="0" * 32,
        at="2026-11-22T12:00:00Z",
        parents=[],
        fields=FIELDS,
    )
    make_hub(folder / "hub", [first.canonical])
    shown = folder / "shown" / "a file"
    shown.parent.mkdir()
    reader = folder / "reader"
    with (
        served(folder / "hub") as hub,
        closing(_joined(hub, folder / "coordinator", "coordinator")) as writer,
    ):
        record = writer.new("tool", FIELDS)
        _publish(writer, record, old, shown)
        _joined(hub, reader, "reader").close()
        first_time = _got(hub, reader, record, folder, cut_every)
        _publish(writer, record, new, shown)
        _wait_for_patch(hub)
        return first_time, _got(hub, reader, record, folder, 0)


def _joined(hub: Hub, profile: Path, role: str) -> Desk:
    desk = Desk.create(profile, use_keyring=False)
    desk.join(hub.invite(role))
    desk.sync()
    return desk


def _got(hub: Hub, profile: Path, record: str, folder: Path, cut_every: int) -> Traffic:
    """Sync, then bring the record's file here over a line that counts; return what the file cost, its token too."""
    lead_to(profile, hub.url)
    with closing(Desk.open(profile)) as desk:
        desk.sync()
    with line_to(hub.url, folder, cut_every=cut_every) as line:
        lead_to(profile, line.url)
        with closing(Desk.open(profile)) as desk:
            line.begin()
            got = desk.get(record)
            assert got.bytes == got.path.stat().st_size
        return line.counted()


def _publish(desk: Desk, record: str, content: Path, shown: Path) -> None:
    shutil.copyfile(content, shown)
    desk.attach(record, [shown])
    assert not desk.propose().refused
    assert desk.accept().done
    desk.publish(HUB)


def _wait_for_patch(hub: Hub) -> None:
    until = time.monotonic() + _PATCH_SECONDS
    while not list((hub.folder / "patches").glob("*/*")):
        assert time.monotonic() < until, "the hub made no patch"
        time.sleep(0.1)
