"""`hubdesk edition make`: what goes in, how large it is and how long it takes on a line, and then the writing."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.cli.amounts import duration, read_size, size
from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.carry import carried_line
from hubdesk.desk import Desk

if TYPE_CHECKING:
    from hubdesk.packages.layout import Step
    from hubdesk.packages.options import Options
    from hubdesk.packages.plan import Left, NewRecord, Plan
    from hubdesk.packages.writer import EditionReport

_MOST = 20
_REASONS = {
    "not-passed-on": "their records say that they may not be passed on",
    "not-here": "they do not lie on this desk",
    "left-out": "left out by choice",
    "records-only": "records alone were asked for",
    "older": "their records were written before that date",
    "other-kind": "of another kind",
    "other-language": "in another language",
    "too-large": "they would not fit",
    "blob-missing": "they are missing on this desk",
    "blob-mismatch": "they are damaged on this desk",
}


def add_make(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `make`."""
    make = verbs.add_parser("make", help="write collections, and files of them, for another desk")
    make.add_argument(
        "path", type=Path, metavar="DIR|FILE", help="a new folder or an earlier edition, NAME.zip or NAME.age"
    )

    def add(name: str, metavar: str, explained: str) -> None:
        make.add_argument(name, metavar=metavar, nargs="+", action="extend", default=[], help=explained)

    add("--collection", "C", "default: every public one that is followed")
    make.add_argument(
        "--since", metavar="DATE", help="list what is new since then, and leave older files out"
    )
    add("--language", "L", "files of records in these languages alone")
    add("--kind", "K", "files of records of these kinds alone")
    make.add_argument("--max-size", metavar="SIZE", type=read_size, help="of the whole edition: 700M, 4G")
    add("--id", "ID", "files of these records go in before all others")
    add("--for", "DESK", "seal it for these desks: ids known here, or age recipients")
    make.add_argument(
        "--no-files", action="store_true", help="records alone, and the files asked for by --id"
    )
    add("--page-language", "L", "of the page that reads without HubDesk: en, es, fr, pt")
    make.add_argument(
        "--reread", action="store_true", help="read also the files that lie there from an earlier edition"
    )
    make.add_argument("--dry-run", action="store_true", help="say what would go in, and write nothing")
    make.set_defaults(run=run_make)


def shown(arguments: argparse.Namespace) -> Callable[[Step], None] | None:
    """Return who hears of progress: a person at a terminal, nobody else."""
    return _show if sys.stderr.isatty() and not arguments.json else None


def _show(step: Step) -> None:
    sys.stderr.write(f"\r{step.stage} {step.done:,} of {step.total:,}   ")
    if step.done == step.total:
        sys.stderr.write("\n")


def run_make(arguments: argparse.Namespace) -> Answer:
    """Make an edition, or say what it would hold."""
    desk = Desk.open(arguments.profile)
    try:
        options = _options(arguments)
        if arguments.dry_run:
            found = desk.editions.plan(options)
            return Answer(plain(found), _plan_lines(found))
        report = desk.editions.make(arguments.path, options, shown(arguments))
    finally:
        desk.close()
    return Answer(plain(report), _report_lines(report))


def _options(arguments: argparse.Namespace) -> Options:
    from hubdesk.packages.options import Options

    return Options(
        collections=arguments.collection or None,
        since=arguments.since,
        languages=arguments.language,
        kinds=arguments.kind,
        largest=arguments.max_size,
        ids=arguments.id,
        recipients=getattr(arguments, "for"),
        files=not arguments.no_files,
        reread=arguments.reread,
        page_languages=arguments.page_language,
    )


def _plan_lines(found: Plan) -> list[str]:
    lines = [
        f"{name:<28} version {listed.version:<6} {listed.records:>8} records"
        for name, listed in found.collections.items()
    ]
    lines += [
        f"{part.kind:<28} {part.chosen} of {part.files} files, {size(part.bytes)}" for part in found.kinds
    ]
    lines += [*_new_lines(found.new), *_left_lines(found.left)]
    lines.append(
        f"{found.files} files; at most {size(found.bytes)} in all, records {size(found.records_bytes)}."
    )
    times = [f"{duration(took)} at {speed * 8 // 1000:,} kbit/s" for speed, took in found.seconds.items()]
    return [*lines, f"Over a line that is {', '.join(times)}.", "Nothing was written."]


def _report_lines(report: EditionReport) -> list[str]:
    lines = [
        f"{name:<28} version {listed.version:<6} {listed.records:>8} records  {listed.root[:16]}"
        for name, listed in report.collections.items()
    ]
    lines += [*_new_lines(report.new), *_left_lines(report.problems)]
    lines.append(f"{report.path}: {report.blobs} files, {report.bytes:,} bytes, checked after writing.")
    if report.carried:
        lines.append(f"Beside it: {carried_line(report.carried)}.")
    if report.kept:
        lines.append(
            f"{report.kept} of them lay there from an earlier edition and were not read again; "
            "`edition verify` reads everything."
        )
    return [
        *lines,
        "Who takes it on a new desk compares this root, given by another way than the edition:",
        report.root,
    ]


def _new_lines(new: list[NewRecord]) -> Iterable[str]:
    if new:
        yield f"{len(new)} records are new:"
    for record in new[:_MOST]:
        title = record.title.get("en") or next(iter(record.title.values()), "")
        yield f"  {record.id}  {record.kind:<14} {title[:60]}"
    if len(new) > _MOST:
        yield f"  and {len(new) - _MOST:,} more"


def _left_lines(left: list[Left]) -> Iterable[str]:
    """Name the reasons with their numbers, and the first files of each."""
    for code, count in sorted(Counter(file.code for file in left).items()):
        yield f"Left out: {count:,} files, {_REASONS.get(code, code)}:"
        those = [file for file in left if file.code == code]
        yield from (f"  {file.name[:60]} ({size(file.size)})" for file in those[:_MOST])
        if count > _MOST:
            yield f"  and {count - _MOST:,} more"
