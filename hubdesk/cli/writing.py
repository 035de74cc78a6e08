"""Verbs that write records on this computer: new, set, attach, withdraw, take-back, history, restore."""

from __future__ import annotations

import argparse
from pathlib import Path

from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.values import changes_of
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError, NotFound


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    new = verbs.add_parser("new", help="write a new record as a draft")
    new.add_argument("kind", metavar="KIND")
    new.add_argument("values", metavar="FIELD=VALUE", nargs="*")
    new.add_argument("--collection", metavar="C")
    new.set_defaults(run=run_new)

    change = verbs.add_parser(
        "set", help="change fields of a record, in a draft (title.fr=... for a language)"
    )
    change.add_argument("id", metavar="ID")
    change.add_argument("values", metavar="FIELD=VALUE", nargs="+")
    change.set_defaults(run=run_set)

    attach = verbs.add_parser("attach", help="attach files to a record, in a draft")
    attach.add_argument("id", metavar="ID")
    attach.add_argument("files", metavar="FILE", nargs="+", type=Path)
    attach.set_defaults(run=run_attach)

    withdraw = verbs.add_parser("withdraw", help="withdraw a published record, in a draft")
    withdraw.add_argument("id", metavar="ID")
    withdraw.add_argument("--reason", metavar="TEXT", required=True)
    withdraw.set_defaults(run=run_withdraw)

    take_back = verbs.add_parser("take-back", help="take a pending change back; it becomes a draft again")
    take_back.add_argument("id", metavar="ID")
    take_back.set_defaults(run=run_take_back)

    history = verbs.add_parser("history", help="all revisions of a record, newest first")
    history.add_argument("id", metavar="ID")
    history.set_defaults(run=run_history)

    restore = verbs.add_parser("restore", help="bring the content of an earlier revision back, in a draft")
    restore.add_argument("id", metavar="ID")
    restore.add_argument("revision", metavar="REVISION")
    restore.set_defaults(run=run_restore)


def run_new(arguments: argparse.Namespace) -> Answer:
    """Write a new draft."""
    desk = Desk.open(arguments.profile)
    try:
        fields = changes_of(arguments.values, desk.kinds.of(arguments.kind), whole=True)
        collection = arguments.collection or desk.default_collection(arguments.kind)
        record_id = desk.new(arguments.kind, fields, collection)
        problems = desk.check(arguments.kind, desk.show(record_id).fields, collection)
    finally:
        desk.close()
    payload = {"id": record_id, "kind": arguments.kind, "collection": collection, "problems": plain(problems)}
    return Answer(payload, [f"Draft {record_id} saved on this computer, for {collection}."])


def run_set(arguments: argparse.Namespace) -> Answer:
    """Change a draft."""
    desk = Desk.open(arguments.profile)
    try:
        kind = desk.kinds.of(desk.show(arguments.id).kind)
        state = desk.set(arguments.id, changes_of(arguments.values, kind, whole=False))
    finally:
        desk.close()
    payload = {"id": arguments.id, **plain(state)}
    return Answer(payload, [f"Draft of {arguments.id} saved on this computer."])


def run_attach(arguments: argparse.Namespace) -> Answer:
    """Attach files."""
    desk = Desk.open(arguments.profile)
    try:
        files = desk.attach(arguments.id, arguments.files)
    finally:
        desk.close()
    lines = [f"{file.name}: {file.size:,} bytes, {file.sha256[:16]}" for file in files]
    return Answer({"id": arguments.id, "files": plain(files)}, lines)


def run_withdraw(arguments: argparse.Namespace) -> Answer:
    """Withdraw a record."""
    desk = Desk.open(arguments.profile)
    try:
        desk.withdraw(arguments.id, arguments.reason)
    finally:
        desk.close()
    return Answer(
        {"id": arguments.id, "withdrawn": arguments.reason}, [f"Draft saved that withdraws {arguments.id}."]
    )


def run_take_back(arguments: argparse.Namespace) -> Answer:
    """Take a change back."""
    desk = Desk.open(arguments.profile)
    try:
        desk.take_back(arguments.id)
    finally:
        desk.close()
    return Answer({"id": arguments.id}, [f"The change of {arguments.id} is a draft again."])


def run_history(arguments: argparse.Namespace) -> Answer:
    """Show all revisions; those that are not here are fetched where there is a line."""
    desk = Desk.open(arguments.profile)
    problem = None
    try:
        found = desk.history(arguments.id)
        if not all(item.held for item in found):
            try:
                found = desk.fetch_history(arguments.id)
            except HubDeskError as error:
                problem = error.code
    finally:
        desk.close()
    payload = {"id": arguments.id, "revisions": plain(found), "problems": [problem] if problem else []}
    lines = [f"{r.hash}  {r.at or '(not on this computer)'}  {'current' if r.current else ''}" for r in found]
    return Answer(payload, lines)


def run_restore(arguments: argparse.Namespace) -> Answer:
    """Bring an earlier revision back."""
    desk = Desk.open(arguments.profile)
    try:
        try:
            desk.restore(arguments.id, arguments.revision)
        except NotFound as error:
            if error.code != "revision-not-held":
                raise
            desk.fetch_history(arguments.id)
            desk.restore(arguments.id, arguments.revision)
    finally:
        desk.close()
    payload = {"id": arguments.id, "revision": arguments.revision}
    return Answer(payload, [f"Draft of {arguments.id} saved with the content of {arguments.revision[:16]}."])
