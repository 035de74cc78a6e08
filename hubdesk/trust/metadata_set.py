"""The one adapter over python-tuf's TrustedMetadataSet: metadata in the order of The Update Framework, from memory.

Invariant: whatever is in the set was verified by python-tuf; time is the one given, never the machine's; every refusal
has a code. Importing this module costs python-tuf's 150 ms, so it is imported where metadata changed and nowhere else.
"""

from __future__ import annotations

from datetime import UTC, datetime

from tuf.api import exceptions
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet  # private: the version is pinned
from tuf.ngclient.config import EnvelopeType

from hubdesk.errors import Untrusted

NEVER = datetime.min.replace(tzinfo=UTC)
"""A reference time at which nothing has expired: for who reads, and says himself what is out of date."""
LARGEST = {"root": 512_000, "timestamp": 16_384, "snapshot": 2_000_000}
_LARGEST_TARGETS = 5_000_000


class MetadataSet:
    """Verified metadata, beginning with a root that is trusted already.

    Every method raises Untrusted: "metadata-large", "metadata-broken", "metadata-unsigned" (the threshold of its keys
    is not met), "metadata-expired", "metadata-rollback" (older than what is held), "metadata-mixed" (does not belong to
    the documents before it); `role` names the document. After "metadata-expired", and for a held snapshot after
    "metadata-mixed", the document still guards against older ones.
    """

    def __init__(self, root: bytes, reference_time: datetime) -> None:
        _check_size("root", root)
        try:
            self._set = TrustedMetadataSet(root, EnvelopeType.METADATA)
        except exceptions.RepositoryError as error:
            raise _refusal("root", error) from error
        self._set.reference_time = reference_time

    @property
    def root(self) -> Root:
        """The newest root."""
        return self._set.root

    @property
    def timestamp(self) -> Timestamp:
        """The timestamp; raises KeyError before there is one."""
        return self._set.timestamp

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot; raises KeyError before there is one."""
        return self._set.snapshot

    @property
    def targets(self) -> Targets:
        """The top targets; raises KeyError before there are any."""
        return self._set.targets

    def add_root(self, document: bytes) -> None:
        """Take the next root, signed by the thresholds of the one before and of its own."""
        _check_size("root", document)
        try:
            self._set.update_root(document)
        except exceptions.RepositoryError as error:
            raise _refusal("root", error) from error

    def add_timestamp(self, document: bytes) -> bool:
        """Take a timestamp; False when it has the version of the one before, which then stands."""
        _check_size("timestamp", document)
        try:
            self._set.update_timestamp(document)
        except exceptions.EqualVersionNumberError:
            return False
        except exceptions.BadVersionNumberError as error:
            raise Untrusted("metadata-rollback", role="timestamp", reason=str(error)) from error
        except exceptions.RepositoryError as error:
            raise _refusal("timestamp", error) from error
        return True

    def add_snapshot(self, document: bytes, *, held: bool = False) -> None:
        """Take the snapshot of the timestamp; `held`: it was verified before, perhaps under an older timestamp."""
        _check_size("snapshot", document)
        before = self._set.get(Snapshot.type)
        try:
            self._set.update_snapshot(document, trusted=held)
        except exceptions.BadVersionNumberError as error:
            # python-tuf takes a snapshot of another version than the timestamp's as a guard against older ones
            code = "metadata-rollback" if self._set.get(Snapshot.type) is before else "metadata-mixed"
            raise Untrusted(code, role="snapshot", reason=str(error)) from error
        except exceptions.RepositoryError as error:
            raise _refusal("snapshot", error) from error

    def add_targets(self, document: bytes, role: str = Targets.type, delegator: str = Root.type) -> Targets:
        """Take the targets, or the role `role` that `delegator` delegates."""
        _check_size(role, document)
        try:
            return self._set.update_delegated_targets(document, role, delegator)
        except exceptions.BadVersionNumberError as error:
            raise Untrusted("metadata-mixed", role=role, reason=str(error)) from error
        except exceptions.RepositoryError as error:
            raise _refusal(role, error) from error
        except ValueError as error:
            raise Untrusted("metadata-unsigned", role=role, reason=str(error)) from error

    def named_signers(self, document: bytes) -> set[str]:
        """Return the ids of the keys that a document names as its signers, none verified."""
        return set(_read(document).signatures)

    def signers(self, document: bytes, role: str) -> set[str]:
        """Return the ids of the keys by which a document of a role that targets delegates is validly signed."""
        metadata = _read(document)
        return set(
            self._set.targets.get_verification_result(role, metadata.signed_bytes, metadata.signatures).signed
        )

    def holds(self, role: str, delegator: str) -> bool:
        """Tell whether `role` was verified for `delegator`."""
        return self._set.contains(role, delegator)

    def role(self, name: str) -> Targets:
        """Return a verified targets role; raises KeyError."""
        found = self._set[name]
        if not isinstance(found, Targets):
            raise KeyError(name)
        return found


def _read(document: bytes) -> Metadata[Targets]:
    return Metadata[Targets].from_bytes(document)


def _check_size(role: str, document: bytes) -> None:
    limit = LARGEST.get(role, _LARGEST_TARGETS)
    if len(document) > limit:
        raise Untrusted("metadata-large", role=role, size=len(document), limit=limit)


def _refusal(role: str, error: exceptions.RepositoryError) -> Untrusted:
    reason = str(error)[:200]
    if isinstance(error, DeserializationError):
        return Untrusted("metadata-broken", role=role, reason=reason)
    if isinstance(error, exceptions.UnsignedMetadataError):
        return Untrusted("metadata-unsigned", role=role, reason=reason)
    if isinstance(error, exceptions.ExpiredMetadataError):
        return Untrusted("metadata-expired", role=role, reason=reason)
    return Untrusted("metadata-mixed", role=role, reason=reason)
