"""For whom this desk can seal something: the desks whose age recipients it knows.

Invariant: a recipient comes from a signed record of the Centre, from a proposal whose batch was verified, or is this
desk's own; never from a file that somebody handed in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import collections, tables
from hubdesk.catalogue.revisions import undamaged
from hubdesk.model import canonical
from hubdesk.model.text import choose
from hubdesk.trust.keys import desk_id

ADMISSION, REVOCATION = "admission", "revocation"


class KnownDesk(Struct, frozen=True):
    """A desk with its age recipient, its role in a hub, and the name that its admission gives it, if any; `is_over`: it
    is revoked, or its mandate has ended."""

    desk: str
    recipient: str
    hub: str
    role: str
    name: str | None = None
    is_over: bool = False


def known_desks(connection: Connection) -> list[KnownDesk]:
    """Return every desk that is known, once for each hub, by hub and role."""
    revoked = {fields.get("desk") for fields in _records(connection, REVOCATION)}
    found: dict[tuple[str, str], KnownDesk] = {}
    for known in (*_proposing(connection), *_admitted(connection)):
        is_over = known.is_over or known.desk in revoked
        found[known.desk, known.hub] = structs.replace(known, is_over=is_over)
    return sorted(found.values(), key=lambda known: (known.hub, known.role, known.desk))


def remember(connection: Connection, desk: str, hub: str, recipient: str, role: str) -> None:
    """Remember a desk whose batch was verified, beyond the day on which its proposals are settled."""
    if recipient:
        row = {"desk": desk, "hub": hub, "recipient": recipient, "role": role}
        known = insert(tables.known_desk).values(row)
        connection.execute(
            known.on_conflict_do_update(["desk", "hub"], set_={"recipient": recipient, "role": role})
        )


def _proposing(connection: Connection) -> Iterator[KnownDesk]:
    for row in connection.execute(select(tables.known_desk)):
        yield KnownDesk(row.desk, row.recipient, row.hub, row.role)


def _admitted(connection: Connection) -> Iterator[KnownDesk]:
    """Yield the desks of admissions that the Centre published, those alone whose id fits their keys."""
    for fields in _records(connection, ADMISSION):
        said = [fields.get(name) for name in ("desk", "sign", "receive", "hub", "role")]
        if not all(isinstance(value, str) for value in said):
            continue
        desk, sign, receive, hub, role = (str(value) for value in said)
        try:
            is_its = desk_id(bytes.fromhex(sign), receive) == desk
        except ValueError:
            continue
        if is_its:
            title = fields.get("title")
            name = choose(title, ())[0] if isinstance(title, dict) else ""
            yield KnownDesk(desk, receive, hub, role, name or None, bool(fields.get("until")))


def _records(connection: Connection, kind: str) -> Iterator[dict[str, Any]]:
    record, revision = tables.record, tables.revision
    query = (
        select(revision.c.hash, revision.c.canonical)
        .join(record, record.c.confirmed == revision.c.hash)
        .join(tables.collection, tables.collection.c.number == record.c.collection)
        .where(record.c.kind == kind, tables.collection.c.name == collections.CENTRE_PUBLIC)
        .order_by(record.c.number)
    )
    for row in connection.execute(query):
        fields = canonical.parse(undamaged(row.hash, row.canonical)).get("fields")
        if isinstance(fields, dict):
            yield fields
