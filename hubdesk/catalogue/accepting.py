"""What a proposal becomes on top of what is signed or accepted, and what keeps it waiting for a person.

Invariant: nothing that stands is changed here; one proposal of a record at a time asks for a decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from hubdesk.catalogue import clashing, revisions, tables
from hubdesk.catalogue.drafts import Drafts
from hubdesk.catalogue.merging import Merging
from hubdesk.catalogue.records import RecordRow
from hubdesk.errors import BadInput
from hubdesk.model.record import Revision
from hubdesk.model.validation import Problem


class Accepting:
    """Merges proposals. `now` gives RFC 3339 in UTC."""

    def __init__(self, drafts: Drafts, merging: Merging, now: Callable[[], str]) -> None:
        self._drafts = drafts
        self._merging = merging
        self._now = now

    def result(
        self,
        connection: Connection,
        row: RecordRow,
        proposed: Revision,
        base_hash: bytes | None,
        side: str,
    ) -> tuple[Revision | None, list[Problem]]:
        """Return the revision that the next head would hold, kept already, or what stands in the way. What clashes
        waits for a person, one proposal of a record at a time. An erasure wins, whatever it was written against."""
        problems = self._stopping(proposed.content.kind, proposed.content.fields, row)
        if problems:
            return None, problems
        current_hash = row.accepted or row.confirmed
        if current_hash in (None, base_hash or None, proposed.hash) or proposed.content.erased is not None:
            return proposed, []
        current = revisions.get(connection, current_hash or b"")
        if current is None or current.content.erased is not None:
            return None, [Problem("", "wrong", "base-not-held" if current is None else "erased")]
        mine, theirs = (current, proposed) if side == clashing.INBOX else (proposed, current)
        found = self._merging.combined(connection, mine, theirs, base_hash)
        if base_hash and found.base is None:
            return None, [Problem("", "wrong", "base-not-held")]
        if found.clashes:
            others = [c for c in clashing.rows(connection, row.number, side) if c.theirs != theirs.hash]
            decisions = None
            if not others or side == clashing.OUTBOX:
                decisions = clashing.note(connection, row.number, side, found, self._now())
            if decisions is None:
                return None, [Problem(name, "wrong", "clash") for name in found.clashes]
            found = self._merging.decided(found, decisions)
        if found.base is not None and found.base.hash == proposed.hash:
            return current, []  # it became part of it meanwhile
        if found.base is not None and found.base.hash == current.hash:
            return proposed, []
        try:
            result = self._merging.written(connection, (current, proposed), found.fields, found.withdrawn)
        except BadInput as error:  # two that fit may be too large together
            return None, [Problem("", "wrong", error.code, error.data)]
        return result, []

    def _stopping(self, kind: str, fields: Mapping[str, Any] | None, row: RecordRow) -> list[Problem]:
        if fields is None:
            return []
        return [problem for problem in self._drafts.check(kind, fields, row.collection) if problem.stops]

    def look_again(self, connection: Connection, row: RecordRow) -> None:
        """Compare an open proposal that clashes with what stands by now: fields may clash no more, or others may."""
        noted = clashing.rows(connection, row.number, clashing.INBOX)
        if not noted:
            return
        table = tables.proposal.c
        here = (table.revision == noted[0].theirs) & (table.collection == row.collection_number)
        base = connection.execute(select(table.base).where(here, table.state == "open")).first()
        current = revisions.get(connection, row.accepted or row.confirmed or b"")
        proposed = revisions.get(connection, noted[0].theirs)
        if base is None or current is None or proposed is None:
            clashing.drop(connection, row.number, clashing.INBOX)
            return
        found = self._merging.combined(connection, current, proposed, base.base)
        clashing.note(connection, row.number, clashing.INBOX, found, self._now())


def forget_clash(connection: Connection, record: int, proposed: bytes) -> None:
    """Forget that a proposal clashes: it is accepted, or open no more."""
    if any(row.theirs == proposed for row in clashing.rows(connection, record, clashing.INBOX)):
        clashing.drop(connection, record, clashing.INBOX)
