"""A coordinator's next head: taken in whole, or refused with nothing changed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.server import answers, snapshots
from hubdesk.state import frame
from hubdesk.state.delta import make_delta
from hubdesk.state.snapshot import write_snapshot
from hubdesk.sync.wire import BlobRef, Delta, Down, Publication, pack
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey
from tests.unit.server.driver import DriverDesk, RunningHub

PUBLIC, MEMBERS = "latam/public", "latam/members"


def code_of(down: Down) -> str:
    return down.published[0].code


def snapshot_of(desk: DriverDesk, records: list[Any]) -> bytes:
    ordered = sorted(records, key=lambda revision: tree_key(id_bytes(revision.content.id)))
    return b"".join(write_snapshot(revision.canonical for revision in ordered))


def test_a_lost_answer_is_given_again(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    publication = desk.publication(PUBLIC, [desk.write()])
    assert code_of(desk.exchange(publications=[publication])) == ""
    assert code_of(desk.exchange(publications=[publication])) == ""
    assert hub.desk("reader").exchange(cursors=desk.cursors(PUBLIC)).collections[0].head == publication.head


def test_the_slower_of_two_coordinators_is_told_what_the_faster_published(hub: RunningHub) -> None:
    faster, slower = hub.desk("coordinator"), hub.desk("coordinator")
    faster.chain = slower.chain
    faster.sync(PUBLIC, publications=[faster.publication(PUBLIC, [faster.write()])])
    down = slower.sync(PUBLIC, publications=[slower.publication(PUBLIC, [slower.write()])])
    assert code_of(down) == "outdated"
    assert slower.of(PUBLIC).root == faster.of(PUBLIC).root
    down = slower.sync(PUBLIC, publications=[slower.publication(PUBLIC, [slower.write()])])
    assert code_of(down) == ""
    faster.sync(PUBLIC)
    assert faster.of(PUBLIC).root == slower.of(PUBLIC).root
    assert len(faster.of(PUBLIC).records) == 2


def test_a_publishers_delta_is_handed_on_as_it_came(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, reader = hub.desk("coordinator"), hub.desk("reader")
    desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [desk.write() for _ in range(30)])])
    reader.chain = desk.chain
    reader.sync(PUBLIC)
    publication = desk.publication(PUBLIC, [desk.write()])
    desk.sync(PUBLIC, publications=[publication])
    monkeypatch.setattr(answers, "make_delta", None)
    answer = reader.sync(PUBLIC).collections[0]
    assert answer.delta == publication.delta
    assert reader.of(PUBLIC).root == desk.of(PUBLIC).root


def test_a_first_publication_is_read_before_others_wait_for_it(
    hub: RunningHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = hub.desk("coordinator")
    records = [desk.write() for _ in range(40)]
    desk.exchange(token=True)
    stream = snapshot_of(desk, records)
    reference = BlobRef(desk.upload(stream), len(stream))
    publication = Publication(head=desk.head(PUBLIC, records), snapshot=reference)
    others_wait: list[bool] = []
    read = snapshots.read_records

    def watched(*given: Any, **named: Any) -> Any:
        for revision in read(*given, **named):
            others_wait.append(hub.store.database._writing.locked())
            yield revision

    monkeypatch.setattr(snapshots, "read_records", watched)
    assert code_of(desk.exchange(publications=[publication])) == ""
    assert others_wait == [False] * len(records)


def test_what_was_published_is_not_told_to_its_publisher_again(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    desk.sync(PUBLIC)
    down = desk.exchange(
        cursors=desk.cursors(PUBLIC), publications=[desk.publication(PUBLIC, [desk.write()])]
    )
    assert down.collections == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"version": 2}, "outdated"),
        ({"version": 0}, "not-a-head"),
        ({"previous": "00" * 32}, "outdated"),
        ({"root": "11" * 32}, "root-mismatch"),
        ({"records": 2}, "count-mismatch"),
        ({"records": -1}, "not-a-head"),
        ({"time": "2030-01-01T00:00:00Z"}, "time-ahead"),
        ({"time": "soon"}, "time-unreadable"),
        ({"time": "2026-11-22T10:00:00"}, "time-unreadable"),
        ({"collection": "open-data/public"}, "role"),
        ({"collection": "latam/secret"}, "collection-unknown"),
        ({"format": 2}, "not-a-head"),
    ],
)
def test_a_head_that_says_something_else_changes_nothing(
    hub: RunningHub, changed: dict[str, Any], code: str
) -> None:
    desk = hub.desk("coordinator")
    record = desk.write()
    assert code_of(desk.exchange(publications=[desk.publication(PUBLIC, [record], **changed)])) == code
    assert code_of(desk.exchange(publications=[desk.publication(PUBLIC, [record])])) == ""


def test_a_time_that_is_ahead_is_answered_with_the_servers(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    down = desk.exchange(publications=[desk.publication(PUBLIC, [desk.write()], time="2099-01-01T00:00:00Z")])
    time = down.published[0].detail
    assert code_of(desk.exchange(publications=[desk.publication(PUBLIC, [desk.write()], time=time)])) == ""


@pytest.mark.parametrize(
    ("role", "home", "collection", "code"),
    [
        ("reader", "latam", PUBLIC, "role"),
        ("contributor", "latam", PUBLIC, "role"),
        ("coordinator", "open-data", PUBLIC, "role"),
        ("coordinator", "latam", MEMBERS, ""),
        ("coordinator", "latam", "centre/public", "role"),
        ("steering", "centre", "centre/public", "role"),
        ("secretariat", "centre", "centre/public", ""),
        ("secretariat", "centre", PUBLIC, "role"),
    ],
)
def test_who_may_publish_where(hub: RunningHub, role: str, home: str, collection: str, code: str) -> None:
    desk = hub.desk(role, home)
    desk.sync(collection)
    assert code_of(desk.exchange(publications=[desk.publication(collection, [desk.write()])])) == code


def test_a_key_that_was_never_delegated_signs_nothing(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    records = [desk.write()]
    head = sign_head(desk.head(PUBLIC, records).head(), SigningKey.generate())
    down = desk.exchange(publications=[Publication(head=head, delta=make_delta(desk.of(PUBLIC), records))])
    assert code_of(down) == "publisher-unknown"


def test_a_signature_that_does_not_fit_is_refused(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    publication = desk.publication(PUBLIC, [desk.write()])
    forged = msgspec.structs.replace(publication.head, signature=bytes(64))
    assert (
        code_of(desk.exchange(publications=[msgspec.structs.replace(publication, head=forged)]))
        == "signature"
    )


def test_a_kind_with_personal_data_is_refused_in_a_public_collection(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    people = [desk.write("expert"), desk.write()]
    assert code_of(desk.exchange(publications=[desk.publication(PUBLIC, people)])) == "kind-not-here"
    assert code_of(desk.exchange(publications=[desk.publication(MEMBERS, people)])) == ""


def test_records_that_are_not_canonical_are_refused(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    record = desk.write()
    from hubdesk.model.record import read_revision

    spaced = read_revision(record.canonical.replace(b'"at":', b'"at": '))
    assert code_of(desk.exchange(publications=[desk.publication(PUBLIC, [spaced])])) == "not-canonical"


@pytest.mark.parametrize(
    "delta",
    [None, Delta(b"", b"", b"", b""), Delta(b"", b"\x80", b"", b"x"), Delta(b"", b"", bytes(7), b"x")],
)
def test_a_publication_without_sound_content_changes_nothing(hub: RunningHub, delta: Delta | None) -> None:
    desk = hub.desk("coordinator")
    publication = Publication(head=desk.head(PUBLIC, [desk.write()]), delta=delta)
    assert code_of(desk.exchange(publications=[publication])) in (
        "no-content", "frame-broken", "delta-broken", "root-mismatch"
    )  # fmt: skip
    assert hub.desk("reader").exchange(cursors=desk.cursors(PUBLIC)).collections == []


def test_a_first_publication_as_a_snapshot_is_kept_and_handed_out_as_it_came(hub: RunningHub) -> None:
    desk, reader = hub.desk("coordinator"), hub.desk("reader")
    reader.chain = desk.chain
    records = [desk.write(title={"en": f"{number}"}) for number in range(300)]
    stream = snapshot_of(desk, records)
    reference = BlobRef(desk.keys.signing.public, len(stream))
    publication = Publication(head=desk.head(PUBLIC, records), snapshot=reference)
    down = desk.exchange(publications=[publication], token=True)
    assert (code_of(down), down.published[0].wanted) == ("missing-blobs", [reference.sha256])

    reference = BlobRef(desk.upload(stream), len(stream))
    publication = Publication(head=desk.head(PUBLIC, records), snapshot=reference)
    assert code_of(desk.exchange(publications=[publication])) == ""
    answer = reader.sync(PUBLIC).collections[0]
    assert answer.snapshot.blob == reference
    assert len(reader.of(PUBLIC).records) == 300


@pytest.mark.parametrize("damage", ["cut", "cut in a line", "order", "rubbish", "double", "more behind"])
def test_a_damaged_snapshot_changes_nothing(hub: RunningHub, damage: str) -> None:
    desk = hub.desk("coordinator")
    desk.exchange(token=True)
    records = [desk.write() for _ in range(20)]
    ordered = sorted(records, key=lambda revision: tree_key(id_bytes(revision.content.id)))
    lines = [revision.canonical for revision in ordered]
    stream = {
        "cut": snapshot_of(desk, records)[:-30],
        "cut in a line": frame.pack(b"\n".join(lines)),
        "more behind": snapshot_of(desk, records) + b"more",
        "order": b"".join(write_snapshot(reversed(lines))),
        "rubbish": bytes(1000),
        "double": b"".join(write_snapshot([*lines, lines[-1]])),
    }[damage]
    publication = Publication(
        head=desk.head(PUBLIC, records), snapshot=BlobRef(desk.upload(stream), len(stream))
    )
    assert code_of(desk.exchange(publications=[publication])) in ("snapshot-broken", "root-mismatch")
    assert code_of(desk.exchange(publications=[desk.publication(PUBLIC, records)])) == ""


def test_a_snapshot_that_is_a_bomb_is_not_unfolded(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    desk.exchange(token=True)
    stream = b"".join(write_snapshot([bytes(300_000_000)], level=1))
    publication = Publication(
        head=desk.head(PUBLIC, [desk.write()]), snapshot=BlobRef(desk.upload(stream), len(stream))
    )
    assert code_of(desk.exchange(publications=[publication])) == "snapshot-broken"


def test_a_large_delta_may_come_as_a_blob(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    desk.exchange(token=True)
    records = [desk.write() for _ in range(50)]
    packed = pack(make_delta(desk.of(PUBLIC), records))
    publication = Publication(
        head=desk.head(PUBLIC, records), delta_blob=BlobRef(desk.upload(packed), len(packed))
    )
    assert code_of(desk.exchange(publications=[publication])) == ""
    desk.sync(PUBLIC)
    assert len(desk.of(PUBLIC).records) == 50


def test_settled_events_wait_for_their_publication(hub: RunningHub) -> None:
    from hubdesk.sync.wire import SettledEvents

    coordinator, author = hub.desk("coordinator"), hub.desk("contributor")
    record = author.write()
    author.exchange(batches=[author.batch(PUBLIC, [record])])
    settled = SettledEvents(author=author.keys.id, collection=PUBLIC, sequences=[1], sealed=b"sealed")
    bad = coordinator.publication(PUBLIC, [record], root="22" * 32)
    assert code_of(coordinator.exchange(publications=[bad], settled=[settled])) == "root-mismatch"
    assert author.exchange().outcomes == []
    good = coordinator.publication(PUBLIC, [record])
    assert code_of(coordinator.exchange(publications=[good], settled=[settled])) == ""
    assert len(author.exchange().outcomes) == 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=6, unique=True), min_size=1, max_size=5),
    pauses=st.sets(st.integers(0, 4)),
)
def test_whoever_asks_from_whichever_past_state_ends_with_the_same_root(
    hub: RunningHub, steps: list[list[int]], pauses: set[int]
) -> None:
    """`steps`: which records each publication touches; a second desk syncs only after some of them."""
    coordinator = getattr(hub, "coordinator", None) or hub.desk("coordinator")
    hub.coordinator = coordinator  # type: ignore[attr-defined]
    follower = hub.desk("reader")
    follower.chain = coordinator.chain
    for step, touched in enumerate(steps):
        known = sorted(coordinator.of(PUBLIC).records.values(), key=lambda revision: revision.content.id)
        changed = [
            coordinator.edit(known[number], title={"en": f"{step} {number}"})
            if number < len(known)
            else coordinator.write(title={"en": f"new {number}"})
            for number in touched
        ]
        coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, changed)])
        if step in pauses:
            follower.sync(PUBLIC)
    follower.sync(PUBLIC)
    fresh = hub.desk("reader")
    fresh.chain = coordinator.chain
    fresh.sync(PUBLIC)
    assert fresh.of(PUBLIC).root == follower.of(PUBLIC).root == coordinator.of(PUBLIC).root
