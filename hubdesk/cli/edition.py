"""`hubdesk edition make | take`: the catalogue on a stick, a disk or in a mail."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.making import add_make, shown
from hubdesk.desk import Desk
from hubdesk.errors import ProfileUnusable

if TYPE_CHECKING:
    from hubdesk.packages.taking import TakeReport


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `edition` with its verbs."""
    edition = verbs.add_parser("edition", help="carry collections on a stick, a disk or in a mail")
    inner = edition.add_subparsers(dest="edition_verb", metavar="VERB", required=True)

    add_make(inner)

    take = inner.add_parser("take", help="take in what is new in an edition")
    take.add_argument("folder", type=Path, metavar="DIR")
    anchor = take.add_mutually_exclusive_group()
    anchor.add_argument(
        "--invite", metavar="INVITE", help="on a new desk: whom to trust; the invite is not used up"
    )
    anchor.add_argument("--root", metavar="SHA256", help="on a new desk: whom to trust, by the root's hash")
    take.set_defaults(run=run_take)


def run_take(arguments: argparse.Namespace) -> Answer:
    """Take an edition, making the profile where there is none."""
    desk = _desk(arguments)
    try:
        report = desk.editions.take(
            arguments.folder, invite=arguments.invite, root=arguments.root, progress=shown(arguments)
        )
    finally:
        desk.close()
    return Answer(plain(report), _lines(report))


def _desk(arguments: argparse.Namespace) -> Desk:
    """Open the profile. A new one is made only for an edition that is whole and trusted: a false one leaves nothing."""
    from hubdesk.packages.opening import opened
    from hubdesk.packages.reader import Edition, anchor_of

    try:
        return Desk.open(arguments.profile)
    except ProfileUnusable as error:
        if error.code not in ("profile-missing", "profile-half-written"):
            raise
    with opened(arguments.folder) as bag:
        edition = Edition(bag)
        edition.check(with_files=False)
        edition.centre(anchor_of(arguments.invite, arguments.root))
    return Desk.create(arguments.profile)


def _lines(report: TakeReport) -> list[str]:
    lines = [f"An edition of {report.made}: {report.blobs} files taken."]
    lines += [
        f"{name:<28} version {taken.version:<6} {taken.records:>8} records  {taken.root[:16]}"
        f"  {'taken' if taken.taken else 'held already'}"
        for name, taken in report.collections.items()
    ]
    return lines + [
        f"Thrown away: {fault.about} ({fault.code}). Nothing was changed by it." for fault in report.problems
    ]
