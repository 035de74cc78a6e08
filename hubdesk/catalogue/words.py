"""The words of a text as the search index knows them: small letters without diacritics, unspaced signs in pairs.

Invariant: the index, a query and the marks in a text all fold letters here, so that whatever is found can be marked.
SQLite's own tokenizer only splits at blanks what stands here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

FORM = f"1, Unicode {unicodedata.unidata_version}"
"""Changes whenever the words of a text do: an index made in another form must be made anew."""

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"  # Chinese and Japanese
)
"""Inside a character class of `re`: the signs of scripts that set no blanks between words."""
_RUN = re.compile(f"[{UNSPACED}]+")

_LETTERS = {  # which Unicode does not take apart, and people without the key write so
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "œ": "oe", "æ": "ae", "ð": "d", "þ": "th",
    "\u0640": "",  # Arabic tatweel, which only stretches a word
}  # fmt: skip
_OTHER = "\uffff"  # no character: stands where one becomes none or several


class Folded(NamedTuple):
    """A text of words and blanks, and where each of its characters stood; `origin` is None when all stand as before."""

    text: str
    origin: Sequence[int] | None

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text from which a range that is not empty was made."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        folded = self[code] = self._fold(chr(code))
        return folded


def _fold(character: str) -> str:
    """Return the letters a character becomes: a blank for what stands between words, nothing for a diacritic."""
    parts = unicodedata.normalize("NFKD", character.casefold()).casefold()
    kept = "".join(_LETTERS.get(part, part) for part in parts if not _is_diacritic(part))
    composed = unicodedata.normalize("NFC", kept)
    return "".join(part if unicodedata.category(part)[0] in "LNM" else " " for part in composed)


def _is_diacritic(part: str) -> bool:
    """Say whether a sign only colours the letter before it.

    By combining class (Unicode Standard, 4.3): 10 to 36 are the points of Hebrew, Arabic and Syriac, from 200 on
    stand the marks around letters of any script; the others belong to scripts that cannot be read without them.
    """
    combining = unicodedata.combining(part)
    return 10 <= combining <= 36 or combining >= 200


_FOLDED = _Table(_fold)
_ONE_FOR_ONE = _Table(lambda character: folded if len(folded := _fold(character)) == 1 else _OTHER)


def index_words(text: str) -> str:
    """Return the words of `text` with one blank between two, as the index holds them.

    Of a run of unspaced signs every two neighbours are a word, and the last one: "abc" becomes "ab bc c", so that
    any part of the run of two signs or more is a phrase, and any one sign begins a word.
    """
    folded = text.translate(_FOLDED)
    if not folded.isascii():
        folded = _RUN.sub(lambda run: f" {' '.join(pairs(run.group()))} ", folded)
    return " ".join(folded.split())


def pairs(run: str) -> list[str]:
    """Return the words of a run of unspaced signs."""
    return [run[at : at + 2] for at in range(len(run))]


def fold(text: str) -> Folded:
    """Return `text` in the letters of the index, blanks where no word is, with the way back."""
    alike = text.translate(_ONE_FOR_ONE)
    if _OTHER not in alike:
        return Folded(alike, None)
    parts = [_FOLDED[ord(character)] for character in text]
    origin = [at for at, part in enumerate(parts) for _ in part]
    return Folded("".join(parts), origin)
