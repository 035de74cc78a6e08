"""A desk in memory for tests and pictures of the window: the real one's interface over a handful of made-up records.

Invariant: its answers are the real desk's own types, and nothing touches a disk or a network.
"""

from __future__ import annotations

import hashlib
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from msgspec import structs

from hubdesk.catalogue.backups import Daily
from hubdesk.catalogue.downloads import DownloadView, Estimate
from hubdesk.catalogue.limits import Choice, Limits
from hubdesk.catalogue.search import FacetCount, Hit, Query, Results
from hubdesk.catalogue.shared_files import SoftwareFile
from hubdesk.catalogue.standing import Vouched
from hubdesk.catalogue.views import CollectionView, Contact, FileView, Membership, RecordView, SignedBy
from hubdesk.errors import NotFound, Unreachable
from hubdesk.locations import resource
from hubdesk.model.kind import read_kinds
from hubdesk.model.vocabulary import read_vocabularies
from hubdesk.settings import Settings
from hubdesk.sync.queue import Came, QueueProgress, QueueReport
from tests.gui.fake_editions import FakeEditions

HUBS = {
    "latam": {"en": "Latin America", "fr": "Amérique latine"},
    "southern-africa": {"en": "Southern Africa", "fr": "Afrique australe"},
    "ict-governance": {"en": "ICT governance", "fr": "Gouvernance informatique"},
    "open-data": {"en": "Inter-parliamentary open data", "fr": "Données ouvertes interparlementaires"},
    "centre": {"en": "The Centre", "fr": "Le Centre"},
}
MB = 1_000_000


def file(name: str, size: float, here: float = 1.0, licence: str = "", pass_on: str = "") -> FileView:
    """A file of `size` megabytes, of which the share `here` lies on this computer."""
    count = round(size * MB)
    return FileView(
        name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        size=count,
        bytes_here=round(count * here),
        available=here >= 1,
        licence=licence,
        pass_on=pass_on,
    )


def record(number: int, kind: str, collection: str, files: Sequence[FileView] = (), state: str = "confirmed", **fields: Any) -> RecordView:  # fmt: skip
    """A record with a number for an id."""
    name = f"{number:08d}-0000-7000-8000-000000000000"
    hub = collection.partition("/")[0]
    is_signed = state == "confirmed"
    return RecordView(
        id=name,
        kind=kind,
        collection=collection,
        hub=hub,
        fields=fields,
        state=state,
        revision=hashlib.sha256(name.encode()).hexdigest(),
        confirmed=None,
        withdrawn=None,
        by="0" * 64,
        at="2026-11-12T09:00:00Z",
        verified=is_signed,
        signed=SignedBy(hub=hub, version=7, time="2026-11-12T09:00:00Z") if is_signed else None,
        files=list(files),
        has_draft=state == "draft",
    )


def few_records() -> list[RecordView]:
    """The records of the pictures: every kind of state, several languages, long words."""
    return [
        record(
            1,
            "software",
            "ict-governance/public",
            [
                file("leos-5.3.1-installer.zip", 38.9, 0.66, "EUPL-1.2", "yes"),
                file("Installation guide (fr).pdf", 1.9),
                file("Sample bill.akn.xml", 0.4, 0),
            ],
            title={"en": "LEOS – legislation editing open software", "fr": "LEOS – logiciel libre d’édition législative"},
            summary={"en": "Web editor for drafting bills and amendments in a controlled structure; keeps every version and every comment with the text."},
            text={"en": "Write bills and amendments in a controlled structure and save them as **Akoma Ntoso**. Every version can be compared, and comments stay with the text.\n\nSee [the project](https://example.org/leos)."},
            domains=["strategic-planning"],
            country="BE",
            languages=["en", "fr", "es", *("de", "it", "nl", "pl", "pt", "sv", "fi")],
            licence="EUPL-1.2",
            release="5.3.1",
            release_date="2026-10-14",
            needs="Java 17, 4 GB memory",
            used_by=[{"organisation": "Spain, Council of Ministers", "since": "2022"}],
            links=[{"url": "https://example.org/leos", "label": "Project site"}],
        ),
        record(2, "software", "open-data/public", [file("sapl-3.1.170.tar.gz", 38.4)],
            title={"en": "SAPL – legislative process support system", "pt": "SAPL – sistema de apoio ao processo legislativo"},
            summary={"en": "Drafting, reading, voting and publication of bills for small and medium chambers, as used by many municipal chambers."},
            domains=["documents"], country="BR", languages=["pt"], licence="GPL-3.0-only"),
        record(3, "document", "open-data/public", [file("guidelines.pdf", 2.6)],
            title={"en": "Guidelines for AI in parliaments", "fr": "Lignes directrices pour l’IA dans les parlements"},
            summary={"en": "Where AI can help with drafting, transcription and research, and the limits that a parliament should set."},
            country="CH", languages=["en", "fr", "es"], licence="CC-BY-NC-SA-4.0"),
        record(4, "case_study", "southern-africa/public", [file("hansard.pdf", 1.1)],
            title={"en": "From Hansard to Akoma Ntoso in nine months"},
            summary={"en": "How a parliament moved its reports to structured text, and what changed for the drafting office."},
            country="KE", languages=["en"], licence="CC-BY-4.0"),
        record(5, "course", "ict-governance/public", [file("course.zip", 118, 0)],
            title={"en": "Drafting amendments in structured text", "fr": "Rédiger des amendements en texte structuré"},
            summary={"en": "Six short lessons with exercises. Works without a network; progress stays on this computer."},
            country="FR", languages=["en", "fr"], licence="CC-BY-4.0"),
        record(6, "software", "latam/public", [file("congreso.zip", 22.7, 0)],
            title={"es": "Congreso Virtual", "en": "Congreso Virtual"},
            summary={"en": "Citizens comment on bills while they are being drafted. Run by the Chamber of Deputies."},
            country="CL", languages=["es"], licence="AGPL-3.0-only"),
        record(7, "expert", "southern-africa/members", state="pending",
            title={"en": "Drafting systems: an expert offers help"},
            summary={"en": "Named staff in Lusaka, Nairobi, Brasília and Strasbourg, with languages and free days."},
            country="ZM", languages=["en", "pt", "fr"]),
        record(8, "case_study", "southern-africa/public", state="draft",
            title={"en": "How we moved committee papers off paper"},
            summary={"en": "Offline tablets replaced 40 printed sets per meeting: what it cost, what broke, drafting included."},
            country="ZM", languages=["en"], licence="unknown"),
    ]  # fmt: skip


def hub_records() -> list[RecordView]:
    """What the Centre says of its hubs."""
    return [
        record(9000 + number, "hub", "centre/public", title=name, code=hub)
        for number, (hub, name) in enumerate(HUBS.items())
    ]


def many_records(count: int) -> list[RecordView]:
    """`count` records, alike but for their number."""
    kinds = ("software", "document", "case_study", "tool", "course")
    hubs = ("latam", "southern-africa", "ict-governance", "open-data")
    return [
        record(n, kinds[n % 5], f"{hubs[n % 4]}/public", title={"en": f"Record number {n}"},
               summary={"en": f"What record {n} is about, in a sentence."}, country="ZM", languages=["en"])
        for n in range(1, count + 1)
    ]  # fmt: skip


def folded(text: str) -> str:
    """A text in lower case without diacritics, of the same length."""
    plain = (unicodedata.normalize("NFD", sign)[0] for sign in text)
    return "".join(plain).lower()


class FakeDownloads:
    """A list of files to come that a test fills. What is asked for comes at once, by the desk's `get`."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.asked: list[tuple[str, str]] = []
        self.views: list[DownloadView] = []
        self.script: list[QueueProgress] = []
        self.report = QueueReport([], {}, 0.0)
        self.done: list[tuple[str, str]] = []

    def all(self) -> list[DownloadView]:
        return self.views

    def ask(self, record: str, name: str | None = None, *, first: bool = False) -> list[DownloadView]:
        self.asked.append((record, name or ""))
        return []

    def run(self, progress: Any = None, stop: threading.Event | None = None) -> QueueReport:
        self.done.append(("run", threading.current_thread().name))
        for step in self.script:
            progress(step)
        asked, self.asked = self.asked, []
        came = []
        for record, name in asked:
            try:
                got = self.desk.get(record, name)
            except Unreachable as error:
                return QueueReport(came, {}, 0.0, error.code)
            came.append(Came(got.sha256, record, name, got.bytes))
        return structs.replace(self.report, came=[*self.report.came, *came])

    def pause(self, sha256: str | None = None) -> None:
        self._turn("pause", sha256, "paused")

    def resume(self, sha256: str | None = None) -> None:
        self._turn("resume", sha256, "waiting")

    def cancel(self, sha256: str | None = None) -> None:
        self.done.append(("cancel", sha256 or ""))
        self.views = [view for view in self.views if view.sha256 != sha256]

    def first(self, sha256: str) -> None:
        self.done.append(("first", sha256))

    def choose(self) -> int:
        return 0

    def estimate(self, choice: Choice) -> Estimate:
        return Estimate(46, 38_000_000, 12_000_000, 3_250.0)

    def _turn(self, action: str, sha256: str | None, state: str) -> None:
        self.done.append((action, sha256 or ""))
        self.views = [
            structs.replace(view, state=state) if sha256 in (None, view.sha256) else view
            for view in self.views
        ]


class FakeLimits:
    """Limits in memory."""

    def __init__(self) -> None:
        self.limits = Limits()
        self.used = 1_200_000

    def now(self) -> Limits:
        return self.limits

    def set(self, **changes: Any) -> Limits:
        self.limits = structs.replace(self.limits, **changes)
        return self.limits

    def month(self) -> int:
        return self.used


class FakeDesk:
    """Enough of a desk for the window. `calls` counts what was asked; `threads` says from where."""

    def __init__(self, records: Sequence[RecordView] = (), role: str = "coordinator") -> None:
        self.records = {view.id: view for view in records}
        # What the Centre says of its hubs is kept apart, so that it does not stand among the few records.
        self.centre = {view.id: view for view in hub_records()}
        self.kinds = read_kinds(resource("kinds"), resource("fields.toml"))
        self.vocabularies = read_vocabularies(resource("vocabularies"))
        self.role = role
        self.settings: dict[str, Any] = {"sync_at_start": False}
        self.settings = Settings(Path("no-profile"))
        self.calls: Counter[str] = Counter()
        self.threads: set[str] = set()
        self.is_reachable = True
        self.shared: dict[str, SoftwareFile] = {}
        self.profile = Path("no-profile")
        self.id = "4f" * 32
        self.is_closed = False
        self.downloads = FakeDownloads(self)
        self.limits = FakeLimits()
        self.held = SimpleNamespace(all=list, take=lambda _collection: 0)
        self.clashes = SimpleNamespace(all=list)
        self.bin = SimpleNamespace(all=list)
        self.backups = SimpleNamespace(all=list, daily=Daily)
        self.editions = FakeEditions(list(records))
        self.trust = SimpleNamespace(
            vouched=self._vouched, all_vouched=self._all_vouched, roles=list, who=list
        )
        self.vouched_state = "fresh"
        self.software = SimpleNamespace(file=self._shared, offers=list, withdrawn_here=list)
        self.erasing = SimpleNamespace(
            reasons=list, may_erase=lambda _id: False, notices=list, owed=lambda: False
        )
        self.carrier = SimpleNamespace(all=list)
        self.relays = SimpleNamespace(current=lambda: None, found=list, use=lambda _url: None)
        self.hold: threading.Event | None = None

    def _vouched(self, collection: str) -> Vouched:
        hub = collection.partition("/")[0]
        return Vouched(
            collection, hub, self.vouched_state, "2026-11-21T13:02:00Z", "7b" * 32, None, None,
            "2026-12-20T00:00:00Z", False, 1.0,
        )  # fmt: skip

    def _all_vouched(self) -> list[Vouched]:
        return [self._vouched(view.name) for view in self.collections()]

    def _shared(self, sha256: str) -> SoftwareFile | None:
        return self.shared.get(sha256)

    def _called(self, name: str) -> None:
        self.calls[name] += 1
        self.threads.add(threading.current_thread().name)

    def close(self) -> None:
        self.is_closed = True

    def memberships(self) -> list[Membership]:
        hubs = [hub for hub in HUBS if hub != "centre"] if self.role else []
        return [Membership(hub, self.role) for hub in hubs]

    def hubs(self) -> list[Any]:
        return [
            SimpleNamespace(hub=hub, name=name, tile="", records=0, role=self.role)
            for hub, name in HUBS.items()
        ]

    def collections(self) -> list[CollectionView]:
        return [CollectionView("latam/public", 3, "0" * 64, len(self.records), "2026-11-21T13:02:00Z", True, signer="7b" * 32)]  # fmt: skip

    def syncs(self) -> list[Contact]:
        return [Contact("2026-11-21T13:02:00Z", "hub.example.org", 200_000, 1_000_000, 360.0, "complete")]

    def status(self) -> Any:
        self._called("status")
        roles = {member.hub: member.role for member in self.memberships()}
        states = Counter(view.state for view in self.records.values())
        last = self.syncs()[0] if self.records else None
        return SimpleNamespace(
            roles=roles, drafts=states["draft"], outbox=states["pending"], inbox=0, trial=True, last_sync=last
        )

    def search(self, query: Query) -> Results:
        self._called("search")
        if self.hold is not None:
            self.hold.wait(5)
        stock = self.centre if query.facets.get("kind") == ["hub"] else self.records
        found = [view for view in stock.values() if self._matches(view, query.words)]
        chosen = [view for view in found if self._has(view, query.facets)]
        hits = [self._hit(view) for view in chosen[query.offset : query.offset + query.limit]]
        return Results(total=len(chosen), hits=hits, facets=self._count(found, query))

    def _matches(self, view: RecordView, words: str) -> bool:
        text = folded(str(view.fields.get("title")) + str(view.fields.get("summary")))
        return all(word in text for word in folded(words).split())

    def _values(self, view: RecordView) -> dict[str, tuple[str, ...]]:
        values = self.kinds.of(view.kind).facet_values(view.fields)
        here = all(f.available for f in view.files)
        own = {
            "kind": (view.kind,),
            "hub": (view.hub,),
            "here": ("yes",) if here else (),
            "state": (view.state,),
        }
        return {**values, **own}

    def _has(self, view: RecordView, facets: Any, but: str = "") -> bool:
        values = self._values(view)
        return all(
            set(values.get(f, ())) & set(chosen) for f, chosen in facets.items() if f != but and chosen
        )

    def _count(self, found: list[RecordView], query: Query) -> dict[str, list[FacetCount]]:
        counts = {}
        for facet in ("kind", "domain", "hub", "country", "language", "licence", "status", "here", "state"):
            seen = Counter(
                v
                for view in found
                if self._has(view, query.facets, facet)
                for v in self._values(view).get(facet, ())
            )
            counts[facet] = [FacetCount(value, count) for value, count in seen.most_common()]
        return counts

    def _hit(self, view: RecordView) -> Hit:
        values = self._values(view)
        return Hit(
            id=view.id, kind=view.kind, collection=view.collection, hub=view.hub,
            title=view.fields.get("title", {}), summary=view.fields.get("summary", {}), snippet=None, score=1.0,
            state=view.state, country=list(values["country"]), languages=list(values["language"]),
            licence=str(view.fields.get("licence", "")), verified=view.verified, files=len(view.files),
            bytes=sum(f.size for f in view.files), bytes_here=sum(f.bytes_here for f in view.files),
            withdrawn=view.withdrawn is not None,
        )  # fmt: skip

    def marks(self, text: str, words: str) -> list[tuple[int, int]]:
        plain = folded(text)
        return sorted(
            (m.start(), m.end()) for w in folded(words).split() for m in re.finditer(re.escape(w), plain)
        )

    def show(self, name: str) -> RecordView:
        self._called("show")
        found = self.records.get(name) or self.centre.get(name)
        if found is None:
            raise NotFound("no-such-record", id=name)
        return found

    def get(
        self,
        name: str,
        part: str | None = None,
        to: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
    ) -> Any:
        self._called("get")
        if not self.is_reachable:
            raise Unreachable("unreachable")
        view = self.records[name]
        wanted = next(f for f in view.files if part in (None, f.name))
        if progress is not None:
            for share in (0.25, 0.5, 1.0):
                progress(round(wanted.size * share), wanted.size)
        files = [file(f.name, f.size / MB) if f is wanted else f for f in view.files]
        self.records[name] = RecordView(
            **{**{k: getattr(view, k) for k in view.__struct_fields__}, "files": files}
        )
        return SimpleNamespace(
            path=(to or Path("blobs")) / wanted.name, sha256=wanted.sha256, bytes=wanted.size
        )
