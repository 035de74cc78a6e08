"""Publishing: a coordinator's desk makes the next heads of its hub, signs them and sends them with the outcomes.

Invariant: a head is built on the head this desk holds and signed only over a state this desk can show; when another
desk was faster, its head is taken in first, what it settled is dropped and the rest is merged and signed anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct

from hubdesk.catalogue import equivocations, held
from hubdesk.catalogue.accepted import (
    accepted_revisions,
    collections_of,
    forget_owed,
    merged_before,
    owed,
)
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.holding import ConfirmedState, changes_of, next_state
from hubdesk.catalogue.memberships import may_coordinate, roles
from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import BadInput, NotAllowed, ServerAnswer
from hubdesk.model.record import Revision
from hubdesk.state import frame
from hubdesk.state.delta import make_delta
from hubdesk.state.head import FORMAT, Head, SignedHead
from hubdesk.state.snapshot import write_snapshot
from hubdesk.sync.exchange import Syncing
from hubdesk.sync.link import Link
from hubdesk.sync.listing import sign_listing
from hubdesk.sync.settling import sealed_outcomes
from hubdesk.sync.transfer import Transfer
from hubdesk.sync.wire import COMPARES, INLINE_LIMIT, BlobRef, Publication, SettledEvents, pack
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import DeskKeys

_ATTEMPTS = 5
_UNSAID = "no-answer"
"""What became of a publication that the answer does not name: it was to something else, and is asked once more."""
_QUICK_ABOVE = 40_000_000
"""Canonical bytes above which a first publication is packed at a quicker level: minutes count more than a tenth."""


class PublishReport(Struct, frozen=True):
    """What is published now of each of the hub's collections, and what it took."""

    collections: dict[str, CollectionView]
    published: int
    requests: int
    bytes_up: int
    bytes_down: int


class _Prepared(Struct):
    """One collection's next head with all that goes with it."""

    collection: str
    head: Head
    signed: SignedHead
    changes: list[Revision]
    publication: Publication
    uploads: list[BlobRef]
    withdrawals: int
    """How many records it withdraws, where that is so much that every desk holds it until a person has looked."""


class Publishing:
    """Publishes for one hub over one line. `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        apply: Apply,
        keys: DeskKeys,
        files: Blobs,
        link: Link,
        transfer: Transfer,
        syncing: Syncing,
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._apply = apply
        self._keys = keys
        self._files = files
        self._link = link
        self._transfer = transfer
        self._syncing = syncing
        self._now = now
        self._hubs_time = ""

    def publish(self, hub: str, withdrawing: int | None = None) -> PublishReport:
        """Publish all accepted items of a hub and tell every author what became of theirs.

        What withdraws a large part of a collection is signed only when `withdrawing` is the number of withdrawals.
        Raises BadInput("withdrawals-unconfirmed" | "held-first"), ServerAnswer("publication-refused" |
        "server-behind": it lost what this desk holds), Unreachable, and ServerAnswer("outdated") after five attempts.
        """
        self._apply.go_on()
        self._syncing.deliver()  # what is accepted here may be settled at the hub only after it came there
        for _ in range(_ATTEMPTS):
            prepared, settled = self._prepare(hub)
            _check_withdrawals(hub, sum(item.withdrawals for item in prepared), withdrawing)
            if not prepared and not settled:
                return self._report(hub, 0)
            for reference in (upload for item in prepared for upload in item.uploads):
                self._transfer.upload(reference)
                # The hub has it, and nothing here names it: it was gathered for the way alone.
                self._files.path(reference.sha256).unlink(missing_ok=True)
            if self._send(hub, prepared, settled):
                return self._report(hub, sum(len(item.changes) for item in prepared))
        raise ServerAnswer("outdated", hub=hub, attempts=_ATTEMPTS)

    def _send(self, hub: str, prepared: list[_Prepared], settled: list[SettledEvents]) -> bool:
        """Make the exchange; tell whether all was published. What the answer brings is taken in either way."""
        with self._database.read() as connection:
            up, asked = self._syncing.up(connection, [])
            up = msgspec.structs.replace(up, flags=[COMPARES])
            publications = self._with_role(connection, hub, prepared)
        down = self._link.exchange(msgspec.structs.replace(up, publications=publications, settled=settled))
        codes = {item.collection: _UNSAID for item in prepared}
        codes |= {answer.collection: answer.code for answer in down.published}
        for item in prepared:
            code = codes[item.collection]
            detail = next((a.detail for a in down.published if a.collection == item.collection), "")
            if not code:
                self._done(item)
            elif code in ("time-ahead", "time-behind") and not self._hubs_time and _is_time(detail):
                self._hubs_time = detail  # this clock is wrong: signed again with the hub's time
            elif code not in ("outdated", "missing-blobs", "role-heads", _UNSAID):
                raise ServerAnswer(
                    "publication-refused", collection=item.collection, reason=code, detail=detail
                )
        failed = {item.collection for item in prepared if codes[item.collection]}
        self._forget_settled([s for s in settled if s.collection not in failed])
        self._syncing.take(down, asked)
        self._syncing.bring()
        behind = self._syncing.report().behind if failed else {}
        behind = {name: at for name, at in behind.items() if name.startswith(f"{hub}/")}
        if behind and not self._syncing.mend():
            for name, version in behind.items():
                raise ServerAnswer("server-behind", collection=name, version=version)
        return not failed

    def _with_role(self, connection: Connection, hub: str, prepared: list[_Prepared]) -> list[Publication]:
        """Return the publications, the first with the hub's role that lists all their heads."""
        publications = [item.publication for item in prepared]
        if publications:
            heads = {item.collection: item.signed.body for item in prepared}
            now = datetime.fromisoformat(self._hubs_time or self._now())
            role = sign_listing(connection, hub, heads, self._keys.publishing, now)
            publications[0] = msgspec.structs.replace(publications[0], role=role)
        return publications

    def _done(self, item: _Prepared) -> None:
        self._apply.published(item.signed, item.head, item.changes, self._now())

    def _forget_settled(self, settled: list[SettledEvents]) -> None:
        with self._database.write() as connection:
            for item in settled:
                forget_owed(connection, item.author, item.sequences)

    def _prepare(self, hub: str) -> tuple[list[_Prepared], list[SettledEvents]]:
        prepared: list[_Prepared] = []
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

    def _next(self, connection: Connection, row: Any, changes: list[Revision]) -> _Prepared:
        state = next_state(connection, row, changes_of(changes))
        withdrawals = held.too_many(connection, row.number, changes_of(changes))
        head = Head(
            format=FORMAT,
            collection=row.name,
            version=row.version + 1,
            root=state.root.hex(),
            records=state.records,
            previous=row.root.hex(),
            time=self._hubs_time or self._now(),
        )
        signed = sign_head(head, self._keys.publishing)
        size = sum(len(revision.canonical) for revision in changes)
        if row.version == 0 and size > INLINE_LIMIT:
            reference = self._keep(
                write_snapshot((r.canonical for r in changes), 9 if size > _QUICK_ABOVE else 19)
            )
            publication = Publication(head=signed, snapshot=reference)
            return _Prepared(row.name, head, signed, changes, publication, [reference], withdrawals)
        holding = ConfirmedState(connection, row.number)
        delta = make_delta(holding, changes)
        merged = merged_before(connection, self._keys.id, holding, changes)
        packed = frame.pack(b"\n".join(merged)) if merged else b""
        if len(delta.frame) > INLINE_LIMIT:
            reference = self._keep([pack(delta)])
            publication = Publication(head=signed, delta_blob=reference, merged=packed)
            return _Prepared(row.name, head, signed, changes, publication, [reference], withdrawals)
        publication = Publication(head=signed, delta=delta, merged=packed)
        return _Prepared(row.name, head, signed, changes, publication, [], withdrawals)

    def _keep(self, pieces: Any) -> BlobRef:
        return BlobRef(*self._files.add_stream(pieces))

    def _report(self, hub: str, published: int) -> PublishReport:
        report = self._syncing.report()
        views = {name: view for name, view in report.collections.items() if view.name.startswith(f"{hub}/")}
        return PublishReport(views, published, report.requests, report.bytes_up, report.bytes_down)


def _is_time(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _check_withdrawals(hub: str, count: int, confirmed: int | None) -> None:
    """Raise BadInput("withdrawals-unconfirmed") unless a person named how many records are withdrawn."""
    if count and confirmed != count:
        raise BadInput("withdrawals-unconfirmed", hub=hub, count=count)
