"""The lists of shared software as they are kept here: for each hub the one that counts, and the one that waits.

Invariant: a list stands here with the keys by which it was validly signed when it came; what is wrong never gets in.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue.tables import installer_list
from hubdesk.errors import Untrusted
from hubdesk.trust.chain import INSTALLERS, Chain, Role
from hubdesk.trust.installers import Offer, joined, read_list, read_offer

Lists = dict[tuple[str, bool], Offer]
"""(hub, whether it waits for a signature) -> list."""
_T = installer_list.c


class SignedList(Struct, frozen=True):
    """A list on its way: its canonical bytes and the role's document that names it."""

    hub: str
    content: bytes
    role: bytes


def read_lists(connection: Connection) -> Lists:
    """Return every list, as it was verified when it came."""
    return {
        (row.hub, bool(row.is_offer)): Offer(
            list=read_list(row.content, row.hub),
            content=row.content,
            role=row.role,
            version=row.version,
            expires=datetime.fromisoformat(row.expires),
            signers=frozenset(row.signers.split()),
        )
        for row in connection.execute(select(installer_list))
    }


def keep_list(connection: Connection, offer: Offer, *, is_offer: bool, unsent: bool = False) -> None:
    """Keep a verified list in the place of the one before; `unsent`: this desk signed it and the hub has not got it."""
    row = {
        "hub": offer.list.hub,
        "is_offer": int(is_offer),
        "version": offer.version,
        "content": offer.content,
        "role": offer.role,
        "signers": " ".join(sorted(offer.signers)),
        "expires": offer.expires.isoformat(),
        "unsent": int(unsent),
    }
    statement = insert(installer_list).values(row)
    connection.execute(statement.on_conflict_do_update(["hub", "is_offer"], set_=row))


def drop_offer(connection: Connection, hub: str) -> None:
    """Forget the list of a hub that waits."""
    connection.execute(delete(installer_list).where((_T.hub == hub) & (_T.is_offer == 1)))


def unsent_lists(connection: Connection) -> list[SignedList]:
    """Return the lists that this desk signed and the hub has not got."""
    rows = connection.execute(select(installer_list).where(_T.unsent == 1).order_by(_T.hub))
    return [SignedList(row.hub, row.content, row.role) for row in rows]


def note_sent(connection: Connection, hub: str) -> None:
    """Note that the hub heard of what this desk signed."""
    connection.execute(update(installer_list).where(_T.hub == hub).values(unsent=0))


def all_lists(connection: Connection) -> list[SignedList]:
    """Return every list, those that count first, as they travel in an edition."""
    rows = connection.execute(select(installer_list).order_by(_T.is_offer, _T.hub))
    return [SignedList(row.hub, row.content, row.role) for row in rows]


def take_list(
    connection: Connection, chain: Chain | None, arrived: SignedList, *, pass_on: bool = False
) -> None:
    """Take in a list that arrived, by any road: one with enough signatures counts, any other waits for them.

    `pass_on`: it came by another road than the hub's, which may not have it: it is brought there.
    Raises Untrusted("installers-broken" | "installers-unsigned" | "installers-older").
    """
    hub, role = arrived.hub, signing_role(chain, arrived.hub)
    keys = {} if role is None else role.keys
    offer = read_offer(arrived.content, arrived.role, hub, keys)
    is_whole = role is not None and len({keys[key] for key in offer.signers}) >= role.threshold
    lists = read_lists(connection)
    standing, waiting = lists.get((hub, False)), lists.get((hub, True))
    newest = standing.version if standing is not None else 0
    if offer.version < newest or (offer.version == newest and not is_whole):
        raise Untrusted("installers-older", hub=hub)
    if is_whole:
        keep_list(connection, offer, is_offer=False, unsent=pass_on and offer.version > newest)
        if waiting is not None and waiting.version <= offer.version:
            drop_offer(connection, hub)
    elif waiting is None or waiting.version < offer.version:
        keep_list(connection, offer, is_offer=True, unsent=pass_on)
    elif waiting.version == offer.version and waiting.content == offer.content:
        # what this desk signed and has not sent yet stays signed by it
        both = read_offer(offer.content, joined(offer.role, waiting.role), hub, keys)
        keep_list(connection, both, is_offer=True, unsent=both.signers > offer.signers)


def signing_role(chain: Chain | None, hub: str) -> Role | None:
    """Return the role that vouches for a hub's list."""
    return None if chain is None else chain.parts.get(hub + INSTALLERS)


def signing_keys(chain: Chain | None, hub: str) -> dict[str, bytes]:
    """Return the keys that may sign a hub's list: id -> public key (32 bytes)."""
    role = signing_role(chain, hub)
    return {} if role is None else role.keys
