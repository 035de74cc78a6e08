"""A real desk in a folder of its own, which has joined hubs without a server: for the pages that write.

Invariant: nothing leaves the folder; what it holds was written through the desk's own methods.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hubdesk.catalogue import memberships, records, revisions
from hubdesk.catalogue.inbox import Proposal
from hubdesk.catalogue.profile import create_profile
from hubdesk.desk import Desk
from hubdesk.model.identity import id_bytes, new_id
from hubdesk.model.record import write_revision
from hubdesk.trust.admission import Statement

HUB_NAMES = {"southern-africa": "Southern Africa", "latam": "Latin America", "open-data": "Open data"}
OTHER = "ab" * 32
"""The id of a desk that is not this one."""


class WrittenDesk(Desk):
    """A desk with roles in hubs, and ways to give it what a sync would bring."""

    def take_role(self, hub: str, role: str) -> None:
        """Become a member of a hub."""
        statement = Statement(
            desk=self.id, sign="", receive="", publish="", hub=hub, role=role, since="2026-01-01T00:00:00Z"
        )
        with self._database.write() as connection:
            memberships.add_membership(connection, statement, statement.body(), b"")

    def receive_published(
        self, kind: str, collection: str, fields: Mapping[str, Any], at: str = "2026-11-14T09:00:00Z"
    ) -> str:
        """Hold a record as if its hub had signed it; return its id."""
        record_id = new_id()
        revision = write_revision(record_id, kind, by=OTHER, at=at, parents=[], fields=dict(fields))
        layers = self._parts.layers
        with self._database.write() as connection:
            place = records.collection_number(connection, collection, make=True)
            number = records.add(connection, place, record_id, kind)
            revisions.keep(connection, [revision])
            with layers.changing(connection, [number]):
                records.set_layers(connection, number, confirmed=revision.hash)
        return record_id

    def receive_proposal(
        self, kind: str, collection: str, fields: Mapping[str, Any], *, record_id: str = "", sequence: int = 1
    ) -> str:
        """Hold a proposal as if another desk had sent it, for a new record or a change of one; return the id."""
        base = self.published(record_id) if record_id else None
        record_id = record_id or new_id()
        parents = [str(base.revision)] if base is not None else []
        revision = write_revision(
            record_id, kind, by=OTHER, at="2026-11-21T16:03:00Z", parents=parents, fields=dict(fields)
        )
        proposal = Proposal(
            collection=collection,
            author=OTHER,
            sequence=sequence,
            id=id_bytes(record_id),
            base=bytes.fromhex(parents[0]) if parents else b"",
            revision=revision.hash,
            role="contributor",
            recipient="",
            received="2026-11-22T08:00:00Z",
        )
        inbox = self._parts.inbox
        with self._database.write() as connection:
            revisions.keep(connection, [revision])
            inbox.receive(connection, [proposal])
        return record_id


def make_desk(
    folder: Path,
    roles: Mapping[str, str] | None = None,
    now: Callable[[], str] | None = None,
    kind: type[WrittenDesk] = WrittenDesk,
) -> WrittenDesk:
    """Make a desk that is a contributor of one hub, or what `roles` (hub -> role) says."""
    profile = create_profile(folder, use_keyring=False)
    desk = kind(profile, now) if now is not None else kind(profile)
    for hub, name in HUB_NAMES.items():
        desk.receive_published("hub", "centre/public", {"title": {"en": name}, "code": hub})
    for hub, role in (roles or {"southern-africa": "contributor"}).items():
        desk.take_role(hub, role)
    return desk
