"""A desk's line to its hub: signed exchanges, blobs in both directions.

Invariant: every exchange is signed over the server's key, a counter that only grows and the body, so that none can be
replayed or given to another server.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hubdesk.catalogue import facts
from hubdesk.catalogue.blobs import Blobs, disk_errors
from hubdesk.catalogue.database import Database
from hubdesk.errors import NotFound, ServerAnswer, Untrusted
from hubdesk.model.identity import digest
from hubdesk.sync.transport import Meter, Transport
from hubdesk.sync.wire import (
    BLOBS,
    CHUNK,
    EXCHANGE,
    EXCHANGE_SIGNED_AS,
    REVISIONS,
    BlobRef,
    Down,
    Request,
    Up,
    pack,
    unpack,
)
from hubdesk.trust.keys import DeskKeys

_UPLOAD_PIECE = 16 * CHUNK
_REVISION_LIMIT = 2_000_000

Progress = Callable[[int, int], None]
"""Hears (bytes done, bytes in all)."""


class Link:
    """One line, used by one thread at a time. Raises NotFound("no-hub-joined") for a desk without a Centre."""

    def __init__(
        self, database: Database, keys: DeskKeys, blobs: Blobs, stop: threading.Event | None = None
    ) -> None:
        with database.read() as connection:
            url = facts.get_text(connection, facts.SERVER_URL)
            server_key = facts.get(connection, facts.SERVER_KEY)
        if url is None or server_key is None:
            raise NotFound("no-hub-joined")
        self._database = database
        self._keys = keys
        self._blobs = blobs
        self._server_key = server_key
        self._transport = Transport(url, digest(server_key), stop)
        self._token = ""

    @property
    def meter(self) -> Meter:
        """What went over this line so far."""
        return self._transport.meter

    def close(self) -> None:
        """Close the line."""
        self._transport.close()

    def exchange(self, up: Up) -> Down:
        """Send what the desk says and return what the hub answers.

        Raises Unreachable, ServerAnswer, BadInput("not-a-message").
        """
        body = pack(up)
        try:
            packed = self._transport.post(EXCHANGE, self._signed(body, 0))
        except ServerAnswer as error:
            last = error.data.get("last")
            if error.code != "counter" or not isinstance(last, int):
                raise
            # This profile was restored from an older copy: the server remembers a higher counter.
            packed = self._transport.post(EXCHANGE, self._signed(body, last))
        down = unpack(packed, Down)
        self._token = down.token or self._token
        return down

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
        if not self._token:
            with self._database.read() as connection:
                targets = facts.get_number(connection, facts.TARGETS_VERSION)
            self.exchange(Up(token=True, targets=targets))
        return self._token

    def revision(self, revision_hash: bytes) -> bytes:
        """Return the canonical bytes of an earlier revision, checked against its hash."""
        pieces = self._transport.get(REVISIONS + revision_hash.hex(), self._with_token())
        content = b"".join(_bounded(pieces, _REVISION_LIMIT))
        if digest(content) != revision_hash:
            raise Untrusted("revision-mismatch", revision=revision_hash.hex())
        return content

    def download(self, reference: BlobRef, progress: Progress | None = None) -> None:
        """Bring a blob whole and verified into the profile, going on where an earlier attempt was cut.

        Raises Unreachable, ServerAnswer, Untrusted("blob-mismatch" | "blob-size"), StorageFailure.
        """
        for _ in self.stream(reference, progress):
            pass
        if not self._blobs.has(reference.sha256):
            self._blobs.finish_part(reference.sha256)

    def stream(self, reference: BlobRef, progress: Progress | None = None) -> Iterator[bytes]:
        """Yield a blob's bytes from its beginning while they arrive; what has arrived stays after a cut."""
        if self._blobs.has(reference.sha256):
            yield from _read(self._blobs.path(reference.sha256))
            return
        part = self._blobs.part(reference.sha256)
        done = part.stat().st_size if part.exists() else 0
        if done > reference.size:
            part.unlink()
            done = 0
        yield from _read(part) if done else ()
        if done < reference.size:
            for piece in self._more(reference, part, done):
                done += len(piece)
                if progress is not None:
                    progress(done, reference.size)
                yield piece
        if done < reference.size:
            raise Untrusted("blob-size", stated=reference.size, found=done)

    def _more(self, reference: BlobRef, part: Path, first: int) -> Iterator[bytes]:
        name = BLOBS + reference.sha256.hex()
        with disk_errors(part), part.open("ab") as file:
            for piece in _bounded(
                self._transport.get(name, self._with_token(), first), reference.size - first
            ):
                file.write(piece)
                file.flush()
                yield piece

    def fetch(self, reference: BlobRef, limit: int, progress: Progress | None = None) -> bytes:
        """Return a blob of at most `limit` bytes, whole and checked, without keeping it.

        Raises Untrusted("blob-size" | "blob-mismatch"), Unreachable, ServerAnswer, StorageFailure.
        """
        if reference.size > limit:
            raise Untrusted("blob-size", stated=reference.size, limit=limit)
        content = b"".join(self.stream(reference, progress))
        self.forget(reference)
        if digest(content) != reference.sha256:
            raise Untrusted("blob-mismatch", sha256=reference.sha256.hex())
        return content

    def forget(self, reference: BlobRef) -> None:
        """Throw away what was gathered of a blob that is not wanted any more."""
        self._blobs.part(reference.sha256).unlink(missing_ok=True)

    def upload(self, reference: BlobRef, progress: Progress | None = None) -> None:
        """Bring a blob that lies here to the server, going on where an earlier attempt was cut."""
        name, token = BLOBS + reference.sha256.hex(), self._with_token()
        done, resumed = 0, False
        with self._blobs.path(reference.sha256).open("rb") as file:
            while done < reference.size or reference.size == 0:
                file.seek(done)
                piece = file.read(_UPLOAD_PIECE)
                try:
                    self._transport.put(name, token, piece, done, reference.size)
                except ServerAnswer as error:
                    have = error.data.get("have")
                    if error.code != "offset" or not isinstance(have, int) or have == done or resumed:
                        raise
                    done, resumed = min(have, reference.size), True
                    continue
                done += len(piece)
                if progress is not None:
                    progress(done, reference.size)
                if reference.size == 0:
                    return


def _bounded(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    left = limit
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise Untrusted("blob-size", stated=limit)
        yield piece


def _read(path: Path) -> Iterator[bytes]:
    with disk_errors(path), path.open("rb") as file:
        while piece := file.read(1024 * 1024):
            yield piece
