"""The catalogue goes from desk to desk on a stick: a second road over the same signed state."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import bagit
import pytest

from hubdesk.catalogue import fill
from hubdesk.catalogue.search import Query
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, HubDeskError, NotFound
from hubdesk.locations import resource
from hubdesk.model.sample import read_sample
from hubdesk.packages.layout import Step
from hubdesk.packages.options import Options
from hubdesk.server.centre import create_centre
from hubdesk.server.limits import Rates
from hubdesk.server.sample import publish_sample
from hubdesk.server.sqlite_store import SqliteStore
from tests.scenarios.command_line import CommandLine
from tests.unit.server.driver import RunningHub, real_kinds, running_hub

PUBLIC = "latam/public"
FILE = "votes-example.csv"
TITLE = {"title": {"en": "A checklist"}, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}


class Stick(NamedTuple):
    """An edition of the whole sample, the hash of its Centre's root, and each collection's version and root."""

    folder: Path
    root: str
    states: dict[str, tuple[int, str]]


@pytest.fixture(scope="session")
def sample_centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A trial Centre with the sample content; copied, never used."""
    folder = tmp_path_factory.mktemp("sample") / "hub"
    create_centre(folder, datetime.now(UTC))
    store = SqliteStore(folder, real_kinds())
    publish_sample(store, folder, read_sample(resource("sample")))
    store.close()
    return folder


@pytest.fixture
def hub(sample_centre: Path, tmp_path: Path) -> Iterator[RunningHub]:
    shutil.copytree(sample_centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub", rates=Rates(failures=1_000_000)) as running:
        yield running


@pytest.fixture(scope="session")
def written(sample_centre: Path, tmp_path_factory: pytest.TempPathFactory) -> Stick:
    """An edition that a reader made after a sync, with one file of a record; copied, never used."""
    base = tmp_path_factory.mktemp("edition")
    shutil.copytree(sample_centre, base / "hub")
    desk = Desk.create(base / "maker", use_keyring=False)
    with running_hub(base / "hub") as hub:
        desk.join(hub.invite("reader"))
        desk.follow(f"{name}/public" for name in ("southern-africa", "ict-governance", "open-data"))
        desk.sync()
        desk.get(record_with(desk, FILE), FILE)
    report = desk.editions.make(base / "stick")
    states = states_of(desk)
    desk.close()
    return Stick(report.path, report.root, states)


@pytest.fixture
def stick(written: Stick, tmp_path: Path) -> Stick:
    shutil.copytree(written.folder, tmp_path / "stick")
    return written._replace(folder=tmp_path / "stick")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """`desk("Rosa")`: a desk on a computer of its own, the same each time."""
    known: dict[str, Desk] = {}

    def find(name: str) -> Desk:
        if name not in known:
            known[name] = Desk.create(tmp_path / name, use_keyring=False)
        return known[name]

    yield find
    for found in known.values():
        found.close()


Desks = Callable[[str], Desk]
Person = Callable[[str], CommandLine]


def states_of(desk: Desk) -> dict[str, tuple[int, str]]:
    return {view.name: (view.version, view.root) for view in desk.collections() if view.version}


def record_with(desk: Desk, file: str) -> str:
    return next(
        found for found in desk.record_ids() if file in [view.name for view in desk.show(found).files]
    )


def refusal(action: Callable[[], Any]) -> HubDeskError:
    with pytest.raises(HubDeskError) as refused:
        action()
    return refused.value


# The road


def test_a_desk_that_never_saw_the_server_ends_with_the_same_roots(stick: Stick, desk: Desks) -> None:
    far = desk("far")
    report = far.editions.take(stick.folder, root=stick.root)
    assert states_of(far) == stick.states
    assert len(stick.states) == 5
    assert {name: (taken.version, taken.root) for name, taken in report.collections.items()} == stick.states
    assert all(taken.taken for taken in report.collections.values())
    assert report.problems == []
    assert far.verify().ok
    assert all(view.followed for view in far.collections())


def test_what_came_on_a_stick_is_found_signed_and_with_its_files(
    stick: Stick, desk: Desks, tmp_path: Path
) -> None:
    far = desk("far")
    assert far.editions.take(stick.folder, root=stick.root).blobs == 1
    record = record_with(far, FILE)
    view = far.show(record)
    assert (view.state, view.verified) == ("confirmed", True)
    assert [hit.id for hit in far.search(Query(facets={"here": ["yes"]})).hits] == [record]
    got = far.get(record, FILE, to=tmp_path)
    assert Path(got.path).read_bytes().count(b"\n") > 1
    assert far.search(Query("parliament")).total > 10


def test_the_anchor_may_be_an_invite_which_still_lets_its_desk_in(
    hub: RunningHub, desk: Desks, tmp_path: Path
) -> None:
    near, far = desk("near"), desk("far")
    near.join(hub.invite("reader"))
    near.sync()
    near.editions.make(tmp_path / "stick")
    invite = hub.invite("contributor")
    far.editions.take(tmp_path / "stick", invite=invite)
    assert states_of(far) == states_of(near)
    assert far.join(invite).role == "contributor"
    assert far.sync().records_received <= 1  # at most its own admission
    assert states_of(far)[PUBLIC] == states_of(near)[PUBLIC]


def test_taking_the_same_edition_again_changes_nothing(stick: Stick, desk: Desks) -> None:
    far = desk("far")
    far.editions.take(stick.folder, root=stick.root)
    before = (far.collections(), far.syncs(), far.status())
    again = far.editions.take(stick.folder)
    assert (again.blobs, [taken.taken for taken in again.collections.values()]) == (0, [False] * 5)
    assert (far.collections(), far.syncs(), far.status()) == before


def test_a_newer_edition_brings_the_changes_and_keeps_what_a_person_wrote(
    hub: RunningHub, desk: Desks, tmp_path: Path
) -> None:
    coordinator, near, far = desk("coordinator"), desk("near"), desk("far")
    coordinator.join(hub.invite("coordinator"))
    coordinator.sync()
    changed, pending, drafted = (coordinator.new("tool", TITLE, PUBLIC) for _ in range(3))
    publish(coordinator)
    near.join(hub.invite("reader"))
    near.sync()
    near.editions.make(tmp_path / "first")

    invite = hub.invite("contributor")
    far.editions.take(tmp_path / "first", invite=invite)
    far.join(invite)
    far.set(pending, {"title.fr": "Une liste"})
    far.propose([pending])
    far.set(drafted, {"title.es": "Una lista"})
    before = far.show(changed).revision
    assert before is not None

    for record in (changed, pending, drafted):
        coordinator.set(record, {"summary.en": "What to check, and when."})
    publish(coordinator)
    near.sync()
    near.editions.make(tmp_path / "second")
    report = far.editions.take(tmp_path / "second")
    assert report.collections[PUBLIC].taken
    assert states_of(far) == states_of(near)
    assert far.verify().ok

    assert far.show(changed).fields["summary"] == {"en": "What to check, and when."}
    assert far.revision(changed, before).fields["summary"] == {"en": "What to check."}
    assert [item.id for item in far.outbox()] == [pending]
    assert far.show(pending).state == "pending"
    assert far.show(pending).fields["title"]["fr"] == "Une liste"
    assert far.show(pending).fields["summary"] == {"en": "What to check, and when."}
    assert [draft.id for draft in far.drafts()] == [drafted]
    assert far.show(drafted).fields["title"]["es"] == "Una lista"


def publish(coordinator: Desk) -> None:
    coordinator.propose()
    coordinator.accept()
    assert coordinator.publish("latam").published == 3


def test_an_older_edition_rolls_nothing_back_but_its_files_are_welcome(
    hub: RunningHub, desk: Desks, tmp_path: Path
) -> None:
    near, far, coordinator = desk("near"), desk("far"), desk("coordinator")
    near.join(hub.invite("reader", "open-data"))
    near.sync()
    near.get(record_with(near, FILE), FILE)
    near.editions.make(tmp_path / "old")

    coordinator.join(hub.invite("coordinator", "open-data"))
    coordinator.sync()
    coordinator.set(record_with(coordinator, FILE), {"title.en": "Votes, with a new title"})
    coordinator.propose()
    coordinator.accept()
    coordinator.publish("open-data")
    far.join(hub.invite("reader", "open-data"))
    far.sync()
    newer = states_of(far)

    report = far.editions.take(tmp_path / "old")
    assert (report.blobs, report.problems) == (1, [])
    assert not report.collections["open-data/public"].taken
    assert states_of(far) == newer
    record = record_with(far, FILE)
    assert far.show(record).files[0].available
    assert [hit.id for hit in far.search(Query(facets={"here": ["yes"]})).hits] == [record]
    assert far.verify().ok


def test_progress_is_told_to_the_last_byte(stick: Stick, desk: Desks, tmp_path: Path) -> None:
    steps: list[Step] = []
    far = desk("far")
    far.editions.take(stick.folder, root=stick.root, progress=steps.append)
    assert {step.stage for step in steps} == {"checking", "records", "files"}
    steps.clear()
    far.editions.make(tmp_path / "again", progress=steps.append)
    assert {step.stage for step in steps} == {"records", "files"}
    assert steps[-1].done == steps[-1].total > 0


def test_a_taking_that_was_cut_goes_on_where_it_was(
    stick: Stick, desk: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fill, "_TOGETHER", 3)
    far = desk("far")

    def cut(step: Step) -> None:
        if step.stage == "records":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        far.editions.take(stick.folder, root=stick.root, progress=cut)
    assert [view.filling is not None for view in far.collections()].count(True) == 1
    assert states_of(far) == {}
    assert far.search(Query()).total >= 3  # what is proved is searchable at once
    assert far.verify().ok
    far.editions.take(stick.folder)
    assert states_of(far) == stick.states
    assert far.verify().ok


# Whom to trust


def test_without_an_anchor_a_new_desk_refuses_and_names_the_root(stick: Stick, desk: Desks) -> None:
    far = desk("far")
    refused = refusal(lambda: far.editions.take(stick.folder))
    assert (refused.code, refused.data) == ("edition-untrusted", {"root": stick.root})
    assert far.collections() == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "edition-untrusted"),
        (("--root", "0" * 64), "edition-other-centre"),
        (("--root", "nonsense"), "not-a-root"),
        (("--invite", "nonsense"), "invite-unreadable"),
    ],
)
def test_a_refused_edition_leaves_no_profile_behind(
    stick: Stick, person: Person, words: tuple[str, ...], code: str
) -> None:
    new = person("new")
    assert new.fails("edition", "take", stick.folder, *words) == code
    assert not new.profile.exists()


def test_the_sentence_of_a_refusal_names_the_root(stick: Stick, person: Person) -> None:
    _, _, said = person("new").run("edition", "take", stick.folder)
    assert stick.root in said


def test_a_damaged_edition_leaves_no_profile_behind(stick: Stick, person: Person) -> None:
    (stick.folder / "data/edition.json").unlink()
    new = person("new")
    assert new.fails("edition", "take", stick.folder, "--root", stick.root) == "edition-damaged"
    assert new.fails("edition", "take", stick.folder / "data", "--root", stick.root) == "not-an-edition"
    assert not new.profile.exists()


@pytest.mark.parametrize("hurt", ["missing", "damaged"])
def test_a_file_that_is_missing_or_damaged_stops_nothing_else_and_is_named(
    stick: Stick, person: Person, hurt: str
) -> None:
    (blob,) = [path for path in (stick.folder / "data/blobs").rglob("*") if path.is_file()]
    if hurt == "missing":
        blob.unlink()
        status, out, _ = person("looking").run("edition", "verify", stick.folder, "--root", stick.root)
        assert status == 1
        assert "Not everything is as it was signed." in out
    else:
        content = blob.read_bytes()
        blob.write_bytes(bytes((content[0] ^ 1,)) + content[1:])
    new = person("new")
    status, out, _ = new.run("edition", "take", stick.folder, "--root", stick.root)
    assert status == 1
    line = next(line for line in out.splitlines() if line.startswith(f"{FILE}: "))
    assert hurt in line
    assert "try again" not in line
    assert {name: new.root(name) for name in stick.states} == {
        name: root for name, (_, root) in stick.states.items()
    }


def test_a_stick_that_is_pulled_out_is_said_to_be_gone_and_goes_on_later(
    stick: Stick, person: Person
) -> None:
    new, aside = person("new"), stick.folder.with_name("aside")
    desk = Desk.create(new.profile, use_keyring=False)
    desk.close()

    def pull(step: Step) -> None:
        if step.stage == "records" and stick.folder.exists():
            stick.folder.rename(aside)

    desk = Desk.open(new.profile)
    refused = refusal(lambda: desk.editions.take(stick.folder, root=stick.root, progress=pull))
    assert (refused.code, refused.data) == ("edition-gone", {"path": str(stick.folder)})
    desk.close()
    assert new.fails("edition", "take", stick.folder) == "no-such-path"
    aside.rename(stick.folder)
    assert set(new("edition", "take", stick.folder)["collections"]) == set(stick.states)


def test_a_desk_of_one_centre_takes_no_edition_of_another(stick: Stick, desk: Desks, tmp_path: Path) -> None:
    create_centre(tmp_path / "elsewhere", datetime.now(UTC))
    with running_hub(tmp_path / "elsewhere") as other:
        far = desk("far")
        far.join(other.invite("reader"))
    for anchor in (None, stick.root):
        refused = refusal(lambda anchor=anchor: far.editions.take(stick.folder, root=anchor))
        assert refused.code == "edition-other-centre"
    assert states_of(far) == {}


# On the command line


def test_made_and_taken_on_the_command_line(stick: Stick, person: Person, tmp_path: Path) -> None:
    far, third = person("far"), person("third")
    taken = far("edition", "take", stick.folder, "--root", stick.root.upper())
    assert taken["blobs"] == 1
    assert {name: (c["version"], c["root"]) for name, c in taken["collections"].items()} == stick.states
    assert far("status")["server"] is None
    assert far("verify")["ok"]

    made = far("edition", "make", tmp_path / "next", "--collection", PUBLIC, "centre/public")
    assert sorted(made["collections"]) == ["centre/public", PUBLIC]
    assert made["root"] == stick.root
    bagit.Bag(str(tmp_path / "next")).validate()
    assert third("edition", "take", tmp_path / "next", "--root", stick.root)["collections"][PUBLIC]["taken"]
    assert third.root() == stick.states[PUBLIC][1]


def test_what_cannot_be_made_is_said_in_a_sentence(stick: Stick, person: Person, tmp_path: Path) -> None:
    far = person("far")
    assert far.fails("edition", "make", tmp_path / "next") == "profile-missing"
    far("edition", "take", stick.folder, "--root", stick.root)
    for collection, code in (
        ("latam/members", "edition-members"),
        ("nowhere/public", "no-such-collection"),
        ("..", "not-a-collection"),
    ):
        assert far.fails("edition", "make", tmp_path / "next", "--collection", collection) == code
    assert far.fails("edition", "make", stick.folder / "data" / "edition.json") == "edition-folder"


# What goes in


def test_an_edition_is_a_bag_by_others_judgement(stick: Stick) -> None:
    bag = bagit.Bag(str(stick.folder))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.info["Bag-Software-Agent"].startswith("HubDesk ")
    assert "latam/public version 1" in bag.info["External-Description"]


def test_only_what_is_signed_goes_in(hub: RunningHub, desk: Desks, tmp_path: Path) -> None:
    near, far = desk("near"), desk("far")
    near.join(hub.invite("contributor"))
    near.sync()
    signed = set(near.record_ids(PUBLIC))
    near.propose([near.new("tool", TITLE, PUBLIC)])
    near.new("tool", TITLE, PUBLIC)
    edited = min(signed)
    title = near.show(edited).fields["title"]
    near.set(edited, {"title.en": "Only mine"})
    report = near.editions.make(tmp_path / "stick")
    far.editions.take(tmp_path / "stick", root=report.root)
    assert set(far.record_ids(PUBLIC)) == signed
    assert far.show(edited).fields["title"] == title


def test_members_collections_are_refused(hub: RunningHub, desk: Desks, tmp_path: Path) -> None:
    near = desk("near")
    near.join(hub.invite("contributor"))
    near.sync()
    assert (
        refusal(lambda: near.editions.make(tmp_path / "stick", Options(collections=["latam/members"]))).code
        == "edition-members"
    )
    assert (
        refusal(
            lambda: near.editions.make(tmp_path / "stick", Options(collections=["open-data/public"]))
        ).code
        == "no-such-collection"
    )
    near.follow(["open-data/public"])
    assert (
        refusal(
            lambda: near.editions.make(tmp_path / "stick", Options(collections=["open-data/public"]))
        ).code
        == "edition-no-head"
    )
    assert (
        refusal(lambda: near.editions.make(tmp_path / "stick", Options(collections=["../public"]))).code
        == "not-a-collection"
    )
    assert not (tmp_path / "stick").exists()


def test_a_desk_without_signed_collections_makes_no_edition(desk: Desks, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        desk("new").editions.make(tmp_path / "stick")
    assert refused.value.code == "edition-nothing"


def test_a_file_that_may_not_be_passed_on_stays(hub: RunningHub, desk: Desks, tmp_path: Path) -> None:
    coordinator = desk("coordinator")
    coordinator.join(hub.invite("coordinator"))
    coordinator.sync()
    for name, pass_on in (("yes.txt", "yes"), ("no.txt", "no"), ("unknown.txt", "unknown")):
        (tmp_path / name).write_text(name)
        record = coordinator.new("tool", TITLE, PUBLIC)
        coordinator.attach(record, [tmp_path / name])
        coordinator.set(record, {"pass_on": pass_on})
    publish(coordinator)
    report = coordinator.editions.make(tmp_path / "stick", Options(collections=[PUBLIC]))
    assert report.blobs == 2
    assert [left.name for left in report.problems if left.code != "not-here"] == ["no.txt"]
    assert {left.code for left in report.problems} == {"not-passed-on", "not-here"}
    contents = {path.read_text() for path in (tmp_path / "stick/data/blobs").glob("*/*")}
    assert contents == {"yes.txt", "unknown.txt"}


def test_an_earlier_edition_is_replaced_file_by_file(hub: RunningHub, desk: Desks, tmp_path: Path) -> None:
    near, far = desk("near"), desk("far")
    near.join(hub.invite("reader", "open-data"))
    near.sync()
    near.get(record_with(near, FILE), FILE)
    stick = tmp_path / "stick"
    near.editions.make(stick)
    (stick / "letter to my colleague.txt").write_text("kept")
    [blob] = (stick / "data/blobs").glob("*/*")
    written = blob.stat().st_mtime_ns
    near.editions.make(stick)
    assert blob.stat().st_mtime_ns == written  # a file that is there already is not written again
    report = near.editions.make(stick, Options(collections=["centre/public"]))
    assert not blob.exists()
    assert not (stick / "data/collections/open-data").exists()
    assert (stick / "letter to my colleague.txt").read_text() == "kept"
    bagit.Bag(str(stick)).validate()
    far.editions.take(stick, root=report.root)
    assert list(states_of(far)) == ["centre/public"]


def test_a_folder_with_anything_else_is_left_alone(stick: Stick, desk: Desks, tmp_path: Path) -> None:
    far = desk("far")
    far.editions.take(stick.folder, root=stick.root)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    (stick.folder / "data" / "thesis.txt").write_text("mine")
    for folder in (tmp_path / "mine", tmp_path / "mine" / "thesis.txt", stick.folder):
        with pytest.raises(BadInput) as refused:
            far.editions.make(folder)
        assert refused.value.code == "edition-folder"
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == ["thesis.txt"]
    assert (stick.folder / "data" / "thesis.txt").read_text() == "mine"
