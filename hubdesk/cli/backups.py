"""The verb about copies of the catalogue: backups."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.sentences import sentence
from hubdesk.desk import Desk

if TYPE_CHECKING:
    from hubdesk.catalogue.backups import Daily


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb of this module."""
    backups = verbs.add_parser("backups", help="copies of the catalogue: list them, make one, go back to one")
    backups.set_defaults(run=run_list)
    what = backups.add_subparsers(dest="what", metavar="WHAT")
    what.add_parser("list", help="list the copies that are kept").set_defaults(run=run_list)
    what.add_parser("make", help="make a copy now").set_defaults(run=run_make)
    restore = what.add_parser("restore", help="put a copy in the place of a damaged or missing catalogue")
    restore.add_argument("name", metavar="NAME", nargs="?", help="which copy (default: the newest good one)")
    restore.set_defaults(run=run_restore)


def run_list(arguments: argparse.Namespace) -> Answer:
    """List the backups, also where the catalogue cannot be opened."""
    from hubdesk.catalogue.backups import all_backups

    views = all_backups(arguments.profile)
    lines = [
        f"{view.name}  {view.made_at}  {view.bytes:,} bytes{'' if view.ok else '  damaged'}" for view in views
    ]
    return Answer({"backups": plain(views)}, lines or ["There is no backup yet. `backups make` makes one."])


def run_make(arguments: argparse.Namespace) -> Answer:
    """Make a backup."""
    desk = Desk.open(arguments.profile)
    try:
        view = desk.backups.make()
    finally:
        desk.close()
    return Answer(plain(view), [f"Made and verified {view.name}, {view.bytes:,} bytes."])


def run_restore(arguments: argparse.Namespace) -> Answer:
    """Restore the catalogue."""
    from hubdesk.catalogue.restore import restore

    report = restore(arguments.profile, arguments.name)
    Desk.open(arguments.profile).close()  # what was restored must open
    lines = [f"{name} is damaged and was passed over." for name in report.passed_over]
    lines.append(
        f"The catalogue of {report.backup} is in place again."
        if report.backup
        else "There was no good backup. The catalogue begins empty again; the next sync fills it."
    )
    lines.append(
        f"From the journal: {report.events_replayed} changes that wait, {report.drafts_replayed} drafts."
    )
    if report.aside:
        lines.append(f"The old catalogue is kept as {report.aside}.")
    return Answer(plain(report), [*lines, "Use `sync` now; it brings what is newer."])


def daily_lines(daily: Daily) -> list[str]:
    """Return what a person reads of the day's backup: only why there is none."""
    return [] if daily.problem is None else [sentence(daily.problem)]
