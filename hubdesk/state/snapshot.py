"""A whole state as one zstd stream: canonical records, or stubs of erased ones, in tree order, each followed by LF.

Invariant: a snapshot is read node by node, and each node's records are yielded only when its hash is the one that the
256 node hashes, checked against a signed root before, give for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import zstandard

from hubdesk.errors import Untrusted
from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.record import MAX_BYTES, Revision, read_member
from hubdesk.state import frame
from hubdesk.state.tree import EMPTY, Entry, Nodes, node_hash

_EARLY = 1024 * 1024
_PIECE = 256
"""Bytes unfolded at once: a block of four bytes can give 128 kB (RFC 8878, 3.1.1.2), so these give at most 8 MB."""


def entry_of(revision: Revision) -> Entry:
    """Return where a revision stands in the tree: (key, id, hash)."""
    record_id = id_bytes(revision.content.id)
    return tree_key(record_id), record_id, revision.hash


def write_snapshot(records: Iterable[bytes], level: int = frame.LEVEL) -> Iterator[bytes]:
    """Yield the stream for canonical `records` in tree order.

    At first a block ends with each node and the record that shows its end, so that on a slow line the first records
    can be proved after seconds; later blocks are full ones (128 kB of content, RFC 8878).
    """
    parameters = zstandard.ZstdCompressionParameters.from_level(level, window_log=23)
    writer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    node, written = -1, 0
    for canonical in records:
        if piece := writer.compress(canonical + b"\n"):
            yield piece
        written += len(canonical)
        if written <= _EARLY:
            last, node = node, entry_of(read_member(canonical))[0][0]
            if last not in (node, -1):
                yield writer.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    yield writer.flush()


def _lines(stream: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the records of a stream, never holding more than one record and one window."""
    reader = zstandard.ZstdDecompressor(max_window_size=frame.WINDOW).decompressobj()
    rest = b""
    try:
        for piece in stream:
            for start in range(0, len(piece), _PIECE):
                rest += reader.decompress(piece[start : start + _PIECE])
                done = 0
                while (
                    end := rest.find(b"\n", done)
                ) >= 0:  # one by one: there may be millions, and the first be none
                    yield rest[done:end]
                    done = end + 1
                rest = rest[done:]
                if len(rest) > MAX_BYTES:
                    raise Untrusted("snapshot-broken", reason="endless record")
    except zstandard.ZstdError as error:
        raise Untrusted("snapshot-broken", reason=str(error)) from error
    if rest or not reader.eof or reader.unused_data:
        raise Untrusted("snapshot-broken", reason="cut or too long")


def read_snapshot(
    stream: Iterable[bytes], nodes: Nodes, first: int = 0
) -> Iterator[tuple[int, list[Revision]]]:
    """Yield (node number, its revisions in tree order) for each node that is not empty, from node `first` on.

    Raises Untrusted("snapshot-broken" | "node-mismatch") before anything of the false node is yielded.
    """
    expected = (number for number in range(256) if nodes[number] != EMPTY)
    number = next(expected, None)
    gathered: list[Revision] = []
    entries: list[Entry] = []

    def complete() -> None:
        if number is None or node_hash(entries) != nodes[number]:
            raise Untrusted("node-mismatch", node=number)

    for line in _lines(stream):
        revision = read_member(line)
        entry = entry_of(revision)
        if number is not None and entry[0][0] != number:
            complete()
            if number >= first:
                yield number, gathered
            gathered, entries = [], []
            number = next(expected, None)
        if entry[0][0] != number or (entries and entry[0] <= entries[-1][0]):
            raise Untrusted("snapshot-broken", reason="order")
        gathered.append(revision)
        entries.append(entry)
    if number is not None:
        complete()
        if number >= first:
            yield number, gathered
        if next(expected, None) is not None:
            raise Untrusted("snapshot-broken", reason="nodes missing")
