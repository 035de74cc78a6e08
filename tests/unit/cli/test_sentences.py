"""Every error that lower layers can raise has a sentence on the command line, with the data that it asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from hubdesk import errors
from hubdesk.cli.sentences import BARE, SENTENCES, UNKNOWN, sentence
from hubdesk.errors import BadInput, HubDeskError, Unreachable

SOURCE = Path(errors.__file__).parent
CLASSES = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, HubDeskError)
} | {"Refusal", "Outdated"}
NEVER_SEEN = {
    # told to the publishing or proposing desk inside a message, which decides what to do; never raised to a person
    "missing-blobs",
}


class Raised:
    """One place in the source where an error is made."""

    def __init__(self, path: Path, call: ast.Call, code: str) -> None:
        self.code = code
        self.where = f"{path.relative_to(SOURCE)}:{call.lineno}"
        self.data = {keyword.arg for keyword in call.keywords}

    def __repr__(self) -> str:
        return f"{self.code} ({self.where})"


def made_in(path: Path) -> Iterator[Raised]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in CLASSES:
            place = 1 if name == "Refusal" else 0
            if len(node.args) > place:
                for code in codes_of(node.args[place]):
                    yield Raised(path, node, code)


def codes_of(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    if isinstance(argument, ast.IfExp):
        yield from codes_of(argument.body)
        yield from codes_of(argument.orelse)


def raised() -> list[Raised]:
    # What the window raises is said by the window.
    paths = [path for path in sorted(SOURCE.rglob("*.py")) if "gui" not in path.relative_to(SOURCE).parts]
    return [place for path in paths for place in made_in(path)]


def test_the_search_for_codes_finds_them() -> None:
    codes = {place.code for place in raised()}
    assert {"profile-missing", "disk-full", "invite-unreadable", "counter", "outdated"} <= codes
    assert len(codes) > 100


def test_every_error_has_a_sentence() -> None:
    without = [place for place in raised() if place.code not in SENTENCES.keys() | NEVER_SEEN]
    assert without == []


def test_no_sentence_is_left_over() -> None:
    table_codes = {"disk-full", "disk-refuses", "busy"}  # chosen from a table in catalogue/database.py
    told_by_servers = {"invite-used"}
    codes = {place.code for place in raised()} | table_codes | told_by_servers
    assert sorted(SENTENCES.keys() - codes) == []


@pytest.mark.parametrize("text", [*SENTENCES.values(), *BARE.values(), UNKNOWN])
def test_a_sentence_is_one(text: str) -> None:
    assert text[0].isupper() or text.startswith("{")
    assert text.endswith((".", "?"))
    assert len(text.split()) >= 4


def asked(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_sentences_ask_only_for_what_the_errors_tell() -> None:
    known = [place for place in raised() if place.code in SENTENCES and None not in place.data]
    lacking = {
        place: sorted(asked(SENTENCES[place.code]) - place.data)
        for place in known
        if asked(SENTENCES[place.code]) - place.data
        and (place.code not in BARE or asked(BARE[place.code]) - place.data)
    }
    assert lacking == {}


def test_an_error_of_a_newer_server_is_said_too() -> None:
    assert "moon-phase" in sentence(HubDeskError("moon-phase"))
    assert sentence(HubDeskError("too-many-requests")).endswith(
        "."
    )  # without the data that its sentence asks for
    assert "?" not in sentence(HubDeskError("busy"))


def test_what_a_file_or_a_server_says_cannot_break_a_sentence() -> None:
    odd = "{0} {path!r} {a.b} %s"
    assert odd in sentence(BadInput("file-missing", path=odd))
    assert "http://[x]/{}" in sentence(Unreachable("no-answer", url="http://[x]/{}"))
