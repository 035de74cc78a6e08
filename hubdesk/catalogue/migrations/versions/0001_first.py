"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    """
    CREATE TABLE desk (
        name TEXT NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE membership (
        hub TEXT NOT NULL,
        role TEXT NOT NULL,
        admission BLOB NOT NULL,
        signature BLOB NOT NULL,
        PRIMARY KEY (hub)
    )
    """,
    """
    CREATE TABLE publisher (
        hub TEXT NOT NULL,
        "key" TEXT NOT NULL,
        public BLOB NOT NULL,
        PRIMARY KEY (hub, "key")
    )
    """,
    """
    CREATE TABLE collection (
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        followed INTEGER NOT NULL,
        version INTEGER NOT NULL,
        root BLOB NOT NULL,
        records INTEGER NOT NULL,
        nodes BLOB NOT NULL,
        head BLOB,
        as_of TEXT,
        filling BLOB,
        filled INTEGER NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE revision (
        number INTEGER NOT NULL,
        hash BLOB NOT NULL,
        canonical BLOB NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (hash)
    )
    """,
    """
    CREATE TABLE batch (
        first INTEGER NOT NULL,
        packed BLOB NOT NULL,
        PRIMARY KEY (first)
    )
    """,
    """
    CREATE TABLE blob (
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE upload (
        sha256 BLOB NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE contact (
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        road TEXT NOT NULL,
        bytes_up INTEGER NOT NULL,
        bytes_down INTEGER NOT NULL,
        milliseconds INTEGER NOT NULL,
        result TEXT NOT NULL,
        code TEXT,
        PRIMARY KEY (number)
    )
    """,
    """
    CREATE TABLE facet_page (
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        page INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        bits BLOB NOT NULL,
        PRIMARY KEY (facet, value, page)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE placement (
        list TEXT NOT NULL,
        "key" TEXT NOT NULL,
        record INTEGER NOT NULL,
        PRIMARY KEY (list, "key", record)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE record (
        number INTEGER NOT NULL,
        collection INTEGER NOT NULL,
        id BLOB NOT NULL,
        bucket INTEGER NOT NULL,
        kind TEXT NOT NULL,
        confirmed BLOB,
        pending BLOB,
        accepted BLOB,
        PRIMARY KEY (number),
        UNIQUE (id, collection),
        FOREIGN KEY(collection) REFERENCES collection (number)
    )
    """,
    """
    CREATE INDEX record_by_bucket ON record (collection, bucket)
    """,
    """
    CREATE TABLE proposal (
        number INTEGER NOT NULL,
        collection INTEGER NOT NULL,
        author TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        id BLOB NOT NULL,
        base BLOB,
        revision BLOB NOT NULL,
        role TEXT NOT NULL,
        recipient TEXT NOT NULL,
        received TEXT NOT NULL,
        state TEXT NOT NULL,
        comment TEXT,
        PRIMARY KEY (number),
        UNIQUE (author, sequence),
        FOREIGN KEY(collection) REFERENCES collection (number)
    )
    """,
    """
    CREATE INDEX ix_proposal_id ON proposal (id)
    """,
    """
    CREATE TABLE draft (
        record INTEGER NOT NULL,
        fields BLOB NOT NULL,
        withdrawn TEXT,
        base BLOB,
        saved_at TEXT NOT NULL,
        comment TEXT,
        PRIMARY KEY (record),
        FOREIGN KEY(record) REFERENCES record (number)
    )
    """,
    """
    CREATE TABLE outbox (
        number INTEGER NOT NULL,
        record INTEGER NOT NULL,
        base BLOB,
        revision BLOB,
        at TEXT NOT NULL,
        sequence INTEGER,
        batch INTEGER,
        replaces INTEGER NOT NULL,
        state TEXT NOT NULL,
        note TEXT,
        PRIMARY KEY (number),
        FOREIGN KEY(record) REFERENCES record (number),
        UNIQUE (sequence)
    )
    """,
    """
    CREATE INDEX ix_outbox_record ON outbox (record)
    """,
    """
    CREATE VIRTUAL TABLE text_index USING fts5(
        title, summary, text, content='', columnsize=1, prefix='3',
        tokenize='ascii'
    )
    """,
)


def upgrade() -> None:
    """Make the tables, as they were when this schema was the newest."""
    for statement in _TABLES:
        op.execute(statement)
