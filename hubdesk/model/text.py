"""Text in several languages: which one to show, and how text is written down.

Invariant: `choose` returns a text whenever there is one, and always says in which language it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_BREAKABLE = " \t\n\r\f\v\x85\u2028\u2029"
_BLANKS = re.compile(f"[{_BREAKABLE}]+")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029")


def base_language(tag: str) -> str:
    """Return the language of a BCP 47 tag without script and region: "pt-BR" -> "pt"."""
    return tag.partition("-")[0].lower()


def is_language_tag(tag: str) -> bool:
    """Say whether `tag` has the form of a BCP 47 tag (RFC 5646); the registry is not consulted."""
    return _TAG.fullmatch(tag) is not None


def choose(texts: Mapping[str, str], languages: Sequence[str]) -> tuple[str, str]:
    """Return (text, its language): the best of `texts` for a person who reads `languages`, in that order.

    For each language the exact tag, then the same language in any region; then English; then the first by tag.
    Empty texts do not count; ("", "") when there is none.
    """
    present = {tag: text for tag, text in sorted(texts.items()) if text}
    if not present:
        return "", ""
    by_lower = {tag.lower(): tag for tag in reversed(present)}
    for wanted in (*languages, "en"):
        exact = by_lower.get(wanted.lower())
        if exact is not None:
            return present[exact], exact
        base = base_language(wanted)
        for tag in sorted(present, key=len):
            if base_language(tag) == base:
                return present[tag], tag
    tag = next(iter(present))
    return present[tag], tag


def label(labels: Mapping[str, str], language: str) -> str:
    """Return the label for a reader of `language`, falling back as `choose` does."""
    return choose(labels, (language,))[0]


def normal_line(text: str) -> str:
    """Return `text` as one line: NFC, every run of blanks and line ends one blank, none at the ends.

    Unbreakable blanks stay: French needs them.
    """
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip(_BREAKABLE)


def normal_prose(text: str) -> str:
    """Return `text` in NFC with LF line ends and without empty lines around it; blanks inside stay (Markdown)."""
    unified = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    return unified.strip("\n") if unified.strip() else ""


def strings_in(value: object) -> Iterable[str]:
    """Yield every string inside a JSON value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from strings_in(part)
