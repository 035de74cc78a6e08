"""The documents name what exists: every link leads somewhere, every command and option stands in the guide."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.cli.main import make_parser

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
COMMANDS = ROOT / "docs" / "guide" / "commands.md"
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _subparsers(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _verbs(
    parser: argparse.ArgumentParser, before: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for name, inner in _subparsers(parser):
        whole = f"{before}{name}"
        deeper = list(_verbs(inner, f"{whole} "))
        yield from deeper or [(whole, inner)]


VERBS = dict(_verbs(make_parser()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {_slug(heading) for heading in headings}, f"{link}: no such heading"


@pytest.mark.parametrize("verb", VERBS)
def test_the_guide_names_every_command_with_its_options(verb: str) -> None:
    said = re.findall(r"^\| (`.+?) \| ", COMMANDS.read_text(encoding="utf-8"), re.MULTILINE)
    usage = " ".join(line for line in said if re.search(rf"`{verb}[` ]", line))
    assert usage, f"{verb} is not in the guide"
    for action in VERBS[verb]._actions:
        for option in action.option_strings:
            if option.startswith("--") and option != "--help":
                assert f"{option}" in usage, f"{verb} {option} is not in the guide"


def test_the_guide_names_no_command_that_does_not_exist() -> None:
    text = COMMANDS.read_text(encoding="utf-8").split("## Hubs and lines")[1].split("## A whole round")[0]
    rows = re.findall(r"^\| (`.+?) \| ", text, re.MULTILINE)
    named = {found for row in rows for found in re.findall(r"`([a-z][a-z-]*(?: [a-z]+)?)", row)}
    assert {name for name in named if name not in VERBS and name.split()[0] not in VERBS} == set()
