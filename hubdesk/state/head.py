"""A head: the signed statement of the state a collection must be in.

Invariant: whoever holds a head whose signature counts can check a whole collection, however its bytes arrived.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from hubdesk.errors import BadInput
from hubdesk.model import canonical
from hubdesk.model.identity import is_hash

FORMAT = 1
SIGNED_AS = b"hubdesk/head/1\n"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Version `version` (1, 2, ...) of `collection`: its root, number of records, previous root (hex) and time."""

    format: int
    collection: str
    version: int
    root: str
    records: int
    previous: str
    time: str

    def body(self) -> bytes:
        """Return the canonical bytes: what is signed, after SIGNED_AS, and hashed."""
        return canonical.encode(msgspec.to_builtins(self))


def contradicts(one: Head, other: Head) -> bool:
    """Tell whether two heads of one collection whose signatures count cannot both be of one history: the same version
    with another root, or the next version on another root."""
    if one.version == other.version:
        return one.root != other.root
    earlier, later = sorted((one, other), key=lambda head: head.version)
    return later.version == earlier.version + 1 and later.previous != earlier.root


class SignedHead(msgspec.Struct, frozen=True, array_like=True):
    """A head's canonical bytes with one signature by a publishing key, named by its TUF key id (hex)."""

    body: bytes
    key: str
    signature: bytes

    def head(self) -> Head:
        """Return what the bytes say; raises BadInput("not-a-head") for anything but the canonical form."""
        try:
            head = msgspec.json.decode(self.body, type=Head)
        except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
            raise BadInput("not-a-head", reason=str(error)) from error
        if head.format != FORMAT or head.version < 1 or head.records < 0:
            raise BadInput("not-a-head", reason="format")
        if not (is_hash(head.root) and is_hash(head.previous)) or head.body() != self.body:
            raise BadInput("not-a-head", reason="form")
        return head


_KEY = 8
_STAMP = "%Y-%m-%dT%H:%M:%SZ"


class ShortHead(msgspec.Struct, frozen=True, array_like=True):
    """A signed head told to a desk that holds an earlier one: `further` versions on; its root (32 bytes); records;
    previous root, empty where that is the root held; time in seconds since 1970, or as it stands; the first 8 bytes
    of the key's id; the signature. A third of the bytes of the head itself."""

    further: int
    root: bytes
    records: int
    previous: bytes
    time: int | str
    key: bytes
    signature: bytes


def shorten(signed: SignedHead, version: int, root: bytes) -> ShortHead | None:
    """Tell `signed` to a desk that holds `version` with `root` (32 bytes); None where that would lose something."""
    head = signed.head()
    previous = bytes.fromhex(head.previous)
    time: int | str = head.time
    try:
        seconds = int(datetime.strptime(head.time, _STAMP).replace(tzinfo=UTC).timestamp())
        time = seconds if _stamp(seconds) == head.time else head.time
    except ValueError:
        pass
    short = ShortHead(
        head.version - version,
        bytes.fromhex(head.root),
        head.records,
        b"" if previous == root else previous,
        time,
        bytes.fromhex(signed.key)[:_KEY] if is_hash(signed.key) else b"",
        signed.signature,
    )
    return short if lengthen(short, head.collection, version, root, [signed.key]) == signed else None


def lengthen(short: ShortHead, collection: str, version: int, root: bytes, keys: Iterable[str]) -> SignedHead:
    """Return the head of `collection` that was told, where `version` with `root` is held and its hub has `keys` (ids,
    hex): the id is empty where none fits. Raises BadInput("not-a-head") for what can be no head."""
    try:
        head = Head(
            format=FORMAT,
            collection=collection,
            version=version + short.further,
            root=short.root.hex(),
            records=short.records,
            previous=(short.previous or root).hex(),
            time=short.time if isinstance(short.time, str) else _stamp(short.time),
        )
        body = head.body()
    except (ValueError, OverflowError, OSError) as error:
        raise BadInput("not-a-head", reason="form") from error
    key = next((key for key in keys if bytes.fromhex(key)[:_KEY] == short.key), "")
    return SignedHead(body, key, short.signature)


def _stamp(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime(_STAMP)
