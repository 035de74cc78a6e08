"""What the signed records of some collections say that matters for an edition: titles, dates, files.

Invariant: read from confirmed revisions alone, in one pass, in the order of the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from hubdesk.catalogue import collections
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.store import is_file
from hubdesk.model.kind import Kinds
from hubdesk.model.text import base_language
from hubdesk.packages.references import may_pass_on

Texts = dict[str, str]
"""Language tag -> text; "" where the language is not said."""


class NamedFile(Struct, frozen=True):
    """A file as a record names it: `size` in bytes as the record says it, `type` a media type or "", `licence` SPDX or
    ""; `may`: whether it may be passed on."""

    sha256: bytes
    name: str
    size: int
    type: str
    licence: str
    may: bool


class Entry(Struct, frozen=True):
    """A record. `at`: when its author wrote it (RFC 3339); `languages`: of its content, of records with files only;
    `is_shown`: neither withdrawn nor erased, nor of a kind that is kept from people's lists."""

    id: str
    kind: str
    collection: str
    title: Texts
    summary: Texts
    licence: str
    at: str
    files: tuple[NamedFile, ...] = ()
    languages: frozenset[str] = frozenset()
    is_shown: bool = True


class _Content(Struct):
    id: str
    kind: str
    at: str = ""
    fields: dict[str, Any] | None = None


_decode = msgspec.json.Decoder(_Content).decode


def survey(connection: Connection, collection: str, kinds: Kinds) -> Iterator[tuple[bytes, Entry]]:
    """Yield the canonical bytes of every record of a collection, with what they say."""
    state = ConfirmedState(connection, collections.row_of(connection, collection).number)
    for canonical in state.canonical_in_tree_order():
        yield canonical, _entry(canonical, collection, kinds)


def _entry(canonical: bytes, collection: str, kinds: Kinds) -> Entry:
    content = _decode(canonical)
    fields = content.fields
    if fields is None:
        return Entry(content.id, content.kind, collection, {}, {}, "", content.at, is_shown=False)
    kind = kinds.of(content.kind)
    files = tuple(_files(fields))
    languages = kind.facet_values(fields)["language"] if files else ()
    return Entry(
        content.id,
        content.kind,
        collection,
        _texts(fields.get("title")),
        _texts(fields.get("summary")),
        _line(fields.get("licence")),
        content.at,
        files,
        frozenset(base_language(tag) for tag in languages),
        is_shown=not kind.hidden,
    )


def _files(fields: dict[str, Any]) -> Iterator[NamedFile]:
    files = fields.get("files")
    for file in files if isinstance(files, list) else []:
        if is_file(file):
            size = file.get("size")
            yield NamedFile(
                bytes.fromhex(file["sha256"]),
                _line(file.get("name")) or file["sha256"],
                size if isinstance(size, int) and size > 0 else 0,
                _line(file.get("type")),
                _line(file.get("licence")) or _line(fields.get("licence")),
                may_pass_on(file, fields),
            )


def _texts(value: object) -> Texts:
    if isinstance(value, dict):
        return {tag: text for tag, text in value.items() if isinstance(text, str) and text}
    return {"": value} if isinstance(value, str) and value else {}


def _line(value: object) -> str:
    return value if isinstance(value, str) else ""
