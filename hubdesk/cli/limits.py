"""The verb about what the line may be used for: limits."""

from __future__ import annotations

import argparse
from typing import Any

import msgspec

from hubdesk.catalogue.downloads import Estimate
from hubdesk.catalogue.limits import Choice, Limits
from hubdesk.cli.amounts import NONE, duration, read_limit, size
from hubdesk.cli.answer import Answer, plain
from hubdesk.desk import Desk
from hubdesk.errors import BadInput

_CONNECTION = {True: "metered", False: "unmetered", None: "unknown"}
_CONNECTIONS = {
    True: "this computer says that its connection is paid by volume",
    False: "this computer says that its connection is not paid by volume",
    None: "this computer does not say whether its connection is paid by volume",
}


_NOT_CHOSEN = "No file comes by itself yet: what was named holds with `--files chosen`."


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb of this module."""
    limits = verbs.add_parser("limits", help="what the line may be used for, and what it was used for")
    limits.add_argument("--rate", metavar="SIZE", help="bytes a second, as 4k, or none")
    limits.add_argument(
        "--cap", metavar="SIZE", help="bytes a calendar month, both directions, as 200M, or none"
    )
    limits.add_argument(
        "--hours", metavar="FROM-TO", help="when things may come by themselves, as 18:00-07:00"
    )
    limits.add_argument(
        "--metered", choices=("ask", "use"), help="whether they may over a link paid by volume"
    )
    limits.add_argument("--files", choices=("none", "asked", "chosen"), help="which files come")
    limits.add_argument("--largest", metavar="SIZE", help="of the chosen: up to this size, or none")
    for name, what in (
        ("hub", "of these hubs"),
        ("kind", "of these kinds"),
        ("language", "in these languages"),
    ):
        limits.add_argument(
            f"--{name}",
            metavar=name[0].upper(),
            action="append",
            help=f"of the chosen: records {what}, or none",
        )
    limits.add_argument(
        "--estimate", action="store_true", help="set nothing: say what this choice of files would bring"
    )
    limits.set_defaults(run=run_limits)


def run_limits(arguments: argparse.Namespace) -> Answer:
    """Set what is given, then show."""
    names = _names_files(arguments)
    desk = Desk.open(arguments.profile, to_read=arguments.estimate or not (names or _sets(arguments)))
    try:
        changes = _changes(arguments, desk.limits.now())
        if changes and not arguments.estimate:
            desk.limits.set(**changes)
            desk.downloads.choose()
        limits = desk.limits.now()
        choice = changes.get("files", limits.files)
        if arguments.estimate and names and choice.which == "asked":
            choice = msgspec.structs.replace(choice, which="chosen")
        estimate = desk.downloads.estimate(choice) if choice.which == "chosen" else None
        month, days = desk.limits.month(), desk.limits.traffic()
        metered = desk.limits.is_metered()
    finally:
        desk.close()
    payload = plain(limits)
    payload["month"] = month
    payload["connection"] = _CONNECTION[metered]
    payload["estimate"] = plain(estimate) if estimate else None
    payload["traffic"] = plain(days)
    lines = _lines(limits, month, metered)
    lines += [_estimate_line(estimate, arguments.estimate)] if estimate else []
    lines += [_NOT_CHOSEN] if names and choice.which != "chosen" else []
    return Answer(payload, lines)


def _changes(arguments: argparse.Namespace, limits: Limits) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in ("rate", "cap"):
        if getattr(arguments, name) is not None:
            changes[name] = read_limit(getattr(arguments, name))
    if arguments.hours is not None:
        changes["hours"] = None if arguments.hours == NONE else _hours(arguments.hours)
    if arguments.metered is not None:
        changes["metered"] = arguments.metered
    choice = _choice(arguments, limits.files)
    if choice != limits.files or arguments.files is not None:
        changes["files"] = choice
    return changes


def _sets(arguments: argparse.Namespace) -> bool:
    """Tell whether a limit is given."""
    return any(getattr(arguments, name) is not None for name in ("rate", "cap", "hours", "metered", "files"))


def _names_files(arguments: argparse.Namespace) -> bool:
    """Tell whether it is said which files are chosen."""
    return any(getattr(arguments, name) is not None for name in ("largest", "hub", "kind", "language"))


def _hours(text: str) -> tuple[str, str]:
    first, dash, last = text.partition("-")
    if not dash:
        raise BadInput("not-hours", value=text)
    return first.strip(), last.strip()


def _choice(arguments: argparse.Namespace, before: Choice) -> Choice:
    """Return the choice of files: --files begins a new one, the others alone change what was chosen before."""
    changes: dict[str, Any] = {}
    if arguments.largest is not None:
        changes["largest"] = read_limit(arguments.largest)
    for name in ("hub", "kind", "language"):
        given = getattr(arguments, name)
        if given is not None:
            changes[f"{name}s"] = [] if given == [NONE] else given
    if arguments.files is not None:
        return Choice(which=arguments.files, **changes)
    return msgspec.structs.replace(before, **changes)


def _lines(limits: Limits, month: int, metered: bool | None) -> list[str]:
    of_cap = f" of {size(limits.cap)}" if limits.cap is not None else ", no limit"
    hours = f"{limits.hours[0]} to {limits.hours[1]}" if limits.hours else "at any hour"
    rate = f"{size(limits.rate)} a second" if limits.rate is not None else "no limit"
    ask = "only what you ask for comes" if limits.metered == "ask" else "used like any other"
    return [
        f"This month: {size(month)}{of_cap}.",
        f"Speed: {rate}.",
        f"By itself: {hours}.",
        f"Paid by volume: {ask}; {_CONNECTIONS[metered]}.",
        f"Files: {_choice_text(limits.files)}.",
    ]


def _choice_text(choice: Choice) -> str:
    if choice.which == "none":
        return "none, but one that you `get`"
    if choice.which == "asked":
        return "those that you ask for"
    parts = [f"up to {size(choice.largest)}"] if choice.largest is not None else []
    for name in ("hubs", "kinds", "languages"):
        if values := getattr(choice, name):
            parts.append(f"{name} {', '.join(values)}")
    return f"those that you ask for, and all {'; '.join(parts)}" if parts else "all"


def _estimate_line(estimate: Estimate, only: bool) -> str:
    rest = estimate.bytes - estimate.here
    takes = f", about {duration(estimate.seconds)} at the measured speed" if rest and estimate.seconds else ""
    when = "Nothing was set." if only else "They come after the next `sync`, or with `downloads run`."
    here = f"{size(estimate.here)} of them are here, {size(rest)} to come{takes}."
    return f"This choice: {estimate.files} files, {size(estimate.bytes)}; {here} {when}"
