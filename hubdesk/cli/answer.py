"""What a verb answers: one object for programs, lines for people.

Invariant: with --json exactly one object goes to stdout, whatever happens; everything else goes to stderr.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from hubdesk.catalogue.views import CollectionView


class Answer(Struct):
    """`payload` is what --json prints, `lines` what a person reads; `status` is the exit status."""

    payload: dict[str, Any]
    lines: list[str]
    status: int = 0


def plain(value: Any) -> Any:
    """Return frozen types as dicts and lists; paths as texts."""
    return msgspec.to_builtins(value, enc_hook=_text)


def _text(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def write_anything() -> None:
    """Let stdout escape what the terminal cannot show, as stderr does, instead of failing half-way."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print an answer to stdout."""
    if as_json:
        print_json(answer.payload)
    else:
        for line in answer.lines:
            print(line)


def print_json(payload: dict[str, Any]) -> None:
    """Print one object in one line; whatever the terminal cannot show is escaped."""
    text = json.dumps(plain(payload), ensure_ascii=False)
    encoding = sys.stdout.encoding or "utf-8"
    if encoding.lower().replace("-", "") != "utf8":
        text = json.dumps(plain(payload))
    print(text, flush=True)


def states(views: dict[str, CollectionView], *, with_time: bool = False) -> dict[str, dict[str, Any]]:
    """Return collections as they stand in answers: name -> version, root, records."""
    found = {}
    for name, view in sorted(views.items()):
        found[name] = {"version": view.version, "root": view.root, "records": view.records}
        if with_time:
            found[name]["as_of"] = view.as_of
        if view.filling:
            found[name]["filling"] = list(view.filling)
    return found


def state_lines(views: Iterable[CollectionView]) -> list[str]:
    """Return one line for each collection."""
    return [
        f"{view.name:<28} version {view.version:<6} {view.records:>8} records  {view.root[:16]}"
        + (f"  first copy: {view.filling[0]} of {view.filling[1]} parts are here" if view.filling else "")
        for view in views
    ]
