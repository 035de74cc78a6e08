"""What a relay has new in public collections, taken in with every check that the hub's own answers go through.

Invariant: of what a relay says only signed metadata and signed states count. The rest is not looked at; what does not
fit is thrown away, and the relay is named for it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial

import msgspec

from hubdesk.catalogue import collections, equivocations, facts, held
from hubdesk.catalogue.contacts import add_contact
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.public import is_public
from hubdesk.catalogue.views import Contact
from hubdesk.errors import HubDeskError, StorageFailure, Untrusted
from hubdesk.sync import shared
from hubdesk.sync.incoming import Fault, Incoming
from hubdesk.sync.relay_link import RelayLink
from hubdesk.sync.relay_report import RelayUse
from hubdesk.sync.transfer import Progress, Transfer
from hubdesk.sync.wire import BlobRef, CollectionAnswer, Cursor, Down, Up

ROAD = "relay"
_MOST_ROUNDS = 12
_RECORD_BYTES = 20_000
"""Of a snapshot, for each record that its head states: far more than records take."""
_LEAST_SNAPSHOT = 1_000_000
_IN_FUTURE = "9999"


class Clock:
    """The time that news of a relay bear: that of the signed head, never later than `now()` (both RFC 3339)."""

    def __init__(self, now: Callable[[], str]) -> None:
        self._now = now
        self.signed = _IN_FUTURE

    def __call__(self) -> str:
        """Return it."""
        return min(self.signed, self._now())


class Hearing:
    """One sync's use of the relay at the end of `link`. `incoming` and `transfer` work over that link, `incoming` by the
    time of `clock`; `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        incoming: Incoming,
        link: RelayLink,
        transfer: Transfer,
        clock: Clock,
        now: Callable[[], str],
        progress: Progress | None = None,
    ) -> None:
        self._database = database
        self._incoming = incoming
        self._mending = incoming.mending
        self._link = link
        self._transfer = transfer
        self._clock = clock
        self._now = now
        self._progress = progress
        self._failure: HubDeskError | None = None
        self._began = time.monotonic()
        self._asked_whole = False

    def run(self, stop: threading.Event | None = None) -> RelayUse:
        """Take in what the relay has; whatever goes wrong with it ends that and is told. Raises StorageFailure, and
        Unreachable("stopped") when the person stopped."""
        at = self._now()
        try:
            for _ in range(_MOST_ROUNDS):
                if not self._round():
                    break
        except StorageFailure:
            raise
        except HubDeskError as error:
            if error.code == "stopped" and stop is not None and stop.is_set():
                raise
            self._failure = error
        use = self.use()
        result = "refused" if self._incoming.faults else "cut" if use.code else "complete"
        add_contact(
            self._database,
            Contact(at, ROAD, use.bytes_up, use.bytes_down, use.seconds, result, use.code or None),
        )
        return use

    def use(self) -> RelayUse:
        """Return what came of it."""
        meter, faults = self._link.meter, self.faults()
        return RelayUse(
            str(self._link.address),
            self._incoming.records_received,
            meter.bytes_up,
            meter.bytes_down,
            time.monotonic() - self._began,
            faults[0].code if faults else "",
        )

    def faults(self) -> list[Fault]:
        """Return what was thrown away, under the relay's name, and what ended its use."""
        name = str(self._link.address)
        found = [
            Fault(name, fault.code, {"collection": fault.about, **fault.data})
            for fault in self._incoming.faults
        ]
        if self._failure is not None:
            found.append(Fault(name, self._failure.code, self._failure.data))
        return found

    def _round(self) -> bool:
        """Make one exchange and take its answer in; tell whether another is needed."""
        up = self._up()
        if not up.cursors:
            return False
        down = self._link.exchange(up)
        asked = {cursor.collection for cursor in up.cursors}
        self._incoming.trust(down)
        for hub, take in shared.parts_of_relay(self._database, down):
            self._incoming.guarded(hub, take)
        answers = [
            answer
            for answer in down.collections
            if answer.collection in asked and not answer.refused and answer.behind is None
        ]
        for answer in answers:
            self._incoming.guarded(answer.collection, partial(self._take, answer))
        if self._mending.is_due:
            return True
        if self._incoming.unfit and not self._asked_whole:
            self._asked_whole = True
            return True
        return down.more and bool(answers)

    def _up(self) -> Up:
        """Return what this desk holds of public collections, and nothing else of it."""
        with self._database.read() as connection:
            waiting = held.held_cursors(connection)
            contradicted = {item.collection for item in equivocations.every(connection)}
            cursors = []
            for name, version, root in collections.wanted(connection):
                if not is_public(name) or name in contradicted:
                    continue
                if name in waiting:
                    version, root = waiting[name]
                if name in self._incoming.unfit:
                    version = 0
                cursors.append(Cursor(name, version, root[:8] if version else b""))
            holds = self._mending.trusting.held(connection)
            software = facts.get_number(connection, facts.SOFTWARE)
            up = Up(cursors=cursors, trust=holds[0], root=holds[1], software=software)
            said = self._mending.added(connection, up)
            compared = [item for item in said.compared if item.head is None and is_public(item.collection)]
            return msgspec.structs.replace(up, cursors=said.cursors, flags=said.flags, compared=compared)

    def _take(self, answer: CollectionAnswer) -> None:
        """Take one answer in under the time of its head. Nothing of its bytes stays on the disk afterwards."""
        _check_size(answer)
        self._clock.signed = answer.head.head().time if answer.head is not None else _IN_FUTURE
        try:
            # "more": only a hub may say that what is held is the newest.
            self._incoming.collections(
                Down(collections=[answer], more=True), [], self._transfer, self._progress
            )
        finally:
            for reference in _references(answer):
                self._transfer.forget(reference)


def _references(answer: CollectionAnswer) -> list[BlobRef]:
    blobs = [answer.delta_blob, answer.snapshot.blob if answer.snapshot is not None else None]
    return [blob for blob in blobs if blob is not None and len(blob.sha256) == 32]


def _check_size(answer: CollectionAnswer) -> None:
    """Raise Untrusted("blob-size" | "blob-mismatch") for what no honest relay offers: it could be endless."""
    for blob in (answer.delta_blob, answer.snapshot.blob if answer.snapshot is not None else None):
        if blob is not None and len(blob.sha256) != 32:
            raise Untrusted("blob-mismatch", sha256=blob.sha256.hex()[:80])
    if answer.snapshot is not None:
        head, size = answer.snapshot.head.head(), answer.snapshot.blob.size
        if not 0 <= size <= _LEAST_SNAPSHOT + head.records * _RECORD_BYTES:
            raise Untrusted("blob-size", stated=size, records=head.records)
