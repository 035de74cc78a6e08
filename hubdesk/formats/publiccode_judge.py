"""Judges a publiccode.yml as the official parser judges it: the same faults under the same keys, in its words.

What the network would have to answer (is a page reachable, does a remote logo exist) is "unchecked", never a fault.
Unlike the official parser, which stops at a wrong version and at the first wrong type, this goes on, so that a person
sees all there is to mend. Invariant: pure but for reading the files that a document names inside `folder`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from hubdesk.formats import publiccode_assets as assets
from hubdesk.formats import publiccode_checks as checks
from hubdesk.formats import publiccode_vocabulary as vocabulary
from hubdesk.formats.publiccode_shape import (
    PUBLICCODE,
    ByLanguage,
    Flag,
    Items,
    Link,
    Rule,
    Shape,
    Struct,
    Text,
)
from hubdesk.formats.yaml_document import Number

Level = Literal["error", "warning", "unchecked"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault and its key, e.g. `description.en.videos[0]`; the message is in English, as the official parser's."""

    key: str
    message: str
    level: Level


class _Failed:
    """Stands for a value of the wrong type; what holds it is discarded with it, as in the official parser."""


_FAILED: Final = _Failed()
_SAFE_TO_DROP: Final = "This key is DEPRECATED and will be removed in the future. It's safe to drop it"
_WRONG_TYPE: Final = "wrong type for this field"


def judge(document: Mapping[str, object], *, folder: Path | None = None) -> tuple[Problem, ...]:
    """All problems of `document` (plain values as yaml_document.value gives them), most telling first.

    `folder` is where the file lies: logos and screenshots named by relative paths are looked up there. Without it
    they are unchecked.
    """
    judgement = _Judgement(folder)
    judgement.version(document)
    decoded = judgement.decode(PUBLICCODE, document, "", top=True)
    if isinstance(decoded, dict):
        judgement.struct(PUBLICCODE, decoded, "")
        judgement.beyond_shape(decoded)
    return tuple(judgement.problems)


class _Judgement:
    def __init__(self, folder: Path | None) -> None:
        self.problems: list[Problem] = []
        self._folder = folder

    def _add(self, key: str, message: str, level: Level = "error") -> None:
        self.problems.append(Problem(key, message, level))

    def version(self, document: Mapping[str, object]) -> None:
        key = "publiccodeYmlVersion"
        version = document.get(key)
        if version is None or version == "":
            self._add(key, f"{key} is a required field")
        elif not isinstance(version, str) or isinstance(version, Number):
            self._add(key, _WRONG_TYPE)
        elif version not in vocabulary.VERSIONS:
            supported = ", ".join(vocabulary.VERSIONS)
            self._add(key, f"unsupported version: '{version}'. Supported versions: {supported}")
        elif version not in vocabulary.LATEST:
            self._add(
                key, f"v{version} is not the latest version, use '0'. Parsing this file as v0.7.", "warning"
            )

    # Types

    def decode(
        self, shape: Shape, value: object, key: str, *, top: bool = False, leads_item: str = ""
    ) -> object:
        """`value` without what has the wrong type or is unknown, or _FAILED; null is None.

        `leads_item` is the key of the list item whose first key this is: the official parser finds the key of a
        wrong type by its line, and gives the item.
        """
        if value is None:
            return None
        match shape:
            case Text() | Link() if isinstance(value, (str, bool)):
                return str(value) if isinstance(value, str) else str(value).lower()
            case Flag() if isinstance(value, bool):
                return value
            case Items() if isinstance(value, list):
                return self._whole(
                    [
                        self.decode(shape.of, item, f"{key}[{at}]", leads_item=f"{key}[{at}]")
                        for at, item in enumerate(value)
                    ]
                )
            case Items() if shape.or_one and isinstance(value, str):
                return [value]
            case Struct() if isinstance(value, dict):
                return self._decode_struct(shape, value, key, top=top)
            case ByLanguage() if isinstance(value, dict):
                items = {tag: self.decode(shape.of, item, f"{key}.{tag}") for tag, item in value.items()}
                return _FAILED if _FAILED in items.values() else items
        if leads_item:
            key = leads_item
        elif isinstance(value, dict) and value:
            key = f"{key}.{next(iter(value))}"
        elif isinstance(value, list) and value:
            key = f"{key}[0]"
        self._add(key, _WRONG_TYPE)
        return _FAILED

    @staticmethod
    def _whole(items: list[object]) -> object:
        return _FAILED if _FAILED in items else items

    def _decode_struct(self, shape: Struct, value: dict[str, object], key: str, *, top: bool) -> object:
        decoded: dict[str, object] = {}
        failed = False
        for at, (name, item) in enumerate(value.items()):
            inner = f"{key}.{name}" if key else name
            known = shape.fields.get(name)
            if known is None:
                self._add(inner if at or not key.endswith("]") else key, f'unknown field "{name}"')
                failed = True
                continue
            result = self.decode(known, item, inner, leads_item=key if key.endswith("]") and not at else "")
            if result is _FAILED:
                failed = True
            else:
                decoded[name] = result
        return _FAILED if failed and not top else decoded

    # Conditions

    def struct(self, shape: Struct, values: Mapping[str, object], key: str) -> None:
        for name, inner in shape.fields.items():
            self._field(inner, values.get(name), f"{key}.{name}" if key else name, name, values)

    def _field(
        self, shape: Shape, value: object, key: str, name: str, siblings: Mapping[str, object]
    ) -> None:
        match shape:
            case Text():
                self._text(shape, value, key, name)
            case Link() if isinstance(value, str):
                self._rules((shape.rule,), value, key, name)
            case Link() | Flag():
                if shape.required and value is None:
                    self._required(key, name)
            case Items():
                self._items(shape, value, key, name, siblings)
            case Struct() if value is not None or shape.always:
                self.struct(shape, _mapping(value), key)
            case ByLanguage():
                self._by_language(shape, value, key, name)

    def _text(self, shape: Text, value: object, key: str, name: str) -> None:
        text = value if isinstance(value, str) else ""
        if shape.required and not text:
            self._required(key, name)
        elif value is not None and (text or not shape.may_be_empty):
            self._rules(shape.rules, text, key, name)

    def _items(
        self, shape: Items, value: object, key: str, name: str, siblings: Mapping[str, object]
    ) -> None:
        kind = siblings.get("type")
        if not isinstance(value, list):
            if kind in shape.needed_when:
                self._add(key, f'{name} is a required field when "type" is "{kind}"')
            elif shape.required:
                self._required(key, name)
            elif shape.filled:
                self._add(key, f"{name} must contain more than 0 items")
        elif shape.only_when is not None and kind != shape.only_when:
            self._add(key, f'{name} must not be present unless "type" is "{shape.only_when}"')
        elif shape.filled and not value:
            self._add(key, f"{name} must contain more than 0 items")
        else:
            for at, item in enumerate(value):
                empty = {} if isinstance(shape.of, Struct) else item
                self._field(shape.of, empty if item is None else item, f"{key}[{at}]", f"{name}[{at}]", {})

    def _by_language(self, shape: ByLanguage, value: object, key: str, name: str) -> None:
        if not isinstance(value, dict) or not value:
            self._add(key, f"{name} must contain more than 0 items")
        elif not all(map(shape.rule.holds, value)):
            self._add(key, shape.rule.message.format(name))
        else:
            for tag, item in value.items():
                place = f"{key}.{tag}" if tag.isalpha() else f"{key}[{tag}]"
                self.struct(shape.of, item or {}, place)

    def _required(self, key: str, name: str) -> None:
        self._add(key, f"{name} is a required field")

    def _rules(self, rules: tuple[Rule, ...], text: str, key: str, name: str) -> None:
        broken = next((rule for rule in rules if not rule.holds(text)), None)
        if broken is not None:
            self._add(key, broken.message.format(name))

    # What the shape cannot say

    def beyond_shape(self, document: dict[str, object]) -> None:
        for key in ("url", "landingURL", "roadmap"):
            self._reachable(key, document.get(key))
        self._asset("logo", document.get("logo"), assets.fault_of_logo)
        if document.get("monochromeLogo"):
            self._deprecated("monochromeLogo", "Use 'logo' instead")
            self._asset("monochromeLogo", document.get("monochromeLogo"), assets.fault_of_logo)
        audience = _mapping(document.get("intendedAudience"))
        for name in ("countries", "unsupportedCountries"):
            self._lower_case_countries(f"intendedAudience.{name}", audience.get(name))
        self._legal(_mapping(document.get("legal")))
        for key in ("inputTypes", "outputTypes"):
            if document.get(key) is not None:
                self._add(key, _SAFE_TO_DROP, "warning")
        for tag, description in _mapping(document.get("description")).items():
            self._description(f"description.{tag}", _mapping(description))
        self._italy(document)
        self._italian_uris(document)

    def _deprecated(self, key: str, advice: str) -> None:
        self._add(key, f"This key is DEPRECATED and will be removed in the future. {advice}", "warning")

    def _reachable(self, key: str, value: object) -> None:
        if isinstance(value, str) and checks.is_url(value):
            self._add(key, f"'{value}' was not visited: that needs the network", "unchecked")

    def _asset(self, key: str, value: object, fault_of: Callable[[str, Path], str | None]) -> None:
        if not isinstance(value, str) or not value:
            return
        if value.startswith("/"):
            self._add(key, "is an absolute path. Only relative paths or HTTP(s) URLs allowed")
        elif value.startswith("file:"):
            self._add(key, "is a file:// URL. Only relative paths or HTTP(s) URLs allowed")
        elif self._folder is None or not assets.is_inside(value, self._folder):
            self._add(key, f"'{value}' was not looked up: it is not on this computer", "unchecked")
        elif (fault := fault_of(value, self._folder)) is not None:
            self._add(key, fault)

    def _lower_case_countries(self, key: str, countries: object) -> None:
        for at, country in enumerate(countries if isinstance(countries, list) else []):
            if isinstance(country, str) and checks.is_country(country) and country == country.lower():
                advice = f"Use uppercase instead ('{country.upper()}')"
                self._add(f"{key}[{at}]", f"Lowercase country codes are DEPRECATED. {advice}", "warning")

    def _legal(self, legal: Mapping[str, object]) -> None:
        if legal.get("authorsFile") is not None:
            self._add("legal.authorsFile", _SAFE_TO_DROP, "warning")
            self._asset("legal.authorsFile", legal["authorsFile"], assets.fault_of_file)
        if legal.get("repoOwner") is not None:
            self._deprecated("legal.repoOwner", "Use 'organisation.name' instead")

    def _description(self, key: str, description: Mapping[str, object]) -> None:
        if description.get("genericName"):
            self._add(f"{key}.genericName", _SAFE_TO_DROP, "warning")
        for name in ("documentation", "apiDocumentation"):
            self._reachable(f"{key}.{name}", description.get(name))
        for at, screenshot in enumerate(_list(description.get("screenshots"))):
            self._asset(f"{key}.screenshots[{at}]", screenshot, assets.fault_of_screenshot)
        for at, video in enumerate(_list(description.get("videos"))):
            if isinstance(video, str) and not checks.is_video(video):
                self._video(f"{key}.videos[{at}]", video)

    def _video(self, key: str, video: str) -> None:
        if checks.is_http_url(video):
            self._add(
                key,
                f"whether '{video}' supports oEmbed was not looked up: that needs the network",
                "unchecked",
            )
        else:
            self._add(
                key, f"'{video}' is not a valid video URL supporting oEmbed: invalid oEmbed link: {video}"
            )

    def _italy(self, document: Mapping[str, object]) -> None:
        italy = document.get("IT")
        if document.get("it") is not None:
            warning = (
                "Lowercase country codes are DEPRECATED and will be removed in the future. Use 'IT' instead"
            )
            self._add("it", warning, "warning")
            if italy is not None:
                self._add("it", "'IT' key already present. Remove this key")
            italy = document["it"] if italy is None else italy
        section = _mapping(italy)
        if section.get("conforme") is not None:
            self._add("IT.conforme", _SAFE_TO_DROP, "warning")
        code = _mapping(section.get("riuso")).get("codiceIPA")
        if isinstance(code, str) and code and checks.is_ipa_code(code):
            self._deprecated(
                "IT.riuso.codiceIPA",
                f"Use 'organisation.uri' and set it to 'urn:x-italian-pa:{code}' instead",
            )
            self._register("IT.riuso.codiceIPA", code)

    def _italian_uris(self, document: Mapping[str, object]) -> None:
        holders = [("organisation", document.get("organisation"))]
        holders += [(f"fundedBy[{at}]", item) for at, item in enumerate(_list(document.get("fundedBy")))]
        for key, holder in holders:
            uri = _mapping(holder).get("uri")
            if isinstance(uri, str) and checks.is_italian_urn(uri) and checks.is_organisation_uri(uri):
                self._register(f"{key}.uri", uri.rpartition(":")[2])

    def _register(self, key: str, code: str) -> None:
        self._add(
            key,
            f"whether '{code}' is an assigned iPA code was not looked up: that needs the network",
            "unchecked",
        )


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Iterator[object]:
    return iter(value if isinstance(value, list) else ())
