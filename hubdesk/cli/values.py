"""FIELD=VALUE on the command line as the values that a kind's fields hold."""

from __future__ import annotations

from typing import Any

from hubdesk.errors import BadInput
from hubdesk.model import canonical
from hubdesk.model.kind import Kind

_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")
_TEXTS = ("text", "prose")
_LISTS = ("choices", "countries", "languages", "words", "records")
LANGUAGE = "en"
"""The language of a text without one: `title=...` is `title.en=...`."""


def changes_of(given: list[str], kind: Kind, *, whole: bool) -> dict[str, Any]:
    """Return "field" or "field.language" -> value of FIELD=VALUE arguments; None for an empty value.

    With `whole`, texts are maps by language, as a new record holds them. Raises BadInput("usage").
    """
    changes: dict[str, Any] = {}
    for argument in given:
        path, equals, text = argument.partition("=")
        if not equals or not path:
            raise BadInput("usage", argument=argument)
        name, _, language = path.partition(".")
        field = kind.field(name)
        kind_of_field = field.type if field else ""
        if kind_of_field in _TEXTS and not text.lstrip().startswith("{"):
            language = language or LANGUAGE
        if language and whole:
            changes.setdefault(name, {})[language] = text
        elif language:
            changes[f"{name}.{language}"] = text or None
        else:
            changes[name] = parsed(kind_of_field, text)
    return changes


def parsed(kind_of_field: str, text: str) -> Any:
    """Return the value that a text means for a field of this type; "" for a field that is not known."""
    if not text:
        return None
    if text[0] in "[{":
        try:
            return canonical.parse(text.encode())
        except BadInput:
            return text
    if kind_of_field in _LISTS:
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind_of_field == "links":
        return [{"url": part} for part in text.replace(",", " ").split()]
    if kind_of_field in ("contact", "person"):
        return {"email": text} if "@" in text and " " not in text else {"name": text}
    if kind_of_field == "yesno" and text.lower() in _YES + _NO:
        return text.lower() in _YES
    if kind_of_field == "number":
        try:
            return int(text) if text.lstrip("-").isdigit() else float(text)
        except ValueError:
            return text
    return text
