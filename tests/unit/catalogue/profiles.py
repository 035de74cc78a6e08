"""Profiles for tests: a desk that may propose and accept for the hub latam, without a server."""

from __future__ import annotations

from pathlib import Path

from hubdesk.catalogue import tables
from hubdesk.catalogue.profile import create_profile, open_profile
from hubdesk.desk import Desk

PLACE = "latam/public"
NOW = "2026-11-22T12:00:00Z"


def coordinator_desk(folder: Path, now: str = NOW) -> Desk:
    """Make a profile whose desk coordinates latam, and open it."""
    profile = create_profile(folder, use_keyring=False)
    row = {"hub": "latam", "role": "coordinator", "admission": b"", "signature": b""}
    with profile.database.write() as connection:
        connection.execute(tables.membership.insert().values(**row))
    profile.close()
    return opened(folder, now)


def opened(folder: Path, now: str = NOW) -> Desk:
    """Open a profile with a clock that stands still."""
    return Desk(open_profile(folder), lambda: now)


def a_tool(desk: Desk, title: str, *, propose: bool = False) -> str:
    """Write a tool that may be proposed; return its id."""
    fields = {"title": {"en": title}, "summary": {"en": "What to check."}, "licence": "CC-BY-4.0"}
    record = desk.new("tool", fields, PLACE)
    if propose:
        assert desk.propose([record]).done == [record]
    return record


def title_of(desk: Desk, record: str) -> str:
    """Return the English title that the desk shows."""
    return str(desk.show(record).fields["title"]["en"])
