"""A desk or a key that counts no more, at the server; and a Centre whose keys are elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.errors import BadInput, Untrusted
from hubdesk.server.centre import create_key, open_centre
from hubdesk.trust.chain import REVOKED, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from hubdesk.trust.keys import SigningKey
from hubdesk.trust.roles import add_signature, next_version, write_root, write_targets
from tests.unit.server.driver import DriverDesk, Refused, RunningHub, running_hub

PUBLIC = "latam/public"


def test_a_revoked_desk_is_refused_and_its_key_publishes_no_more(hub: RunningHub) -> None:
    stolen, other, reader = hub.desk("coordinator"), hub.desk("coordinator"), hub.desk("reader")
    stolen.sync(PUBLIC, publications=[stolen.publication(PUBLIC, [stolen.write()])])
    stolen.exchange(token=True)
    told = hub.store.revoke(stolen.keys.id[:20], "stolen")
    assert (told.desk, told.key, told.hubs) == (stolen.keys.id, stolen.keys.publishing.id, ["latam"])
    with pytest.raises(Refused, match="desk-revoked"):
        stolen.exchange()
    with pytest.raises(Refused, match="desk-revoked"):
        stolen.fetch(bytes(32))
    reader.exchange()
    assert reader.chain is not None
    assert stolen.keys.publishing.id not in reader.chain.publishers()["latam"]
    assert reader.chain.parts["latam"].state == REVOKED

    # The hub's next head, by another key, stands on what was there.
    other.of(PUBLIC).records = dict(stolen.of(PUBLIC).records)
    other.of(PUBLIC).version, other.of(PUBLIC).root = stolen.of(PUBLIC).version, stolen.of(PUBLIC).root
    other.of(PUBLIC).signed = stolen.of(PUBLIC).signed
    other.exchange()
    down = other.sync(PUBLIC, publications=[other.publication(PUBLIC, [other.write()])])
    assert [item.code for item in down.published] == [""]
    reader.sync(PUBLIC)
    assert reader.of(PUBLIC).version == 2
    assert reader.chain.parts["latam"].state == ""


def test_a_key_alone_can_be_revoked_and_its_desk_still_reads(hub: RunningHub) -> None:
    desk = hub.desk("coordinator")
    told = hub.store.revoke(desk.keys.publishing.id, "lost")
    assert (told.desk, told.hubs) == (None, ["latam"])
    desk.exchange()
    down = desk.exchange(publications=[desk.publication(PUBLIC, [desk.write()])])
    assert [item.code for item in down.published] == ["publisher-unknown"]


@pytest.mark.parametrize(("name", "code"), [("", "desk-or-key-unknown"), ("zz", "desk-or-key-unknown")])
def test_nothing_is_revoked_that_is_not_named(hub: RunningHub, name: str, code: str) -> None:
    hub.desk("coordinator")
    with pytest.raises(BadInput, match=code):
        hub.store.revoke(name, "mistake")


def test_the_server_of_a_trial_keeps_its_own_key(hub: RunningHub) -> None:
    assert hub.store.centre.keys.centre is not None
    with pytest.raises(BadInput, match="key-of-the-server"):
        hub.store.revoke(hub.store.centre.keys.centre.id, "mistake")


class Secretariat:
    """Three people with a root key each, the first two of whom sign; and one for targets."""

    def __init__(self) -> None:
        self.root = [SigningKey.generate() for _ in range(3)]
        self.targets = SigningKey.generate()
        self.now = datetime.now(UTC)

    def root_for(self, online: bytes) -> bytes:
        publics = {
            ROOT: [key.public for key in self.root],
            TARGETS: [self.targets.public],
            SNAPSHOT: [online],
            TIMESTAMP: [online],
        }
        return add_signature(write_root(1, publics, {ROOT: 2}, self.root[:1], self.now), self.root[1])

    def targets_for(self, publishers: dict[str, list[bytes]], version: int = 0) -> bytes:
        return write_targets(next_version(version, self.now), publishers, {}, [self.targets], self.now)


def test_a_coordinator_of_a_real_centre_waits_until_its_key_is_signed(tmp_path: Path) -> None:
    folder, secretariat = tmp_path / "hub", Secretariat()
    online = create_key(folder)
    assert create_key(folder).public == online.public
    first = secretariat.targets_for({"latam": [], "centre": []})
    open_centre(folder, [secretariat.root_for(online.public)], first, secretariat.now)
    with running_hub(folder) as hub:
        desk = DriverDesk()
        desk.server_key = hub.key
        invite = hub.invite("coordinator")
        with pytest.raises(Refused, match="admission-waits"):
            desk.join(invite)
        assert [(item.desk, item.hub) for item in hub.store.requests()] == [(desk.keys.id, "latam")]
        with pytest.raises(Refused, match="admission-waits"):
            desk.join(invite)

        signed = secretariat.targets_for(
            {"latam": [desk.keys.publishing.public], "centre": []}, version=2**31
        )
        with hub.store.database.write() as connection:
            hub.store.centre.metadata.add(connection, secretariat.now, targets=signed)
        joined = desk.join(invite)
        assert (joined.role, joined.trial) == ("coordinator", False)
        assert hub.store.requests() == []
        down = desk.sync(PUBLIC, publications=[desk.publication(PUBLIC, [desk.write()])])
        assert [item.code for item in down.published] == [""]
        with pytest.raises(BadInput, match="not-a-trial"):
            hub.store.revoke(desk.keys.id, "stolen")
        assert hub.desk("reader").chain == desk.chain


def test_a_root_that_names_another_server_opens_no_folder(tmp_path: Path) -> None:
    folder, secretariat = tmp_path / "hub", Secretariat()
    create_key(folder)
    other = secretariat.root_for(SigningKey.generate().public)
    with pytest.raises(BadInput, match="server-key-elsewhere"):
        open_centre(folder, [other], secretariat.targets_for({"centre": []}), secretariat.now)
    alone = Secretariat()
    with pytest.raises(Untrusted, match="metadata-unsigned"):
        open_centre(
            folder,
            [alone.root_for(create_key(folder).public)],
            secretariat.targets_for({"centre": []}),
            alone.now,
        )


def test_a_snapshot_under_a_key_that_was_dropped_is_made_anew(hub: RunningHub) -> None:
    first, other = hub.desk("coordinator"), hub.desk("coordinator")
    first.sync(PUBLIC, publications=[first.publication(PUBLIC, [first.write() for _ in range(30)])])
    hub.desk("reader").sync(PUBLIC)  # so that there is a snapshot of version 1
    other.sync(PUBLIC)
    other.sync(PUBLIC, publications=[other.publication(PUBLIC, [other.write()])])
    hub.store.revoke(first.keys.publishing.id, "lost")
    fresh = hub.desk("reader")
    down = fresh.sync(PUBLIC)
    assert down.collections[0].snapshot is not None
    assert down.collections[0].snapshot.head.head().version == 2
    assert fresh.of(PUBLIC).version == 2
