"""Names of records and hashes of bytes.

Invariant: an id is any UUID in its 36-character lower-case form; the ids made here are of version 7 (RFC 9562).
"""

from __future__ import annotations

import hashlib
import os
import re
import time

from hubdesk.errors import BadInput

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HASH = re.compile(r"[0-9a-f]{64}")


def new_id(milliseconds: int | None = None) -> str:
    """Return a UUID of version 7: 48 bits of Unix time in milliseconds, then random bits (RFC 9562, 5.7)."""
    now = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    value = (now & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return id_from_bytes(value.to_bytes(16, "big"))


def checked_id(text: object) -> str:
    """Return `text` if it is a UUID in the 36-character lower-case form.

    Raises BadInput("not-an-id"). Version and variant are not checked: foreign catalogues use all of them.
    """
    if not isinstance(text, str) or _ID.fullmatch(text) is None:
        raise BadInput("not-an-id", value=str(text)[:80])
    return text


def is_hash(text: object) -> bool:
    """Tell whether `text` is a SHA-256 in 64 lower-case hexadecimal digits."""
    return isinstance(text, str) and _HASH.fullmatch(text) is not None


def is_id(text: object) -> bool:
    """Tell whether `text` is a UUID in the 36-character lower-case form."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def id_bytes(record_id: str) -> bytes:
    """Return the 16 bytes of an id."""
    return bytes.fromhex(record_id.replace("-", ""))


def id_from_bytes(raw: bytes) -> str:
    """Return the 36-character form of 16 bytes."""
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def tree_key(raw_id: bytes) -> bytes:
    """Return where a record stands in its collection's tree: SHA-256 of the id's 16 bytes."""
    return hashlib.sha256(raw_id).digest()


def digest(content: bytes) -> bytes:
    """Return the SHA-256 of `content`, 32 bytes."""
    return hashlib.sha256(content).digest()
