"""Shared software at the hub: lists that wait for a second signature, and those that count.

Invariant: a list is kept when a key that may sign it did; it becomes part of the Centre's metadata with the threshold of
them, and never an older one in the place of a newer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import HubDeskError
from hubdesk.server import tables
from hubdesk.sync.wire import Published, SentInstallers
from hubdesk.trust.chain import INSTALLERS, Chain
from hubdesk.trust.installers import Offer, joined, pack_list, read_offer, unpack_list

_T = tables.installer_list.c


class Installers:
    """The lists of all hubs. `chain` gives who may sign; `replace_role` makes a role's document part of the metadata."""

    def __init__(
        self,
        chain: Callable[[Connection], Chain],
        replace_role: Callable[[Connection, str, bytes], None],
    ) -> None:
        self._chain = chain
        self._replace_role = replace_role

    def take(self, connection: Connection, sent: Sequence[SentInstallers]) -> list[Published]:
        """Take in lists, whoever brings them: their signatures count. Say of each, by hub, what became of it: "",
        "outdated", or why not."""
        return [Published(collection=item.hub, code=self._taken_apart(connection, item)) for item in sent]

    def news(self, connection: Connection, after: int) -> list[SentInstallers]:
        """Return the lists that changed after this number, the oldest change first.

        A number that was never given is of a server that was lost: then all of them.
        """
        newest = connection.scalar(select(func.max(_T.number))) or 0
        query = select(tables.installer_list).where(_T.number > (after if after <= newest else 0))
        return [
            SentInstallers(
                hub=row.hub, packed=pack_list(row.content, row.role), number=row.number, is_offer=row.is_offer
            )
            for row in connection.execute(query.order_by(_T.number))
        ]

    def _taken_apart(self, connection: Connection, sent: SentInstallers) -> str:
        """Take one in so that nothing is left of it where it is refused half-way."""
        savepoint = connection.begin_nested()
        try:
            code = self._taken(connection, sent)
        except HubDeskError as error:
            code = error.code
        if code:
            savepoint.rollback()
        else:
            savepoint.commit()
        return code

    def _taken(self, connection: Connection, sent: SentInstallers) -> str:
        role = self._chain(connection).installers().get(sent.hub)
        if role is None:
            return "not-a-signer"
        content, document = unpack_list(sent.packed, sent.hub)
        offer = read_offer(content, document, sent.hub, role.keys)
        waiting = self._row(connection, sent.hub, is_offer=True)
        if waiting is not None and waiting.version == offer.version and waiting.content == content:
            offer = read_offer(content, joined(document, waiting.role), sent.hub, role.keys)
        elif waiting is not None and waiting.version >= offer.version:
            return "outdated"
        standing = self._row(connection, sent.hub, is_offer=False)
        if standing is not None and standing.version >= offer.version:
            return "outdated"
        if len({role.keys[key] for key in offer.signers}) < role.threshold:
            self._keep(connection, offer, is_offer=True)
            return ""
        self._replace_role(connection, sent.hub + INSTALLERS, offer.role)
        self._keep(connection, offer, is_offer=False)
        connection.execute(delete(tables.installer_list).where((_T.hub == sent.hub) & _T.is_offer))
        return ""

    def _row(self, connection: Connection, hub: str, *, is_offer: bool) -> Any:
        query = select(tables.installer_list).where((_T.hub == hub) & (_T.is_offer == is_offer))
        return connection.execute(query).one_or_none()

    def _keep(self, connection: Connection, offer: Offer, *, is_offer: bool) -> None:
        row = {
            "number": (connection.scalar(select(func.max(_T.number))) or 0) + 1,
            "hub": offer.list.hub,
            "is_offer": is_offer,
            "version": offer.version,
            "content": offer.content,
            "role": offer.role,
        }
        statement = insert(tables.installer_list).values(row)
        connection.execute(statement.on_conflict_do_update(["hub", "is_offer"], set_=row))
