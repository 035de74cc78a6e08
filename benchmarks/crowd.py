"""Fifty desks at once against one server process: how long the slowest wait, and that nobody is turned away.

Everything the desks say was signed before, so that one driver process only sends and waits; each desk asks its next as soon as
its last was answered. Invariant: a refused or broken answer of any kind is counted and fails the measure.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import urllib3

from benchmarks.generated import SOURCE, records
from benchmarks.hub import COLLECTION, HUB, Hub, make_hub, publish_change, served
from benchmarks.measure import Measure
from hubdesk import locations
from hubdesk.model.identity import digest, id_bytes, new_id, tree_key
from hubdesk.model.kind import read_kinds
from hubdesk.model.record import Revision, read_revision, write_revision
from hubdesk.server.sqlite_store import SqliteStore
from hubdesk.server.states import version_of
from hubdesk.state import frame
from hubdesk.state.batch import Batch, Event
from hubdesk.sync.wire import (
    BLOBS,
    CHUNK,
    EXCHANGE,
    EXCHANGE_SIGNED_AS,
    JOIN,
    JOIN_SIGNED_AS,
    MEDIA_TYPE,
    BlobRef,
    Cursor,
    Down,
    Joined,
    JoinRequest,
    Request,
    SentBatch,
    SignedJoin,
    Up,
    pack,
    unpack,
)  # fmt: skip
from hubdesk.trust.invite import Invite, read_invite
from hubdesk.trust.keys import DeskKeys

DESKS = 50
RECORDS = 10_000
TURNS = 3
MIX = ("nothing new", "pull of 1 %", "push of three", "64 KiB of a snapshot")
EVENTS = 3
MOST_SECONDS = 2.0
_HEALTH_SECONDS = 0.05


class Recorded(NamedTuple):
    """A request as it goes over the line, and what it asks for."""

    about: str
    sent: bytes


class Answered(NamedTuple):
    """How long an answer took, and whether it was a good one."""

    about: str
    seconds: float
    is_good: bool


class RecordedDesk:
    """A desk that says beforehand all that it is going to say."""

    def __init__(self, url: str, invite: Invite) -> None:
        self._keys = DeskKeys.generate()
        self._url = url
        self._counter = 0
        self._sequence = 1
        signing = self._keys.signing
        body = pack(
            JoinRequest(
                secret=invite.secret, hub=invite.hub, sign=signing.public, receive=self._keys.recipient
            )
        )
        signature = signing.sign(JOIN_SIGNED_AS + invite.server_key + body)
        joined = unpack(self._post(JOIN, pack(SignedJoin(body, signature))), Joined)
        self._server_key = joined.server_key
        down = unpack(self._post(EXCHANGE, self._signed(Up(token=True))), Down)
        self._token = down.token

    def _post(self, path: str, body: bytes) -> bytes:
        answer = urllib3.request("POST", self._url + path, body=body, headers={"content-type": MEDIA_TYPE})
        assert answer.status == 200, answer.data
        return answer.data

    def _signed(self, up: Up) -> bytes:
        self._counter += 1
        body = pack(up)
        statement = EXCHANGE_SIGNED_AS + self._server_key + self._counter.to_bytes(8, "big") + digest(body)
        return pack(
            Request(bytes.fromhex(self._keys.id), self._counter, self._keys.signing.sign(statement), body)
        )

    def exchange(self, about: str, up: Up) -> Recorded:
        """Record an exchange."""
        body = self._signed(up)
        head = self._head("POST", EXCHANGE, f"content-type: {MEDIA_TYPE}", f"content-length: {len(body)}")
        return Recorded(about, head + body)

    def push(self, about: str, cursor: Cursor, targets: int) -> Recorded:
        """Record the sending of new records that nobody has proposed yet, whole."""
        fresh = [_new_record(self._keys.id) for _ in range(EVENTS)]
        events = [Event(id_bytes(each.content.id), b"", each.hash) for each in fresh]
        batch = Batch(self._keys.id, COLLECTION, self._sequence, events)
        sent = SentBatch(
            collection=COLLECTION,
            first=self._sequence,
            signature=self._keys.signing.sign(batch.statement()),
            events=events,
            contents=frame.pack(b"\n".join(each.canonical for each in fresh)),
        )
        self._sequence += EVENTS
        return self.exchange(about, Up(cursors=[cursor], targets=targets, batches=[sent]))

    def part(self, about: str, blob: BlobRef, number: int) -> Recorded:
        """Record the fetching of one chunk of a blob."""
        first = number * CHUNK
        wanted = f"range: bytes={first}-{min(first + CHUNK, blob.size) - 1}"
        head = self._head("GET", BLOBS + blob.sha256.hex(), f"authorization: Bearer {self._token}", wanted)
        return Recorded(about, head)

    def _head(self, method: str, path: str, *headers: str) -> bytes:
        return _head(self._url, method, path, *headers)


def _head(url: str, method: str, path: str, *headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"host: {urlsplit(url).netloc}", *headers, "", ""]
    return "\r\n".join(lines).encode("ascii")


def _new_record(by: str) -> Revision:
    fields = {"title": {"en": f"A tool of {time.time_ns()}"}, "summary": {"en": "Written for one plenary."}}
    return write_revision(new_id(), "tool", by=by, at="2026-11-22T20:00:00Z", parents=[], fields=fields)


def measure() -> Iterator[Measure]:
    """Yield the slowest twentieth of each kind of request, beside a bare /health."""
    if not SOURCE.exists():
        print("crowd: not measured, ../shared/data/sync is not beside this checkout", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "hub")
        snapshot = _make(folder)
        with served(folder) as hub:
            plans = _recorded(hub, snapshot)
            asyncio.run(
                _all_at_once(hub.url, [plan[:1] for plan in plans])
            )  # the lines' and threads' beginning
            used, began = hub.cpu_seconds(), time.perf_counter()
            answers, health = asyncio.run(_all_at_once(hub.url, [plan[1:] for plan in plans]))
            seconds, used = time.perf_counter() - began, hub.cpu_seconds() - used
        log = "".join(file.read_text(encoding="utf-8") for file in (folder / "log").glob("*"))
    yield Measure(f"{DESKS} desks at once: p95 of all", _p95(answers), "s", None, MOST_SECONDS)
    for about in MIX:
        yield Measure(f"  p95 of {about}", _p95([each for each in answers if each.about == about]), "s")
    yield Measure("  p95 of /health meanwhile", _p95(health), "s")
    yield Measure("  answers a second", len(answers) / seconds, "")
    yield Measure("  server's processor for one", used / len(answers) * 1000, "ms CPU")
    yield Measure("  refused or broken", sum(not each.is_good for each in (*answers, *health)), "", None, 0)
    yield Measure('  "database is locked" in the log', log.count("locked"), "", None, 0)


def _p95(answers: list[Answered]) -> float:
    return statistics.quantiles([each.seconds for each in answers], n=20)[-1]


def _make(folder: Path) -> BlobRef:
    """Make a hub of which version 2 changed one record in a hundred of version 1."""
    made = [read_revision(each.canonical) for each in records(RECORDS)]
    ordered = sorted(made, key=lambda revision: tree_key(id_bytes(revision.content.id)))
    snapshot = make_hub(folder, (revision.canonical for revision in ordered), 3)
    publish_change(folder, [_changed(revision) for revision in made[:: RECORDS // 100]])
    return snapshot


def _changed(old: Revision) -> Revision:
    fields = {**old.fields, "version": "1.0.1"}
    content = old.content
    parents = [old.hash.hex()]
    return write_revision(
        content.id, content.kind, by=content.by, at=content.at, parents=parents, fields=fields
    )


def _recorded(hub: Hub, snapshot: BlobRef) -> list[list[Recorded]]:
    """Let every desk join and record what it will say: the mix in turns, each desk beginning elsewhere in it."""
    store = SqliteStore(
        hub.folder, read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))
    )
    with store.database.read() as connection:
        old, new = (version_of(connection, COLLECTION, version) for version in (1, 2))
        targets = store.centre.targets_version(connection)
    assert old is not None
    assert new is not None
    before, now = (Cursor(COLLECTION, each.version, each.root[:8]) for each in (old, new))
    invites = [read_invite(store.invite(url=hub.url, hub=HUB, role="contributor")) for _ in range(DESKS)]
    store.close()
    plans = []
    for number, invite in enumerate(invites):
        desk = RecordedDesk(hub.url, invite)
        plan = [desk.exchange("begin", Up(cursors=[now], targets=targets))]
        for turn in range(TURNS * len(MIX)):
            about = MIX[(number + turn) % len(MIX)]
            if about == MIX[0]:
                plan.append(desk.exchange(about, Up(cursors=[now], targets=targets)))
            elif about == MIX[1]:
                plan.append(desk.exchange(about, Up(cursors=[before], targets=targets)))
            elif about == MIX[2]:
                plan.append(desk.push(about, now, targets))
            else:
                chunk = (number * TURNS + turn) % (snapshot.size // CHUNK)
                plan.append(desk.part(about, snapshot, chunk))
        plans.append(plan)
    return plans


async def _all_at_once(url: str, plans: list[list[Recorded]]) -> tuple[list[Answered], list[Answered]]:
    """Let every desk go through its plan on a line of its own, and ask for /health meanwhile."""
    health: list[Answered] = []
    asking = asyncio.create_task(_ask_for_health(url, health))
    answers = await asyncio.gather(*(_one_desk(url, plan) for plan in plans))
    asking.cancel()
    return [answer for of_desk in answers for answer in of_desk], health


async def _one_desk(url: str, plan: list[Recorded]) -> list[Answered]:
    reader, writer = await asyncio.open_connection(urlsplit(url).hostname, urlsplit(url).port)
    answers = []
    for recorded in plan:
        began = time.perf_counter()
        writer.write(recorded.sent)
        status, body = await _answer(reader)
        answers.append(
            Answered(recorded.about, time.perf_counter() - began, _is_good(recorded.about, status, body))
        )
    writer.close()
    return answers


async def _ask_for_health(url: str, answers: list[Answered]) -> None:
    reader, writer = await asyncio.open_connection(urlsplit(url).hostname, urlsplit(url).port)
    while True:
        began = time.perf_counter()
        writer.write(_head(url, "GET", "/health"))
        status, _ = await _answer(reader)
        answers.append(Answered("health", time.perf_counter() - began, status == 200))
        await asyncio.sleep(_HEALTH_SECONDS)


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Read one answer; (0, b"") where the line was closed."""
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").lower()
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        return int(head.split()[1]), await reader.readexactly(length)
    except (asyncio.IncompleteReadError, ConnectionError):
        return 0, b""


def _is_good(about: str, status: int, body: bytes) -> bool:
    if about == MIX[3]:
        return status == 206 and len(body) == CHUNK
    if status != 200:
        return False
    down = unpack(body, Down)
    if about == MIX[1]:
        return len(down.collections) == 1 and down.collections[0].delta is not None
    if about == MIX[2]:
        return [(receipt.code, receipt.refused) for receipt in down.receipts] == [("", {})]
    return down == Down()
