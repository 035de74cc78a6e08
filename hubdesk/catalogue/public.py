"""What of a catalogue anybody may have: the confirmed states of public collections, and the files they name.

Invariant: nothing of a members' collection, of a draft or of the outbox is reached from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, select

from hubdesk.catalogue import collections, facts, memberships, tables
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.model.identity import id_from_bytes, is_hash
from hubdesk.model.record import read_revision
from hubdesk.state.head import SignedHead
from hubdesk.state.tree import Nodes

_DEPTH = 12
_AUDIENCE = "/public"


class Standing(Struct, frozen=True):
    """The newest signed state of a public collection: its row's number, name, version, root (32 bytes), records, head
    and nodes."""

    number: int
    name: str
    version: int
    root: bytes
    records: int
    signed: SignedHead
    nodes: Nodes


class PublicFile(Struct, frozen=True):
    """A file that a public record names: its bytes, the record's id and the name it has there."""

    size: int
    record: str
    name: str


def is_public(collection: str) -> bool:
    """Tell whether a collection is for everybody."""
    return collection.endswith(_AUDIENCE) and collection.count("/") == 1


def names(connection: Connection) -> list[str]:
    """Return the public collections that are known here."""
    known = connection.scalars(select(tables.collection.c.name).order_by(tables.collection.c.name))
    return [name for name in known if is_public(name)]


def standing(connection: Connection, collection: str) -> Standing | None:
    """Return the state of a public collection; None for any other, and while it is being taken in."""
    row = collections.row_of(connection, collection) if is_public(collection) else None
    if row is None or not row.version or row.filling is not None:
        return None
    signed = collections.read_head(row.head)
    if signed is None or signed.head().version != row.version:
        return None
    return Standing(row.number, row.name, row.version, row.root, row.records, signed, Nodes(row.nodes))


def files(connection: Connection, collection: int) -> dict[bytes, PublicFile]:
    """Return the files that the confirmed records of a collection (its number) name, by SHA-256, in whatever field."""
    revision, record = tables.revision.c, tables.record.c
    query = (
        select(record.id, revision.canonical)
        .select_from(tables.record.join(tables.revision, record.confirmed == revision.hash))
        .where(record.collection == collection)
    )
    found: dict[bytes, PublicFile] = {}
    with connection.execute(query, execution_options={"yield_per": 200}) as rows:
        for row in rows:
            if b'"sha256"' not in row.canonical:
                continue
            named = read_revision(row.canonical).content.fields
            for entry in _entries(named, _DEPTH):
                item = PublicFile(entry["size"], id_from_bytes(row.id), str(entry.get("name", "")))
                found.setdefault(bytes.fromhex(entry["sha256"]), item)
    return found


def names_file(connection: Connection, sha256: bytes) -> bool:
    """Tell whether a confirmed record of a public collection has this hash anywhere."""
    revision, record, collection = tables.revision.c, tables.record.c, tables.collection.c
    query = (
        select(record.number)
        .select_from(
            tables.record.join(tables.collection).join(tables.revision, record.confirmed == revision.hash)
        )
        .where(collection.name.endswith(_AUDIENCE), func.instr(revision.canonical, sha256.hex().encode()) > 0)
        .limit(1)
    )
    return connection.scalar(query) is not None


def _entries(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, dict):
        sha256, size = value.get("sha256"), value.get("size")
        if isinstance(sha256, str) and is_hash(sha256) and type(size) is int and size >= 0:
            yield value
        for item in value.values():
            yield from _entries(item, depth - 1)
    elif isinstance(value, list):
        for item in value:
            yield from _entries(item, depth - 1)


def contents(connection: Connection, of: Standing) -> Iterator[bytes]:
    """Yield the canonical bytes of a state in tree order. Raises KeyError where some are missing here."""
    return ConfirmedState(connection, of.number).canonical_in_tree_order()


def hubs(connection: Connection) -> set[str]:
    """Return the hubs that the Centre names."""
    return set(memberships.publishers(connection))


def root_hash(connection: Connection) -> bytes:
    """Return the SHA-256 of root.json that this desk's trust began with, empty before it joined."""
    return facts.get(connection, facts.ROOT_HASH) or b""
