"""The documents of a ceremony on the command line: keys, root.json and targets.json in files.

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

from hubdesk.cli.answer import Answer
from hubdesk.errors import BadInput, StorageFailure

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]
    from hubdesk.trust.admission import Statement
    from hubdesk.trust.keys import SigningKey

PASSPHRASE = "HUBDESK_KEY_PASSPHRASE"


def add_documents(verbs: _Verbs) -> None:
    """Add the verbs about documents."""
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

    before = read_file(arguments.after) if arguments.after else None
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

    before = read_file(arguments.targets)
    publishers = publishers_of(before) | {
        hub: [] for hub in arguments.hub if hub not in publishers_of(before)
    }
    _admit(publishers, arguments.request)
    document = next_targets(before, publishers, _keys(arguments.key), datetime.now(UTC))
    return _written(arguments.targets, document, read_file(arguments.under) if arguments.under else None)


def run_drop(arguments: argparse.Namespace) -> Answer:
    """Let keys publish no more."""
    from hubdesk.trust.ceremonies import named_key, next_targets, publishers_of

    before = read_file(arguments.targets)
    known = publishers_of(before)
    gone = {named_key(known, name) for name in arguments.name}
    publishers = {hub: [public for public in keys if public not in gone] for hub, keys in known.items()}
    document = next_targets(before, publishers, _keys(arguments.key), datetime.now(UTC))
    return _written(arguments.targets, document, read_file(arguments.under) if arguments.under else None)


def run_sign(arguments: argparse.Namespace) -> Answer:
    """Add signatures."""
    from hubdesk.trust.roles import add_signature

    document = read_file(arguments.file)
    for key in _keys(arguments.key):
        document = add_signature(document, key)
    return _written(arguments.file, document, read_file(arguments.under) if arguments.under else None)


def _admit(publishers: dict[str, list[bytes]], requests: list[Path]) -> None:
    for path in requests:
        statement = request_in(path)
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


def read_file(path: Path) -> bytes:
    """Return what lies in a file; raises BadInput("file-missing")."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput("file-missing", path=str(path)) from error


def request_in(path: Path) -> Statement:
    """Return the request of a desk that lies in a file; raises BadInput("file-missing" | "not-a-request")."""

    from hubdesk.trust.admission import read_request

    return read_request(read_file(path))


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
