"""Faults: kills, cuts, full disks, lies and wrong clocks. A bounded number in the suite, many by `dev.py faults`.

Every test says how often it tried and what was lost; the long run gathers that in build/faults.json, and
docs/reliability.md tells it.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.world import World, found_world

IS_LONG = os.environ.get("HUBDESK_FAULTS") == "long"
TALLY = Path(__file__).resolve().parents[2] / "build" / "faults.json"


@pytest.fixture
def times() -> Callable[[int, int], int]:
    """`times(5, 500)`: how often to try, in the suite and in the long run."""
    return lambda few, many: many if IS_LONG else few


class Tally:
    """Counts what one test tried, and what it found lost, doubled or left different."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tried = 0
        self.lost = 0
        self.remarks: dict[str, int] = {}

    def note(self, remark: str, count: int = 1) -> None:
        """Count something else that is worth telling: kills that hit a transaction, bytes fetched twice."""
        self.remarks[remark] = self.remarks.get(remark, 0) + count


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """What this test counts; the long run writes it down, also where the test fails."""
    counted = Tally(request.node.nodeid.removeprefix("tests/faults/"))
    yield counted
    if IS_LONG:
        TALLY.parent.mkdir(exist_ok=True)
        told = json.loads(TALLY.read_text(encoding="utf-8")) if TALLY.exists() else {}
        told[counted.name] = {"tried": counted.tried, "lost": counted.lost, **counted.remarks}
        TALLY.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")


@pytest.fixture(scope="session")
def founded() -> Iterator[Path]:
    """A world in which everybody has joined and nothing happened yet, to be copied; in memory where the system offers
    that, since what a power cut does is tried elsewhere."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    found_world(folder / "founded")
    yield folder / "founded"
    shutil.rmtree(folder)


@pytest.fixture
def world(founded: Path) -> Iterator[World]:
    """A world of five desks and a server in one process, everybody with a copy of the first day."""
    folder = Path(tempfile.mkdtemp(dir=founded.parent))
    shutil.copytree(founded, folder, dirs_exist_ok=True)
    with World(folder) as world:
        world.everybody_keeps_a_copy()
        yield world
    shutil.rmtree(folder)
