"""A world of three desks for one test: the server, Ana, Carla and Ben, on the disk of the test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.world import World, found_world


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A world that nobody has lived in; copied, never used."""
    folder = tmp_path_factory.mktemp("founded")
    found_world(folder)
    return folder


@pytest.fixture
def world(founded: Path, tmp_path: Path) -> Iterator[World]:
    shutil.copytree(founded, tmp_path / "world")
    with World(tmp_path / "world", desks=3) as world:
        yield world
