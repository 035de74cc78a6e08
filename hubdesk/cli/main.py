"""The command line: `hubdesk [--profile DIR] [--json] VERB ...`.

Invariant: exit 0 when the command ran, 1 with one sentence when nothing could be done, 2 for wrong usage. Qt is never
loaded.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from hubdesk import __version__, locations
from hubdesk.cli import (
    backups,
    carry,
    clashes,
    downloads,
    edition,
    erase,
    limits,
    mail,
    proposals,
    reading,
    relay,
    roads,
    server,
    software,
    transfer,
    trust,
    writing,
)
from hubdesk.cli import bin as bin_verbs
from hubdesk.cli.answer import Answer, print_answer, print_json, write_anything
from hubdesk.cli.sentences import sentence
from hubdesk.errors import BadInput, HubDeskError, StorageFailure

_MODULES = (
    roads,
    writing,
    transfer,
    reading,
    proposals,
    clashes,
    edition,
    carry,
    mail,
    erase,
    server,
    trust,
    relay,
    backups,
    bin_verbs,
    limits,
    downloads,
    software,
)


class _WrongUsage(Exception):
    """The arguments make no command; `parser` is the one that says how it goes."""

    def __init__(self, parser: argparse.ArgumentParser, message: str) -> None:
        super().__init__(message)
        self.parser = parser


class _Parser(argparse.ArgumentParser):
    """Leaves it to `run` to say what is wrong: it knows whether --json was asked for."""

    def error(self, message: str) -> NoReturn:
        raise _WrongUsage(self, message)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs; each sets `run`."""
    parser = _Parser(
        prog="hubdesk", description="A catalogue for hubs of parliaments that works without a network."
    )
    parser.add_argument("--version", action="version", version=f"HubDesk {__version__}")
    parser.add_argument(
        "--profile", type=Path, metavar="DIR", help="the desk's folder (default: the platform's)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Parser)
    for module in _MODULES:
        module.add_verbs(verbs)
    return parser


def run(arguments: list[str]) -> int:
    """Run one verb and return the exit status."""
    as_json = "--json" in arguments
    write_anything()
    try:
        parsed = make_parser().parse_args(arguments)
    except _WrongUsage as wrong:
        return _misused(wrong, as_json=as_json)
    if parsed.profile is None:
        parsed.profile = locations.default_profile()
    try:
        answer = parsed.run(parsed)
        if isinstance(answer, Answer):
            print_answer(answer, as_json=as_json)
            return answer.status
        return int(answer)
    except _WrongUsage as wrong:  # what the parser alone could not tell
        return _misused(wrong, as_json=as_json)
    except HubDeskError as error:
        return _fail(error, as_json=as_json)
    except KeyboardInterrupt:
        return _fail(HubDeskError("stopped"), as_json=as_json)
    except BrokenPipeError:
        # Whoever read stdout has gone; Python would complain once more when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        path = error.filename or parsed.profile
        return _fail(StorageFailure("disk-full" if full else "disk-refuses", path=str(path)), as_json=as_json)


def _misused(wrong: _WrongUsage, *, as_json: bool) -> int:
    if as_json:
        print_json({"error": {"code": "usage", "message": str(wrong)}})
    wrong.parser.print_usage(sys.stderr)
    print(f"{wrong.parser.prog}: {wrong}", file=sys.stderr)
    return 2


def _fail(error: HubDeskError, *, as_json: bool) -> int:
    message = sentence(error)
    if as_json:
        payload: dict[str, Any] = {"code": error.code, "message": message}
        print_json({"error": payload})
    print(message, file=sys.stderr)
    return 2 if isinstance(error, BadInput) and error.code == "usage" else 1
