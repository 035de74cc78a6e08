"""The rows of collections: which are followed, which state they are in and what vouches for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from hubdesk.catalogue import tables
from hubdesk.catalogue.database import Damage
from hubdesk.catalogue.records import collection_number
from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import BadInput, Untrusted
from hubdesk.state.head import SIGNED_AS, SignedHead
from hubdesk.trust.keys import check_signature

_TABLE = tables.collection
CENTRE_PUBLIC = "centre/public"


def pack_head(head: SignedHead) -> bytes:
    """Return a head as it is kept in its collection's row."""
    return msgspec.msgpack.encode(head)


def read_head(packed: bytes | None) -> SignedHead | None:
    """Return a kept head, which was checked when it came. Raises Damage when it is none any more."""
    if packed is None:
        return None
    try:
        signed = msgspec.msgpack.decode(packed, type=SignedHead)
        signed.head()
    except (msgspec.DecodeError, UnicodeError, BadInput) as error:
        raise Damage("head") from error
    return signed


def follow(connection: Connection, names: Iterable[str]) -> None:
    """Follow collections; those not known yet are added, empty."""
    for name in names:
        number = collection_number(connection, name, make=True)
        connection.execute(update(_TABLE).where(_TABLE.c.number == number).values(followed=1))


def unfollow(connection: Connection, name: str) -> None:
    """Take no more news of a collection; what is here stays. Raises NotFound("no-such-collection")."""
    number = collection_number(connection, name)
    connection.execute(update(_TABLE).where(_TABLE.c.number == number).values(followed=0))


def view(row: Any) -> CollectionView:
    """Return what people are told of a collection's row."""
    head = read_head(row.head)
    return CollectionView(
        name=row.name,
        version=row.version,
        root=row.root.hex(),
        records=row.records,
        as_of=row.as_of,
        followed=bool(row.followed),
        filling=(row.filled, 256) if row.filling else None,
        signer=head.key if head else None,
    )


def all_collections(connection: Connection) -> list[CollectionView]:
    """Return every known collection by name."""
    return [view(row) for row in connection.execute(select(_TABLE).order_by(_TABLE.c.name))]


def row_of(connection: Connection, name: str) -> Any:
    """Return the row of a collection, None where it is not known."""
    return connection.execute(select(_TABLE).where(_TABLE.c.name == name)).one_or_none()


def wanted(connection: Connection) -> list[tuple[str, int, bytes]]:
    """Return (name, version, root) of every collection this desk wants news of: those it follows, those it proposed
    to, and the Centre's own, where admissions stand."""
    proposed = select(tables.record.c.collection).join(tables.outbox)
    rows = connection.execute(
        select(_TABLE.c.name, _TABLE.c.version, _TABLE.c.root)
        .where((_TABLE.c.followed == 1) | _TABLE.c.number.in_(proposed) | (_TABLE.c.name == CENTRE_PUBLIC))
        .order_by(_TABLE.c.name)
    )
    return [(row.name, row.version, row.root) for row in rows]


def head_of(connection: Connection, name: str) -> SignedHead | None:
    """Return the head that vouches for a collection, None while it is empty. Raises Damage."""
    return read_head(connection.scalar(select(_TABLE.c.head).where(_TABLE.c.name == name)))


def is_signed(connection: Connection, signed: SignedHead, collection: str) -> bool:
    """Tell whether a kept head is still as it was signed. The key of a publisher that is none any more is not here:
    then the signature, which was checked when the head came, is not checked again."""
    table = tables.publisher
    key = (table.c.hub == collection.partition("/")[0]) & (table.c.key == signed.key)
    public = connection.scalar(select(table.c.public).where(key))
    try:
        if public is not None:
            check_signature(public, signed.signature, SIGNED_AS + signed.body)
    except Untrusted:
        return False
    return signed.head().collection == collection
