"""A Centre at its server: the folder, the keys that lie there, and who publishes for which hub.

Invariant: a trial Centre has every key in its folder, and its targets change only together with the admission or
revocation that is the reason, in one transaction; a real one has the server's own key and changes none of it.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from hubdesk.errors import BadInput, StorageFailure, Untrusted
from hubdesk.model.identity import new_id
from hubdesk.model.record import Revision, write_revision
from hubdesk.server import tables
from hubdesk.server.database import FILE, Database
from hubdesk.server.metadata import Metadata, newest_version
from hubdesk.server.publications import Publishers, Publishing
from hubdesk.server.refusal import Refusal
from hubdesk.server.states import PastState, newest, newest_heads, nodes_after
from hubdesk.state.delta import make_delta
from hubdesk.state.head import FORMAT, Head
from hubdesk.sync.wire import Publication
from hubdesk.trust.admission import CENTRE
from hubdesk.trust.bundle import Bundle
from hubdesk.trust.ceremonies import MOST_PUBLISHERS, next_root, next_targets
from hubdesk.trust.chain import ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from hubdesk.trust.heads import sign_head
from hubdesk.trust.keys import SigningKey

HUBS = ("latam", "southern-africa", "ict-governance", "open-data")
PUBLIC = f"{CENTRE}/public"
ADMISSION = "admission"
"""The kind of the records that say who coordinates."""
ONLINE = "online"
_KEYS = "keys"
_document = tables.document.c


class CentreKeys(msgspec.Struct, frozen=True, kw_only=True):
    """The keys in the folder of a Centre. `online`: the server's own; only a trial Centre has the others there too, of
    which `centre` publishes for the hub `centre`."""

    online: SigningKey
    root: SigningKey | None = None
    targets: SigningKey | None = None
    centre: SigningKey | None = None

    @property
    def trial(self) -> bool:
        """Whether this is a trial Centre."""
        return self.targets is not None


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
    names = [name for name in CentreKeys.__struct_fields__ if (folder / _KEYS / name).exists()]
    return CentreKeys(**{name: load_key(folder, name) for name in {ONLINE, *names}})


def create_centre(folder: Path, now: datetime) -> None:
    """Make a trial Centre in an empty or new folder.

    Raises BadInput("server-exists") when one is there, BadInput("folder-not-empty"), StorageFailure.
    """
    if (folder / FILE).exists() or (folder / _KEYS).exists():
        raise BadInput("server-exists", path=str(folder))
    try:
        _make_folder(folder)
        made = {name: SigningKey.generate() for name in CentreKeys.__struct_fields__}
        root, targets = _trial_documents(made, now)
        for name, key in made.items():
            save_key(folder, name, key)
        _create(folder, made[ONLINE], [root], targets, now)
    except OSError as error:
        raise StorageFailure("storage", path=str(folder), reason=error.strerror or "") from error


def create_key(folder: Path) -> SigningKey:
    """Make the online key of a server in an empty or new folder, or return the one that it has: root.json names it.

    Raises BadInput("server-exists" | "folder-not-empty"), StorageFailure.
    """
    if (folder / FILE).exists():
        raise BadInput("server-exists", path=str(folder))
    if (folder / _KEYS / ONLINE).exists():
        return load_key(folder, ONLINE)
    try:
        _make_folder(folder)
        key = SigningKey.generate()
        save_key(folder, ONLINE, key)
    except OSError as error:
        raise StorageFailure("storage", path=str(folder), reason=error.strerror or "") from error
    return key


def open_centre(folder: Path, roots: list[bytes], targets: bytes, now: datetime) -> None:
    """Make the server of a Centre whose keys are elsewhere, in the folder where `create_key` made its own.

    `roots`: from version 1 on. Raises BadInput("server-exists" | "server-missing" | "server-key-elsewhere": the root
    names another server's key), Untrusted as trust/chain.py, StorageFailure.
    """
    if (folder / FILE).exists():
        raise BadInput("server-exists", path=str(folder))
    online = load_key(folder, ONLINE)
    try:
        _create(folder, online, roots, targets, now)
    except Untrusted as error:
        (folder / FILE).unlink(missing_ok=True)
        if error.code == "metadata-unsigned" and error.data.get("role") == TIMESTAMP:
            raise BadInput("server-key-elsewhere", key=online.public.hex()) from error
        raise
    except OSError as error:
        raise StorageFailure("storage", path=str(folder), reason=error.strerror or "") from error


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if any(folder.iterdir()):
        raise BadInput("folder-not-empty", path=str(folder))


def _trial_documents(keys: Mapping[str, SigningKey], now: datetime) -> tuple[bytes, bytes]:
    online = keys[ONLINE].public
    publics = {
        ROOT: [keys[ROOT].public],
        TARGETS: [keys[TARGETS].public],
        SNAPSHOT: [online],
        TIMESTAMP: [online],
    }
    root = next_root(None, publics, {}, [keys[ROOT]], now)
    publishers: dict[str, list[bytes]] = {hub: [] for hub in HUBS} | {CENTRE: [keys[CENTRE].public]}
    return root, next_targets(None, publishers, [keys[TARGETS]], now)


def _create(folder: Path, online: SigningKey, roots: list[bytes], targets: bytes, now: datetime) -> None:
    """Make the database over a Centre's root and targets, with collections for the hubs that these name."""
    database = Database(folder)
    database.create()
    with database.write() as connection:
        metadata = Metadata(online)
        metadata.begin(connection, roots, targets, now)
        chain = metadata.chain(connection)
        connection.execute(
            insert(tables.document).values(name="token", version=1, content=secrets.token_bytes(32))
        )
    database.close()
    _write_copies(folder, chain.bundle)


def _write_copies(folder: Path, bundle: Bundle) -> None:
    """Write the newest root and targets into the folder, for people to read; the database is what counts."""
    for name, content in (("root.json", bundle.roots[-1]), ("targets.json", bundle.targets)):
        fresh = folder / f"{name}.new"
        fresh.write_bytes(content)
        fresh.replace(folder / name)


def read_document(connection: Connection, name: str) -> tuple[int, bytes]:
    """Return (version, content) of the newest version of a document."""
    query = select(_document.version, _document.content).where(_document.name == name)
    row = connection.execute(query.order_by(_document.version.desc()).limit(1)).one()
    return row.version, row.content


class Centre:
    """Who publishes for which hub, over the metadata of a Centre whose folder this is."""

    def __init__(self, folder: Path, keys: CentreKeys, metadata: Metadata, publishing: Publishing) -> None:
        self.keys = keys
        self.metadata = metadata
        self._folder = folder
        self._publishing = publishing

    def publishers(self, connection: Connection) -> Publishers:
        """Return hub -> key id -> publishing key, as the newest targets.json says."""
        return self.metadata.chain(connection).publishers()

    def add_publisher(self, connection: Connection, hub: str, public: bytes, now: datetime) -> None:
        """Let a publishing key (32 bytes) sign for `hub` of a trial Centre; raises Refusal("publishers-full")."""
        known = self.publishers(connection).get(hub, {}).values()
        if public in known:
            return
        if len(known) >= MOST_PUBLISHERS:
            raise Refusal(403, "publishers-full", hub=hub, most=MOST_PUBLISHERS)
        self._change_publishers(connection, {hub: [*known, public]}, now)

    def drop_publishers(self, connection: Connection, publics: Iterable[bytes], now: datetime) -> list[str]:
        """Let publishing keys (32 bytes each) sign for no hub of a trial Centre any more; return the hubs concerned."""
        gone = set(publics)
        changed = {
            hub: [public for public in keys.values() if public not in gone]
            for hub, keys in self.publishers(connection).items()
            if gone.intersection(keys.values())
        }
        if changed:
            self._change_publishers(connection, changed, now)
        return sorted(changed)

    def _change_publishers(
        self, connection: Connection, changed: dict[str, list[bytes]], now: datetime
    ) -> None:
        if self.keys.targets is None:
            raise BadInput("not-a-trial")
        chain = self.metadata.chain(connection)
        publishers = {hub: list(keys.values()) for hub, keys in chain.publishers().items()} | changed
        targets = next_targets(chain.bundle.targets, publishers, [self.keys.targets], now)
        self.metadata.add(connection, now, targets=targets)

    def copy_documents(self, connection: Connection) -> None:
        """Write the newest root and targets into the folder, for people to read; the database is what counts."""
        _write_copies(self._folder, self.metadata.whole(connection))

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
        self.take(connection, Publication(head=sign_head(head, key), delta=delta), key, now)

    def announce(self, connection: Connection, kind: str, fields: dict[str, Any], now: datetime) -> None:
        """Publish a record about desks in `centre/public` of a trial Centre. Raises BadInput("not-a-trial")."""
        if self.keys.centre is None:
            raise BadInput("not-a-trial")
        record = write_revision(
            new_id(),
            kind,
            by=self.keys.online.id,
            at=now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            parents=[],
            fields=fields,
        )
        self.publish(connection, PUBLIC, [record], self.keys.centre, now)

    def take(self, connection: Connection, publication: Publication, key: SigningKey, now: datetime) -> None:
        """Make a head that was signed here the newest, with the role that lists it, signed with the same key."""
        from hubdesk.trust.roles import heads_listed, next_version, write_listing

        name = publication.head.head().collection
        hub = name.partition("/")[0]
        self._publishing.publish(connection, publication, name, self.publishers(connection))
        version = next_version(newest_version(connection, hub), now)
        listed = heads_listed(newest_heads(connection, hub))
        self._publishing.take_role(connection, hub, write_listing(version, listed, [key], now))
