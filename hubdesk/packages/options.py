"""What a person chooses for an edition: records whole always, files by choice.

Invariant: options never change what is true of a collection; they decide which files go along, and for whom it is
sealed.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec

from hubdesk.errors import BadInput


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The choice for one edition.

    `collections`: names, None for every public one that is followed. `since`: a date (YYYY-MM-DD) or a time (RFC 3339)
    from which records count as new; files of older ones stay out. `languages` (BCP 47), `kinds`: whose records' files go along, empty for all.
    `largest`: bytes of the whole edition. `ids`: records whose files go in before all others. `recipients`: ids of
    desks that are known here, or age recipients; with any the edition is one age file. `files`: False for records
    alone. `without`: files (SHA-256, hexadecimal) that stay out. `reread`: read also the files that lie there of an
    earlier edition. `page_languages`: the languages of index.html, empty for all that it knows.
    """

    collections: list[str] | None = None
    since: str | None = None
    languages: list[str] = []
    kinds: list[str] = []
    largest: int | None = None
    ids: list[str] = []
    recipients: list[str] = []
    files: bool = True
    without: list[str] = []
    reread: bool = False
    page_languages: list[str] = []


def moment(since: str) -> str:
    """Return a date or a time as RFC 3339 in UTC, to be compared as text; raises BadInput("edition-since")."""
    try:
        if len(since) == 10:  # YYYY-MM-DD
            return f"{date.fromisoformat(since).isoformat()}T00:00:00Z"
        at = datetime.fromisoformat(since)
    except ValueError as error:
        raise BadInput("edition-since", value=since[:40]) from error
    if at.tzinfo is None:
        raise BadInput("edition-since", value=since[:40])
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
