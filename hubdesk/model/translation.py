"""From which text a translation was made, so that a changed original marks its translations.

Invariant: a mark is data of the record like any other: it is signed, merged and passed on with it, and a desk that does
not know of it keeps it. Nothing is concluded from a clock.

`fields["translated_from"]` maps "field.language" to "source language:first 16 hexadecimal digits of the SHA-256 of the
source text in UTF-8".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hubdesk.model.identity import digest

TRANSLATED_FROM = "translated_from"
_DIGITS = 16


def marked(fields: Mapping[str, Any], name: str, language: str, source: str) -> dict[str, Any]:
    """Return `fields` with the note that the text `name` in `language` was translated from `source` as it stands."""
    marks = _marks(fields) | {f"{name}.{language}": f"{source}:{_hash(_text(fields, name, source))}"}
    return {**fields, TRANSLATED_FROM: marks}


def unmarked(fields: Mapping[str, Any], name: str, language: str) -> dict[str, Any]:
    """Return `fields` with the text `name` in `language` as one that was not translated."""
    marks = {place: mark for place, mark in _marks(fields).items() if place != f"{name}.{language}"}
    rest = {key: value for key, value in fields.items() if key != TRANSLATED_FROM}
    return {**rest, TRANSLATED_FROM: marks} if marks else rest


def stale(fields: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return field -> language -> source language of every translation whose original changed since, or is gone."""
    found: dict[str, dict[str, str]] = {}
    for place, mark in sorted(_marks(fields).items()):
        name, _, language = place.partition(".")
        source, _, known = mark.partition(":")
        if _text(fields, name, language) and _hash(_text(fields, name, source)) != known:
            found.setdefault(name, {})[language] = source
    return found


def _marks(fields: Mapping[str, Any]) -> dict[str, str]:
    marks = fields.get(TRANSLATED_FROM)
    if not isinstance(marks, Mapping):
        return {}
    return {place: mark for place, mark in marks.items() if isinstance(mark, str)}


def _text(fields: Mapping[str, Any], name: str, language: str) -> str:
    texts = fields.get(name)
    text = texts.get(language) if isinstance(texts, Mapping) else None
    return text if isinstance(text, str) else ""


def _hash(text: str) -> str:
    return digest(text.encode()).hex()[:_DIGITS]
