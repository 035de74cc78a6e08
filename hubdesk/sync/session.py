"""One line to the hub with everything that is done over it: syncing, publishing, fetching."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from hubdesk.catalogue import revisions
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.store import Store
from hubdesk.errors import ServerAnswer
from hubdesk.model.record import read_revision
from hubdesk.sync.exchange import Progress, Syncing, SyncReport
from hubdesk.sync.incoming import Incoming
from hubdesk.sync.lines import Lines
from hubdesk.sync.link import Link
from hubdesk.sync.mending import Mending
from hubdesk.sync.publish import Publishing, PublishReport
from hubdesk.sync.transfer import Progress as Pieces
from hubdesk.sync.transfer import Transfer
from hubdesk.sync.wire import BlobRef
from hubdesk.trust.keys import DeskKeys

_DEEPEST = 1_000


class Session:
    """An open line; a context manager. Raises NotFound("no-hub-joined")."""

    def __init__(
        self,
        database: Database,
        apply: Apply,
        filling: Filling,
        layers: Layers,
        outbox: Outbox,
        inbox: Inbox,
        keys: DeskKeys,
        files: Blobs,
        now: Callable[[], str],
        stop: threading.Event | None = None,
        lines: Lines | None = None,
    ) -> None:
        self._database = database
        self._apply = apply
        self._layers = layers
        self._keys = keys
        self._files = files
        self._now = now
        self._stop = stop
        self._link = Link(database, keys, stop, lines)
        self._transfer = Transfer(self._link, files)
        mending = Mending(database, apply, files, self._transfer, now)
        self._incoming = Incoming(database, apply, filling, layers, outbox, inbox, keys, now, mending)

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.close()

    def _syncing(self, progress: Callable[[Progress], None] | None) -> Syncing:
        return Syncing(
            self._database,
            self._incoming,
            self._link,
            self._transfer,
            self._keys,
            self._now,
            progress,
            self._stop,
        )

    def sync(self, progress: Callable[[Progress], None] | None = None) -> SyncReport:
        """Send what waits and take in what is new."""
        self._apply.go_on()
        return self._syncing(progress).run()

    def publish(
        self,
        hub: str,
        progress: Callable[[Progress], None] | None = None,
        withdrawing: int | None = None,
    ) -> PublishReport:
        """Publish what was accepted for a hub; `withdrawing` as a person named it."""
        syncing = self._syncing(progress)
        publishing = Publishing(
            self._database,
            self._apply,
            self._keys,
            self._files,
            self._link,
            self._transfer,
            syncing,
            self._now,
        )
        with syncing.written_down():
            return publishing.publish(hub, withdrawing)

    def download(
        self, sha256: bytes, size: int, progress: Pieces | None = None, older: Sequence[bytes] = ()
    ) -> None:
        """Bring a blob here, by a patch where the hub has one from an `older` version that lies here."""
        self._transfer.download(BlobRef(sha256, size), progress, older)

    def fetch_history(self, record_id: str, store: Store) -> None:
        """Bring the earlier revisions of a record here, by their hashes. One that never left its author's desk, since
        it was merged before it was sent, is passed over: the hub has not got it."""
        absent: set[str] = set()
        for _ in range(_DEEPEST):
            missing = [item.hash for item in store.history(record_id) if not item.held]
            asked = [value for value in missing if value not in absent]
            if not asked:
                return
            fetched = []
            for value in asked:
                try:
                    fetched.append(read_revision(self._link.revision(bytes.fromhex(value))))
                except ServerAnswer as error:
                    if error.code != "revision-unknown":
                        raise
                    absent.add(value)
            with self._database.write() as connection:
                revisions.keep(connection, fetched)
