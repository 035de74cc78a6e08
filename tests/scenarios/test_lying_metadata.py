"""A server that holds the Centre's metadata back, turns it back or mixes it: nothing is believed, and its age is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from hubdesk.catalogue.database import FILE, open_database
from hubdesk.catalogue.profile import open_profile
from hubdesk.catalogue.trust import held_chain
from hubdesk.desk import Desk
from hubdesk.errors import Untrusted
from hubdesk.server.centre import create_centre
from hubdesk.sync.wire import Down
from hubdesk.trust.bundle import Bundle, pack
from hubdesk.trust.chain import Chain
from hubdesk.trust.keys import SigningKey
from hubdesk.trust.roles import heads_listed, next_version, write_listing, write_online
from tests.scenarios.between import Between, standing_between
from tests.scenarios.command_line import PUBLIC, CommandLine
from tests.unit.server.driver import RunningHub, running_hub

Joining = Callable[..., CommandLine]


@pytest.fixture
def between(hub: RunningHub) -> Iterator[Between]:
    with standing_between(hub.url) as standing:
        yield standing


@pytest.fixture
def far(hub: RunningHub, between: Between, person: Joining) -> Joining:
    """A desk that reaches the hub only through what stands between."""

    def joined(role: str, of: str = "latam") -> CommandLine:
        command_line = person(f"far-{role}")
        command_line("join", hub.store.invite(url=between.url, hub=of, role=role))
        return command_line

    return joined


def chain_of(profile: Path) -> Chain:
    database = open_database(profile / FILE)
    try:
        with database.read() as connection:
            chain = held_chain(connection)
    finally:
        database.close()
    assert chain is not None
    return chain


def newest(hub: RunningHub) -> Bundle:
    with hub.store.database.read() as connection:
        return hub.store.centre.metadata.whole(connection)


def telling(bundle: Bundle) -> Callable[[Down], Down]:
    """Say this of metadata, whatever the desk holds."""
    return lambda down: msgspec.structs.replace(down, trust=pack(bundle, None), whole=True)


def codes(told: dict[str, list[dict[str, str]]]) -> set[tuple[str, str]]:
    return {(problem["about"], problem["code"]) for problem in told["problems"]}


def test_older_metadata_turns_nothing_back(
    hub: RunningHub, between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published(title="First")
    old = newest(hub)
    record = coordinator.published(title="Second")
    reader("sync")
    held = chain_of(reader.profile)
    with between.lying(telling(old)):
        assert codes(reader("sync")) == {("centre", "metadata-rollback")}
    assert chain_of(reader.profile) == held
    assert reader.shown(record)["title"] == {"en": "Second"}
    assert codes(reader("sync")) == set()


@pytest.mark.parametrize("part", ["snapshot", "targets", "roles", "timestamp"])
def test_metadata_mixed_of_two_times_is_not_taken(
    hub: RunningHub, between: Between, desk: Joining, far: Joining, part: str
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published(title="First")
    old = newest(hub)
    reader("sync")
    hub.desk("coordinator", "open-data")  # so that targets change, too
    coordinator.published(title="Second")
    mixed = msgspec.structs.replace(newest(hub), **{part: getattr(old, part)})
    held = chain_of(reader.profile)
    with between.lying(telling(mixed)):
        told = reader("sync")
    assert codes(told), "it must be said"
    after = chain_of(reader.profile)
    assert after == held
    assert reader("status")["collections"][PUBLIC]["version"] == 1
    assert codes(reader("sync")) == set()
    assert reader("status")["collections"][PUBLIC]["version"] == 2
    assert chain_of(reader.profile).bundle == newest(hub)


def test_a_head_without_its_metadata_waits(
    hub: RunningHub, between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published(title="First")
    reader("sync")
    coordinator.published(title="Second")
    with between.lying(lambda down: msgspec.structs.replace(down, trust=b"")):
        assert codes(reader("sync")) == {(PUBLIC, "head-not-listed")}
    assert reader("status")["collections"][PUBLIC]["version"] == 1
    assert codes(reader("sync")) == set()
    assert reader("status")["collections"][PUBLIC]["version"] == 2


def test_bytes_that_are_no_metadata_change_nothing(between: Between, desk: Joining, far: Joining) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published(title="First")
    reader("sync")
    coordinator.published(title="Second")
    held = chain_of(reader.profile)
    for trust, whole in ((b"nonsense", False), (b"\x28\xb5\x2f\xfd" + bytes(60), True), (bytes(9_000), True)):
        lie = {"trust": trust, "whole": whole}
        with between.lying(lambda down, lie=lie: msgspec.structs.replace(down, **lie)):  # type: ignore[misc]
            assert codes(reader("sync")) & {("centre", "metadata-broken"), ("centre", "metadata-large")}
        assert chain_of(reader.profile) == held
    assert codes(reader("sync")) == set()


def test_the_metadata_of_another_centre_is_not_taken(
    between: Between, desk: Joining, far: Joining, tmp_path: Path
) -> None:
    reader = far("reader")
    reader("sync")
    held = chain_of(reader.profile)
    create_centre(tmp_path / "other", datetime.now(UTC))
    with running_hub(tmp_path / "other") as other, between.lying(telling(newest(other))):
        assert {about for about, _ in codes(reader("sync"))} == {"centre"}
    assert chain_of(reader.profile) == held
    assert codes(reader("sync")) == set()


def test_whoever_stole_the_servers_key_can_hold_back_and_not_forge(
    hub: RunningHub, between: Between, desk: Joining, far: Joining
) -> None:
    """Snapshot and timestamp as the server signs them, over a role that no coordinator signed."""
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published(title="First")
    reader("sync")
    bundle, thief, held = newest(hub), SigningKey.generate(), chain_of(reader.profile)
    online = hub.store.centre.keys.online
    later = datetime.now(UTC) + timedelta(hours=1)
    forged = write_listing(next_version(0, later), heads_listed({PUBLIC: b"forged"}), [thief], later)
    roles = bundle.roles | {"latam": forged}
    with between.lying(telling(write_online(bundle.roots, bundle.targets, roles, (0, 0), online, later))):
        reader("sync")
    # Nothing of latam counts by it: what is here stays, marked.
    assert chain_of(reader.profile).listed(PUBLIC) in (None, held.listed(PUBLIC))
    assert reader("status")["collections"][PUBLIC]["version"] == 1
    coordinator.published(title="Second")
    reader("sync")
    assert reader("verify")["ok"]


def test_a_server_that_says_nothing_new_is_seen_by_the_age_of_what_it_signed(
    between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published(title="First")
    reader("sync")
    coordinator.published(title="Second")
    frozen = datetime.now(UTC) + timedelta(days=31)
    late = Desk(open_profile(reader.profile), now=lambda: frozen.strftime("%Y-%m-%dT%H:%M:%SZ"))
    try:
        with between.lying(lambda down: Down()):
            assert late.sync().problems == []
        vouched = late.trust.vouched(PUBLIC)
        assert vouched.state == "old"
        assert vouched.age_days == pytest.approx(31, abs=1)
    finally:
        late.close()


def test_what_a_server_signs_is_read_as_a_desk_reads_it_before_it_stands(hub: RunningHub) -> None:
    """A role that its hub's keys did not sign never becomes part of the Centre's metadata."""
    before = newest(hub)
    now = datetime.now(UTC)
    role = write_listing(int(now.timestamp()), {}, [SigningKey.generate()], now)
    metadata = hub.store.centre.metadata
    with (
        hub.store.database.write() as connection,
        pytest.raises(Untrusted, match="metadata-unsigned"),
        connection.begin_nested(),
    ):
        metadata.add(connection, now, roles={"latam": role})
    assert newest(hub) == before
