"""A head: the signed statement of the state a collection must be in.

Invariant: whoever holds a head whose signature counts can check a whole collection, however its bytes arrived.
"""

from __future__ import annotations

import msgspec

from hubdesk.errors import BadInput
from hubdesk.model import canonical
from hubdesk.model.identity import is_hash

FORMAT = 1
SIGNED_AS = b"hubdesk/head/1\n"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Version `version` (1, 2, ...) of `collection`: its root, number of records, previous root (hex) and time."""

    format: int
    collection: str
    version: int
    root: str
    records: int
    previous: str
    time: str

    def body(self) -> bytes:
        """Return the canonical bytes: what is signed, after SIGNED_AS, and hashed."""
        return canonical.encode(msgspec.to_builtins(self))


def contradicts(one: Head, other: Head) -> bool:
    """Tell whether two heads of one collection whose signatures count cannot both be of one history: the same version
    with another root, or the next version on another root."""
    if one.version == other.version:
        return one.root != other.root
    earlier, later = sorted((one, other), key=lambda head: head.version)
    return later.version == earlier.version + 1 and later.previous != earlier.root


class SignedHead(msgspec.Struct, frozen=True, array_like=True):
    """A head's canonical bytes with one signature by a publishing key, named by its TUF key id (hex)."""

    body: bytes
    key: str
    signature: bytes

    def head(self) -> Head:
        """Return what the bytes say; raises BadInput("not-a-head") for anything but the canonical form."""
        try:
            head = msgspec.json.decode(self.body, type=Head)
        except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
            raise BadInput("not-a-head", reason=str(error)) from error
        if head.format != FORMAT or head.version < 1 or head.records < 0:
            raise BadInput("not-a-head", reason="format")
        if not (is_hash(head.root) and is_hash(head.previous)) or head.body() != self.body:
            raise BadInput("not-a-head", reason="form")
        return head
