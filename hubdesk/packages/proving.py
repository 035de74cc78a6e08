"""Proving an edition's collections: from a head whose signature counts down to every record.

Invariant: nothing is proved twice over and nothing is changed; a collection that is false stops no other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec import Struct

from hubdesk.catalogue import blobs, collections, equivocations, held
from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.named_files import names_of
from hubdesk.errors import BadInput, HubDeskError, StorageFailure, Untrusted
from hubdesk.model.record import Revision
from hubdesk.packages import layout
from hubdesk.packages.layout import Listed
from hubdesk.packages.manifest import damaged
from hubdesk.packages.reader import Edition
from hubdesk.packages.vouching import Vouching
from hubdesk.packages.watch import Watch
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.tree import Nodes

NEWER, HELD, OLDER = "newer", "held", "older"
_SHOWN_EVERY = 500
_SLACK, _EACH = 16 * 1024 * 1024, 32 * 1024
"""A snapshot may have so many bytes, and so many for each record that its head states; real ones have 500."""


class Fault(Struct, frozen=True):
    """A part of an edition that does not count: a collection or a file (SHA-256, hex), and the code of what is wrong."""

    about: str
    code: str
    data: dict[str, object]


class Claim(Struct, frozen=True):
    """A collection of which the head counts: what it must be. `state`: how it stands to what this desk holds."""

    signed: SignedHead
    head: Head
    nodes: Nodes
    state: str


Look = Callable[[Claim, Revision], None]
"""Sees each record of a collection once its node is proved."""

Judged = dict[str, Claim | HubDeskError]
"""By name of a collection: what it must be, or why it is refused."""


def claims(edition: Edition, vouching: Vouching, connection: Connection | None) -> Judged:
    """Judge the heads of an edition's collections. Raises BadInput("edition-damaged"), StorageFailure."""
    judged: Judged = {}
    for name, listed in sorted(edition.contents.collections.items()):
        try:
            judged[name] = _claim(edition, name, listed, vouching, connection)
        except HubDeskError as error:
            if isinstance(error, StorageFailure) or error.code == "edition-damaged":
                raise
            judged[name] = error
    return judged


def prove_all(
    edition: Edition, judged: Judged, states: Collection[str], watch: Watch, look: Look | None = None
) -> Judged:
    """Prove every record of those collections that stand to what is held as one of `states` says."""
    proven: Judged = {}
    for name, claim in judged.items():
        proven[name] = claim
        if isinstance(claim, Claim) and claim.state in states:
            try:
                prove(edition, claim, watch, look)
            except (BadInput, Untrusted) as error:
                proven[name] = error
    return proven


def faults_of(judged: Judged) -> list[Fault]:
    """Return what was refused and why."""
    return [
        Fault(name, error.code, error.data)
        for name, error in judged.items()
        if isinstance(error, HubDeskError)
    ]


def missing_files(edition: Edition, connection: Connection | None) -> list[Fault]:
    """Return the files that the edition should hold, does not, and that the desk of `connection` has not either."""
    missing = edition.missing()
    held_here = {} if connection is None else blobs.held(connection, missing)
    return file_faults(
        connection,
        {
            sha256: BadInput("edition-file-missing", sha256=sha256.hex())
            for sha256 in missing
            if sha256 not in held_here
        },
    )


def file_faults(connection: Connection | None, errors: Mapping[bytes, HubDeskError]) -> list[Fault]:
    """Return what is wrong with files, SHA-256 -> error, with the `file`'s name and the `record` where one held here
    names it."""
    names = {} if connection is None else names_of(connection, errors.keys())
    found = []
    for sha256, error in errors.items():
        named = dict(zip(("file", "record"), names.get(sha256, ()), strict=False))
        found.append(Fault(sha256.hex(), error.code, error.data | named))
    return found


def _claim(
    edition: Edition, name: str, listed: Listed, vouching: Vouching, connection: Connection | None
) -> Claim:
    if not layout.is_public(name) and not edition.bag.is_sealed:
        raise BadInput("edition-members", collection=name)
    signed = edition.head(name)
    head = vouching.check(signed, name)
    if (head.version, head.root, head.records) != (listed.version, listed.root, listed.records):
        raise damaged(layout.head_name(name), "not the head that the list names")
    nodes = edition.nodes(name)
    if nodes.root().hex() != head.root:
        raise Untrusted("root-mismatch", collection=name, version=head.version)
    if edition.snapshot_size(name) > _SLACK + _EACH * head.records:
        raise damaged(layout.snapshot_name(name), "too large")
    return Claim(signed, head, nodes, _state(connection, signed, head))


def _state(connection: Connection | None, signed: SignedHead, head: Head) -> str:
    """Return how a head stands to what is held. Raises Untrusted("equivocation")."""
    row = None if connection is None else collections.row_of(connection, head.collection)
    if connection is None or row is None:
        return NEWER
    equivocations.check(connection, head.collection)
    if equivocations.find(connection, signed) is not None:
        raise Untrusted("equivocation", collection=head.collection, version=head.version)
    waiting, kept = held.held_row(connection, row.number), collections.read_head(row.head)
    here = max(row.version, 0 if waiting is None else waiting.version)
    seen = max(here, 0 if kept is None else kept.head().version)  # more than is here, while a fill goes on
    if head.version < seen:
        return OLDER
    return HELD if head.version == here else NEWER


def prove(edition: Edition, claim: Claim, watch: Watch, look: Look | None = None) -> None:
    """Prove every record of a collection; `look` sees each. Raises Untrusted("root-mismatch" | "node-mismatch" |
    "snapshot-broken"), BadInput for a record that is none."""
    head, count = claim.head, 0
    for revision in edition.revisions(head.collection, claim.nodes):
        count += 1
        if look is not None:
            look(claim, revision)
        if count % _SHOWN_EVERY == 0:
            watch.tell("proving", head.collection, min(count, head.records), head.records)
    if count != head.records:
        raise Untrusted("root-mismatch", collection=head.collection, version=head.version)
