"""Whether a field's value is of the field's type.

Invariant: any JSON value can be judged; what is judged wrong is named by a code, and nothing is changed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.model.field import Column, Field
from hubdesk.model.identity import checked_id, is_hash
from hubdesk.model.licence import is_licence
from hubdesk.model.text import is_language_tag
from hubdesk.model.vocabulary import Vocabularies

_COUNTRY = re.compile(r"[A-Z]{2}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NOT_IN_LINKS = re.compile(r"[\s\x00-\x1f\x7f<>\"]")


class Fault(Struct, frozen=True):
    """What is wrong with a value. "should": shown and counted, but no reason to stop."""

    code: str
    data: dict[str, Any] = {}
    level: Literal["wrong", "should"] = "wrong"


Judge = Callable[[Field | Column, Any, Vocabularies], Iterator[Fault]]


def faults(field: Field | Column, value: object, vocabularies: Vocabularies) -> Iterator[Fault]:
    """Yield every fault of `value` as a value of `field`; none for an empty value."""
    if not is_empty(value):
        yield from _JUDGES[field.type](field, value, vocabularies)


def is_empty(value: object) -> bool:
    """Say whether a value says nothing: null, blank text, or a list or mapping of such."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value or value.isspace()
    if isinstance(value, Mapping):
        return all(map(is_empty, value.values()))
    return isinstance(value, (list, tuple)) and all(map(is_empty, value))


def is_date(value: object) -> bool:
    """Say whether `value` is a year, a month or a day of ISO 8601: "2026", "2026-11", "2026-11-22"."""
    parts = _DATE.fullmatch(value) if isinstance(value, str) else None
    if parts is None:
        return False
    try:
        date(*(int(part or 1) for part in parts.groups()))
    except ValueError:
        return False
    return True


def is_before(one: str, other: str) -> bool:
    """Say whether a date lies before another, as far as both are known: "2026" is not before "2026-11"."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def is_link(value: object) -> bool:
    """Say whether `value` is an address with http, https or mailto (RFC 3986) and nothing odd in it."""
    if not isinstance(value, str) or _NOT_IN_LINKS.search(value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def is_number(value: object) -> bool:
    """Say whether `value` is a finite number; true and false are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _per_language(field: Field | Column, value: Any, _: Vocabularies) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault("not-a-text-per-language")
        return
    limit = getattr(field, "limit", None)
    for tag, text in value.items():
        if not is_language_tag(tag):
            yield Fault("not-a-language", {"value": tag})
        if not isinstance(text, str):
            yield Fault("not-a-text", {"language": tag})
        elif limit and len(text) > limit:
            yield Fault("too-long", {"language": tag, "length": len(text), "limit": limit}, "should")


def _string(field: Field | Column, value: Any, _: Vocabularies) -> Iterator[Fault]:
    limit = getattr(field, "limit", None)
    if not isinstance(value, str):
        yield Fault("not-a-text")
    elif limit and len(value) > limit:
        yield Fault("too-long", {"length": len(value), "limit": limit}, "should")


def _choice(field: Field | Column, value: Any, vocabularies: Vocabularies) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield Fault("not-a-text")
    elif field.vocabulary in vocabularies and value not in vocabularies.of(field.vocabulary):
        yield Fault("unknown-value", {"value": value}, "should")


def _licence(field: Field | Column, value: Any, vocabularies: Vocabularies) -> Iterator[Fault]:
    if value not in vocabularies.of(field.vocabulary) and not (isinstance(value, str) and is_licence(value)):
        yield Fault("not-a-licence", {"value": value})


def _alone(judge: Callable[[Any], Iterator[Fault]]) -> Judge:
    """Make a judge of one that needs neither the field nor the vocabularies."""
    return lambda _field, value, _vocabularies: judge(value)


def _plain(code: str, is_right: Callable[[Any], bool]) -> Judge:
    return _alone(lambda value: iter(() if is_right(value) else (Fault(code, {"value": value}),)))


def _each(judge: Judge) -> Judge:
    def judge_each(field: Field | Column, value: Any, vocabularies: Vocabularies) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault("not-a-list")
            return
        for item in value:
            yield from judge(field, item, vocabularies)

    return judge_each


def _contact(value: Any) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault("not-a-contact")
        return
    for name in ("name", "email", "phone", "organisation"):
        part = value.get(name)
        if part is not None and not isinstance(part, str):
            yield Fault("not-a-text", {"part": name})
        elif name == "email" and part and "@" not in part:
            yield Fault("not-an-email", {"value": part}, "should")


def _labelled_link(value: Any) -> Iterator[Fault]:
    address = value.get("url") if isinstance(value, Mapping) else value
    if not isinstance(value, Mapping) or not is_link(address):
        yield Fault("not-a-link", {"value": address})
    elif not isinstance(value.get("label", ""), str):
        yield Fault("not-a-text", {"part": "label"})


def _file(value: Any) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield Fault("not-a-file")
        return
    name, size = value.get("name"), value.get("size")
    is_sized = isinstance(size, int) and not isinstance(size, bool) and size >= 0
    if not (isinstance(name, str) and name and is_hash(value.get("sha256")) and is_sized):
        yield Fault("not-a-file", {"file": name})
    licence = value.get("licence")
    if licence is not None and not (isinstance(licence, str) and is_licence(licence)):
        yield Fault("not-a-licence", {"file": name, "value": licence})
    pass_on = value.get("pass_on")
    if pass_on is not None and pass_on not in ("yes", "no", "unknown"):
        yield Fault("unknown-value", {"file": name, "value": pass_on}, "should")


def _rows(field: Field | Column, value: Any, vocabularies: Vocabularies) -> Iterator[Fault]:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        yield Fault("not-rows")
        return
    for number, row in enumerate(value, start=1):
        for column in getattr(field, "columns", ()):
            for fault in faults(column, row.get(column.name), vocabularies):
                yield Fault(fault.code, {**fault.data, "row": number, "column": column.name}, fault.level)


def _is_id(value: object) -> bool:
    try:
        checked_id(value)
    except BadInput:
        return False
    return True


_country = _plain("not-a-country", lambda value: isinstance(value, str) and bool(_COUNTRY.fullmatch(value)))
_language = _plain("not-a-language", lambda value: isinstance(value, str) and is_language_tag(value))
_record = _plain("not-an-id", _is_id)

_JUDGES: dict[str, Judge] = {
    "text": _per_language,
    "prose": _per_language,
    "line": _string,
    "note": _string,
    "original": _string,
    "choice": _choice,
    "choices": _each(_choice),
    "country": _country,
    "countries": _each(_country),
    "language": _language,
    "languages": _each(_language),
    "licence": _licence,
    "date": _plain("not-a-date", is_date),
    "number": _plain("not-a-number", is_number),
    "yesno": _plain("not-yes-or-no", lambda value: isinstance(value, bool)),
    "link": _plain("not-a-link", is_link),
    "links": _each(_alone(_labelled_link)),
    "words": _each(_plain("not-a-text", lambda value: isinstance(value, str))),
    "contact": _alone(_contact),
    "person": _alone(_contact),
    "record": _record,
    "records": _each(_record),
    "files": _each(_alone(_file)),
    "rows": _rows,
}
