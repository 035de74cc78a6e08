"""`hubdesk carry` and `hubdesk join --offline`: what desks bring for each other, in files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubdesk.cli.answer import Answer, plain
from hubdesk.desk import Desk

if TYPE_CHECKING:
    from hubdesk.catalogue.carried import CarriedView
    from hubdesk.packages.batches import BroughtBack

_SAYS = {
    "batch": "proposals",
    "join": "request to join",
    "publication": "publication",
    "outcomes": "answers to proposals",
    "admitted": "admission",
}
_PLURALS = {
    "batch": "batches of proposals",
    "join": "requests to join",
    "publication": "publications",
    "outcomes": "answers to proposals",
    "admitted": "admissions",
}
_STATES = {
    "applied": "taken in",
    "carried": "carried on with the next sync or edition",
    "known": "known already",
}


def carried_line(parcels: dict[str, int]) -> str:
    """Return in words how many parcels of which sort there are, "" for none."""
    return ", ".join(f"{count} {_PLURALS[kind]}" for kind, count in sorted(parcels.items()))


def brought_lines(brought: BroughtBack | None) -> Iterator[str]:
    """Yield what became of what desks carry in an edition."""
    if brought is None:
        return
    if brought.applied:
        yield f"For this desk, and taken in: {carried_line(brought.applied)}."
    if brought.carried:
        yield f"Carried on with the next sync or edition: {carried_line(brought.carried)}."
    if brought.files:
        yield f"{brought.files} files came with them."
    for false in brought.problems:
        yield f"Thrown away: {false.name} ({false.code}). Nothing here was changed by it."


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    carry = verbs.add_parser(
        "carry", help="carry for desks without a network, in files; alone: what is carried"
    )
    carry.add_argument(
        "file", metavar="FILE", nargs="*", type=Path, help="take what somebody gave you in files"
    )
    carry.add_argument(
        "--to", metavar="DIR", type=Path, help="write into DIR what this desk has for others and for its hub"
    )
    carry.set_defaults(run=run_carry)


def add_offline(join: argparse.ArgumentParser) -> None:
    """Add to `join` what writes the request into a file."""
    join.add_argument(
        "--offline",
        metavar="FILE",
        type=Path,
        help="without a network: write the request into FILE; whoever has one carries it (`carry FILE`)",
    )


def run_offline(arguments: argparse.Namespace) -> Answer:
    """Ask to join without a line, making the profile where there is none."""
    from hubdesk.packages.parcel_file import write_parcel
    from hubdesk.trust.invite import read_invite

    invite = read_invite("".join(arguments.invite))
    desk = Desk.create(arguments.profile)
    try:
        request = desk.carrier.ask_to_join(invite)
        size = write_parcel(arguments.offline, "join", request)
        payload = {
            "desk": desk.id,
            "hub": invite.hub,
            "role": invite.role,
            "path": str(arguments.offline),
            "bytes": size,
        }
    finally:
        desk.close()
    lines = [
        f"The request of this desk to join {invite.hub} is in {arguments.offline} ({size:,} bytes).",
        "Give it to anybody who has a network: `carry FILE`, then `sync`. It holds no secret.",
        "The answer comes with an edition, or as a file: `carry FILE`. Until then you can read editions and write drafts.",
    ]
    return Answer(payload, lines)


def run_carry(arguments: argparse.Namespace) -> Answer:
    """Take files, write files, or say what is carried."""
    desk = Desk.open(arguments.profile)
    try:
        taken = [_take(desk, path) for path in arguments.file]
        if any(item["state"] == "applied" for item in taken):
            desk.carrier.settle_late()
        written, left = _write(desk, arguments.to) if arguments.to else ([], 0)
        carried = desk.carrier.all()
    finally:
        desk.close()
    payload = {"taken": taken, "written": written, "left": left, "carried": plain(carried)}
    lines = [f"{item['path']}: {_SAYS[item['kind']]}, {_STATES[item['state']]}." for item in taken]
    lines += [f"Wrote {path}" for path in written]
    if left:
        lines.append(
            f"{left} for members' eyes alone stay here: they travel in a sealed edition or over the line."
        )
    if not (arguments.file or arguments.to):
        lines = [_line(item) for item in carried] or ["This desk carries nothing."]
    return Answer(payload, lines)


def _take(desk: Desk, path: Path) -> dict[str, Any]:
    from hubdesk.packages.parcel_file import read_parcel

    brought = desk.carrier.take(*read_parcel(path))
    return {"path": str(path), "kind": brought.kind, "desk": brought.desk, "state": brought.state}


def _write(desk: Desk, folder: Path) -> tuple[list[str], int]:
    from hubdesk.packages.parcel_file import name_of, write_parcel

    everything = desk.carrier.outgoing(sealed=True)
    items = [item for item in everything if not item.members]
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for item in items:
        path = folder / name_of(item)
        if not path.exists():
            write_parcel(path, item.kind, item.content)
        written.append(str(path))
    return written, len(everything) - len(items)


def _line(item: CarriedView) -> str:
    whose = f"{'for' if item.kind in ('outcomes', 'admitted') else 'of'} desk {item.desk[:16]}"
    if item.delivered:
        became = f"refused by the hub ({item.code})" if item.code else "delivered"
        return f"{_SAYS[item.kind]} {whose}, {item.bytes:,} bytes: {became} {item.delivered}"
    waits = ", the hub has not decided yet" if item.code else ""
    return f"{_SAYS[item.kind]} {whose}, {item.bytes:,} bytes: carried since {item.since}{waits}"
