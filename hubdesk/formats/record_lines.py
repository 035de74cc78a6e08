"""Records as lines of JSON: an object a line with `id`, `kind` and one key for each field.

Invariant: a key that is not known is a field and kept as it is; a line that cannot be taken in is named and stops no
other. Where the source is silent on the licence or on passing files on, `unknown` is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from hubdesk.catalogue.drafts import NewRecord
from hubdesk.errors import BadInput, HubDeskError
from hubdesk.model import canonical
from hubdesk.model.identity import checked_id
from hubdesk.model.kind import Kinds, import_fields

UNKNOWN = "unknown"
_LONGEST_LINE = 2_000_000


class Line(Struct, frozen=True):
    """Line `number` of `path`: its record, or why it is none."""

    path: Path
    number: int
    record: NewRecord | None
    error: HubDeskError | None = None


def read_lines(path: Path, kinds: Kinds) -> Iterator[Line]:
    """Yield a Line for each line of a file that is not empty. Raises BadInput("no-such-path" | "file-unreadable")."""
    try:
        with path.open("rb") as file:
            number = 0
            while raw := file.readline(_LONGEST_LINE + 1):
                number += 1
                if not raw.strip():
                    continue
                try:
                    if len(raw) > _LONGEST_LINE:
                        while raw and not raw.endswith(b"\n"):
                            raw = file.readline(_LONGEST_LINE)
                        raise BadInput("line-too-long", line=number, limit=_LONGEST_LINE)
                    yield Line(path, number, _record(raw, kinds))
                except HubDeskError as error:
                    yield Line(path, number, None, error)
    except FileNotFoundError as error:
        raise BadInput("no-such-path", path=str(path)) from error
    except OSError as error:
        raise BadInput("file-unreadable", path=str(path)) from error


def _record(raw: bytes, kinds: Kinds) -> NewRecord:
    value = canonical.parse(raw)
    if not isinstance(value, dict):
        raise BadInput("not-an-object")
    kind = value.get("kind")
    if not isinstance(kind, str) or not kind:
        raise BadInput("no-kind")
    record_id = checked_id(value["id"]) if "id" in value else None
    if isinstance(value.get("withdrawn"), str) and record_id is not None:
        return NewRecord(kind, {}, record_id, value["withdrawn"])
    given = {key: item for key, item in value.items() if key not in ("id", "kind")}
    fields = with_unknowns(import_fields(kinds.of(kind), given), kinds, kind)
    canonical.encode(fields)  # what cannot be kept exactly is refused here, by its line
    return NewRecord(kind, fields, record_id)


def with_unknowns(fields: Mapping[str, Any], kinds: Kinds, kind: str) -> dict[str, Any]:
    """Return fields with `unknown` for the licence and passing on, where a kind asks for them and they are absent."""
    answers: dict[str, str] = {}
    for field in kinds.of(kind).must:
        if field.name in ("licence", "pass_on") and field.name not in fields:
            asked = not field.when or bool(fields.get(field.when))
            answers |= {field.name: UNKNOWN} if asked else {}
    return {**fields, **answers}


def write_line(record_id: str, kind: str, fields: Mapping[str, Any], withdrawn: str | None) -> bytes:
    """Return a record as a line; a withdrawn one says so instead of its fields."""
    content: dict[str, Any] = {"withdrawn": withdrawn} if withdrawn is not None else dict(fields)
    return canonical.encode({**content, "id": record_id, "kind": kind}) + b"\n"
