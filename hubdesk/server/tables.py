"""The tables of a hub server.

Invariant: rows of `state` say from which version to before which other one a revision stood in a collection, so any
past state is a query; nothing is deleted but the words of what was erased.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

CURRENT = 2**62
"""`state.until` of a revision that still stands."""

SCHEMA = 1
"""PRAGMA user_version of these tables."""

metadata = MetaData()

# Small things of the Centre itself: the secret of tokens, heads that contradict each other; "root" and "targets" by
# version in a folder made by an earlier program.
document = Table(
    "document",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# Every metadata document as it was signed, and on which day (UTC) by this server's clock it came here.
role_document = Table(
    "role_document",
    metadata,
    Column("role", Text, primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("signed_on", Text, nullable=False),
)

# Desks that may do nothing any more, whatever they were admitted to, by the record of `centre/public` that says so.
revocation = Table(
    "revocation",
    metadata,
    Column("record", Text, primary_key=True),
    Column("desk", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

# Desks that wait until the Secretariat admits them: canonical JSON of trust/admission.py's Statement.
request = Table(
    "request",
    metadata,
    Column("desk", Text, primary_key=True),
    Column("hub", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

collection = Table(
    "collection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

head = Table(
    "head",
    metadata,
    Column("collection", ForeignKey("collection.number"), primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("root", LargeBinary, nullable=False),
    Column("records", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("key", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("nodes", LargeBinary, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("record", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("canonical", LargeBinary, nullable=False),
)

state = Table(
    "state",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("collection", ForeignKey("collection.number"), nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("key", LargeBinary, nullable=False),  # SHA-256 of the id: its place in the tree
    Column("bucket", Integer, nullable=False),  # the key's first two bytes
    Column("seven", Boolean, nullable=False),  # whether the id is a UUID of version 7
    Column("revision", ForeignKey("revision.hash"), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Index("state_by_record", "collection", "record", "since", unique=True),
    Index("state_by_bucket", "collection", "bucket", "key"),
    Index("state_by_age", "collection", "seven", "record"),
    Index("state_by_since", "collection", "since"),
)

# Which revisions may be read with a collection: those that stood in it, and their known ancestors.
lineage = Table(
    "lineage",
    metadata,
    Column("revision", ForeignKey("revision.hash"), primary_key=True),
    Column("collection", ForeignKey("collection.number"), primary_key=True),
)

desk = Table(
    "desk",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sign", LargeBinary, nullable=False),
    Column("receive", Text, nullable=False),
    Column("publish", LargeBinary, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("since", Text, nullable=False),
)

admission = Table(
    "admission",
    metadata,
    Column("desk", ForeignKey("desk.id"), primary_key=True),
    Column("hub", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

# The secret itself is in the invite alone; here its hash.
invite = Table(
    "invite",
    metadata,
    Column("secret_hash", LargeBinary, primary_key=True),
    Column("hub", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("used_by", Text),
    Column("used_at", Text),
)

second_use = Table(
    "second_use",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("secret_hash", ForeignKey("invite.secret_hash"), nullable=False),
    Column("desk", Text, nullable=False),
    Column("at", Text, nullable=False),
)

batch = Table(
    "batch",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("desk", ForeignKey("desk.id"), nullable=False),
    Column("collection", ForeignKey("collection.number"), nullable=False),
    Column("hub", Text, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("events", LargeBinary, nullable=False),  # MessagePack of the list of events, as signed
    Column("signature", LargeBinary, nullable=False),
    Column("received", Text, nullable=False),
    Column("changed", Integer, nullable=False, unique=True),  # change number of the inbox
    UniqueConstraint("desk", "collection", "first", "signature"),
    Index("batch_by_change", "hub", "changed"),
)

event = Table(
    "event",
    metadata,
    Column("desk", ForeignKey("desk.id"), primary_key=True),
    Column("sequence", BigInteger, primary_key=True),
    Column("batch", ForeignKey("batch.number"), nullable=False),
    Column("content_hash", LargeBinary, nullable=False),
    Column("revision", LargeBinary, nullable=False),  # empty: takes back what it replaces
    Column("replaces", BigInteger, nullable=False),
    Column("outcome", Text, nullable=False),  # see hubdesk/server/proposals.py
    Index("event_by_batch", "batch"),
)

outcome = Table(
    "outcome",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("author", ForeignKey("desk.id"), nullable=False),
    Column("collection", ForeignKey("collection.number"), nullable=False),
    Column("by", ForeignKey("desk.id"), nullable=False),
    Column("at", Text, nullable=False),
    Column("sequences", LargeBinary, nullable=False),  # MessagePack list
    Column("sealed", LargeBinary, nullable=False),
    Index("outcome_by_author", "author", "number"),
)

# Who brought a batch for another desk: it is given the outcomes for the author too.
brought = Table(
    "brought",
    metadata,
    Column("carrier", ForeignKey("desk.id"), primary_key=True),
    Column("batch", ForeignKey("batch.number"), primary_key=True),
)

# What a carrier is given for others.
other = Table(
    "other",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("carrier", ForeignKey("desk.id"), nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("kind", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("carrier", "hash"),
    Index("other_by_carrier", "carrier", "number"),
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("desk", Text, nullable=False),  # who brought it; empty: made here
    Column("at", Text, nullable=False),
)

# Who may read a blob: readers of the collections that refer to it; where it is only proposed, the hub's coordinators.
reference = Table(
    "reference",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("collection", ForeignKey("collection.number"), primary_key=True),
    Column("published", Boolean, primary_key=True),
)

snapshot = Table(
    "snapshot",
    metadata,
    Column("collection", ForeignKey("collection.number"), primary_key=True),
    Column("version", BigInteger, primary_key=True),
    Column("sha256", ForeignKey("blob.sha256"), nullable=False),
    Column("size", BigInteger, nullable=False),
)

# Records whose words were erased: their revisions are empty, `files` (SHA-256 each) may still lie in the folder.
erasure = Table(
    "erasure",
    metadata,
    Column("collection", ForeignKey("collection.number"), primary_key=True),
    Column("record", LargeBinary, primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("at", Text, nullable=False),
    Column("files", LargeBinary, nullable=False),
    Column("owed", Boolean, nullable=False),
)

# Deltas that are too large to travel in an answer.
large_delta = Table(
    "large_delta",
    metadata,
    Column("collection", ForeignKey("collection.number"), primary_key=True),
    Column("old", BigInteger, primary_key=True),
    Column("new", BigInteger, primary_key=True),
    Column("sha256", ForeignKey("blob.sha256"), nullable=False),
    Column("size", BigInteger, nullable=False),
)

# Lists of shared software: of each hub the one that counts, and the one that waits for a second signature.
installer_list = Table(
    "installer_list",
    metadata,
    Column("hub", Text, primary_key=True),
    Column("is_offer", Boolean, primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("version", BigInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("role", LargeBinary, nullable=False),
)
