"""Kinds as data: what the files of the project say, and what happens to a file that says it wrongly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.errors import BadInput
from hubdesk.model.kind import Kinds, import_fields, read_kinds

RESOURCES = Path(__file__).parents[3] / "resources"
LANGUAGES = {"en", "fr", "es", "pt"}
DOMAIN_TABLE = {
    "software", "tool", "document", "case_study", "initiative", "course", "dataset", "event", "expert",
    "help_request", "reuse_report", "bulletin_item", "bulletin_issue", "organisation", "hub", "participation",
    "partnership", "contribution", "decision", "notice",
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return read_kinds(RESOURCES / "kinds", RESOURCES / "fields.toml")


def test_every_kind_of_the_domain_has_a_file(kinds: Kinds) -> None:
    assert {kind.name for kind in kinds} == DOMAIN_TABLE | {"admission", "revocation"}


def test_every_label_speaks_all_four_languages(kinds: Kinds) -> None:
    for kind in kinds:
        assert set(kind.label) == set(kind.plural) == LANGUAGES, kind.name
        for group in kind.groups:
            assert set(group.label) == LANGUAGES, (kind.name, group.name)
        for field in kind.fields.values():
            assert set(field.label) == LANGUAGES, (kind.name, field.name)
            assert set(field.help) in (set(), LANGUAGES), (kind.name, field.name)
            for column in field.columns:
                assert set(column.label) == LANGUAGES, (kind.name, field.name, column.name)


def test_what_may_be_published_by_a_hub_asks_for_a_licence(kinds: Kinds) -> None:
    without = {"expert", "help_request", "reuse_report"}
    for kind in kinds:
        asked = {field.name for field in kind.must}
        assert ("licence" in asked) == (kind.audience != "centre" and kind.name not in without), kind.name
        assert "files" not in {f.name for f in kind.form} or "pass_on" in asked, kind.name


def test_every_kind_but_what_is_said_of_desks_asks_for_a_title(kinds: Kinds) -> None:
    assert [kind.name for kind in kinds if "title" not in {f.name for f in kind.must}] == [
        "admission",
        "revocation",
    ]


def test_no_field_stands_twice_in_a_form_and_own_fields_are_offered(kinds: Kinds) -> None:
    common = set(kinds.of("something unheard of").fields)
    for kind in kinds:
        names = [field.name for field in kind.form]
        assert len(names) == len(set(names)), kind.name
        own = {n for n, f in kind.fields.items() if n not in common and f.type != "original"}
        assert own <= set(names), kind.name


def test_a_kind_the_program_does_not_know_can_still_be_shown(kinds: Kinds) -> None:
    kind = kinds.of("motion_picture")
    assert not kind.known
    assert kind.label == {"en": "Motion picture"}
    assert kind.field("title") is not None
    assert kind.search_texts({"title": {"en": "A"}, "reel": {"n": ["B"]}}) == ("A", "", "B")


def test_personal_data_stays_out_of_public_and_the_centre_keeps_its_own(kinds: Kinds) -> None:
    assert not kinds.of("expert").fits("latam/public")
    assert kinds.of("expert").fits("latam/members")
    assert kinds.of("decision").fits("centre/public")
    assert not kinds.of("decision").fits("latam/public")
    assert kinds.of("software").fits("latam/public")
    assert "admission" not in {kind.name for kind in kinds.offered("centre/public")}


def test_the_index_gets_titles_summaries_and_the_rest_in_all_languages(kinds: Kinds) -> None:
    fields = {
        "title": {"en": "Votes", "fr": "Scrutins"},
        "summary": {"en": "Short"},
        "text": {"en": "Long"},
        "files": [{"name": "guide.pdf", "sha256": "ab" * 32}],
        "links": [{"url": "https://example.org/x", "label": "Manual"}],
        "repository": "https://example.org/code",
        "publiccode": "name: kept whole",
        "unheard_of": {"deep": ["found"]},
        "sample": {"en": "not searched"},
    }
    title, summary, text = kinds.of("software").search_texts(fields)
    assert (title, summary) == ("Votes\nScrutins", "Short")
    assert set(text.split("\n")) == {"Long", "guide.pdf", "Manual", "found"}


def test_facets_come_from_the_fields_that_feed_them(kinds: Kinds) -> None:
    software = kinds.of("software")
    assert software.facet_values(
        {
            "title": {"en": "A", "fr": "B"},
            "country": "BR",
            "maintenance": "community",
            "domains": ["openness"] * 2,
        }
    ) == {
        "country": ("BR",),
        "language": ("en", "fr"),
        "licence": ("unknown",),
        "status": ("community",),
        "domain": ("openness",),
    }
    assert software.facet_values({"title": {"en": "A"}, "languages": ["pt"]})["language"] == ("pt",)
    assert kinds.of("organisation").facet_values({})["licence"] == ()


def test_imports_rename_what_has_an_alias_and_lose_nothing(kinds: Kinds) -> None:
    kind = kinds.of("document")
    assert import_fields(kind, {"body": {"en": "x"}, "topics": ["a"], "url": "u", "odd": 1}) == {
        "text": {"en": "x"},
        "keywords": ["a"],
        "url": "u",
        "odd": 1,
    }
    assert import_fields(kind, {"body": 1, "text": 2}) == {"text": 2, "body": 1}
    assert import_fields(kind, {"tags": 1, "topics": 2}) == {"keywords": 1, "topics": 2}


@given(
    mapping=st.dictionaries(
        st.sampled_from(["body", "text", "topics", "tags", "keywords", "x"]), st.integers()
    )
)
def test_an_import_keeps_every_value(kinds: Kinds, mapping: dict[str, Any]) -> None:
    assert sorted(import_fields(kinds.of("tool"), mapping).values()) == sorted(mapping.values())


@given(
    fields=st.dictionaries(
        st.sampled_from(["title", "text", "files", "links", "domains", "used_by", "?"]), JSON
    )
)
def test_no_value_however_wrong_stops_search_or_facets(kinds: Kinds, fields: dict[str, Any]) -> None:
    kind = kinds.of("software")
    assert len(kind.search_texts(fields)) == 3
    assert all(isinstance(v, str) for values in kind.facet_values(fields).values() for v in values)


GOOD = """
name = "tiny"
icon = "tool"
label = { en = "Tiny" }
plural = { en = "Tinies" }
[[group]]
name = "about"
label = { en = "About" }
fields = ["title"]
"""
COMMON = '[[field]]\nname = "title"\ntype = "text"\nlevel = "must"\nlabel = { en = "Title" }\n'


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        (GOOD.replace('fields = ["title"]', 'fields = ["titel"]'), "group.about.fields"),
        (GOOD.replace('label = { en = "Tiny" }', 'label = { fr = "Petit" }'), "label"),
        (GOOD + '[[field]]\nname = "x"\ntype = "colour"\nlabel = { en = "X" }\n', "field.x"),
        (GOOD + '[[field]]\nname = "x"\ntype = "line"\nlabel = { fr = "X" }\n', "field.x.label"),
        (GOOD + '[[field]]\nname = "x"\ntype = "date"\nafter = "y"\nlabel = { en = "X" }\n', "field.x"),
        (GOOD + '[[field]]\nname = "x"\ntype = "line"\nlevle = "must"\nlabel = { en = "X" }\n', "field.x"),
        (GOOD.replace('"tiny"', '"other"'), "name"),
        ("audience = 'nobody'\n" + GOOD, ""),
        ("not toml", ""),
    ],
)
def test_a_faulty_kind_file_is_refused_by_file_and_key(tmp_path: Path, fault: str, key: str) -> None:
    common = tmp_path / "fields.toml"
    common.write_text(COMMON, encoding="utf-8")
    folder = tmp_path / "kinds"
    folder.mkdir()
    file = folder / "tiny.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert read_kinds(folder, common).of("tiny").known

    file.write_text(fault, encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        read_kinds(folder, common)
    assert refused.value.code == "kind-unreadable"
    assert refused.value.data["file"] == str(file)
    assert refused.value.data["key"] == key


def test_a_new_kind_is_one_new_file_that_overrides_a_common_field(tmp_path: Path) -> None:
    (tmp_path / "fields.toml").write_text(COMMON, encoding="utf-8")
    folder = tmp_path / "kinds"
    folder.mkdir()
    override = '[[field]]\nname = "title"\nlevel = "should"\n'
    (folder / "tiny.toml").write_text(GOOD + override, encoding="utf-8")
    tiny = read_kinds(folder, tmp_path / "fields.toml").of("tiny")
    assert tiny.must == ()
    assert [field.name for field in tiny.should] == ["title"]
    assert tiny.should[0].label == {"en": "Title"}
