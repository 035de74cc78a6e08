"""`hubdesk trust ...`: the ceremonies of a Secretariat, and who holds which key.

Invariant: a private key is read where a person names its file, and never leaves it; a document is only written with the
signatures of the keys that were named, and the answer says how many are still missing.
"""

from __future__ import annotations

import argparse
import getpass
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hubdesk.cli.answer import Answer, plain
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, StorageFailure

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]
    from hubdesk.catalogue.standing import RoleView, Vouched
    from hubdesk.trust.admission import Statement
    from hubdesk.trust.keys import SigningKey

PASSPHRASE = "HUBDESK_KEY_PASSPHRASE"


def add_verbs(subparsers: _Verbs) -> None:
    """Add `trust` with its verbs; each sets `run`."""
    trust = subparsers.add_parser("trust", help="the Centre's ceremonies, and who holds which key")
    verbs = trust.add_subparsers(dest="trust_verb", metavar="VERB", required=True)
    _add_documents(verbs)
    _add_desks(verbs)


def _add_documents(verbs: _Verbs) -> None:
    key = verbs.add_parser("key", help="make a key for ceremonies in a file under a passphrase")
    key.add_argument("file", type=Path, metavar="FILE")
    key.add_argument(
        "--open", action="store_true", help="without a passphrase, for a disk that is locked away"
    )
    key.set_defaults(run=run_key)

    root = verbs.add_parser("root", help="write root.json: who signs for the Centre")
    root.add_argument("file", type=Path, metavar="FILE")
    root.add_argument("--after", type=Path, metavar="ROOT", help="the root before: what is not named stays")
    root.add_argument("--root-key", nargs="+", default=[], metavar="PUBLIC", help="keys that sign roots")
    root.add_argument("--targets-key", nargs="+", default=[], metavar="PUBLIC", help="keys that sign targets")
    root.add_argument("--server", default="", metavar="PUBLIC", help="what `server key DIR` printed")
    root.add_argument("--threshold", type=int, metavar="N", help="root keys that must sign (default: 2)")
    root.add_argument("--targets-threshold", type=int, metavar="N", help="the same for targets (default: 1)")
    _add_keys(root)
    root.set_defaults(run=run_root)

    targets = verbs.add_parser("targets", help="write the first targets.json: which hubs there are")
    targets.add_argument("file", type=Path, metavar="FILE")
    targets.add_argument("--hub", nargs="+", required=True, metavar="HUB")
    targets.add_argument("--admit", nargs="+", default=[], type=Path, metavar="REQUEST")
    _add_keys(targets)
    targets.set_defaults(run=run_targets)

    admit = verbs.add_parser("admit", help="let desks publish for their hub, or make a hub, in targets.json")
    admit.add_argument("request", nargs="*", type=Path, metavar="REQUEST")
    admit.add_argument("--hub", nargs="+", default=[], metavar="HUB", help="new hubs")
    _add_change(admit)
    admit.set_defaults(run=run_admit)

    drop = verbs.add_parser("drop", help="let publishing keys sign no more, in targets.json")
    drop.add_argument("name", nargs="+", metavar="KEY", help="how the key's id begins")
    _add_change(drop)
    drop.set_defaults(run=run_drop)

    sign = verbs.add_parser("sign", help="add a signature to root.json or targets.json")
    sign.add_argument("file", type=Path, metavar="FILE")
    sign.add_argument(
        "--under", type=Path, metavar="ROOT", help="say how many signatures this root still asks for"
    )
    _add_keys(sign)
    sign.set_defaults(run=run_sign)


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
    take.set_defaults(run=run_take)

    revoke = verbs.add_parser("revoke", help="announce that a desk or a key counts no more")
    revoke.add_argument("name", metavar="DESK|KEY", help="its whole id")
    revoke.add_argument("--reason", required=True, metavar="TEXT")
    revoke.set_defaults(run=run_revoke)

    renew = verbs.add_parser("renew", help="sign the list of a hub's newest heads anew, with this desk's key")
    renew.add_argument("hub", metavar="HUB")
    renew.set_defaults(run=run_renew)

    verbs.add_parser("who", help="who holds which key").set_defaults(run=run_who)
    verbs.add_parser("roles", help="what the Centre signed, and until when").set_defaults(run=run_roles)


def _add_keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--key", nargs="+", default=[], type=Path, metavar="FILE", help="sign with these")


def _add_change(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--targets", required=True, type=Path, metavar="FILE", help="targets.json, changed in place"
    )
    parser.add_argument(
        "--under", type=Path, metavar="ROOT", help="say how many signatures this root still asks for"
    )
    _add_keys(parser)


# Documents


def run_key(arguments: argparse.Namespace) -> Answer:
    """Make a key."""
    from hubdesk.trust.keys import SigningKey
    from hubdesk.trust.offline_key import save_offline_key, write_public

    key = SigningKey.generate()
    passphrase = None if arguments.open else _passphrase(arguments.file, new=True)
    save_offline_key(arguments.file, key, passphrase)
    public = write_public(key.public)
    return Answer({"path": str(arguments.file), "key": key.id, "public": public}, [public])


def run_root(arguments: argparse.Namespace) -> Answer:
    """Write a root, the first or the next."""
    from hubdesk.trust.ceremonies import next_root
    from hubdesk.trust.chain import ROOT, SNAPSHOT, TARGETS, TIMESTAMP
    from hubdesk.trust.offline_key import read_public

    before = _read(arguments.after) if arguments.after else None
    server = [read_public(arguments.server)] if arguments.server else []
    keys = {
        ROOT: [read_public(text) for text in arguments.root_key],
        TARGETS: [read_public(text) for text in arguments.targets_key],
        SNAPSHOT: server,
        TIMESTAMP: server,
    }
    asked = {ROOT: arguments.threshold, TARGETS: arguments.targets_threshold}
    first = {ROOT: 2, TARGETS: 1} if before is None else {}
    thresholds = first | {role: number for role, number in asked.items() if number is not None}
    document = next_root(before, keys, thresholds, _keys(arguments.key), datetime.now(UTC))
    return _written(arguments.file, document, before or document)


def run_targets(arguments: argparse.Namespace) -> Answer:
    """Write the first targets."""
    from hubdesk.trust.ceremonies import next_targets

    publishers: dict[str, list[bytes]] = {hub: [] for hub in ("centre", *arguments.hub)}
    _admit(publishers, arguments.admit)
    return _written(
        arguments.file, next_targets(None, publishers, _keys(arguments.key), datetime.now(UTC)), None
    )


def run_admit(arguments: argparse.Namespace) -> Answer:
    """Let desks publish for their hubs."""
    from hubdesk.trust.ceremonies import next_targets, publishers_of

    before = _read(arguments.targets)
    publishers = publishers_of(before) | {
        hub: [] for hub in arguments.hub if hub not in publishers_of(before)
    }
    _admit(publishers, arguments.request)
    document = next_targets(before, publishers, _keys(arguments.key), datetime.now(UTC))
    return _written(arguments.targets, document, _read(arguments.under) if arguments.under else None)


def run_drop(arguments: argparse.Namespace) -> Answer:
    """Let keys publish no more."""
    from hubdesk.trust.ceremonies import named_key, next_targets, publishers_of

    before = _read(arguments.targets)
    known = publishers_of(before)
    gone = {named_key(known, name) for name in arguments.name}
    publishers = {hub: [public for public in keys if public not in gone] for hub, keys in known.items()}
    document = next_targets(before, publishers, _keys(arguments.key), datetime.now(UTC))
    return _written(arguments.targets, document, _read(arguments.under) if arguments.under else None)


def run_sign(arguments: argparse.Namespace) -> Answer:
    """Add signatures."""
    from hubdesk.trust.roles import add_signature

    document = _read(arguments.file)
    for key in _keys(arguments.key):
        document = add_signature(document, key)
    return _written(arguments.file, document, _read(arguments.under) if arguments.under else None)


def _admit(publishers: dict[str, list[bytes]], requests: list[Path]) -> None:
    for path in requests:
        statement = _request(path)
        if statement.hub not in publishers:
            raise BadInput("hub-unknown", hub=statement.hub)
        public = bytes.fromhex(statement.publish)
        if public not in publishers[statement.hub]:
            publishers[statement.hub].append(public)


def _written(path: Path, document: bytes, above: bytes | None) -> Answer:
    from hubdesk.trust.roles import missing_signatures, read_document

    signed = read_document(document).signed
    missing = None
    if above is not None:
        missing = missing_signatures(document, above, signed.type)
        if signed.type == "root":
            missing = max(missing, missing_signatures(document, document, signed.type))
    try:
        path.write_bytes(document)
    except OSError as error:
        raise StorageFailure("storage", path=str(path), reason=error.strerror or "") from error
    payload = {"path": str(path), "role": signed.type, "version": signed.version, "missing": missing}
    said = (
        ""
        if missing is None
        else f", {missing} signatures are missing"
        if missing
        else ", signed by all it needs"
    )
    return Answer(payload, [f"{path}: {signed.type}, version {signed.version}{said}."])


# Desks


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
    documents = [_read(path) for path in arguments.file]
    desk = Desk.open(arguments.profile)
    try:
        roles = [desk.trust.bring(document) for document in documents]
        ids = [desk.trust.announce_admission(_request(path)) for path in arguments.admitted]
    finally:
        desk.close()
    lines = [f"{role}: goes to the hub with the next sync." for role in roles]
    lines += [f"{record}: accepted; `publish centre` announces it." for record in ids]
    return Answer({"roles": roles, "announced": ids}, lines)


def run_revoke(arguments: argparse.Namespace) -> Answer:
    """Announce a revocation."""
    desk = Desk.open(arguments.profile)
    try:
        record = desk.trust.announce_revocation(arguments.name, arguments.reason)
    finally:
        desk.close()
    return Answer(
        {"id": record},
        [
            "Accepted; `publish centre` announces it: from then on the hub refuses the desk, and so do coordinators' desks.",
            "Take its key out of targets.json too: `trust drop`, then `trust take`.",
        ],
    )


def run_renew(arguments: argparse.Namespace) -> Answer:
    """Sign the hub's list anew."""
    desk = Desk.open(arguments.profile)
    try:
        desk.trust.renew(arguments.hub)
    finally:
        desk.close()
    return Answer(
        {"hub": arguments.hub}, [f"{arguments.hub}: signed anew; it goes to the hub with the next sync."]
    )


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


# Files


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput("file-missing", path=str(path)) from error


def _request(path: Path) -> Statement:
    from hubdesk.trust.admission import read_request

    return read_request(_read(path))


def _write_request(path: Path, statement: Statement) -> None:
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(statement)) + b"\n")
    except OSError as error:
        raise StorageFailure("storage", path=str(path), reason=error.strerror or "") from error


def _keys(paths: list[Path]) -> list[SigningKey]:
    from hubdesk.trust.offline_key import is_locked, load_offline_key

    return [load_offline_key(path, _passphrase(path) if is_locked(path) else None) for path in paths]


def _passphrase(path: Path, *, new: bool = False) -> str:
    """Return the passphrase of a key file: typed, or of the environment, for tests and rehearsals."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    typed = getpass.getpass(f"Passphrase for {path}: ")
    if new and getpass.getpass("Again: ") != typed:
        raise BadInput("passphrases-differ")
    return typed
