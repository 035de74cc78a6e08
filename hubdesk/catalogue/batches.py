"""Waiting entries of the outbox as numbered events in signed batches.

Invariant: a number is used once; a batch that may have been sent is kept exactly as it was signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, exists, select, update

from hubdesk.catalogue import facts, revisions, tables
from hubdesk.catalogue.clashing import OUTBOX
from hubdesk.catalogue.waiting import RECEIVED, REFUSED, REPLACED, WAITING
from hubdesk.model.identity import tree_key
from hubdesk.state.batch import Batch, Event
from hubdesk.trust.keys import DeskKeys

_EVENTS, _BYTES = 500, 600_000
_ROW = tables.outbox


def number_events(connection: Connection, keys: DeskKeys) -> None:
    """Give every waiting event that was never sent its number, and sign batches of them.

    Within a batch events stand as in a delta: changed records in tree order, new ones in tree order; take-backs have
    batches of their own.
    """
    query = (
        select(_ROW, tables.record.c.id, tables.collection.c.name)
        .join(tables.record, tables.record.c.number == _ROW.c.record)
        .join(tables.collection, tables.collection.c.number == tables.record.c.collection)
        .where(_ROW.c.state == WAITING, _ROW.c.sequence.is_(None), _decided())
    )
    rows = sorted(connection.execute(query), key=_place)
    for (name, _), members in groupby(rows, key=lambda row: (row.name, row.revision == b"")):
        for together in _portions(connection, list(members)):
            _sign(connection, keys, name, together)


def _decided() -> ColumnElement[bool]:
    """A change that was never sent waits here while it clashes with what is signed."""
    clash = tables.clash.c
    clashes = exists().where(clash.record == _ROW.c.record, clash.side == OUTBOX, clash.decided.is_(None))
    return _ROW.c.sequence.is_not(None) | (_ROW.c.revision == b"") | ~clashes


def _place(row: Any) -> tuple[Any, ...]:
    return row.name, row.revision == b"", row.base is None, tree_key(row.id), row.number


def _portions(connection: Connection, rows: list[Any]) -> Iterator[list[Any]]:
    """Cut rows into batches that stay small enough to be sent again after a cut."""
    sizes = {
        key: len(content) for key, content in revisions.get_many(connection, [row.revision for row in rows])
    }
    portion: list[Any] = []
    size = 0
    for row in rows:
        size += sizes.get(row.revision, 0)
        if portion and (len(portion) >= _EVENTS or size > _BYTES):
            yield portion
            portion, size = [], sizes.get(row.revision, 0)
        portion.append(row)
    if portion:
        yield portion


def _sign(connection: Connection, keys: DeskKeys, collection: str, rows: list[Any]) -> None:
    first = max(facts.get_number(connection, facts.SEQUENCE), 1)
    events = [Event(row.id, row.base or b"", row.revision, row.replaces) for row in rows]
    batch = Batch(keys.id, collection, first, events)
    signed = msgspec.structs.replace(batch, signature=keys.signing.sign(batch.statement()))
    connection.execute(tables.batch.insert().values(first=first, packed=msgspec.msgpack.encode(signed)))
    for place, row in enumerate(rows):
        numbered = {"sequence": first + place, "batch": first}
        connection.execute(update(_ROW).where(_ROW.c.number == row.number).values(**numbered))
    facts.put_number(connection, facts.SEQUENCE, first + len(rows))


def unsent_batches(connection: Connection) -> Iterator[Batch]:
    """Yield the batches with events that the hub has not said to have received, in order."""
    open_batches = (
        select(_ROW.c.batch)
        .where(_ROW.c.batch.is_not(None), _ROW.c.state.in_((WAITING, REPLACED)))
        .distinct()
        .order_by(_ROW.c.batch)
    )
    for first in connection.scalars(open_batches).all():
        batch = _signed(connection, first)
        assert batch is not None
        yield batch


def mark_of(connection: Connection, first: int) -> bytes:
    """Return the mark of the batch that begins with number `first`; empty where there is none."""
    batch = _signed(connection, first)
    return b"" if batch is None else batch.mark


def _signed(connection: Connection, first: int) -> Batch | None:
    packed = connection.scalar(select(tables.batch.c.packed).where(tables.batch.c.first == first))
    return None if packed is None else msgspec.msgpack.decode(packed, type=Batch)


def anything_waits(connection: Connection) -> bool:
    """Tell whether an entry still has to be sent."""
    return (
        connection.scalar(select(_ROW.c.number).where(_ROW.c.state == WAITING, _decided()).limit(1))
        is not None
    )


def note_received(connection: Connection, first: int, refused: Mapping[int, str]) -> int:
    """Note that the hub has the batch that begins with number `first`, and which of its events it refused (number ->
    code); return how many events are newly received. Only replaced entries and take-backs leave the outbox here."""
    match = _ROW.c.batch == first
    for sequence, code in refused.items():
        if code == "replaces":
            _number_alone(connection, sequence)
            continue
        one = update(_ROW).where(_ROW.c.sequence == sequence, match, _ROW.c.state == WAITING)
        connection.execute(one.values(state=REFUSED, note=code))
    replaced = select(_ROW.c.replaces).where(match, _ROW.c.replaces != 0, _ROW.c.state == WAITING)
    connection.execute(delete(_ROW).where(_ROW.c.state == REPLACED, _ROW.c.sequence.in_(replaced)))
    take_backs = delete(_ROW).where(match, _ROW.c.revision == b"", _ROW.c.state == WAITING)
    change = update(_ROW).where(match, _ROW.c.state == WAITING, _ROW.c.revision != b"")
    done = connection.execute(take_backs).rowcount
    done += connection.execute(change.values(state=RECEIVED)).rowcount
    # A replaced one of this batch waits for the event that replaces it, in a later batch; it is not sent again.
    connection.execute(update(_ROW).where(match, _ROW.c.state == REPLACED).values(batch=None))
    return done


def _number_alone(connection: Connection, sequence: int) -> None:
    """The hub has forgotten what this event replaces: it stands for itself, under a new number. A take-back of what
    the hub has not got is done."""
    match = (_ROW.c.sequence == sequence) & (_ROW.c.state == WAITING)
    connection.execute(delete(_ROW).where(match, _ROW.c.revision == b""))
    replaced = select(_ROW.c.replaces).where(match)
    connection.execute(delete(_ROW).where(_ROW.c.state == REPLACED, _ROW.c.sequence.in_(replaced)))
    connection.execute(update(_ROW).where(match).values(sequence=None, batch=None, replaces=0))


def offer_again(connection: Connection) -> int:
    """Let everything that is not settled be sent once more, for a server that has forgotten; return how many.

    Sending twice does no harm: a server that has an event already answers as it did.
    """
    unsettled = update(_ROW).where(_ROW.c.state == RECEIVED, _ROW.c.batch.is_not(None))
    return connection.execute(unsettled.values(state=WAITING)).rowcount


def refuse_batch(connection: Connection, first: int, code: str) -> None:
    """Note that the hub refused a whole batch; its entries stay, with the reason."""
    refused = update(_ROW).where(_ROW.c.batch == first, _ROW.c.state == WAITING)
    connection.execute(refused.values(state=REFUSED, note=code))
    # What was replaced before it was heard of is not offered for its own sake.
    connection.execute(update(_ROW).where(_ROW.c.batch == first, _ROW.c.state == REPLACED).values(batch=None))


def number_again(connection: Connection, first: int, known: int) -> None:
    """Another copy of this profile used these numbers: all that the hub has not got starts again at `known`."""
    match = _ROW.c.batch >= first
    connection.execute(delete(_ROW).where(match, _ROW.c.state == REPLACED))
    again = update(_ROW).where(match, _ROW.c.state == WAITING)
    # What an entry replaces keeps its name where the hub knows it under that number.
    connection.execute(again.where(_ROW.c.replaces >= first).values(replaces=0))
    connection.execute(again.values(sequence=None, batch=None))
    # What the hub has, or refused, of a later batch keeps its number, and so its batch.
    others = exists().where(_ROW.c.batch == tables.batch.c.first)
    connection.execute(delete(tables.batch).where(tables.batch.c.first >= first, ~others))
    facts.put_number(connection, facts.SEQUENCE, max(known, facts.get_number(connection, facts.SEQUENCE)))
