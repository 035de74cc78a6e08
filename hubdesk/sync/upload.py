"""Bringing a file to the hub, piece by piece, from where the hub says that it is.

Invariant: a piece counts when the hub has said so; after a cut the hub is asked what is missing before anything is
sent again, so that a cut costs at most what was on its way; a hub that contradicts itself is left after a few answers.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from hubdesk.errors import HubDeskError, ServerAnswer, Unreachable
from hubdesk.sync.gathering import Progress
from hubdesk.sync.link import Reach, bounded
from hubdesk.sync.wire import BLOBS, CHUNK, BlobRef

PIECE = 16 * CHUNK
"""Most bytes of one request."""
UNASKED = CHUNK
"""Bytes up to which sending at once costs less than asking first: 800 ms at 64 kbit/s are 6.4 kB."""
_MOST_CORRECTIONS = 5
_ANSWER_LIMIT = 10_000


class Have(msgspec.Struct, frozen=True):
    """What a hub says of an upload: the bytes that it has from the beginning on; the rest is missing."""

    have: int


class Upload:
    """One file on its way to the hub at the end of `link`; a cut line is waited for with the line's patience."""

    def __init__(self, link: Reach, path: Path, reference: BlobRef, progress: Progress | None = None) -> None:
        self._link = link
        self._path = path
        self._name = BLOBS + reference.sha256.hex()
        self._size = reference.size
        self._progress = progress
        self._corrections = 0

    def run(self) -> None:
        """Send what the hub has not got. Raises Unreachable, ServerAnswer."""
        done: int | None = 0 if self._size <= UNASKED else None
        with self._path.open("rb") as file:
            while done is None or done < self._size or self._size == 0:
                try:
                    done = self._asked() if done is None else done
                    file.seek(done)
                    piece = file.read(PIECE)
                    self._link.put(self._name, piece, done, self._size)
                except (Unreachable, ServerAnswer) as error:
                    self._failed(error)
                    done = None
                    continue
                self._link.patience.moved()
                done += len(piece)
                if self._progress is not None:
                    self._progress(done, self._size)
                if self._size == 0:
                    return

    def _asked(self) -> int:
        """Ask the hub from where it wants to go on."""
        packed = b"".join(bounded(self._link.get(f"{self._name}?upload"), _ANSWER_LIMIT))
        try:
            have = msgspec.msgpack.decode(packed, type=Have).have
        except msgspec.DecodeError as error:
            raise ServerAnswer("nonsense", reason=str(error)) from error
        # All of it may be there and not taken in yet: its last byte, sent again, has it taken in.
        return max(0, min(have, self._size - 1))

    def _failed(self, error: HubDeskError) -> None:
        """Wait after a cut; a hub that is elsewhere than it said is asked again, a few times."""
        if error.code == "offset" and self._corrections < _MOST_CORRECTIONS:
            self._corrections += 1
        else:
            self._link.patience.failed(error)
