"""Who may read and write what: role x hub x endpoint x road, every cell.

The rule is written down here once more, by hand, and never taken from the code that it is held against.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from hubdesk.model.identity import digest
from hubdesk.sync.parcels import BATCH, PUBLICATION, CarriedBatch, Publishing, write_publication
from hubdesk.sync.wire import BLOBS, CHUNKS, PATCHES, REVISIONS, Parcel, Publication, Up, pack
from hubdesk.trust.bundle import Bundle
from hubdesk.trust.bundle import pack as pack_bundle
from tests.unit.server.driver import DriverDesk, Refused, RunningHub, running_hub

HUBS = ("latam", "open-data")
ROLES = ("reader", "contributor", "coordinator", "steering", "secretariat", "revoked", "stranger")
OWN = "latam"
"""The hub in which a desk has its role; `secretariat` and `steering` have theirs in the Centre."""
COLLECTIONS = [*(f"{hub}/{audience}" for hub in HUBS for audience in ("public", "members")), "centre/public"]
ROADS = ("line", "carried")
GONE = ("revoked", "stranger")
_NUMBERS = count()


def may_read(role: str, collection: str) -> bool:
    """The public to all who are in; members' to their hub but its readers, to the Secretariat and the Committee."""
    hub, audience = collection.split("/")
    if role in GONE:
        return False
    if audience == "public" or role in ("secretariat", "steering"):
        return True
    return hub == OWN and role in ("contributor", "coordinator")


def may_propose(role: str, collection: str) -> bool:
    hub = collection.split("/")[0]
    if role == "secretariat":
        return hub == "centre"
    return hub == OWN and role in ("contributor", "coordinator")


def may_publish(role: str, collection: str) -> bool:
    hub = collection.split("/")[0]
    return (role, hub) in (("coordinator", OWN), ("secretariat", "centre"))


class World:
    """A hub with something in every collection, and one desk of every role."""

    def __init__(self, hub: RunningHub) -> None:
        self.hub = hub
        self.carrier = hub.desk("reader", "ict-governance")
        self.desks = {role: self._desk(role) for role in ROLES}
        self.files: dict[str, bytes] = {}
        self.revisions: dict[str, bytes] = {}
        self.publishers = {name: hub.desk("coordinator", name) for name in HUBS}
        self.publishers["centre"] = hub.desk("secretariat", "centre")
        for collection in COLLECTIONS:
            self._fill(self.publishers[collection.split("/")[0]], collection)
        hub.store.revoke(self.desks["revoked"].keys.id, "stolen")
        for role in ROLES:
            if role not in GONE:
                self.desks[role].exchange(token=True)

    def _desk(self, role: str) -> DriverDesk:
        if role == "stranger":
            desk = DriverDesk()
            desk.server_key, desk.url = self.hub.key, self.hub.url
            desk.chain = self.carrier.chain
            return desk
        of = "centre" if role in ("steering", "secretariat") else OWN
        desk = self.hub.desk("contributor" if role == "revoked" else role, of)
        desk.exchange(token=True)
        return desk

    def is_proposed(self, collection: str, revision: bytes) -> bool:
        """Tell whether those who coordinate a hub are shown a proposal."""
        hub = collection.split("/")[0]
        batches = self.publishers[hub].exchange(inbox={hub: 0}).inbox.get(hub, [])
        return any(event.revision == revision for batch in batches for event in batch.events)

    def _fill(self, publisher: DriverDesk, collection: str) -> None:
        """Publish a record with a file of its own."""
        content = f"a file for {collection}".encode() * 40
        publisher.exchange(token=True)
        publisher.sync(collection)
        self.files[collection] = publisher.upload(content)
        item = {"name": "a.txt", "sha256": digest(content).hex(), "size": len(content)}
        kind = "news" if collection == "centre/public" else "tool"
        record = publisher.write(kind, files=[item])
        down = publisher.sync(collection, publications=[publisher.publication(collection, [record])])
        assert [answer.code for answer in down.published] == [""], down.published
        self.revisions[collection] = record.hash


@pytest.fixture(scope="module")
def world(new_centre: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("matrix") / "hub"
    shutil.copytree(new_centre, folder)
    with running_hub(folder) as hub:
        yield World(hub)


def outcome(act: Any) -> str:
    """What became of a request: "" or the code."""
    try:
        return str(act() or "")
    except Refused as refused:
        return refused.code


CELLS = [(role, collection) for role in ROLES for collection in COLLECTIONS]


@pytest.mark.parametrize(("role", "collection"), CELLS)
def test_who_reads_a_state_over_the_line(world: World, role: str, collection: str) -> None:
    desk = DriverDesk(world.desks[role].keys)
    desk.server_key, desk.url = world.hub.key, world.hub.url
    desk.counter = world.desks[role].counter  # the same desk, whatever was asked before
    desk.chain = world.carrier.chain
    if role in GONE:
        assert (
            outcome(lambda: desk.sync(collection)) == f"desk-{'revoked' if role == 'revoked' else 'unknown'}"
        )
        world.desks[role].counter = desk.counter
        return
    down = desk.sync(collection)
    world.desks[role].counter = desk.counter
    told = {answer.collection: answer.refused for answer in down.collections}
    assert told == {collection: "" if may_read(role, collection) else "role"}
    assert (desk.of(collection).version > 0) == may_read(role, collection)


@pytest.mark.parametrize("road", ["whole", "chunks", "patch", "revision"])
@pytest.mark.parametrize(("role", "collection"), CELLS)
def test_who_fetches_by_hash(world: World, role: str, collection: str, road: str) -> None:
    """What one may not read and what is not there look the same."""
    desk, sha256 = world.desks[role], world.files[collection].hex()
    path = {
        "whole": BLOBS + sha256,
        "chunks": BLOBS + sha256 + CHUNKS,
        "patch": BLOBS + sha256 + PATCHES + sha256,
        "revision": REVISIONS + world.revisions[collection].hex(),
    }[road]
    code = outcome(lambda: desk.send("GET", path, Authorization=f"Bearer {desk.token}").data and "")
    if role == "revoked":
        assert code == "desk-revoked"
    elif role == "stranger":
        assert code == "token"
    elif not may_read(role, collection):
        assert code == ("revision-unknown" if road == "revision" else "blob-unknown")
    else:
        assert code in (("", "patch-unknown", "patch-coming") if road == "patch" else ("",))


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(("role", "collection"), CELLS)
def test_who_proposes(world: World, role: str, collection: str, road: str) -> None:
    desk = world.desks[role]
    record = desk.write("news" if collection == "centre/public" else "tool")
    sent = desk.batch(collection, [record])
    if road == "line":

        def act() -> str:
            receipt = desk.exchange(batches=[sent]).receipts[0]
            return receipt.code or next(iter(receipt.refused.values()), "")

    else:
        admission = desk.joined.admission if desk.joined is not None else world.carrier.joined.admission  # type: ignore[union-attr]
        parcel = Parcel(BATCH, pack(CarriedBatch(desk.keys.id, admission, sent)))

        def act() -> str:
            return world.carrier.exchange(carried=[parcel]).carried[0].code

    code = outcome(act)
    if role in GONE:
        expected = {
            "line": ("desk-revoked", "desk-unknown"),
            "carried": ("desk-revoked", "admission-elsewhere"),
        }
        assert code in expected[road]
    elif may_propose(role, collection):
        assert code == ""
    elif road == "line":
        assert code == "role"
    else:
        assert code in ("", "admission-elsewhere")  # the carrier is not told what became of others' proposals
    assert world.is_proposed(collection, record.hash) == may_propose(role, collection)


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize(("role", "collection"), CELLS)
def test_who_publishes(world: World, role: str, collection: str, road: str) -> None:
    """A whole and right publication but for who sends it; a fresh version is made by whoever may."""
    desk = world.desks[role]
    if role not in GONE and may_read(role, collection):
        desk.sync(collection)
    assert desk.chain is not None
    publication: Publication = desk.publication(
        collection, [desk.write("news" if collection == "centre/public" else "tool")]
    )
    if road == "line":

        def act() -> str:
            return desk.sync(collection, publications=[publication]).published[0].code

    else:
        hub = collection.split("/")[0]
        content = write_publication(
            desk.keys, hub, Publishing(publications=[publication], settled=[]), world.hub.key
        )

        def act() -> str:
            return world.carrier.exchange(carried=[Parcel(PUBLICATION, content)]).carried[0].code

    code = outcome(act)
    if role in GONE:
        assert code == f"desk-{'revoked' if role == 'revoked' else 'unknown'}"
    else:
        assert code == ("" if may_publish(role, collection) else "role")


@pytest.mark.parametrize("role", ROLES)
def test_who_uploads(world: World, role: str) -> None:
    desk = world.desks[role]
    code = outcome(lambda: desk.upload(f"brought by {role}".encode()) and "")
    expected = {"revoked": "desk-revoked", "stranger": "token", "reader": "role", "steering": "role"}
    assert code == expected.get(role, "")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("hub", [*HUBS, "centre"])
def test_who_sees_what_waits_for_a_decision(world: World, role: str, hub: str) -> None:
    desk = world.desks[role]
    author = world.publishers[hub]
    record = author.write("news" if hub == "centre" else "tool")
    author.exchange(batches=[author.batch(f"{hub}/public", [record])])
    if role in GONE:
        assert outcome(lambda: desk.exchange(inbox={hub: 0})) in ("desk-revoked", "desk-unknown")
        return
    told = desk.exchange(inbox={hub: 0}).inbox
    assert bool(told.get(hub)) == may_publish(role, f"{hub}/public")


@pytest.mark.parametrize("role", ROLES)
def test_metadata_may_be_brought_by_anybody_and_counts_by_its_signatures_alone(
    world: World, role: str
) -> None:
    """A hub's role, signed by a key that may sign nothing, changes nothing, whoever brings it."""
    desk = world.desks[role]
    world.carrier.exchange()
    assert world.carrier.chain is not None
    before = world.carrier.chain
    bundle = before.bundle
    stranger = DriverDesk()
    stranger.chain = before
    forged = stranger.role("latam", {"latam/public": b"nothing"})
    roles = bundle.roles | {"latam": forged}
    brought = pack_bundle(
        Bundle(bundle.roots, bundle.timestamp, bundle.snapshot, bundle.targets, roles), None
    )
    outcome(lambda: desk.exchange(brought=brought).token)
    world.carrier.exchange()
    assert world.carrier.chain.listing("latam") == before.listing("latam")


def test_an_exchange_without_a_signature_of_its_desk_is_none(world: World) -> None:
    desk, other = world.desks["coordinator"], world.desks["reader"]
    body = other.request(Up(), counter=desk.counter + 1_000)
    forged = body.replace(bytes.fromhex(other.keys.id), bytes.fromhex(desk.keys.id))
    assert outcome(lambda: desk.send("POST", "/v1/exchange", forged).data) == "signature"
