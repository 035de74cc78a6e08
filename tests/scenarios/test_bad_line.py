"""A line that breaks before an answer is through: what is asked for becomes smaller, and everything arrives."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from demonstration.bad_line import BadLine
from hubdesk.desk import Desk
from hubdesk.sync import patience
from hubdesk.trust.invite import read_invite, write_invite
from tests.unit.server.driver import RunningHub

PUBLIC = "latam/public"
COUNT = 60


@pytest.fixture
def published(hub: RunningHub, tmp_path: Path) -> Iterator[Desk]:
    """A coordinator's desk that published records which nothing makes much smaller: about 60 kB."""
    chance = random.Random(5)
    desk = Desk.create(tmp_path / "coordinator", use_keyring=False)
    desk.join(hub.invite("coordinator", "latam"))
    for number in range(COUNT):
        words = "".join(chance.choices(string.ascii_letters, k=1_300))
        desk.new("tool", {"title": {"en": f"Tool {number}"}, "summary": {"en": words}, "licence": "CC0-1.0"})
    desk.propose()
    desk.accept()
    desk.publish("latam")
    yield desk
    desk.close()


def test_a_first_sync_comes_through_a_line_that_never_holds_long(
    hub: RunningHub, published: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "FIRST_SECONDS", 0.01)
    with BadLine(hub.url, rate=10_000_000, delay=0.0, cut_every=12_000) as line:
        reader = Desk.create(tmp_path / "reader", use_keyring=False)
        reader.join(write_invite(structs.replace(read_invite(hub.invite("reader", "latam")), url=line.url)))
        report = reader.sync()
        assert line.cuts >= 3
        views = {view.name: view for view in reader.collections()}
        right = {view.name: view for view in published.collections()}
        assert (views[PUBLIC].root, views[PUBLIC].records) == (right[PUBLIC].root, COUNT)
        assert report.problems == []
        # What came before a cut was not fetched again: no more than a piece for each.
        assert line.bytes_down < 1.6 * 90_000
        reader.close()
