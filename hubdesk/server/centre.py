"""A trial Centre: its folder, its keys, and the root and targets that say who publishes for which hub.

Invariant: targets.json changes only together with the admission that is the reason, in one transaction, its version
growing by one.
"""

from __future__ import annotations

import os
import secrets
import threading
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput, StorageFailure
from hubdesk.model.record import Revision
from hubdesk.server import tables
from hubdesk.server.database import FILE, Database
from hubdesk.server.publications import Publishers, Publishing
from hubdesk.server.refusal import Refusal
from hubdesk.server.states import PastState, newest, nodes_after
from hubdesk.state.delta import make_delta
from hubdesk.state.head import FORMAT, Head
from hubdesk.sync.wire import Publication
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.centre import read_centre, root_hash, write_root, write_targets
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey

HUBS = ("latam", "southern-africa", "ict-governance", "open-data")
MOST_PUBLISHERS = 8
"""Publishing keys of one hub."""
_KEYS = "keys"
_document = tables.document.c


class CentreKeys(msgspec.Struct, frozen=True):
    """The keys of a trial Centre. `online`: the server's own; `centre`: publishes for the hub `centre`."""

    root: SigningKey
    targets: SigningKey
    online: SigningKey
    centre: SigningKey


def save_key(folder: Path, name: str, key: SigningKey) -> None:
    """Write a private key into `folder`/keys for its owner alone."""
    place = folder / _KEYS
    place.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(key.private.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())


def load_key(folder: Path, name: str) -> SigningKey:
    """Read a private key; raises BadInput("server-missing" | "server-damaged")."""
    try:
        return SigningKey(bytes.fromhex((folder / _KEYS / name).read_text(encoding="ascii").strip()))
    except OSError as error:
        raise BadInput("server-missing", path=str(folder)) from error
    except ValueError as error:
        raise BadInput("server-damaged", path=str(folder / _KEYS / name)) from error


def load_keys(folder: Path) -> CentreKeys:
    """Read the keys of the Centre in `folder`; raises BadInput("server-missing" | "server-damaged")."""
    return CentreKeys(*(load_key(folder, name) for name in CentreKeys.__struct_fields__))


def create_centre(folder: Path, now: datetime) -> None:
    """Make a trial Centre in an empty or new folder.

    Raises BadInput("server-exists") when one is there, BadInput("folder-not-empty"), StorageFailure.
    """
    if (folder / FILE).exists() or (folder / _KEYS).exists():
        raise BadInput("server-exists", path=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        if any(folder.iterdir()):
            raise BadInput("folder-not-empty", path=str(folder))
        keys = CentreKeys(*(SigningKey.generate() for _ in CentreKeys.__struct_fields__))
        root = write_root(keys.root, keys.targets, keys.online, now)
        publishers: dict[str, list[bytes]] = {hub: [] for hub in HUBS}
        targets = write_targets(1, publishers | {CENTRE: [keys.centre.public]}, keys.targets, now)
        (folder / "root.json").write_bytes(root)
        (folder / "targets.json").write_bytes(targets)
        for name in CentreKeys.__struct_fields__:
            save_key(folder, name, getattr(keys, name))
        database = Database(folder)
        database.create()
        with database.write() as connection:
            names = [f"{hub}/{audience}" for hub in HUBS for audience in ("public", "members")]
            rows = [{"name": name} for name in sorted([*names, f"{CENTRE}/public"])]
            connection.execute(insert(tables.collection), rows)
            for name, content in (("root", root), ("targets", targets), ("token", secrets.token_bytes(32))):
                _add_document(connection, name, 1, content)
        database.close()
    except OSError as error:
        raise StorageFailure("storage", path=str(folder), reason=error.strerror or "") from error


def _add_document(connection: Connection, name: str, version: int, content: bytes) -> None:
    connection.execute(insert(tables.document).values(name=name, version=version, content=content))


def read_document(connection: Connection, name: str) -> tuple[int, bytes]:
    """Return (version, content) of the newest version of a document."""
    query = select(_document.version, _document.content).where(_document.name == name)
    row = connection.execute(query.order_by(_document.version.desc()).limit(1)).one()
    return row.version, row.content


class Centre:
    """The trust of a trial Centre, over the database in `folder`."""

    def __init__(self, folder: Path, keys: CentreKeys, publishing: Publishing) -> None:
        self.keys = keys
        self._folder = folder
        self._publishing = publishing
        self._lock = threading.Lock()
        self._read: tuple[int, Publishers] = (0, {})

    def targets_version(self, connection: Connection) -> int:
        """Return the version of targets.json."""
        query = select(_document.version).where(_document.name == "targets")
        return int(connection.execute(query.order_by(_document.version.desc()).limit(1)).scalar_one())

    def publishers(self, connection: Connection) -> Publishers:
        """Return hub -> key id -> publishing key, as the newest targets.json says."""
        version = self.targets_version(connection)
        with self._lock:
            if self._read[0] != version:
                root = read_document(connection, "root")[1]
                targets = read_document(connection, "targets")[1]
                centre = read_centre(root, targets, expected_root=root_hash(root))
                self._read = (version, centre.publishers())
            return self._read[1]

    def add_publisher(self, connection: Connection, hub: str, public: bytes, now: datetime) -> None:
        """Let a publishing key (32 bytes) sign for `hub`; raises Refusal("publishers-full")."""
        known = {name: list(keys.values()) for name, keys in self.publishers(connection).items()}
        if public in known.setdefault(hub, []):
            return
        if len(known[hub]) >= MOST_PUBLISHERS:
            raise Refusal(403, "publishers-full", hub=hub, most=MOST_PUBLISHERS)
        known[hub].append(public)
        version = self.targets_version(connection) + 1
        _add_document(connection, "targets", version, write_targets(version, known, self.keys.targets, now))

    def copy_targets(self, connection: Connection) -> None:
        """Write the newest targets.json into the folder, for people to read; the database is what counts."""
        fresh = self._folder / "targets.json.new"
        fresh.write_bytes(read_document(connection, "targets")[1])
        fresh.replace(self._folder / "targets.json")

    def publish(
        self, connection: Connection, name: str, revisions: list[Revision], key: SigningKey, now: datetime
    ) -> None:
        """Publish records with a key of the server's own, by the path that every publication takes."""
        standing = newest(connection, name)
        if standing is None:
            raise BadInput("collection-unknown", name=name)
        nodes, records = nodes_after(connection, standing, revisions)
        head = Head(
            format=FORMAT,
            collection=name,
            version=standing.version + 1,
            root=nodes.root().hex(),
            records=records,
            previous=standing.root.hex(),
            time=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        delta = make_delta(PastState(connection, standing.number, standing.version), revisions)
        publication = Publication(head=sign_head(head, key), delta=delta)
        self._publishing.publish(connection, publication, name, self.publishers(connection))
