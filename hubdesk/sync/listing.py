"""What a coordinator's desk signs beside its heads: its hub's role, which lists the newest head of every collection.

Invariant: what the role that is held lists stays listed, until this desk signs a later head in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from hubdesk.catalogue import collections
from hubdesk.catalogue.accepted import collections_of
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.trust import held_chain
from hubdesk.trust.keys import SigningKey


def sign_listing(
    connection: Connection, hub: str, heads: Mapping[str, bytes], key: SigningKey, now: datetime
) -> bytes:
    """Return the next role of `hub`; `heads`: collection -> canonical bytes of the heads that are new."""
    from hubdesk.trust.roles import heads_listed, next_version, version_of, write_listing

    chain = held_chain(connection)
    before = chain.bundle.roles.get(hub) if chain is not None else None
    held = {row.name: collections.head_of(connection, row.name) for row in collections_of(connection, hub)}
    listed = heads_listed({name: signed.body for name, signed in held.items() if signed is not None})
    listed |= chain.listing(hub) if chain is not None else {}
    version = next_version(version_of(before) if before is not None else 0, now)
    return write_listing(version, listed | heads_listed(heads), [key], now)
