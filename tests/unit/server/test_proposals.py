"""Events: taken in once, refused by policy, replaced, taken back, settled."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.model.identity import id_bytes
from hubdesk.state import frame
from hubdesk.state.batch import Event
from hubdesk.sync.wire import InboxBatch, SentBatch, SettledEvents
from tests.unit.server.driver import DriverDesk, RunningHub

PUBLIC, MEMBERS = "latam/public", "latam/members"


def open_events(coordinator: DriverDesk, after: int = 0) -> list[tuple[str, int]]:
    """(desk, sequence) of every open proposal that the coordinator is told of."""
    found: list[InboxBatch] = coordinator.exchange(inbox={"latam": after}).inbox.get("latam", [])
    return [(batch.desk, batch.first + place) for batch in found for place in batch.open]


def test_sending_twice_has_no_second_effect(hub: RunningHub) -> None:
    coordinator, contributor = hub.desk("coordinator"), hub.desk("contributor")
    sent = contributor.batch(PUBLIC, [contributor.write(), contributor.write()])
    first = contributor.exchange(batches=[sent]).receipts
    again = contributor.exchange(batches=[sent, sent]).receipts
    assert first == again[:1] == again[1:]
    assert open_events(coordinator) == [(contributor.keys.id, 1), (contributor.keys.id, 2)]


def test_other_content_under_a_seen_number_is_refused_with_the_next_free_one(hub: RunningHub) -> None:
    contributor = hub.desk("contributor")
    contributor.exchange(batches=[contributor.batch(PUBLIC, [contributor.write() for _ in range(3)])])
    contributor.sequence = 2  # as after a restored backup
    receipt = contributor.exchange(batches=[contributor.batch(PUBLIC, [contributor.write()])]).receipts[0]
    assert (receipt.code, receipt.known) == ("numbers-taken", 4)


def test_a_batch_as_a_delta_means_the_same_as_the_batch_itself(hub: RunningHub) -> None:
    coordinator, contributor = hub.desk("coordinator"), hub.desk("contributor")
    records = [coordinator.write(title={"en": f"Number {number}"}) for number in range(12)]
    coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, records)])
    contributor.sync(PUBLIC)
    edits = [
        contributor.edit(records[3], title={"en": "Three"}),
        contributor.edit(records[9], title={"en": "Nine"}),
    ]
    sent = contributor.delta_batch(PUBLIC, [*edits, contributor.write()])
    receipt = contributor.sync(PUBLIC, batches=[sent]).receipts[0]
    assert (receipt.code, receipt.known) == ("", 4)
    batch = coordinator.exchange(inbox={"latam": 0}).inbox["latam"][0]
    bases = {event.id: event.base for event in batch.events}
    assert bases[id_bytes(records[3].content.id)] == records[3].hash
    assert sorted(bases.values())[0] == b""
    contents = frame.unpack(batch.contents, 100_000).split(b"\n")
    assert set(contents) >= {edit.canonical for edit in edits}
    assert [batch.signature] == [sent.signature]


def test_a_delta_against_a_state_that_nobody_knows_is_asked_for_again_self_contained(hub: RunningHub) -> None:
    contributor = hub.desk("contributor")
    contributor.of(PUBLIC).root = bytes(32)
    sent = contributor.delta_batch(PUBLIC, [contributor.write()])
    receipt = contributor.sync(PUBLIC, batches=[sent]).receipts[0]
    assert (receipt.code, receipt.known) == ("unknown-base", 1)


@pytest.mark.parametrize("change", ["first", "signature", "contents", "collection", "base"])
def test_a_batch_that_was_changed_on_its_way_is_refused_whole(hub: RunningHub, change: str) -> None:
    coordinator, contributor = hub.desk("coordinator"), hub.desk("contributor")
    sent = contributor.batch(PUBLIC, [contributor.write()])
    event = sent.events[0]
    changed = {
        "first": {"first": 2},
        "signature": {"signature": bytes(64)},
        "contents": {"contents": frame.pack(contributor.write().canonical)},
        "collection": {"collection": MEMBERS},
        "base": {"events": [Event(event.id, bytes(32), event.revision)]},
    }[change]
    receipt = contributor.exchange(batches=[msgspec.structs.replace(sent, **changed)]).receipts[0]
    assert receipt.code in ("signature", "contents")
    assert open_events(coordinator) == []


def test_a_bomb_is_not_unfolded(hub: RunningHub) -> None:
    contributor = hub.desk("contributor")
    sent = msgspec.structs.replace(
        contributor.batch(PUBLIC, [contributor.write()]), contents=frame.pack(bytes(200_000_000), level=1)
    )
    assert contributor.exchange(batches=[sent]).receipts[0].code == "frame-size"


ROLES = {
    ("reader", "latam", PUBLIC): "role",
    ("reader", "latam", MEMBERS): "role",
    ("contributor", "latam", PUBLIC): "",
    ("contributor", "latam", MEMBERS): "",
    ("contributor", "open-data", PUBLIC): "role",
    ("coordinator", "latam", PUBLIC): "",
    ("coordinator", "open-data", MEMBERS): "role",
    ("steering", "centre", PUBLIC): "role",
    ("secretariat", "centre", PUBLIC): "role",
    ("secretariat", "centre", "centre/public"): "",
}


@pytest.mark.parametrize(("role", "home", "collection"), ROLES)
def test_who_may_propose_where(hub: RunningHub, role: str, home: str, collection: str) -> None:
    desk = hub.desk(role, home)
    receipt = desk.exchange(batches=[desk.batch(collection, [desk.write()])]).receipts[0]
    expected = ROLES[role, home, collection]
    assert receipt.refused == ({1: expected} if expected else {})


@pytest.mark.parametrize(
    ("kind", "collection", "refused"),
    [
        ("expert", PUBLIC, True),
        ("expert", MEMBERS, False),
        ("organisation", PUBLIC, True),
        ("unheard_of", PUBLIC, False),
    ],
)
def test_which_kinds_may_stand_where(hub: RunningHub, kind: str, collection: str, refused: bool) -> None:
    desk = hub.desk("contributor")
    receipt = desk.exchange(batches=[desk.batch(collection, [desk.write(kind), desk.write()])]).receipts[0]
    assert receipt.refused == ({1: "kind-not-here"} if refused else {})
    assert open_events(hub.desk("coordinator"))[-1] == (desk.keys.id, 2)


def test_nobody_writes_in_another_desks_name(hub: RunningHub) -> None:
    desk, other = hub.desk("contributor"), hub.desk("contributor")
    receipt = desk.exchange(batches=[desk.batch(PUBLIC, [other.write()])]).receipts[0]
    assert receipt.refused == {1: "not-the-author"}


def test_what_was_refused_is_weighed_again_when_the_role_has_changed(hub: RunningHub) -> None:
    coordinator, desk = hub.desk("coordinator"), hub.desk("reader")
    sent = desk.batch(PUBLIC, [desk.write()])
    assert desk.exchange(batches=[sent]).receipts[0].refused == {1: "role"}
    desk.join(hub.invite("contributor"))
    assert desk.exchange(batches=[sent]).receipts[0].refused == {}
    assert open_events(coordinator) == [(desk.keys.id, 1)]


def test_an_event_that_replaces_another_closes_it(hub: RunningHub) -> None:
    coordinator, desk = hub.desk("coordinator"), hub.desk("contributor")
    first = desk.write()
    desk.exchange(batches=[desk.batch(PUBLIC, [first])])
    better = desk.edit(first, title={"en": "Better"})
    desk.exchange(batches=[desk.batch(PUBLIC, [better], replaces={2: 1})])
    assert open_events(coordinator) == [(desk.keys.id, 2)]


def test_a_take_back_closes_what_it_names_and_the_coordinator_is_told(hub: RunningHub) -> None:
    coordinator, desk = hub.desk("coordinator"), hub.desk("contributor")
    record = desk.write()
    desk.exchange(batches=[desk.batch(PUBLIC, [record])])
    seen = coordinator.exchange(inbox={"latam": 0}).inbox["latam"][0].number
    back = desk.events(PUBLIC, [Event(id_bytes(record.content.id), b"", b"", 1)], [])
    assert desk.exchange(batches=[back]).receipts[0].refused == {}
    changed = coordinator.exchange(inbox={"latam": seen}).inbox["latam"]
    assert (changed[0].first, changed[0].open) == (1, []) or (changed[1].first, changed[1].open) == (1, [])
    assert open_events(coordinator) == []


def test_nobody_takes_back_what_another_desk_proposed(hub: RunningHub) -> None:
    coordinator, desk, other = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("contributor")
    record = desk.write()
    desk.exchange(batches=[desk.batch(PUBLIC, [record])])
    other.sequence = 2
    back = other.events(PUBLIC, [Event(id_bytes(record.content.id), b"", b"", 1)], [])
    assert other.exchange(batches=[back]).receipts[0].refused == {2: "replaces"}
    assert open_events(coordinator) == [(desk.keys.id, 1)]


def test_only_a_coordinator_of_the_hub_sees_its_inbox(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    desk.exchange(batches=[desk.batch(PUBLIC, [desk.write()])])
    for stranger in (
        desk,
        hub.desk("reader"),
        hub.desk("coordinator", "open-data"),
        hub.desk("secretariat", "centre"),
    ):
        assert stranger.exchange(inbox={"latam": 0}).inbox == {}


def test_only_a_coordinator_settles_and_the_answer_reaches_the_author_once(hub: RunningHub) -> None:
    coordinator, desk = hub.desk("coordinator"), hub.desk("contributor")
    desk.exchange(batches=[desk.batch(PUBLIC, [desk.write(), desk.write()])])
    returned = SettledEvents(author=desk.keys.id, collection=PUBLIC, sequences=[2], sealed=b"for the author")
    hub.desk("coordinator", "open-data").exchange(settled=[returned])
    desk.exchange(settled=[returned])
    assert desk.exchange().outcomes == []
    coordinator.exchange(settled=[returned])
    coordinator.exchange(settled=[returned])
    assert [item.sealed for item in desk.exchange().outcomes] == [b"for the author"]
    assert coordinator.exchange().outcomes == []
    assert open_events(coordinator) == [(desk.keys.id, 1)]


def test_files_are_asked_for_once_they_are_new(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    listed = {"name": "guide.pdf", "sha256": "ab" * 32, "size": 3}
    huge = {"name": "film.mkv", "sha256": "cd" * 32, "size": 3_000_000_000}
    receipt = desk.exchange(batches=[desk.batch(PUBLIC, [desk.write(files=[listed, huge])])]).receipts[0]
    assert (receipt.code, receipt.wanted, receipt.known) == ("missing-blobs", [bytes.fromhex("ab" * 32)], 2)


actions = st.lists(
    st.tuples(st.sampled_from(["new", "replace", "take back", "resend"]), st.integers(0, 30)), max_size=12
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=actions)
def test_what_is_open_is_what_was_proposed_and_not_replaced_or_taken_back(
    hub: RunningHub, plan: list[tuple[str, int]]
) -> None:
    coordinator, desk = _pair(hub)
    still_open: dict[int, object] = {}
    sent: list[SentBatch] = []
    for action, pick in plan:
        if action == "resend" and sent:
            desk.exchange(batches=[sent[pick % len(sent)]])
            continue
        number = desk.sequence
        if action == "new" or not still_open:
            record = desk.write()
            batch = desk.batch(PUBLIC, [record])
            still_open[number] = record
        else:
            old = sorted(still_open)[pick % len(still_open)]
            record = still_open.pop(old)
            if action == "replace":
                batch = desk.batch(
                    PUBLIC, [desk.edit(record, title={"en": str(pick)})], replaces={number: old}
                )
                still_open[number] = record
            else:
                batch = desk.events(PUBLIC, [Event(id_bytes(record.content.id), b"", b"", old)], [])
        sent.append(batch)
        assert desk.exchange(batches=[batch]).receipts[0].refused == {}
    found = sorted(number for author, number in open_events(coordinator) if author == desk.keys.id)
    assert found == sorted(still_open)


def _pair(hub: RunningHub) -> tuple[DriverDesk, DriverDesk]:
    known = getattr(hub, "coordinator", None)
    if known is None:
        known = hub.desk("coordinator")
        hub.coordinator = known  # type: ignore[attr-defined]
    return known, hub.desk("contributor")
