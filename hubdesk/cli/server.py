"""`hubdesk server key | init | serve | invite | revoke`: the hub's own verbs.

Invariant: the last line of `invite` is the invite and nothing else, so that it can be piped.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.cli.answer import Answer, plain
from hubdesk.errors import BadInput
from hubdesk.trust.admission import CENTRE, ROLES, SECRETARIAT, STEERING

if TYPE_CHECKING:
    from hubdesk.model.kind import Kinds
    from hubdesk.server.sqlite_store import SqliteStore


def add_verbs(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `server` with its verbs; each sets `run`, a function of the arguments that returns the exit status."""
    server = subparsers.add_parser("server", help="make and run a hub server")
    verbs = server.add_subparsers(dest="server_verb", metavar="VERB", required=True)

    key = verbs.add_parser(
        "key", help="make a server's own key, which root.json names; print its public half"
    )
    key.add_argument("folder", type=Path, metavar="DIR")
    key.set_defaults(run=run_key)

    init = verbs.add_parser("init", help="make a trial Centre in a new folder, or the server of a real one")
    init.add_argument("folder", type=Path, metavar="DIR")
    init.add_argument(
        "--centre",
        nargs="+",
        type=Path,
        metavar="ROOT",
        help="root.json of a real Centre; all of them, if many",
    )
    init.add_argument("--targets", type=Path, metavar="TARGETS", help="its targets.json")
    init.add_argument("--sample", action="store_true", help="with the sample content")
    init.set_defaults(run=run_init)

    serve = verbs.add_parser("serve", help="serve the Centre in a folder until it is stopped")
    serve.add_argument("folder", type=Path, metavar="DIR")
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="address to listen on (default: %(default)s)"
    )
    serve.add_argument(
        "--port", type=_port, default=8470, metavar="N", help="0 for any (default: %(default)s)"
    )
    serve.add_argument(
        "--tls", action="store_true", help="https on loopback too; any other host always has it"
    )
    serve.set_defaults(run=run_serve)

    invite = verbs.add_parser("invite", help="print an invite for one desk as the last line")
    invite.add_argument("folder", type=Path, metavar="DIR")
    invite.add_argument("--role", required=True, choices=ROLES)
    invite.add_argument("--hub", default="", metavar="HUB", help="not needed for secretariat and steering")
    invite.add_argument("--url", default="", metavar="URL", help="under which desks reach the server")
    invite.set_defaults(run=run_invite)

    revoke = verbs.add_parser("revoke", help="let a desk or a key of a trial Centre count no more")
    revoke.add_argument("folder", type=Path, metavar="DIR")
    revoke.add_argument("name", metavar="DESK|KEY", help="how its id begins")
    revoke.add_argument("--reason", required=True, metavar="TEXT")
    revoke.set_defaults(run=run_revoke)


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65_535:
        raise ValueError(text)
    return number


def _kinds() -> Kinds:
    from hubdesk.locations import resource
    from hubdesk.model.kind import read_kinds

    return read_kinds(resource("kinds"), resource("fields.toml"))


def open_store(folder: Path) -> SqliteStore:
    """Open the hub in a folder, which may be served meanwhile; raises HubDeskError."""
    from hubdesk.server.sqlite_store import SqliteStore

    return SqliteStore(folder, _kinds())


def run_key(arguments: argparse.Namespace) -> Answer:
    """Make the server's own key; raises HubDeskError."""
    from hubdesk.server.centre import create_key
    from hubdesk.trust.offline_key import write_public

    key = create_key(arguments.folder)
    public = write_public(key.public)
    return Answer({"folder": str(arguments.folder), "key": key.id, "public": public}, [public])


def _open_centre(arguments: argparse.Namespace) -> Answer:
    from hubdesk.server.centre import open_centre
    from hubdesk.server.sqlite_store import utc_now

    if arguments.targets is None or arguments.sample:
        raise BadInput("usage", argument="--centre")
    try:
        roots = [path.read_bytes() for path in arguments.centre]
        targets = arguments.targets.read_bytes()
    except OSError as error:
        raise BadInput("file-missing", path=str(error.filename)) from error
    open_centre(arguments.folder, roots, targets, utc_now())
    folder = str(arguments.folder)
    return Answer(
        {"folder": folder, "sample": False, "trial": False}, [f"The Centre's server is ready in {folder}."]
    )


def run_init(arguments: argparse.Namespace) -> Answer:
    """Make a trial Centre, or the server of a real one; raises HubDeskError."""
    from hubdesk.server.centre import create_centre
    from hubdesk.server.sqlite_store import utc_now

    if arguments.centre:
        return _open_centre(arguments)
    create_centre(arguments.folder, utc_now())
    if arguments.sample:
        from hubdesk.locations import resource
        from hubdesk.model.sample import read_sample
        from hubdesk.server.sample import publish_sample
        from hubdesk.server.sqlite_store import SqliteStore

        store = SqliteStore(arguments.folder, _kinds())
        try:
            publish_sample(store, arguments.folder, read_sample(resource("sample")))
        finally:
            store.close()
    folder = str(arguments.folder)
    payload = {"folder": folder, "sample": arguments.sample, "trial": True}
    return Answer(payload, [f"A trial Centre is ready in {folder}."])


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve until a signal; raises HubDeskError."""
    from hubdesk.server.serve import Running
    from hubdesk.server.sqlite_store import SqliteStore

    store = SqliteStore(arguments.folder, _kinds())
    try:
        Running(
            store,
            arguments.folder,
            host=arguments.host,
            port=arguments.port,
            tls=arguments.tls,
            on_listening=lambda url: print(f"listening on {url}", flush=True),
        ).run()
    finally:
        store.close()
    return 0


def run_invite(arguments: argparse.Namespace) -> Answer:
    """Make an invite; raises HubDeskError."""
    from hubdesk.server.serve import LISTENING
    from hubdesk.server.sqlite_store import SqliteStore

    hub = arguments.hub or (CENTRE if arguments.role in (SECRETARIAT, STEERING) else "")
    store = SqliteStore(arguments.folder, _kinds())
    try:
        listened = arguments.folder / LISTENING
        url = arguments.url or (listened.read_text(encoding="utf-8").strip() if listened.is_file() else "")
        if not url:
            raise BadInput("url-missing")
        for second in store.second_uses():
            print("used again: an invite as {} of {}, by desk {} at {}".format(*second), file=sys.stderr)
        invite = store.invite(url=url, hub=hub, role=arguments.role)
    finally:
        store.close()
    return Answer({"invite": invite, "hub": hub, "role": arguments.role, "url": url}, [invite])


def run_revoke(arguments: argparse.Namespace) -> Answer:
    """Revoke a desk or a key; raises HubDeskError."""
    store = open_store(arguments.folder)
    try:
        revoked = store.revoke(arguments.name, arguments.reason)
    finally:
        store.close()
    what = f"Desk {revoked.desk[:16]}" if revoked.desk else f"Key {(revoked.key or '')[:16]}"
    hubs = f" It publishes no more for {', '.join(revoked.hubs)}." if revoked.hubs else ""
    return Answer(plain(revoked), [f"{what} counts no more; every desk hears it at its next contact.{hubs}"])
