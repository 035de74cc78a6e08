"""Where the bytes of a file may come from: the hub over HTTP, or a folder of blobs on a stick or of another desk.

Invariant: no source is believed; whoever asks checks every chunk, and the whole in the end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Protocol

from hubdesk.errors import NotFound, ServerAnswer, Unreachable
from hubdesk.state.chunks import chunk_list
from hubdesk.sync.link import Reach
from hubdesk.sync.wire import BLOBS, CHUNKS, PATCHES

_PIECE = 64 * 1024
_UNKNOWN = frozenset({"blob-unknown", "patch-unknown", "no-such-thing", "range"})


Bytes = Generator[bytes, None, None]
"""Bytes in pieces; closing it lets go of what they come over."""


class Source(Protocol):
    """Hands out bytes by their hash. Each raises Unreachable, ServerAnswer, or NotFound("not-at-source")."""

    name: str
    """What a person reads where this source is at fault."""

    def read(self, sha256: bytes, first: int, end: int) -> Bytes:
        """Yield bytes `first` up to before `end` of a file."""

    def chunks(self, sha256: bytes, first: int) -> Bytes:
        """Yield a file's chunk list from byte `first` on."""


class HubSource:
    """The hub at the end of a line."""

    name = "hub"

    def __init__(self, link: Reach) -> None:
        self._link = link

    def read(self, sha256: bytes, first: int, end: int) -> Bytes:
        """See Source."""
        return _known(self._link.get(BLOBS + sha256.hex(), first, end))

    def chunks(self, sha256: bytes, first: int) -> Bytes:
        """See Source."""
        return _known(self._link.get(BLOBS + sha256.hex() + CHUNKS, first))

    def patch(self, old: bytes, new: bytes, first: int, most: int) -> Bytes:
        """Yield the patch from one file to another from byte `first` on, if it has at most `most` bytes.

        While the hub still makes it, it says when to ask again.
        """
        path = f"{BLOBS}{new.hex()}{PATCHES}{old.hex()}?most={most}"
        return _known(self._link.get(path, first))


def _known(pieces: Iterator[bytes]) -> Bytes:
    """Say in one way that a hub has not, or an older one cannot do, what was asked."""
    try:
        yield from pieces
    except ServerAnswer as error:
        if error.code in _UNKNOWN or error.data.get("status") in (404, 405):
            raise NotFound("not-at-source", said=error.code) from error
        raise


class FolderSource:
    """A folder in which files lie; `place` tells where by the hash: the blobs of a profile, an edition on a stick."""

    def __init__(self, name: str, place: Callable[[bytes], Path]) -> None:
        self.name = name
        self._place = place

    def read(self, sha256: bytes, first: int, end: int) -> Bytes:
        """See Source."""
        path = self._place(sha256)
        try:
            with path.open("rb") as file:
                file.seek(first)
                while first < end and (piece := file.read(min(_PIECE, end - first))):
                    first += len(piece)
                    yield piece
        except FileNotFoundError as error:
            raise NotFound("not-at-source", path=str(path)) from error
        except OSError as error:  # a stick that was pulled out
            raise Unreachable("cut", url=str(path)) from error

    def chunks(self, sha256: bytes, first: int) -> Bytes:
        """See Source."""
        path = self._place(sha256)
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").digest()
                if found != sha256:
                    raise NotFound("not-at-source", path=str(path))  # a list of other bytes would help nobody
                file.seek(0)
                yield b"".join(chunk_list(file))[first:]
        except FileNotFoundError as error:
            raise NotFound("not-at-source", path=str(path)) from error
        except OSError as error:
            raise Unreachable("cut", url=str(path)) from error
