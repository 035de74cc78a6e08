"""What is said of shared software reaches a house through its relay, and a relay that lies about it changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubdesk.catalogue import facts
from hubdesk.desk import Desk
from hubdesk.errors import Untrusted
from hubdesk.sync.shared import parts_of_relay
from hubdesk.sync.wire import Down, Published, SentInstallers
from hubdesk.trust.installers import pack_list
from tests.scenarios.open_desks import PUBLIC, Joining, desk
from tests.scenarios.relay_house import a_house
from tests.unit.server.driver import RunningHub

__all__ = ["desk"]


@pytest.fixture
def reader(hub: RunningHub, tmp_path: Path) -> Iterator[Desk]:
    made = Desk.create(tmp_path / "reader", use_keyring=False)
    made.join(hub.invite("reader"))
    yield made
    made.close()


@pytest.fixture
def offered(desk: Joining, tmp_path: Path) -> Callable[[], Desk]:
    """Let a coordinator offer a program; return the desk."""

    def offer() -> Desk:
        ana = desk("coordinator")
        program = tmp_path / "votes.msi"
        program.write_bytes(b"a program")
        record = ana.new("software", {"title": {"en": "Votes"}, "licence": "MIT"}, PUBLIC)
        ana.attach(record, [program])
        ana.software.offer(record)
        ana.sync()
        return ana

    return offer


def states(of: Desk) -> list[str]:
    return [file.state for file in of.software.all()]


def test_a_withdrawal_reaches_a_house_without_a_line(
    hub: RunningHub, offered: Callable[[], Desk], reader: Desk, tmp_path: Path
) -> None:
    ana = offered()
    reader.sync()
    assert states(reader) == ["one-signature"]
    ana.software.withdraw(ana.software.all()[0].sha256, "It loses votes.")
    ana.sync()
    with a_house(hub, tmp_path / "relay") as house:
        house.fetch()
        hub.stop()
        reader.relays.use(house.url)
        assert reader.sync().problems == []
        assert states(reader) == ["withdrawn"]
        assert reader.sync().problems == []  # told again, and no fault


def test_a_relay_cannot_keep_a_desk_from_hearing_its_hub(offered: Callable[[], Desk], reader: Desk) -> None:
    ana = offered()
    reader.sync()
    (listed,) = ana.software.lists()
    database = reader.apply._database
    lie = SentInstallers(hub="latam", packed=pack_list(listed.content, listed.role), number=2**60)
    refused = Published(collection="latam", code="not-a-signer")
    for _, take in parts_of_relay(database, Down(software=[lie], installers=[refused])):
        take()
    with database.read() as connection:
        assert facts.get_number(connection, facts.SOFTWARE) == 1
    assert states(reader) == ["one-signature"]
    ana.software.withdraw(ana.software.all()[0].sha256, "It loses votes.")
    ana.sync()
    reader.sync()
    assert states(reader) == ["withdrawn"]


@pytest.mark.parametrize("packed", [b"", b"x", pack_list(b"{}", b"{}")])
def test_what_a_relay_makes_up_is_thrown_away(reader: Desk, packed: bytes) -> None:
    database = reader.apply._database
    ((_, take),) = parts_of_relay(database, Down(software=[SentInstallers(hub="latam", packed=packed)]))
    with pytest.raises(Untrusted, match="installers-broken"):
        take()
    assert reader.software.all() == []
