"""Three-way merging of a record's fields, by field and by language.

Invariant: pure and commutative: `merge(base, a, b)` and `merge(base, b, a)` give the same fields wherever there is no
clash, and no value that only one side changed is ever lost. No clock decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from hubdesk.model import canonical

_ABSENT: Any = object()


class Merged(Struct, frozen=True):
    """`fields` after merging; `clashes` names what both sides changed differently ("title.fr"), where `fields` holds
    the value of the first side."""

    fields: dict[str, Any]
    clashes: tuple[str, ...]


def merge(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merged:
    """Merge two changed versions of `base`.

    Lists are sets: additions and removals of both sides count. Maps (texts per language) merge by key. Everything
    else that both sides changed differently is a clash.
    """
    clashes: list[str] = []
    fields = _merge_maps(base, mine, theirs, "", clashes)
    return Merged(fields, tuple(clashes))


def _merge_maps(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], path: str, clashes: list[str]
) -> dict[str, Any]:
    merged = {}
    for key in sorted(base.keys() | mine.keys() | theirs.keys()):
        before, one, other = (side.get(key, _ABSENT) for side in (base, mine, theirs))
        value = _merge_values(before, one, other, path + key, clashes)
        if value is not _ABSENT:
            merged[key] = value
    return merged


def _merge_values(base: Any, mine: Any, theirs: Any, path: str, clashes: list[str]) -> Any:
    if _same(mine, theirs) or _same(base, theirs):
        return mine
    if _same(base, mine):
        return theirs
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        return _merge_maps(base if isinstance(base, Mapping) else {}, mine, theirs, f"{path}.", clashes)
    if isinstance(mine, list) and isinstance(theirs, list):
        return _merge_lists(base if isinstance(base, list) else [], mine, theirs)
    clashes.append(path)
    return mine


def _merge_lists(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any]:
    """What neither side removed, in the base's order, then what either added, in a fixed order."""
    kept, left, right = ({canonical.encode(item): item for item in side} for side in (base, mine, theirs))
    stays = [item for key, item in kept.items() if key in left and key in right]
    added = {key: item for key, item in (left | right).items() if key not in kept}
    return stays + [added[key] for key in sorted(added)]


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are written the same: 1 and true, 1 and 1.0 are not, though Python finds them equal."""
    if one is _ABSENT or other is _ABSENT:
        return one is other
    return one == other and canonical.encode(one) == canonical.encode(other)
