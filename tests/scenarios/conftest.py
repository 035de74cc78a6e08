"""Scenarios: a hub on loopback, and desks that people use on the command line. Nothing sleeps."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.server.centre import create_centre
from hubdesk.server.limits import Rates
from tests.scenarios.command_line import CommandLine
from tests.unit.server.driver import RunningHub, running_hub

UNHURRIED = Rates(failures=1_000_000)


@pytest.fixture(scope="session")
def new_centre(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Centre that nobody has joined; copied, never used."""
    folder = tmp_path_factory.mktemp("centre") / "hub"
    create_centre(folder, datetime.now(UTC))
    return folder


@pytest.fixture
def hub(new_centre: Path, tmp_path: Path) -> Iterator[RunningHub]:
    """A hub in this process, empty."""
    shutil.copytree(new_centre, tmp_path / "hub")
    with running_hub(tmp_path / "hub", rates=UNHURRIED) as running:
        yield running


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], CommandLine]:
    """A person with a computer on which HubDesk was never used."""
    return lambda name: CommandLine(tmp_path / name, capsys)


@pytest.fixture
def desk(hub: RunningHub, person: Callable[[str], CommandLine]) -> Callable[..., CommandLine]:
    """A desk that has joined: `desk("coordinator")`, `desk("reader", "open-data")`, `desk("reader", name="second")`."""

    def joined(role: str, of: str = "latam", name: str = "") -> CommandLine:
        command_line = person(name or f"{role}-of-{of}")
        command_line("join", hub.invite(role, of))
        return command_line

    return joined
