"""Parcels on their way over a line: what this desk carries goes up, what is for others comes down.

Invariant: a parcel is offered once a sync, and noted as delivered only when the hub has said so.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hubdesk.catalogue import carried, facts
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.memberships import may_accept_for
from hubdesk.model.identity import digest
from hubdesk.sync.parcels import BATCH, DOWN, LARGEST, UP, CarriedBatch
from hubdesk.sync.told import Told
from hubdesk.sync.wire import Delivered, Down, Parcel, Up, unpack

_ROOM = 1_000_000
_MOST = 500


class Carrying:
    """One line's errands. `now` gives RFC 3339 in UTC."""

    def __init__(self, database: Database, told: Told, now: Callable[[], str]) -> None:
        self._database = database
        self._told = told
        self._now = now
        self._offered: set[bytes] = set()
        self.delivered: dict[str, int] = {}
        """Kind -> how many parcels the hub has now through this desk."""
        self.refused: dict[str, str] = {}
        """SHA-256 (hex) of a parcel -> why the hub did not take it."""

    @property
    def is_due(self) -> bool:
        """Tell whether something is to be brought that was not offered yet."""
        with self._database.read() as connection:
            return any(sha256 not in self._offered for sha256, _ in carried.waiting_hashes(connection, UP))

    def added(self, connection: Connection, up: Up) -> Up:
        """Return `up` with what this desk carries, as much as fits."""
        parcels: list[Parcel] = []
        size = 0
        for sha256, length in carried.waiting_hashes(connection, UP):
            if sha256 in self._offered:
                continue
            size += length
            if parcels and (size > _ROOM or len(parcels) >= _MOST):
                break
            found = carried.find(connection, sha256)
            if found is not None:
                parcels.append(Parcel(found[0], found[2]))
        return msgspec.structs.replace(up, carried=parcels)

    def others(self, connection: Connection) -> int | None:
        """Return the number of the last parcel for others that is here, None for a desk that carries nothing."""
        return facts.get_number(connection, facts.OTHERS) if carried.is_any(connection) else None

    def delivered_now(self, up: Up, down: Down) -> set[bytes]:
        """Note what the hub said of `up.carried`; return the files that it wants."""
        self._offered |= {digest(parcel.content) for parcel in up.carried}
        wanted: set[bytes] = set()
        for said in down.carried:
            wanted.update(said.wanted)
            self._note(said)
        return wanted

    def take(self, down: Down) -> None:
        """Keep what the hub gave for others."""
        if not down.others:
            return
        with self._database.write() as connection:
            for parcel in down.others.values():
                desk = _whose(parcel)
                if desk and parcel.kind in DOWN and len(parcel.content) <= LARGEST:
                    carried.keep(connection, parcel.kind, desk, parcel.content, self._now())
            last = max(facts.get_number(connection, facts.OTHERS), *down.others)
            facts.put_number(connection, facts.OTHERS, last)

    def _note(self, said: Delivered) -> None:
        with self._database.write() as connection:
            found = carried.find(connection, said.sha256)
            if found is None:
                return
            carried.note(connection, said.sha256, said.code, self._now())
        kind, author, content = found
        if not said.code:
            self.delivered[kind] = self.delivered.get(kind, 0) + 1
        elif said.code != carried.WAITING:
            self.refused[said.sha256.hex()] = said.code
        if kind == BATCH:
            self._close(author, unpack(content, CarriedBatch), said)

    def _close(self, author: str, brought: CarriedBatch, said: Delivered) -> None:
        """The hub knows what is settled: what stands in this desk's inbox and is not open there is closed here too."""
        sent = brought.batch
        with self._database.read() as connection:
            if not may_accept_for(connection, sent.collection):
                return
        numbers = range(sent.first, sent.first + len(sent.events))
        is_refused = said.code not in ("", carried.WAITING)
        self._told.close(author, numbers if is_refused else [n for n in said.closed if n in numbers])


def _whose(parcel: Parcel) -> str:
    """Return the desk that a parcel is for, "" where it cannot be read: both kinds begin with it."""
    try:
        desk = msgspec.msgpack.decode(parcel.content)[0]
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, LookupError, TypeError):
        return ""
    return desk if isinstance(desk, str) else ""
