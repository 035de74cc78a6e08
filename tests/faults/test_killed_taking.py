"""kill -9 while an edition is taken: what was taken stays and is right, nothing is half, and the next taking goes on."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hubdesk.desk import Desk
from hubdesk.model.identity import digest
from tests.faults.conftest import Tally
from tests.faults.processes import ended, forked, killed_after, on_desk
from tests.scenarios.press import PUBLIC, Press, bagged, later, lay, record

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes that can be killed are forked here"
)
RECORDS = 300


def here(profile: Path) -> set[bytes]:
    """The files that lie whole in a profile, by their own hash."""
    return {digest(path.read_bytes()) for path in (profile / "blobs").glob("??/*")}


def test_a_taking_that_is_killed_goes_on_where_it_was(
    tmp_path: Path, tally: Tally, times: Callable[[int, int], int]
) -> None:
    chance = random.Random(7)
    files = [chance.randbytes(400_000 + n) for n in range(6)]
    press = Press()
    old = [record(f"Tool {n}") for n in range(RECORDS)]
    new = [record(f"With file {n}", content) for n, content in enumerate(files)]
    first = press.edition(old, 1, at=later(-2))
    root = press.head(old, 1).root
    second = press.edition([*old[:-50], *new], 2, blobs=files, previous=root, at=later(-1))
    sticks = [lay(bagged(first), tmp_path / "first"), lay(bagged(second), tmp_path / "second")]

    def take(stick: Path) -> Callable[[Desk], object]:
        return lambda desk: desk.editions.take(stick, root=press.root_hash)

    Desk.create(tmp_path / "new", use_keyring=False).close()
    began = time.monotonic()
    assert ended(forked(on_desk(shutil.copytree(tmp_path / "new", tmp_path / "calm"), take(sticks[1])))) == 0
    usual = time.monotonic() - began
    wanted = {digest(content) for content in files}
    for number in range(times(2, 200)):
        profile = shutil.copytree(tmp_path / "new", tmp_path / "desk")
        order = sticks if number % 2 else sticks[1:]  # a first copy, or a state on top of another
        for stick in order:
            while True:
                tally.tried += 1
                if not killed_after(forked(on_desk(profile, take(stick))), chance.uniform(0.1, 1) * usual):
                    break
                tally.note("killed")
                tally.lost += not here(profile) <= wanted
        desk = Desk.open(profile)
        held = {view.name: (view.version, view.records) for view in desk.collections()}
        tally.lost += held != {PUBLIC: (2, RECORDS - 50 + len(new))}
        assert desk.verify().ok
        tally.lost += here(profile) != wanted
        tally.lost += not all(file.available for one in desk.record_ids() for file in desk.show(one).files)
        assert desk.editions.take(sticks[1]).blobs == 0
        desk.close()
        shutil.rmtree(profile)
    assert tally.lost == 0
