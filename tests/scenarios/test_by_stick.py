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

LARGE = 100_000_000
Desks = Callable[[str], Desk]
Sticks = Callable[[Desk], Path]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desks]:
    """`desk("Rosa")`: a desk on a computer of its own, the same each time, that has joined nothing."""
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
    """A desk without a line, let in by what others carry: `far("contributor", "Rosa", by=coordinator)`."""

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
    rosa, tiago = far("contributor", "Rosa", by=coordinator), far("reader", "Tiago", by=coordinator)

    content = tmp_path / "recording.bin"
    piece = bytes(range(256)) * 4096
    with content.open("wb") as file:
        for number in range(LARGE // len(piece) + 1):
            file.write(number.to_bytes(8, "big") + piece)
    record = write(rosa)
    [listed] = rosa.attach(record, [content])
    assert rosa.propose([record]).refused == []
    report = take(coordinator, stick(rosa))
    assert report.brought is not None
    assert (report.brought.applied, report.brought.files) == ({"batch": 1}, 1)
    assert [item.id for item in coordinator.inbox()] == [record]
    settle(coordinator)
    back = stick(coordinator)

    take(tiago, back)
    assert tiago.show(record).state == "confirmed"
    got = tiago.get(record, to=tmp_path)
    assert digest(Path(got.path).read_bytes()) == bytes.fromhex(listed.sha256)
    assert [item.id for item in rosa.outbox()] == [record]
    take(rosa, back)
    assert rosa.outbox() == []
    assert rosa.show(record).state == "confirmed"
    assert states(rosa) == states(tiago) == states(coordinator)
    assert all(one.syncs() == [] or {c.road for c in one.syncs()} == {"edition"} for one in (rosa, tiago))


def test_a_reader_with_a_line_carries_for_others(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    rosa = far("contributor", "Rosa", by=carrier)
    record = write(rosa)
    rosa.propose([record])
    report = take(carrier, stick(rosa))
    assert report.brought is not None
    assert report.brought.carried == {"batch": 1}
    assert carrier.inbox() == []
    assert carrier.sync().carried == {"batch": 1}
    assert carrier.sync().carried == {}
    coordinator.sync()
    settle(coordinator)
    carrier.sync()
    assert [view.kind for view in carrier.carrier.all()] == ["join", "admitted", "batch", "outcomes"]
    take(rosa, stick(carrier))
    assert rosa.outbox() == []
    assert rosa.show(record).state == "confirmed"


# Two roads, one effect


def test_the_same_batch_by_stick_and_by_line_is_one_proposal(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    rosa = far("contributor", "Rosa", by=carrier)
    record = write(rosa)
    rosa.propose([record])
    brought = stick(rosa)
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
        take(rosa, back)
        assert rosa.outbox() == []
    assert [view.kind for view in carrier.carrier.all()].count("outcomes") == 1


def test_a_stick_that_comes_again_opens_nothing_that_was_settled(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, colleague = near("coordinator"), near("coordinator", "colleague")
    rosa = far("contributor", "Rosa", by=coordinator)
    record = write(rosa)
    rosa.propose([record])
    old = stick(rosa)
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
    rosa = far("contributor", "Rosa", by=coordinator)
    gone, changed = write(rosa), write(rosa)
    rosa.propose([gone, changed])
    first = stick(rosa)
    rosa.take_back(gone)
    rosa.set(changed, {"title.en": "A better checklist"})
    rosa.propose([changed])
    second = stick(rosa)
    take(coordinator, second)
    take(coordinator, first)
    [item] = coordinator.inbox()
    assert (item.id, item.fields["title"]) == (changed, {"en": "A better checklist"})
    coordinator.sync()
    assert [item.id for item in coordinator.inbox()] == [changed]
    settle(coordinator)
    take(rosa, stick(coordinator))
    assert rosa.outbox() == []
    assert [draft.id for draft in rosa.drafts()] == [gone]
    assert rosa.show(changed).fields["title"] == {"en": "A better checklist"}


def test_what_a_coordinator_returns_is_a_draft_again_with_the_comment(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator = near("coordinator")
    rosa = far("contributor", "Rosa", by=coordinator)
    record = write(rosa)
    rosa.propose([record])
    take(coordinator, stick(rosa))
    coordinator.return_(record, "Which licence?")
    coordinator.sync()
    take(rosa, stick(coordinator))
    assert rosa.outbox() == []
    assert [(draft.id, draft.comment) for draft in rosa.drafts()] == [(record, "Which licence?")]


def test_an_answer_that_comes_before_its_head_waits_for_it(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    rosa = far("contributor", "Rosa", by=carrier)
    record = write(rosa)
    rosa.propose([record])
    take(carrier, stick(rosa))
    carrier.sync()
    coordinator.sync()
    settle(coordinator)
    carrier.sync()
    [answer] = [item for item in carrier.carrier.outgoing(sealed=False) if item.kind == "outcomes"]
    assert rosa.carrier.take(answer.kind, answer.content).state == "applied"
    assert [item.id for item in rosa.outbox()] == [record]  # no head here says so yet
    take(rosa, stick(carrier))
    assert rosa.outbox() == []


# A coordinator without a network


def test_a_coordinator_without_a_network_publishes_by_stick(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks, tmp_path: Path
) -> None:
    carrier = near("reader")
    maria, rosa = far("coordinator", "Maria", by=carrier), far("contributor", "Rosa", by=carrier)
    carrier.sync()
    (tmp_path / "table.csv").write_text("a,b\n")
    record = write(rosa)
    rosa.attach(record, [tmp_path / "table.csv"])
    rosa.propose([record])
    take(maria, stick(carrier))
    take(maria, stick(rosa))
    assert maria.accept().done == [record]
    signed = maria.carrier.publish("latam")
    assert (signed.collections, signed.records, signed.authors) == ({PUBLIC: 1}, 1, 1)
    with pytest.raises(BadInput, match="publication-on-its-way"):
        maria.carrier.publish("latam")
    report = take(carrier, stick(maria))
    assert report.brought is not None
    assert report.brought.carried == {"batch": 1, "publication": 1}
    assert carrier.sync().carried == {"batch": 1, "publication": 1}
    assert carrier.show(record).state == "confirmed"
    assert carrier.show(record).files[0].available
    back = stick(carrier)
    for desk in (maria, rosa):
        take(desk, back)
        assert (desk.outbox(), desk.inbox()) == ([], [])
        assert desk.show(record).state == "confirmed"
    assert states(maria) == states(rosa) == states(carrier)
    with pytest.raises(NotFound, match="nothing-to-publish"):
        maria.carrier.publish("latam")


def test_a_publication_by_stick_that_comes_too_late_loses_nothing(
    near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator = near("coordinator")
    maria = far("coordinator", "Maria", by=coordinator)
    mine, theirs = write(maria), write(coordinator)
    maria.propose([mine])
    assert maria.accept().done == [mine]
    maria.carrier.publish("latam")
    late = stick(maria)
    coordinator.propose([theirs])
    coordinator.accept()
    coordinator.publish("latam")
    take(coordinator, late)
    coordinator.sync()
    codes = {view.code for view in coordinator.carrier.all() if view.kind == "publication"}
    assert codes == {"outdated"}
    take(maria, stick(coordinator))
    assert maria.show(theirs).state == "confirmed"
    assert [(item.id, item.state) for item in maria.outbox()] == [(mine, "accepted")]
    assert maria.carrier.publish("latam").collections == {PUBLIC: 2}
    take(coordinator, stick(maria))
    coordinator.sync()
    assert coordinator.show(mine).state == "confirmed"
    take(maria, stick(coordinator))
    assert states(maria) == states(coordinator)
    assert maria.outbox() == []


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
    coordinator, rosa = near("coordinator"), near("contributor")
    secret = "Ana Example of the budget office"
    expert = rosa.new("expert", {"name": secret, "title": {"en": secret}}, "latam/members")
    public = write(rosa)
    done = rosa.propose([expert, public])
    assert public in done.done
    if expert not in done.done:  # what a kind asks for changes; the words are what counts here
        pytest.fail(str(done.refused))
    folder = stick(rosa)
    batches = [path.read_bytes() for path in (folder / "data/batches").iterdir()]
    assert len(batches) == 1
    assert all(secret.encode() not in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    sealed = tmp_path / "sealed.age"
    rosa.editions.make(sealed, Options(recipients=[coordinator.id]))
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
    rosa = far("contributor", "Rosa", by=coordinator)
    (tmp_path / "draft.txt").write_text("not for everybody")
    record = write(rosa, pass_on="no")
    rosa.attach(record, [tmp_path / "draft.txt"])
    rosa.propose([record])
    folder = stick(rosa)
    assert not (folder / "data/blobs").exists()
    take(coordinator, folder)
    assert [item.id for item in coordinator.inbox()] == [record]


# By mail


def test_an_edition_in_parts_is_taken_from_the_folder_where_they_were_saved(
    near: Callable[..., Desk], far: Callable[..., Desk], tmp_path: Path
) -> None:
    coordinator = near("coordinator")
    rosa = far("contributor", "Rosa", by=coordinator)
    (tmp_path / "table.bin").write_bytes(bytes(range(256)) * 1000)
    record = write(rosa)
    rosa.attach(record, [tmp_path / "table.bin"])
    rosa.propose([record])
    rosa.editions.make(tmp_path / "rosa.zip")
    made = parts.cut(tmp_path / "rosa.zip", tmp_path / "sent", 100_000)
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
    carrier, rosa = person("carrier"), person("rosa")
    carrier("join", hub.invite("coordinator"))
    invite = hub.invite("contributor")
    asked = rosa("join", invite, "--offline", tmp_path / "request.hubdesk")
    assert (asked["hub"], asked["role"]) == ("latam", "contributor")
    assert read_invite(invite).secret not in (tmp_path / "request.hubdesk").read_bytes()
    assert rosa("status")["roles"] == {}
    assert rosa.fails("join", invite, "--offline", tmp_path / "request.hubdesk") == "file-exists"

    carrier("sync")
    assert carrier("carry", tmp_path / "request.hubdesk")["taken"][0]["state"] == "carried"
    carrier("sync")
    written = carrier("carry", "--to", tmp_path / "answers")["written"]
    assert [Path(path).name.partition("-")[0] for path in written] == ["admitted"]
    assert rosa("carry", *written)["taken"][0]["state"] == "applied"
    assert rosa("status")["roles"] == {"latam": "contributor"}
    assert rosa.fails("join", invite, "--offline", tmp_path / "again") == "joined-already"

    record = rosa.write()
    rosa("propose", record)
    [proposals] = rosa("carry", "--to", tmp_path / "proposals")["written"]
    assert carrier("carry", proposals)["taken"][0]["state"] == "applied"
    carrier("accept", record)
    assert carrier("publish", "latam")["published"] == 1
    carrier("edition", "make", tmp_path / "stick")
    rosa("edition", "take", tmp_path / "stick")
    assert rosa.counts() == (0, 0, 0)
    assert rosa("show", record)["state"] == "confirmed"
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
    rosa = person("rosa")
    rosa("join", hub.invite("contributor"))
    (tmp_path / "letter.txt").write_text("Dear colleague")
    (tmp_path / "false.hubdesk").write_bytes(b"hubdesk/carried/1 batch\nnonsense")
    (tmp_path / "odd.hubdesk").write_bytes(b"hubdesk/carried/1 letter\nnonsense")
    for name, code in (
        ("letter.txt", "not-a-parcel"),
        ("none", "file-missing"),
        ("false.hubdesk", "not-a-message"),
        ("odd.hubdesk", "parcel-unknown"),
    ):
        assert rosa.fails("carry", tmp_path / name) == code
    assert rosa("carry")["carried"] == []


def test_a_file_is_cut_and_put_together_on_the_command_line(
    person: Callable[[str], CommandLine], tmp_path: Path
) -> None:
    rosa = person("rosa")
    (tmp_path / "large.zip").write_bytes(bytes(range(256)) * 1000)
    made = rosa(
        "mail", "cut", tmp_path / "large.zip", tmp_path / "parts", "--size", "100k", "--to", "a@b.org"
    )
    assert len(made["parts"]) == len(made["drafts"]) > 3
    Path(made["parts"][1]).unlink()
    assert rosa.fails("mail", "join", tmp_path / "parts", tmp_path / "again.zip") == "part-missing"
    rosa("mail", "cut", tmp_path / "large.zip", tmp_path / "more", "--size", "100k")
    rosa("mail", "join", *made["parts"][2:], tmp_path / "more", tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "large.zip").read_bytes()
    assert rosa.fails("mail", "cut", tmp_path / "large.zip", tmp_path / "x", "--size", "1k") == "part-size"
    assert (
        rosa.fails("mail", "cut", tmp_path / "large.zip", tmp_path / "x", "--to", "nobody")
        == "not-an-address"
    )


# A desk that was revoked


def test_a_revoked_desk_is_refused_by_the_hub_and_by_coordinators_whoever_brings_its_words(
    hub: RunningHub, near: Callable[..., Desk], far: Callable[..., Desk], stick: Sticks
) -> None:
    coordinator, carrier = near("coordinator"), near("reader")
    rosa = far("contributor", "Rosa", by=carrier)
    rosa.propose([write(rosa)])
    before, again = stick(rosa), stick(rosa)
    take(carrier, before)  # who does not know yet
    hub.store.revoke(rosa.id, "the laptop was stolen")
    carrier.sync()
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
