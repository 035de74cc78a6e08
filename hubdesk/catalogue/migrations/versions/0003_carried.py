"""What other roads need: what a desk carries for others.

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
        hash BLOB NOT NULL,
        content BLOB NOT NULL,
        since TEXT NOT NULL,
        delivered TEXT,
        PRIMARY KEY (number),
        UNIQUE (hash)
    )
    """,
)


def upgrade() -> None:
    for statement in _TABLES:
        op.execute(statement)
