"""What desks propose, until a coordinator settles it, and the sealed answers to their authors.

Invariant: an event, known by (desk, sequence), is taken in once and remembered for ever; sending it again has no
second effect, and no other content ever takes its number.

An event's outcome is "open", "replaced" or "taken back" (by a later event of its author), "settled" (by a
coordinator), "done" (a take-back), or "refused CODE" (it is weighed again when it is offered again).
"""

from __future__ import annotations

from datetime import datetime

import msgspec
import zstandard
from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput, HubDeskError, Untrusted
from hubdesk.model import canonical
from hubdesk.model.identity import digest, id_bytes
from hubdesk.model.record import Revision, read_revision
from hubdesk.server import tables
from hubdesk.server.desks import Member
from hubdesk.server.erasing import erased_among
from hubdesk.server.others import tell_carriers
from hubdesk.server.policy import Policy, files_of, hub_of, may_coordinate
from hubdesk.server.references import missing, refer
from hubdesk.server.states import PastState, Standing, keep_revisions, newest, portions, version_of
from hubdesk.server.waiting import OPEN, REPLACED, contents_of, last_number
from hubdesk.state import frame
from hubdesk.state.batch import MARK, Batch, Event
from hubdesk.state.delta import read_delta
from hubdesk.sync.wire import Cursor, Receipt, SentBatch, SettledEvents
from hubdesk.trust.keys import check_signature

SETTLED, TAKEN_BACK, DONE = "settled", "taken back", "done"
REFUSED = "refused "
CONTENT_LIMIT = 32_000_000
"""Canonical bytes in one batch."""
EVENT_LIMIT = 10_000
WANTED_LIMIT = 2_000
"""Blobs asked for in one answer."""
_LAST_NUMBER = 2**53 - 1

_event = tables.event.c
_batch = tables.batch.c
_outcome = tables.outcome.c


class Proposal(msgspec.Struct, frozen=True):
    """A batch as it was signed, with the contents of its events by revision hash."""

    batch: Batch
    contents: dict[bytes, Revision]


def open_batch(connection: Connection, sent: SentBatch, desk: str, cursor: Cursor | None) -> Proposal:
    """Rebuild a batch from what was sent.

    Raises Untrusted("unknown-base") when the state that its delta was made against is not known here, other
    Untrusted or BadInput when it does not fit together.
    """
    if not 1 <= sent.first <= _LAST_NUMBER - EVENT_LIMIT or len(sent.events) > EVENT_LIMIT:
        raise BadInput("numbers")
    if sent.delta is None:
        events, revisions = sent.events, _contents(sent)
    else:
        events, revisions = _from_delta(connection, sent, cursor)
    if not events or not all(_is_formed(event) for event in events):
        raise BadInput("events")
    for revision in revisions:
        if not canonical.is_canonical(revision.canonical):
            raise BadInput("not-canonical", id=revision.content.id)
    batch = Batch(desk, sent.collection, sent.first, events, sent.signature)
    return Proposal(batch, {revision.hash: revision for revision in revisions})


def _is_formed(event: Event) -> bool:
    return len(event.id) == 16 and len(event.base) in (0, 32) and len(event.revision) in (0, 32)


def _contents(sent: SentBatch) -> list[Revision]:
    text = frame.unpack(sent.contents, CONTENT_LIMIT) if sent.contents else b""
    if text.count(b"\n") >= EVENT_LIMIT:  # before it is cut up: line ends alone would fill the memory
        raise BadInput("contents")
    revisions = [read_revision(line) for line in text.split(b"\n")] if text else []
    expected = [(event.id, event.revision) for event in sent.events if event.revision]
    told = [(id_bytes(revision.content.id), revision.hash) for revision in revisions]
    rest = iter(expected)
    if not all(
        item in rest for item in told
    ):  # what its author's desk had to erase meanwhile is not among them
        raise BadInput("contents")
    return revisions


def _from_delta(
    connection: Connection, sent: SentBatch, cursor: Cursor | None
) -> tuple[list[Event], list[Revision]]:
    assert sent.delta is not None
    base = None if cursor is None else version_of(connection, sent.collection, cursor.version)
    if cursor is None or base is None or base.root[:8] != cursor.root:
        raise Untrusted("unknown-base")
    check_announced(sent.delta.frame, CONTENT_LIMIT)
    state = PastState(connection, base.number, base.version)
    revisions = read_delta(state, sent.delta)
    ids = [id_bytes(revision.content.id) for revision in revisions]
    held = state.revisions(ids)
    events = [
        Event(
            record,
            held[record][0] if record in held else b"",
            revision.hash,
            sent.replaces.get(sent.first + place, 0),
        )
        for place, (record, revision) in enumerate(zip(ids, revisions, strict=True))
    ]
    return events, revisions


def check_announced(packed: bytes, limit: int) -> None:
    """Raise Untrusted("frame-size" | "frame-broken") for a frame that would unfold to more than `limit` bytes."""
    try:
        size = zstandard.get_frame_parameters(packed).content_size
    except zstandard.ZstdError as error:
        raise Untrusted("frame-broken", reason=str(error)) from error
    if size > limit:
        raise Untrusted("frame-size", size=size, limit=limit)


def without_files(files: dict[bytes, int], known: bytes) -> dict[bytes, int]:
    """Return `files` without those that the canonical revision `known` lists."""
    listed = dict(files_of(read_revision(known)))
    return {sha256: size for sha256, size in files.items() if sha256 not in listed}


class Inbox:
    """The proposals of all hubs, in one transaction at the time `now`."""

    def __init__(self, connection: Connection, policy: Policy, now: datetime) -> None:
        self._connection = connection
        self._policy = policy
        self._now = now
        self._at = now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def take(self, sent: SentBatch, member: Member, cursor: Cursor | None, largest_blob: int) -> Receipt:
        """Take a batch in and say what became of it."""
        standing = newest(self._connection, sent.collection)
        if standing is None:
            return Receipt(collection=sent.collection, first=sent.first, code="collection-unknown")
        try:
            proposal = open_batch(self._connection, sent, member.id, cursor)
            check_signature(member.sign, sent.signature, proposal.batch.statement())
        except HubDeskError as error:
            known = self._first_unknown(member.id, sent.first) if 0 < sent.first < _LAST_NUMBER else 0
            receipt = Receipt(collection=sent.collection, first=sent.first, code=error.code, known=known)
        else:
            receipt = self._weigh(proposal, member, standing, largest_blob)
        return msgspec.structs.replace(receipt, mark=sent.signature[:MARK])

    def _weigh(self, proposal: Proposal, member: Member, standing: Standing, largest_blob: int) -> Receipt:
        batch = proposal.batch
        hashes = [digest(msgspec.msgpack.encode((batch.collection, event))) for event in batch.events]
        seen = self._seen(member.id, batch.first, len(batch.events))
        if any(seen[number][0] != hashes[number - batch.first] for number in seen):
            taken = self._last_number(member.id) + 1
            return Receipt(collection=batch.collection, first=batch.first, code="numbers-taken", known=taken)
        refused: dict[int, str] = {}
        files: dict[bytes, int] = {}
        fresh: dict[bytes, int] = {}
        number_of_batch = self._number_of(proposal, standing)
        for place, event in enumerate(batch.events):
            sequence = batch.first + place
            if sequence in seen and not seen[sequence][1].startswith(REFUSED):
                if seen[sequence][1] == OPEN:
                    fresh.update(self._fresh_files(event, proposal))
                continue
            fault = self._fault(event, proposal, sequence, member)
            if fault:
                refused[sequence] = fault
            outcome = REFUSED + fault if fault else OPEN if event.revision else DONE
            if sequence in seen:
                self._reopen(member.id, sequence, outcome)
            else:
                self._add_event(event, member.id, sequence, number_of_batch, hashes[place], outcome)
            if not fault:
                self._close_earlier(event, member.id)
                if event.revision:
                    keep_revisions(self._connection, [proposal.contents[event.revision]])
                    files.update(files_of(proposal.contents[event.revision]))
                    fresh.update(self._fresh_files(event, proposal))
        refer(self._connection, standing.number, files, published=False)
        fitting = [sha256 for sha256, size in fresh.items() if size <= largest_blob]
        wanted = missing(self._connection, fitting)[:WANTED_LIMIT]
        return Receipt(
            collection=batch.collection,
            first=batch.first,
            code="missing-blobs" if wanted else "",
            known=batch.first + len(batch.events),
            refused=refused,
            wanted=wanted,
        )

    def _fresh_files(self, event: Event, proposal: Proposal) -> dict[bytes, int]:
        """Return the files that an event brings and its base did not have."""
        if event.revision not in proposal.contents:
            return {}
        files = dict(files_of(proposal.contents[event.revision]))
        if files and event.base:
            for known in contents_of(self._connection, [event.base]):
                files = without_files(files, known)
        return files

    def _fault(self, event: Event, proposal: Proposal, sequence: int, member: Member) -> str:
        if event.replaces:
            if event.replaces >= sequence:
                return "replaces"
            earlier = self._connection.execute(
                select(_batch.collection, tables.collection.c.name)
                .select_from(tables.event.join(tables.batch).join(tables.collection))
                .where(_event.desk == member.id, _event.sequence == event.replaces)
            ).one_or_none()
            if earlier is None or earlier.name != proposal.batch.collection:
                return "replaces"
        elif not event.revision:
            return "replaces"
        if not event.revision:
            return ""
        standing = newest(self._connection, proposal.batch.collection)
        if standing is not None and erased_among(self._connection, standing.number, [event.id]):
            return "erased"
        if event.revision not in proposal.contents:
            return "contents"
        revision = proposal.contents[event.revision]
        return self._policy.fault_of_proposal(revision, proposal.batch.collection, member.id, member.roles)

    def _seen(self, desk: str, first: int, count: int) -> dict[int, tuple[bytes, str]]:
        query = select(_event.sequence, _event.content_hash, _event.outcome).where(
            _event.desk == desk, _event.sequence.between(first, first + count - 1)
        )
        return {row.sequence: (row.content_hash, row.outcome) for row in self._connection.execute(query)}

    def _last_number(self, desk: str) -> int:
        query = select(func.coalesce(func.max(_event.sequence), 0)).where(_event.desk == desk)
        return int(self._connection.execute(query).scalar_one())

    def _first_unknown(self, desk: str, first: int) -> int:
        """The first number from `first` on that was never seen."""
        query = (
            select(_event.sequence)
            .where(_event.desk == desk, _event.sequence >= first)
            .order_by(_event.sequence)
            .limit(EVENT_LIMIT)
        )
        for sequence in self._connection.execute(query).scalars():
            if sequence != first:
                break
            first += 1
        return first

    def _next_number(self, numbers: ColumnElement[int]) -> int:
        """Return a running number that no desk has seen, not even before this server was restored: it follows time."""
        clock = int(self._now.timestamp() * 1000)
        return max(last_number(self._connection, numbers) + 1, clock)

    def _number_of(self, proposal: Proposal, standing: Standing) -> int:
        """Return the number of a batch's row. It gets one even where all its events came before in other batches: a
        desk asks for its batch by its mark, and sends again what is not here."""
        batch = proposal.batch
        known = self._connection.execute(
            select(_batch.number).where(
                _batch.desk == batch.desk,
                _batch.collection == standing.number,
                _batch.first == batch.first,
                _batch.signature == batch.signature,
            )
        ).scalar()
        if known is not None:
            return int(known)
        row = {
            "desk": batch.desk,
            "collection": standing.number,
            "hub": hub_of(batch.collection),
            "first": batch.first,
            "events": msgspec.msgpack.encode(batch.events),
            "signature": batch.signature,
            "received": self._at,
            "changed": self._next_number(_batch.changed),
        }
        added = self._connection.execute(insert(tables.batch).values(row).returning(_batch.number))
        return int(added.scalar_one())

    def _add_event(
        self, event: Event, desk: str, sequence: int, batch: int, content_hash: bytes, outcome: str
    ) -> None:
        row = {
            "desk": desk,
            "sequence": sequence,
            "batch": batch,
            "content_hash": content_hash,
            "revision": event.revision,
            "replaces": event.replaces,
            "outcome": outcome,
        }
        self._connection.execute(insert(tables.event).values(row))

    def _close_earlier(self, event: Event, desk: str) -> None:
        if event.replaces:
            self._close(desk, [event.replaces], REPLACED if event.revision else TAKEN_BACK)

    def _reopen(self, desk: str, sequence: int, outcome: str) -> None:
        mine = (_event.desk == desk, _event.sequence == sequence)
        self._connection.execute(update(tables.event).where(*mine).values(outcome=outcome))
        self._mark_changed({self._connection.execute(select(_event.batch).where(*mine)).scalar_one()})

    def _close(
        self, desk: str, sequences: list[int], outcome: str, collection: int | None = None
    ) -> list[int]:
        """Close open events of a desk; return the sequence numbers that were open."""
        closed: list[int] = []
        batches: set[int] = set()
        for some in portions(sequences):
            query = (
                select(_event.sequence, _event.batch)
                .join(tables.batch)
                .where(_event.desk == desk, _event.sequence.in_(some), _event.outcome == OPEN)
            )
            if collection is not None:
                query = query.where(_batch.collection == collection)
            rows = self._connection.execute(query).all()
            numbers = [row.sequence for row in rows]
            self._connection.execute(
                update(tables.event)
                .where(_event.desk == desk, _event.sequence.in_(numbers))
                .values(outcome=outcome)
            )
            closed += numbers
            batches.update(row.batch for row in rows)
        self._mark_changed(batches)
        return closed

    def _mark_changed(self, batches: set[int]) -> None:
        for number in sorted(batches):
            self._connection.execute(
                update(tables.batch)
                .where(_batch.number == number)
                .values(changed=self._next_number(_batch.changed))
            )

    def settle(self, settled: SettledEvents, by: Member) -> None:
        """Note that a coordinator settled events, and keep the sealed outcomes for their author. What was settled
        before stays as it was."""
        standing = newest(self._connection, settled.collection)
        if standing is None or not may_coordinate(hub_of(settled.collection), by.roles):
            return
        numbers = [number for number in settled.sequences if 0 < number <= _LAST_NUMBER]
        closed = self._close(settled.author, numbers, SETTLED, standing.number)
        if not closed:
            return
        row = {
            "number": self._next_number(_outcome.number),
            "author": settled.author,
            "collection": standing.number,
            "by": by.id,
            "at": self._at,
            "sequences": msgspec.msgpack.encode(settled.sequences),
            "sealed": settled.sealed,
        }
        self._connection.execute(insert(tables.outcome).values(row))
        tell_carriers(self._connection, settled.author, closed, settled.sealed, self._now)
