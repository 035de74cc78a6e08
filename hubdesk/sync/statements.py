"""Whether what other desks say counts: proposals by their admission, outcomes by a coordinator's.

Invariant: nothing that arrived is believed for the road it came by; only signatures by admitted desks count.
"""

from __future__ import annotations

from hubdesk.catalogue import facts
from hubdesk.catalogue.collections import CENTRE_PUBLIC
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.inbox import Proposal
from hubdesk.catalogue.records import fields_of_kind
from hubdesk.catalogue.trust import is_revoked
from hubdesk.errors import BadInput, Untrusted
from hubdesk.model.identity import id_bytes
from hubdesk.model.record import Revision, read_revision
from hubdesk.state import frame
from hubdesk.state.batch import Batch
from hubdesk.state.outcome import SIGNED_AS, Outcomes, SignedOutcomes
from hubdesk.sync.wire import InboxBatch, unpack
from hubdesk.trust.admission import CENTRE, COORDINATOR, PROPOSING, SECRETARIAT, read_admission
from hubdesk.trust.keys import DeskKeys, check_signature

_MOST_BEFORE = 10_000
_CONTENT_LIMIT = 64 * 1024 * 1024


def read_proposals(
    connection: Connection, hub: str, sent: InboxBatch
) -> tuple[list[Proposal], list[Revision]]:
    """Return the open proposals of a batch for `hub` with their new revisions, all signatures checked.

    Raises Untrusted, BadInput.
    """
    server_key = facts.get(connection, facts.SERVER_KEY) or b""
    if sent.admission is None or sent.collection.partition("/")[0] != hub:
        raise Untrusted("admission-broken")
    author = read_admission(sent.admission.body, sent.admission.signature, server_key)
    if author.desk != sent.desk or author.hub != hub or author.role not in PROPOSING:
        raise Untrusted("admission-elsewhere", desk=sent.desk, hub=author.hub)
    if is_revoked(connection, sent.desk):
        raise Untrusted("desk-revoked", desk=sent.desk)
    batch = Batch(sent.desk, sent.collection, sent.first, sent.events)
    check_signature(bytes.fromhex(author.sign), sent.signature, batch.statement())
    text = frame.unpack(sent.contents, _CONTENT_LIMIT) if sent.contents else b""
    if text.count(b"\n") >= max(
        len(sent.events), 1
    ):  # before it is cut up: line ends alone would fill the memory
        raise Untrusted("proposal-incomplete", desk=sent.desk)
    contents = {item.hash: item for item in map(read_revision, text.split(b"\n"))} if text else {}
    if not all(0 <= place < len(sent.events) for place in sent.open):
        raise Untrusted("proposal-incomplete", desk=sent.desk)
    proposals = []
    for place in sent.open:
        if not 0 <= place < len(sent.events):
            raise Untrusted("proposal-incomplete", desk=sent.desk)
        event = sent.events[place]
        if event.revision not in contents or id_bytes(contents[event.revision].content.id) != event.id:
            raise Untrusted("proposal-incomplete", desk=sent.desk)
        proposals.append(
            Proposal(
                sent.collection,
                sent.desk,
                sent.first + place,
                event.id,
                event.base,
                event.revision,
                author.role,
                author.receive,
                sent.received,
            )
        )
    return proposals, [*contents.values(), *_read_before(sent)]


def _read_before(sent: InboxBatch) -> list[Revision]:
    """Return the author's earlier words on the records of a batch; they prove nothing, and are known by their hash."""
    text = frame.unpack(sent.before, _CONTENT_LIMIT) if sent.before else b""
    if text.count(b"\n") >= _MOST_BEFORE:
        raise Untrusted("proposal-incomplete", desk=sent.desk)
    ids = {event.id for event in sent.events}
    earlier = [read_revision(line) for line in text.split(b"\n")] if text else []
    return [revision for revision in earlier if id_bytes(revision.content.id) in ids]


def read_outcomes(connection: Connection, keys: DeskKeys, sealed: bytes) -> Outcomes:
    """Open and check outcomes for this desk: signed by a desk that coordinates the hub, or did before it was revoked.

    Raises Untrusted("not-for-this-desk" | "not-a-coordinator" | "signature"), BadInput.
    """
    signed = unpack(keys.open(sealed), SignedOutcomes)
    outcomes = signed.outcomes()
    if outcomes.author != keys.id:
        raise Untrusted("not-for-this-desk")
    if outcomes.by == keys.id:
        public = keys.signing.public
    else:
        public = _coordinator_key(connection, outcomes.by, outcomes.collection.partition("/")[0])
    check_signature(public, signed.signature, SIGNED_AS + signed.body)
    return outcomes


def _coordinator_key(connection: Connection, desk: str, hub: str) -> bytes:
    """Return the signing key of a desk that the Centre's signed admissions name as a coordinator of `hub`."""
    for fields in fields_of_kind(connection, CENTRE_PUBLIC, "admission"):
        entitled = (fields.get("role"), fields.get("hub")) in ((COORDINATOR, hub), (SECRETARIAT, CENTRE))
        if entitled and fields.get("desk") == desk:
            try:
                return bytes.fromhex(str(fields.get("sign", "")))
            except ValueError as error:
                raise BadInput("admission-broken") from error
    raise Untrusted("not-a-coordinator", desk=desk, hub=hub)
