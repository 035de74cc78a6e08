"""From a publiccode.yml to the fields of a software record.

Invariant: a fault in the document never stops it: what has no place or makes no sense is left to the original text,
which the record keeps. Every field returned has the form that the kind's file asks for, already written down as a
revision holds it, so that a record which was only stored says what its file says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hubdesk.formats import language_tag, spdx
from hubdesk.formats.publiccode_checks import is_country, is_http_url
from hubdesk.formats.publiccode_vocabulary import MAINTENANCE_TYPES, STATUSES
from hubdesk.model.licence import is_licence
from hubdesk.model.text import normal_line, normal_prose

NATURES: Final = ("open", "proprietary", "hardware")
OWNERS: Final = (("organisation", "name"), ("legal", "repoOwner"), ("legal", "mainCopyrightOwner"))
"""Where the developer may stand, most telling first."""
NO_LANGUAGE: Final = "und"
"""BCP 47 for a text whose language nobody said."""
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)

Document = Mapping[str, object]


def fields_of(document: Document) -> dict[str, object]:
    """The fields that `document` fills; those it is silent about are absent, but for licence and pass_on."""
    return {name: content for name, content in _every(document).items() if content}


def names() -> frozenset[str]:
    """The names of all fields that a document can fill."""
    return frozenset(_every({}))


def _every(document: Document) -> dict[str, object]:
    return {
        "title": titles(document),
        "summary": by_language(document, "shortDescription", text),
        "text": by_language(document, "longDescription", prose),
        "keywords": texts(document.get("categories")) or texts(document.get("tags")),
        "country": _country(document),
        "developed_by": text(at(document, owner_path(document))),
        "used_by": [{"organisation": name} for name in texts(document.get("usedBy"))],
        "maturity": _one_of(STATUSES, document.get("developmentStatus")),
        "maintenance": _one_of(MAINTENANCE_TYPES, at(document, ("maintenance", "type"))),
        "release": text(document.get("softwareVersion")),
        "release_date": _date(document.get("releaseDate")),
        "languages": languages(document),
        "software_type": text(document.get("softwareType")),
        "platforms": texts(document.get("platforms")),
        "dependencies": [row for _, _, row in dependencies(document)],
        "repository": _link(document.get("url")),
        "documentation": _link(at(document, documentation_path(document))),
        "url": _link(document.get("landingURL")),
        "links": links(document),
        "contacts": contacts(document),
        "contact": next(iter(contacts(document)), None),
        **_licence(document),
    }


def text(content: object) -> str:
    """A text in one line; nothing for what is no text."""
    if isinstance(content, bool):
        return str(content).lower()
    return normal_line(str(content)) if isinstance(content, str) else ""


def prose(content: object) -> str:
    """A text of several lines; nothing for what is no text."""
    return normal_prose(str(content)) if isinstance(content, str) else ""


def texts(content: object) -> list[str]:
    """The texts of a list, each once; one text counts as a list of it."""
    items = content if isinstance(content, list) else [content]
    return list(dict.fromkeys(filter(None, map(text, items))))


def mapping(content: object) -> Mapping[str, object]:
    """`content`, or nothing where it is no mapping."""
    return content if isinstance(content, dict) else {}


def at(document: object, path: tuple[str, ...]) -> object:
    """What stands at `path`, or None."""
    for key in path:
        document = mapping(document).get(key)
    return document


def descriptions(document: Document) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    """Each description with its tag as written and in BCP 47; of two for one language the first counts."""
    seen: set[str] = set()
    for raw, description in mapping(document.get("description")).items():
        tag = language_tag.normalise(raw) or NO_LANGUAGE
        if isinstance(description, dict) and tag not in seen:
            seen.add(tag)
            yield raw, tag, description


def titles(document: Document) -> dict[str, str]:
    """The name per language: the localised one where there is one."""
    name = text(document.get("name"))
    found = {
        tag: text(description.get("localisedName")) or name for _, tag, description in descriptions(document)
    }
    return {tag: title for tag, title in found.items() if title} or ({NO_LANGUAGE: name} if name else {})


def languages(document: Document) -> list[str]:
    """The languages it speaks, in BCP 47."""
    tags = map(language_tag.normalise, texts(at(document, ("localisation", "availableLanguages"))))
    return list(dict.fromkeys(filter(None, tags)))


def owner_path(document: Document) -> tuple[str, ...]:
    """Where the developer stands, or would best stand: the copyright owner needs no identifier beside it."""
    return next((path for path in OWNERS if text(at(document, path))), OWNERS[-1])


def documentation_path(document: Document) -> tuple[str, ...]:
    """Where the documentation stands, or would stand; () where there is no description to hold it."""
    places = [("description", raw, "documentation") for raw, _, _ in descriptions(document)]
    return next((path for path in places if _link(at(document, path))), places[0] if places else ())


def links(document: Document) -> list[dict[str, str]]:
    """Further addresses, labelled with their key in publiccode.yml."""
    found = [("roadmap", document.get("roadmap"))]
    found += [
        ("apiDocumentation", description.get("apiDocumentation"))
        for _, _, description in descriptions(document)
    ]
    pairs = dict.fromkeys((label, _link(url)) for label, url in found)
    return [{"url": url, "label": label} for label, url in pairs if url]


def contacts(document: Document) -> list[dict[str, str]]:
    """The people who maintain it."""
    listed = at(document, ("maintenance", "contacts"))
    found = [contact_of(mapping(item)) for item in (listed if isinstance(listed, list) else [])]
    return [contact for contact in found if contact]


def contact_of(item: Mapping[str, object]) -> dict[str, str]:
    """One of them."""
    places = {"name": "name", "email": "email", "phone": "phone", "organisation": "affiliation"}
    return {name: content for name, key in places.items() if (content := text(item.get(key)))}


def dependencies(document: Document) -> list[tuple[str, object, dict[str, object]]]:
    """Each dependency: its nature, how it stands in the document, and as a row."""
    found = []
    for nature in NATURES:
        listed = at(document, ("dependsOn", nature))
        for item in listed if isinstance(listed, list) else []:
            row = _dependency(nature, mapping(item) or {"name": item})
            if row.get("name"):
                found.append((nature, item, row))
    return found


def _dependency(nature: str, item: Mapping[str, object]) -> dict[str, object]:
    least, most = text(item.get("versionMin")), text(item.get("versionMax"))
    span = ", ".join([f">= {least}"] * bool(least) + [f"<= {most}"] * bool(most))
    row: dict[str, object] = {"name": text(item.get("name")), "version": text(item.get("version")) or span}
    row["nature"] = nature
    row["optional"] = item.get("optional") is True
    return {key: content for key, content in row.items() if content}


def by_language(document: Document, key: str, write: Callable[[object], str]) -> dict[str, str]:
    """What the descriptions say under `key`, each written down by `write`."""
    found = {tag: write(description.get(key)) for _, tag, description in descriptions(document)}
    return {tag: content for tag, content in found.items() if content}


def _country(document: Document) -> str:
    listed = texts(at(document, ("intendedAudience", "countries")))
    if len(listed) == 1 and is_country(listed[0]):
        return listed[0].upper()
    # The sections of single countries are the only two-letter keys of a publiccode.yml.
    sections = {key.upper() for key in document if len(key) == 2 and is_country(key)}
    return sections.pop() if len(sections) == 1 and not listed else ""


def _licence(document: Document) -> dict[str, object]:
    said = text(at(document, ("legal", "license")))
    expression = spdx.normalise(said)
    licence = expression if expression and is_licence(expression) else "unknown"
    return {
        "licence": licence,
        "licence_note": "" if licence == said else said,
        "pass_on": "yes" if expression and spdx.is_open(expression) else "unknown",
    }


def _one_of(values: tuple[str, ...], content: object) -> str:
    word = text(content)
    return word if word in values else ""


def _date(content: object) -> str:
    day = text(content)
    return day if _DATE.fullmatch(day) else ""


def _link(content: object) -> str:
    address = text(content)
    return address if is_http_url(address) else ""
