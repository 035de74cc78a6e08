"""The root and targets of a Centre (The Update Framework, python-tuf Metadata): who signs for which hub.

Invariant: root.json is accepted by its hash alone or by a root before it; targets.json by a signature of the root;
a head counts only by a key that targets.json delegates for its hub's collections.
Checked here: signatures. Snapshot, timestamp and expiry are not consulted yet.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from securesystemslib.signer import CryptoSigner, Key, SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, Root, Targets
from tuf.api.serialization.json import JSONSerializer

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.trust.keys import SigningKey, key_id

_SERIALIZER = JSONSerializer(compact=True)
_YEARS = timedelta(days=365)
MAX_BYTES = 512_000


def _signer(key: SigningKey) -> CryptoSigner:
    return CryptoSigner(Ed25519PrivateKey.from_private_bytes(key.private), _public(key.public))


def _public(public: bytes) -> SSlibKey:
    return SSlibKey(key_id(public), "ed25519", "ed25519", {"public": public.hex()})


def write_root(root_key: SigningKey, targets_key: SigningKey, online: SigningKey, now: datetime) -> bytes:
    """Return root.json version 1 of a trial Centre: one key for each role, threshold 1."""
    root = Root(version=1, expires=_whole(now + 2 * _YEARS), consistent_snapshot=True)
    root.add_key(_public(root_key.public), "root")
    root.add_key(_public(targets_key.public), "targets")
    for role in ("snapshot", "timestamp"):
        root.add_key(_public(online.public), role)
    metadata = Metadata(root)
    metadata.sign(_signer(root_key))
    return metadata.to_bytes(_SERIALIZER)


def write_targets(
    version: int, publishers: dict[str, list[bytes]], targets_key: SigningKey, now: datetime
) -> bytes:
    """Return targets.json that delegates `HUB/*` to the publishing keys (32 bytes each) of every hub."""
    keys: dict[str, Key] = {}
    roles: dict[str, DelegatedRole] = {}
    for hub, publics in sorted(publishers.items()):
        hub_keys = [_public(public) for public in publics]
        keys.update({key.keyid: key for key in hub_keys})
        roles[hub] = DelegatedRole(hub, [key.keyid for key in hub_keys], 1, True, paths=[f"{hub}/*"])
    targets = Targets(version=version, expires=_whole(now + 2 * _YEARS), delegations=Delegations(keys, roles))
    metadata = Metadata(targets)
    metadata.sign(_signer(targets_key))
    return metadata.to_bytes(_SERIALIZER)


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


class Centre:
    """A root and the targets that it vouches for."""

    def __init__(self, root: Metadata[Root], targets: Metadata[Targets]) -> None:
        self._root = root
        self._targets = targets
        self.version: int = targets.signed.version

    def publishers(self) -> dict[str, dict[str, bytes]]:
        """Return for each hub its publishing keys: key id -> public key (32 bytes)."""
        delegations = self._targets.signed.delegations
        if delegations is None or delegations.roles is None:
            return {}
        return {
            role.name: {
                key: bytes.fromhex(delegations.keys[key].keyval["public"])
                for key in role.keyids
                if key in delegations.keys and delegations.keys[key].scheme == "ed25519"
            }
            for role in delegations.roles.values()
            if role.paths == [f"{role.name}/*"] and role.terminating
        }

    def names_server(self, public: bytes) -> bool:
        """Tell whether root.json gives the timestamp to this key (32 bytes), the server's online key."""
        root = self._root.signed
        return any(root.keys[key].keyval["public"] == public.hex() for key in root.roles["timestamp"].keyids)


def root_hash(root: bytes) -> bytes:
    """Return what an invite names: the SHA-256 of root.json version 1."""
    return digest(root)


def read_centre(root: bytes, targets: bytes, *, expected_root: bytes) -> Centre:
    """Read root.json, known by its hash (32 bytes), and the targets.json that it vouches for.

    Raises Untrusted("root-mismatch" | "targets-unsigned" | "metadata-broken" | "metadata-large").
    """
    if max(len(root), len(targets)) > MAX_BYTES:
        raise Untrusted("metadata-large")
    if root_hash(root) != expected_root:
        raise Untrusted("root-mismatch", expected=expected_root.hex(), found=root_hash(root).hex())
    try:
        root_metadata: Metadata[Root] = Metadata[Root].from_bytes(root)
        targets_metadata: Metadata[Targets] = Metadata[Targets].from_bytes(targets)
        root_metadata.verify_delegate("root", root_metadata)
        root_metadata.verify_delegate("targets", targets_metadata)
    except RepositoryError as error:
        raise Untrusted("targets-unsigned", reason=str(error)) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Untrusted("metadata-broken", reason=str(error)) from error
    return Centre(root_metadata, targets_metadata)
