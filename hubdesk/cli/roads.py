"""Verbs about hubs and lines: join, follow, unfollow, sync, status, verify."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from hubdesk.cli import carry, erase, trust
from hubdesk.cli.amounts import size
from hubdesk.cli.answer import Answer, plain, state_lines, states
from hubdesk.cli.backups import daily_lines
from hubdesk.cli.downloads import queue_progress_for, report_lines
from hubdesk.cli.relay import is_silence, relay_lines, use_now
from hubdesk.cli.software import withdrawn_lines
from hubdesk.desk import Desk
from hubdesk.errors import ServerAnswer

if TYPE_CHECKING:
    from hubdesk.catalogue.held import HeldView
    from hubdesk.sync.exchange import Progress

_NAMED = 20
"""So many titles of what would be withdrawn are named."""
_HOW_TO_MEND = (
    "A `sync` brings damaged records again, and `get ID` a damaged file; `backups restore` is for the rest."
)


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    join = verbs.add_parser("join", help="use an invite to join a hub")
    join.add_argument("invite", metavar="INVITE", nargs="+")
    carry.add_offline(join)
    join.set_defaults(run=run_join)
    for name, run, text in (
        ("follow", run_follow, "take news of collections"),
        ("unfollow", run_unfollow, "take no more news of collections; what is here stays"),
    ):
        verb = verbs.add_parser(name, help=text)
        verb.add_argument("collection", metavar="COLLECTION", nargs="+")
        verb.set_defaults(run=run)
    sync = verbs.add_parser("sync", help="send what waits and take in what is new")
    sync.add_argument(
        "--take-held",
        action="store_true",
        help="apply what was held because it withdraws so much, as it is here now; needs no line",
    )
    sync.add_argument(
        "--relay", default="", metavar="URL", help="ask this relay first, for once (see `relays --use`)"
    )
    sync.set_defaults(run=run_sync)
    verbs.add_parser("status", help="where this desk stands").set_defaults(run=run_status)
    verify = verbs.add_parser("verify", help="compute every hash and root anew, or prove that words are gone")
    erase.add_proof(verify)
    verify.set_defaults(run=run_verify)


def run_join(arguments: argparse.Namespace) -> Answer:
    """Join a hub, making the profile where there is none."""
    from hubdesk.catalogue.profile import has_profile, remove_unused_profile
    from hubdesk.trust.invite import read_invite

    invite = "".join(arguments.invite)
    read_invite(invite)  # a false one must not leave a profile behind, nor one that the server refuses
    if arguments.offline is not None:
        return carry.run_offline(arguments)
    is_new = not has_profile(arguments.profile)
    desk = Desk.create(arguments.profile)
    try:
        report = desk.join(invite)
    except ServerAnswer as error:
        desk.close()
        if is_new and error.code != "admission-waits":  # the keys that wait are this desk's
            remove_unused_profile(arguments.profile)
        raise
    finally:
        desk.close()
    followed = ", ".join(report.collections)
    return Answer(plain(report), [f"Joined {report.hub} as {report.role}. Following {followed}."])


def run_follow(arguments: argparse.Namespace) -> Answer:
    """Follow collections."""
    return _following(arguments, Desk.follow)


def run_unfollow(arguments: argparse.Namespace) -> Answer:
    """Unfollow collections."""
    return _following(arguments, Desk.unfollow)


def _following(arguments: argparse.Namespace, change: Callable[[Desk, list[str]], None]) -> Answer:
    desk = Desk.open(arguments.profile)
    try:
        change(desk, arguments.collection)
        followed = [view.name for view in desk.collections() if view.followed]
    finally:
        desk.close()
    return Answer({"collections": followed}, [f"Following: {', '.join(followed) or 'nothing'}."])


def progress_line(progress: Progress) -> None:
    """Show how far a sync is, on stderr."""
    whole = f" of {progress.total:,}" if progress.total else ""
    done = f" {progress.done:,}{whole} bytes" if progress.done else ""
    wait = f" {progress.left or 0:.0f} s to try again" if progress.stage == "waiting" else ""
    sys.stderr.write(f"\r{progress.stage}{done}{wait}   ")
    if progress.stage == "done":
        sys.stderr.write("\n")


def progress_for(arguments: argparse.Namespace) -> Callable[[Progress], None] | None:
    """Return who hears of progress: a person at a terminal, nobody else."""
    return progress_line if sys.stderr.isatty() and not arguments.json else None


def run_sync(arguments: argparse.Namespace) -> Answer:
    """Sync, or take what is held."""
    if arguments.take_held:
        return take_held(arguments)
    desk = Desk.open(arguments.profile)
    try:
        try:
            use_now(desk, arguments.relay)
            report = desk.sync(progress_for(arguments))
            waits = desk.downloads.waiting().files
            fetched = desk.downloads.run(queue_progress_for(arguments)) if waits else None
        finally:
            daily = desk.backups.daily()
        owed = [*erase.owed_lines(desk), *withdrawn_lines(desk.software)]
        held = desk.held.all()
    finally:
        desk.close()
    payload = plain(report)
    payload["collections"] = states(report.collections)
    payload["files"] = plain(fetched) if fetched else None
    lines = [
        f"{report.records_received} records received, {report.events_sent} changes sent.",
        f"{report.bytes_down:,} bytes down, {report.bytes_up:,} up, {report.requests} requests, {report.seconds:.1f} s.",
    ]
    lines += relay_lines(report.relay)
    lines += [f"Your changes: {count} {name}." for name, count in sorted(report.outcomes.items())]
    if report.clashes:
        lines.append(
            f"{report.clashes} fields were changed by others too and wait for your decision: `clashes`."
        )
    lines += [
        f"Thrown away: {fault.about} ({fault.code}). Nothing here was changed by it."
        for fault in report.problems
        if not is_silence(report.relay, fault.about, fault.code)
    ]
    lines += [
        f"The server holds only version {version} of {name}; it may have been restored or emptied. Nothing here was"
        " changed."
        for name, version in sorted(report.behind.items())
    ]
    lines += owed
    lines += [f"{name}: the server got back what it had lost." for name in report.healed]
    if report.carried:
        lines.append(f"Brought to the hub for others: {carry.carried_line(report.carried)}.")
    lines += [
        f"The hub did not take something that you brought for others ({code}); `carry` says what."
        for code in sorted(set(report.not_taken.values()))
    ]
    lines += [
        f"{name}: its next version withdraws {count} records and was held; nothing of it shows yet. Look at it, then use"
        " `sync --take-held`."
        for name, count in sorted(report.held.items())
    ]
    lines += [line for view in held for line in _titles(view)]
    lines += report_lines(fetched) if fetched else []
    lines += daily_lines(daily)
    return Answer(payload, lines + state_lines(report.collections.values()))


def _titles(view: HeldView) -> list[str]:
    """Name the records that a held head withdraws."""
    lines = [f"    {next(iter(title.values()), '')}" for title in view.titles[:_NAMED]]
    rest = view.withdrawals - len(lines)
    return [f"{view.collection} would withdraw:", *lines, *([f"    and {rest} more"] if rest > 0 else [])]


def take_held(arguments: argparse.Namespace) -> Answer:
    """Apply what is held."""
    desk = Desk.open(arguments.profile)
    try:
        taken = desk.held.take_all()
        views = {view.name: view for view in desk.collections() if view.followed}
    finally:
        desk.close()
    lines = [f"{name}: {count} records changed." for name, count in sorted(taken.items())]
    payload = {"taken": taken, "held": {}, "collections": states(views)}
    return Answer(payload, (lines or ["Nothing is held."]) + state_lines(views.values()))


def run_status(arguments: argparse.Namespace) -> Answer:
    """Say where this desk stands."""
    desk = Desk.open(arguments.profile, to_read=True)
    try:
        status = desk.status()
        waiting = desk.downloads.waiting()
        vouched, roles = desk.trust.all_vouched(), desk.trust.roles()
        month, cap = desk.limits.month(), desk.limits.now().cap
    finally:
        desk.close()
    payload = plain(status)
    payload["collections"] = states(status.collections, with_time=True)
    payload["trust"] = {"vouched": plain({item.collection: item for item in vouched}), "roles": plain(roles)}
    payload["downloads"] = plain(waiting)
    payload["traffic"] = {"month": month, "cap": cap}
    of_cap = f" of {size(cap)}" if cap is not None else ""
    lines = [
        f"Desk {status.desk[:16]}, server {status.server or 'none'}{' (trial)' if status.trial else ''}",
        *(f"{hub}: {role}" for hub, role in sorted(status.roles.items())),
        *state_lines(status.collections.values()),
        *(
            f"{name}: a version that withdraws {count} records is held."
            for name, count in status.held.items()
        ),
        *(
            f"{name}: signed twice with different contents; no newer version is taken."
            for name in status.contradicted
        ),
        *trust.lines_of(vouched, roles),
        f"{status.drafts} drafts, {status.outbox} waiting to be sent, {status.inbox} proposals to look at",
        f"{waiting.files} files to come ({size(waiting.bytes)}), {size(month)}{of_cap} used this month",
    ]
    return Answer(payload, lines)


def run_verify(arguments: argparse.Namespace) -> Answer:
    """Verify everything, or prove that an erased record's words are gone."""
    if arguments.erased is not None:
        return erase.run_proof(arguments)
    desk = Desk.open(arguments.profile)
    try:
        report = desk.verify()
    finally:
        desk.close()
    payload = plain(report)
    payload["collections"] = states(report.collections)
    lines = [
        "Everything here is as it was signed." if report.ok else "Something here is not as it was signed:"
    ]
    lines += [f"{flaw.code}: {flaw.name}" for flaw in report.problems]
    lines += [] if report.ok else [_HOW_TO_MEND]
    return Answer(payload, lines + state_lines(report.collections.values()), 0 if report.ok else 1)
