"""Three-way merging of running text: sentences within the blocks of Markdown.

Invariant: symmetric; whoever changed a sentence finds it in the result, and no heading, list mark, table or code fence
is torn. Anything else is left to a person (None).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from hubdesk.model import sequence
from hubdesk.model.blocks import RUNNING, Block, blocks, joined
from hubdesk.model.sentences import sentences
from hubdesk.model.sequence import Overlap, Pairs

_ALIKE = 0.5
_MOST_PAIRS = 2_500


def merge_text(base: str, mine: str, theirs: str) -> str | None:
    """Return both sides' changes of a text, None when both touched the same or neighbouring sentences, when the
    blocks of the result would not be those of both, or when something would stand there twice."""
    if base == theirs or mine == theirs:
        return mine
    if base == mine:
        return theirs
    try:
        merged = sequence.merge(blocks(base), blocks(mine), blocks(theirs), _pair, _same, _join)
    except Overlap:
        return None
    placed = _placed(merged)
    text = unicodedata.normalize("NFC", joined(placed))
    # What was put together must be read as it was put together: an open fence, for one, would swallow what follows.
    if [block.said for block in blocks(text)] != [block.said for block in placed]:
        return None
    counted = (Counter(_parts(side)) for side in (base, mine, theirs, text))
    return text if sequence.adds_up(*counted) else None


def _parts(text: str) -> Iterator[str]:
    """Yield the sentences of a text, and its other blocks whole."""
    for block in blocks(text):
        found = sentences(block.text) if block.kind in RUNNING else [block.text]
        yield from (part.strip() for part in found)


def _same(one: Block, other: Block) -> bool:
    return one.said == other.said


def _join(base: Block, mine: Block, theirs: Block) -> Block:
    gap = _changed(base.gap, mine.gap, theirs.gap)
    if _same(mine, theirs) or _same(base, theirs):
        return msgspec.structs.replace(mine, gap=gap)
    if _same(base, mine):
        return msgspec.structs.replace(theirs, gap=gap)
    if base.kind not in RUNNING:
        raise Overlap
    mark = _changed(base.mark, mine.mark, theirs.mark)
    parts = [_spaced(sentences(block.text)) for block in (base, mine, theirs)]
    merged = sequence.merge(parts[0], parts[1], parts[2], sequence.align, str.__eq__, _first)
    return Block(base.kind, "".join(merged).rstrip(" "), mark, gap)


def _spaced(found: list[str]) -> list[str]:
    """Return sentences of which the last is followed by a blank too, so that it is the same when others follow it."""
    return [*found[:-1], found[-1] if found[-1][-1:].isspace() or not found[-1] else found[-1] + " "]


def _first(base: str, _mine: str, _theirs: str) -> str:
    return base


def _changed(base: str, mine: str, theirs: str) -> str:
    """Return what became of a gap or a mark; of two changed ones the longer."""
    if mine == base:
        return theirs
    return mine if theirs == base else max((mine, theirs), key=lambda text: (len(text), text))


def _placed(merged: list[Block]) -> list[Block]:
    """Return the blocks with a gap before each but the first: what stood first may follow another now."""
    ends = [block for block in merged if block.kind == "end"][-1:]
    inside = [block for block in merged if block.kind != "end"]
    placed = []
    for number, block in enumerate(inside):
        gap = block.gap if "\n" in block.gap or not number else "\n\n"
        placed.append(msgspec.structs.replace(block, gap=gap if number else block.gap.lstrip("\n")))
    return placed + ends


def _pair(base: Sequence[Block], side: Sequence[Block]) -> Pairs:
    """Return which block of a side is which of the base: equal ones, and between them those that are alike."""
    pairs: Pairs = []
    last = (-1, -1)
    equal = sequence.align([block.said for block in base], [block.said for block in side])
    for place in [*equal, (len(base), len(side))]:
        pairs += _alike(base, side, range(last[0] + 1, place[0]), range(last[1] + 1, place[1]))
        pairs.append(place)
        last = place
    return pairs[:-1]


def _alike(base: Sequence[Block], side: Sequence[Block], left: range, right: range) -> Pairs:
    """Pair changed blocks in order: one with one, or those that share half of their words."""
    if len(left) == len(right) == 1 and base[left[0]].kind == side[right[0]].kind:
        return [(left[0], right[0])]
    if len(left) * len(right) > _MOST_PAIRS:
        return []
    words = {n: Counter(base[n].text.split()) for n in left}
    others = {n: Counter(side[n].text.split()) for n in right}
    pairs: Pairs = []
    after = right.start
    for one in left:
        for other in range(after, right.stop):
            if base[one].kind == side[other].kind and _share(words[one], others[other]) >= _ALIKE:
                pairs.append((one, other))
                after = other + 1
                break
    return pairs


def _share(one: Counter[str], other: Counter[str]) -> float:
    return (one & other).total() / max(one.total(), other.total(), 1)
