"""What desks tell each other through a hub or by hand: outcomes of proposals, and proposals themselves.

Invariant: the road counts for nothing. An entry leaves the outbox only for a verified outcome and with a head of at
least its version here; a proposal enters the inbox only with its author's signature and admission.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from hubdesk.catalogue import closed, collections, equivocations, erasures, facts, held, late, revisions
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox, is_borne_out, settle
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.resettled import settle_again
from hubdesk.catalogue.trust import is_revoked
from hubdesk.errors import HubDeskError, Untrusted
from hubdesk.model import canonical
from hubdesk.model.identity import digest
from hubdesk.model.record import Revision
from hubdesk.state.outcome import Outcomes, Settled
from hubdesk.sync.statements import read_outcomes, read_proposals
from hubdesk.sync.wire import InboxBatch, Sealed
from hubdesk.trust.keys import DeskKeys


class Fault(msgspec.Struct, frozen=True):
    """A part of an answer that was thrown away: what it was about and the code of what was wrong."""

    about: str
    code: str
    data: dict[str, Any]


class Told:
    """Takes in what others tell this desk. `faults` is added to; `outcomes` counts results."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        outbox: Outbox,
        inbox: Inbox,
        keys: DeskKeys,
        faults: list[Fault],
    ) -> None:
        self._database = database
        self._layers = layers
        self._outbox = outbox
        self._inbox = inbox
        self._keys = keys
        self.faults = faults
        self.outcomes: dict[str, int] = {}

    # What became of this desk's proposals

    def take(self, told: list[Sealed], *, admissions_are_current: bool) -> None:
        """Take in what the hub has for this desk, in order; stop at one whose head is not held yet."""
        self.settle_late()
        for sealed in told:
            if not self._settle(sealed.number, sealed.sealed, admissions_are_current):
                return

    def take_by_hand(self, sealed: bytes) -> None:
        """Take in what somebody brought; where its head is not held yet it waits for it. What the hub numbers is not
        touched, so that nobody can make this desk believe that it had been told.

        Raises Untrusted, BadInput.
        """
        with self._database.write() as connection, self._layers.gathering(connection):
            outcomes = read_outcomes(connection, self._keys, sealed)
            if self._holds(connection, outcomes):
                self._settle_all(connection, outcomes)
            else:
                late.keep(connection, int.from_bytes(digest(sealed)[:8], "big"), sealed)

    def settle_late(self) -> None:
        """Settle what had to wait for its head; what does not count any more is forgotten."""
        with self._database.read() as connection:
            waiting = late.kept(connection)
        for name, sealed in waiting.items():
            with self._database.write() as connection, self._layers.gathering(connection):
                try:
                    outcomes = read_outcomes(connection, self._keys, sealed)
                except HubDeskError as error:
                    self.faults.append(Fault("outcome", error.code, error.data))
                    late.forget(connection, name)
                    continue
                if self._holds(connection, outcomes):
                    self._settle_all(connection, outcomes)
                    late.forget(connection, name)

    def _settle(self, number: int, sealed: bytes, admissions_are_current: bool) -> bool:
        with self._database.write() as connection, self._layers.gathering(connection):
            try:
                outcomes = read_outcomes(connection, self._keys, sealed)
            except HubDeskError as error:
                if error.code == "not-a-coordinator" and not admissions_are_current:
                    return False  # its admission may still be on the way
                self.faults.append(Fault("outcome", error.code, error.data))
                outcomes = None
            if outcomes is not None:
                if self._holds(connection, outcomes):
                    self._settle_all(connection, outcomes)
                elif outcomes.collection in _stalled(connection):
                    late.keep(connection, number, sealed)
                else:
                    return False
            facts.put_number(connection, facts.OUTCOMES, number)
            return True

    def _settle_all(self, connection: Connection, outcomes: Outcomes) -> None:
        for settled in outcomes.settled:
            try:
                self._settle_one(connection, outcomes, settled)
            except Untrusted as error:
                self.faults.append(Fault("outcome", error.code, error.data))

    def _holds(self, connection: Connection, outcomes: Outcomes) -> bool:
        """Tell whether this desk holds a head of at least the version that the outcomes name. What only comes back to
        its author need not wait until a head that is held back is applied: nothing is shown less for it."""
        waiting = held.held_cursors(connection).get(outcomes.collection)
        if waiting is not None and all(told.result in ("returned", "refused") for told in outcomes.settled):
            return outcomes.version <= waiting[0]
        row = collections.row_of(connection, outcomes.collection)
        if outcomes.version == 0 or row is None or row.version != outcomes.version:
            return outcomes.version == 0 or (row is not None and row.version > outcomes.version)
        return bool(row.root.hex() == outcomes.root)

    def _settle_one(self, connection: Connection, outcomes: Outcomes, told: Settled) -> None:
        """Settle one event. A desk that was revoked since is believed no word but what a head that counts bears out:
        what it accepted before, and was published, shall not wait for ever."""
        if is_revoked(connection, outcomes.by) and not is_borne_out(connection, told):
            raise Untrusted("desk-revoked", desk=outcomes.by)
        if settle(connection, self._outbox, self._layers, outcomes.collection, told):
            self.outcomes[told.result] = self.outcomes.get(told.result, 0) + 1

    # What others propose

    def propose(self, hub: str, batch: InboxBatch) -> None:
        """Take in what the hub says of a batch for the hub `hub`, which this desk coordinates."""
        with self._database.write() as connection:
            try:
                proposals, contents = read_proposals(connection, hub, batch)
            except HubDeskError as error:
                self.faults.append(Fault(f"{hub}/inbox", error.code, error.data))
                proposals, contents = [], []
            revisions.keep(connection, erasures.still_said(connection, batch.collection, contents))
            self._inbox.receive(connection, proposals)
            settle_again(connection, proposals)
            opened = set(batch.open)
            for place in range(len(batch.events)):
                if place not in opened:
                    self._inbox.close(connection, batch.desk, batch.first + place)
            last = max(batch.number, facts.get_number(connection, facts.INBOX + hub))
            facts.put_number(connection, facts.INBOX + hub, last)

    def propose_by_hand(self, batch: InboxBatch, fits: Callable[[Revision, str], bool]) -> None:
        """Take a batch into the inbox that somebody brought, for a hub that this desk coordinates; what is closed opens
        nothing, neither does what its author's desk had to erase, which `batch.open` leaves out, and what its events
        replace or take back is closed. `fits`: whether a record may stand in a collection.

        Raises Untrusted, BadInput; then nothing was changed.
        """
        numbers = range(batch.first, batch.first + len(batch.events))
        with self._database.write() as connection:
            shut = closed.among(connection, batch.desk, batch.first, numbers.stop - 1)
            opened = [place for place in batch.open if numbers[place] not in shut]
            hub = batch.collection.partition("/")[0]
            batch = msgspec.structs.replace(batch, open=opened)
            proposals, contents = read_proposals(connection, hub, batch)
            for revision in contents:
                own = revision.content.by == batch.desk and revision.content.erased is None
                if not (
                    own and fits(revision, batch.collection) and canonical.is_canonical(revision.canonical)
                ):
                    raise Untrusted("proposal-not-allowed", desk=batch.desk)
            self._inbox.check_numbers(connection, proposals)
            revisions.keep(connection, erasures.still_said(connection, batch.collection, contents))
            self._inbox.receive(connection, proposals)
            settle_again(connection, proposals)
            for number, event in zip(numbers, batch.events, strict=True):
                if 0 < event.replaces < number:
                    self._inbox.close(connection, batch.desk, event.replaces)

    def close(self, author: str, sequences: Iterable[int]) -> None:
        """Close what the hub says is not open any more."""
        with self._database.write() as connection:
            for sequence in sequences:
                self._inbox.close(connection, author, sequence)


def _stalled(connection: Connection) -> set[str]:
    """Return the collections whose newest head cannot be applied now: a person must look first."""
    return held.held_cursors(connection).keys() | {
        item.collection for item in equivocations.every(connection)
    }
