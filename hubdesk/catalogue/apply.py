"""Taking in what arrived: checked against a signed head first, then it becomes the state.

Invariant: what does not give the root of a head whose signature counts never becomes the state; a collection's cursor
moves only together with its records. A version never runs backwards. A person's writing never waits for long: what is
large is kept first, in small transactions, and taken in step by step (catalogue/advance.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, select, update

from hubdesk.catalogue import (
    collections,
    equivocations,
    erasures,
    held,
    notices,
    records,
    repair,
    revisions,
    tables,
)
from hubdesk.catalogue.advance import Advance
from hubdesk.catalogue.confirming import Confirming
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.holding import Changes, ConfirmedState, NamedState, changes_of, next_state
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.records import Layers
from hubdesk.errors import Untrusted
from hubdesk.model.identity import tree_key
from hubdesk.model.record import Revision, Stub
from hubdesk.state.delta import Delta, Holding, read_delta
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.snapshot import read_snapshot
from hubdesk.state.tree import Nodes, nodes_of

_TABLE = tables.collection
_KEPT_TOGETHER = 500


class Apply:
    """Changes the confirmed state of collections. `now` gives RFC 3339 in UTC; `erase` carries out what is owed."""

    def __init__(
        self,
        database: Database,
        layers: Layers,
        outbox: Outbox,
        inbox: Inbox,
        now: Callable[[], str],
        erase: Callable[[], None],
    ) -> None:
        self._database = database
        self._erase = erase
        self._layers = layers
        self._confirming = Confirming(layers, outbox, inbox, now)
        self._advance = Advance(database, layers, self._confirming)

    def confirm(self, names: list[str], at: str) -> None:
        """Remember that a hub confirmed at `at` (RFC 3339) that what is held of these collections is the newest."""
        if names:
            with self._database.write() as connection:
                connection.execute(update(_TABLE).where(_TABLE.c.name.in_(names)).values(as_of=at))

    def go_on(self) -> None:
        """Finish what was being taken in when the program ended. Do it before anything is asked or signed."""
        if self._advance.go_on():
            self.follow_notices(notices.CENTRE)
        self.erase_owed()

    def check_stubs(self, collection: str, contents: list[Revision]) -> None:
        """Raise Untrusted("words-missing") where words are left out that no notice erased."""
        if any(isinstance(item, Stub) for item in contents):
            with self._database.read() as connection:
                notices.check_stubs(connection, collection, contents)

    def _still_said(self, collection: str, contents: list[Revision]) -> list[Revision]:
        """Return what may be kept before it counts: an older state may still have words that were erased since."""
        with self._database.read() as connection:
            saying = erasures.still_said(connection, collection, contents)
        stay = {item.hash for item in saying}
        return [item for item in contents if item.content.erased is not None or item.hash in stay]

    def follow_notices(self, collection: str) -> None:
        """Let the overlay say what the Secretariat's notices say, where these may have changed."""
        if collection == notices.CENTRE:
            with self._database.write() as connection, self._layers.gathering(connection):
                notices.follow(connection, self._layers)
        self.erase_owed()

    def erase_owed(self) -> None:
        """Let the words of what was erased go, after a state was taken in."""
        with self._database.read() as connection:
            is_owed = erasures.is_any_owed(connection)
        if is_owed:
            self._erase()

    def delta(
        self, signed: SignedHead, head: Head, delta: Delta, at: str, named: dict[bytes, bytes] | None = None
    ) -> int:
        """Take in a delta to `head`, whose signature was checked; return the number of records it brought.

        It leads from what is held back, where a head is held, else from what is confirmed; or from the state that
        `named` (id -> hash, contents kept) gives in full. Raises Untrusted("rollback" | "root-mismatch" |
        "delta-broken" | "dictionary-unknown").
        """
        with self._database.read() as connection:
            row = self._known(connection, head)
            waiting = held.held_row(connection, row.number)
            check_forward(row, head, head.version if named is not None else head.version - 1)
            before = named
            if before is None and waiting is not None:
                if waiting.version >= head.version:
                    raise Untrusted(
                        "rollback", collection=head.collection, held=waiting.version, offered=head.version
                    )
                before = ConfirmedState(connection, row.number).every_hash()
                before |= held.read_changes(waiting.changes)
            state: Holding = ConfirmedState(connection, row.number)
            if before is not None:
                state = NamedState(connection, before)
            fresh = read_delta(state, delta, stubs=True)
            if before is not None:
                confirmed = ConfirmedState(connection, row.number).every_hash()
                whole = before | changes_of(fresh)
        if before is None:
            changes, gone = changes_of(fresh), frozenset[bytes]()
        else:
            changes = {one: value for one, value in whole.items() if confirmed.get(one) != value}
            gone = frozenset(confirmed.keys() - whole.keys())
        self._reach(signed, head, changes, gone, at, fresh)
        return len(fresh)

    def own(self, signed: SignedHead, head: Head, changes: list[Revision], at: str) -> None:
        """Take in a checked head whose changes are at hand, as an edition brings it."""
        self.named(signed, head, changes_of(changes), frozenset(), at, changes)

    def named(
        self,
        signed: SignedHead,
        head: Head,
        changes: Changes,
        gone: frozenset[bytes],
        at: str,
        contents: Iterable[Revision] = (),
    ) -> None:
        """Take in a checked head: `changes` whose bytes are kept already or in `contents`, and ids, `gone`, that its
        state does not name. Nothing happens where as much is held."""
        with self._database.read() as connection:
            known = self._known(connection, head).version
        if head.version > known:
            self._reach(signed, head, changes, gone, at, contents)

    def published(self, signed: SignedHead, head: Head, changes: list[Revision], at: str) -> None:
        """Take in a head that this desk signed itself: its person saw and confirmed what it withdraws."""
        self._reach(signed, head, changes_of(changes), frozenset(), at, changes, is_guarded=False)

    def accepted(self, signed: SignedHead, changes: Changes, at: str) -> int:
        """Take in a head that was held and that a person looked at; return the number of records it changes."""
        self._reach(signed, signed.head(), changes, frozenset(), at, is_guarded=False)
        return len(changes)

    def gathered(self, head: Head, nodes: Nodes, stream: Iterable[bytes]) -> dict[bytes, bytes]:
        """Keep the records of a snapshot of `head`, whose nodes are `nodes`, where something is held already; return id
        -> hash. Nothing of it counts yet.

        Raises Untrusted("root-mismatch" | "node-mismatch" | "snapshot-broken").
        """
        if nodes.root().hex() != head.root:
            raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
        named: dict[bytes, bytes] = {}
        waiting: list[Revision] = []
        for _, members in read_snapshot(stream, nodes):
            self.check_stubs(head.collection, members)
            waiting += self._still_said(head.collection, members)
            named |= changes_of(members)
            if len(waiting) >= _KEPT_TOGETHER:
                self.keep(waiting)
                waiting = []
        self.keep(waiting)
        return named

    def whole(self, signed: SignedHead, head: Head, named: Changes, at: str) -> None:
        """Make what `named` gives in full (contents kept) the state. Raises Untrusted("rollback" | "root-mismatch")."""
        with self._database.read() as connection:
            row = self._known(connection, head)
            check_forward(row, head, head.version)
            here = ConfirmedState(connection, row.number).every_hash()
        changes = {one: value for one, value in named.items() if here.get(one) != value}
        self._reckon(row, here)
        self._reach(signed, head, changes, frozenset(here.keys() - named.keys()), at)

    def _reckon(self, row: Any, here: Changes) -> None:
        """Reckon what is derived from a collection's records, where it is not theirs: it may be what was wrong."""
        nodes = _nodes(here).packed()
        if nodes != row.nodes or len(here) != row.records:
            with self._database.write() as connection:
                self.set(connection, row.number, nodes=nodes, records=len(here))
                self._layers.index_anew(connection)

    def repaired(
        self, signed: SignedHead, head: Head, contents: list[Revision], gone: frozenset[bytes], at: str
    ) -> None:
        """Bring a collection that did not match to a checked head: `contents` are what was wrong or missing, `gone` the
        ids that the head's state does not name. The bytes of what is here already are written anew.

        Raises Untrusted("rollback" | "root-mismatch").
        """
        with self._database.read() as connection:
            row = self._known(connection, head)
            check_forward(row, head, head.version)
            here = ConfirmedState(connection, row.number).every_hash()
        fresh = changes_of(contents)
        state = {one: value for one, value in (here | fresh).items() if one not in gone}
        if len(state) != head.records or _nodes(state).root().hex() != head.root:
            raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
        for start in range(0, len(contents), _KEPT_TOGETHER):
            with self._database.write() as connection:
                repair.mend(connection, contents[start : start + _KEPT_TOGETHER])
        self._reckon(row, here)
        changes = {one: value for one, value in fresh.items() if here.get(one) != value}
        self._reach(signed, head, changes, gone, at)

    def keep(self, contents: Iterable[Revision]) -> None:
        """Keep the bytes of many revisions before they count, so that the step that lets them count is short."""
        waiting = list(contents)
        for start in range(0, len(waiting), _KEPT_TOGETHER):
            with self._database.write() as connection:
                revisions.keep(connection, waiting[start : start + _KEPT_TOGETHER])

    def _reach(
        self,
        signed: SignedHead,
        head: Head,
        changes: Changes,
        gone: frozenset[bytes],
        at: str,
        contents: Iterable[Revision] = (),
        *,
        is_guarded: bool = True,
    ) -> None:
        """Make the state after `changes` the confirmed one, or hold it; the line lets nobody else change it."""
        with self._database.read() as connection:
            row = self._known(connection, head)
            state = next_state(connection, row, changes, gone)
            if state.root.hex() != head.root or state.records != head.records:
                raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
        fresh = list(contents)
        self.check_stubs(head.collection, fresh)
        self.keep(fresh)
        if is_guarded:
            with self._database.write() as connection:
                withdrawals = held.too_many(connection, row.number, changes)
                if withdrawals:
                    held.hold(connection, row.number, signed, changes, withdrawals, at)
                    self._confirming.erase(connection, row.number, changes)
        if is_guarded and withdrawals:
            self.erase_owed()
            return
        self._advance.begin(row.number, signed, changes, gone, at)
        self.follow_notices(head.collection)

    def _known(self, connection: Connection, head: Head) -> Any:
        row = collections.row_of(connection, head.collection)
        if row is None:
            raise Untrusted("collection-unknown", collection=head.collection)
        equivocations.check(connection, head.collection)
        return row

    def row(self, connection: Connection, name: str) -> Any:
        """Return the row of a collection, added where it is not known."""
        number = records.collection_number(connection, name, make=True)
        return connection.execute(select(_TABLE).where(_TABLE.c.number == number)).one()

    def set(self, connection: Connection, number: int, **values: Any) -> None:
        """Set columns of a collection's row."""
        connection.execute(update(_TABLE).where(_TABLE.c.number == number).values(**values))

    def confirm_records(self, connection: Connection, collection: int, changes: list[Revision]) -> None:
        """Make revisions the confirmed layer of their records; what waits on top is merged or reconsidered."""
        self._confirming.confirm(connection, collection, changes)

    def numbers(self, connection: Connection, collection: int, ids: list[bytes]) -> dict[bytes, int]:
        """Return the record number of each of these ids (16 bytes) that the collection has."""
        return self._confirming.numbers(connection, collection, ids)


def _nodes(state: Changes) -> Nodes:
    return nodes_of(sorted((tree_key(record_id), record_id, value) for record_id, value in state.items()))


def check_forward(row: Any, head: Head, most: int) -> None:
    """Raise Untrusted("rollback") when more than version `most` was seen of a collection, even if a fill that was
    cut has left less of it here."""
    kept = collections.read_head(row.head)
    seen = max(row.version, kept.head().version if kept is not None else 0)
    if seen > most:
        raise Untrusted("rollback", collection=head.collection, held=seen, offered=head.version)
