"""One desk, assembled once: catalogue, trust and sync. What the window and the command line hold.

Invariant: a call returns when what it did is on disk; each may come from any thread, and reading never waits for a
network. Nothing here knows of Qt or of words for people.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubdesk.assembly import Assembly, rfc3339_now
from hubdesk.catalogue import collections, facts, memberships
from hubdesk.catalogue.contacts import contacts
from hubdesk.catalogue.profile import Profile, create_profile, open_profile, read_profile
from hubdesk.catalogue.status import Status, status
from hubdesk.catalogue.views import (
    CollectionView,
    Contact,
    Done,
    DraftView,
    FileView,
    InboxItem,
    Membership,
    OutboxItem,
    RecordView,
    RevisionView,
)
from hubdesk.errors import BadInput, NotFound
from hubdesk.trust.invite import read_invite

if TYPE_CHECKING:  # loaded when it is needed: `status` needs little
    from hubdesk.catalogue.apply import Apply
    from hubdesk.catalogue.backups import Backups
    from hubdesk.catalogue.bin import Bin
    from hubdesk.catalogue.clashes import Clashes
    from hubdesk.catalogue.drafts import DraftState, NewRecord
    from hubdesk.catalogue.erasing import Erasing
    from hubdesk.catalogue.fill import Filling
    from hubdesk.catalogue.held import Held
    from hubdesk.catalogue.search import Query, Results
    from hubdesk.catalogue.software import Software
    from hubdesk.catalogue.verify import VerifyReport
    from hubdesk.formats.importing import Importing
    from hubdesk.model.kind import Kinds
    from hubdesk.model.validation import Problem
    from hubdesk.model.vocabulary import Vocabularies
    from hubdesk.packages.editions import Editions
    from hubdesk.sync.budget import Budget
    from hubdesk.sync.carrier import Carrier
    from hubdesk.sync.custody import Custody
    from hubdesk.sync.download import Got
    from hubdesk.sync.exchange import Progress, SyncReport
    from hubdesk.sync.join import JoinReport
    from hubdesk.sync.publish import PublishReport
    from hubdesk.sync.queue import Queue
    from hubdesk.sync.relays import Relays


class Desk:
    """An open profile with everything that works on it. `now` gives the author's clock as RFC 3339 in UTC."""

    def __init__(self, profile: Profile, now: Callable[[], str] = rfc3339_now) -> None:
        self._profile = profile
        self._parts = Assembly(profile, now)
        self._database = profile.database
        self.id = profile.desk
        self.profile = profile.folder
        self.settings = self._parts.settings
        self.blobs = self._parts.blobs
        if profile.is_mine:
            self._parts.finish_erasing()

    @classmethod
    def open(cls, folder: Path, *, to_read: bool = False) -> Desk:
        """Open an existing profile; raises ProfileUnusable. `to_read`: without waiting for another program that is at work
        on it; what would write raises ProfileUnusable("profile-locked") then."""
        return cls(read_profile(folder) if to_read else open_profile(folder))

    @classmethod
    def create(cls, folder: Path, *, use_keyring: bool = True) -> Desk:
        """Open a profile, making it where there is none; raises ProfileUnusable, StorageFailure."""
        return cls(create_profile(folder, use_keyring=use_keyring))

    def close(self) -> None:
        """Let the profile go."""
        self._parts.close()

    @property
    def kinds(self) -> Kinds:
        """The kinds of record."""
        return self._parts.kinds

    @property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies."""
        return self._parts.vocabularies

    @property
    def apply(self) -> Apply:
        """What takes in signed states, by any road."""
        return self._parts.apply

    @property
    def filling(self) -> Filling:
        """What takes in snapshots while they arrive."""
        return self._parts.filling

    @property
    def backups(self) -> Backups:
        """The copies of the catalogue."""
        return self._parts.backups

    @property
    def software(self) -> Software:
        """Software that hubs share: what may be installed, and vouching for it."""
        return self._parts.software

    @property
    def erasing(self) -> Erasing:
        """What erases personal data, and carries out what was erased."""
        return self._parts.erasing

    @property
    def held(self) -> Held:
        """Heads that withdraw so much that a person looks first."""
        return self._parts.held

    @property
    def bin(self) -> Bin:
        """What was withdrawn, as long as it is kept."""
        return self._parts.bin

    @property
    def limits(self) -> Budget:
        """What a person allows the line to be used for, and what it cost."""
        return self._parts.budget

    @property
    def downloads(self) -> Queue:
        """The files that are to come here."""
        return self._parts.downloads

    @property
    def editions(self) -> Editions:
        """The road on a stick."""
        return self._parts.editions

    @property
    def carrier(self) -> Carrier:
        """What this desk carries between others and the hub."""
        return self._parts.carrier

    @property
    def relays(self) -> Relays:
        """The relays of the house, and which of them is used."""
        return self._parts.relays

    @property
    def trust(self) -> Custody:
        """Who vouches for what is here, until when, and who holds which key."""
        return self._parts.custody

    @property
    def clashes(self) -> Clashes:
        """What both sides of a record changed differently."""
        return self._parts.clashes

    # Who and where

    def memberships(self) -> list[Membership]:
        """Return this desk's role in each hub it joined."""
        with self._database.read() as connection:
            return memberships.memberships(connection)

    def collections(self) -> list[CollectionView]:
        """Return every collection known here."""
        return self._parts.store.collections()

    def status(self) -> Status:
        """Return where this desk stands."""
        return status(self._database)

    def default_collection(self, kind: str) -> str:
        """Return where a new record of `kind` goes when nobody says: HUB/public of the first hub joined; HUB/members
        for personal data; centre/public for the Centre's own kinds. Raises NotFound("no-hub-joined")."""
        with self._database.read() as connection:
            hub = facts.get_text(connection, facts.FIRST_HUB)
        if self.kinds.of(kind).audience == "centre":
            return "centre/public"
        if hub is None:
            raise NotFound("no-hub-joined")
        return f"{hub}/members" if self.kinds.of(kind).audience == "members" else f"{hub}/public"

    # Finding and reading

    def search(self, query: Query) -> Results:
        """Return one page of what matches, with exact counts by facet."""
        return self._parts.search.find(query)

    def marks(self, text: str, words: str) -> list[tuple[int, int]]:
        """Return the character ranges of `text` that a search for `words` marks."""
        return list(self._parts.search.marks(text, words))

    def show(self, record_id: str) -> RecordView:
        """Return a record as it is shown: draft over accepted over pending over confirmed."""
        return self._parts.store.show(record_id)

    def published(self, record_id: str) -> RecordView | None:
        """Return a record as its hub signed it, None while it never was."""
        return self._parts.store.published(record_id)

    def history(self, record_id: str) -> list[RevisionView]:
        """Return a record's revisions, newest first, as far as they are known here."""
        return self._parts.store.history(record_id)

    def revision(self, record_id: str, revision_hash: str) -> RecordView:
        """Return one revision of a record; raises NotFound("revision-not-held")."""
        return self._parts.store.revision(record_id, revision_hash)

    def record_ids(self, collection: str | None = None) -> list[str]:
        """Return the ids of all records, or of one collection's."""
        return self._parts.store.record_ids(collection)

    # Writing

    def new(self, kind: str, fields: Mapping[str, Any] | None = None, collection: str | None = None) -> str:
        """Write a new record as a draft; return its id."""
        from hubdesk.catalogue.drafts import NewRecord

        place = collection or self.default_collection(kind)
        return self.new_many([NewRecord(kind, dict(fields or {}))], place)[0]

    def new_many(self, items: list[NewRecord], collection: str) -> list[str]:
        """Write records as drafts, in one transaction; one whose id exists becomes a draft of that record."""
        return self._parts.drafts.new(items, collection)

    def importing(self, collection: str | None = None) -> Importing:
        """Return what takes other formats in as drafts, for `collection` or where each kind belongs."""
        from hubdesk.formats.importing import Importing

        def place_of(kind: str) -> str:
            return collection or self.default_collection(kind)

        return Importing(self._parts.drafts, self._parts.store, self.kinds, place_of)

    def save(
        self, record_id: str, fields: Mapping[str, Any], known: Mapping[str, Any] | None = None
    ) -> DraftState:
        """Save all fields of a draft; what others changed since the person saw `known` stays."""
        return self._parts.drafts.save(record_id, fields, known)

    def set(self, record_id: str, changes: Mapping[str, Any]) -> DraftState:
        """Change some fields ("title.fr" for one language); None removes."""
        return self._parts.drafts.change(record_id, changes)

    def check(self, kind: str, fields: Mapping[str, Any], collection: str) -> list[Problem]:
        """Return what is missing or wrong."""
        return self._parts.drafts.check(kind, fields, collection)

    def attach(
        self, record_id: str, paths: Iterable[Path], progress: Callable[[int, int], None] | None = None
    ) -> list[FileView]:
        """Copy files in and name them in the record's draft."""
        return self._parts.files.attach(record_id, list(paths), progress)

    def detach(self, record_id: str, name: str) -> None:
        """Take a file out of the record's draft."""
        self._parts.files.detach(record_id, name)

    def withdraw(self, record_id: str, reason: str) -> None:
        """Write a draft that withdraws a published record."""
        self._parts.drafts.withdraw(record_id, reason)

    def restore(self, record_id: str, revision_hash: str) -> None:
        """Write a draft with the content of an earlier revision that is held here."""
        from hubdesk.catalogue.store import parsed_hash

        self._parts.drafts.restore(record_id, parsed_hash(revision_hash))

    def discard(self, record_id: str) -> None:
        """Delete a draft."""
        self._parts.drafts.discard(record_id)

    def drafts(self) -> list[DraftView]:
        """Return all drafts, the last saved first."""
        return self._parts.drafts.all()

    def propose(self, ids: Iterable[str] | None = None) -> Done:
        """Put drafts into the outbox, all of them without `ids`."""
        return self._parts.outbox.propose(ids)

    def take_back(self, record_id: str) -> None:
        """Take a pending change back; it becomes a draft again."""
        self._parts.outbox.take_back(record_id)

    def outbox(self) -> list[OutboxItem]:
        """Return what waits, the oldest first."""
        return self._parts.outbox.all()

    # Coordinating

    def inbox(self) -> list[InboxItem]:
        """Return the proposals for the hubs that this desk coordinates."""
        return self._parts.inbox.all()

    def accept(
        self, ids: Iterable[str] | None = None, seen: Mapping[str, Iterable[int]] | None = None
    ) -> Done:
        """Accept proposals, all of them without `ids`; `seen`: by record, the numbers of those a person looked at."""
        return self._parts.inbox.accept(ids, seen)

    def return_(self, record_id: str, comment: str, seen: Iterable[int] | None = None) -> None:
        """Return proposals for a record to their authors with a comment; `seen`: only those of these numbers."""
        self._parts.inbox.give_back(record_id, comment, seen)

    # Roads

    def join(self, invite: str) -> JoinReport:
        """Use an invite: get admitted, keep the Centre's trust, follow the hub's collections."""
        from hubdesk.sync.join import join

        with self._parts.line, self._parts.budget.for_records():
            return join(self._database, self._profile.keys, read_invite(invite), self._parts.lines)

    def follow(self, names: Iterable[str]) -> None:
        """Follow collections."""
        wanted = list(names)
        for name in wanted:
            if name.count("/") != 1 or not all(name.split("/")):
                raise BadInput("not-a-collection", value=name)
        with self._database.write() as connection:
            collections.follow(connection, wanted)

    def unfollow(self, names: Iterable[str]) -> None:
        """Take no more news of collections; what is here stays."""
        with self._database.write() as connection:
            for name in names:
                collections.unfollow(connection, name)

    def sync(
        self, progress: Callable[[Progress], None] | None = None, stop: threading.Event | None = None
    ) -> SyncReport:
        """Send what waits and take in what is new."""
        self.bin.tidy()
        with self._parts.on_line(stop) as session:
            report = session.sync(progress)
        self.downloads.choose()  # what comes by itself is fetched later, between syncs
        return report

    def publish(
        self,
        hub: str,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
        withdrawing: int | None = None,
    ) -> PublishReport:
        """Sign and send the next heads of a hub with all that was accepted; heads that withdraw a large part of a
        collection only when `withdrawing` is the number of withdrawals."""
        with self._parts.on_line(stop) as session:
            return session.publish(hub, progress, withdrawing)

    def get(
        self,
        record_id: str,
        name: str | None = None,
        to: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
    ) -> Got:
        """Bring a file of a record onto this computer, and copy it to the folder `to`."""
        from hubdesk.sync.download import get

        line = partial(self._parts.on_line, stop, files=True)  # what lies here waits for no other
        return get(self.show(record_id), name, to, self.blobs, self._parts.files, line, progress)

    def fetch_history(self, record_id: str) -> list[RevisionView]:
        """Bring the earlier revisions of a record here; return its history."""
        with self._parts.on_line() as session:
            session.fetch_history(record_id, self._parts.store)
            return self.history(record_id)

    def syncs(self) -> list[Contact]:
        """Return the last syncs, newest first."""
        return contacts(self._database)

    def verify(self) -> VerifyReport:
        """Compute every hash and root anew."""
        from hubdesk.catalogue.repair import note_flaws
        from hubdesk.catalogue.verify import verify

        report = verify(self._database, self.blobs)
        with self._database.write() as connection:
            note_flaws(connection, report.problems)  # the next sync asks for what is damaged
        return report
