"""The HTTP face of a hub: routes, caps and answers; it decides nothing itself.

Invariant: nothing is parsed before its size was counted, nothing blocks the event loop, and every answer is a message
or a Failure, never a traceback.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import anyio.to_thread
import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hubdesk.errors import HubDeskError
from hubdesk.model.identity import is_hash
from hubdesk.server.limits import Holding, Limits
from hubdesk.server.refusal import Refusal, refusal_of
from hubdesk.server.request_log import Entry, RequestLog
from hubdesk.server.store import Store
from hubdesk.sync.wire import (
    BLOBS,
    BODY_LIMIT,
    CHUNKS,
    EXCHANGE,
    JOIN,
    MEDIA_TYPE,
    PATCHES,
    REVISIONS,
    Failure,
    pack,
)

STALL_SECONDS = 60.0
"""How long nothing may arrive in the middle of a request."""
LEAST_SPEED = 256
"""Bytes a second, on average, below which a request is given up once STALL_SECONDS have passed."""
JOIN_LIMIT = 4_000
_THREADS = 12
_PIECE = 256 * 1024
_MOST_PATCH = 2**62
_UPLOAD_PIECE = 1024 * 1024
_RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})")
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})")

P = ParamSpec("P")
T = TypeVar("T")
Endpoint = Callable[[Request], Awaitable[Response]]


class Face:
    """The endpoints over a store."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._threads = anyio.CapacityLimiter(_THREADS)

    def routes(self) -> list[Route]:
        """Return what is served."""
        return [
            Route(EXCHANGE, self.exchange, methods=["POST"]),
            Route(JOIN, self.join, methods=["POST"]),
            Route(BLOBS + "{hash}", self.blob, methods=["GET", "HEAD"]),
            Route(BLOBS + "{hash}", self.upload, methods=["PUT"]),
            Route(BLOBS + "{hash}" + CHUNKS, self.chunks, methods=["GET"]),
            Route(BLOBS + "{hash}" + PATCHES + "{old}", self.patch, methods=["GET"]),
            Route(REVISIONS + "{hash}", self.revision, methods=["GET"]),
            Route("/health", self.health, methods=["GET"]),
        ]

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        def call() -> T:
            return work(*args, **kwargs)

        return await anyio.to_thread.run_sync(call, limiter=self._threads, abandon_on_cancel=True)

    async def exchange(self, request: Request) -> Response:
        """POST /v1/exchange: a packed Request up, a packed Down back."""
        self._limits.check_address(_address(request))
        with self._limits.holding(_address(request)) as holding:
            body = await _body(request, BODY_LIMIT, holding)
            caller = await self._run(self._store.authenticate, body)
            self._admit(request, caller.member.id)
            return _message(await self._run(self._store.exchange, caller))

    async def join(self, request: Request) -> Response:
        """POST /v1/join: a packed SignedJoin up, a packed Joined back."""
        self._limits.check_address(_address(request))
        with self._limits.holding(_address(request)) as holding:
            desk, joined = await self._run(self._store.join, await _body(request, JOIN_LIMIT, holding))
        self._admit(request, desk)
        return _message(joined)

    async def blob(self, request: Request) -> Response:
        """GET or HEAD /v1/blobs/HASH with a token, Range honoured; with ?upload, how much of it was brought."""
        desk, sha256 = await self._desk(request), _hash(request)
        if "upload" in request.query_params:
            have = await self._run(self._store.uploaded, desk, sha256)
            return _packed({"have": have}, headers={"upload-offset": str(have)})
        return self._file(request, await self._run(self._store.blob, desk, sha256))

    async def chunks(self, request: Request) -> Response:
        """GET /v1/blobs/HASH/chunks with a token, Range honoured: the SHA-256 of each 64 KiB, one after the other."""
        desk = await self._desk(request)
        return self._file(request, await self._run(self._store.chunks, desk, _hash(request)))

    async def patch(self, request: Request) -> Response:
        """GET /v1/blobs/NEW/patch/OLD?most=BYTES with a token, Range honoured: what turns one file into the other."""
        desk = await self._desk(request)
        most = _number(request.query_params.get("most", ""), _MOST_PATCH)
        old, new = _hash(request, "old"), _hash(request)
        return self._file(request, await self._run(self._store.patch, desk, old, new, most))

    def _file(self, request: Request, path: Path) -> Response:
        size = path.stat().st_size
        start, end, partial = _range(request, size)
        headers = {"content-length": str(end - start), "accept-ranges": "bytes"}
        if partial:
            headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
        status = 206 if partial else 200
        if request.method == "HEAD":
            return Response(status_code=status, headers=headers, media_type="application/octet-stream")
        return StreamingResponse(
            self._pieces(path, start, end), status, headers, media_type="application/octet-stream"
        )

    async def _pieces(self, path: Path, start: int, end: int) -> AsyncIterator[bytes]:
        with path.open("rb") as file:
            file.seek(start)
            while start < end:
                piece = await self._run(file.read, min(_PIECE, end - start))
                start += len(piece)
                yield piece

    async def upload(self, request: Request) -> Response:
        """PUT /v1/blobs/HASH with a token and Content-Range: the next bytes of a blob; says how many are here."""
        desk, sha256 = await self._desk(request), _hash(request)
        offset, length, total = _content_range(request)
        await self._run(self._store.check_upload, desk, sha256, total)
        have = await self._run(self._store.uploaded, desk, sha256)
        if (
            have == total and total > 0
        ):  # it may be complete and not taken in: the server was killed in between
            return _packed({"have": await self._run(self._store.upload, desk, sha256, have, total, b"")})
        if offset != have:
            raise Refusal(409, "offset", have=have)
        async for piece in _gathered(_stream(request, length), _UPLOAD_PIECE):
            have = await self._run(self._store.upload, desk, sha256, offset, total, piece)
            offset += len(piece)
        if total == 0:
            have = await self._run(self._store.upload, desk, sha256, 0, 0, b"")
        return _packed({"have": have})

    async def revision(self, request: Request) -> Response:
        """GET /v1/revisions/HASH with a token: canonical bytes."""
        desk = await self._desk(request)
        content = await self._run(self._store.revision, desk, _hash(request))
        return Response(content, media_type="application/json")

    async def health(self, _request: Request) -> Response:
        """GET /health: small JSON."""
        return Response(
            msgspec.json.encode(await self._run(self._store.health)), media_type="application/json"
        )

    async def _desk(self, request: Request) -> str:
        self._limits.check_address(_address(request))
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or len(token) > 200:
            raise Refusal(401, "token")
        desk = self._store.desk_of(token)
        self._admit(request, desk)
        return desk

    def _admit(self, request: Request, desk: str) -> None:
        _entry(request.scope).desk = desk
        self._limits.admit(desk)


class Recorded:
    """An application in which every failure is answered as one and every request is counted and written down."""

    def __init__(self, app: ASGIApp, limits: Limits, log: RequestLog) -> None:
        self._app = app
        self._limits = limits
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request (ASGI 3)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        entry = Entry(scope["method"], scope["path"][:120].encode("ascii", "backslashreplace").decode())
        scope["hubdesk"] = entry
        scope["app"] = self  # without it the router would answer in words where it finds nothing

        async def counted_receive() -> Message:
            message = await receive()
            entry.up += len(message.get("body", b""))
            return message

        async def counted_send(message: Message) -> None:
            entry.status = message.get("status", entry.status)
            entry.down += len(message.get("body", b""))
            await send(message)

        try:
            await self._answered(scope, counted_receive, counted_send, entry)
        finally:
            if entry.desk:
                self._limits.note_bytes(entry.desk, entry.up + entry.down)
            elif entry.status in (400, 401, 403, 413):
                self._limits.note_failure(_address_of(scope))
            self._log.write(entry, time.perf_counter() - began)

    async def _answered(self, scope: Scope, receive: Receive, send: Send, entry: Entry) -> None:
        try:
            await self._app(scope, receive, send)
            return
        except ClientDisconnect:
            entry.status, entry.code = 499, "cut"
            return
        except HubDeskError as error:
            refusal = refusal_of(error)
        except HTTPException as error:
            refusal = Refusal(error.status_code, "no-such-thing")
        except Exception as error:  # noqa: BLE001 - the last place where a bug can be kept from the client
            self._log.fault(error)
            refusal = Refusal(500, "internal")
        entry.code = refusal.code
        if entry.status == 0:
            await _failure(refusal)(scope, receive, send)


def make_app(store: Store, limits: Limits, log: RequestLog) -> ASGIApp:
    """Return the ASGI application of a hub."""
    return Recorded(Router(Face(store, limits).routes(), redirect_slashes=False), limits, log)


def _entry(scope: Scope) -> Entry:
    entry = scope["hubdesk"]
    assert isinstance(entry, Entry)
    return entry


def _address_of(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


def _address(request: Request) -> str:
    return _address_of(request.scope)


def _message(message: msgspec.Struct) -> Response:
    return Response(pack(message), media_type=MEDIA_TYPE)


def _packed(value: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(msgspec.msgpack.encode(value), media_type=MEDIA_TYPE, headers=headers)


def _failure(refusal: Refusal) -> Response:
    data = {
        name: value if isinstance(value, int | str | bool | float | list) else str(value)
        for name, value in refusal.data.items()
    }
    # What is left of a request that was refused may be large: better to end the line than to read it.
    headers = {"connection": "close"} if refusal.status in (408, 413) else {}
    if refusal.retry_after:
        headers["retry-after"] = str(refusal.retry_after)
    return Response(pack(Failure(code=refusal.code, data=data)), refusal.status, headers, MEDIA_TYPE)


async def _stream(request: Request, limit: int) -> AsyncIterator[bytes]:
    """Yield the body, at most `limit` bytes; raises Refusal("too-large" | "too-slow")."""
    began, received = time.monotonic(), 0
    source = request.stream().__aiter__()
    while True:
        try:
            piece = await asyncio.wait_for(anext(source), STALL_SECONDS)
        except StopAsyncIteration:
            return
        except TimeoutError as error:
            raise Refusal(408, "too-slow") from error
        received += len(piece)
        if received > limit:
            raise Refusal(413, "too-large", limit=limit)
        if received < (time.monotonic() - began - STALL_SECONDS) * LEAST_SPEED:
            raise Refusal(408, "too-slow")
        if piece:
            yield piece


async def _body(request: Request, limit: int, holding: Holding) -> bytes:
    if _length(request) > limit:
        raise Refusal(413, "too-large", limit=limit)
    body = bytearray()
    async for piece in _stream(request, limit):
        holding.add(len(piece))
        body += piece
    return bytes(body)


async def _gathered(pieces: AsyncIterator[bytes], size: int) -> AsyncIterator[bytes]:
    """Yield the pieces joined to about `size` bytes, so that each costs one write; what a cut leaves counts too."""
    held = bytearray()
    try:
        async for piece in pieces:
            held += piece
            if len(held) >= size:
                yield bytes(held)
                held.clear()
    except ClientDisconnect:
        if held:
            yield bytes(held)
        raise
    if held:
        yield bytes(held)


def _length(request: Request) -> int:
    return _number(request.headers.get("content-length", ""), 0)


def _number(stated: str, otherwise: int) -> int:
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 19 else otherwise


def _hash(request: Request, name: str = "hash") -> bytes:
    text = request.path_params[name]
    if not is_hash(text):
        raise Refusal(404, "no-such-thing")
    return bytes.fromhex(text)


def _range(request: Request, size: int) -> tuple[int, int, bool]:
    """Return (start, end, whether it is a part) of what is asked for; raises Refusal("range") (RFC 9110, 14.2)."""
    match = _RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    if match is None:
        return 0, size, False
    start = int(match[1])
    end = min(int(match[2]) + 1, size) if match[2] else size
    if start >= end:
        raise Refusal(416, "range", size=size)
    return start, end, True


def _content_range(request: Request) -> tuple[int, int, int]:
    """Return (offset, length, total) of an upload; without Content-Range the body is the whole."""
    stated = request.headers.get("content-range")
    if stated is None:
        if "content-length" not in request.headers:
            raise Refusal(411, "length-missing")
        return 0, _length(request), _length(request)
    match = _CONTENT_RANGE.fullmatch(stated)
    if match is None:
        raise Refusal(400, "content-range")
    first, last, total = (int(part) for part in match.groups())
    if total == 0:  # a range cannot say "nothing", so that whatever it says of an empty file means that
        return 0, 0, 0
    if not first <= last < total:
        raise Refusal(400, "content-range")
    return first, last - first + 1, total
