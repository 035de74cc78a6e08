"""Kinds of record as data: read from resources/kinds/NAME.toml and resources/fields.toml.

Invariant: a kind the program does not know is still a kind, made of the common fields, so that every record can be
shown, searched and checked; and a level counts only where the form offers the field, so that nobody is asked for
what cannot be filled in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.model import text
from hubdesk.model.field import Facet, Field, SearchColumn, values_of, words_of

T = TypeVar("T")
Audience = Literal["public", "members", "centre"]
CENTRE = "centre/public"
LATE = 1000
"""Where a kind without an order stands: after those that have one."""


class Group(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the form: its label per language and the names of its fields in order."""

    name: str
    label: dict[str, str]
    fields: tuple[str, ...] = ()


class Kind(Struct, frozen=True, kw_only=True, dict=True):
    """What records of one kind hold. `fields` has the common fields too, by name; `groups` is what the form shows."""

    name: str
    icon: str
    label: dict[str, str]
    plural: dict[str, str]
    groups: tuple[Group, ...]
    fields: dict[str, Field]
    aliases: dict[str, str] = {}
    audience: Audience = "public"
    erasable: bool = False
    hidden: bool = False
    known: bool = True
    order: int = LATE

    def field(self, name: str) -> Field | None:
        """Return the field of that name, None where the kind does not know it."""
        return self.fields.get(name)

    def fields_in(self, group: Group) -> tuple[Field, ...]:
        """Return the fields of a group in the order of the form."""
        return tuple(self.fields[name] for name in group.fields)

    @cached_property
    def form(self) -> tuple[Field, ...]:
        """Every field the form offers, in its order."""
        return tuple(field for group in self.groups for field in self.fields_in(group))

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each field of the form stands in it, counted from 0."""
        return {field.name: place for place, field in enumerate(self.form)}

    @cached_property
    def must(self) -> tuple[Field, ...]:
        """Fields without which a record of this kind is not published."""
        return tuple(field for field in self.form if field.level == "must")

    @cached_property
    def should(self) -> tuple[Field, ...]:
        """Fields whose lack is shown and counted."""
        return tuple(field for field in self.form if field.level == "should")

    def fits(self, collection: str) -> bool:
        """Say whether records of this kind may stand in `collection`: personal data never in HUB/public, the
        Centre's own records only in centre/public."""
        if self.audience == "centre":
            return collection == CENTRE
        return self.audience == "public" or not collection.endswith("/public")

    def search_texts(self, fields: Mapping[str, Any]) -> tuple[str, str, str]:
        """Return the words of a record for the index, all languages joined: (title, summary, text).

        Every string of a field that the kind does not know goes to text.
        """
        found: dict[str, list[str]] = {"title": [], "summary": [], "text": []}
        for name, value in fields.items():
            known = self._searched.get(name)
            if known is None:
                found["text"].extend(text.strings_in(value))
            elif known[0]:
                found[known[0]].extend(words_of(known[1], value))
        return "\n".join(found["title"]), "\n".join(found["summary"]), "\n".join(found["text"])

    def facet_values(self, fields: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        """Return facet -> values, each once, for country, language, licence, status and domain.

        Without `languages` the languages of the texts count; a kind that asks for a licence has "unknown" without.
        """
        found: dict[str, tuple[str, ...]] = dict.fromkeys(
            ("country", "language", "licence", "status", "domain"), ()
        )
        for name, facet in self._facets:
            if name in fields:
                found[facet] += values_of(fields[name])
        if not found["language"]:
            found["language"] = text_languages(fields)
        if not found["licence"] and self._asks_licence:
            found["licence"] = ("unknown",)
        return {facet: tuple(dict.fromkeys(values)) for facet, values in found.items()}

    @cached_property
    def _searched(self) -> dict[str, tuple[SearchColumn, Field]]:
        return {name: (field.search_column, field) for name, field in self.fields.items()}

    @cached_property
    def _facets(self) -> tuple[tuple[str, Facet], ...]:
        return tuple((name, field.facet) for name, field in self.fields.items() if field.facet)

    @cached_property
    def _asks_licence(self) -> bool:
        return any(field.facet == "licence" for field in self.form)


class Kinds:
    """Every kind in the order it is offered, and a generic one for any other name."""

    def __init__(self, kinds: Iterable[Kind], generic: Kind) -> None:
        ordered = sorted(kinds, key=lambda kind: (kind.order, kind.name))
        self._by_name = {kind.name: kind for kind in ordered}
        self._generic = generic

    def of(self, name: str) -> Kind:
        """Return the kind of that name; for an unknown name a generic kind made of the common fields."""
        kind = self._by_name.get(name)
        if kind is None:
            shown = {"en": name.replace("_", " ").capitalize()}
            kind = msgspec.structs.replace(self._generic, name=name, label=shown, plural=shown)
        return kind

    def offered(self, collection: str) -> tuple[Kind, ...]:
        """Return the kinds a person may choose for a new record in `collection`."""
        return tuple(kind for kind in self if not kind.hidden and kind.fits(collection))

    def vocabularies_of(self, facet: str) -> tuple[str, ...]:
        """Return the names of the vocabularies whose values feed `facet`, for naming its values."""
        names = (
            f.vocabulary for kind in self for f in kind.fields.values() if f.facet == facet and f.vocabulary
        )
        return tuple(dict.fromkeys(names))

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)


def text_languages(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages in which the title, the summary or the text of a record is written."""
    found: dict[str, None] = {}
    for name in ("title", "summary", "text"):
        value = fields.get(name)
        if isinstance(value, Mapping):
            found.update((tag, None) for tag, written in value.items() if written)
    return tuple(found)


def import_fields(kind: Kind, mapping: Mapping[str, Any]) -> dict[str, Any]:
    """Return `mapping` with the kind's aliases turned into field names.

    Nothing is lost: a key whose field is given as well, or given by an earlier alias, keeps its own name.
    """
    result = {key: value for key, value in mapping.items() if key not in kind.aliases}
    for key, value in mapping.items():
        if key in kind.aliases:
            name = kind.aliases[key]
            result[key if name in result else name] = value
    return result


class _CommonFile(Struct, frozen=True, forbid_unknown_fields=True):
    """resources/fields.toml. Fields stay mappings until a kind's own words are laid over them."""

    field: list[dict[str, Any]]
    group: list[Group] = []
    aliases: dict[str, str] = {}


class _KindFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of resources/kinds."""

    name: str
    icon: str
    label: dict[str, str]
    plural: dict[str, str]
    group: list[dict[str, Any]]
    field: list[dict[str, Any]] = []
    aliases: dict[str, str] = {}
    audience: Audience = "public"
    erasable: bool = False
    hidden: bool = False
    order: int = LATE


class _Reader:
    """Reads kinds over one set of common fields; every fault names the file and the key."""

    def __init__(self, common: Path) -> None:
        loaded = _load(common, _CommonFile)
        self._texts = {str(entry.get("name")): entry for entry in loaded.field}
        self._groups = {group.name: group for group in loaded.group}
        self._aliases = loaded.aliases
        self._fields = {name: self._field(common, entry) for name, entry in self._texts.items()}

    def generic(self) -> Kind:
        group = Group(name="all", label={}, fields=tuple(self._fields))
        return Kind(
            name="",
            icon="document",
            label={},
            plural={},
            groups=(group,),
            fields=self._fields,
            aliases=self._aliases,
            known=False,
        )

    def kind(self, path: Path) -> Kind:
        loaded = _load(path, _KindFile)
        if loaded.name != path.stem:
            raise _unreadable(path, "name", "not the file's")
        _require_english(path, "label", loaded.label)
        _require_english(path, "plural", loaded.plural)
        fields = dict(self._fields)
        for entry in loaded.field:
            name = str(entry.get("name"))
            fields[name] = self._field(path, {**self._texts.get(name, {}), **entry})
        groups = tuple(self._group(path, entry, fields) for entry in loaded.group)
        for name, field in fields.items():
            for other in filter(None, (field.after, field.when)):
                if other not in fields:
                    raise _unreadable(path, f"field.{name}", other)
        return Kind(
            name=loaded.name,
            icon=loaded.icon,
            label=loaded.label,
            plural=loaded.plural,
            groups=groups,
            fields=fields,
            aliases={**self._aliases, **loaded.aliases},
            audience=loaded.audience,
            erasable=loaded.erasable,
            hidden=loaded.hidden,
            order=loaded.order,
        )

    def _group(self, path: Path, entry: Mapping[str, Any], fields: Mapping[str, Field]) -> Group:
        name = str(entry.get("name"))
        shared = self._groups.get(name)
        label = {"label": shared.label} if shared else {}
        group = _convert(path, f"group.{name}", {**label, **entry}, Group)
        _require_english(path, f"group.{name}.label", group.label)
        for field in group.fields:
            if field not in fields:
                raise _unreadable(path, f"group.{name}.fields", field)
        return group

    def _field(self, path: Path, entry: Mapping[str, Any]) -> Field:
        field = _convert(path, f"field.{entry.get('name')}", entry, Field)
        _require_english(path, f"field.{field.name}.label", field.label)
        for column in field.columns:
            _require_english(path, f"field.{field.name}.columns.{column.name}.label", column.label)
        return field


def read_kinds(folder: Path, common: Path) -> Kinds:
    """Read every kind file (*.toml) of `folder` over the common fields of the file `common`.

    Raises BadInput("kind-unreadable", file, key, reason) for TOML, keys, types, levels or audiences that are not
    ours, a missing English label, a group or a field naming a field that does not exist, and a name that is not
    the file's.
    """
    reader = _Reader(common)
    return Kinds([reader.kind(path) for path in sorted(folder.glob("*.toml"))], reader.generic())


def _load(path: Path, form: type[T]) -> T:
    try:
        loaded = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unreadable(path, "", str(error)) from error
    return _convert(path, "", loaded, form)


def _convert(path: Path, key: str, entry: Mapping[str, Any], form: type[T]) -> T:
    try:
        return msgspec.convert(entry, form)
    except msgspec.ValidationError as error:
        raise _unreadable(path, key, str(error)) from error


def _require_english(path: Path, key: str, labels: Mapping[str, str]) -> None:
    if not labels.get("en"):
        raise _unreadable(path, key, "no English label")


def _unreadable(path: Path, key: str, reason: str) -> BadInput:
    return BadInput("kind-unreadable", file=str(path), key=key, reason=reason)
