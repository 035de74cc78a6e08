"""The bags of the Library of Congress conformance suite are judged as the suite says, and docs tell it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hubdesk.errors import BadInput
from hubdesk.packages.bag import Bag
from hubdesk.packages.opening import opened
from hubdesk.packages.reader import Edition

TABLE = Path(__file__).parents[2] / "docs" / "editions-conformance.md"
SUITE = "bagit-conformance"
MUST_BE = {"valid": True, "invalid": False, "linux-only": False, "windows-only": False}
"""What is invalid on one system alone is refused on every one: a stick goes from one to the other."""

SharedData = Callable[[str], Path]


def judge(folder: Path) -> str:
    """Return why a bag is refused, "" when it is accepted."""
    try:
        with opened(folder) as bag:
            bag.check()
    except BadInput as refused:
        if refused.code == "not-an-edition":
            return "no bagit.txt"
        return f"{refused.data['name']}: {refused.data['reason']}"
    return ""


def bags(suite: Path) -> list[Path]:
    return sorted(path for path in suite.glob("*/*/*") if path.is_dir())


def line(suite: Path, folder: Path) -> str:
    version, kind, name = folder.relative_to(suite).parts
    reason = judge(folder)
    said = f"refused: {reason}".replace("\\", "\\\\").replace("|", "\\|") if reason else "accepted"
    return f"| {version} | {kind} | {name} | {said} |"


def test_every_valid_bag_is_accepted_and_every_invalid_one_refused(shared_data: SharedData) -> None:
    suite = shared_data(SUITE)
    judged = {folder.relative_to(suite): judge(folder) == "" for folder in bags(suite)}
    wrong = [
        str(name) for name, is_taken in judged.items() if MUST_BE.get(name.parts[1], is_taken) != is_taken
    ]
    assert wrong == []
    counts = {kind: sum(name.parts[1] == kind for name in judged) for kind in MUST_BE}
    assert counts == {"valid": 27, "invalid": 15, "linux-only": 4, "windows-only": 6}


def test_the_table_in_the_documents_is_what_is_found(shared_data: SharedData) -> None:
    suite = shared_data(SUITE)
    told = [
        row for row in TABLE.read_text(encoding="utf-8").splitlines() if row.startswith(("| v0.", "| v1."))
    ]
    assert told == [line(suite, folder) for folder in bags(suite)]


def test_a_valid_bag_of_others_is_no_edition(shared_data: SharedData) -> None:
    for folder in bags(shared_data(SUITE)):
        if folder.parent.name == "valid":
            with opened(folder) as bag, pytest.raises(BadInput) as refused:
                Edition(bag)
            assert refused.value.code == "edition-damaged"


def test_nothing_is_asked_of_the_line_for_what_lies_elsewhere(shared_data: SharedData) -> None:
    with opened(shared_data(SUITE) / "v0.97/valid/holey-bag") as bag:
        assert isinstance(bag, Bag)
        assert "fetch.txt" in bag.top
        bag.check()  # the guard of this suite lets no line be opened
