"""The files that come by themselves: those of published records that a person's choice names.

Invariant: only what a hub signed brings files here, each content once, whatever number of records name it.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, or_, select

from hubdesk.catalogue.limits import Choice
from hubdesk.catalogue.shown import files_of
from hubdesk.catalogue.tables import collection, record, revision
from hubdesk.model.kind import Kinds
from hubdesk.model.text import base_language

_HAS_FILES = b'"files":[{'
"""Stands in the canonical bytes of every record with files; one that says so elsewhere is looked at in vain."""


class Wanted(Struct, frozen=True):
    """A file to be fetched: its size in bytes, and the number of the first record that names it, with the name there."""

    size: int
    record: int
    name: str


class _Content(Struct):
    fields: dict[str, Any] | None = None


_content = msgspec.json.Decoder(_Content)


def chosen(connection: Connection, kinds: Kinds, choice: Choice) -> dict[bytes, Wanted]:
    """Return SHA-256 -> file of all that `choice` names, whether it lies here or not; nothing unless files are
    `chosen`. The cost is one look at the bytes of each published record of these hubs and kinds."""
    if choice.which != "chosen":
        return {}
    query = (
        select(record.c.number, record.c.kind, revision.c.canonical)
        .join(collection, collection.c.number == record.c.collection)
        .join(revision, revision.c.hash == record.c.confirmed)
        .where(func.instr(revision.c.canonical, _HAS_FILES) > 0)
        .order_by(record.c.number)
    )
    if choice.kinds:
        query = query.where(record.c.kind.in_(choice.kinds))
    if choice.hubs:
        query = query.where(
            or_(*(collection.c.name.startswith(f"{hub}/", autoescape=True) for hub in choice.hubs))
        )
    languages = {base_language(tag) for tag in choice.languages}
    found: dict[bytes, Wanted] = {}
    for number, kind, canonical in connection.execute(query):
        fields = _content.decode(canonical).fields or {}
        if languages and languages.isdisjoint(_languages(kinds, kind, fields)):
            continue
        for name, sha256, size in files_of(fields):
            if size >= 0 and (choice.largest is None or size <= choice.largest):
                found.setdefault(bytes.fromhex(sha256), Wanted(size, number, name))
    return found


def _languages(kinds: Kinds, kind: str, fields: dict[str, Any]) -> set[str]:
    """Return the languages of a record as a search sees them."""
    return {base_language(tag) for tag in kinds.of(kind).facet_values(fields)["language"]}
