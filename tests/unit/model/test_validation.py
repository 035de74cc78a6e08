"""What a record lacks or says wrongly, and how its values are written down."""

from __future__ import annotations

import json
import lzma
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.model.field import Field
from hubdesk.model.kind import Kinds, import_fields, read_kinds
from hubdesk.model.validation import Problem, check, clean
from hubdesk.model.value import faults, is_before, is_date, is_link
from hubdesk.model.vocabulary import Vocabularies, read_vocabularies

RESOURCES = Path(__file__).parents[3] / "resources"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "sync"
HASH = "ab" * 32
ID = "2fe19e44-b26c-4571-95c2-cd52e6d19eda"
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
COMPLETE: dict[str, Any] = {
    "title": {"en": "Voting software"},
    "licence": "EUPL-1.2",
    "domains": ["openness"],
    "languages": ["en"],
    "owner": "National Assembly",
    "contact": {"email": "ict@example.org"},
    "last_verified": "2026-11",
}


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return read_kinds(RESOURCES / "kinds", RESOURCES / "fields.toml")


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return read_vocabularies(RESOURCES / "vocabularies")


@pytest.fixture(scope="module")
def problems(kinds: Kinds, vocabularies: Vocabularies) -> Any:
    def check_record(
        kind: str, collection: str = "latam/public", **fields: Any
    ) -> list[tuple[str, str, str]]:
        found = check(kinds.of(kind), fields, vocabularies, collection=collection)
        return [(problem.field, problem.level, problem.code) for problem in found]

    return check_record


def test_a_complete_record_has_no_problem(problems: Any) -> None:
    assert problems("software", **COMPLETE) == []


def test_an_empty_record_lacks_everything_in_the_order_of_the_form(problems: Any) -> None:
    assert problems("tool", title={"en": " "}, contact={}) == [
        ("title", "must", "missing"),
        ("domains", "should", "missing"),
        ("languages", "should", "missing"),
        ("licence", "must", "missing"),
        ("owner", "should", "missing"),
        ("contact", "should", "missing"),
        ("last_verified", "should", "missing"),
    ]


def test_unknown_is_an_answer_to_the_licence_and_to_passing_on(problems: Any) -> None:
    files = [{"name": "a.pdf", "sha256": HASH, "size": 1}]
    assert (
        problems("software", **{**COMPLETE, "licence": "unknown", "files": files, "pass_on": "unknown"}) == []
    )


def test_only_files_that_do_not_say_it_themselves_ask_whether_they_may_be_passed_on(
    kinds: Kinds, vocabularies: Vocabularies
) -> None:
    said = {"name": "said.pdf", "sha256": HASH, "size": 1, "pass_on": "no"}
    silent = {"name": "silent.pdf", "sha256": HASH, "size": 1}
    tool = kinds.of("tool")
    assert check(tool, {**COMPLETE, "files": [said]}, vocabularies, collection="latam/public") == ()
    assert check(tool, {**COMPLETE, "files": [said, silent]}, vocabularies, collection="latam/public") == (
        Problem("pass_on", "must", "missing", {"files": ["silent.pdf"]}),
    )


def test_personal_data_is_refused_in_public_and_the_centre_keeps_its_records(problems: Any) -> None:
    assert ("", "wrong", "not-in-public") in problems("expert", title={"en": "ICT officer"})
    assert problems("expert", "latam/members", title={"en": "ICT officer"})[0][0] != ""
    assert ("", "wrong", "wrong-collection") in problems("decision", title={"en": "A decision"})
    assert ("", "wrong", "wrong-collection") not in problems("decision", "centre/public", title={"en": "A"})


def test_an_end_before_its_start_is_wrong_as_far_as_both_are_known(problems: Any) -> None:
    assert ("end", "wrong", "end-before-start") in problems("event", start="2025-03", end="2023")
    assert not is_before("2025", "2025-03")
    assert not is_before("2025-03-02", "2025-03")
    assert is_before("2025-02-28", "2025-03")


def test_a_status_outside_the_vocabulary_and_a_long_title_are_only_shown(problems: Any) -> None:
    found = problems("tool", **{**COMPLETE, "status": "draft", "title": {"en": "x" * 161}})
    assert found == [("title", "should", "too-long"), ("status", "should", "unknown-value")]


def test_what_the_program_does_not_know_is_no_problem(problems: Any) -> None:
    assert problems("software", **COMPLETE, unheard_of={"x": [None]}) == []
    assert problems("motion_picture", **COMPLETE) == []


@pytest.mark.parametrize(
    ("type_name", "right", "wrong"),
    [
        ("text", {"en": "A", "pt-BR": "B"}, "A"),
        ("prose", {"en": "A"}, {"en": 3}),
        ("prose", {"en": "A"}, {"not a language": "A"}),
        ("line", "A", {"en": "A"}),
        ("note", "A\nB", ["A"]),
        ("original", "name: x\n", 7),
        ("choice", "openness", ["openness"]),
        ("choices", ["openness"], "openness"),
        ("country", "ZM", "Zambia"),
        ("countries", ["ZM", "EU"], ["zm"]),
        ("language", "pt-BR", "pt_BR"),
        ("languages", ["fr", "ar"], ["French language"]),
        ("licence", "GPL-3.0", "do what you like"),
        ("licence", "MIT OR EUPL-1.2", "MIT AND"),
        ("licence", "LicenseRef-own-terms", ["MIT"]),
        ("date", "2024-02-29", "2023-02-29"),
        ("date", "2026", "22/11/2026"),
        ("date", "2026-11", "2026-13"),
        ("number", 1.5, "1.5"),
        ("number", 0, True),
        ("number", 1, float("nan")),
        ("yesno", False, "no"),
        ("link", "https://example.org/a?b#c", "javascript:alert(1)"),
        ("link", "mailto:ict@example.org", "//server/share"),
        ("link", "http://[::1]/", "http://[::1/"),
        ("links", [{"url": "https://example.org", "label": "A"}], [{"label": "A"}]),
        ("words", ["a"], [1]),
        ("contact", {"name": "Office", "more": 1}, {"name": 1}),
        ("person", {"email": "a@example.org"}, "a@example.org"),
        ("record", ID, "the one above"),
        ("records", [ID], ID),
        ("files", [{"name": "a", "sha256": HASH, "size": 0}], [{"name": "a", "sha256": "?", "size": 0}]),
        ("files", [{"name": "a", "sha256": HASH, "size": 0}], [{"name": "a", "sha256": HASH, "size": -1}]),
        ("rows", [{"any": 1}], [1]),
    ],
)
def test_each_type_knows_its_values(
    vocabularies: Vocabularies, type_name: Any, right: Any, wrong: Any
) -> None:
    field = Field(name="x", type=type_name, label={"en": "X"}, vocabulary="domains")
    assert list(faults(field, right, vocabularies)) == []
    assert [fault.level for fault in faults(field, wrong, vocabularies)] == ["wrong"]


def test_a_fault_in_a_row_names_row_and_column(kinds: Kinds, vocabularies: Vocabularies) -> None:
    milestones = kinds.of("initiative").fields["milestones"]
    found = list(faults(milestones, [{"title": "Start"}, {"date": "soon"}], vocabularies))
    assert [(fault.code, fault.data["row"], fault.data["column"]) for fault in found] == [
        ("not-a-date", 2, "date")
    ]


@given(value=JSON)
def test_any_value_can_be_judged_for_every_field(
    kinds: Kinds, vocabularies: Vocabularies, value: Any
) -> None:
    for kind in kinds:
        check(kind, dict.fromkeys(kind.fields, value), vocabularies, collection="latam/public")
    is_date(value)
    is_link(value)


def test_values_are_written_down_without_blanks_and_empties(kinds: Kinds) -> None:
    written = clean(
        kinds.of("software"),
        {
            "title": {"en": "  E\u0301tude\n", "fr": " "},
            "text": {"en": "\r\nFirst\r\n\r\n    code"},
            "keywords": [" a ", ""],
            "contact": {"name": " Office ", "email": "", "fax": ""},
            "links": [{"url": " https://example.org ", "label": ""}, {"url": ""}],
            "used_by": [{"organisation": " Senate ", "since": "", "note": ""}, {"organisation": " "}],
            "files": [{"name": " two  blanks.txt", "sha256": HASH, "size": 1}],
            "publiccode": "name: x\r\n",
            "owner": "   ",
            "unheard_of": "",
        },
    )
    assert written == {
        "title": {"en": "Étude"},
        "text": {"en": "First\n\n    code"},
        "keywords": ["a"],
        "contact": {"name": "Office", "fax": ""},
        "links": [{"url": "https://example.org"}],
        "used_by": [{"organisation": "Senate", "note": ""}],
        "files": [{"name": " two  blanks.txt", "sha256": HASH, "size": 1}],
        "publiccode": "name: x\r\n",
        "unheard_of": "",
    }


@given(data=st.data())
def test_cleaning_twice_changes_nothing_more_and_unknown_keys_survive(
    kinds: Kinds, data: st.DataObject
) -> None:
    kind = kinds.of(data.draw(st.sampled_from([kind.name for kind in kinds])))
    names = st.sampled_from(sorted(kind.fields)) | st.text(max_size=4).map("unheard-{}".format)
    fields = data.draw(st.dictionaries(names, JSON.filter(lambda value: value == value), max_size=5))
    once = clean(kind, fields)
    assert repr(clean(kind, once)) == repr(once)
    for name, value in fields.items():
        if name not in kind.fields:
            assert once[name] is value


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sync data set is absent")
def test_ten_thousand_imported_records_can_be_published_as_they_stand(
    kinds: Kinds, vocabularies: Vocabularies
) -> None:
    with lzma.open(SHARED / "records.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    prepared = []
    for record in records:
        kind = kinds.of(record.pop("kind"))
        del record["id"]
        prepared.append((kind, {**import_fields(kind, record), "pass_on": "unknown"}))

    begun = time.process_time()
    found = [check(kind, fields, vocabularies, collection="latam/public") for kind, fields in prepared]
    per_record = (time.process_time() - begun) / len(prepared)

    stopping = [problem for problems in found for problem in problems if problem.stops]
    assert stopping == []
    assert per_record < 0.0005, f"{per_record * 1e6:.0f} microseconds a record"
