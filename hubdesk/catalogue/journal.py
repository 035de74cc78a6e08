"""The outbox's second copy: one file beside the catalogue that is only ever added to, and made anew when it grows.

Invariant: what this desk alone knows stands here before the catalogue's transaction ends, so that the file may know
more than the catalogue and never less. A torn or damaged frame is recognised, and costs no other one.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sqlite3
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from hubdesk.catalogue import facts, unsent
from hubdesk.catalogue.blobs import disk_errors
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.index import forget_index
from hubdesk.catalogue.unsent import Frame, PutBack, put_back

FILE = "journal"
_HEAD = struct.Struct("<4sIQB")
_SUM = 16
_MAGIC = b"HDJ1"
_GROWN = 256 * 1024
_TIMES = 4
_DRAFTS_WAIT = 5.0


class Piece(msgspec.Struct, frozen=True):
    """A frame as it lies in the file, right by its checksum."""

    number: int
    whole: bool
    body: bytes


class Reading(msgspec.Struct, frozen=True):
    """The frames that are right, in their order; `intact`: there is nothing else in the file, and it says all."""

    pieces: list[Piece]
    intact: bool

    @property
    def number(self) -> int:
        """The number of the last frame, 0 without any."""
        return self.pieces[-1].number if self.pieces else 0

    def frames(self) -> Iterator[Frame]:
        """Yield what the frames say."""
        import zstandard  # only where there is something to put back

        for piece in self.pieces:
            yield msgspec.msgpack.decode(zstandard.decompress(piece.body), type=Frame)


def read_journal(path: Path) -> Reading:
    """Read a journal; one that is missing has no frames. Raises StorageFailure."""
    with disk_errors(path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return Reading([], intact=False)
    pieces, intact, place = [], True, 0
    while 0 <= place < len(content):
        piece = _piece_at(content, place)
        if piece is None:
            intact = False
            place = content.find(_MAGIC, place + 1)
        else:
            pieces.append(piece)
            place += _HEAD.size + _SUM + len(piece.body)
    return Reading(pieces, intact and bool(pieces) and pieces[0].whole)


def _piece_at(content: bytes, place: int) -> Piece | None:
    start = place + _HEAD.size + _SUM
    if start > len(content):
        return None
    magic, size, number, whole = _HEAD.unpack_from(content, place)
    body = content[start : start + size]
    checksum = _checksum(content[place : place + _HEAD.size], body)
    if magic != _MAGIC or len(body) != size or content[start - _SUM : start] != checksum:
        return None
    return Piece(number, whole == 1, body)


def _checksum(head: bytes, body: bytes) -> bytes:
    return hashlib.blake2b(head + body, digest_size=_SUM).digest()


def _packed(frame: Frame) -> bytes:
    import zstandard  # only where there is something to write

    body = zstandard.ZstdCompressor(level=1).compress(msgspec.msgpack.encode(frame))
    head = _HEAD.pack(_MAGIC, len(body), frame.number, frame.whole)
    return head + _checksum(head, body) + body


class Journal:
    """Writes down what each transaction of a catalogue touched, just before it ends. `clock` counts seconds."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self._clock = clock
        self._synced = -_DRAFTS_WAIT
        self._number = 0
        self._limit = _GROWN
        self._is_empty = False
        self._is_unsure = True  # whether the file says what the catalogue says

    def attach(self, database: Database) -> PutBack | None:
        """Bring file and catalogue together, and keep them so from now on. What the file alone knows is put back, and
        told; a file that knows less, is damaged or of another desk is made anew. Raises StorageFailure."""
        reading = read_journal(self.path)
        with database.read() as connection:
            known = facts.get_number(connection, facts.JOURNAL)
            desk = facts.get(connection, facts.DESK_ID)
        if reading.number > known and facts_of(reading).get(facts.DESK_ID, desk) != desk:
            reading = self._set_aside()
        self._number = max(reading.number, known)
        done = None
        if reading.number > known:
            with database.write() as connection:
                done = put_back(connection, reading.frames())
                facts.put_number(connection, facts.JOURNAL, reading.number)
                forget_index(connection)
        database.watch(self)
        if reading.intact and reading.number >= known:
            self._is_unsure = False
            self._limit = max(_GROWN, self.path.stat().st_size * _TIMES)
        else:
            with database.write() as connection:
                self._make_anew(connection)
            self.ended()
        return done

    def renew(self, database: Database) -> None:
        """Make the file anew with what stands now; what it said before is gone. Raises StorageFailure."""
        with database.write() as connection:
            self._make_anew(connection)
        self.ended()

    def _set_aside(self) -> Reading:
        for number in itertools.count(1):
            aside = self.path.with_name(f"{self.path.name}-other-{number:04}")
            if not aside.exists():
                with disk_errors(self.path):
                    self.path.replace(aside)
                break
        return Reading([], intact=False)

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Let a connection notice what it touches."""
        unsent.watch(connection)

    def keep(self, connection: Connection) -> bool:
        """Write down what the transaction touched; it may end when this returns. Tell whether it touched anything:
        then `ended` must be called after it. Raises StorageFailure."""
        touched = unsent.touched(connection)
        if touched is None:
            return False
        is_done = not self._is_empty and unsent.is_empty(connection)
        if self._is_unsure or is_done or self.path.stat().st_size > self._limit:
            self._make_anew(connection)
            self._is_empty = is_done
        else:
            frame = unsent.tell(connection, self._next(connection), touched)
            waits = touched.drafts_only and self._clock() - self._synced < _DRAFTS_WAIT
            self._is_unsure = True
            self._is_empty = self._is_empty and not touched.records
            self._write(self.path, _packed(frame), os.O_APPEND, sync=not waits)
        return True

    def ended(self) -> None:
        """The transaction is on disk: file and catalogue say the same."""
        self._is_unsure = False

    def _next(self, connection: Connection) -> int:
        self._number = max(self._number, facts.get_number(connection, facts.JOURNAL)) + 1
        facts.put_number(connection, facts.JOURNAL, self._number)
        return self._number

    def _make_anew(self, connection: Connection) -> None:
        self._is_unsure = True
        fresh = self.path.with_name(f"{self.path.name}.new")
        packed = _packed(unsent.tell_all(connection, self._next(connection)))
        self._write(fresh, packed, os.O_TRUNC, sync=True)
        with disk_errors(self.path):
            fresh.replace(self.path)
            sync_folder(self.path.parent)
        self._limit = max(_GROWN, len(packed) * _TIMES)

    def _write(self, path: Path, packed: bytes, how: int, *, sync: bool) -> None:
        with disk_errors(path):
            flags = os.O_WRONLY | os.O_CREAT | how | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
                file.write(packed)
                file.flush()
                if sync:
                    os.fsync(file.fileno())
                    self._synced = self._clock()


def facts_of(reading: Reading) -> dict[str, bytes]:
    """Return what a journal says of the desk."""
    told: dict[str, bytes] = {}
    for frame in reading.frames():
        told |= frame.facts
    return told


def sync_folder(folder: Path) -> None:
    """Let what was renamed in a folder be on disk, where the platform lets one ask for that."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
