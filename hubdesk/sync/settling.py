"""What a coordinator's desk tells authors: outcomes, signed by the desk and sealed for each author alone."""

from __future__ import annotations

from hubdesk.catalogue.accepted import Owed
from hubdesk.state.outcome import SIGNED_AS, Outcomes, SignedOutcomes, body_of
from hubdesk.sync.wire import SettledEvents, pack
from hubdesk.trust.keys import DeskKeys, seal


def sealed_outcomes(keys: DeskKeys, collection: str, version: int, root: str, debt: Owed) -> SettledEvents:
    """Return what an author is told of proposals to `collection`, as of `version` with `root` (hex)."""
    body = body_of(
        Outcomes(
            author=debt.author,
            by=keys.id,
            collection=collection,
            version=version,
            root=root,
            settled=debt.settled,
        )
    )
    signed = SignedOutcomes(body, keys.signing.sign(SIGNED_AS + body))
    return SettledEvents(
        author=debt.author,
        collection=collection,
        sequences=[told.sequence for told in debt.settled],
        sealed=seal(debt.recipient, pack(signed)),
    )
