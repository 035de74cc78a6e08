"""What Alembic runs: the steps, on the connection and inside the transaction that upgrade.py opened."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
