"""YAML that strangers wrote, read without trust: a tree of nodes that knows where each value stands in the text.

Invariant: whatever the bytes, `parse` returns a tree of bounded size and depth or raises `errors.BadInput` with the
place; nothing is constructed but dict, list, str, bool and None. Scalars follow the YAML 1.2 core schema, so `no` and
`on` are words; numbers and dates stay as they were written, so that version 1.10 does not become 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

import yaml

from hubdesk import errors

Plain = dict[str, "Plain"] | list["Plain"] | str | bool | None
"""What a node means: the JSON types without numbers."""

LIMIT_BYTES: Final = 1024 * 1024
LIMIT_DEPTH: Final = 64
LIMIT_NODES: Final = 100_000
"""Nodes after every alias has been replaced by what it stands for."""
LIMIT_CHARACTERS: Final = 4 * LIMIT_BYTES
"""Characters of scalars after every alias has been replaced by what it stands for."""

_Event = Any  # the stubs of PyYAML know neither the attributes of an event nor that a parsed one has marks
_Mark = Any

_CORE: Final = "tag:yaml.org,2002:"
_TAGS: Final = {
    "scalar": {"!", *(_CORE + name for name in ("str", "null", "bool", "int", "float", "timestamp"))},
    "sequence": {"!", _CORE + "seq"},
    "mapping": {"!", _CORE + "map"},
}
_NULL: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})
_MERGE: Final = "<<"


class Number(str):
    """A plain scalar that YAML 1.2 reads as a number, as it was written."""

    __slots__ = ()


@dataclass(slots=True)
class Node:
    """A value and its place: `start` and `end` are offsets in the text, `line` and `column` count from 0."""

    kind: str
    start: int
    end: int
    line: int
    column: int
    text: str = ""
    plain: bool = False
    flow: bool = False
    anchored: bool = False
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    nodes: int = 1
    characters: int = 0
    height: int = 1

    def child(self, key: str) -> Node | None:
        """The value under `key` of a mapping, if it stands there itself (not through a merge key)."""
        return next((value for name, value in self.pairs if name.text == key), None)


def decode(source: bytes) -> str:
    """The text of `source`, a byte order mark included. Raises BadInput for what is too large or no UTF-8."""
    if len(source) > LIMIT_BYTES:
        raise errors.BadInput("publiccode-too-large", bytes=len(source), limit=LIMIT_BYTES)
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start]
        line = before.count(b"\n")
        column = error.start - (before.rfind(b"\n") + 1)
        raise _unreadable("no-utf-8", line, column) from None


def parse(text: str) -> Node:
    """The tree of the one document in `text`. Raises BadInput `publiccode-not-yaml` or `publiccode-unsafe-yaml`."""
    body = text.removeprefix("\ufeff")
    try:
        return _Builder(body, len(text) - len(body)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        raise _unreadable("syntax", line, column, problem=error.problem or "") from None
    except yaml.YAMLError as error:
        line, column = _place(body, getattr(error, "position", None))
        raise _unreadable("characters", line, column, problem=str(getattr(error, "reason", ""))) from None


def value(node: Node) -> Plain:
    """What `node` means, each alias and merge key replaced by what it stands for (no two parts are shared)."""
    if node.kind == "scalar":
        return _scalar(node)
    if node.kind == "sequence":
        return [value(item) for item in node.items]
    meaning: dict[str, Plain] = {}
    for key, child in node.pairs:
        if key.text == _MERGE and key.plain:
            for name, merged in _merged(child).items():
                meaning.setdefault(name, merged)
    own = {key.text: value(child) for key, child in node.pairs if not (key.text == _MERGE and key.plain)}
    return {**own, **{name: merged for name, merged in meaning.items() if name not in own}}


def _merged(node: Node) -> dict[str, Plain]:
    sources = node.items if node.kind == "sequence" else [node]
    merged: dict[str, Plain] = {}
    for source in sources:
        meaning = value(source)
        if not isinstance(meaning, dict):
            raise _unreadable("merge", source.line, source.column)
        for name, child in meaning.items():
            merged.setdefault(name, child)
    return merged


def _scalar(node: Node) -> Plain:
    if not node.plain:
        return node.text
    if node.text in _NULL:
        return None
    if node.text in _TRUE:
        return True
    if node.text in _FALSE:
        return False
    return Number(node.text) if _is_number(node.text) else node.text


def _is_number(text: str) -> bool:
    if not text.isascii() or "_" in text or text[:1] not in "+-.0123456789":
        return False
    if text[:2] in ("0x", "0o"):
        return text[2:].isalnum()
    try:
        float(text)
    except ValueError:
        return text.lstrip("+-").lower() in (".inf", ".nan")
    return True


def _unreadable(reason: str, line: int, column: int, **data: object) -> errors.BadInput:
    return errors.BadInput("publiccode-not-yaml", reason=reason, line=line + 1, column=column + 1, **data)


def _unsafe(reason: str, mark: _Mark, **data: object) -> errors.BadInput:
    place = {"line": mark.line + 1, "column": mark.column + 1}
    return errors.BadInput("publiccode-unsafe-yaml", reason=reason, **place, **data)


def _place(text: str, position: object) -> tuple[int, int]:
    """Line and column of an offset in bytes, which is what the reader of libyaml gives."""
    if not isinstance(position, int):
        return 0, 0
    before = text.encode("utf-8")[:position]
    return before.count(b"\n"), position - (before.rfind(b"\n") + 1)


class _Builder:
    """Builds one tree from the parser's events; recursion is bounded because depth is."""

    def __init__(self, text: str, shift: int) -> None:
        # Events, not the composer of libyaml: that one recurses in C as deep as the input says.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events: Iterator[_Event] = yaml.parse(text, Loader=loader)
        self._shift = shift
        self._anchors: dict[str, Node | None] = {}

    def document(self) -> Node:
        next(self._events)
        first = next(self._events)
        if isinstance(first, yaml.StreamEndEvent):
            return Node("scalar", self._shift, self._shift, 0, 0, plain=True)
        root = self._node(next(self._events), 1)
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _unreadable("several-documents", after.start_mark.line, after.start_mark.column)
        return root

    def _node(self, event: _Event, depth: int) -> Node:
        mark = event.start_mark
        if depth > LIMIT_DEPTH:
            raise _unsafe("depth", mark, limit=LIMIT_DEPTH)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        anchor: str | None = event.anchor
        if anchor is not None:
            self._anchors[anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            node = self._begin("scalar", event)
            # "!" makes a plain scalar a string; an explicit core tag says the type the text has anyway, or a string.
            node.plain = not event.style and event.tag in (None, *_TAGS["scalar"] - {"!", _CORE + "str"})
            node.text, node.characters = event.value, len(event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        if anchor is not None:
            node.anchored = True
            self._anchors[anchor] = node
        return node

    def _begin(self, kind: str, event: _Event) -> Node:
        start, end = event.start_mark, event.end_mark
        if event.tag is not None and event.tag not in _TAGS[kind]:
            raise _unsafe("tag", start, tag=event.tag[:80])
        shift = self._shift
        return Node(kind, start.index + shift, end.index + shift, start.line, start.column)

    def _sequence(self, event: _Event, depth: int) -> Node:
        node = self._begin("sequence", event)
        node.flow = bool(event.flow_style)
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            item = self._node(event, depth + 1)
            node.items.append(item)
            self._weigh(node, item, event.start_mark)
        node.end = self._offset(event)
        return node

    def _mapping(self, event: _Event, depth: int) -> Node:
        node = self._begin("mapping", event)
        node.flow = bool(event.flow_style)
        seen: set[str] = set()
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, mark = self._node(event, depth + 1), event.start_mark
            if key.kind != "scalar":
                raise _unreadable("key", mark.line, mark.column)
            # YAML 1.2.2, 3.2.1.3: the keys of a mapping are unique.
            if key.text in seen:
                raise _unreadable("duplicate-key", mark.line, mark.column, key=key.text[:80])
            seen.add(key.text)
            child = self._node(next(self._events), depth + 1)
            node.pairs.append((key, child))
            self._weigh(node, key, mark)
            self._weigh(node, child, mark)
        node.end = self._offset(event)
        return node

    def _alias(self, event: _Event, depth: int) -> Node:
        target = self._anchors.get(event.anchor)
        if target is None:
            reason = "endless-alias" if event.anchor in self._anchors else "unknown-alias"
            raise _unsafe(reason, event.start_mark, alias=event.anchor[:80])
        if depth + target.height - 1 > LIMIT_DEPTH:
            raise _unsafe("depth", event.start_mark, limit=LIMIT_DEPTH)
        start, end, shift = event.start_mark, event.end_mark, self._shift
        return replace(
            target,
            start=start.index + shift,
            end=end.index + shift,
            line=start.line,
            column=start.column,
            anchored=True,
        )

    def _offset(self, event: _Event) -> int:
        return int(event.end_mark.index) + self._shift

    @staticmethod
    def _weigh(node: Node, child: Node, mark: _Mark) -> None:
        node.nodes += child.nodes
        node.characters += child.characters
        node.height = max(node.height, child.height + 1)
        if node.nodes > LIMIT_NODES or node.characters > LIMIT_CHARACTERS:
            raise _unsafe("size", mark, limit=LIMIT_NODES)
