"""What living with a bad link and with clashes needs: traffic, downloads, clashes, held heads, the bin.

Revision ID: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = (
    """
    CREATE TABLE traffic (
        day TEXT NOT NULL,
        bytes_up INTEGER NOT NULL,
        bytes_down INTEGER NOT NULL,
        PRIMARY KEY (day)
    )
    """,
    """
    CREATE TABLE download (
        number INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        record INTEGER NOT NULL,
        name TEXT NOT NULL,
        priority INTEGER NOT NULL,
        state TEXT NOT NULL,
        code TEXT,
        asked_at TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (sha256),
        FOREIGN KEY(record) REFERENCES record (number) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE clash (
        record INTEGER NOT NULL,
        side TEXT NOT NULL,
        field TEXT NOT NULL,
        base BLOB,
        mine BLOB NOT NULL,
        theirs BLOB NOT NULL,
        found_at TEXT NOT NULL,
        decided BLOB,
        PRIMARY KEY (record, side, field),
        FOREIGN KEY(record) REFERENCES record (number)
    )
    """,
    """
    CREATE TABLE held_head (
        collection INTEGER NOT NULL,
        version INTEGER NOT NULL,
        root BLOB NOT NULL,
        head BLOB NOT NULL,
        changes BLOB NOT NULL,
        withdrawals INTEGER NOT NULL,
        held_at TEXT NOT NULL,
        PRIMARY KEY (collection),
        FOREIGN KEY(collection) REFERENCES collection (number)
    )
    """,
    """
    CREATE TABLE advance (
        collection INTEGER NOT NULL,
        head BLOB NOT NULL,
        changes BLOB NOT NULL,
        gone BLOB NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (collection),
        FOREIGN KEY(collection) REFERENCES collection (number)
    )
    """,
    """
    CREATE TABLE equivocation (
        collection INTEGER NOT NULL,
        version INTEGER NOT NULL,
        head BLOB NOT NULL,
        other BLOB NOT NULL,
        seen_at TEXT NOT NULL,
        PRIMARY KEY (collection),
        FOREIGN KEY(collection) REFERENCES collection (number)
    )
    """,
    """
    CREATE TABLE binned (
        record INTEGER NOT NULL,
        revision BLOB NOT NULL,
        since TEXT NOT NULL,
        days INTEGER NOT NULL,
        PRIMARY KEY (record),
        FOREIGN KEY(record) REFERENCES record (number)
    )
    """,
)


def upgrade() -> None:
    """Add the tables, an index of the newest records, and to drafts what they were written over."""
    for table in _TABLES:
        op.execute(table)
    op.execute("CREATE INDEX record_by_age ON record (collection, substr(hex(id), 13, 1) = '7', id)")
    op.execute("ALTER TABLE draft ADD COLUMN over BLOB")
