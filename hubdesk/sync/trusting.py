"""The metadata of one sync: what is said to be held, what comes, and what the hub is given back of it.

Invariant: metadata that does not follow from what is held changes nothing; once a sync it is asked for whole, and once
the hub is brought what it seems to have lost, before anything is said to be wrong. What was signed here for the hub to
take over is brought with the first exchange.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from hubdesk.catalogue import facts, trust
from hubdesk.catalogue.database import Connection, Database
from hubdesk.errors import Untrusted
from hubdesk.sync.wire import Up
from hubdesk.trust.bundle import pack, unpack


class Trusting:
    """What one sync does about metadata. `now` gives RFC 3339 in UTC."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now
        self._steps = ["whole", "bring"]
        self._next = ""
        self._offers_own = True

    @property
    def is_due(self) -> bool:
        """Whether something is to be said that was not said before."""
        return bool(self._next)

    def held(self, connection: Connection) -> tuple[int, int]:
        """Return the versions of timestamp and root that this desk says to hold."""
        return trust.timestamp_version(connection), facts.get_number(connection, facts.ROOT_VERSION) or 1

    def added(self, connection: Connection, up: Up) -> Up:
        """Return what a desk says with what it asks or brings of metadata."""
        step, self._next = self._next, ""
        if step == "whole":
            return msgspec.structs.replace(up, trust=0)
        own, self._offers_own = self._offers_own and bool(trust.bringing(connection)), False
        bundle = trust.bundle_to_bring(connection) if own or step == "bring" else None
        return up if bundle is None else msgspec.structs.replace(up, brought=pack(bundle, None))

    def take(self, packed: bytes, heads: Sequence[bytes], *, whole: bool) -> None:
        """Take in newer metadata; `heads`: canonical bytes of the heads that came with it; `whole`: it stands against
        nothing. Raises Untrusted once nothing is left to try."""
        if not packed:
            return
        try:
            with self._database.write() as connection:
                held = None if whole else trust.held_bundle(connection)
                if held is not None:  # every root before the newest is known to both sides
                    held = msgspec.structs.replace(held, roots=held.roots[-1:])
                bundle = unpack(packed, held, heads)
                trust.keep_bundle(connection, bundle, None, datetime.fromisoformat(self._now()))
        except Untrusted as error:
            step = "whole" if error.code == "metadata-broken" else "bring"
            if step not in self._steps:
                raise
            self._steps.remove(step)
            self._next = step
