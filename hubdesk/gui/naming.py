"""What kinds, hubs, vocabulary values and field values are called for the reader of the window.

Invariant: every value has a name; where nobody gave one it names itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from hubdesk.gui import formatting
from hubdesk.model import text
from hubdesk.model.field import Column, Field
from hubdesk.model.kind import Kind, Kinds
from hubdesk.model.vocabulary import Vocabularies

if TYPE_CHECKING:
    from hubdesk.gui.known_hubs import KnownHub

LONG = frozenset(
    {"prose", "note", "rows", "files", "original", "records", "record", "links", "contact", "person"}
)
"""Field types that need more room than a line among the facts."""


def readable(code: str) -> str:
    """Return a hub's code as a name, where nobody gave it one: southern-africa is Southern Africa, ict is ICT."""
    words = code.replace("_", "-").split("-")
    return " ".join(word.upper() if len(word) < 4 else word.capitalize() for word in words if word)


class Naming:
    """Names in the language of the window. `hubs` come from the desk, once they are known."""

    def __init__(self, kinds: Kinds, vocabularies: Vocabularies, hubs: Iterable[KnownHub] = ()) -> None:
        self._kinds = kinds
        self._vocabularies = vocabularies
        self.language = QLocale().name().partition("_")[0]
        self._hubs = {hub.hub: hub for hub in hubs}

    def know_hubs(self, hubs: Iterable[KnownHub]) -> None:
        """Learn the hubs anew."""
        self._hubs = {hub.hub: hub for hub in hubs}

    def kind(self, name: str) -> str:
        """Return a kind in the singular: Case study."""
        return text.label(self._kinds.of(name).label, self.language) or name

    def kinds(self, name: str) -> str:
        """Return a kind in the plural: Case studies."""
        return text.label(self._kinds.of(name).plural, self.language) or name

    def icon(self, kind: str) -> str:
        """Return the name of a kind's icon."""
        return self._kinds.of(kind).icon

    def kind_of(self, name: str) -> Kind:
        """Return a kind itself."""
        return self._kinds.of(name)

    def hub(self, name: str) -> str:
        """Return a hub's name, or its word in collection names made readable."""
        known = self._hubs.get(name)
        if known is not None and known.name:
            return text.label(known.name, self.language)
        if name == "centre":
            return QCoreApplication.translate("Naming", "The Centre")
        return readable(name)

    def tile(self, hub: str) -> str:
        """Return the letters of a hub's tile; "" for those the tile makes itself."""
        known = self._hubs.get(hub)
        return known.tile if known is not None else ""

    def facet(self, facet: str) -> str:
        """Return what a facet is called."""
        return {
            "kind": QCoreApplication.translate("Naming", "Kind"),
            "domain": QCoreApplication.translate("Naming", "Practice domain"),
            "hub": QCoreApplication.translate("Naming", "Hub"),
            "country": QCoreApplication.translate("Naming", "Country"),
            "language": QCoreApplication.translate("Naming", "Language"),
            "licence": QCoreApplication.translate("Naming", "Licence"),
            "status": QCoreApplication.translate("Naming", "Status"),
            "state": QCoreApplication.translate("Naming", "Where it stands"),
        }.get(facet, facet)

    def facet_value(self, facet: str, value: str) -> str:
        """Return what a value of a facet is called."""
        if facet == "kind":
            return self.kinds(value)
        if facet == "hub":
            return self.hub(value)
        if facet == "country":
            return formatting.country(value)
        if facet == "language":
            return formatting.language(value)
        if facet == "here":
            return QCoreApplication.translate("Naming", "On this computer")
        if facet == "state":
            return self._state(value)
        if facet == "licence":
            return self.licence(value)
        return self._vocabularies.label(self._kinds.vocabularies_of(facet), value, self.language)

    def licence(self, value: str) -> str:
        """Return a licence as people know it."""
        if value in ("", "unknown"):
            return QCoreApplication.translate("Naming", "Not known")
        return formatting.isolate(value)

    def _state(self, value: str) -> str:
        return {
            "draft": QCoreApplication.translate("Naming", "Drafts"),
            "pending": QCoreApplication.translate("Naming", "Waiting to be sent"),
            "confirmed": QCoreApplication.translate("Naming", "Published"),
        }.get(value, value)

    # values of fields

    def label(self, field: Field | Column) -> str:
        """Return the name of a field or a column."""
        return text.label(field.label, self.language) or field.name

    def value(self, field: Field | Column, value: Any) -> str:
        """Return a value on one line; "" for what is empty."""
        if value is None or value in ("", [], {}):
            return ""
        if isinstance(value, list) and field.type == "languages":
            return formatting.listing((self.value(field, part) for part in value), 5)
        if isinstance(value, list):
            return ", ".join(filter(None, (self.value(field, part) for part in value)))
        if isinstance(value, Mapping):
            return self._of_mapping(field, value)
        if isinstance(value, bool):
            yes, no = QCoreApplication.translate("Naming", "Yes"), QCoreApplication.translate("Naming", "No")
            return yes if value else no
        if isinstance(value, int | float):
            return formatting.number(value)
        return self._of_string(field, str(value))

    def _of_string(self, field: Field | Column, value: str) -> str:
        if field.vocabulary:
            return self._vocabularies.of(field.vocabulary).label(value, self.language)
        if field.type in ("country", "countries"):
            return formatting.country(value)
        if field.type in ("language", "languages"):
            return formatting.language(value)
        if field.type == "licence":
            return self.licence(value)
        if field.type == "date":
            return formatting.date(value)
        return value

    def _of_mapping(self, field: Field | Column, value: Mapping[str, Any]) -> str:
        if field.type in ("text", "prose"):
            texts = {tag: written for tag, written in value.items() if isinstance(written, str)}
            return formatting.shown(texts)[0]
        return ", ".join(str(part) for part in value.values() if isinstance(part, str | int | float) and part)
