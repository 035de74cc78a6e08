"""Shared software is installable by two people's word, withdrawn by one, and out of date in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hubdesk.catalogue.installers import SignedList
from hubdesk.catalogue.profile import create_profile
from hubdesk.catalogue.shared_files import INSTALLABLE, ONE_SIGNATURE, OUT_OF_DATE, UNVOUCHED, WITHDRAWN
from hubdesk.catalogue.trust import keep_bundle
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, NotAllowed, NotFound, Untrusted
from hubdesk.trust.installers import joined
from hubdesk.trust.keys import SigningKey
from tests.unit.catalogue.profiles import PLACE
from tests.unit.trust.centre import DAY, START, Centre, key


class House:
    """A Centre, desks whose keys it names, and what travels between them; `now` is everybody's clock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.centre = Centre()
        self.desks: list[Desk] = []

    def __call__(self) -> str:
        return self.centre.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def desk(self, name: str, hub: str | None = None) -> Desk:
        """Make a desk that follows latam; with `hub`, its key publishes there."""
        profile = create_profile(self._folder / name, use_keyring=False)
        made = Desk(profile, self)
        made.follow([PLACE])
        self.desks.append(made)
        if hub is not None:
            self.centre.publishers[hub].append(profile.keys.publishing)
            self.centre.sign_targets()
            for one in self.desks:
                self.tell(one)
        self.tell(made)
        return made

    def tell(self, desk: Desk) -> None:
        """Let a desk hear of the Centre's metadata."""
        with desk.apply._database.write() as connection:
            keep_bundle(connection, self.centre.bundle, self.centre.anchor, self.centre.now)

    def publish(self, lists: list[SignedList]) -> None:
        """Do what the hub does with a list that has two signatures, and tell every desk."""
        for item in lists:
            self.centre.roles[f"{item.hub}-installers"] = item.role
            self.centre.bundle = self.centre.sign_online()
        for desk in self.desks:
            self.tell(desk)
            for item in lists:
                desk.software.take(item)

    def close(self) -> None:
        for desk in self.desks:
            desk.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ana(house: House) -> Desk:
    return house.desk("ana", "latam")


@pytest.fixture
def zoe(house: House) -> Desk:
    return house.desk("zoe", "centre")


@pytest.fixture
def reader(house: House) -> Desk:
    return house.desk("reader")


def a_program(desk: Desk, folder: Path, **fields: Any) -> str:
    """Write a record of software with a file; return its id."""
    file = folder / "setup.msi"
    file.write_bytes(b"a program" * 100)
    words = {"title": {"en": "Votes"}, "summary": {"en": "Counts votes."}, "licence": "EUPL-1.2"} | fields
    record = desk.new("software", words, PLACE)
    desk.attach(record, [file])
    return record


def offered(house: House, ana: Desk, zoe: Desk, folder: Path) -> tuple[str, list[SignedList]]:
    """Let ana offer a program and zoe hear of it; return its SHA-256 and what ana sent."""
    record = a_program(ana, folder)
    ana.software.offer(record)
    sent = ana.software.unsent()
    ana.software.sent("latam", "")
    for item in sent:
        zoe.software.take(item)
    return ana.show(record).files[0].sha256, sent


def shared(house: House, ana: Desk, zoe: Desk, folder: Path) -> str:
    """Let ana offer a program, zoe sign it and every desk hear of it; return its SHA-256."""
    sha256, _ = offered(house, ana, zoe, folder)
    zoe.software.sign("latam", zoe.software.offers()[0].seen)
    sent = zoe.software.unsent()
    zoe.software.sent("latam", "")
    house.publish(sent)
    return sha256


def state(desk: Desk, sha256: str) -> str | None:
    found = desk.software.file(sha256)
    return None if found is None else found.state


def test_two_signatures_make_a_file_installable(
    house: House, ana: Desk, zoe: Desk, reader: Desk, tmp_path: Path
) -> None:
    sha256, sent = offered(house, ana, zoe, tmp_path)
    assert state(ana, sha256) == state(zoe, sha256) == ONE_SIGNATURE
    (offer,) = zoe.software.offers()
    assert [item.name for item in offer.changes] == ["setup.msi"]
    assert (offer.is_mine, offer.may_sign) == (False, True)
    reader.software.take(sent[0])
    assert state(reader, sha256) == ONE_SIGNATURE
    assert not reader.software.offers()[0].may_sign
    zoe.software.sign("latam", offer.seen)
    house.publish(zoe.software.unsent())
    for desk in (ana, zoe, reader):
        file = desk.software.file(sha256)
        assert file is not None
        assert (file.state, file.licence, file.is_here) == (INSTALLABLE, "EUPL-1.2", desk is ana)
        assert sorted(signer.hub for signer in file.signers) == ["centre", "latam"]
        assert desk.software.offers() == []
    assert reader.software.file("00" * 32) is None


def test_a_withdrawal_counts_at_once_and_for_what_was_fetched_before(
    house: House, ana: Desk, zoe: Desk, reader: Desk, tmp_path: Path
) -> None:
    sha256 = shared(house, ana, zoe, tmp_path)
    house.centre.pass_time()
    zoe.software.withdraw(sha256, "It loses votes.")
    assert state(zoe, sha256) == WITHDRAWN
    for item in zoe.software.unsent():  # one signature is enough
        ana.software.take(item)
        reader.software.take(item)
    (here,) = ana.software.withdrawn_here()
    assert (here.withdrawn, here.is_here) == ("It loses votes.", True)
    assert state(reader, sha256) == WITHDRAWN
    assert reader.software.withdrawn_here() == []
    ana.software.sign("latam", ana.software.offers()[0].seen)
    house.publish(ana.software.unsent())
    assert state(reader, sha256) == WITHDRAWN


def test_a_list_grows_old_and_runs_out(house: House, ana: Desk, zoe: Desk, tmp_path: Path) -> None:
    sha256 = shared(house, ana, zoe, tmp_path)
    house.centre.pass_time(31 * DAY)
    file = ana.software.file(sha256)
    assert file is not None
    assert (file.state, file.is_old) == (INSTALLABLE, True)
    assert file.age_days == pytest.approx(31, abs=0.01)
    house.centre.now = START - 5 * DAY  # a clock that is behind knows no age
    file = ana.software.file(sha256)
    assert file is not None
    assert file.age_days is None
    house.centre.now = START + 731 * DAY
    assert state(ana, sha256) == OUT_OF_DATE


def test_a_revoked_key_vouches_for_nothing(house: House, ana: Desk, zoe: Desk, tmp_path: Path) -> None:
    sha256 = shared(house, ana, zoe, tmp_path)
    house.centre.pass_time()
    house.centre.publishers["centre"].pop()
    house.centre.sign_targets()
    house.tell(ana)
    assert state(ana, sha256) == UNVOUCHED
    file = ana.software.file(sha256)
    assert file is not None
    assert [signer.hub for signer in file.signers] == ["latam"]


def test_another_list_than_the_one_that_counts_vouches_for_nothing(
    house: House, ana: Desk, zoe: Desk, tmp_path: Path
) -> None:
    sha256 = shared(house, ana, zoe, tmp_path)
    house.centre.pass_time()
    del house.centre.roles["latam-installers"]
    house.centre.bundle = house.centre.sign_online()
    fresh = house.desk("fresh")  # heard of no role, whatever list somebody brings
    for item in ana.software.lists():
        fresh.software.take(item)
    assert state(fresh, sha256) == UNVOUCHED


def test_only_what_lies_here_and_has_a_licence_is_offered(ana: Desk, reader: Desk, tmp_path: Path) -> None:
    record = a_program(ana, tmp_path, licence="unknown")
    with pytest.raises(BadInput, match="licence-missing"):
        ana.software.offer(record)
    assert ana.software.offer(record, licence="MIT").changes[0].licence == "MIT"
    with pytest.raises(NotFound, match="no-such-file"):
        ana.software.offer(record, "other.msi")
    sha256 = ana.show(record).files[0].sha256
    ana.blobs.path(bytes.fromhex(sha256)).unlink()
    other = a_program(reader, tmp_path)
    with pytest.raises(NotAllowed, match="not-a-signer"):
        reader.software.offer(other)


def test_members_files_are_not_named_in_public(ana: Desk, tmp_path: Path) -> None:
    ana.follow(["latam/members"])
    file = tmp_path / "setup.msi"
    file.write_bytes(b"a program")
    record = ana.new("software", {"title": {"en": "Votes"}, "licence": "MIT"}, "latam/members")
    ana.attach(record, [file])
    with pytest.raises(NotAllowed, match="software-members"):
        ana.software.offer(record)


def test_a_list_is_signed_as_it_was_seen(house: House, ana: Desk, zoe: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no-offer"):
        zoe.software.sign("latam", "00" * 32)
    offered(house, ana, zoe, tmp_path)
    with pytest.raises(BadInput, match="offer-changed"):
        zoe.software.sign("latam", "00" * 32)


def test_another_s_list_is_not_signed_by_the_way(house: House, ana: Desk, zoe: Desk, tmp_path: Path) -> None:
    offered(house, ana, zoe, tmp_path)
    record = a_program(zoe, tmp_path)
    with pytest.raises(BadInput, match="offer-waits"):
        zoe.software.offer(record)


def test_a_withdrawal_needs_a_reason_a_file_and_a_key(
    house: House, ana: Desk, zoe: Desk, reader: Desk, tmp_path: Path
) -> None:
    sha256 = shared(house, ana, zoe, tmp_path)
    with pytest.raises(BadInput, match="reason-missing"):
        ana.software.withdraw(sha256, "  ")
    with pytest.raises(NotFound, match="not-shared"):
        ana.software.withdraw("00" * 32, "old")
    with pytest.raises(NotAllowed, match="not-a-signer"):
        reader.software.withdraw(sha256, "old")


def test_lists_go_no_way_back_and_strangers_are_not_heard(
    house: House, ana: Desk, zoe: Desk, reader: Desk, tmp_path: Path
) -> None:
    sha256, first = offered(house, ana, zoe, tmp_path)
    zoe.software.sign("latam", zoe.software.offers()[0].seen)
    house.publish(zoe.software.unsent())
    with pytest.raises(Untrusted, match="installers-older"):
        reader.software.take(first[0])
    stranger: SigningKey = key()
    from hubdesk.trust.installers import read_list, sign_list

    listed = read_list(first[0].content, "latam")
    forged = sign_list(listed, 2**40, [stranger, stranger], START)
    with pytest.raises(Untrusted, match="installers-unsigned"):
        reader.software.take(SignedList("latam", first[0].content, forged))
    with pytest.raises(Untrusted, match="installers-broken"):
        reader.software.take(SignedList("open-data", first[0].content, first[0].role))
    assert state(reader, sha256) == INSTALLABLE


def test_what_the_hub_refused_is_dropped_and_what_it_lacks_is_kept(ana: Desk, tmp_path: Path) -> None:
    record = a_program(ana, tmp_path)
    ana.software.offer(record)
    assert [item.hub for item in ana.software.unsent()] == ["latam"]
    ana.software.sent("latam", "")
    assert ana.software.unsent() == []
    assert len(ana.software.offers()) == 1
    ana.software.sent("latam", "outdated")
    assert ana.software.offers() == []


def test_a_signature_that_was_not_sent_yet_outlives_the_same_list_from_the_hub(
    house: House, ana: Desk, zoe: Desk, tmp_path: Path
) -> None:
    _, sent = offered(house, ana, zoe, tmp_path)
    zoe.software.sign("latam", zoe.software.offers()[0].seen)
    zoe.software.take(sent[0])
    (unsent,) = zoe.software.unsent()
    assert joined(unsent.role, sent[0].role) == unsent.role
    assert zoe.software.offers()[0].is_mine


def test_a_version_is_never_used_twice(ana: Desk, tmp_path: Path) -> None:
    record = a_program(ana, tmp_path)
    ana.software.offer(record)
    (first,) = ana.software.unsent()
    ana.software.offer(record, licence="MIT")  # in the same second
    (second,) = ana.software.unsent()
    assert first.role != second.role
    assert datetime.fromisoformat(ana.software.all()[0].since) - START < timedelta(minutes=1)
