"""The desks that were admitted, and what each may do.

Invariant: a desk's counter only grows, so that an exchange that was listened to cannot be sent again.
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.model.identity import digest
from hubdesk.server import tables
from hubdesk.server.refusal import Refusal
from hubdesk.sync.wire import EXCHANGE_SIGNED_AS, Admission, Request
from hubdesk.trust.admission import Statement
from hubdesk.trust.keys import check_signature


class Member(msgspec.Struct, frozen=True):
    """A desk and its roles (hub -> role)."""

    id: str
    sign: bytes
    counter: int
    roles: dict[str, str]


def find_member(connection: Connection, desk: str) -> Member:
    """Return an admitted desk; raises Refusal("desk-unknown")."""
    row = connection.execute(
        select(tables.desk.c.sign, tables.desk.c.counter).where(tables.desk.c.id == desk)
    ).one_or_none()
    if row is None:
        raise Refusal(403, "desk-unknown")
    return Member(desk, row.sign, row.counter, roles_of(connection, desk))


def roles_of(connection: Connection, desk: str) -> dict[str, str]:
    """Return hub -> role of a desk."""
    admission = tables.admission.c
    rows = connection.execute(select(admission.hub, admission.role).where(admission.desk == desk))
    return {row.hub: row.role for row in rows}


def check_request(member: Member, request: Request, server_key: bytes) -> None:
    """Raise Untrusted("signature") or Refusal("counter") unless the exchange is this desk's own and new."""
    statement = EXCHANGE_SIGNED_AS + server_key + request.counter.to_bytes(8, "big") + digest(request.body)
    check_signature(member.sign, request.signature, statement)
    if request.counter <= member.counter:
        raise Refusal(409, "counter", last=member.counter)


def count_request(connection: Connection, desk: str, counter: int) -> None:
    """Remember the counter of an exchange; raises Refusal("counter") when another was faster."""
    known = tables.desk.c
    counted = connection.execute(
        update(tables.desk).where(known.id == desk, known.counter < counter).values(counter=counter)
    )
    if counted.rowcount != 1:
        last = connection.execute(select(known.counter).where(known.id == desk)).scalar_one()
        raise Refusal(409, "counter", last=last)


def admit(connection: Connection, statement: Statement, signature: bytes) -> None:
    """Note a desk's keys and its role in a hub; a later admission to the same hub takes the earlier one's place."""
    known = insert(tables.desk).values(
        id=statement.desk,
        sign=bytes.fromhex(statement.sign),
        receive=statement.receive,
        publish=bytes.fromhex(statement.publish),
        counter=0,
        since=statement.since,
    )
    values = {"publish": known.excluded.publish} if statement.publish else {"since": tables.desk.c.since}
    connection.execute(known.on_conflict_do_update(index_elements=["id"], set_=values))
    admitted = insert(tables.admission).values(
        desk=statement.desk,
        hub=statement.hub,
        role=statement.role,
        body=statement.body(),
        signature=signature,
    )
    fresh = {name: admitted.excluded[name] for name in ("role", "body", "signature")}
    connection.execute(admitted.on_conflict_do_update(index_elements=["desk", "hub"], set_=fresh))


def admission_of(connection: Connection, desk: str, hub: str) -> Admission | None:
    """Return the signed admission of a desk to a hub."""
    admission = tables.admission.c
    row = connection.execute(
        select(admission.body, admission.signature).where(admission.desk == desk, admission.hub == hub)
    ).one_or_none()
    return None if row is None else Admission(row.body, row.signature)
