"""What a person typed into the search field, as terms: for the index an expression, for a text the marks in it.

Invariant: whatever is typed, only quoted words made of letters, marks and figures reach SQLite's query language.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from hubdesk.catalogue import words

_MOST = 24  # more words than a person types; a pasted page would exceed what SQLite parses
_SHORT = 2
_LENGTH = 160  # characters of a snippet
_BEFORE = 60
_LOOKED_AT = 20_000
_MOST_MARKS = 200
_TERM = re.compile(rf"(?P<run>[{words.UNSPACED}]+)|[^\s{words.UNSPACED}]+")
_SIGN = rf"[^\s{words.UNSPACED}]"

Mark = tuple[int, int]


class Snippet(msgspec.Struct, frozen=True):
    """A part of a text, about 160 characters; `marks` are the ranges of characters that were searched for."""

    text: str
    marks: list[Mark]


class Term(NamedTuple):
    """A word, or the beginning of one, or a run of unspaced signs, which is found inside longer ones."""

    text: str
    is_beginning: bool
    is_run: bool

    @property
    def expression(self) -> str:
        """The term in the query language of FTS5."""
        if not self.is_run:
            return f'"{self.text}"{" *" if self.is_beginning else ""}'
        # The last sign alone says where a text's run ends; inside a query it would exclude those that go on.
        found = words.pairs(self.text)[:-1]
        return f'"{" ".join(found)}"' if found else f'"{self.text}" *'

    @property
    def pattern(self) -> str:
        """The term as a regular expression over a folded text, from the beginning of a word to its end."""
        if self.is_run:
            return re.escape(self.text)
        end = f"{_SIGN}*" if self.is_beginning else f"(?!{_SIGN})"
        return f"(?<!{_SIGN}){re.escape(self.text)}{end}"


class Terms:
    """All terms of a search; a record is found when it has every one of them."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        self._pattern = re.compile("|".join(term.pattern for term in terms) or "(?!)")

    @classmethod
    def typed(cls, text: str) -> Terms:
        """Read what was typed: the last word is the beginning of one as long as nothing follows it."""
        folded = words.fold(text).text
        found = [
            Term(match.group(), match.end() == len(folded), match["run"] is not None)
            for match in _TERM.finditer(folded)
        ]
        return cls(tuple(dict.fromkeys(found))[-_MOST:])

    def __bool__(self) -> bool:
        return bool(self._terms)

    def beginnings(self) -> Terms:
        """Return these terms with every word as the beginning of one."""
        return Terms(tuple(term._replace(is_beginning=True) for term in self._terms))

    def expressions(self, columns: str) -> list[str]:
        """Return what FTS5 should match in `columns` (names with blanks between), for each term."""
        return [f"{{{columns}}} : {term.expression}" for term in self._terms]

    def ranking(self, columns: str) -> str:
        """Return the expression of the terms that say something of how well a record matches, "" where none does.

        Beginnings of one or two letters are in nearly every record, and ask for thousands of words each time.
        """
        telling = [
            term.expression
            for term in self._terms
            if term.is_run or len(term.text) > _SHORT or not term.is_beginning
        ]
        return f"{{{columns}}} : ({' AND '.join(telling)})" if telling else ""

    def marks(self, text: str) -> list[Mark]:
        """Return the ranges of `text` that are one of the terms: start and end in characters, in order."""
        folded = words.fold(text)
        return [folded.range_of(*match.span()) for match in self._pattern.finditer(folded.text)]


def marks(text: str, typed: str) -> list[Mark]:
    """Return the ranges of `text` to mark for what was typed; beginnings of words where no whole word is there."""
    terms = Terms.typed(typed)
    return terms.marks(text) or terms.beginnings().marks(text)


def snippet(text: str, terms: Terms) -> Snippet | None:
    """Return the part of `text` with the most marks, the first of several; None where nothing is to be marked."""
    text = text[:_LOOKED_AT]
    found = terms.marks(text)[:_MOST_MARKS]
    if not found:
        return None
    room = _LENGTH - _BEFORE
    counts = [sum(begin <= start and end <= begin + room for start, end in found) for begin, _ in found]
    start = _blank_before(text, found[counts.index(max(counts))][0] - _BEFORE)
    end = _blank_after(text, start + _LENGTH)
    lead, tail = ("… " if start else ""), (" …" if end < len(text) else "")
    inside = [(max(a, start), min(b, end)) for a, b in found if a < end and b > start]
    shift = len(lead) - start
    part = re.sub(r"\s", " ", text[start:end])
    return Snippet(f"{lead}{part}{tail}", [(a + shift, b + shift) for a, b in inside])


def _blank_before(text: str, wanted: int) -> int:
    """Return where a word begins at or soon after `wanted`."""
    if wanted <= 0:
        return 0
    blank = re.compile(r"\s").search(text, wanted, wanted + _BEFORE // 2)
    return blank.end() if blank else wanted


def _blank_after(text: str, wanted: int) -> int:
    """Return where a word ends at or soon before `wanted`."""
    if wanted >= len(text):
        return len(text)
    blank = max(
        text.rfind(" ", wanted - _BEFORE // 2, wanted), text.rfind("\n", wanted - _BEFORE // 2, wanted)
    )
    return blank if blank > 0 else wanted
