"""The messages between a desk and a hub: MessagePack, one exchange up and down.

Invariant: unknown keys are ignored and absent ones have a default, so that old desks stay in use for years; what one
side can do is said by flags, never by version numbers. Signed things travel as the bytes that were signed.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from hubdesk.errors import BadInput
from hubdesk.state import chunks
from hubdesk.state.batch import Event
from hubdesk.state.delta import Delta
from hubdesk.state.head import ShortHead, SignedHead

EXCHANGE = "/v1/exchange"
JOIN = "/v1/join"
BLOBS = "/v1/blobs/"
CHUNKS = "/chunks"
PATCHES = "/patch/"
REVISIONS = "/v1/revisions/"
MEDIA_TYPE = "application/x-hubdesk"

COMPARES = "n"
"""Flag: the desk can compare node hashes, so a cursor that is not known need not cost the whole."""
PLAIN = "p"
"""Flag: deltas without dictionary and with whole ids, for a desk that cannot build the dictionary."""

EXCHANGE_SIGNED_AS = b"hubdesk/exchange/1\n"
JOIN_SIGNED_AS = b"hubdesk/join/1\n"
INLINE_LIMIT = 1_000_000
"""Frames above this many bytes travel as blobs, so that they can be resumed."""
BODY_LIMIT = 8_000_000
CHUNK = chunks.CHUNK


class Message(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A map whose keys stand for themselves by their first letters; defaults cost no byte."""


class BlobRef(msgspec.Struct, frozen=True, array_like=True):
    """Something large, to be fetched or uploaded by its SHA-256 (32 bytes)."""

    sha256: bytes
    size: int


class Admission(msgspec.Struct, frozen=True, array_like=True):
    """Canonical bytes of who may do what, with the signature of the server's online key (trust/admission.py)."""

    body: bytes
    signature: bytes


class SentBatch(Message, frozen=True):
    """A batch on its way. `delta` when every event's content and base are told by a delta against the state named in
    the cursor of its collection (events in the delta's order); else `events` with `contents`, one frame of the new
    revisions' canonical bytes joined by LF, take-backs left out."""

    collection: str = msgspec.field(name="c")
    first: int = msgspec.field(name="f")
    signature: bytes = msgspec.field(name="s")
    delta: Delta | None = msgspec.field(name="d", default=None)
    replaces: dict[int, int] = msgspec.field(name="r", default_factory=dict)
    events: list[Event] = msgspec.field(name="e", default_factory=list)
    contents: bytes = msgspec.field(name="z", default=b"")


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """What the desk holds of a collection: version (0 for nothing) and the first 8 bytes of its root."""

    collection: str
    version: int
    root: bytes


class Publication(Message, frozen=True):
    """A coordinator's next head of a collection, with what leads to it from the head before.

    Exactly one of `delta`, `delta_blob` (MessagePack of a Delta) and `snapshot` (a first publication, the stream as a
    blob) is set. The events of other desks that this head settles stand beside it, in `Up.settled`. `merged`: one frame
    of the canonical bytes, joined by LF, of what published revisions were made from and no hub has seen: what this desk
    merged before it merged more. `role`: the hub's role that lists this head and every other newest one of the hub, as
    signed (trust/roles.py); one of a hub's publications in an exchange carries it, and they are taken all or none.
    """

    head: SignedHead = msgspec.field(name="h")
    delta: Delta | None = msgspec.field(name="d", default=None)
    delta_blob: BlobRef | None = msgspec.field(name="b", default=None)
    snapshot: BlobRef | None = msgspec.field(name="s", default=None)
    merged: bytes = msgspec.field(name="m", default=b"")
    role: bytes = msgspec.field(name="r", default=b"")


class SettledEvents(Message, frozen=True):
    """Events of one author that a coordinator settled (accepted with a publication, or returned without one), and the
    age file with the signed outcomes for the author."""

    author: str = msgspec.field(name="a")
    collection: str = msgspec.field(name="c")
    sequences: list[int] = msgspec.field(name="s")
    sealed: bytes = msgspec.field(name="z")


class Compared(Message, frozen=True):
    """What a desk holds of a collection, for a comparison. Without `marks` it asks for the server's node hashes; with
    them, for what differs (marks as in state/comparison.py, by node number, of every node that differs). With `head`,
    which is newer than the server's, it offers what the server lacks."""

    collection: str = msgspec.field(name="c")
    marks: dict[int, bytes] = msgspec.field(name="e", default_factory=dict)
    head: SignedHead | None = msgspec.field(name="h", default=None)


class TwoHeads(msgspec.Struct, frozen=True, array_like=True):
    """Two signed heads of one collection that contradict each other; `held` is the desk's."""

    held: SignedHead
    other: SignedHead


class Parcel(msgspec.Struct, frozen=True, array_like=True):
    """What one desk carries for another or for the hub; `content` as its `kind` says (sync/parcels.py)."""

    kind: str
    content: bytes


class Delivered(Message, frozen=True):
    """What the server says of a parcel, by the SHA-256 of its content. `code`: "" it is delivered; "waiting" it is to be
    brought again, a person decides first; or why it was refused. `closed`: of a batch, numbers of events that are not
    open (any more). `wanted`: files of it that are not here."""

    sha256: bytes = msgspec.field(name="n")
    code: str = msgspec.field(name="x", default="")
    closed: list[int] = msgspec.field(name="c", default_factory=list)
    wanted: list[bytes] = msgspec.field(name="w", default_factory=list)


class SentInstallers(Message, frozen=True):
    """A hub's list of shared software with its role's document (trust/installers.py: pack_list). From a hub with the
    number of the change; `is_offer`: it waits for a second signature."""

    hub: str = msgspec.field(name="h")
    packed: bytes = msgspec.field(name="z")
    number: int = msgspec.field(name="n", default=0)
    is_offer: bool = msgspec.field(name="o", default=False)


class Up(Message, frozen=True):
    """What a desk says in an exchange."""

    cursors: list[Cursor] = msgspec.field(name="c", default_factory=list)
    trust: int = msgspec.field(name="t", default=0)
    """Version of the timestamp that the desk holds (0: none); who has one reads `CollectionAnswer.short`, too."""
    root: int = msgspec.field(name="r", default=1)
    """Version of the newest root that the desk holds."""
    brought: bytes = msgspec.field(name="g", default=b"")
    """A whole bundle (trust/bundle.py), where the hub lacks what this desk holds of it."""
    batches: list[SentBatch] = msgspec.field(name="b", default_factory=list)
    publications: list[Publication] = msgspec.field(name="p", default_factory=list)
    settled: list[SettledEvents] = msgspec.field(name="s", default_factory=list)
    inbox: dict[str, int] = msgspec.field(name="i", default_factory=dict)
    """For each hub that the desk coordinates: number of the last change of its inbox that the desk has."""
    outcomes: int = msgspec.field(name="o", default=0)
    """Number of the last sealed outcome that the desk has."""
    limit: int = msgspec.field(name="l", default=0)
    """Bytes that the answer should stay below; 0 for the server's own limit."""
    token: bool = msgspec.field(name="k", default=False)
    """Whether the desk wants a token for blobs even if the answer names none."""
    flags: list[str] = msgspec.field(name="f", default_factory=list)
    """What the desk can do or wants: COMPARES, PLAIN."""
    compared: list[Compared] = msgspec.field(name="n", default_factory=list)
    healing: list[Publication] = msgspec.field(name="h", default_factory=list)
    """Signed heads that the server lost, with what it said to lack, from any desk that holds them."""
    received: dict[int, bytes] = msgspec.field(name="e", default_factory=dict)
    """The desk's batches that the server is said to have and nobody has settled: first number -> mark."""
    wanted: list[bytes] = msgspec.field(name="w", default_factory=list)
    """Hashes of revisions whose bytes were damaged here."""
    contradictions: list[TwoHeads] = msgspec.field(name="q", default_factory=list)
    software: int | None = msgspec.field(name="si", default=None)
    """Number of the last change of the lists of shared software that the desk has; None: it does not ask."""
    installers: list[SentInstallers] = msgspec.field(name="so", default_factory=list)
    """Lists of shared software that the desk signed."""
    carried: list[Parcel] = msgspec.field(name="x", default_factory=list)
    """What this desk brings of others: batches, requests to join, publications."""
    others: int | None = msgspec.field(name="z", default=None)
    """Number of the last parcel for others that the desk has; None: it carries nothing."""


class Request(msgspec.Struct, frozen=True, array_like=True):
    """An exchange: who asks, a counter that only grows, the signature over
    EXCHANGE_SIGNED_AS + server key (32) + counter (8, big-endian) + SHA-256 of `body`, and the packed Up."""

    desk: bytes
    counter: int
    signature: bytes
    body: bytes


class SnapshotRef(Message, frozen=True):
    """A first fill: head m with its node hashes (Nodes.sparse) and the stream as a blob or, if small, inline."""

    head: SignedHead = msgspec.field(name="h")
    nodes: bytes = msgspec.field(name="n")
    blob: BlobRef = msgspec.field(name="b")
    inline: bytes = msgspec.field(name="z", default=b"")


class CollectionAnswer(Message, frozen=True):
    """What is new in a collection; collections without news are left out.

    `snapshot` brings the desk to its head, then `delta` (or `delta_blob`) from there, or from what the desk holds, to
    `head`. `behind`: the server holds less than the desk and this is its version.

    In a comparison `nodes` (8,192 bytes) are those of `head`, or of the server's own version when it is behind; then
    `lacks` are the places (8 bytes each) of what it would like to be sent, or `repaired` is set and the delta, without
    dictionary, leads from what the desk said to hold, without the places `gone`, to `head`. `rival`: what the server
    holds under the version of the desk's cursor.
    """

    collection: str = msgspec.field(name="c")
    head: SignedHead | None = msgspec.field(name="h", default=None)
    short: ShortHead | None = msgspec.field(name="e", default=None)
    """Instead of `head`, against what the desk's cursor names."""
    delta: Delta | None = msgspec.field(name="d", default=None)
    delta_blob: BlobRef | None = msgspec.field(name="b", default=None)
    snapshot: SnapshotRef | None = msgspec.field(name="s", default=None)
    behind: int | None = msgspec.field(name="x", default=None)
    nodes: bytes = msgspec.field(name="n", default=b"")
    lacks: bytes | None = msgspec.field(name="l", default=None)
    repaired: bool = msgspec.field(name="p", default=False)
    gone: bytes = msgspec.field(name="g", default=b"")
    rival: SignedHead | None = msgspec.field(name="o", default=None)
    refused: str = msgspec.field(name="r", default="")
    """Code when the desk may not read this collection or it does not exist."""


class Receipt(Message, frozen=True):
    """What the server says of a batch, by (collection, first). `known`: first number that it does not have.

    `refused`: event sequence -> code; `code` for the whole batch: "unknown-base" (send it self-contained),
    "numbers-taken" (number anew from `known`), "missing-blobs" (upload `wanted`, the event is received all the same).
    `mark`: of the batch that is meant; a desk restored from a copy may have given its numbers to another.
    """

    collection: str = msgspec.field(name="c")
    first: int = msgspec.field(name="f")
    code: str = msgspec.field(name="x", default="")
    known: int = msgspec.field(name="k", default=0)
    refused: dict[int, str] = msgspec.field(name="r", default_factory=dict)
    wanted: list[bytes] = msgspec.field(name="w", default_factory=list)
    mark: bytes = msgspec.field(name="s", default=b"")


class Published(Message, frozen=True):
    """What became of a publication. `code`: "" done; "outdated"; "missing-blobs" (upload `wanted`, send again); or
    why it was refused, with `detail`."""

    collection: str = msgspec.field(name="c")
    code: str = msgspec.field(name="x", default="")
    wanted: list[bytes] = msgspec.field(name="w", default_factory=list)
    detail: str = msgspec.field(name="d", default="")


class InboxBatch(Message, frozen=True):
    """A contributor's batch as it was signed, self-contained, with the author's admission.

    `number`: change number of the hub's inbox. `open`: positions of events in the batch that are still open; an event
    that is not open any more is settled or taken back, and its content left out of `contents`."""

    number: int = msgspec.field(name="n")
    desk: str = msgspec.field(name="d")
    collection: str = msgspec.field(name="c")
    first: int = msgspec.field(name="f")
    events: list[Event] = msgspec.field(name="e")
    signature: bytes = msgspec.field(name="s")
    open: list[int] = msgspec.field(name="o", default_factory=list)
    contents: bytes = msgspec.field(name="z", default=b"")
    before: bytes = msgspec.field(name="p", default=b"")
    admission: Admission | None = msgspec.field(name="a", default=None)
    received: str = msgspec.field(name="t", default="")


class Sealed(msgspec.Struct, frozen=True, array_like=True):
    """Signed outcomes for this desk in an age file, with the server's running number."""

    number: int
    sealed: bytes


class Down(Message, frozen=True):
    """What the hub answers; a desk that is up to date gets an empty map."""

    collections: list[CollectionAnswer] = msgspec.field(name="c", default_factory=list)
    trust: bytes = msgspec.field(name="t", default=b"")
    """The metadata that is newer than the desk's, one frame (trust/bundle.py, against what the desk holds and the
    heads of this answer)."""
    whole: bool = msgspec.field(name="y", default=False)
    """Whether `trust` stands against nothing: what the desk says to hold is not known here."""
    receipts: list[Receipt] = msgspec.field(name="b", default_factory=list)
    published: list[Published] = msgspec.field(name="p", default_factory=list)
    outcomes: list[Sealed] = msgspec.field(name="o", default_factory=list)
    inbox: dict[str, list[InboxBatch]] = msgspec.field(name="i", default_factory=dict)
    more: bool = msgspec.field(name="m", default=False)
    healed: list[Published] = msgspec.field(name="h", default_factory=list)
    forgotten: list[int] = msgspec.field(name="e", default_factory=list)
    """Of `Up.received`: first numbers of batches that the server does not have (any more)."""
    revisions: bytes = msgspec.field(name="w", default=b"")
    """One frame of those of `Up.wanted` that the desk may have, joined by LF."""
    token: str = msgspec.field(name="k", default="")
    carried: list[Delivered] = msgspec.field(name="x", default_factory=list)
    """What became of `Up.carried`."""
    others: dict[int, Parcel] = msgspec.field(name="z", default_factory=dict)
    """Running number -> what is for those of whom this desk brought something: sealed outcomes, admissions."""
    software: list[SentInstallers] = msgspec.field(name="si", default_factory=list)
    """Lists of shared software that changed since the desk's number."""
    installers: list[Published] = msgspec.field(name="so", default_factory=list)
    """What became of `Up.installers`, by hub in the place of the collection."""


class JoinRequest(Message, frozen=True):
    """A desk's keys with the secret of its invite. `body` of SignedJoin."""

    secret: bytes = msgspec.field(name="s")
    hub: str = msgspec.field(name="h")
    sign: bytes = msgspec.field(name="k")
    """Ed25519 public key, 32 bytes."""
    receive: str = msgspec.field(name="r")
    """age recipient ("age1...")."""
    publish: bytes = msgspec.field(name="p", default=b"")
    """Ed25519 public publishing key of a coordinator's desk, 32 bytes."""


class SignedJoin(msgspec.Struct, frozen=True, array_like=True):
    """A packed JoinRequest with the desk's signature over JOIN_SIGNED_AS + SHA-256 of the server key (32) + body."""

    body: bytes
    signature: bytes


class Joined(Message, frozen=True):
    """The answer to a join: the trust to begin with and what the desk may now do."""

    trust: bytes = msgspec.field(name="t")
    """The whole bundle (trust/bundle.py), from root.json version 1 on."""
    server_key: bytes = msgspec.field(name="k")
    role: str = msgspec.field(name="o")
    hub: str = msgspec.field(name="h")
    admission: Admission = msgspec.field(name="a")
    collections: list[str] = msgspec.field(name="c")
    """Collections that the desk may read now."""
    hubs: list[str] = msgspec.field(name="u", default_factory=list)
    trial: bool = msgspec.field(name="y", default=False)


class Failure(Message, frozen=True):
    """Body of an answer with a status of 400 or above."""

    code: str = msgspec.field(name="x")
    data: dict[str, Any] = msgspec.field(name="d", default_factory=dict)


M = TypeVar("M", bound=msgspec.Struct)
_encoder = msgspec.msgpack.Encoder()


def pack(message: msgspec.Struct) -> bytes:
    """Return the MessagePack bytes of a message."""
    return _encoder.encode(message)


def unpack(packed: bytes, kind: type[M]) -> M:
    """Read a message; raises BadInput("not-a-message")."""
    try:
        return msgspec.msgpack.decode(packed, type=kind)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise BadInput("not-a-message", expected=kind.__name__, reason=str(error)) from error
