"""Every error that lower layers can raise has words in the window, with what is safe and what comes next."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from hubdesk import errors
from hubdesk.errors import BadInput, HubDeskError, ServerAnswer, StorageFailure, Unreachable
from hubdesk.gui import refusals
from hubdesk.gui.sentences import BY_CODE, BY_TYPE, OF_THIS_DISK, UNFORESEEN, sentence

ROOT = Path(__file__).resolve().parents[2] / "hubdesk"
KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind.__base__ is HubDeskError]


CLASSES = {kind.__name__ for kind in KINDS} | {"Refusal", "Outdated"}
ELSEWHERE = {
    # the words of the interfaces themselves, and what only the command line does: imports, exports
    "cli", "gui", "formats",
}  # fmt: skip
NEVER_SEEN = {
    # said on the command line of whoever runs a server
    "cannot-listen", "folder-not-empty", "hub-unknown", "role-elsewhere", "role-needs-hub", "role-unknown",
    "sample-unreadable", "server-damaged", "server-exists", "server-database-missing", "server-in-use",
    "server-missing", "server-newer", "url-unusable",
    # of the Secretariat's ceremonies, which are commands
    "key-file-exists", "key-file-locked", "key-file-missing", "key-file-passphrase", "not-a-key-file",
    "not-a-public-key", "passphrase-empty", "threshold", "desk-or-key-unclear", "desk-or-key-unknown",
    "key-not-asked", "key-of-the-server", "not-a-trial", "server-key-elsewhere",
    "hub-gone", "metadata-older", "not-a-request", "not-announced", "root-keys-missing", "signatures-missing",
}  # fmt: skip


def made_in(path: Path) -> Iterator[tuple[str, set[str | None]]]:
    """The code of each error that a module makes, with the names of its data."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in CLASSES:
            for argument in node.args[1:2] if name == "Refusal" else node.args[:1]:
                for code in codes_of(argument):
                    yield code, {keyword.arg for keyword in node.keywords}


def codes_of(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    if isinstance(argument, ast.IfExp):
        yield from codes_of(argument.body)
        yield from codes_of(argument.orelse)


MADE = [
    made
    for path in sorted(ROOT.rglob("*.py"))
    if path.relative_to(ROOT).parts[0] not in ELSEWHERE
    for made in made_in(path)
]


def asked(code: str) -> set[str]:
    """The names of the data that the words for a code ask for."""
    return {name for part in BY_CODE[code] for _, name, _, _ in Formatter().parse(str(part)) if name}


def test_every_code_that_a_desk_can_raise_has_words() -> None:
    codes = {code for code, _ in MADE}
    assert {"profile-missing", "cap-reached", "counter", "cannot-join", "held-first"} <= codes
    assert sorted(codes - BY_CODE.keys() - NEVER_SEEN) == []


def test_words_are_of_codes_that_exist() -> None:
    assert sorted(BY_CODE.keys() - {code for code, _ in MADE}) == []


def test_words_ask_only_for_what_the_errors_tell() -> None:
    lacking = [(code, asked(code) - data) for code, data in MADE if code in BY_CODE and None not in data]
    assert [pair for pair in lacking if pair[1]] == []


def test_words_about_a_server_ask_for_nothing_that_it_may_leave_out() -> None:
    assert [code for code in refusals.BY_CODE if asked(code)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_class_of_error_has_words(kind: type[HubDeskError]) -> None:
    what, then = sentence(kind("a-code-of-tomorrow"))
    assert what == BY_TYPE[kind.__name__][0]
    assert then.endswith("Details: a-code-of-tomorrow")


@pytest.mark.parametrize(
    "said",
    [*BY_CODE.values(), *OF_THIS_DISK.values(), *BY_TYPE.values(), UNFORESEEN],
    ids=lambda said: str(said[0]),
)
def test_they_are_calm_and_say_what_is_safe(said: tuple[object, object]) -> None:
    what, then = (str(part) for part in said)
    assert not what.endswith(".")
    assert then.endswith(".")
    assert "!" not in what + then
    assert "oops" not in (what + then).lower()


def test_a_path_is_named_where_it_helps() -> None:
    assert "Look at the folder /tmp/x." in sentence(StorageFailure("disk-refuses", path="/tmp/x"))[1]
    assert "Look at the folder ." in sentence(StorageFailure("disk-refuses"))[1]


def test_sizes_and_dates_are_written_as_people_read_them() -> None:
    error = Unreachable("cap-reached", cap=200_000_000, used=200_000_001, renews="2026-12-01")
    what, then = sentence(error)
    assert what == "The limit of this month, 200 MB, is used up"
    assert "goes on from 1 Dec 2026." in then
    assert (
        "It needs 31.5 MB, and 990 kB are free."
        in sentence(StorageFailure("backup-no-room", path="/tmp", needed=31_500_000, free=990_000))[1]
    )
    assert "type the number, 4318." in sentence(BadInput("withdrawals-unconfirmed", hub="zm", count=4318))[1]


def test_what_an_error_leaves_out_or_brings_along_cannot_break_a_sentence() -> None:
    assert sentence(Unreachable("cap-reached"))[0] == "The limit of this month, , is used up"
    assert "{0} {a.b} %s" in sentence(StorageFailure("disk-refuses", path="{0} {a.b} %s"))[1]


def test_who_is_busy_is_said() -> None:
    assert sentence(ServerAnswer("busy"))[0] == "The hub has too much to do"
    assert sentence(StorageFailure("busy"))[0] == "Another program holds the catalogue"


def test_a_bug_is_called_unforeseen_and_not_the_persons_fault() -> None:
    what, then = sentence(ZeroDivisionError("x"))
    assert what == "Something went wrong that HubDesk did not foresee"
    assert then == "What was saved before is safe. Details: ZeroDivisionError"


def test_secrets_in_an_errors_data_are_not_shown() -> None:
    assert "hunter2" not in "".join(sentence(BadInput("invite-used", secret="hunter2")))
    assert "hunter2" not in "".join(sentence(Unreachable("strange", url="https://hunter2")))
