"""Who vouches for an edition: its Centre's metadata, checked against what this desk trusts already.

Invariant: an edition is trusted by a root whose hash was known before, from the profile, an invite or a person; never
by what it says of itself. Older metadata than the desk holds changes nothing here.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from hubdesk.catalogue import facts, memberships
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.memberships import Publishers
from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.reader import Edition
from hubdesk.state.head import Head, SignedHead
from hubdesk.trust.centre import read_centre
from hubdesk.trust.heads import check_head


class Vouching(Struct, frozen=True):
    """Who may sign what is in an edition: `publishers` by hub; `keep` makes newer metadata this desk's own, None where
    the desk's is as new. `root`: SHA-256 of the Centre's first root; `is_trusted`: it was known before."""

    root: bytes
    is_trusted: bool
    publishers: Publishers
    keep: Callable[[Connection], None] | None

    def check(self, signed: SignedHead, collection: str) -> Head:
        """Return the head of `collection` if it counts. Raises what trust/heads.py raises."""
        return check_head(signed, self.publishers, collection)


def vouching_for(
    edition: Edition, anchor: bytes | None, connection: Connection | None, *, may_be_strange: bool = False
) -> Vouching:
    """Check an edition's metadata against `anchor` (SHA-256 of the Centre's first root) or what the desk holds.

    With `may_be_strange` an edition that nothing vouches for is checked against its own root, to be looked at only.
    Raises BadInput("edition-untrusted" | "edition-other-centre"), Untrusted.
    """
    root, targets = edition.document(layout.ROOT), edition.document(layout.TARGETS)
    found = digest(root)
    trusted = _anchor(anchor, connection)
    if trusted is None and not may_be_strange:
        raise BadInput("edition-untrusted", root=found.hex())
    if trusted is not None and trusted != found:
        raise BadInput("edition-other-centre", expected=trusted.hex(), found=found.hex())
    centre = read_centre(root, targets, expected_root=found)
    if connection is not None and centre.version <= facts.get_number(connection, facts.TARGETS_VERSION):
        return Vouching(found, True, memberships.publishers(connection), None)

    def keep(writing: Connection) -> None:
        memberships.keep_centre(writing, root, targets, found)

    return Vouching(found, trusted is not None, centre.publishers(), keep)


def _anchor(given: bytes | None, connection: Connection | None) -> bytes | None:
    held = None if connection is None else facts.get(connection, facts.ROOT_HASH)
    if held is not None and given is not None and held != given:
        raise BadInput("edition-other-centre", expected=held.hex(), found=given.hex())
    return held or given
