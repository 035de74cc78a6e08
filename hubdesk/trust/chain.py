"""Who may say what, verified: from root.json, known by its hash, to the newest heads of every hub.

Invariant: a chain is only made of metadata that python-tuf verified, each part no older than what was held; what has
expired is said, and never keeps anybody from reading. One bad role of a hub says nothing about the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest, is_hash
from hubdesk.trust.bundle import MOST_ROLES, MOST_ROOTS, Bundle
from hubdesk.trust.keys import key_id

if TYPE_CHECKING:
    from securesystemslib.signer import Key
    from tuf.api.metadata import DelegatedRole, Signed, Targets

    from hubdesk.trust.metadata_set import MetadataSet

STRICT, READ = "strict", "read"
FRESH, OLD, EXPIRED, REVOKED, MISSING = "fresh", "old", "expired", "revoked", "missing"
ROOT, TARGETS, SNAPSHOT, TIMESTAMP = "root", "targets", "snapshot", "timestamp"
INSTALLERS = "-installers"
"""Ends the name of a hub's second role."""
INSTALLERS_FILE = "installers"
ONLINE_DAYS = 30
"""For how long the server's key signs snapshot and timestamp."""


class Target(msgspec.Struct, frozen=True):
    """What a role lists: SHA-256 (32 bytes) and length in bytes."""

    sha256: bytes
    length: int


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """One role: the Ed25519 keys (key id -> 32 bytes) that may sign it and how many of them must; of its document the
    version, expiry and targets. `state`: "" or REVOKED, MISSING; `problem`: the code why it is missing."""

    keys: dict[str, bytes]
    threshold: int
    version: int = 0
    expires: datetime | None = None
    listed: dict[str, Target] = {}
    signers: list[str] = []
    """Ids of the keys that did sign."""
    state: str = ""
    problem: str = ""


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """A Centre's metadata, verified. It can be kept (MessagePack) and read back without verifying again, by whoever
    keeps it as safely as his keys."""

    bundle: Bundle
    parts: dict[str, Role]
    """By role name, the four of the top included."""

    @property
    def is_whole(self) -> bool:
        """Whether every document that the snapshot names is here and right; else the rest may be asked for again."""
        return not any(part.problem for part in self.parts.values())

    @property
    def root_version(self) -> int:
        """Version of the newest root."""
        return self.parts[ROOT].version

    @property
    def targets_version(self) -> int:
        """Version of the targets."""
        return self.parts[TARGETS].version

    @property
    def timestamp_version(self) -> int:
        """Version of the timestamp: what a desk tells a hub to hold."""
        return self.parts[TIMESTAMP].version

    @property
    def timestamp_time(self) -> datetime:
        """When the server signed the timestamp."""
        expires = self.parts[TIMESTAMP].expires
        assert expires is not None, "a chain has a timestamp"
        return expires - timedelta(days=ONLINE_DAYS)

    def publishers(self) -> dict[str, dict[str, bytes]]:
        """Return for each hub its publishing keys: key id -> public key (32 bytes)."""
        return {hub: self.parts[hub].keys for hub in self.hubs()}

    def hubs(self) -> list[str]:
        """Return the names of the hubs, by name."""
        top = (ROOT, TARGETS, SNAPSHOT, TIMESTAMP)
        return sorted(name for name in self.parts if name not in top and not name.endswith(INSTALLERS))

    def installers(self) -> dict[str, Role]:
        """Return for each hub the role that vouches for its list of installers."""
        return {hub: self.parts[hub + INSTALLERS] for hub in self.hubs() if hub + INSTALLERS in self.parts}

    def listing(self, hub: str) -> dict[str, Target]:
        """Return the newest heads of a hub's collections as its role lists them; nothing when it does not count."""
        role = self.parts.get(hub)
        return {} if role is None or role.state else role.listed

    def listed(self, collection: str) -> bytes | None:
        """Return the SHA-256 of the newest head's body of a collection, None when no role that counts lists one."""
        target = self.listing(collection.partition("/")[0]).get(collection)
        return None if target is None else target.sha256

    def state(self, role: str, at: datetime) -> str:
        """Return the state of a role: FRESH, OLD (no contact for so long that the server's signatures ran out),
        EXPIRED (its own, or that of targets or root), REVOKED or MISSING."""
        part = self.parts.get(role)
        if part is None or part.expires is None:
            return MISSING if part is None else part.state or MISSING
        if part.state:
            return part.state
        online = (TIMESTAMP, SNAPSHOT)
        if role not in online and any(self.is_over(name, at) for name in (role, *_above(role))):
            return EXPIRED
        return (
            OLD if role not in (ROOT, TARGETS) and any(self.is_over(name, at) for name in online) else FRESH
        )

    def is_over(self, role: str, at: datetime) -> bool:
        """Tell whether the expiry of a role's own document has passed."""
        part = self.parts.get(role)
        return part is not None and part.expires is not None and at >= part.expires

    def expires(self, role: str) -> datetime | None:
        """Return when a role's document runs out, None without one."""
        part = self.parts.get(role)
        return None if part is None else part.expires

    def names_server(self, public: bytes) -> bool:
        """Tell whether root.json gives the timestamp to this key (32 bytes), the server's online key."""
        return public in self.parts[TIMESTAMP].keys.values()


def _above(role: str) -> tuple[str, ...]:
    return {ROOT: (), TARGETS: (ROOT,)}.get(role, (TARGETS, ROOT))


def read_chain(
    bundle: Bundle,
    *,
    anchor: bytes | None = None,
    held: Chain | Bundle | None = None,
    at: datetime,
    policy: str,
) -> Chain:
    """Verify a bundle, beginning with what is `held` or with the root whose SHA-256 is `anchor`, and return the chain.

    STRICT refuses what has expired at `at`, and any bad role; READ refuses neither: see Chain.state. What is held is
    never gone back on, except where a new root took the server's key away.
    Raises Untrusted("root-mismatch" | "metadata-broken" | "metadata-large" | "metadata-unsigned" | "metadata-mixed" |
    "metadata-rollback" | "metadata-expired").
    """
    from hubdesk.trust.metadata_set import (
        NEVER,
        MetadataSet,
    )  # python-tuf: 150 ms, only where metadata changed

    before = held.bundle if isinstance(held, Chain) else held
    first = _first_root(bundle, before, anchor)
    verified = MetadataSet(first, at if policy == STRICT else NEVER)
    roots = _add_roots(verified, bundle, before or Bundle([first], b"", b"", b"", {}))
    standing = _add_online(verified, bundle, before)
    targets = verified.add_targets(standing.targets)
    parts = _top_parts(verified)
    accepted: dict[str, bytes] = {}
    for name, role in _delegated(targets).items():
        document = standing.roles.get(name)
        part = _part(verified, targets, role, document, policy)
        parts[name] = part
        if document is not None and not part.problem:
            accepted[name] = document
    return Chain(
        bundle=Bundle(
            roots=roots,
            timestamp=standing.timestamp,
            snapshot=standing.snapshot,
            targets=standing.targets,
            roles=accepted,
        ),
        parts=parts,
    )


def _first_root(bundle: Bundle, held: Bundle | None, anchor: bytes | None) -> bytes:
    if not bundle.roots or len(bundle.roots) > MOST_ROOTS:
        raise Untrusted("metadata-large" if bundle.roots else "metadata-broken", role=ROOT)
    if held is not None:
        return held.roots[-1]
    for root in bundle.roots:
        if anchor is not None and digest(root) == anchor:
            return root
    found = digest(bundle.roots[0]).hex()
    raise Untrusted("root-mismatch", expected="" if anchor is None else anchor.hex(), found=found)


def _add_roots(verified: MetadataSet, bundle: Bundle, held: Bundle) -> list[bytes]:
    """Take the roots that come after the newest one held; return all that are known, ascending."""
    roots = list(held.roots)
    newest = roots[-1]
    offered = bundle.roots
    newer = offered[offered.index(newest) + 1 :] if newest in offered else offered
    for root in newer:
        if root in roots:
            continue
        try:
            verified.add_root(root)
        except Untrusted as error:
            if not any(known in offered for known in roots):
                raise Untrusted(
                    "root-mismatch", expected=digest(newest).hex(), found=digest(root).hex()
                ) from error
            raise
        roots.append(root)
    return roots


def _add_online(verified: MetadataSet, bundle: Bundle, held: Bundle | None) -> Bundle:
    """Take timestamp and snapshot, those that are held first, so that older ones are known as such; return the bundle
    that stands: a timestamp of the version that is held changes nothing, so neither may what hangs below it."""
    if held is not None:
        with suppress(Untrusted):  # a new root may have taken its key away
            verified.add_timestamp(held.timestamp)
    newer = verified.add_timestamp(bundle.timestamp)
    if held is not None and not newer:
        verified.add_snapshot(held.snapshot, held=True)
        # but a role that did not arrive before, left out or altered on the way, may come now
        return msgspec.structs.replace(held, roles=bundle.roles | held.roles)
    if held is not None:
        with suppress(Untrusted):  # mostly of an older timestamp: it guards all the same
            verified.add_snapshot(held.snapshot, held=True)
    verified.add_snapshot(bundle.snapshot)
    return bundle


def _top_parts(verified: MetadataSet) -> dict[str, Role]:
    root = verified.root
    documents: dict[str, Signed] = {
        ROOT: root,
        TARGETS: verified.targets,
        SNAPSHOT: verified.snapshot,
        TIMESTAMP: verified.timestamp,
    }
    return {
        name: Role(
            keys=_keys(root.keys, root.roles[name].keyids),
            threshold=root.roles[name].threshold,
            version=signed.version,
            expires=signed.expires,
        )
        for name, signed in documents.items()
    }


def _delegated(targets: Targets) -> dict[str, DelegatedRole]:
    """Return the roles of the hubs: those that are delegated just so as HubDesk does."""
    roles = targets.delegations.roles if targets.delegations is not None else None
    found = {name: role for name, role in (roles or {}).items() if role.terminating and _is_ours(role)}
    if len(found) > MOST_ROLES:
        raise Untrusted("metadata-large", role=TARGETS)
    return found


def _is_ours(role: DelegatedRole) -> bool:
    hub = role.name.removesuffix(INSTALLERS)
    if hub != role.name:
        return role.paths == [f"{hub}/{INSTALLERS_FILE}"] and role.threshold > 1
    return role.paths == [f"{hub}/*"]


def _part(
    verified: MetadataSet, targets: Targets, role: DelegatedRole, document: bytes | None, policy: str
) -> Role:
    """Return what is to be said of a hub's role with this document."""
    assert targets.delegations is not None, "the role is delegated"
    keys = _keys(targets.delegations.keys, role.keyids)
    is_named = f"{role.name}.json" in verified.snapshot.meta
    part = Role(
        keys=keys, threshold=role.threshold, state=MISSING, problem="metadata-mixed" if is_named else ""
    )
    if document is None:
        return part
    try:
        signed = verified.add_targets(document, role.name, TARGETS)
    except Untrusted as error:
        if policy == STRICT:
            raise
        is_pinned = is_named and bool(verified.snapshot.meta[f"{role.name}.json"].hashes)
        is_unsigned = error.code == "metadata-unsigned" and is_pinned
        if is_unsigned and len(verified.named_signers(document) & set(keys)) < role.threshold:
            # The snapshot names its hash: it stood there when its key was delegated, and nobody put it there since.
            return msgspec.structs.replace(part, state=REVOKED, problem="")
        return msgspec.structs.replace(part, problem=error.code)
    signers = verified.signers(document, role.name)
    if len({keys[key] for key in signers if key in keys}) < role.threshold:
        return msgspec.structs.replace(part, problem="metadata-unsigned")
    return Role(
        keys=keys,
        threshold=role.threshold,
        version=signed.version,
        expires=signed.expires,
        listed=dict(_targets(signed)),
        signers=sorted(signers),
    )


def _targets(signed: Targets) -> Iterator[tuple[str, Target]]:
    for path, item in signed.targets.items():
        if is_hash(item.hashes.get("sha256")):
            yield path, Target(bytes.fromhex(item.hashes["sha256"]), item.length)


def _keys(known: dict[str, Key], ids: list[str]) -> dict[str, bytes]:
    """Return those of the keys that are Ed25519 and named by their own content, so that no key counts twice."""
    found = {}
    for name in ids:
        key = known.get(name)
        if key is None or key.scheme != "ed25519" or not is_hash(key.keyval.get("public")):
            continue
        public = bytes.fromhex(key.keyval["public"])
        if key_id(public) == name:
            found[name] = public
    return found
