"""Checking an edition whole: every byte against its manifests, everything signed against what vouches for it.

Invariant: a desk's profile is read at most, never changed; what is found false is told, and everything else is still
checked.
"""

from __future__ import annotations

from msgspec import Struct

from hubdesk.packages import layout
from hubdesk.packages.manifest import damaged
from hubdesk.packages.proving import (
    HELD,
    NEWER,
    OLDER,
    Claim,
    Fault,
    claims,
    faults_of,
    missing_files,
    prove_all,
)
from hubdesk.packages.reader import Edition
from hubdesk.packages.vouching import Vouching
from hubdesk.packages.watch import Watch


class Checked(Struct, frozen=True):
    """A collection that was proved: its version, number of records, root (hex) and the id of the key that signed it."""

    version: int
    records: int
    root: str
    signer: str


class CheckReport(Struct, frozen=True):
    """What a whole check found; `made`, `by`: what the edition says of itself. `ok`: nothing is wrong with it."""

    made: str
    by: str
    root: str
    collections: dict[str, Checked]
    files: int
    bytes: int
    problems: list[Fault]

    @property
    def ok(self) -> bool:
        """Whether everything is as it was written and signed."""
        return not self.problems


def check(edition: Edition, vouching: Vouching, watch: Watch) -> CheckReport:
    """Check an edition whole. Raises BadInput("edition-damaged") with the first member that is not as written,
    Unreachable("edition-stopped"), StorageFailure."""
    edition.check(watch)
    for sha256 in edition.files():
        _check_name(edition, layout.blob_name(sha256), sha256)
    for folder in layout.CARRIED:
        for name in edition.carried(folder):
            _check_name(edition, name, bytes.fromhex(name.rpartition("/")[2]))
    judged = claims(edition, vouching, None)
    proven = prove_all(edition, judged, (NEWER, HELD, OLDER), watch)
    return CheckReport(
        made=edition.contents.made,
        by=edition.contents.by,
        root=vouching.root.hex(),
        collections={
            name: Checked(claim.head.version, claim.head.records, claim.head.root, claim.signed.key)
            for name, claim in proven.items()
            if isinstance(claim, Claim)
        },
        files=len(edition.files()),
        bytes=sum(edition.bag.size(name) for name in edition.bag.names),
        problems=faults_of(proven) + missing_files(edition, None),
    )


def _check_name(edition: Edition, name: str, sha256: bytes) -> None:
    if edition.bag.sha256(name) != sha256:
        raise damaged(name, "not under its own hash")
