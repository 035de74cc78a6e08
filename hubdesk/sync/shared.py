"""Lists of shared software on their way between a desk and a hub.

Invariant: a list counts by its own signatures; the number of the last change is only kept once everything before it was
looked at, so that nothing is missed where an answer was cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from hubdesk.catalogue import facts, installers
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.installers import SignedList
from hubdesk.catalogue.trust import held_chain
from hubdesk.errors import Untrusted
from hubdesk.sync.wire import Down, Published, SentInstallers, Up
from hubdesk.trust.installers import pack_list, unpack_list


def added(connection: Connection, up: Up) -> Up:
    """Return what a desk says, with the lists that it signed or brings and the hub has not got."""
    unsent = [
        SentInstallers(hub=item.hub, packed=pack_list(item.content, item.role))
        for item in installers.unsent_lists(connection)
    ]
    return msgspec.structs.replace(up, installers=unsent) if unsent else up


def parts(database: Database, down: Down) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield (hub, what to do) for each part of an answer that is about shared software; each may raise Untrusted."""
    for told in down.installers:
        yield told.collection, partial(_heard, database, told)
    for item in down.software:
        yield item.hub, partial(_take, database, item)


def passed_on(connection: Connection, up: Up) -> list[SentInstallers]:
    """Return what a relay tells a desk whose number is behind its own: every list, without a number, which is the hub's
    to give."""
    if up.software is None or up.software >= facts.get_number(connection, facts.SOFTWARE):
        return []
    lists = installers.all_lists(connection)
    return [SentInstallers(hub=item.hub, packed=pack_list(item.content, item.role)) for item in lists]


def parts_of_relay(database: Database, down: Down) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield (hub, what to do) for each list that a relay told of. What it says of numbers, or of what became of this
    desk's lists, is not heard. One that is no newer is no fault: the relay cannot know what this desk holds."""
    for item in down.software:
        yield item.hub, partial(_take_if_newer, database, item)


def _take_if_newer(database: Database, item: SentInstallers) -> None:
    try:
        _take(database, msgspec.structs.replace(item, number=0))
    except Untrusted as error:
        if error.code != "installers-older":
            raise


def _heard(database: Database, told: Published) -> None:
    with database.write() as connection:
        installers.note_sent(connection, told.collection)
        if told.code:
            installers.drop_offer(connection, told.collection)
    if told.code and told.code != "outdated":
        raise Untrusted("installers-refused", hub=told.collection, reason=told.code)


def _take(database: Database, item: SentInstallers) -> None:
    with database.write() as connection:
        # A list that cannot be taken would not become better by being sent again.
        if item.number > facts.get_number(connection, facts.SOFTWARE):
            facts.put_number(connection, facts.SOFTWARE, item.number)
    with database.write() as connection:
        arrived = SignedList(item.hub, *unpack_list(item.packed, item.hub))
        installers.take_list(connection, held_chain(connection), arrived)
