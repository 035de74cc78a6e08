"""Vocabularies as data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.errors import BadInput
from hubdesk.model.field import Column, Field
from hubdesk.model.kind import Kind, read_kinds
from hubdesk.model.vocabulary import Vocabularies, read_vocabularies

RESOURCES = Path(__file__).parents[3] / "resources"


def parts(kind: Kind) -> Iterator[Field | Column]:
    for field in kind.fields.values():
        yield field
        yield from field.columns


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return read_vocabularies(RESOURCES / "vocabularies")


def test_the_six_domains_and_the_four_levels_of_partnership_are_there(vocabularies: Vocabularies) -> None:
    assert [value.value for value in vocabularies.of("domains").value] == [
        "strategic-planning",
        "openness",
        "citizen-participation",
        "internet-social-media",
        "documents-archives",
        "library-research",
    ]
    levels = [value.value for value in vocabularies.of("partnership_levels").value]
    assert levels == ["core", "funding", "supporting", "project"]


def test_every_value_has_a_name_in_all_four_languages(vocabularies: Vocabularies) -> None:
    for vocabulary in vocabularies:
        for value in vocabulary.value:
            assert set(value.label) == {"en", "fr", "es", "pt"}, (vocabulary.name, value.value)


def test_every_vocabulary_that_a_kind_names_exists_and_is_used(vocabularies: Vocabularies) -> None:
    kinds = read_kinds(RESOURCES / "kinds", RESOURCES / "fields.toml")
    named = {part.vocabulary for kind in kinds for part in parts(kind)}
    assert named - {""} == {vocabulary.name for vocabulary in vocabularies}


def test_every_choice_names_a_vocabulary() -> None:
    for kind in read_kinds(RESOURCES / "kinds", RESOURCES / "fields.toml"):
        for part in parts(kind):
            assert (part.type in ("choice", "choices", "licence")) == bool(part.vocabulary), part.name


def test_a_value_outside_its_vocabulary_is_shown_as_it_is(vocabularies: Vocabularies) -> None:
    statuses = vocabularies.of("statuses")
    assert statuses.label("current", "fr") == "En vigueur"
    assert statuses.label("half-baked", "fr") == "half-baked"
    assert vocabularies.of("no such vocabulary").label("x", "en") == "x"
    assert vocabularies.label(("statuses", "initiative_statuses"), "ongoing", "es") == "En curso"
    assert vocabularies.label(("statuses",), "half-baked", "es") == "half-baked"


def test_a_retired_value_keeps_its_name_but_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "v.toml").write_text(
        'name = "v"\n[[value]]\nvalue = "old"\nretired = true\nlabel = { en = "Old" }\n', encoding="utf-8"
    )
    vocabulary = read_vocabularies(tmp_path).of("v")
    assert vocabulary.label("old", "en") == "Old"
    assert vocabulary.offered == ()


@pytest.mark.parametrize(
    "content",
    [
        "name = ",
        'name = "other"\n',
        'name = "v"\n[[value]]\nvalue = "a"\nlabel = { fr = "A" }\n',
        'name = "v"\n[[value]]\nvalue = ""\nlabel = { en = "A" }\n',
        'name = "v"\n' + '[[value]]\nvalue = "a"\nlabel = { en = "A" }\n' * 2,
        'name = "v"\n[[value]]\nvalue = "a"\nlabels = { en = "A" }\n',
    ],
)
def test_a_faulty_vocabulary_is_refused_by_file(tmp_path: Path, content: str) -> None:
    file = tmp_path / "v.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match="vocabulary-unreadable") as refused:
        read_vocabularies(tmp_path)
    assert refused.value.data["file"] == str(file)
