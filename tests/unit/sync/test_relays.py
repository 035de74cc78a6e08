"""Which relay a desk uses: the one that was named, or one of its own Centre once the person said yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue import facts
from hubdesk.catalogue.database import FILE, Database, create_database
from hubdesk.errors import BadInput
from hubdesk.settings import Settings
from hubdesk.sync.discovery import Heard, _heard
from hubdesk.sync.relay_address import RelayAddress
from hubdesk.sync.relays import AGAIN_SECONDS, FOUND, Relays

KEY = bytes(32)
ROOT = "ab" * 32
OURS = Heard("ours", RelayAddress("127.0.0.2", 1, KEY), ROOT)
SECOND = Heard("second", RelayAddress("127.0.0.3", 1, KEY), ROOT)
FOREIGN = Heard("foreign", RelayAddress("127.0.0.4", 1, KEY), "cd" * 32)


class House:
    """What can be heard, how often it was listened, and the time."""

    def __init__(self) -> None:
        self.heard = [FOREIGN, OURS, SECOND]
        self.listened = 0
        self.now = 0.0

    def listen(self) -> list[Heard]:
        self.listened += 1
        return self.heard


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / FILE)
    with made.write() as connection:
        facts.put(connection, facts.ROOT_HASH, bytes.fromhex(ROOT))
    yield made
    made.close()


@pytest.fixture
def relays(database: Database, tmp_path: Path, house: House) -> Relays:
    return Relays(database, Settings(tmp_path), house.listen, lambda: house.now)


def test_nobody_listens_before_the_person_said_yes(relays: Relays, house: House) -> None:
    assert relays.address() is None
    assert (relays.current(), house.listened) == (None, 0)


def test_of_those_that_are_found_one_of_the_own_centre_is_used(relays: Relays, house: House) -> None:
    relays.use(FOUND)
    assert relays.address() == OURS.address
    assert relays.address() == OURS.address
    assert house.listened == 1
    house.now += AGAIN_SECONDS + 1
    house.heard = [FOREIGN]
    assert relays.address() is None
    assert house.listened == 2


def test_one_that_lied_is_left_for_a_while_and_another_taken(relays: Relays, house: House) -> None:
    relays.use(FOUND)
    relays.leave(OURS.address, 600)
    assert relays.address() == SECOND.address
    house.now += 601
    assert relays.address() == OURS.address


def test_the_one_that_was_named_is_remembered_and_left_alike(
    relays: Relays, house: House, database: Database, tmp_path: Path
) -> None:
    relays.use(str(SECOND.address))
    again = Relays(database, Settings(tmp_path), house.listen, lambda: house.now)
    assert (again.current(), again.address()) == (str(SECOND.address), SECOND.address)
    again.leave(SECOND.address, 10)
    assert again.address() is None
    again.use(None)
    assert again.current() is None
    assert house.listened == 0


def test_one_for_now_is_not_remembered(
    relays: Relays, house: House, database: Database, tmp_path: Path
) -> None:
    relays.use_now(str(OURS.address))
    assert relays.address() == OURS.address
    assert Relays(database, Settings(tmp_path), house.listen).current() is None


def test_what_is_no_address_is_refused_and_changes_nothing(relays: Relays) -> None:
    relays.use(str(OURS.address))
    for false in ("192.168.1.1", "http://192.168.1.1"):
        with pytest.raises(BadInput):
            relays.use(false)
    assert relays.current() == str(OURS.address)


def test_a_list_says_whose_each_is(relays: Relays) -> None:
    views = relays.found()
    assert [(view.name, view.is_ours, view.age) for view in views] == [
        ("foreign", False, None),
        ("ours", True, None),
        ("second", True, None),
    ]


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ({}, 8471),
        ({"root": ROOT.encode()}, 8471),
        ({"root": ROOT.encode(), "key": b"12"}, 8471),
        ({"root": b"\xff" * 64, "key": KEY.hex().encode()}, 8471),
        ({"root": None, "key": KEY.hex().encode()}, 8471),
        ({"root": ROOT.encode(), "key": KEY.hex().encode()}, 0),
    ],
)
def test_what_is_announced_in_another_form_is_not_heard(text: dict[str, bytes | None], port: int) -> None:
    assert list(_heard("x", ["10.0.0.1"], port, text)) == []


def test_what_is_announced_in_our_form_is(house: House) -> None:
    text: dict[str, bytes | None] = {"v": b"1", "root": ROOT.encode(), "key": KEY.hex().encode()}
    assert list(_heard("pc-8471._hubdesk._tcp.local.", ["10.0.0.1"], 8471, text)) == [
        Heard("pc-8471", RelayAddress("10.0.0.1", 8471, KEY), ROOT)
    ]
