"""`hubdesk mail cut | join`: a large file in parts that a mail takes, and together again."""

from __future__ import annotations

import argparse
from pathlib import Path

from hubdesk.cli.amounts import read_size, size
from hubdesk.cli.answer import Answer

_USUAL = "7M"


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `mail` with its verbs."""
    mail = verbs.add_parser(
        "mail", help="cut a large file into parts that a mail takes, and put them together"
    )
    inner = mail.add_subparsers(dest="mail_verb", metavar="VERB", required=True)

    cut = inner.add_parser("cut", help="cut a file, such as an edition's .zip, into parts in a folder")
    cut.add_argument("file", type=Path, metavar="FILE")
    cut.add_argument("folder", type=Path, metavar="DIR")
    cut.add_argument(
        "--size",
        metavar="SIZE",
        default=_USUAL,
        help="of one mail as it is sent, attachment in base64 and all; 7M without",
    )
    cut.add_argument(
        "--eml", action="store_true", help="also a draft of a mail for each, to be opened and sent"
    )
    cut.add_argument("--to", metavar="ADDRESS", help="whom the drafts are addressed to; makes drafts")
    cut.set_defaults(run=run_cut)

    join = inner.add_parser("join", help="put parts together, in any order; missing ones are named")
    join.add_argument(
        "place", type=Path, metavar="PLACE", nargs="+", help="parts, or a folder with parts among other files"
    )
    join.add_argument("file", type=Path, metavar="FILE", help="the new file")
    join.set_defaults(run=run_join)


def run_cut(arguments: argparse.Namespace) -> Answer:
    """Cut a file."""
    from hubdesk.packages import mail, parts

    source: Path = arguments.file
    to = None if arguments.to is None else mail.checked_address(arguments.to)
    made = parts.cut(source, arguments.folder, read_size(arguments.size))

    def words(number: int, count: int) -> tuple[str, str]:
        subject = f"HubDesk: {source.name}, part {number} of {count}"
        text = (
            f"This is part {number} of {count} of the file {source.name}.\n\n"
            "Save the attachments of all parts in one folder, then put them together with HubDesk:\n"
            f"    hubdesk mail join FOLDER {source.name}\n"
            "or take an edition straight from that folder:\n"
            "    hubdesk edition take FOLDER\n"
        )
        return subject, text

    drafts = mail.write_drafts(made, words, to) if arguments.eml or to else []
    bytes_each = [path.stat().st_size for path in made]
    payload = {
        "parts": [str(path) for path in made],
        "drafts": [str(path) for path in drafts],
        "bytes": sum(bytes_each),
        "largest": max(bytes_each),
    }
    lines = [f"{len(made)} parts of at most {size(max(bytes_each))} in {arguments.folder}."]
    if drafts:
        lines.append("Open each .eml file with your own mail program and send it; nothing was sent.")
    return Answer(payload, lines)


def run_join(arguments: argparse.Namespace) -> Answer:
    """Put parts together."""
    from hubdesk.packages import parts

    target = parts.join(arguments.place, arguments.file)
    amount = target.stat().st_size
    return Answer(
        {"path": str(target), "bytes": amount}, [f"{target}: {amount:,} bytes, compared with what was cut."]
    )
