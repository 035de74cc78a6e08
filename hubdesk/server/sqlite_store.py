"""The server's own store: a trial Centre in one folder, assembled once.

Invariant: everything below gets what it needs passed in; the clock too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

import hubdesk
from hubdesk.errors import NotAllowed, NotFound
from hubdesk.model.identity import digest
from hubdesk.model.kind import Kinds
from hubdesk.server import tables
from hubdesk.server.answers import Answers
from hubdesk.server.blobs import BlobFolder
from hubdesk.server.centre import Centre, load_keys, read_document
from hubdesk.server.database import Database
from hubdesk.server.desks import check_not_revoked, requests, roles_of
from hubdesk.server.erasing import Erasing
from hubdesk.server.exchange import Exchange
from hubdesk.server.healing import Healing
from hubdesk.server.invites import make_invite, second_uses
from hubdesk.server.join import Joining
from hubdesk.server.metadata import Metadata, add_collections
from hubdesk.server.others import may_bring
from hubdesk.server.patches import Patches
from hubdesk.server.policy import Policy, may_bring_blobs
from hubdesk.server.publications import Publishing
from hubdesk.server.references import may_fetch, may_fetch_revision, note_blob, unreferenced_bytes
from hubdesk.server.refusal import Refusal
from hubdesk.server.revoking import Revoked, revoke
from hubdesk.server.snapshots import SnapshotMaker
from hubdesk.server.states import collection_names
from hubdesk.server.store import Caller
from hubdesk.server.tokens import Tokens
from hubdesk.sync.wire import Down, Joined
from hubdesk.trust.admission import Statement


class Quotas(msgspec.Struct, frozen=True):
    """Bytes: `blob` of one file; `unpublished` of all that one desk brought and nothing published refers to;
    `free` that must stay free on the disk."""

    blob: int = 2_000_000_000
    unpublished: int = 6_000_000_000
    free: int = 200_000_000


def utc_now() -> datetime:
    """Return the computer's time in UTC."""
    return datetime.now(UTC)


class SqliteStore:
    """The hub in `folder`. `now` gives the time; raises BadInput("server-missing" | "server-newer")."""

    def __init__(
        self, folder: Path, kinds: Kinds, quotas: Quotas | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        keys = load_keys(folder)
        self._quotas = quotas or Quotas()
        self.now = now
        self.database = Database(folder)
        self.database.check()
        self.blobs = BlobFolder(folder)
        self.blobs.tidy(now().timestamp())
        self._patches = Patches(folder, self.database, self.blobs, self._quotas.free)
        self._patches.tidy(now().timestamp())
        self.kinds = kinds
        policy = Policy(kinds)
        metadata = Metadata(keys.online)
        publishing = Publishing(policy, self.blobs, metadata, now, self._quotas.blob)
        self.centre = Centre(folder, keys, metadata, publishing)
        self._complete(metadata)
        self._maker = SnapshotMaker(self.database, self.blobs, self._stamp)
        answers = Answers(self.database, self.blobs, self._maker, self._stamp, self.centre.publishers)
        self.erasing = Erasing(folder, self.database, answers.forget)
        with self.database.read() as connection:
            self._tokens = Tokens(read_document(connection, "token")[1])
        self._healing = Healing(self.database, publishing, answers, self.blobs, self._stamp)
        self._joining = Joining(self.database, self.centre, now)
        self._exchange = Exchange(
            self.database,
            self.centre,
            metadata,
            policy,
            publishing,
            answers,
            self._healing,
            self._tokens,
            self._joining,
            now,
            self._quotas.blob,
        )
        self._uploading = threading.Lock()
        self.erasing.begin()

    def _complete(self, metadata: Metadata) -> None:
        """Make what a folder lacks that an earlier program made: snapshot and timestamp, collections of new hubs."""
        with self.database.read() as connection:
            is_signed = bool(metadata.version(connection))
            hubs = metadata.chain(connection).hubs() if is_signed else []
            known = {name.partition("/")[0] for name in collection_names(connection)}
        if is_signed and known.issuperset(hubs):
            return
        with self.database.write() as connection:
            if is_signed:
                add_collections(connection, hubs)
                return
            root, targets = (read_document(connection, name)[1] for name in ("root", "targets"))
            metadata.begin(connection, [root], targets, self.now())

    def _stamp(self) -> str:
        return self.now().strftime("%Y-%m-%dT%H:%M:%SZ")

    def invite(self, *, url: str, hub: str, role: str) -> str:
        """Return a new invite as one line; raises as invites.make_invite."""
        server_key = self.centre.keys.online.public
        with self.database.write() as connection:
            root = digest(self.centre.metadata.first_root(connection))
            return make_invite(
                connection, url=url, hub=hub, role=role, root=root, server_key=server_key, now=self.now()
            )

    def second_uses(self) -> list[tuple[str, str, str, str]]:
        """Return (role, hub, desk, time) of every attempt to use an invite again."""
        with self.database.read() as connection:
            return second_uses(connection)

    def requests(self) -> list[Statement]:
        """Return the coordinators' desks that wait until the Secretariat admits them."""
        with self.database.read() as connection:
            return requests(connection)

    def revoke(self, name: str, reason: str) -> Revoked:
        """Revoke a desk or a key of a trial Centre by its id, or how that begins; raises as revoking.revoke."""
        with self.database.write() as connection:
            return revoke(connection, self.centre, name, reason, self.now())

    def authenticate(self, packed: bytes) -> Caller:
        """See Store."""
        return Caller(*self._exchange.authenticate(packed))

    def exchange(self, caller: Caller) -> Down:
        """See Store."""
        down = self._exchange.answer(caller.member, caller.up)
        for published in down.published:
            if not published.code:
                self._patches.published(published.collection)
        if caller.up.publications or caller.up.healing or caller.up.carried:
            self.erasing.begin()
        return down

    def join(self, packed: bytes) -> tuple[str, Joined]:
        """See Store."""
        return self._joining.answer(packed)

    def desk_of(self, token: str) -> str:
        """See Store. Raises Refusal("token" | "desk-revoked")."""
        desk = self._tokens.desk_of(token, self.now())
        with self.database.read() as connection:
            check_not_revoked(connection, desk)
        return desk

    def blob(self, desk: str, sha256: bytes) -> Path:
        """See Store. Raises NotFound("blob-unknown"), also where the desk may not know that it exists."""
        with self.database.read() as connection:
            allowed = may_fetch(connection, sha256, roles_of(connection, desk))
        if not allowed or not self.blobs.has(sha256):
            raise NotFound("blob-unknown", sha256=sha256.hex())
        return self.blobs.path(sha256)

    def chunks(self, desk: str, sha256: bytes) -> Path:
        """See Store. Raises NotFound("blob-unknown"), StorageFailure."""
        self.blob(desk, sha256)
        return self.blobs.chunk_list(sha256)

    def patch(self, desk: str, old: bytes, new: bytes, most: int) -> Path:
        """See Store. Raises NotFound("blob-unknown" | "patch-unknown"), Refusal("patch-coming")."""
        for sha256 in (old, new):
            self.blob(desk, sha256)
        return self._patches.find(old, new, most)

    def revision(self, desk: str, revision: bytes) -> bytes:
        """See Store. Raises NotFound("revision-unknown"), also where the desk may not know that it exists."""
        stored = tables.revision.c
        with self.database.read() as connection:
            if may_fetch_revision(connection, revision, roles_of(connection, desk)):
                query = select(stored.canonical).where(stored.hash == revision)
                return bytes(connection.execute(query).scalar_one())
        raise NotFound("revision-unknown", hash=revision.hex())

    def uploaded(self, desk: str, sha256: bytes) -> int:
        """See Store."""
        if self.blobs.has(sha256):
            return self.blobs.path(sha256).stat().st_size
        return self.blobs.uploaded(sha256, desk)

    def check_upload(self, desk: str, sha256: bytes, total: int) -> None:
        """See Store. Raises NotAllowed("role"), Refusal("too-large" | "quota" | "disk-full")."""
        with self.database.read() as connection:
            may = may_bring_blobs(roles_of(connection, desk)) or self._healing.errands.has_one(desk)
            if not (may or may_bring(connection, desk, sha256)):
                raise NotAllowed("role")
            held = unreferenced_bytes(connection, desk)
        if total > self._quotas.blob:
            raise Refusal(413, "too-large", bytes=total, limit=self._quotas.blob)
        coming = total - self.blobs.uploaded(sha256, desk)
        if held + self.blobs.uploading(desk) + coming > self._quotas.unpublished:
            raise Refusal(413, "quota", limit=self._quotas.unpublished)
        if self.blobs.room() - coming < self._quotas.free:
            raise Refusal(507, "disk-full")

    def upload(self, desk: str, sha256: bytes, offset: int, total: int, content: bytes) -> int:
        """See Store. Raises Refusal("offset" | "hash"), StorageFailure."""
        with self._uploading:
            if self.blobs.has(sha256):
                self._note(desk, sha256)
                return self.blobs.path(sha256).stat().st_size
            have = self.blobs.add(sha256, desk, offset, content)
            if have >= total:
                self.blobs.finish(sha256, desk)
                self._note(desk, sha256)
            return have

    def _note(self, desk: str, sha256: bytes) -> None:
        size = self.blobs.path(sha256).stat().st_size
        with self.database.write() as connection:
            note_blob(connection, sha256, size, self._stamp(), desk)
        self._patches.uploaded(sha256)

    def health(self) -> dict[str, Any]:
        """See Store."""
        with self.database.read() as connection:
            names = collection_names(connection)
        return {"ok": True, "version": hubdesk.__version__, "collections": len(names)}

    def close(self) -> None:
        """Stop what runs in the background and close the database."""
        self._maker.close()
        self._patches.close()
        self.erasing.close()
        self.database.close()
