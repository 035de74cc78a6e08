"""Which Centre this desk belongs to, its roles, and the publishing keys of the hubs.

Invariant: publishing keys come from a targets.json that the Centre's root signed, never an older one than was held.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import facts, tables
from hubdesk.catalogue.views import Membership
from hubdesk.errors import BadInput
from hubdesk.trust.admission import CENTRE, COORDINATOR, SECRETARIAT, Statement, may_propose

Publishers = dict[str, dict[str, bytes]]
"""Hub -> key id -> public key (32 bytes)."""


def memberships(connection: Connection) -> list[Membership]:
    """Return this desk's role in each hub it joined."""
    query = select(tables.membership.c.hub, tables.membership.c.role).order_by(tables.membership.c.hub)
    return [Membership(row.hub, row.role) for row in connection.execute(query)]


def roles(connection: Connection) -> dict[str, str]:
    """Return hub -> role of this desk."""
    return {item.hub: item.role for item in memberships(connection)}


def coordinated(connection: Connection) -> list[str]:
    """Return the hubs for which this desk accepts and publishes."""
    return [hub for hub, role in roles(connection).items() if may_coordinate(hub, role)]


def may_coordinate(hub: str, role: str | None) -> bool:
    """Tell whether a desk with `role` in `hub` accepts and publishes there."""
    return role == COORDINATOR or (role == SECRETARIAT and hub == CENTRE)


def may_propose_to(connection: Connection, collection: str) -> bool:
    """Tell whether this desk may propose records for `collection`."""
    return may_propose(collection, roles(connection))


def may_accept_for(connection: Connection, collection: str) -> bool:
    """Tell whether this desk may accept proposals for `collection`."""
    hub = collection.partition("/")[0]
    return may_coordinate(hub, roles(connection).get(hub))


def add_membership(connection: Connection, admission: Statement, body: bytes, signature: bytes) -> None:
    """Keep a verified admission of this desk."""
    row: dict[str, Any] = {
        "hub": admission.hub,
        "role": admission.role,
        "admission": body,
        "signature": signature,
    }
    statement = insert(tables.membership).values(row)
    connection.execute(statement.on_conflict_do_update(["hub"], set_=row))
    if facts.get(connection, facts.FIRST_HUB) is None:
        facts.put_text(connection, facts.FIRST_HUB, admission.hub)


def check_same_centre(connection: Connection, root_hash: bytes) -> None:
    """Raise BadInput("other-centre") when this desk belongs to a Centre with another root."""
    held = facts.get(connection, facts.ROOT_HASH)
    if held is not None and held != root_hash:
        raise BadInput("other-centre", hubs=list(roles(connection)))


def publishers(connection: Connection) -> Publishers:
    """Return the publishing keys of every hub, as the newest targets held name them."""
    found: Publishers = {}
    for row in connection.execute(select(tables.publisher).where(tables.publisher.c.until.is_(None))):
        found.setdefault(row.hub, {})[row.key] = row.public
    return found
