"""The list of downloads, worked off over the desk's line while nobody else needs it.

Invariant: records never wait for files: whoever asks for the line gets it within a piece of a file, and the file goes on
afterwards where it was. What fails blocks nothing behind it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from hubdesk.catalogue.database import Database
from hubdesk.catalogue.downloads import FAILED, WAITING, Download, Downloads, DownloadView
from hubdesk.catalogue.files import Files
from hubdesk.catalogue.store import Store
from hubdesk.errors import HubDeskError, NotFound, ServerAnswer, Unreachable, Untrusted
from hubdesk.model.kind import Kinds
from hubdesk.sync.budget import Budget, Use
from hubdesk.sync.patience import may_pass
from hubdesk.sync.turns import Pause, Turns

if TYPE_CHECKING:
    from hubdesk.sync.session import Session

_TELL_EVERY = 0.2
_TELLING_SECONDS = 1.0


class QueueProgress(Struct, frozen=True):
    """How far the list is. Of the file that is fetched: its SHA-256 (hexadecimal), name, bytes `done` of `size`, and
    the seconds `left`; of the whole list: files and bytes still to come, and `left_all`; `speed` in bytes a second.
    Seconds are None while no speed was measured."""

    sha256: str
    name: str
    done: int
    size: int
    files: int
    bytes: int
    speed: float | None
    left: float | None
    left_all: float | None


class Came(Struct, frozen=True):
    """A file that lies here now: SHA-256 in hexadecimal, the id of the record for which it came, its name and bytes."""

    sha256: str
    record: str
    name: str
    bytes: int


class QueueReport(Struct, frozen=True):
    """What came, and what did not: SHA-256 -> code of the reason. `ended`: the code of what ended the work before the
    list was empty (the line, a limit, the person), with its `data`."""

    came: list[Came]
    failed: dict[str, str]
    seconds: float
    ended: str | None = None
    data: dict[str, Any] = {}


class Queue(Downloads):
    """The list of one desk, and its working off. `session(stop)` gives a new use of the line, whose turns are `turns`
    and whose limits are `budget`; `files` notes what has arrived. From any thread."""

    def __init__(
        self,
        database: Database,
        profile: Path,
        store: Store,
        kinds: Callable[[], Kinds],
        files: Callable[[], Files],
        budget: Budget,
        turns: Turns,
        session: Callable[[threading.Event], AbstractContextManager[Session]],
        now: Callable[[], str],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(database, profile, store, kinds, budget.now, now)
        self._files = files
        self._budget = budget
        self._turns = turns
        self._session = session
        self._seconds = seconds
        self._alone = threading.Lock()
        self._pause: Pause | None = None

    def run(
        self, progress: Callable[[QueueProgress], None] | None = None, stop: threading.Event | None = None
    ) -> QueueReport:
        """Fetch what waits, in its order, until nothing does, a limit is reached, the line is gone or `stop` is set.

        Does nothing while another thread does it.
        """
        if not self._alone.acquire(blocking=False):
            return QueueReport([], {}, 0.0)
        work = _Work(stop or threading.Event(), progress, self._seconds())
        ended: HubDeskError | None = None
        try:
            self.choose()
            while not work.stop.is_set() and self._may_go_on(work):
                self._work(work)
        except HubDeskError as error:
            ended = error
        finally:
            self._alone.release()
        code, data = (ended.code, ended.data) if ended else (None, {})
        return QueueReport(work.came, work.failed, self._seconds() - work.began, code, data)

    def pause(self, sha256: str | None = None) -> None:
        """As in Downloads; a file that is fetched now stops where it is."""
        super().pause(sha256)
        self._look_again()

    def cancel(self, sha256: str | None = None) -> None:
        """As in Downloads; a file that is fetched now stops, and is thrown away then."""
        super().cancel(sha256)
        self._look_again()

    def first(self, sha256: str) -> None:
        """As in Downloads; a file that is fetched now goes on afterwards."""
        super().first(sha256)
        self._look_again()

    def ask(self, record_id: str, name: str | None = None, *, first: bool = False) -> list[DownloadView]:
        """As in Downloads; a larger file that is fetched now goes on afterwards."""
        views = super().ask(record_id, name, first=first)
        self._look_again()
        return views

    def _look_again(self) -> None:
        """Let go of the file that is fetched now when it is not its turn any more."""
        pause, running = self._pause, self._running
        if pause is not None and running is not None:
            download = self.next(())
            if download is None or download.sha256 != running:
                pause.set()

    def _may_go_on(self, work: _Work) -> bool:
        """Tell whether there is something to fetch; raises Unreachable where a limit forbids it now."""
        download = self.next(work.tried)
        if download is None:
            return False
        if self._budget.now().files.which == "none":
            raise Unreachable("files-off")
        self._budget.check(Use(files=True, asked=download.asked))
        return True

    def _work(self, work: _Work) -> None:
        """Fetch over one use of the line, until somebody else wants it or nothing is left to fetch."""
        pause = Pause(work.stop)
        with self._turns.between(pause):
            self._pause = pause
            try:
                with self._session(pause) as session:
                    while not pause.is_set() and (download := self.next(work.tried)) is not None:
                        with self._budget.use(Use(files=True, asked=download.asked)):
                            self._fetch(session, download, work)
            except Unreachable as error:
                if error.code != "stopped" or work.stop.is_set():
                    raise
            finally:
                self._pause = None

    def _fetch(self, session: Session, download: Download, work: _Work) -> None:
        began, moved = self._seconds(), self._budget.moved
        self._running = download.sha256
        tell = self._teller(download, work)
        try:
            older = self._files().older(download.record, download.name, download.sha256)
            session.download(download.sha256, download.size, tell, older)
            self._files().arrived(download.record, download.sha256, download.size)
            self.came(download.sha256)
            tell(download.size, download.size)
            work.came.append(Came(download.sha256.hex(), download.record, download.name, download.size))
        except (ServerAnswer, Untrusted, NotFound) as error:
            if may_pass(error):
                raise  # a server that is busy is busy for all
            self.failed(download.sha256, error.code)
            work.failed[download.sha256.hex()] = error.code
            work.tried.add(download.sha256)
        finally:
            self._running = None
            self.measured(self._budget.moved - moved, self._seconds() - began)
            self.sweep(download.sha256)

    def _teller(self, download: Download, work: _Work) -> Callable[[int, int], None]:
        """Return who hears of the bytes of a file, or of the patch that leads to it, and tells how far the list is."""
        if work.progress is None:
            return lambda _done, _size: None
        all_files = self.waiting((WAITING, FAILED))
        rest_bytes = all_files.bytes - download.size
        known = self.speed()
        began, moved = self._seconds(), self._budget.moved
        told = began - _TELL_EVERY

        def tell(done: int, size: int) -> None:
            nonlocal told
            now = self._seconds()
            if work.progress is None or (now - told < _TELL_EVERY and done < download.size):
                return
            told = now
            passed = now - began
            speed = (self._budget.moved - moved) / passed if passed > _TELLING_SECONDS else known
            to_come = max(size - done, 0)
            work.progress(
                QueueProgress(
                    download.sha256.hex(),
                    download.name,
                    done,
                    size,
                    all_files.files,
                    to_come + rest_bytes,
                    speed,
                    to_come / speed if speed else None,
                    (to_come + rest_bytes) / speed if speed else None,
                )
            )

        return tell


class _Work:
    """One working off of the list."""

    def __init__(
        self, stop: threading.Event, progress: Callable[[QueueProgress], None] | None, began: float
    ) -> None:
        self.stop = stop
        self.progress = progress
        self.began = began
        self.tried: set[bytes] = set()
        self.came: list[Came] = []
        self.failed: dict[str, str] = {}
