"""What desks carry for each other and for the hub: the forms of a parcel's content.

Invariant: a parcel proves itself: by the signature of the desk or of the server that it is from, and by nothing that
its carrier says. It can be brought by anybody, by any road, twice.
"""

from __future__ import annotations

import hashlib
import hmac

import msgspec

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest
from hubdesk.sync.wire import (
    Admission,
    Joined,
    JoinRequest,
    Message,
    Publication,
    SentBatch,
    SettledEvents,
    pack,
    unpack,
)
from hubdesk.trust.invite import Invite
from hubdesk.trust.keys import DeskKeys, SigningKey, check_signature

BATCH, JOIN, PUBLICATION = "batch", "join", "publication"
"""For the hub."""
OUTCOMES, ADMITTED = "outcomes", "admitted"
"""For a desk."""
UP, DOWN = (JOIN, BATCH, PUBLICATION), (ADMITTED, OUTCOMES)
LARGEST = 7_000_000
"""Bytes of one parcel: with what stands around it, it fits into an exchange."""

_JOIN_SIGNED_AS = b"hubdesk/join-offline/1\n"
_ADMITTED_SIGNED_AS = b"hubdesk/admitted/1\n"
_PUBLICATION_SIGNED_AS = b"hubdesk/publication/1\n"
_INVITE_NAMED_AS = b"hubdesk/invite/1\n"


class CarriedBatch(msgspec.Struct, frozen=True, array_like=True):
    """A batch of the desk `desk` (id), self-contained, with its admission to the hub of the collection."""

    desk: str
    admission: Admission
    batch: SentBatch


class CarriedOutcomes(msgspec.Struct, frozen=True, array_like=True):
    """Sealed outcomes for the desk `desk` (id)."""

    desk: str
    sealed: bytes


class OfflineJoin(msgspec.Struct, frozen=True, array_like=True):
    """A packed JoinRequest without the secret; `invite` names the invite (16 bytes). `mac` is HMAC-SHA256 under the
    SHA-256 of the secret, `signature` the desk's, over all before it: whoever carries it learns nothing and can change
    nothing."""

    body: bytes
    invite: bytes
    mac: bytes
    signature: bytes


class _Admitted(Message, frozen=True):
    desk: str = msgspec.field(name="d")
    joined: Joined = msgspec.field(name="j")


class SignedAdmitted(msgspec.Struct, frozen=True, array_like=True):
    """The answer to an offline join for the desk `desk` (id), signed by the server."""

    desk: str
    body: bytes
    signature: bytes


class Publishing(Message, frozen=True):
    """What a coordinator's desk says when it publishes without a line; as in Up."""

    publications: list[Publication] = msgspec.field(name="p", default_factory=list)
    settled: list[SettledEvents] = msgspec.field(name="s", default_factory=list)


class CarriedPublication(msgspec.Struct, frozen=True, array_like=True):
    """A packed Publishing of the desk `desk` (id) for the hub `hub`, signed by the desk for one server."""

    desk: str
    hub: str
    body: bytes
    signature: bytes


# Joining


def invite_name(secret_hash: bytes) -> bytes:
    """Return by what a request names its invite; `secret_hash` is the SHA-256 of the secret."""
    return digest(_INVITE_NAMED_AS + secret_hash)[:16]


def write_join(keys: DeskKeys, invite: Invite, *, publishes: bool) -> bytes:
    """Return a packed OfflineJoin; `publishes`: with the desk's publishing key, for whoever coordinates."""
    publish = keys.publishing.public if publishes else b""
    request = JoinRequest(
        secret=b"", hub=invite.hub, sign=keys.signing.public, receive=keys.recipient, publish=publish
    )
    body, secret_hash = pack(request), digest(invite.secret)
    name = invite_name(secret_hash)
    mac = _mac(secret_hash, invite.server_key, body)
    signature = keys.signing.sign(_join_statement(invite.server_key, body, name, mac))
    return pack(OfflineJoin(body, name, mac, signature))


def read_join(packed: bytes, server_key: bytes) -> tuple[OfflineJoin, JoinRequest]:
    """Return a request whose signature is right; whether it knows the secret, `knows_secret` tells.

    Raises BadInput("not-a-message"), Untrusted("signature").
    """
    join = unpack(packed, OfflineJoin)
    request = unpack(join.body, JoinRequest)
    check_signature(
        request.sign, join.signature, _join_statement(digest(server_key), join.body, join.invite, join.mac)
    )
    return join, request


def knows_secret(join: OfflineJoin, secret_hash: bytes, server_key: bytes) -> bool:
    """Tell whether a request was made by who holds the secret with this SHA-256."""
    return hmac.compare_digest(join.mac, _mac(secret_hash, digest(server_key), join.body))


def _mac(secret_hash: bytes, server_key_hash: bytes, body: bytes) -> bytes:
    return hmac.new(secret_hash, _JOIN_SIGNED_AS + server_key_hash + body, hashlib.sha256).digest()


def _join_statement(server_key_hash: bytes, body: bytes, name: bytes, mac: bytes) -> bytes:
    return _JOIN_SIGNED_AS + server_key_hash + digest(body) + name + mac


def write_admitted(desk: str, joined: Joined, key: SigningKey) -> bytes:
    """Return the packed answer to an offline join, signed by the server."""
    body = pack(_Admitted(desk=desk, joined=joined))
    return pack(SignedAdmitted(desk, body, key.sign(_ADMITTED_SIGNED_AS + body)))


def read_admitted(packed: bytes, desk: str, server_key_hash: bytes) -> Joined:
    """Return the answer for the desk `desk` of the server whose key has this SHA-256, as its invite names it.

    Raises BadInput("not-a-message"), Untrusted("server-key-mismatch" | "signature" | "admission-elsewhere").
    """
    signed = unpack(packed, SignedAdmitted)
    admitted = unpack(signed.body, _Admitted)
    if digest(admitted.joined.server_key) != server_key_hash:
        raise Untrusted("server-key-mismatch")
    check_signature(admitted.joined.server_key, signed.signature, _ADMITTED_SIGNED_AS + signed.body)
    if admitted.desk != desk:
        raise Untrusted("admission-elsewhere", desk=admitted.desk, hub=admitted.joined.hub)
    return admitted.joined


# Publishing


def write_publication(keys: DeskKeys, hub: str, publishing: Publishing, server_key: bytes) -> bytes:
    """Return a packed CarriedPublication for the server with this public key."""
    body = pack(publishing)
    signature = keys.signing.sign(_publication_statement(server_key, hub, body))
    return pack(CarriedPublication(keys.id, hub, body, signature))


def read_publication(carried: CarriedPublication, sign: bytes, server_key: bytes) -> Publishing:
    """Return what is published if the desk with the public key `sign` said it to this server; raises
    Untrusted("signature"), BadInput("not-a-message")."""
    check_signature(sign, carried.signature, _publication_statement(server_key, carried.hub, carried.body))
    return unpack(carried.body, Publishing)


def closed_in(carried: CarriedPublication) -> list[str]:
    """Return the members' collections that a publication changes."""
    said = unpack(carried.body, Publishing)
    names = {item.head.head().collection for item in said.publications}
    return sorted(name for name in names if not name.endswith("/public"))


def _publication_statement(server_key: bytes, hub: str, body: bytes) -> bytes:
    return _PUBLICATION_SIGNED_AS + digest(server_key) + digest(hub.encode("utf-8")) + digest(body)
