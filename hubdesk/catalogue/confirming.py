"""The confirmed layer of records: what a signed state says of each, and what follows for what waits on top.

Invariant: a record's confirmed layer changes only here; what waits on it is merged or reconsidered in the same
transaction, what is withdrawn goes to the bin, and of what is erased nothing waits on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, exists, select, update

from hubdesk.catalogue import erasures, records, revisions, tables
from hubdesk.catalogue.bin import note_binned
from hubdesk.catalogue.holding import Changes
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox, settle_own
from hubdesk.catalogue.records import Layers
from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.record import Revision, read_revision

_MANY = 500


class Confirming:
    """Writes the confirmed layer, within a transaction of the caller's. `now` gives RFC 3339 in UTC."""

    def __init__(self, layers: Layers, outbox: Outbox, inbox: Inbox, now: Callable[[], str]) -> None:
        self._layers = layers
        self._outbox = outbox
        self._inbox = inbox
        self._now = now

    def confirm(self, connection: Connection, collection: int, changes: list[Revision]) -> None:
        """Make revisions the confirmed layer of their records."""
        revisions.keep(connection, changes)
        numbers = self.numbers(connection, collection, [id_bytes(r.content.id) for r in changes])
        known = [r for r in changes if id_bytes(r.content.id) in numbers]
        fresh = [r for r in changes if id_bytes(r.content.id) not in numbers]
        if fresh:
            connection.execute(tables.record.insert(), [_record_values(collection, r) for r in fresh])
            added = self.numbers(connection, collection, [id_bytes(r.content.id) for r in fresh])
            self._layers.added(connection, list(added.values()))
        self._note_erased(connection, collection, fresh, seen=False)
        if known:
            by_number = {numbers[id_bytes(r.content.id)]: r for r in known}
            with self._layers.changing(connection, list(by_number)):
                note_binned(connection, by_number, self._now())
                rows = [
                    {"n": number, "hash": r.hash, "of_kind": r.content.kind}
                    for number, r in by_number.items()
                ]
                change = update(tables.record).where(tables.record.c.number == bindparam("n"))
                connection.execute(
                    change.values(confirmed=bindparam("hash"), kind=bindparam("of_kind")), rows
                )
                self._note_erased(connection, collection, known, seen=True)
                self._reconcile(connection, list(by_number))

    def _note_erased(
        self, connection: Connection, collection: int, changes: list[Revision], *, seen: bool
    ) -> None:
        """Let nothing stand on what these changes erase, and remember that its words have to go. What a notice erased
        stays so, whatever its hub signs."""
        ids = {id_bytes(r.content.id): r.content.erased for r in changes}
        before = erasures.among(connection, collection, ids)
        reasons = {one: reason for one, reason in ids.items() if reason is not None and one not in before}
        back = [row for one, row in before.items() if ids[one] is None]
        erasures.forget(connection, collection, [row.id for row in back])
        for row in back:
            if row.notice is not None:
                erasures.note(connection, collection, {row.id: row.reason}, row.at, notice=row.notice)
                erasures.take_down(connection, collection, [row.id])
        if reasons:
            erasures.note(connection, collection, reasons, self._now(), seen=seen)
            erasures.take_down(connection, collection, reasons)

    def erase(self, connection: Connection, collection: int, changes: Changes) -> None:
        """Erase what `changes`, held until a person has looked, erase: that waits for nobody."""
        contents = revisions.get_many(connection, list(changes.values()))
        erasing = [read_revision(content) for _, content in contents if b'"erased"' in content]
        erasing = [revision for revision in erasing if revision.content.erased is not None]
        rows = self.numbers(connection, collection, [id_bytes(r.content.id) for r in erasing])
        with self._layers.changing(connection, list(rows.values())):
            self._note_erased(connection, collection, erasing, seen=True)

    def drop(self, connection: Connection, collection: int, ids: Iterable[bytes]) -> None:
        """Unconfirm records that the signed state does not name; their revisions stay."""
        rows = list(self.numbers(connection, collection, list(ids)).values())
        with self._layers.changing(connection, rows):
            for row in rows:
                records.set_layers(connection, row, confirmed=None)

    def numbers(self, connection: Connection, collection: int, ids: list[bytes]) -> dict[bytes, int]:
        """Return the record number of each of these ids (16 bytes) that the collection has."""
        table = tables.record
        found: dict[bytes, int] = {}
        for start in range(0, len(ids), _MANY):
            some = table.c.id.in_(ids[start : start + _MANY])
            rows = connection.execute(
                select(table.c.id, table.c.number).where(table.c.collection == collection, some)
            )
            found.update((row.id, row.number) for row in rows)
        return found

    def _reconcile(self, connection: Connection, numbers: list[int]) -> None:
        """Look again at what waits on records whose confirmed layer changed."""
        table = tables.record
        drafted = exists().where(tables.draft.c.record == table.c.number)
        clashes = exists().where(tables.clash.c.record == table.c.number)
        waiting = table.c.pending.is_not(None) | table.c.accepted.is_not(None) | drafted | clashes
        for start in range(0, len(numbers), _MANY):
            some = table.c.number.in_(numbers[start : start + _MANY])
            for number in connection.scalars(select(table.c.number).where(waiting, some)).all():
                row = records.by_number(connection, number)
                if row.accepted is not None and row.accepted == row.confirmed:
                    records.set_layers(connection, number, accepted=None)
                    settle_own(connection, row)
                elif row.accepted is not None:
                    self._inbox.reconsider(connection, [row.id])
                row = records.by_number(connection, number)  # with what is accepted of it now
                self._outbox.rebase(connection, [row])
                self._inbox.look_again(connection, row)


def _record_values(collection: int, revision: Revision) -> dict[str, Any]:
    raw = id_bytes(revision.content.id)
    key = tree_key(raw)
    return {
        "collection": collection,
        "id": raw,
        "bucket": key[0] << 8 | key[1],
        "kind": revision.content.kind,
        "confirmed": revision.hash,
    }
