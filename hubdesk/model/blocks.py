"""A text in Markdown as its blocks: paragraphs, headings, list items, tables, code, quotations.

Invariant: `joined(blocks(text)) == text`; a heading, an item's mark, a table and a code fence stand in one block each,
so that whoever moves whole blocks tears none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-+*\u2022]|\d{1,9}[.)])(?:[ \t]+|$)")
_TABLE_RULE = re.compile(r"[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$")
_WHOLE = re.compile(r"(?: {4}|\t| {0,3}[<>$])")
RUNNING = frozenset({"paragraph", "item"})
"""Kinds of blocks that consist of sentences; all others are never merged in their inside."""


class Block(Struct, frozen=True):
    """`gap`: the line ends before it; `mark`: the mark of a list item; `text`: what follows, without line end."""

    kind: str
    text: str
    mark: str = ""
    gap: str = ""

    @property
    def said(self) -> tuple[str, str, str]:
        """The block without where it stands."""
        return self.kind, self.mark, self.text


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text; what is blank at its end is the gap before an empty block of kind "end"."""
    found: list[Block] = []
    gap: list[str] = []
    for kind, lines in _runs(text.split("\n")):
        if kind == "blank":
            gap += lines
            continue
        before = "\n".join(gap) + ("\n" if gap else "")
        found.append(_block(kind, "\n".join(lines), ("\n" if found else "") + before))
        gap = []
    if gap:
        found.append(Block("end", "", gap=("\n" if found else "") + "\n".join(gap)))
    return found


def joined(parts: list[Block]) -> str:
    """Return the text that consists of these blocks."""
    return "".join(part.gap + part.mark + part.text for part in parts)


def _block(kind: str, text: str, gap: str) -> Block:
    if kind != "item":
        return Block(kind, text, gap=gap)
    found = _ITEM.match(text)
    mark = found.group() if found else ""
    return Block(kind, text[len(mark) :], mark, gap)


def _runs(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield (kind, lines that belong together)."""
    at = 0
    while at < len(lines):
        kind, end = _run(lines, at)
        yield kind, lines[at:end]
        at = end


def _run(lines: list[str], at: int) -> tuple[str, int]:
    first = lines[at]
    if not first.strip():
        return "blank", at + 1
    fence = _FENCE.match(first)
    if fence is not None:
        return "code", _closed(lines, at + 1, fence.group(1))
    if _HEADING.match(first):
        return "heading", at + 1
    if _RULE.match(first):
        return "rule", at + 1
    end = at + 1
    while end < len(lines) and not _begins(lines[end]):
        end += 1
    if _ITEM.match(first):
        return "item", end
    if end > at + 1 and _TABLE_RULE.match(lines[at + 1]) and "|" in first:
        return "table", end
    if _WHOLE.match(first):
        return "whole", end
    for number in range(at + 1, end):
        if _UNDERLINE.match(lines[number]):
            return "heading", number + 1
    return "paragraph", end


def _closed(lines: list[str], at: int, fence: str) -> int:
    """Return where a code fence ends: after its closing line, or with the text."""
    for number in range(at, len(lines)):
        closing = lines[number].strip()
        if len(closing) >= len(fence) and set(closing) == {fence[0]}:
            return number + 1
    return len(lines)


def _begins(line: str) -> bool:
    """Tell whether a line ends what stands before it."""
    return bool(not line.strip() or _FENCE.match(line) or _HEADING.match(line) or _ITEM.match(line))
