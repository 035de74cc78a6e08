"""Killed -9 while editing: what was acknowledged is there, nothing twice; and again from backup and journal alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from hubdesk.catalogue.database import FILE
from hubdesk.catalogue.restore import restore
from hubdesk.desk import Desk
from tests.faults import editing
from tests.faults.conftest import Tally
from tests.faults.killing import Diary, Mother, killing, moments, needs_fork

_EDITS = 0.25
"""seconds, at the longest"""
_LIVES = 25
"""of one profile, before a new one"""


def look(folder: Path, possible: list[dict[str, editing.Stand]], tally: Tally) -> None:
    """The profile opens, stands as it may stand, and everything in it is right."""
    desk = Desk.open(folder)
    stands = editing.stands(desk)
    if stands not in possible:
        tally.lost += 1
    assert stands in possible
    assert desk.verify().ok
    desk.close()


@needs_fork
def test_a_kill_costs_nothing_that_was_acknowledged(
    tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    prepared, folder, diary = tmp_path / "prepared", tmp_path / "desk", Diary(tmp_path / "diary")
    editing.prepare(prepared)
    with killing(editing.__name__) as mother:
        for number, seconds in moments(times(6, 1000), _EDITS, seed=3):
            if number % _LIVES == 0:
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(prepared, folder)
            _live_and_look(mother, diary, folder, number, seconds, tally)
            tally.tried += 1


def _live_and_look(
    mother: Mother, diary: Diary, folder: Path, number: int, seconds: float, tally: Tally
) -> None:
    assert mother.let_live(diary, seconds, str(folder), number)
    possible, steps = editing.possible(diary)
    tally.note("steps acknowledged", steps)
    tally.note("kills within a step", len(possible) - 1)
    if number % 3 == 0:
        spoilt = folder.with_name("spoilt")
        shutil.rmtree(spoilt, ignore_errors=True)
        shutil.copytree(folder, spoilt)
        (spoilt / FILE).unlink()
        restore(spoilt)
        look(spoilt, possible, tally)
        tally.note("restored from backup and journal")
    look(folder, possible, tally)
