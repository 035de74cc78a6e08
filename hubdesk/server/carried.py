"""What desks bring of others: requests to join, batches, publications; and what is for those others in return.

Invariant: a parcel is judged by what it proves of itself and never by who brought it; it has the effect that it would
have had over its own desk's line, and brought twice it has none more.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput, HubDeskError, StorageFailure, Untrusted
from hubdesk.model.identity import digest
from hubdesk.server import tables
from hubdesk.server.centre import Centre
from hubdesk.server.database import Database
from hubdesk.server.desks import Member, find_member
from hubdesk.server.invites import secret_hashes
from hubdesk.server.join import Joining
from hubdesk.server.others import hand_over
from hubdesk.server.policy import hub_of
from hubdesk.server.proposals import Inbox
from hubdesk.server.refusal import Refusal
from hubdesk.server.waiting import OPEN
from hubdesk.sync.parcels import (
    ADMITTED,
    BATCH,
    JOIN,
    OUTCOMES,
    PUBLICATION,
    CarriedBatch,
    CarriedOutcomes,
    CarriedPublication,
    invite_name,
    knows_secret,
    read_join,
    read_publication,
    write_admitted,
)
from hubdesk.sync.wire import Delivered, Parcel, Published, SentBatch, Up, pack, unpack
from hubdesk.trust.admission import read_admission

WAITING = "waiting"
ADMISSION_WAITS = "admission-waits"
"""Code of a join that a person decides about first."""

_event = tables.event.c
_outcome = tables.outcome.c

Publish = Callable[[Member, Up], list[Published]]
"""Takes a desk's publications and settlements in, as over its own line."""


class Carrying:
    """Takes parcels in. `now` gives the time; `largest_blob` bounds what is asked for, in bytes."""

    def __init__(
        self,
        database: Database,
        centre: Centre,
        joining: Joining,
        inbox: Callable[[Connection], Inbox],
        publish: Publish,
        now: Callable[[], datetime],
        largest_blob: int,
    ) -> None:
        self._database = database
        self._centre = centre
        self._joining = joining
        self._inbox = inbox
        self._publish = publish
        self._now = now
        self._largest_blob = largest_blob

    def take(self, carrier: Member, parcels: list[Parcel]) -> list[Delivered]:
        """Take in what `carrier` brings, and say of each parcel what became of it."""
        return [self._take(carrier, parcel) for parcel in parcels]

    def _take(self, carrier: Member, parcel: Parcel) -> Delivered:
        sha256 = digest(parcel.content)
        try:
            if parcel.kind == BATCH:
                return self._batch(carrier, parcel.content, sha256)
            if parcel.kind == JOIN:
                self._join(carrier, parcel.content)
                return Delivered(sha256=sha256)
            if parcel.kind == PUBLICATION:
                return self._publication(parcel.content, sha256)
            raise BadInput("parcel-unknown", kind=parcel.kind[:40])
        except StorageFailure:
            raise
        except HubDeskError as error:
            return Delivered(sha256=sha256, code=WAITING if error.code == ADMISSION_WAITS else error.code)

    def _batch(self, carrier: Member, content: bytes, sha256: bytes) -> Delivered:
        carried = unpack(content, CarriedBatch)
        sent = carried.batch
        said = carried.admission
        admission = read_admission(said.body, said.signature, self._centre.keys.online.public)
        if (admission.desk, admission.hub) != (carried.desk, hub_of(sent.collection)):
            raise Untrusted("admission-elsewhere", desk=admission.desk, hub=admission.hub)
        if sent.delta is not None:
            raise BadInput("not-self-contained")
        with self._database.write() as connection:
            author = find_member(connection, carried.desk)
            receipt = self._inbox(connection).take(sent, author, None, self._largest_blob)
            code = "" if receipt.code == "missing-blobs" else receipt.code
            if not code:
                self._note_brought(connection, carrier.id, author.id, sent)
            closed = _closed(connection, author.id, sent)
            if "replaces" in receipt.refused.values():
                code = WAITING  # what it replaces may still be on its way, by another hand
        return Delivered(sha256=sha256, code=code, closed=closed, wanted=receipt.wanted)

    def _join(self, carrier: Member, content: bytes) -> None:
        key = self._centre.keys.online
        join, request = read_join(content, key.public)
        with self._database.read() as connection:
            known = secret_hashes(connection)
        named = next((kept for kept in known if invite_name(kept) == join.invite), None)
        if named is None or not knows_secret(join, named, key.public):
            raise Refusal(403, "invite-unknown")
        desk, joined = self._joining.admitted(request, named)
        parcel = Parcel(ADMITTED, write_admitted(desk, joined, key))
        with self._database.write() as connection:
            hand_over(connection, carrier.id, parcel, self._now())

    def _publication(self, content: bytes, sha256: bytes) -> Delivered:
        carried = unpack(content, CarriedPublication)
        with self._database.read() as connection:
            member = find_member(connection, carried.desk)
        said = read_publication(carried, member.sign, self._centre.keys.online.public)
        collections = [item.head.head().collection for item in said.publications]
        if {hub_of(name) for name in (*collections, *(s.collection for s in said.settled))} - {carried.hub}:
            raise Untrusted("head-elsewhere", expected=carried.hub, found=", ".join(collections)[:200])
        if any(item.delta is None for item in said.publications):
            raise BadInput("not-self-contained")
        published = self._publish(member, Up(publications=said.publications, settled=said.settled))
        code = next((answer.code for answer in published if answer.code), "")
        wanted = [sha256 for answer in published for sha256 in answer.wanted]
        return Delivered(sha256=sha256, code=code, wanted=wanted)

    def _note_brought(self, connection: Connection, carrier: str, author: str, sent: SentBatch) -> None:
        """Remember who brought a batch: it is given the outcomes for the author too, those that stand already first."""
        if carrier == author:
            return
        numbers = range(sent.first, sent.first + len(sent.events))
        here = (_event.desk == author, _event.sequence.between(numbers[0], numbers[-1]))
        rows = [
            {"carrier": carrier, "batch": batch}
            for batch in connection.scalars(select(_event.batch).where(*here).distinct()).all()
        ]
        if not rows:
            return
        connection.execute(insert(tables.brought).on_conflict_do_nothing(), rows)
        query = select(_outcome.sequences, _outcome.sealed).where(_outcome.author == author)
        for row in connection.execute(query.order_by(_outcome.number)).all():
            if any(number in numbers for number in msgspec.msgpack.decode(row.sequences, type=list[int])):
                parcel = Parcel(OUTCOMES, pack(CarriedOutcomes(author, row.sealed)))
                hand_over(connection, carrier, parcel, self._now())


def _closed(connection: Connection, author: str, sent: SentBatch) -> list[int]:
    """Return the numbers of the batch's events that are here and not open."""
    last = sent.first + len(sent.events) - 1
    here = (_event.desk == author, _event.sequence.between(sent.first, last), _event.outcome != OPEN)
    return sorted(connection.scalars(select(_event.sequence).where(*here)))
