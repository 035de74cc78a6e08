"""How far what is held here is vouched for: by whom, until when, how old it is, and who holds which key.

Invariant: nothing here keeps anybody from reading; what ran out, was revoked or contradicts itself is said.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from hubdesk.catalogue import collections, equivocations, tables
from hubdesk.catalogue.collections import CENTRE_PUBLIC
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.records import fields_of_kind
from hubdesk.catalogue.trust import held_chain, revocations
from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.state.head import SignedHead
from hubdesk.trust.chain import (
    EXPIRED,
    FRESH,
    MISSING,
    OLD,
    ONLINE_DAYS,
    REVOKED,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    Chain,
)
from hubdesk.trust.clock import BUILT, age, present, trusted_time
from hubdesk.trust.heads import check_head

CONTRADICTED, UNSIGNED = "contradicted", "unsigned"
CURRENT, FORMER = "current", "former"
SOON = timedelta(days=60)
"""How long before its expiry a role is said to run out."""
_DAY = timedelta(days=1)
_STAMP = "%Y-%m-%dT%H:%M:%SZ"


class Vouched(Struct, frozen=True):
    """Who vouches for a collection as it is held. `state`: fresh, old (no contact for 30 days, or a newer version is
    known), expired, revoked, contradicted, unsigned (nothing is held, or no role of its hub was ever signed); `as_of`: when
    the server last confirmed it (RFC 3339); `signer`: key id (hex), None where no known key's
    signature is there; `age_days`: None where the clock cannot be used."""

    collection: str
    hub: str
    state: str
    as_of: str | None
    signer: str | None
    signer_desk: str | None
    signer_name: str | None
    expires: str | None
    expires_soon: bool
    age_days: float | None


class KeyHolder(Struct, frozen=True):
    """A key and what it signs: `role` is coordinator, secretariat, root or targets; `desk` (id) where an admission names
    it; `state`: current, former or revoked."""

    hub: str
    role: str
    key: str
    desk: str | None
    since: str | None
    until: str | None
    state: str


class RoleView(Struct, frozen=True):
    """A role of the Centre: version and expiry of its document; `state`: fresh, old, expired, revoked or missing;
    `threshold`: how many keys must sign it."""

    name: str
    version: int
    expires: str | None
    expires_soon: bool
    state: str
    threshold: int


class Standing:
    """What a desk can say of the trust that it holds. `now` gives this computer's time as RFC 3339."""

    def __init__(self, database: Database, now: Callable[[], str]) -> None:
        self._database = database
        self._now = now

    def vouched(self, collection: str) -> Vouched:
        """Return who vouches for a collection."""
        with self._database.read() as connection:
            return self._vouched(connection, collection, held_chain(connection))

    def all_vouched(self) -> list[Vouched]:
        """Return who vouches for each collection that is held or followed, by name."""
        with self._database.read() as connection:
            chain = held_chain(connection)
            views = collections.all_collections(connection)
            return [
                self._vouched(connection, view.name, chain) for view in views if view.version or view.followed
            ]

    def roles(self) -> list[RoleView]:
        """Return the roles of the Centre, the top ones first; nothing before a hub was joined."""
        with self._database.read() as connection:
            chain = held_chain(connection)
        if chain is None:
            return []
        now = self._present(chain)
        return [
            RoleView(
                name,
                part.version,
                _stamp(part.expires),
                _is_soon(part.expires, now, ONLINE_DAYS if name in (SNAPSHOT, TIMESTAMP) else None),
                chain.state(name, now),
                part.threshold,
            )
            for name, part in chain.parts.items()
        ]

    def who(self) -> list[KeyHolder]:
        """Return who holds which key, now and formerly, by hub."""
        with self._database.read() as connection:
            chain = held_chain(connection)
            rows = connection.execute(select(tables.publisher)).all()
            admissions = fields_of_kind(connection, CENTRE_PUBLIC, "admission")
            revoked = revocations(connection)
        found = []
        if chain is not None:
            for role in (ROOT, TARGETS):
                found += [
                    KeyHolder("centre", role, key, None, None, None, CURRENT)
                    for key in chain.parts[role].keys
                ]
        for row in sorted(rows, key=lambda row: (row.hub, row.until is not None, row.key)):
            admitted = _admission(admissions, row.public)
            desk = admitted.get("desk")
            since = str(admitted.get("since") or row.since) or None
            state = CURRENT if row.until is None else FORMER
            if row.key in revoked or desk in revoked:
                state = REVOKED
            role = str(admitted.get("role") or ("secretariat" if row.hub == "centre" else "coordinator"))
            found.append(KeyHolder(row.hub, role, row.key, desk, since, row.until, state))
        return found

    def _present(self, chain: Chain) -> datetime:
        return present(datetime.fromisoformat(self._now()), trusted_time(BUILT, chain.timestamp_time))

    def _vouched(self, connection: Connection, collection: str, chain: Chain | None) -> Vouched:
        hub = collection.partition("/")[0]
        signed = collections.head_of(connection, collection)
        if chain is None or signed is None:
            return Vouched(collection, hub, UNSIGNED, None, None, None, None, None, False, None)
        public = _signed_by(connection, signed, collection)
        admitted = (
            _admission(fields_of_kind(connection, CENTRE_PUBLIC, "admission"), public)
            if public is not None
            else {}
        )
        now = self._present(chain)
        expires = chain.expires(hub)
        trusted = trusted_time(BUILT, chain.timestamp_time)
        held_for = age(chain.timestamp_time, datetime.fromisoformat(self._now()), trusted)
        title = admitted.get("title")
        return Vouched(
            collection=collection,
            hub=hub,
            state=_state(connection, collection, chain, digest(signed.body), now),
            as_of=_stamp(chain.timestamp_time),
            signer=signed.key if public is not None else None,
            signer_desk=admitted.get("desk"),
            signer_name=next(iter(title.values()), None) if isinstance(title, dict) else None,
            expires=_stamp(expires),
            expires_soon=_is_soon(expires, now),
            age_days=None if held_for is None else held_for / _DAY,
        )


def _state(connection: Connection, collection: str, chain: Chain, body: bytes, now: datetime) -> str:
    if any(item.collection == collection for item in equivocations.every(connection)):
        return CONTRADICTED
    state = chain.state(collection.partition("/")[0], now)
    if state == MISSING:
        return UNSIGNED
    if state in (REVOKED, EXPIRED):
        return state
    return state if chain.listed(collection) == body and state == FRESH else OLD


def _signed_by(connection: Connection, signed: SignedHead, collection: str) -> bytes | None:
    """Return the public key, present or former, that signed a head; None where that cannot be told: a head that its role
    lists counts whoever signed it, so whoever carried it may have named another."""
    hub, table = collection.partition("/")[0], tables.publisher.c
    public = connection.scalar(select(table.public).where(table.hub == hub, table.key == signed.key))
    try:
        check_head(signed, {hub: {} if public is None else {signed.key: public}}, collection)
    except Untrusted:
        return None
    return public


def _admission(admissions: list[dict[str, Any]], public: bytes) -> dict[str, Any]:
    """Return the newest admission that names a publishing key; empty for none."""
    named = [fields for fields in admissions if fields.get("publish") == public.hex()]
    return named[-1] if named else {}


def _is_soon(expires: datetime | None, now: datetime, days: int | None = None) -> bool:
    """Tell whether a role runs out soon: SOON before its end, or in the last tenth of a life of `days`."""
    soon = SOON if days is None else min(SOON, timedelta(days=days) / 10)
    return expires is not None and expires - soon <= now < expires


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).strftime(_STAMP)
