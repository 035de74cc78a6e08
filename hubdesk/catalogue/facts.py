"""Single facts of this desk: who it is, which Centre it belongs to, and its counters.

Invariant: numbers that must never be used twice (counter, sequence) are taken inside the transaction that uses them.
"""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import tables

DESK_ID = "id"
SERVER_URL = "server_url"
SERVER_KEY = "server_key"
ROOT_HASH = "root_hash"
CHAIN = "chain"
TIMESTAMP = "timestamp_version"
ROOT_VERSION = "root_version"
BRINGING = "bringing"
TRIAL = "trial"
COUNTER = "counter"
SEQUENCE = "sequence"
OUTCOMES = "outcomes"
SOFTWARE = "software"
"""Number of the last list of installers that the hub gave."""
FIRST_HUB = "first_hub"
TRAFFIC_DAY = "traffic_day"
TRAFFIC_CARRIED = "traffic_carried"
SPEED_DOWN = "speed_down"
SPEED_UP = "speed_up"
INBOX = "inbox:"
OTHERS = "others"
TAKING_OVER = "taking_over"
JOINING = "joining:"
JOURNAL = "journal"
BACKUP = "backup"


def get(connection: Connection, name: str) -> bytes | None:
    """Return a fact, None when it is not known."""
    return connection.scalar(select(tables.desk.c.value).where(tables.desk.c.name == name))


def put(connection: Connection, name: str, value: bytes) -> None:
    """Set a fact."""
    row = {"name": name, "value": value}
    statement = insert(tables.desk).values(row)
    connection.execute(statement.on_conflict_do_update(["name"], set_={"value": value}))


def get_text(connection: Connection, name: str) -> str | None:
    """Return a fact that is a text."""
    value = get(connection, name)
    return None if value is None else value.decode("utf-8")


def put_text(connection: Connection, name: str, value: str) -> None:
    """Set a fact that is a text."""
    put(connection, name, value.encode("utf-8"))


def get_number(connection: Connection, name: str) -> int:
    """Return a fact that is a number, 0 when it is not known."""
    return int(get_text(connection, name) or 0)


def put_number(connection: Connection, name: str, value: int) -> None:
    """Set a fact that is a number."""
    put_text(connection, name, str(value))
