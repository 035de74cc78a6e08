"""A hub that is started again where it was."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hubdesk.server.limits import Rates
from hubdesk.server.serve import Running
from hubdesk.server.sqlite_store import SqliteStore, utc_now
from tests.unit.server.driver import RunningHub, real_kinds


class HubAgain(RunningHub):
    """The same address as before, with what lies in the folder now. `now` is the server's clock."""

    def __init__(self, folder: Path, url: str, now: Callable[[], datetime] = utc_now) -> None:
        self.folder, self.url = folder, url
        self.store = SqliteStore(folder, real_kinds(), now=now)
        self._up = threading.Event()
        self._running = Running(
            self.store,
            folder,
            port=int(url.rpartition(":")[2]),
            rates=Rates(failures=1_000_000),
            on_listening=lambda _: self._up.set(),
            quiet=True,
        )
        self._thread = threading.Thread(target=self._running.run)
        self._thread.start()
        assert self._up.wait(10)
