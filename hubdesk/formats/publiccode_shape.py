"""The shape of a publiccode.yml of version 0, as data: which keys there are, of which type, under which conditions.

It follows the declarations of the official parser (italia/publiccode-parser-go, v0.go), field by field and in their
order. Invariant: plain immutable data; publiccode_judge applies it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from hubdesk.formats import publiccode_checks as checks
from hubdesk.formats import publiccode_vocabulary as vocabulary


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on a text; `message` is the official parser's, {0} stands for the name of the field."""

    holds: Callable[[str], bool]
    message: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text. An empty one counts as missing where `required`, and is not judged where `may_be_empty`."""

    rules: tuple[Rule, ...] = ()
    required: bool = False
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A URL. Unlike a text, an empty one is present and judged."""

    rule: Rule
    required: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""

    required: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `filled`: at least one item. `needed_when`, `only_when`: values of the sibling key `type`."""

    of: Shape
    required: bool = False
    filled: bool = False
    or_one: bool = False
    needed_when: tuple[str, ...] = ()
    only_when: str | None = None


@dataclass(frozen=True, slots=True)
class Struct:
    """A mapping with known keys. `always`: judged as if empty where it is missing."""

    fields: Mapping[str, Shape] = field(default_factory=dict)
    always: bool = False


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A mapping from BCP 47 tags, with at least one."""

    of: Struct
    rule: Rule


Shape = Text | Link | Flag | Items | Struct | ByLanguage


def _one_of(values: tuple[str, ...]) -> Rule:
    quoted = [f'"{value}"' for value in values]
    listed = ", ".join(quoted[:-1]) + " or " + quoted[-1]
    return Rule(lambda text: text in values, "{0} must be one of the following: " + listed)


def _at_most(count: int) -> Rule:
    message = f"{{0}} must be a maximum of {count} characters in length"
    return Rule(lambda text: len(text) <= count or checks.count_graphemes(text) <= count, message)


def _at_least(count: int) -> Rule:
    message = f"{{0}} must be at least {count} characters in length"
    return Rule(lambda text: len(text) >= count and checks.count_graphemes(text) >= count, message)


_STANDARD: Final = "https://github.com/publiccodeyml/publiccode.yml/blob/main/docs/standard/"
_IPA: Final = "https://github.com/publiccodeyml/italian-organizations-ipa-vocabulary"

_URL: Final = Rule(checks.is_url, "{0} must be a valid URL")
_HTTP_URL: Final = Rule(checks.is_http_url, "{0} must be an HTTP URL")
_DATE: Final = Rule(checks.is_date, "{0} must be a date with format 'YYYY-MM-DD'")
_EMAIL: Final = Rule(checks.is_email, "{0} must be a valid email address")
_MIME: Final = Rule(checks.is_mime_type, "{0} is not a valid MIME type")
_LANGUAGE: Final = Rule(checks.is_language_tag, "{0} must be a valid BCP 47 language")
_COUNTRY: Final = Rule(checks.is_country, "{0} must be a valid ISO 3166-1 alpha-2 two-letter country code")
_LICENCE: Final = Rule(checks.is_licence, "{0} must be a valid license (see https://spdx.org/licenses)")
_CATEGORY: Final = Rule(
    vocabulary.CATEGORIES.__contains__,
    "{0} must be a valid category (see " + _STANDARD + "categories-list.rst)",
)
_SCOPE: Final = Rule(
    vocabulary.SCOPES.__contains__, "{0} must be a valid scope (see " + _STANDARD + "scope-list.rst)"
)
_IPA_CODE: Final = Rule(
    checks.is_ipa_code, "{0} must be a valid Italian Public Administration Code (iPA) (see " + _IPA + ")"
)
_URI: Final = Rule(
    lambda text: checks.is_italian_urn(text) or checks.is_organisation_uri(text), "{0} is not a valid URI"
)
_ITALIAN_URI: Final = Rule(
    lambda text: not checks.is_italian_urn(text) or checks.is_organisation_uri(text),
    "{0} must be a valid Italian Public Administration Code (iPA) with format 'urn:x-italian-pa:[codiceIPA]' (see "
    + _IPA
    + ")",
)
_ALIAS: Final = Rule(
    lambda text: not text.startswith("alias:") or checks.is_supported(text),
    "{0} contains an unknown alias (see " + _STANDARD + "aliases-list.rst)",
)
_SUPPORTED: Final = Rule(
    lambda text: text.startswith("alias:") or checks.is_supported(text), "{0} is not a valid URI"
)

_TEXTS: Final = Items(Text())
_HTTP_LINK: Final = Link(_HTTP_URL)
_ORGANISATION: Final = Struct({"name": Text(), "uri": Text((_URI, _ITALIAN_URI), required=True)})
_COUNTRIES: Final = Items(Text((_COUNTRY,)))

_DESCRIPTION: Final = Struct(
    {
        "localisedName": Text(),
        "genericName": Text((_at_most(35),)),
        "shortDescription": Text((_at_most(150),), required=True),
        "longDescription": Text((_at_least(150), _at_most(10000)), required=True),
        "documentation": _HTTP_LINK,
        "apiDocumentation": _HTTP_LINK,
        "features": Items(Text(), filled=True),
        "screenshots": _TEXTS,
        "videos": Items(_HTTP_LINK),
        "awards": _TEXTS,
    }
)

_CONTRACTOR: Final = Struct(
    {
        "name": Text(required=True),
        "email": Text((_EMAIL,)),
        "website": _HTTP_LINK,
        "until": Text((_DATE,), required=True),
    }
)
_CONTACT: Final = Struct(
    {
        "name": Text(required=True),
        "email": Text((_EMAIL,)),
        "affiliation": Text(),
        "phone": Text(),
    }
)
_DEPENDENCIES: Final = Items(
    Struct(
        {
            "name": Text(required=True),
            "versionMin": Text(),
            "versionMax": Text(),
            "optional": Flag(),
            "version": Text(),
        }
    )
)
_ITALY: Final = Struct(
    {
        "countryExtensionVersion": Text((_one_of(vocabulary.IT_VERSIONS),)),
        "conforme": Struct(
            {
                name: Flag()
                for name in ("lineeGuidaDesign", "modelloInteroperabilita", "misureMinimeSicurezza", "gdpr")
            }
        ),
        "riuso": Struct({"codiceIPA": Text((_IPA_CODE,), may_be_empty=True)}),
        "piattaforme": Struct({name: Flag() for name in ("spid", "pagopa", "cie", "anpr", "io")}),
    }
)

PUBLICCODE: Final = Struct(
    {
        "publiccodeYmlVersion": Text(),
        "name": Text(required=True),
        "applicationSuite": Text(),
        "url": Link(_URL, required=True),
        "landingURL": _HTTP_LINK,
        "isBasedOn": Items(Link(_URL), or_one=True),
        "softwareVersion": Text(),
        "releaseDate": Text((_DATE,)),
        "logo": Text(),
        "monochromeLogo": Text(),
        "organisation": _ORGANISATION,
        "inputTypes": Items(Text((_MIME,))),
        "outputTypes": Items(Text((_MIME,))),
        "platforms": Items(Text(), filled=True),
        "categories": Items(Text((_CATEGORY,))),
        "usedBy": _TEXTS,
        "fundedBy": Items(_ORGANISATION),
        "roadmap": _HTTP_LINK,
        "developmentStatus": Text((_one_of(vocabulary.STATUSES),), required=True),
        "softwareType": Text((_one_of(vocabulary.SOFTWARE_TYPES),), required=True),
        "supports": Items(Struct({"id": Text((_ALIAS, _SUPPORTED), required=True)})),
        "intendedAudience": Struct(
            {
                "scope": Items(Text((_SCOPE,))),
                "countries": _COUNTRIES,
                "unsupportedCountries": _COUNTRIES,
            }
        ),
        "description": ByLanguage(_DESCRIPTION, _LANGUAGE),
        "legal": Struct(
            {
                "license": Text((_LICENCE,), required=True),
                "mainCopyrightOwner": Text(),
                "repoOwner": Text(),
                "authorsFile": Text(),
            },
            always=True,
        ),
        "maintenance": Struct(
            {
                "type": Text((_one_of(vocabulary.MAINTENANCE_TYPES),), required=True),
                "contractors": Items(_CONTRACTOR, needed_when=("contract",), only_when="contract"),
                "contacts": Items(_CONTACT, needed_when=("community", "internal")),
            },
            always=True,
        ),
        "localisation": Struct(
            {
                "localisationReady": Flag(required=True),
                "availableLanguages": Items(Text((_LANGUAGE,)), required=True, filled=True),
            },
            always=True,
        ),
        "dependsOn": Struct({"open": _DEPENDENCIES, "proprietary": _DEPENDENCIES, "hardware": _DEPENDENCIES}),
        "IT": _ITALY,
        "it": _ITALY,
    }
)
