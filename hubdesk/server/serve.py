"""Running the hub until it is told to stop.

Invariant: a line that says nothing is closed, one that waits between requests is kept; a signal ends it in good order.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import logging
import os
import signal
import socket
import ssl
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, cast

import uvicorn
from filelock import FileLock, Timeout
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from hubdesk.errors import BadInput
from hubdesk.server.app import make_app
from hubdesk.server.kept import Corked, Idle
from hubdesk.server.limits import Limits, Rates
from hubdesk.server.request_log import RequestLog
from hubdesk.server.sqlite_store import SqliteStore
from hubdesk.server.tls import tls_context

KEEP_ALIVE_SECONDS = 600
MOST_IDLE = 256
HEADER_SECONDS = 30.0
STOP_SECONDS = 3
FAREWELL_SECONDS = 0.2
MOST_CONNECTIONS = 512
LISTENING = "listening"
"""File in the server's folder: the URL that it listened on last."""


class Protocol(H11Protocol):
    """HTTP that gives a request's headers, or a first request, some seconds to arrive, and keeps lines for the next."""

    _waiting: asyncio.TimerHandle | None = None

    def __init__(self, idle: Idle, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._idle = idle

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See asyncio.Protocol."""
        super().connection_made(cast("asyncio.Transport", Corked(transport, self.loop)))
        self._await_headers()

    def on_response_complete(self) -> None:
        """See uvicorn."""
        self._idle.add(self, self.timeout_keep_alive_handler)
        super().on_response_complete()
        if self.transport.is_closing() or not self.cycle.response_complete:  # the next was here already
            self._idle.drop(self)

    def shutdown(self) -> None:
        """See uvicorn."""
        super().shutdown()
        if self.transport.is_closing():  # an idle line; under TLS it would wait for the other side's farewell
            self.loop.call_later(FAREWELL_SECONDS, self.transport.abort)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._idle.drop(self)
        super().data_received(data)
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._headers_came()
        elif self._waiting is None and not self.transport.is_closing() and self.conn.trailing_data[0]:
            self._await_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self._headers_came()
        self._idle.drop(self)
        super().connection_lost(exc)

    def _await_headers(self) -> None:
        self._waiting = self.loop.call_later(HEADER_SECONDS, self.transport.close)

    def _headers_came(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


class Server(uvicorn.Server):
    """uvicorn that says when it listens, and ends without raising the signal that ended it again."""

    def __init__(self, config: uvicorn.Config, on_listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_listening = on_listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        if self.started:
            self._on_listening()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop at SIGINT and SIGTERM, and put back what handled them before."""

        def stop(_number: int, _frame: FrameType | None) -> None:
            self.should_exit = True

        before: dict[signal.Signals, Any] = {}
        with contextlib.suppress(ValueError):  # not the main thread: whoever runs it stops it
            for number in (signal.SIGINT, signal.SIGTERM):
                before[number] = signal.signal(number, stop)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def is_loopback(host: str) -> bool:
    """Tell whether only programs of this computer can reach `host`."""
    if host == "localhost":
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _alone(folder: Path) -> FileLock:
    """Hold the folder of a server for this program; raises BadInput("server-in-use")."""
    lock = FileLock(folder / "in-use", thread_local=False)  # given back by the thread that serves
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BadInput("server-in-use", path=str(folder)) from error
    return lock


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        # With the protocol named, asyncio turns Nagle's waiting off: 40 ms an answer otherwise.
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if os.name == "posix":  # on Windows it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            listener.close()
            raise
    except (OSError, OverflowError) as error:
        raise BadInput("cannot-listen", host=host, port=port, reason=str(error)) from error
    return listener


class Serving:
    """An application that is ready to be served at `url`. `context` gives the server's side of TLS, which is forced on
    any host that is not loopback; `protocol` is what each connection speaks; `on_listening` hears the URL.

    Raises BadInput("cannot-listen").
    """

    def __init__(
        self,
        app: ASGIApp,
        context: Callable[[], ssl.SSLContext],
        on_listening: Callable[[str], None],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: bool = False,
        protocol: Callable[..., Protocol] = Protocol,
    ) -> None:
        secure = tls or not is_loopback(host)
        self._socket = _listen(host, port)
        self.host, self.port = host, self._socket.getsockname()[1]
        self.is_secure = secure
        shown = f"[{host}]" if ":" in host else host
        self.url = f"{'https' if secure else 'http'}://{shown}:{self.port}"
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        config = uvicorn.Config(
            app,
            http=partial(protocol, Idle(MOST_IDLE)),  # type: ignore[arg-type]
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
            limit_concurrency=MOST_CONNECTIONS,
            backlog=256,
        )
        if secure:
            made = context()
            config.ssl_context_factory = lambda _config, _make: made
        self._server = Server(config, lambda: on_listening(self.url))

    def run(self) -> None:
        """Serve until `stop` or a signal."""
        asyncio.run(self._server.serve(sockets=[self._socket]))

    def stop(self) -> None:
        """Ask it to end; may be called from any thread."""
        self._server.should_exit = True


class Running:
    """A hub that is ready to run. `rates` limit desks; `tls` is forced on any host that is not loopback."""

    def __init__(
        self,
        store: SqliteStore,
        folder: Path,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: bool = False,
        rates: Rates | None = None,
        on_listening: Callable[[str], None],
        quiet: bool = False,
    ) -> None:
        self._lock = _alone(folder)
        self._folder = folder
        self._on_listening = on_listening
        self._log = RequestLog(folder / "log", quiet=quiet)
        app = make_app(store, Limits(rates or Rates()), self._log)
        key = store.centre.keys.online
        try:
            self._serving = Serving(
                app, lambda: tls_context(folder, key), self._listens, host=host, port=port, tls=tls
            )
        except BaseException:
            self._ended()
            raise
        self.url = self._serving.url

    def _listens(self, url: str) -> None:
        (self._folder / LISTENING).write_text(url + "\n", encoding="utf-8")
        self._on_listening(url)

    def run(self) -> None:
        """Serve until `stop` or a signal."""
        try:
            self._serving.run()
        finally:
            self._ended()

    def _ended(self) -> None:
        self._log.close()
        self._lock.release()

    def stop(self) -> None:
        """Ask it to end; may be called from any thread."""
        self._serving.stop()
