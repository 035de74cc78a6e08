"""What two people made of one record, line by line: settled already, or waiting for a person.

Invariant: every field that either side changed has a line; only what both changed in the same place is open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from hubdesk.gui.differences import Difference, differences, said
from hubdesk.gui.naming import Naming
from hubdesk.model.field import Field
from hubdesk.model.kind import Kind
from hubdesk.model.merge import both, merge

if TYPE_CHECKING:
    from hubdesk.catalogue.views import ClashView, RecordView
    from hubdesk.desk import Desk

Origin = Literal["mine", "theirs", "both", "open"]

WITHDRAWN = "withdrawn"
_WORDS = frozenset({"text", "prose", "line", "note"})
_NO_FIELDS: Mapping[str, Any] = {}


class Line(Struct, frozen=True):
    """A field, in one language where it has several, as people read it: before, on both sides, and what becomes of it.

    `origin`: whose change it is; "both" when they were joined or are alike, "open" when a person decides. `path` is
    the clash's field ("title.fr"), empty for what is settled; `can_join`: both can be kept, and then it is `joined`;
    `is_text`: it can be said in other words.
    """

    name: str
    language: str
    before: str
    mine: str
    theirs: str
    result: str
    origin: Origin
    path: str = ""
    can_join: bool = False
    is_text: bool = False
    joined: str = ""
    is_withdrawal: bool = False


class Side(Struct, frozen=True):
    """Who wrote one of the versions and when (RFC 3339); `is_here`: this desk."""

    at: str
    is_here: bool


class Disagreement(Struct, frozen=True):
    """One record that two people changed. `side`: where this desk's words stand: draft, outbox or inbox."""

    id: str
    kind: str
    collection: str
    title: dict[str, str]
    side: str
    before_at: str
    mine: Side
    theirs: Side
    lines: list[Line]
    revisions: tuple[str, str]
    """Mine and theirs, as the decision names them: it is about these and no others."""

    @property
    def open(self) -> list[Line]:
        """The lines that a person decides."""
        return [line for line in self.lines if line.origin == "open"]


def read_disagreement(desk: Desk, record_id: str, naming: Naming) -> Disagreement | None:
    """Return what two people made of a record, None where nothing waits for a decision. Takes a while: run it on a
    worker."""
    clashes = [clash for clash in desk.clashes.all() if clash.id == record_id]
    if not clashes:
        return None
    first = clashes[0]
    clashes = [clash for clash in clashes if clash.side == first.side]  # one side at a time
    # A draft says what it says now, which may be no revision yet.
    mine = desk.show(record_id) if first.side == "draft" else desk.revision(record_id, first.mine_revision)
    theirs = desk.revision(record_id, first.theirs_revision)
    base = desk.revision(record_id, first.base_revision) if first.base_revision else None
    return Disagreement(
        id=record_id,
        kind=first.kind,
        collection=first.collection,
        title=first.title,
        side=first.side,
        before_at=base.at if base is not None else "",
        mine=Side(mine.at, mine.by == desk.id),
        theirs=Side(theirs.at, theirs.by == desk.id),
        lines=[
            *_open_lines(naming.kind_of(first.kind), clashes, naming),
            *_settled_lines(naming.kind_of(first.kind), base, mine, theirs, clashes, naming),
        ],
        revisions=(first.mine_revision, first.theirs_revision),
    )


def _open_lines(kind: Kind, clashes: Sequence[ClashView], naming: Naming) -> list[Line]:
    return [_open_line(kind, clash, naming) for clash in sorted(clashes, key=lambda c: _place(kind, c.field))]


def _place(kind: Kind, path: str) -> tuple[int, str]:
    return kind.position.get(path.partition(".")[0], len(kind.position)), path


def _open_line(kind: Kind, clash: ClashView, naming: Naming) -> Line:
    name, _, inner = clash.field.partition(".")
    field = kind.field(name)
    label = naming.label(field) if field is not None else name.replace("_", " ")
    language = inner if field is not None and field.has_languages else ""
    if inner and not language:
        label = f"{label}: {inner}"
    values = (clash.base, clash.mine, clash.theirs)
    if inner or clash.field == WITHDRAWN:
        before, mine, theirs = ("" if value is None else str(value) for value in values)
    else:
        before, mine, theirs = (said(field, value, naming) for value in values)
    return Line(
        label, language, before, mine, theirs, "", "open", clash.field,
        can_join=clash.can_join,
        is_text=field is not None and field.type in _WORDS and bool(mine and theirs),
        joined=_joined(field, clash, naming),
        is_withdrawal=clash.field == WITHDRAWN,
    )  # fmt: skip


def _joined(field: Field | None, clash: ClashView, naming: Naming) -> str:
    if not clash.can_join:
        return ""
    value = both(clash.mine, clash.theirs, field)
    return value if isinstance(value, str) else said(field, value, naming)


def _settled_lines(
    kind: Kind,
    base: RecordView | None,
    mine: RecordView,
    theirs: RecordView,
    clashes: Sequence[ClashView],
    naming: Naming,
) -> list[Line]:
    before = base.fields if base is not None else _NO_FIELDS
    taken = {clash.field for clash in clashes}
    if WITHDRAWN in taken:
        return []
    merged = merge(before, mine.fields, theirs.fields, kind).fields
    sides = [_by_place(kind, before, fields, naming) for fields in (mine.fields, theirs.fields, merged)]
    found = []
    for place in dict.fromkeys(place for side in sides for place in side):
        field, language = place
        if _is_open(kind, field, language, taken):
            continue
        one, other, both = (side.get(place) for side in sides)
        line = _settled_line(language, one, other, both)
        if line is not None:
            found.append(line)
    return found


def _is_open(kind: Kind, field: str, language: str, taken: set[str]) -> bool:
    """Tell whether a person decides about a field, or about a part of it that has no line of its own."""
    known = kind.field(field)
    if known is not None and known.has_languages:
        return field in taken or f"{field}.{language}" in taken
    return any(path.partition(".")[0] == field for path in taken)


def _by_place(
    kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any], naming: Naming
) -> dict[tuple[str, str], Difference]:
    entries = differences(kind, before, after, naming, only_changes=False)
    return {(entry.field, entry.language): entry for entry in entries}


def _settled_line(
    language: str, mine: Difference | None, theirs: Difference | None, both: Difference | None
) -> Line | None:
    known = mine or theirs or both
    assert known is not None
    is_mine = mine is not None and mine.is_change
    is_theirs = theirs is not None and theirs.is_change
    if not (is_mine or is_theirs):
        return None
    origin: Origin = "both" if is_mine and is_theirs else "mine" if is_mine else "theirs"
    return Line(
        known.name,
        language,
        known.before,
        mine.after if mine else known.before,
        theirs.after if theirs else known.before,
        both.after if both else "",
        origin,
    )
