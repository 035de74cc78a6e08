"""What other roads need: what a desk carries for others; what was erased, and the salt of drafts.

Revision ID: 0003
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_TABLES = (
    """
    CREATE TABLE carried (
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        desk TEXT NOT NULL,
        first INTEGER NOT NULL,
        hash BLOB NOT NULL,
        content BLOB NOT NULL,
        since TEXT NOT NULL,
        delivered TEXT,
        code TEXT,
        PRIMARY KEY (number),
        UNIQUE (hash)
    )
    """,
    """
    CREATE TABLE closed_event (
        author TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (author, sequence)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE erasure (
        collection INTEGER NOT NULL,
        id BLOB NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        notice TEXT,
        blobs BLOB NOT NULL,
        owed INTEGER NOT NULL,
        PRIMARY KEY (collection, id),
        FOREIGN KEY(collection) REFERENCES collection (number)
    )
    """,
    """
    CREATE TABLE notice (
        collection TEXT NOT NULL,
        id BLOB NOT NULL,
        notice TEXT NOT NULL,
        action TEXT NOT NULL,
        reason BLOB NOT NULL,
        code TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (collection, id)
    )
    """,
    """
    CREATE TABLE installer_list (
        hub TEXT NOT NULL,
        is_offer INTEGER NOT NULL,
        version INTEGER NOT NULL,
        content BLOB NOT NULL,
        role BLOB NOT NULL,
        signers TEXT NOT NULL,
        expires TEXT NOT NULL,
        unsent INTEGER NOT NULL,
        PRIMARY KEY (hub, is_offer)
    )
    """,
    """
    CREATE TABLE known_desk (
        desk TEXT NOT NULL,
        hub TEXT NOT NULL,
        recipient TEXT NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (desk, hub)
    )
    """,
    "ALTER TABLE draft ADD COLUMN salt TEXT",
    "ALTER TABLE publisher ADD COLUMN since TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE publisher ADD COLUMN until TEXT",
)


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
