"""Publishing without a line: the signed publication waits as a parcel until somebody brings it to the hub.

Invariant: what was accepted stays accepted until a head here shows that it is signed; while one publication may still be
on its way, no other is signed beside it unless a person says so.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from hubdesk.catalogue import carried, collections, facts
from hubdesk.catalogue.accepted import accepted_revisions, forget_owed
from hubdesk.catalogue.database import Connection, Database
from hubdesk.errors import BadInput, NotFound
from hubdesk.model.identity import digest
from hubdesk.sync.parcels import (
    LARGEST,
    PUBLICATION,
    CarriedPublication,
    Publishing,
    write_publication,
)
from hubdesk.sync.preparing import Preparing, check_withdrawals
from hubdesk.sync.wire import unpack
from hubdesk.trust.keys import DeskKeys

_OUTDATED = "outdated"


class SignedReport(Struct, frozen=True):
    """What was signed: the version of each collection, how many records change, how many authors are told; `members`:
    it travels in a sealed edition alone."""

    collections: dict[str, int]
    records: int
    authors: int
    bytes: int
    members: bool


class ByHand:
    """Signs publications that others carry. `now` gives RFC 3339 in UTC."""

    def __init__(
        self, database: Database, keys: DeskKeys, preparing: Preparing, now: Callable[[], str]
    ) -> None:
        self._database = database
        self._keys = keys
        self._preparing = preparing
        self._now = now

    def publish(self, hub: str, withdrawing: int | None = None, *, again: bool = False) -> SignedReport:
        """Sign all accepted items of a hub, with what authors are told, for whoever brings it to the hub; the hub tells
        them once it took it. `again`: also where an earlier one may still be on its way.

        Raises NotFound("nothing-to-publish" | "no-hub-joined"), BadInput("publication-on-its-way" |
        "publication-large" | "withdrawals-unconfirmed" | "held-first"), NotAllowed("not-a-coordinator").
        """
        self.settle()
        with self._database.read() as connection:
            server_key = facts.get(connection, facts.SERVER_KEY)
            waits = self._on_its_way(connection, hub)
        if server_key is None:
            raise NotFound("no-hub-joined")
        if waits and not again:
            raise BadInput("publication-on-its-way", hub=hub)
        prepared, settled = self._preparing.prepare(hub)
        check_withdrawals(hub, sum(item.withdrawals for item in prepared), withdrawing)
        if not prepared and not settled:
            raise NotFound("nothing-to-publish", hub=hub)
        with self._database.read() as connection:
            publications = self._preparing.with_role(connection, hub, prepared)
        said = Publishing(publications=publications, settled=settled)
        content = write_publication(self._keys, hub, said, server_key)
        if any(item.uploads for item in prepared) or len(content) > LARGEST:
            raise BadInput("publication-large", hub=hub, limit=LARGEST)
        with self._database.write() as connection:
            for sha256 in waits:
                carried.note(connection, sha256, _OUTDATED, self._now())
            carried.keep(connection, PUBLICATION, self._keys.id, content, self._now())
        names = [item.collection for item in prepared] + [told.collection for told in settled]
        return SignedReport(
            {item.collection: item.head.version for item in prepared},
            sum(len(item.changes) for item in prepared),
            len({told.author for told in settled}),
            len(content),
            not all(name.endswith("/public") for name in names),
        )

    def settle(self) -> None:
        """Look what became of own publications, by the heads that are here now: what is signed is settled, and what
        another was faster with is signed anew with the next."""
        with self._database.write() as connection:
            for _, desk, content in list(carried.waiting(connection, (PUBLICATION,))):
                if desk == self._keys.id:
                    self._settle(connection, content)

    def _settle(self, connection: Connection, content: bytes) -> None:
        said = _said(content)
        heads = [item.head.head() for item in said.publications]
        rows = {head.collection: collections.row_of(connection, head.collection) for head in heads}
        if not heads or any(rows[head.collection].version < head.version for head in heads):
            return  # on its way, or nothing that could be seen here
        is_signed = all(
            rows[head.collection].root.hex() == head.root
            if rows[head.collection].version == head.version
            else not accepted_revisions(connection, rows[head.collection].number)
            for head in heads
        )
        carried.note(connection, digest(content), "" if is_signed else _OUTDATED, self._now())
        if is_signed:
            for told in said.settled:
                forget_owed(connection, told.author, told.sequences)

    def _on_its_way(self, connection: Connection, hub: str) -> list[bytes]:
        """Return the SHA-256 of own publications of a hub with heads that are newer than what is held."""
        found = []
        for _, desk, content in carried.waiting(connection, (PUBLICATION,)):
            if desk == self._keys.id and unpack(content, CarriedPublication).hub == hub:
                heads = [item.head.head() for item in _said(content).publications]
                rows = {head.collection: collections.row_of(connection, head.collection) for head in heads}
                if any(rows[head.collection].version < head.version for head in heads):
                    found.append(digest(content))
        return found


def _said(content: bytes) -> Publishing:
    """Return what this desk's own publication says."""
    return unpack(unpack(content, CarriedPublication).body, Publishing)
