"""Publishing: a coordinator's desk makes the next heads of its hub, signs them and sends them with the outcomes.

Invariant: a head is built on the head this desk holds and signed only over a state this desk can show; when another
desk was faster, its head is taken in first, what it settled is dropped and the rest is merged and signed anew.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from hubdesk.catalogue.accepted import (
    forget_owed,
)
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import ServerAnswer
from hubdesk.sync.exchange import Syncing
from hubdesk.sync.link import Link
from hubdesk.sync.preparing import Prepared, Preparing, check_withdrawals
from hubdesk.sync.transfer import Transfer
from hubdesk.sync.wire import COMPARES, SettledEvents
from hubdesk.trust.keys import DeskKeys

_ATTEMPTS = 5
_UNSAID = "no-answer"
"""What became of a publication that the answer does not name: it was to something else, and is asked once more."""


class PublishReport(Struct, frozen=True):
    """What is published now of each of the hub's collections, and what it took."""

    collections: dict[str, CollectionView]
    published: int
    requests: int
    bytes_up: int
    bytes_down: int


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
        self._preparing = Preparing(database, keys, files, now)

    def publish(self, hub: str, withdrawing: int | None = None) -> PublishReport:
        """Publish all accepted items of a hub and tell every author what became of theirs.

        What withdraws a large part of a collection is signed only when `withdrawing` is the number of withdrawals.
        Raises BadInput("withdrawals-unconfirmed" | "held-first"), ServerAnswer("publication-refused" |
        "server-behind": it lost what this desk holds), Unreachable, and ServerAnswer("outdated") after five attempts.
        """
        self._apply.go_on()
        self._syncing.deliver()  # what is accepted here may be settled at the hub only after it came there
        for _ in range(_ATTEMPTS):
            prepared, settled = self._preparing.prepare(hub)
            check_withdrawals(hub, sum(item.withdrawals for item in prepared), withdrawing)
            if not prepared and not settled:
                return self._report(hub, 0)
            for reference in (upload for item in prepared for upload in item.uploads):
                self._transfer.upload(reference)
                # The hub has it, and nothing here names it: it was gathered for the way alone.
                self._files.path(reference.sha256).unlink(missing_ok=True)
            if self._send(hub, prepared, settled):
                return self._report(hub, sum(len(item.changes) for item in prepared))
        raise ServerAnswer("outdated", hub=hub, attempts=_ATTEMPTS)

    def _send(self, hub: str, prepared: list[Prepared], settled: list[SettledEvents]) -> bool:
        """Make the exchange; tell whether all was published. What the answer brings is taken in either way."""
        with self._database.read() as connection:
            up, asked = self._syncing.up(connection, [])
            up = msgspec.structs.replace(up, flags=[COMPARES])
            publications = self._preparing.with_role(connection, hub, prepared)
        down = self._link.exchange(msgspec.structs.replace(up, publications=publications, settled=settled))
        codes = {item.collection: _UNSAID for item in prepared}
        codes |= {answer.collection: answer.code for answer in down.published}
        for item in prepared:
            code = codes[item.collection]
            detail = next((a.detail for a in down.published if a.collection == item.collection), "")
            if not code:
                self._done(item)
            elif code in ("time-ahead", "time-behind") and not self._preparing.hubs_time and _is_time(detail):
                self._preparing.hubs_time = detail  # this clock is wrong: signed again with the hub's time
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

    def _done(self, item: Prepared) -> None:
        self._apply.published(item.signed, item.head, item.changes, self._now())

    def _forget_settled(self, settled: list[SettledEvents]) -> None:
        with self._database.write() as connection:
            for item in settled:
                forget_owed(connection, item.author, item.sequences)

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
