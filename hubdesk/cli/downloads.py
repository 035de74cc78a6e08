"""Verbs about files that are to come: downloads list, add, pause, resume, cancel, first, run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from hubdesk.catalogue.downloads import DownloadView
from hubdesk.cli.amounts import duration, size
from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.sentences import sentence
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError, NotFound

if TYPE_CHECKING:
    from hubdesk.sync.queue import Queue, QueueProgress, QueueReport

_LEAST_PREFIX = 6


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    downloads = verbs.add_parser("downloads", help="files that are to come here")
    downloads.set_defaults(run=run_list)
    steps = downloads.add_subparsers(dest="step", metavar="STEP")
    steps.add_parser("list", help="what is to come, in its order").set_defaults(run=run_list)
    add = steps.add_parser("add", help="ask for the files of a record, or one of them")
    add.add_argument("id", metavar="ID")
    add.add_argument("name", metavar="NAME", nargs="?")
    add.add_argument("--first", action="store_true", help="before everything else")
    add.set_defaults(run=run_add)
    for name, text in (
        ("pause", "let files wait, all without a name; what was fetched stays"),
        ("resume", "let files come again that were paused or failed, all without a name"),
        ("cancel", "take files off the list, all without a name; what was fetched of them goes"),
    ):
        step = steps.add_parser(name, help=text)
        step.add_argument("which", metavar="SHA|ID", nargs="?")
        step.add_argument("name", metavar="NAME", nargs="?")
        step.set_defaults(run=run_turn, step=name)
    first = steps.add_parser("first", help="fetch files before all others")
    first.add_argument("which", metavar="SHA|ID")
    first.add_argument("name", metavar="NAME", nargs="?")
    first.set_defaults(run=run_turn, step="first")
    steps.add_parser("run", help="fetch what waits, as far as the limits allow").set_defaults(run=run_run)


def run_list(arguments: argparse.Namespace) -> Answer:
    """List."""
    return _with_queue(arguments, lambda queue: _listed(queue.all()), to_read=True)


def run_add(arguments: argparse.Namespace) -> Answer:
    """Ask for files."""

    def add(queue: Queue) -> Answer:
        asked = queue.ask(arguments.id, arguments.name, first=arguments.first)
        return _listed(asked, "All of it is here.")

    return _with_queue(arguments, add)


def run_turn(arguments: argparse.Namespace) -> Answer:
    """Pause, resume, cancel or put first."""

    def turn(queue: Queue) -> Answer:
        if arguments.which is None:
            {"pause": queue.pause, "resume": queue.resume, "cancel": queue.cancel}[arguments.step]()
        else:
            # The last one set first is the first: of several the order stays.
            for sha256 in reversed(_named(queue.all(), arguments.which, arguments.name)):
                one = {
                    "pause": queue.pause,
                    "resume": queue.resume,
                    "cancel": queue.cancel,
                    "first": queue.first,
                }
                one[arguments.step](sha256)
        return _listed(queue.all())

    return _with_queue(arguments, turn)


def run_run(arguments: argparse.Namespace) -> Answer:
    """Fetch."""

    def fetch(queue: Queue) -> Answer:
        report = queue.run(queue_progress_for(arguments))
        is_vain = report.ended is not None and not report.came and not report.failed
        return Answer(plain(report), report_lines(report), 1 if is_vain else 0)

    return _with_queue(arguments, fetch)


def queue_progress_for(arguments: argparse.Namespace) -> Callable[[QueueProgress], None] | None:
    """Return who hears of progress: a person at a terminal, nobody else."""
    return _progress_line if sys.stderr.isatty() and not arguments.json else None


def _progress_line(progress: QueueProgress) -> None:
    left = f", {duration(progress.left)} left" if progress.left is not None else ""
    more = f" ({progress.files} files, {duration(progress.left_all)})" if progress.files > 1 else ""
    sys.stderr.write(f"\r{progress.name[:40]} {size(progress.done)} of {size(progress.size)}{left}{more}   ")
    if progress.done >= progress.size:
        sys.stderr.write("\n")


def report_lines(report: QueueReport) -> list[str]:
    """Return what came, what did not and why it ended, for a reader."""
    lines = [f"{came.name}: here, {size(came.bytes)}." for came in report.came]
    lines += [f"{sha256[:16]}: {sentence(HubDeskError(code))}" for sha256, code in report.failed.items()]
    if report.ended is not None:
        lines.append(sentence(HubDeskError(report.ended, **report.data)))
    return lines or ["Nothing waits to be fetched."]


def _with_queue(
    arguments: argparse.Namespace, act: Callable[[Queue], Answer], *, to_read: bool = False
) -> Answer:
    desk = Desk.open(arguments.profile, to_read=to_read)
    try:
        return act(desk.downloads)
    finally:
        desk.close()


def _listed(views: list[DownloadView], nothing: str = "Nothing is to come.") -> Answer:
    wanted = sum(view.bytes_wanted for view in views)
    lefts = [view.left for view in views if view.left is not None]
    left = sum(lefts) if lefts else None
    payload = {"downloads": plain(views), "files": len(views), "bytes": wanted, "left": left}
    lines = [_line(view) for view in views]
    if views:
        takes = f", about {duration(left)} at the measured speed" if left is not None else ""
        lines.append(f"{len(views)} files, {size(wanted)} to come{takes}.")
    return Answer(payload, lines or [nothing])


def _line(view: DownloadView) -> str:
    reason = f" ({view.code})" if view.code else ""
    whole = f"{size(view.bytes_here)} of {size(view.size)}" if view.bytes_here else size(view.size)
    return f"{view.sha256[:16]}  {view.state + reason:<9} {whole:>20}  {view.name}"


def _named(views: list[DownloadView], which: str, name: str | None) -> list[str]:
    """Return the SHA-256 of the files that a person names: by the beginning of it, or by record and name."""
    found = [
        view.sha256
        for view in views
        if (view.record == which and name in (None, view.name))
        or (len(which) >= _LEAST_PREFIX and name is None and view.sha256.startswith(which.lower()))
    ]
    if not found:
        raise NotFound("no-such-download", value=which if name is None else f"{which} {name}")
    return found
