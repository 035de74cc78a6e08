"""From the wire to the catalogue: each part of an answer is checked, then taken in by itself.

Invariant: one false or broken part is named in the report and thrown away; it stops nothing else and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hubdesk.catalogue import collections, equivocations, facts, held, memberships
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.memberships import Publishers
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.records import Layers
from hubdesk.errors import BadInput, HubDeskError, ServerAnswer, StorageFailure, Unreachable, Untrusted
from hubdesk.state.delta import Delta
from hubdesk.state.head import SignedHead
from hubdesk.state.tree import Nodes
from hubdesk.sync.mending import Mending
from hubdesk.sync.told import Fault as Fault
from hubdesk.sync.told import Told
from hubdesk.sync.transfer import Progress, Transfer
from hubdesk.sync.wire import CollectionAnswer, Down, SnapshotRef, unpack
from hubdesk.trust.heads import check_head
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

    def targets(self, down: Down) -> None:
        """Take in newer publishing keys."""
        if down.targets:
            self.guarded("centre", lambda: self._keep_targets(down.targets))

    def _keep_targets(self, targets: bytes) -> None:
        with self._database.write() as connection:
            root = facts.get(connection, facts.ROOT) or b""
            # The root held here was checked against the invite when it came.
            memberships.keep_centre(connection, root, targets, facts.get(connection, facts.ROOT_HASH) or b"")

    def collections(
        self, down: Down, asked: list[str], transfer: Transfer, progress: Progress | None
    ) -> None:
        """Take in what is new in collections; those of `asked` without news are confirmed as they are."""
        with self._database.read() as connection:
            publishers = memberships.publishers(connection)
        news = {answer.collection for answer in down.collections}
        for answer in down.collections:
            if answer.refused:
                self.faults.append(Fault(answer.collection, answer.refused, {}))
            elif answer.behind is not None:
                self.behind.setdefault(answer.collection, answer.behind)
                self.mending.take(answer, None)
            else:
                self._take_one(answer, publishers, transfer, progress)
        if not down.more:
            with self._database.read() as connection:
                news |= held.held_cursors(connection).keys()
            self._apply.confirm([name for name in asked if name not in news], self._now())

    def _take_one(
        self, answer: CollectionAnswer, publishers: Publishers, transfer: Transfer, progress: Progress | None
    ) -> None:
        before = len(self.faults)
        self.guarded(answer.collection, partial(self._take, answer, publishers, transfer, progress))
        codes = {fault.code for fault in self.faults[before:]}
        # What differs is looked for; only where that leads nowhere the whole is asked for.
        if codes & _UNFIT and not self.mending.unfit(answer.collection, codes):
            self.unfit.add(answer.collection)

    def _take(
        self, answer: CollectionAnswer, publishers: Publishers, transfer: Transfer, progress: Progress | None
    ) -> None:
        if answer.head is None:
            raise Untrusted("head-missing", collection=answer.collection)
        head = check_head(answer.head, publishers, answer.collection)
        self._check_equivocation(answer.head)
        if answer.rival is not None:
            check_head(answer.rival, publishers, answer.collection)
            self._check_equivocation(answer.rival)
        if answer.nodes or answer.repaired:
            self.records_received += self.mending.take(answer, head)
            return
        named, reached = None, 0
        if answer.snapshot is not None:
            named, reached = self._fill(answer.snapshot, answer.collection, publishers, transfer, progress)
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
        publishers: Publishers,
        transfer: Transfer,
        progress: Progress | None,
    ) -> tuple[dict[bytes, bytes] | None, int]:
        """Take in a snapshot; return its version, and where something is held here already, what it names: that does
        not count yet."""
        head = check_head(reference.head, publishers, collection)
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
