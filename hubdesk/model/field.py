"""A field of a kind: its type, what it asks, and which words of its value are searched.

Invariant: reading a value never fails, whatever the value is; a foreign or damaged value has no words and no facet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from msgspec import Struct

from hubdesk.model import text

FieldType = Literal[
    "text", "prose", "line", "note", "original", "choice", "choices", "country", "countries", "language",
    "languages", "licence", "date", "number", "yesno", "link", "links", "words", "contact", "person", "record",
    "records", "files", "rows",
]  # fmt: skip
Level = Literal["must", "should", "may"]
SearchColumn = Literal["title", "summary", "text", ""]
Facet = Literal["country", "language", "licence", "status", "domain", ""]

SEARCHED_TYPES = frozenset(
    {"text", "prose", "line", "note", "words", "contact", "person", "links", "files", "rows"}
)
TEXT_TYPES = frozenset({"text", "prose"})


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column of a `rows` field; its cells are values of `type`."""

    name: str
    type: FieldType
    label: dict[str, str]
    vocabulary: str = ""


class Field(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a kind's file says of a field.

    `search` is the index column its words go to (None: by type), `facet` the facet it feeds, `after` the date field
    that must not lie later, `when` the field without
    which this one is not asked (nor where every entry of that one answers it itself), `kinds` the kinds of record a `record` or `records` field is meant for (empty: all),
    `limit` a number of characters, for each language where the value has several.
    """

    name: str
    type: FieldType
    label: dict[str, str]
    help: dict[str, str] = {}
    level: Level = "may"
    search: SearchColumn | None = None
    facet: Facet = ""
    personal: bool = False
    limit: int | None = None
    vocabulary: str = ""
    after: str = ""
    when: str = ""
    kinds: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def search_column(self) -> SearchColumn:
        """The index column of its words: as the file says, else "text" for types that hold words."""
        if self.search is not None:
            return self.search
        return "text" if self.type in SEARCHED_TYPES else ""

    @property
    def has_languages(self) -> bool:
        """Whether a value is a text per language."""
        return self.type in TEXT_TYPES


def words_of(field: Field, value: object) -> Iterable[str]:
    """Yield the strings of `value` a search should find: labels of links and names of files, not their addresses."""
    return _WORDS.get(field.type, text.strings_in)(value)


def values_of(value: object) -> tuple[str, ...]:
    """Return the facet values of a field's value: one string, or the strings of a list."""
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list):
        return tuple(item for item in value if isinstance(item, str) and item)
    return ()


def _part(name: str) -> Callable[[object], Iterable[str]]:
    def parts(value: object) -> Iterable[str]:
        for entry in value if isinstance(value, list) else ():
            part = entry.get(name) if isinstance(entry, Mapping) else None
            if isinstance(part, str):
                yield part

    return parts


_WORDS: dict[str, Callable[[Any], Iterable[str]]] = {
    "links": _part("label"),
    "files": _part("name"),
    "original": lambda _: (),
}
