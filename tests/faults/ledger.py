"""The model of the machine: which words people wrote and were told are kept, and where each may be found now.

Invariant: a word is demanded from the moment an edit with it was acknowledged until its own author writes something
else over it, knowingly, before anybody signed it, or until no disk holds it any longer because disks were put back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct

from hubdesk.errors import NotFound
from hubdesk.model.identity import id_bytes
from tests.faults.world import Place, World

_WORD = re.compile(r"word\d+")
_INBOX = "'s inbox"


class Edit(Struct, frozen=True):
    """One edit: who wrote which word into which record."""

    word: str
    author: str
    record: str


class _Content(Struct, frozen=True):
    """What matters of a revision's canonical bytes."""

    words: frozenset[str]
    parents: tuple[bytes, ...]


class Ledger:
    """What was written in a world, and what is still demanded of it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._contents: dict[bytes, _Content] = {}
        self._count = 0
        self.demanded: dict[str, Edit] = {}
        self.written = 0
        self.forgiven = 0

    def word(self) -> str:
        """A word that nobody used before."""
        self._count += 1
        return f"word{self._count}"

    def acknowledged(self, word: str, author: Place, record: str) -> None:
        self.demanded[word] = Edit(word, author.name, record)
        self.written += 1

    # What its author gives up

    @contextmanager
    def writing(self, author: Place, record: str) -> Iterator[None]:
        """Within the block `author` changes `record`: own words that were seen there, or had lost in the draft's
        history, and are not afterwards, and that no hub had signed, are given up."""
        shown, behind = words_shown(author, record), self._behind(author, record)
        signed = words_signed(author, record)
        yield
        after = words_shown(author, record)
        lost = (shown - after) | (behind - self._behind(author, record) - after)
        self._give_up(author, lost - signed)

    @contextmanager
    def proposing(self, author: Place) -> Iterator[None]:
        """Within the block `author` proposes all drafts. One that says what is signed goes, and with it what lost
        against that in its history; what a draft shows is never given up by proposing it."""
        drafts = [item.id for item in author.desk.drafts()]
        behind = {record: self._behind(author, record) - words_shown(author, record) for record in drafts}
        yield
        drafted = {item.id for item in author.desk.drafts()} | {item.id for item in author.desk.outbox()}
        for record in set(drafts) - drafted:
            self._give_up(author, behind[record] - words_signed(author, record))

    def _give_up(self, author: Place, words: set[str]) -> None:
        for word in words & self.demanded.keys():
            if self.demanded[word].author == author.name:
                self._forgive(word)

    def _behind(self, author: Place, record: str) -> set[str]:
        """The words in the history of what a draft of `record` was written over."""
        with author.desk._database.read() as connection:
            run = connection.exec_driver_sql
            self._learn(run("SELECT hash, canonical FROM revision"))
            query = "SELECT over FROM draft JOIN record ON record = number WHERE id = ? AND over IS NOT NULL"
            over = [bytes(row[0]) for row in run(query, (id_bytes(record),))]
        return self._words(self._lineage(over, set(self._contents)))

    @contextmanager
    def losing_a_disk(self) -> Iterator[None]:
        """Within the block a folder is put back to an older copy: what no disk holds afterwards is gone for good; so is
        what stands in an inbox alone, whose author took it back before and whose coordinator has not heard of it yet."""
        yield
        found = self.found()
        for word in list(self.demanded):
            if all(place.endswith(_INBOX) for place in found.get(word, ())):
                self._forgive(word)

    def _forgive(self, word: str) -> None:
        del self.demanded[word]
        self.forgiven += 1

    # Where words are

    def missing(self) -> list[Edit]:
        """Edits of which no trace is left where somebody would come across it."""
        found = self.found()
        return [edit for word, edit in self.demanded.items() if word not in found]

    def found(self) -> dict[str, set[str]]:
        """Return word -> the places where it stands: signed, in a history, proposed, waiting, or drafted."""
        found: dict[str, set[str]] = {}

        def note(words: Iterable[str], where: str) -> None:
            for word in words:
                found.setdefault(word, set()).add(where)

        readable = self._on_server(note)
        for place in self._world.places.values():
            self._on_desk(place, readable, note)
        return found

    def _on_server(self, note: Any) -> set[bytes]:
        with self._world.server.store.database.read() as connection:
            run = connection.exec_driver_sql
            self._learn(run("SELECT hash, canonical FROM revision"))
            readable = {bytes(row[0]) for row in run("SELECT revision FROM lineage")}
            signed = [bytes(row[0]) for row in run("SELECT revision FROM state")]
            proposed = [bytes(row[0]) for row in run("SELECT revision FROM event WHERE outcome = 'open'")]
        note(self._words(self._lineage(signed, readable)), "signed at the server, or before")
        note(self._words(proposed), "proposed at the server")
        return readable

    def _on_desk(self, place: Place, readable: set[bytes], note: Any) -> None:
        with place.desk._database.read() as connection:
            run = connection.exec_driver_sql
            here = {bytes(row[0]) for row in run("SELECT hash FROM revision")}
            self._learn(run("SELECT hash, canonical FROM revision"))
            drafts = [bytes(row[0]).decode() for row in run("SELECT fields FROM draft")]
            waiting = run("SELECT revision FROM outbox WHERE revision != x'' AND state != 'replaced'")
            pending = [bytes(row[0]) for row in waiting]
            proposals = [bytes(row[0]) for row in run("SELECT revision FROM proposal")]
            layers = [
                bytes(value)
                for row in run("SELECT confirmed, accepted, pending FROM record")
                for value in row
                if value
            ]
            layers += [bytes(row[0]) for row in run("SELECT over FROM draft WHERE over IS NOT NULL")]
        for draft in drafts:
            note(_WORD.findall(draft), f"{place}'s drafts")
        note(self._words(pending), f"{place}'s outbox")
        note(self._words(proposals), f"{place}{_INBOX}")
        note(self._words(self._lineage(layers, here | readable)), f"{place}'s catalogue and history")

    def _learn(self, rows: Iterable[Any]) -> None:
        for revision, canonical in rows:
            if bytes(revision) not in self._contents:
                content = json.loads(canonical)
                words = frozenset(_WORD.findall(bytes(canonical).decode()))
                parents = tuple(bytes.fromhex(parent) for parent in content.get("parents", []))
                self._contents[bytes(revision)] = _Content(words, parents)

    def _words(self, revisions: Iterable[bytes]) -> set[str]:
        return {word for one in revisions if one in self._contents for word in self._contents[one].words}

    def _lineage(self, revisions: Iterable[bytes], readable: set[bytes]) -> set[bytes]:
        """The revisions and all before them, as far as they can be read."""
        seen: set[bytes] = set()
        waiting = list(revisions)
        while waiting:
            current = waiting.pop()
            if current in readable and current not in seen:
                seen.add(current)
                waiting += self._contents[current].parents
        return seen


def words_in(value: Any) -> set[str]:
    return set(_WORD.findall(json.dumps(value)))


def words_shown(place: Place, record: str) -> set[str]:
    """The words that `place` shows of a record."""
    try:
        return words_in(place.desk.show(record).fields)
    except NotFound:
        return set()


def words_signed(place: Place, record: str) -> set[str]:
    """The words that `place` holds signed of a record."""
    try:
        view = place.desk.published(record)
    except NotFound:
        return set()
    return words_in(view.fields) if view else set()
