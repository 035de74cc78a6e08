"""Comparing states with desks: for a desk whose state does not match, and for this server when it lost what was
signed.

Invariant: a desk is told only what it may read; and what heals this server counts by the signature on its head and by
the tree over what it brings, whoever carries it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

import msgspec
from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput, HubDeskError, NotAllowed
from hubdesk.server import tables
from hubdesk.server.answers import Answers
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.database import Database
from hubdesk.server.desks import Member
from hubdesk.server.policy import may_read
from hubdesk.server.publications import MissingBlobs, Publishers, Publishing
from hubdesk.server.references import may_fetch_revision, note_blob, refer
from hubdesk.server.states import PastState, Standing, newest, nodes_at, portions, standing_at, version_of
from hubdesk.state import frame
from hubdesk.state.comparison import not_there, only_there, plain_delta, read_marks
from hubdesk.state.delta import Delta
from hubdesk.state.head import contradicts
from hubdesk.state.tree import Entry
from hubdesk.sync.wire import (
    COMPARES,
    INLINE_LIMIT,
    BlobRef,
    CollectionAnswer,
    Compared,
    Cursor,
    Publication,
    Published,
    TwoHeads,
    pack,
)
from hubdesk.trust.heads import check_head

ERRAND_SECONDS = 600.0
"""How long one desk is left to bring what was lost before another is asked."""
MOST_MARKS = 5_000_000
MOST_REVISIONS = 500
_WHOLE_SHARE = 0.6
_FEW = 100
_REVISIONS_BYTES = 4_000_000
_BEST_BYTES = 4_000_000
_QUICK_LEVEL = 9
_state = tables.state.c
_log = logging.getLogger(__name__)


class Errands:
    """Which desk brings what was lost of which collection: one at a time, or all would send the same."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._given: dict[str, tuple[str, float]] = {}

    def is_free(self, collection: str, desk: str) -> bool:
        """Tell whether nobody else is bringing this collection."""
        with self._lock:
            bearer, until = self._given.get(collection, (desk, 0.0))
            return bearer == desk or until < self._clock()

    def give(self, collection: str, desk: str) -> bool:
        """Let a desk bring what was lost, unless another does; tell whether it may."""
        if not self.is_free(collection, desk):
            return False
        with self._lock:
            self._given[collection] = (desk, self._clock() + ERRAND_SECONDS)
        return True

    def end(self, collection: str) -> None:
        """It was brought."""
        with self._lock:
            self._given.pop(collection, None)

    def has_one(self, desk: str) -> bool:
        """Tell whether a desk is bringing something: then it may upload, whatever its role."""
        with self._lock:
            now = self._clock()
            return any(bearer == desk and until >= now for bearer, until in self._given.values())


class Healing:
    """Compares, gives what differs, and takes in what was lost. `now` gives RFC 3339."""

    def __init__(
        self,
        database: Database,
        publishing: Publishing,
        answers: Answers,
        blobs: BlobFolder,
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._publishing = publishing
        self._answers = answers
        self._blobs = blobs
        self._now = now
        self.errands = Errands()

    # Answering desks

    def answer(
        self,
        connection: Connection,
        cursor: Cursor,
        compared: Compared | None,
        flags: list[str],
        member: Member,
        publishers: Callable[[], Publishers],
    ) -> CollectionAnswer | None:
        """Return what a desk is told by way of comparison; None where the usual answer does."""
        name = cursor.collection
        standing = newest(connection, name)
        if standing is None or not may_read(name, member.roles):
            return None
        if compared is not None:
            if compared.head is not None:
                return self._lacks(connection, standing, compared, member.id, publishers())
            return self._repaired(connection, standing, compared, member.roles)
        if COMPARES not in flags or not cursor.version:
            return None
        if cursor.version > standing.version:
            nodes = nodes_at(connection, standing.number, standing.version).packed()
            asks = self.errands.is_free(name, member.id)
            return CollectionAnswer(collection=name, behind=standing.version, nodes=nodes if asks else b"")
        known = version_of(connection, name, cursor.version)
        if known is not None and known.root[:8] == cursor.root:
            return None
        return self._offered(connection, standing, rival=known)

    def _offered(
        self, connection: Connection, standing: Standing, rival: Standing | None = None
    ) -> CollectionAnswer:
        return CollectionAnswer(
            collection=standing.name,
            head=standing.signed,
            nodes=nodes_at(connection, standing.number, standing.version).packed(),
            rival=rival.signed if rival is not None else None,
        )

    def _repaired(
        self, connection: Connection, standing: Standing, compared: Compared, roles: dict[str, str]
    ) -> CollectionAnswer | None:
        if standing.signed is None:
            return None
        if not compared.marks:
            return self._offered(connection, standing)
        wanted: list[Entry] = []
        gone: list[bytes] = []
        for entries, marks in _compared(connection, standing, compared):
            wanted += not_there(entries, marks)
            gone += only_there(entries, marks)
        if len(wanted) > max(_FEW, _WHOLE_SHARE * standing.records):
            return self._answers.to(connection, Cursor(standing.name, 0, b""), roles)
        way = self._plain(connection, standing, wanted)
        return CollectionAnswer(
            collection=standing.name,
            head=standing.signed,
            delta=way if isinstance(way, Delta) else None,
            delta_blob=way if isinstance(way, BlobRef) else None,
            gone=b"".join(gone),
            repaired=True,
        )

    def _plain(self, connection: Connection, standing: Standing, wanted: list[Entry]) -> Delta | BlobRef:
        """Return records of a state as a delta that needs no dictionary, or the blob that holds it."""
        state = PastState(connection, standing.number, standing.version)
        contents = state.lines([entry[1] for entry in wanted])
        large = sum(map(len, contents.values())) > _BEST_BYTES
        delta = plain_delta(contents, _QUICK_LEVEL if large else frame.LEVEL)
        if len(delta.frame) + len(delta.added) <= INLINE_LIMIT:
            return delta
        sha256, size = self._blobs.keep([pack(delta)])
        with self._database.write() as writing:
            note_blob(writing, sha256, size, self._now())
            refer(writing, standing.number, [sha256], published=True)
        return BlobRef(sha256, size)

    def plain(self, connection: Connection, answer: CollectionAnswer, cursor: Cursor) -> CollectionAnswer:
        """Return an answer with its delta told without dictionary, for a desk that cannot build one."""
        if answer.head is None or answer.snapshot is not None or not (answer.delta or answer.delta_blob):
            return answer
        standing = newest(connection, cursor.collection)
        assert standing is not None
        way = self._plain(connection, standing, _entries(connection, standing, _state.since > cursor.version))
        return msgspec.structs.replace(
            answer,
            delta=way if isinstance(way, Delta) else None,
            delta_blob=way if isinstance(way, BlobRef) else None,
        )

    def revisions(self, connection: Connection, wanted: list[bytes], roles: dict[str, str]) -> bytes:
        """Return one frame of those revisions that a desk with `roles` may have; empty for none."""
        stored = tables.revision.c
        found: list[bytes] = []
        room = _REVISIONS_BYTES
        for value in wanted[:MOST_REVISIONS]:
            if may_fetch_revision(connection, value, roles):
                content = connection.execute(
                    select(stored.canonical).where(stored.hash == value)
                ).scalar_one()
                room -= len(content)
                if found and room < 0:
                    break
                found.append(content)
        return frame.pack(b"\n".join(found)) if found else b""

    # Being healed

    def _lacks(
        self,
        connection: Connection,
        standing: Standing,
        compared: Compared,
        desk: str,
        publishers: Publishers,
    ) -> CollectionAnswer:
        """Say what this server lacks of a newer head, if it counts and nobody else is bringing it."""
        behind = CollectionAnswer(collection=standing.name, behind=standing.version)
        assert compared.head is not None
        try:
            head = check_head(compared.head, publishers, standing.name)
        except HubDeskError as error:
            return msgspec.structs.replace(behind, refused=error.code)
        if head.version <= standing.version or not self.errands.give(standing.name, desk):
            return behind
        places = [
            mark
            for entries, marks in _compared(connection, standing, compared)
            for mark in _unlike(entries, marks)
        ]
        return msgspec.structs.replace(behind, lacks=b"".join(places))

    def take(
        self, connection: Connection, publication: Publication, member: Member, publishers: Publishers
    ) -> Published:
        """Take in a head that was lost with what leads to it, or say why not; then nothing was changed."""
        name = ""
        try:
            name = publication.head.head().collection
            if not may_read(name, member.roles):
                raise NotAllowed("role")
            wanted = self._publishing.heal(connection, publication, name, publishers)
        except MissingBlobs as error:
            self.errands.give(name, member.id)
            return Published(collection=name, code=error.code, wanted=error.wanted)
        except HubDeskError as error:
            _log.info("healing of %s by %s: %s", name, member.id, error)
            return Published(collection=name, code=error.code, detail=str(error)[:400])
        self.errands.end(name)
        return Published(collection=name, wanted=wanted)

    # Contradictions

    def report(self, connection: Connection, heads: TwoHeads, desk: str, publishers: Publishers) -> None:
        """Keep two heads that contradict each other, if both count; what does not is not kept."""
        try:
            name = heads.held.head().collection
            held = check_head(heads.held, publishers, name)
            other = check_head(heads.other, publishers, name)
        except HubDeskError:
            return
        if not contradicts(held, other):
            return
        document = tables.document
        row = {"name": f"contradiction:{name}", "version": held.version, "content": pack(heads)}
        added = connection.execute(insert(document).values(row).on_conflict_do_nothing())
        if added.rowcount == 1:
            _log.warning(
                "%s: versions %d (%s) and %d (%s) contradict each other; desk %s reports both heads",
                name, held.version, held.root[:16], other.version, other.root[:16], desk,
            )  # fmt: skip


def forgotten(connection: Connection, desk: str, received: dict[int, bytes]) -> list[int]:
    """Return the first numbers of those of a desk's batches (first number -> mark) that are not here."""
    batch = tables.batch.c
    here: set[int] = set()
    for some in portions(list(received)):
        query = select(batch.first, batch.signature).where(batch.desk == desk, batch.first.in_(some))
        here.update(
            row.first for row in connection.execute(query) if row.signature.startswith(received[row.first])
        )
    return [first for first in received if first not in here]


def _compared(
    connection: Connection, standing: Standing, compared: Compared
) -> list[tuple[list[Entry], dict[bytes, bytes]]]:
    """Return (entries here, marks there) of every node that a desk compares; raises BadInput("marks")."""
    if sum(map(len, compared.marks.values())) > MOST_MARKS:
        raise BadInput("marks")
    return [
        (_entries(connection, standing, _state.bucket.between(node << 8, node << 8 | 255)), read_marks(marks))
        for node, marks in sorted(compared.marks.items())
        if 0 <= node < 256
    ]


def _entries(connection: Connection, standing: Standing, which: ColumnElement[bool]) -> list[Entry]:
    query = select(_state.key, _state.record, _state.revision).where(
        standing_at(standing.number, standing.version), which
    )
    return [(row.key, row.record, row.revision) for row in connection.execute(query.order_by(_state.key))]


def _unlike(entries: list[Entry], marks: dict[bytes, bytes]) -> list[bytes]:
    """Return the places of what the other side has and this one has not, or has otherwise."""
    here = {entry[0][:8]: entry[2][:8] for entry in entries}
    return [place for place, value in marks.items() if here.get(place) != value]
