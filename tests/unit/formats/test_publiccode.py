"""Real publiccode.yml files become records and come back whole; changes land under the right key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk import errors
from hubdesk.formats import publiccode, yaml_document, yaml_edit
from hubdesk.model.kind import read_kinds
from hubdesk.model.text import normal_line, normal_prose
from hubdesk.model.validation import check, clean
from hubdesk.model.vocabulary import read_vocabularies

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
RESOURCES = Path(__file__).resolve().parents[3] / "resources"
REAL = sorted((SHARED / "publiccode").glob("*.yml"))
real = pytest.mark.parametrize(
    "path",
    REAL or [pytest.param(None, marks=pytest.mark.skip(reason=f"{SHARED / 'publiccode'} is absent"))],
    ids=lambda path: path.stem if path else "absent",
)

FILE = """\
# A comment that must stay
publiccodeYmlVersion: "0.2"
name: Tracker
url: "https://example.org/tracker.git"
landingURL: https://example.org/
releaseDate: 2024-05-06
softwareVersion: 1.10
platforms: [web]
categories:
  - crm
developmentStatus: stable
softwareType: standalone/web
intendedAudience:
  countries:
    - cl
description:
  ita:
    localisedName: Tracciatore
    shortDescription: >
      Segue i disegni
      di legge
    documentation: https://docs.example.org/it
    apiDocumentation: https://api.example.org
  en_GB:
    shortDescription: Tracks bills
legal:
  license: EUPL-1.2
  repoOwner: Congress
maintenance:
  type: internal
  contacts:
    - name: Office
      email: office@example.org
      affiliation: Congress
      x-room: 12
localisation:
  localisationReady: yes
  availableLanguages: [ita, es-CL, klingonese]
dependsOn:
  open:
    - name: PostgreSQL
      versionMin: "12"
      x-note: kept
x-ours:
  - {deep: true}
"""


def fields() -> dict[str, Any]:
    return publiccode.read(FILE.encode()).fields


def meaning(source: bytes | str) -> Any:
    text = source.decode() if isinstance(source, bytes) else source
    return yaml_document.value(yaml_document.parse(text))


def without_original(read: dict[str, object]) -> dict[str, object]:
    return {name: content for name, content in read.items() if name != "publiccode"}


def test_a_file_fills_the_fields_of_a_record() -> None:
    assert without_original(fields()) == {
        "title": {"it": "Tracciatore", "en-GB": "Tracker"},
        "summary": {"it": "Segue i disegni di legge", "en-GB": "Tracks bills"},
        "keywords": ["crm"],
        "country": "CL",
        "developed_by": "Congress",
        "maturity": "stable",
        "maintenance": "internal",
        "release": "1.10",
        "release_date": "2024-05-06",
        "languages": ["it", "es-CL"],
        "software_type": "standalone/web",
        "platforms": ["web"],
        "dependencies": [{"name": "PostgreSQL", "version": ">= 12", "nature": "open"}],
        "repository": "https://example.org/tracker.git",
        "documentation": "https://docs.example.org/it",
        "url": "https://example.org/",
        "links": [{"url": "https://api.example.org", "label": "apiDocumentation"}],
        "contact": {"name": "Office", "email": "office@example.org", "organisation": "Congress"},
        "contacts": [{"name": "Office", "email": "office@example.org", "organisation": "Congress"}],
        "licence": "EUPL-1.2",
        "pass_on": "yes",
    }


def test_a_licence_that_is_no_spdx_expression_is_unknown_and_kept_as_it_was_said() -> None:
    read = publiccode.read(b"name: x\nlegal: {license: 'Apache License, Version 2.0'}").fields
    assert (read["licence"], read["licence_note"], read["pass_on"]) == (
        "unknown",
        "Apache License, Version 2.0",
        "unknown",
    )


def test_a_file_that_says_no_language_is_still_titled() -> None:
    assert publiccode.read(b"name: x").fields["title"] == {"und": "x"}


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "publiccode-not-a-mapping"),
        (b"- name: x", "publiccode-not-a-mapping"),
        (b"url: x", "publiccode-no-name"),
        (b"name: [x]", "publiccode-no-name"),
        (b"name: ' '", "publiccode-no-name"),
        (b"name: x\nname: y", "publiccode-not-yaml"),
        (b"name: !!python/name:os.system x", "publiccode-unsafe-yaml"),
        (b"#" * 2_000_000, "publiccode-too-large"),
    ],
)
def test_what_is_no_publiccode_yml_is_refused(source: bytes, code: str) -> None:
    with pytest.raises(errors.BadInput) as caught:
        publiccode.read(source)
    assert caught.value.code == code


@real
def test_a_real_file_becomes_a_record_and_comes_back_byte_for_byte(path: Path) -> None:
    source = path.read_bytes()
    reading = publiccode.read(source)
    assert reading.fields["title"]
    assert reading.fields["licence"]
    assert publiccode.write(reading.fields) == source


@real
def test_a_real_file_makes_a_sound_record_that_storing_does_not_change(path: Path) -> None:
    kind = read_kinds(RESOURCES / "kinds", RESOURCES / "fields.toml").of("software")
    read = publiccode.read(path.read_bytes()).fields
    problems = check(kind, read, read_vocabularies(RESOURCES / "vocabularies"), collection="latam/public")
    assert [problem for problem in problems if problem.level != "should"] == []
    assert clean(kind, read) == read


@real
def test_a_real_file_that_is_changed_says_the_change_and_all_the_rest(path: Path) -> None:
    reading = publiccode.read(path.read_bytes())
    titles: Any = reading.fields["title"]
    changed = reading.fields | {
        "title": {tag: f"New {title}" for tag, title in titles.items()},
        "summary": dict.fromkeys(titles, "Short: and new"),
        "text": dict.fromkeys(titles, "# One\n\n- two: three\n"[:-1]),
        "release": "9.10",
        "licence": "MIT",
        "languages": ["fr", "es"],
        "pass_on": "yes",
    }
    changed.pop("licence_note", None)
    written = publiccode.write(changed)
    again = publiccode.read(written)
    assert without_original(again.fields) == without_original(changed)
    assert publiccode.write(again.fields) == written
    before, after = meaning(reading.original), meaning(written)
    touched = {"name", "description", "softwareVersion", "legal", "localisation"}
    assert {key: before[key] for key in before.keys() - touched} == {
        key: after[key] for key in after.keys() - touched
    }
    assert [key for key in after if key in before] == list(before)


def test_a_change_is_made_in_place() -> None:
    changed = fields() | {
        "release": "2.0",
        "licence": "MIT",
        "developed_by": "Congreso",
        "maturity": "obsolete",
    }
    assert publiccode.write(changed).decode() == (
        FILE.replace("1.10", "'2.0'")
        .replace("EUPL-1.2", "MIT")
        .replace("repoOwner: Congress", "repoOwner: Congreso")
        .replace("developmentStatus: stable", "developmentStatus: obsolete")
    )


def test_a_title_changes_where_it_stands() -> None:
    written = meaning(publiccode.write(fields() | {"title": {"it": "Nuovo", "en-GB": "Tracker"}}))
    assert (written["name"], written["description"]["ita"]["localisedName"]) == ("Tracker", "Nuovo")
    written = meaning(publiccode.write(fields() | {"title": {"it": "Tracciatore", "en-GB": "Bills"}}))
    assert (written["name"], written["description"]["ita"]["localisedName"]) == ("Bills", "Tracciatore")


def test_keys_unknown_to_us_survive_in_what_is_changed() -> None:
    contact = {"name": "Desk", "email": "desk@example.org", "organisation": "Congress"}
    dependency = {"name": "PostgreSQL", "version": "15", "nature": "open"}
    changed = fields() | {"contact": contact, "contacts": [contact], "dependencies": [dependency]}
    written = meaning(publiccode.write(changed))
    assert written["maintenance"]["contacts"] == [
        {"name": "Desk", "email": "desk@example.org", "affiliation": "Congress", "x-room": "12"}
    ]
    assert written["dependsOn"]["open"] == [{"name": "PostgreSQL", "version": "15", "x-note": "kept"}]
    assert written["x-ours"] == [{"deep": True}]


def test_an_empty_field_takes_its_key_away_and_a_missing_one_does_not() -> None:
    written = meaning(publiccode.write(fields() | {"release": "", "platforms": [], "links": []}))
    assert "softwareVersion" not in written
    assert "platforms" not in written
    assert "apiDocumentation" not in written["description"]["ita"]
    read = fields()
    del read["release"]
    assert publiccode.write(read).decode() == FILE


def test_words_that_are_no_categories_of_the_standard_stay_in_the_record() -> None:
    written = meaning(publiccode.write(fields() | {"keywords": ["crm", "bills", "survey"]}))
    assert written["categories"] == ["crm", "survey"]


def test_a_record_that_never_was_a_file_becomes_a_small_one() -> None:
    record: dict[str, object] = {
        "title": {"en": "Tracker", "fr": "Suivi"},
        "summary": {"en": "Tracks bills", "fr": "Suit les lois"},
        "licence": "EUPL-1.2",
        "repository": "https://example.org/t.git",
        "languages": ["en"],
        "domains": ["x"],
        "documentation": "https://docs.example.org",
        "platforms": ["web"],
    }
    written = publiccode.write(record)
    assert written.decode().startswith(
        'publiccodeYmlVersion: "0"\nname: Tracker\nurl: https://example.org/t.git\n'
    )
    read = publiccode.read(written).fields
    assert {name: read.get(name) for name in record if name != "domains"} == {
        name: content for name, content in record.items() if name != "domains"
    }


def test_an_original_that_cannot_be_read_is_said() -> None:
    with pytest.raises(errors.BadInput, match="publiccode-not-yaml"):
        publiccode.write({"title": {"en": "x"}, "publiccode": "a: ["})


WORDS = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(normal_line).filter(bool)
)
PROSE = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(normal_prose).filter(bool)
)
TAGS = st.sampled_from(["it", "en-GB"])
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.fixed_dictionaries({"it": WORDS, "en-GB": WORDS}),
        "summary": st.dictionaries(TAGS, WORDS, min_size=1),
        "text": st.dictionaries(TAGS, PROSE, min_size=1),
        "release": WORDS,
        "developed_by": WORDS,
        "platforms": st.lists(WORDS, min_size=1, max_size=3, unique=True),
        "languages": st.lists(st.sampled_from(["fr", "it", "pt-BR"]), min_size=1, unique=True),
        "licence": st.sampled_from(["MIT", "GPL-3.0-or-later OR MIT"]),
        "used_by": st.lists(
            st.builds(lambda name: {"organisation": name}, WORDS),
            min_size=1,
            max_size=2,
            unique_by=lambda row: row["organisation"],
        ),
        "dependencies": st.lists(
            st.fixed_dictionaries({"name": WORDS, "nature": st.just("open")}, optional={"version": WORDS}),
            min_size=1,
            max_size=3,
        ),
        "maturity": st.sampled_from(["concept", "beta"]),
        "release_date": st.sampled_from(["2024", "2025-01-02"]),
    },
)


@given(CHANGES, st.sampled_from(["\n", "\r\n"]))
def test_what_a_record_says_is_what_its_export_says(changes: dict[str, object], newline: str) -> None:
    changed = publiccode.read(FILE.replace("\n", newline).encode()).fields | changes
    written = publiccode.write(changed)
    again = publiccode.read(written).fields
    assert without_original(again) == without_original(changed)
    assert publiccode.write(again) == written


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.text(max_size=6)
    | st.sampled_from(["MIT", "en", "https://a.b", "2020-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["name", "en", "open", "uri", "type", "contacts", "countries", "license", "riuso", "features"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
KEYS = [
    "description",
    "legal",
    "maintenance",
    "localisation",
    "dependsOn",
    "organisation",
    "intendedAudience",
    "it",
    "IT",
    "categories",
    "platforms",
    "url",
    "isBasedOn",
    "usedBy",
    "releaseDate",
    "supports",
    "fundedBy",
    "logo",
]


@given(st.dictionaries(st.sampled_from(KEYS), JUNK))
def test_whatever_stands_under_the_known_keys_the_file_is_read_and_comes_back(
    content: dict[str, Any],
) -> None:
    source = yaml_edit._dump({"name": "x", **content}).encode()
    reading = publiccode.read(source)
    assert publiccode.write(reading.fields) == source
    changed = publiccode.write(reading.fields | {"release": "1", "licence": "ISC", "developed_by": "We"})
    again = publiccode.read(changed).fields
    assert (again["release"], again["licence"], again["developed_by"]) == ("1", "ISC", "We")
