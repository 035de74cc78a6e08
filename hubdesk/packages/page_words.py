"""The words of an edition's page, read from resources/reading_page.toml.

Invariant: every language has the same words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct, convert

from hubdesk.errors import BadInput
from hubdesk.locations import resource


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """What the page says in one language; {date}, {count} and {licence} are filled in."""

    title: str
    skip: str
    what: str
    find: str
    save: str
    believe: str
    collections: str
    records: str
    new: str
    since: str
    unknown: str
    licence: str
    more: str


@cache
def _all_words() -> Mapping[str, Words]:
    return convert(tomllib.loads(resource("reading_page.toml").read_text("utf-8")), dict[str, Words])


def words_in(languages: Sequence[str]) -> dict[str, Words]:
    """Return the words in these languages, in this order, or in all; raises BadInput("edition-page-language")."""
    known = _all_words()
    for language in languages:
        if language not in known:
            raise BadInput("edition-page-language", value=language[:40], known=", ".join(known))
    return {language: known[language] for language in languages or known}
