"""The way through to the hub: bytes between a desk and that one place, end to end.

Invariant: a tunnel leads to the relay's own hub and nowhere else; what passes is counted, never looked at and never
kept, and neither side can make this one hold more than some buffers (RFC 9110, 9.3.6).
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

import msgspec

from hubdesk.server.kept import Idle
from hubdesk.server.request_log import Entry, RequestLog
from hubdesk.server.serve import Protocol as HubProtocol
from hubdesk.sync.relay_address import THE_HUB, authority

MOST = 128
MOST_OF_ADDRESS = 32
IDLE_SECONDS = 700.0
"""A hub keeps lines for ten minutes."""
CONNECT_SECONDS = 30.0
_HEAD = 4_096
_PIECE = 64 * 1024
_METHOD = b"CONNECT "
_END = b"\r\n\r\n"


class Hub(msgspec.Struct, frozen=True):
    """Where the hub is."""

    host: str
    port: int


class Tunnels:
    """The open tunnels of one relay. `hub()` says where the hub is, None where that is not known."""

    def __init__(self, hub: Callable[[], Hub | None], log: RequestLog) -> None:
        self.hub = hub
        self.log = log
        self._of: Counter[str] = Counter()

    def open(self, address: str) -> bool:
        """Count one more for an address; tell whether there may be."""
        if self._of.total() >= MOST or self._of[address] >= MOST_OF_ADDRESS:
            return False
        self._of[address] += 1
        return True

    def close(self, address: str) -> None:
        """Count one less."""
        self._of[address] -= 1

    def protocol(self, idle: Idle, *arguments: Any, **named: Any) -> HubProtocol:
        """Return what speaks on a new connection."""
        return TunnelProtocol(self, idle, *arguments, **named)


class TunnelProtocol(HubProtocol):
    """HTTP as a hub speaks it, and CONNECT where a connection begins with it."""

    def __init__(self, tunnels: Tunnels, idle: Idle, *arguments: Any, **named: Any) -> None:
        super().__init__(idle, *arguments, **named)
        self._tunnels = tunnels
        self._begun: bytes | None = b""
        self._tunnel: _Tunnel | None = None

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        if self._tunnel is not None:
            self._tunnel.feed(data)
            return
        if self._begun is not None:
            data, self._begun = self._begun + data, None
            if data[: len(_METHOD)] == _METHOD[: len(data)]:
                self._begin(data)
                return
        super().data_received(data)

    def _begin(self, data: bytes) -> None:
        head, end, rest = data.partition(_END)
        if end:
            self._headers_came()
            target = head.split(b"\r\n")[0].split(b" ")[1].decode("latin-1")
            client = self.client[0] if self.client else ""
            self._tunnel = _Tunnel(self._tunnels, self.transport, self.flow, client, target)
            self._tunnel.feed(rest)
        elif len(data) > _HEAD:
            self.transport.close()
        else:
            self._begun = data

    def eof_received(self) -> None:
        """See asyncio.Protocol."""
        if self._tunnel is not None:
            self._tunnel.end()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        if self._tunnel is not None:
            self._tunnel.end()
        super().connection_lost(exc)


class Flow(Protocol):
    """Waits while a transport has enough to send."""

    async def drain(self) -> None:
        """Wait until it takes more."""


class _Tunnel:
    """One tunnel, from `client` (an address) at `transport` to `target` as it named it."""

    def __init__(
        self, tunnels: Tunnels, transport: asyncio.Transport, flow: Flow, client: str, target: str
    ) -> None:
        self._tunnels = tunnels
        self._transport = transport
        self._flow = flow
        self._client = client
        self._entry = Entry("CONNECT", "hub", desk=client)
        self._began = time.perf_counter()
        self._waiting: asyncio.Queue[bytes] = asyncio.Queue()
        self._held = 0
        self._is_ended = False
        self._moved_at = time.monotonic()
        self._task = asyncio.get_running_loop().create_task(self._run(target))

    def feed(self, data: bytes) -> None:
        """Take what the desk sent; beyond a buffer's worth it is asked to wait."""
        if not data:
            return
        self._entry.up += len(data)
        self._moved_at = time.monotonic()
        self._held += len(data)
        self._waiting.put_nowait(data)
        if self._held > _PIECE:
            self._transport.pause_reading()

    def end(self) -> None:
        """The desk is gone."""
        if not self._is_ended:  # once: what it still closes must not be cut short
            self._is_ended = True
            self._task.cancel()

    async def _run(self, target: str) -> None:
        is_counted = self._tunnels.open(self._client)
        try:
            hub = self._tunnels.hub() if is_counted else None
            if not is_counted:
                await self._refuse(503, "busy")
            elif hub is None or target.lower() not in (THE_HUB, authority(hub.host, hub.port).lower()):
                await self._refuse(403, "tunnel-elsewhere")
            else:
                await self._through(hub)
        except (OSError, TimeoutError):
            pass  # one of the two ends is gone: so is the tunnel
        finally:
            if is_counted:
                self._tunnels.close(self._client)
            self._transport.close()
            self._tunnels.log.write(self._entry, time.perf_counter() - self._began)

    async def _refuse(self, status: int, code: str) -> None:
        self._entry.status, self._entry.code = status, code
        self._transport.write(
            f"HTTP/1.1 {status} {code}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode()
        )

    async def _through(self, hub: Hub) -> None:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                reader, writer = await asyncio.open_connection(hub.host, hub.port)
        except OSError:
            await self._refuse(502, "no-answer")
            return
        self._entry.status = 200
        try:
            self._transport.write(b"HTTP/1.1 200 ok\r\n\r\n")
            ways = (self._up(writer), self._down(reader), self._watched())
            tasks = [asyncio.ensure_future(way) for way in ways]
            try:
                await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _up(self, writer: asyncio.StreamWriter) -> None:
        while True:
            data = await self._waiting.get()
            writer.write(data)
            await writer.drain()
            self._held -= len(data)
            if self._held <= _PIECE:
                self._transport.resume_reading()

    async def _down(self, reader: asyncio.StreamReader) -> None:
        while data := await reader.read(_PIECE):
            self._entry.down += len(data)
            self._moved_at = time.monotonic()
            self._transport.write(data)
            await self._flow.drain()

    async def _watched(self) -> None:
        """End when nothing moved for long."""
        while (left := IDLE_SECONDS - (time.monotonic() - self._moved_at)) > 0:
            await asyncio.sleep(left)
