"""An expert is erased: on every desk and at the server not a byte of the words is left, and everything can still be
proved."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hubdesk.catalogue import erasing
from hubdesk.catalogue.erasing import Erasing
from hubdesk.catalogue.probing import ProbeReport, probe_folder
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, NotAllowed
from tests.scenarios.command_line import CommandLine, one_object
from tests.scenarios.open_desks import desk
from tests.scenarios.test_restored import copied, put_back, serving_again
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
    "Draftedword", "Proposedword", "Attachedword", "attachedname", "Othersdraft", "Returnedcomment", "Otherside", "Proposedkeyword",
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
    returned(coordinator, other, record)
    other.set(record, {"text.en": "Othersdraft about brachistochrones."})
    coordinator.set(record, {"text.en": "Otherside about brachistochrones."})
    coordinator.propose([record])
    assert coordinator.accept([record], seen={record: []}).refused == []
    coordinator.publish("latam")
    other.sync()
    assert other.clashes.all(), "words of both sides wait for a person"
    coordinator.sync()
    coordinator.accept([record])
    assert coordinator.clashes.all()
    coordinator.set(record, {"text.en": "Draftedword of the coordinator."})
    coordinator.backups.make()
    return record, coordinator, author, other


def returned(coordinator: Desk, author: Desk, record: str) -> None:
    """A proposal that came back with a comment, which may say as much as the record."""
    author.set(record, {"keywords": ["Proposedkeyword"]})
    author.propose([record])
    author.sync()
    coordinator.sync()
    [item] = [item for item in coordinator.inbox() if "keywords" in item.changed]
    coordinator.return_(record, "Returnedcomment", [item.number])
    coordinator.sync()
    author.sync()
    assert author.show(record).comment == "Returnedcomment"


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


def test_who_was_away_takes_an_erasure_in_with_what_came_after_it_in_one_request(desk: Joining) -> None:
    coordinator, away, quiet = desk("coordinator"), desk("contributor", "away"), desk("contributor", "quiet")
    first = coordinator.new("expert", {"title": {"en": "First"}, "person": {"name": "Zebedia"}}, MEMBERS)
    second = coordinator.new("expert", {"title": {"en": "Second"}, "text": {"en": "Stays."}}, MEMBERS)
    coordinator.propose([first, second])
    coordinator.accept([first, second])
    coordinator.publish("latam")
    away.sync()
    quiet.sync()
    away.set(first, {"text.en": "A change on the way."})
    away.set(second, {"text.en": "Another."})
    assert away.propose([first, second]).refused == []

    coordinator.erasing.erase(first, "consent-ended")
    coordinator.publish("latam")
    publish(coordinator, coordinator.new("expert", {"title": {"en": "Third"}}, MEMBERS))
    assert quiet.sync().requests == 1, "the changes fit what is held here, without the words that are erased"
    assert away.sync().problems == []
    assert (quiet.show(first).erased, quiet.verify().problems) == ("consent-ended", [])
    assert away.show(first).erased == "consent-ended"
    assert [item.id for item in away.outbox()] == [second]
    assert [item.title for item in away.drafts()] == []

    away.set(first, {"title.en": "Zebedia again"})
    away.propose([first])
    away.sync()
    assert [(item.id, item.state, item.note) for item in away.outbox() if item.id == first] == [
        (first, "refused", "erased")
    ]
    coordinator.sync()
    assert [item.id for item in coordinator.inbox()] == [second]
    with pytest.raises(BadInput, match="erased-already"):
        coordinator.erasing.erase(first, "mistake")

    late = desk("contributor", "late")
    assert late.show(first).erased == "consent-ended"
    assert late.verify().problems == []
    assert not late.erasing.owed()


def test_a_kind_without_personal_data_is_not_erased_and_only_a_coordinator_erases(desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    tool = coordinator.new(
        "tool", {"title": {"en": "A"}, "summary": {"en": "B"}, "licence": "CC0-1.0"}, "latam/public"
    )
    publish(coordinator, tool)
    expert = author.new("expert", {"title": {"en": "Never accepted"}}, MEMBERS)
    assert author.propose([expert]).refused == []
    author.sync()
    coordinator.sync()
    with pytest.raises(BadInput, match="not-erasable"):
        coordinator.erasing.erase(tool, "person-asked")
    with pytest.raises(NotAllowed, match="not-a-coordinator"):
        author.erasing.erase(expert, "person-asked")
    with pytest.raises(BadInput, match="reason-unknown"):
        coordinator.erasing.erase(expert, "because")
    coordinator.erasing.erase(expert, "person-asked")
    assert coordinator.accept([expert]).refused[0].problems[0].code == "erased"
    coordinator.take_back(expert)
    assert coordinator.accept([expert]).refused == [], "what was decided can be taken back until it is signed"
    coordinator.return_(expert, "Not yet.")
    author.sync()


def left_owed(one: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the erasure in, and be killed before anything is carried out."""
    with monkeypatch.context() as patched:
        patched.setattr(Erasing, "settle", lambda self: None)
        one.sync()
        assert one.erasing.owed()
        one.close()
    assert probed(one.profile).found


POINTS = [
    "erasures.clear", "erasing.Erasing._remove_files", "erasing.Erasing._make_room", "database.Database.compact",
    "journal.Journal.renew", "backups.Backups.make", "erasures.settle",
]  # fmt: skip


def test_killed_at_any_step_it_is_finished_at_the_next_start(
    expert_left_owed: tuple[str, Path], tmp_path: Path
) -> None:
    record, left = expert_left_owed
    for point in POINTS:
        profile = tmp_path / point
        shutil.copytree(left, profile)
        module, _, name = point.partition(".")
        for when in ("before", "after"):
            script = _KILLED.format(module=module, name=name, when=when, profile=str(profile))
            done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
            assert done.returncode == -signal.SIGKILL, done.stderr
        one = Desk.open(profile)
        assert one.erasing.problem is None
        assert not one.erasing.owed()
        assert one.show(record).erased == "person-asked"
        assert one.verify().problems == []
        one.close()
        clean(profile)


_KILLED = """
import os, signal
from pathlib import Path
from hubdesk.catalogue import {module}
owner, _, name = {name!r}.rpartition(".")
owner = getattr({module}, owner) if owner else {module}
original = getattr(owner, name)
def killed(*args, **kwargs):
    if {when!r} == "after":
        original(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(owner, name, killed)
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
Desk.open(Path({profile!r}))
"""


def test_a_full_disk_leaves_it_owed_and_says_so(
    expert_left_owed: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    person: Callable[[str], CommandLine],
) -> None:  # fmt: skip
    record, left = expert_left_owed
    shutil.copytree(left, tmp_path / "full")
    command = person("full")
    with monkeypatch.context() as patched:
        patched.setattr(erasing.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000})())
        one = Desk.open(tmp_path / "full")
        assert one.erasing.owed()
        assert one.erasing.problem is not None
        assert one.erasing.problem.code == "erase-no-room"
        one.close()
        status, out, _ = command.run("verify", "--erased", record, "--probe", *PROBES)
        assert status == 1
        assert "What was erased still lies in copies on this computer" in out
    status, out, _ = command.run("--json", "verify", "--erased", record, "--probe", *PROBES)
    answer = one_object(out)
    assert status == 0, "there was room at the next start"
    assert (answer["clean"], answer["owed"], answer["reason"]) == (True, False, "person-asked")
    assert answer["found"] == []


@pytest.fixture
def expert_left_owed(
    expert: tuple[str, Desk, Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> tuple[str, Path]:
    """A contributor's profile in which the erasure is known and nothing was removed yet."""
    record, coordinator, author, _ = expert
    coordinator.erasing.erase(record, "person-asked")
    coordinator.publish("latam")
    left_owed(author, monkeypatch)
    return record, author.profile


def centre(hub: RunningHub, folder: Path) -> Desk:
    """The Secretariat's working desk."""
    made = Desk.create(folder, use_keyring=False)
    made.join(hub.store.invite(url=hub.url, hub="centre", role="secretariat"))
    made.follow([MEMBERS])
    made.sync()
    return made


def test_the_secretariat_erases_in_anothers_hub_and_its_signed_state_stays_provable(
    hub: RunningHub, desk: Joining, tmp_path: Path
) -> None:
    coordinator, member = desk("coordinator"), desk("contributor", "member")
    record = coordinator.new("expert", WORDS, MEMBERS)
    publish(coordinator, record)
    publish(coordinator, coordinator.new("expert", {"title": {"en": "Stays"}}, MEMBERS))
    member.sync()
    member.set(record, {"text.en": "Draftedword about brachistochrones."})
    secretariat = centre(hub, tmp_path / "secretariat")
    before = state_of(member)

    assert not member.erasing.may_erase(record)
    assert secretariat.erasing.may_erase(record)
    assert secretariat.erasing.erase(record, "legal") == "centre"
    secretariat.publish("centre")
    for one in (coordinator, member):
        assert one.sync().problems == []
        assert one.erasing.problem is None
        assert state_of(one) == before, "the hub's own state is what its hub signed"
        view = one.show(record)
        assert (view.fields, view.erased) == ({}, "legal")
        [notice] = one.erasing.notices()
        assert (notice.id, notice.action, notice.target) == (view.notice, "erase", record)
        assert notice.reason["en"] == "The law requires it"
        assert notice.signed is not None
        assert notice.signed.hub == "centre"
        assert one.verify().problems == []
        assert one.search(Query("Quetzalina")).total == 0
        assert one.drafts() == []

    late = desk("contributor", "late")
    assert late.verify().problems == [], "a first fill takes id and hash for it"
    assert state_of(late) == before
    assert late.show(record).erased == "legal"
    publish(coordinator, coordinator.new("expert", {"title": {"en": "Another"}}, MEMBERS))
    for one in (member, late, secretariat):
        assert one.sync().problems == []
        assert state_of(one) == state_of(coordinator)
        assert one.verify().problems == []
    for one in (coordinator, member, late, secretariat):
        one.close()
        clean(one.profile)
    hub.stop()
    clean(tmp_path / "hub")


def test_the_secretariat_hides_a_record_of_any_hub_until_the_notice_is_withdrawn(
    hub: RunningHub, desk: Joining, tmp_path: Path
) -> None:
    coordinator, reader = desk("coordinator"), desk("reader")
    fields = {"title": {"en": "A cheque book"}, "summary": {"en": "It leaks."}, "licence": "CC0-1.0"}
    record = coordinator.new("tool", fields, "latam/public")
    publish(coordinator, record)
    reader.sync()
    secretariat = centre(hub, tmp_path / "secretariat")
    told = {"action": "withdraw", "target": record, "target_collection": "latam/public"}
    notice = secretariat.new(
        "notice", told | {"title": {"en": "N"}, "reason": {"en": "Leaks."}}, "centre/public"
    )
    secretariat.propose([notice])
    assert secretariat.accept([notice]).refused == []
    secretariat.publish("centre")
    assert reader.sync().problems == []
    view = reader.show(record)
    assert (view.fields, view.withdrawn, view.notice, view.erased) == ({}, "Leaks.", notice, None)
    assert reader.search(Query("cheque")).total == 0
    assert reader.verify().problems == []

    secretariat.withdraw(notice, "mended")
    secretariat.propose([notice])
    secretariat.accept([notice])
    secretariat.publish("centre")
    reader.sync()
    assert reader.show(record).fields["title"] == {"en": "A cheque book"}
    assert reader.search(Query("cheque")).total == 1
    assert reader.erasing.notices() == []
    secretariat.close()


def state_of(one: Desk) -> tuple[int, str]:
    """Version and root of the members' collection."""
    [view] = [view for view in one.collections() if view.name == MEMBERS]
    return view.version, view.root


def test_the_command_line_erases_and_proves_it(
    hub: RunningHub, person: Callable[[str], CommandLine], tmp_path: Path
) -> None:
    coordinator = person("coordinator")
    coordinator("join", hub.invite("coordinator"))
    record = str(coordinator("new", "expert", f"title={TITLE}")["id"])
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    proof = ("verify", "--erased", record, "--probe", "Quetzalina")
    status, out, _ = coordinator.run(*proof)
    assert status == 1
    assert f"Record {record} was not erased on this desk." in out
    assert coordinator.fails("verify", "--erased", record) == "probe-missing"
    assert coordinator.fails("erase", record, "--reason", "because") == "reason-unknown"
    done = {"id": record, "reason": "person-asked", "publish": "latam"}
    assert coordinator("erase", record, "--reason", "person-asked") == done
    assert coordinator("publish", "latam")["published"] == 1
    answer = coordinator(*proof)
    assert (answer["clean"], answer["reason"], answer["owed"], answer["found"]) == (
        True, "person-asked", False, [],
    )  # fmt: skip
    assert coordinator("show", record)["erased"] == "person-asked"
    hub.stop()
    assert coordinator(*proof, "--folder", tmp_path / "hub")["clean"]
    (tmp_path / "hub" / "log" / "left.txt").write_text(TITLE, encoding="utf-8")
    status, out, _ = coordinator.run("--json", *proof, "--folder", tmp_path / "hub")
    assert status == 1
    assert [item["path"] for item in one_object(out)["found"]] == ["log/left.txt"]


def test_an_erasure_wins_over_what_another_coordinator_published_meanwhile(desk: Joining) -> None:
    faster, slower = desk("coordinator", "faster"), desk("coordinator", "slower")
    record = faster.new("expert", {"title": {"en": "First"}}, MEMBERS)
    publish(faster, record)
    slower.sync()
    slower.erasing.erase(record, "mistake")
    faster.set(record, {"text.en": "Zygomorphia"})
    publish(faster, record)
    slower.publish("latam")
    assert slower.show(record).erased == "mistake"
    assert faster.sync().problems == []
    assert faster.show(record).erased == "mistake"
    assert state_of(faster) == state_of(slower)


def test_a_server_restored_from_before_is_healed_and_erases_again(hub: RunningHub, desk: Joining) -> None:
    coordinator, author = desk("coordinator"), desk("contributor")
    record = coordinator.new("expert", {"title": {"en": "Quetzalina"}}, MEMBERS)
    publish(coordinator, record)
    author.sync()
    author.set(record, {"text.en": "Proposedword"})
    author.propose([record])
    author.sync()
    hub.stop()
    before = copied(hub.folder)
    with serving_again(hub.folder, hub.url) as running:
        coordinator.erasing.erase(record, "legal")
        coordinator.publish("latam")
        author.sync()
        running.store.erasing.finish()
    put_back(before, hub.folder)
    with serving_again(hub.folder, hub.url) as running:
        for one in (coordinator, author, coordinator):
            one.sync()
        assert coordinator.inbox() == []
        assert author.outbox() == []
        running.store.erasing.finish()
        assert not running.store.erasing.owed()
    for one in (coordinator, author):
        assert one.show(record).erased == "legal"
        one.close()
        clean(one.profile)
    assert probe_folder(hub.folder, ["Quetzalina", "Proposedword"]).found == []
