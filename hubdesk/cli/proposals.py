"""Verbs on the way from a draft to a publication: propose, accept, return, publish."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from hubdesk.catalogue.views import Done
from hubdesk.cli.answer import Answer, plain, state_lines, states
from hubdesk.cli.roads import progress_for
from hubdesk.cli.words import refused_lines
from hubdesk.desk import Desk


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    for name, run, text in (
        ("propose", run_propose, "put drafts into the outbox"),
        ("accept", run_accept, "accept proposals for the next publication"),
    ):
        verb = verbs.add_parser(name, help=text)
        which = verb.add_mutually_exclusive_group(required=True)
        which.add_argument("--all", action="store_true")
        which.add_argument("ids", metavar="ID", nargs="*", default=[])
        verb.set_defaults(run=run)

    give_back = verbs.add_parser("return", help="return proposals to their authors with a comment")
    give_back.add_argument("id", metavar="ID")
    give_back.add_argument("--comment", metavar="TEXT", required=True)
    give_back.set_defaults(run=run_return)

    publish = verbs.add_parser("publish", help="sign and send what was accepted for a hub")
    publish.add_argument("hub", metavar="HUB")
    publish.add_argument(
        "--withdraw",
        metavar="N",
        type=int,
        help="how many records this withdraws; asked for where that is a large part of a collection",
    )
    publish.add_argument(
        "--offline", action="store_true", help="without a network: sign it for whoever brings it to the hub"
    )
    publish.add_argument(
        "--again", action="store_true", help="with --offline: also while an earlier one may be on its way"
    )
    publish.set_defaults(run=run_publish)


def run_propose(arguments: argparse.Namespace) -> Answer:
    """Propose drafts."""
    return _step(arguments, Desk.propose, "in the outbox")


def run_accept(arguments: argparse.Namespace) -> Answer:
    """Accept proposals."""
    return _step(arguments, Desk.accept, "accepted")


def _step(arguments: argparse.Namespace, step: Callable[[Desk, list[str] | None], Done], word: str) -> Answer:
    desk = Desk.open(arguments.profile)
    try:
        done = step(desk, None if arguments.all else arguments.ids)
    finally:
        desk.close()
    is_nothing = bool(done.refused) and not done.done
    lines = [f"{len(done.done)} {word}.", *refused_lines(done.refused)]
    return Answer(plain(done), lines, 1 if is_nothing else 0)


def run_return(arguments: argparse.Namespace) -> Answer:
    """Return a proposal."""
    desk = Desk.open(arguments.profile)
    try:
        desk.return_(arguments.id, arguments.comment)
    finally:
        desk.close()
    return Answer(
        {"id": arguments.id}, [f"{arguments.id} goes back to its author at the next sync or publication."]
    )


def run_publish(arguments: argparse.Namespace) -> Answer:
    """Publish a hub."""
    if arguments.offline:
        return _publish_offline(arguments)
    desk = Desk.open(arguments.profile)
    try:
        report = desk.publish(arguments.hub, progress_for(arguments), withdrawing=arguments.withdraw)
    finally:
        desk.close()
    payload = plain(report)
    payload["collections"] = states(report.collections)
    line = f"{report.published} records published, {report.requests} requests, {report.bytes_up:,} bytes up."
    return Answer(payload, [line, *state_lines(report.collections.values())])


def _publish_offline(arguments: argparse.Namespace) -> Answer:
    """Sign a publication for whoever brings it to the hub."""
    desk = Desk.open(arguments.profile)
    try:
        report = desk.carrier.publish(arguments.hub, arguments.withdraw, again=arguments.again)
    finally:
        desk.close()
    lines = [f"{name}: version {version} is signed." for name, version in sorted(report.collections.items())]
    lines += [
        f"{report.records} records, answers for {report.authors} authors, {report.bytes:,} bytes.",
        "It is published once somebody brought it to the hub: `edition make`, or `carry --to DIR`.",
    ]
    if report.members:
        lines.append(
            "Words for members are in it: it travels in a sealed edition alone (`edition make --for DESK`)."
        )
    return Answer(plain(report), lines)
