"""A desk in memory with hubs, a server and syncs that a test steers; the Centre's records are those of the sample.

Invariant: its answers are the real desk's own types, and nothing touches a network.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from msgspec import structs

from hubdesk.catalogue.views import CollectionView, Contact, Membership, OutboxItem, RecordView
from hubdesk.errors import HubDeskError, Unreachable
from hubdesk.locations import resource
from hubdesk.model.sample import read_sample
from hubdesk.settings import Settings
from hubdesk.sync.exchange import Progress, SyncReport
from hubdesk.sync.join import JoinReport
from hubdesk.trust.invite import Invite, read_invite, write_invite
from tests.gui.fake_desk import HUBS, FakeDesk, few_records, record

KEY = "3f2a91bc07de55aa" * 4
DESK = "9b41c07d22e85f10" * 4
SERVER = "https://hub.example.org:8443"


def ago(**time: float) -> str:
    """An instant so long ago, as RFC 3339."""
    return (datetime.now(UTC) - timedelta(**time)).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def centre_records() -> tuple[RecordView, ...]:
    """The records of centre/public in the sample, and the admissions of two coordinators."""
    found = [sample for sample in read_sample(resource("sample")) if sample.collection == "centre/public"]
    views = [
        structs.replace(record(9000 + number, sample.kind, sample.collection, **sample.fields), id=sample.id)
        for number, sample in enumerate(found)
    ]
    for number, (desk, since) in enumerate(((DESK, "2026-11-02"), ("1e07aa34d98c6b52" * 4, "2026-03-14"))):
        views.append(
            record(9900 + number, "admission", "centre/public", desk=desk, role="coordinator",
                   hub="southern-africa", since=since, signing_key="0" * 64)
        )  # fmt: skip
    return tuple(views)


def collection(name: str, version: int = 7, records: int = 1204, **others: Any) -> CollectionView:
    """A collection as a desk holds it."""
    facts = {"as_of": ago(hours=20), "followed": True, "signer": KEY, **others}
    return CollectionView(name, version, "0" * 64, records, **facts)


def waiting(number: int, kind: str, title: str, state: str, **others: Any) -> OutboxItem:
    """Something in the outbox."""
    facts = {"at": ago(hours=number), "bytes": 9400 * number, "files": 0, "sequence": number, **others}
    place = facts.pop("collection", "southern-africa/public")
    return OutboxItem(
        id=f"{number:08d}-0000-7000-8000-000000000000", kind=kind, collection=place, title={"en": title},
        state=state, **facts,
    )  # fmt: skip


def an_invite(**others: Any) -> str:
    """An invite to southern-africa as a contributor, valid for two weeks."""
    facts = {
        "url": SERVER, "root": b"r" * 32, "server_key": b"k" * 32, "hub": "southern-africa",
        "role": "contributor", "expires": ago(days=-14), "secret": b"s" * 16, **others,
    }  # fmt: skip
    return write_invite(Invite(**facts))


class HubDesk(FakeDesk):
    """A member of two hubs, or of none (`joined=False`). `script` is what a sync reports before it ends with `end`."""

    def __init__(self, folder: Path, *, joined: bool = True, records: Sequence[Any] | None = None) -> None:
        super().__init__([*centre_records(), *few_records()] if records is None else list(records))
        self.centre = self.records
        self.id = DESK
        self.profile = folder
        self.settings = Settings(folder)
        self.joined = joined
        self.items: list[OutboxItem] = []
        self.past: list[Contact] = []
        self.followed = {"latam/public", "southern-africa/public", "southern-africa/members", "centre/public"}
        self.hidden: set[str] = set()
        self.filling: dict[str, tuple[int, int]] = {}
        self.script: list[Progress] = []
        self.end: SyncReport | HubDeskError | None = None
        self.go_on = threading.Event()
        self.go_on.set()
        self.refusal: HubDeskError | None = None

    def memberships(self) -> list[Membership]:
        roles = {"southern-africa": "coordinator", "latam": "contributor"} if self.joined else {}
        return [Membership(hub, role) for hub, role in roles.items()]

    def collections(self) -> list[CollectionView]:
        if not self.joined:
            return []
        names = [f"{hub}/public" for hub in HUBS] + ["southern-africa/members"]
        return [
            collection(
                name,
                version=0 if name not in self.followed else 7,
                records=0 if name not in self.followed else 1204,
                followed=name in self.followed,
                signer=KEY if name in self.followed else None,
                as_of=ago(hours=20) if name in self.followed else None,
                filling=self.filling.get(name),
            )
            for name in sorted({*names} - self.hidden)
        ]

    def status(self) -> Any:
        self._called("status")
        return SimpleNamespace(
            server=SERVER if self.joined else None,
            trial=False,
            roles={member.hub: member.role for member in self.memberships()},
            drafts=0, outbox=len(self.items), inbox=0, last_sync=self.past[0] if self.past else None,
        )  # fmt: skip

    def outbox(self) -> list[OutboxItem]:
        return self.items

    def syncs(self) -> list[Contact]:
        return self.past

    def follow(self, names: Sequence[str]) -> None:
        self.followed |= set(names)

    def unfollow(self, names: Sequence[str]) -> None:
        self.followed -= set(names)

    def take_back(self, name: str) -> None:
        self.items = [item for item in self.items if item.id != name]

    def join(self, invite: str) -> JoinReport:
        self._called("join")
        read = read_invite(invite)
        if self.refusal is not None:
            raise self.refusal
        self.joined = True
        return JoinReport(self.id, read.hub, read.role, [f"{read.hub}/public"])

    def sync(
        self,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> SyncReport:
        self._called("sync")
        for step in self.script:
            if progress is not None:
                progress(step)
        while not self.go_on.wait(0.01):
            if stop is not None and stop.is_set():
                raise Unreachable("stopped")
        if isinstance(self.end, HubDeskError):
            raise self.end
        return self.end or report()


def report(**others: Any) -> SyncReport:
    """A sync that brought and sent something."""
    facts: dict[str, Any] = {
        "requests": 1, "bytes_up": 18_000, "bytes_down": 412_000, "records_received": 120, "events_sent": 2,
        "outcomes": {}, "held": {}, "seconds": 4.2, "collections": {}, **others,
    }  # fmt: skip
    return SyncReport(**facts)
