"""Files that somebody in the house asked for: fetched once over the hub's line, one after the other, and handed to all.

Invariant: what is fetched is a file that a public record names; it goes through the desk's list of downloads, so that
it resumes, and records never wait for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from hubdesk.catalogue import public
from hubdesk.catalogue.chunks import bytes_here
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.public import PublicFile
from hubdesk.errors import HubDeskError
from hubdesk.relay.news import OFFLINE_SECONDS, Far

if TYPE_CHECKING:
    from hubdesk.desk import Desk

MOST_WANTED = 100
"""Files that are asked for and not here, at one time."""


class PublicFiles:
    """Which files public records name, reckoned anew when a collection moved."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._named: dict[str, tuple[bytes, dict[bytes, PublicFile]]] = {}

    def find(self, sha256: bytes) -> PublicFile | None:
        """Return the file with this hash, None where no public record names it."""
        with self._lock, self._database.read() as connection:
            for name in public.names(connection):
                standing = public.standing(connection, name)
                if standing is None:
                    continue
                root, named = self._named.get(name, (b"", {}))
                if root != standing.root:
                    named = public.files(connection, standing.number)
                    self._named[name] = standing.root, named
                if sha256 in named:
                    return named[sha256]
        return None


class WantedFiles:
    """The files that `desk` fetches for others. `clock` counts seconds."""

    def __init__(self, desk: Desk, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk = desk
        self._clock = clock
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._wanted: dict[bytes, PublicFile] = {}
        self._failed: dict[bytes, float] = {}
        self._running: threading.Thread | None = None

    def fetch(self, sha256: bytes, file: PublicFile) -> Far | None:
        """Let a file come; return how far it is, None where it cannot be had now."""
        with self._lock:
            if self._failed.get(sha256, 0.0) > self._clock() or self._stop.is_set():
                return None
            if sha256 not in self._wanted:
                if len(self._wanted) >= MOST_WANTED:
                    return None
                self._wanted[sha256] = file
                if self._running is None:
                    self._running = threading.Thread(target=self._run, name="relay-files")
                    self._running.start()
        return Far(bytes_here(self._desk.profile, sha256, file.size), file.size)

    def _run(self) -> None:
        asked: set[bytes] = set()
        while True:
            with self._lock:
                fresh = {one: file for one, file in self._wanted.items() if one not in asked}
                if self._stop.is_set() or not self._wanted:
                    self._running = None
                    return
            failed, is_over = self._work(fresh)
            asked |= fresh.keys()
            with self._lock:
                for sha256 in asked & self._wanted.keys():
                    is_here = self._desk.blobs.has(sha256)
                    if is_over or is_here or sha256.hex() in failed:
                        if not is_here:
                            self._failed[sha256] = self._clock() + OFFLINE_SECONDS
                        del self._wanted[sha256]
                        asked.discard(sha256)
            self._stop.wait(0.1)  # somebody at this desk may be working the list off

    def _work(self, fresh: dict[bytes, PublicFile]) -> tuple[dict[str, str], bool]:
        """Fetch what waits; return what failed, and whether the line, or a limit, ended it."""
        try:
            for file in fresh.values():
                self._desk.downloads.ask(file.record, file.name or None)
            report = self._desk.downloads.run(stop=self._stop)
        except HubDeskError:
            return {}, True
        return report.failed, report.ended is not None

    def close(self) -> None:
        """Let what is fetched stop where it is."""
        self._stop.set()
        running = self._running
        if running is not None:
            running.join()
