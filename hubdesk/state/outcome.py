"""What became of a desk's proposals: a statement signed by the coordinator's desk, for the author's eyes.

Invariant: an entry leaves an outbox only for an outcome whose signer coordinates the hub, and only when the desk
holds a head of at least the version that the outcome names.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from hubdesk.errors import BadInput
from hubdesk.model import canonical

SIGNED_AS = b"hubdesk/outcome/1\n"

Result = Literal["accepted", "merged", "returned", "refused"]


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """One event of the author (`sequence`) on `record` (id), its result, and a comment or reason in words. `revision`:
    the first 16 hexadecimal digits of the hash that the event proposed; a desk restored from a copy may have given
    its number to other words."""

    sequence: int
    record: str
    result: Result
    comment: str = ""
    revision: str = ""


class Outcomes(msgspec.Struct, frozen=True, kw_only=True):
    """What became of events of `author` (desk id) in `collection`, as of `version` with `root` (hex)."""

    author: str
    by: str
    collection: str
    version: int
    root: str
    settled: list[Settled]


class SignedOutcomes(msgspec.Struct, frozen=True, array_like=True):
    """The canonical bytes of Outcomes with the signature of the desk `by`."""

    body: bytes
    signature: bytes

    def outcomes(self) -> Outcomes:
        """Return what the bytes say; raises BadInput("not-outcomes")."""
        try:
            return msgspec.json.decode(self.body, type=Outcomes)
        except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
            raise BadInput("not-outcomes", reason=str(error)) from error


def body_of(outcomes: Outcomes) -> bytes:
    """Return the canonical bytes that are signed after SIGNED_AS."""
    return canonical.encode(msgspec.to_builtins(outcomes))
