"""The verb about what was withdrawn: bin."""

from __future__ import annotations

import argparse

from hubdesk.cli.answer import Answer, plain
from hubdesk.desk import Desk


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb of this module."""
    verbs.add_parser("bin", help="what was withdrawn, as long as its words are here").set_defaults(
        run=run_bin
    )


def run_bin(arguments: argparse.Namespace) -> Answer:
    """List the bin."""
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        items = desk.bin.all()
    finally:
        desk.close()
    lines = [
        f"{item.id}  {item.revision}  {next(iter(item.title.values()), '')} ({item.reason}; {item.days_left} days left)"
        for item in items
    ]
    lines.append("Bring one back with `restore ID REVISION`." if items else "Nothing was withdrawn lately.")
    return Answer({"items": plain(items)}, lines)
