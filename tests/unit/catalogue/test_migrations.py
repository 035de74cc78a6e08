"""An older catalogue is brought to the newest schema, after a verified backup; a newer one is refused untouched."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hubdesk.catalogue import database as module
from hubdesk.catalogue.database import APPLICATION, SCHEMA, Database, create_database, open_database
from hubdesk.catalogue.migrations.upgrade import STEPS, upgrade
from hubdesk.errors import ProfileUnusable, StorageFailure

_NEXT = """
from alembic import op
revision = "{new}"
down_revision = "{old}"
def upgrade() -> None:
    op.execute("CREATE TABLE later (name TEXT)")
    {then}
"""


def _shape(path: Path) -> set[tuple[str, str]]:
    """Every column with its type and every index, by name."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {
            (f"{name}.{row[1]}", f"{row[2]} {row[3]} {row[5]}")
            for name in names
            for row in connection.execute(f"PRAGMA table_info('{name}')")
        }
        indexes = connection.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'")
        return columns | set(indexes.fetchall())


def test_the_steps_lead_to_the_very_schema_that_a_new_catalogue_has(tmp_path: Path) -> None:
    create_database(tmp_path / "new.sqlite").close()
    stepped = Database(tmp_path / "stepped.sqlite")
    upgrade(stepped.engine, SCHEMA)
    stepped.close()

    assert _shape(tmp_path / "stepped.sqlite") == _shape(tmp_path / "new.sqlite")


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """A copy of the steps to which a test adds the next one."""
    folder = tmp_path / "steps 100%"
    (folder / "versions").mkdir(parents=True)
    for script in (*STEPS.glob("env.py"), *STEPS.glob("versions/*.py")):
        (folder / script.relative_to(STEPS)).write_bytes(script.read_bytes())
    return folder


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.sqlite"
    create_database(path).close()
    return path


def _version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_an_older_catalogue_is_copied_aside_before_it_is_upgraded(
    catalogue: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = _NEXT.format(new="9999", old=SCHEMA, then="")
    (steps / "versions" / "next.py").write_text(step, encoding="utf-8")
    monkeypatch.setattr(module, "SCHEMA", "9999")
    monkeypatch.setattr("hubdesk.catalogue.migrations.upgrade.upgrade.__defaults__", (steps,))

    open_database(catalogue).close()

    assert _version(catalogue) == "9999"
    assert _version(catalogue.with_name("catalogue-before-9999.sqlite")) == SCHEMA


def test_a_step_that_fails_leaves_the_catalogue_as_it_was(catalogue: Path, steps: Path) -> None:
    step = _NEXT.format(new="9999", old=SCHEMA, then="raise RuntimeError('half-way')")
    (steps / "versions" / "next.py").write_text(step, encoding="utf-8")
    before = _shape(catalogue)
    database = Database(catalogue)

    with pytest.raises(RuntimeError, match="half-way"):
        upgrade(database.engine, "9999", steps)
    database.close()

    assert _shape(catalogue) == before
    assert _version(catalogue) == SCHEMA


def test_an_upgrade_on_a_disk_that_fills_up_is_said_and_leaves_the_catalogue_as_it_was(
    catalogue: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = (
        "op.execute('PRAGMA max_page_count = 1'); op.execute('INSERT INTO later VALUES (zeroblob(9000000))')"
    )
    step = _NEXT.format(new="9999", old=SCHEMA, then=fill)
    (steps / "versions" / "next.py").write_text(step, encoding="utf-8")
    monkeypatch.setattr(module, "SCHEMA", "9999")
    monkeypatch.setattr("hubdesk.catalogue.migrations.upgrade.upgrade.__defaults__", (steps,))
    before = _shape(catalogue)

    with pytest.raises(StorageFailure, match="disk-full"):
        open_database(catalogue)

    assert (_shape(catalogue), _version(catalogue)) == (before, SCHEMA)


def test_a_catalogue_of_a_newer_program_is_refused_and_untouched(catalogue: Path) -> None:
    with closing(sqlite3.connect(catalogue)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = catalogue.read_bytes()

    with pytest.raises(ProfileUnusable) as refused:
        open_database(catalogue)

    assert refused.value.code == "profile-newer"
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to look like one" * 10])
def test_what_is_no_catalogue_is_told_apart(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(content)

    with pytest.raises(ProfileUnusable) as refused:
        open_database(path)

    assert refused.value.code == ("profile-damaged" if content else "profile-half-written")
    assert path.read_bytes() == content


def test_a_new_catalogue_says_what_it_is_and_loses_nothing_in_a_power_cut(catalogue: Path) -> None:
    database = Database(catalogue)
    with database.read() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("application_id", "journal_mode", "synchronous")
        }
    database.close()

    assert settings == {"application_id": APPLICATION, "journal_mode": "wal", "synchronous": 2}
