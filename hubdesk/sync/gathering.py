"""Bringing one file here chunk by chunk: what is missing, from whichever source has it, through any number of cuts.

Invariant: a chunk counts when it is the one that the list names; a false one is thrown away alone and after a few of
them its source is left; a list that may lie is left with it. Nothing here is endless.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import ParamSpec

from hubdesk.catalogue.chunks import Gathered
from hubdesk.errors import HubDeskError, NotFound, ServerAnswer, Unreachable, Untrusted
from hubdesk.state.chunks import CHUNK, HASH, Run, length_of, runs
from hubdesk.sync.link import bounded
from hubdesk.sync.patience import Patience
from hubdesk.sync.source import Source

MOST_FALSE = 3
"""False chunks after which a source is left."""
_FIRST_WORTH = 6_400
"""Bytes that a request costs in time: a round trip of 800 ms at 64 kbit/s; measured anew with each request."""
_MOST_WORTH = 4 * 1024 * 1024
_REPAIRS = 3

P = ParamSpec("P")
Progress = Callable[[int, int], None]
"""Hears (bytes done, bytes in all)."""


class Gathering:
    """The file `sha256`, gathered from `sources`, the first that has it."""

    def __init__(
        self,
        gathered: Gathered,
        sha256: bytes,
        sources: Sequence[Source],
        patience: Patience,
        progress: Progress | None = None,
    ) -> None:
        self._gathered = gathered
        self._sha256 = sha256
        self._sources = sources
        self._patience = patience
        self._progress = progress
        self._worth = _FIRST_WORTH
        self._half: tuple[int, bytes] = (-1, b"")
        """The chunk in which the line was cut, and what had come of it."""
        self._false = 0

    def run(self) -> None:
        """Bring what is missing and finish.

        Raises NotFound("not-at-source") when no source has the file or its chunk list, Untrusted("chunk-false" |
        "blob-mismatch"), Unreachable, ServerAnswer, StorageFailure.
        """
        for _ in range(_REPAIRS):
            self._bring()
            if self._gathered.finish():
                return
        raise Untrusted("blob-mismatch", sha256=self._sha256.hex())

    def _bring(self) -> None:
        failure: HubDeskError = NotFound("not-at-source", sha256=self._sha256.hex())
        for source in self._sources:
            try:
                self._bring_from(source)
                return
            except NotFound:
                continue
            except HubDeskError as error:
                if error.code == "stopped":
                    raise
                failure = error
        raise failure

    def _bring_from(self, source: Source) -> None:
        """Bring all from one source. A list from an earlier start may have turned false: then once more with its own."""
        for is_own_list in (True,) if not self._gathered.is_listed else (False, True):
            try:
                self._fill(source)
                return
            except Untrusted:
                self._gathered.forget_list()
                if is_own_list:
                    raise

    def _fill(self, source: Source) -> None:
        self._false = 0
        while not self._gathered.is_listed:
            self._patiently(self._fetch_list, source)
        self._tell()
        while missing := self._gathered.missing():
            self._patiently(self._fetch, source, runs(missing, self._worth // CHUNK)[0])

    def _patiently(self, work: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            work(*args, **kwargs)
        except (Untrusted, NotFound):
            raise
        except HubDeskError as error:
            self._patience.failed(error)

    def _fetch_list(self, source: Source) -> None:
        left = self._gathered.count * HASH - self._gathered.listed
        with closing(source.chunks(self._sha256, self._gathered.listed)) as pieces:
            for piece in bounded(pieces, left):
                self._gathered.add_to_list(piece)
                self._patience.moved()
        if not self._gathered.is_listed:
            self._doubt(source, "list")

    def _fetch(self, source: Source, run: Run) -> None:
        """Fetch one run of chunks, from where a cut left it, in one request."""
        number, end = run
        while number < end and self._gathered.has(number):
            number += 1
        if number == end:
            return
        held = bytearray(self._half[1] if self._half[0] == number else b"")
        self._half = (-1, b"")
        first, last = number * CHUNK + len(held), (end - 1) * CHUNK + length_of(end - 1, self._gathered.size)
        asked, began = time.monotonic(), 0.0
        received = 0
        try:
            with closing(source.read(self._sha256, first, last)) as pieces:
                for piece in bounded(pieces, last - first):
                    began = began or time.monotonic()
                    received += len(piece)
                    held += piece
                    self._patience.moved()
                    number = self._take_all(source, number, end, held)
        except (Unreachable, ServerAnswer):
            self._half = number, bytes(held)
            raise
        finally:
            self._measure(received, asked, began)
        if number < end:
            self._doubt(source, number)

    def _take_all(self, source: Source, number: int, end: int, held: bytearray) -> int:
        """Take the chunks that are whole by now, from `number` on; return the number of the one that is not."""
        while number < end and len(held) >= (length := length_of(number, self._gathered.size)):
            self._take(source, number, bytes(held[:length]))
            del held[:length]
            number += 1
        return number

    def _take(self, source: Source, number: int, chunk: bytes) -> None:
        if self._gathered.has(number):
            return  # fetched needlessly, because asking apart costs more
        if self._gathered.add(number, chunk):
            self._tell()
        else:
            self._doubt(source, number)

    def _doubt(self, source: Source, at: int | str) -> None:
        """Count what is not what it should be; raises Untrusted("chunk-false") once it is too much."""
        self._false += 1
        if self._false >= MOST_FALSE:
            raise Untrusted("chunk-false", source=source.name, sha256=self._sha256.hex(), chunk=at)

    def _measure(self, received: int, asked: float, began: float) -> None:
        """Learn what a request costs: the bytes that would have come while it was waited for."""
        seconds = time.monotonic() - began
        if began and received >= CHUNK and seconds > 0:
            self._worth = min(int((began - asked) * received / seconds), _MOST_WORTH)

    def _tell(self) -> None:
        if self._progress is not None:
            self._progress(self._gathered.here, self._gathered.size)
