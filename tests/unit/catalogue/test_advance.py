"""A large change is taken in step by step: a kill leaves what is gone on with, and a person writes in between."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hubdesk.catalogue.advance import AT_ONCE, Advance
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.errors import Untrusted
from hubdesk.model.identity import id_from_bytes
from hubdesk.model.record import Revision, write_revision
from hubdesk.state.head import FORMAT, Head, SignedHead
from hubdesk.state.snapshot import entry_of
from hubdesk.state.tree import nodes_of

NAME = "latam/public"
AT = "2026-11-22T12:00:00Z"
RECORDS = 3 * AT_ONCE + 50


class Killed(BaseException):
    """The program ends here."""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A desk that holds the first version."""
    desk = Desk.create(tmp_path / "desk", use_keyring=False)
    desk.follow([NAME])
    take(desk, 1, "first")
    desk.close()
    return tmp_path / "desk"


@pytest.fixture
def killed(profile: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, killed while it took in the second version."""
    confirm, calls = Advance._confirm, []

    def dying(self: Advance, *arguments: Any) -> None:
        calls.append(arguments)
        if len(calls) == 3:
            raise Killed
        confirm(self, *arguments)

    monkeypatch.setattr(Advance, "_confirm", dying)
    desk = Desk.open(profile)
    with pytest.raises(Killed):
        take(desk, 2, "second")
    desk.close()
    monkeypatch.undo()
    return profile


def take(desk: Desk, version: int, word: str) -> None:
    """Take in a head over records that say `word`, whose signature counts as checked."""
    ids = (id_from_bytes(number.to_bytes(16, "big")) for number in range(RECORDS))
    made = [write_revision(i, "tool", by="", at=AT, parents=[], fields={"title": {"en": word}}) for i in ids]
    head, signed = head_over(version, made)
    desk.apply.own(signed, head, made, AT)


def head_over(version: int, records: list[Revision]) -> tuple[Head, SignedHead]:
    nodes = nodes_of(sorted(map(entry_of, records)))
    head = Head(
        format=FORMAT, collection=NAME, version=version, root=nodes.root().hex(), records=len(records),
        previous="0" * 64, time=AT,
    )  # fmt: skip
    return head, SignedHead(head.body(), "key", b"")


def found(desk: Desk, word: str) -> int:
    return desk.search(Query(word)).total


def test_what_was_begun_is_finished_after_a_kill(killed: Path) -> None:
    desk = Desk.open(killed)
    [view] = desk.collections()
    assert (view.version, view.filling is not None) == (1, True)
    assert found(desk, "first") + found(desk, "second") == RECORDS, (
        "each record shows one of two signed words"
    )
    assert found(desk, "second") == 2 * AT_ONCE
    assert desk.verify().ok
    desk.apply.go_on()
    [view] = desk.collections()
    assert (view.version, view.filling, view.records) == (2, None, RECORDS)
    assert (found(desk, "first"), found(desk, "second")) == (0, RECORDS)
    assert desk.verify().ok
    desk.apply.go_on()  # nothing is left to do
    desk.close()


def test_what_cannot_be_finished_is_given_up_and_compared(killed: Path) -> None:
    with closing(sqlite3.connect(killed / "catalogue.sqlite")) as connection, connection:
        last = connection.execute("SELECT max(number) FROM revision").fetchone()[0]
        connection.execute("DELETE FROM revision WHERE number > ?", (last - 400,))
    desk = Desk.open(killed)
    desk.apply.go_on()
    [view] = desk.collections()
    assert (view.version, view.filling) == (1, None)
    # The next sync compares; here the same version comes by another road.
    take(desk, 2, "second")
    desk.close()


def test_a_person_writes_between_the_steps(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    confirm = Advance._confirm
    desk = Desk.open(profile)
    mine = desk.new("tool", {"title": {"en": "mine"}}, NAME)
    written = []

    def watched(self: Advance, *arguments: Any) -> None:
        confirm(self, *arguments)
        written.append(len(arguments[2]))

    monkeypatch.setattr(Advance, "_confirm", watched)
    take(desk, 2, "second")
    assert max(written) <= AT_ONCE, "no transaction is longer than a person may wait"
    assert sum(written) == RECORDS
    assert desk.show(mine).fields["title"] == {"en": "mine"}
    assert found(desk, "second") == RECORDS
    desk.close()


def test_nothing_begins_that_does_not_give_the_root(profile: Path) -> None:
    desk = Desk.open(profile)
    before = desk.collections()
    records = [
        write_revision(id_from_bytes(n.to_bytes(16, "big")), "tool", by="", at=AT, parents=[], fields={})
        for n in range(RECORDS)
    ]
    head, signed = head_over(2, records)
    with pytest.raises(Untrusted):
        desk.apply.own(signed, head, records[1:], AT)
    assert desk.collections() == before
    assert desk.verify().ok
    desk.close()
