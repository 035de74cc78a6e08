"""Whoever watches a long piece of work: hears how far it is, and may stop it.

Invariant: who stops is obeyed at the next piece, by an error that every part passes on and cleans up after.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

from hubdesk.errors import Unreachable
from hubdesk.packages.layout import Progress, Step


class Watch:
    """Tells `progress` how far something is, and raises Unreachable("edition-stopped") once `stop` is set."""

    def __init__(self, progress: Progress | None = None, stop: threading.Event | None = None) -> None:
        self._progress = progress
        self._stop = stop

    def check(self) -> None:
        """Raise Unreachable("edition-stopped") when someone wants to stop."""
        if self._stop is not None and self._stop.is_set():
            raise Unreachable("edition-stopped")

    def tell(self, stage: str, name: str, done: int, total: int) -> None:
        """Say how far it is."""
        self.check()
        if self._progress is not None:
            self._progress(Step(stage, name, done, total))


class Tally:
    """Counts the bytes of one stage against its total, and tells the watch."""

    def __init__(self, watch: Watch, stage: str, total: int) -> None:
        self._watch = watch
        self._stage = stage
        self._total = total
        self._done = 0

    def add(self, name: str, size: int) -> None:
        """Count bytes that are done."""
        self._done += size
        self._watch.tell(self._stage, name, min(self._done, self._total), self._total)

    def count(self, name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """Pass pieces on, counting each once it was used."""
        for piece in pieces:
            yield piece
            self.add(name, len(piece))
