"""What heals a server counts by its signature and its root, whoever brings it; what is false changes nothing."""

from __future__ import annotations

import os
from typing import Any

import pytest

from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.record import Revision
from hubdesk.state import frame
from hubdesk.state.comparison import marks_of, plain_delta
from hubdesk.state.head import SignedHead
from hubdesk.state.snapshot import entry_of
from hubdesk.state.tree import EMPTY_ROOT
from hubdesk.sync.wire import Compared, Cursor, Delta, Down, Publication, TwoHeads
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey
from tests.unit.server.driver import DriverDesk, Refused, RunningHub

PUBLIC, MEMBERS = "latam/public", "latam/members"


@pytest.fixture
def coordinator(hub: RunningHub) -> DriverDesk:
    desk = hub.desk("coordinator")
    desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [desk.write() for _ in range(5)])])
    return desk


@pytest.fixture
def reader(hub: RunningHub, coordinator: DriverDesk) -> DriverDesk:
    desk = hub.desk("reader")
    desk.chain = coordinator.chain
    desk.sync(PUBLIC)
    return desk


def lost(coordinator: DriverDesk, records: list[Revision], **changed: Any) -> SignedHead:
    """A head over what is held and `records`, two versions on: signed, published, and lost by the server."""
    version = coordinator.of(PUBLIC).version + 2
    stated = {"version": version, "previous": "ab" * 32} | changed
    return coordinator.head(PUBLIC, records, **stated)


def plain(*records: Revision) -> Delta:
    return plain_delta({id_bytes(record.content.id): record.canonical for record in records})


def standing(hub: RunningHub) -> tuple[int, str]:
    """Version and root that the server tells a desk that holds nothing."""
    answer = hub.desk("reader").exchange(cursors=[Cursor(PUBLIC, 0, b"")]).collections[0]
    assert answer.head is not None
    head = answer.head.head()
    return head.version, head.root


def code_of(down: Down) -> str:
    return down.healed[0].code


def test_a_reader_brings_what_was_lost(hub: RunningHub, coordinator: DriverDesk, reader: DriverDesk) -> None:
    fresh = coordinator.write()
    head = lost(coordinator, [fresh])
    behind = reader.exchange(cursors=[Cursor(PUBLIC, 3, b"12345678")], flags=["n"]).collections[0]
    assert (behind.behind, len(behind.nodes)) == (1, 8192)
    node = tree_key(id_bytes(fresh.content.id))[0]
    marks = {node: marks_of(sorted([entry_of(fresh)]))}
    compared = Compared(collection=PUBLIC, marks=marks, head=head)
    lacks = (
        reader.exchange(cursors=[Cursor(PUBLIC, 3, b"12345678")], compared=[compared]).collections[0].lacks
    )
    assert lacks == tree_key(id_bytes(fresh.content.id))[:8]
    healing = [Publication(head=head, delta=plain(fresh))]
    assert code_of(reader.exchange(healing=healing)) == ""
    assert standing(hub) == (3, head.head().root)
    assert code_of(reader.exchange(healing=healing)) == "", "an answer that was lost is given again"
    # The coordinator, who holds version 1 alone, is brought there.
    coordinator.sync(PUBLIC)
    assert coordinator.of(PUBLIC).version == 3


def test_what_does_not_count_heals_nothing(
    hub: RunningHub, coordinator: DriverDesk, reader: DriverDesk
) -> None:
    before = standing(hub)
    fresh, other = coordinator.write(), coordinator.write()
    head = lost(coordinator, [fresh])
    stranger = sign_head(head.head(), SigningKey.generate())
    old = coordinator.of(PUBLIC).signed
    assert old is not None
    fork = lost(coordinator, [fresh], version=2)
    foreign = hub.desk("coordinator", "open-data")
    theirs = sign_head(head.head(), foreign.keys.publishing)
    members = coordinator.head(MEMBERS, [coordinator.write("contact")])
    contact = Publication(head=members, delta=plain())
    cases = {
        "another's signature": (Publication(head=stranger, delta=plain(fresh)), "publisher-unknown"),
        "another hub's": (Publication(head=theirs, delta=plain(fresh)), "publisher-unknown"),
        "other records": (Publication(head=head, delta=plain(other)), "root-mismatch"),
        "no records": (Publication(head=head, delta=plain()), "root-mismatch"),
        "no content": (Publication(head=head), "no-content"),
        "half a frame": (
            Publication(head=head, delta=Delta(b"", b"", plain(fresh).added, plain(fresh).frame[:9])),
            "frame-broken",
        ),
        "a bomb": (
            Publication(head=head, delta=Delta(b"", b"", bytes(16), frame.pack(bytes(200_000_000), level=1))),
            "frame-size",
        ),
        "the next version of another history": (Publication(head=fork, delta=plain(fresh)), "fork"),
        "what a reader may not read": (contact, "role"),
    }
    for name, (publication, code) in cases.items():
        assert code_of(reader.exchange(healing=[publication])) == code, name
        assert standing(hub) == before, name
    # A version that goes back is no healing; the newest again does no harm.
    assert code_of(reader.exchange(healing=[Publication(head=old)])) == ""
    assert standing(hub) == before


def test_marks_without_measure_are_refused(hub: RunningHub, reader: DriverDesk) -> None:
    assert reader.of(PUBLIC).version == 1
    for marks in ({0: b"odd"}, {0: bytes(6_000_000)}):
        compared = Compared(collection=PUBLIC, marks=marks)
        with pytest.raises(Refused) as refused:
            reader.exchange(cursors=[Cursor(PUBLIC, 0, b"")], compared=[compared])
        assert refused.value.code == "marks"
    many = [Compared(collection=PUBLIC)] * 2_000
    with pytest.raises(Refused) as refused:
        reader.exchange(compared=many)
    assert refused.value.code == "too-many"
    with pytest.raises(Refused) as refused:
        reader.exchange(wanted=[os.urandom(32) for _ in range(5_000)])
    assert refused.value.code == "too-many"


def test_nobody_compares_what_may_not_be_read(hub: RunningHub, coordinator: DriverDesk) -> None:
    secret = coordinator.write("contact", title={"en": "Not for readers"})
    coordinator.sync(MEMBERS, publications=[coordinator.publication(MEMBERS, [secret])])
    reader = hub.desk("reader")
    answer = reader.exchange(
        cursors=[Cursor(MEMBERS, 7, b"12345678")], compared=[Compared(collection=MEMBERS)], flags=["n"]
    ).collections[0]
    assert (answer.refused, answer.nodes, answer.head) == ("role", b"", None)
    assert reader.exchange(wanted=[secret.hash]).revisions == b""


def test_damaged_bytes_are_given_again_by_their_hash(hub: RunningHub, reader: DriverDesk) -> None:
    one, other, *_ = reader.of(PUBLIC).records.values()
    down = reader.exchange(wanted=[one.hash, bytes(32), other.hash])
    assert set(frame.unpack(down.revisions, 10_000).split(b"\n")) == {one.canonical, other.canonical}


def test_without_dictionary_the_same_news_comes_plain(
    hub: RunningHub, coordinator: DriverDesk, reader: DriverDesk
) -> None:
    record = next(iter(coordinator.of(PUBLIC).records.values()))
    edited = coordinator.edit(record, title={"en": "Edited"})
    coordinator.sync(PUBLIC, publications=[coordinator.publication(PUBLIC, [edited])])
    delta = reader.exchange(cursors=reader.cursors(PUBLIC), flags=["p"]).collections[0].delta
    assert delta is not None
    assert (delta.dictionary, delta.changed, delta.added) == (b"", b"", id_bytes(record.content.id))
    assert frame.unpack(delta.frame, 10_000) == edited.canonical


@pytest.mark.logs("hubdesk.server.healing")
def test_two_heads_of_one_version_are_kept_once_and_only_if_both_count(
    hub: RunningHub, coordinator: DriverDesk, reader: DriverDesk
) -> None:
    held = coordinator.of(PUBLIC).signed
    assert held is not None
    other = coordinator.head(PUBLIC, [coordinator.write()], version=1, previous=EMPTY_ROOT.hex())
    false = sign_head(other.head(), SigningKey.generate())
    agreeing = TwoHeads(held, held)
    for heads in (TwoHeads(held, false), agreeing):
        reader.exchange(contradictions=[heads])
        assert kept(hub) == 0
    for _ in range(2):
        reader.exchange(contradictions=[TwoHeads(held, other)])
        assert kept(hub) == 1


def kept(hub: RunningHub) -> int:
    query = "SELECT count(*) FROM document WHERE name LIKE 'contradiction:%'"
    with hub.store.database.read() as connection:
        return int(connection.exec_driver_sql(query).scalar_one())


def test_a_batch_that_the_server_forgot_is_named(hub: RunningHub) -> None:
    desk = hub.desk("contributor")
    batch = desk.batch(PUBLIC, [desk.write()])
    [receipt] = desk.exchange(batches=[batch]).receipts
    assert receipt.mark == batch.signature[:8]
    assert desk.exchange(received={1: receipt.mark}).forgotten == []
    assert desk.exchange(received={1: receipt.mark, 2: bytes(8), 900: b""}).forgotten == [2, 900]
    # Another batch under the same number is not this one.
    assert desk.exchange(received={1: bytes(8)}).forgotten == [1]
    # What is sent in the same exchange was not there before.
    sent = desk.batch(PUBLIC, [desk.write()])
    assert desk.exchange(received={2: sent.signature[:8]}, batches=[sent]).forgotten == [2]


def test_a_batch_of_events_that_came_in_another_is_not_missed(hub: RunningHub) -> None:
    """A restored desk signs anew what it sent before; else it would be asked for it at every sync."""
    desk = hub.desk("contributor")
    one, two = desk.write(), desk.write()
    desk.exchange(batches=[desk.batch(PUBLIC, [one, two])])
    desk.sequence = 1
    again = desk.batch(PUBLIC, [one])
    for _ in range(2):
        [receipt] = desk.exchange(batches=[again]).receipts
        assert (receipt.code, receipt.mark) == ("", again.signature[:8])
    assert desk.exchange(received={1: receipt.mark}).forgotten == []
