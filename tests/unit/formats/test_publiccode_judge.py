"""The judge agrees with the official parser on the official parser's own cases, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from hubdesk import errors
from hubdesk.formats import publiccode_checks as checks
from hubdesk.formats import yaml_document
from hubdesk.formats.publiccode_judge import Problem, judge

CASES = Path(__file__).resolve().parents[4] / "shared" / "data" / "publiccode-parser"
CHECKOUT = Path(__file__).resolve().parents[3]

# What v0_test.go of italia/publiccode-parser-go expects, where the keys are not plain from the name of the file.
KEYS = {
    "dependsOn_open_name_wrong_type": "dependsOn.open[0]",
    "dependsOn_open_optional_wrong_type": "dependsOn.open[0].optional",
    "dependsOn_open_version_wrong_type": "dependsOn.open[0].version",
    "categories_invalid": "categories[0]",
    "description_en_apiDocumentation_wrong_type": "description.en.apiDocumentation description",
    "description_en_awards_wrong_type": "description.en.awards description",
    "description_en_documentation_wrong_type": "description.en.documentation description",
    "description_en_localisedName_wrong_type": "description.en.localisedName description",
    "description_en_gb_invalid_bcp47": "description",
    "description_en_longDescription_too_short_grapheme_clusters": "description.en.longDescription",
    "description_en_screenshots_missing_file": "description.en.screenshots[0]",
    "description_en_videos_invalid": "description.en.videos[0]",
    "fundedBy_uri_missing": "fundedBy[0].uri",
    "fundedBy_uri_wrong_italian_pa2": "fundedBy[0].uri",
    "fundedBy_wrong_type": "fundedBy.name",
    "fundedBy_wrong_uri": "fundedBy[0].uri",
    "inputTypes_invalid": "inputTypes[1]",
    "inputTypes_wrong_type": "inputTypes.foobar",
    "outputTypes_invalid": "outputTypes[1]",
    "intendedAudience_countries_invalid_country": "intendedAudience.countries[2]",
    "intendedAudience_countries_invalid_iso_3166_1_alpha_2": "intendedAudience.countries[2]",
    "intendedAudience_unsupportedCountries_invalid_country": "intendedAudience.unsupportedCountries[0]",
    "isBasedOn_bad_url_array": "isBasedOn[1]",
    "isBasedOn_bad_url_string": "isBasedOn[0]",
    "isBasedOn_wrong_type": "isBasedOn.foobar",
    "it_riuso_codiceIPA_invalid": "IT.riuso.codiceIPA",
    "it_wrong_case": "It",
    "legal_missing": "legal.license",
    "legal_wrong_type": "legal legal.license",
    "localisation_availableLanguages_invalid": "localisation.availableLanguages[0]",
    "localisation_availableLanguages_invalid_bcp47": "localisation.availableLanguages[0]",
    **{
        f"localisation_localisationReady_yaml11_{word}": "localisation.localisationReady localisation.availableLanguages"
        for word in ("yes", "no", "on", "off")
    },
    "maintenance_contacts_email_invalid": "maintenance.contacts[0].email",
    "maintenance_contacts_missing_with_type_internal": "maintenance.contacts",
    "maintenance_contacts_name_missing": "maintenance.contacts[0].name",
    "maintenance_contractors_invalid_type": "maintenance.contractors maintenance.type",
    "maintenance_contractors_missing_with_type_contract": "maintenance.contractors",
    **{
        f"maintenance_contractors_{name}_{fault}": f"maintenance.contractors[0].{name}"
        for name in ("name", "until", "email", "website")
        for fault in ("invalid", "missing")
    },
    **{
        f"maintenance_contractors_when_type_is_{kind}": "maintenance.contractors"
        for kind in ("community", "internal", "none")
    },
    "mostly_empty": "name url platforms developmentStatus softwareType description[en-US].shortDescription "
    "description[en-US].longDescription description[en-US].features legal.license maintenance.type "
    "localisation.localisationReady localisation.availableLanguages",
    "organisation_uri_wrong_italian_pa": "organisation.uri",
    "organisation_uri_wrong_italian_pa2": "organisation.uri",
    "organisation_wrong_uri": "organisation.uri",
    "supports_unknown_alias": "supports[0].id",
    "unknown_field": "foobar",
}
WARNINGS = {
    "authorsFile": "legal.authorsFile",
    "unicode_grapheme_clusters": "description.en.genericName",
    "valid.minimal.v0.2": "publiccodeYmlVersion",
    "valid.minimal.v0.3": "publiccodeYmlVersion",
    "valid.minimal.v0.4": "publiccodeYmlVersion",
    "valid.mime_types": "inputTypes outputTypes",
    "valid_with_it_conforme": "IT.conforme",
    "valid_with_country_specific_section_downcase": "it",
    "valid_with_lowercase_countries": "intendedAudience.countries[0] intendedAudience.countries[1] intendedAudience.unsupportedCountries[0]",
    "valid_with_legal_repoOwner": "legal.repoOwner",
    "valid_with_IT_riuso_codiceIPA": "IT.riuso.codiceIPA",
}
FAULTS = (
    "_wrong_type",
    "_invalid",
    "_missing_file",
    "_missing",
    "_empty",
    "_unsupported_extension",
    "_absolute_path",
    "_file_scheme3",
    "_file_scheme",
    "_datetime",
    "_invalid_png",
)


def cases(folder: str) -> list[Path]:
    found = sorted((CASES / folder).rglob("*.yml"))
    return found or [pytest.param(None, marks=pytest.mark.skip(reason=f"{CASES} is absent"))]  # type: ignore[list-item]


def named(path: object) -> str:
    return path.stem if isinstance(path, Path) else "absent"


def problems_of(path: Path) -> tuple[Problem, ...]:
    document = yaml_document.value(yaml_document.parse(yaml_document.decode(path.read_bytes())))
    assert isinstance(document, dict)
    return judge(document, folder=path.parent)


def keys(problems: tuple[Problem, ...], level: str) -> set[str]:
    return {problem.key for problem in problems if problem.level == level}


def expected_keys(name: str) -> set[str]:
    if name in KEYS:
        return set(KEYS[name].split())
    fault = next(fault for fault in FAULTS if name.endswith(fault))
    return {name.removesuffix(fault).replace("_", ".")}


@pytest.mark.parametrize("path", cases("valid"), ids=named)
def test_what_is_valid_there_is_valid_here_without_a_warning(path: Path) -> None:
    problems = problems_of(path)
    assert keys(problems, "error") == set()
    assert keys(problems, "warning") == set()


@pytest.mark.parametrize("path", cases("valid_with_warnings"), ids=named)
def test_what_is_valid_with_warnings_there_has_the_same_warnings_here(path: Path) -> None:
    problems = problems_of(path)
    assert keys(problems, "error") == set()
    assert keys(problems, "warning") == set(WARNINGS[path.stem].split())


@pytest.mark.parametrize("path", cases("invalid"), ids=named)
def test_what_is_invalid_there_is_invalid_here_under_the_same_keys(path: Path) -> None:
    if path.stem == "invalid_yaml":
        with pytest.raises(errors.BadInput, match="publiccode-not-yaml") as caught:
            problems_of(path)
        assert caught.value.data["line"] == 38
    else:
        assert keys(problems_of(path), "error") == expected_keys(path.stem)


def test_our_own_publiccode_yml_is_valid() -> None:
    assert keys(problems_of(CHECKOUT / "publiccode.yml"), "error") == set()


WHOLE = {
    "publiccodeYmlVersion": "0",
    "name": "Bill tracker",
    "url": "https://example.org/tracker.git",
    "platforms": ["web"],
    "developmentStatus": "stable",
    "softwareType": "standalone/web",
    "description": {
        "en": {"shortDescription": "Tracks bills.", "longDescription": "It does. " * 20, "features": ["x"]}
    },
    "legal": {"license": "EUPL-1.2"},
    "maintenance": {"type": "none"},
    "localisation": {"localisationReady": True, "availableLanguages": ["en"]},
}


def test_what_the_network_must_answer_is_unchecked_and_no_fault() -> None:
    problems = judge(
        {
            **WHOLE,
            "landingURL": "https://example.org",
            "logo": "https://example.org/logo.png",
            "monochromeLogo": "logo.png",
        }
    )
    assert keys(problems, "error") == set()
    assert keys(problems, "unchecked") == {"url", "landingURL", "logo", "monochromeLogo"}


@pytest.mark.parametrize(
    "name", ["../secret.png", "a/../../secret.png", "\\\\server\\share\\x.png", "C:x.png", "link.png"]
)
def test_a_logo_outside_the_folder_is_not_even_asked_for(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"")
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    problems = judge({**WHOLE, "logo": name}, folder=folder)
    assert keys(problems, "error") == set()
    assert "logo" in keys(problems, "unchecked")


def test_a_narrow_logo_is_a_fault(tmp_path: Path) -> None:
    header = (
        b"\x89PNG\r\n\x1a\n"
        + (13).to_bytes(4, "big")
        + b"IHDR"
        + (119).to_bytes(4, "big")
        + (500).to_bytes(4, "big")
    )
    (tmp_path / "logo.png").write_bytes(header)
    assert keys(judge({**WHOLE, "logo": "logo.png"}, folder=tmp_path), "error") == {"logo"}


def test_a_version_written_as_a_number_has_the_wrong_type() -> None:
    document = yaml_document.value(yaml_document.parse("publiccodeYmlVersion: 0.4"))
    assert isinstance(document, dict)
    problems = judge({**WHOLE, **document})
    assert [problem.message for problem in problems if problem.level == "error"] == [
        "wrong type for this field"
    ]


def test_all_faults_are_told_at_once() -> None:
    problems = judge({**WHOLE, "publiccodeYmlVersion": "0.1", "name": None, "platforms": {}, "foo": 1})
    assert keys(problems, "error") == {"publiccodeYmlVersion", "name", "platforms", "foo"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("e\u0301", 1),
        ("👩‍👩‍👧", 1),
        ("🇮🇹🇫🇷", 2),
        ("👍🏽", 1),
        ("각", 1),
        ("\r\n", 1),
        ("नि", 1),
        ("", 0),
    ],
)
def test_characters_are_counted_as_people_see_them(text: str, count: int) -> None:
    assert checks.count_graphemes(text) == count


@pytest.mark.parametrize(
    "tag", ["en", "pt-BR", "sl-IT-nedis", "ca-valencia", "sr-Latn", "es-419", "kok", "zh-Hant-TW"]
)
def test_language_tags_that_are_valid(tag: str) -> None:
    assert checks.is_language_tag(tag)


@pytest.mark.parametrize(
    "tag", ["", "ita", "eng", "hr_HR", "no such", "e", "xx", "en-", "en-QQ", "en-nedisx", "it-IT\n"]
)
def test_language_tags_that_are_not(tag: str) -> None:
    assert not checks.is_language_tag(tag)


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://localhost:8080/a b", "HTTPS://a.b/?q=%zz", "http://[::1]/x"]
)
def test_addresses_of_the_web(url: str) -> None:
    assert checks.is_http_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "foobar",
        "???",
        "//a.b",
        "https://",
        "http://a b/",
        "https://a.b/%zz",
        "ftp://a.b",
        "http://a:x/",
        "https://a.b/\n",
        "http://[::1",
    ],
)
def test_what_is_no_address_of_the_web(url: str) -> None:
    assert not checks.is_http_url(url)
