"""A paragraph as its sentences.

Invariant: joining the sentences gives the same text, byte for byte. Where it is unsure it does not split: two sentences
that count as one can only make a merge ask once too often.
"""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<![.!?\u2026\u061f\u06d4\u3002\uff01\uff1f])[.!?\u2026\u061f\u06d4\u3002\uff01\uff1f]+"  # also Arabic and Urdu, Chinese and Japanese
    r"(?:[\s\u00a0\u202f]?[\u00bb\u201d\u2019\"')\]])*"  # « Vraiment ? » keeps its closing mark
    r"[ \t]*(?:\n|(?<=[ \t])|(?<=[\u3002\uff01\uff1f]))"
    r"|(?: {2}|\\)\n"  # a hard line break of Markdown
)
_INITIAL = re.compile(r"(?:^|[^\w])[^\W\d_]\.$")
_LONGEST = 6
"""Characters to look back at for an abbreviation: one more than the longest has."""
_SHORT = re.compile(
    r"(?:^|[^\w])(?:art|arts|cf|ch|dr|dra|ed|etc|ex|fig|hon|mme|mr|mrs|ms|no|nos|nr|núm|pp|prof|sec|sr|sra|st|vol|vs)"
    r"\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, each with the blanks after it."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        before = text[max(start, match.start() - _LONGEST) : match.start() + 1]
        if end < len(text) and _ends(before, text[end]):
            found.append(text[start:end])
            start = end
    return [*found, text[start:]] if start < len(text) or not found else found


def _ends(before: str, follower: str) -> bool:
    """Tell whether a sentence ends here: not after "Art." or "J.", nor before a small letter or a number."""
    if follower.islower() or follower.isdigit() or follower.isspace():
        return False
    return not (_INITIAL.search(before) or _SHORT.search(before))
