"""Verbs about personal data that has to go: erase, and the proof that it is gone (verify --erased)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.sentences import sentence
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, NotFound

if TYPE_CHECKING:
    from hubdesk.catalogue.probing import ProbeReport


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb of this module."""
    erase = verbs.add_parser("erase", help="erase a record with personal data, here and on every desk")
    erase.add_argument("id", metavar="ID")
    erase.add_argument("--reason", metavar="CODE", required=True, help="why; stays beside the id")
    erase.set_defaults(run=run_erase)


def add_proof(verify: argparse.ArgumentParser) -> None:
    """Add the options with which `verify` proves that words are gone."""
    verify.add_argument("--erased", metavar="ID", help="prove that this record's words are gone")
    verify.add_argument("--probe", metavar="TEXT", nargs="+", help="words that stood in it")
    verify.add_argument("--folder", metavar="DIR", type=Path, help="another folder: a server's, a relay's")


def run_erase(arguments: argparse.Namespace) -> Answer:
    """Decide an erasure."""
    desk = Desk.open(arguments.profile)
    try:
        hub = desk.erasing.erase(arguments.id, arguments.reason)
    finally:
        desk.close()
    line = (
        f"Use `publish {hub}` now: only then it is signed, and erased here, at the server and on every desk."
    )
    return Answer({"id": arguments.id, "reason": arguments.reason, "publish": hub}, [line])


def run_proof(arguments: argparse.Namespace) -> Answer:
    """Look at every byte of a profile, or of another folder, for words of an erased record."""
    from hubdesk.catalogue.probing import probe_folder

    if not arguments.probe:
        raise BadInput("probe-missing")
    folder = arguments.folder or arguments.profile
    if not folder.is_dir():
        raise NotFound("no-such-path", path=str(folder))
    noted: dict[str, Any] = {}
    lines: list[str] = []
    if arguments.folder is None:
        desk = Desk.open(arguments.profile)
        try:
            noted["reason"] = desk.erasing.reason_of(arguments.erased)
            noted["owed"] = desk.erasing.owed()
            lines = owed_lines(desk)
        finally:
            desk.close()
        if noted["reason"] is None:
            lines.append(f"Record {arguments.erased} was not erased on this desk.")
    report = probe_folder(folder, arguments.probe)
    lines += [f"{found.path} ({found.where}): {found.probe}" for found in report.found]
    lines.append(_summary(report))
    status = 1 if report.found or noted.get("owed") else 0
    return Answer({"clean": report.is_clean, **noted, **plain(report)}, lines, status=status)


def _summary(report: ProbeReport) -> str:
    looked = f"Looked at {report.files} files, {report.bytes:,} bytes, and at {report.opened} things packed in them; "
    looked += f"{report.sealed} are sealed for others, {len(report.unopened)} could not be opened. "
    return looked + (f"Found {len(report.found)} times." if report.found else "Nothing was found.")


def owed_lines(desk: Desk) -> list[str]:
    """Return what a person reads where something that was erased could not be removed yet."""
    if not desk.erasing.owed():
        return []
    problem = desk.erasing.problem
    said = "What was erased still lies in copies on this computer; the next start removes them."
    return [said if problem is None else f"{said} {sentence(problem)}"]
