"""A relay that lies, as far as anybody without a hub's key can: it answers as an honest one would, then changes it."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

from hubdesk.errors import HubDeskError
from hubdesk.relay.store import RelayStore
from hubdesk.state.delta import Delta
from hubdesk.sync.wire import (
    EXCHANGE,
    BlobRef,
    CollectionAnswer,
    Down,
    Failure,
    Published,
    Receipt,
    Sealed,
    pack,
)

Chance = random.Random
Lie = Callable[[Down, Chance], Down | bytes]


def flipped(content: bytes, chance: Chance) -> bytes:
    """One byte is another."""
    if not content:
        return b"\x00"
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def answers(down: Down, change: Callable[[CollectionAnswer], CollectionAnswer]) -> Down:
    return msgspec.structs.replace(down, collections=[change(answer) for answer in down.collections])


def false_bytes(down: Down, chance: Chance) -> bytes:
    return flipped(pack(down), chance)


def cut(down: Down, chance: Chance) -> bytes:
    whole = pack(down)
    return whole[: chance.randrange(len(whole))]


def nonsense(down: Down, chance: Chance) -> bytes:
    return chance.choice([b"", b"<html>Please log in</html>", b"\xc1", chance.randbytes(400)])


def false_contents(down: Down, chance: Chance) -> Down:
    def change(answer: CollectionAnswer) -> CollectionAnswer:
        if answer.delta is not None:
            wrong = msgspec.structs.replace(answer.delta, frame=flipped(answer.delta.frame, chance))
            return msgspec.structs.replace(answer, delta=wrong)
        if answer.snapshot is not None:
            wrong_one = msgspec.structs.replace(
                answer.snapshot,
                inline=flipped(answer.snapshot.inline, chance),
                nodes=answer.snapshot.nodes
                if chance.random() < 0.5
                else flipped(answer.snapshot.nodes, chance),
            )
            return msgspec.structs.replace(answer, snapshot=wrong_one)
        return msgspec.structs.replace(answer, nodes=flipped(answer.nodes, chance))

    return answers(down, change)


def false_heads(down: Down, chance: Chance) -> Down:
    def change(answer: CollectionAnswer) -> CollectionAnswer:
        if answer.head is None:
            return answer
        field = chance.choice(["body", "signature"])
        wrong = {field: flipped(getattr(answer.head, field), chance)}
        return msgspec.structs.replace(answer, head=msgspec.structs.replace(answer.head, **wrong))

    return answers(down, change)


def mixed_up(down: Down, chance: Chance) -> Down:
    """Each collection gets what belongs to another."""
    names = [answer.collection for answer in down.collections]
    turned = names[1:] + names[:1]
    pairs = zip(down.collections, turned, strict=True)
    changed = [msgspec.structs.replace(answer, collection=name) for answer, name in pairs]
    return msgspec.structs.replace(down, collections=changed)


def nothing_new(_down: Down, _chance: Chance) -> Down:
    return Down()


def always_more(down: Down, _chance: Chance) -> Down:
    return msgspec.structs.replace(down, more=True)


def false_trust(down: Down, chance: Chance) -> Down:
    return msgspec.structs.replace(down, trust=flipped(down.trust or b"nothing", chance), whole=True)


def giant_blobs(down: Down, chance: Chance) -> Down:
    """Everything is said to be enormous, and somewhere else."""

    def change(answer: CollectionAnswer) -> CollectionAnswer:
        blob = BlobRef(chance.randbytes(chance.choice([32, 32, 5])), chance.choice([2**40, 2**63, 5_000_000]))
        if answer.snapshot is not None:
            changed = msgspec.structs.replace(answer.snapshot, inline=b"", blob=blob)
            return msgspec.structs.replace(answer, snapshot=changed)
        return msgspec.structs.replace(answer, delta=None, delta_blob=blob)

    return answers(down, change)


def only_the_hub_may_say(down: Down, chance: Chance) -> Down:
    """Receipts, outcomes and what else a relay has no say in."""
    return msgspec.structs.replace(
        down,
        receipts=[
            Receipt(collection="latam/public", first=first, code=code, known=99, refused={first: "role"})
            for first in (1, 2)
            for code in ("", "numbers-taken", "unknown-base")
        ],
        published=[Published(collection="latam/public")],
        healed=[Published(collection="latam/public")],
        outcomes=[Sealed(1_000_000, chance.randbytes(300))],
        forgotten=[1, 2, 3],
        revisions=chance.randbytes(50),
        token="x" * 40,
    )


def lost_everything(down: Down, chance: Chance) -> Down:
    """It says to hold less than the desk, and would like to be sent the rest."""
    nodes = chance.choice([b"", chance.randbytes(8192)])
    said = CollectionAnswer(collection="latam/public", behind=0, nodes=nodes, lacks=chance.randbytes(80))
    return msgspec.structs.replace(down, collections=[said])


def compared(down: Down, chance: Chance) -> Down:
    """It says that all that the desk has is gone."""

    def change(answer: CollectionAnswer) -> CollectionAnswer:
        gone = chance.randbytes(8 * chance.randrange(5))
        empty = Delta(b"", b"", b"", chance.choice([b"", answer.delta.frame if answer.delta else b"x"]))
        return msgspec.structs.replace(
            answer, snapshot=None, delta=empty, repaired=True, gone=gone, nodes=b"", delta_blob=None
        )

    return answers(down, change)


LIES: list[Lie] = [
    false_bytes,
    cut,
    nonsense,
    false_contents,
    false_heads,
    mixed_up,
    nothing_new,
    always_more,
    false_trust,
    giant_blobs,
    only_the_hub_may_say,
    lost_everything,
    compared,
]


class LyingRelay(ThreadingHTTPServer):
    """`lie` changes what the honest relay `store` would answer; `old` are answers from earlier, by the packed request's
    cursors; `endless` says everything for ever."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, store: RelayStore) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.store = store
        self.lie: Callable[[Down], Down | bytes] | None = None
        self.status = 200
        self.blob: Callable[[bytes], bytes] | None = None
        self.endless = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A desk that had heard enough hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: LyingRelay

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's own name
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        assert self.path == EXCHANGE
        try:
            down = self.server.store.exchange(self.server.store.authenticate(body))
        except HubDeskError as error:
            data = {name: value for name, value in error.data.items() if isinstance(value, int | str)}
            self._say(getattr(error, "status", 400), pack(Failure(code=error.code, data=data)))
            return
        said = down if self.server.lie is None else self.server.lie(down)
        self._say(self.server.status, said if isinstance(said, bytes) else pack(said))

    def do_GET(self) -> None:
        try:
            path = self.server.store.blob("", bytes.fromhex(self.path.rpartition("/")[2]))
            content = path.read_bytes()
        except (HubDeskError, ValueError):
            content = b"something"
        self._say(200, content if self.server.blob is None else self.server.blob(content))

    def _say(self, status: int, content: bytes) -> None:
        self.send_response_only(status)
        self.send_header("content-length", str(2**40 if self.server.endless else len(content)))
        self.end_headers()
        try:
            self.wfile.write(content)
            while self.server.endless:
                self.wfile.write(bytes(65_536))
        except OSError:
            self.close_connection = True  # the desk had heard enough


@contextmanager
def lying(store: RelayStore) -> Iterator[LyingRelay]:
    relay = LyingRelay(store)
    thread = threading.Thread(target=relay.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield relay
    finally:
        relay.shutdown()
        thread.join(10)
        relay.server_close()
