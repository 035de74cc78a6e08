"""Limits and downloads as a person sets and sees them on the command line."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scenarios.command_line import CommandLine, one_object

Desks = Callable[..., CommandLine]


@pytest.fixture
def with_file(desk: Desks, tmp_path: Path) -> tuple[CommandLine, str]:
    """A reader who knows of a record with a file of 30,000 bytes, and the record's id."""
    coordinator = desk("coordinator")
    path = tmp_path / "minutes.bin"
    path.write_bytes(os.urandom(30_000))
    record = coordinator.write("tool")
    coordinator("attach", record, path)
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader = desk("reader")
    reader("sync")
    return reader, record


def test_limits_are_set_shown_and_taken_away(desk: Desks) -> None:
    reader = desk("reader")
    shown = reader("limits")
    assert (shown["rate"], shown["cap"], shown["hours"], shown["metered"]) == (None, None, None, "ask")
    assert shown["files"]["which"] == "asked"
    assert shown["connection"] in ("metered", "unmetered", "unknown")
    given = ("--rate", "4k", "--cap", "1.5G", "--hours", "18:00-07:00", "--metered", "use")
    shown = reader("limits", *given)
    assert (shown["rate"], shown["cap"], shown["hours"]) == (4_000, 1_500_000_000, ["18:00", "07:00"])
    assert reader("limits") == shown
    assert reader("limits", "--rate", "none", "--hours", "none")["rate"] is None
    assert reader("status")["traffic"] == {"month": shown["month"], "cap": 1_500_000_000}


def test_a_person_reads_what_is_allowed_and_what_was_used(desk: Desks) -> None:
    reader = desk("reader")
    reader("limits", "--cap", "200M", "--rate", "4k", "--hours", "18:00-07:00")
    status, out, _ = reader.run("limits")
    assert status == 0
    assert "of 200 MB." in out
    assert "4 kB a second" in out
    assert "18:00 to 07:00" in out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--rate", "4k/s"), "not-a-size"),
        (("--cap", "much"), "not-a-size"),
        (("--cap", "5"), "limit-too-small"),
        (("--hours", "evening"), "not-hours"),
        (("--hours", "25:00-26:00"), "not-hours"),
        (("--hours", "18:00-18:00"), "not-hours"),
        (("--largest", "0"), "limit-too-small"),
    ],
)
def test_what_is_no_limit_is_said(desk: Desks, words: tuple[str, str], code: str) -> None:
    reader = desk("reader")
    before = reader("limits")
    assert reader.fails("limits", *words) == code
    assert reader("limits") == before


def test_a_choice_of_files_is_estimated_then_set_then_changed(with_file: tuple[CommandLine, str]) -> None:
    reader, _ = with_file
    before = reader("limits")["files"]
    shown = reader("limits", "--files", "chosen", "--largest", "5M", "--hub", "latam", "--estimate")
    assert shown["estimate"]["files"] == 1
    assert (shown["estimate"]["bytes"], shown["estimate"]["here"]) == (30_000, 0)
    assert reader("limits")["files"] == before
    assert reader("downloads")["downloads"] == []

    reader("limits", "--files", "chosen", "--largest", "20k")
    assert reader("downloads")["downloads"] == []
    shown = reader("limits", "--largest", "none", "--kind", "tool", "--kind", "document")
    assert shown["files"] == {
        "which": "chosen", "largest": None, "hubs": [], "kinds": ["tool", "document"], "languages": [],
    }  # fmt: skip
    assert reader("status")["downloads"] == {"files": 1, "bytes": 30_000}
    report = reader("sync")
    assert [file["bytes"] for file in report["files"]["came"]] == [30_000]
    assert reader("status")["downloads"] == {"files": 0, "bytes": 0}
    assert reader("limits", "--kind", "none")["files"]["kinds"] == []
    assert reader("sync")["files"] is None


def test_what_would_be_chosen_is_estimated_also_where_nothing_is_chosen_yet(
    with_file: tuple[CommandLine, str],
) -> None:
    reader, _ = with_file
    assert reader("limits", "--hub", "latam", "--estimate")["estimate"]["files"] == 1
    assert reader("limits", "--hub", "nosuch", "--estimate")["estimate"]["files"] == 0
    status, out, _ = reader.run("limits", "--hub", "latam")
    assert status == 0
    assert "`--files chosen`" in out
    assert "`--files chosen`" not in reader.run("limits")[1]


def test_a_cap_that_lets_nothing_come_is_an_answer_like_any_other(with_file: tuple[CommandLine, str]) -> None:
    reader, record = with_file
    reader("downloads", "add", record)
    month = reader("limits")["month"]
    reader("limits", "--cap", str(max(month, 10_000)))
    status, out, _ = reader.run("--json", "downloads", "run")
    assert status == 1
    assert one_object(out)["ended"] in ("cap-reached", "cap-reserved")
    assert reader.run("downloads", "run")[1] != ""


def test_downloads_are_asked_for_paused_cancelled_and_fetched(with_file: tuple[CommandLine, str]) -> None:
    reader, record = with_file
    (asked,) = reader("downloads", "add", record)["downloads"]
    assert (asked["name"], asked["size"], asked["state"]) == ("minutes.bin", 30_000, "waiting")
    sha256 = asked["sha256"]
    assert reader("downloads", "pause", sha256[:8])["downloads"][0]["state"] == "paused"
    assert reader("downloads", "run")["came"] == []
    assert reader("downloads", "resume", record, "minutes.bin")["downloads"][0]["state"] == "waiting"
    assert reader("downloads", "first", record)["downloads"][0]["priority"] > asked["priority"]
    assert reader("downloads", "cancel")["downloads"] == []
    reader("downloads", "add", record, "minutes.bin", "--first")
    status, out, _ = reader.run("downloads", "list")
    assert status == 0
    assert "1 files, 30 kB to come" in out
    report = reader("downloads", "run")
    assert (len(report["came"]), report["failed"], report["ended"]) == (1, {}, None)
    assert reader("downloads", "add", record)["downloads"] == []


def test_what_is_not_on_the_list_is_said(with_file: tuple[CommandLine, str]) -> None:
    reader, record = with_file
    assert reader.fails("downloads", "cancel", "0" * 64) == "no-such-download"
    assert reader.fails("downloads", "first", record, "other.bin") == "no-such-download"
    assert reader.fails("downloads", "add", record, "other.bin") == "no-such-file"


def test_a_cap_that_is_used_up_refuses_what_is_asked_by_hand_too(with_file: tuple[CommandLine, str]) -> None:
    reader, record = with_file
    used = reader("limits")["month"]
    assert used > 500
    cap = max(used, 10_000)
    reader("limits", "--cap", str(cap))
    while reader("limits")["month"] < cap - 1_000:
        reader("sync")
    while reader("limits")["month"] < cap:
        with contextlib.suppress(AssertionError):  # the one that reaches the cap is told so
            reader("sync")
    assert reader.fails("sync") == "cap-reached"
    assert reader.fails("get", record) == "cap-reached"
    reader("downloads", "add", record)
    status, out, _ = reader.run("--json", "downloads", "run")
    assert (status, one_object(out)["ended"]) == (1, "cap-reached")
    reader("limits", "--cap", "none")
    assert reader("get", record)["bytes"] == 30_000


def test_the_count_of_bytes_is_that_of_the_line(with_file: tuple[CommandLine, str]) -> None:
    reader, record = with_file
    before = reader("limits")
    report = reader("sync")
    after = reader("limits")
    assert after["month"] - before["month"] == report["bytes_up"] + report["bytes_down"]
    assert sum(day["bytes_up"] + day["bytes_down"] for day in after["traffic"]) == after["month"]
    reader("get", record)
    assert 30_000 < reader("limits")["month"] - after["month"] < 32_500


def test_without_a_server_the_list_stays(with_file: tuple[CommandLine, str], hub: object) -> None:
    reader, record = with_file
    reader("downloads", "add", record)
    hub.stop()  # type: ignore[attr-defined]
    status, out, _ = reader.run("--json", "downloads", "run")
    assert (status, one_object(out)["ended"]) == (1, "no-answer")
    assert reader("downloads")["downloads"][0]["state"] == "waiting"
