"""Comparing with the hub: to repair what does not match here, and to give the hub back what it lost.

Invariant: what is compared is only ever used to say what to send; what arrives counts under a signed root, and nothing
is deleted here because the hub lacks it. Each step is taken at most once a sync.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from hubdesk.catalogue import collections, equivocations, held, records, repair, revisions
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.holding import ConfirmedState, NamedState
from hubdesk.errors import Untrusted
from hubdesk.model.identity import tree_key
from hubdesk.model.record import read_revision
from hubdesk.state import frame
from hubdesk.state.comparison import PLACE, differing, marks_of, place_of, plain_delta, read_places
from hubdesk.state.delta import Delta, read_delta
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.snapshot import write_snapshot
from hubdesk.state.tree import WIDTH, Entry, Nodes, nodes_of
from hubdesk.sync.transfer import Transfer
from hubdesk.sync.trusting import Trusting
from hubdesk.sync.wire import (
    COMPARES,
    INLINE_LIMIT,
    PLAIN,
    BlobRef,
    CollectionAnswer,
    Compared,
    Cursor,
    Publication,
    Published,
    TwoHeads,
    Up,
    pack,
    unpack,
)

MOST_MARKS = 4_000_000
"""Bytes of marks above which the whole is asked for instead."""
_MOST_BATCHES = 100
_MANY = 5_000
"""Records above which a whole collection travels as a snapshot, not all in memory."""
_NO_DICTIONARY = {"dictionary-unknown", "profile-damaged"}
_DELTA_LIMIT = 128_000_000
_REVISIONS_LIMIT = 16_000_000
_BEST_BYTES = 4_000_000
_QUICK_LEVEL = 9


class Mending:
    """The comparisons of one sync. `now` gives RFC 3339 in UTC."""

    def __init__(
        self, database: Database, apply: Apply, files: Blobs, transfer: Transfer, now: Callable[[], str]
    ) -> None:
        self._database = database
        self._apply = apply
        self._files = files
        self._transfer = transfer
        self._now = now
        self._done: set[tuple[str, str]] = set()
        self._doubted: set[str] = set()
        self._wants_plain = False
        self._marks: dict[str, dict[int, bytes]] = {}
        self._lost: dict[str, Nodes] = {}
        self._lacks: dict[str, bytes] = {}
        self._publications: list[Publication] = []
        self._wanted: list[bytes] = []
        self.healed: list[str] = []
        self.trusting = Trusting(database, now)

    def begin(self) -> None:
        """Begin with what a check of everything found."""
        with self._database.read() as connection:
            self._doubted.update(repair.damaged(connection).collections)

    @property
    def is_due(self) -> bool:
        """Whether something is to be said that was not said before."""
        return bool(
            self._wants_plain
            or self._doubted
            or self._marks
            or self._lost
            or self._lacks
            or self.trusting.is_due
        )

    @property
    def asks(self) -> bool:
        """Whether revisions were asked for by their hash."""
        return bool(self._wanted)

    def unfit(self, collection: str, codes: set[str]) -> bool:
        """What came did not fit what is held, as the codes of what was wrong with it say. Tell whether there is a way
        on but the whole: without dictionary, where that could not be derived; else by comparing."""
        if codes & _NO_DICTIONARY and self._first("plain", collection):
            self._wants_plain = True
            return True
        return self.doubt(collection)

    def doubt(self, collection: str) -> bool:
        """What came did not fit what is held: compare it. Tell whether that can be done and was not tried
        before."""
        with self._database.read() as connection:
            row = collections.row_of(connection, collection)
        if row is None or not row.version or not self._first("doubt", collection):
            return False
        self._doubted.add(collection)
        return True

    def _first(self, step: str, collection: str) -> bool:
        is_first = (step, collection) not in self._done
        self._done.add((step, collection))
        return is_first

    # What the next exchange says

    def added(self, connection: Connection, up: Up) -> Up:
        """Return what a desk says with what it compares and offers."""
        compared = self._compared(connection)
        compares = {item.collection for item in compared if item.head is None}
        cursors = [
            Cursor(cursor.collection, 0, b"") if cursor.collection in compares else cursor
            for cursor in up.cursors
        ]
        self._wanted = repair.damaged(connection).revisions
        flags = [COMPARES, PLAIN] if self._wants_plain else [COMPARES]
        self._wants_plain = False
        return msgspec.structs.replace(
            self.trusting.added(connection, up),
            cursors=cursors,
            flags=flags,
            compared=compared,
            healing=self._publications,
            received=repair.received_batches(connection, _MOST_BATCHES),
            wanted=self._wanted,
            contradictions=[TwoHeads(item.head, item.other) for item in equivocations.every(connection)],
        )

    def _compared(self, connection: Connection) -> list[Compared]:
        said = [Compared(collection=name) for name in sorted(self._doubted)]
        self._doubted.clear()
        said += [Compared(collection=name, marks=marks) for name, marks in self._marks.items()]
        self._marks.clear()
        for name, theirs in self._lost.items():
            head = collections.head_of(connection, name)
            if head is not None:
                marks = _marks(_sound(connection, name), theirs)
                said.append(Compared(collection=name, marks=marks, head=head))
        self._lost.clear()
        return said

    def bring(self) -> None:
        """Make ready what the hub said to lack; what is large goes up first, as a blob that survives cuts."""
        self._publications = []
        while self._lacks:
            name, lacks = self._lacks.popitem()
            with self._database.read() as connection:
                publication, file = self._publication(connection, name, read_places(lacks))
            if file is not None:
                self._transfer.upload(file)
                self._files.path(file.sha256).unlink(missing_ok=True)
            self._publications.append(publication)

    def _publication(
        self, connection: Connection, name: str, lacks: set[bytes]
    ) -> tuple[Publication, BlobRef | None]:
        """Return a head that the hub lost with all that it lacks, and the blob that goes before where it is large."""
        head = collections.head_of(connection, name)
        assert head is not None
        entries = _sound(connection, name)
        wanted = [entry for entry in entries if place_of(entry) in lacks]
        if len(wanted) == len(entries) > _MANY:
            state = ConfirmedState(connection, records.collection_number(connection, name))
            file = self._file(write_snapshot(state.canonical_in_tree_order(), _QUICK_LEVEL))
            return Publication(head=head, snapshot=file), file
        contents = dict(revisions.get_many(connection, [entry[2] for entry in wanted]))
        level = _QUICK_LEVEL if sum(map(len, contents.values())) > _BEST_BYTES else frame.LEVEL
        delta = plain_delta({entry[1]: contents[entry[2]] for entry in wanted}, level)
        if len(delta.frame) + len(delta.added) <= INLINE_LIMIT:
            return Publication(head=head, delta=delta), None
        file = self._file([pack(delta)])
        return Publication(head=head, delta_blob=file), file

    def _file(self, pieces: Iterable[bytes]) -> BlobRef:
        return BlobRef(*self._files.add_stream(pieces))

    # What the hub answered

    def take(self, answer: CollectionAnswer, head: Head | None) -> int:
        """Take in an answer that compares; `head` is its checked one. Return the number of records it brought.

        Raises Untrusted("root-mismatch" | "delta-missing" | "delta-broken" | ...).
        """
        name = answer.collection
        if answer.behind is not None:
            self._take_behind(answer)
            return 0
        assert head is not None
        assert answer.head is not None
        if not answer.repaired:
            if len(answer.nodes) != 32 * WIDTH or Nodes(answer.nodes).root().hex() != head.root:
                raise Untrusted("root-mismatch", collection=name, version=head.version)
            self._compare(answer.head, head, Nodes(answer.nodes))
            return 0
        delta = answer.delta
        if answer.delta_blob is not None:
            delta = unpack(self._transfer.fetch(answer.delta_blob, _DELTA_LIMIT), Delta)
        if delta is None:
            raise Untrusted("delta-missing", collection=name)
        return self._repair(answer, head, delta)

    def _compare(self, signed: SignedHead, head: Head, theirs: Nodes) -> None:
        name = head.collection
        if not self._first("marks", name):
            return
        with self._database.read() as connection:
            marks = _marks(_sound(connection, name), theirs)
        if not marks:  # the records are right, and what was kept of them was not
            self._apply.repaired(signed, head, [], frozenset(), self._now())
            with self._database.write() as connection:
                repair.forget(connection, collection=name)
        elif sum(map(len, marks.values())) <= MOST_MARKS:
            self._marks[name] = marks
        else:
            raise Untrusted("root-mismatch", collection=name, version=head.version)  # the whole costs less

    def _repair(self, answer: CollectionAnswer, head: Head, delta: Delta) -> int:
        name = answer.collection
        assert answer.head is not None
        if delta.dictionary or delta.changed:
            raise Untrusted("delta-broken", reason="not plain")
        with self._database.read() as connection:
            number = records.collection_number(connection, name)
            here = ConfirmedState(connection, number).every_hash()
            contents = read_delta(NamedState(connection, {}), delta, stubs=True)
        places = read_places(answer.gone)
        gone = frozenset(record_id for record_id in here if tree_key(record_id)[:PLACE] in places)
        self._apply.repaired(answer.head, head, contents, gone, self._now())
        with self._database.write() as connection:
            repair.forget(connection, [item.hash for item in contents], name)
        return len(contents)

    def _take_behind(self, answer: CollectionAnswer) -> None:
        name = answer.collection
        with self._database.read() as connection:
            is_mine = name not in held.held_cursors(connection)
        if answer.lacks is not None and len(answer.lacks) % PLACE == 0:
            if is_mine and self._first("lacks", name):
                self._lacks[name] = answer.lacks
        elif len(answer.nodes) == 32 * WIDTH and is_mine and self._first("lost", name):
            self._lost[name] = Nodes(answer.nodes)

    def take_healed(self, answers: list[Published]) -> dict[str, str]:
        """Note what the hub says of what it was given back; return name -> code of what it did not take."""
        self.healed += [answer.collection for answer in answers if not answer.code]
        return {answer.collection: answer.code for answer in answers if answer.code}

    def take_revisions(self, packed: bytes) -> None:
        """Put back revisions whose bytes were damaged. Raises Untrusted, BadInput."""
        if not self._wanted:
            return
        text = frame.unpack(packed, _REVISIONS_LIMIT) if packed else b""
        contents = [read_revision(line) for line in frame.lines(text, len(self._wanted))]
        with self._database.write() as connection:
            wanted = set(repair.damaged(connection).revisions)
            right = [item for item in contents if item.hash in wanted]
            repair.mend(connection, right)
            # What nobody has is not asked for at every sync.
            repair.forget(connection, [item.hash for item in right] or self._wanted)


def _sound(connection: Connection, name: str) -> list[Entry]:
    row = collections.row_of(connection, name)
    return [] if row is None else repair.sound_entries(connection, row.number)


def _marks(entries: list[Entry], theirs: Nodes) -> dict[int, bytes]:
    """Return the marks of every node that differs; an empty node has none, and is named all the same."""
    return {
        number: marks_of(entry for entry in entries if entry[0][0] == number)
        for number in differing(nodes_of(entries), theirs)
    }
