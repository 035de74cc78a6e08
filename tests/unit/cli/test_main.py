"""The form of the command line: one object, exit statuses, and nothing loaded that is not needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hubdesk.__main__ import Asked, window_asked
from hubdesk.desk import Desk
from tests.scenarios.command_line import CommandLine, one_object

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """A desk that has joined no hub."""
    Desk.create(tmp_path / "alone", use_keyring=False).close()
    return CommandLine(tmp_path / "alone", capsys)


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "hubdesk", *words],
        capture_output=True, text=True, cwd=ROOT, timeout=60, env={**os.environ, **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["status", "now"],
        ["nonsense"],
        [],
        ["new"],
        ["propose"],
        ["propose", "--all", "00000000-0000-4000-8000-000000000000"],
        ["search", "--limit", "many"],
        ["import", "spreadsheet", "a.xls"],
        ["return", "00000000-0000-4000-8000-000000000000"],
        ["server", "serve", "x", "--port", "99999999"],
    ],
)
def test_wrong_usage_is_status_2_and_one_object(alone: CommandLine, words: list[str]) -> None:
    status, out, err = alone.run("--json", *words)
    assert status == 2
    error = one_object(out)["error"]
    assert error["code"] == "usage"
    assert error["message"]
    assert "usage:" in err
    status, out, err = alone.run(*words)
    assert (status, out) == (2, "")
    assert "usage:" in err


def test_a_value_without_a_field_is_wrong_usage(alone: CommandLine) -> None:
    record = alone("new", "tool", "title=A", "--collection", "latam/public")["id"]
    assert alone.fails("set", record, "just words", status=2) == "usage"
    assert alone.fails("new", "tool", "=value", "--collection", "latam/public", status=2) == "usage"
    assert alone.shown(record) == {"title": {"en": "A"}}


def test_without_json_a_person_reads_lines_and_failures_stand_on_stderr(alone: CommandLine) -> None:
    status, out, err = alone.run("status")
    assert (status, err) == (0, "")
    assert "drafts" in out
    status, out, err = alone.run("show", "00000000-0000-4000-8000-000000000000")
    assert (status, out) == (1, "")
    assert err.startswith("There is no record")


@pytest.mark.parametrize("verb", ["sync", "publish"])
def test_verbs_that_need_a_hub_say_so(alone: CommandLine, verb: str) -> None:
    words = [verb] if verb == "sync" else [verb, "latam"]
    assert alone.fails(*words) == "no-hub-joined"
    assert alone.fails("new", "tool", "title=A") == "no-hub-joined"


def test_finding_nothing_is_no_failure(alone: CommandLine) -> None:
    found = alone("search", "nowhere to be found")
    assert (found["total"], found["hits"]) == (0, [])
    assert alone("verify") == {"ok": True, "collections": {}, "blobs": 0, "problems": []}
    assert alone("propose", "--all") == {"done": [], "refused": []}
    assert alone("accept", "--all") == {"done": [], "refused": []}


def test_the_program_never_loads_qt_for_the_command_line(tmp_path: Path) -> None:
    Desk.create(tmp_path / "desk", use_keyring=False).close()
    script = (
        "import sys\n"
        "from hubdesk.__main__ import main\n"
        f"status = main(['--profile', {str(tmp_path / 'desk')!r}, '--json', *sys.argv[1:]])\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6')), file=sys.stderr)\n"
        "sys.exit(status)\n"
    )
    for words in (
        ["status"],
        ["search", "budget"],
        ["new", "tool", "title=A", "--collection", "latam/public"],
    ):
        ended = subprocess.run(
            [sys.executable, "-c", script, *words], capture_output=True, text=True, cwd=ROOT, timeout=60
        )
        assert (ended.returncode, ended.stderr.strip()) == (0, "[]"), words
        one_object(ended.stdout)


def test_as_a_program_it_keeps_its_promises(tmp_path: Path) -> None:
    profile = str(tmp_path / "desk")
    missing = program("--profile", profile, "--json", "status")
    assert missing.returncode == 1
    assert one_object(missing.stdout)["error"]["code"] == "profile-missing"
    assert missing.stderr.strip() == one_object(missing.stdout)["error"]["message"]
    assert not Path(profile).exists()
    wrong = program("--json", "set", "only-an-id")
    assert (wrong.returncode, one_object(wrong.stdout)["error"]["code"]) == (2, "usage")
    version = program("--version")
    assert (version.returncode, version.stdout[:8]) == (0, "HubDesk ")


def test_a_terminal_that_knows_no_unicode_gets_every_word_all_the_same(tmp_path: Path) -> None:
    profile = tmp_path / "desk"
    desk = Desk.create(profile, use_keyring=False)
    record = desk.new("tool", {"title": {"ar": "دليل", "en": "Guía ✓ 議会"}}, "latam/public")
    desk.close()
    for words in (
        ["--json", "show", record],
        ["show", record],
        ["search", "guia"],
        ["--json", "search", "議会"],
    ):
        ended = program("--profile", str(profile), *words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert ended.returncode == 0, ended.stderr
        assert "Traceback" not in ended.stderr
        if words[0] == "--json":
            assert "議会" in json.dumps(one_object(ended.stdout), ensure_ascii=False)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["status"], None),
        (["--profile", "status"], Asked(Path("status"))),
        (["--profile=p"], Asked(Path("p"))),
        (["--profile", "p", "status"], None),
        (["--profile", "p"], Asked(Path("p"))),
        (["--profile"], None),
        ([], Asked()),
        (["--help"], None),
        (["--demonstration"], None),
    ],
)
def test_a_window_opens_only_without_a_verb(arguments: list[str], expected: object) -> None:
    assert window_asked(arguments) == expected


def test_a_double_click_on_an_edition_opens_the_window_with_it(tmp_path: Path) -> None:
    edition = tmp_path / "edition.zip"
    missing = str(tmp_path / "missing.zip")
    edition.write_bytes(b"")

    assert window_asked([str(edition)]) == Asked(None, edition)
    assert window_asked(["--profile", "p", str(edition)]) == Asked(Path("p"), edition)
    assert window_asked([missing]) is None
