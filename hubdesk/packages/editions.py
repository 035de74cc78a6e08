"""Editions as a desk makes and takes them: what a person holds of this road.

Invariant: one edition at a time, and never beside a sync: both change the same collections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.records import Layers
from hubdesk.packages.layout import Progress
from hubdesk.packages.opening import Unseal, opened
from hubdesk.packages.reader import Edition, anchor_of
from hubdesk.packages.taking import TakeReport, Taking
from hubdesk.packages.writer import EditionReport, Writer


class Editions:
    """Makes and takes editions. `line` is held while one is taken; `unseal` opens what is sealed for this desk; `now`
    gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        apply: Apply,
        filling: Filling,
        layers: Layers,
        folder: Blobs,
        line: AbstractContextManager[object],
        desk: str,
        unseal: Unseal,
        now: Callable[[], str],
    ) -> None:
        self._opened = partial(opened, unseal=unseal, private=folder.profile)
        self._line = line
        self._now = now
        self._writer = Writer(database, folder, desk)
        self._taking = Taking(database, apply, filling, layers, folder, now)

    def make(
        self, folder: Path, names: Iterable[str] | None = None, progress: Progress | None = None
    ) -> EditionReport:
        """Write an edition of collections into a folder; without `names` of every public one that is followed."""
        return self._writer.make(folder, names, self._now(), progress)

    def take(
        self,
        path: Path,
        *,
        invite: str | None = None,
        root: str | None = None,
        progress: Progress | None = None,
    ) -> TakeReport:
        """Take an edition in; a desk without a Centre needs an invite, which is not used up, or the root's SHA-256."""
        with self._line, self._opened(path) as bag:
            return self._taking.take(Edition(bag), anchor_of(invite, root), progress)
