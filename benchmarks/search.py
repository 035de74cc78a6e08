"""Search as one types over 100,000 records, with facets and a page of hits, against a bare FTS5 query of the same words.

Each word of WORDS is typed letter by letter from the third on, in one program that stays open, as a window does.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.filled import RECORDS, fill
from benchmarks.measure import Measure
from hubdesk.catalogue.database import FILE, Database, open_database
from hubdesk.catalogue.search import Query, Search
from hubdesk.catalogue.terms import Terms

# Frequent words of the data in three languages, rare ones, one that nothing has, and several words.
WORDS = (
    "parliament", "committee", "translation", "archives", "budget", "données", "législatif", "séance", "projet",
    "educación", "legislativo", "votación", "enmienda", "the", "des", "los", "zygote", "shortwaves", "mignotions",
    "xylographs", "qqqqq", "open data", "digital parliament", "proyecto de ley", "vote du budget",
)  # fmt: skip
TOO_SHORT = 3


def typed() -> Iterator[str]:
    """Yield what stands in the search field after each letter, words shorter than three letters left out."""
    for word in WORDS:
        for end in range(1, len(word) + 1):
            if len(word[:end].rpartition(" ")[2]) >= TOO_SHORT:
                yield word[:end]


def milliseconds(call: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def floor(database: Database, words: str) -> float:
    """The time FTS5 alone takes to name the records."""
    expression = " AND ".join(Terms.typed(words).expressions("title summary text"))
    with database.read() as connection:
        cursor = connection.connection.cursor()
        command = "SELECT rowid FROM text_index WHERE text_index MATCH ?"
        return milliseconds(lambda: cursor.execute(command, (expression,)).fetchall())


def measure() -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, FILE)
        begun = time.perf_counter()
        filled = fill(path)
        yield Measure(f"fill and index {RECORDS:,} records", time.perf_counter() - begun, "s")
        filled.database.close()
        yield Measure("database", path.stat().st_size / 1e6, "MB", floor=filled.canonical / 1e6, limit=2.2)
        database = open_database(path)
        yield from _measure(database, Search(database, filled.kinds))
        database.close()


def _measure(database: Database, search: Search) -> Iterator[Measure]:
    yield Measure(
        "first page of all records, program just started",
        milliseconds(lambda: search.find(Query())),
        "ms",
        limit=50,
    )
    yield Measure("first page of all records", milliseconds(lambda: search.find(Query())), "ms", limit=50)
    by_title = Query(order="title", languages=("fr",))
    yield Measure("first page by title", milliseconds(lambda: search.find(by_title)), "ms", limit=50)
    deep = Query(offset=RECORDS * 9 // 10)
    yield Measure("a page at nine tenths of all", milliseconds(lambda: search.find(deep)), "ms")
    prefixes = list(typed())
    floors = [floor(database, words) for words in prefixes]
    times = [milliseconds(partial(search.find, Query(words=words))) for words in prefixes]
    yield Measure(
        f"search, {len(times)} times a letter typed: median",
        statistics.median(times),
        "ms",
        statistics.median(floors),
    )
    yield Measure("  p95, in FTS5 alone", p95(times), "ms", p95(floors))
    yield Measure("  p95", p95(times), "ms", limit=50)
    yield Measure(f"  slowest ({prefixes[times.index(max(times))]})", max(times), "ms")
    ticked = {"country": ["CL", "FR"], "kind": ["software"], "language": ["fr"]}
    again = [milliseconds(partial(search.find, Query(words=words, facets=ticked))) for words in prefixes]
    yield Measure("  p95 with three facets ticked", p95(again), "ms", limit=50)
