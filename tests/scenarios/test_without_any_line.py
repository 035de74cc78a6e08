"""One story: two desks that never see a network, and one that carries. They are let in, propose, get answers, records
and a large file by stick; a lost key is replaced, a stolen one stops; an expert is erased and proved gone.

Invariant of the story: whatever the far desks hold came on a stick, and what counts of it was signed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hubdesk.catalogue.probing import probe_folder
from hubdesk.desk import Desk
from hubdesk.model.identity import digest
from hubdesk.packages.options import Options
from tests.scenarios.command_line import PUBLIC
from tests.scenarios.open_desks import write
from tests.scenarios.test_by_stick import desk, far, near, settle, states, stick, take
from tests.unit.server.driver import RunningHub

__all__ = ["desk", "far", "near", "stick"]

LARGE = 100_000_000
MEMBERS = "latam/members"
PROBES = ["zygomorphic", "brachistochrones", "Ruritania"]
EXPERT = {
    "title": {"en": "Zygomorphic ledgers"},
    "text": {"en": "Wrote about brachistochrones in Ruritania."},
    "consent": True,
}


def sealed(by: Desk, path: Path, *recipients: Desk) -> Path:
    """One file that only these desks can open, with what members may read."""
    options = Options(
        collections=[PUBLIC, MEMBERS, "centre/public"], recipients=[one.id for one in recipients]
    )
    by.editions.make(path, options)
    return path


def recording(path: Path) -> Path:
    """A file of 100 MB that no two pieces of are the same."""
    piece = bytes(range(256)) * 4096
    with path.open("wb") as file:
        for number in range(LARGE // len(piece) + 1):
            file.write(number.to_bytes(8, "big") + piece)
    return path


def test_a_whole_life_without_any_line(
    hub: RunningHub,
    desk: Callable[[str], Desk],
    near: Callable[..., Desk],
    far: Callable[..., Desk],
    stick: Callable[[Desk, str], Path],
    tmp_path: Path,
) -> None:
    coordinator = near("coordinator")
    author = far("contributor", "far contributor", by=coordinator)
    reader = far("reader", "far reader", by=coordinator)

    # A proposal with a large file goes, and its answer comes, by stick.
    large = recording(tmp_path / "recording.bin")
    record = write(author)
    [listed] = author.attach(record, [large])
    assert author.propose([record]).refused == []
    take(coordinator, stick(author, "stick"))
    settle(coordinator)
    back = stick(coordinator, "stick")
    for one in (author, reader):
        take(one, back)
        assert one.show(record).state == "confirmed"
    assert author.outbox() == []
    got = Path(reader.get(record, to=tmp_path / "copy").path)
    assert digest(got.read_bytes()) == bytes.fromhex(listed.sha256)

    # The coordinator's computer is lost, and with it the key: a successor is let in, the old key counts no more.
    successor = near("coordinator", "successor")
    before = states(reader)
    late = write(coordinator)
    coordinator.propose([late])
    coordinator.accept([late])
    coordinator.carrier.publish("latam")
    forged = stick(coordinator, "lost")
    hub.store.revoke(coordinator.id, "the computer was lost")
    successor.sync()
    word = write(successor)
    successor.propose([word])
    settle(successor)
    news = stick(successor, "stick")
    for one in (author, reader):
        take(one, news)
        assert one.show(word).state == "confirmed"
        assert one.trust.vouched(PUBLIC).state == "fresh"
        assert one.trust.vouched(PUBLIC).signer_desk == successor.id
    after = states(reader)
    assert after[PUBLIC][0] > before[PUBLIC][0]

    # What the lost computer still says, and what it carries, changes nothing any more.
    for one in (reader, successor):
        one.editions.take(forged)
    assert [one.record_ids(PUBLIC).count(late) for one in (reader, successor)] == [0, 0]
    successor.sync()
    assert (states(reader), states(successor)[PUBLIC]) == (after, after[PUBLIC])

    # What the author proposes next reaches the successor, who knows that desk from now on.
    second = write(author)
    author.propose([second])
    take(successor, stick(author, "stick"))
    settle(successor)
    take(author, stick(successor, "stick"))
    assert author.outbox() == []

    # An expert comes to members alone, in a file sealed for the author.
    expert = successor.new("expert", EXPERT, MEMBERS)
    successor.propose([expert])
    settle(successor)
    take(author, sealed(successor, tmp_path / "members.age", author))
    assert author.show(expert).state == "confirmed"
    assert probe_folder(author.profile, PROBES).found != []
    assert probe_folder(reader.profile, PROBES).found == []

    # The person asks to be forgotten: the far desk hears of it by stick, too, and not a byte is left.
    successor.erasing.erase(expert, "person-asked")
    successor.publish("latam")
    take(author, sealed(successor, tmp_path / "erased.age", author))
    assert author.show(expert).erased == "person-asked"
    for folder in (author.profile, successor.profile, hub.folder):
        proof = probe_folder(folder, PROBES)
        assert proof.found == []  # what is sealed for others it names as unopened
        assert proof.files > 0
    assert {contact.road for one in (author, reader) for contact in one.syncs()} == {"edition"}
