"""What a line may cost: every byte counted, the cap kept, records before files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.catalogue.database import Database, create_database
from hubdesk.catalogue.traffic import Traffic
from hubdesk.errors import Unreachable
from hubdesk.settings import Settings
from hubdesk.sync.budget import FLUSH, RESERVE, Budget, Use

FILE, BY_ITSELF = Use(files=True), Use(files=True, asked=False)


class Computer:
    """A clock and a connection that a test sets, over one profile's folder; `restart` is a kill and a new start."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
        self.metered: bool | None = None
        self._folder = folder
        self._database = create_database(folder / "catalogue.sqlite")
        self.budget = self.restart()

    def restart(self) -> Budget:
        traffic = Traffic(self._database, lambda: self.now.date())
        self.budget = Budget(Settings(self._folder), traffic, lambda: self.now, lambda: self.metered)
        return self.budget

    @property
    def database(self) -> Database:
        return self._database


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def refused(budget: Budget, use: Use) -> str | None:
    try:
        budget.check(use)
    except Unreachable as error:
        return error.code
    return None


def spend(budget: Budget, use: Use, piece: int) -> None:
    """Receive a hundred pieces."""
    with budget.use(use):
        for _ in range(100):
            budget.spend(0, piece)


def test_without_limits_everything_goes_and_is_counted(computer: Computer) -> None:
    with computer.budget.use(Use()):
        computer.budget.may_go()
        computer.budget.spend(300, 12_000_000)
    assert computer.restart().month() == 12_000_300


def test_a_kill_loses_the_count_of_little(computer: Computer) -> None:
    for _ in range(100):
        computer.budget.spend(10, 64_000)
    spent = 100 * 64_010
    assert computer.budget.month() == spent
    assert spent - FLUSH <= computer.restart().month() <= spent


def test_a_cap_is_kept_until_the_first_of_the_next_month(computer: Computer) -> None:
    computer.budget.set(cap=1_000_000)
    with pytest.raises(Unreachable) as reached:
        spend(computer.budget, Use(), 64_000)
    assert reached.value.code == "cap-reached"
    assert reached.value.data == {"used": 1_024_000, "cap": 1_000_000, "renews": "2026-12-01"}
    assert refused(computer.restart(), Use()) == "cap-reached"
    computer.now += timedelta(days=8)
    assert computer.now.day == 30
    assert refused(computer.budget, Use()) == "cap-reached"
    computer.now += timedelta(days=1)
    assert refused(computer.budget, Use()) is None


def test_a_higher_cap_lets_it_go_on_at_once(computer: Computer) -> None:
    computer.budget.set(cap=1_000_000)
    with pytest.raises(Unreachable), computer.budget.use(Use()):
        computer.budget.spend(0, 1_000_000)
    computer.budget.set(cap=2_000_000)
    assert refused(computer.budget, Use()) is None


def test_the_last_of_a_cap_is_for_records(computer: Computer) -> None:
    computer.budget.set(cap=1_000_000)
    with pytest.raises(Unreachable) as reserved:
        spend(computer.budget, FILE, 10_000)
    assert reserved.value.code == "cap-reserved"
    assert computer.budget.month() == 950_000
    assert refused(computer.budget, FILE) == "cap-reserved"
    with computer.budget.use(Use()):
        computer.budget.may_go()
        computer.budget.spend(0, 40_000)
    assert refused(computer.budget, Use()) is None


def test_hours_hold_for_what_comes_by_itself_alone(computer: Computer) -> None:
    computer.budget.set(hours=("18:00", "07:00"))
    codes = {}
    for hour in (6, 7, 12, 17, 18, 23):
        computer.now = computer.now.replace(hour=hour)
        codes[hour] = refused(computer.budget, BY_ITSELF)
        assert refused(computer.budget, FILE) is None
        assert refused(computer.budget, Use()) is None
        assert computer.budget.closed() == codes[hour]
    closed = "outside-hours"
    assert codes == {6: None, 7: closed, 12: closed, 17: closed, 18: None, 23: None}


@pytest.mark.parametrize(
    ("said", "setting", "code"),
    [(True, "ask", "metered"), (True, "use", None), (False, "ask", None), (None, "ask", None)],
)
def test_a_metered_link_is_for_what_is_asked(
    computer: Computer, said: bool | None, setting: str, code: str | None
) -> None:
    computer.metered = said
    computer.budget.set(metered=setting)
    assert refused(computer.budget, BY_ITSELF) == code
    assert refused(computer.budget, FILE) is None


def test_bytes_before_midnight_are_of_that_day(computer: Computer) -> None:
    computer.now = computer.now.replace(hour=23, minute=59)
    computer.budget.spend(0, 1_000)
    computer.now += timedelta(minutes=2)
    computer.budget.spend(0, 10)
    assert [(day.day, day.bytes_down) for day in computer.budget.traffic()] == [
        ("2026-11-22", 1_000),
        ("2026-11-23", 10),
    ]


def test_what_is_left_of_a_use_does_not_stay(computer: Computer) -> None:
    computer.budget.set(hours=("18:00", "07:00"))
    with computer.budget.use(BY_ITSELF), pytest.raises(Unreachable):
        computer.budget.may_go()
    computer.budget.may_go()


pieces = st.lists(st.tuples(st.booleans(), st.integers(0, 300_000), st.integers(0, 300_000)), max_size=25)


@settings(max_examples=20, deadline=None)
@given(cap=st.integers(10_000, 3_000_000), pieces=pieces, restarts=st.integers(0, 7))
def test_no_more_than_one_piece_goes_over_a_cap(
    tmp_path_factory: pytest.TempPathFactory,
    cap: int,
    pieces: list[tuple[bool, int, int]],
    restarts: int,
) -> None:
    computer = Computer(tmp_path_factory.mktemp("budget"))
    computer.budget.set(cap=cap)
    spent = 0
    for number, (is_file, up, down) in enumerate(pieces):
        if restarts and number % restarts == 0:
            computer.restart()
        use = Use(files=is_file)
        limit = cap - cap // RESERVE if is_file else cap
        with computer.budget.use(use):
            allowed = refused(computer.budget, use) is None
            assert allowed == (spent < limit)
            if not allowed:
                continue
            spent += up + down
            try:
                computer.budget.spend(up, down)
                assert spent < limit
            except Unreachable:
                assert spent >= limit
    assert computer.restart().month() == spent
    assert sum(day.bytes_up + day.bytes_down for day in computer.budget.traffic()) == spent
    computer.database.close()
