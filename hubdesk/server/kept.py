"""Lines to a hub between requests: what is said at once leaves at once, and not too many lie idle.

Invariant: nothing that was written is lost or reordered; a line is closed for others only while it has no request.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

RECORD = 4 * 1024
"""Bytes in one TLS record: a desk reads none before it is whole, and 16 kB, the most, are two seconds at 64 kbit/s."""
_MOST_HELD = 64 * 1024


class Corked:
    """A transport that joins what is written within one turn of the event loop: an answer's head and body leave as one
    packet and one TLS record, which spares 60 bytes and, on bad links, a second packet to lose."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._is_secure = transport.get_extra_info("sslcontext") is not None
        self._held: list[bytes] = []
        self._size = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send soon, with what else is written now."""
        if not self._held:
            self._loop.call_soon(self._flush)
        self._held.append(data)
        self._size += len(data)
        if self._size > _MOST_HELD:
            self._flush()

    def close(self) -> None:
        """Send what is left and close."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        held, self._held, self._size = b"".join(self._held), [], 0
        step = RECORD if self._is_secure else max(len(held), 1)
        for start in range(0, len(held), step):
            self._transport.write(held[start : start + step])


class Idle:
    """The lines that wait for a next request, at most `most`: the one that waits longest is closed first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lines: OrderedDict[object, Callable[[], None]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, line: object, close: Callable[[], None]) -> None:
        """A line waits from now on; `close()` closes it."""
        self._lines[line] = close
        self._lines.move_to_end(line)
        while len(self._lines) > self._most:
            _, close_oldest = self._lines.popitem(last=False)
            close_oldest()

    def drop(self, line: object) -> None:
        """A line waits no more."""
        self._lines.pop(line, None)
