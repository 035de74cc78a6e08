"""What a desk does in the Centre's ceremonies: asks to be admitted, announces, brings what was signed, signs anew.

Invariant: nothing leaves the desk but what its next sync or publication carries; a document is brought only with the
signatures that it needs under what is held here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from hubdesk.catalogue import takeover, trust
from hubdesk.catalogue.collections import CENTRE_PUBLIC
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.drafts import Drafts, NewRecord
from hubdesk.catalogue.inbox import Inbox
from hubdesk.catalogue.memberships import may_accept_for, publishers
from hubdesk.catalogue.outbox import Outbox
from hubdesk.catalogue.standing import Standing
from hubdesk.errors import BadInput, NotAllowed, NotFound
from hubdesk.model.identity import is_hash
from hubdesk.sync.listing import sign_listing
from hubdesk.trust.admission import CENTRE, COORDINATOR, SECRETARIAT, Statement
from hubdesk.trust.chain import ROOT, TARGETS
from hubdesk.trust.keys import DeskKeys

_DATE = 10


class Custody(Standing):
    """What is held of the Centre's trust, and this desk's part in it. `now` gives RFC 3339 in UTC."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], str],
        keys: Callable[[], DeskKeys],
        drafts: Callable[[], Drafts],
        outbox: Callable[[], Outbox],
        inbox: Callable[[], Inbox],
    ) -> None:
        super().__init__(database, now)
        self._keys = keys
        self._drafts = drafts
        self._outbox = outbox
        self._inbox = inbox

    def request(self, hub: str) -> Statement:
        """Return what the Secretariat needs to let this desk publish for `hub`: its public keys."""
        keys = self._keys()
        return Statement(
            desk=keys.id,
            sign=keys.signing.public.hex(),
            receive=keys.recipient,
            publish=keys.publishing.public.hex(),
            hub=hub,
            role=SECRETARIAT if hub == CENTRE else COORDINATOR,
            since=self._now(),
        )

    def bring(self, document: bytes) -> str:
        """Let the next sync bring the hub a root or targets; return which it is.

        Raises NotFound("no-hub-joined"), BadInput("not-metadata" | "signatures-missing" | "metadata-older").
        """
        from hubdesk.trust.roles import missing_signatures, read_document, version_of

        role = str(read_document(document).signed.type)
        if role not in (ROOT, TARGETS):
            raise BadInput("not-metadata", reason=role)
        with self._database.write() as connection:
            bundle = trust.bundle_to_bring(connection)
            if bundle is None:
                raise NotFound("no-hub-joined")
            held = bundle.roots[-1] if role == ROOT else bundle.targets
            above = [held, document] if role == ROOT else [bundle.roots[-1]]
            missing = max(missing_signatures(document, one, role) for one in above)
            if missing:
                raise BadInput("signatures-missing", role=role, missing=missing)
            if version_of(document) <= version_of(held) and document != held:
                raise BadInput(
                    "metadata-older", role=role, held=version_of(held), offered=version_of(document)
                )
            trust.bring(connection, role, document)
        return role

    def renew(self, hub: str) -> bool:
        """Sign the list of a hub's newest heads anew, which the next sync brings; tell whether that was done.

        Where the key that signed the list last counts no more, the first call does not sign: it lets the next sync take
        what that key signed, for a person to look at before the second call vouches for it.

        Raises NotAllowed("not-a-coordinator": this desk's key does not publish for the hub).
        """
        key = self._keys().publishing
        with self._database.write() as connection:
            if key.id not in publishers(connection).get(hub, {}):
                raise NotAllowed("not-a-coordinator", hub=hub)
            now = datetime.fromisoformat(self._now())
            if trust.is_orphaned(connection, hub) and takeover.ask(connection, hub):
                return False
            trust.bring(connection, hub, sign_listing(connection, hub, {}, key, now))
            return True

    def announce_admission(self, statement: Statement) -> str:
        """Announce to every desk that a desk coordinates; return the record's id. Raises as `_announce`."""
        fields = {name: getattr(statement, name) for name in statement.__struct_fields__}
        return self._announce("admission", fields | {"since": statement.since[:_DATE]})

    def announce_revocation(self, name: str, reason: str) -> str:
        """Announce to every desk that a desk or a key (whole id) counts no more; return the record's id.

        Raises BadInput("desk-or-key-unknown") and as `_announce`.
        """
        if not is_hash(name):
            raise BadInput("desk-or-key-unknown", name=name)
        holder = next((item for item in self.who() if name in (item.key, item.desk)), None)
        fields = {"reason": reason, "since": self._now()[:_DATE]}
        fields |= {"key": holder.key} if holder is not None else {}
        fields |= {"desk": name} if holder is None or name == holder.desk else {}
        return self._announce("revocation", fields)

    def _announce(self, kind: str, fields: dict[str, Any]) -> str:
        """Accept a record for `centre/public`, which its next publication signs.

        Raises NotAllowed("not-a-coordinator") where this desk does not publish for the Centre.
        """
        with self._database.read() as connection:
            if not may_accept_for(connection, CENTRE_PUBLIC):
                raise NotAllowed("not-a-coordinator", hub=CENTRE)
        record = self._drafts().new([NewRecord(kind, fields)], CENTRE_PUBLIC)[0]
        for step in (self._outbox().propose([record]), self._inbox().accept([record])):
            if step.refused:
                raise BadInput("not-announced", kind=kind, problems=[str(item) for item in step.refused])
        return record
