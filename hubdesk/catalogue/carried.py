"""What this desk carries for others: parcels that prove themselves, until the hub has them or those they are for.

Invariant: a parcel is kept as it came, under its hash, once; carrying it changes nothing else here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import erasures
from hubdesk.catalogue.tables import carried
from hubdesk.errors import BadInput
from hubdesk.model.identity import digest

WAITING = "waiting"
MOST_BYTES = 512 * 1024 * 1024
"""Bytes of all that is carried at once."""
_DONE_DAYS, _DAYS = 60, 365
"""A delivered parcel is remembered so long, so that it is not brought again; any other is carried so long."""
_T = carried.c


class CarriedView(Struct, frozen=True):
    """A parcel as people see it: its kind, the desk that it is by (join, batch, publication) or for (admitted,
    outcomes), when it came, and when and with what code (`""`: well) it was delivered."""

    kind: str
    desk: str
    sha256: str
    bytes: int
    since: str
    delivered: str | None
    code: str | None


class Outgoing(Struct, frozen=True):
    """A parcel that may travel on. `contents`: canonical revisions in it, whose files may travel beside it;
    `closed`: the members' collections that it has words of."""

    kind: str
    desk: str
    content: bytes
    contents: list[bytes] = []
    closed: list[str] = []

    @property
    def members(self) -> bool:
        """Whether it is for eyes of members alone."""
        return bool(self.closed)


class Brought(Struct, frozen=True):
    """What became of a parcel: `state` applied (it was for this desk), carried, or known already; `contents` as in
    Outgoing."""

    kind: str
    desk: str
    state: str
    contents: list[bytes] = []


def keep(
    connection: Connection,
    kind: str,
    desk: str,
    content: bytes,
    at: str,
    first: int = 0,
    ids: Collection[bytes] = (),
) -> bool:
    """Carry a parcel; tell whether it is new here. `first`: of a batch, its first number, and `ids` of the records of
    which there are words in it. Raises BadInput("carries-too-much")."""
    sha256 = digest(content)
    if connection.scalar(select(_T.number).where(_T.hash == sha256)) is not None:
        return False
    if erasures.is_any_of(connection, ids):
        return False  # words of somebody who was erased are carried no further
    size = func.coalesce(func.sum(func.length(_T.content)), 0)
    if connection.execute(select(size)).scalar_one() + len(content) > MOST_BYTES:
        raise BadInput("carries-too-much", limit=MOST_BYTES)
    row = {"kind": kind, "desk": desk, "first": first, "hash": sha256, "content": content, "since": at}
    connection.execute(insert(carried).values(row))
    return True


def waiting(connection: Connection, kinds: Collection[str]) -> Iterator[tuple[str, str, bytes]]:
    """Yield (kind, desk, content) of what is not delivered, of these kinds, the oldest first."""
    query = select(_T.kind, _T.desk, _T.content).where(_T.delivered.is_(None), _T.kind.in_(kinds))
    for row in connection.execute(query.order_by(_T.number)):
        yield row.kind, row.desk, row.content


def waiting_hashes(connection: Connection, kinds: Sequence[str]) -> list[tuple[bytes, int]]:
    """Return (SHA-256, size) of what is not delivered: kind by kind in this order, a desk's batches by their numbers,
    so that what replaces something comes after it."""
    query = select(_T.kind, _T.desk, _T.first, _T.number, _T.hash, func.length(_T.content).label("size"))
    rows = connection.execute(query.where(_T.delivered.is_(None), _T.kind.in_(kinds))).all()
    rows = sorted(rows, key=lambda row: (kinds.index(row.kind), row.desk, row.first, row.number))
    return [(row.hash, row.size) for row in rows]


def find(connection: Connection, sha256: bytes) -> tuple[str, str, bytes] | None:
    """Return (kind, desk, content) of a parcel, None where it is not here."""
    row = connection.execute(select(_T.kind, _T.desk, _T.content).where(_T.hash == sha256)).first()
    return None if row is None else (row.kind, row.desk, row.content)


def note(connection: Connection, sha256: bytes, code: str, at: str) -> None:
    """Note what the hub said of a parcel; `waiting`: it is to be brought again."""
    values = {"code": code, "delivered": None if code == WAITING else at}
    connection.execute(update(carried).where(_T.hash == sha256).values(**values))


def note_all(connection: Connection, kind: str, desk: str, at: str) -> None:
    """Note that all of a kind and a desk is delivered."""
    done = update(carried).where(_T.kind == kind, _T.desk == desk, _T.delivered.is_(None))
    connection.execute(done.values(delivered=at, code=""))


def every(connection: Connection) -> list[CarriedView]:
    """Return what is carried and what was, the oldest first."""
    query = select(carried, func.length(_T.content).label("size")).order_by(_T.number)
    return [
        CarriedView(row.kind, row.desk, row.hash.hex(), row.size, row.since, row.delivered, row.code)
        for row in connection.execute(query)
    ]


def is_any(connection: Connection) -> bool:
    """Tell whether this desk carries, or carried, anything."""
    return connection.scalar(select(_T.number).limit(1)) is not None


def tidy(connection: Connection, at: str) -> None:
    """Forget what was delivered long ago, and what nobody asked for in a year."""
    now = datetime.fromisoformat(at)
    done = (now - timedelta(days=_DONE_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    old = (now - timedelta(days=_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute(delete(carried).where((_T.delivered < done) | (_T.since < old)))
