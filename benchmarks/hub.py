"""A hub to measure: made with published records, served in a process of its own.

Invariant: it is the server that people run, started by its own verb; only how the first records came is abridged.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hubdesk import locations
from hubdesk.catalogue import facts
from hubdesk.catalogue.database import FILE, open_database
from hubdesk.model.kind import read_kinds
from hubdesk.model.record import Revision, read_revision
from hubdesk.server.centre import create_centre, load_key, save_key
from hubdesk.server.references import note_blob
from hubdesk.server.sqlite_store import SqliteStore
from hubdesk.state.head import FORMAT, Head
from hubdesk.state.snapshot import entry_of, write_snapshot
from hubdesk.state.tree import EMPTY_ROOT, nodes_of
from hubdesk.sync.wire import BlobRef, Publication
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey

HUB = "latam"
COLLECTION = f"{HUB}/public"
_ROOT = Path(__file__).resolve().parents[1]
_PROGRAM = [sys.executable, "-m", "hubdesk", "server"]


def make_hub(folder: Path, canonical: Iterable[bytes], level: int = 19) -> BlobRef:
    """Make a Centre in which records (canonical bytes in tree order) are published; return their snapshot."""
    create_centre(folder, datetime.now(UTC))
    kinds = read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))
    store = SqliteStore(folder, kinds)
    made = list(canonical)
    nodes = nodes_of(entry_of(read_revision(each)) for each in made)
    head = Head(
        format=FORMAT,
        collection=COLLECTION,
        version=1,
        root=nodes.root().hex(),
        records=len(made),
        previous=EMPTY_ROOT.hex(),
        time=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    save_key(folder, "benchmark", SigningKey.generate())
    key = load_key(folder, "benchmark")
    reference = BlobRef(*store.blobs.keep(write_snapshot(made, level)))
    with store.database.write() as connection:
        store.centre.add_publisher(connection, HUB, key.public, store.now())
        publication = Publication(head=sign_head(head, key), snapshot=reference)
        note_blob(connection, reference.sha256, reference.size, head.time)
        store.centre.take(connection, publication, key, store.now())
    store.close()
    return reference


def publish_change(folder: Path, revisions: list[Revision]) -> None:
    """Publish changed or new records in a hub that may be served meanwhile, with the key that `make_hub` left."""
    kinds = read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))
    store = SqliteStore(folder, kinds)
    key = load_key(folder, "benchmark")
    with store.database.write() as connection:
        store.centre.publish(connection, COLLECTION, revisions, key, store.now())
    store.close()


class Hub:
    """A served hub: its URL, its process and its folder."""

    def __init__(self, folder: Path, url: str, pid: int) -> None:
        self.folder = folder
        self.url = url
        self.pid = pid

    def invite(self, role: str, url: str = "") -> str:
        """Return an invite for one desk."""
        command = [*_PROGRAM, "invite", str(self.folder), "--role", role, "--hub", HUB]
        command += ["--url", url or self.url]
        done = subprocess.run(command, env=_environment(), check=True, capture_output=True, text=True)
        return done.stdout.split()[-1]

    def cpu_seconds(self) -> float:
        """Return the processor time that the server has used (Linux: the clock of another process)."""
        return time.clock_gettime(~self.pid << 3 | 2)

    def memory(self) -> float:
        """Return the megabytes that the server holds (resident set)."""
        lines = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8").splitlines()
        return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) * 1024 / 1e6


@contextmanager
def served(folder: Path, *, tls: bool = False) -> Iterator[Hub]:
    """Serve a hub until the block ends."""
    command = [*_PROGRAM, "serve", str(folder), "--port", "0", *(["--tls"] if tls else [])]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(), text=True
    ) as server:
        assert server.stdout is not None
        yield Hub(folder, server.stdout.readline().split()[-1], server.pid)
        server.terminate()


def lead_to(profile: Path, url: str) -> None:
    """Let a closed profile find its hub at another URL."""
    database = open_database(profile / FILE)
    with database.write() as connection:
        facts.put_text(connection, facts.SERVER_URL, url)
    database.close()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_ROOT)}
