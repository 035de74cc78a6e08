"""Changes single values in a YAML text and leaves every other character where it was: comments, order, spelling.

Invariant: the edited text means exactly the old meaning with the changes made; where an edit in place cannot keep
that (aliases, flow style, odd layouts) the whole document is written anew, without its comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import yaml

from hubdesk import errors
from hubdesk.formats.yaml_document import Node, Number, Plain, parse, value

Path = tuple[str, ...]
Change = tuple[Path, Plain]
"""Where, and what shall stand there; None takes the key away, and what holds it if nothing else is left there."""

_NO_WRAP: Final = 2**31
_INVISIBLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Controls and the other line ends of Unicode, which survive in YAML as escapes only."""


def apply(text: str, changes: Iterable[Change]) -> str:
    """`text` (one YAML mapping) with `changes` made in turn. Raises BadInput where `text` cannot be read."""
    expected = value(parse(text))
    if not isinstance(expected, dict):
        expected = {}
    edited: str | None = text
    for path, new in changes:
        if _get(expected, path) == new:
            continue
        _set(expected, path, new)
        edited = edited and _edit(edited, path, new)
    if edited is not None and _means(edited, expected):
        return edited
    return _dump(expected)


def _means(text: str, expected: Plain) -> bool:
    try:
        return value(parse(text)) == expected
    except errors.BadInput:
        return False


def _get(document: Plain, path: Path) -> Plain:
    for key in path:
        if not isinstance(document, dict):
            return None
        document = document.get(key)
    return document


def _set(document: dict[str, Plain], path: Path, new: Plain) -> None:
    key, rest = path[0], path[1:]
    if not rest:
        if new is None:
            document.pop(key, None)
        else:
            document[key] = new
        return
    inner = document.get(key)
    if not isinstance(inner, dict):
        if new is None:
            return
        inner = document[key] = {}
    _set(inner, rest, new)
    if new is None and not inner:
        del document[key]


def _edit(text: str, path: Path, new: Plain) -> str | None:
    """`text` with one change made in place, or None."""
    root = parse(text)
    holder, depth = root, 0
    key: Node | None = None
    parent = root
    while depth < len(path) and holder.kind == "mapping" and not (holder.anchored and depth):
        found = next(((name, child) for name, child in holder.pairs if name.text == path[depth]), None)
        if found is None:
            break
        parent, (key, holder), depth = holder, found, depth + 1
    if new is None:
        return _without(text, root, path)
    for name in reversed(path[depth:]):
        new = {name: new}
    if depth == len(path) or holder.kind != "mapping" or holder.flow or not holder.pairs:
        if key is None or parent.flow:
            return None
        return _replace(text, key, holder, _joined(holder, new) if depth < len(path) else new)
    return None if holder.anchored else _insert(text, holder, new)


def _joined(holder: Node, new: Plain) -> Plain:
    old = value(holder)
    return {**old, **new} if isinstance(old, dict) and isinstance(new, dict) else new


def _replace(text: str, key: Node, old: Node, new: Plain) -> str | None:
    if old.anchored or key.start != _line_start(text, key.start) + key.column:
        return None
    end = _end(text, key, old)
    # Blanks left at the end of a line would become part of a text of several lines.
    end = re.compile(r"[ \t]*(?=\r?\n|\Z)|").match(text, end).end()  # type: ignore[union-attr]
    rendered = _render(text[key.start : key.end], new, key.column)
    return text[: key.start] + _with_newlines_of(text, rendered) + text[end:]


def _insert(text: str, holder: Node, new: Plain) -> str | None:
    if not isinstance(new, dict):
        return None
    last_key, last = holder.pairs[-1]
    end = _end(text, last_key, last)
    end_of_line = text.find("\n", end)
    at = len(text) if end_of_line < 0 else end_of_line + 1
    indent = " " * holder.pairs[0][0].column
    rendered = "\n".join(indent + _render(_scalar(name), child, len(indent)) for name, child in new.items())
    before = "" if at == 0 or text[at - 1] == "\n" else "\n"
    return text[:at] + _with_newlines_of(text, f"{before}{rendered}\n") + text[at:]


def _without(text: str, root: Node, path: Path) -> str | None:
    """`text` without the lines of the key at `path`, or of the outermost key that holds nothing else."""
    holder, target, flow = root, None, root.flow
    for name in path:
        found = next(((key, child) for key, child in holder.pairs if key.text == name), None)
        if found is None:
            return text
        if target is None or len(holder.pairs) > 1:
            target, flow = found, holder.flow
        if found[1].anchored:
            return None
        holder = found[1]
    if target is None or flow or text[_line_start(text, target[0].start) : target[0].start].strip(" "):
        return None
    end_of_line = text.find("\n", _end(text, *target))
    rest = "" if end_of_line < 0 else text[end_of_line + 1 :]
    return text[: _line_start(text, target[0].start)] + rest


def _line_start(text: str, offset: int) -> int:
    start = text.rfind("\n", 0, offset) + 1
    return start + text.startswith("\ufeff", start)


def _end(text: str, key: Node, node: Node) -> int:
    """Where `node` ends in `text`: libyaml's own marks run on to the next token, over comments and blank lines."""
    if node.start == node.end:
        return text.index(":", key.end) + 1
    if node.kind == "scalar" or node.flow:
        return node.start + len(text[node.start : node.end].rstrip())
    if node.kind == "sequence":
        last = node.items[-1]
        return _end(text, last, last) if last.start < last.end else last.start
    return _end(text, *node.pairs[-1])


def _with_newlines_of(text: str, rendered: str) -> str:
    return rendered.replace("\n", "\r\n") if "\r\n" in text else rendered


class _Dumper(yaml.SafeDumper):
    """Writes block style, lists indented under their key, texts of several lines as they read."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if _INVISIBLE.search(text):
        style: str | None = '"'
    else:
        style = "|" if "\n" in text.strip("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


def _represent_number(dumper: yaml.SafeDumper, number: Number) -> yaml.ScalarNode:
    text = str(number)
    tag: str = dumper.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    known = tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
    return dumper.represent_scalar(tag if known else "tag:yaml.org,2002:str", text)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Number, _represent_number)


def _dump(document: Plain) -> str:
    dumped: str = yaml.dump(
        document,
        Dumper=_Dumper,
        allow_unicode=True,
        width=_NO_WRAP,
        sort_keys=False,
        default_flow_style=False,
    )
    return dumped


def _render(key: str, new: Plain, column: int) -> str:
    """`key: new` in block style; lines after the first are indented to stand under `column`."""
    dumped = _dump({"k": new}).removeprefix("k").removesuffix("\n")
    first, *others = dumped.split("\n")
    return "\n".join([key + first, *(line and " " * column + line for line in others)])


def _scalar(name: str) -> str:
    return _dump({name: None}).rpartition(":")[0]
