"""What is to be said of a file that hubs share as software: whether it may be installed, and by whose word.

Invariant: "installable" is only said of a file that the hub's role names, validly signed by two, in a list that is not
out of date. A withdrawal counts as soon as one signer says so.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct

from hubdesk.catalogue.installers import Lists, signing_keys, signing_role
from hubdesk.model.identity import digest
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.chain import EXPIRED, FRESH, INSTALLERS, INSTALLERS_FILE, OLD, Chain
from hubdesk.trust.clock import BUILT, age, present, trusted_time
from hubdesk.trust.installers import Installer, Offer, empty_list

INSTALLABLE, ONE_SIGNATURE, WITHDRAWN = "installable", "one-signature", "withdrawn"
UNVOUCHED, OUT_OF_DATE = "unvouched", "out-of-date"
BEST_FIRST = (WITHDRAWN, INSTALLABLE, OUT_OF_DATE, ONE_SIGNATURE, UNVOUCHED)
"""What is said of a file of which two hubs say different things."""
_KNOWN = {FRESH: INSTALLABLE, OLD: INSTALLABLE, EXPIRED: OUT_OF_DATE}
"""What the state of the hub's role makes of a file that its list names."""
_DAY = 86_400


class SignerView(Struct, frozen=True):
    """Whose key signed: its id and the hub that it publishes for (`centre`: the Secretariat)."""

    key: str
    hub: str


class SoftwareFile(Struct, frozen=True, kw_only=True):
    """A file that a hub shares as software. `state`: installable, one-signature, withdrawn, unvouched, out-of-date.

    `is_old`: the hub was not heard of for so long that the list may have changed since `as_of` (RFC 3339);
    `age_days` is None where this computer's clock cannot tell. `is_here`: it lies on this computer.
    """

    hub: str
    sha256: str
    size: int
    record: str
    name: str
    licence: str
    since: str
    withdrawn: str
    state: str
    signers: list[SignerView]
    as_of: str | None
    age_days: float | None
    is_old: bool
    expires: str
    is_here: bool


class OfferView(Struct, frozen=True, kw_only=True):
    """A list that waits for a second signature. `seen` names it when it is signed; `changes`: the files that it adds
    or withdraws; `is_mine`: this desk signed it; `may_sign`: it may."""

    hub: str
    seen: str
    signers: list[SignerView]
    changes: list[Installer]
    is_mine: bool
    may_sign: bool


class _Standing(Struct, frozen=True):
    """What all files of a hub's list have in common."""

    state: str
    as_of: str | None = None
    days: float | None = None
    is_old: bool = False


def named(lists: Lists) -> list[tuple[str, str]]:
    """Return (hub, SHA-256 in hexadecimal) of every file that a list names."""
    return sorted({(hub, item.sha256) for (hub, _), offer in lists.items() for item in offer.list.installers})


def files(lists: Lists, chain: Chain | None, here: Collection[bytes], now: datetime) -> list[SoftwareFile]:
    """Return what is to be said of every file, by hub and name; `here`: SHA-256 of those that lie on this computer."""
    standing = {hub: _standing(lists, chain, hub, now) for hub, _ in lists}
    found = [
        _file(lists, chain, standing[hub], hub, sha256, is_here=bytes.fromhex(sha256) in here)
        for hub, sha256 in named(lists)
    ]
    return sorted(found, key=lambda file: (file.hub, file.name, file.sha256))


def offer_view(lists: Lists, chain: Chain | None, hub: str, mine: str) -> OfferView:
    """Return the list of a hub that waits, for the desk whose publishing key has the id `mine`."""
    offer, standing = lists[hub, True], lists.get((hub, False))
    before = standing.list if standing is not None else empty_list(hub)
    return OfferView(
        hub=hub,
        seen=digest(offer.content).hex(),
        signers=_signers(chain, offer),
        changes=[item for item in offer.list.installers if before.find(item.sha256) != item],
        is_mine=mine in offer.signers,
        may_sign=mine in signing_keys(chain, hub),
    )


def _standing(lists: Lists, chain: Chain | None, hub: str, now: datetime) -> _Standing:
    listed = lists.get((hub, False))
    if chain is None:
        return _Standing(UNVOUCHED)
    trusted = trusted_time(BUILT, chain.timestamp_time)
    state = chain.state(hub + INSTALLERS, present(now, trusted))
    role = signing_role(chain, hub)
    target = role.listed.get(f"{hub}/{INSTALLERS_FILE}") if role is not None and state in _KNOWN else None
    is_the_one = listed is not None and target is not None and target.sha256 == digest(listed.content)
    passed = age(chain.timestamp_time, now, trusted)
    return _Standing(
        state=_KNOWN[state] if is_the_one else UNVOUCHED,
        as_of=chain.timestamp_time.isoformat(),
        days=None if passed is None else passed.total_seconds() / _DAY,
        is_old=state == OLD,
    )


def _file(
    lists: Lists, chain: Chain | None, standing: _Standing, hub: str, sha256: str, *, is_here: bool
) -> SoftwareFile:
    both = [
        (offer, offer.list.find(sha256))
        for is_offer in (False, True)
        if (offer := lists.get((hub, is_offer)))
    ]
    said = [(offer, item) for offer, item in both if item is not None]
    gone = [(offer, item) for offer, item in said if item.withdrawn]
    offer, item = (gone or said)[0]
    state = standing.state
    if gone:
        state = WITHDRAWN
    elif offer is lists.get((hub, True)):
        state = ONE_SIGNATURE if _signers(chain, offer) else UNVOUCHED
    return SoftwareFile(
        hub=hub,
        sha256=sha256,
        size=item.size,
        record=item.record,
        name=item.name,
        licence=item.licence,
        since=item.since,
        withdrawn=item.withdrawn,
        state=state,
        signers=_signers(chain, offer),
        as_of=standing.as_of,
        age_days=standing.days,
        is_old=standing.is_old,
        expires=offer.expires.isoformat(),
        is_here=is_here,
    )


def _signers(chain: Chain | None, offer: Offer) -> list[SignerView]:
    """Return those signers whose keys count now."""
    hub = offer.list.hub
    secretariat = chain.publishers().get(CENTRE, {}) if chain is not None else {}
    current = sorted(offer.signers & signing_keys(chain, hub).keys())
    return [SignerView(key, CENTRE if key in secretariat else hub) for key in current]
