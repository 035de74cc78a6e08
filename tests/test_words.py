"""What is said, and to whom: texts for people can be translated, and nothing tells where it was written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SPEAKING = [path for folder in ("gui", "cli") for path in sorted((ROOT / "hubdesk" / folder).rglob("*.py"))]
WRITTEN = ["hubdesk", "resources", "ui", "tests", "benchmarks", "demonstration", "docs", "."]
SUFFIXES = {".py", ".md", ".toml", ".ui", ".ts", ".yml", ".txt", ".spec", ".svg", ".jsonl", ".json"}
MACHINE_PATHS = re.compile(r"(?<![\w.~/-])/(?:work|root|home/[a-z]+|Users/[A-Za-z]+)/")
MERGE_MARKS = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def computed_texts(source: str) -> Iterator[int]:
    """The lines where a text that was put together is handed to tr() or translate().

    lupdate extracts literals; a text with values already in it can never match one.
    """
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in ("tr", "translate") and any(is_computed(argument) for argument in call.args):
            yield call.lineno


def is_computed(node: ast.expr) -> bool:
    """Whether an expression is an f-string, a sum or % of texts, or what .format() or .join() returns."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join")
    if isinstance(node, ast.BinOp):
        sides = (node.left, node.right)
        return any(
            is_computed(s) or (isinstance(s, ast.Constant) and isinstance(s.value, str)) for s in sides
        )
    return isinstance(node, ast.JoinedStr)


@pytest.mark.parametrize(
    "source",
    [
        'self.tr(f"{n} records")',
        'self.tr("{} records".format(n))',
        'self.tr("%s records" % n)',
        'self.tr("Records: " + name)',
        'QCoreApplication.translate("Page", f"{n} records")',
    ],
)
def test_a_computed_text_is_found(source: str) -> None:
    assert list(computed_texts(source)) == [1]


@pytest.mark.parametrize(
    "source",
    [
        'self.tr("{} records").format(n)',
        'self.tr("%n record(s)", "", n)',
        'self.tr("one " "text")',
        "self.tr(label)",
    ],
)
def test_a_literal_text_is_not(source: str) -> None:
    assert not list(computed_texts(source))


def test_every_text_for_people_can_be_translated() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in SPEAKING
        for line in computed_texts(path.read_text(encoding="utf-8"))
    ]
    assert not found


def written_files() -> Iterator[Path]:
    """The text files of the checkout; what stands directly in it counts, what tools make does not."""
    for folder in WRITTEN:
        files = (ROOT / folder).glob("*") if folder == "." else (ROOT / folder).rglob("*")
        yield from (path for path in files if path.suffix in SUFFIXES and path != Path(__file__).resolve())


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATHS, MERGE_MARKS], ids=["a machine's paths", "marks of a merge"]
)
def test_nothing_tells_where_it_was_written(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in written_files()
        for match in [pattern.search(path.read_text(encoding="utf-8"))]
        if match
    ]
    assert not found


def test_the_patterns_find_what_they_look_for() -> None:
    assert MACHINE_PATHS.search('open("/home/someone/x")')
    assert not MACHINE_PATHS.search("https://example.org/work/plan")
    assert MERGE_MARKS.search("<" * 7 + " ours")
