"""The desks that were admitted, and what each may do.

Invariant: a desk's counter only grows, so that an exchange that was listened to cannot be sent again.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.model.identity import digest, is_hash
from hubdesk.model.record import Revision
from hubdesk.server import tables
from hubdesk.server.refusal import Refusal
from hubdesk.sync.wire import EXCHANGE_SIGNED_AS, Admission, Request
from hubdesk.trust.admission import Statement
from hubdesk.trust.keys import check_signature

REVOCATION = "revocation"
"""The kind of the records of `centre/public` that say which desk or key counts no more."""


class Member(msgspec.Struct, frozen=True):
    """A desk and its roles (hub -> role)."""

    id: str
    sign: bytes
    counter: int
    roles: dict[str, str]


def find_member(connection: Connection, desk: str) -> Member:
    """Return an admitted desk; raises Refusal("desk-unknown" | "desk-revoked")."""
    row = connection.execute(
        select(tables.desk.c.sign, tables.desk.c.counter).where(tables.desk.c.id == desk)
    ).one_or_none()
    if row is None:
        raise Refusal(403, "desk-unknown")
    check_not_revoked(connection, desk)
    return Member(desk, row.sign, row.counter, roles_of(connection, desk))


def check_not_revoked(connection: Connection, desk: str) -> None:
    """Raise Refusal("desk-revoked") for a desk that counts no more."""
    query = select(tables.revocation.c.at).where(tables.revocation.c.desk == desk)
    at = connection.execute(query).scalar_one_or_none()
    if at is not None:
        raise Refusal(403, "desk-revoked", at=at)


def note_revocations(connection: Connection, revisions: Iterable[Revision]) -> None:
    """Let the desks count no more that published records of the Centre revoke, until such a record is withdrawn."""
    table = tables.revocation
    for revision in revisions:
        if revision.content.kind != REVOCATION:
            continue
        record = revision.content.id
        connection.execute(delete(table).where(table.c.record == record))
        desk = (revision.content.fields or {}).get("desk")
        if isinstance(desk, str) and is_hash(desk):
            reason = str((revision.content.fields or {}).get("reason", ""))
            row = {"record": record, "desk": desk, "at": revision.content.at, "reason": reason}
            connection.execute(insert(table).values(row))


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


def note_request(connection: Connection, statement: Statement) -> None:
    """Remember a desk that waits for the Secretariat."""
    row = {"desk": statement.desk, "hub": statement.hub, "content": statement.body()}
    added = insert(tables.request).values(row)
    connection.execute(
        added.on_conflict_do_update(index_elements=["desk", "hub"], set_={"content": row["content"]})
    )


def forget_request(connection: Connection, statement: Statement) -> None:
    """A desk waits no more."""
    table = tables.request
    which = (table.c.desk == statement.desk) & (table.c.hub == statement.hub)
    connection.execute(delete(table).where(which))


def requests(connection: Connection) -> list[Statement]:
    """Return the desks that wait, as they would be admitted."""
    query = select(tables.request.c.content).order_by(tables.request.c.hub, tables.request.c.desk)
    return [msgspec.json.decode(content, type=Statement) for content in connection.execute(query).scalars()]
