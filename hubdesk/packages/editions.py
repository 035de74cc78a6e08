"""Editions as a desk makes and takes them: what a person holds of this road.

Invariant: one edition at a time, and never beside a sync: both change the same collections.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import msgspec

from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.recipients import known_desks
from hubdesk.catalogue.records import Layers
from hubdesk.errors import BadInput
from hubdesk.model.kind import Kinds
from hubdesk.packages.bag import Bag
from hubdesk.packages.batches import Carries, WayBack, gather_way_back, take_way_back
from hubdesk.packages.checking import CheckReport, check
from hubdesk.packages.folder import Folder, place_in
from hubdesk.packages.inspecting import Preview, inspect
from hubdesk.packages.layout import Progress
from hubdesk.packages.opening import Unseal, opened
from hubdesk.packages.options import Options
from hubdesk.packages.parts import whole
from hubdesk.packages.plan import Plan, Recipient
from hubdesk.packages.reader import Edition, anchor_of
from hubdesk.packages.sealing import Sealed, readable, sealed_for
from hubdesk.packages.software_lists import take_lists
from hubdesk.packages.taking import TakeReport, Taking
from hubdesk.packages.target import Target
from hubdesk.packages.vouching import vouching_for
from hubdesk.packages.watch import Watch
from hubdesk.packages.writer import EditionReport, Writer
from hubdesk.packages.zipping import Zipped

ZIP, SEALED = ".zip", ".age"


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
        kinds: Kinds,
        carrier: Callable[[], Carries],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._folder = folder
        self._carrier = carrier
        self._unseal = unseal
        self._private = folder.profile
        self._line = line
        self._now = now
        self._writer = Writer(database, folder, kinds, desk)
        self._taking = Taking(database, apply, filling, layers, folder, now)

    @contextmanager
    def _opened(self, path: Path) -> Iterator[Bag]:
        """Open an edition wherever it lies, also where a mail brought it in parts."""
        with whole(path, self._private) as place, opened(place, self._unseal, self._private) as bag:
            yield bag

    def plan(self, options: Options) -> Plan:
        """Return what an edition by this choice would hold, its size and what stays out."""
        back = self._way_back(options)
        return self._writer.plan(options, self._now(), back)

    def place_in(self, folder: Path) -> Path:
        """Return where an edition goes that a person wants in `folder`: there, if nothing or an edition lies in it,
        else in a folder of its own below."""
        return place_in(folder)

    def make(
        self,
        path: Path,
        options: Options | None = None,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> EditionReport:
        """Write an edition into a folder, or into one file NAME.zip or, with recipients, NAME.age; without `options`
        of every public collection that is followed, with every file held.

        Raises what packages/writer.py says, and BadInput("edition-name" | "edition-recipients" | "not-a-recipient"),
        NotFound("edition-desk"), NotAllowed("edition-not-theirs") for a desk that may not read a collection of it.
        """
        options = options or Options()
        watch = Watch(progress, stop)
        target = self._target(path, options, watch)
        return self._writer.make(path, target, options, self._now(), watch, self._way_back(options))

    def _way_back(self, options: Options) -> WayBack:
        """Return what goes back with an edition by this choice; nobody is given words that he may not read."""
        may = None
        if options.recipients:
            with self._database.read() as connection:
                may = readable(known_desks(connection), options)
        return gather_way_back(self._carrier(), self._database, may)

    def known_recipients(self) -> list[Recipient]:
        """Return the desks that an edition can be sealed for."""
        with self._database.read() as connection:
            known = known_desks(connection)
        return [Recipient(each.desk, each.hub, each.role, each.name) for each in known if not each.is_over]

    def _target(self, path: Path, options: Options, watch: Watch) -> Target:
        suffix = path.suffix.lower()
        if options.recipients:
            if suffix != SEALED:
                raise BadInput("edition-name", path=str(path))
            with self._database.read() as connection:
                names = sealed_for(known_desks(connection), options)
            return Sealed(path, names, watch)
        if suffix == SEALED:
            raise BadInput("edition-recipients", path=str(path))
        return Zipped(path, watch) if suffix == ZIP else Folder(path, watch, reread=options.reread)

    def verify(
        self,
        path: Path,
        *,
        invite: str | None = None,
        root: str | None = None,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> CheckReport:
        """Check an edition whole, every file of it; nothing here is changed."""
        with self._opened(path) as bag:
            edition = Edition(bag)
            with self._database.read() as connection:
                vouching = vouching_for(edition, anchor_of(invite, root), connection, self._now())
            return check(edition, vouching, Watch(progress, stop))

    def inspect(
        self, path: Path, progress: Progress | None = None, stop: threading.Event | None = None
    ) -> Preview:
        """Look at an edition: who made it and what would be new here. One of a Centre that this desk does not know is
        shown, and said not to be trusted."""
        with self._opened(path) as bag, self._database.read() as connection:
            edition = Edition(bag)
            now = self._now()
            vouching = vouching_for(edition, None, connection, now, may_be_strange=True)
            return inspect(edition, vouching, connection, now, Watch(progress, stop))

    def take(
        self,
        path: Path,
        *,
        invite: str | None = None,
        root: str | None = None,
        dry: bool = False,
        progress: Progress | None = None,
        stop: threading.Event | None = None,
    ) -> TakeReport:
        """Take an edition in; a desk without a Centre needs an invite, which is not used up, or the root's SHA-256.
        `dry`: prove everything and tell what would come, and change nothing."""
        anchor = anchor_of(invite, root)
        with self._line, self._opened(path) as bag:
            report = self._taking.take(Edition(bag), anchor, Watch(progress, stop), dry=dry)
            if dry:
                return report
            brought = take_way_back(bag, self._carrier(), self._database, self._folder)
            brought.problems.extend(take_lists(bag, self._database))
            return msgspec.structs.replace(report, brought=brought)
