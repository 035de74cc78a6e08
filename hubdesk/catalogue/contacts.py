"""Past syncs, kept so that a person can see what the line was used for."""

from __future__ import annotations

from sqlalchemy import select

from hubdesk.catalogue import tables
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.views import Contact

_TABLE = tables.contact


def add_contact(database: Database, contact: Contact) -> None:
    """Write down one contact with a hub."""
    with database.write() as connection:
        connection.execute(
            _TABLE.insert().values(
                at=contact.at,
                road=contact.road,
                bytes_up=contact.bytes_up,
                bytes_down=contact.bytes_down,
                milliseconds=round(contact.seconds * 1000),
                result=contact.result,
                code=contact.code,
            )
        )


def contacts(database: Database, limit: int = 50) -> list[Contact]:
    """Return the last contacts, newest first."""
    with database.read() as connection:
        rows = connection.execute(select(_TABLE).order_by(_TABLE.c.number.desc()).limit(limit))
        return [
            Contact(r.at, r.road, r.bytes_up, r.bytes_down, r.milliseconds / 1000, r.result, r.code)
            for r in rows
        ]
