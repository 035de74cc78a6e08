"""The Centre's signed metadata and what hubs vouch for as software, passed on as they came.

Invariant: nothing is added or left out of a document; whoever gets it checks its signatures.
"""

from __future__ import annotations

import msgspec

from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.trust import held_bundle, timestamp_version
from hubdesk.sync.shared import passed_on
from hubdesk.sync.wire import Down, Up
from hubdesk.trust.bundle import pack


def newer_trust(connection: Connection, up: Up, down: Down) -> Down:
    """Return an answer with the metadata that the desk lacks: the whole, since a relay does not know what others hold; and
    with the lists of shared software, where some may be new to it."""
    down = msgspec.structs.replace(down, software=passed_on(connection, up))
    bundle = held_bundle(connection)
    if bundle is None or up.trust >= timestamp_version(connection):
        return down
    heads = [answer.head.body for answer in down.collections if answer.head is not None]
    return msgspec.structs.replace(down, trust=pack(bundle, None, heads), whole=True)
