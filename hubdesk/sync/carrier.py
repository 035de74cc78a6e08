"""What this desk carries between others and the hub, by whatever road it came and by whatever it goes on.

Invariant: a parcel counts by what it proves of itself. What is for this desk takes effect here, everything else is kept
as it came until the hub has it; the same parcel by a second road changes nothing more.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hubdesk.catalogue import (
    batches,
    carried,
    collections,
    erasures,
    facts,
    joining,
    late,
    memberships,
    trust,
)
from hubdesk.catalogue.accepted import accepted_revisions, collections_of
from hubdesk.catalogue.carried import Brought, CarriedView, Outgoing
from hubdesk.catalogue.database import Database
from hubdesk.errors import BadInput, NotAllowed, Untrusted
from hubdesk.model.identity import digest, id_bytes
from hubdesk.model.kind import Kinds
from hubdesk.model.record import Revision, read_revision
from hubdesk.state import frame
from hubdesk.state.batch import Batch
from hubdesk.sync.by_hand import ByHand, SignedReport
from hubdesk.sync.join import keep_joined
from hubdesk.sync.outgoing import whole
from hubdesk.sync.parcels import (
    ADMITTED,
    BATCH,
    DOWN,
    JOIN,
    LARGEST,
    OUTCOMES,
    PUBLICATION,
    UP,
    CarriedBatch,
    CarriedOutcomes,
    CarriedPublication,
    OfflineJoin,
    Publishing,
    SignedAdmitted,
    closed_in,
    read_admitted,
    write_join,
)
from hubdesk.sync.told import Told
from hubdesk.sync.wire import Admission, InboxBatch, JoinRequest, SentBatch, pack, unpack
from hubdesk.trust.admission import COORDINATOR, SECRETARIAT, read_admission
from hubdesk.trust.invite import Invite
from hubdesk.trust.keys import DeskKeys, check_signature, desk_id

_CONTENT_LIMIT = 32_000_000
_LAST_NUMBER = 2**52
_MOST_EVENTS = 10_000

Open = Callable[[], Told]


class Carrier:
    """Takes parcels and hands them on. `keys` and `told` are only asked for when something is for this desk or by it;
    `fits`: whether a record may stand in a collection; `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        desk: str,
        keys: Callable[[], DeskKeys],
        told: Open,
        by_hand: Callable[[], ByHand],
        kinds: Callable[[], Kinds],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._desk = desk
        self._keys = keys
        self._told = told
        self._by_hand = by_hand
        self._kinds = kinds
        self._now = now

    def all(self) -> list[CarriedView]:
        """Return what is carried and what was, the oldest first."""
        with self._database.read() as connection:
            return carried.every(connection)

    # Going on

    def outgoing(self, *, sealed: bool) -> list[Outgoing]:
        """Return what may travel on: this desk's own batches, signed now, and what it carries, the former first.

        `sealed`: only named desks can open what it travels in. Else nothing that is for members' eyes is among it;
        what others wrote for members goes on over the pinned line alone.
        """
        with self._database.read() as connection:
            waits = batches.anything_waits(connection) or any(batches.unsent_batches(connection))
            kept = list(carried.waiting(connection, (*UP, *DOWN)))
        own = self._own_batches() if waits else []
        found = [*own, *filter(None, (self._outgoing(*parcel) for parcel in kept))]
        return [item for item in found if not item.members or (sealed and item.desk == self._desk)]

    def _own_batches(self) -> list[Outgoing]:
        keys = self._keys()
        with self._database.write() as connection:
            batches.number_events(connection, keys)
        found = []
        with self._database.read() as connection:
            for batch in batches.unsent_batches(connection):
                admission = joining.admission_of(connection, batch.collection.partition("/")[0])
                if admission is not None:
                    parcel = CarriedBatch(batch.desk, Admission(*admission), whole(connection, batch))
                    found.append(_of_batch(parcel, pack(parcel)))
        return found

    def _outgoing(self, kind: str, desk: str, content: bytes) -> Outgoing | None:
        """Return a parcel as it goes on, None for one that cannot be read: it keeps back no other."""
        try:
            if kind == BATCH:
                return _of_batch(unpack(content, CarriedBatch), content)
            if kind == PUBLICATION:
                parcel = unpack(content, CarriedPublication)
                contents = self._accepted(parcel.hub) if desk == self._desk else []
                return Outgoing(kind, desk, content, contents, closed_in(parcel))
        except (BadInput, Untrusted):
            return None
        return Outgoing(kind, desk, content)

    def _accepted(self, hub: str) -> list[bytes]:
        """Return what a publication of this desk holds, as far as it is not signed yet: its files travel with it."""
        with self._database.read() as connection:
            rows = [row for row in collections_of(connection, hub) if row.name.endswith("/public")]
            return [item.canonical for row in rows for item in accepted_revisions(connection, row.number)]

    # Coming

    def take(self, kind: str, content: bytes) -> Brought:
        """Take a parcel that somebody brought: let it take effect where it is for this desk, carry it on where not.

        Raises Untrusted, BadInput, NotAllowed; then nothing was changed.
        """
        if len(content) > LARGEST:
            raise BadInput("parcel-large", limit=LARGEST, size=len(content))
        take = {
            ADMITTED: self._admitted,
            OUTCOMES: self._outcomes,
            BATCH: self._batch,
            JOIN: self._join,
            PUBLICATION: self._publication,
        }.get(kind)
        if take is None:
            raise BadInput("parcel-unknown", kind=kind[:40])
        return take(content)

    def settle_late(self) -> None:
        """Let take effect what waited for a head that is here now: outcomes, and this desk's own publications."""
        with self._database.read() as connection:
            is_late = bool(late.kept(connection))
            is_signed = any(desk == self._desk for _, desk, _ in carried.waiting(connection, (PUBLICATION,)))
        if is_late:
            self._told().settle_late()
        if is_signed:
            self._by_hand().settle()

    def publish(self, hub: str, withdrawing: int | None = None, *, again: bool = False) -> SignedReport:
        """Sign all accepted items of a hub for whoever brings them to it: see ByHand.publish."""
        return self._by_hand().publish(hub, withdrawing, again=again)

    def tidy(self) -> None:
        """Forget what was delivered long ago."""
        with self._database.write() as connection:
            carried.tidy(connection, self._now())

    def _keep(
        self, kind: str, desk: str, content: bytes, contents: list[bytes] | None = None, first: int = 0
    ) -> Brought:
        ids = {id_bytes(read_revision(item).content.id) for item in contents or []}
        with self._database.write() as connection:
            is_new = carried.keep(connection, kind, desk, content, self._now(), first, ids)
        return Brought(kind, desk, "carried" if is_new else "known", contents or [])

    def _admitted(self, content: bytes) -> Brought:
        desk = unpack(content, SignedAdmitted).desk
        if desk != self._desk:
            return self._keep(ADMITTED, desk, content)
        with self._database.read() as connection:
            waiting = joining.waiting(connection)
        for hub, packed in waiting.items():
            invite = unpack(packed, Invite)
            joined = read_admitted(content, desk, invite.server_key)
            if joined.hub == hub:
                keep_joined(self._database, self._keys(), invite, joined)
                with self._database.write() as connection:
                    joining.end(connection, hub)
                    carried.note_all(connection, JOIN, self._desk, self._now())
                return Brought(ADMITTED, desk, "applied")
        return Brought(ADMITTED, desk, "known")

    def _outcomes(self, content: bytes) -> Brought:
        parcel = unpack(content, CarriedOutcomes)
        if parcel.desk != self._desk:
            return self._keep(OUTCOMES, parcel.desk, content)
        self._told().take_by_hand(parcel.sealed)
        return Brought(OUTCOMES, parcel.desk, "applied")

    def _batch(self, content: bytes) -> Brought:
        parcel = unpack(content, CarriedBatch)
        if parcel.desk == self._desk:
            return Brought(BATCH, parcel.desk, "known")
        self._check_batch(parcel)
        brought = self._keep(BATCH, parcel.desk, content, _contents(parcel.batch), parcel.batch.first)
        with self._database.read() as connection:
            is_mine = memberships.may_accept_for(connection, parcel.batch.collection)
        if is_mine:
            here = set(map(digest, brought.contents))
            self._told().propose_by_hand(_as_inbox(parcel, self._now(), here), self._fits)
            if brought.state == "carried":
                return msgspec.structs.replace(brought, state="applied")
        return brought

    def _check_batch(self, parcel: CarriedBatch) -> None:
        """Raise unless the batch is its author's and whole, as far as this desk can tell."""
        sent = parcel.batch
        if sent.delta is not None or not 0 < len(sent.events) <= _MOST_EVENTS:
            raise BadInput("not-self-contained")
        if not 0 < sent.first < _LAST_NUMBER:
            raise BadInput("numbers")
        formed = all(
            len(event.id) == 16 and len(event.base) in (0, 32) and len(event.revision) in (0, 32)
            for event in sent.events
        )
        if not formed:
            raise BadInput("events")
        with self._database.read() as connection:
            server_key = facts.get(connection, facts.SERVER_KEY)
            if trust.is_revoked(connection, parcel.desk):
                raise Untrusted("desk-revoked", desk=parcel.desk)
        if server_key is None:
            return  # a desk that never joined carries without knowing whom; the hub looks at it
        author = read_admission(parcel.admission.body, parcel.admission.signature, server_key)
        if (author.desk, author.hub) != (parcel.desk, sent.collection.partition("/")[0]):
            raise Untrusted("admission-elsewhere", desk=author.desk, hub=author.hub)
        statement = Batch(parcel.desk, sent.collection, sent.first, sent.events).statement()
        check_signature(bytes.fromhex(author.sign), sent.signature, statement)

    def _fits(self, revision: Revision, collection: str) -> bool:
        return self._kinds().of(revision.content.kind).fits(collection)

    def _join(self, content: bytes) -> Brought:
        request = unpack(unpack(content, OfflineJoin).body, JoinRequest)
        if len(request.sign) != 32 or not request.receive.isascii():
            raise BadInput("keys")
        desk = desk_id(request.sign, request.receive)
        if desk == self._desk:
            return Brought(JOIN, desk, "known")
        return self._keep(JOIN, desk, content)

    def _publication(self, content: bytes) -> Brought:
        parcel = unpack(content, CarriedPublication)
        if parcel.desk == self._desk:
            return Brought(PUBLICATION, parcel.desk, "known")
        if self._was_erased_since(parcel):
            return Brought(PUBLICATION, parcel.desk, "known")
        return self._keep(PUBLICATION, parcel.desk, content)

    def _was_erased_since(self, parcel: CarriedPublication) -> bool:
        """Tell whether a publication is of a time that is past, in a collection of which something was erased: it may have
        these words, packed, and the hub has no use for it. Raises for one that nobody could read."""
        heads = [item.head.head() for item in unpack(parcel.body, Publishing).publications]
        with self._database.read() as connection:
            rows = [(collections.row_of(connection, head.collection), head.version) for head in heads]
            return any(
                row is not None and row.version >= version and erasures.is_any_in(connection, row.number)
                for row, version in rows
            )

    # Joining without a line

    def ask_to_join(self, invite: Invite) -> bytes:
        """Return the request of this desk to be let in by `invite`, which does not hold its secret; the desk waits for
        the answer and begins with the trust that the invite names.

        Raises BadInput("other-centre"), NotAllowed("joined-already").
        """
        with self._database.read() as connection:
            trust.check_same_centre(connection, invite.root)
            if invite.hub in memberships.roles(connection):
                raise NotAllowed("joined-already", hub=invite.hub)
        coordinates = invite.role in (COORDINATOR, SECRETARIAT)
        content = write_join(self._keys(), invite, publishes=coordinates)
        known = msgspec.structs.replace(invite, secret=b"")
        with self._database.write() as connection:
            joining.begin(connection, invite.hub, pack(known), invite.root)
            carried.note_all(connection, JOIN, self._desk, self._now())
            carried.keep(connection, JOIN, self._desk, content, self._now())
            wanted = sorted({f"{invite.hub}/public", collections.CENTRE_PUBLIC})
            collections.follow(connection, wanted)
        return content


def _of_batch(parcel: CarriedBatch, content: bytes) -> Outgoing:
    name = parcel.batch.collection
    closed = [] if name.endswith("/public") else [name]
    return Outgoing(BATCH, parcel.desk, content, _contents(parcel.batch), closed)


def _contents(sent: SentBatch) -> list[bytes]:
    text = frame.unpack(sent.contents, _CONTENT_LIMIT) if sent.contents else b""
    if text.count(b"\n") >= max(len(sent.events), 1):  # before it is cut up
        raise BadInput("contents")
    found = text.split(b"\n") if text else []
    said = iter([event.revision for event in sent.events if event.revision])
    # What its author's desk had to erase meanwhile is not among them, as the hub knows.
    if not all(digest(content) in said for content in found):
        raise BadInput("contents")
    return found


def _as_inbox(parcel: CarriedBatch, received: str, here: set[bytes]) -> InboxBatch:
    """Return a batch as the hub would tell of it; `here`: the hashes of the contents that came."""
    sent = parcel.batch
    return InboxBatch(
        number=0,
        desk=parcel.desk,
        collection=sent.collection,
        first=sent.first,
        events=sent.events,
        signature=sent.signature,
        contents=sent.contents,
        admission=parcel.admission,
        received=received,
        open=[place for place, event in enumerate(sent.events) if event.revision in here],
    )
