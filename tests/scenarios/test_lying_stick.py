"""A stick that lies: whatever parcels it brings, altered, forged, replayed or for others, changes and loses nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.catalogue import carried, facts
from hubdesk.catalogue.carried import Outgoing
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError
from hubdesk.model.identity import digest, id_bytes, new_id
from hubdesk.model.record import write_revision
from hubdesk.packages import batches as way_back
from hubdesk.server.limits import Rates
from hubdesk.state import frame
from hubdesk.state.batch import Batch, Event
from hubdesk.state.head import SignedHead
from hubdesk.state.outcome import SIGNED_AS, Outcomes, Settled, SignedOutcomes, body_of
from hubdesk.sync.parcels import (
    ADMITTED,
    BATCH,
    JOIN,
    OUTCOMES,
    PUBLICATION,
    CarriedBatch,
    CarriedOutcomes,
    CarriedPublication,
    Publishing,
    SignedAdmitted,
    write_admitted,
    write_publication,
)
from hubdesk.sync.wire import Admission, Joined, Publication, SentBatch, pack, unpack
from hubdesk.trust.admission import SIGNED_AS as ADMISSION_SIGNED_AS
from hubdesk.trust.admission import Statement
from hubdesk.trust.invite import read_invite
from hubdesk.trust.keys import DeskKeys, SigningKey, seal
from tests.scenarios.open_desks import PUBLIC, write
from tests.unit.server.driver import RunningHub, running_hub

Parcel = tuple[str, bytes]


class World:
    """A hub, a coordinator with a line, an author without one, another contributor, and all that they truly said."""

    def __init__(self, folder: Path, hub: RunningHub) -> None:
        self.hub = hub
        self.folder = folder
        self.count = 0
        self.coordinator, self.author, self.other = (
            Desk.create(folder / name, use_keyring=False) for name in ("coordinator", "author", "other")
        )
        self.coordinator.join(hub.invite("coordinator"))
        self.other.join(hub.invite("contributor"))
        for desk in (self.coordinator, self.other):
            desk.sync()
        request = self.author.carrier.ask_to_join(read_invite(hub.invite("contributor")))
        self.coordinator.carrier.take(JOIN, request)
        self.coordinator.sync()
        self.bring(self.coordinator, self.author)
        self.done, self.open, self.kept = (write(self.author) for _ in range(3))
        self.author.propose([self.done])
        self.bring(self.author, self.coordinator)
        self.coordinator.accept()
        self.coordinator.publish("latam")
        self.bring(self.coordinator, self.author)
        assert self.author.outbox() == []
        self.author.propose([self.open])
        self.bring(self.author, self.coordinator)
        self.author.propose([self.kept])
        self.author.carrier.outgoing(sealed=False)
        self.truth = self.said()
        for desk in self.desks:  # all of it is known everywhere before anybody lies
            for kind, content in self.truth:
                desk.carrier.take(kind, content)
        self.coordinator.sync()
        self.before = [self.standing(desk) for desk in self.desks]

    @property
    def desks(self) -> list[Desk]:
        return [self.coordinator, self.author, self.other]

    def keys(self, desk: Desk) -> DeskKeys:
        return desk._profile.keys

    def bring(self, by: Desk, to: Desk) -> None:
        self.count += 1
        stick = self.folder / f"stick-{self.count}"
        by.editions.make(stick)
        assert to.editions.take(stick).problems == []

    def said(self) -> list[Parcel]:
        """Every parcel that is on its way, but what the author has not shown to anybody."""
        found: dict[bytes, Parcel] = {}
        for desk in (self.coordinator, self.other):
            with desk._database.read() as connection:
                for view in carried.every(connection):
                    kind, _, content = carried.find(connection, bytes.fromhex(view.sha256)) or ("", "", b"")
                    found[digest(content)] = (kind, content)
        return list(found.values())

    def standing(self, desk: Desk) -> dict[str, Any]:
        """All that a lie could change."""
        with desk._database.read() as connection:
            told = facts.get_number(connection, facts.OUTCOMES), facts.get_number(connection, facts.OTHERS)
        return {
            "outbox": desk.outbox(),
            "drafts": desk.drafts(),
            "inbox": desk.inbox(),
            "roles": desk.memberships(),
            "collections": desk.collections(),
            "told": told,
        }

    def close(self) -> None:
        for desk in self.desks:
            desk.close()


@contextmanager
def a_world(centre: Path, folder: Path) -> Iterator[World]:
    shutil.copytree(centre, folder / "hub")
    with running_hub(folder / "hub", rates=Rates(failures=1_000_000)) as hub:
        made = World(folder, hub)
        yield made
        made.close()


@pytest.fixture(scope="module")
def same_world(new_centre: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One that every example meets as the one before it left it."""
    with a_world(new_centre, tmp_path_factory.mktemp("lies")) as made:
        yield made


@pytest.fixture
def world(new_centre: Path, tmp_path: Path) -> Iterator[World]:
    with a_world(new_centre, tmp_path) as made:
        yield made


# Lies


def outcome(
    world: World, by: Desk, author: str, result: str, sequence: int, record: str, **said: Any
) -> Parcel:
    view = next(view for view in world.author.collections() if view.name == PUBLIC)
    values = {"collection": PUBLIC, "version": view.version, "root": view.root} | said
    told = Settled(sequence=sequence, record=record, result=result, comment="")  # type: ignore[arg-type]
    body = body_of(Outcomes(author=author, by=said.pop("by", by.id), settled=[told], **values))
    signed = SignedOutcomes(body, world.keys(by).signing.sign(SIGNED_AS + body))
    sealed = seal(world.keys(world.author).recipient, pack(signed))
    return OUTCOMES, pack(CarriedOutcomes(world.author.id, sealed))


def false_outcomes(world: World) -> Iterator[Parcel]:
    mine, record, number = world.author.id, world.open, 2
    yield outcome(world, world.other, mine, "accepted", number, record)
    yield outcome(world, world.other, mine, "returned", number, record)
    yield outcome(world, world.author, mine, "accepted", number, record)
    yield outcome(world, world.coordinator, world.other.id, "returned", number, record)
    yield outcome(world, world.coordinator, mine, "accepted", number, record)  # no head holds it
    yield outcome(world, world.coordinator, mine, "merged", number, record)
    yield outcome(world, world.coordinator, mine, "returned", number, world.kept)
    yield outcome(world, world.coordinator, mine, "returned", 99, record)
    yield outcome(world, world.coordinator, mine, "returned", number, record, collection="open-data/public")
    yield outcome(world, world.coordinator, mine, "returned", number, record, collection="latam/members")
    forged = outcome(world, world.other, mine, "accepted", number, record)
    yield forged[0], pack(CarriedOutcomes(mine, b"no age file"))
    yield forged[0], pack(CarriedOutcomes(mine, seal(world.keys(world.other).recipient, b"for another")))
    yield forged[0], pack(CarriedOutcomes(mine, seal(world.keys(world.author).recipient, b"not outcomes")))


def batch_of(
    world: World, name: str, signer: DeskKeys, admission: Admission, revisions: list[Any], first: int
) -> Parcel:
    events = [Event(id_bytes(revision.content.id), b"", revision.hash) for revision in revisions]
    statement = Batch(name, PUBLIC, first, events).statement()
    contents = frame.pack(b"\n".join(revision.canonical for revision in revisions))
    sent = SentBatch(
        collection=PUBLIC,
        first=first,
        signature=signer.signing.sign(statement),
        events=events,
        contents=contents,
    )
    return BATCH, pack(CarriedBatch(name, admission, sent))


def false_batches(world: World) -> Iterator[Parcel]:
    def admission(desk: Desk) -> Admission:
        from hubdesk.catalogue.joining import admission_of

        with desk._database.read() as connection:
            found = admission_of(connection, "latam")
        assert found is not None
        return Admission(*found)

    def words(by: str, kind: str = "tool") -> Any:
        fields = {"title": {"en": "False"}, "summary": {"en": "False."}, "licence": "CC-BY-4.0"}
        return write_revision(new_id(), kind, by=by, at="2026-11-22T20:00:00Z", parents=[], fields=fields)

    author, other = world.author.id, world.other.id
    stranger = DeskKeys.generate()
    statement = Statement(
        desk=stranger.id,
        sign=stranger.signing.public.hex(),
        receive=stranger.recipient,
        publish="",
        hub="latam",
        role="contributor",
        since="2026-11-22T20:00:00Z",
    )
    own = Admission(statement.body(), stranger.signing.sign(ADMISSION_SIGNED_AS + statement.body()))
    thief = world.keys(world.other)
    yield batch_of(world, author, thief, admission(world.author), [words(author)], 70)
    yield batch_of(world, author, thief, admission(world.other), [words(author)], 71)
    yield batch_of(world, other, thief, admission(world.author), [words(other)], 72)
    yield batch_of(world, stranger.id, stranger, own, [words(stranger.id)], 1)
    yield batch_of(
        world, other, thief, admission(world.other), [words(author)], 73
    )  # another's words as its own
    yield batch_of(world, other, thief, admission(world.other), [words(other, "expert")], 74)  # not in public
    for kind, content in world.truth:
        if kind == BATCH:
            whole = unpack(content, CarriedBatch)
            sent = whole.batch
            for change in (
                {"signature": bytes(64)},
                {"first": sent.first + 1},
                {"collection": "open-data/public"},
                {"contents": frame.pack(words(author).canonical)},
                {"contents": frame.pack(b"\n" * 100_000)},
                {"contents": b""},
                {"events": []},
                {"events": sent.events * 2},
                {"events": [Event(b"", b"x", b"y", -1)]},
            ):
                altered = msgspec.structs.replace(sent, **change)
                yield kind, pack(msgspec.structs.replace(whole, batch=altered))


def false_others(world: World) -> Iterator[Parcel]:
    """Admissions and publications that nobody gave."""
    own = SigningKey.generate()
    for kind, content in world.truth:
        if kind == ADMITTED:
            signed = unpack(content, SignedAdmitted)
            yield kind, pack(SignedAdmitted(world.other.id, signed.body, signed.signature))
            yield kind, pack(SignedAdmitted(world.author.id, signed.body, bytes(64)))
            inner = msgspec.msgpack.decode(signed.body)["j"]
            joined = msgspec.convert(inner, Joined)
            yield (
                kind,
                write_admitted(world.author.id, msgspec.structs.replace(joined, role="coordinator"), own),
            )
            false = msgspec.structs.replace(joined, server_key=own.public, role="coordinator")
            yield kind, write_admitted(world.author.id, false, own)
    thief = world.keys(world.other)
    yield PUBLICATION, write_publication(thief, "latam", Publishing(), world.hub.key)
    yield PUBLICATION, pack(CarriedPublication(world.other.id, "latam", b"junk", bytes(64)))
    broken = Publishing(publications=[Publication(head=SignedHead(b"{}", "k", bytes(64)))])
    yield PUBLICATION, write_publication(thief, "latam", broken, world.hub.key)
    yield "letter", b"hello"


def lies(world: World) -> list[Parcel]:
    return [*false_outcomes(world), *false_batches(world), *false_others(world)]


def told(desk: Desk, kind: str, content: bytes) -> None:
    try:
        desk.carrier.take(kind, content)
        desk.carrier.settle_late()
    except HubDeskError:
        pass  # refused with its reason


# What they change


def test_every_lie_that_we_thought_of_changes_nothing(world: World) -> None:
    for kind, content in lies(world):
        for desk in world.desks:
            told(desk, kind, content)
    assert [world.standing(desk) for desk in world.desks] == world.before
    for place, desk in enumerate(world.desks):  # and keeps nobody from making editions
        desk.editions.make(world.folder / f"after-{place}")


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_altered_parcels_change_nothing(same_world: World, data: st.DataObject) -> None:
    world = same_world
    kind, content = data.draw(st.sampled_from(world.truth))
    how = data.draw(st.sampled_from(["bit", "cut", "more", "kind", "junk", "same"]))
    altered = bytearray(content)
    if how == "bit":
        for _ in range(data.draw(st.integers(1, 3))):
            altered[data.draw(st.integers(0, len(altered) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    elif how == "cut":
        del altered[data.draw(st.integers(0, len(altered) - 1)) :]
    elif how == "more":
        altered += data.draw(st.binary(min_size=1, max_size=50))
    elif how == "kind":
        kind = data.draw(st.sampled_from([BATCH, JOIN, PUBLICATION, OUTCOMES, ADMITTED]))
    elif how == "junk":
        altered = bytearray(data.draw(st.binary(max_size=200)))
    desk = data.draw(st.sampled_from(world.desks))
    told(desk, kind, bytes(altered))
    place = world.desks.index(desk)
    assert world.standing(desk) == world.before[place]


class Liar:
    """Hands on nothing but lies, with the truth among them."""

    def __init__(self, parcels: list[Parcel]) -> None:
        self.parcels = parcels

    def outgoing(self, *, sealed: bool) -> list[Outgoing]:
        known = [(kind, content) for kind, content in self.parcels if kind in way_back.FOLDERS]
        return [Outgoing(kind, "f" * 64, content) for kind, content in known]


def test_a_whole_edition_full_of_lies_brings_what_is_true_and_nothing_else(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liar = Liar([*lies(world), *world.truth])
    maker = world.other
    monkeypatch.setattr(maker.editions, "_carrier", lambda: liar)
    maker.editions.make(tmp_path / "stick")
    for place, desk in enumerate([world.coordinator, world.author]):
        report = desk.editions.take(tmp_path / "stick")
        assert report.brought is not None
        assert len(report.brought.problems) > 5
        assert report.problems == []
        assert world.standing(desk) == world.before[place]


def test_the_hub_takes_nothing_of_it_either_and_the_truth_still_comes_through(world: World) -> None:
    for kind, content in lies(world):
        with world.other._database.write() as connection:
            carried.keep(connection, kind, "f" * 64, content, "2026-11-22T20:00:00Z")
    world.other.sync()
    assert world.coordinator.sync().problems == []
    assert [world.standing(desk)["inbox"] for desk in world.desks] == [
        standing["inbox"] for standing in world.before
    ]
    assert world.coordinator.accept().done == [world.open]
    world.coordinator.publish("latam")
    world.bring(world.coordinator, world.author)
    assert [item.id for item in world.author.outbox()] == [world.kept]
    assert world.author.show(world.open).state == "confirmed"
    assert world.author.verify().ok
