"""Language tags as people write them (it_IT, ita, EN-gb) brought into BCP 47.

Invariant: what `normalise` returns is a valid BCP 47 tag in its recommended case (RFC 5646, 2.1.1 and 4.5).
"""

from __future__ import annotations

from hubdesk.formats.publiccode_checks import is_language_tag
from hubdesk.formats.publiccode_vocabulary import SHORT_LANGUAGES


def normalise(tag: str) -> str | None:
    """The BCP 47 tag that `tag` means, or None."""
    language, *rest = tag.strip().replace("_", "-").lower().split("-")
    parts = [SHORT_LANGUAGES.get(language, language), *rest]
    return "-".join(_cased(parts)) if is_language_tag("-".join(parts)) else None


def _cased(parts: list[str]) -> list[str]:
    cased = parts[:1]
    for part in parts[1:]:
        after_singleton = len(cased[-1]) == 1
        if len(part) == 2 and not after_singleton:
            cased.append(part.upper())
        elif len(part) == 4 and part.isalpha() and not after_singleton:
            cased.append(part.title())
        else:
            cased.append(part)
    return cased
