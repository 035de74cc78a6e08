"""The way back: what desks carry for each other and for the hub, as members of an edition.

Invariant: a parcel's member is named by its hash, and what it says is judged by itself: a false one stops no other, and
nothing else of the edition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec import Struct

from hubdesk.catalogue import blobs
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.carried import Brought, Outgoing
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.named_files import named_in
from hubdesk.errors import BadInput, HubDeskError, StorageFailure
from hubdesk.packages import layout
from hubdesk.packages.bag import Bag
from hubdesk.packages.layout import ADMITTED, BATCHES, JOINS, OUTCOMES, PUBLICATIONS
from hubdesk.packages.manifest import damaged
from hubdesk.packages.references import files_of
from hubdesk.packages.target import Target
from hubdesk.packages.watch import Tally, Watch

FOLDERS = {
    "admitted": ADMITTED,
    "outcomes": OUTCOMES,
    "batch": BATCHES,
    "join": JOINS,
    "publication": PUBLICATIONS,
}
"""Kind of parcel -> folder, in the order in which they are taken: who is admitted may be told of outcomes."""
MOST = 5_000
"""Parcels that are taken of one edition."""
_LARGEST = 8_000_000


class Carries(Protocol):
    """What knows parcels: a desk's carrier."""

    def outgoing(self, *, sealed: bool) -> list[Outgoing]:
        """Return what may travel on."""
        ...

    def take(self, kind: str, content: bytes) -> Brought:
        """Take a parcel that somebody brought."""
        ...

    def settle_late(self) -> None:
        """Let outcomes take effect that waited for a head which is here now."""
        ...

    def tidy(self) -> None:
        """Forget what was delivered long ago."""
        ...


class WayBack(Struct, frozen=True):
    """What goes back with an edition: parcels, and the files that they name and that lie here (SHA-256 -> size)."""

    parcels: list[Outgoing] = []
    files: dict[bytes, int] = {}

    @property
    def size(self) -> int:
        """Bytes of all of it."""
        return sum(len(item.content) for item in self.parcels) + sum(self.files.values())

    @property
    def counted(self) -> dict[str, int]:
        """Kind -> number of parcels."""
        return dict(Counter(item.kind for item in self.parcels))


class FalseParcel(Struct, frozen=True):
    """A parcel that was not taken: its name in the edition, and what was wrong."""

    name: str
    code: str
    data: dict[str, object]


class BroughtBack(Struct, frozen=True):
    """What of the way back was taken: by kind, parcels that took effect here, that are carried on from here, and that
    were known; files that came with them; and what was false."""

    applied: dict[str, int]
    carried: dict[str, int]
    known: dict[str, int]
    files: int
    problems: list[FalseParcel]


def gather_way_back(carrier: Carries, database: Database, may: Callable[[str], bool] | None) -> WayBack:
    """Return what `carrier` hands on. `may`: whether all for whom it is sealed may read a collection, None where nothing
    is sealed; a file that may not be passed on goes only where everything is."""
    sealed = may is not None
    parcels = [item for item in carrier.outgoing(sealed=sealed) if may is None or all(map(may, item.closed))]
    files: set[bytes] = set()
    for content in (content for item in parcels for content in item.contents):
        files.update(sha256 for sha256, may in files_of(content).items() if may or sealed)
    with database.read() as connection:
        return WayBack(parcels, blobs.held(connection, sorted(files)))


def write_way_back(target: Target, back: WayBack, folder: Blobs, watch: Watch) -> None:
    """Write what goes back, after the files of records: one that lies there already is not written twice."""
    for item in back.parcels:
        name = layout.carried_name(FOLDERS[item.kind], item.content)
        if not target.has(name):
            target.write(name, [item.content])
    fresh = {
        sha256: size
        for sha256, size in sorted(back.files.items())
        if not target.has(layout.blob_name(sha256)) and folder.has(sha256)
    }
    tally = Tally(watch, target.copies_as, sum(fresh.values()))
    for sha256, size in fresh.items():
        target.copy(layout.blob_name(sha256), folder.path(sha256), sha256, size, tally)


def take_way_back(bag: Bag, carrier: Carries, database: Database, folder: Blobs) -> BroughtBack:
    """Take what an edition brings back, after what is signed in it was taken. Raises StorageFailure."""
    report = BroughtBack({}, {}, {}, 0, [])
    named: dict[bytes, int] = {}
    carrier.tidy()
    for kind, name in _members(bag):
        try:
            content = bag.read(name, _LARGEST)
            if layout.carried_name(FOLDERS[kind], content) != name:
                raise damaged(name, "not named by its hash")
            brought = carrier.take(kind, content)
        except StorageFailure:
            raise
        except HubDeskError as error:
            report.problems.append(FalseParcel(name, error.code, error.data))
            continue
        counted = {"applied": report.applied, "carried": report.carried, "known": report.known}[brought.state]
        counted[kind] = counted.get(kind, 0) + 1
        for revision in brought.contents:
            named.update(named_in(revision))
    carrier.settle_late()
    files = _take_files(bag, named, database, folder, report.problems)
    return BroughtBack(report.applied, report.carried, report.known, files, report.problems)


def _members(bag: Bag) -> Iterable[tuple[str, str]]:
    found = [(kind, name) for kind, place in FOLDERS.items() for name in bag.names if name.startswith(place)]
    return found[:MOST]


def _take_files(
    bag: Bag, named: dict[bytes, int], database: Database, folder: Blobs, problems: list[FalseParcel]
) -> int:
    """Copy in the files that go with batches and are not here; return how many."""
    names = set(bag.names)
    wanted = [sha256 for sha256 in named if layout.blob_name(sha256) in names]
    with database.read() as connection:
        wanted = sorted(set(wanted) - blobs.held(connection, wanted).keys())
    taken = 0
    for sha256 in wanted:
        name = layout.blob_name(sha256)
        try:
            if bag.size(name) != named[sha256]:
                raise BadInput("edition-damaged", name=name, reason="not the size that is signed")
            folder.add_stream(bag.pieces(name), sha256)
        except StorageFailure:
            raise
        except HubDeskError as error:
            problems.append(FalseParcel(name, error.code, error.data))
            continue
        with database.write() as connection:
            blobs.note(connection, sha256, named[sha256])
        taken += 1
    return taken
