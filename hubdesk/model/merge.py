"""Three-way merging of a record's fields, by field and by language.

Invariant: pure and commutative: `merge(base, a, b)` and `merge(base, b, a)` give the same fields wherever there is no
clash, and no value that only one side changed is ever lost. No clock decides anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from hubdesk.model import canonical, sequence
from hubdesk.model.field import Field
from hubdesk.model.kind import Kind
from hubdesk.model.path import KEYS, NOTHING, named
from hubdesk.model.prose import merge_text
from hubdesk.model.sequence import Overlap, Pairs
from hubdesk.model.translation import TRANSLATED_FROM

_LINE = 160
"""Characters up to which two texts are joined on one line."""
_RUNNING_TEXT = frozenset({"text", "prose", "line", "note"})


class Merged(Struct, frozen=True):
    """`fields` after merging; `clashes` names what both sides changed differently ("title.fr"), where `fields` holds
    the value of the first side."""

    fields: dict[str, Any]
    clashes: tuple[str, ...]


def merge(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], kind: Kind | None = None
) -> Merged:
    """Merge two changed versions of `base`, whose fields are those of `kind`.

    Maps (texts per language) merge by key and running text by sentences. Lists are sets: additions and removals of
    both sides count; files are known by their name, links by their address, rows by their first column. Anything else
    that both sides changed differently is a clash, what `kind` does not know too, unless it is a map or a list.
    """
    merging = _Merging(kind)
    fields = {}
    for name in sorted(base.keys() | mine.keys() | theirs.keys()):
        sides = [side.get(name, NOTHING) for side in (base, mine, theirs)]
        value = merging.field(name, *sides)
        if value is not NOTHING:
            fields[name] = value
    return Merged(fields, tuple(merging.clashes))


class _Merging:
    """One merge under way."""

    def __init__(self, kind: Kind | None) -> None:
        self._fields: Mapping[str, Field] = kind.fields if kind is not None else {}
        self.clashes: list[str] = []

    def field(self, name: str, base: Any, mine: Any, theirs: Any) -> Any:
        field = self._fields.get(name)
        if (settled := _settled(base, mine, theirs)) is not None:
            return settled[0]
        if name == TRANSLATED_FROM and isinstance(mine, Mapping) and isinstance(theirs, Mapping):
            # A note that both made anew stays as it was: the translation is looked at once more.
            return _Merging(None)._maps(
                name, base if isinstance(base, Mapping) else {}, mine, theirs, _before
            )
        if field is not None and field.type in _RUNNING_TEXT:
            return self._values(name, base, mine, theirs, _merged_text)
        if field is not None and field.type in KEYS:
            return self._named(name, KEYS[field.type], base, mine, theirs)
        if field is not None and field.type == "rows" and field.columns:
            return self._rows(name, field.columns[0].name, base, mine, theirs)
        return self._values(name, base, mine, theirs, _nothing)

    def _values(
        self, path: str, base: Any, mine: Any, theirs: Any, text: Callable[[Any, Any, Any], str | None]
    ) -> Any:
        """Merge maps by key, lists as sets and texts by `text`; the deepest path that is named is "field.key"."""
        settled = _settled(base, mine, theirs)
        if settled is not None:
            return settled[0]
        if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
            known = base if isinstance(base, Mapping) else {}
            return self._maps(path, known, mine, theirs, text)
        if isinstance(mine, list) and isinstance(theirs, list):
            return _merge_sets(base if isinstance(base, list) else [], mine, theirs)
        merged = text(base, mine, theirs)
        if merged is None:
            self.clashes.append(path)
            return mine
        return merged

    def _maps(
        self,
        path: str,
        base: Mapping[str, Any],
        mine: Mapping[str, Any],
        theirs: Mapping[str, Any],
        text: Callable[[Any, Any, Any], str | None],
    ) -> Any:
        if "." in path:  # what lies deeper clashes as a whole
            inner = _Merging(None)
            merged = inner._maps("", base, mine, theirs, text)
            if inner.clashes:
                self.clashes.append(path)
                return mine
            return merged
        found = {}
        for key in _in_order(base, mine, theirs):
            before, one, other = (side.get(key, NOTHING) for side in (base, mine, theirs))
            value = self._values(f"{path}.{key}", before, one, other, text)
            if value is not NOTHING:
                found[key] = value
        return found

    def _named(self, path: str, key: str, base: Any, mine: Any, theirs: Any) -> Any:
        """Merge lists of entries that are known by what stands under `key`."""
        sides = [named(side, key) for side in ([] if base is NOTHING else base, mine, theirs)]
        if any(side is None for side in sides):
            return self._values(path, base, mine, theirs, _nothing)
        before, one, other = (side or {} for side in sides)
        merged = self._maps(path, before, one, other, _nothing)
        return list(merged.values())

    def _rows(self, path: str, column: str, base: Any, mine: Any, theirs: Any) -> Any:
        """Merge rows in their order; one is known by its first column."""
        before = [] if base is NOTHING else base
        if not all(_are_rows(side) for side in (before, mine, theirs)):
            return self._values(path, base, mine, theirs, _nothing)

        def pair(one: Sequence[Any], other: Sequence[Any]) -> Pairs:
            keys = [[canonical.encode(row.get(column)) for row in rows] for rows in (one, other)]
            return sequence.align(*keys)

        try:
            merged = sequence.merge(before, mine, theirs, pair, _same, _join_rows)
        except Overlap:
            merged = None
        counted = (_counted(side, column) for side in (before, mine, theirs, merged or []))
        if merged is None or not sequence.adds_up(*counted):
            self.clashes.append(path)
            return mine
        return merged


def _counted(rows: Sequence[Any], column: str) -> Counter[bytes]:
    return Counter(canonical.encode(row.get(column)) for row in rows)


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def both(mine: Any, theirs: Any, field: Field | None) -> Any:
    """Return two values of a field joined in a fixed order, whosever they are: lists united, texts one after the
    other, short ones on one line. `NOTHING` for what cannot be joined: numbers, dates, or something and nothing."""
    if isinstance(mine, list) and isinstance(theirs, list):
        return _merge_sets([], mine, theirs)
    is_text = field is not None and field.type in _RUNNING_TEXT
    if not (is_text and isinstance(mine, str) and isinstance(theirs, str)):
        return NOTHING
    first, second = sorted((mine, theirs))
    is_long = "\n" in first + second or len(first + second) > _LINE
    between = "\n\n" if is_long and field is not None and field.type in ("prose", "note") else " / "
    return first + between + second


def _join_rows(base: Any, mine: Any, theirs: Any) -> Any:
    merging = _Merging(None)
    row = merging._maps("", base, mine, theirs, _nothing)
    if merging.clashes:
        raise Overlap
    return row


def _settled(base: Any, mine: Any, theirs: Any) -> tuple[Any] | None:
    """Return the value, in a tuple, where at most one side changed it, or both alike."""
    if _same(mine, theirs) or _same(base, theirs):
        return (mine,)
    return (theirs,) if _same(base, mine) else None


def _merged_text(base: Any, mine: Any, theirs: Any) -> str | None:
    if all(isinstance(side, str) for side in (base, mine, theirs)):
        return merge_text(base, mine, theirs)
    return None


def _before(base: Any, mine: Any, theirs: Any) -> Any:
    return min((mine, theirs), key=canonical.encode) if base is NOTHING else base


def _nothing(_base: Any, _mine: Any, _theirs: Any) -> None:
    return None


def _in_order(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """Return all keys: the base's in its order, then what either side added, sorted."""
    return [*base, *sorted((mine.keys() | theirs.keys()) - base.keys())]


def _merge_sets(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any]:
    """What neither side removed, in the base's order, then what either added, in a fixed order."""
    kept, left, right = ({canonical.encode(item): item for item in side} for side in (base, mine, theirs))
    stays = [item for key, item in kept.items() if key in left and key in right]
    added = {key: item for key, item in (left | right).items() if key not in kept}
    return stays + [added[key] for key in sorted(added)]


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are written the same: 1 and true, 1 and 1.0 are not, though Python finds them equal."""
    if one is NOTHING or other is NOTHING:
        return one is other
    return one == other and canonical.encode(one) == canonical.encode(other)
