"""From one state of a collection to another: which records, and one frame of their new canonical bytes.

Invariant: a delta proves nothing; what it yields counts only once the tree over it has the root of a signed head.
The dictionary is derived from the old state alone, so that an edit costs about the edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest, id_bytes, tree_key
from hubdesk.model.record import Revision, Stub, read_member
from hubdesk.state import frame

NEWEST_BYTES = 512 * 1024
DICTIONARY_BYTES = 8 * 1024 * 1024
CONTENT_LIMIT = 256 * 1024 * 1024
_PARENTS = b'"parents":['
_MUCH, _QUICK_LEVEL = 16, 12
"""A dictionary so many times as large as the content costs 80 ms at the best level, for some per cent fewer bytes."""


class Holding(Protocol):
    """One state of a collection, as the server or a desk holds it. Of what was erased it knows id and hash alone."""

    def bucket(self, number: int) -> Sequence[bytes]:
        """Return the ids (16 bytes) of bucket `number` (0 to 65,535) in tree order."""

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        """Return (hash, canonical bytes) of the records with these ids, by id; unknown ids, and those whose bytes were
        erased, are left out."""

    def newest(self) -> Iterator[bytes]:
        """Yield canonical bytes by falling id, ids of UUID version 7 before all others."""


class Delta(msgspec.Struct, frozen=True, array_like=True):
    """The difference between two states.

    `dictionary`: first 4 bytes of the dictionary's SHA-256, empty for none. `changed`: for each changed record in tree
    order, the gap of its bucket number and its position in the bucket, as varints (LEB128). `added`: the ids of new
    and of erased records in tree order, 16 bytes each. `frame`: the canonical bytes of all of them, in that order, joined by LF.
    """

    dictionary: bytes
    changed: bytes
    added: bytes
    frame: bytes


class _Named(msgspec.Struct):
    """As much of a revision as says which record it is."""

    id: str


_id = msgspec.json.Decoder(_Named)


def _varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def _varints(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number = shift = 0
        elif shift > 28:
            raise Untrusted("delta-broken", reason="varint")
    if shift:
        raise Untrusted("delta-broken", reason="varint cut")


def _bucket_number(key: bytes) -> int:
    return key[0] << 8 | key[1]


def _dictionary(holding: Holding, changed: Sequence[bytes], added: Sequence[bytes]) -> bytes:
    """The old revisions of the changed records, as edits of them end; for new records also the newest ones, without
    those that stand among the new: what is erased is told as new, so that its old words are never needed."""
    parts: list[bytes] = []
    old = holding.revisions(changed)
    if len(old) != len(set(changed)):
        raise Untrusted("dictionary-unknown")
    for record_id in changed:
        revision_hash, canonical = old[record_id]
        parts.append(_followed(revision_hash, canonical))
    if added:
        room, told_anew = NEWEST_BYTES, set(added)
        for canonical in holding.newest():
            if id_bytes(_id.decode(canonical).id) in told_anew:
                continue
            room -= len(canonical)
            if room < 0:
                break
            parts.append(canonical)
    return b"".join(parts)[:DICTIONARY_BYTES]


def _followed(revision_hash: bytes, canonical: bytes) -> bytes:
    """An old revision as if it were its own parent, with LF: an edit's end then costs no more than its beginning."""
    before, _, after = canonical.rpartition(_PARENTS)
    return (before or after) + _PARENTS + b'"' + revision_hash.hex().encode() + b'"]}\n'


def in_tree_order(ids: Iterable[bytes]) -> list[bytes]:
    """Return ids (16 bytes) sorted by their place in the tree."""
    return sorted(ids, key=tree_key)


def make_delta(holding: Holding, changes: Iterable[Revision], level: int = frame.LEVEL) -> Delta:
    """Return the delta from `holding` to the state in which `changes` are applied; `level` is zstd's, at most.

    What is erased stands among the added, with its whole id: neither side needs its old bytes.
    """
    fresh = {id_bytes(revision.content.id): revision for revision in changes}
    contents = {record_id: revision.canonical for record_id, revision in fresh.items()}
    known = holding.revisions([one for one, item in fresh.items() if item.content.erased is None])
    changed = in_tree_order(known)
    added = in_tree_order(contents.keys() - known.keys())
    places = bytearray()
    last = 0
    for record_id in changed:
        number = _bucket_number(tree_key(record_id))
        position = list(holding.bucket(number)).index(record_id)
        places += _varint(number - last) + _varint(position)
        last = number
    dictionary = _dictionary(holding, changed, added)
    content = b"\n".join(contents[record_id] for record_id in (*changed, *added))
    if len(dictionary) > _MUCH * len(content):
        level = min(level, _QUICK_LEVEL)
    return Delta(
        digest(dictionary)[:4] if dictionary else b"",
        bytes(places),
        b"".join(added),
        frame.pack(content, dictionary, level),
    )


def _changed_ids(holding: Holding, places: bytes) -> list[bytes]:
    numbers = list(_varints(places))
    if len(numbers) % 2:
        raise Untrusted("delta-broken", reason="places")
    ids = []
    bucket, last = 0, -1
    for gap, position in zip(numbers[::2], numbers[1::2], strict=True):
        if not gap and position <= last:
            raise Untrusted("delta-broken", reason="order")
        bucket, last = bucket + gap, position
        members = holding.bucket(bucket) if bucket < 65_536 else ()
        if position >= len(members):
            raise Untrusted("delta-broken", reason="no such place")
        ids.append(members[position])
    return ids


def read_delta(holding: Holding, delta: Delta, *, stubs: bool = False) -> list[Revision]:
    """Return the revisions that `delta` brings to `holding`, in its order; `stubs`: what a notice erased may be named
    without its words.

    Raises Untrusted("delta-broken") when it does not fit, Untrusted("dictionary-unknown") when the dictionary cannot
    be derived from what is held.
    """
    changed = _changed_ids(holding, delta.changed)
    if len(delta.added) % 16:
        raise Untrusted("delta-broken", reason="ids")
    added = [delta.added[start : start + 16] for start in range(0, len(delta.added), 16)]
    dictionary = _dictionary(holding, changed, added) if delta.dictionary else b""
    if delta.dictionary and digest(dictionary)[:4] != delta.dictionary:
        raise Untrusted("dictionary-unknown")
    content = frame.unpack(delta.frame, CONTENT_LIMIT, dictionary)
    expected = [*changed, *added]
    count = (
        content.count(b"\n") + 1 if content else 0
    )  # before it is cut up: line ends alone would fill the memory
    if count != len(expected) or len(set(expected)) != len(expected):
        raise Untrusted("delta-broken", reason="count")
    revisions = [read_member(line) for line in content.split(b"\n")] if content else []
    for record_id, revision in zip(expected, revisions, strict=True):
        if isinstance(revision, Stub) and not stubs:
            raise Untrusted("delta-broken", reason="stub")
        if id_bytes(revision.content.id) != record_id:
            raise Untrusted("delta-broken", reason="id")
    return revisions
