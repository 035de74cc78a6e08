"""Writing the search index: words, facet values and places in the sorted lists of what a desk shows of a record.

Invariant: what stands in the index of a record is exactly what `Shown` says, and is taken out by saying it again; so
the old content must be known, and an index made by other rules (`is_current`) is made anew before it is changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import words
from hubdesk.catalogue.facets import Value, forget_values, next_generation, write_values
from hubdesk.catalogue.tables import desk, placement
from hubdesk.model.kind import Kinds
from hubdesk.model.text import base_language

NEWEST = "at"
"""The list of records by when they were written."""
_KEY_LENGTH = 32
_FORM = "index_form"
_AT_ONCE = 1000


class Shown(msgspec.Struct, frozen=True):
    """What a desk shows of a record. `state`: draft, pending or confirmed; `here`: it has files and every one of them
    lies on this computer; `at`: when it was written (RFC 3339), by which the newest are listed first."""

    kind: str
    collection: str
    fields: dict[str, Any]
    state: str
    here: bool
    withdrawn: bool
    at: str = ""


class _Entry(NamedTuple):
    """All that the index holds of a record."""

    texts: tuple[str, str, str] | None
    values: set[Value]
    places: set[tuple[str, str]]


_NOTHING = _Entry(None, set(), set())


def forget_index(connection: Connection) -> None:
    """Let the index be made anew before it is next used: records were changed without it."""
    connection.execute(delete(desk).where(desk.c.name == _FORM))


class Index:
    """Keeps the index in step with what is shown."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    def put(self, connection: Connection, changes: Iterable[tuple[int, Shown | None, Shown | None]]) -> None:
        """Change the index from what was shown of records to what is shown now: (record number, old, new).

        A record may come several times; the first old and the last new one count.
        """
        merged: dict[int, tuple[Shown | None, Shown | None]] = {}
        for number, old, new in changes:
            merged[number] = (merged[number][0] if number in merged else old, new)
        entries = [
            (number, self._entry(old), self._entry(new))
            for number, (old, new) in merged.items()
            if old != new
        ]
        if not entries:
            return
        _write_texts(connection, entries)
        _write_places(connection, entries)
        values = [(number, old.values, new.values) for number, old, new in entries]
        write_values(connection, values, next_generation(connection))

    def is_current(self, connection: Connection) -> bool:
        """Say whether the index was made by the rules of this program: its kinds, its words, its Unicode."""
        stored = connection.scalar(select(desk.c.value).where(desk.c.name == _FORM))
        return stored == self._form()

    def rebuild(self, connection: Connection, shown: Iterable[tuple[int, Shown]]) -> None:
        """Make the index anew from every record that is shown."""
        connection.exec_driver_sql("INSERT INTO text_index (text_index) VALUES ('delete-all')")
        connection.execute(delete(placement))
        forget_values(connection)
        next_generation(connection)
        records = iter(shown)
        while some := list(islice(records, _AT_ONCE)):
            self.put(connection, ((number, None, new) for number, new in some))
        statement = insert(desk).values(name=_FORM, value=self._form())
        connection.execute(statement.on_conflict_do_update(set_={"value": statement.excluded.value}))

    def _form(self) -> bytes:
        kinds = msgspec.json.encode(list(self._kinds), order="sorted")
        return hashlib.sha256(b"\n".join([words.FORM.encode(), kinds])).hexdigest().encode()

    def _entry(self, shown: Shown | None) -> _Entry:
        if shown is None:
            return _NOTHING
        title, summary, text = self._kinds.of(shown.kind).search_texts(shown.fields)
        texts = (words.index_words(title), words.index_words(summary), words.index_words(text))
        return _Entry(texts, set(self._values(shown)), set(places(shown.fields, shown.at)))

    def _values(self, shown: Shown) -> Iterator[Value]:
        yield "kind", shown.kind
        yield "collection", shown.collection
        yield "hub", shown.collection.partition("/")[0]
        yield "state", "withdrawn" if shown.withdrawn else shown.state
        if shown.here:
            yield "here", "yes"
        if not shown.withdrawn:
            for facet, values in self._kinds.of(shown.kind).facet_values(shown.fields).items():
                for value in values:
                    yield facet, value


def places(fields: Mapping[str, Any], at: str) -> Iterator[tuple[str, str]]:
    """Yield where a record stands in the sorted lists: (list, key), for "at" and each language of its title."""
    yield NEWEST, at
    languages = set()
    for tag, title in texts_of(fields.get("title")).items():
        language = base_language(tag)
        if language not in languages:
            languages.add(language)
            yield title_list(language), words.index_words(title)[:_KEY_LENGTH]
    if not languages:
        yield title_list(""), ""


def title_list(language: str) -> str:
    """Return the name of the list of records with a title in a language ("fr"), "" for those without a title."""
    return f"title {language}"


def texts_of(value: object) -> dict[str, str]:
    """Return the texts of a field by language, sorted by tag; a text that says no language is "und" (BCP 47)."""
    if isinstance(value, str):
        value = {"und": value}
    if not isinstance(value, Mapping):
        return {}
    return {tag: text for tag, text in sorted(value.items()) if isinstance(text, str) and text}


def _write_texts(connection: Connection, entries: list[tuple[int, _Entry, _Entry]]) -> None:
    changed = [(number, old.texts, new.texts) for number, old, new in entries if old.texts != new.texts]
    gone = [(number, *old) for number, old, _ in changed if old is not None]
    come = [(number, *new) for number, _, new in changed if new is not None]
    if gone:  # an index without contents forgets a row only when it is told what was in it
        connection.exec_driver_sql(
            "INSERT INTO text_index (text_index, rowid, title, summary, text) VALUES ('delete', ?, ?, ?, ?)",
            gone,
        )
    if come:
        connection.exec_driver_sql(
            "INSERT INTO text_index (rowid, title, summary, text) VALUES (?, ?, ?, ?)", come
        )


def _write_places(connection: Connection, entries: list[tuple[int, _Entry, _Entry]]) -> None:
    gone = [(*place, number) for number, old, new in entries for place in old.places - new.places]
    come = [(*place, number) for number, old, new in entries for place in new.places - old.places]
    if gone:
        connection.exec_driver_sql("DELETE FROM placement WHERE list = ? AND key = ? AND record = ?", gone)
    if come:
        connection.exec_driver_sql("INSERT INTO placement (list, key, record) VALUES (?, ?, ?)", come)
