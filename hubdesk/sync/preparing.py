"""What a coordinator's desk signs when it publishes: the next heads of its hub, what leads to them, the outcomes.

Invariant: a head is built on the head this desk holds and signed only over a state this desk can show; nothing here
changes for being prepared.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from hubdesk.catalogue import equivocations, held
from hubdesk.catalogue.accepted import (
    accepted_revisions,
    collections_of,
    merged_before,
    owed,
)
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.holding import ConfirmedState, changes_of, next_state
from hubdesk.catalogue.memberships import may_coordinate, roles
from hubdesk.errors import BadInput, NotAllowed
from hubdesk.model.record import Revision
from hubdesk.state import frame
from hubdesk.state.delta import make_delta
from hubdesk.state.head import FORMAT, Head, SignedHead
from hubdesk.state.snapshot import write_snapshot
from hubdesk.sync.listing import sign_listing
from hubdesk.sync.settling import sealed_outcomes
from hubdesk.sync.wire import INLINE_LIMIT, BlobRef, Publication, SettledEvents, pack
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import DeskKeys

_QUICK_ABOVE = 40_000_000
"""Canonical bytes above which a first publication is packed at a quicker level: minutes count more than a tenth."""


class Prepared(Struct):
    """One collection's next head with all that goes with it."""

    collection: str
    head: Head
    signed: SignedHead
    changes: list[Revision]
    publication: Publication
    uploads: list[BlobRef]
    withdrawals: int
    """How many records it withdraws, where that is so much that every desk holds it until a person has looked."""


class Preparing:
    """Prepares publications. `now` gives RFC 3339 in UTC; `hubs_time` takes its place once the hub said what it is."""

    def __init__(self, database: Database, keys: DeskKeys, files: Blobs, now: Callable[[], str]) -> None:
        self._database = database
        self._keys = keys
        self._files = files
        self._now = now
        self.hubs_time = ""

    def prepare(self, hub: str) -> tuple[list[Prepared], list[SettledEvents]]:
        """Return the next heads of a hub's collections, signed, and what authors are told with them.

        Raises NotAllowed("not-a-coordinator"), BadInput("held-first" | "equivocation").
        """
        prepared: list[Prepared] = []
        settled: list[SettledEvents] = []
        with self._database.read() as connection:
            if not may_coordinate(hub, roles(connection).get(hub)):
                raise NotAllowed("not-a-coordinator", hub=hub)
            for row in collections_of(connection, hub):
                changes = accepted_revisions(connection, row.number)
                if changes:
                    equivocations.check(connection, row.name)
                waiting = held.held_row(connection, row.number)
                if changes and waiting is not None:
                    raise BadInput("held-first", collection=row.name, count=waiting.withdrawals)
                item = self._next(connection, row, changes) if changes else None
                if item is not None:
                    prepared.append(item)
                version = item.head.version if item else row.version
                root = item.head.root if item else row.root.hex()
                settled += [
                    sealed_outcomes(self._keys, row.name, version, root, debt)
                    for debt in owed(connection, row.number)
                ]
        return prepared, settled

    def _next(self, connection: Connection, row: Any, changes: list[Revision]) -> Prepared:
        state = next_state(connection, row, changes_of(changes))
        withdrawals = held.too_many(connection, row.number, changes_of(changes))
        head = Head(
            format=FORMAT,
            collection=row.name,
            version=row.version + 1,
            root=state.root.hex(),
            records=state.records,
            previous=row.root.hex(),
            time=self.hubs_time or self._now(),
        )
        signed = sign_head(head, self._keys.publishing)
        size = sum(len(revision.canonical) for revision in changes)
        if row.version == 0 and size > INLINE_LIMIT:
            reference = self._keep(
                write_snapshot((r.canonical for r in changes), 9 if size > _QUICK_ABOVE else 19)
            )
            publication = Publication(head=signed, snapshot=reference)
            return Prepared(row.name, head, signed, changes, publication, [reference], withdrawals)
        holding = ConfirmedState(connection, row.number)
        delta = make_delta(holding, changes)
        merged = merged_before(connection, self._keys.id, holding, changes)
        packed = frame.pack(b"\n".join(merged)) if merged else b""
        if len(delta.frame) > INLINE_LIMIT:
            reference = self._keep([pack(delta)])
            publication = Publication(head=signed, delta_blob=reference, merged=packed)
            return Prepared(row.name, head, signed, changes, publication, [reference], withdrawals)
        publication = Publication(head=signed, delta=delta, merged=packed)
        return Prepared(row.name, head, signed, changes, publication, [], withdrawals)

    def _keep(self, pieces: Any) -> BlobRef:
        return BlobRef(*self._files.add_stream(pieces))

    def with_role(self, connection: Connection, hub: str, prepared: list[Prepared]) -> list[Publication]:
        """Return the publications, the first with the hub's role that lists all their heads."""
        publications = [item.publication for item in prepared]
        if publications:
            heads = {item.collection: item.signed.body for item in prepared}
            now = datetime.fromisoformat(self.hubs_time or self._now())
            role = sign_listing(connection, hub, heads, self._keys.publishing, now)
            publications[0] = msgspec.structs.replace(publications[0], role=role)
        return publications


def check_withdrawals(hub: str, count: int, confirmed: int | None) -> None:
    """Raise BadInput("withdrawals-unconfirmed") unless a person named how many records are withdrawn."""
    if count and confirmed != count:
        raise BadInput("withdrawals-unconfirmed", hub=hub, count=count)
