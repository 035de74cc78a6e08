"""Software that hubs share: what may be installed here, and vouching for it with this desk's key.

Invariant: a file is vouched for by hash, by a person whose desk holds it; a list counts with the second signature, a
withdrawal with the first, also for files that were fetched long before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec
from sqlalchemy import Connection

from hubdesk.catalogue import blobs, installers, shared_files
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.installers import SignedList, keep_list, read_lists, signing_keys
from hubdesk.catalogue.shared_files import WITHDRAWN, OfferView, SoftwareFile
from hubdesk.catalogue.store import Store
from hubdesk.catalogue.views import FileView, RecordView
from hubdesk.errors import BadInput, NotAllowed, NotFound
from hubdesk.model.identity import digest
from hubdesk.trust.chain import Chain
from hubdesk.trust.installers import Installer, Offer, empty_list, read_offer, sign_list
from hubdesk.trust.keys import DeskKeys


class Software:
    """Shared software as this desk knows it. `chain` gives who may say what, `now` this computer's time as RFC 3339 in
    UTC."""

    def __init__(
        self,
        database: Database,
        store: Store,
        keys: Callable[[], DeskKeys],
        chain: Callable[[Connection], Chain | None],
        now: Callable[[], str],
    ) -> None:
        self._database = database
        self._store = store
        self._keys = keys
        self._chain = chain
        self._now = now

    # Reading

    def all(self) -> list[SoftwareFile]:
        """Return every file that a list names, by hub and name."""
        with self._database.read() as connection:
            lists = read_lists(connection)
            if not lists:
                return []
            hashes = [bytes.fromhex(sha256) for _, sha256 in shared_files.named(lists)]
            here = blobs.held(connection, hashes)
            return shared_files.files(
                lists, self._chain(connection), here, datetime.fromisoformat(self._now())
            )

    def file(self, sha256: str) -> SoftwareFile | None:
        """Return what is said of a file; None when no list names it: then nobody vouches for it."""
        found = [file for file in self.all() if file.sha256 == sha256]
        return min(found, key=lambda file: shared_files.BEST_FIRST.index(file.state), default=None)

    def withdrawn_here(self) -> list[SoftwareFile]:
        """Return the withdrawn files that lie on this computer."""
        return [file for file in self.all() if file.state == WITHDRAWN and file.is_here]

    def offers(self) -> list[OfferView]:
        """Return the lists that wait for a second signature, by hub."""
        with self._database.read() as connection:
            lists = read_lists(connection)
            waiting = sorted(hub for hub, is_offer in lists if is_offer)
            if not waiting:
                return []
            chain, mine = self._chain(connection), self._keys().publishing.id
            return [shared_files.offer_view(lists, chain, hub, mine) for hub in waiting]

    # Signing

    def offer(self, record_id: str, name: str | None = None, licence: str | None = None) -> OfferView:
        """Vouch for a file of a record with this desk's key: it is offered for the second signature.

        Raises NotFound("no-such-file" | "which-file" | "file-not-here"), BadInput("licence-missing" | "offer-waits"),
        NotAllowed("not-a-signer" | "software-members": lists are public).
        """
        record = self._store.show(record_id)
        file = _chosen(record, name)
        if not file.available:
            raise NotFound("file-not-here", name=file.name)
        stated = licence or file.licence or _licence_of(record)
        if not stated or stated == "unknown":
            raise BadInput("licence-missing", name=file.name)
        added = Installer(
            sha256=file.sha256,
            size=file.size,
            record=record.id,
            name=file.name,
            licence=stated,
            since=self._now(),
        )
        hub, _, audience = record.collection.partition("/")
        if audience != "public":
            raise NotAllowed("software-members", collection=record.collection)
        with self._database.write() as connection:
            lists = read_lists(connection)
            self._check_signer(connection, hub)
            waiting = lists.get((hub, True))
            if waiting is not None and not self._is_mine(waiting):
                raise BadInput("offer-waits", hub=hub)
            self._sign_next(connection, lists, hub, waiting or lists.get((hub, False)), added)
        return self._offered(hub)

    def withdraw(self, sha256: str, reason: str) -> None:
        """Say that a file shall not be installed any more: at once, by this desk's signature alone.

        Raises NotFound("not-shared"), BadInput("reason-missing"), NotAllowed("not-a-signer").
        """
        if not reason.strip():
            raise BadInput("reason-missing")
        with self._database.write() as connection:
            lists = read_lists(connection)
            hubs = sorted({hub for hub, named in shared_files.named(lists) if named == sha256})
            if not hubs:
                raise NotFound("not-shared", sha256=sha256)
            for hub in hubs:
                self._check_signer(connection, hub)
                standing, waiting = lists.get((hub, False)), lists.get((hub, True))
                both = [offer.list.find(sha256) for offer in (standing, waiting) if offer is not None]
                entry = next(item for item in both if item is not None)
                gone = msgspec.structs.replace(entry, withdrawn=reason.strip())
                # another's list that waits is not signed by the way: who offered it may offer it again
                base = waiting if waiting is not None and self._is_mine(waiting) else standing
                self._sign_next(connection, lists, hub, base, gone)

    def sign(self, hub: str, seen: str) -> OfferView:
        """Add this desk's signature to the list that a person saw; it counts when the hub has it.

        Raises NotFound("no-offer"), BadInput("offer-changed"), NotAllowed("not-a-signer").
        """
        with self._database.write() as connection:
            offer = read_lists(connection).get((hub, True))
            if offer is None:
                raise NotFound("no-offer", hub=hub)
            if digest(offer.content).hex() != seen:
                raise BadInput("offer-changed", hub=hub)
            self._check_signer(connection, hub)
            from hubdesk.trust.roles import add_signature  # python-tuf: 150 ms

            role = add_signature(offer.role, self._keys().publishing)
            signed = read_offer(offer.content, role, hub, signing_keys(self._chain(connection), hub))
            keep_list(connection, signed, is_offer=True, unsent=True)
        return self._offered(hub)

    def _sign_next(
        self,
        connection: Connection,
        lists: installers.Lists,
        hub: str,
        base: Offer | None,
        changed: Installer,
    ) -> None:
        from hubdesk.trust.roles import next_version  # python-tuf: 150 ms

        listed = (base.list if base is not None else empty_list(hub)).with_one(changed)
        versions = [offer.version for (name, _), offer in lists.items() if name == hub]
        now, key = datetime.fromisoformat(self._now()), self._keys().publishing
        role = sign_list(listed, next_version(max(versions, default=0), now), [key], now)
        signed = read_offer(listed.body(), role, hub, {key.id: key.public})
        keep_list(connection, signed, is_offer=True, unsent=True)

    def _check_signer(self, connection: Connection, hub: str) -> None:
        if self._keys().publishing.id not in signing_keys(self._chain(connection), hub):
            raise NotAllowed("not-a-signer", hub=hub)

    def _is_mine(self, offer: Offer) -> bool:
        return self._keys().publishing.id in offer.signers

    def _offered(self, hub: str) -> OfferView:
        return next(offer for offer in self.offers() if offer.hub == hub)

    # The road

    def unsent(self) -> list[SignedList]:
        """Return the lists that this desk signed and the hub has not got."""
        with self._database.read() as connection:
            return installers.unsent_lists(connection)

    def sent(self, hub: str, code: str) -> None:
        """Note what the hub said of a list that was sent: `""` it has it; else it was refused and is dropped here."""
        with self._database.write() as connection:
            installers.note_sent(connection, hub)
            if code:
                installers.drop_offer(connection, hub)

    def lists(self) -> list[SignedList]:
        """Return every list, as they travel in an edition."""
        with self._database.read() as connection:
            return installers.all_lists(connection)

    def take(self, arrived: SignedList) -> None:
        """Take in a list that arrived, by any road: one with enough signatures counts, any other waits for them.

        Raises Untrusted("installers-broken" | "installers-unsigned" | "installers-older").
        """
        with self._database.write() as connection:
            installers.take_list(connection, self._chain(connection), arrived)


def _chosen(record: RecordView, name: str | None) -> FileView:
    found = [file for file in record.files if name is None or file.name == name]
    names = [file.name for file in record.files]
    if not found:
        raise NotFound("no-such-file", id=record.id, name=name or "", names=names)
    if len(found) > 1:
        raise NotFound("which-file", id=record.id, names=names)
    return found[0]


def _licence_of(record: RecordView) -> str:
    stated = record.fields.get("licence")
    return stated if isinstance(stated, str) else ""
