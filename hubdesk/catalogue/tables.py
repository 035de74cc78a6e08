"""The tables of a desk's catalogue (SQLAlchemy Core).

Invariant: a revision's canonical bytes stand once, under their hash; every other table names them by it. What can be
computed from them (index, facets) is only ever written together with them.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

SEVENTH = "substr(hex(id), 13, 1) = '7'"
"""Whether a record's id is a UUID of version 7, as the index `record_by_age` says it."""

desk = Table(
    "desk",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    comment="Single facts of this desk: its id, the server, trust metadata, counters.",
)

membership = Table(
    "membership",
    metadata,
    Column("hub", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("admission", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

publisher = Table(
    "publisher",
    metadata,
    Column("hub", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("public", LargeBinary, nullable=False),
    Column("since", Text, nullable=False, server_default="", comment="when this desk first heard of it"),
    Column("until", Text, comment="when this desk heard that it may publish no more"),
    comment="Publishing keys, taken from verified metadata.",
)

collection = Table(
    "collection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("followed", Integer, nullable=False, default=0),
    Column("version", Integer, nullable=False, default=0),
    Column("root", LargeBinary, nullable=False),
    Column("records", Integer, nullable=False, default=0),
    Column("nodes", LargeBinary, nullable=False, comment="256 node hashes, see state/tree.py"),
    Column("head", LargeBinary, comment="MessagePack of the SignedHead that vouches for this state"),
    Column("as_of", Text, comment="when a hub last confirmed this state, RFC 3339"),
    Column("filling", LargeBinary, comment="what is being taken in: SHA-256 of the snapshot, root"),
    Column("filled", Integer, nullable=False, default=0, comment="nodes of it that are done"),
)

revision = Table(
    "revision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("canonical", LargeBinary, nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("number", Integer, primary_key=True, comment="also the row of the search index"),
    Column("collection", Integer, ForeignKey("collection.number"), nullable=False),
    Column("id", LargeBinary, nullable=False),
    Column("bucket", Integer, nullable=False, comment="first two bytes of the tree key"),
    Column("kind", Text, nullable=False),
    Column("confirmed", LargeBinary, comment="hash of the signed revision"),
    Column("pending", LargeBinary, comment="hash of the revision in the outbox"),
    Column("accepted", LargeBinary, comment="hash of the revision that the next head will hold"),
    UniqueConstraint("id", "collection"),
    Index("record_by_bucket", "collection", "bucket"),
    Index("record_by_age", "collection", text(SEVENTH), "id"),
)

draft = Table(
    "draft",
    metadata,
    Column("record", Integer, ForeignKey("record.number"), primary_key=True),
    Column("fields", LargeBinary, nullable=False, comment="canonical JSON"),
    Column("withdrawn", Text, comment="the reason, when the draft is a withdrawal"),
    Column("base", LargeBinary, comment="hash of the confirmed revision it was written against"),
    Column("saved_at", Text, nullable=False),
    Column("comment", Text, comment="why a coordinator returned it"),
    Column("over", LargeBinary, comment="hash of the revision it was written over, where that is not signed"),
    Column("salt", Text, comment="of the revisions that are made of it before it is proposed"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("record", Integer, ForeignKey("record.number"), nullable=False, index=True),
    Column("base", LargeBinary),
    Column("revision", LargeBinary, comment="hash; empty takes `replaces` back"),
    Column("at", Text, nullable=False),
    Column("sequence", Integer, unique=True, comment="event number, once it was put into a batch"),
    Column("batch", Integer, comment="sequence number of its batch's first event"),
    Column("replaces", Integer, nullable=False, default=0),
    Column("state", Text, nullable=False, default="waiting", comment="waiting, received, accepted, refused"),
    Column("note", Text),
)

batch = Table(
    "batch",
    metadata,
    Column("first", Integer, primary_key=True),
    Column("packed", LargeBinary, nullable=False, comment="MessagePack of the signed Batch"),
)

proposal = Table(
    "proposal",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("collection", Integer, ForeignKey("collection.number"), nullable=False),
    Column("author", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("id", LargeBinary, nullable=False, index=True),
    Column("base", LargeBinary),
    Column("revision", LargeBinary, nullable=False),
    Column("role", Text, nullable=False),
    Column("recipient", Text, nullable=False, comment="the author's age recipient"),
    Column("received", Text, nullable=False),
    Column(
        "state", Text, nullable=False, default="open", comment="open, accepted, merged, returned, settled"
    ),
    Column("comment", Text),
    UniqueConstraint("author", "sequence"),
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("size", Integer, nullable=False),
    comment="Contents that lie whole and verified in the profile's blobs folder.",
)

upload = Table(
    "upload",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    comment="Blobs that the hub wants and has not got yet.",
)

contact = Table(
    "contact",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("road", Text, nullable=False),
    Column("bytes_up", Integer, nullable=False),
    Column("bytes_down", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("result", Text, nullable=False),
    Column("code", Text),
    comment="Past syncs.",
)

traffic = Table(
    "traffic",
    metadata,
    Column("day", Text, primary_key=True, comment="local date, YYYY-MM-DD"),
    Column("bytes_up", Integer, nullable=False, default=0),
    Column("bytes_down", Integer, nullable=False, default=0),
    comment="What went over lines, by day.",
)

download = Table(
    "download",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sha256", LargeBinary, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column(
        "record",
        Integer,
        ForeignKey("record.number", ondelete="CASCADE"),
        nullable=False,
        comment="for whose sake it is fetched",
    ),
    Column("name", Text, nullable=False, default=""),
    Column("priority", Integer, nullable=False, default=0, comment="higher first; then the smaller"),
    Column("state", Text, nullable=False, default="waiting", comment="waiting, paused, failed, cancelled"),
    Column("code", Text, comment="why it failed last"),
    Column("asked_at", Text, nullable=False),
    comment="Files to be fetched, until they lie here whole; and those that shall not come by themselves.",
)

clash = Table(
    "clash",
    metadata,
    Column("record", Integer, ForeignKey("record.number"), primary_key=True),
    Column("side", Text, primary_key=True, comment="what waits for the decision: draft, outbox, inbox"),
    Column("field", Text, primary_key=True, comment="path as in model/path.py: title.fr"),
    Column("base", LargeBinary, comment="hash of the revision that both sides began with"),
    Column("mine", LargeBinary, nullable=False, comment="hash of the revision with this desk's words"),
    Column("theirs", LargeBinary, nullable=False, comment="hash of the revision with the other side's"),
    Column("found_at", Text, nullable=False),
    Column("decided", LargeBinary, comment="canonical JSON: a list with the value, or an empty one for none"),
    comment="What both sides changed differently, until a person has decided every field of it.",
)

held_head = Table(
    "held_head",
    metadata,
    Column("collection", Integer, ForeignKey("collection.number"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("head", LargeBinary, nullable=False, comment="MessagePack of the SignedHead"),
    Column(
        "changes", LargeBinary, nullable=False, comment="id (16), revision hash (32) of each; kept already"
    ),
    Column("withdrawals", Integer, nullable=False),
    Column("held_at", Text, nullable=False),
    comment="Heads that withdraw so much that a person looks first.",
)

advance = Table(
    "advance",
    metadata,
    Column("collection", Integer, ForeignKey("collection.number"), primary_key=True),
    Column(
        "head", LargeBinary, nullable=False, comment="MessagePack of the SignedHead that is being reached"
    ),
    Column(
        "changes", LargeBinary, nullable=False, comment="id (16), revision hash (32) of each; kept already"
    ),
    Column("gone", LargeBinary, nullable=False, comment="ids (16) that the signed state does not name"),
    Column("at", Text, nullable=False),
    comment="Large changes, checked against their head, that are taken in step by step.",
)

equivocation = Table(
    "equivocation",
    metadata,
    Column("collection", Integer, ForeignKey("collection.number"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("head", LargeBinary, nullable=False, comment="MessagePack of the SignedHead that is held"),
    Column("other", LargeBinary, nullable=False, comment="of the one that contradicts it"),
    Column("seen_at", Text, nullable=False),
    comment="Two signed heads of one version: no further head of the collection is taken.",
)

binned = Table(
    "binned",
    metadata,
    Column("record", Integer, ForeignKey("record.number"), primary_key=True),
    Column("revision", LargeBinary, nullable=False, comment="hash of the last one before the withdrawal"),
    Column("since", Text, nullable=False),
    Column("days", Integer, nullable=False, comment="days on which the desk had been used by then"),
    comment="Withdrawn records whose content is still here.",
)

carried = Table(
    "carried",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False, comment="join, admitted, batch, outcomes, publication"),
    Column("desk", Text, nullable=False, comment="id of the desk that it is by, or for"),
    Column("first", Integer, nullable=False, comment="of a batch: its first number"),
    Column("hash", LargeBinary, nullable=False, unique=True, comment="SHA-256 of the content"),
    Column("content", LargeBinary, nullable=False, comment="MessagePack, as it travels"),
    Column("since", Text, nullable=False),
    Column("delivered", Text, comment="when the hub or the desk had it"),
    Column("code", Text, comment="why it was refused then; `waiting` while the hub has not decided"),
    comment="What this desk carries between others and the hub.",
)

closed_event = Table(
    "closed_event",
    metadata,
    Column("author", Text, primary_key=True),
    Column("sequence", Integer, primary_key=True),
    sqlite_with_rowid=False,
    comment="Events of others that were settled, replaced or taken back: brought again, they open nothing.",
)

erasure = Table(
    "erasure",
    metadata,
    Column("collection", Integer, ForeignKey("collection.number"), primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("reason", Text, nullable=False, comment="code, as in resources/vocabularies/erasure_reasons"),
    Column("at", Text, nullable=False),
    Column("notice", Text, comment="id of the notice that erases it; empty where its hub did"),
    Column("blobs", LargeBinary, nullable=False, comment="SHA-256 of each file that goes with it"),
    Column("owed", Integer, nullable=False, comment="1 while copies of it may still lie in this profile"),
    comment="What was erased: of these records an id and a hash are enough.",
)

installer_list = Table(
    "installer_list",
    metadata,
    Column("hub", Text, primary_key=True),
    Column("is_offer", Integer, primary_key=True, comment="1: it lacks the second signature"),
    Column("version", Integer, nullable=False, comment="of the role's document"),
    Column("content", LargeBinary, nullable=False, comment="canonical JSON of the list"),
    Column("role", LargeBinary, nullable=False, comment="the role's document that names it"),
    Column("signers", Text, nullable=False, comment="ids of the keys that validly signed, by blanks"),
    Column("expires", Text, nullable=False, comment="RFC 3339"),
    Column(
        "unsent", Integer, nullable=False, default=0, comment="this desk signed it; the hub has not got it"
    ),
    comment="Software that hubs share: the list that counts, and the one that waits.",
)

notice = Table(
    "notice",
    metadata,
    Column("collection", Text, primary_key=True),
    Column("id", LargeBinary, primary_key=True),
    Column("notice", Text, nullable=False, comment="id of the record of centre/public that says so"),
    Column("action", Text, nullable=False, comment="withdraw: hidden here; erase: its words go too"),
    Column("reason", LargeBinary, nullable=False, comment="canonical JSON: a text per language"),
    Column("code", Text, nullable=False),
    Column("at", Text, nullable=False),
    comment="What the Secretariat hides or erases of other hubs' records; their own state stays as it was signed.",
)

known_desk = Table(
    "known_desk",
    metadata,
    Column("desk", Text, primary_key=True),
    Column("hub", Text, primary_key=True),
    Column("recipient", Text, nullable=False, comment="its age recipient"),
    Column("role", Text, nullable=False),
    comment="Desks that proposed to hubs which this one coordinates: for them it can seal.",
)

facet_page = Table(
    "facet_page",
    metadata,
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("page", Integer, primary_key=True, comment="record numbers from page * 4,096 on"),
    Column("generation", Integer, nullable=False, comment="of the index, when it was last written"),
    # 512 bytes: with its key a row stays below the size from which SQLite sets a page of 4 kB aside for it.
    Column("bits", LargeBinary, nullable=False, comment="one bit for each record number, little-endian"),
    sqlite_with_rowid=False,
)

placement = Table(
    "placement",
    metadata,
    Column("list", Text, primary_key=True, comment="'at', or the language of the title"),
    Column("key", Text, primary_key=True, comment="what the list is sorted by"),
    Column("record", Integer, primary_key=True, comment="record number"),
    sqlite_with_rowid=False,
    comment="Records in the orders in which a catalogue is leafed through.",
)
