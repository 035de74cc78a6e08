"""The parts of one desk, each made when it is first used: what `status` needs is little.

Invariant: every part of a desk works on the same catalogue, keys and folder, and there is one of each. No Qt.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any

from hubdesk import locations
from hubdesk.catalogue import erasures, memberships
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.index import Index
from hubdesk.catalogue.profile import Profile
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.shown import open_index
from hubdesk.errors import BadInput
from hubdesk.model.kind import Kinds, read_kinds
from hubdesk.model.vocabulary import Vocabularies, read_vocabularies
from hubdesk.settings import Settings
from hubdesk.sync.turns import Turns

if TYPE_CHECKING:  # `status` and a first page need few of these: each is loaded with its part
    from hubdesk.catalogue.apply import Apply
    from hubdesk.catalogue.backups import Backups
    from hubdesk.catalogue.bin import Bin
    from hubdesk.catalogue.clashes import Clashes
    from hubdesk.catalogue.drafts import Drafts
    from hubdesk.catalogue.erasing import Erasing
    from hubdesk.catalogue.files import Files
    from hubdesk.catalogue.fill import Filling
    from hubdesk.catalogue.held import Held
    from hubdesk.catalogue.inbox import Inbox
    from hubdesk.catalogue.merging import Merging
    from hubdesk.catalogue.outbox import Outbox
    from hubdesk.catalogue.search import Search
    from hubdesk.catalogue.software import Software
    from hubdesk.catalogue.store import Store
    from hubdesk.packages.editions import Editions
    from hubdesk.sync.budget import Budget
    from hubdesk.sync.carrier import Carrier
    from hubdesk.sync.custody import Custody
    from hubdesk.sync.lines import Lines
    from hubdesk.sync.queue import Queue
    from hubdesk.sync.relays import Relays
    from hubdesk.sync.session import Session


def rfc3339_now() -> str:
    """Return this computer's time as RFC 3339 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Assembly:
    """An open profile with everything that works on it. `now` gives the author's clock as RFC 3339 in UTC."""

    def __init__(self, profile: Profile, now: Callable[[], str]) -> None:
        self.profile = profile
        self.database = profile.database
        self.desk = profile.desk
        self.now = now
        self.settings = Settings(profile.folder)
        self.blobs = Blobs(profile.folder)
        self.line = Turns()

    @cached_property
    def kinds(self) -> Kinds:
        """The kinds of record."""
        return read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))

    @cached_property
    def vocabularies(self) -> Vocabularies:
        """The vocabularies."""
        return read_vocabularies(locations.resource("vocabularies"))

    @cached_property
    def index(self) -> Index:
        """The search index."""
        return open_index(self.database, self.kinds)

    @cached_property
    def layers(self) -> Layers:
        """What keeps the index in step with what records show."""
        return Layers(self.index)

    @cached_property
    def store(self) -> Store:
        """What reads records."""
        from hubdesk.catalogue.store import Store

        return Store(self.database)

    @cached_property
    def search(self) -> Search:
        """What finds records."""
        from hubdesk.catalogue.search import Search

        _ = self.index  # made anew before the first search, where it must be
        return Search(self.database, self.kinds)

    @cached_property
    def merging(self) -> Merging:
        """What makes one revision of two."""
        from hubdesk.catalogue.merging import Merging

        return Merging(self.kinds, self.desk, self.now)

    @cached_property
    def drafts(self) -> Drafts:
        """What a person is writing."""
        from hubdesk.catalogue.drafts import Drafts

        return Drafts(self.database, self.layers, self.kinds, self.vocabularies, self.merging, self.now)

    @cached_property
    def outbox(self) -> Outbox:
        """What this desk proposes."""
        from hubdesk.catalogue.outbox import Outbox

        may_propose = memberships.may_propose_to
        return Outbox(self.database, self.layers, self.drafts, self.merging, may_propose, self.now)

    @cached_property
    def inbox(self) -> Inbox:
        """What others propose."""
        from hubdesk.catalogue.inbox import Inbox

        may_accept = memberships.may_accept_for
        return Inbox(self.database, self.layers, self.drafts, self.outbox, self.merging, may_accept, self.now)

    @cached_property
    def clashes(self) -> Clashes:
        """What both sides changed differently."""
        from hubdesk.catalogue.clashes import Clashes

        return Clashes(self.database, self.layers, self.drafts, self.outbox, self.inbox, self.merging)

    @cached_property
    def files(self) -> Files:
        """The files of records."""
        from hubdesk.catalogue.files import Files

        return Files(self.database, self.layers, self.drafts, self.store, self.blobs)

    @cached_property
    def apply(self) -> Apply:
        """What takes in signed states, by any road."""
        from hubdesk.catalogue.apply import Apply

        return Apply(self.database, self.layers, self.outbox, self.inbox, self.now, self._erase)

    def _erase(self) -> None:
        self.erasing.settle()

    @cached_property
    def filling(self) -> Filling:
        """What takes in snapshots while they arrive."""
        from hubdesk.catalogue.fill import Filling

        return Filling(self.database, self.layers, self.apply)

    @cached_property
    def backups(self) -> Backups:
        """The copies of the catalogue."""
        from hubdesk.catalogue.backups import Backups

        return Backups(self.profile.folder, self.database, self.now)

    @cached_property
    def software(self) -> Software:
        """What hubs share as software."""
        from hubdesk.catalogue.software import Software
        from hubdesk.catalogue.trust import held_chain

        return Software(self.database, self.store, lambda: self.profile.keys, held_chain, self.now)

    @cached_property
    def erasing(self) -> Erasing:
        """What erases, and carries out what was erased."""
        from hubdesk.catalogue.erasing import Erasing

        return Erasing(
            self.profile.folder,
            self.database,
            self.profile.journal,
            self.backups,
            self.blobs,
            lambda: self.layers,
            lambda: self.kinds,
            lambda: self.vocabularies,
            self.desk,
            memberships.may_accept_for,
            self.now,
            self._announce,
        )

    def _announce(self, fields: dict[str, Any]) -> str:
        """Write and accept a notice with these fields; return its id. Raises BadInput("not-proposable")."""
        from hubdesk.catalogue.drafts import NewRecord
        from hubdesk.catalogue.notices import CENTRE, KIND

        [notice] = self.drafts.new([NewRecord(KIND, fields)], CENTRE)
        refused = self.outbox.propose([notice]).refused or self.inbox.accept([notice]).refused
        if refused:
            problem = refused[0].problems[0]
            raise BadInput("not-proposable", field=problem.field, reason=problem.code)
        return notice

    @cached_property
    def held(self) -> Held:
        """Heads that wait for a look."""
        from hubdesk.catalogue.held import Held

        return Held(self.database, self.apply, self.line)

    @cached_property
    def bin(self) -> Bin:
        """What was withdrawn, as long as it is kept."""
        from hubdesk.catalogue.bin import Bin

        return Bin(self.database, self.now)

    @cached_property
    def budget(self) -> Budget:
        """What a person allows the line to be used for, and what it cost."""
        from hubdesk.catalogue.traffic import Traffic
        from hubdesk.sync.budget import Budget
        from hubdesk.sync.metered import Metered

        def clock() -> datetime:
            return datetime.fromisoformat(self.now()).astimezone()

        traffic = Traffic(self.database, lambda: clock().date())
        return Budget(self.settings, traffic, clock, Metered())

    @cached_property
    def downloads(self) -> Queue:
        """The files that are to come here."""
        from hubdesk.sync.queue import Queue

        return Queue(
            self.database,
            self.profile.folder,
            self.store,
            lambda: self.kinds,
            lambda: self.files,
            self.budget,
            self.line,
            self.session,
            self.now,
        )

    @cached_property
    def editions(self) -> Editions:
        """What makes and takes editions."""
        from hubdesk.packages.editions import Editions

        return Editions(
            self.database,
            self.apply,
            self.filling,
            self.layers,
            self.blobs,
            self.line,
            self.desk,
            self._unseal,
            self.kinds,
            lambda: self.carrier,
            self.now,
        )

    def _unseal(self, sealed: IO[bytes], target: IO[bytes]) -> None:
        """Open what is sealed for this desk; its keys are read when they are needed."""
        self.profile.keys.unseal(sealed, target)

    @cached_property
    def carrier(self) -> Carrier:
        """What carries for others, and takes what others brought."""
        from hubdesk.sync.by_hand import ByHand
        from hubdesk.sync.carrier import Carrier
        from hubdesk.sync.preparing import Preparing
        from hubdesk.sync.told import Told

        def told() -> Told:
            return Told(self.database, self.layers, self.outbox, self.inbox, self.profile.keys, [])

        def by_hand() -> ByHand:
            keys = self.profile.keys
            preparing = Preparing(self.database, keys, self.blobs, self.now)
            return ByHand(self.database, keys, preparing, self.now)

        keys, kinds = (lambda: self.profile.keys), (lambda: self.kinds)
        return Carrier(self.database, self.desk, keys, told, by_hand, kinds, self.now)

    @cached_property
    def custody(self) -> Custody:
        """How far what is held is vouched for, and this desk's part in it."""
        from hubdesk.sync.custody import Custody

        return Custody(
            self.database,
            self.now,
            lambda: self.profile.keys,
            lambda: self.drafts,
            lambda: self.outbox,
            lambda: self.inbox,
        )

    @cached_property
    def lines(self) -> Lines:
        """What is kept of the line from one use to the next."""
        from hubdesk.sync.lines import Lines
        from hubdesk.sync.throttle import Throttle
        from hubdesk.sync.tunnel import Road

        return Lines(Throttle(self.budget.rate), self.budget, road=Road(self.relays.address))

    @cached_property
    def relays(self) -> Relays:
        """The relays of the house."""
        from hubdesk.sync.relays import Relays

        return Relays(self.database, self.settings)

    def finish_erasing(self) -> None:
        """Carry out, at the start, what a kill or a full disk left owed."""
        with self.database.read() as connection:
            is_owed = erasures.is_any_owed(connection)
        if is_owed:
            self.erasing.settle()

    def close(self) -> None:
        """Let go of what is open: the kept line and the profile."""
        if "lines" in self.__dict__:
            self.lines.close()
        self.profile.close()

    def session(self, stop: threading.Event | None = None) -> Session:
        """Return a new line to the hub, not opened yet. Raises NotFound("no-hub-joined")."""
        from hubdesk.sync.session import Session

        return Session(
            self.database,
            self.apply,
            self.filling,
            self.layers,
            self.outbox,
            self.inbox,
            self.profile.keys,
            self.blobs,
            self.now,
            stop,
            self.lines,
            self.relays,
            lambda: self.carrier,
        )

    @contextmanager
    def on_line(self, stop: threading.Event | None = None, *, files: bool = False) -> Iterator[Session]:
        """Give the only line of this desk, open within the block, for records or a file that a person asked for."""
        from hubdesk.sync.budget import Use

        with self.line, self.budget.use(Use(files=files)), self.session(stop) as session:
            yield session
