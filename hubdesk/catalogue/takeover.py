"""Taking a hub over from a key that counts no more, where no desk that still counts holds what it signed.

Invariant: what a dropped key signed is taken as the hub's last state only where a person who publishes for the hub asked
for it, and only until that desk's own signature stands in its place.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from hubdesk.catalogue import facts, tables
from hubdesk.catalogue.collections import CENTRE_PUBLIC
from hubdesk.catalogue.records import fields_of_kind
from hubdesk.trust.keys import key_id


def asked(connection: Connection) -> set[str]:
    """Return the hubs that this desk is taking over."""
    return set((facts.get_text(connection, facts.TAKING_OVER) or "").split())


def ask(connection: Connection, hub: str) -> bool:
    """Begin to take a hub over; tell whether that is new."""
    hubs = asked(connection)
    facts.put_text(connection, facts.TAKING_OVER, " ".join(sorted(hubs | {hub})))
    return hub not in hubs


def end(connection: Connection, hubs: set[str]) -> None:
    """The hubs are vouched for again."""
    if left := asked(connection) - hubs:
        facts.put_text(connection, facts.TAKING_OVER, " ".join(sorted(left)))
    elif asked(connection):
        facts.put_text(connection, facts.TAKING_OVER, "")


def former_keys(connection: Connection) -> dict[str, dict[str, bytes]]:
    """Return for each hub that is being taken over the keys that published for it: key id -> public key (32 bytes), as
    targets named them earlier here, and as the Centre's signed admissions name them."""
    hubs = asked(connection)
    found: dict[str, dict[str, bytes]] = {hub: {} for hub in hubs}
    if not hubs:
        return found
    for row in connection.execute(select(tables.publisher).where(tables.publisher.c.hub.in_(hubs))):
        found[row.hub][row.key] = row.public
    for fields in fields_of_kind(connection, CENTRE_PUBLIC, "admission"):
        hub, publish = fields.get("hub"), fields.get("publish")
        if hub in found and isinstance(publish, str) and len(publish) == 64:
            public = (
                bytes.fromhex(publish) if all(letter in "0123456789abcdef" for letter in publish) else b""
            )
            if public:
                found[hub][key_id(public)] = public
    return found
