"""Tokens that let a desk fetch and bring blobs for some hours.

Invariant: a token is bound to one desk and to an end, by HMAC-SHA-256 (RFC 2104) under a secret of this server.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from datetime import datetime, timedelta

from hubdesk.server.refusal import Refusal

VALID = timedelta(hours=12)
_MAC_BYTES = 16


class Tokens:
    """Makes and reads tokens under `secret` (32 bytes)."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def make(self, desk: str, now: datetime) -> str:
        """Return a token for the desk, about 70 characters of base64url."""
        body = bytes.fromhex(desk) + int((now + VALID).timestamp()).to_bytes(5, "big")
        return base64.urlsafe_b64encode(body + self._mac(body)).decode("ascii").rstrip("=")

    def desk_of(self, token: str, now: datetime) -> str:
        """Return the desk of a token; raises Refusal("token") when it is none, or over."""
        try:
            raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refusal(401, "token") from error
        body, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
        if len(body) != 37 or not hmac.compare_digest(mac, self._mac(body)):
            raise Refusal(401, "token")
        if int.from_bytes(body[32:], "big") < now.timestamp():
            raise Refusal(401, "token", expired=True)
        return body[:32].hex()

    def _mac(self, body: bytes) -> bytes:
        return hmac.digest(self._secret, b"hubdesk/token/1\n" + body, "sha256")[:_MAC_BYTES]
