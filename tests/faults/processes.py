"""A hub and a desk's syncs as processes of their own, so that they can be killed without a word (kill -9).

Invariant: what is killed is a real process that began from this one by fork; nobody else lives in this process then.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.server import serve
from hubdesk.server.limits import Rates
from hubdesk.server.sqlite_store import SqliteStore
from tests.unit.server.driver import real_kinds

ENDED, SAID = 0, 3


def forked(work: Callable[[], None]) -> int:
    """Do something in a process of its own; return its number. A HubDeskError ends it with SAID."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(ENDED)
    except HubDeskError:
        os._exit(SAID)
    except BaseException:  # noqa: BLE001 - the parent must not run on twice
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(1)


def ended(child: int) -> int:
    """Wait for a process; return its exit status, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_after(child: int, seconds: float) -> bool:
    """Let a process run for so long, then kill it; tell whether it still ran."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            assert os.waitstatus_to_exitcode(status) in (ENDED, SAID)
            return False
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    return ended(child) == -signal.SIGKILL


class HubProcess:
    """A hub at one address, alive or killed."""

    def __init__(self, folder: Path, *, tls: bool = False) -> None:
        self.folder = folder
        self._tls = tls
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http{'s' * tls}://127.0.0.1:{self.port}"
        self._child = 0
        self.start()

    def start(self) -> None:
        """Start it, and return when it listens."""
        heard, said = os.pipe()
        self._child = forked(lambda: self._serve(said))
        os.close(said)
        with os.fdopen(heard, "rb") as pipe:
            assert pipe.read(1), "the hub does not listen"

    def _serve(self, said: int) -> None:
        store = SqliteStore(self.folder, real_kinds())
        running = serve.Running(
            store,
            self.folder,
            port=self.port,
            tls=self._tls,
            rates=Rates(failures=1_000_000),
            on_listening=lambda _url: os.close(said) if os.write(said, b"!") else None,
            quiet=True,
        )
        running.run()

    def kill(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        ended(self._child)

    def invite(self, role: str) -> str:
        store = SqliteStore(self.folder, real_kinds())
        try:
            return store.invite(url=self.url, hub="latam", role=role)
        finally:
            store.close()


@contextmanager
def hub_process(folder: Path) -> Iterator[HubProcess]:
    hub = HubProcess(folder)
    try:
        yield hub
    finally:
        hub.kill()


def on_desk(profile: Path, work: Callable[[Desk], object]) -> Callable[[], None]:
    """Return what opens a desk, does something and closes it."""

    def run() -> None:
        desk = Desk.open(profile)
        try:
            work(desk)
        finally:
            desk.close()

    return run
