"""The list of files to come: its order, whatever people do to it, and what it forgets."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from hubdesk.catalogue import blobs, records
from hubdesk.catalogue.choice import Wanted
from hubdesk.catalogue.database import Database, create_database
from hubdesk.catalogue.downloads import ASKED, CHOSEN, IN_VAIN, Downloads
from hubdesk.catalogue.limits import Choice, Limits
from hubdesk.errors import NotFound
from hubdesk.locations import resource
from hubdesk.model.identity import new_id
from hubdesk.model.kind import Kinds, read_kinds

FILES = {bytes([number]) * 32: size for number, size in enumerate((900, 20, 5_000, 20, 1), start=1)}
file = st.sampled_from(sorted(FILES))


def kinds() -> Kinds:
    return read_kinds(resource("kinds"), resource("fields.toml"))


def opened(folder: Path, database: Database, limits: Limits | None = None) -> Downloads:
    store: Any = None  # nobody asks by record here
    return Downloads(
        database, folder, store, kinds, lambda: limits or Limits(), lambda: "2026-11-22T12:00:00Z"
    )


class Listing(RuleBasedStateMachine):
    """People and lines work on a list; a plain model says what it must be."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.database = create_database(Path(self.folder.name) / "catalogue.sqlite")
        self.list = opened(Path(self.folder.name), self.database)
        with self.database.write() as connection:
            place = records.collection_number(connection, "latam/public", make=True)
            self.record = records.add(connection, place, new_id(), "tool")
        self.model: dict[bytes, tuple[str, int, str | None, int]] = {}
        self.count = 0

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    @rule(sha256=file, priority=st.sampled_from([CHOSEN, ASKED]))
    def put(self, sha256: bytes, priority: int) -> None:
        with self.database.write() as connection:
            self.list._put(connection, {sha256: Wanted(FILES[sha256], self.record, "f")}, priority)
        self.count += 1
        before = self.model.get(sha256)
        raised = max(before[1], priority) if before else priority
        self.model[sha256] = ("waiting", raised, None, before[3] if before else self.count)

    @rule(sha256=file)
    def first(self, sha256: bytes) -> None:
        if self.listed(sha256):
            self.list.first(sha256.hex())
            above = max(ASKED, *(entry[1] for entry in self.model.values())) + 1
            self.model[sha256] = ("waiting", above, None, self.model[sha256][3])
        else:
            with pytest.raises(NotFound):
                self.list.first(sha256.hex())

    @rule(sha256=file, turn=st.sampled_from(["pause", "resume", "cancel"]), whole=st.booleans())
    def turn(self, sha256: bytes, turn: str, whole: bool) -> None:
        if not whole and not self.listed(sha256):
            return
        getattr(self.list, turn)(None if whole else sha256.hex())
        states = {"pause": ("waiting", "failed"), "resume": ("paused", "failed")}
        leads = {"pause": "paused", "resume": "waiting", "cancel": "cancelled"}
        for each in list(self.model) if whole else [sha256]:
            state, priority, _, number = self.model[each]
            if state in states.get(turn, ("waiting", "failed", "paused")):
                self.model[each] = (leads[turn], priority, None, number)

    @rule(sha256=file, code=st.sampled_from(["blob-unknown", IN_VAIN[0]]))
    def fail(self, sha256: bytes, code: str) -> None:
        self.list.failed(sha256, code)
        if sha256 in self.model and self.model[sha256][0] in ("waiting", "failed"):
            self.model[sha256] = ("failed", self.model[sha256][1], code, self.model[sha256][3])

    @rule()
    def restart(self) -> None:
        self.list = opened(Path(self.folder.name), self.database)

    def listed(self, sha256: bytes) -> bool:
        return sha256 in self.model and self.model[sha256][0] != "cancelled"

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        expected = sorted(
            (sha256 for sha256 in self.model if self.listed(sha256)),
            key=lambda sha: (
                self.model[sha][0] == "failed", -self.model[sha][1], FILES[sha], self.model[sha][3],
            ),
        )  # fmt: skip
        views = self.list.all()
        assert [view.sha256 for view in views] == [sha256.hex() for sha256 in expected]
        assert [(view.state, view.code) for view in views] == [
            (self.model[sha][0], self.model[sha][2]) for sha in expected
        ]
        fetched, tried = [], set[bytes]()
        while (download := self.list.next(tried)) is not None:
            fetched.append(download.sha256)
            tried.add(download.sha256)
        in_turn = [
            sha
            for sha in expected
            if self.model[sha][0] == "waiting"
            or (self.model[sha][0] == "failed" and self.model[sha][2] not in IN_VAIN)
        ]
        assert fetched == in_turn
        assert self.list.waiting().bytes == sum(FILES[sha] for sha in expected)


TestListing = Listing.TestCase
TestListing.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return create_database(tmp_path / "catalogue.sqlite")


def put(database: Database, downloads: Downloads, *hashes: bytes) -> int:
    with database.write() as connection:
        place = records.collection_number(connection, "latam/public", make=True)
        record = records.add(connection, place, new_id(), "tool")
        downloads._put(connection, {sha: Wanted(FILES[sha], record, "f") for sha in hashes}, ASKED)
    return record


def test_what_lies_here_is_not_to_come(database: Database, tmp_path: Path) -> None:
    downloads = opened(tmp_path, database)
    here, away = sorted(FILES)[:2]
    put(database, downloads, here, away)
    with database.write() as connection:
        blobs.note(connection, here, FILES[here])
    assert [view.sha256 for view in downloads.all()] == [away.hex()]
    assert downloads.waiting().files == 1
    database.close()


def test_a_record_that_goes_takes_its_files_off_the_list(database: Database, tmp_path: Path) -> None:
    downloads = opened(tmp_path, database)
    record = put(database, downloads, *FILES)
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM record WHERE number = ?", (record,))
    assert downloads.all() == []
    database.close()


def test_time_left_is_told_at_the_measured_speed_or_the_allowed_rate(
    database: Database, tmp_path: Path
) -> None:
    downloads = opened(tmp_path, database)
    put(database, downloads, b"\x03" * 32)
    assert downloads.all()[0].left is None
    downloads.measured(10, 5.0)
    assert downloads.speed() is None, "ten bytes tell nothing"
    downloads.measured(100_000, 50.0)
    assert downloads.all()[0].left == pytest.approx(2.5)
    slower = opened(tmp_path, database, Limits(rate=1_000))
    assert slower.all()[0].left == pytest.approx(5.0)
    assert slower.estimate(Choice("chosen")).seconds == 0.0
    database.close()
