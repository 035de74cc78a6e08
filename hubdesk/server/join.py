"""Letting a desk in on the strength of its invite.

Invariant: what a desk may do comes from the invite, never from what it asks for; its admission, and for a
coordinator the right to publish, are given in one transaction with the invite's use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.server.centre import ADMISSION, Centre
from hubdesk.server.database import Database
from hubdesk.server.desks import (
    admission_of,
    admit,
    check_not_revoked,
    forget_request,
    note_request,
    roles_of,
)
from hubdesk.server.invites import note_second_use, use_invite
from hubdesk.server.policy import may_coordinate, may_read
from hubdesk.server.refusal import Refusal
from hubdesk.server.states import collection_names
from hubdesk.sync.wire import JOIN_SIGNED_AS, Joined, JoinRequest, SignedJoin, unpack
from hubdesk.trust.admission import SIGNED_AS, Statement
from hubdesk.trust.bundle import pack
from hubdesk.trust.keys import check_signature, desk_id, seal


class Joining:
    """Answers joins. `now` gives the time."""

    def __init__(self, database: Database, centre: Centre, now: Callable[[], datetime]) -> None:
        self._database = database
        self._centre = centre
        self._now = now

    def answer(self, packed: bytes) -> tuple[str, Joined]:
        """Take a packed SignedJoin; return the desk's id and the answer.

        Raises BadInput, Untrusted("signature"), and the refusals of invites.use_invite.
        """
        signed = unpack(packed, SignedJoin)
        request = unpack(signed.body, JoinRequest)
        server_key = self._centre.keys.online.public
        check_signature(request.sign, signed.signature, JOIN_SIGNED_AS + digest(server_key) + signed.body)
        return self.admitted(request, digest(request.secret))

    def admitted(self, request: JoinRequest, secret_hash: bytes) -> tuple[str, Joined]:
        """Let a desk in whose request, by whatever road it came, was proved to know the secret with this SHA-256.

        Raises BadInput("keys" | "publishing-key-missing"), Refusal("admission-waits": the Secretariat decides first,
        then the same request is answered; "desk-revoked"), and the refusals of invites.use_invite.
        """
        desk = _desk_of(request)
        now = self._now()
        try:
            with self._database.write() as connection:
                check_not_revoked(connection, desk)
                joined = self._admitted(connection, request, secret_hash, desk, now)
        except Refusal as refusal:
            if refusal.code == "invite-used":
                with self._database.write() as connection:
                    note_second_use(connection, secret_hash, desk, now)
            raise
        if joined is None:
            raise Refusal(403, "admission-waits", hub=request.hub, desk=desk)
        return desk, joined

    def _admitted(
        self, connection: Connection, request: JoinRequest, secret_hash: bytes, desk: str, now: datetime
    ) -> Joined | None:
        """Return the answer to a join; None where the Secretariat decides first."""
        offer = use_invite(connection, secret_hash, request.hub, desk, now)
        admission = admission_of(connection, desk, offer.hub) if offer.repeated else None
        if admission is None:
            statement = _statement(request, desk, offer.hub, offer.role, now)
            if statement.publish and not self._may_publish(connection, statement):
                note_request(connection, statement)
                return None
            self._admit(connection, statement, now)
            admission = admission_of(connection, desk, offer.hub)
        assert admission is not None
        roles = roles_of(connection, desk)
        return Joined(
            trust=pack(self._centre.metadata.whole(connection), None),
            server_key=self._centre.keys.online.public,
            role=roles[offer.hub],
            hub=offer.hub,
            admission=admission,
            collections=[name for name in collection_names(connection) if may_read(name, roles)],
            hubs=self._centre.metadata.chain(connection).hubs(),
            trial=self._centre.keys.trial,
        )

    def _may_publish(self, connection: Connection, statement: Statement) -> bool:
        """Tell whether a coordinator's desk may be let in now: in a trial Centre always, otherwise once the Secretariat
        signed that its key publishes for the hub."""
        publishers = self._centre.publishers(connection).get(statement.hub, {})
        return self._centre.keys.trial or bytes.fromhex(statement.publish) in publishers.values()

    def _admit(self, connection: Connection, statement: Statement, now: datetime) -> None:
        admit(connection, statement, self._centre.keys.online.sign(SIGNED_AS + statement.body()))
        forget_request(connection, statement)
        if statement.publish and self._centre.keys.trial:
            self._centre.add_publisher(connection, statement.hub, bytes.fromhex(statement.publish), now)
            self._centre.announce(connection, ADMISSION, msgspec.to_builtins(statement), now)
            self._centre.copy_documents(connection)


def _statement(request: JoinRequest, desk: str, hub: str, role: str, now: datetime) -> Statement:
    coordinates = may_coordinate(hub, {hub: role})
    if coordinates and len(request.publish) != 32:
        raise BadInput("publishing-key-missing")
    return Statement(
        desk=desk,
        sign=request.sign.hex(),
        receive=request.receive,
        publish=request.publish.hex() if coordinates else "",
        hub=hub,
        role=role,
        since=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def _desk_of(request: JoinRequest) -> str:
    """Return the id of the desk that asks; raises BadInput("keys") for keys that are none."""
    if len(request.sign) != 32 or len(request.receive) > 100 or not request.receive.isascii():
        raise BadInput("keys")
    try:
        seal(request.receive, b"")
    except BadInput as error:
        raise BadInput("keys") from error
    return desk_id(request.sign, request.receive)
