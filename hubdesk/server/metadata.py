"""Every metadata document of the Centre, by role and version, and what of it a desk lacks.

Invariant: a bundle is only stored after it was read as a desk reads it; each timestamp names its snapshot and that the
versions of all others, so what belonged to any timestamp can be put together again. Versions never run backwards.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import digest, is_hash
from hubdesk.server import tables
from hubdesk.server.states import collection_names
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.bundle import Bundle, pack, unpack
from hubdesk.trust.chain import READ, REVOKED, ROOT, SNAPSHOT, TARGETS, TIMESTAMP, Chain, Target, read_chain
from hubdesk.trust.keys import SigningKey

_document = tables.role_document.c
_SUFFIX = ".json"
_MOST_PACKED = 200
AHEAD = timedelta(hours=24)
"""How far ahead of this server's clock anything may be signed."""
LONGEST = timedelta(days=731)
"""For how long the role of a hub is signed at most: two years."""


class Metadata:
    """The metadata of one Centre. `online`: the server's key, which signs snapshot and timestamp."""

    def __init__(self, online: SigningKey) -> None:
        self._online = online
        self._lock = threading.Lock()
        self._chain: Chain | None = None
        self._packed: OrderedDict[tuple[int, int, int, tuple[bytes, ...]], tuple[bytes, bool]] = OrderedDict()

    # What there is

    def version(self, connection: Connection) -> int:
        """Return the version of the newest timestamp, 0 before the first."""
        return newest_version(connection, TIMESTAMP)

    def first_root(self, connection: Connection) -> bytes:
        """Return root.json version 1, whose hash stands in every invite."""
        query = select(_document.content).where(_document.role == ROOT).order_by(_document.version)
        return bytes(connection.execute(query.limit(1)).scalar_one())

    def chain(self, connection: Connection) -> Chain:
        """Return the newest chain."""
        version = self.version(connection)
        with self._lock:
            if self._chain is not None and self._chain.timestamp_version == version:
                return self._chain
        bundle = _bundle_at(connection, version, 1)
        assert bundle is not None, "a Centre has its first timestamp from the beginning"
        chain = read_chain(
            bundle, anchor=digest(bundle.roots[0]), at=datetime.fromtimestamp(0, UTC), policy=READ
        )
        if not connection.get_execution_options().get(
            "hubdesk_writing"
        ):  # what may yet be rolled back is not kept
            with self._lock:
                self._chain = chain
        return chain

    def told(
        self, connection: Connection, timestamp: int, root: int, heads: Sequence[bytes] = ()
    ) -> tuple[bytes, bool]:
        """Return what a desk lacks that holds these versions (0: nothing), one frame, and whether that is the whole;
        nothing where nothing is newer.

        `heads`: canonical bytes of the heads in the same answer. Of a timestamp that was never signed here nothing is
        known: then it is the whole.
        """
        newest = self.version(connection)
        if timestamp == newest:
            return b"", False
        key = (timestamp, root, newest, tuple(heads))
        with self._lock:
            if key in self._packed:
                return self._packed[key]
        held = _bundle_at(connection, timestamp, root)
        if held is not None:
            held = msgspec.structs.replace(held, roots=held.roots[:1])
        new = _bundle_at(connection, newest, root if held is not None else 1)
        assert new is not None
        told = pack(new, held, heads), held is None
        with self._lock:
            self._packed[key] = told
            while len(self._packed) > _MOST_PACKED:
                self._packed.popitem(last=False)
        return told

    def whole(self, connection: Connection) -> Bundle:
        """Return all that is newest, with every root."""
        return self.chain(connection).bundle

    # What is new

    def begin(self, connection: Connection, roots: Sequence[bytes], targets: bytes, now: datetime) -> None:
        """Sign the first snapshot and timestamp over documents that were made or brought; raises Untrusted."""
        self._add(connection, None, list(roots), targets, {}, now)

    def add(
        self,
        connection: Connection,
        now: datetime,
        *,
        roots: Sequence[bytes] = (),
        targets: bytes | None = None,
        roles: Mapping[str, bytes] | None = None,
        above: int = 0,
    ) -> Chain:
        """Take newer documents in and sign snapshot and timestamp over them, with versions above `above`.

        Raises Untrusted, as a desk would: "metadata-unsigned", "metadata-rollback", "metadata-mixed", "metadata-broken".
        Then the transaction is to be rolled back.
        """
        held = self.chain(connection)
        bundle = held.bundle
        added = dict(roles or {})
        chain = self._add(
            connection,
            held,
            [*bundle.roots, *roots],
            bundle.targets if targets is None else targets,
            bundle.roles | added,
            now,
            above,
        )
        for name in added:
            part = chain.parts.get(name)
            if part is None or part.state == REVOKED:
                raise Untrusted("metadata-unsigned", role=name)
            if part.problem or part.state:
                raise Untrusted(part.problem or "metadata-broken", role=name)
        return chain

    def bring(self, connection: Connection, packed: bytes, now: datetime) -> None:
        """Take in what is newer in a whole bundle than what is here: this server lost it, or the Secretariat made it.

        A role with a number or an expiry that its time does not give is left out, unless this server's own snapshot named
        it once: who had a key for a while could else number a hub so high that nobody after him can go on.
        Raises Untrusted, BadInput("not-metadata"); then the transaction is to be rolled back.
        """
        from hubdesk.trust.roles import missing_signatures, version_of

        bundle, held = unpack(packed, None), self.chain(connection)
        roots = [root for root in bundle.roots if version_of(root) > held.root_version]
        targets = bundle.targets if version_of(bundle.targets) > held.targets_version else None
        named: dict[str, int] = {}
        if not missing_signatures(bundle.snapshot, (roots or held.bundle.roots)[-1], SNAPSHOT):
            named = _versions(bundle.snapshot)
        roles = {
            role: document
            for role, document in bundle.roles.items()
            if version_of(document) > (known := newest_version(connection, role))
            if named.get(role) == version_of(document) or not is_ahead(read_listing(document), known, now)
            if not missing_signatures(document, targets or held.bundle.targets, role)
        }
        lost = 0
        if not missing_signatures(bundle.timestamp, (roots or held.bundle.roots)[-1], TIMESTAMP):
            lost = version_of(bundle.timestamp)  # signed here once, and forgotten
        if roots or targets or roles or lost > held.timestamp_version:
            self.add(connection, now, roots=roots, targets=targets, roles=roles, above=lost)

    def is_due(self, connection: Connection, now: datetime) -> bool:
        """Tell whether the timestamp is of another day: then a fresh one is signed."""
        query = select(_document.signed_on).where(
            _document.role == TIMESTAMP, _document.version == self.version(connection)
        )
        return connection.execute(query).scalar_one_or_none() != _day(now)

    def refresh(self, connection: Connection, now: datetime, above: int = 0) -> None:
        """Sign a fresh snapshot and timestamp over what there is."""
        self.add(connection, now, above=above)

    def _add(
        self,
        connection: Connection,
        held: Chain | None,
        roots: list[bytes],
        targets: bytes,
        roles: Mapping[str, bytes],
        now: datetime,
        above: int = 0,
    ) -> Chain:
        from hubdesk.trust.roles import write_online

        # A timestamp that was forgotten had a snapshot, of the same moment or an earlier one: both go on above it.
        previous = (
            max(newest_version(connection, SNAPSHOT), above),
            max(newest_version(connection, TIMESTAMP), above),
        )
        bundle = write_online(roots, targets, roles, previous, self._online, now)
        chain = read_chain(bundle, anchor=digest(roots[0]), held=held, at=now, policy=READ)
        self._store(connection, chain, now)
        return chain

    def _store(self, connection: Connection, chain: Chain, now: datetime) -> None:
        bundle = chain.bundle
        first = chain.root_version - len(bundle.roots) + 1
        rows = [(ROOT, first + place, root) for place, root in enumerate(bundle.roots)]
        rows.append((TARGETS, chain.targets_version, bundle.targets))
        rows.append((SNAPSHOT, chain.parts[SNAPSHOT].version, bundle.snapshot))
        rows.append((TIMESTAMP, chain.timestamp_version, bundle.timestamp))
        versions = _versions(bundle.snapshot)
        rows += [(role, versions[role], document) for role, document in bundle.roles.items()]
        day = _day(now)
        values = [
            {"role": role, "version": version, "content": content, "signed_on": day}
            for role, version, content in rows
        ]
        connection.execute(insert(tables.role_document).on_conflict_do_nothing(), values)
        add_collections(connection, chain.hubs())  # a new hub can be joined as soon as targets name it


class Listing(msgspec.Struct, frozen=True):
    """What a role says, nothing verified."""

    version: int
    expires: datetime
    listed: dict[str, Target]


def read_listing(document: bytes) -> Listing:
    """Read the role of a hub; raises BadInput("not-metadata")."""
    from hubdesk.trust.roles import read_document

    signed = read_document(document).signed
    if signed.type != TARGETS:
        raise BadInput("not-metadata", reason=str(signed.type))
    listed = {}
    for path, item in signed.targets.items():
        sha256 = item.hashes.get("sha256", "")
        if not is_hash(sha256):
            raise BadInput("not-metadata", reason="hash")
        listed[path] = Target(bytes.fromhex(sha256), item.length)
    return Listing(signed.version, signed.expires, listed)


def is_ahead(told: Listing, previous: int, now: datetime) -> bool:
    """Tell whether a role that follows version `previous` is of a time that has not come."""
    # The next number is right whatever this clock says: it may have been set back.
    latest = max(int((now + AHEAD).timestamp()), previous + 1)
    return told.version > latest or told.expires > now + LONGEST + AHEAD


def add_collections(connection: Connection, hubs: Iterable[str]) -> None:
    """Make the collections of hubs that have none yet."""
    audiences = {hub: ("public",) if hub == CENTRE else ("public", "members") for hub in hubs}
    names = [f"{hub}/{audience}" for hub, some in audiences.items() for audience in some]
    for name in sorted(set(names) - set(collection_names(connection))):
        connection.execute(insert(tables.collection).values(name=name))


def newest_version(connection: Connection, role: str) -> int:
    """Return the newest version of a document, 0 before the first."""
    query = select(func.coalesce(func.max(_document.version), 0)).where(_document.role == role)
    return int(connection.execute(query).scalar_one())


def _bundle_at(connection: Connection, timestamp: int, root: int) -> Bundle | None:
    """Return what belonged to a timestamp, with the roots from version `root` on; None where it was never here."""
    signed = _content(connection, TIMESTAMP, timestamp)
    if signed is None:
        return None
    snapshot = _content(connection, SNAPSHOT, _versions(signed)[SNAPSHOT])
    assert snapshot is not None
    versions = _versions(snapshot)
    found = {role: _content(connection, role, version) for role, version in versions.items()}
    targets = found.pop(TARGETS)
    query = (
        select(_document.content)
        .where(_document.role == ROOT, _document.version >= root)
        .order_by(_document.version)
    )
    roots = list(connection.execute(query).scalars())
    if targets is None or not roots:
        return None
    return Bundle(
        roots=roots,
        timestamp=signed,
        snapshot=snapshot,
        targets=targets,
        roles={role: content for role, content in found.items() if content is not None},
    )


def _content(connection: Connection, role: str, version: int) -> bytes | None:
    query = select(_document.content).where(_document.role == role, _document.version == version)
    return connection.execute(query).scalar_one_or_none()


def _versions(document: bytes) -> dict[str, int]:
    """Return what a snapshot or timestamp of this server names: role -> version."""
    meta: dict[str, Any] = msgspec.json.decode(document)["signed"]["meta"]
    return {name.removesuffix(_SUFFIX): int(item["version"]) for name, item in meta.items()}


def _day(now: datetime) -> str:
    return now.astimezone(UTC).date().isoformat()
