"""The way back by stick: desks without any network join, propose and hear what became of it; others carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.errors import BadInput, NotFound
from hubdesk.model.identity import digest
from hubdesk.packages import parts
from hubdesk.packages.options import Options
from hubdesk.packages.taking import TakeReport
from hubdesk.trust.invite import read_invite
from tests.scenarios.command_line import CommandLine
from tests.scenarios.open_desks import PUBLIC, write
from tests.unit.server.driver import RunningHub

LARGE = 3_000_000
Desks = Callable[[str], Desk]
Sticks = Callable[[Desk], Path]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desks]:
    """`desk("author")`: a desk on a computer of its own, the same each time, that has joined nothing."""
    known: dict[str, Desk] = {}

    def find(name: str) -> Desk:
        if name not in known:
            known[name] = Desk.create(tmp_path / "desks" / name, use_keyring=False)
        return known[name]

    yield find
    for found in known.values():
        found.close()


@pytest.fixture
def near(hub: RunningHub, desk: Desks) -> Callable[..., Desk]:
    """A desk with a line, which has joined: `near("coordinator")`."""

    def joined(role: str, name: str = "") -> Desk:
        made = desk(name or role)
        made.join(hub.invite(role))
        made.sync()
        return made

    return joined


@pytest.fixture
def stick(tmp_path: Path) -> Callable[..., Path]:
    """`stick(desk)`: an edition that this desk makes, on a stick of its own or on the one named."""
    count = iter(range(1000))

    def made(by: Desk, name: str = "") -> Path:
        folder = tmp_path / (name or f"stick-{next(count)}")
        by.editions.make(folder)
        return folder

    return made


@pytest.fixture
def far(hub: RunningHub, desk: Desks, stick: Sticks) -> Callable[..., Desk]:
    """A desk without a line, let in by what others carry: `far("contributor", "author", by=coordinator)`."""

    def joined(role: str, name: str, by: Desk) -> Desk:
        made = desk(name)
        request = made.carrier.ask_to_join(read_invite(hub.invite(role)))
        assert by.carrier.take("join", request).state == "carried"
        assert by.sync().carried == {"join": 1}
        take(made, stick(by))
        assert {item.hub: item.role for item in made.memberships()} == {"latam": role}
        return made

    return joined


def take(desk: Desk, stick: Path) -> TakeReport:
    report = desk.editions.take(stick)
    assert report.problems == []
    assert report.brought is not None
    assert report.brought.problems == []
    return report


def settle(coordinator: Desk) -> None:
    assert coordinator.accept().refused == []
    coordinator.publish("latam")


def states(desk: Desk) -> dict[str, tuple[int, str]]:
    return {view.name: (view.version, view.root) for view in desk.collections() if view.version}


def test_two_desks_without_a_network_and_a_third_exchange_everything_by_stick(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks, tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    author, listener = (
        far("contributor", "author", by=coordinator),
        far("reader", "far reader", by=coordinator),
    )

    content = tmp_path / "recording.bin"
    piece = bytes(range(256)) * 4096
    with content.open("wb") as file:
        for number in range(LARGE // len(piece) + 1):
            file.write(number.to_bytes(8, "big") + piece)
    record = write(author)
    [listed] = author.attach(record, [content])
    assert author.propose([record]).refused == []
    report = take(coordinator, stick(author))
    assert report.brought is not None
    assert (report.brought.applied, report.brought.files) == ({"batch": 1}, 1)
    assert [item.id for item in coordinator.inbox()] == [record]
    settle(coordinator)
    back = stick(coordinator)

    take(listener, back)
    assert listener.show(record).state == "confirmed"
    got = listener.get(record, to=tmp_path)
    assert digest(Path(got.path).read_bytes()) == bytes.fromhex(listed.sha256)
    assert [item.id for item in author.outbox()] == [record]
    take(author, back)
    assert author.outbox() == []
    assert author.show(record).state == "confirmed"
    assert states(author) == states(listener) == states(coordinator)
    assert all(
        one.syncs() == [] or {c.road for c in one.syncs()} == {"edition"} for one in (author, listener)
    )


def test_a_reader_with_a_line_carries_for_others(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    author = far("contributor", "author", by=carrier)
    record = write(author)
    author.propose([record])
    report = take(carrier, stick(author))
    assert report.brought is not None
    assert report.brought.carried == {"batch": 1}
    assert carrier.inbox() == []
    assert carrier.sync().carried == {"batch": 1}
    assert carrier.sync().carried == {}
    coordinator.sync()
    settle(coordinator)
    carrier.sync()
    assert [view.kind for view in carrier.carrier.all()] == ["join", "admitted", "batch", "outcomes"]
    take(author, stick(carrier))
    assert author.outbox() == []
    assert author.show(record).state == "confirmed"


# Two roads, one effect


def test_the_same_batch_by_stick_and_by_line_is_one_proposal(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    author = far("contributor", "author", by=carrier)
    record = write(author)
    author.propose([record])
    brought = stick(author)
    take(coordinator, brought)
    take(carrier, brought)
    for _ in range(2):
        carrier.sync()
        coordinator.sync()
        take(coordinator, brought)
    assert [item.id for item in coordinator.inbox()] == [record]
    settle(coordinator)
    carrier.sync()
    for back in (stick(carrier), stick(coordinator), stick(carrier)):
        take(author, back)
        assert author.outbox() == []
    assert [view.kind for view in carrier.carrier.all()].count("outcomes") == 1


def test_a_stick_that_comes_again_opens_nothing_that_was_settled(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, colleague = near("coordinator"), near("coordinator", "colleague")
    author = far("contributor", "author", by=coordinator)
    record = write(author)
    author.propose([record])
    old = stick(author)
    take(coordinator, old)
    settle(coordinator)
    take(coordinator, old)
    assert coordinator.inbox() == []
    take(colleague, old)  # who has not heard of it yet
    colleague.sync()
    assert colleague.inbox() == []
    assert colleague.publish("latam").published == 0


def test_what_was_taken_back_stays_so_in_whatever_order_sticks_come(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "author", by=coordinator)
    gone, changed = write(author), write(author)
    author.propose([gone, changed])
    first = stick(author)
    author.take_back(gone)
    author.set(changed, {"title.en": "A better checklist"})
    author.propose([changed])
    second = stick(author)
    take(coordinator, second)
    take(coordinator, first)
    [item] = coordinator.inbox()
    assert (item.id, item.fields["title"]) == (changed, {"en": "A better checklist"})
    coordinator.sync()
    assert [item.id for item in coordinator.inbox()] == [changed]
    settle(coordinator)
    take(author, stick(coordinator))
    assert author.outbox() == []
    assert [draft.id for draft in author.drafts()] == [gone]
    assert author.show(changed).fields["title"] == {"en": "A better checklist"}


def test_what_a_coordinator_returns_is_a_draft_again_with_the_comment(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "author", by=coordinator)
    record = write(author)
    author.propose([record])
    take(coordinator, stick(author))
    coordinator.return_(record, "Which licence?")
    coordinator.sync()
    take(author, stick(coordinator))
    assert author.outbox() == []
    assert [(draft.id, draft.comment) for draft in author.drafts()] == [(record, "Which licence?")]


def test_an_answer_that_comes_before_its_head_waits_for_it(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    author = far("contributor", "author", by=carrier)
    record = write(author)
    author.propose([record])
    take(carrier, stick(author))
    carrier.sync()
    coordinator.sync()
    settle(coordinator)
    carrier.sync()
    [answer] = [item for item in carrier.carrier.outgoing(sealed=False) if item.kind == "outcomes"]
    assert author.carrier.take(answer.kind, answer.content).state == "applied"
    assert [item.id for item in author.outbox()] == [record]  # no head here says so yet
    take(author, stick(carrier))
    assert author.outbox() == []


# A coordinator without a network


def test_a_coordinator_without_a_network_publishes_by_stick(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks, tmp_path: Path
) -> None:
    carrier = near("reader")
    away, author = far("coordinator", "far coordinator", by=carrier), far("contributor", "author", by=carrier)
    carrier.sync()
    (tmp_path / "table.csv").write_text("a,b\n")
    record = write(author)
    author.attach(record, [tmp_path / "table.csv"])
    author.propose([record])
    take(away, stick(carrier))
    take(away, stick(author))
    assert away.accept().done == [record]
    signed = away.carrier.publish("latam")
    assert (signed.collections, signed.records, signed.authors) == ({PUBLIC: 1}, 1, 1)
    with pytest.raises(BadInput, match="publication-on-its-way"):
        away.carrier.publish("latam")
    report = take(carrier, stick(away))
    assert report.brought is not None
    assert report.brought.carried == {"batch": 1, "publication": 1}
    assert carrier.sync().carried == {"batch": 1, "publication": 1}
    assert carrier.show(record).state == "confirmed"
    assert carrier.show(record).files[0].available
    back = stick(carrier)
    for desk in (away, author):
        take(desk, back)
        assert (desk.outbox(), desk.inbox()) == ([], [])
        assert desk.show(record).state == "confirmed"
    assert states(away) == states(author) == states(carrier)
    with pytest.raises(NotFound, match="nothing-to-publish"):
        away.carrier.publish("latam")


def test_a_publication_by_stick_that_comes_too_late_loses_nothing(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator = near("coordinator")
    away = far("coordinator", "far coordinator", by=coordinator)
    mine, theirs = write(away), write(coordinator)
    away.propose([mine])
    assert away.accept().done == [mine]
    away.carrier.publish("latam")
    late = stick(away)
    coordinator.propose([theirs])
    coordinator.accept()
    coordinator.publish("latam")
    take(coordinator, late)
    coordinator.sync()
    codes = {view.code for view in coordinator.carrier.all() if view.kind == "publication"}
    assert codes == {"outdated"}
    take(away, stick(coordinator))
    assert away.show(theirs).state == "confirmed"
    assert [(item.id, item.state) for item in away.outbox()] == [(mine, "accepted")]
    assert away.carrier.publish("latam").collections == {PUBLIC: 2}
    take(coordinator, stick(away))
    coordinator.sync()
    assert coordinator.show(mine).state == "confirmed"
    take(away, stick(coordinator))
    assert states(away) == states(coordinator)
    assert away.outbox() == []


def test_a_coordinator_who_comes_to_a_line_again_first_sends_what_was_signed(
    hub: RunningHub, near: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator = near("coordinator")
    first, second = write(coordinator), write(coordinator)
    coordinator.propose([first])
    coordinator.accept()
    coordinator.carrier.publish("latam")
    coordinator.propose([second])
    coordinator.accept()
    assert coordinator.publish("latam").published == 1
    assert {view.name: view.version for view in coordinator.collections()}[PUBLIC] == 2
    assert [coordinator.show(record).state for record in (first, second)] == ["confirmed"] * 2


# What may lie on a stick


def test_words_for_members_lie_on_no_open_stick(
    near: Callable[..., Desk], stick: Sticks, tmp_path: Path
) -> None:
    coordinator, author = near("coordinator"), near("contributor")
    secret = "words for members alone"
    expert = author.new("expert", {"name": secret, "title": {"en": secret}}, "latam/members")
    public = write(author)
    done = author.propose([expert, public])
    assert public in done.done
    if expert not in done.done:  # what a kind asks for changes; the words are what counts here
        pytest.fail(str(done.refused))
    folder = stick(author)
    batches = [path.read_bytes() for path in (folder / "data/batches").iterdir()]
    assert len(batches) == 1
    assert all(secret.encode() not in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    sealed = tmp_path / "sealed.age"
    author.editions.make(sealed, Options(recipients=[coordinator.id]))
    report = take(coordinator, sealed)
    assert report.brought is not None
    assert report.brought.applied == {"batch": 2}
    assert {item.id for item in coordinator.inbox()} == {expert, public}
    again = stick(coordinator)  # who carries it seals it on to nobody
    assert [path.read_bytes() for path in (again / "data/batches").iterdir()] == batches


def test_a_file_that_may_not_be_passed_on_lies_on_no_open_stick(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks, tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "author", by=coordinator)
    (tmp_path / "draft.txt").write_text("not for everybody")
    record = write(author, pass_on="no")
    author.attach(record, [tmp_path / "draft.txt"])
    author.propose([record])
    folder = stick(author)
    assert not (folder / "data/blobs").exists()
    take(coordinator, folder)
    assert [item.id for item in coordinator.inbox()] == [record]


# By mail


def test_an_edition_in_parts_is_taken_from_the_folder_where_they_were_saved(
    near: Callable[..., Desk], far: Callable[..., Desk], tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "author", by=coordinator)
    (tmp_path / "table.bin").write_bytes(bytes(range(256)) * 1000)
    record = write(author)
    author.attach(record, [tmp_path / "table.bin"])
    author.propose([record])
    author.editions.make(tmp_path / "proposals.zip")
    made = parts.cut(tmp_path / "proposals.zip", tmp_path / "sent", 100_000)
    saved = tmp_path / "attachments"
    saved.mkdir()
    for number, path in enumerate(reversed(made)):
        path.rename(saved / f"attachment {number}")
    (saved / "letter.txt").write_text("Here it is.")
    assert len(made) > 3
    report = take(coordinator, saved)
    assert report.brought is not None
    assert (report.brought.applied, report.brought.files) == ({"batch": 1}, 1)
    assert [item.id for item in coordinator.inbox()] == [record]
    (saved / "attachment 1").unlink()
    with pytest.raises(BadInput, match="part-missing"):
        coordinator.editions.take(saved)


# On the command line


def test_a_desk_joins_and_proposes_with_files_that_others_carry(
    hub: RunningHub, person: Callable[[str], CommandLine], tmp_path: Path
) -> None:
    carrier, author = person("carrier"), person("author")
    carrier("join", hub.invite("coordinator"))
    invite = hub.invite("contributor")
    asked = author("join", invite, "--offline", tmp_path / "request.hubdesk")
    assert (asked["hub"], asked["role"]) == ("latam", "contributor")
    assert read_invite(invite).secret not in (tmp_path / "request.hubdesk").read_bytes()
    assert author("status")["roles"] == {}
    assert author.fails("join", invite, "--offline", tmp_path / "request.hubdesk") == "file-exists"

    carrier("sync")
    assert carrier("carry", tmp_path / "request.hubdesk")["taken"][0]["state"] == "carried"
    carrier("sync")
    written = carrier("carry", "--to", tmp_path / "answers")["written"]
    assert [Path(path).name.partition("-")[0] for path in written] == ["admitted"]
    assert author("carry", *written)["taken"][0]["state"] == "applied"
    assert author("status")["roles"] == {"latam": "contributor"}
    assert author.fails("join", invite, "--offline", tmp_path / "again") == "joined-already"

    record = author.write()
    author("propose", record)
    [proposals] = author("carry", "--to", tmp_path / "proposals")["written"]
    assert carrier("carry", proposals)["taken"][0]["state"] == "applied"
    carrier("accept", record)
    assert carrier("publish", "latam")["published"] == 1
    carrier("edition", "make", tmp_path / "stick")
    author("edition", "take", tmp_path / "stick")
    assert author.counts() == (0, 0, 0)
    assert author("show", record)["state"] == "confirmed"
    assert {item["kind"]: item["code"] for item in carrier("carry")["carried"]} == {
        "join": "",
        "batch": "",
        "admitted": None,
        "outcomes": None,
    }
    _, out, _ = carrier.run("carry")
    assert "delivered" in out


def test_what_is_no_parcel_is_refused_in_a_sentence(
    hub: RunningHub, person: Callable[[str], CommandLine], tmp_path: Path
) -> None:
    author = person("author")
    author("join", hub.invite("contributor"))
    (tmp_path / "letter.txt").write_text("Dear colleague")
    (tmp_path / "false.hubdesk").write_bytes(b"hubdesk/carried/1 batch\nnonsense")
    (tmp_path / "odd.hubdesk").write_bytes(b"hubdesk/carried/1 letter\nnonsense")
    for name, code in (
        ("letter.txt", "not-a-parcel"),
        ("none", "file-missing"),
        ("false.hubdesk", "not-a-message"),
        ("odd.hubdesk", "parcel-unknown"),
    ):
        assert author.fails("carry", tmp_path / name) == code
    assert author("carry")["carried"] == []


def test_a_file_is_cut_and_put_together_on_the_command_line(
    person: Callable[[str], CommandLine], tmp_path: Path
) -> None:
    author = person("author")
    (tmp_path / "large.zip").write_bytes(bytes(range(256)) * 1000)
    made = author(
        "mail", "cut", tmp_path / "large.zip", tmp_path / "parts", "--size", "100k", "--to", "a@b.org"
    )
    assert len(made["parts"]) == len(made["drafts"]) > 3
    Path(made["parts"][1]).unlink()
    Path(made["drafts"][1]).unlink()  # a saved mail brings its part too
    assert author.fails("mail", "join", tmp_path / "parts", tmp_path / "again.zip") == "part-missing"
    author("mail", "cut", tmp_path / "large.zip", tmp_path / "more", "--size", "100k")
    author("mail", "join", *made["parts"][2:], tmp_path / "more", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "large.zip").read_bytes()
    assert author.fails("mail", "cut", tmp_path / "large.zip", tmp_path / "x", "--size", "1k") == "part-size"
    assert (
        author.fails("mail", "cut", tmp_path / "large.zip", tmp_path / "x", "--to", "nobody")
        == "not-an-address"
    )


# A desk that was revoked


def test_a_revoked_desk_is_refused_by_the_hub_and_by_coordinators_whoever_brings_its_words(
    hub: RunningHub, near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    author = far("contributor", "author", by=carrier)
    author.propose([write(author)])
    before, again = stick(author), stick(author)
    take(carrier, before)  # who does not know yet
    hub.store.revoke(author.id, "the laptop was stolen")
    assert list(carrier.sync().not_taken.values()) == ["desk-revoked"]
    [refused] = [view for view in carrier.carrier.all() if view.kind == "batch"]
    assert refused.code == "desk-revoked"
    coordinator.sync()
    report = coordinator.editions.take(again)
    assert report.brought is not None
    assert [false.code for false in report.brought.problems] == ["desk-revoked"]
    assert coordinator.inbox() == []


def test_a_desk_whose_keys_are_lost_still_takes_editions(
    near: Callable[..., Desk], desk: Desks, stick: Sticks, tmp_path: Path
) -> None:
    coordinator, reader = near("coordinator"), near("reader")
    record = write(coordinator)
    coordinator.propose([record])
    coordinator.accept()
    coordinator.publish("latam")
    reader.close()
    for keys in reader.profile.rglob("keys"):
        if keys.is_file():
            keys.unlink()
    lost = Desk.open(reader.profile)
    try:
        take(lost, stick(coordinator))
        assert lost.show(record).state == "confirmed"
    finally:
        lost.close()
