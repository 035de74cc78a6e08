"""Who may do what at the server, and which records may stand where: decided here and nowhere else.

Invariant: a decision looks at the desk's admissions and at the record, never at what the request says of itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hubdesk.model.identity import is_hash
from hubdesk.model.kind import Kinds
from hubdesk.model.record import Revision
from hubdesk.trust.admission import CENTRE, COORDINATOR, PROPOSING, SECRETARIAT, may_propose, may_read

__all__ = ["Policy", "files_of", "may_bring_blobs", "may_coordinate", "may_propose", "may_read"]

_DEPTH = 12


def hub_of(collection: str) -> str:
    """Return the hub of a collection."""
    return collection.partition("/")[0]


def may_coordinate(hub: str, roles: dict[str, str]) -> bool:
    """Tell whether a desk with `roles` (hub -> role) settles proposals and publishes in `hub`."""
    return roles.get(hub) == (SECRETARIAT if hub == CENTRE else COORDINATOR)


def may_bring_blobs(roles: dict[str, str]) -> bool:
    """Tell whether a desk with `roles` may upload files."""
    return any(role in PROPOSING for role in roles.values())


def files_of(revision: Revision) -> Iterator[tuple[bytes, int]]:
    """Yield (SHA-256, size) of every file that a revision lists, in whatever field."""
    return _files(revision.fields, _DEPTH)


def _files(value: Any, depth: int) -> Iterator[tuple[bytes, int]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        sha256, size = value.get("sha256"), value.get("size")
        if (
            isinstance(sha256, str)
            and is_hash(sha256)
            and isinstance(size, int)
            and not isinstance(size, bool)
            and size >= 0
        ):
            yield bytes.fromhex(sha256), size
        for item in value.values():
            yield from _files(item, depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _files(item, depth - 1)


class Policy:
    """Which records may stand in which collection."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    def fault(self, revision: Revision, collection: str) -> str:
        """Return why a record may not stand in `collection`, empty when it may."""
        kind = self._kinds.of(revision.content.kind)
        if revision.content.erased is not None and not kind.erasable:
            return "not-erasable"
        return "" if kind.fits(collection) else "kind-not-here"

    def fault_of_proposal(self, revision: Revision, collection: str, desk: str, roles: dict[str, str]) -> str:
        """Return why `desk` may not propose a revision for `collection`, empty when it may."""
        if not may_propose(collection, roles):
            return "role"
        if revision.content.by != desk:
            return "not-the-author"
        if revision.content.erased is not None:
            return "role"
        return self.fault(revision, collection)
