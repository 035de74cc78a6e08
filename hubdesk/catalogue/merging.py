"""Two revisions of one record become one, or it is said which fields a person must decide.

Invariant: neither side is changed; what is written names both as its parents, so that every word stays readable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection

from hubdesk.catalogue import lineage, revisions
from hubdesk.model import canonical, path
from hubdesk.model.kind import Kinds
from hubdesk.model.merge import both, merge
from hubdesk.model.record import Revision, new_salt, unknown_keys, write_revision
from hubdesk.model.validation import clean

WITHDRAWN = "withdrawn"
"""The path of a clash between a withdrawal and a change."""


class Combined(Struct, frozen=True):
    """What two sides give together: `fields`, or None with the reason why the record is `withdrawn`. Where `clashes`
    names a path, the value is that of `mine`. `base`: what both began with, None when nothing is known."""

    base: Revision | None
    mine: Revision
    theirs: Revision
    fields: dict[str, Any] | None
    withdrawn: str | None
    clashes: tuple[str, ...]

    def gives(self, side: Revision) -> bool:
        """Tell whether the result says what one side says."""
        return not self.clashes and _says((self.fields, self.withdrawn), side)


class Merging:
    """Merges for this desk. `now` gives RFC 3339 in UTC."""

    def __init__(self, kinds: Kinds, desk: str, now: Callable[[], str]) -> None:
        self._kinds = kinds
        self.desk = desk
        self._now = now

    def combined(
        self, connection: Connection, mine: Revision, theirs: Revision, stated: bytes | None
    ) -> Combined:
        """Merge two revisions; `stated`: hash of the signed revision that the proposed one was written against."""
        base = lineage.common(connection, mine, theirs, stated)
        if base is not None and base.hash == mine.hash:
            return _one(base, mine, theirs, theirs)
        if base is not None and base.hash == theirs.hash:
            return _one(base, mine, theirs, mine)
        gone = [_is_gone(side) for side in (mine, theirs)]
        if any(gone):
            for still, moved in ((mine, theirs), (theirs, mine)):
                if base is not None and _says((base.content.fields, base.content.withdrawn), still):
                    return _one(base, mine, theirs, moved)
            if all(gone):
                return _one(base, mine, theirs, theirs)
            content = mine.content
            return Combined(base, mine, theirs, content.fields, _reason(mine), (WITHDRAWN,))
        kind = self._kinds.of(mine.content.kind)
        merged = merge(base.fields if base else {}, mine.fields, theirs.fields, kind)
        return Combined(base, mine, theirs, merged.fields, None, merged.clashes)

    def decided(self, found: Combined, decisions: Mapping[str, Any]) -> Combined:
        """Return what was merged with a person's decisions, by path, in the place of what clashed."""
        if WITHDRAWN in decisions:
            reason = decisions[WITHDRAWN]
            if reason is not path.NOTHING:
                return msgspec.structs.replace(found, fields=None, withdrawn=reason)
            kept = found.theirs if _is_gone(found.mine) else found.mine
            return msgspec.structs.replace(found, fields=kept.fields, withdrawn=None)
        fields: Mapping[str, Any] = found.fields or {}
        for place, value in decisions.items():
            fields = path.put(fields, place, value)
        cleaned = self.cleaned(found.mine.content.kind, fields)
        return msgspec.structs.replace(found, fields=cleaned)

    def written(
        self,
        connection: Connection,
        parents: tuple[Revision, Revision],
        fields: Mapping[str, Any] | None,
        withdrawn: str | None,
    ) -> Revision:
        """Write and keep what two sides became; the first is the one that is signed, and its foreign keys stay.

        Raises BadInput("too-large" | "not-canonical").
        """
        current = parents[0]
        return self.kept(
            connection, current, [parent.hash for parent in parents], fields, withdrawn, unknown_keys(current)
        )

    def kept(
        self,
        connection: Connection,
        of: Revision,
        parents: list[bytes],
        fields: Mapping[str, Any] | None,
        withdrawn: str | None,
        extra: dict[str, Any] | None = None,
    ) -> Revision:
        """Write a revision of the same record as `of`, and keep it; raises as `written`."""
        made = write_revision(
            of.content.id,
            of.content.kind,
            by=self.desk,
            at=self._now(),
            parents=[parent.hex() for parent in parents],
            fields=dict(fields or {}),
            withdrawn=withdrawn,
            extra=extra,
            salt=self.salt(of.content.kind),
        )
        revisions.keep(connection, [made])
        return made

    def salt(self, kind: str) -> str:
        """Return a new salt for a revision of a kind with personal data, "" for any other."""
        return new_salt() if self._kinds.of(kind).erasable else ""

    def both(self, kind: str, place: str, mine: Any, theirs: Any) -> Any:
        """Return what both sides say at a path, joined, or `path.NOTHING` where that makes no sense."""
        if place == WITHDRAWN:
            return path.NOTHING
        return both(mine, theirs, self._kinds.of(kind).field(place.partition(".")[0]))

    def cleaned(self, kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields as a revision of `kind` holds them."""
        return clean(self._kinds.of(kind), canonical.normal(dict(fields)))


def value_at(side: Revision | None, place: str) -> Any:
    """Return what a revision says at a path, `path.NOTHING` where it says nothing."""
    if side is None:
        return path.NOTHING
    if place == WITHDRAWN:
        reason = _reason(side)
        return path.NOTHING if reason is None else reason
    return path.at(side.fields, place)


def _is_gone(side: Revision) -> bool:
    return side.content.fields is None


def _reason(side: Revision) -> str | None:
    return side.content.withdrawn if side.content.erased is None else side.content.erased


def _says(said: tuple[Mapping[str, Any] | None, str | None], side: Revision) -> bool:
    fields, withdrawn = said
    if withdrawn is not None or fields is None or side.content.fields is None:
        return withdrawn == _reason(side) and fields is None and side.content.fields is None
    return canonical.encode(fields) == canonical.encode(side.content.fields)


def _one(base: Revision | None, mine: Revision, theirs: Revision, one: Revision) -> Combined:
    return Combined(base, mine, theirs, one.content.fields, _reason(one), ())
