"""Where a value stands in a record: "country", "title.fr", "contact.email", "files.plan.pdf".

Invariant: `put(fields, path, at(fields, path))` gives the same fields; what stands beside the path is never touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEYS = {"files": "name", "links": "url"}
"""Types of fields whose values are lists of entries, and what an entry is known by."""
NOTHING: Any = object()


def named(value: Any, key: str) -> dict[str, Any] | None:
    """Return the entries of a list by what stands under `key`; None when one has none, or two have the same."""
    if not isinstance(value, list):
        return None
    found = {e[key]: e for e in value if isinstance(e, dict) and isinstance(e.get(key), str)}
    return found if len(found) == len(value) else None


def at(fields: Mapping[str, Any], path: str) -> Any:
    """Return the value at a path, `NOTHING` where there is none."""
    name, key = _parted(fields, path)
    value = fields.get(name, NOTHING)
    if not key or value is NOTHING:
        return value
    return _entries(value).get(key, NOTHING)


def put(fields: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """Return `fields` with `value` at a path, or without anything there when it is `NOTHING`."""
    name, key = _parted(fields, path)
    if not key:
        return _with(fields, name, value)
    whole = fields.get(name, [] if _is_entry(value, key) else {})
    if isinstance(whole, list):
        entries = list(_with(_entries(whole), key, value).values())
        return _with(fields, name, entries or NOTHING)
    inside = _with(whole if isinstance(whole, dict) else {}, key, value)
    return _with(fields, name, inside or NOTHING)


def _parted(fields: Mapping[str, Any], path: str) -> tuple[str, str]:
    """Return field and key; a foreign field may have a point in its name."""
    if path in fields:
        return path, ""
    name, _, key = path.partition(".")
    return name, key


def _entries(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    return next((found for key in KEYS.values() if (found := named(value, key)) is not None), {})


def _is_entry(value: Any, key: str) -> bool:
    """Tell whether a value is an entry of a list, known by `key`: it may be the first one there."""
    return isinstance(value, dict) and any(value.get(name) == key for name in KEYS.values())


def _with(mapping: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    if value is NOTHING:
        return {name: item for name, item in mapping.items() if name != key}
    return {**mapping, key: value}
