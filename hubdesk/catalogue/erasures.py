"""Which records were erased, and taking what the tables hold of them.

Invariant: of an erased record the id, hashes and the reason stay, and not a word. What is noted as owed is forgotten
only when it was carried out (catalogue/erasing.py), so that a kill or a full disk leaves it owed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, func, inspect, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from hubdesk.catalogue import lineage, tables
from hubdesk.model import canonical
from hubdesk.model.identity import id_bytes, id_from_bytes
from hubdesk.model.record import Revision, read_revision

DONE, COPIES, CONTENT, UNSEEN = 0, 1, 2, 3
"""What is owed: nothing; copies of the catalogue may hold it; the catalogue too; it was never shown here, and may yet
have come in some other way."""
_TABLE = tables.erasure
_MANY = 500
_HASH = 32
_FILE = re.compile(rb'"sha256":"([0-9a-f]{64})"')


def note(
    connection: Connection,
    collection: int,
    reasons: Mapping[bytes, str],
    at: str,
    *,
    notice: str | None = None,
    seen: bool = True,
) -> None:
    """Remember records (id -> reason code) as erased, and that this has to be carried out. `notice`: the id of the
    notice that says so, None for their hub; `seen`: something of them was here."""
    owed = CONTENT if seen else UNSEEN
    for record_id, reason in reasons.items():
        row = {"collection": collection, "id": record_id, "reason": reason, "at": at, "notice": notice}
        fresh = {"reason": reason, "notice": notice, "owed": owed}
        statement = insert(_TABLE).values(**row, blobs=b"", owed=owed)
        connection.execute(statement.on_conflict_do_update(["collection", "id"], set_=fresh))


def among(connection: Connection, collection: int, ids: Iterable[bytes]) -> dict[bytes, Any]:
    """Return the rows of those of these records (16 bytes) that were erased, by id."""
    here = _TABLE.c.collection == collection
    found: dict[bytes, Any] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), _MANY):
        some = _TABLE.c.id.in_(wanted[start : start + _MANY])
        found |= {row.id: row for row in connection.execute(select(_TABLE).where(here, some))}
    return found


def reason_of(connection: Connection, record_id: bytes, collection: int | None = None) -> str | None:
    """Return why a record was erased, in a collection or anywhere; None where it was not."""
    query = select(_TABLE.c.reason).where(_TABLE.c.id == record_id)
    if collection is not None:
        query = query.where(_TABLE.c.collection == collection)
    return connection.scalar(query.limit(1))


def still_said(connection: Connection, collection: str, contents: Iterable[Revision]) -> list[Revision]:
    """Return those of `contents`, which came for a collection, whose record was not erased in it."""
    number = connection.scalar(
        select(tables.collection.c.number).where(tables.collection.c.name == collection)
    )
    found = list(contents)
    erased = among(connection, number or 0, [id_bytes(item.content.id) for item in found])
    return [item for item in found if id_bytes(item.content.id) not in erased]


def is_any_of(connection: Connection, ids: Iterable[bytes]) -> bool:
    """Tell whether one of these records (16 bytes) was erased, in whatever collection."""
    return any(reason_of(connection, record_id) is not None for record_id in ids)


def is_any_in(connection: Connection, collection: int) -> bool:
    """Tell whether a record of a collection was erased."""
    return (
        connection.scalar(select(_TABLE.c.id).where(_TABLE.c.collection == collection).limit(1)) is not None
    )


def forget(connection: Connection, collection: int, ids: Iterable[bytes]) -> None:
    """Forget that records were erased by their hub: it signed something else."""
    for record_id in ids:
        here = (_TABLE.c.collection == collection) & (_TABLE.c.id == record_id)
        connection.execute(delete(_TABLE).where(here, _TABLE.c.notice.is_(None)))


def is_any_owed(connection: Connection) -> bool:
    """Tell whether an erasure has still to be carried out."""
    return connection.scalar(select(_TABLE.c.owed).where(_TABLE.c.owed != DONE).limit(1)) is not None


def take_down(connection: Connection, collection: int, ids: Iterable[bytes]) -> None:
    """Remove all that waits, is being written or was put aside of erased records. Inside `Layers.changing`."""
    record, proposal = tables.record, tables.proposal
    for record_id in ids:
        proposed = (proposal.c.collection == collection) & (proposal.c.id == record_id)
        connection.execute(delete(proposal).where(proposed))
        here = (record.c.collection == collection) & (record.c.id == record_id)
        number = connection.scalar(select(record.c.number).where(here))
        if number is None:
            continue
        drafted = connection.scalar(select(tables.draft.c.fields).where(tables.draft.c.record == number))
        if drafted is not None:  # its words go now: which files they named must be known later
            named = b"".join(bytes.fromhex(name.decode()) for name in _FILE.findall(drafted))
            erased = (_TABLE.c.collection == collection) & (_TABLE.c.id == record_id)
            named += connection.scalar(select(_TABLE.c.blobs).where(erased)) or b""
            connection.execute(update(_TABLE).where(erased).values(blobs=named))
        for table in (tables.draft, tables.outbox, tables.clash, tables.binned, tables.download):
            connection.execute(delete(table).where(table.c.record == number))
        connection.execute(update(record).where(here).values(pending=None, accepted=None))


def clear(connection: Connection, *, copies: bool) -> None:
    """Delete the words of erased records from the tables. `copies`: there are other catalogues in the profile, in
    which there may be more than was ever in this one."""
    owing = connection.execute(select(_TABLE).where(_TABLE.c.owed.in_((CONTENT, UNSEEN)))).all()
    if not owing:
        return
    connection.exec_driver_sql("PRAGMA secure_delete=ON")
    doomed, files = _words_of(connection, {row.id for row in owing}, _spared(connection, owing))
    for row in owing:
        files.setdefault(row.id, set()).update(_hashes(row.blobs))
        carries = connection.execute(delete(tables.carried).where(_carrying(connection, row))).rowcount
        is_new = row.owed == UNSEEN and not carries and not doomed.get(row.id) and not files[row.id]
        files[row.id] = set() if is_new else files[row.id]
        here = (_TABLE.c.collection == row.collection) & (_TABLE.c.id == row.id)
        owed = DONE if is_new and not copies else COPIES
        connection.execute(update(_TABLE).where(here).values(owed=owed))
    numbers = [number for found in doomed.values() for number in found]
    for start in range(0, len(numbers), _MANY):
        some = tables.revision.c.number.in_(numbers[start : start + _MANY])
        connection.execute(delete(tables.revision).where(some))
    _clear_files(connection, files)


def _carrying(connection: Connection, row: Any) -> ColumnElement[bool]:
    """Return the condition for parcels with words of a record: its id stands plainly in a batch; what a publication
    changes in its collection stands packed."""
    table = tables.collection.c
    name = connection.scalar(select(table.name).where(table.number == row.collection)) or ""
    head = b'"collection":' + canonical.encode(name)
    carried = tables.carried.c
    publishes = and_(carried.kind == "publication", func.instr(carried.content, head) > 0)
    return or_(func.instr(carried.content, row.id) > 0, publishes)


def _spared(connection: Connection, owing: Iterable[Any]) -> set[bytes]:
    """Return the revisions of the same ids that stand in other collections, where they were not erased."""
    table = tables.record.c
    spared: set[bytes] = set()
    for row in owing:
        query = select(table.number, table.confirmed, table.pending, table.accepted, table.collection)
        for other in connection.execute(query.where(table.id == row.id, table.collection != row.collection)):
            if among(connection, other.collection, [row.id]):
                continue
            layers = [
                value for value in (other.confirmed, other.pending, other.accepted) if value is not None
            ]
            layers += _named_by(connection, other.number)
            spared |= lineage.ancestors(connection, *layers).keys()
    return spared


def _named_by(connection: Connection, number: int) -> Iterator[bytes]:
    for table in (tables.draft, tables.outbox, tables.clash, tables.binned):
        for row in connection.execute(select(table).where(table.c.record == number)):
            yield from (value for value in row if isinstance(value, bytes) and len(value) == _HASH)


def _words_of(
    connection: Connection, ids: set[bytes], spared: set[bytes]
) -> tuple[dict[bytes, list[int]], dict[bytes, set[bytes]]]:
    """Return the numbers of the revisions of records that have words, and the files these name, by id."""
    doomed: dict[bytes, list[int]] = {}
    files: dict[bytes, set[bytes]] = {}
    by_text = {id_from_bytes(raw).encode(): raw for raw in ids}
    naming = re.compile(b'"id":"(?:' + b"|".join(sorted(by_text)) + b')"')
    for row in _every_revision(connection):
        if row.hash in spared or naming.search(row.canonical) is None:
            continue
        content = read_revision(row.canonical).content
        raw = by_text.get(content.id.encode())
        if raw is not None and content.erased is None:
            doomed.setdefault(raw, []).append(row.number)
            files.setdefault(raw, set()).update(map(_unhex, _FILE.findall(row.canonical)))
    return doomed, files


def _every_revision(connection: Connection) -> Iterator[Any]:
    query = select(tables.revision.c.number, tables.revision.c.hash, tables.revision.c.canonical)
    with connection.execute(query, execution_options={"yield_per": 200}) as rows:
        yield from rows


def _clear_files(connection: Connection, files: Mapping[bytes, set[bytes]]) -> None:
    """Note which files go with erased records: those that nothing else here names. Their rows go now."""
    gone = set().union(*files.values())
    if gone:
        for row in _every_revision(connection):
            gone -= set(map(_unhex, _FILE.findall(row.canonical)))
        for fields in connection.scalars(select(tables.draft.c.fields)):
            gone -= set(map(_unhex, _FILE.findall(fields)))
    for record_id, named in files.items():
        kept = b"".join(sorted(named & gone))
        connection.execute(update(_TABLE).where(_TABLE.c.id == record_id).values(blobs=kept))
    for sha256 in gone:
        for table in (tables.upload, tables.download, tables.blob):
            connection.execute(delete(table).where(table.c.sha256 == sha256))


def files_to_remove(connection: Connection) -> set[bytes]:
    """Return the SHA-256 of the files that go with what is owed."""
    packed = connection.scalars(select(_TABLE.c.blobs).where(_TABLE.c.owed == COPIES))
    gone = {value for blobs in packed for value in _hashes(blobs)}
    # Attached again since: then somebody wants it for another record.
    return gone - set(connection.scalars(select(tables.blob.c.sha256)))


def settle(connection: Connection) -> None:
    """Everything that was owed is carried out, but for what was noted since."""
    connection.execute(update(_TABLE).where(_TABLE.c.owed == COPIES).values(owed=DONE, blobs=b""))


def hashes_without_words(connection: Connection) -> set[bytes]:
    """Return the hashes of confirmed revisions whose words were erased and need not be here; none in a copy of a time
    when nothing could be erased."""
    if not inspect(connection).has_table(_TABLE.name):
        return set()
    record = tables.record.c
    same = and_(record.collection == _TABLE.c.collection, record.id == _TABLE.c.id)
    layers = select(record.confirmed).join_from(tables.record, _TABLE, same)
    return {value for value in connection.scalars(layers) if value is not None}


def _hashes(packed: bytes) -> set[bytes]:
    return {packed[start : start + _HASH] for start in range(0, len(packed), _HASH)}


def _unhex(name: bytes) -> bytes:
    return bytes.fromhex(name.decode())
