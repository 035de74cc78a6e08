"""`hubdesk edition make | verify | inspect | take`: the catalogue on a stick, a disk or in a mail."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from hubdesk.assembly import rfc3339_now
from hubdesk.cli.amounts import size
from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.carry import brought_lines
from hubdesk.cli.making import add_make, shown
from hubdesk.cli.sentences import sentence
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, HubDeskError, ProfileUnusable

if TYPE_CHECKING:
    from hubdesk.packages.checking import CheckReport
    from hubdesk.packages.inspecting import Preview, Previewed
    from hubdesk.packages.proving import Fault
    from hubdesk.packages.reader import Edition
    from hubdesk.packages.taking import Taken, TakeReport
    from hubdesk.packages.vouching import Vouching

    Report = TypeVar("Report")

_TITLES = 20
_DAMAGED_FILE = ("blob-mismatch", "blob-size")
_NO_PROFILE = ("profile-missing", "profile-half-written")


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `edition` with its verbs."""
    edition = verbs.add_parser("edition", help="carry collections on a stick, a disk or in a mail")
    inner = edition.add_subparsers(dest="edition_verb", metavar="VERB", required=True)
    add_make(inner)

    verify = inner.add_parser("verify", help="check every byte and signature of an edition; changes nothing")
    _add_path(verify, "on a desk of no Centre")
    verify.set_defaults(run=run_verify)

    inspect = inner.add_parser(
        "inspect", help="see who made an edition and what would be new; changes nothing"
    )
    _add_path(inspect, None)
    inspect.set_defaults(run=run_inspect)

    take = inner.add_parser("take", help="take in what is new in an edition")
    _add_path(take, "on a new desk")
    take.add_argument("--dry-run", action="store_true", help="prove all, say what would come, change nothing")
    take.set_defaults(run=run_take)


def _add_path(parser: argparse.ArgumentParser, anchored: str | None) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help="a folder, a .zip or an .age file")
    if anchored is not None:
        anchor = parser.add_mutually_exclusive_group()
        anchor.add_argument(
            "--invite", metavar="INVITE", help=f"{anchored}: whom to trust; the invite is not used up"
        )
        anchor.add_argument("--root", metavar="SHA256", help=f"{anchored}: whom to trust, by the root's hash")


@contextmanager
def _desk_if_any(profile: Path) -> Iterator[Desk | None]:
    """Open the desk, None where there is no profile."""
    try:
        desk = Desk.open(profile)
    except ProfileUnusable as error:
        if error.code not in _NO_PROFILE:
            raise
        yield None
        return
    try:
        yield desk
    finally:
        desk.close()


def _unheld(path: Path, anchor: bytes | None, work: Callable[[Edition, Vouching], Report]) -> Report:
    """Do something with an edition where there is no profile; without an anchor it is looked at as a stranger's."""
    from hubdesk.packages.opening import opened
    from hubdesk.packages.parts import whole
    from hubdesk.packages.reader import Edition
    from hubdesk.packages.vouching import vouching_for

    with TemporaryDirectory() as place, whole(path, Path(place)) as joined, opened(joined) as bag:
        edition = Edition(bag)
        return work(
            edition, vouching_for(edition, anchor, None, rfc3339_now(), may_be_strange=anchor is None)
        )


# verify


def run_verify(arguments: argparse.Namespace) -> Answer:
    """Check an edition whole, with a profile or without."""
    from hubdesk.packages.checking import check
    from hubdesk.packages.reader import anchor_of
    from hubdesk.packages.watch import Watch

    with _desk_if_any(arguments.profile) as desk:
        if desk is None:
            anchor, watch = anchor_of(arguments.invite, arguments.root), Watch(shown(arguments))

            def work(edition: Edition, vouching: Vouching) -> CheckReport:
                _must_be_trusted(vouching)
                return check(edition, vouching, watch)

            report = _unheld(arguments.path, anchor, work)
        else:
            report = desk.editions.verify(
                arguments.path, invite=arguments.invite, root=arguments.root, progress=shown(arguments)
            )
    payload = {**plain(report), "ok": report.ok}
    return Answer(payload, list(_checked_lines(report)), 0 if report.ok else 1)


def _checked_lines(report: CheckReport) -> Iterator[str]:
    for name, checked in report.collections.items():
        yield (
            f"{name:<28} version {checked.version:<6} {checked.records:>8} records  {checked.root[:16]}"
            f"  signed by key {checked.signer[:16]}"
        )
    yield from _problem_lines(report.problems)
    yield f"{report.files:,} files, {size(report.bytes)}, each as it was written."
    yield "Everything is as it was signed." if report.ok else "Not everything is as it was signed."


# inspect


def run_inspect(arguments: argparse.Namespace) -> Answer:
    """Look at an edition, with a profile or without."""
    from hubdesk.packages.inspecting import inspect
    from hubdesk.packages.watch import Watch

    with _desk_if_any(arguments.profile) as desk:
        if desk is None:
            watch = Watch(shown(arguments))

            def work(edition: Edition, vouching: Vouching) -> Preview:
                return inspect(edition, vouching, None, rfc3339_now(), watch)

            preview = _unheld(arguments.path, None, work)
        else:
            preview = desk.editions.inspect(arguments.path, progress=shown(arguments))
    return Answer(plain(preview), list(_preview_lines(preview)), 1 if preview.problems else 0)


def _preview_lines(preview: Preview) -> Iterator[str]:
    days = "its age is unknown" if preview.age_days is None else f"{preview.age_days:,.0f} days ago"
    yield f"Says that it was made {preview.made} by desk {preview.by[:16]} with {preview.software}."
    yield f"Its newest signature is of {preview.issued} ({days})."
    if preview.trusted:
        yield f"Of the Centre that this desk belongs to (root {preview.root[:16]})."
    else:
        yield "Nothing tells this desk to trust it. If its hub confirms this root to you, `take` it with --root:"
        yield preview.root
    for name, item in preview.collections.items():
        late = "; signature out of date" if item.vouched == "expired" else ""
        yield f"{name:<28} version {item.version:<6} {item.records:>8} records  {_state(item)}{late}"
        if item.held is not None:
            yield f"  withdraws {item.held:,} records: it will wait in `held` until you have looked"
    yield from (f"  new: {_words(title)} ({kind})" for _, kind, title in preview.new_titles[:_TITLES])
    if len(preview.new_titles) > _TITLES:
        yield "  and more"
    yield f"{preview.files:,} files, {size(preview.bytes)} in all; not here: {preview.files_new:,}, {size(preview.bytes_new)}."
    if preview.batches or preview.outcomes:
        yield f"Carried: {preview.batches:,} on their way to the hub, {preview.outcomes:,} answers."
    yield from _problem_lines(preview.problems)


def _state(item: Previewed) -> str:
    if item.state == "newer":
        return f"newer: {item.new:,} new, {item.changed:,} changed, {item.withdrawn:,} withdrawn"
    return {"held": "here already", "older": "older than here"}.get(item.state, f"refused ({item.state})")


def _words(title: dict[str, str]) -> str:
    return (title.get("en") or next(iter(title.values()), "")) or "without a title"


# take


def run_take(arguments: argparse.Namespace) -> Answer:
    """Take an edition, making the profile where there is none."""
    from hubdesk.packages.reader import anchor_of

    anchor_of(arguments.invite, arguments.root)
    with _desk_if_any(arguments.profile) as desk:
        report = _take(desk, arguments) if desk is not None else _take_anew(arguments)
    return Answer(plain(report), list(_taken_lines(report)), 1 if report.problems else 0)


def _take(desk: Desk, arguments: argparse.Namespace) -> TakeReport:
    return desk.editions.take(
        arguments.path,
        invite=arguments.invite,
        root=arguments.root,
        dry=arguments.dry_run,
        progress=shown(arguments),
    )


def _take_anew(arguments: argparse.Namespace) -> TakeReport:
    """Take an edition with a new profile, which is made only for one that is trusted, and stays only if it was whole."""
    from hubdesk.catalogue.profile import remove_unused_profile
    from hubdesk.packages.reader import anchor_of

    anchor = anchor_of(arguments.invite, arguments.root)
    _unheld(arguments.path, anchor, lambda _, vouching: _must_be_trusted(vouching))
    desk = Desk.create(arguments.profile)
    kept = False
    try:
        report = _take(desk, arguments)
        kept = bool(desk.collections())
        return report
    except BaseException:
        kept = bool(desk.collections())
        raise
    finally:
        desk.close()
        if not kept:
            remove_unused_profile(arguments.profile)


def _must_be_trusted(vouching: Vouching) -> None:
    if not vouching.is_trusted:
        raise BadInput("edition-untrusted", root=vouching.root.hex())


def _taken_lines(report: TakeReport) -> Iterator[str]:
    would = "would be taken" if report.dry else "taken"
    yield f"An edition of {report.made}: {report.blobs:,} files {would}."
    for name, taken in report.collections.items():
        word = _fate(taken, would)
        yield f"{name:<28} version {taken.version:<6} {taken.records:>8} records  {taken.root[:16]}  {word}"
    yield from _problem_lines(report.problems)
    yield from brought_lines(report.brought)
    if report.dry:
        yield "Nothing was changed."


def _fate(taken: Taken, would: str) -> str:
    if taken.held:
        return "waits in `held`: it withdraws much"
    return would if taken.taken else "held already"


def _problem_lines(problems: list[Fault]) -> Iterator[str]:
    for fault in problems:
        if fault.code in _DAMAGED_FILE:
            said = f"It is damaged in this edition and was left out. {_brings(fault)}"
        else:
            said = sentence(HubDeskError(fault.code, **fault.data))
        yield f"{fault.data.get('file', fault.about)}: {said}"


def _brings(fault: Fault) -> str:
    record = fault.data.get("record")
    get = f"a `sync` and `get {record}`" if record else "a `sync`"
    return f"Another edition, or {get}, brings it."
