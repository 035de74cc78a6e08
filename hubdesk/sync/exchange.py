"""A sync: what waits goes up, what is new comes down, in as few requests as there are things that need one.

Invariant: a sync may be cut or stopped at any byte; what was taken in before stays, what was not is asked for again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import msgspec
from msgspec import Struct

from hubdesk.catalogue import blobs, clashing, collections, equivocations, facts, held, repair
from hubdesk.catalogue.accepted import collections_of, forget_owed, owed
from hubdesk.catalogue.batches import anything_waits, number_events, offer_again
from hubdesk.catalogue.contacts import add_contact
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.inbox import RETURNED
from hubdesk.catalogue.memberships import coordinated
from hubdesk.catalogue.repair import count_waiting
from hubdesk.catalogue.resettled import owed_again
from hubdesk.catalogue.views import CollectionView, Contact
from hubdesk.errors import HubDeskError, ServerAnswer, StorageFailure, Unreachable
from hubdesk.sync import shared
from hubdesk.sync.carrying import Carrying
from hubdesk.sync.incoming import Fault, Incoming
from hubdesk.sync.link import Link
from hubdesk.sync.outgoing import take_receipts, unsent
from hubdesk.sync.relay_report import RelayUse
from hubdesk.sync.settling import sealed_outcomes
from hubdesk.sync.transfer import Transfer
from hubdesk.sync.wire import BODY_LIMIT, BlobRef, Cursor, Down, SentBatch, SettledEvents, Up
from hubdesk.trust.keys import DeskKeys

_MOST_ROUNDS = 500
_MOST_IDLE = 2
"""Exchanges in a row after which nothing is held, sent or waiting that was not before: the server leads nowhere."""
_MOST_UP = 2_000_000
_LEAST = 64_000
_SECONDS = 30


class Progress(Struct, frozen=True):
    """How far a sync is. `stage`: connecting, sending, receiving, waiting (for the next try, `left` seconds), done;
    bytes `done` of `total` (0: unknown); `speed` in bytes a second; `left` in seconds, None while it cannot be told."""

    stage: str
    collection: str | None = None
    done: int = 0
    total: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    speed: float = 0.0
    left: float | None = None


class SyncReport(Struct, frozen=True):
    """What a sync did. `problems`: parts of the answer that were thrown away, and why; `behind`: collections of which
    the server holds less than this desk, with its version; nothing here was changed for it; `clashes`: fields that
    newly wait for a person's decision."""

    requests: int
    bytes_up: int
    bytes_down: int
    records_received: int
    events_sent: int
    outcomes: dict[str, int]
    held: dict[str, int]
    seconds: float
    collections: dict[str, CollectionView]
    problems: list[Fault] = []
    behind: dict[str, int] = {}
    healed: list[str] = []
    bytes_wire: int = 0
    """Both directions as they went over the socket, with what TLS adds."""
    clashes: int = 0
    relay: RelayUse | None = None
    carried: dict[str, int] = {}
    """Kind -> how many parcels of others the hub has now through this desk."""
    not_taken: dict[str, str] = {}
    """SHA-256 of a parcel -> code of why the hub did not take it."""


class Syncing:
    """One sync over one line. `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        incoming: Incoming,
        link: Link,
        transfer: Transfer,
        keys: DeskKeys,
        now: Callable[[], str],
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> None:
        self._database = database
        self._incoming = incoming
        self._link = link
        self._transfer = transfer
        self._keys = keys
        self._now = now
        self._progress = progress
        link.patience.told = self._waits
        self._stop = stop or threading.Event()
        self._began = time.monotonic()
        self._self_contained: set[int] = set()
        self._offered: set[bytes] = set()
        self._events_sent = 0
        self._offered_again = False
        self._asked_whole = False
        self._carrying = Carrying(database, incoming.told, now)
        self._mending = incoming.mending
        self._mending.begin()
        with database.read() as connection:
            self._clashed = clashing.waiting(connection)

    def run(self) -> SyncReport:
        """Sync until nothing waits and nothing is new. Raises Unreachable, ServerAnswer, StorageFailure."""
        with self.written_down():
            self._tell("connecting")
            with self._database.read() as connection:
                known = equivocations.every(connection)
            for item in known:  # at every sync, until people have found out
                data = {"collection": item.collection, "version": item.version}
                self._incoming.faults.append(Fault(item.collection, "equivocation", data))
            self.mend(begin=True)
        self._tell("done")
        return self.report()

    @contextmanager
    def written_down(self) -> Iterator[None]:
        """Within the block a line is used; what came of it is kept for the person to see."""
        at = self._now()
        try:
            yield
        except HubDeskError as error:
            if self._link.meter.requests or error.code == "no-answer":  # an attempt is told, a limit is none
                cut = isinstance(error, Unreachable)
                self._write_down(at, "cut" if cut else "refused", error.code, ignore_full_disk=True)
            raise
        faults = self._incoming.faults
        self._write_down(at, "refused" if faults else "complete", faults[0].code if faults else None)

    def _write_down(self, at: str, result: str, code: str | None, *, ignore_full_disk: bool = False) -> None:
        meter, seconds = self._link.meter, time.monotonic() - self._began
        try:
            add_contact(
                self._database, Contact(at, "server", meter.bytes_up, meter.bytes_down, seconds, result, code)
            )
        except StorageFailure:
            if not ignore_full_disk:
                raise

    def mend(self, *, begin: bool = False) -> bool:
        """Go on until nothing waits and nothing is new, as long as that leads on; tell whether the hub was healed of
        something. `begin`: in any case once."""
        healed, idle = len(self._mending.healed), 0
        for _ in range(_MOST_ROUNDS):
            if not (begin or self._mending.is_due):
                break
            before, begin = self._standing(), self._round()
            idle = idle + 1 if before == self._standing() else 0
            if idle > _MOST_IDLE:
                break
        return len(self._mending.healed) > healed

    def _standing(self) -> tuple[object, ...]:
        """Return what changes with every exchange that leads on."""
        with self._database.read() as connection:
            up, _ = self.up(connection, [])
            waits = count_waiting(connection)
        return up.cursors, up.trust, up.inbox, up.outcomes, up.others, waits, len(self._self_contained)

    def _round(self) -> bool:
        """Make one exchange and take its answer in; tell whether another is needed."""
        up, asked = self._up()
        self._tell("sending" if up.batches else "receiving")
        down = self._link.exchange(up)
        with self._database.write() as connection:
            for told in up.settled:
                forget_owed(connection, told.author, told.sequences)
        wanted = self._carrying.delivered_now(up, down)
        with self._database.write() as connection:
            blobs.owe(connection, wanted)
        self.take(down, asked)
        self.bring()
        with self._database.read() as connection:
            waits = anything_waits(connection)
        if self._incoming.behind and not self._offered_again:
            return self._offer_again() or self._mending.is_due
        if self._mending.is_due or self._forgotten(down) or self._carrying.is_due:
            return True
        if self._incoming.unfit and not self._asked_whole:
            self._asked_whole = True
            return True
        progressed = bool(down.receipts or down.collections or down.outcomes or down.inbox or down.trust)
        progressed = progressed or bool(down.others)
        return bool(down.more and progressed) or (waits and bool(down.receipts))

    def deliver(self) -> None:
        """Bring what this desk carries for others, before anything builds on it."""
        while self._carrying.is_due:
            self._round()

    def _forgotten(self, down: Down) -> bool:
        """Offer again what the server was said to have and has not; tell whether there is any."""
        with self._database.write() as connection:
            return bool(down.forgotten) and repair.offer_again(connection, down.forgotten) > 0

    def _offer_again(self) -> bool:
        """The server lost what it had: what is not settled may be among it. Once a sync."""
        self._offered_again = True
        with self._database.write() as connection:
            return offer_again(connection) > 0

    def _up(self) -> tuple[Up, list[str]]:
        self._mending.bring()
        with self._database.write() as connection:
            number_events(connection, self._keys)
        with self._database.read() as connection:
            room = _room(facts.get_number(connection, facts.SPEED_UP), _MOST_UP)
            up, asked = self.up(connection, unsent(connection, room, self._self_contained))
            room = _room(facts.get_number(connection, facts.SPEED_DOWN), BODY_LIMIT)
            up = msgspec.structs.replace(
                up, settled=self._returned(connection), limit=room if room < BODY_LIMIT else 0
            )
            up = shared.added(connection, self._carrying.added(connection, up))
            return self._mending.added(connection, up), asked

    def _returned(self, connection: Connection) -> list[SettledEvents]:
        """Return what authors are told of proposals that come back to them: it waits for no publication."""
        return [
            sealed_outcomes(self._keys, row.name, row.version, row.root.hex(), debt)
            for hub in coordinated(connection)
            for row in collections_of(connection, hub)
            for debt in (*owed(connection, row.number, (RETURNED,)), *owed_again(connection, row.number))
        ]

    def up(self, connection: Connection, batches: list[SentBatch]) -> tuple[Up, list[str]]:
        """Return what this desk holds, with `batches`, and the names of the collections asked for."""
        waiting = held.held_cursors(connection)
        contradicted = {item.collection for item in equivocations.every(connection)}
        cursors = [
            # What did not fit is asked for from the beginning, as a snapshot that proves itself node by node.
            Cursor(name, waiting[name][0], waiting[name][1][:8])
            if name in waiting and name not in self._incoming.unfit
            else Cursor(name, version, root[:8])
            if version and name not in self._incoming.unfit
            else Cursor(name, 0, b"")
            for name, version, root in collections.wanted(connection)
            if name not in contradicted
        ]
        timestamp, root = self._mending.trusting.held(connection)
        up = Up(
            cursors=cursors,
            trust=timestamp,
            root=root,
            batches=batches,
            inbox={hub: facts.get_number(connection, facts.INBOX + hub) for hub in coordinated(connection)},
            outcomes=facts.get_number(connection, facts.OUTCOMES),
            others=self._carrying.others(connection),
            software=facts.get_number(connection, facts.SOFTWARE),
        )
        return up, [cursor.collection for cursor in cursors]

    def take(self, down: Down, asked: list[str]) -> None:
        """Take an answer in. The blobs that the server wants are remembered until it has them."""
        with self._database.write() as connection:
            received, wanted = take_receipts(connection, down.receipts, self._self_contained)
            answers = (*down.published, *down.healed)
            blobs.owe(connection, wanted.union(*(answer.wanted for answer in answers)))
        self._events_sent += received
        if self._mending.asks:
            self._incoming.guarded("damaged", partial(self._mending.take_revisions, down.revisions))
        for name, code in self._mending.take_healed(down.healed).items():
            self._incoming.faults.append(Fault(name, code, {}))
        self._incoming.trust(down)
        self._incoming.collections(down, asked, self._transfer, self._received)
        self._incoming.outcomes_of(down)
        self._incoming.inbox(down)
        self._incoming.guarded("others", partial(self._carrying.take, down))
        for hub, take in shared.parts(self._database, down):
            self._incoming.guarded(hub, take)

    def bring(self) -> None:
        """Upload what the server wants, now or since a sync that was cut, each at most once a sync.

        What the server refuses for good is not offered again unless it asks.
        """
        with self._database.read() as connection:
            owed = blobs.owed(connection)
        for sha256, size in owed.items():
            if sha256 in self._offered:
                continue
            self._offered.add(sha256)
            try:
                self._transfer.upload(BlobRef(sha256, size), self._sent)
            except ServerAnswer as error:
                if "retry_after" not in error.data:
                    self._settle(sha256)
                raise
            self._settle(sha256)

    def _settle(self, sha256: bytes) -> None:
        with self._database.write() as connection:
            blobs.settle(connection, sha256)

    def report(self) -> SyncReport:
        """Return what was done so far."""
        with self._database.read() as connection:
            views = {view.name: view for view in collections.all_collections(connection) if view.followed}
            withdrawals = held.held_counts(connection)
            clashes = len(clashing.waiting(connection) - self._clashed)
        meter = self._link.meter
        return SyncReport(
            meter.requests,
            meter.bytes_up,
            meter.bytes_down,
            self._incoming.records_received,
            self._events_sent,
            self._incoming.told.outcomes,
            withdrawals,
            time.monotonic() - self._began,
            views,
            self._incoming.faults,
            self._incoming.behind,
            self._mending.healed,
            meter.wire_up + meter.wire_down,
            clashes,
            carried=self._carrying.delivered,
            not_taken=self._carrying.refused,
        )

    def _received(self, done: int, total: int) -> None:
        self._tell("receiving", done, total)

    def _sent(self, done: int, total: int) -> None:
        self._tell("sending", done, total)

    def _waits(self, seconds: float) -> None:
        if self._progress is not None:
            meter = self._link.meter
            self._progress(Progress("waiting", None, 0, 0, meter.bytes_up, meter.bytes_down, left=seconds))

    def _tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        if self._progress is None:
            return
        meter, seconds = self._link.meter, max(time.monotonic() - self._began, 0.001)
        speed = (meter.bytes_up + meter.bytes_down) / seconds
        left = (total - done) / speed if total and speed and seconds > 1 else None
        self._progress(Progress(stage, None, done, total, meter.bytes_up, meter.bytes_down, speed, left))


def _room(speed: int, most: int) -> int:
    """Return how many bytes an exchange may have in one direction: what a line of this speed (bytes a second, 0:
    unknown) carries in half a minute. So a cut costs little on a slow one, and a good one needs few requests."""
    return max(_LEAST, min(most, speed * _SECONDS)) if speed else most
