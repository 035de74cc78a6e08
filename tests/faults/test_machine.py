"""Two to five desks, a server, bad lines, disks put back and clocks that jump: no acknowledged word is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.conftest import IS_LONG, Tally
from tests.faults.machine import Machine


def test_whatever_happens_no_acknowledged_word_is_lost(
    founded: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    class Here(Machine):
        def teardown(self) -> None:
            super().teardown()
            tally.tried += 1
            if hasattr(self, "ledger"):
                tally.note("edits", self.ledger.written)
                tally.note("edits gone with a disk or written over by their authors", self.ledger.forgiven)

    Here.founded = founded
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=times(4, 2_000),
            stateful_step_count=times(25, 60),
            deadline=None,
            derandomize=not IS_LONG,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
