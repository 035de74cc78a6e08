"""What the HTTP face needs of whatever stands behind it: the server's own database, or a relay's desk.

Invariant: the face decides nothing; every rule about who may do what is behind this protocol. All methods may be
called from any thread and raise HubDeskError.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import msgspec

from hubdesk.server.desks import Member
from hubdesk.sync.wire import Down, Joined, Up


class Caller(msgspec.Struct, frozen=True):
    """Who asks in an exchange, proved by its signature, and what it says."""

    member: Member
    up: Up


class Store(Protocol):
    """A hub, or what stands for one."""

    def authenticate(self, packed: bytes) -> Caller:
        """Read a packed Request; its counter is used up."""

    def exchange(self, caller: Caller) -> Down:
        """Take in what a desk brings and say what is new."""

    def join(self, packed: bytes) -> tuple[str, Joined]:
        """Let a desk in by a packed SignedJoin; return its id and the answer."""

    def desk_of(self, token: str) -> str:
        """Return whose token this is."""

    def blob(self, desk: str, sha256: bytes) -> Path:
        """Return the file of a blob that this desk may fetch."""

    def chunks(self, desk: str, sha256: bytes) -> Path:
        """Return the file of the chunk list of a blob that this desk may fetch."""

    def patch(self, desk: str, old: bytes, new: bytes, most: int) -> Path:
        """Return the file of the patch between two blobs that this desk may fetch, if it has at most `most` bytes."""

    def revision(self, desk: str, revision: bytes) -> bytes:
        """Return the canonical bytes of a revision that this desk may fetch, by its hash."""

    def uploaded(self, desk: str, sha256: bytes) -> int:
        """Return how many bytes of a blob that this desk brings are here."""

    def check_upload(self, desk: str, sha256: bytes, total: int) -> None:
        """Refuse what this desk may not bring: by its role, its quota, or the size in bytes."""

    def upload(self, desk: str, sha256: bytes, offset: int, total: int, content: bytes) -> int:
        """Add a piece of a blob at its offset; return how many of its `total` bytes are here."""

    def health(self) -> dict[str, Any]:
        """Return whether it works, in a few small values."""
