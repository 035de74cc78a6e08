"""Verbs about software that hubs share: software list, offers, offer, sign, withdraw."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from hubdesk.catalogue.shared_files import (
    INSTALLABLE,
    ONE_SIGNATURE,
    OUT_OF_DATE,
    UNVOUCHED,
    WITHDRAWN,
    OfferView,
    SoftwareFile,
)
from hubdesk.cli.amounts import size
from hubdesk.cli.answer import Answer, plain
from hubdesk.desk import Desk
from hubdesk.errors import NotFound

if TYPE_CHECKING:
    from hubdesk.catalogue.software import Software

_LEAST_PREFIX = 6
_STATES = {
    INSTALLABLE: "may be installed",
    ONE_SIGNATURE: "one signature only: do not install it yet",
    WITHDRAWN: "WITHDRAWN: do not install it, remove it where it is",
    UNVOUCHED: "nobody vouches for it now: do not install it",
    OUT_OF_DATE: "its signatures are out of date: do not install it",
}


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs of this module."""
    software = verbs.add_parser("software", help="software that hubs share, and who vouches for it")
    software.set_defaults(run=run_list)
    steps = software.add_subparsers(dest="step", metavar="STEP")
    steps.add_parser("list", help="every file that a hub vouches for").set_defaults(run=run_list)
    steps.add_parser("offers", help="lists that wait for a second signature").set_defaults(run=run_offers)
    offer = steps.add_parser("offer", help="vouch for a file of a record that lies here")
    offer.add_argument("id", metavar="ID")
    offer.add_argument("name", metavar="NAME", nargs="?")
    offer.add_argument("--licence", metavar="SPDX", help="where the record does not say it")
    offer.set_defaults(run=run_offer)
    sign = steps.add_parser("sign", help="add the second signature to a list that waits")
    sign.add_argument("hub", metavar="HUB")
    sign.add_argument("list", metavar="LIST", help="the list as `software offers` names it")
    sign.set_defaults(run=run_sign)
    withdraw = steps.add_parser("withdraw", help="say that a file shall not be installed any more")
    withdraw.add_argument("which", metavar="SHA")
    withdraw.add_argument("reason", metavar="REASON")
    withdraw.set_defaults(run=run_withdraw)


def run_list(arguments: argparse.Namespace) -> Answer:
    """List the files."""

    def listed(software: Software) -> Answer:
        files = software.all()
        lines = [line for file in files for line in _file_lines(file)]
        return Answer({"files": plain(files)}, lines or ["No hub shares software yet."])

    return _with_software(arguments, listed, to_read=True)


def run_offers(arguments: argparse.Namespace) -> Answer:
    """List what waits."""
    return _with_software(arguments, lambda software: _offers_answer(software.offers()), to_read=True)


def run_offer(arguments: argparse.Namespace) -> Answer:
    """Offer a file."""

    def offer(software: Software) -> Answer:
        return _offers_answer([software.offer(arguments.id, arguments.name, arguments.licence)])

    return _with_software(arguments, offer)


def run_sign(arguments: argparse.Namespace) -> Answer:
    """Sign a list that was seen."""

    def sign(software: Software) -> Answer:
        named = [
            offer.seen
            for offer in software.offers()
            if offer.hub == arguments.hub and len(arguments.list) >= _LEAST_PREFIX
            if offer.seen.startswith(arguments.list.lower())
        ]
        return _offers_answer([software.sign(arguments.hub, named[0] if named else arguments.list)])

    return _with_software(arguments, sign)


def run_withdraw(arguments: argparse.Namespace) -> Answer:
    """Withdraw a file."""

    def withdraw(software: Software) -> Answer:
        sha256 = _named(software.all(), arguments.which)
        software.withdraw(sha256, arguments.reason)
        file = software.file(sha256)
        assert file is not None, "it was named just now"
        lines = [*_file_lines(file), "It is told to everybody with the next sync."]
        return Answer({"files": [plain(file)]}, lines)

    return _with_software(arguments, withdraw)


def warnings_of(file: SoftwareFile | None) -> list[str]:
    """Return what is to be said when somebody gets this file: nothing of one that no list names, or that may be used."""
    if file is None or (file.state == INSTALLABLE and not file.is_old):
        return []
    return _file_lines(file)[1:]


def withdrawn_lines(software: Software) -> list[str]:
    """Return a warning for every withdrawn file that lies on this computer."""
    return [line for file in software.withdrawn_here() for line in _file_lines(file)]


def _with_software(
    arguments: argparse.Namespace, act: Callable[[Software], Answer], *, to_read: bool = False
) -> Answer:
    desk = Desk.open(arguments.profile, to_read=to_read)
    try:
        return act(desk.software)
    finally:
        desk.close()


def _named(files: list[SoftwareFile], which: str) -> str:
    found = {file.sha256 for file in files if file.sha256.startswith(which.lower())}
    if len(which) < _LEAST_PREFIX or len(found) != 1:
        raise NotFound("not-shared", sha256=which)
    return found.pop()


def _file_lines(file: SoftwareFile) -> list[str]:
    by = ", ".join(f"{signer.hub} ({signer.key[:16]})" for signer in file.signers) or "nobody"
    here = ", on this computer" if file.is_here else ""
    lines = [
        f"{file.sha256[:16]}  {file.name}  {size(file.size)}, {file.licence}, {file.hub}{here}",
        f"    {_STATES[file.state]}",
        f"    signed by {by}; as of {_age(file)}",
    ]
    if file.withdrawn:
        lines.append(f"    reason: {file.withdrawn}")
    if file.is_old and file.state == INSTALLABLE:
        lines.append(
            "    The hub was not heard of for a month: it may be withdrawn by now. Sync before you install."
        )
    return lines


def _age(file: SoftwareFile) -> str:
    if file.as_of is None:
        return "never"
    if file.age_days is None:
        return f"{file.as_of[:10]} (age unknown: this computer's clock is wrong)"
    return f"{file.as_of[:10]} ({file.age_days:.0f} days ago)"


def _offers_answer(offers: list[OfferView]) -> Answer:
    lines = []
    for offer in offers:
        by = ", ".join(f"{signer.hub} ({signer.key[:16]})" for signer in offer.signers)
        lines.append(f"{offer.hub}: list {offer.seen[:16]}, signed by {by}")
        for item in offer.changes:
            does = f"withdraws ({item.withdrawn})" if item.withdrawn else "adds"
            lines.append(f"    {does}: {item.name}, {size(item.size)}, {item.licence}, {item.sha256}")
        if offer.may_sign and not offer.is_mine:
            lines.append(f"    Try what it adds, then: software sign {offer.hub} {offer.seen[:16]}")
    return Answer({"offers": plain(offers)}, lines or ["No list waits for a signature."])
