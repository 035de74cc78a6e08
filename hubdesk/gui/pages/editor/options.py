"""What can be chosen: the values of a vocabulary, countries, languages and licences, with their names.

Invariant: a value that is not among the options is offered as itself, never dropped.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QLocale

from hubdesk.gui import formatting
from hubdesk.gui.pages.editor.bench import Bench
from hubdesk.model.field import Column, Field
from hubdesk.model.text import label

Options = list[tuple[str, str]]
FIRST: Final = ("en", "fr", "es", "pt", "ar")
_LANGUAGES: Final = (
    *FIRST,
    *(
        "am",
        "bg",
        "bn",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "et",
        "eu",
        "fa",
        "fi",
        "ga",
        "gl",
        "ha",
        "he",
        "hi",
        "hr",
        "hu",
    ),
    *(
        "hy",
        "id",
        "ig",
        "is",
        "it",
        "ja",
        "ka",
        "kk",
        "km",
        "ko",
        "ky",
        "lo",
        "lt",
        "lv",
        "mg",
        "mk",
        "mn",
        "ms",
        "mt",
    ),
    *(
        "my",
        "ne",
        "nl",
        "no",
        "pl",
        "qu",
        "ro",
        "ru",
        "rw",
        "si",
        "sk",
        "sl",
        "so",
        "sq",
        "sr",
        "sv",
        "sw",
        "ta",
        "th",
    ),
    *("ti", "tr", "uk", "ur", "uz", "vi", "wo", "xh", "yo", "zh", "zu"),
)


def options(bench: Bench, field: Field | Column) -> Options:
    """Return (value, name) for all that a field offers, in the order it is offered."""
    if field.type in ("country", "countries"):
        return countries(QLocale().name())
    if field.type in ("language", "languages"):
        return [(tag, formatting.language(tag)) for tag in _LANGUAGES]
    return vocabulary(bench, field.vocabulary)


def vocabulary(bench: Bench, name: str) -> Options:
    """Return (value, name) for what a vocabulary offers."""
    offered = bench.desk.vocabularies.of(name).offered
    return [(value.value, label(value.label, bench.naming.language)) for value in offered]


@lru_cache(maxsize=4)
def countries(_locale: str) -> Options:
    """Return (ISO 3166-1 code, name) of all countries, sorted by name as the language sorts."""
    codes = {QLocale.territoryToCode(territory) for territory in QLocale.Country}
    found = [(code, formatting.country(code)) for code in codes if len(code) == 2 and code.isalpha()]
    return sorted(found, key=lambda option: option[1].casefold())
