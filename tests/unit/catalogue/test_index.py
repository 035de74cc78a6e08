"""What is put into the index is taken out again whole, and its bitmaps say what a naive count says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from hubdesk import locations
from hubdesk.catalogue.database import Database, create_database
from hubdesk.catalogue.facets import RECORDS_PER_PAGE, BitmapMemory
from hubdesk.catalogue.index import Index, Shown
from hubdesk.catalogue.matches import bits_of, members, numbers_in
from hubdesk.catalogue.terms import Terms
from hubdesk.model.kind import Kinds, read_kinds

KINDS = read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))

letters = st.characters(exclude_categories=["Cs"])
texts = st.dictionaries(
    st.sampled_from(["en", "fr", "pt-BR", "ar", "zh"]), st.text(letters, max_size=30), max_size=3
)
strange = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(letters, max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(letters, max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
contents = st.fixed_dictionaries(
    {},
    optional={
        "title": texts | strange,
        "summary": texts,
        "text": texts | strange,
        "keywords": st.lists(st.text(letters, max_size=8), max_size=3) | strange,
        "country": st.sampled_from(["CL", "ZM", ""]) | strange,
        "domains": st.lists(st.sampled_from(["openness", "libraries"]), max_size=3),
        "licence": st.sampled_from(["MIT", "unknown"]),
        "made up": strange,
    },
)
shown = st.builds(
    Shown,
    kind=st.sampled_from(["software", "case_study", "no_such_kind"]),
    collection=st.sampled_from(["latam/public", "latam/members", "centre/public"]),
    fields=contents,
    state=st.sampled_from(["confirmed", "pending", "draft"]),
    here=st.booleans(),
    withdrawn=st.booleans(),
    at=st.sampled_from(["", "2026-11-22T17:30:00Z"]),
)
numbers = st.sampled_from([1, 2, 3, RECORDS_PER_PAGE - 1, RECORDS_PER_PAGE, 3 * RECORDS_PER_PAGE + 7])


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = create_database(tmp_path_factory.mktemp("index") / "catalogue.sqlite")
    yield database
    database.close()


def emptied(connection: Connection, index: Index) -> None:
    index.rebuild(connection, ())


def everything(connection: Connection) -> dict[str, Any]:
    """All that the index holds, down to the words; what merging left of deleted rows is not seen by a search."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE temp.every_word USING fts5vocab(main, text_index, instance)"
    )
    words = connection.exec_driver_sql("SELECT * FROM every_word ORDER BY term, doc, col, offset").fetchall()
    connection.exec_driver_sql("DROP TABLE temp.every_word")
    pages = connection.exec_driver_sql(
        "SELECT facet, value, page, bits FROM facet_page ORDER BY 1, 2, 3"
    ).fetchall()
    places = connection.exec_driver_sql("SELECT * FROM placement ORDER BY 1, 2, 3").fetchall()
    sizes = connection.exec_driver_sql("SELECT id, sz FROM text_index_docsize ORDER BY 1").fetchall()
    return {
        name: list(map(tuple, rows))
        for name, rows in locals().items()
        if name in ("words", "pages", "places", "sizes")
    }


@given(st.dictionaries(numbers, shown, max_size=4), st.dictionaries(numbers, shown, max_size=4))
def test_what_is_taken_out_leaves_no_trace(
    database: Database, kept: dict[int, Shown], gone: dict[int, Shown]
) -> None:
    index = Index(KINDS)
    with database.write() as connection:
        emptied(connection, index)
        index.put(connection, [(number, None, new) for number, new in kept.items()])
        before = everything(connection)
        index.put(connection, [(number, kept.get(number), new) for number, new in gone.items()])
        index.put(connection, [(number, new, kept.get(number)) for number, new in gone.items()])
        assert everything(connection) == before
        index.put(connection, [(number, old, None) for number, old in kept.items()])
        assert everything(connection) == {"words": [], "pages": [], "places": [], "sizes": []}


@given(st.lists(st.tuples(numbers, shown), max_size=8))
def test_many_changes_in_one_call_are_the_same_as_one_by_one(
    database: Database, steps: list[tuple[int, Shown]]
) -> None:
    index = Index(KINDS)
    held: dict[int, Shown] = {}
    changes = []
    for number, new in steps:
        changes.append((number, held.get(number), new))
        held[number] = new
    with database.write() as connection:
        emptied(connection, index)
        for change in changes:
            index.put(connection, [change])
        one_by_one = everything(connection)
        emptied(connection, index)
        index.put(connection, changes)
        assert everything(connection) == one_by_one
        index.rebuild(connection, sorted(held.items()))
        assert everything(connection) == one_by_one


@given(st.dictionaries(numbers, shown, max_size=6))
def test_bitmaps_say_what_counting_says(database: Database, records: dict[int, Shown]) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for record in records.values():
        expected["kind", record.kind] += 1
        expected["collection", record.collection] += 1
        expected["hub", record.collection.split("/")[0]] += 1
        expected["state", "withdrawn" if record.withdrawn else record.state] += 1
        if record.here:
            expected["here", "yes"] += 1
        if not record.withdrawn:
            for facet, values in KINDS.of(record.kind).facet_values(record.fields).items():
                for value in values:
                    expected[facet, value] += 1
    index = Index(KINDS)
    with database.write() as connection:
        emptied(connection, index)
        index.put(connection, [(number, None, new) for number, new in records.items()])
        _, bitmaps = BitmapMemory().at(connection)
        assert {value: bits.bit_count() for value, bits in bitmaps.items()} == expected


@given(st.lists(st.dictionaries(numbers, st.none() | shown, max_size=3), max_size=5))
def test_remembered_bitmaps_are_those_read_afresh(
    database: Database, writings: list[dict[int, Shown | None]]
) -> None:
    index, memory = Index(KINDS), BitmapMemory()
    held: dict[int, Shown | None] = {}
    with database.write() as connection:
        emptied(connection, index)
        for writing in writings:
            index.put(connection, [(number, held.get(number), new) for number, new in writing.items()])
            held |= writing
            generation, remembered = memory.at(connection)
            afresh = BitmapMemory().at(connection)
            assert (generation, dict(remembered)) == (afresh[0], dict(afresh[1]))


def test_a_reader_that_began_before_a_writing_sees_the_old_bitmaps(database: Database) -> None:
    index, memory = Index(KINDS), BitmapMemory()
    record = Shown("software", "latam/public", {}, "confirmed", here=False, withdrawn=False)
    with database.write() as connection:
        emptied(connection, index)
    with database.read() as old:
        old.exec_driver_sql("SELECT count(*) FROM record").scalar()  # a state is fixed by the first reading
        with database.write() as connection:
            index.put(connection, [(1, None, record)])
        with database.read() as new:
            assert memory.at(new)[1]["kind", "software"] == 0b10
        assert ("kind", "software") not in memory.at(old)[1]
    with database.read() as new:
        assert memory.at(new)[1]["kind", "software"] == 0b10


def test_a_change_of_state_alone_does_not_write_the_words_again(database: Database) -> None:
    index = Index(KINDS)
    draft = Shown(
        "tool", "latam/public", {"title": {"en": "Ballot box"}}, "draft", here=False, withdrawn=False
    )
    confirmed = Shown("tool", "latam/public", draft.fields, "confirmed", here=False, withdrawn=False)
    with database.write() as connection:
        emptied(connection, index)
        index.put(connection, [(1, None, draft)])
        before = connection.exec_driver_sql("SELECT id, block FROM text_index_data").fetchall()
        index.put(connection, [(1, draft, confirmed)])
        assert connection.exec_driver_sql("SELECT id, block FROM text_index_data").fetchall() == before
        assert set(BitmapMemory().at(connection)[1]) >= {("state", "confirmed")}


def test_an_index_of_other_kinds_is_not_current(tmp_path: Path) -> None:
    database = create_database(tmp_path / "catalogue.sqlite")
    index = Index(KINDS)
    with database.write() as connection:
        assert not index.is_current(connection)
        index.rebuild(connection, ())
        assert index.is_current(connection)
        fewer = Kinds([kind for kind in KINDS if kind.name != "software"], KINDS.of("no_such_kind"))
        assert not Index(fewer).is_current(connection)
    database.close()


@given(st.sets(st.integers(0, 500)))
def test_a_bitmap_holds_its_numbers(held: set[int]) -> None:
    bits = bits_of(list(held))
    assert list(numbers_in(bits)) == sorted(held, reverse=True)
    is_member = members(bits)
    assert {number for number in range(600) if is_member(number)} == held


@given(st.text(), st.sampled_from(["title", "title summary", "title summary text"]))
def test_whatever_is_typed_is_an_expression_sqlite_reads(
    database: Database, typed: str, columns: str
) -> None:
    terms = Terms.typed(typed)
    with database.read() as connection:
        for expression in [*terms.expressions(columns), terms.ranking(columns)]:
            if expression:
                command = "SELECT rowid FROM text_index WHERE text_index MATCH ?"
                connection.exec_driver_sql(command, (expression,)).fetchall()
