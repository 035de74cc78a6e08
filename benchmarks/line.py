"""A line to a hub through ../shared/bench/proxy.py, which counts, slows and cuts it.

Invariant: what is told is what went over TCP, both ends' HTTP heads included, as the proxy saw it.
"""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

PROXY = Path(__file__).resolve().parents[2] / "shared" / "bench" / "proxy.py"
_WRITTEN_SECONDS = 0.1
"""How often the proxy writes its counters down."""


class Traffic(NamedTuple):
    """What went over a line: bytes of TCP payload, connections, round trips, HTTP requests (0 over TLS), cuts."""

    up: int
    down: int
    connections: int
    turns: int
    requests: int
    cuts: int

    @property
    def bytes(self) -> int:
        """Both directions."""
        return self.up + self.down

    def seconds(self, kbit: float, milliseconds: float) -> float:
        """Return what these bytes, round trips and TCP's own handshakes cost at least at that rate and delay."""
        return self.bytes * 8 / (kbit * 1000) + (self.turns + self.connections) * milliseconds / 1000


class Line:
    """A running proxy; `url` is where desks reach the hub through it."""

    def __init__(self, url: str, process: subprocess.Popen[bytes], stats: Path) -> None:
        self.url = url
        self._process = process
        self._stats = stats

    def begin(self) -> None:
        """Count from zero."""
        time.sleep(2 * _WRITTEN_SECONDS)  # what is still on its way belongs to what was before
        self._process.send_signal(signal.SIGUSR1)
        time.sleep(2 * _WRITTEN_SECONDS)

    def counted(self) -> Traffic:
        """Return what went over the line since `begin`."""
        time.sleep(3 * _WRITTEN_SECONDS)
        told = json.loads(self._stats.read_text(encoding="ascii"))
        names = ("bytes_up", "bytes_down", "connections", "turns", "http_requests", "cuts")
        return Traffic(*(told[name] for name in names))


@contextmanager
def line_to(
    url: str, folder: Path, *, kbit: float = 0, milliseconds: float = 0, cut_every: int = 0
) -> Iterator[Line]:
    """Give a line to the hub at `url`, slowed and cut as asked; its counters are written into `folder`."""
    hub = urlsplit(url)
    port = free_port()
    stats = folder / f"line-{port}.json"
    command = [sys.executable, str(PROXY), str(port), f"127.0.0.1:{hub.port}", str(stats)]
    command += ["--kbit", str(kbit), "--rtt", str(milliseconds), "--cut-every", str(cut_every)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield Line(f"{hub.scheme}://127.0.0.1:{port}", process, stats)
        finally:
            process.kill()


def free_port() -> int:
    """Return a port of this computer on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(100):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise RuntimeError("the proxy does not listen")
