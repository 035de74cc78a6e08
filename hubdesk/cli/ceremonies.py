"""The documents of a ceremony on the command line: keys, root.json and targets.json in files.

Invariant: a private key is read where a person names its file, and never leaves it; a document is only written with the
signatures of the keys that were named, and the answer says how many are still missing.
"""

from __future__ import annotations

import argparse
import getpass
import os
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.cli.answer import Answer, plain
from hubdesk.errors import BadInput, StorageFailure

if TYPE_CHECKING:
    _Verbs = argparse._SubParsersAction[argparse.ArgumentParser]
    from hubdesk.trust.admission import Statement
    from hubdesk.trust.ceremonies import Changes, Publishers
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
    _add_under(targets)
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

    sign = verbs.add_parser(
        "sign", help="say what is in root.json or targets.json, and add a signature to it"
    )
    sign.add_argument("file", type=Path, metavar="FILE")
    sign.add_argument("--after", type=Path, metavar="FILE", help="the one before: say what is changed")
    _add_under(sign)
    _add_keys(sign)
    sign.set_defaults(run=run_sign)


def _add_keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--key", nargs="+", default=[], type=Path, metavar="FILE", help="sign with these")


def _add_under(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--under",
        type=Path,
        metavar="ROOT",
        help="the root that says who signs: tell how many signatures are missing",
    )


def _add_change(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--targets", required=True, type=Path, metavar="FILE", help="targets.json, changed in place"
    )
    _add_under(parser)
    _add_keys(parser)


def run_key(arguments: argparse.Namespace) -> Answer:
    """Make a key."""
    from hubdesk.trust.keys import SigningKey
    from hubdesk.trust.offline_key import save_offline_key, write_public

    if arguments.file.exists():
        raise BadInput("key-file-exists", path=str(arguments.file))
    key = SigningKey.generate()
    passphrase = None if arguments.open else _passphrase(arguments.file, new=True)
    save_offline_key(arguments.file, key, passphrase)
    public = write_public(key.public)
    return Answer({"path": str(arguments.file), "key": key.id, "public": public}, [public])


def run_root(arguments: argparse.Namespace) -> Answer:
    """Write a root, the first or the next."""
    from hubdesk.trust.ceremonies import check_signers, next_root
    from hubdesk.trust.chain import ROOT, SNAPSHOT, TARGETS, TIMESTAMP
    from hubdesk.trust.offline_key import read_public

    _check_new(arguments.file)
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
    signers = _keys(arguments.key)
    document = next_root(before, keys, thresholds, signers, datetime.now(UTC))
    check_signers(signers, document, before)
    _write(arguments.file, document, new=True)
    return _told(arguments.file, document, before or document, before)


def run_targets(arguments: argparse.Namespace) -> Answer:
    """Write the first targets."""
    from hubdesk.trust.ceremonies import check_signers, next_targets

    _check_new(arguments.file)
    publishers: dict[str, list[bytes]] = {hub: [] for hub in ("centre", *arguments.hub)}
    admitted = _admit(publishers, arguments.admit)
    above, signers = _above(arguments), _keys(arguments.key)
    document = next_targets(None, publishers, signers, datetime.now(UTC))
    if above is not None:
        check_signers(signers, document, above)
    _write(arguments.file, document, new=True)
    return _told(arguments.file, document, above, None, admitted)


def run_admit(arguments: argparse.Namespace) -> Answer:
    """Let desks publish for their hubs."""
    from hubdesk.trust.ceremonies import publishers_of

    known = publishers_of(read_file(arguments.targets))
    publishers = known | {hub: [] for hub in arguments.hub if hub not in known}
    return _changed(arguments, publishers, _admit(publishers, arguments.request))


def run_drop(arguments: argparse.Namespace) -> Answer:
    """Let keys publish no more."""
    from hubdesk.trust.ceremonies import named_key, publishers_of

    known = publishers_of(read_file(arguments.targets))
    gone = {named_key(known, name) for name in arguments.name}
    publishers = {hub: [public for public in keys if public not in gone] for hub, keys in known.items()}
    return _changed(arguments, publishers, [])


def run_sign(arguments: argparse.Namespace) -> Answer:
    """Say what a document says, and add signatures."""
    from hubdesk.trust.ceremonies import check_signers
    from hubdesk.trust.roles import add_signature

    document, above = read_file(arguments.file), _above(arguments)
    before = read_file(arguments.after) if arguments.after else None
    answer = _told(
        arguments.file, document, above, before
    )  # before anything is signed: both must be readable
    signers = _keys(arguments.key)
    check_signers(signers, document, above)
    for key in signers:
        document = add_signature(document, key)
    if signers:
        _write(arguments.file, document)
        answer = _told(arguments.file, document, above, before)
    return answer


def _changed(arguments: argparse.Namespace, publishers: Publishers, admitted: list[Statement]) -> Answer:
    """Put other publishers into targets.json, signed by the keys that were named."""
    from hubdesk.trust.ceremonies import check_signers, next_targets

    before, above, signers = read_file(arguments.targets), _above(arguments), _keys(arguments.key)
    check_signers(signers, before, above)
    document = next_targets(before, publishers, signers, datetime.now(UTC))
    _write(arguments.targets, document)
    return _told(arguments.targets, document, above, before, admitted)


def _admit(publishers: Publishers, requests: list[Path]) -> list[Statement]:
    """Add the keys of requests to those that publish; return the requests."""
    statements = [request_in(path) for path in requests]
    for statement in statements:
        if statement.hub not in publishers:
            raise BadInput("hub-unknown", hub=statement.hub)
        public = bytes.fromhex(statement.publish)
        if public not in publishers[statement.hub]:
            publishers[statement.hub] = [*publishers[statement.hub], public]
    return statements


def _above(arguments: argparse.Namespace) -> bytes | None:
    return read_file(arguments.under) if arguments.under else None


def _check_new(path: Path) -> None:
    """Refuse to write over a document, before anybody types a passphrase: every root.json is needed again."""
    if path.exists():
        raise BadInput("file-exists", path=str(path))


def _write(path: Path, document: bytes, *, new: bool = False) -> None:
    try:
        if new:
            with path.open("xb") as file:
                file.write(document)
        else:  # whole, or as it was
            fresh = path.with_name(f"{path.name}.new")
            fresh.write_bytes(document)
            fresh.replace(path)
    except FileExistsError as error:
        raise BadInput("file-exists", path=str(path)) from error
    except OSError as error:
        raise StorageFailure("storage", path=str(path), reason=error.strerror or "") from error


def _told(
    path: Path,
    document: bytes,
    above: bytes | None,
    before: bytes | None,
    admitted: Sequence[Statement] = (),
) -> Answer:
    """Say what a document is, what it changes, and how many signatures `above` still asks for."""
    from hubdesk.trust.ceremonies import changes
    from hubdesk.trust.roles import missing_signatures, read_document

    signed = read_document(document).signed
    changed = changes(before, document)
    missing = None
    if above is not None:
        missing = missing_signatures(document, above, signed.type)
        if signed.type == "root":
            missing = max(missing, missing_signatures(document, document, signed.type))
    counted = {None: "", 0: ", signed by all it needs", 1: ", 1 signature is missing"}
    said = counted.get(missing, f", {missing} signatures are missing")
    lines = _lines(changed, signed.type, admitted, is_first=before is None)
    desks = [{"desk": item.desk, "hub": item.hub, "role": item.role} for item in admitted]
    payload = {"path": str(path), "role": signed.type, "version": signed.version, "missing": missing}
    return Answer(
        payload | {"changes": plain(changed), "desks": desks},
        [
            *(lines or ["Nothing is changed but version and date."]),
            f"{path}: {signed.type}, version {signed.version}, until {signed.expires.date()}{said}.",
        ],
    )


def _lines(changed: Changes, kind: str, admitted: Sequence[Statement], *, is_first: bool) -> list[str]:
    """Say who signs for what from now on, one line each, so that a signer can compare it over the telephone."""
    from hubdesk.trust.keys import key_id

    desks = {(item.hub, key_id(bytes.fromhex(item.publish))): item for item in admitted}
    lines = [f"{'Hub' if is_first else 'New hub'}: {hub}." for hub in changed.hubs]
    verb = "sign" if kind == "root" else "publish"
    for item in changed.keys:
        desk = desks.pop((item.role, item.key), None)
        if not item.added:
            lines.append(f"{item.role}: key {item.key[:16]} may {verb} no more.")
        elif desk is None:
            lines.append(f"{item.role}: key {item.key[:16]} may {verb}.")
        else:
            lines.append(
                f"{item.role}: desk {desk.desk[:16]} may {verb} as {desk.role}, with key {item.key[:16]}."
            )
    lines += [f"{hub}: desk {desk.desk[:16]} may {verb} already." for (hub, _), desk in desks.items()]
    return lines + [f"{role}: {number} must sign." for role, number in changed.asked.items()]


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
    """Return the passphrase of a key file: typed, or of the environment, for tests and rehearsals.

    Raises BadInput("passphrases-differ" | "passphrase-untyped": there is no terminal).
    """
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # nothing is typed where all can read it
            typed = getpass.getpass(f"Passphrase for {path}: ")
            if new and getpass.getpass("Again: ") != typed:
                raise BadInput("passphrases-differ")
    except (EOFError, getpass.GetPassWarning) as error:
        raise BadInput("passphrase-untyped", path=str(path)) from error
    return typed
