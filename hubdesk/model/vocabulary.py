"""Vocabularies: the values a choice offers, with their names in several languages, read from resources/vocabularies.

Invariant: a value outside its vocabulary is shown as it stands, never dropped.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.model import text


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """A value as records hold it, its name per language, and whether the form no longer offers it."""

    value: str
    label: dict[str, str]
    retired: bool = False


class Vocabulary(Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """Values in the order they are offered."""

    name: str
    value: tuple[Value, ...] = ()

    @cached_property
    def by_value(self) -> dict[str, Value]:
        """Every value, retired ones too, by what records hold."""
        return {value.value: value for value in self.value}

    @property
    def offered(self) -> tuple[Value, ...]:
        """What a form offers."""
        return tuple(value for value in self.value if not value.retired)

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and value in self.by_value

    def label(self, value: str, language: str) -> str:
        """Return the name of `value` for a reader of `language`; an unknown value names itself."""
        known = self.by_value.get(value)
        return text.label(known.label, language) if known else value


class Vocabularies:
    """All vocabularies by name; one that is not there is empty."""

    def __init__(self, vocabularies: Iterable[Vocabulary] = ()) -> None:
        self._by_name = {vocabulary.name: vocabulary for vocabulary in vocabularies}

    def of(self, name: str) -> Vocabulary:
        """Return a vocabulary, an empty one for a name that is not known."""
        return self._by_name.get(name) or Vocabulary(name)

    def label(self, names: Iterable[str], value: str, language: str) -> str:
        """Return the name of `value` in the first of the vocabularies `names` that has it, else `value` itself."""
        for name in names:
            if value in self.of(name):
                return self.of(name).label(value, language)
        return value

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Vocabulary]:
        return iter(self._by_name.values())


def read_vocabularies(folder: Path) -> Vocabularies:
    """Read every vocabulary file (*.toml) of `folder`.

    Raises BadInput("vocabulary-unreadable", file, reason) for TOML, keys or types that are not ours, an empty or
    repeated value, a value without an English name, and a name that is not the file's.
    """
    return Vocabularies(_read_vocabulary(path) for path in sorted(folder.glob("*.toml")))


def _read_vocabulary(path: Path) -> Vocabulary:
    def unreadable(reason: str) -> BadInput:
        return BadInput("vocabulary-unreadable", file=str(path), reason=reason)

    try:
        vocabulary = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Vocabulary)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise unreadable(str(error)) from error
    if vocabulary.name != path.stem:
        raise unreadable(f"name {vocabulary.name}")
    if len(vocabulary.by_value) != len(vocabulary.value):
        raise unreadable("repeated value")
    for value in vocabulary.value:
        if not value.value or not value.label.get("en"):
            raise unreadable(f"value {value.value!r} without English label")
    return vocabulary
