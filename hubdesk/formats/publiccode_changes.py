"""From the fields of a record back to a publiccode.yml: which keys change, and to what.

Invariant: a field that says what the document says already changes nothing; a field that the record does not have
changes nothing either (to take something away, a record holds it empty). Keys that no field stands for stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hubdesk.formats import language_tag
from hubdesk.formats import publiccode_fields as reading
from hubdesk.formats.publiccode_fields import Document, at, descriptions, mapping, prose, text, texts
from hubdesk.formats.publiccode_vocabulary import CATEGORIES
from hubdesk.formats.yaml_document import Plain
from hubdesk.formats.yaml_edit import Change

_SINGLE: Final = {
    "release": ("softwareVersion",),
    "release_date": ("releaseDate",),
    "software_type": ("softwareType",),
    "maturity": ("developmentStatus",),
    "maintenance": ("maintenance", "type"),
    "repository": ("url",),
    "url": ("landingURL",),
}
_LIST: Final = {"platforms": ("platforms",)}
_CONTACT: Final = {"name": "name", "email": "email", "phone": "phone", "organisation": "affiliation"}

Fields = Mapping[str, object]


def changes(document: Document, fields: Fields) -> list[Change]:
    """What must change in `document` so that it says what `fields` say."""
    before = reading.fields_of(document)
    changed = {name: fields[name] for name in fields if (fields[name] or None) != before.get(name)}
    titles = list(_titles(document, mapping(changed["title"]))) if "title" in changed else []
    found = [change for change in titles if change[0] == ("name",)]
    for name in ("repository", "url", "release", "release_date"):
        found += _single(name, changed)
    found += _lists(document, changed)
    for name in ("maturity", "software_type"):
        found += _single(name, changed)
    if "country" in changed:
        found += _country(document, changed["country"])
    found += [change for change in titles if change[0] != ("name",)]
    if "summary" in changed:
        found += _texts(document, "shortDescription", mapping(changed["summary"]), text)
    if "text" in changed:
        found += _texts(document, "longDescription", mapping(changed["text"]), prose)
    found += _addresses(document, changed, next(iter(mapping(fields.get("title"))), reading.NO_LANGUAGE))
    found += _legal(document, changed)
    found += _single("maintenance", changed)
    found += _contacts(document, changed)
    if "languages" in changed:
        found += _languages(document, texts(changed["languages"]))
    if "dependencies" in changed:
        found += _dependencies(document, changed["dependencies"])
    return [*_kept_languages(document, mapping(fields.get("title")), found), *found]


def _kept_languages(document: Document, titles: Fields, found: list[Change]) -> Iterator[Change]:
    """The title of each language whose description `found` would empty, and so take away."""
    for raw, tag, description in descriptions(document):
        gone = {path[2] for path, new in found if path[:2] == ("description", raw) and new is None}
        come = any(new is not None for path, new in found if path[:2] == ("description", raw))
        if gone and gone >= description.keys() and not come and text(titles.get(tag)):
            yield ("description", raw, "localisedName"), text(titles.get(tag))


def _single(name: str, changed: Fields) -> Iterator[Change]:
    if name in changed:
        yield _SINGLE[name], text(changed[name]) or None


def _lists(document: Document, changed: Fields) -> Iterator[Change]:
    if "platforms" in changed:
        yield _LIST["platforms"], _list(texts(changed["platforms"]))
    if "keywords" in changed:
        # The standard has a closed list: words of our own would make the file invalid.
        kept = texts(document.get("categories"))
        yield (
            ("categories",),
            _list([word for word in texts(changed["keywords"]) if word in CATEGORIES or word in kept]),
        )
    if "used_by" in changed:
        rows = changed["used_by"]
        names = [text(mapping(row).get("organisation")) for row in (rows if isinstance(rows, list) else [])]
        yield ("usedBy",), _list(texts(names))


def _list(items: list[str]) -> Plain:
    return list[Plain](items) or None


def _raw_tags(document: Document) -> dict[str, str]:
    return {tag: raw for raw, tag, _ in descriptions(document)}


def _titles(document: Document, new: Mapping[str, object]) -> Iterator[Change]:
    raw_tags, old = _raw_tags(document), reading.titles(document)
    localised = {
        tag for _, tag, description in descriptions(document) if text(description.get("localisedName"))
    }
    name = text(document.get("name"))
    wanted = {tag: text(content) for tag, content in new.items() if text(content)}
    free = {wanted[tag] for tag in wanted if tag not in localised}
    if len(free) == 1 and name not in free:
        (name,) = free
        yield ("name",), name
    elif wanted and not name:
        name = wanted.get("en", next(iter(wanted.values())))
        yield ("name",), name
    for tag in sorted(raw_tags.keys() | wanted.keys()):
        path = ("description", raw_tags.get(tag, tag), "localisedName")
        title = wanted.get(tag)
        if tag in localised:
            if title != old.get(tag):
                yield path, title
        elif tag in raw_tags:
            if title is not None and title != name:
                yield path, title
        elif tag != reading.NO_LANGUAGE:
            yield path, title


def _texts(document: Document, key: str, new: Fields, write: Callable[[object], str]) -> Iterator[Change]:
    raw_tags, old = _raw_tags(document), reading.by_language(document, key, write)
    for tag in [*old, *(tag for tag in new if tag not in old)]:
        wanted = write(new.get(tag))
        if wanted != old.get(tag, ""):
            yield ("description", raw_tags.get(tag, tag), key), wanted or None


def _country(document: Document, new: object) -> Iterator[Change]:
    path = ("intendedAudience", "countries")
    if len(texts(at(document, path))) == 1 and text(new):
        yield path, [text(new)]


def _addresses(document: Document, changed: Fields, language: str) -> Iterator[Change]:
    path = reading.documentation_path(document) or ("description", language, "documentation")
    if "documentation" in changed:
        yield path, text(changed["documentation"]) or None
    if "links" not in changed:
        return
    listed = changed["links"]
    new = [
        (text(mapping(link).get("label")), text(mapping(link).get("url")))
        for link in (listed if isinstance(listed, list) else [])
    ]
    roadmap = next((url for label, url in new if label == "roadmap"), None)
    if roadmap != (text(document.get("roadmap")) or None):
        yield ("roadmap",), roadmap
    old = {raw: text(description.get("apiDocumentation")) for raw, _, description in descriptions(document)}
    wanted = [url for label, url in new if label == "apiDocumentation"]
    fresh = [url for url in wanted if url not in old.values()]
    for raw, url in old.items():
        if url and url not in wanted:
            yield ("description", raw, "apiDocumentation"), (fresh.pop(0) if fresh else None)


def _legal(document: Document, changed: Fields) -> Iterator[Change]:
    if "licence" in changed or "licence_note" in changed:
        licence = text(changed.get("licence", reading.fields_of(document).get("licence")))
        if licence != "unknown":
            yield ("legal", "license"), licence or None
        elif "licence" in changed or text(changed.get("licence_note")):
            yield ("legal", "license"), text(changed.get("licence_note")) or None
    if "developed_by" in changed:
        yield reading.owner_path(document), text(changed["developed_by"]) or None


def _contacts(document: Document, changed: Fields) -> Iterator[Change]:
    if "contact" not in changed and "contacts" not in changed:
        return
    listed = changed.get("contacts", reading.contacts(document))
    wanted = [mapping(contact) for contact in (listed if isinstance(listed, list) else [])]
    if "contact" in changed:
        wanted = [contact for contact in [mapping(changed["contact"]), *wanted[1:]] if contact]
    path = ("maintenance", "contacts")
    kept = at(document, path)
    old = [item for item in (kept if isinstance(kept, list) else []) if reading.contact_of(mapping(item))]
    items: list[Plain] = []
    for position, contact in enumerate(wanted):
        item: dict[str, Plain] = dict(old[position]) if position < len(old) else {}
        for name, key in _CONTACT.items():
            content = text(contact.get(name))
            if content != text(item.get(key)):
                item[key] = content
            if not content:
                item.pop(key, None)
        items.append(item)
    yield path, items or None


def _languages(document: Document, new: list[str]) -> Iterator[Change]:
    path = ("localisation", "availableLanguages")
    spelling = {language_tag.normalise(raw): raw for raw in texts(at(document, path))}
    yield path, _list([spelling.get(tag, tag) for tag in new])


def _dependencies(document: Document, new: object) -> Iterator[Change]:
    old = reading.dependencies(document)
    rows = [mapping(row) for row in (new if isinstance(new, list) else [])]
    for nature in reading.NATURES:
        items: list[Plain] = []
        for row in rows:
            if text(row.get("nature")) == nature or (
                nature == "open" and row.get("nature") not in reading.NATURES
            ):
                items.append(_dependency(row, nature, old))
        before = [item for kind, item, _ in old if kind == nature]
        if items != before:
            yield ("dependsOn", nature), items or None


def _dependency(row: Fields, nature: str, old: list[tuple[str, object, dict[str, object]]]) -> Plain:
    same = [(item, was) for kind, item, was in old if kind == nature and was["name"] == text(row.get("name"))]
    exact = next((item for item, was in same if was == dict(row)), None)
    if exact is not None:
        return exact  # type: ignore[return-value]
    item: dict[str, Plain] = dict(same[0][0]) if same and isinstance(same[0][0], dict) else {}
    was = same[0][1] if same else {}
    item["name"] = text(row.get("name"))
    if text(row.get("version")) != text(was.get("version")):
        item = {key: content for key, content in item.items() if not key.startswith("version")}
        if text(row.get("version")):
            item["version"] = text(row.get("version"))
    if row.get("optional") is True:
        item["optional"] = True
    elif was.get("optional"):
        del item["optional"]
    return item
