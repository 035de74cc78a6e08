"""Taking an edition in: proved whole first, then the same steps as over a line.

Invariant: an edition of which anything is damaged changes nothing; a collection is taken in only after its head, its
node hashes and every record of its snapshot were proved, and never to an older version. Files come in by their hash,
if a proved record names them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec import Struct

from hubdesk.catalogue import blobs, collections, equivocations, facts, memberships, records
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.contacts import add_contact
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.memberships import Publishers
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.views import Contact
from hubdesk.errors import BadInput, HubDeskError, StorageFailure, Untrusted
from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.layout import Listed, Progress, Step
from hubdesk.packages.reader import Edition
from hubdesk.packages.references import files_of
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.tree import Nodes
from hubdesk.trust.centre import Centre
from hubdesk.trust.heads import check_head


class Fault(Struct, frozen=True):
    """A part of an edition that was not taken: a collection or a file (SHA-256, hex), and the code of what was wrong."""

    about: str
    code: str
    data: dict[str, object]


class Taken(Struct, frozen=True):
    """A collection as this desk holds it after the taking; `taken`: it came from the edition."""

    version: int
    root: str
    records: int
    taken: bool


class TakeReport(Struct, frozen=True):
    """What a taking brought; `made` and `by`: when and by which desk the edition says that it was made."""

    made: str
    by: str
    collections: dict[str, Taken]
    blobs: int
    problems: list[Fault]


class _Proven(Struct, frozen=True):
    """A collection of the edition, proved: its head, its nodes, and which records name the files that are wanted."""

    signed: SignedHead
    head: Head
    nodes: Nodes
    named: dict[bytes, set[str]]


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

    def take(self, edition: Edition, anchor: bytes | None, progress: Progress | None = None) -> TakeReport:
        """Take in what is newer than what is held. A desk that belongs to a Centre needs no `anchor` (SHA-256 of
        root.json version 1).

        Raises BadInput("edition-untrusted" | "edition-other-centre" | "edition-damaged"), Untrusted when no collection
        could be proved, StorageFailure.
        """
        self._apply.go_on()
        edition.check(progress=progress)
        root, targets, centre = edition.centre(self._anchor(anchor))
        with self._database.read() as connection:
            newer = centre.version > facts.get_number(connection, facts.TARGETS_VERSION)
            publishers = centre.publishers() if newer else memberships.publishers(connection)
            wanted = edition.files()
            wanted -= blobs.held(connection, list(wanted)).keys()
        proven, faults = self._prove_all(edition, publishers, wanted)
        fresh = self._begin(root, targets, centre, proven)
        files = self._take_files(edition, proven, faults, progress)
        for name in fresh:
            self._take_records(edition, proven[name], progress)
        self._note_contact(edition, fresh, files)
        with self._database.read() as connection:
            held = {view.name: view for view in collections.all_collections(connection)}
        taken = {
            name: Taken(held[name].version, held[name].root, held[name].records, name in fresh)
            for name in sorted(proven)
        }
        return TakeReport(edition.contents.made, edition.contents.by, taken, len(files), faults)

    def _anchor(self, given: bytes | None) -> bytes | None:
        with self._database.read() as connection:
            held = facts.get(connection, facts.ROOT_HASH)
        if held is not None and given is not None and held != given:
            raise BadInput("edition-other-centre", expected=held.hex(), found=given.hex())
        return held or given

    # Proving

    def _prove_all(
        self, edition: Edition, publishers: Publishers, wanted: set[bytes]
    ) -> tuple[dict[str, _Proven], list[Fault]]:
        """Prove each collection; one that is false stops no other. Raises what was wrong when none is left."""
        proven: dict[str, _Proven] = {}
        errors: list[HubDeskError] = []
        faults: list[Fault] = []
        for name, listed in sorted(edition.contents.collections.items()):
            try:
                proven[name] = self._prove(edition, name, listed, publishers, wanted)
            except StorageFailure:
                raise
            except HubDeskError as error:
                errors.append(error)
                faults.append(Fault(name, error.code, error.data))
        if errors and not proven:
            raise errors[0]
        return proven, faults

    def _prove(
        self, edition: Edition, name: str, listed: Listed, publishers: Publishers, wanted: set[bytes]
    ) -> _Proven:
        if not layout.is_public(name):
            raise BadInput("edition-members", collection=name)
        signed = edition.head(name)
        head = check_head(signed, publishers, name)
        if (head.version, head.root, head.records) != (listed.version, listed.root, listed.records):
            raise BadInput(
                "edition-damaged", name=layout.head_name(name), reason="not the head that the list names"
            )
        nodes = edition.nodes(name)
        if nodes.root().hex() != head.root:
            raise Untrusted("root-mismatch", collection=name, version=head.version)
        self._check_equivocation(signed)
        named: dict[bytes, set[str]] = {}
        count = 0
        for revision in edition.revisions(name, nodes):
            count += 1
            for sha256 in files_of(revision.canonical).keys() & wanted:
                named.setdefault(sha256, set()).add(revision.content.id)
        if count != head.records:
            raise Untrusted("root-mismatch", collection=name, version=head.version)
        return _Proven(signed, head, nodes, named)

    def _check_equivocation(self, other: SignedHead) -> None:
        """Two signed heads that contradict each other: someone with a key says two things, and both are kept."""
        with self._database.read() as connection:
            mine = equivocations.find(connection, other)
        if mine is None:
            return
        with self._database.write() as connection:
            equivocations.note(connection, mine, other, self._now())
        said = mine.head()
        raise Untrusted("equivocation", collection=said.collection, version=said.version)

    # Taking in

    def _begin(self, root: bytes, targets: bytes, centre: Centre, proven: dict[str, _Proven]) -> list[str]:
        """Keep the Centre where it is newer than what is held; follow and return what is newer here."""
        with self._database.write() as connection:
            if centre.version > facts.get_number(connection, facts.TARGETS_VERSION):
                memberships.keep_centre(connection, root, targets, digest(root))
            rows = {name: collections.row_of(connection, name) for name in proven}
            fresh = [
                name for name, row in rows.items() if row is None or row.version < proven[name].head.version
            ]
            collections.follow(connection, fresh)
        return fresh

    def _take_records(self, edition: Edition, proven: _Proven, progress: Progress | None) -> None:
        """Bring a collection to its head: an empty one node by node, one that is held in a single transaction."""
        head, name = proven.head, proven.head.collection

        def told(done: int, total: int) -> None:
            if progress is not None:
                progress(Step("records", name, done, total))

        with self._database.read() as connection:
            row = collections.row_of(connection, name)
            changes = []
            if row.version:
                state = ConfirmedState(connection, row.number)
                held = {entry[2] for node in range(256) for entry in state.entries(node)}
                changes = [r for r in edition.revisions(name, proven.nodes) if r.hash not in held]
        # The head's time is signed and not later than the edition's: what is shown as the state's age is true.
        if row.version:
            self._apply.own(proven.signed, head, changes, head.time)
        else:
            reference = edition.snapshot_hash(name)
            stream = edition.snapshot(name)
            self._filling.fill(proven.signed, head, proven.nodes, reference, stream, head.time, told)
        told(head.records, head.records)

    def _take_files(
        self, edition: Edition, proven: dict[str, _Proven], faults: list[Fault], progress: Progress | None
    ) -> dict[bytes, set[str]]:
        """Copy in the wanted files that proved records name, then note them all; return them with these records."""
        named: dict[bytes, set[str]] = {}
        for item in proven.values():
            for sha256, ids in item.named.items():
                named.setdefault(sha256, set()).update(ids)
        done, total = 0, sum(edition.file_size(sha256) for sha256 in named)
        for sha256 in sorted(named):
            try:
                self._folder.add_stream(edition.file(sha256), sha256)
            except Untrusted as error:
                faults.append(Fault(sha256.hex(), error.code, error.data))
                del named[sha256]
            done += edition.file_size(sha256)
            if progress is not None:
                progress(Step("files", layout.blob_name(sha256), done, total))
        if named:
            with self._database.write() as connection, self._layers.gathering(connection):
                self._note_files(connection, edition, named)
        return named

    def _note_files(self, connection: Connection, edition: Edition, named: dict[bytes, set[str]]) -> None:
        """Note files, and index anew the records held already that name them."""
        ids = sorted(set().union(*named.values()))
        numbers = [row.number for record_id in ids for row in records.find_all(connection, record_id)]
        with self._layers.changing(connection, numbers):
            for sha256 in named:
                blobs.note(connection, sha256, edition.file_size(sha256))

    def _note_contact(self, edition: Edition, fresh: list[str], files: Collection[bytes]) -> None:
        if fresh or files:
            size = sum(edition.file_size(sha256) for sha256 in files)
            size += sum(edition.snapshot_size(name) for name in fresh)
            add_contact(self._database, Contact(self._now(), "edition", 0, size, 0.0, "complete"))
