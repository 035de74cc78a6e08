"""Where a desk stands, in a few figures."""

from __future__ import annotations

from msgspec import Struct

from hubdesk.catalogue import collections, equivocations, facts, memberships, records
from hubdesk.catalogue.contacts import contacts
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.held import held_counts
from hubdesk.catalogue.views import CollectionView, Contact


class Status(Struct, frozen=True):
    """`server` is None before a hub was joined; `roles`: hub -> role; `collections`: those that are followed."""

    desk: str
    server: str | None
    trial: bool
    roles: dict[str, str]
    collections: dict[str, CollectionView]
    drafts: int
    outbox: int
    inbox: int
    last_sync: Contact | None
    held: dict[str, int] = {}
    """Withdrawals of heads that wait for a look, by collection."""
    contradicted: list[str] = []
    """Collections of which there are two signed heads that contradict each other."""


def status(database: Database) -> Status:
    """Return where the desk stands. The cost does not depend on the number of records."""
    last = contacts(database, 1)
    with database.read() as connection:
        counts = records.counts(connection)
        views = {view.name: view for view in collections.all_collections(connection) if view.followed}
        return Status(
            facts.get_text(connection, facts.DESK_ID) or "",
            facts.get_text(connection, facts.SERVER_URL),
            bool(facts.get_text(connection, facts.TRIAL)),
            memberships.roles(connection),
            views,
            counts.drafts,
            counts.outbox,
            counts.inbox,
            last[0] if last else None,
            held_counts(connection),
            [item.collection for item in equivocations.every(connection)],
        )
