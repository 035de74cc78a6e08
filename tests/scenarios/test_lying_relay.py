"""A relay may say what it likes: it changes and loses nothing on a desk, it is named, and the hub is asked."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from hubdesk.desk import Desk
from hubdesk.errors import Unreachable
from hubdesk.relay.store import RelayStore
from hubdesk.server.centre import create_centre
from hubdesk.sync.exchange import SyncReport
from hubdesk.sync.wire import CollectionAnswer, Cursor, Down, Failure, Request, Up, pack
from tests.scenarios.lying_relay import LIES, Lie, LyingRelay, answers, flipped, lying
from tests.scenarios.open_desks import PUBLIC, Joining, desk, publish, write
from tests.scenarios.test_few_requests import point_to
from tests.unit.server.driver import RunningHub, running_hub

__all__ = ["desk"]
NOWHERE = "http://127.0.0.1:1"


class World:
    """A hub at version 3, an honest relay's store, answers of it from earlier and of another Centre, and a desk at
    version 1 that has something to send."""

    def __init__(self, hub: RunningHub, relay: LyingRelay, profile: Path) -> None:
        self.hub = hub
        self.relay = relay
        self.profile = profile
        self.old: list[Down] = []


def empty_asks(store: RelayStore) -> Down:
    """What a desk that holds nothing is told."""
    up = Up(cursors=[Cursor(PUBLIC, 0, b""), Cursor("centre/public", 0, b"")])
    store.news.wanted(wait=20)
    return store.exchange(store.authenticate(pack(Request(b"", 0, b"", pack(up)))))


@pytest.fixture
def world(hub: RunningHub, desk: Joining, new_centre: Path, tmp_path: Path) -> Iterator[World]:
    coordinator = desk("coordinator")
    records = [write(coordinator, title={"en": f"Tool {number}"}) for number in range(12)]
    coordinator.propose()
    coordinator.accept()
    coordinator.publish("latam")
    behind = desk("contributor")
    profile = behind.profile
    behind.set(records[1], {"title": {"en": "My own words"}})
    behind.propose()
    behind.close()
    house = desk("reader", "house")
    store = RelayStore(house, follows=True)
    with lying(store) as relay:
        made = World(hub, relay, profile)
        made.old.append(empty_asks(store))
        for number in (2, 3):
            publish(coordinator, records[number], summary={"en": f"Words of version {number}."})
            store.news.forget()
            made.old.append(empty_asks(store))
        made.old.append(foreign(new_centre, tmp_path))
        try:
            yield made
        finally:
            store.close()


def foreign(new_centre: Path, tmp_path: Path) -> Down:
    """What a relay of another Centre says of a hub with the same name."""
    create_centre(tmp_path / "foreign", datetime.now(UTC))
    with running_hub(tmp_path / "foreign") as other:
        made = Desk.create(tmp_path / "foreigner", use_keyring=False)
        made.join(other.invite("coordinator"))
        publish(made, write(made, title={"en": "Not of this Centre"}))
        store = RelayStore(made, follows=True)
        try:
            return empty_asks(store)
        finally:
            store.close()
            made.close()


def told(lie: Lie, seed: int, down: Down) -> Down | bytes:
    return lie(down, random.Random(seed))


def version(of: Desk) -> int:
    return next(view.version for view in of.collections() if view.name == PUBLIC)


class Lied(RuleBasedStateMachine):
    """One desk between a lying relay and a hub that is sometimes there."""

    world: World
    folder: Path
    count = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).count += 1
        self.copy = self.folder / f"desk-{self.count}"
        shutil.copytree(self.world.profile, self.copy)
        self.desk = Desk.open(self.copy)
        self.seen = version(self.desk)
        self.has_sent = False

    def heard(self, *, hub: bool) -> SyncReport | None:
        """Sync; without a hub and with a relay that is of no use that is an error, as without a relay."""
        relay = self.world.relay
        self.desk.relays.use(None)
        self.desk.relays._left.clear()  # ten minutes passed
        self.desk.relays.use(relay.url)
        point_to(self.desk, self.world.hub.url if hub else NOWHERE)
        report = None
        with nullcontext() if hub else suppress(Unreachable):
            report = self.desk.sync()
        relay.lie, relay.blob, relay.status = None, None, 200
        self.has_sent = self.has_sent or hub
        return report

    @rule(lie=st.sampled_from(LIES), seed=st.integers(0, 10**6), status=st.sampled_from([200, 200, 200, 500]))
    def lies(self, lie: Lie, seed: int, status: int) -> None:
        self.world.relay.lie = (
            partial(lie, chance=random.Random(seed))
            if False
            else (lambda down: lie(down, random.Random(seed)))
        )
        self.world.relay.status = status
        self.world.relay.blob = lambda content: flipped(content, random.Random(seed))
        self.heard(hub=False)

    @rule(which=st.integers(0, 3))
    def tells_of_old_times_or_other_places(self, which: int) -> None:
        self.world.relay.lie = lambda _down: self.world.old[which]
        self.heard(hub=False)

    @rule(lie=st.sampled_from(LIES), seed=st.integers(0, 10**6))
    def lies_while_the_hub_is_there(self, lie: Lie, seed: int) -> None:
        self.world.relay.lie = partial(told, lie, seed)
        self.heard(hub=True)
        assert version(self.desk) == 3

    @precondition(lambda self: self.seen < 3)
    @rule()
    def speaks_the_truth(self) -> None:
        report = self.heard(hub=False)
        assert report is not None
        assert report.problems == []
        assert version(self.desk) == 3

    @invariant()
    def nothing_is_lost_or_false(self) -> None:
        now = version(self.desk)
        assert now >= self.seen
        assert now in (1, 2, 3)
        self.seen = now
        assert self.desk.verify().problems == []
        assert [item.state for item in self.desk.outbox()] == ["received" if self.has_sent else "waiting"]
        assert "Not of this Centre" not in str([self.desk.show(one).fields for one in self.desk.record_ids()])

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.copy)


def test_whatever_a_relay_says_nothing_is_lost_or_false(world: World, tmp_path: Path) -> None:
    class Here(Lied):
        pass

    Here.world, Here.folder = world, tmp_path
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=5, stateful_step_count=6, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


HARMLESS = {"nothing_new", "only_the_hub_may_say", "always_more"}
"""Lies that change nothing, so that there is nothing to name."""
MAYBE = {"false_bytes", "mixed_up", "false_contents", "lost_everything"}
"""Whether these hit something that counts is a matter of chance."""


def test_a_lie_is_named_and_the_hub_is_asked(world: World, tmp_path: Path) -> None:
    for seed, lie in enumerate(LIES):
        copy = tmp_path / lie.__name__
        shutil.copytree(world.profile, copy)
        desk = Desk.open(copy)
        desk.relays.use(world.relay.url)
        world.relay.lie = partial(told, lie, seed)
        report = desk.sync()
        assert version(desk) == 3
        assert desk.verify().problems == []
        assert report.relay is not None
        if report.relay.code:
            assert lie.__name__ not in HARMLESS, report.problems
            assert {fault.about for fault in report.problems} == {world.relay.url}
            assert desk.relays.address() is None  # it is left for a while
            assert [contact.road for contact in desk.syncs()][:2] == ["server", "relay"]
        else:
            assert lie.__name__ in HARMLESS | MAYBE, lie
            assert report.problems == []
        assert [path for path in (copy / "blobs").rglob("part/*") if path.is_file()] == []
        desk.close()


def test_an_endless_answer_is_left(world: World) -> None:
    desk = Desk.open(world.profile)
    desk.relays.use(world.relay.url)
    world.relay.endless = True
    report = desk.sync()
    world.relay.endless = False
    assert report.relay is not None
    assert report.relay.code == "nonsense"
    assert version(desk) == 3
    desk.close()


def test_a_relay_that_is_always_nearly_done_is_left(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hubdesk.sync.relay_link.NEWS_SECONDS", 0.5)
    monkeypatch.setattr("hubdesk.sync.relay_link._AGAIN_SECONDS", 0.05)
    asked = iter(range(1, 10_000))
    world.relay.status = 503
    world.relay.lie = lambda _down: pack(
        Failure(code="relay-fetching", data={"done": next(asked), "total": 10_000})
    )
    desk = Desk.open(world.profile)
    desk.relays.use(world.relay.url)
    report = desk.sync()
    assert report.relay is not None
    assert report.relay.code == "relay-slow"
    assert version(desk) == 3
    desk.close()


@pytest.mark.parametrize("online", [False, True])
def test_a_head_that_its_role_lists_is_not_kept_with_a_false_signature(world: World, online: bool) -> None:
    """Found by the machine: the list names a head by its body alone."""

    def falsely_signed(down: Down) -> Down:
        def change(answer: CollectionAnswer) -> CollectionAnswer:
            assert answer.head is not None
            wrong = flipped(answer.head.signature, random.Random(1))
            return replace(answer, head=replace(answer.head, signature=wrong))

        return answers(down, change)

    desk = Desk.open(world.profile)
    desk.relays.use(world.relay.url)
    world.relay.lie = falsely_signed
    if online:
        report = desk.sync()
        assert {fault.code for fault in report.problems} == {"signature"}
        assert version(desk) == 3
    else:
        point_to(desk, NOWHERE)
        with pytest.raises(Unreachable):
            desk.sync()
        assert version(desk) == 1
    assert desk.verify().problems == []
    desk.close()
