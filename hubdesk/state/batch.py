"""What a desk proposes: events in batches, signed over what they mean and never over an encoding.

Invariant: a batch may be carried by anybody, by any road and in any encoding; author, order and content stay provable.
"""

from __future__ import annotations

import msgspec

from hubdesk.model import canonical

SIGNED_AS = b"hubdesk/batch/1\n"
NOTHING = b""
MARK = 8


class Event(msgspec.Struct, frozen=True, array_like=True):
    """One proposed change of the record `id` (16 bytes).

    `base`: hash of the signed revision it was written against, empty for a new record. `revision`: hash of the new
    revision, empty when the author takes the event `replaces` back. `replaces`: the sequence number of this desk's
    earlier event that this one takes the place of, 0 for none.
    """

    id: bytes
    base: bytes
    revision: bytes
    replaces: int = 0


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """Events of one desk for one collection, numbered from `first` without gaps, with the desk's signature."""

    desk: str
    collection: str
    first: int
    events: list[Event]
    signature: bytes = b""

    @property
    def mark(self) -> bytes:
        """What tells this batch from another with the same numbers: the first 8 bytes of its signature."""
        return self.signature[:MARK]

    def statement(self) -> bytes:
        """Return the bytes that the desk signs."""
        return SIGNED_AS + canonical.encode(
            {
                "desk": self.desk,
                "collection": self.collection,
                "first": self.first,
                "events": [
                    {
                        "id": event.id.hex(),
                        "base": event.base.hex(),
                        "revision": event.revision.hex(),
                        "replaces": event.replaces,
                    }
                    for event in self.events
                ],
            }
        )
