"""`hubdesk server init | serve | invite`: the hub's own verbs.

Invariant: the last line of `invite` is the invite and nothing else, so that it can be piped.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.cli.answer import Answer
from hubdesk.errors import BadInput
from hubdesk.trust.admission import CENTRE, ROLES, SECRETARIAT, STEERING

if TYPE_CHECKING:
    from hubdesk.model.kind import Kinds


def add_verbs(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `server` with its verbs; each sets `run`, a function of the arguments that returns the exit status."""
    server = subparsers.add_parser("server", help="make and run a hub server")
    verbs = server.add_subparsers(dest="server_verb", metavar="VERB", required=True)

    init = verbs.add_parser("init", help="make a trial Centre in a new folder")
    init.add_argument("folder", type=Path, metavar="DIR")
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


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65_535:
        raise ValueError(text)
    return number


def _kinds() -> Kinds:
    from hubdesk.locations import resource
    from hubdesk.model.kind import read_kinds

    return read_kinds(resource("kinds"), resource("fields.toml"))


def run_init(arguments: argparse.Namespace) -> Answer:
    """Make a trial Centre; raises HubDeskError."""
    from hubdesk.server.centre import create_centre
    from hubdesk.server.sqlite_store import utc_now

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
    return Answer({"folder": folder, "sample": arguments.sample}, [f"A trial Centre is ready in {folder}."])


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
