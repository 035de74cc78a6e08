"""Which records that a hub signed name a file: what lets it come here by a road that nobody vouches for.

Invariant: a file that no signed record held here names is not taken, whatever a stick says; drafts, proposals and what
was erased name nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from hubdesk.catalogue.shown import files_of
from hubdesk.catalogue.tables import record, revision
from hubdesk.model.identity import id_from_bytes, is_hash

HAS_FILES = b'"files":['
"""Stands in the canonical bytes of every record with files; one that says so elsewhere is looked at in vain."""


class _Content(msgspec.Struct):
    fields: dict[str, Any] | None = None


_content = msgspec.json.Decoder(_Content)


def named_in(canonical: bytes) -> dict[bytes, int]:
    """Return SHA-256 -> size in bytes of the files that a record's canonical bytes name."""
    if HAS_FILES not in canonical:  # most records have none: do not parse them
        return {}
    fields = _content.decode(canonical).fields or {}
    return {bytes.fromhex(sha256): size for _, sha256, size in files_of(fields) if is_hash(sha256)}


def names_of(connection: Connection, wanted: Collection[bytes]) -> dict[bytes, tuple[str, str]]:
    """Return SHA-256 -> (name of the file, id of a confirmed record that names it) for those of `wanted` that are known."""
    found: dict[bytes, tuple[str, str]] = {}
    if not wanted:
        return found
    query = (
        select(record.c.id, revision.c.canonical)
        .join(revision, revision.c.hash == record.c.confirmed)
        .where(func.instr(revision.c.canonical, HAS_FILES) > 0)
    )
    for record_id, canonical in connection.execute(query, execution_options={"yield_per": 200}):
        for name, sha256, _ in files_of(_content.decode(canonical).fields or {}):
            if is_hash(sha256) and bytes.fromhex(sha256) in wanted:
                found.setdefault(bytes.fromhex(sha256), (name, id_from_bytes(record_id)))
    return found


def naming(connection: Connection, wanted: Collection[bytes]) -> dict[bytes, tuple[int, set[int]]]:
    """Return SHA-256 -> (size that is signed, numbers of the records that name it) for those of `wanted` that a
    confirmed record names: one look at the bytes of each that has files."""
    found: dict[bytes, tuple[int, set[int]]] = {}
    if not wanted:
        return found
    query = (
        select(record.c.number, revision.c.canonical)
        .join(revision, revision.c.hash == record.c.confirmed)
        .where(func.instr(revision.c.canonical, HAS_FILES) > 0)
    )
    with connection.execute(query, execution_options={"yield_per": 200}) as rows:
        for number, canonical in rows:
            for sha256, size in named_in(canonical).items():
                if sha256 in wanted:
                    found.setdefault(sha256, (size, set()))[1].add(number)
    return found
