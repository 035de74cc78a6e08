"""What a desk carries for others: kept as it came, once, in the order in which it must arrive, and not for ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue import carried, closed, joining
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.profile import create_profile
from hubdesk.errors import BadInput
from hubdesk.model.identity import digest

AT = "2026-11-22T12:00:00Z"
UP = ("join", "batch", "publication")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    profile = create_profile(tmp_path / "desk", use_keyring=False)
    yield profile.database
    profile.close()


def test_a_parcel_is_kept_once_and_known_after_it_was_delivered(database: Database) -> None:
    with database.write() as connection:
        assert not carried.is_any(connection)
        assert carried.keep(connection, "batch", "a", b"one", AT, 1)
        assert not carried.keep(connection, "batch", "a", b"one", AT, 1)
        carried.note(connection, digest(b"one"), "", AT)
        assert not carried.keep(connection, "batch", "a", b"one", AT, 1)
        assert carried.waiting_hashes(connection, UP) == []
        [view] = carried.every(connection)
    assert (view.kind, view.desk, view.bytes, view.delivered, view.code) == ("batch", "a", 3, AT, "")


def test_what_the_hub_has_not_decided_is_brought_again(database: Database) -> None:
    with database.write() as connection:
        carried.keep(connection, "join", "a", b"one", AT)
        carried.note(connection, digest(b"one"), carried.WAITING, AT)
        assert carried.waiting_hashes(connection, UP) == [(digest(b"one"), 3)]


def test_parcels_go_in_the_order_in_which_they_must_arrive(database: Database) -> None:
    with database.write() as connection:
        carried.keep(connection, "publication", "k", b"last", AT)
        carried.keep(connection, "batch", "a", b"second", AT, 7)
        carried.keep(connection, "batch", "a", b"first", AT, 1)
        carried.keep(connection, "outcomes", "a", b"for a desk", AT)
        carried.keep(connection, "join", "b", b"before all", AT)
        found = [sha256 for sha256, _ in carried.waiting_hashes(connection, UP)]
    assert found == [digest(content) for content in (b"before all", b"first", b"second", b"last")]


def test_nobody_can_fill_a_disk_with_what_is_carried(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carried, "MOST_BYTES", 10)
    with database.write() as connection:
        carried.keep(connection, "batch", "a", b"12345678", AT)
        with pytest.raises(BadInput, match="carries-too-much"):
            carried.keep(connection, "batch", "a", b"123", AT)
        assert not carried.keep(connection, "batch", "a", b"12345678", AT)


def test_what_is_done_is_forgotten_in_two_months_and_the_rest_in_a_year(database: Database) -> None:
    with database.write() as connection:
        carried.keep(connection, "batch", "a", b"done", AT)
        carried.keep(connection, "outcomes", "a", b"waits", AT)
        carried.note(connection, digest(b"done"), "", AT)
        for at, left in (
            ("2027-01-20T12:00:00Z", [b"done", b"waits"]),
            ("2027-01-22T12:00:00Z", [b"waits"]),
            ("2027-11-21T12:00:00Z", [b"waits"]),
            ("2027-11-23T12:00:00Z", []),
        ):
            carried.tidy(connection, at)
            assert [view.sha256 for view in carried.every(connection)] == [
                digest(content).hex() for content in left
            ]


def test_closed_events_stay_closed(database: Database) -> None:
    with database.write() as connection:
        closed.note(connection, "a", [3, 5])
        closed.note(connection, "a", [5, 9])
        closed.note(connection, "b", [4])
        assert closed.among(connection, "a", 3, 8) == {3, 5}
        assert closed.among(connection, "c", 0, 100) == set()


def test_a_hub_is_awaited_until_its_answer_comes(database: Database) -> None:
    with database.write() as connection:
        joining.begin(connection, "latam", b"invite", bytes(32))
        joining.begin(connection, "open-data", b"other", bytes(32))
        assert joining.waiting(connection) == {"latam": b"invite", "open-data": b"other"}
        joining.end(connection, "latam")
        assert joining.waiting(connection) == {"open-data": b"other"}
        assert joining.admission_of(connection, "latam") is None
