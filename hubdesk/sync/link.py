"""A desk's line to its hub: signed exchanges, and bytes by their hash under the token that an exchange gave.

Invariant: every exchange is signed over the server's key, a counter that only grows and the body, so that none can be
replayed or given to another server.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol

import msgspec

from hubdesk.catalogue import facts
from hubdesk.catalogue.database import Database
from hubdesk.errors import NotFound, ServerAnswer, StorageFailure, Unreachable, Untrusted
from hubdesk.model.identity import digest
from hubdesk.sync.lines import Lines
from hubdesk.sync.patience import Patience
from hubdesk.sync.transport import Meter, Transport
from hubdesk.sync.wire import (
    BODY_LIMIT,
    EXCHANGE,
    EXCHANGE_SIGNED_AS,
    REVISIONS,
    Down,
    Request,
    Up,
    pack,
    unpack,
)
from hubdesk.trust.keys import DeskKeys

_REVISION_LIMIT = 2_000_000
_MOST_COUNTED = 2**63
_LEAST_ANSWER = 4_096


class Reach(Protocol):
    """What large things go over: the line to a hub, or to a relay."""

    patience: Patience

    def get(self, path: str, first: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes of something large from byte `first` on, up to but without byte `end`."""

    def put(self, path: str, piece: bytes, first: int, size: int) -> bytes:
        """Send a piece of something large; return the packed answer."""


class Link:
    """One line, used by one thread at a time; its `patience` is that of all that is done over it.

    Raises NotFound("no-hub-joined") for a desk without a Centre.
    """

    def __init__(
        self,
        database: Database,
        keys: DeskKeys,
        stop: threading.Event | None = None,
        lines: Lines | None = None,
    ) -> None:
        with database.read() as connection:
            url = facts.get_text(connection, facts.SERVER_URL)
            server_key = facts.get(connection, facts.SERVER_KEY)
        if url is None or server_key is None:
            raise NotFound("no-hub-joined")
        self._database = database
        self._keys = keys
        self._server_key = server_key
        self._lines = lines or Lines()
        self._speeds = self._know_speeds()
        self._most = BODY_LIMIT
        self._transport = Transport(url, digest(server_key), stop, self._lines)
        self._keeps = lines is not None
        self.patience = Patience(stop or threading.Event())

    @property
    def meter(self) -> Meter:
        """What went over this line so far."""
        return self._transport.meter

    def close(self) -> None:
        """End this use of the line; the desk may keep it open. What was measured of its speed is written down."""
        if not self._keeps:
            self._lines.close()
        self._keep_speeds()

    def _know_speeds(self) -> tuple[int, int]:
        """Begin with the speeds that were measured last, in bytes a second."""
        pace = self._lines.pace
        if not pace.up and not pace.down:
            with self._database.read() as connection:
                pace.up = facts.get_number(connection, facts.SPEED_UP)
                pace.down = facts.get_number(connection, facts.SPEED_DOWN)
        return round(pace.up), round(pace.down)

    def _keep_speeds(self) -> None:
        pace = self._lines.pace
        speeds = round(pace.up), round(pace.down)
        if speeds == self._speeds:
            return
        with suppress(StorageFailure), self._database.write() as connection:  # a full disk is said elsewhere
            facts.put_number(connection, facts.SPEED_UP, speeds[0])
            facts.put_number(connection, facts.SPEED_DOWN, speeds[1])

    def exchange(self, up: Up) -> Down:
        """Send what the desk says and return what the hub answers, trying again after cuts: asking twice does no harm.

        After a cut it asks for less at once: an answer that is longer than the line holds would never come through.
        Raises Unreachable, ServerAnswer, BadInput("not-a-message").
        """
        down = unpack(self.patience.through_cuts(lambda: self._tried(up)), Down)
        if down.token:
            self._lines.token = (self._server_key, down.token)
        return down

    def _tried(self, up: Up) -> bytes:
        before = self.meter.bytes_down
        if self._most < (up.limit or BODY_LIMIT):
            up = msgspec.structs.replace(up, limit=self._most)
        try:
            return self._posted(pack(up))
        except Unreachable as error:
            came = self.meter.bytes_down - before
            if came and error.code in ("cut", "stalled"):
                self._most = max(_LEAST_ANSWER, min(self._most, came // 2))
            raise

    def _posted(self, body: bytes) -> bytes:
        try:
            return self._transport.post(EXCHANGE, self._signed(body, 0))
        except ServerAnswer as error:
            last = error.data.get("last")
            if error.code != "counter" or not isinstance(last, int) or last >= _MOST_COUNTED:
                raise
            # This profile was restored from an older copy: the server remembers a higher counter.
            return self._transport.post(EXCHANGE, self._signed(body, last))

    def _signed(self, body: bytes, above: int) -> bytes:
        counter = self._next_counter(above)
        statement = EXCHANGE_SIGNED_AS + self._server_key + counter.to_bytes(8, "big") + digest(body)
        request = Request(bytes.fromhex(self._keys.id), counter, self._keys.signing.sign(statement), body)
        return pack(request)

    def _next_counter(self, above: int) -> int:
        """Milliseconds make it likely that a restored profile is ahead anyway; only growth is relied upon."""
        with self._database.write() as connection:
            last = max(facts.get_number(connection, facts.COUNTER), above)
            counter = max(last + 1, time.time_ns() // 1_000_000)
            facts.put_number(connection, facts.COUNTER, counter)
            return counter

    def _with_token(self) -> str:
        whose, token = self._lines.token
        if not token or whose != self._server_key:
            with self._database.read() as connection:
                timestamp = facts.get_number(connection, facts.TIMESTAMP)
                root = facts.get_number(connection, facts.ROOT_VERSION) or 1
            self.exchange(Up(token=True, trust=timestamp, root=root))
            token = self._lines.token[1]
        return token

    def _over(self, error: ServerAnswer) -> bool:
        """Tell whether it was only the token's time that was over; it is forgotten then, and the next asks anew."""
        if error.code != "token":
            return False
        self._lines.token = (b"", "")
        return True

    def revision(self, revision_hash: bytes) -> bytes:
        """Return the canonical bytes of an earlier revision, checked against its hash, trying again after cuts."""
        path = REVISIONS + revision_hash.hex()
        content = self.patience.through_cuts(lambda: b"".join(bounded(self.get(path), _REVISION_LIMIT)))
        if digest(content) != revision_hash:
            raise Untrusted("revision-mismatch", revision=revision_hash.hex())
        return content

    def get(self, path: str, first: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes of something large from byte `first` on, up to but without byte `end`. Cut where the line is
        cut: whoever asks knows what has arrived. Raises Unreachable, ServerAnswer."""
        try:
            yield from self._transport.get(path, self._with_token(), first, end)
        except ServerAnswer as error:
            if not self._over(error):
                raise
            yield from self._transport.get(path, self._with_token(), first, end)

    def put(self, path: str, piece: bytes, first: int, size: int) -> bytes:
        """Send bytes `first` to `first + len(piece)` of something of `size` bytes; return the packed answer. Raises
        Unreachable, ServerAnswer."""
        try:
            return self._transport.put(path, self._with_token(), piece, first, size)
        except ServerAnswer as error:
            if not self._over(error):
                raise
            return self._transport.put(path, self._with_token(), piece, first, size)


def bounded(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield pieces of `limit` bytes in all; raises Untrusted("blob-size") for more."""
    left = limit
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise Untrusted("blob-size", stated=limit)
        yield piece
