"""The sample content, published into a new trial Centre by the path that every publication takes.

Invariant: the heads over it are signed by keys that targets.json names, one trial key for each hub, kept in the
server's folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from hubdesk.model.record import Revision, new_salt, write_revision
from hubdesk.model.sample import SampleRecord
from hubdesk.server.centre import load_key, save_key
from hubdesk.server.policy import hub_of
from hubdesk.server.references import note_blob
from hubdesk.server.sqlite_store import SqliteStore
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.keys import SigningKey

_PIECE = 1024 * 1024


def publish_sample(store: SqliteStore, folder: Path, records: tuple[SampleRecord, ...]) -> None:
    """Publish sample records into the Centre in `folder`; raises HubDeskError, then nothing was published."""
    now = store.now()
    at = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    collections: dict[str, list[Revision]] = defaultdict(list)
    files: dict[bytes, int] = {}
    for record in records:
        for path in record.files:
            sha256, size = store.blobs.keep(_pieces(path))
            files[sha256] = size
        collections[record.collection].append(
            write_revision(
                record.id,
                record.kind,
                by=store.centre.keys.online.id,
                at=at,
                parents=[],
                fields=record.fields,
                salt=new_salt() if store.kinds.of(record.kind).erasable else "",
            )
        )
    with store.database.write() as connection:
        for sha256, size in files.items():
            note_blob(connection, sha256, size, at)
        for name in sorted(collections):
            key = _key_of(store, connection, folder, hub_of(name))
            store.centre.publish(connection, name, collections[name], key, now)
        store.centre.copy_documents(connection)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _key_of(store: SqliteStore, connection: Connection, folder: Path, hub: str) -> SigningKey:
    """Return the trial publishing key of a hub, made and delegated when it is first needed."""
    if hub == CENTRE and store.centre.keys.centre is not None:
        return store.centre.keys.centre
    name = f"sample-{hub}"
    if not (folder / "keys" / name).exists():
        save_key(folder, name, SigningKey.generate())
    key = load_key(folder, name)
    store.centre.add_publisher(connection, hub, key.public, store.now())
    return key
