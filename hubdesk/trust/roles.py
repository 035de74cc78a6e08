"""The documents of a Centre as they are written and signed: root, targets, the roles of the hubs, snapshot, timestamp.

Invariant: every document is compact JSON as python-tuf writes it, expires whole days after the moment that its version
names, and is signed by nobody but the keys given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.metadata import Role as KeysOfRole
from tuf.api.serialization.json import JSONSerializer

from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.trust.bundle import LARGEST, Bundle
from hubdesk.trust.chain import (
    INSTALLERS,
    INSTALLERS_FILE,
    ONLINE_DAYS,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    Target,
)
from hubdesk.trust.keys import SigningKey, key_id

YEARS_DAYS = 730
"""For how long root, targets and the roles of hubs hold."""
INSTALLERS_THRESHOLD = 2
_SERIALIZER = JSONSerializer(compact=True)


def next_version(previous: int, now: datetime) -> int:
    """Return the version of what is signed next: Unix time, and never one that was used."""
    return max(previous + 1, int(now.timestamp()))


def write_root(
    version: int,
    keys: Mapping[str, Sequence[bytes]],
    thresholds: Mapping[str, int],
    signers: Iterable[SigningKey],
    now: datetime,
) -> bytes:
    """Return root.json: for each of the four top roles its public keys (32 bytes each) and how many must sign.

    A new root is signed by the thresholds of the one before and of its own. Raises BadInput("threshold") with `role`
    where a threshold is below 1 or above the number of keys.
    """
    roles = {}
    table: dict[str, Key] = {}
    for role in (ROOT, TARGETS, SNAPSHOT, TIMESTAMP):
        publics = dict.fromkeys(keys[role])
        threshold = thresholds.get(role, 1)
        if not 1 <= threshold <= len(publics):
            raise BadInput("threshold", role=role, threshold=threshold, keys=len(publics))
        table.update({key_id(public): _public(public) for public in publics})
        roles[role] = KeysOfRole([key_id(public) for public in publics], threshold)
    root = Root(version, expires=_after(now, YEARS_DAYS), keys=table, roles=roles, consistent_snapshot=True)
    return _signed(root, signers)


def write_targets(
    version: int,
    publishers: Mapping[str, Sequence[bytes]],
    installers: Mapping[str, Sequence[bytes]],
    signers: Iterable[SigningKey],
    now: datetime,
) -> bytes:
    """Return targets.json: `HUB/installers` to two of the keys of `installers`, `HUB/*` to one of `publishers`.

    Keys are 32 bytes each. A hub without entry in `installers` has no such role.
    """
    keys: dict[str, Key] = {}
    roles: dict[str, DelegatedRole] = {}
    # The narrower path first: both roles are terminating, and the first that matches decides.
    for hub, publics in sorted(installers.items()):
        name = hub + INSTALLERS
        paths = [f"{hub}/{INSTALLERS_FILE}"]
        roles[name] = DelegatedRole(name, _ids(publics, keys), INSTALLERS_THRESHOLD, True, paths=paths)
    for hub, publics in sorted(publishers.items()):
        roles[hub] = DelegatedRole(hub, _ids(publics, keys), 1, True, paths=[f"{hub}/*"])
    targets = Targets(version, expires=_expiry(version, now), delegations=Delegations(keys, roles))
    return _signed(targets, signers)


def heads_listed(heads: Mapping[str, bytes]) -> dict[str, Target]:
    """Return what a hub's role lists for heads: collection -> canonical bytes of its newest head."""
    return {collection: Target(digest(body), len(body)) for collection, body in heads.items()}


def write_listing(
    version: int, listed: Mapping[str, Target], signers: Iterable[SigningKey], now: datetime
) -> bytes:
    """Return the document of a hub's role, or of its installers' role, that lists these targets."""
    files = {
        path: TargetFile(item.length, {"sha256": item.sha256.hex()}, path) for path, item in listed.items()
    }
    return _signed(Targets(version, expires=_expiry(version, now), targets=files), signers)


def write_snapshot(version: int, documents: Mapping[str, bytes], online: SigningKey, now: datetime) -> bytes:
    """Return snapshot.json: version and hash of targets and of every role that has a document.

    The hash keeps whoever carries a bundle from putting another document in the place of one whose key was revoked since,
    which its signature does not prove any more.
    """
    meta = {
        f"{role}.json": MetaFile(version_of(document), hashes={"sha256": digest(document).hex()})
        for role, document in documents.items()
    }
    return _signed(Snapshot(version, expires=_expiry(version, now, ONLINE_DAYS), meta=meta), [online])


def write_timestamp(version: int, snapshot_version: int, online: SigningKey, now: datetime) -> bytes:
    """Return timestamp.json for the snapshot of this version."""
    expires = _expiry(version, now, ONLINE_DAYS)
    return _signed(Timestamp(version, expires=expires, snapshot_meta=MetaFile(snapshot_version)), [online])


def write_online(
    roots: Sequence[bytes],
    targets: bytes,
    roles: Mapping[str, bytes],
    previous: tuple[int, int],
    online: SigningKey,
    now: datetime,
) -> Bundle:
    """Return a bundle of these documents with a new snapshot and timestamp; `previous`: the versions of the ones
    before, 0 where there are none."""
    snapshot_version, timestamp_version = (next_version(number, now) for number in previous)
    return Bundle(
        roots=list(roots),
        targets=targets,
        roles=dict(roles),
        snapshot=write_snapshot(snapshot_version, {**roles, TARGETS: targets}, online, now),
        timestamp=write_timestamp(timestamp_version, snapshot_version, online, now),
    )


def add_signature(document: bytes, key: SigningKey) -> bytes:
    """Return the document with one more signature, in the place of an earlier one by the same key.

    Raises BadInput("not-metadata").
    """
    metadata = read_document(document)
    metadata.sign(_signer(key), append=True)
    return write_document(metadata)


def write_document(metadata: Metadata[Any]) -> bytes:
    """Return the bytes of a document, signatures and all."""
    return metadata.to_bytes(_SERIALIZER)


def read_document(document: bytes) -> Metadata[Any]:
    """Return a document, nothing verified; raises BadInput("not-metadata")."""
    if len(document) > LARGEST:
        raise BadInput("not-metadata", reason="size")
    try:
        return Metadata.from_bytes(document)
    except RepositoryError as error:
        raise BadInput("not-metadata", reason=str(error)) from error


def version_of(document: bytes) -> int:
    """Return the version of a document; raises BadInput("not-metadata")."""
    return int(read_document(document).signed.version)


def missing_signatures(document: bytes, delegator: bytes, role: str) -> int:
    """Return how many signatures a document of `role` lacks to count under `delegator` (root or targets).

    Raises BadInput("not-metadata").
    """
    metadata = read_document(document)
    above = read_document(delegator).signed
    try:
        result = above.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    except (ValueError, AttributeError) as error:
        raise BadInput("not-metadata", reason=str(error)) from error
    return max(0, int(result.threshold) - len(result.signed))


def _signed(signed: Signed, signers: Iterable[SigningKey]) -> bytes:
    metadata: Metadata[Any] = Metadata(signed)
    for key in signers:
        metadata.sign(_signer(key), append=True)
    return write_document(metadata)


def _signer(key: SigningKey) -> CryptoSigner:
    return CryptoSigner(Ed25519PrivateKey.from_private_bytes(key.private), _public(key.public))


def _public(public: bytes) -> SSlibKey:
    return SSlibKey(key_id(public), "ed25519", "ed25519", {"public": public.hex()})


def _ids(publics: Sequence[bytes], keys: dict[str, Key]) -> list[str]:
    found = dict.fromkeys(publics)
    keys.update({key_id(public): _public(public) for public in found})
    return [key_id(public) for public in found]


def _expiry(version: int, now: datetime, days: int = YEARS_DAYS) -> datetime:
    """Return the expiry that stands whole days after the version, if that names about the present: then it need not be
    told (trust/lean.py)."""
    named = version if abs(version - now.timestamp()) < 3600 else int(now.timestamp())
    return datetime.fromtimestamp(named, UTC) + timedelta(days=days)


def _after(now: datetime, days: int) -> datetime:
    return now.astimezone(UTC).replace(microsecond=0) + timedelta(days=days)
