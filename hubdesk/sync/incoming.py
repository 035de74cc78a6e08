"""From the wire to the catalogue: each part of an answer is checked, then taken in by itself.

Invariant: one false or broken part is named in the report and thrown away; it stops nothing else and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

import msgspec

from hubdesk.catalogue import collections, equivocations, held, trust
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.trust import Vouching
from hubdesk.errors import BadInput, HubDeskError, ServerAnswer, StorageFailure, Unreachable, Untrusted
from hubdesk.state.delta import Delta
from hubdesk.state.head import Head, SignedHead, lengthen
from hubdesk.state.tree import Nodes
from hubdesk.sync.mending import Mending
from hubdesk.sync.told import Fault as Fault
from hubdesk.sync.told import Told
from hubdesk.sync.transfer import Progress, Transfer
from hubdesk.sync.wire import CollectionAnswer, Down, SnapshotRef, unpack
from hubdesk.trust.keys import DeskKeys

_DELTA_LIMIT = 128_000_000
_UNFIT = {
    "delta-broken",
    "delta-missing",
    "dictionary-unknown",
    "root-mismatch",
    "frame-broken",
    "frame-size",
    "not-a-revision",
    "snapshot-broken",
    "node-mismatch",
    "profile-damaged",
}
"""What came may not fit what is held here, where the head itself counts."""


class Incoming:
    """Takes in answers. `now` gives RFC 3339 in UTC; `expected_root` is the SHA-256 that trust began with."""

    def __init__(
        self,
        database: Database,
        apply: Apply,
        filling: Filling,
        layers: Layers,
        outbox: Outbox,
        inbox: Inbox,
        keys: DeskKeys,
        now: Callable[[], str],
        mending: Mending,
    ) -> None:
        self.mending = mending
        self._database = database
        self._apply = apply
        self._filling = filling
        self._layers = layers
        self._outbox = outbox
        self._inbox = inbox
        self._keys = keys
        self._now = now
        self.records_received = 0
        self.faults: list[Fault] = []
        self.told = Told(database, layers, outbox, inbox, keys, self.faults)
        self.behind: dict[str, int] = {}
        self.unfit: set[str] = set()
        """Collections whose news could not be taken in: a snapshot may lead on where a delta did not fit."""

    def guarded(self, about: str, take: Callable[[], None]) -> bool:
        """Run one part; what is wrong with it is noted. What concerns the line or this disk is raised."""
        try:
            take()
        except (Unreachable, StorageFailure, ServerAnswer):
            raise
        except HubDeskError as error:
            self.faults.append(Fault(about, error.code, error.data))
            return False
        return True

    def trust(self, down: Down) -> None:
        """Take in newer metadata."""
        heads = []
        with self._database.read() as connection:
            for answer in down.collections:
                with suppress(BadInput):
                    signed = _head_of(connection, answer, [])
                    heads += [signed.body] if signed is not None else []
        take = self.mending.trusting.take
        self.guarded("centre", partial(take, down.trust, heads, whole=down.whole))

    def collections(
        self, down: Down, asked: list[str], transfer: Transfer, progress: Progress | None
    ) -> None:
        """Take in what is new in collections; those of `asked` without news are confirmed as they are."""
        with self._database.read() as connection:
            vouching = trust.vouching(connection)
        news = {answer.collection for answer in down.collections}
        # Notices first: what they erased may come without its words.
        for answer in sorted(down.collections, key=lambda item: item.collection != collections.CENTRE_PUBLIC):
            if answer.refused:
                self.faults.append(Fault(answer.collection, answer.refused, {}))
            elif answer.behind is not None:
                self.behind.setdefault(answer.collection, answer.behind)
                self.mending.take(answer, None)
            else:
                self._take_one(answer, vouching, transfer, progress)
        if not down.more:
            with self._database.read() as connection:
                news |= held.held_cursors(connection).keys()
            self._apply.confirm([name for name in asked if name not in news], self._now())

    def _take_one(
        self, answer: CollectionAnswer, vouching: Vouching, transfer: Transfer, progress: Progress | None
    ) -> None:
        before = len(self.faults)
        self.guarded(answer.collection, partial(self._take, answer, vouching, transfer, progress))
        codes = {fault.code for fault in self.faults[before:]}
        # What differs is looked for; only where that leads nowhere the whole is asked for.
        if codes & _UNFIT and not self.mending.unfit(answer.collection, codes):
            self.unfit.add(answer.collection)

    def _take(
        self, answer: CollectionAnswer, vouching: Vouching, transfer: Transfer, progress: Progress | None
    ) -> None:
        with self._database.read() as connection:
            signed = _head_of(connection, answer, trust.known_keys(connection, answer.collection))
        answer = msgspec.structs.replace(answer, head=signed, short=None)
        if answer.head is None:
            raise Untrusted("head-missing", collection=answer.collection)
        head = self._newest(answer.head, vouching, answer.collection)
        self._check_equivocation(answer.head)
        if answer.rival is not None:
            vouching.older(answer.rival, answer.collection)
            self._check_equivocation(answer.rival)
        if answer.nodes or answer.repaired:
            self.records_received += self.mending.take(answer, head)
            return
        named, reached = None, 0
        if answer.snapshot is not None:
            named, reached = self._fill(answer.snapshot, answer.collection, vouching, transfer, progress)
        if reached < head.version:
            delta = answer.delta
            if answer.delta_blob is not None:
                delta = unpack(transfer.fetch(answer.delta_blob, _DELTA_LIMIT, progress), Delta)
            if delta is None:
                raise Untrusted("delta-missing", collection=answer.collection)
            self.records_received += self._apply.delta(answer.head, head, delta, self._now(), named)
        elif named is not None:
            self._apply.whole(answer.head, head, named, self._now())
        if answer.snapshot is not None:
            transfer.forget(answer.snapshot.blob)

    def _fill(
        self,
        reference: SnapshotRef,
        collection: str,
        vouching: Vouching,
        transfer: Transfer,
        progress: Progress | None,
    ) -> tuple[dict[bytes, bytes] | None, int]:
        """Take in a snapshot; return its version, and where something is held here already, what it names: that does
        not count yet."""
        head = vouching.older(reference.head, collection)
        nodes = Nodes.from_sparse(reference.nodes)
        stream = iter([reference.inline]) if reference.inline else transfer.stream(reference.blob, progress)
        with self._database.read() as connection:
            row = collections.row_of(connection, collection)
        try:
            if row is not None and row.version:
                named = self._apply.gathered(head, nodes, stream)
                self.records_received += len(named)
                return named, head.version
            self.records_received += self._filling.fill(
                reference.head, head, nodes, reference.blob.sha256, stream, self._now()
            )
        except (Untrusted, BadInput):
            transfer.forget(reference.blob)
            raise
        return None, head.version

    def _newest(self, signed: SignedHead, vouching: Vouching, collection: str) -> Head:
        """Return a head that counts as the newest; one that is signed and not listed may say two things at once."""
        try:
            return vouching.newest(signed, collection)
        except Untrusted as error:
            if error.code == "head-not-listed":
                vouching.older(signed, collection)
                self._check_equivocation(signed)
            raise

    def _check_equivocation(self, other: SignedHead) -> None:
        """Two signed heads of one version with different roots: someone with a key says two things."""
        with self._database.read() as connection:
            mine = equivocations.find(connection, other)
        if mine is None:
            return
        with self._database.write() as connection:
            equivocations.note(connection, mine, other, self._now())
        said = mine.head()
        raise Untrusted("equivocation", collection=said.collection, version=said.version)

    def outcomes_of(self, down: Down) -> None:
        """Take in what became of this desk's proposals."""
        about = {fault.about for fault in self.faults}
        admissions_are_current = not down.more and collections.CENTRE_PUBLIC not in about
        self.told.take(down.outcomes, admissions_are_current=admissions_are_current)

    def inbox(self, down: Down) -> None:
        """Take in proposals for the hubs that this desk coordinates."""
        for hub, batches in down.inbox.items():
            for batch in batches:
                self.told.propose(hub, batch)


def _head_of(connection: Connection, answer: CollectionAnswer, keys: Iterable[str]) -> SignedHead | None:
    """Return the head of an answer, told whole or against what this desk said to hold. Raises BadInput."""
    if answer.short is None:
        return answer.head
    held_back = held.held_cursors(connection).get(answer.collection)
    row = collections.row_of(connection, answer.collection)
    version, root = held_back or ((row.version, row.root) if row is not None else (0, b""))
    return lengthen(answer.short, answer.collection, version, root, keys)
