"""Taking an edition in: proved first, then the same steps as over a line.

Invariant: of an edition whose members are damaged nothing is taken; a collection is taken in only after its head, its
node hashes and every record of its snapshot were proved, and never to an older version. A file comes in by its hash, if
a record that is held here and signed names it. What was taken stays after a cut, and the next taking goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct

from hubdesk.catalogue import blobs, collections, equivocations, held, named_files
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.contacts import add_contact
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.views import Contact
from hubdesk.errors import BadInput, HubDeskError, Untrusted
from hubdesk.model.identity import id_bytes
from hubdesk.model.record import Revision
from hubdesk.packages import layout
from hubdesk.packages.batches import BroughtBack
from hubdesk.packages.proving import (
    NEWER,
    Claim,
    Fault,
    Judged,
    claims,
    faults_of,
    file_faults,
    missing_files,
    prove_all,
)
from hubdesk.packages.reader import Edition
from hubdesk.packages.vouching import Vouching, vouching_for
from hubdesk.packages.watch import Tally, Watch

_TOGETHER = 500
_NOTED_TOGETHER = 32 * 1024 * 1024
"""Bytes of files that are noted in one transaction: so much is copied again at most after a cut."""


class Taken(Struct, frozen=True):
    """A collection as this desk holds it after the taking; `taken`: it came from the edition. `held`: it withdraws so
    much that it waits until a person has looked."""

    version: int
    root: str
    records: int
    taken: bool
    held: bool = False


class TakeReport(Struct, frozen=True):
    """What a taking brought, or would bring where it was `dry`; `made` and `by`: when and by which desk the edition says
    that it was made."""

    made: str
    by: str
    collections: dict[str, Taken]
    blobs: int
    problems: list[Fault]
    dry: bool = False
    brought: BroughtBack | None = None
    """What became of what desks carry in it."""


class Taking:
    """Takes editions in. `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        apply: Apply,
        filling: Filling,
        layers: Layers,
        folder: Blobs,
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._apply = apply
        self._filling = filling
        self._layers = layers
        self._folder = folder
        self._now = now

    def take(self, edition: Edition, anchor: bytes | None, watch: Watch, *, dry: bool = False) -> TakeReport:
        """Take in what is newer than what is held; `dry`: prove and tell alone. A desk that belongs to a Centre needs
        no `anchor` (SHA-256 of the Centre's first root).

        Raises BadInput("edition-untrusted" | "edition-other-centre" | "edition-damaged"), Untrusted when no collection
        could be proved, Unreachable("edition-stopped"), StorageFailure.
        """
        if not dry:
            self._apply.go_on()
        with self._database.read() as connection:
            vouching = vouching_for(edition, anchor, connection, self._now())
        named: dict[bytes, int] = {}
        proven = self._prove(edition, vouching, named, watch, dry=dry)
        faults = faults_of(proven)
        claimed = {name: claim for name, claim in proven.items() if isinstance(claim, Claim)}
        if dry:
            with self._database.read() as connection:
                faults += missing_files(edition, connection)
            return self._told(edition, claimed, len(self._wanted(edition, named)), faults, dry=True)
        fresh = [claim for claim in claimed.values() if claim.state == NEWER]
        # Notices first: what they erased may come without its words.
        fresh.sort(key=lambda claim: claim.head.collection != collections.CENTRE_PUBLIC)
        with self._database.write() as connection:
            if vouching.keep is not None:
                vouching.keep(connection)
            collections.follow(connection, [claim.head.collection for claim in fresh])
        for claim in fresh:
            self._take_records(edition, claim, watch)
        files = self._take_files(edition, faults, watch)
        self._note_contact(edition, fresh, files)
        return self._told(edition, claimed, len(files), faults, dry=False)

    # Proving

    def _prove(
        self, edition: Edition, vouching: Vouching, named: dict[bytes, int], watch: Watch, *, dry: bool
    ) -> Judged:
        """Prove what is newer here, and gather the files that it names. Raises what was wrong when nothing is left."""

        def look(_: Claim, revision: Revision) -> None:
            named.update(named_files.named_in(revision.canonical))

        with self._database.read() as connection:
            judged = claims(edition, vouching, connection)
        edition.check(watch, [name for name, claim in judged.items() if isinstance(claim, Claim)])
        if not dry:
            self._note_equivocations(edition, judged)
        proven = prove_all(edition, judged, (NEWER,), watch, look)
        errors = [error for error in proven.values() if isinstance(error, HubDeskError)]
        if errors and len(errors) == len(proven):
            raise errors[0]
        return proven

    def _note_equivocations(self, edition: Edition, judged: Judged) -> None:
        """Two signed heads that contradict each other: someone with a key says two things, and both are kept."""
        for name, error in judged.items():
            if isinstance(error, HubDeskError) and error.code == "equivocation":
                other = edition.head(name)
                with self._database.write() as connection:
                    mine = equivocations.find(connection, other)
                    if mine is not None:
                        equivocations.note(connection, mine, other, self._now())

    # Records

    def _take_records(self, edition: Edition, claim: Claim, watch: Watch) -> None:
        """Bring a collection to its head: an empty one node by node, one that is held in a single step."""
        head, name = claim.head, claim.head.collection
        with self._database.read() as connection:
            row = collections.row_of(connection, name)
        # The head's time is signed and not later than the edition's: what is shown as the state's age is true.
        if row.version:
            self._advance(edition, claim, row.number)
        else:
            self._filling.fill(
                claim.signed,
                head,
                claim.nodes,
                edition.snapshot_hash(name),
                edition.snapshot(name),
                head.time,
                lambda done, total: watch.tell("records", name, done, total),
            )
        watch.tell("records", name, head.records, head.records)

    def _advance(self, edition: Edition, claim: Claim, number: int) -> None:
        """Keep what is not held yet of a collection's new state, then let all of it count at once."""
        with self._database.read() as connection:
            here = ConfirmedState(connection, number).every_hash()
        named: dict[bytes, bytes] = {}
        waiting: list[Revision] = []
        for revision in edition.revisions(claim.head.collection, claim.nodes):
            record_id = id_bytes(revision.content.id)
            named[record_id] = revision.hash
            if here.get(record_id) != revision.hash:
                waiting.append(revision)
            if len(waiting) >= _TOGETHER:
                self._apply.keep(waiting)
                waiting = []
        self._apply.keep(waiting)
        changes = {record_id: value for record_id, value in named.items() if here.get(record_id) != value}
        gone = frozenset(here.keys() - named.keys())
        self._apply.named(claim.signed, claim.head, changes, gone, claim.head.time)

    # Files

    def _wanted(self, edition: Edition, named: Collection[bytes] = ()) -> dict[bytes, tuple[int, set[int]]]:
        """Return the files of the edition that are not here and that a record held here names, or one of `named`: with
        the size that is signed, and the numbers of these records."""
        files = edition.files()
        with self._database.read() as connection:
            wanted = files.keys() - blobs.held(connection, list(files)).keys()
            found = named_files.naming(connection, wanted)
        return found | {sha256: (files[sha256], set()) for sha256 in wanted & set(named) - found.keys()}

    def _take_files(self, edition: Edition, faults: list[Fault], watch: Watch) -> dict[bytes, int]:
        """Copy in the files that records held here name; return SHA-256 -> size. One that is false stops no other."""
        wanted = self._wanted(edition)
        tally = Tally(watch, "files", sum(size for size, _ in wanted.values()))
        taken: dict[bytes, int] = {}
        waiting: dict[bytes, int] = {}
        errors: dict[bytes, HubDeskError] = {}
        try:
            for sha256, (size, _) in sorted(wanted.items()):
                try:
                    waiting[sha256] = self._copy(edition, sha256, size, tally)
                except (BadInput, Untrusted) as error:
                    errors[sha256] = error
                if sum(waiting.values()) >= _NOTED_TOGETHER:
                    self._note_files(waiting, wanted)
                    taken |= waiting
                    waiting = {}
        finally:
            self._note_files(waiting, wanted)
        with self._database.read() as connection:
            faults += file_faults(connection, errors) + missing_files(edition, connection)
        return taken | waiting

    def _copy(self, edition: Edition, sha256: bytes, size: int, tally: Tally) -> int:
        """Copy a file in, if its size is the one that is signed; return the size."""
        name = layout.blob_name(sha256)
        found = edition.bag.size(name)
        if found != size:
            raise Untrusted("blob-size", sha256=sha256.hex())
        if self._folder.is_right(
            sha256
        ):  # it lay here already, but the program was ended before it was noted
            tally.add(name, size)
        else:
            self._folder.add_stream(tally.count(name, edition.file(sha256)), sha256)
        return size

    def _note_files(self, files: dict[bytes, int], wanted: dict[bytes, tuple[int, set[int]]]) -> None:
        """Note files that lie here now, and index anew the records that name them."""
        if not files:
            return
        numbers = sorted(set().union(*(wanted[sha256][1] for sha256 in files)))
        with (
            self._database.write() as connection,
            self._layers.gathering(connection),
            self._layers.changing(connection, numbers),
        ):
            for sha256, size in files.items():
                blobs.note(connection, sha256, size)

    # What is told

    def _told(
        self, edition: Edition, claimed: dict[str, Claim], files: int, faults: list[Fault], *, dry: bool
    ) -> TakeReport:
        with self._database.read() as connection:
            collected = {
                name: _future(claim) if dry else _taken(connection, claim) for name, claim in claimed.items()
            }
        return TakeReport(edition.contents.made, edition.contents.by, collected, files, faults, dry)

    def _note_contact(self, edition: Edition, fresh: list[Claim], files: dict[bytes, int]) -> None:
        if fresh or files:
            size = sum(files.values())
            size += sum(edition.snapshot_size(claim.head.collection) for claim in fresh)
            add_contact(self._database, Contact(self._now(), "edition", 0, size, 0.0, "complete"))


def _taken(connection: Connection, claim: Claim) -> Taken:
    row = collections.row_of(connection, claim.head.collection)
    version, root, count = (row.version, row.root.hex(), row.records) if row is not None else (0, "", 0)
    is_taken = claim.state == NEWER and version == claim.head.version
    waiting = None if row is None else held.held_row(connection, row.number)
    is_held = waiting is not None and waiting.version == claim.head.version
    return Taken(version, root, count, is_taken, is_held)


def _future(claim: Claim) -> Taken:
    head = claim.head
    return Taken(head.version, head.root, head.records, claim.state == NEWER)
