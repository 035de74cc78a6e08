"""Invites: made by whoever runs the server, each good for one desk.

Invariant: the secret is in the invite alone, the server keeps its hash; a second use lets nobody in and is noted.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.server import tables
from hubdesk.server.refusal import Refusal
from hubdesk.trust.admission import CENTRE, ROLES, SECRETARIAT, STEERING
from hubdesk.trust.invite import Invite, write_invite

VALID = timedelta(days=14)
_SECRET_BYTES = 16
_invite = tables.invite.c


class Offer(msgspec.Struct, frozen=True):
    """What an invite offers; `repeated` when the same desk used it before."""

    hub: str
    role: str
    repeated: bool


def make_invite(
    connection: Connection, *, url: str, hub: str, role: str, root: bytes, server_key: bytes, now: datetime
) -> str:
    """Return a new invite as one line; `root`: SHA-256 of root.json version 1.

    Raises BadInput("role-unknown" | "role-needs-hub" | "role-elsewhere" | "hub-unknown" | "url-unusable").
    """
    if role not in ROLES:
        raise BadInput("role-unknown", role=role, known=list(ROLES))
    if not hub:
        raise BadInput("role-needs-hub", role=role)
    if (role in (SECRETARIAT, STEERING)) != (hub == CENTRE):
        raise BadInput("role-elsewhere", role=role, hub=hub)
    known = connection.execute(
        select(tables.collection.c.number).where(tables.collection.c.name == f"{hub}/public")
    ).one_or_none()
    if known is None:
        raise BadInput("hub-unknown", hub=hub)
    address = urlsplit(url)
    if address.scheme not in ("http", "https") or not address.hostname or any(part.isspace() for part in url):
        raise BadInput("url-unusable", url=url)
    secret = secrets.token_bytes(_SECRET_BYTES)
    expires = (now + VALID).strftime("%Y-%m-%dT%H:%M:%SZ")
    row = {
        "secret_hash": digest(secret),
        "hub": hub,
        "role": role,
        "expires": expires,
        "made": now.isoformat(),
    }
    connection.execute(insert(tables.invite).values(row))
    return write_invite(Invite(url.rstrip("/"), root, digest(server_key), hub, role, expires, secret))


def use_invite(connection: Connection, secret_hash: bytes, hub: str, desk: str, now: datetime) -> Offer:
    """Use an invite up for `desk`; the same desk may ask again, since an answer may be lost. `secret_hash`: SHA-256 of
    the invite's secret.

    Raises Refusal("invite-unknown" | "invite-used" | "invite-expired" | "invite-elsewhere").
    """
    row = connection.execute(select(tables.invite).where(_invite.secret_hash == secret_hash)).one_or_none()
    if row is None:
        raise Refusal(403, "invite-unknown")
    if row.used_by == desk:
        return Offer(row.hub, row.role, repeated=True)
    if row.used_by is not None:
        raise Refusal(403, "invite-used", at=row.used_at)
    if datetime.fromisoformat(row.expires) <= now:
        raise Refusal(403, "invite-expired", expires=row.expires)
    if row.hub != hub:
        raise Refusal(403, "invite-elsewhere", hub=row.hub)
    connection.execute(
        update(tables.invite)
        .where(_invite.secret_hash == row.secret_hash)
        .values(used_by=desk, used_at=now.isoformat())
    )
    return Offer(row.hub, row.role, repeated=False)


def secret_hashes(connection: Connection) -> list[bytes]:
    """Return what this server keeps of every invite's secret, the newest first."""
    return list(connection.scalars(select(_invite.secret_hash).order_by(_invite.made.desc())))


def note_second_use(connection: Connection, secret_hash: bytes, desk: str, now: datetime) -> None:
    """Remember for the inviter that another desk tried a used invite."""
    row = {"secret_hash": secret_hash, "desk": desk, "at": now.isoformat()}
    connection.execute(insert(tables.second_use).values(row))


def second_uses(connection: Connection) -> list[tuple[str, str, str, str]]:
    """Return (role, hub, desk, time) of every attempt to use an invite again."""
    second = tables.second_use.c
    query = select(_invite.hub, _invite.role, second.desk, second.at).join(tables.second_use)
    return [
        (row.role, row.hub, row.desk, row.at) for row in connection.execute(query.order_by(second.number))
    ]
