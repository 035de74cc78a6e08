"""What changed between two versions of a record, field by field and word by word.

Invariant: joining the parts of a change gives back the text before or after, letter for letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from msgspec import Struct

from hubdesk.gui import formatting
from hubdesk.gui.naming import Naming
from hubdesk.model.field import Field
from hubdesk.model.kind import Kind

_PIECES = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
_MOST_PIECES = 4000
"""Texts of more pieces are shown as wholly rewritten: comparing them would take seconds."""


class Part(Struct, frozen=True):
    """A piece of a text: the same on both sides, only before (removed) or only after (added)."""

    text: str
    change: Literal["same", "removed", "added"] = "same"


class Difference(Struct, frozen=True):
    """A field, in one language where it has several, on both sides as people read it."""

    field: str
    name: str
    before: str
    after: str
    language: str = ""

    @property
    def is_change(self) -> bool:
        """Whether the two sides differ."""
        return self.before != self.after


def differences(
    kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any], naming: Naming, *, only_changes: bool
) -> list[Difference]:
    """Return the fields of two versions in the order of the form, what the kind does not know last."""
    last = len(kind.position)
    names = sorted(before.keys() | after.keys(), key=lambda name: (kind.position.get(name, last), name))
    found = [
        entry for name in names for entry in _of_field(kind, name, before.get(name), after.get(name), naming)
    ]
    return [entry for entry in found if entry.is_change or not only_changes]


def _of_field(kind: Kind, name: str, before: Any, after: Any, naming: Naming) -> Iterator[Difference]:
    field = kind.field(name)
    label = naming.label(field) if field else name.replace("_", " ")
    if field is not None and field.has_languages and _is_texts(before) and _is_texts(after):
        one, other = before or {}, after or {}
        for tag in dict.fromkeys([*one, *other]):
            yield Difference(name, label, str(one.get(tag, "")), str(other.get(tag, "")), tag)
        return
    one, other = said(field, before, naming), said(field, after, naming)
    if one == other and before != after:  # they read alike but are not
        one, other = _raw(before), _raw(after)
    yield Difference(name, label, one, other)


def _is_texts(value: object) -> bool:
    return value is None or isinstance(value, Mapping)


def said(field: Field | None, value: Any, naming: Naming) -> str:
    """Return a value as people read it; one of a field that the kind does not know as it is written."""
    if value is None:
        return ""
    if field is None:
        return _raw(value)
    if field.type == "files" and isinstance(value, list):
        return "\n".join(_file(entry, naming) for entry in value)
    if field.type in ("links", "rows") and isinstance(value, list):
        return "\n".join(_row(field, entry, naming) for entry in value)
    return naming.value(field, value)


def _file(entry: Any, naming: Naming) -> str:
    if not isinstance(entry, Mapping):
        return _raw(entry)
    size = entry.get("size")
    parts = [formatting.isolate(str(entry.get("name", "")))]
    if isinstance(size, int):
        parts.append(formatting.size(size))
    if entry.get("licence"):
        parts.append(naming.licence(str(entry["licence"])))
    return ", ".join(parts)


def _row(field: Field, entry: Any, naming: Naming) -> str:
    if not isinstance(entry, Mapping):
        return _raw(entry)
    columns = {column.name: column for column in field.columns}
    parts = (
        naming.value(columns[name], value) if name in columns else str(value) for name, value in entry.items()
    )
    return ", ".join(filter(None, parts))


def _raw(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def parts(before: str, after: str) -> list[Part]:
    """Return the text after, with what was added marked and what was removed put in where it stood."""
    if before == after:
        return [Part(after)] if after else []
    one, other = _PIECES.findall(before), _PIECES.findall(after)
    if not one or not other or len(one) + len(other) > _MOST_PIECES:
        return [part for part in (Part(before, "removed"), Part(after, "added")) if part.text]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    found: list[Part] = []
    for what, a, b, c, d in _calmed(matcher.get_opcodes(), one):
        if what == "equal":
            found.append(Part("".join(other[c:d])))
            continue
        found += [Part("".join(one[a:b]), "removed")] if a < b else []
        found += [Part("".join(other[c:d]), "added")] if c < d else []
    return found


Opcode = tuple[str, int, int, int, int]


def _calmed(opcodes: Sequence[Opcode], one: Sequence[str]) -> list[Opcode]:
    """Join changes that only blanks part, so that a rewritten phrase reads as one."""
    calm: list[Opcode] = []
    for what, a, b, c, d in opcodes:
        is_blank = what == "equal" and not "".join(one[a:b]).strip()
        if (
            calm
            and calm[-1][0] != "equal"
            and (what != "equal" or (is_blank and (a, b) != (len(one), len(one))))
        ):
            _, e, _, f, _ = calm[-1]
            calm[-1] = ("replace", e, b, f, d)
        else:
            calm.append((what, a, b, c, d))
    return calm
