"""An invite: one line of text that says where a Centre is, how to recognise it, and lets one desk in.

Invariant: everything that trust begins with is in the line: the hash of root.json and of the server's key.
"""

from __future__ import annotations

import base64
import binascii
from datetime import datetime

import msgspec

from hubdesk.errors import BadInput
from hubdesk.model.identity import digest

_PREFIX = "hubdesk-1-"
_CHECK = 4


class Invite(msgspec.Struct, frozen=True, array_like=True):
    """`url` of the server; SHA-256 of root.json version 1 and of the server's public key (32 bytes each); the hub and
    role offered; `expires` (RFC 3339, UTC); a one-time secret of 16 bytes."""

    url: str
    root: bytes
    server_key: bytes
    hub: str
    role: str
    expires: str
    secret: bytes

    def is_expired(self, now: datetime) -> bool:
        """Tell whether the invite's time is over at `now`; the server decides, this is only to say so early."""
        return datetime.fromisoformat(self.expires) <= now


def write_invite(invite: Invite) -> str:
    """Return the invite as one line without blanks."""
    packed = msgspec.msgpack.encode(invite)
    return _PREFIX + base64.urlsafe_b64encode(packed + digest(packed)[:_CHECK]).decode("ascii").rstrip("=")


def read_invite(text: str) -> Invite:
    """Read an invite, blanks and line breaks from a mail ignored.

    Raises BadInput("invite-unreadable") with `reason` "prefix", "characters", "cut" (its check sum is wrong: a part is
    missing or was changed) or "form".
    """
    line = "".join(text.split())
    if not line.startswith(_PREFIX):
        raise BadInput("invite-unreadable", reason="prefix")
    encoded = line[len(_PREFIX) :]
    try:
        raw = base64.b64decode(encoded + "=" * (-len(encoded) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("invite-unreadable", reason="characters") from error
    packed, check = raw[:-_CHECK], raw[-_CHECK:]
    if digest(packed)[:_CHECK] != check:
        raise BadInput("invite-unreadable", reason="cut")
    try:
        invite = msgspec.msgpack.decode(packed, type=Invite)
        datetime.fromisoformat(invite.expires)
    except (msgspec.DecodeError, ValueError) as error:
        raise BadInput("invite-unreadable", reason="form") from error
    if len(invite.root) != 32 or len(invite.server_key) != 32 or len(invite.secret) != 16:
        raise BadInput("invite-unreadable", reason="form")
    return invite
