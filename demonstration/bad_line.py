"""A line as parliaments have them, between a desk and the hub: slow, far away, and cut now and then.

Invariant: it carries bytes as they are, never faster than its rate in either direction, each by the delay late; what it
does to them stands in its counters.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from types import TracebackType

_PIECE = 1024
UP, DOWN = "up", "down"


class BadLine:
    """Listens at `url` and leads to `target` (http://host:port). `rate` in bytes a second, `delay` in seconds for a
    whole round trip, `cut_every`: bytes down after which every connection breaks (0: never)."""

    def __init__(self, target: str, rate: int, delay: float, cut_every: int = 0) -> None:
        host, port = target.removeprefix("http://").rsplit(":", 1)
        self._target = host, int(port)
        self._rate = rate
        self._delay = delay
        self._cut_every = cut_every
        self._lock = threading.Lock()
        self._free = {UP: 0.0, DOWN: 0.0}
        self._since_cut = 0
        self._open: set[socket.socket] = set()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.cuts = 0
        self.bytes_down = 0

    def __enter__(self) -> BadLine:
        _begin(self._listen)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._break()

    def _listen(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return  # the end of the line
            _begin(self._connect, near)

    def _connect(self, near: socket.socket) -> None:
        time.sleep(self._delay)  # the handshake
        try:
            far = socket.create_connection(self._target)
        except OSError:
            near.close()
            return
        with self._lock:
            self._open |= {near, far}
        for source, sink, way in ((near, far, UP), (far, near, DOWN)):
            due: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
            _begin(self._take, source, due, way)
            _begin(self._give, sink, due, way)

    def _take(self, source: socket.socket, due: SimpleQueue[tuple[float, bytes]], way: str) -> None:
        """Read what comes in, and reckon when the line has carried it."""
        piece = b"-"
        while piece:
            try:
                piece = source.recv(_PIECE)
            except OSError:
                piece = b""
            with self._lock:
                now = time.monotonic()
                self._free[way] = max(self._free[way], now) + len(piece) / self._rate
                due.put((self._free[way] + self._delay / 2, piece))

    def _give(self, sink: socket.socket, due: SimpleQueue[tuple[float, bytes]], way: str) -> None:
        """Hand each piece on when it is due; an empty one ends this direction."""
        while True:
            at, piece = due.get()
            time.sleep(max(0.0, at - time.monotonic()))
            try:
                if not piece:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(piece)
            except OSError:
                return
            if way == DOWN:
                self._count(len(piece))

    def _count(self, size: int) -> None:
        with self._lock:
            self.bytes_down += size
            self._since_cut += size
            is_cut = bool(self._cut_every) and self._since_cut >= self._cut_every
            if is_cut:
                self._since_cut, self.cuts = 0, self.cuts + 1
        if is_cut:
            self._break()

    def _break(self) -> None:
        """End every connection at once, as a line does that goes down."""
        with self._lock:
            broken, self._open = self._open, set()
        for one in broken:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def _begin(work: Callable[..., None], *with_: object) -> None:
    threading.Thread(target=work, args=with_, daemon=True).start()
