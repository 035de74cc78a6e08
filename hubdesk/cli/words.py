"""Records, what waits, what is proposed and what stands in the way, as lines for a reader.

Invariant: whoever is told that something was not done is told by whom it is held up, and the command that goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hubdesk.catalogue.views import FileView, InboxItem, OutboxItem, RecordView, Refused
from hubdesk.cli.amounts import size
from hubdesk.model.text import choose
from hubdesk.model.validation import Problem

_STATES = {
    "waiting": "waits to be sent: `sync`",
    "received": "the hub has it; a coordinator looks at it",
    "accepted": "accepted here, waits to be signed: `publish HUB`",
    "refused": "the hub refused it",
}
_PROBLEMS = {
    "clash": "others changed it too; `clashes` shows both sides, `resolve {id} {field} mine|theirs|both|VALUE` decides",
    "missing": "is missing; `set {id} {field}=...`",
    "not-allowed": "your role in this hub proposes nothing there; ask its coordinator",
    "base-not-held": "what it was written against is not here yet; `sync`",
    "erased": "this record was erased for good, nothing can be added to it; write a new one",
    "not-an-id": "this is not the id of a record: 36 characters, lower case",
    "nothing-to-accept": "is not proposed (any more); `inbox` shows what is",
    "nothing-to-propose": "has no draft; `set {id} FIELD=VALUE` makes one",
    "no-such-record": "there is no such record here",
    "not-in-public": "is for members alone and cannot be proposed to {collection}",
    "wrong-collection": "does not belong in {collection}",
}
_DIGITS = 16


def author(desk: str, here: str = "") -> str:
    """Return who wrote something: the beginning of a desk's id, or that it is this one."""
    return "this desk" if desk and desk == here else f"desk {desk[:_DIGITS]}" if desk else "nobody known"


def record_lines(view: RecordView, languages: tuple[str, ...], here: str) -> list[str]:
    """Return a record as it is shown; `here` is this desk's id."""
    title = choose(_texts(view.fields.get("title")), languages)[0]
    lines = [title or "(no title)", f"{view.id}  {view.kind} in {view.collection}", _standing(view)]
    if view.by:
        lines.append(f"Written by {author(view.by, here)}, {view.at}.")
    if view.comment:
        lines.append(f"Returned to you: {view.comment}")
    if view.erased is not None:
        lines.append(f"Erased for good ({view.erased}); its words are nowhere here any more.")
    elif view.withdrawn is not None:
        lines.append(f"Withdrawn: {view.withdrawn}")
    lines += [line for name, value in view.fields.items() if name != "files" for line in _field(name, value)]
    lines += [_file(view.id, file) for file in view.files]
    for name, languages_of in view.stale.items():
        lines += [
            f"{name}.{language} was translated from {source}, which says something else now: `set` it anew."
            for language, source in languages_of.items()
        ]
    return lines


def _standing(view: RecordView) -> str:
    if view.has_draft:
        return f"A draft, saved {view.at}; nobody else sees it before you `propose {view.id}`."
    if view.pending is not None:
        return f"A change of yours: {_STATES.get(view.pending.state, view.pending.state)}."
    if view.signed is None:
        return "Accepted here, and not signed yet." if view.state == "pending" else "Not signed."
    return f"As {view.signed.hub} signed it: version {view.signed.version}, {view.signed.time}."


def _texts(value: Any) -> dict[str, str]:
    return value if isinstance(value, dict) else {}


def _field(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict) and value and all(isinstance(text, str) for text in value.values()):
        for part, text in value.items():
            yield from _text(f"{name}.{part}", text)
    elif isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        yield f"{name}: {', '.join(value)}"
    else:
        yield from _text(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _text(name: str, text: str) -> Iterator[str]:
    first, *rest = text.split("\n")
    yield f"{name}: {first}"
    yield from (f"    {line}" for line in rest)


def _file(record: str, file: FileView) -> str:
    where = "here" if file.available else f"not here: `get {record} {file.name}`"
    return f"file {file.name}, {size(file.size)}, {where}"


def outbox_line(item: OutboxItem) -> str:
    """Return one change that waits."""
    state = _STATES.get(item.state, item.state) + (f" ({item.note})" if item.note else "")
    if item.files_to_send and item.state != "waiting":
        state += f"; {item.files_to_send} of its {item.files} files are still to go up: `sync`"
    what = " (withdrawal)" if item.withdrawn else ""
    return f"{item.id}  {choose(item.title, ('en',))[0]}{what}: {state}"


def inbox_lines(item: InboxItem) -> list[str]:
    """Return one proposal: who proposes what, and what can be done about it."""
    if item.withdrawn is not None:
        what = f"withdraws it: {item.withdrawn}"
    elif item.new:
        what = "a new record"
    else:
        what = f"changes {', '.join(item.changed) or 'nothing that is shown'}"
    who = "this desk" if item.own else f"{item.role}, {author(item.by)}"
    lines = [f"{item.id}  {choose(item.title, ('en',))[0]} ({item.state})", f"    {who}, {item.at}: {what}"]
    stops = [problem for problem in item.problems if problem.stops]
    return [*lines, *(f"    {_problem(item.id, problem)}" for problem in stops)]


def refused_lines(refused: Iterable[Refused]) -> list[str]:
    """Return for which records a step was not taken, why, and what goes on from there."""
    return [f"{item.id} not: {_problem(item.id, problem)}" for item in refused for problem in item.problems]


def _problem(record: str, problem: Problem) -> str:
    words = _PROBLEMS.get(problem.code, problem.code).format_map(
        {"collection": "this collection", **problem.data, "id": record, "field": problem.field}
    )
    return f"{problem.field or 'the record'}: {words}"
