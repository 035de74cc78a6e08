"""What a person may set, what is refused, and what is left of limits that a newer program wrote."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.catalogue.limits import LEAST_RATE, Choice, Limits, is_within, read_limits, write_limits
from hubdesk.errors import BadInput
from hubdesk.server.app import LEAST_SPEED
from hubdesk.settings import FILE, Settings

MINUTES = st.integers(0, 24 * 60 - 1)


def at(minute: int) -> time:
    return time(minute // 60, minute % 60)


def text(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def test_a_new_desk_has_no_limits_and_fetches_what_is_asked_for(tmp_path: Path) -> None:
    assert read_limits(Settings(tmp_path)) == Limits()
    assert Limits().files == Choice("asked")


def test_limits_are_set_one_by_one_and_stay(tmp_path: Path) -> None:
    write_limits(Settings(tmp_path), {"cap": 200_000_000})
    write_limits(Settings(tmp_path), {"hours": ("18:00", "7:30"), "files": Choice("chosen", largest=5_000)})
    found = read_limits(Settings(tmp_path))
    assert found == Limits(cap=200_000_000, hours=("18:00", "7:30"), files=Choice("chosen", largest=5_000))
    assert write_limits(Settings(tmp_path), {"cap": None, "hours": None}).cap is None


def test_the_least_rate_is_more_than_a_server_gives_up() -> None:
    assert LEAST_RATE >= 2 * LEAST_SPEED


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"rate": 500}, "limit-too-small"),
        ({"cap": 0}, "limit-too-small"),
        ({"cap": -5}, "limit-too-small"),
        ({"files": Choice("chosen", largest=0)}, "limit-too-small"),
        ({"hours": ("18:00", "18:00")}, "not-hours"),
        ({"hours": ("18:00", "24:00")}, "not-hours"),
        ({"hours": ("six", "seven")}, "not-hours"),
        ({"hours": ("18:00",)}, "not-a-limit"),
        ({"cap": "much"}, "not-a-limit"),
        ({"metered": "perhaps"}, "not-a-limit"),
        ({"speed": 5}, "not-a-limit"),
    ],
)
def test_what_is_no_limit_changes_nothing(tmp_path: Path, changes: dict[str, object], code: str) -> None:
    write_limits(Settings(tmp_path), {"cap": 1_000_000})
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(BadInput) as refused:
        write_limits(Settings(tmp_path), changes)
    assert refused.value.code == code
    assert (tmp_path / FILE).read_bytes() == before


def test_what_a_newer_program_wrote_takes_no_other_limit_away(tmp_path: Path) -> None:
    stored = {"cap": 50_000_000, "files": {"which": "by-moonlight"}, "tide": "low"}
    (tmp_path / FILE).write_text(json.dumps({"limits": stored}), encoding="utf-8")
    settings = Settings(tmp_path)
    assert read_limits(settings) == Limits(cap=50_000_000)
    write_limits(settings, {"rate": 4_000})
    kept = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))["limits"]
    assert (kept["tide"], kept["cap"], kept["rate"]) == ("low", 50_000_000, 4_000)


@pytest.mark.parametrize(
    ("now", "inside"), [("17:59", False), ("18:00", True), ("23:59", True), ("00:00", True)]
)
def test_hours_may_pass_midnight(now: str, inside: bool) -> None:
    assert is_within(("18:00", "07:00"), time.fromisoformat(now)) is inside
    assert is_within(("7:00", "18:00"), time.fromisoformat(now)) is not inside


@given(MINUTES, MINUTES, MINUTES)
def test_a_moment_is_within_hours_or_within_the_others(first: int, last: int, now: int) -> None:
    if first != last:
        within = is_within((text(first), text(last)), at(now))
        assert within != is_within((text(last), text(first)), at(now))
        assert is_within((text(first), text(last)), at(first))
        assert not is_within((text(first), text(last)), at(last))
