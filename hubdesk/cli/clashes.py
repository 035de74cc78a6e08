"""Verbs for what two people changed differently: clashes, resolve."""

from __future__ import annotations

import argparse
import json
import textwrap
from typing import Any

from hubdesk.catalogue.clashes import BOTH, MINE, THEIRS
from hubdesk.catalogue.views import ClashView
from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.values import parsed
from hubdesk.cli.words import author
from hubdesk.desk import Desk
from hubdesk.model.text import choose

_WAITS = {
    "draft": "your draft",
    "outbox": "your change that waits",
    "inbox": "what is signed or accepted here, against a proposal",
}
_INDENT = " " * 10


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    clashes = verbs.add_parser("clashes", help="what two people changed differently, field by field")
    clashes.set_defaults(run=run_clashes)

    resolve = verbs.add_parser("resolve", help="decide one field that two people changed differently")
    resolve.add_argument("id", metavar="ID")
    resolve.add_argument("field", metavar="FIELD")
    resolve.add_argument("choice", metavar="mine|theirs|both|VALUE")
    resolve.set_defaults(run=run_resolve)


def run_clashes(arguments: argparse.Namespace) -> Answer:
    """Show what waits for a decision."""
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        found, here = desk.clashes.all(), desk.id
    finally:
        desk.close()
    lines = [line for clash in found for line in _lines(clash, here)]
    return Answer({"clashes": plain(found)}, lines or ["Nothing waits for a decision."])


def _lines(clash: ClashView, here: str) -> list[str]:
    title = choose(clash.title, ("en",))[0]
    both = "|both" if clash.can_join else ""
    return [
        f"{clash.id} {clash.field}  {title} ({_WAITS[clash.side]})",
        *_side("before", clash.base),
        *_side("mine", clash.mine),
        *_side("theirs", clash.theirs),
        f"  mine is of {author(clash.mine_by, here)}, theirs of {author(clash.theirs_by, here)};",
        f"  decide with `resolve {clash.id} {clash.field} mine|theirs{both}|VALUE`.",
    ]


def _side(name: str, value: Any) -> list[str]:
    """Return what one side says, wrapped under its name."""
    text = (
        value if isinstance(value, str) else "-" if value is None else json.dumps(value, ensure_ascii=False)
    )
    lines = [part for line in text.split("\n") for part in textwrap.wrap(line, 100) or [""]]
    return [f"  {name + ':':<8}{lines[0]}", *(f"{_INDENT}{line}" for line in lines[1:])]


def run_resolve(arguments: argparse.Namespace) -> Answer:
    """Decide one field."""
    desk = Desk.open(arguments.profile)
    try:
        if arguments.choice in (MINE, THEIRS, BOTH):
            done = desk.clashes.resolve(arguments.id, arguments.field, arguments.choice)
        else:
            field = desk.kinds.of(desk.show(arguments.id).kind).field(arguments.field.partition(".")[0])
            value = parsed(field.type if field else "", arguments.choice)
            done = desk.clashes.resolve(arguments.id, arguments.field, value=value)
    finally:
        desk.close()
    left = ", ".join(done.left)
    lines = [f"{arguments.field} of {arguments.id} is decided."]
    lines += [f"Still to be decided: {left}."] if left else [_STATES[str(done.state)]]
    return Answer(plain(done), lines)


_STATES = {
    "draft": "Nothing else clashes; your draft goes on.",
    "outbox": "Nothing else clashes; your change goes on to the hub.",
    "accepted": "Nothing else clashes; the proposal is accepted.",
}
