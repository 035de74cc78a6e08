"""Every catalogue that a released program wrote opens in this one, with all that was in it.

`NNNN.sqlite.zst` is a real one of schema NNNN: a coordinator's desk after its first sync of the sample, with one change
that waits and one draft. A released schema adds its file here, and none is ever changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import zstandard

from hubdesk.catalogue.database import FILE, SCHEMA
from hubdesk.catalogue.journal import FILE as JOURNAL
from hubdesk.catalogue.journal import read_journal
from hubdesk.catalogue.profile import open_profile
from hubdesk.catalogue.restore import restore
from hubdesk.catalogue.search import Query
from hubdesk.catalogue.verify import flaws_of
from hubdesk.desk import Desk

RELEASED = sorted(Path(__file__).parent.glob("*.sqlite.zst"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.name[:4])
def profile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A profile with an old catalogue and nothing else."""
    (tmp_path / FILE).write_bytes(zstandard.decompress(request.param.read_bytes()))
    return tmp_path


def looks_whole(desk: Desk) -> None:
    assert [item.title["en"] for item in desk.outbox()] == ["A checklist"]
    assert [view.title["en"] for view in desk.drafts()] == ["Only begun"]
    assert [item.role for item in desk.memberships()] == ["coordinator"]
    assert {view.name: view.records for view in desk.collections()} == {
        "centre/public": 63,
        "latam/members": 1,
        "latam/public": 11,
    }
    assert desk.search(Query(words="checklist")).total > 0
    with desk._database.read() as connection:
        assert flaws_of(connection) == []


def test_every_released_schema_has_its_catalogue() -> None:
    newest = int(SCHEMA)
    assert [path.name[:4] for path in RELEASED] == [f"{number:04}" for number in range(1, newest)]


def test_an_old_catalogue_opens_with_all_that_was_in_it(profile: Path) -> None:
    desk = Desk(open_profile(profile))
    looks_whole(desk)
    desk.close()

    assert read_journal(profile / JOURNAL).intact
    again = Desk(open_profile(profile))
    looks_whole(again)
    again.close()


def test_the_copy_of_before_the_upgrade_is_a_way_back(profile: Path) -> None:
    Desk(open_profile(profile)).close()
    (profile / FILE).unlink()

    report = restore(profile)
    desk = Desk(open_profile(profile))

    assert report.backup == f"catalogue-before-{SCHEMA}.sqlite"
    looks_whole(desk)
    desk.close()
