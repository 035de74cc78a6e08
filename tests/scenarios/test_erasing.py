"""An expert is erased: on every desk and at the server not a byte of the words is left, and everything can still be
proved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hubdesk.catalogue.probing import ProbeReport, probe_folder
from hubdesk.desk import Desk
from tests.scenarios.open_desks import desk
from tests.unit.server.driver import RunningHub

__all__ = ["desk"]

MEMBERS = "latam/members"
Joining = Callable[..., Desk]

TITLE = "Quetzalina Informatica"
WORDS = {
    "title": {"en": TITLE},
    "summary": {"en": "Summarises zygomorphic ledgers."},
    "text": {"en": "Wrote about brachistochrones."},
    "keywords": ["cryptozoologist"],
    "parliament": "Xanadutopia",
    "disciplines": ["paleoclimatography"],
    "time_zone": "Mars/Valles",
    "missions": {"en": "Helped in Ruritania twice."},
    "person": {"name": "Zebedia Quux", "email": "zebedia@quux.example", "phone": "+999 31415926"},
    "links": [{"url": "https://quuxpage.example/zq", "label": "Homepagella"}],
    "consent": True,
}
PROBES = [
    "Quetzalina", "zygomorphic", "brachistochrones", "cryptozoologist", "Xanadutopia", "paleoclimatography",
    "Mars/Valles", "Ruritania", "Zebedia", "zebedia@quux", "31415926", "quuxpage", "Homepagella", "Secondedition",
    "Draftedword", "Proposedword", "Attachedword", "attachedname", "Othersdraft", "Returnedcomment",
]  # fmt: skip


def probed(folder: Path) -> ProbeReport:
    return probe_folder(folder, PROBES)


def clean(folder: Path) -> None:
    report = probed(folder)
    assert report.found == []
    assert report.unopened == []
    assert report.files > 0
    assert report.opened > 0


def publish(coordinator: Desk, record: str) -> None:
    coordinator.propose([record])
    assert coordinator.accept([record]).refused == []
    coordinator.publish("latam")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A file with words of its own, in its name too."""
    path = tmp_path / "outside" / "attachedname.txt"
    path.parent.mkdir()
    path.write_text("Attachedword " * 20_000, encoding="utf-8")
    return path


@pytest.fixture
def expert(hub: RunningHub, desk: Joining, paper: Path) -> tuple[str, Desk, Desk, Desk]:
    """An expert in every place where words can be, and the desks of coordinator, contributor and another contributor."""
    coordinator, author, other = (
        desk("coordinator"),
        desk("contributor", "author"),
        desk("contributor", "other"),
    )
    record = coordinator.new("expert", WORDS, MEMBERS)
    coordinator.attach(record, [paper])
    publish(coordinator, record)
    coordinator.new("expert", {"title": {"en": "Somebody else"}}, MEMBERS)
    publish(coordinator, coordinator.new("expert", {"title": {"en": "A neighbour"}}, MEMBERS))
    coordinator.set(record, {"summary.en": "Secondedition of zygomorphic ledgers."})
    publish(coordinator, record)
    for one in (author, other):
        one.sync()
        one.get(record)
        one.backups.make()
    author.set(record, {"text.en": "Proposedword about brachistochrones."})
    author.propose([record])
    author.sync()
    author.set(record, {"text.en": "Draftedword about brachistochrones."})
    other.set(record, {"text.en": "Othersdraft about brachistochrones."})
    coordinator.sync()
    coordinator.accept([record])
    coordinator.set(record, {"text.en": "Draftedword of the coordinator."})
    coordinator.backups.make()
    return record, coordinator, author, other


def test_not_a_byte_of_an_erased_expert_is_left_anywhere(
    hub: RunningHub, expert: tuple[str, Desk, Desk, Desk], tmp_path: Path
) -> None:
    record, coordinator, author, other = expert
    for one in (coordinator, author, other):
        assert probed(one.profile).found, "else the proof would prove nothing"
    assert probed(tmp_path / "hub").found

    assert coordinator.erasing.may_erase(record)
    assert not author.erasing.may_erase(record)
    coordinator.erasing.erase(record, "person-asked")
    coordinator.publish("latam")
    assert coordinator.erasing.problem is None
    assert not coordinator.erasing.owed()
    for one in (author, other):
        report = one.sync()
        assert report.problems == []
        assert one.erasing.problem is None
        assert not one.erasing.owed()
    for one in (coordinator, author, other):
        view = one.show(record)
        assert (view.erased, view.fields, view.state) == ("person-asked", {}, "confirmed")
        assert one.erasing.reason_of(record) == "person-asked"
        assert one.verify().problems == []
        assert [item.held for item in one.history(record)] == [True]
        assert one.outbox() == []
        assert one.inbox() == []
        one.close()
        clean(one.profile)
        again = Desk.open(one.profile)
        assert again.show(record).erased == "person-asked"
        assert [backup.ok for backup in again.backups.all()] == [True]
        again.close()
    hub.stop()
    clean(tmp_path / "hub")
