"""What a record lacks or says wrongly, field by field, and how its values are written down.

Invariant: a problem is a code with data, never words; `clean` drops nothing that holds something, and nothing at all
that the kind does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Literal

from msgspec import Struct

from hubdesk.model.field import Column, Field
from hubdesk.model.kind import Kind
from hubdesk.model.text import normal_line, normal_prose
from hubdesk.model.value import faults, is_before, is_date, is_empty
from hubdesk.model.vocabulary import Vocabularies

Writer = Callable[[Any], Any]


class Problem(Struct, frozen=True):
    """A problem of a field ("" for the record as a whole).

    "must" (something is missing) and "wrong" (a value is not of its type, or the record not of its place) stop a
    proposal; "should" is shown and counted.
    """

    field: str
    level: Literal["must", "should", "wrong"]
    code: str
    data: dict[str, Any] = {}

    @property
    def stops(self) -> bool:
        """Whether the record cannot be proposed while this stands."""
        return self.level != "should"


def check(
    kind: Kind, fields: Mapping[str, Any], vocabularies: Vocabularies, *, collection: str
) -> tuple[Problem, ...]:
    """Return the problems of a record of `kind` in `collection`, in the order of the form.

    Codes: "not-in-public", "wrong-collection" (the record); "missing" (data: "files", the names that lack it, where
    files are the reason); "end-before-start" (data: "other", the field of the start); those of value.py.
    """
    last = len(kind.position)
    found = [*_misplaced(kind, collection), *_lacks(kind, fields), *_faults(kind, fields, vocabularies)]
    return tuple(sorted(found, key=lambda p: kind.position.get(p.field, last) if p.field else -1))


def _misplaced(kind: Kind, collection: str) -> Iterator[Problem]:
    if not kind.fits(collection):
        code = "not-in-public" if kind.audience == "members" else "wrong-collection"
        yield Problem("", "wrong", code, {"kind": kind.name, "collection": collection})


def _lacks(kind: Kind, fields: Mapping[str, Any]) -> Iterator[Problem]:
    for field in (*kind.must, *kind.should):
        if is_empty(fields.get(field.name)):
            yield from _missing(field, fields)


def _faults(kind: Kind, fields: Mapping[str, Any], vocabularies: Vocabularies) -> Iterator[Problem]:
    for name, value in fields.items():
        field = kind.fields.get(name)
        if field is not None:
            for fault in faults(field, value, vocabularies):
                yield Problem(name, fault.level, fault.code, fault.data)
            if field.after:
                yield from _order(field, fields)


def _missing(field: Field, fields: Mapping[str, Any]) -> Iterator[Problem]:
    level: Literal["must", "should"] = "must" if field.level == "must" else "should"
    if not field.when:
        yield Problem(field.name, level, "missing")
        return
    entries = fields.get(field.when)
    if is_empty(entries):
        return
    if not isinstance(entries, list):
        yield Problem(field.name, level, "missing")
        return
    open_ones = [
        entry for entry in entries if not isinstance(entry, Mapping) or is_empty(entry.get(field.name))
    ]
    if open_ones:
        names = [entry.get("name") for entry in open_ones if isinstance(entry, Mapping)]
        yield Problem(field.name, level, "missing", {field.when: names})


def _order(field: Field, fields: Mapping[str, Any]) -> Iterator[Problem]:
    end, start = fields.get(field.name), fields.get(field.after)
    if is_date(end) and is_date(start) and is_before(str(end), str(start)):
        yield Problem(
            field.name, "wrong", "end-before-start", {"other": field.after, "start": start, "end": end}
        )


def clean(kind: Kind, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields as a revision holds them: NFC, LF, no blanks at the ends, nothing empty.

    Keys that the kind does not know, originals, names of files, and values that are not of their type stay as they
    are.
    """
    result = {}
    for name, value in fields.items():
        field = kind.fields.get(name)
        written = value if field is None else _written(field, value)
        if field is None or not is_empty(written):
            result[name] = written
    return result


def _written(field: Field | Column, value: Any) -> Any:
    """Write a value down as its type asks."""
    match field.type:
        case "original" | "files":
            return value
        case "text":
            return _parts(value, dict.fromkeys(value, _line) if isinstance(value, dict) else {})
        case "prose":
            return _parts(value, dict.fromkeys(value, _prose) if isinstance(value, dict) else {})
        case "note":
            return _prose(value)
        case "contact" | "person":
            return _parts(value, _CONTACT)
        case "links":
            return _items(value, lambda link: _parts(link, _LINK))
        case "rows":
            columns = getattr(field, "columns", ())
            cells = {column.name: partial(_written, column) for column in columns}
            return _items(value, lambda row: _parts(row, cells))
        case _:
            return _items(value, _line) if isinstance(value, list) else _line(value)


def _string(value: Any, write: Writer) -> Any:
    return write(value) if isinstance(value, str) else value


def _parts(value: Any, writers: Mapping[str, Writer]) -> Any:
    """Write the parts of a mapping that have a writer, and leave out those that are empty then."""
    if not isinstance(value, dict):
        return value
    parts = {}
    for name, part in value.items():
        write = writers.get(name)
        written = part if write is None else write(part)
        if write is None or not is_empty(written):
            parts[name] = written
    return parts


def _items(value: Any, write: Writer) -> Any:
    if not isinstance(value, list):
        return value
    return [item for item in map(write, value) if not is_empty(item)]


def _line(value: Any) -> Any:
    return _string(value, normal_line)


def _prose(value: Any) -> Any:
    return _string(value, normal_prose)


_CONTACT: dict[str, Writer] = dict.fromkeys(("name", "email", "phone", "organisation"), _line)
_LINK: dict[str, Writer] = dict.fromkeys(("url", "label"), _line)
