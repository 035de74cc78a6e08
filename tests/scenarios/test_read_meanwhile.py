"""While one program is at work on a profile, others read it at once, and wait only to write."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.errors import ProfileUnusable
from tests.scenarios.command_line import CommandLine
from tests.unit.catalogue.profiles import a_tool, coordinator_desk


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[Desk]:
    """A desk that is open, as during a sync."""
    desk = coordinator_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.mark.parametrize(
    "words",
    [
        ("status",), ("search", "tool"), ("show",), ("outbox",), ("inbox",), ("clashes",), ("bin",), ("downloads",),
        ("limits",), ("export", "records"),
    ],
)  # fmt: skip
def test_a_verb_that_only_reads_does_not_wait(
    at_work: Desk, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    record = a_tool(at_work, "A tool")
    reader = CommandLine(at_work.profile, capsys)
    began = time.monotonic()
    answer = reader(*words, *([record] if words == ("show",) else []))
    assert time.monotonic() - began < 3
    if words == ("show",):
        assert answer["fields"]["title"] == {"en": "A tool"}


def test_a_verb_that_writes_says_that_another_is_at_work(at_work: Desk) -> None:
    reader = Desk.open(at_work.profile, to_read=True)
    record = a_tool(at_work, "A tool")
    assert reader.show(record).fields["title"] == {"en": "A tool"}
    with pytest.raises(ProfileUnusable, match="profile-locked"):
        reader.set(record, {"title.en": "Another"})
    reader.close()
    at_work.set(record, {"title.en": "Another"})


def test_whoever_reads_alone_may_write_and_mends_what_a_kill_left(at_work: Desk) -> None:
    at_work.close()
    alone = Desk.open(at_work.profile, to_read=True)
    a_tool(alone, "A tool")
    alone.close()


def test_a_profile_that_is_being_upgraded_is_not_read(at_work: Desk) -> None:
    with at_work._database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(ProfileUnusable, match="profile-locked"):
        Desk.open(at_work.profile, to_read=True)
