"""Who a desk is and what it may do: an admission, signed by the server's online key.

Invariant: role and hub of whoever signed a batch come from its admission alone, never from the carrier or the body.
"""

from __future__ import annotations

import msgspec

from hubdesk.errors import BadInput, Untrusted
from hubdesk.model import canonical
from hubdesk.trust.keys import check_signature, desk_id

SIGNED_AS = b"hubdesk/admission/1\n"
READER, CONTRIBUTOR, COORDINATOR = "reader", "contributor", "coordinator"
SECRETARIAT, STEERING = "secretariat", "steering"
ROLES = (READER, CONTRIBUTOR, COORDINATOR, SECRETARIAT, STEERING)
PROPOSING = frozenset({CONTRIBUTOR, COORDINATOR, SECRETARIAT})
CENTRE = "centre"


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """The desk with these public keys (`sign`: hex, `receive`: age recipient, `publish`: hex or empty) has `role` in
    `hub` since `since` (RFC 3339)."""

    desk: str
    sign: str
    receive: str
    publish: str
    hub: str
    role: str
    since: str

    def body(self) -> bytes:
        """Return the canonical bytes that are signed after SIGNED_AS."""
        return canonical.encode(msgspec.to_builtins(self))


def read_admission(body: bytes, signature: bytes, server_key: bytes) -> Statement:
    """Return the statement if the server's key signed it and the desk's id fits its keys.

    Raises Untrusted("signature" | "admission-broken").
    """
    check_signature(server_key, signature, SIGNED_AS + body)
    try:
        statement = msgspec.json.decode(body, type=Statement)
        fits = desk_id(bytes.fromhex(statement.sign), statement.receive) == statement.desk
    except (msgspec.DecodeError, ValueError, BadInput) as error:
        raise Untrusted("admission-broken") from error
    if not fits or statement.role not in ROLES:
        raise Untrusted("admission-broken")
    return statement


def read_request(content: bytes) -> Statement:
    """Return what a desk asks for, of a file that anybody may have written: who admits it compares the desk's id.

    Raises BadInput("not-a-request").
    """
    try:
        statement = msgspec.json.decode(content, type=Statement)
        fits = desk_id(bytes.fromhex(statement.sign), statement.receive) == statement.desk
        if not fits or len(bytes.fromhex(statement.publish)) != 32 or statement.role not in ROLES:
            raise BadInput("not-a-request")
    except (msgspec.DecodeError, ValueError) as error:
        raise BadInput("not-a-request") from error
    return statement


def may_read(collection: str, roles: dict[str, str]) -> bool:
    """Tell whether a desk with `roles` (hub -> role) may read `collection`: public ones always; a hub's members'
    collection with any role but reader in that hub; the Secretariat and the Steering Committee read all."""
    hub, _, audience = collection.partition("/")
    if audience == "public" or roles.get(CENTRE) in (SECRETARIAT, STEERING):
        return True
    return roles.get(hub, READER) != READER


def may_propose(collection: str, roles: dict[str, str]) -> bool:
    """Tell whether a desk with `roles` may propose records for `collection`."""
    return roles.get(collection.partition("/")[0]) in PROPOSING
