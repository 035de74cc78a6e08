"""The tree over a collection's records: 256 nodes of 256 buckets over SHA-256(id), and one root.

Invariant: the root depends on the set of (id, revision hash) pairs alone, never on how or in what order they came.
The exact bytes stand in docs/formats.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import groupby

from hubdesk.errors import Untrusted

WIDTH = 256
EMPTY = bytes(32)

Entry = tuple[bytes, bytes, bytes]
"""One record: its tree key (32 bytes, SHA-256 of the id), its id (16 bytes), the hash of its revision (32 bytes)."""


def node_hash(entries: Iterable[Entry]) -> bytes:
    """Return the hash of one node from its entries in tree-key order; 32 zero bytes when there are none."""
    node = hashlib.sha256(b"hubdesk/node/1\n")
    empty = True
    for number, members in groupby(entries, key=lambda entry: entry[0][1]):
        bucket = hashlib.sha256(b"hubdesk/bucket/1\n")
        for _, record_id, revision in members:
            bucket.update(record_id)
            bucket.update(revision)
        node.update(bytes((number,)))
        node.update(bucket.digest())
        empty = False
    return EMPTY if empty else node.digest()


class Nodes:
    """The 256 node hashes of a collection; 8,192 bytes. An empty node is 32 zero bytes and left out of the root."""

    def __init__(self, packed: bytes = bytes(32 * WIDTH)) -> None:
        if len(packed) != 32 * WIDTH:
            raise ValueError(f"{len(packed)} bytes are no 256 node hashes")
        self._hashes = [packed[start : start + 32] for start in range(0, len(packed), 32)]

    def __getitem__(self, number: int) -> bytes:
        return self._hashes[number]

    def replaced(self, changed: dict[int, bytes]) -> Nodes:
        """Return these nodes with some hashes replaced."""
        other = Nodes(self.packed())
        for number, value in changed.items():
            other._hashes[number] = value
        return other

    def packed(self) -> bytes:
        """Return the hashes in order, 8,192 bytes."""
        return b"".join(self._hashes)

    def sparse(self) -> bytes:
        """Return the hashes as they travel: 32 bytes with a bit for each node that is not empty (node 0 is the highest
        bit of the first byte), then the hashes of these in order."""
        filled = [value != EMPTY for value in self._hashes]
        bits = int("".join("1" if is_filled else "0" for is_filled in filled), 2)
        return bits.to_bytes(WIDTH // 8, "big") + b"".join(value for value in self._hashes if value != EMPTY)

    @classmethod
    def from_sparse(cls, sparse: bytes) -> Nodes:
        """Read what `sparse` gave; raises Untrusted("snapshot-broken")."""
        bits, hashes = sparse[: WIDTH // 8], sparse[WIDTH // 8 :]
        filled = [bool(byte >> shift & 1) for byte in bits for shift in range(7, -1, -1)]
        if len(bits) != WIDTH // 8 or len(hashes) != 32 * sum(filled):
            raise Untrusted("snapshot-broken", reason="nodes")
        rest = iter([hashes[start : start + 32] for start in range(0, len(hashes), 32)])
        return cls(b"".join(next(rest) if is_filled else EMPTY for is_filled in filled))

    def root(self) -> bytes:
        """Return the collection's root, 32 bytes."""
        root = hashlib.sha256(b"hubdesk/root/1\n")
        for number, value in enumerate(self._hashes):
            if value != EMPTY:
                root.update(bytes((number,)))
                root.update(value)
        return root.digest()


def nodes_of(entries: Iterable[Entry]) -> Nodes:
    """Return the nodes of entries in tree-key order."""
    return Nodes().replaced(
        {number: node_hash(members) for number, members in groupby(entries, key=lambda entry: entry[0][0])}
    )


EMPTY_ROOT = Nodes().root()
