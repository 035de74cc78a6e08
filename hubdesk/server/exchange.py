"""One exchange: what a desk brings is taken in, then it is told what is new.

Invariant: what is answered as received or published is on the disk; sending the same again changes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from hubdesk.errors import BadInput, Untrusted
from hubdesk.server.answers import Answers
from hubdesk.server.carried import Carrying
from hubdesk.server.centre import Centre
from hubdesk.server.database import Database
from hubdesk.server.desks import Member, check_request, count_request, find_member
from hubdesk.server.healing import Healing, forgotten
from hubdesk.server.installers import Installers
from hubdesk.server.join import Joining
from hubdesk.server.metadata import Metadata
from hubdesk.server.others import others_for
from hubdesk.server.policy import Policy, may_coordinate
from hubdesk.server.proposals import Inbox
from hubdesk.server.publications import Publishing
from hubdesk.server.tokens import Tokens
from hubdesk.server.waiting import inbox_of, outcomes_for
from hubdesk.sync.wire import (
    BODY_LIMIT,
    INLINE_LIMIT,
    PLAIN,
    CollectionAnswer,
    Cursor,
    Delivered,
    Down,
    InboxBatch,
    Parcel,
    Published,
    Receipt,
    Request,
    Sealed,
    SentInstallers,
    Up,
    pack,
    unpack,
)

MOST = 1_000
"""Cursors, batches, publications or settlements in one exchange."""
_LARGEST = 2**62
_log = logging.getLogger(__name__)


class Exchange:
    """Answers exchanges. `now` gives the time; `largest_blob` bounds what is asked for, in bytes."""

    def __init__(
        self,
        database: Database,
        centre: Centre,
        metadata: Metadata,
        policy: Policy,
        publishing: Publishing,
        answers: Answers,
        healing: Healing,
        tokens: Tokens,
        joining: Joining,
        now: Callable[[], datetime],
        largest_blob: int,
    ) -> None:
        self._database = database
        self._centre = centre
        self._metadata = metadata
        self._policy = policy
        self._publishing = publishing
        self._answers = answers
        self._healing = healing
        self._tokens = tokens
        self._now = now
        self._largest_blob = largest_blob
        self._installers = Installers(metadata.chain, self._replace_role)
        self._carrying = Carrying(
            database, centre, joining, self._inbox_at, self._take_carried, now, largest_blob
        )

    def authenticate(self, packed: bytes) -> tuple[Member, Up]:
        """Return who sent a packed Request, and what it says; its counter is used up.

        Raises BadInput("not-a-message"), Refusal("desk-unknown" | "counter"), Untrusted("signature").
        """
        request = unpack(packed, Request)
        if not 0 < request.counter < _LARGEST or len(request.desk) != 32:
            raise BadInput("not-a-message", expected="Request")
        with self._database.read() as connection:
            member = find_member(connection, request.desk.hex())
        check_request(member, request, self._centre.keys.online.public)
        with self._database.write() as connection:
            count_request(connection, member.id, request.counter)
        return member, unpack(request.body, Up)

    def answer(self, member: Member, up: Up) -> Down:
        """Take in what a desk brings and return what is new for it. Raises StorageFailure."""
        lists = (up.cursors, up.batches, up.publications, up.settled, up.compared, up.healing, up.received)
        others = (up.wanted, up.contradictions, up.carried, up.installers)
        if max(len(items) for items in (*lists, *others)) > MOST:
            raise BadInput("too-many", most=MOST)
        if not all(0 <= cursor.version < _LARGEST for cursor in up.cursors):
            raise BadInput("not-a-message", expected="Cursor")
        brought = [*up.publications, *up.healing]
        blobs = [ref for item in brought for ref in (item.delta_blob, item.snapshot) if ref is not None]
        if not all(len(ref.sha256) == 32 and 0 <= ref.size < _LARGEST for ref in blobs):
            raise BadInput("not-a-message", expected="BlobRef")
        self._refresh()
        taken = _Taken()
        if up.received:
            with self._database.read() as connection:  # before what is sent now stands among it
                received = {first: mark for first, mark in up.received.items() if 0 < first < _LARGEST}
                taken.forgotten = forgotten(connection, member.id, received)
        self._prepare(up)
        taken.carried = self._carrying.take(member, up.carried)  # what is settled below may be among it
        brought_here = (up.batches, up.publications, up.settled, up.healing, up.brought, up.contradictions)
        if any(brought_here) or up.installers:
            with self._database.write() as connection:
                taken.healed = self._take_healing(connection, member, up)
                taken.receipts = self._take_batches(connection, member, up)
                taken.published = self._take_publications(connection, member, up)
                taken.installers = self._installers.take(connection, up.installers)
        with self._database.read() as connection:
            return self._told(connection, member, up, taken)

    def _refresh(self) -> None:
        """Sign a fresh timestamp at the first contact of the day."""
        now = self._now()
        with self._database.read() as connection:
            is_due = self._metadata.is_due(connection, now)
        if is_due:
            with self._database.write() as connection:
                if self._metadata.is_due(connection, now):
                    self._metadata.refresh(connection, now)

    def _prepare(self, up: Up) -> None:
        """Do what takes long before anybody has to wait for it."""
        if any(publication.snapshot for publication in (*up.publications, *up.healing)):
            with self._database.read() as connection:
                publishers = self._centre.publishers(connection)
            for publication in (*up.publications, *up.healing):
                self._publishing.prepare(self._database, publication, publishers)

    def _take_healing(self, connection: Connection, member: Member, up: Up) -> list[Published]:
        """What was lost here comes first: what else is sent may build on it."""
        if up.brought:
            self._bring(connection, up.brought)
        if not (up.healing or up.contradictions):
            return []
        publishers = self._centre.publishers(connection)
        for heads in up.contradictions:
            self._healing.report(connection, heads, member.id, publishers)
        return [self._healing.take(connection, publication, member, publishers) for publication in up.healing]

    def _bring(self, connection: Connection, brought: bytes) -> None:
        """Take back what this server lost of its metadata; what does not count is not taken."""
        savepoint = connection.begin_nested()
        try:
            self._metadata.bring(connection, brought, self._now())
        except Untrusted as error:
            savepoint.rollback()
            _log.info("metadata that a desk brought: %s", error)
        else:
            savepoint.commit()

    def _take_batches(self, connection: Connection, member: Member, up: Up) -> list[Receipt]:
        cursors = {cursor.collection: cursor for cursor in up.cursors}
        inbox = self._inbox_at(connection)
        return [
            inbox.take(sent, member, cursors.get(sent.collection), self._largest_blob) for sent in up.batches
        ]

    def _inbox_at(self, connection: Connection) -> Inbox:
        return Inbox(connection, self._policy, self._now())

    def _take_carried(self, member: Member, up: Up) -> list[Published]:
        """Take in what a coordinator's desk published and another brought."""
        with self._database.write() as connection:
            return self._take_publications(connection, member, up)

    def _take_publications(self, connection: Connection, member: Member, up: Up) -> list[Published]:
        published = []
        if up.publications:
            publishers = self._centre.publishers(connection)
            published = self._publishing.take(connection, up.publications, member.roles, publishers)
            for publication, answer in zip(up.publications, published, strict=True):
                if not answer.code:
                    self._answers.published(publication)
        failed = {answer.collection for answer in published if answer.code}
        inbox = self._inbox_at(connection)
        for settled in up.settled:
            if settled.collection not in failed:
                inbox.settle(settled, member)
        return published

    def _told(
        self,
        connection: Connection,
        member: Member,
        up: Up,
        taken: _Taken,
    ) -> Down:
        room = _Room(min(up.limit or BODY_LIMIT, BODY_LIMIT))
        outcomes = self._outcomes(connection, member, up, room)
        others = self._others(connection, member, up, room)
        cursors = {cursor.collection: cursor for cursor in _cursors_after(up, taken)}
        collections = self._collections(connection, member, up, list(cursors.values()), room)
        inbox = self._inbox(connection, member, up, room)
        heads = [answer.head.body for answer in collections if answer.head is not None]
        held = (max(0, min(up.trust, _LARGEST)), max(1, min(up.root, _LARGEST)))
        trust, whole = self._metadata.told(connection, *held, heads)
        if up.trust:
            collections = [self._answers.shortened(connection, answer, cursors) for answer in collections]
        refers = any(answer.snapshot or answer.delta_blob for answer in collections)
        wants = any(receipt.wanted for receipt in taken.receipts)
        wants = wants or any(answer.wanted for answer in (*taken.published, *taken.healed))
        wants = wants or any(answer.lacks is not None for answer in collections)
        wants = wants or any(delivered.wanted for delivered in taken.carried)
        revisions = self._healing.revisions(connection, up.wanted, member.roles) if up.wanted else b""
        return Down(
            collections=collections,
            trust=trust,
            whole=whole,
            receipts=taken.receipts,
            published=taken.published,
            healed=taken.healed,
            forgotten=taken.forgotten,
            revisions=revisions,
            outcomes=outcomes,
            inbox=inbox,
            carried=taken.carried,
            others=others,
            software=self._software(connection, up, room),
            installers=taken.installers,
            more=room.more,
            token=self._tokens.make(member.id, self._now()) if refers or wants or up.token else "",
        )

    def _software(self, connection: Connection, up: Up, room: _Room) -> list[SentInstallers]:
        found: list[SentInstallers] = []
        for item in self._installers.news(connection, up.software) if up.software is not None else []:
            if not room.take(len(item.packed)):
                break
            found.append(item)
        return found

    def _replace_role(self, connection: Connection, name: str, document: bytes) -> None:
        self._metadata.add(connection, self._now(), roles={name: document})

    def _outcomes(self, connection: Connection, member: Member, up: Up, room: _Room) -> list[Sealed]:
        found = []
        for sealed in outcomes_for(connection, member.id, min(up.outcomes, _LARGEST)):
            if not room.take(len(sealed.sealed)):
                break
            found.append(sealed)
        return found

    def _others(self, connection: Connection, member: Member, up: Up, room: _Room) -> dict[int, Parcel]:
        found: dict[int, Parcel] = {}
        if up.others is None:
            return found
        for number, parcel in others_for(connection, member.id, max(0, min(up.others, _LARGEST))):
            if not room.take(len(parcel.content)):
                break
            found[number] = parcel
        return found

    def _collections(
        self, connection: Connection, member: Member, up: Up, cursors: list[Cursor], room: _Room
    ) -> list[CollectionAnswer]:
        found = []
        comparisons = {compared.collection: compared for compared in up.compared}
        for cursor in cursors:
            answer = self._healing.answer(
                connection,
                cursor,
                comparisons.get(cursor.collection),
                up.flags,
                member,
                lambda: self._centre.publishers(connection),
            ) or self._answers.to(connection, cursor, member.roles, room.left())
            if answer is not None:
                if PLAIN in up.flags:
                    answer = self._healing.plain(connection, answer, cursor)
                if not room.take(len(pack(answer))):
                    break
                found.append(answer)
        return found

    def _inbox(
        self, connection: Connection, member: Member, up: Up, room: _Room
    ) -> dict[str, list[InboxBatch]]:
        found: dict[str, list[InboxBatch]] = {}
        for hub, after in up.inbox.items():
            if not may_coordinate(hub, member.roles):
                continue
            for batch in inbox_of(connection, hub, max(0, min(after, _LARGEST))):
                if not room.take(len(pack(batch))):
                    break
                found.setdefault(hub, []).append(batch)
        return found


class _Taken:
    """What became of what a desk brought."""

    def __init__(self) -> None:
        self.receipts: list[Receipt] = []
        self.published: list[Published] = []
        self.healed: list[Published] = []
        self.forgotten: list[int] = []
        self.carried: list[Delivered] = []
        self.installers: list[Published] = []


def _cursors_after(up: Up, taken: _Taken) -> list[Cursor]:
    """Return what the desk holds now: what it published itself is not told to it again."""
    pairs = zip(up.publications, taken.published, strict=True)
    done = [publication.head.head() for publication, answer in pairs if not answer.code]
    now = {
        head.collection: Cursor(head.collection, head.version, bytes.fromhex(head.root)[:8]) for head in done
    }
    return [now.get(cursor.collection, cursor) for cursor in up.cursors]


class _Room:
    """How many bytes an answer may still take; the first thing always fits, so that every answer leads on."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._used = False
        self.more = False

    def left(self) -> int:
        """Return the bytes that are left, as far as frames travel in an answer at all."""
        return max(0, min(self._room, INLINE_LIMIT))

    def take(self, size: int) -> bool:
        """Tell whether something of this size still fits."""
        if self._used and size > self._room:
            self.more = True
            return False
        self._used = True
        self._room -= size
        return True
