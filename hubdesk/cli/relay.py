"""`hubdesk relay DIR`, one connection for the whole building; `hubdesk relays`, which of them this desk uses.

Invariant: a running relay prints a line for each thing that happens and nothing else; with --json one object each.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubdesk.cli.amounts import duration
from hubdesk.cli.answer import Answer, plain, print_json
from hubdesk.desk import Desk
from hubdesk.errors import BadInput, HubDeskError, NotFound

if TYPE_CHECKING:
    from hubdesk.sync.relay_report import RelayUse
    from hubdesk.sync.relays import RelayView

_NONE, _FOUND = "none", "found"
_SILENT = frozenset({"no-answer", "stalled", "cut", "relay-slow"})
"""What is said of a relay that stands still, is stopped, or whose line is cut: it did nothing wrong."""


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    relay = verbs.add_parser("relay", help="be the one connection of a building until it is stopped")
    relay.add_argument("folder", type=Path, metavar="DIR")
    relay.add_argument(
        "--hub", default="", metavar="INVITE", help="a reader's invite; not needed once it was used"
    )
    relay.add_argument(
        "--listen", default="", metavar="ADDR:PORT", help="where desks reach it (default: 0.0.0.0:8471)"
    )
    relay.add_argument(
        "--no-announce", action="store_true", help="do not make it known to the desks of the house"
    )
    relay.set_defaults(run=run_relay)
    relays = verbs.add_parser("relays", help="list the relays of the house, or choose one")
    relays.add_argument(
        "--use",
        default="",
        metavar="URL",
        help="use this one from now on; `found`: whichever is found; `none`",
    )
    relays.set_defaults(run=run_relays)


def run_relay(arguments: argparse.Namespace) -> int:
    """Serve until a signal; raises HubDeskError."""
    try:
        from hubdesk.relay.identity import read_listen
        from hubdesk.relay.running import Relay
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("hubdesk"):
            raise
        raise NotFound("relay-parts-missing", module=error.name or "") from error
    host, port = read_listen(arguments.listen)
    tell = _Teller(as_json=arguments.json)
    desk = _relay_desk(arguments.folder, arguments.hub)
    try:
        Relay(
            desk,
            host=host,
            port=port,
            announced=not arguments.no_announce,
            on_listening=lambda address: tell(f"listening on {address}", state="listening", url=address),
            ended=lambda code: _tell_exchange(desk, tell, code),
        ).run()
    finally:
        desk.close()
    tell("stopped", state="stopped")
    return 0


def _relay_desk(folder: Path, invite: str) -> Desk:
    """Open the profile of a relay; a new one needs an invite, and one that was used before is not used again."""
    from hubdesk.catalogue.profile import has_profile, remove_unused_profile
    from hubdesk.trust.invite import read_invite

    is_new = not has_profile(folder)
    if invite.startswith(("http://", "https://")):
        invite = ""  # where the hub is stands in the profile; a new one cannot know whom to trust by an address alone
    if invite:
        read_invite(invite)
    elif is_new:
        raise BadInput("relay-needs-invite")
    desk = Desk.create(folder)
    try:
        if not desk.memberships():
            if not invite:
                raise BadInput("relay-needs-invite")
            desk.join(invite)
    except HubDeskError:
        desk.close()
        if is_new:
            remove_unused_profile(folder)
        raise
    return desk


class _Teller:
    """Prints what happens, a line each."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def __call__(self, said: str, **state: Any) -> None:
        if self._as_json:
            print_json(state)
        else:
            print(said, flush=True)


def _tell_exchange(desk: Desk, tell: _Teller, code: str | None) -> None:
    versions = {view.name: view.version for view in desk.collections() if view.version}
    held = ", ".join(f"{name} {version}" for name, version in sorted(versions.items())) or "nothing yet"
    said = f"the hub was asked: {held}" if code is None else f"the hub was not reached ({code}): {held}"
    tell(said, state="asked" if code is None else "offline", code=code, collections=versions)


def run_relays(arguments: argparse.Namespace) -> Answer:
    """Choose a relay, or list those that can be heard."""
    desk = Desk.open(arguments.profile)
    try:
        if arguments.use:
            desk.relays.use(None if arguments.use == _NONE else arguments.use)
            current = desk.relays.current()
            is_heard = current == _FOUND and any(view.is_ours for view in desk.relays.found())
            return Answer({"relay": current}, [_chosen(current, is_heard=is_heard)])
        found, current = desk.relays.found(), desk.relays.current()
    finally:
        desk.close()
    lines = [_line(view) for view in found] or ["No relay can be heard in this network."]
    used = "whichever relay is found" if current == _FOUND else current
    lines.append(f"This desk uses {used}." if used else "This desk uses none; `relays --use URL` does.")
    return Answer({"relay": current, "found": plain(found)}, lines)


def _chosen(current: str | None, *, is_heard: bool) -> str:
    if current == _FOUND:
        heard = "One is heard now." if is_heard else "None of this Centre is heard now."
        return f"Whichever relay is found will be used. {heard}"
    return f"The relay is {current}." if current else "No relay is used."


def _line(view: RelayView) -> str:
    whose = "" if view.is_ours else ", of another Centre"
    age = "" if view.age is None else f", heard the hub {duration(view.age)} ago"
    return f"{view.name}{whose}{age}: {view.url}\n  root {view.root}"


def use_now(desk: Desk, address: str) -> None:
    """Use the relay that was named for this one command. Raises BadInput("relay-address")."""
    if address:
        desk.relays.use_now(address)


def is_silence(use: RelayUse | None, about: str, code: str) -> bool:
    """Tell whether a fault is only that the relay of a sync was not heard: nothing arrived that was thrown away."""
    return use is not None and about == use.address and code in _SILENT


def relay_lines(use: RelayUse | None) -> list[str]:
    """Return what a person reads about the relay of a sync."""
    if use is None:
        return []
    cost = f"{use.bytes_down:,} bytes down, {use.bytes_up:,} up"
    lines = [f"{use.records} records came from the relay {use.address} over the local network ({cost})."]
    if use.code in _SILENT and not use.records:
        lines = [
            "The relay did not answer; "
            + ("the hub was asked itself." if not use.hub else "nor did the hub.")
        ]
    elif use.code:
        lines.append(f"The relay was left ({use.code}) and the hub was asked itself.")
    if use.left:
        lines.append(f"The relay carries {use.left} of your batches on as soon as it can.")
    if use.hub:
        lines.append(f"The hub itself was not reached ({use.hub}): what is here is as new as the relay's.")
    return lines
