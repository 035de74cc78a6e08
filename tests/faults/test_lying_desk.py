"""A desk that lies, in whole exchanges: refused by name, in bounded memory, and nobody else's state is touched."""

from __future__ import annotations

import shutil
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hubdesk.errors import HubDeskError
from hubdesk.model.identity import digest, id_bytes, new_id
from hubdesk.server import tables
from hubdesk.server.refusal import Refusal
from hubdesk.state import frame
from hubdesk.state.batch import Event
from hubdesk.state.delta import Delta, make_delta
from hubdesk.sync.wire import Cursor, Down, Publication, Request, SentBatch, SettledEvents, Up, pack, unpack
from hubdesk.trust.heads import sign_head
from tests.faults.world import LATAM, OPEN_DATA, URL, Server
from tests.unit.server.driver import DriverDesk

MOST_MEMORY = 150_000_000


class DirectDesk(DriverDesk):
    """A driver whose line is a call."""

    def __init__(self, server: Server, role: str, hub: str) -> None:
        super().__init__()
        self.server = server
        self.server_key = server.store.centre.keys.online.public
        self.join(server.store.invite(url=URL, hub=hub, role=role))

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Any:
        assert method == "POST"
        return _Answer(self.server.answer(path, body or b""))


class _Answer:
    def __init__(self, data: bytes) -> None:
        self.data = data


class Hub:
    """A server with something signed, something of Vera's that is open, and a liar."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.coordinator = DirectDesk(server, "coordinator", "latam")
        self.vera = DirectDesk(server, "contributor", "latam")
        self.liar = DirectDesk(server, "contributor", "latam")
        self.signed = self.coordinator.write()
        self.coordinator.sync(LATAM, publications=[self.coordinator.publication(LATAM, [self.signed])])
        for desk in (self.vera, self.liar):
            desk.sync(LATAM)
        self.veras_batch = self.vera.batch(LATAM, [self.vera.edit(self.signed, title={"en": "Vera's"})])
        self.veras_request = self.vera.request(Up(batches=[self.veras_batch]))
        self.server.store.exchange(self.server.store.authenticate(self.veras_request))

    def state(self) -> bytes:
        """A hash over all tables, but for counters of requests and what is remembered of refused events."""
        rows: list[Any] = []
        with self.server.store.database.read() as connection:
            for table in tables.metadata.sorted_tables:
                columns = [f"[{column.name}]" for column in table.columns if column.name != "counter"]
                query = f"SELECT {', '.join(columns)} FROM [{table.name}]"
                if table.name == "event":
                    query += " WHERE outcome NOT LIKE 'refused%'"
                if table.name == "batch":
                    query += " WHERE number IN (SELECT batch FROM event WHERE outcome NOT LIKE 'refused%')"
                rows.append((table.name, sorted(map(repr, connection.exec_driver_sql(query)))))
        return digest(repr(rows).encode())


@pytest.fixture
def hub(founded: Path) -> Iterator[Hub]:
    folder = Path(tempfile.mkdtemp(dir=founded.parent))
    shutil.copytree(founded / "server", folder / "server")
    server = Server(folder / "server")
    try:
        yield Hub(server)
    finally:
        server.close()
        shutil.rmtree(folder)


def told(down: Down) -> set[str]:
    """Every code with which an answer refuses something."""
    codes = {receipt.code for receipt in down.receipts}
    codes |= {code for receipt in down.receipts for code in receipt.refused.values()}
    codes |= {answer.code for answer in down.published}
    codes |= {answer.refused for answer in down.collections}
    return codes - {""}


def with_contents(hub: Hub, text: bytes) -> SentBatch:
    """A batch of one event with something else as its contents."""
    sent = hub.liar.events(LATAM, [Event(id_bytes(new_id()), b"", digest(b""), 0)], [])
    return msgspec.structs.replace(sent, contents=frame.pack(text, level=1))


Lie = Callable[[Hub], dict[str, Any]]
LIES: dict[str, tuple[str, Lie]] = {}


def lie(code: str) -> Callable[[Lie], Lie]:
    """Name what a lie is answered with; empty where it is passed over in silence."""

    def keep(told: Lie) -> Lie:
        LIES[told.__name__] = (code, told)
        return told

    return keep


@lie("role")
def proposes_to_a_foreign_hub(hub: Hub) -> dict[str, Any]:
    return {"batches": [hub.liar.batch(OPEN_DATA, [hub.liar.write()])]}


@lie("collection-unknown")
def proposes_to_what_does_not_exist(hub: Hub) -> dict[str, Any]:
    return {"batches": [hub.liar.batch("latam/secret", [hub.liar.write()])]}


@lie("role")
def asks_for_what_it_may_not_read(hub: Hub) -> dict[str, Any]:
    return {"cursors": [Cursor("open-data/members", 0, b"")]}


@lie("unknown-base")
def writes_against_a_state_that_never_was(hub: Hub) -> dict[str, Any]:
    sent = hub.liar.delta_batch(LATAM, [hub.liar.edit(hub.signed, title={"en": "Stale"})])
    return {"batches": [sent], "cursors": [Cursor(LATAM, 1, b"\xff" * 8)]}


@lie("unknown-base")
def writes_against_a_version_to_come(hub: Hub) -> dict[str, Any]:
    sent = hub.liar.delta_batch(LATAM, [hub.liar.edit(hub.signed, title={"en": "Stale"})])
    return {"batches": [sent], "cursors": [Cursor(LATAM, 2**60, hub.liar.of(LATAM).root[:8])]}


@lie("numbers")
def sends_more_events_than_a_batch_has(hub: Hub) -> dict[str, Any]:
    event = Event(id_bytes(new_id()), b"", digest(b""), 0)
    return {"batches": [hub.liar.events(LATAM, [event] * 60_000, [])]}


@lie("contents")
def sends_thirty_million_line_ends(hub: Hub) -> dict[str, Any]:
    return {"batches": [with_contents(hub, b"\n" * 31_000_000)]}


@lie("delta-broken")
def announces_ten_million_changes(hub: Hub) -> dict[str, Any]:
    delta = Delta(b"\x80" * 1_000_000, b"", bytes(4), frame.pack(b"\n" * 10_000_000, level=1))
    sent = SentBatch(collection=LATAM, first=1, signature=bytes(64), delta=delta)
    return {"batches": [sent], "cursors": hub.liar.cursors(LATAM)}


@lie("frame-size")
def sends_a_bomb(hub: Hub) -> dict[str, Any]:
    return {"batches": [with_contents(hub, bytes(100_000_000))]}


@lie("contents")
def signs_another_hash_than_it_sends(hub: Hub) -> dict[str, Any]:
    revision = hub.liar.write()
    event = Event(id_bytes(revision.content.id), b"", digest(b"something else"), 0)
    return {"batches": [hub.liar.events(LATAM, [event], [revision])]}


@lie("signature")
def brings_a_batch_that_vera_signed_as_its_own(hub: Hub) -> dict[str, Any]:
    return {"batches": [hub.veras_batch]}


@lie("signature")
def signs_with_a_key_that_is_not_its_own(hub: Hub) -> dict[str, Any]:
    sent = hub.liar.batch(LATAM, [hub.liar.write()])
    return {"batches": [msgspec.structs.replace(sent, signature=hub.vera.keys.signing.sign(b"anything"))]}


@lie("not-the-author")
def passes_veras_words_off_as_proposed_by_itself(hub: Hub) -> dict[str, Any]:
    return {"batches": [hub.liar.batch(LATAM, [hub.vera.edit(hub.signed, title={"en": "By Vera"})])]}


@lie("replaces")
def takes_back_what_vera_proposed(hub: Hub) -> dict[str, Any]:
    number = hub.veras_batch.first
    hub.liar.sequence = number + 1
    return {
        "batches": [hub.liar.events(LATAM, [Event(id_bytes(hub.signed.content.id), b"", b"", number)], [])]
    }


@lie("")
def settles_what_it_may_not(hub: Hub) -> dict[str, Any]:
    return {
        "settled": [SettledEvents(author=hub.vera.keys.id, collection=LATAM, sequences=[1], sealed=b"no")]
    }


@lie("role")
def publishes_for_a_hub_that_it_does_not_coordinate(hub: Hub) -> dict[str, Any]:
    return {"publications": [hub.liar.publication(LATAM, [hub.liar.write()])]}


@pytest.mark.parametrize("name", list(LIES))
def test_a_lie_is_refused_and_touches_nothing(hub: Hub, name: str) -> None:
    code, make = LIES[name]
    up = make(hub)
    before = hub.state()
    request = hub.liar.request(Up(**up))
    tracemalloc.start()
    try:
        down = hub.server.store.exchange(hub.server.store.authenticate(request))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told(down) == ({code} if code else set())
    assert hub.state() == before
    assert peak < MOST_MEMORY
    # The same, sent again word for word: each request counts once.
    with pytest.raises(HubDeskError, match="counter"):
        hub.server.store.authenticate(request)
    assert hub.state() == before


def test_another_hubs_coordinator_settles_and_publishes_nothing_here(hub: Hub) -> None:
    olga = DirectDesk(hub.server, "coordinator", "open-data")
    olga.sync(LATAM)
    before = hub.state()
    head = sign_head(hub.coordinator.head(LATAM, [hub.signed]).head(), olga.keys.publishing)
    publication = Publication(head=head, delta=make_delta(olga.of(LATAM), [hub.signed]))
    settled = SettledEvents(author=hub.vera.keys.id, collection=LATAM, sequences=[1], sealed=b"no")
    assert told(olga.exchange(publications=[publication], settled=[settled])) == {"role"}
    assert hub.state() == before


def test_a_head_with_a_key_that_was_never_delegated_changes_nothing(hub: Hub) -> None:
    before = hub.state()
    changes = [hub.coordinator.edit(hub.signed, title={"en": "Forged"})]
    head = sign_head(hub.coordinator.head(LATAM, changes).head(), hub.liar.keys.publishing)
    publication = Publication(head=head, delta=make_delta(hub.coordinator.of(LATAM), changes))
    assert told(hub.coordinator.exchange(publications=[publication])) == {"publisher-unknown"}
    assert hub.state() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda hub, request: msgspec.structs.replace(request, desk=bytes.fromhex(hub.liar.keys.id)),
        lambda hub, request: msgspec.structs.replace(request, counter=request.counter + 1),
        lambda hub, request: msgspec.structs.replace(request, counter=2**63 - 1),
        lambda hub, request: msgspec.structs.replace(request, body=pack(Up(token=True))),
        lambda hub, request: request,
    ],
)
def test_veras_request_is_good_for_nobody_else_and_for_nothing_else(
    hub: Hub, change: Callable[[Hub, Request], Request]
) -> None:
    before = hub.state()
    forged = pack(change(hub, unpack(hub.veras_request, Request)))
    with pytest.raises(HubDeskError, match=r"signature|counter|not-a-message"):
        hub.server.store.authenticate(forged)
    assert hub.state() == before


def test_a_blob_of_five_gigabytes_is_neither_asked_for_nor_taken(hub: Hub) -> None:
    size, name = 5_000_000_000, digest(b"a film")
    film = {"name": "film.mp4", "sha256": name.hex(), "size": size}
    down = hub.liar.exchange(batches=[hub.liar.batch(LATAM, [hub.liar.write(files=[film])])])
    assert down.receipts[0].wanted == []
    with pytest.raises(Refusal, match="too-large"):
        hub.server.store.check_upload(hub.liar.keys.id, name, size)


def test_bytes_with_another_hash_are_not_kept(hub: Hub) -> None:
    before = hub.state()
    with pytest.raises(Refusal, match="hash"):
        hub.server.store.upload(hub.liar.keys.id, digest(b"said"), 0, 4, b"sent")
    assert not hub.server.store.blobs.has(digest(b"said"))
    assert hub.state() == before
