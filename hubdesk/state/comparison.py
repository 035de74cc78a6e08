"""Finding where two states of a collection differ without sending either: node hashes first, then short marks.

Invariant: a mark proves nothing and is only ever used to say what to send; what it leads to counts only once the tree
over it has the root of a signed head. So 8 bytes of a hash are enough, whoever makes two that look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hubdesk.errors import BadInput
from hubdesk.state import frame
from hubdesk.state.delta import Delta, in_tree_order
from hubdesk.state.tree import WIDTH, Entry, Nodes

PLACE = 8
"""Bytes of a tree key that name a record in a comparison."""
MARK = 16
"""A record's place, then the first 8 bytes of its revision's hash."""


def differing(mine: Nodes, theirs: Nodes) -> list[int]:
    """Return the numbers of the nodes that differ."""
    return [number for number in range(WIDTH) if mine[number] != theirs[number]]


def place_of(entry: Entry) -> bytes:
    """Return how a record is named in a comparison."""
    return entry[0][:PLACE]


def marks_of(entries: Iterable[Entry]) -> bytes:
    """Return the marks of entries, in their order."""
    return b"".join(place_of(entry) + entry[2][:PLACE] for entry in entries)


def read_marks(packed: bytes) -> dict[bytes, bytes]:
    """Return place -> first bytes of the revision's hash; raises BadInput("marks")."""
    if len(packed) % MARK:
        raise BadInput("marks")
    starts = range(0, len(packed), MARK)
    return {packed[start : start + PLACE]: packed[start + PLACE : start + MARK] for start in starts}


def not_there(entries: Sequence[Entry], marks: dict[bytes, bytes]) -> list[Entry]:
    """Return those of `entries` that the other side lacks, or has in another revision."""
    return [entry for entry in entries if marks.get(place_of(entry)) != entry[2][:PLACE]]


def only_there(entries: Sequence[Entry], marks: dict[bytes, bytes]) -> list[bytes]:
    """Return the places that the other side has and `entries` have not."""
    return sorted(marks.keys() - {place_of(entry) for entry in entries})


def read_places(packed: bytes) -> set[bytes]:
    """Return packed places; raises BadInput("marks")."""
    if len(packed) % PLACE:
        raise BadInput("marks")
    return {packed[start : start + PLACE] for start in range(0, len(packed), PLACE)}


def plain_delta(contents: Mapping[bytes, bytes], level: int = frame.LEVEL) -> Delta:
    """Return records (id -> canonical bytes) as a delta that fits any state: whole ids, no dictionary."""
    ids = in_tree_order(contents)
    return Delta(
        b"", b"", b"".join(ids), frame.pack(b"\n".join(contents[record_id] for record_id in ids), level=level)
    )
