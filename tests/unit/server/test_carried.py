"""What a desk brings for others: judged by what it proves of itself, with the effect that its own desk's line has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest, id_bytes
from hubdesk.server.centre import create_key, open_centre
from hubdesk.state import frame
from hubdesk.state.batch import Event
from hubdesk.state.outcome import SIGNED_AS, Outcomes, Settled, SignedOutcomes, body_of
from hubdesk.sync.parcels import (
    ADMITTED,
    BATCH,
    JOIN,
    OUTCOMES,
    PUBLICATION,
    CarriedBatch,
    CarriedOutcomes,
    OfflineJoin,
    Publishing,
    SignedAdmitted,
    read_admitted,
    write_join,
    write_publication,
)
from hubdesk.sync.wire import Admission, Delivered, Parcel, SentBatch, SettledEvents, pack, unpack
from hubdesk.trust.invite import read_invite
from hubdesk.trust.keys import DeskKeys, seal
from tests.unit.server.driver import DriverDesk, Refused, RunningHub, running_hub
from tests.unit.server.test_proposals import open_events
from tests.unit.server.test_revoking import Secretariat

PUBLIC, MEMBERS = "latam/public", "latam/members"


def parcel(author: DriverDesk, sent: SentBatch, **changed: Any) -> Parcel:
    assert author.joined is not None
    carried = CarriedBatch(author.keys.id, author.joined.admission, sent)
    values = {name: getattr(carried, name) for name in carried.__struct_fields__} | changed
    return Parcel(BATCH, pack(CarriedBatch(**values)))


def brought(carrier: DriverDesk, *parcels: Parcel) -> list[Delivered]:
    return carrier.exchange(carried=list(parcels)).carried


def settled(coordinator: DriverDesk, author: DriverDesk, *numbers: int) -> SettledEvents:
    told = [Settled(sequence=number, record="x", result="returned", comment="no") for number in numbers]
    said = Outcomes(
        author=author.keys.id, by=coordinator.keys.id, collection=PUBLIC, version=0, root="", settled=told
    )
    body = body_of(said)
    signed = SignedOutcomes(body, coordinator.keys.signing.sign(SIGNED_AS + body))
    sealed = seal(author.keys.recipient, pack(signed))
    return SettledEvents(author=author.keys.id, collection=PUBLIC, sequences=list(numbers), sealed=sealed)


# Batches


def test_a_batch_by_two_roads_has_one_effect(hub: RunningHub) -> None:
    coordinator, author, carrier = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("reader")
    sent = author.batch(PUBLIC, [author.write(), author.write()])
    [first] = brought(carrier, parcel(author, sent))
    assert (first.code, first.closed) == ("", [])
    inbox = coordinator.exchange(inbox={"latam": 0}).inbox
    assert [receipt.code for receipt in author.exchange(batches=[sent]).receipts] == [""]
    assert brought(carrier, parcel(author, sent), parcel(author, sent)) == [first, first]
    assert coordinator.exchange(inbox={"latam": 0}).inbox == inbox
    assert open_events(coordinator) == [(author.keys.id, 1), (author.keys.id, 2)]
    assert [batch.admission for batch in inbox["latam"]] == [author.joined and author.joined.admission]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("another desk's admission", "admission-elsewhere"),
        ("an admission that nobody signed", "signature"),
        ("another author", "admission-elsewhere"),
        ("the carrier's own admission and name", "signature"),
        ("a signature", "signature"),
        ("a word", "contents"),
        ("a number", "signature"),
        ("another hub", "admission-elsewhere"),
    ],
)
def test_a_batch_that_was_altered_on_its_way_is_refused(hub: RunningHub, change: str, code: str) -> None:
    coordinator, author, carrier = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("contributor")
    assert author.joined is not None
    assert carrier.joined is not None
    sent = author.batch(PUBLIC, [author.write()])
    own = author.joined.admission

    def with_batch(**changed: Any) -> SentBatch:
        values = {name: getattr(sent, name) for name in sent.__struct_fields__} | changed
        return SentBatch(**values)

    altered: dict[str, dict[str, Any]] = {
        "another desk's admission": {"admission": carrier.joined.admission},
        "an admission that nobody signed": {"admission": Admission(own.body, bytes(64))},
        "another author": {"desk": carrier.keys.id},
        "the carrier's own admission and name": {
            "desk": carrier.keys.id,
            "admission": carrier.joined.admission,
        },
        "a signature": {"batch": with_batch(signature=bytes(64))},
        "a word": {"batch": with_batch(contents=frame.pack(author.write().canonical))},
        "a number": {"batch": with_batch(first=7)},
        "another hub": {"batch": with_batch(collection="open-data/public")},
    }
    [said] = brought(carrier, parcel(author, sent, **altered[change]))
    assert said.code == code
    assert open_events(coordinator) == []
    assert brought(carrier, parcel(author, sent))[0].code == ""


def test_the_role_is_that_of_the_author_and_not_of_the_carrier(hub: RunningHub) -> None:
    coordinator, reader = hub.desk("coordinator"), hub.desk("reader")
    [said] = brought(coordinator, parcel(reader, reader.batch(PUBLIC, [reader.write()])))
    assert (said.code, said.closed) == ("", [1])
    assert open_events(coordinator) == []


def test_what_cannot_be_read_says_so_and_stops_nothing_else(hub: RunningHub) -> None:
    coordinator, author, carrier = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("reader")
    author.sync(PUBLIC)
    whole = author.batch(PUBLIC, [author.write()])
    delta = author.delta_batch(PUBLIC, [author.write()])
    said = brought(
        carrier,
        Parcel(BATCH, b"nonsense"),
        Parcel("letter", b"hello"),
        parcel(author, delta),
        parcel(author, whole),
        Parcel(JOIN, b""),
        Parcel(PUBLICATION, b"\x93"),
    )
    codes = [item.code for item in said]
    assert codes == [
        "not-a-message",
        "parcel-unknown",
        "not-self-contained",
        "",
        "not-a-message",
        "not-a-message",
    ]
    assert open_events(coordinator) == [(author.keys.id, 1)]


def test_who_brought_a_batch_may_bring_its_files_and_no_others(hub: RunningHub) -> None:
    author, carrier = hub.desk("contributor"), hub.desk("reader")
    content = b"a table" * 100
    named = {"name": "table.csv", "sha256": digest(content).hex(), "size": len(content)}
    down = carrier.exchange(token=True)
    assert carrier.token
    with pytest.raises(Refused) as refused:
        carrier.upload(content)
    assert refused.value.code == "role"
    sent = author.batch(PUBLIC, [author.write(files=[named])])
    down = carrier.exchange(carried=[parcel(author, sent)])
    assert down.carried[0].wanted == [digest(content)]
    carrier.upload(content)
    assert brought(carrier, parcel(author, sent))[0].wanted == []
    with pytest.raises(Refused) as refused:
        carrier.upload(b"something of its own")
    assert refused.value.code == "role"


def test_what_takes_something_back_waits_for_it(hub: RunningHub) -> None:
    coordinator, author, carrier = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("reader")
    record = author.write()
    first = parcel(author, author.batch(PUBLIC, [record]))
    taken_back = Event(id_bytes(record.content.id), b"", b"", 1)
    second = parcel(author, author.events(PUBLIC, [taken_back], []))
    assert brought(carrier, second)[0].code == "waiting"
    assert brought(carrier, first)[0].code == ""
    assert open_events(coordinator) == [(author.keys.id, 1)]
    assert brought(carrier, second)[0].code == ""
    assert open_events(coordinator) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_in_whatever_order_by_whatever_roads_batches_come_the_end_is_one(
    hub: RunningHub, data: st.DataObject
) -> None:
    if not hasattr(hub, "people"):
        hub.people = hub.desk("coordinator"), hub.desk("reader"), hub.desk("reader")  # type: ignore[attr-defined]
    coordinator, *carriers = hub.people  # type: ignore[attr-defined]
    author = hub.desk("contributor")
    one, two = author.write(), author.write()
    better = author.edit(one, title={"en": "Better"})
    batches = [
        author.batch(PUBLIC, [one, two]),
        author.events(PUBLIC, [Event(id_bytes(one.content.id), b"", better.hash, 1)], [better]),
        author.events(PUBLIC, [Event(id_bytes(two.content.id), b"", b"", 2)], []),
    ]
    for _ in range(data.draw(st.integers(0, 6))):
        sent = data.draw(st.sampled_from(batches))
        road = data.draw(st.sampled_from([author, *carriers]))
        if road is author:
            author.exchange(batches=[sent])
        else:
            brought(road, parcel(author, sent))
    for sent in batches:  # in the end each came once more, in order, by some road
        assert brought(data.draw(st.sampled_from(carriers)), parcel(author, sent))[0].code == ""
    mine = [number for desk, number in open_events(coordinator) if desk == author.keys.id]
    assert mine == [3]


# Outcomes for others


def test_who_brought_a_batch_is_given_the_outcomes_for_its_author(hub: RunningHub) -> None:
    coordinator, author = hub.desk("coordinator"), hub.desk("contributor")
    early, late, stranger = hub.desk("reader"), hub.desk("reader"), hub.desk("reader")
    sent = author.batch(PUBLIC, [author.write(), author.write()])
    brought(early, parcel(author, sent))
    told = settled(coordinator, author, 1)
    coordinator.exchange(settled=[told])
    expected = Parcel(OUTCOMES, pack(CarriedOutcomes(author.keys.id, told.sealed)))
    assert brought(late, parcel(author, sent))[0].closed == [1]
    for carrier in (early, late):
        others = carrier.exchange(others=0).others
        assert list(others.values()) == [expected]
        assert carrier.exchange(others=max(others)).others == {}
        assert carrier.exchange().others == {}  # a desk that carries nothing asks for nothing
    assert stranger.exchange(others=0).others == {}
    coordinator.exchange(settled=[told])
    assert len(early.exchange(others=0).others) == 1


def test_an_author_who_brings_its_own_batch_is_told_once(hub: RunningHub) -> None:
    coordinator, author = hub.desk("coordinator"), hub.desk("contributor")
    brought(author, parcel(author, author.batch(PUBLIC, [author.write()])))
    coordinator.exchange(settled=[settled(coordinator, author, 1)])
    down = author.exchange(others=0)
    assert (len(down.outcomes), down.others) == (1, {})


# Joining


def asked(
    hub: RunningHub, keys: DeskKeys, role: str = "contributor", of: str = "latam"
) -> tuple[str, Parcel]:
    invite = hub.invite(role, of)
    return invite, Parcel(JOIN, write_join(keys, read_invite(invite), publishes=role == "coordinator"))


def test_a_desk_is_let_in_by_a_request_that_another_brought(hub: RunningHub) -> None:
    carrier, keys = hub.desk("reader"), DeskKeys.generate()
    invite, request = asked(hub, keys)
    assert read_invite(invite).secret not in request.content
    assert [said.code for said in brought(carrier, request, request)] == ["", ""]
    [answer] = carrier.exchange(others=0).others.values()
    assert answer.kind == ADMITTED
    joined = read_admitted(answer.content, keys.id, digest(hub.key))
    assert (joined.hub, joined.role) == ("latam", "contributor")
    author = DriverDesk(keys)
    author.joined = joined
    [said] = brought(carrier, parcel(author, author.batch(PUBLIC, [author.write()])))
    assert (said.code, said.closed) == ("", [])


def test_the_admission_by_both_roads_is_one(hub: RunningHub) -> None:
    carrier, desk = hub.desk("reader"), DriverDesk()
    desk.server_key = hub.key
    invite, request = asked(hub, desk.keys)
    brought(carrier, request)
    [answer] = carrier.exchange(others=0).others.values()
    assert (
        desk.join(invite).admission == read_admitted(answer.content, desk.keys.id, digest(hub.key)).admission
    )
    assert hub.store.second_uses() == []


@pytest.mark.parametrize("part", ["body", "invite", "mac", "signature"])
def test_a_request_that_was_altered_lets_nobody_in(hub: RunningHub, part: str) -> None:
    carrier, keys = hub.desk("reader"), DeskKeys.generate()
    _, request = asked(hub, keys)
    join = unpack(request.content, OfflineJoin)
    values = {name: getattr(join, name) for name in join.__struct_fields__}
    values[part] = values[part][:-1] + bytes([values[part][-1] ^ 1])
    [said] = brought(carrier, Parcel(JOIN, pack(OfflineJoin(**values))))
    assert said.code in ("signature", "not-a-message", "invite-unknown")
    assert carrier.exchange(others=0).others == {}
    assert brought(carrier, request)[0].code == ""


def test_a_carrier_that_puts_its_own_keys_in_place_is_not_let_in(hub: RunningHub) -> None:
    carrier, keys, thief = hub.desk("reader"), DeskKeys.generate(), DeskKeys.generate()
    invite, request = asked(hub, keys)
    mine = unpack(request.content, OfflineJoin)
    guessed = read_invite(invite)
    stolen = unpack(
        write_join(thief, msgspec.structs.replace(guessed, secret=bytes(16)), publishes=False), OfflineJoin
    )
    forged = pack(OfflineJoin(stolen.body, mine.invite, mine.mac, stolen.signature))
    assert brought(carrier, Parcel(JOIN, forged))[0].code == "signature"
    assert brought(carrier, Parcel(JOIN, pack(stolen)))[0].code == "invite-unknown"


def test_an_invite_that_was_used_is_refused_and_the_inviter_told(hub: RunningHub) -> None:
    carrier, keys = hub.desk("reader"), DeskKeys.generate()
    invite, request = asked(hub, keys)
    assert brought(carrier, request)[0].code == ""
    second = write_join(DeskKeys.generate(), read_invite(invite), publishes=False)
    assert brought(carrier, Parcel(JOIN, second))[0].code == "invite-used"
    assert len(hub.store.second_uses()) == 1


def test_an_answer_for_another_desk_or_from_another_server_is_none(hub: RunningHub) -> None:
    carrier, keys = hub.desk("reader"), DeskKeys.generate()
    _, request = asked(hub, keys)
    brought(carrier, request)
    [answer] = carrier.exchange(others=0).others.values()
    with pytest.raises(Untrusted, match="admission-elsewhere"):
        read_admitted(answer.content, carrier.keys.id, digest(hub.key))
    with pytest.raises(Untrusted, match="server-key-mismatch"):
        read_admitted(answer.content, keys.id, bytes(32))
    signed = unpack(answer.content, SignedAdmitted)
    forged = pack(SignedAdmitted(signed.desk, signed.body, bytes(64)))
    with pytest.raises(Untrusted, match="signature"):
        read_admitted(forged, keys.id, digest(hub.key))


def test_a_coordinator_of_a_real_centre_waits_for_the_secretariat_by_this_road_too(tmp_path: Path) -> None:
    folder, secretariat, keys = tmp_path / "hub", Secretariat(), DeskKeys.generate()
    online = create_key(folder)
    first = secretariat.targets_for({"latam": [], "centre": []})
    open_centre(folder, [secretariat.root_for(online.public)], first, secretariat.now)
    with running_hub(folder) as hub:
        carrier = hub.desk("reader")
        _, request = asked(hub, keys, "coordinator")
        assert brought(carrier, request)[0].code == "waiting"
        assert carrier.exchange(others=0).others == {}
        signed = secretariat.targets_for({"latam": [keys.publishing.public], "centre": []}, version=2**31)
        with hub.store.database.write() as connection:
            hub.store.centre.metadata.add(connection, secretariat.now, targets=signed)
        assert brought(carrier, request)[0].code == ""
        [answer] = carrier.exchange(others=0).others.values()
        assert read_admitted(answer.content, keys.id, digest(hub.key)).role == "coordinator"


# Publications


def test_a_publication_that_another_brought_is_published_and_settles(hub: RunningHub) -> None:
    coordinator, author, carrier = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("reader")
    record = author.write()
    sent = author.batch(PUBLIC, [record])
    told = settled(coordinator, author, 1)
    publishing = Publishing(publications=[coordinator.publication(PUBLIC, [record])], settled=[told])
    content = write_publication(coordinator.keys, "latam", publishing, hub.key)
    said = brought(carrier, parcel(author, sent), Parcel(PUBLICATION, content))
    assert [item.code for item in said] == ["", ""]
    author.sync(PUBLIC)
    assert author.of(PUBLIC).version == 1
    assert len(author.exchange().outcomes) == 1
    assert brought(carrier, Parcel(PUBLICATION, content))[0].code == ""  # known: nothing happens again
    other = Publishing(publications=[coordinator.publication(PUBLIC, [coordinator.write()])])
    late = Parcel(PUBLICATION, write_publication(coordinator.keys, "latam", other, hub.key))
    assert brought(carrier, late)[0].code == "outdated"


def test_only_who_may_publish_publishes_by_another_road(hub: RunningHub) -> None:
    coordinator, contributor, carrier = hub.desk("coordinator"), hub.desk("contributor"), hub.desk("reader")
    publishing = Publishing(publications=[coordinator.publication(PUBLIC, [coordinator.write()])])
    stolen = Parcel(PUBLICATION, write_publication(contributor.keys, "latam", publishing, hub.key))
    assert brought(carrier, stolen)[0].code == "role"
    elsewhere = Parcel(PUBLICATION, write_publication(coordinator.keys, "open-data", publishing, hub.key))
    assert brought(carrier, elsewhere)[0].code == "head-elsewhere"
    for_another = Parcel(PUBLICATION, write_publication(coordinator.keys, "latam", publishing, bytes(32)))
    assert brought(carrier, for_another)[0].code == "signature"
    carrier.sync(PUBLIC)
    assert carrier.of(PUBLIC).version == 0
