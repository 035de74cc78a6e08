"""Sealed outcomes that came before the head they name could be taken in: they wait here, and hold up no others."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from hubdesk.catalogue import facts
from hubdesk.catalogue.tables import desk

_PREFIX = "late_outcome:"


def keep(connection: Connection, number: int, sealed: bytes) -> None:
    """Keep an outcome under the server's number for it."""
    facts.put(connection, f"{_PREFIX}{number:020d}", sealed)


def kept(connection: Connection) -> dict[str, bytes]:
    """Return what waits, by name, in order."""
    query = select(desk.c.name, desk.c.value).where(desk.c.name.startswith(_PREFIX, autoescape=True))
    return {row.name: row.value for row in connection.execute(query.order_by(desk.c.name))}


def forget(connection: Connection, name: str) -> None:
    """Forget what was settled."""
    connection.execute(delete(desk).where(desk.c.name == name))
