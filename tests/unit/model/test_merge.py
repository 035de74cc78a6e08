"""Merging is commutative where nothing clashes, and loses nothing that only one side said."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from hubdesk.locations import resource
from hubdesk.model import canonical, path
from hubdesk.model.kind import read_kinds
from hubdesk.model.merge import both, merge

values = some.one_of(
    some.text("abc", max_size=3),
    some.integers(0, 3),
    some.booleans(),
    some.lists(some.sampled_from("abcd"), max_size=4),
)
names = some.sampled_from(["title", "summary", "keywords", "country"])
languages = some.dictionaries(some.sampled_from(["en", "fr", "es"]), some.text("ab", max_size=2), max_size=3)
records = some.dictionaries(names, some.one_of(values, languages), max_size=4)


def same(one: Any, other: Any) -> bool:
    return canonical.encode(one) == canonical.encode(other)


@given(records, records, records)
def test_it_does_not_matter_who_comes_first(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert sorted(one.clashes) == sorted(other.clashes)
    if not one.clashes:
        assert same(one.fields, other.fields)


@given(records, records)
def test_what_one_side_alone_changed_is_the_result(base: dict[str, Any], mine: dict[str, Any]) -> None:
    for merged in (merge(base, mine, base), merge(base, base, mine), merge(base, mine, mine)):
        assert merged.clashes == ()
        assert same(merged.fields, mine)


@given(records, records, records)
def test_a_field_that_one_side_left_alone_is_the_others(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge(base, mine, theirs)
    for name in base.keys() | mine.keys() | theirs.keys():
        held = [side.get(name, ...) for side in (base, mine, theirs)]
        keyed = [b"absent" if value is ... else canonical.encode(value) for value in held]
        for still, moved, value in ((keyed[1], keyed[2], held[2]), (keyed[2], keyed[1], held[1])):
            if still == keyed[0]:
                found = merged.fields.get(name, ...)
                assert found is value if value is ... else same(found, value)
                assert not any(clash.partition(".")[0] == name for clash in merged.clashes)
                assert moved is not None


@given(records, records, records)
def test_every_clash_names_what_both_changed_and_keeps_the_first_sides_words(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge(base, mine, theirs)
    for clash in merged.clashes:
        sides = [at(side, clash) for side in (base, mine, theirs)]
        assert sides[0] != sides[1] != sides[2] != sides[0] or canonical_sides(sides) == 3
        found = at(merged.fields, clash)
        assert found is sides[1] if sides[1] is ... else same(found, sides[1])


def canonical_sides(sides: list[Any]) -> int:
    return len({b"absent" if side is ... else canonical.encode(side) for side in sides})


def at(record: dict[str, Any], path: str) -> Any:
    name, _, language = path.partition(".")
    value = record.get(name, ...)
    if not language:
        return value
    return value.get(language, ...) if isinstance(value, dict) else ...


def test_two_languages_of_one_title_are_no_clash() -> None:
    base = {"title": {"en": "A"}, "keywords": ["a", "b"]}
    mine = {"title": {"en": "A", "fr": "Un"}, "keywords": ["a", "b", "c"]}
    theirs = {"title": {"en": "The"}, "keywords": ["b"]}
    merged = merge(base, mine, theirs)
    assert merged.clashes == ()
    assert merged.fields == {"title": {"en": "The", "fr": "Un"}, "keywords": ["b", "c"]}


KINDS = read_kinds(resource("kinds"), resource("fields.toml"))
INITIATIVE = KINDS.of("initiative")
ROWS = next(field.name for field in INITIATIVE.fields.values() if field.type == "rows")
FIRST, SECOND = (column.name for column in INITIATIVE.fields[ROWS].columns[:2])

sentences = some.lists(some.sampled_from(["One. ", "Two. ", "Three. ", "Four. ", "Five. "]), max_size=6).map(
    "".join
)
texts = some.dictionaries(some.sampled_from(["en", "fr"]), sentences, max_size=2)
files = some.dictionaries(some.sampled_from("abc"), some.integers(0, 2), max_size=3).map(
    lambda named: [{"name": name, "sha256": str(number), "size": number} for name, number in named.items()]
)
rows = some.lists(
    some.tuples(some.sampled_from("abcd"), some.integers(0, 2)).map(
        lambda cells: {FIRST: cells[0], SECOND: cells[1]}
    ),
    max_size=4,
)
initiatives = some.fixed_dictionaries(
    {},
    optional={
        "title": texts,
        "text": texts,
        "files": files,
        ROWS: rows,
        "links": some.lists(some.sampled_from(["x", "y"]).map(lambda url: {"url": url}), max_size=2),
        "domains": some.lists(some.sampled_from("abc"), max_size=3),
        "country": some.sampled_from(["CL", "ZM"]),
        "unknown": some.one_of(sentences, some.dictionaries(some.sampled_from("ab"), texts, max_size=2)),
    },
)


@given(initiatives, initiatives, initiatives)
def test_with_the_kinds_fields_too_it_does_not_matter_who_comes_first(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    one, other = merge(base, mine, theirs, INITIATIVE), merge(base, theirs, mine, INITIATIVE)
    assert sorted(one.clashes) == sorted(other.clashes)
    if not one.clashes:
        assert same(one.fields, other.fields)
    assert same(merge(base, mine, base, INITIATIVE).fields, mine)


@given(initiatives, initiatives, initiatives)
def test_a_decision_about_every_clash_can_be_put_in_its_place(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge(base, mine, theirs, INITIATIVE)
    fields = merged.fields
    for clash in merged.clashes:
        assert path.at(fields, clash) is path.at(mine, clash) or same(
            path.at(fields, clash), path.at(mine, clash)
        )
        fields = path.put(fields, clash, path.at(theirs, clash))
    for clash in merged.clashes:
        decided, wanted = path.at(fields, clash), path.at(theirs, clash)
        assert decided is wanted or same(decided, wanted)
    for name in ("files", "links", ROWS):
        assert isinstance(fields.get(name, []), list)


@given(initiatives, initiatives, initiatives)
def test_what_one_side_added_to_a_list_is_in_it(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    merged = merge(base, mine, theirs, INITIATIVE)
    for name in ("files", "links", "domains"):
        if not any(clash.partition(".")[0] == name for clash in merged.clashes):
            for side in (mine, theirs):
                for entry in side.get(name, []):
                    if entry not in base.get(name, []):
                        assert entry in merged.fields.get(name, [])


def test_a_row_that_both_moved_stands_once() -> None:
    column = INITIATIVE.fields[ROWS].columns[0].name
    first, second, third, fourth = ({column: name} for name in "abcd")
    base = {ROWS: [first, second, third, fourth]}
    mine, theirs = {ROWS: [second, first, third, fourth]}, {ROWS: [second, third, fourth, first]}
    assert merge(base, mine, theirs, INITIATIVE).clashes == (ROWS,)


def test_files_are_known_by_their_names_and_rows_by_their_first_column() -> None:
    base = {
        "files": [{"name": "a.pdf", "sha256": "1"}],
        ROWS: [{FIRST: "x", SECOND: 1}, {FIRST: "y", SECOND: 1}],
    }
    mine = {
        "files": [{"name": "a.pdf", "sha256": "2"}],
        ROWS: [{FIRST: "x", SECOND: 2}, {FIRST: "y", SECOND: 1}],
    }
    theirs = {
        "files": [{"name": "a.pdf", "sha256": "1", "licence": "MIT"}, {"name": "b.pdf", "sha256": "3"}],
        ROWS: [{FIRST: "x", SECOND: 1}, {FIRST: "y", SECOND: 3}],
    }
    merged = merge(base, mine, theirs, INITIATIVE)
    assert merged.clashes == ()
    assert merged.fields["files"] == [
        {"name": "a.pdf", "sha256": "2", "licence": "MIT"},
        {"name": "b.pdf", "sha256": "3"},
    ]
    assert merged.fields[ROWS] == [{FIRST: "x", SECOND: 2}, {FIRST: "y", SECOND: 3}]
    theirs["files"][0]["sha256"] = "9"
    assert merge(base, mine, theirs, INITIATIVE).clashes == ("files.a.pdf",)


def test_what_is_no_running_text_is_never_merged_inside() -> None:
    words = "One. Two. Three. Four."
    mine, theirs = words.replace("One", "Uno"), words.replace("Four", "Cuatro")
    joined = merge({"text": {"en": words}}, {"text": {"en": mine}}, {"text": {"en": theirs}}, INITIATIVE)
    assert joined.fields["text"]["en"] == "Uno. Two. Three. Cuatro."
    assert merge({"unknown": words}, {"unknown": mine}, {"unknown": theirs}, INITIATIVE).clashes == (
        "unknown",
    )


@given(sentences, sentences)
def test_both_is_the_same_whoever_says_it(mine: str, theirs: str) -> None:
    joined = both(mine, theirs, INITIATIVE.fields["text"])
    assert joined == both(theirs, mine, INITIATIVE.fields["text"])
    assert mine in joined
    assert theirs in joined


def test_a_list_whose_entries_were_all_decided_away_and_back_is_a_list() -> None:
    base = {"files": [{"name": "a", "size": 1}, {"name": "b", "size": 1}]}
    without = path.put(path.put(base, "files.a", path.NOTHING), "files.b", path.NOTHING)
    assert without == {}
    assert path.put(without, "files.b", {"name": "b", "size": 2}) == {"files": [{"name": "b", "size": 2}]}
    assert path.put({}, "title.fr", "Un titre") == {"title": {"fr": "Un titre"}}
