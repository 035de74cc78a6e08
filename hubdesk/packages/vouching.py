"""Who vouches for an edition: its Centre's metadata, checked against what this desk trusts already.

Invariant: an edition is trusted by a root whose hash was known before, from the profile, an invite or a person; never
by what it says of itself. Metadata that is older than the desk's changes nothing here: then the desk's own counts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from hubdesk.catalogue import facts, trust
from hubdesk.catalogue.database import Connection
from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.reader import Edition
from hubdesk.state.head import Head, SignedHead
from hubdesk.trust.bundle import unpack
from hubdesk.trust.chain import READ, REVOKED, Chain, read_chain
from hubdesk.trust.heads import check_head

_ROLLBACK, _STRANGE = "metadata-rollback", "root-mismatch"


class Vouching(Struct, frozen=True):
    """Who may sign what is in an edition. `root`: SHA-256 of the Centre's first root; `is_trusted`: it was known before;
    `keep` makes newer metadata this desk's own, None where the desk's is as new."""

    root: bytes
    is_trusted: bool
    chain: Chain
    keep: Callable[[Connection], object] | None

    @property
    def issued(self) -> datetime:
        """When the server signed what vouches for the edition: it is at most as young as that."""
        return self.chain.timestamp_time

    def check(self, signed: SignedHead, collection: str) -> Head:
        """Return the head of `collection` if it counts, as the newest or as an older one. A key that is delegated must
        have signed it, also where the hub's role lists it: else a false signature would be kept and passed on.

        Raises Untrusted("role-revoked") where its hub's only signature is by a key that was taken away, and what
        trust/heads.py raises.
        """
        hub = collection.partition("/")[0]
        publishers = self.chain.publishers()
        try:
            if signed.key in publishers.get(hub, {}):
                return check_head(signed, publishers, collection)
            return trust.Vouching(self.chain, publishers).older(signed, collection)
        except Untrusted as error:
            part = self.chain.parts.get(hub)
            if error.code == "publisher-unknown" and part is not None and part.state == REVOKED:
                raise Untrusted("role-revoked", hub=hub) from error
            raise

    def state(self, collection: str) -> str:
        """Return the state of the hub's role at the date of issue (trust/chain.py)."""
        return self.chain.state(collection.partition("/")[0], self.issued)


def vouching_for(
    edition: Edition,
    anchor: bytes | None,
    connection: Connection | None,
    now: str,
    *,
    may_be_strange: bool = False,
) -> Vouching:
    """Check an edition's metadata against what the desk holds, or `anchor` (SHA-256 of the Centre's first root).

    `now`: RFC 3339. With `may_be_strange` an edition that nothing vouches for is checked against its own root, to be
    looked at only.
    Raises BadInput("edition-untrusted" | "edition-other-centre"), Untrusted("metadata-...").
    """
    trusted = _anchor(anchor, connection)
    at = datetime.fromisoformat(now)
    bundle = unpack(edition.document(layout.BUNDLE), None)
    found = digest(bundle.roots[0])
    _check_root(trusted, found, may_be_strange=may_be_strange)
    held = None if connection is None else trust.held_chain(connection)
    try:
        chain = read_chain(bundle, anchor=found, held=held, at=at, policy=READ)
    except Untrusted as error:
        if error.code == _STRANGE:
            raise BadInput(
                "edition-other-centre", expected=(trusted or b"").hex(), found=found.hex()
            ) from error
        if error.code != _ROLLBACK or held is None:
            raise
        chain = held

    def keep(writing: Connection) -> Chain:
        return trust.keep_bundle(writing, bundle, found, at)

    is_newer = held is None or chain.bundle != held.bundle
    return Vouching(found, trusted is not None, chain, keep if is_newer else None)


def _check_root(trusted: bytes | None, found: bytes, *, may_be_strange: bool) -> None:
    if trusted is None and not may_be_strange:
        raise BadInput("edition-untrusted", root=found.hex())
    if trusted is not None and trusted != found:
        raise BadInput("edition-other-centre", expected=trusted.hex(), found=found.hex())


def _anchor(given: bytes | None, connection: Connection | None) -> bytes | None:
    held = None if connection is None else facts.get(connection, facts.ROOT_HASH)
    if held is not None and given is not None and held != given:
        raise BadInput("edition-other-centre", expected=held.hex(), found=given.hex())
    return held or given
