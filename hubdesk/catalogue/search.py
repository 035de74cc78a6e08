"""Finding records: words in any language, facets with counts, a page of hits in a chosen order.

Invariant: the total and every count are exact and of one state of the catalogue; whatever is typed finds or does not
find, and raises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection

from hubdesk.catalogue import listing, terms
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.facets import BitmapMemory, Bitmaps
from hubdesk.catalogue.index import texts_of
from hubdesk.catalogue.matches import Matches, page
from hubdesk.catalogue.shown import ShownContent, blobs_held, files_of, shown_contents
from hubdesk.catalogue.terms import Mark, Snippet, Terms, snippet
from hubdesk.model.kind import Kinds
from hubdesk.model.text import base_language

FACETS = (
    "kind", "domain", "hub", "country", "language", "licence", "status", "here", "state", "collection",
)  # fmt: skip
WITHDRAWN = "withdrawn"


class Query(msgspec.Struct, frozen=True):
    """What is looked for. `facets`: values of a facet are alternatives, facets restrict each other; `languages`: what
    the reader reads, best first, for snippets and the order by title. Withdrawn records are found by their state."""

    words: str = ""
    facets: dict[str, list[str]] = {}
    limit: int = 50
    offset: int = 0
    order: Literal["best", "newest", "title"] = "best"
    languages: tuple[str, ...] = ()


class FacetCount(msgspec.Struct, frozen=True):
    """How many of the records found have a value; 0 where others of the catalogue have it."""

    value: str
    count: int


class Hit(msgspec.Struct, frozen=True):
    """A record that was found. `score`: higher is better, 0 where no words were given; `bytes` of its files, and
    `bytes_here` of them on this computer; `verified`: what is shown is the signed revision."""

    id: str
    kind: str
    collection: str
    hub: str
    title: dict[str, str]
    summary: dict[str, str]
    snippet: Snippet | None
    score: float
    state: str
    country: list[str]
    languages: list[str]
    licence: str
    verified: bool
    files: int
    bytes: int
    bytes_here: int
    withdrawn: bool


class Results(msgspec.Struct, frozen=True):
    """How many records were found, a page of them, and of each facet its values, the most frequent first; counts are
    those of the result without that facet's own choice."""

    total: int
    hits: list[Hit]
    facets: dict[str, list[FacetCount]]


class Search:
    """Reads the index. May be used from several threads; each `find` sees one state of the catalogue."""

    def __init__(self, database: Database, kinds: Kinds) -> None:
        self._database = database
        self._kinds = kinds
        self._hidden = frozenset(kind.name for kind in kinds if kind.hidden)
        self._bitmaps = BitmapMemory()
        self._matches = Matches()

    def find(self, query: Query) -> Results:
        """Return what matches every word (the last one as a beginning while it is being typed) and every facet."""
        with self._database.read() as connection:
            generation, bitmaps = self._bitmaps.at(connection)
            words = Terms.typed(query.words)
            matching = self._offered(query, bitmaps)
            if words:
                everything = matching
                matching = self._matches.bits(connection, generation, words) & everything
                if not matching:
                    words = words.beginnings()
                    matching = self._matches.bits(connection, generation, words) & everything
            choices = _choices(query, bitmaps)
            chosen = _all(matching, choices)
            ordered = self._ordered(connection, generation, query, words, chosen)
            found = page(ordered, query.offset, query.limit) if chosen else []
            hits = self._hits(connection, found, words, query.languages)
            counts = _counts(matching, choices, query, bitmaps)
            counts["kind"] = [item for item in counts["kind"] if item.count or item.value not in self._hidden]
            return Results(chosen.bit_count(), hits, counts)

    def _offered(self, query: Query, bitmaps: Bitmaps) -> int:
        """Return all records but those of kinds that nobody writes or reads by themselves, unless asked for."""
        hidden = self._hidden.difference(query.facets.get("kind", ()))
        return bitmaps.all_of("state") & ~bitmaps.any_of("kind", sorted(hidden))

    @staticmethod
    def marks(text: str, words: str) -> list[Mark]:
        """Return the ranges of `text` (start and end in characters) to mark for what was typed."""
        return terms.marks(text, words)

    def _ordered(
        self, connection: Connection, generation: int, query: Query, words: Terms, chosen: int
    ) -> Iterator[tuple[int, float]]:
        if query.order == "best" and words:
            return self._matches.best(connection, generation, words, chosen)
        if query.order == "title":
            return ((number, 0.0) for number in listing.by_title(connection, chosen, query.languages))
        return ((number, 0.0) for number in listing.newest(connection, chosen))

    def _hits(
        self,
        connection: Connection,
        found: Sequence[tuple[int, float]],
        words: Terms,
        languages: Sequence[str],
    ) -> list[Hit]:
        contents = shown_contents(connection, [number for number, _ in found])
        hashes = {sha for content in contents.values() for _, sha, _ in files_of(content.fields)}
        held = blobs_held(connection, hashes)
        return [
            self._hit(contents[number], score, held, _snippet(contents[number].fields, words, languages))
            for number, score in found
            if number in contents
        ]

    def _hit(self, shown: ShownContent, score: float, held: set[str], part: Snippet | None) -> Hit:
        values = self._kinds.of(shown.kind).facet_values(shown.fields)
        files = files_of(shown.fields)
        return Hit(
            id=shown.id,
            kind=shown.kind,
            collection=shown.collection,
            hub=shown.collection.partition("/")[0],
            title=texts_of(shown.fields.get("title")),
            summary=texts_of(shown.fields.get("summary")),
            snippet=part,
            score=score,
            state=shown.state,
            country=list(values["country"]),
            languages=list(values["language"]),
            licence=next(iter(values["licence"]), ""),
            verified=shown.verified,
            files=len(files),
            bytes=sum(size for _, _, size in files),
            bytes_here=sum(size for _, sha, size in files if sha in held),
            withdrawn=shown.withdrawn is not None,
        )


def _choices(query: Query, bitmaps: Bitmaps) -> dict[str, int]:
    """Return the records that each facet with a choice admits; without one, all but the withdrawn."""
    choices = {facet: bitmaps.any_of(facet, values) for facet, values in query.facets.items() if values}
    if "state" not in choices:
        choices["state"] = bitmaps.all_of("state") & ~bitmaps.any_of("state", [WITHDRAWN])
    return choices


def _all(matching: int, choices: Mapping[str, int], but: str = "") -> int:
    for facet, admitted in choices.items():
        if facet != but:
            matching &= admitted
    return matching


def _counts(
    matching: int, choices: Mapping[str, int], query: Query, bitmaps: Bitmaps
) -> dict[str, list[FacetCount]]:
    counts = {}
    together = _all(matching, choices)
    for facet in FACETS:
        found = _all(matching, choices, but=facet) if facet in choices else together
        values = dict.fromkeys([*bitmaps.values_of(facet), *query.facets.get(facet, [])])
        counted = [FacetCount(name, (bitmaps.any_of(facet, [name]) & found).bit_count()) for name in values]
        counts[facet] = sorted(counted, key=lambda item: (-item.count, item.value))
    return counts


def _snippet(fields: Mapping[str, Any], words: Terms, languages: Sequence[str]) -> Snippet | None:
    """Return where the words stand: the reader's languages first, summary before text before all other texts."""
    if not words:
        return None
    names = ["summary", "text", *(name for name in fields if name not in ("title", "summary", "text"))]
    by_field = [texts_of(fields[name]) for name in names if isinstance(fields.get(name), Mapping)]
    tags = {tag for texts in by_field for tag in texts}
    wanted = [base_language(tag) for tag in (*languages, "en")]

    def rank(tag: str) -> tuple[int, str]:
        base = base_language(tag)
        return wanted.index(base) if base in wanted else len(wanted), tag

    for tag in sorted(tags, key=rank):
        for texts in by_field:
            if tag in texts and (part := snippet(texts[tag], words)) is not None:
                return part
    return None
