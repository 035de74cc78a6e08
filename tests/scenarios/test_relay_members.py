"""What only members may read passes through a relay unread and leaves no byte there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hubdesk.catalogue.public import is_public
from hubdesk.errors import ServerAnswer
from hubdesk.sync.relay_address import read_address
from hubdesk.sync.relay_link import RelayLink
from hubdesk.sync.wire import BLOBS, Cursor, Up
from tests.scenarios.open_desks import write
from tests.scenarios.relay_house import a_house, running_relay
from tests.scenarios.test_relay import a_desk
from tests.unit.server.driver import running_hub

MEMBERS = "latam/members"
SECRET = "Zacatecas-budget-office-private-7731"
FILE = b"minutes of a closed meeting, Zacatecas 7731 " * 3_000


def every_byte(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_members_content_is_never_in_the_folder_of_a_relay_or_its_log(
    new_centre: Path, tmp_path: Path
) -> None:
    """All who write and read it do so through the relay, which was even given an invite as a contributor."""
    shutil.copytree(new_centre, tmp_path / "hub")
    (tmp_path / "minutes.txt").write_bytes(FILE)
    with (
        running_hub(tmp_path / "hub", tls=True) as hub,
        a_house(hub, tmp_path / "relay", tls=True, role="contributor") as house,
        a_desk(tmp_path / "coordinator", hub, "coordinator", house.url) as coordinator,
        a_desk(tmp_path / "contributor", hub, "contributor", house.url) as contributor,
    ):
        public = write(coordinator)
        expert = coordinator.new("expert", {"title": {"en": SECRET}, "text": {"en": SECRET}}, MEMBERS)
        coordinator.attach(expert, [tmp_path / "minutes.txt"])
        assert coordinator.propose().refused == []
        assert coordinator.accept().refused == []
        coordinator.publish("latam")
        contributor.sync()
        assert SECRET in str(contributor.show(expert).fields)
        assert contributor.get(expert, "minutes.txt").path.read_bytes() == FILE
        assert contributor.show(public).fields["title"] == {"en": "A checklist"}
        names = [view.name for view in house.desk.collections() if view.followed]
        assert names
        assert all(is_public(name) for name in names)
        sha256 = contributor.show(expert).files[0].sha256
        asked_for_everything(house.url, sha256)
    assert "CONNECT hub 200" in house.log()
    for path, content in every_byte(tmp_path / "relay").items():
        for word in (SECRET.encode(), b"Zacatecas", FILE[:40], bytes.fromhex(sha256)):
            assert word not in content, path
        if path.suffix == ".log" and "POST" in content.decode():
            assert expert not in content.decode()


def asked_for_everything(url: str, sha256: str) -> None:
    """Somebody of the house asks the relay for what only members may read."""
    link = RelayLink(read_address(url))
    try:
        down = link.exchange(Up(cursors=[Cursor(MEMBERS, 0, b""), Cursor("latam/public", 0, b"")]))
        assert [answer.collection for answer in down.collections] == ["latam/public"]
        for path in (BLOBS + sha256, BLOBS + sha256 + "/chunks", "/v1/revisions/" + sha256):
            with pytest.raises(ServerAnswer) as refused:
                list(link.get(path))
            assert refused.value.data["status"] == 404
    finally:
        link.close()


def test_a_desk_that_is_a_relay_beside_its_work_serves_nothing_of_its_own(
    new_centre: Path, tmp_path: Path
) -> None:
    shutil.copytree(new_centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub") as hub, a_desk(tmp_path / "coordinator", hub, "coordinator") as own:
        public = write(own)
        expert = own.new("expert", {"title": {"en": SECRET}}, MEMBERS)
        assert own.propose().refused == []
        assert own.accept().refused == []
        own.publish("latam")
        draft = write(own, title={"en": "Not yet said"})
        with running_relay(own, own=False) as house, a_desk(tmp_path / "reader", hub, "reader") as reader:
            reader.relays.use(house.url)
            reader.follow([MEMBERS])
            report = reader.sync()
            assert report.relay is not None
            assert report.relay.records >= 1
            assert public in reader.record_ids()
            assert {expert, draft}.isdisjoint(reader.record_ids())
            assert [view.name for view in own.collections() if view.followed] == [
                "centre/public",
                MEMBERS,
                "latam/public",
            ]
