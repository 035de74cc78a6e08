"""What the chain of trust costs a desk: nothing where nothing of it is new."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scenarios.command_line import CommandLine

ROOT = Path(__file__).resolve().parents[2]
Desk = Callable[..., CommandLine]


def imported(desk: CommandLine, *words: str) -> set[str]:
    """Run a verb in a process of its own; return the names of the packages that it loaded."""
    command = [sys.executable, "-X", "importtime", "-m", "hubdesk", "--profile", str(desk.profile), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("verb", ["status", "software", "sync"])
def test_python_tuf_is_not_loaded_where_no_metadata_is_new(desk: Desk, verb: str) -> None:
    ana = desk("coordinator")
    ana.published()
    ana("sync")
    loaded = imported(ana, verb)
    assert "hubdesk" in loaded
    assert "tuf" not in loaded


def test_it_is_loaded_where_some_is(desk: Desk) -> None:
    ana, reader = desk("coordinator"), desk("reader")
    reader("sync")
    ana.published()
    assert "tuf" in imported(reader, "sync")
