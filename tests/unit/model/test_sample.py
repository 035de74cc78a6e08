"""The sample content, and its reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubdesk.errors import BadInput
from hubdesk.model.kind import Kinds, read_kinds, text_languages
from hubdesk.model.sample import SampleRecord, read_sample
from hubdesk.model.validation import check, clean
from hubdesk.model.vocabulary import read_vocabularies

RESOURCES = Path(__file__).parents[3] / "resources"
HUBS = ("latam", "southern-africa", "ict-governance", "open-data")


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return read_kinds(RESOURCES / "kinds", RESOURCES / "fields.toml")


@pytest.fixture(scope="module")
def sample() -> tuple[SampleRecord, ...]:
    return read_sample(RESOURCES / "sample")


def test_every_sample_record_can_be_published_and_says_nothing_wrong(
    kinds: Kinds, sample: tuple[SampleRecord, ...]
) -> None:
    vocabularies = read_vocabularies(RESOURCES / "vocabularies")
    found = [
        (record.fields["title"]["en"], problem)
        for record in sample
        for problem in check(kinds.of(record.kind), record.fields, vocabularies, collection=record.collection)
        if problem.stops or problem.code != "missing"
    ]
    assert found == []


def test_sample_records_use_only_fields_that_people_can_see(
    kinds: Kinds, sample: tuple[SampleRecord, ...]
) -> None:
    for record in sample:
        offered = {field.name for field in kinds.of(record.kind).form}
        assert set(record.fields) <= offered | {"sample", "contact"}, record.fields["title"]["en"]
        assert clean(kinds.of(record.kind), record.fields) == record.fields


def test_there_are_sixty_records_over_all_kinds_without_the_organisations(
    kinds: Kinds, sample: tuple[SampleRecord, ...]
) -> None:
    count = Counter(record.kind for record in sample)
    assert set(count) == {kind.name for kind in kinds if not kind.hidden}
    assert count.total() - count["organisation"] >= 60
    assert count["organisation"] >= 12


def test_every_hub_has_public_records_and_experts_for_its_members(sample: tuple[SampleRecord, ...]) -> None:
    standing = {record.collection for record in sample}
    assert standing == {"centre/public", *(f"{hub}/{who}" for hub in HUBS for who in ("public", "members"))}
    codes = {record.fields["code"] for record in sample if record.kind == "hub"}
    assert codes >= {*HUBS, "centre"}


def test_every_record_is_in_english_and_french_and_many_in_the_language_of_the_hub(
    sample: tuple[SampleRecord, ...],
) -> None:
    written = Counter(language for record in sample for language in text_languages(record.fields))
    assert written["en"] == written["fr"] == len(sample)
    assert min(written["es"], written["pt"]) >= 30
    for record in sample:
        for name in ("title", "summary"):
            assert {"en", "fr"} <= set(record.fields.get(name, {"en": 1, "fr": 1})), record.fields["title"][
                "en"
            ]


def test_every_record_says_that_it_is_a_sample(sample: tuple[SampleRecord, ...]) -> None:
    for record in sample:
        assert record.fields["sample"]["en"].startswith("Sample content, to be confirmed"), record.id
        assert set(record.fields["sample"]) == {"en", "fr", "es", "pt"}


def test_every_reference_leads_to_a_sample_record_of_a_fitting_kind(
    kinds: Kinds, sample: tuple[SampleRecord, ...]
) -> None:
    kind_of = {record.id: record.kind for record in sample}
    for record in sample:
        for target, allowed in references(kinds, record):
            assert target in kind_of, (record.fields["title"]["en"], target)
            assert not allowed or kind_of[target] in allowed, (record.fields["title"]["en"], kind_of[target])


def references(kinds: Kinds, record: SampleRecord) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in record.fields.items():
        field = kinds.of(record.kind).field(name)
        if field is not None and field.type in ("record", "records"):
            for target in value if isinstance(value, list) else [value]:
                yield target, field.kinds


def test_files_are_described_as_they_are(sample: tuple[SampleRecord, ...]) -> None:
    carrying = [record for record in sample if record.files]
    assert len(carrying) >= 5
    for record in carrying:
        described = record.fields["files"]
        assert [path.name for path in record.files] == [entry["name"] for entry in described]
        assert [path.stat().st_size for path in record.files] == [entry["size"] for entry in described]
        assert all(entry["pass_on"] == "yes" for entry in described)


RECORD = '[[record]]\nid = "01a19467-e800-7000-8000-000000000001"\nkind = "tool"\ntitle.en = "A"\n'


def test_defaults_hold_for_every_record_that_does_not_say_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        'collection = "latam/public"\n[defaults]\nlicence = "MIT"\nowner = "Us"\n'
        + RECORD
        + 'licence = "CC0-1.0"\n',
        encoding="utf-8",
    )
    (record,) = read_sample(tmp_path)
    assert record.collection == "latam/public"
    assert record.fields == {"licence": "CC0-1.0", "owner": "Us", "title": {"en": "A"}}


@pytest.mark.parametrize(
    "content",
    [
        "record = 3",
        RECORD,
        'collection = "latam/public"\n' + RECORD * 2,
        'collection = "latam/public"\n' + RECORD.replace("01a1", "zzzz"),
        'collection = "latam/public"\n' + RECORD.replace('kind = "tool"', ""),
        'collection = "latam/public"\n' + RECORD + 'files = [{ path = "not-there.txt" }]\n',
        'collection = "latam/public"\n' + RECORD + 'files = [{ name = "no path" }]\n',
        'collection = "latam/public"\n' + RECORD + 'files = "one.txt"\n',
    ],
)
def test_a_faulty_sample_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match="sample-unreadable") as refused:
        read_sample(tmp_path)
    assert refused.value.data["file"] == str(file)
