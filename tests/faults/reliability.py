"""Put the counts of the long run into docs/reliability.md, between its two marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.faults.conftest import TALLY

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
_BEGIN, _END = "<!-- counts -->\n", "<!-- end of counts -->"


def rows(counts: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of the table: what, how often, what was lost, what else was counted."""
    yield "| tried | times | lost | besides |"
    yield "|---|---:|---:|---|"
    for name, counted in sorted(counts.items()):
        file, _, test = name.partition("::")
        what = test.removeprefix("test_").replace("_", " ")
        others = [
            f"{remark}: {count:,}" for remark, count in counted.items() if remark not in ("tried", "lost")
        ]
        about = file.removeprefix("test_").removesuffix(".py").replace("_", " ")
        yield f"| {about}: {what} | {counted['tried']:,} | {counted['lost']:,} | {', '.join(others)} |"


def fill(page: str, counts: dict[str, dict[str, Any]]) -> str:
    """Return the page with a table of these counts."""
    before, _, rest = page.partition(_BEGIN)
    return before + _BEGIN + "\n".join(rows(counts)) + "\n" + _END + rest.partition(_END)[2]


if __name__ == "__main__":
    PAGE.write_text(fill(PAGE.read_text("utf-8"), json.loads(TALLY.read_text("utf-8"))), "utf-8")
