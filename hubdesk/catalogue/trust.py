"""Who vouches for what is held: the Centre's metadata as this desk verified it last, and how far it reaches.

Invariant: metadata is only kept after the whole chain was verified against what was held, and never goes back; what has
expired is said and keeps nobody from reading. A head is the newest only when a role that counts lists it by its hash.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import facts, tables, takeover
from hubdesk.catalogue.collections import CENTRE_PUBLIC
from hubdesk.catalogue.memberships import Publishers, publishers
from hubdesk.catalogue.memberships import check_same_centre as check_same_centre
from hubdesk.catalogue.records import fields_of_kind
from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import digest
from hubdesk.state.head import Head, SignedHead
from hubdesk.trust import clock
from hubdesk.trust.bundle import Bundle, documents
from hubdesk.trust.chain import MISSING, READ, REVOKED, ROOT, TARGETS, Chain, read_chain
from hubdesk.trust.heads import check_head

_STAMP = "%Y-%m-%dT%H:%M:%SZ"


def held_chain(connection: Connection) -> Chain | None:
    """Return the chain that was verified and kept last, None before the first."""
    packed = facts.get(connection, facts.CHAIN)
    return None if packed is None else msgspec.msgpack.decode(packed, type=Chain)


def held_bundle(connection: Connection) -> Bundle | None:
    """Return the documents that were kept last, every root since the first, None before the first."""
    chain = held_chain(connection)
    return None if chain is None else chain.bundle


def timestamp_version(connection: Connection) -> int:
    """Return the version of the timestamp that is held, 0 for none."""
    return facts.get_number(connection, facts.TIMESTAMP)


def keep_bundle(
    connection: Connection,
    bundle: Bundle,
    anchor: bytes | None,
    at: datetime,
    server_key: bytes | None = None,
) -> Chain:
    """Verify a bundle against what is held, or against the root whose SHA-256 is `anchor`, and keep it.

    Returns the chain that is held now. Raises BadInput("other-centre") for another anchor than the one held,
    Untrusted("server-key-mismatch") when the root does not name `server_key`, and what chain.read_chain raises: then
    nothing was changed.
    """
    if anchor is not None:
        check_same_centre(connection, anchor)
    anchor = anchor or facts.get(connection, facts.ROOT_HASH)
    held = held_chain(connection)
    if held is not None and held.bundle == bundle:
        return held
    chain = read_chain(bundle, anchor=anchor, held=held, at=at, policy=READ)
    if server_key is not None and not chain.names_server(server_key):
        raise Untrusted("server-key-mismatch")
    keep_chain(connection, chain, at)
    return chain


def keep_chain(connection: Connection, chain: Chain, at: datetime) -> None:
    """Keep a chain that read_chain verified against the one that is held, or against the anchor of an invite.

    Its first root, or the hash that was held before, is what this desk's trust begins with from now on. Raises
    Untrusted("metadata-mixed") where it lacks the role of a hub that its snapshot names: then nothing was changed.
    """
    for hub in chain.hubs():
        _check_told(chain, hub)
    if facts.get(connection, facts.ROOT_HASH) is None:
        facts.put(connection, facts.ROOT_HASH, digest(chain.bundle.roots[0]))
    facts.put(connection, facts.CHAIN, msgspec.msgpack.encode(chain))
    # Where a document was left out or altered on the way all of it is asked for again.
    facts.put_number(connection, facts.TIMESTAMP, chain.timestamp_version if chain.is_whole else 0)
    facts.put_number(connection, facts.ROOT_VERSION, chain.root_version)
    _keep_publishers(connection, chain.publishers(), at)
    _keep_bringing(connection, _without_older(bringing(connection), chain))
    takeover.end(connection, {hub for hub in takeover.asked(connection) if not _is_revoked(chain, hub)})


def is_orphaned(connection: Connection, hub: str) -> bool:
    """Tell whether the list of a hub's heads is signed by keys alone that count no more."""
    chain = held_chain(connection)
    return chain is not None and _is_revoked(chain, hub)


def _is_revoked(chain: Chain, hub: str) -> bool:
    part = chain.parts.get(hub)
    return part is not None and part.state == REVOKED


def bring(connection: Connection, role: str, document: bytes) -> None:
    """Let the next sync bring the hub a document that was signed here, or in a ceremony: a root, targets, a hub's role.

    It is offered until the hub's own metadata has it, or a newer one. Who calls this has checked its signatures.
    """
    _keep_bringing(connection, bringing(connection) | {role: document})


def bringing(connection: Connection) -> dict[str, bytes]:
    """Return the documents that wait to be brought: role -> document."""
    packed = facts.get(connection, facts.BRINGING)
    return {} if not packed else msgspec.msgpack.decode(packed, type=dict[str, bytes])


def bundle_to_bring(connection: Connection) -> Bundle | None:
    """Return what is held with the documents that wait in the place of older ones, None where nothing is held."""
    bundle = held_bundle(connection)
    waiting = bringing(connection)
    if bundle is None or not waiting:
        return bundle
    root, targets = waiting.pop(ROOT, None), waiting.pop(TARGETS, bundle.targets)
    roots = bundle.roots if root is None else [*bundle.roots, root]
    return msgspec.structs.replace(bundle, roots=roots, targets=targets, roles=bundle.roles | waiting)


def _keep_bringing(connection: Connection, waiting: dict[str, bytes]) -> None:
    facts.put(connection, facts.BRINGING, msgspec.msgpack.encode(waiting) if waiting else b"")


def _without_older(waiting: dict[str, bytes], chain: Chain) -> dict[str, bytes]:
    held = dict(documents(chain.bundle))
    return {
        role: document
        for role, document in waiting.items()
        if role not in held or version_of(document) > version_of(held[role])
    }


def version_of(document: bytes) -> int:
    """Return the version that a document says to be of; raises BadInput("not-metadata")."""
    try:
        return int(msgspec.json.decode(document)["signed"]["version"])
    except (msgspec.DecodeError, LookupError, TypeError, ValueError) as error:
        raise BadInput("not-metadata", reason=str(error)[:200]) from error


def known_keys(connection: Connection, collection: str) -> list[str]:
    """Return the ids of all keys that sign, or once signed, heads of a collection."""
    table = tables.publisher
    hub = collection.partition("/")[0]
    return list(connection.scalars(select(table.c.key).where(table.c.hub == hub)))


def present(connection: Connection, now: datetime) -> datetime:
    """Return the time by which expiry is judged: `now` by this computer, but never earlier than trusted time."""
    chain = held_chain(connection)
    return clock.present(now, clock.trusted_time(clock.BUILT, chain.timestamp_time if chain else None))


def revocations(connection: Connection) -> dict[str, dict[str, Any]]:
    """Return the records of the Centre that revoke a desk or a key, by the desk's or the key's id."""
    found = {}
    for fields in fields_of_kind(connection, CENTRE_PUBLIC, "revocation"):
        for name in ("desk", "key"):
            if isinstance(fields.get(name), str):
                found[fields[name]] = fields
    return found


def is_revoked(connection: Connection, desk: str) -> bool:
    """Tell whether the Centre's records revoke a desk (id)."""
    return desk in revocations(connection)


def _keep_publishers(connection: Connection, named: Publishers, at: datetime) -> None:
    """Note who may publish now; keys that may no more stay known, so that what they signed can be told."""
    table = tables.publisher
    stamp = at.astimezone(UTC).strftime(_STAMP)
    known = {(row.hub, row.key): row.until for row in connection.execute(select(table))}
    for hub, keys in named.items():
        for key, public in keys.items():
            row = {"hub": hub, "key": key, "public": public, "since": stamp, "until": None}
            statement = insert(table).values(row)
            connection.execute(statement.on_conflict_do_update(["hub", "key"], set_={"until": None}))
    for (hub, key), until in known.items():
        if until is None and key not in named.get(hub, {}):
            which = (table.c.hub == hub) & (table.c.key == key)
            connection.execute(update(table).where(which).values(until=stamp))


class Vouching(msgspec.Struct, frozen=True):
    """What heads are checked against: the chain held, None on a desk that has none yet, every publishing key, and those
    of hubs that this desk takes over from keys that count no more."""

    chain: Chain | None
    publishers: Publishers
    former: Publishers = {}

    def keys(self, collection: str) -> list[str]:
        """Return the ids of the keys that may sign heads of a collection."""
        return list(self.publishers.get(collection.partition("/")[0], {}))

    def newest(self, signed: SignedHead, collection: str) -> Head:
        """Return a head that is said to be the newest of `collection`, if its hub's role lists it.

        A hub whose role was never signed counts by the head's own signature, as an older head does. Raises
        Untrusted("role-revoked" | "head-not-listed" | "head-elsewhere" | "head-broken" | "metadata-mixed": the role was
        left out or is another one than the snapshot names) and what check_head raises.
        """
        hub = collection.partition("/")[0]
        part = self.chain.parts.get(hub) if self.chain is not None else None
        if part is None or part.state == MISSING:
            if self.chain is not None:
                _check_told(self.chain, hub)
            return check_head(signed, self.publishers, collection)
        if part.state == REVOKED and hub in self.former:
            return check_head(signed, self.former, collection)
        if part.state == REVOKED:
            raise Untrusted("role-revoked", hub=hub)
        if not self._lists(signed, collection):
            raise Untrusted("head-not-listed", collection=collection)
        return self._listed(signed, collection)

    def older(self, signed: SignedHead, collection: str) -> Head:
        """Return a head of `collection` that need not be the newest: it counts by its own signature while its key is
        delegated, or as the newest."""
        if self._lists(signed, collection):
            return self._listed(signed, collection)
        return check_head(signed, {**self.publishers, **self.former}, collection)

    def _listed(self, signed: SignedHead, collection: str) -> Head:
        """Return a head that the role lists. Where its key stands, its signature must be that key's as well: it is kept
        and handed on with it."""
        if signed.key in self.keys(collection):
            return check_head(signed, self.publishers, collection)
        return _read(signed, collection)

    def _lists(self, signed: SignedHead, collection: str) -> bool:
        return self.chain is not None and self.chain.listed(collection) == digest(signed.body)


def _check_told(chain: Chain, hub: str) -> None:
    """Raise Untrusted("metadata-mixed") where the role of a hub is not the one that the snapshot names, or left out. No
    server of the Centre says that: it reads what it signs."""
    part = chain.parts.get(hub)
    if part is None or part.state != MISSING:
        return
    named = msgspec.json.decode(chain.bundle.snapshot)["signed"]["meta"]
    if part.problem or f"{hub}.json" in named:
        raise Untrusted("metadata-mixed", role=hub, reason=part.problem)


def _read(signed: SignedHead, collection: str) -> Head:
    try:
        head = signed.head()
    except BadInput as error:
        raise Untrusted("head-broken") from error
    if head.collection != collection:
        raise Untrusted("head-elsewhere", expected=collection, found=head.collection)
    return head


def vouching(connection: Connection) -> Vouching:
    """Return what heads are checked against now."""
    return Vouching(held_chain(connection), publishers(connection), takeover.former_keys(connection))
