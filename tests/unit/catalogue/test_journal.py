"""What a desk alone knows stands in a second file before it stands in the catalogue, and comes back from there."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.catalogue import journal as module
from hubdesk.catalogue.journal import FILE, Journal, read_journal
from hubdesk.catalogue.search import Query
from hubdesk.catalogue.unsent import Frame
from hubdesk.desk import Desk
from hubdesk.errors import NotFound, StorageFailure
from tests.unit.catalogue.profiles import a_tool, coordinator_desk, opened, title_of


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def catalogue_of(profile: Path) -> list[Path]:
    return [path for path in profile.iterdir() if path.name.startswith("catalogue.sqlite")]


def words_in(profile: Path) -> bytes:
    frames = read_journal(profile / FILE).frames()
    return b"".join(part for frame in frames for part in (*frame.revisions, repr(frame.entries).encode()))


class Forgetful:
    """A profile whose catalogue is put back to what it was, as a disk does that loses what it said it had written."""

    def __init__(self, profile: Path) -> None:
        self._profile, self._kept = profile, profile.with_name("kept")
        self._kept.mkdir()
        for path in catalogue_of(profile):
            shutil.copy(path, self._kept)

    def forgets(self) -> None:
        for path in catalogue_of(self._profile):
            path.unlink()
        for path in self._kept.iterdir():
            shutil.copy(path, self._profile)


def test_a_catalogue_that_forgot_gets_drafts_and_proposals_back(profile: Path) -> None:
    desk = coordinator_desk(profile)
    earlier = a_tool(desk, "Earlier", propose=True)
    desk.close()
    forgetful = Forgetful(profile)
    desk = opened(profile)
    draft, proposed, own = (
        a_tool(desk, "A draft"),
        a_tool(desk, "Proposed", propose=True),
        a_tool(desk, "Own"),
    )
    desk.propose([own])
    desk.accept([own])
    desk.take_back(earlier)
    desk.set(earlier, {"title.en": "Changed since"})
    desk.close()

    forgetful.forgets()
    desk = opened(profile)

    assert [(item.id, item.state) for item in desk.outbox()] == [(proposed, "waiting"), (own, "accepted")]
    assert {view.id for view in desk.drafts()} == {draft, earlier}
    assert [title_of(desk, record) for record in (earlier, draft, own)] == ["Changed since", "A draft", "Own"]
    assert desk.verify().ok
    desk.close()


def test_what_was_put_back_is_found_by_a_search(profile: Path) -> None:
    desk = coordinator_desk(profile)
    desk.close()
    forgetful = Forgetful(profile)
    desk = opened(profile)
    record = a_tool(desk, "Xylophone")
    desk.close()

    forgetful.forgets()
    desk = opened(profile)

    assert [hit.id for hit in desk.search(Query(words="xylophone")).hits] == [record]
    desk.close()


def test_what_was_discarded_does_not_come_back(profile: Path) -> None:
    desk = coordinator_desk(profile)
    record = a_tool(desk, "Thought better of")
    desk.close()
    forgetful = Forgetful(profile)
    desk = opened(profile)
    desk.discard(record)
    kept = a_tool(desk, "Kept")
    desk.close()

    forgetful.forgets()
    desk = opened(profile)

    assert [view.id for view in desk.drafts()] == [kept]
    desk.close()


def test_nothing_is_left_in_the_file_when_nothing_is_pending(profile: Path) -> None:
    desk = coordinator_desk(profile)
    record = a_tool(desk, "Nobody shall read this")
    assert b"Nobody shall read this" in words_in(profile)

    desk.discard(record)

    assert b"Nobody shall read this" not in words_in(profile)
    assert len(read_journal(profile / FILE).pieces) == 1
    desk.close()


def test_only_its_owner_may_read_it(profile: Path) -> None:
    coordinator_desk(profile).close()

    assert stat.S_IMODE((profile / FILE).stat().st_mode) == 0o600
    assert stat.S_IMODE(profile.stat().st_mode) == 0o700


def test_it_stays_small_however_long_one_types(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GROWN", 4000)
    desk = coordinator_desk(profile)
    record = a_tool(desk, "Typing")
    largest = 0
    for number in range(100):
        desk.set(record, {"title.en": f"Typing {number}"})
        largest = max(largest, (profile / FILE).stat().st_size)

    assert largest < 6000
    assert b"Typing 99" in words_in(profile)
    desk.close()


def test_a_transaction_that_fails_leaves_nothing_behind_for_long(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = coordinator_desk(profile)
    a_tool(desk, "Stays")
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "ended", lambda self: None)  # as if the catalogue had refused
        lost = a_tool(desk, "Refused")
    desk.discard(lost)

    reading = read_journal(profile / FILE)

    assert reading.intact
    assert len(reading.pieces) == 1  # made anew
    assert b"Refused" not in words_in(profile)
    desk.close()


def test_a_disk_that_refuses_the_file_saves_nothing_and_says_so(
    profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = coordinator_desk(profile)
    record = a_tool(desk, "Before")

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(module.os, "fsync", refuse)
        with pytest.raises(StorageFailure) as refused:
            desk.propose([record])
    assert refused.value.code == "disk-full"
    assert [view.id for view in desk.drafts()] == [record]

    assert desk.propose([record]).done == [record]
    assert read_journal(profile / FILE).intact
    desk.close()


def test_a_journal_of_another_desk_is_kept_and_not_believed(profile: Path, tmp_path: Path) -> None:
    other = coordinator_desk(tmp_path / "other")
    for number in range(5):
        a_tool(other, f"Of another {number}")
    other.close()
    coordinator_desk(profile).close()
    shutil.copy(tmp_path / "other" / FILE, profile / FILE)

    desk = opened(profile)

    assert desk.drafts() == []
    assert (profile / f"{FILE}-other-0001").exists()
    desk.close()


def test_a_lost_journal_is_made_anew_from_the_catalogue(profile: Path) -> None:
    desk = coordinator_desk(profile)
    a_tool(desk, "Only here")
    desk.close()
    (profile / FILE).unlink()

    opened(profile).close()

    assert b"Only here" in words_in(profile)


def test_a_step_that_a_person_cannot_take_writes_nothing(profile: Path) -> None:
    desk = coordinator_desk(profile)
    before = (profile / FILE).read_bytes()

    with pytest.raises(NotFound):
        desk.take_back("01a2050f-94b1-7639-b7d6-0a45a2c616d2")

    assert (profile / FILE).read_bytes() == before
    desk.close()


# Reading a file that was torn or bitten


def _frame(number: int, size: int) -> Frame:
    return Frame(number, number == 1, {"id": bytes([number % 256]) * size}, {}, {}, [], [])


frames = st.lists(st.integers(0, 300), min_size=1, max_size=8).map(
    lambda sizes: [module._packed(_frame(number + 1, size)) for number, size in enumerate(sizes)]
)


@given(frames, st.data())
@settings(max_examples=200, deadline=None)
def test_a_torn_tail_costs_only_what_was_torn(
    tmp_path_factory: pytest.TempPathFactory, packed: list[bytes], data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "torn"
    whole = b"".join(packed)
    cut = data.draw(st.integers(0, len(whole)))
    path.write_bytes(whole[:cut])

    reading = read_journal(path)

    ends = [sum(map(len, packed[: count + 1])) for count in range(len(packed))]
    assert [piece.number for piece in reading.pieces] == [n + 1 for n, end in enumerate(ends) if end <= cut]
    assert reading.intact == (cut in ends)


@given(frames, st.data())
@settings(max_examples=200, deadline=None)
def test_a_flipped_byte_costs_only_its_frame(
    tmp_path_factory: pytest.TempPathFactory, packed: list[bytes], data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped"
    whole = bytearray(b"".join(packed))
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)

    reading = read_journal(path)

    hit = next(n for n in range(len(packed)) if place < sum(map(len, packed[: n + 1])))
    assert [piece.number for piece in reading.pieces] == [n + 1 for n in range(len(packed)) if n != hit]
    assert not reading.intact


def test_the_desk_is_the_same_after_every_reopening(profile: Path) -> None:
    desk: Desk = coordinator_desk(profile)
    record = a_tool(desk, "Same", propose=True)
    for _ in range(3):
        desk.close()
        before = (profile / FILE).read_bytes()
        desk = opened(profile)
        assert (profile / FILE).read_bytes() == before
    assert title_of(desk, record) == "Same"
    desk.close()
