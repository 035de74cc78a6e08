"""Joining a hub: the invite's secret for an admission and the trust to begin with.

Invariant: nothing of the answer is kept unless root.json has the hash that the invite names and the server's key is
the invited one; a second join must be of the same Centre.
"""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from msgspec import Struct

from hubdesk.catalogue import collections, facts
from hubdesk.catalogue.collections import CENTRE_PUBLIC
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.memberships import add_membership, check_same_centre
from hubdesk.catalogue.trust import held_chain, keep_bundle
from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.sync.lines import Lines
from hubdesk.sync.patience import Patience
from hubdesk.sync.transport import Transport
from hubdesk.sync.wire import JOIN, JOIN_SIGNED_AS, Joined, JoinRequest, SignedJoin, pack, unpack
from hubdesk.trust.admission import CENTRE, COORDINATOR, SECRETARIAT, may_read, read_admission
from hubdesk.trust.bundle import unpack as unpack_bundle
from hubdesk.trust.invite import Invite
from hubdesk.trust.keys import DeskKeys


class JoinReport(Struct, frozen=True):
    """The hub that was joined, the role in it, and the collections that are now followed."""

    desk: str
    hub: str
    role: str
    collections: list[str]


def join(database: Database, keys: DeskKeys, invite: Invite, lines: Lines | None = None) -> JoinReport:
    """Use an invite over the desk's `lines`. Raises ServerAnswer("invite-used" | "invite-expired" | ...), Unreachable, Untrusted,
    BadInput("other-centre") when this desk belongs to another Centre."""
    with database.read() as connection:
        check_same_centre(connection, invite.root)
    return keep_joined(database, keys, invite, _ask(keys, invite, lines))


def keep_joined(database: Database, keys: DeskKeys, invite: Invite, joined: Joined) -> JoinReport:
    """Check what a join brought, by whatever road it came, and keep it. Of the invite the secret is not looked at.

    Raises Untrusted, BadInput("other-centre").
    """
    if digest(joined.server_key) != invite.server_key:
        raise Untrusted("server-key-mismatch")
    admission = read_admission(joined.admission.body, joined.admission.signature, joined.server_key)
    if (admission.desk, admission.hub) != (keys.id, invite.hub):
        raise Untrusted("admission-elsewhere", desk=admission.desk, hub=admission.hub)
    with database.write() as connection:
        check_same_centre(connection, invite.root)
        _keep_trust(connection, joined, invite)
        facts.put_text(connection, facts.SERVER_URL, invite.url)
        facts.put(connection, facts.SERVER_KEY, joined.server_key)
        facts.put_text(connection, facts.TRIAL, "yes" if joined.trial else "")
        add_membership(connection, admission, joined.admission.body, joined.admission.signature)
        wanted = [f"{admission.hub}/public", CENTRE_PUBLIC]
        members = f"{admission.hub}/members"
        if admission.hub != CENTRE and may_read(members, {admission.hub: admission.role}):
            wanted.append(members)
        followed = sorted(set(wanted))
        collections.follow(connection, followed)
    return JoinReport(keys.id, admission.hub, admission.role, followed)


def _keep_trust(connection: Connection, joined: Joined, invite: Invite) -> None:
    bundle = unpack_bundle(joined.trust, None)
    try:
        keep_bundle(connection, bundle, invite.root, datetime.now(UTC), joined.server_key)
    except Untrusted as error:
        # An answer that was long on its way says less than what is held here.
        if error.code != "metadata-rollback" or held_chain(connection) is None:
            raise


def _ask(keys: DeskKeys, invite: Invite, lines: Lines | None) -> Joined:
    coordinates = invite.role in (COORDINATOR, SECRETARIAT)
    request = JoinRequest(
        secret=invite.secret,
        hub=invite.hub,
        sign=keys.signing.public,
        receive=keys.recipient,
        publish=keys.publishing.public if coordinates else b"",
    )
    body = pack(request)
    transport = Transport(invite.url, invite.server_key, lines=lines)
    try:
        signature = keys.signing.sign(JOIN_SIGNED_AS + invite.server_key + body)
        message = pack(SignedJoin(body, signature))
        # Whose answer was lost may ask again: the invite was used by the same keys.
        return unpack(Patience(threading.Event()).through_cuts(lambda: transport.post(JOIN, message)), Joined)
    finally:
        transport.close()
