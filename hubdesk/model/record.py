"""A revision of a record: its canonical bytes, its hash, and its parents.

Invariant: the bytes are stored and sent as they were made, never serialised again; the hash is theirs.
"""

from __future__ import annotations

import secrets
from typing import Any

import msgspec

from hubdesk.errors import BadInput
from hubdesk.model import canonical
from hubdesk.model.identity import checked_id, digest, is_hash

MAX_BYTES = 1_000_000
MAX_PARENTS = 2


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What a revision says. Exactly one of `fields`, `withdrawn` and `erased` is set.

    `salt`: 16 random bytes in hexadecimal, so that a hash that remains when the content is erased confirms no guess;
    empty where a kind holds no personal data.
    """

    id: str
    kind: str
    parents: list[str] = []
    by: str = ""
    at: str = ""
    fields: dict[str, Any] | None = None
    withdrawn: str | None = None
    erased: str | None = None
    salt: str = ""


class Revision(msgspec.Struct, frozen=True):
    """Canonical bytes with their hash (32 bytes) and what they say."""

    content: Content
    canonical: bytes
    hash: bytes

    @property
    def fields(self) -> dict[str, Any]:
        """The fields, empty when the record is withdrawn or erased."""
        return self.content.fields or {}


class Stub(Revision, frozen=True):
    """What is left of a revision whose words a notice erased while its hub's state still names it: id, kind, hash and
    the code of the reason. `canonical` is how it travels; `hash` is that of the words."""


class _StubLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    erased: str
    hash: str
    id: str
    kind: str


_decoder = msgspec.json.Decoder(Content)
_stub = msgspec.json.Decoder(_StubLine)
_STUB = b'{"erased":'
"""How a stub begins: keys stand in order, and before `erased` a revision has `at`."""


def write_revision(
    record_id: str,
    kind: str,
    *,
    by: str,
    at: str,
    parents: list[str],
    fields: dict[str, Any] | None = None,
    withdrawn: str | None = None,
    extra: dict[str, Any] | None = None,
    salt: str = "",
) -> Revision:
    """Make a revision. `parents` are 0 to 2 hashes in hexadecimal; `at` is RFC 3339 in UTC; `extra` are top-level
    keys that this program does not know and passes on; `salt` is left out where it is empty.

    Raises BadInput("not-an-id" | "not-canonical" | "too-large" | "not-a-revision").
    """
    value: dict[str, Any] = {**(extra or {})}
    value |= {"id": checked_id(record_id), "kind": kind, "parents": parents, "by": by, "at": at}
    value |= {"fields": fields or {}} if withdrawn is None else {"withdrawn": withdrawn}
    value |= {"salt": salt} if salt else {}
    return read_revision(canonical.encode(canonical.normal(value)))


def write_erasure(record_id: str, kind: str, *, by: str, at: str, reason: str) -> Revision:
    """Make the revision that erases a record; `reason` is a code. It has no parents: nothing of what was erased is
    named or implied. Raises BadInput("not-an-id" | "not-a-revision")."""
    value = {"id": checked_id(record_id), "kind": kind, "parents": [], "by": by, "at": at, "erased": reason}
    return read_revision(canonical.encode(value))


def write_stub(record_id: str, kind: str, revision_hash: bytes, reason: str) -> Stub:
    """Make what is left of a revision whose words a notice erased."""
    line = canonical.encode(
        {"erased": reason, "hash": revision_hash.hex(), "id": checked_id(record_id), "kind": kind}
    )
    return Stub(Content(id=record_id, kind=kind, erased=reason), line, revision_hash)


def read_member(line: bytes) -> Revision:
    """Read what stands for a record in a state: a revision, or the stub of one. Whether a stub may stand there is not
    said by the state. Raises as `read_revision`."""
    told = _told_by_stub(line) if line.startswith(_STUB) else None
    if told is None:
        return read_revision(line)
    if not is_hash(told.hash) or not canonical.is_canonical(line):
        raise BadInput("not-a-revision", reason="form", id=told.id)
    return Stub(
        Content(id=checked_id(told.id), kind=told.kind, erased=told.erased), line, bytes.fromhex(told.hash)
    )


def _told_by_stub(line: bytes) -> _StubLine | None:
    try:
        return _stub.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None


def new_salt() -> str:
    """Return 16 random bytes in hexadecimal."""
    return secrets.token_hex(16)


def read_revision(content: bytes) -> Revision:
    """Read canonical bytes, checking their form. Unknown keys stay in the bytes.

    Raises BadInput("too-large" | "not-a-revision" | "not-an-id").
    """
    if len(content) > MAX_BYTES:
        raise BadInput("too-large", bytes=len(content), limit=MAX_BYTES)
    try:
        parsed = _decoder.decode(content)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise BadInput("not-a-revision", reason=str(error)) from error
    checked_id(parsed.id)
    if content.startswith(_STUB) and _told_by_stub(content) is not None:
        raise BadInput("not-a-revision", reason="stub", id=parsed.id)
    stated = sum(part is not None for part in (parsed.fields, parsed.withdrawn, parsed.erased))
    if (
        stated != 1
        or not parsed.kind
        or len(parsed.parents) > MAX_PARENTS
        or not all(is_hash(p) for p in parsed.parents)
    ):
        raise BadInput("not-a-revision", reason="form", id=parsed.id)
    return Revision(parsed, content, digest(content))


KNOWN_KEYS = frozenset(Content.__struct_fields__)


def unknown_keys(revision: Revision) -> dict[str, Any]:
    """Return the top-level keys of a revision that this program does not know, to be passed on."""
    return {key: value for key, value in canonical.parse(revision.canonical).items() if key not in KNOWN_KEYS}
