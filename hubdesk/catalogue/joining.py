"""Hubs that this desk asked to join by another road than a line, until the answer comes; and its admissions.

Invariant: of an invite everything is remembered but its secret; trust begins with the root that the invite names.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from hubdesk.catalogue import facts, tables


def begin(connection: Connection, hub: str, invite: bytes, root_hash: bytes) -> None:
    """Remember that this desk asked to join `hub` by `invite` (packed, without its secret); `root_hash` is the SHA-256
    of root.json version 1."""
    facts.put(connection, facts.JOINING + hub, invite)
    if facts.get(connection, facts.ROOT_HASH) is None:
        facts.put(connection, facts.ROOT_HASH, root_hash)
    if facts.get(connection, facts.FIRST_HUB) is None:
        facts.put_text(connection, facts.FIRST_HUB, hub)


def waiting(connection: Connection) -> dict[str, bytes]:
    """Return hub -> packed invite of every hub whose answer is awaited."""
    known = tables.desk.c
    query = select(known.name, known.value).where(known.name.startswith(facts.JOINING, autoescape=True))
    return {row.name.removeprefix(facts.JOINING): row.value for row in connection.execute(query)}


def end(connection: Connection, hub: str) -> None:
    """The answer came."""
    connection.execute(delete(tables.desk).where(tables.desk.c.name == facts.JOINING + hub))


def admission_of(connection: Connection, hub: str) -> tuple[bytes, bytes] | None:
    """Return this desk's admission to `hub` with its signature, None where it has none."""
    table = tables.membership.c
    row = connection.execute(select(table.admission, table.signature).where(table.hub == hub)).first()
    return None if row is None else (row.admission, row.signature)
