"""Killed -9 while an old catalogue is brought to the newest schema: it is the old one or the new one, never less."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hubdesk.catalogue.database import FILE, SCHEMA
from hubdesk.catalogue.verify import flaws_of
from hubdesk.desk import Desk
from tests.faults import migrating
from tests.faults.conftest import IS_LONG, Tally
from tests.faults.killing import Diary, killing, moments, needs_fork

_RECORDS = 10_000 if IS_LONG else 1_000


def schema_of(folder: Path) -> str:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    migrating.prepare(tmp_path / "prepared", _RECORDS)
    return tmp_path / "prepared"


@needs_fork
def test_a_kill_leaves_the_old_catalogue_or_the_new_one(
    prepared: Path, tmp_path: Path, times: Callable[[int, int], int], tally: Tally
) -> None:
    folder, diary = tmp_path / "desk", Diary(tmp_path / "diary")
    with killing(migrating.__name__) as mother:
        begun = time.monotonic()
        mother.let_live(diary, 1.0, str(prepared), str(folder))
        assert "done" in diary.read()
        whole = min(0.3, time.monotonic() - begun) if not IS_LONG else 0.8
        for _, seconds in moments(times(4, 100), whole, seed=5):
            mother.let_live(diary, seconds, str(prepared), str(folder))
            tally.tried += 1
            tally.note(f"killed at schema {schema_of(folder)}", "done" not in diary.read())
            looks_whole(folder, tally)


def looks_whole(folder: Path, tally: Tally) -> None:
    desk = Desk.open(folder)
    with desk._database.read() as connection:
        flaws = flaws_of(connection)
        count = connection.exec_driver_sql("SELECT count(*) FROM record").scalar()
    written = [view.title["en"] for view in desk.drafts()], [item.state for item in desk.outbox()]
    desk.close()
    if flaws or count != _RECORDS or written != (["My draft"], ["waiting"]):
        tally.lost += 1
    assert (flaws, count, written) == ([], _RECORDS, (["My draft"], ["waiting"]))
    assert schema_of(folder) == SCHEMA
