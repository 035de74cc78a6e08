"""What a look at all roads found: each story once led where it must not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import update

from hubdesk.catalogue import collections, recipients, tables, trust
from hubdesk.catalogue.database import FILE, open_database
from hubdesk.desk import Desk
from hubdesk.packages.options import Options
from hubdesk.server.metadata import newest_version
from hubdesk.state.head import SignedHead
from hubdesk.trust.bundle import pack
from hubdesk.trust.keys import DeskKeys
from hubdesk.trust.roles import write_listing
from tests.scenarios.open_desks import PUBLIC, publish, write
from tests.scenarios.test_by_stick import desk, far, near, stick, take
from tests.unit.server.driver import RunningHub

__all__ = ["desk", "far", "near", "stick"]

Near = Callable[..., Desk]
MEMBERS = "latam/members"
EXPERT = {"name": "Zygomorphic", "title": {"en": "Zygomorphic ledgers"}, "consent": True}


def keys_of(one: Desk) -> DeskKeys:
    return one._profile.keys  # what lies in its profile, as a thief finds it


def test_words_for_members_are_sealed_for_nobody_who_may_not_read_them(
    near: Near, desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    coordinator, author = near("coordinator"), near("contributor")
    reader = near("reader")
    database = open_database(author.profile / FILE)
    with database.write() as connection:  # as after a proposal of that desk, when its role was another
        recipients.remember(connection, reader.id, "latam", keys_of(reader).recipient, "reader")
    database.close()
    publish(coordinator, write(coordinator))
    author.sync()
    expert = author.new("expert", EXPERT, MEMBERS)
    assert author.propose([expert]).refused == []
    author.editions.make(
        tmp_path / "both.age", Options(collections=[PUBLIC], recipients=[coordinator.id, reader.id])
    )
    report = reader.editions.take(tmp_path / "both.age")
    assert report.brought is not None
    assert report.brought.carried == {}
    author.editions.make(tmp_path / "hers.age", Options(collections=[PUBLIC], recipients=[coordinator.id]))
    assert take(coordinator, tmp_path / "hers.age").brought.applied == {"batch": 1}  # type: ignore[union-attr]


@pytest.mark.parametrize("version", [2**63 - 1, 2**53, 2**31])
def test_nobody_who_has_a_key_for_a_while_numbers_a_hub_beyond_all_others(
    hub: RunningHub, near: Near, version: int
) -> None:
    coordinator = near("coordinator")
    write(coordinator)
    thief = keys_of(coordinator)
    now = datetime.now(UTC)
    role = write_listing(version, {}, [thief.publishing], now)
    with hub.store.database.write() as connection:
        metadata = hub.store.centre.metadata
        whole = metadata.whole(connection)
        before = newest_version(connection, "latam")
        metadata.bring(
            connection, pack(msgspec.structs.replace(whole, roles=whole.roles | {"latam": role}), None), now
        )
        assert newest_version(connection, "latam") == before


def test_a_publication_from_before_an_erasure_is_not_carried_again(near: Near) -> None:
    carrier, coordinator = near("contributor"), near("coordinator")
    record = coordinator.new("expert", EXPERT, MEMBERS)
    coordinator.propose([record])
    coordinator.accept([record])
    coordinator.carrier.publish("latam")
    [old] = [item.content for item in coordinator.carrier.outgoing(sealed=True) if item.kind == "publication"]
    assert carrier.carrier.take("publication", old).state == "carried"
    carrier.sync()
    coordinator.sync()
    coordinator.erasing.erase(record, "person-asked")
    coordinator.publish("latam")
    carrier.sync()
    assert carrier.show(record).erased == "person-asked"
    assert [item.kind for item in carrier.carrier.all()] == []
    assert carrier.carrier.take("publication", old).state == "known"
    assert [item.kind for item in carrier.carrier.all()] == []


def sealed(by: Desk, path: Path, *readers: Desk) -> Path:
    options = Options(
        collections=[PUBLIC, MEMBERS, "centre/public"], recipients=[keys_of(one).recipient for one in readers]
    )
    by.editions.make(path, options)
    return path


def test_an_erasure_keeps_back_no_other_words_of_the_same_batch(
    near: Near, far: Callable[..., Desk], stick: Callable[..., Path], tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "author", by=coordinator)
    publish(coordinator, write(coordinator))
    gone = coordinator.new("expert", EXPERT, MEMBERS)
    publish(coordinator, gone)
    carrier = near("contributor", "carrier")
    take(author, stick(coordinator))
    take(author, sealed(coordinator, tmp_path / "first.age", author))
    author.set(gone, {"title.en": "Zygomorphic books"})
    stays = author.new("expert", {"title": {"en": "Another"}, "consent": True}, MEMBERS)
    assert author.propose([gone, stays]).refused == []
    sealed(author, tmp_path / "lost.age", carrier)
    coordinator.erasing.erase(gone, "person-asked")
    coordinator.publish("latam")
    take(author, sealed(coordinator, tmp_path / "second.age", author))
    assert [item.id for item in author.outbox()] == [stays]
    carrier.sync()
    take(carrier, sealed(author, tmp_path / "third.age", carrier, coordinator))
    carrier.sync()
    coordinator.sync()
    assert [item.id for item in coordinator.inbox()] == [stays]
    assert author.show(gone).erased == carrier.show(gone).erased == "person-asked"


def test_a_coordinator_takes_what_an_erasure_left_of_a_batch(
    near: Near, far: Callable[..., Desk], stick: Callable[..., Path], tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "author", by=coordinator)
    publish(coordinator, write(coordinator))
    gone = coordinator.new("expert", EXPERT, MEMBERS)
    publish(coordinator, gone)
    take(author, sealed(coordinator, tmp_path / "first.age", author))
    author.set(gone, {"title.en": "Zygomorphic books"})
    stays = author.new("expert", {"title": {"en": "Another"}, "consent": True}, MEMBERS)
    assert author.propose([gone, stays]).refused == []
    stick(author)
    coordinator.erasing.erase(gone, "person-asked")
    coordinator.publish("latam")
    take(author, sealed(coordinator, tmp_path / "second.age", author))
    take(coordinator, sealed(author, tmp_path / "third.age", coordinator))
    assert [item.id for item in coordinator.inbox()] == [stays]


def test_nobody_is_shown_as_the_signer_whose_signature_is_not_there(near: Near) -> None:
    coordinator, reader = near("coordinator"), near("reader")
    publish(coordinator, write(coordinator))
    reader.sync()
    assert reader.trust.vouched(PUBLIC).signer_desk == coordinator.id
    database = open_database(reader.profile / FILE)
    with database.write() as connection:
        found = trust.vouching(connection)
        [other] = found.keys("centre/public")
        signed = collections.head_of(connection, PUBLIC)
        assert signed is not None
        # A relay or a stick may name whom it likes for a head that the role lists and that its key did not sign.
        lent = SignedHead(signed.body, other, bytes(64))
        assert found.newest(lent, PUBLIC).collection == PUBLIC
        here = tables.collection.c.name == PUBLIC
        connection.execute(update(tables.collection).where(here).values(head=collections.pack_head(lent)))
    database.close()
    vouched = reader.trust.vouched(PUBLIC)
    assert (vouched.signer, vouched.signer_desk, vouched.signer_name) == (None, None, None)
