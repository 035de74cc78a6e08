"""Lists of shared software in an edition: those that count, and those that wait for a second signature.

Invariant: a list is named by the SHA-256 of its content and counts by its own signatures alone, whatever else stands in
the edition.
"""

from __future__ import annotations

import msgspec

from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.installers import SignedList, all_lists, take_list
from hubdesk.catalogue.trust import held_chain
from hubdesk.errors import HubDeskError, StorageFailure, Untrusted
from hubdesk.packages import layout
from hubdesk.packages.bag import Bag
from hubdesk.packages.batches import FalseParcel
from hubdesk.packages.manifest import damaged
from hubdesk.packages.target import Target
from hubdesk.trust.installers import LARGEST_LIST, LARGEST_ROLE, pack_list, unpack_list

_LARGEST = LARGEST_LIST + LARGEST_ROLE + 4_096
_MOST = 512
"""Lists that are looked at: two for each hub."""


def write_lists(connection: Connection, target: Target) -> None:
    """Write every list that is known here."""
    for item in all_lists(connection):
        content = msgspec.msgpack.encode([item.hub, pack_list(item.content, item.role)])
        name = layout.carried_name(layout.SOFTWARE, content)
        if not target.has(name):
            target.write(name, [content])


def take_lists(bag: Bag, database: Database) -> list[FalseParcel]:
    """Take in the lists of an edition, after its metadata; return what was wrong. Raises StorageFailure.

    One that is no newer than what is held is no fault: the edition may be old.
    """
    problems = []
    names = [name for name in bag.names if name.startswith(layout.SOFTWARE)]
    for name in names[:_MOST]:
        try:
            arrived = _read(bag, name)
            with database.write() as connection:
                take_list(connection, held_chain(connection), arrived, pass_on=True)
        except StorageFailure:
            raise
        except HubDeskError as error:
            if error.code != "installers-older":
                problems.append(FalseParcel(name, error.code, error.data))
    return problems


def _read(bag: Bag, name: str) -> SignedList:
    content = bag.read(name, _LARGEST)
    if layout.carried_name(layout.SOFTWARE, content) != name:
        raise damaged(name, "not named by its hash")
    try:
        hub, packed = msgspec.msgpack.decode(content, type=tuple[str, bytes])
    except msgspec.DecodeError as error:
        raise Untrusted("installers-broken", hub="") from error
    return SignedList(hub, *unpack_list(packed, hub))
