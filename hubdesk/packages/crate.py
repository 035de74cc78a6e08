"""What an edition holds as RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), for whoever has no HubDesk.

Invariant: a description, never an authority; the same edition gives the same bytes, entity by entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from hubdesk.model.text import choose
from hubdesk.packages import layout
from hubdesk.packages.layout import Contents
from hubdesk.packages.plan import Selection
from hubdesk.packages.survey import Entry

_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_SPDX = "https://spdx.org/licenses/"
_LICENCE_ID = re.compile(r"(?!LicenseRef-|DocumentRef-)[A-Za-z0-9][A-Za-z0-9.+-]*")
_UNKNOWN = ("", "unknown")
_OWN = {"@id": "#licence"}
_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+")

Entity = dict[str, Any]


def write_crate(contents: Contents, entries: Iterable[Entry], selection: Selection) -> Iterator[bytes]:
    """Yield the pieces of ro-crate-metadata.json: the root, the collections, each record and each file."""
    yield b'{"@context":' + msgspec.json.encode(_CONTEXT) + b',"@graph":[\n'
    licences: set[str] = set()
    yield msgspec.json.encode(_descriptor())
    for entity in _entities(contents, entries, selection, licences):
        yield b",\n" + msgspec.json.encode(entity)
    for licence in sorted(licences):
        yield b",\n" + msgspec.json.encode({"@id": _SPDX + licence, "@type": "CreativeWork", "name": licence})
    yield b"\n]}\n"


def _descriptor() -> Entity:
    return {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": "./"},
    }


def _entities(
    contents: Contents, entries: Iterable[Entry], selection: Selection, licences: set[str]
) -> Iterator[Entity]:
    yield _root(contents, selection)
    yield {
        "@id": "#licence",
        "@type": "CreativeWork",
        "name": "Each record and each file says its own licence",
    }
    yield _file("edition.json", "What the edition holds", "application/json")
    yield _file("trust.bundle", "The signed list of who speaks for whom", "application/octet-stream")
    for name, listed in contents.collections.items():
        yield from _collection(name, listed.version, listed.records)
    for entry in entries:
        if entry.is_shown:
            yield _record(entry, selection, licences)
    for sha256, chosen in sorted(selection.files.items()):
        entity = _file(_path(layout.blob_name(sha256)), chosen.file.name, chosen.file.type)
        entity["contentSize"] = str(chosen.size)
        yield entity | _licence(chosen.file.licence, licences)


def _root(contents: Contents, selection: Selection) -> Entity:
    parts = ["edition.json", "trust.bundle", *(f"collections/{name}/" for name in contents.collections)]
    parts += [_path(layout.blob_name(sha256)) for sha256 in sorted(selection.files)]
    count = sum(listed.records for listed in contents.collections.values())
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": f"HubDesk edition of {contents.made[:10]}",
        "description": f"{count} records and {len(selection.files)} files of {', '.join(contents.collections)}.",
        "datePublished": contents.made,
        "license": _OWN,
        "hasPart": [{"@id": part} for part in parts],
    }


def _collection(name: str, version: int, records: int) -> Iterator[Entity]:
    place = f"collections/{name}/"
    described = {
        "head.json": ("The signed head", "application/json"),
        "nodes": ("Hashes of the parts of the state", "application/octet-stream"),
        "snapshot.zst": ("Every record as canonical JSON, one a line", "application/zstd"),
    }
    yield {
        "@id": place,
        "@type": "Dataset",
        "name": name,
        "version": str(version),
        "description": f"{records} records",
        "hasPart": [{"@id": place + file} for file in described],
    }
    for file, (title, media_type) in described.items():
        yield _file(place + file, title, media_type)


def _record(entry: Entry, selection: Selection, licences: set[str]) -> Entity:
    title, language = choose(entry.title, ())
    entity: Entity = {
        "@id": f"urn:uuid:{entry.id}",
        "@type": "CreativeWork",
        "genre": entry.kind,
        "name": title or entry.id,
        "isPartOf": {"@id": f"collections/{entry.collection}/"},
    }
    if language:
        entity["inLanguage"] = language
    if entry.summary:
        entity["description"] = choose(entry.summary, (language,))[0]
    if entry.at:
        entity["dateModified"] = entry.at
    files = dict.fromkeys(file.sha256 for file in entry.files if file.sha256 in selection.files)
    if files:
        entity["associatedMedia"] = [{"@id": _path(layout.blob_name(sha256))} for sha256 in files]
    return entity | _licence(entry.licence, licences)


def _file(path: str, name: str, media_type: str) -> Entity:
    entity = {"@id": path, "@type": "File", "name": name}
    if _MEDIA_TYPE.fullmatch(media_type):
        entity["encodingFormat"] = media_type
    return entity


def _licence(licence: str, licences: set[str]) -> Entity:
    """Return what an entity says of its licence: an SPDX licence as an entity of its own, an expression as text."""
    if licence in _UNKNOWN:
        return {}
    if _LICENCE_ID.fullmatch(licence) is None:
        return {"license": licence}
    licences.add(licence)
    return {"license": {"@id": _SPDX + licence}}


def _path(member: str) -> str:
    """Return a member's path inside the crate, which is data/."""
    return member.removeprefix(layout.PAYLOAD)
