"""One line to the hub with everything that is done over it: syncing, publishing, fetching."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from types import TracebackType

from msgspec.structs import replace

from hubdesk.catalogue import public, revisions
from hubdesk.catalogue.apply import Apply
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.fill import Filling
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.store import Store
from hubdesk.errors import ServerAnswer, Unreachable
from hubdesk.model.record import read_revision
from hubdesk.sync.carrier import Carrier
from hubdesk.sync.errand import Errand
from hubdesk.sync.exchange import Progress, Syncing, SyncReport
from hubdesk.sync.hearing import Clock, Hearing
from hubdesk.sync.incoming import Fault, Incoming
from hubdesk.sync.lines import Lines
from hubdesk.sync.link import Link
from hubdesk.sync.mending import Mending
from hubdesk.sync.publish import Publishing, PublishReport
from hubdesk.sync.relay_link import RelayLink, RelaySource
from hubdesk.sync.relay_report import RelayUse
from hubdesk.sync.relays import Relays
from hubdesk.sync.transfer import Progress as Pieces
from hubdesk.sync.transfer import Transfer
from hubdesk.sync.tunnel import DOUBT_SECONDS
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
        relays: Relays | None = None,
        carrier: Callable[[], Carrier] | None = None,
    ) -> None:
        self._database = database
        self._apply = apply
        self._filling = filling
        self._layers = layers
        self._outbox = outbox
        self._inbox = inbox
        self._keys = keys
        self._files = files
        self._now = now
        self._stop = stop
        self._link = Link(database, keys, stop, lines)
        self._relays = relays
        self._carrier = carrier
        self._transfer = Transfer(self._link, files)
        self._incoming = self._taking(self._transfer, now)

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.close()

    def _taking(self, transfer: Transfer, now: Callable[[], str]) -> Incoming:
        mending = Mending(self._database, self._apply, self._files, transfer, now)
        return Incoming(
            self._database,
            self._apply,
            self._filling,
            self._layers,
            self._outbox,
            self._inbox,
            self._keys,
            now,
            mending,
        )

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
        """Take in what a relay has, where one is used; then send what waits and take in what is new at the hub."""
        self._apply.go_on()
        heard = self._hear(progress)
        syncing = self._syncing(progress)
        if heard is None:
            return syncing.run()
        use, faults = heard
        try:
            report = syncing.run()
        except Unreachable as error:
            if use.code or error.code == "stopped":
                raise
            errand = self._run_errand()
            use = replace(use, hub=error.code, left=errand.left if errand else 0)
            faults = [*faults, *(errand.faults if errand else ())]
            report = syncing.report()
        return replace(
            report,
            relay=use,
            problems=[*faults, *report.problems],
            records_received=report.records_received + use.records,
        )

    def _run_errand(self) -> Errand | None:
        """Leave with the relay what it may carry to the hub, and take what waits there for this desk."""
        address = self._relays.address() if self._relays is not None else None
        if address is None or self._carrier is None:
            return None
        link = RelayLink(address, self._stop)
        try:
            errand = Errand(link, self._carrier(), self._keys.id)
            errand.run()
        finally:
            link.close()
        return errand

    def _hear(self, progress: Callable[[Progress], None] | None) -> tuple[RelayUse, list[Fault]] | None:
        """Ask the relay first: what it brings costs the hub's line nothing. One that is at fault is left for a while."""
        address = self._relays.address() if self._relays is not None else None
        if self._relays is None or address is None:
            return None

        def told(done: int, total: int) -> None:
            if progress is not None:
                progress(Progress("receiving", None, done, total, link.meter.bytes_up, link.meter.bytes_down))

        clock = Clock(self._now)
        link = RelayLink(address, self._stop, told)
        try:
            transfer = Transfer(link, self._files)
            incoming = self._taking(transfer, clock)
            hearing = Hearing(self._database, incoming, link, transfer, clock, self._now, told)
            use = hearing.run(self._stop)
        finally:
            link.close()
        if use.code:
            self._relays.leave(address, DOUBT_SECONDS)
        return use, hearing.faults()

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
        """Bring a blob here, by a patch where the hub has one from an `older` version that lies here; what a public
        record names from the relay first, where one is used."""
        address = self._relays.address() if self._relays is not None else None
        if address is None or not self._is_public(sha256):
            self._transfer.download(BlobRef(sha256, size), progress, older)
            return
        link = RelayLink(address, self._stop, progress)
        try:
            transfer = Transfer(self._link, self._files, [RelaySource(link)])
            transfer.download(BlobRef(sha256, size), progress, older)
        finally:
            link.close()

    def _is_public(self, sha256: bytes) -> bool:
        with self._database.read() as connection:
            return public.names_file(connection, sha256)

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
