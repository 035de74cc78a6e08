"""`hubdesk trust ...`: the ceremonies of a Secretariat, and who holds which key.

Invariant: what is announced or brought goes out with the desk's next publication or sync, and nothing before.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hubdesk.cli.answer import Answer, plain
from hubdesk.cli.ceremonies import add_documents, read_file, request_in
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, StorageFailure
from hubdesk.model.identity import is_hash

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]
    from hubdesk.catalogue.standing import KeyHolder, RoleView, Vouched
    from hubdesk.trust.admission import Statement


def add_verbs(subparsers: _Verbs) -> None:
    """Add `trust` with its verbs; each sets `run`."""
    trust = subparsers.add_parser("trust", help="the Centre's ceremonies, and who holds which key")
    verbs = trust.add_subparsers(dest="trust_verb", metavar="VERB", required=True)
    add_documents(verbs)
    _add_desks(verbs)


def _add_desks(verbs: _Verbs) -> None:
    request = verbs.add_parser(
        "request", help="write the public keys of this desk, for the Secretariat to admit"
    )
    request.add_argument("file", type=Path, metavar="FILE")
    request.add_argument("--hub", required=True, metavar="HUB")
    request.set_defaults(run=run_request)

    requests = verbs.add_parser(
        "requests", help="list the desks that wait at a server, or write them as files"
    )
    requests.add_argument("folder", type=Path, metavar="DIR")
    requests.add_argument("--to", type=Path, metavar="FOLDER", help="one file for each, for `trust admit`")
    requests.set_defaults(run=run_requests)

    take = verbs.add_parser("take", help="bring signed documents to the hub with the next sync")
    take.add_argument("file", nargs="*", type=Path, metavar="FILE", help="root.json, targets.json")
    take.add_argument(
        "--admitted", nargs="+", default=[], type=Path, metavar="REQUEST", help="announce these desks"
    )
    take.set_defaults(run=run_take, usage=take.error)

    revoke = verbs.add_parser("revoke", help="announce that a desk or a key counts no more")
    revoke.add_argument("name", metavar="DESK|KEY", help="its id, or how that begins")
    revoke.add_argument("--reason", required=True, metavar="TEXT")
    revoke.set_defaults(run=run_revoke)

    renew = verbs.add_parser("renew", help="sign the list of a hub's newest heads anew, with this desk's key")
    renew.add_argument("hub", metavar="HUB")
    renew.set_defaults(run=run_renew)

    verbs.add_parser("who", help="who holds which key").set_defaults(run=run_who)
    verbs.add_parser("roles", help="what the Centre signed, and until when").set_defaults(run=run_roles)


def run_request(arguments: argparse.Namespace) -> Answer:
    """Write this desk's public keys."""
    desk = Desk.create(arguments.profile)
    try:
        statement = desk.trust.request(arguments.hub)
    finally:
        desk.close()
    _write_request(arguments.file, statement)
    return Answer(
        {"path": str(arguments.file), **plain(statement)},
        [f"Desk {statement.desk[:16]} asks to be {statement.role} of {statement.hub}: {arguments.file}"],
    )


def run_requests(arguments: argparse.Namespace) -> Answer:
    """List who waits at a server."""
    from hubdesk.cli.server import open_store

    store = open_store(arguments.folder)
    try:
        waiting = store.requests()
    finally:
        store.close()
    if arguments.to:
        arguments.to.mkdir(parents=True, exist_ok=True)
        for item in waiting:
            _write_request(arguments.to / f"{item.hub}-{item.desk[:16]}.json", item)
    lines = [f"{item.hub}: desk {item.desk[:16]} since {item.since}" for item in waiting]
    return Answer({"requests": plain(waiting)}, lines or ["Nobody waits."])


def run_take(arguments: argparse.Namespace) -> Answer:
    """Bring documents to the hub, and announce who was admitted."""
    if not arguments.file and not arguments.admitted:
        arguments.usage("one of the arguments FILE --admitted is required")
    documents = [read_file(path) for path in arguments.file]
    desk = Desk.open(arguments.profile)
    try:
        roles = [desk.trust.bring(document) for document in documents]
        ids = [desk.trust.announce_admission(request_in(path)) for path in arguments.admitted]
    finally:
        desk.close()
    lines = [f"{role}: goes to the hub with the next sync." for role in roles]
    lines += [f"{record}: accepted; `publish centre` announces it." for record in ids]
    return Answer({"roles": roles, "announced": ids}, lines)


def run_revoke(arguments: argparse.Namespace) -> Answer:
    """Announce a revocation."""
    desk = Desk.open(arguments.profile)
    try:
        name = whole_id(arguments.name, desk.trust.who())
        record = desk.trust.announce_revocation(name, arguments.reason)
    finally:
        desk.close()
    return Answer(
        {"id": record, "name": name},
        [
            f"{name[:16]}: accepted; `publish centre` announces it: from then on the hub refuses the desk, and so do coordinators' desks.",
            "Take its key out of targets.json too: `trust drop`, then `trust take`.",
        ],
    )


def whole_id(name: str, holders: Iterable[KeyHolder]) -> str:
    """Return the id of the one desk or key that `name` begins; a whole id is taken as it is.

    Raises BadInput("desk-or-key-unknown" | "desk-or-key-unclear").
    """
    if is_hash(name):
        return name
    known = {found for holder in holders for found in (holder.desk, holder.key) if found}
    begun = [found for found in known if name and found.startswith(name)]
    if len(begun) != 1:
        raise BadInput("desk-or-key-unclear" if begun else "desk-or-key-unknown", name=name)
    return begun[0]


def run_renew(arguments: argparse.Namespace) -> Answer:
    """Sign the hub's list anew."""
    desk = Desk.open(arguments.profile)
    try:
        signed = desk.trust.renew(arguments.hub)
    finally:
        desk.close()
    lines = [f"{arguments.hub}: signed anew; it goes to the hub with the next sync."]
    if not signed:
        lines = [
            f"The key that signed {arguments.hub} last counts no more. Nothing is signed yet: `sync` brings what it signed.",
            f"Look at it, since you will vouch for it; then say `trust renew {arguments.hub}` again, and `sync`.",
        ]
    return Answer({"hub": arguments.hub, "signed": signed}, lines)


def run_who(arguments: argparse.Namespace) -> Answer:
    """Say who holds which key."""
    desk = Desk.open(arguments.profile)
    try:
        holders = desk.trust.who()
    finally:
        desk.close()
    lines = [
        f"{item.hub}: {item.role}, key {item.key[:16]}, "
        f"{'desk ' + item.desk[:16] if item.desk else 'no desk named'}, {item.state}"
        f"{' since ' + item.since[:10] if item.since else ''}{' until ' + item.until[:10] if item.until else ''}"
        for item in holders
    ]
    return Answer({"keys": plain(holders)}, lines or ["This desk belongs to no Centre yet."])


def run_roles(arguments: argparse.Namespace) -> Answer:
    """Say what the Centre signed."""
    desk = Desk.open(arguments.profile)
    try:
        roles = desk.trust.roles()
    finally:
        desk.close()
    lines = [
        f"{item.name}: {item.state}, version {item.version}, {item.threshold} must sign"
        f"{', until ' + item.expires[:10] if item.expires else ''}{' (soon)' if item.expires_soon else ''}"
        for item in roles
    ]
    return Answer({"roles": plain(roles)}, lines or ["This desk belongs to no Centre yet."])


def lines_of(vouched: list[Vouched], roles: list[RoleView]) -> list[str]:
    """Return what `status` says of trust: how old it is, and whatever is not as it should be."""
    lines = []
    if vouched and vouched[0].as_of:
        days = vouched[0].age_days
        old = "age unknown: this computer's clock is wrong" if days is None else f"{days:.0f} days old"
        lines.append(f"Signed by the Centre as of {vouched[0].as_of}, {old}.")
    for role in roles:
        until = (role.expires or "")[:10]
        if role.state == "expired":
            lines.append(f"{role.name}: signature out of date since {until}. Reading goes on.")
        elif role.state == "revoked":
            lines.append(f"{role.name}: its key was revoked; what is here is the last good state.")
        elif role.expires_soon and role.name not in ("snapshot", "timestamp"):
            lines.append(f"{role.name}: the signature runs out on {until}.")
    return lines


def _write_request(path: Path, statement: Statement) -> None:
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(statement)) + b"\n")
    except OSError as error:
        raise StorageFailure("storage", path=str(path), reason=error.strerror or "") from error
