"""Batches on their way up, in whatever encoding fits what the server holds, and what the server says of them."""

from __future__ import annotations

from hubdesk.catalogue import batches, collections, held, revisions
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.model.record import read_revision
from hubdesk.state import frame
from hubdesk.state.batch import Batch
from hubdesk.state.delta import in_tree_order, make_delta
from hubdesk.sync.wire import Receipt, SentBatch

_LAST_NUMBER = 2**52
"""Above it a number could not be signed (RFC 8785 carries integers below 2^53)."""
_NOT_UNDERSTOOD = ("unknown-base", "dictionary-unknown", "delta-broken")


def unsent(connection: Connection, limit: int, self_contained: set[int]) -> list[SentBatch]:
    """Return the batches that the server has not said to have received, up to about `limit` bytes, at least one.

    Those whose first number is in `self_contained` carry everything with them; the others a delta where it fits.
    """
    found: list[SentBatch] = []
    size = 0
    for batch in batches.unsent_batches(connection):
        sent = None if batch.first in self_contained else _against_state(connection, batch)
        sent = sent or whole(connection, batch)
        size += len(sent.delta.frame) if sent.delta else len(sent.contents)
        if found and size > limit:
            break
        found.append(sent)
    return found


def _contents(connection: Connection, batch: Batch) -> dict[bytes, bytes]:
    return dict(revisions.get_many(connection, [event.revision for event in batch.events if event.revision]))


def whole(connection: Connection, batch: Batch) -> SentBatch:
    """Return a batch with everything in it, for any road."""
    contents = _contents(connection, batch)
    # What was erased here meanwhile goes without its words; the signature is over hashes.
    text = b"\n".join(contents[event.revision] for event in batch.events if event.revision in contents)
    return SentBatch(
        collection=batch.collection,
        first=batch.first,
        signature=batch.signature,
        events=batch.events,
        contents=frame.pack(text) if text else b"",
    )


def _against_state(connection: Connection, batch: Batch) -> SentBatch | None:
    """Return the batch as a delta against what this desk holds, None where its bases are not that state's."""
    row = collections.row_of(connection, batch.collection)
    if (
        row is None
        or not row.version
        or held.held_row(connection, row.number) is not None
        or not all(event.revision for event in batch.events)
    ):
        return None
    state = ConfirmedState(connection, row.number)
    ids = [event.id for event in batch.events]
    known = state.hashes(ids)
    in_order = in_tree_order(known) + in_tree_order(set(ids) - known.keys())
    if ids != in_order or any(known.get(event.id, b"") != event.base for event in batch.events):
        return None
    contents = _contents(connection, batch)
    if len(contents) != len({event.revision for event in batch.events}):
        return None
    changes = [read_revision(contents[event.revision]) for event in batch.events]
    replaces = {
        batch.first + place: event.replaces for place, event in enumerate(batch.events) if event.replaces
    }
    return SentBatch(
        collection=batch.collection,
        first=batch.first,
        signature=batch.signature,
        delta=make_delta(state, changes),
        replaces=replaces,
    )


def take_receipts(
    connection: Connection, receipts: list[Receipt], self_contained: set[int]
) -> tuple[int, set[bytes]]:
    """Note what the server says of batches; return the number of events it has newly received and the blobs it
    wants. Batches to be sent whole are added to `self_contained`."""
    received = 0
    wanted: set[bytes] = set()
    for receipt in receipts:
        if not batches.mark_of(connection, receipt.first).startswith(receipt.mark):
            continue  # it tells of other words that had these numbers
        wanted.update(receipt.wanted)
        if receipt.code == "numbers-taken" and 0 < receipt.known < _LAST_NUMBER:
            batches.number_again(connection, receipt.first, receipt.known)
        elif receipt.code in ("", "missing-blobs"):
            received += batches.note_received(connection, receipt.first, receipt.refused)
        elif receipt.code in _NOT_UNDERSTOOD and receipt.first not in self_contained:
            self_contained.add(receipt.first)
        else:
            batches.refuse_batch(connection, receipt.first, receipt.code)
    return received, wanted
