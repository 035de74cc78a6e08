"""Bringing a file to the hub, piece by piece, from where the hub says that it is.

Invariant: a piece counts when the hub has said so; a cut costs at most the piece that was on its way, and a hub that
contradicts itself is left after a few answers.
"""

from __future__ import annotations

from pathlib import Path

from hubdesk.errors import ServerAnswer, Unreachable
from hubdesk.sync.gathering import Progress
from hubdesk.sync.link import Link
from hubdesk.sync.wire import BLOBS, CHUNK, BlobRef

PIECE = 16 * CHUNK
"""Bytes of one request."""
_MOST_CORRECTIONS = 5


class Upload:
    """One file on its way to the hub at the end of `link`; a cut line is waited for with the line's patience."""

    def __init__(self, link: Link, path: Path, reference: BlobRef, progress: Progress | None = None) -> None:
        self._link = link
        self._path = path
        self._reference = reference
        self._progress = progress
        self._corrections = 0

    def run(self) -> None:
        """Send what the hub has not got. Raises Unreachable, ServerAnswer."""
        name, size = BLOBS + self._reference.sha256.hex(), self._reference.size
        done = 0
        with self._path.open("rb") as file:
            while done < size or size == 0:
                file.seek(done)
                piece = file.read(PIECE)
                try:
                    self._link.put(name, piece, done, size)
                except (Unreachable, ServerAnswer) as error:
                    have = self._corrected(error, done)
                    if have is None:
                        self._link.patience.failed(error)
                    else:
                        done = have
                    continue
                self._link.patience.moved()
                done += len(piece)
                if self._progress is not None:
                    self._progress(done, size)
                if size == 0:
                    return

    def _corrected(self, error: Unreachable | ServerAnswer, done: int) -> int | None:
        """Return from where the hub wants to go on, None when it says no such thing."""
        have = error.data.get("have")
        if error.code != "offset" or not isinstance(have, int) or have == done or have < 0:
            return None
        self._corrections += 1
        if self._corrections > _MOST_CORRECTIONS:
            return None
        # All of it may be there and not taken in yet: its last byte, sent again, has it taken in.
        return min(have, self._reference.size - 1)
