"""The bin: withdrawn words stay for ninety days, by the calendar and by the days on which the desk was used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from hubdesk.catalogue.profile import create_profile
from hubdesk.desk import Desk
from hubdesk.errors import NotFound
from hubdesk.model.identity import new_id
from hubdesk.model.record import Revision, write_revision
from hubdesk.state.head import FORMAT, Head, SignedHead
from hubdesk.state.snapshot import entry_of
from hubdesk.state.tree import nodes_of

NAME = "latam/public"
BEGIN = date(2026, 11, 22)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.day = BEGIN

    def __call__(self) -> str:
        return f"{self.day.isoformat()}T12:00:00Z"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    made = Desk(create_profile(tmp_path / "desk", use_keyring=False), clock)
    made.follow([NAME])
    yield made
    made.close()


def signed(desk: Desk, version: int, *records: Revision) -> None:
    """Take in a head over these records, whose signature counts as checked."""
    nodes = nodes_of(sorted(map(entry_of, records)))
    head = Head(
        format=FORMAT, collection=NAME, version=version, root=nodes.root().hex(), records=len(records),
        previous="0" * 64, time="2026-11-22T12:00:00Z",
    )  # fmt: skip
    desk.apply.own(SignedHead(head.body(), "key", b""), head, list(records), "2026-11-22T12:00:00Z")


def words(record: str, *parents: Revision, title: str = "Budget") -> Revision:
    fields = {"title": {"en": title}}
    before = [parent.hash.hex() for parent in parents]
    return write_revision(record, "tool", by="", at="2026-11-22T12:00:00Z", parents=before, fields=fields)


def withdrawal(of: Revision) -> Revision:
    return write_revision(
        of.content.id, "tool", by="", at="2026-11-22T12:00:00Z", parents=[of.hash.hex()], withdrawn="old"
    )


def used_on_each_of(desk: Desk, clock: Clock, days: int) -> int:
    """Use the desk once on each of so many days; return how many records were let go."""
    gone = 0
    for _ in range(days):
        clock.day += timedelta(days=1)
        gone += desk.bin.tidy()
    return gone


def test_what_is_withdrawn_stays_readable_for_ninety_days(desk: Desk, clock: Clock) -> None:
    first = words(new_id())
    second = words(first.content.id, first, title="Budget office")
    desk.bin.tidy()
    signed(desk, 1, first)
    signed(desk, 2, second)
    signed(desk, 3, withdrawal(second))
    [binned] = desk.bin.all()
    assert (binned.id, binned.title, binned.reason) == (first.content.id, {"en": "Budget office"}, "old")
    assert binned.days_left == 90

    assert used_on_each_of(desk, clock, 89) == 0
    assert [item.days_left for item in desk.bin.all()] == [1]
    desk.revision(first.content.id, second.hash.hex())
    assert used_on_each_of(desk, clock, 1) == 1
    assert desk.bin.all() == []
    for revision in (first, second):
        with pytest.raises(NotFound):
            desk.revision(first.content.id, revision.hash.hex())
    # Only content goes: the signed state is what it was.
    assert desk.verify().ok
    assert desk.collections()[0].records == 1
    assert desk.show(first.content.id).withdrawn == "old"


def test_a_clock_that_jumps_empties_no_bin(desk: Desk, clock: Clock) -> None:
    record = words(new_id())
    signed(desk, 1, record)
    signed(desk, 2, withdrawal(record))
    for years in (20, -10, 5, 0):
        clock.day = BEGIN + timedelta(days=365 * years)
        assert desk.bin.tidy() == 0
    assert [item.id for item in desk.bin.all()] == [record.content.id]


def test_a_desk_that_is_seldom_used_loses_nothing_sooner(desk: Desk, clock: Clock) -> None:
    record = words(new_id())
    signed(desk, 1, record)
    signed(desk, 2, withdrawal(record))
    for _ in range(40):
        clock.day += timedelta(days=7)
        assert desk.bin.tidy() == 0
    assert [item.days_left for item in desk.bin.all()] == [50]


def test_what_comes_back_leaves_the_bin(desk: Desk) -> None:
    record = words(new_id())
    signed(desk, 1, record)
    gone = withdrawal(record)
    signed(desk, 2, gone)
    signed(desk, 3, words(record.content.id, gone))
    assert desk.bin.all() == []


def test_what_something_else_names_stays(desk: Desk, clock: Clock) -> None:
    record = words(new_id())
    signed(desk, 1, record)
    desk.set(record.content.id, {"title.en": "A draft on top of it"})
    signed(desk, 2, withdrawal(record))
    used_on_each_of(desk, clock, 91)
    assert desk.bin.all() == []
    assert desk.show(record.content.id).fields["title"] == {"en": "A draft on top of it"}
    assert desk.verify().ok
