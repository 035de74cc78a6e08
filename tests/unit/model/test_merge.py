"""Merging is commutative where nothing clashes, and loses nothing that only one side said."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from hubdesk.model import canonical
from hubdesk.model.merge import merge

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
