"""Revoking at the folder of a trial Centre: a desk or a key counts no more, and every desk is told.

Invariant: targets without the key and the record that says so are one transaction.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from hubdesk.errors import BadInput
from hubdesk.server import tables
from hubdesk.server.centre import Centre
from hubdesk.server.desks import REVOCATION
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.keys import key_id


class Revoked(Struct, frozen=True):
    """What was revoked: a `desk` or a `key` (ids), and the `hubs` for which it publishes no more."""

    desk: str | None
    key: str | None
    hubs: list[str]


def revoke(connection: Connection, centre: Centre, name: str, reason: str, now: datetime) -> Revoked:
    """Revoke the desk or the publishing key whose id is, or begins with, `name`.

    Raises BadInput("not-a-trial" | "desk-or-key-unknown" | "desk-or-key-unclear" | "key-of-the-server").
    """
    if not centre.keys.trial:
        raise BadInput("not-a-trial")
    publishers = centre.publishers(connection)
    keys = {key: public for hub in publishers.values() for key, public in hub.items()}
    rows = connection.execute(select(tables.desk.c.id, tables.desk.c.publish))
    desks: dict[str, bytes] = {row.id: row.publish for row in rows}
    found = [known for known in (*keys, *desks) if name and known.startswith(name)]
    if len(found) != 1:
        raise BadInput("desk-or-key-unclear" if found else "desk-or-key-unknown", name=name)
    desk = found[0] if found[0] in desks else None
    public = desks[desk] if desk is not None else keys[found[0]]
    if centre.keys.centre is not None and public == centre.keys.centre.public:
        raise BadInput("key-of-the-server", hub=CENTRE)
    fields: dict[str, Any] = {"reason": reason, "since": now.strftime("%Y-%m-%dT%H:%M:%SZ")}
    fields |= {"desk": desk} if desk is not None else {}
    fields |= {"key": key_id(public)} if public else {}
    hubs = centre.drop_publishers(connection, [public], now) if public else []
    centre.announce(connection, REVOCATION, fields, now)
    centre.copy_documents(connection)
    return Revoked(desk, fields.get("key"), hubs)
