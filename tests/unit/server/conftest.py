"""A hub on loopback, made anew for each test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.server.centre import create_centre
from hubdesk.server.limits import Rates
from tests.unit.server.driver import RunningHub, running_hub


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_centre(tmp_path / "hub", datetime.now(UTC))
    return tmp_path / "hub"


@pytest.fixture
def hub(folder: Path) -> Iterator[RunningHub]:
    with running_hub(folder, rates=Rates(failures=1_000_000)) as running:
        yield running
