"""A server that lies, babbles or is silent: nothing false is kept, nothing here is lost, and the truth still arrives."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec
import pytest

from hubdesk.model.identity import digest
from hubdesk.model.record import write_revision
from hubdesk.server.centre import read_document
from hubdesk.server.states import newest
from hubdesk.state.batch import Event
from hubdesk.state.delta import Delta
from hubdesk.state.head import Head, SignedHead
from hubdesk.state.outcome import SIGNED_AS, Outcomes, Settled, SignedOutcomes, body_of
from hubdesk.state.tree import EMPTY_ROOT
from hubdesk.sync import link, pace
from hubdesk.sync.patience import Patience
from hubdesk.sync.wire import (
    Admission,
    BlobRef,
    CollectionAnswer,
    Down,
    Receipt,
    Sealed,
    SnapshotRef,
    TwoHeads,
    pack,
    unpack,
)
from hubdesk.trust.heads import sign_head
from hubdesk.trust.key_file import load_keys
from hubdesk.trust.keys import DeskKeys, SigningKey, seal
from tests.scenarios.between import Between, standing_between
from tests.scenarios.command_line import PUBLIC, CommandLine
from tests.unit.server.driver import RunningHub

Joining = Callable[..., CommandLine]
Lie = Callable[[Down], Down]


@pytest.fixture
def between(hub: RunningHub) -> Iterator[Between]:
    def head(name: str) -> SignedHead:
        with hub.store.database.read() as connection:
            standing = newest(connection, name)
        assert standing is not None
        assert standing.signed is not None
        return standing.signed

    with standing_between(hub.url) as standing:
        standing.heads = head
        yield standing


@pytest.fixture
def far(hub: RunningHub, between: Between, person: Joining) -> Joining:
    """A desk that reaches the hub only through what stands between."""

    def joined(role: str, of: str = "latam") -> CommandLine:
        command_line = person(f"far-{role}")
        command_line("join", hub.store.invite(url=between.url, hub=of, role=role))
        return command_line

    return joined


def keys_of(desk: CommandLine) -> DeskKeys:
    return load_keys(desk.profile, desk("status")["desk"])


def of(down: Down, name: str) -> CollectionAnswer:
    return next(answer for answer in down.collections if answer.collection == name)


def with_answer(name: str, change: Callable[[CollectionAnswer], CollectionAnswer]) -> Lie:
    def lie(down: Down) -> Down:
        answers = [change(item) if item.collection == name else item for item in down.collections]
        return msgspec.structs.replace(down, collections=answers)

    return lie


def flipped(content: bytes, place: int) -> bytes:
    changed = bytearray(content)
    changed[place % len(changed)] ^= 0x41
    return bytes(changed)


# Heads and deltas


def forged(answer: CollectionAnswer, key: SigningKey, **changes: Any) -> SignedHead:
    assert answer.head is not None
    return sign_head(msgspec.structs.replace(answer.head.head(), **changes), key)


def changed_body(answer: CollectionAnswer) -> CollectionAnswer:
    assert answer.head is not None
    head = msgspec.structs.replace(answer.head.head(), root=EMPTY_ROOT.hex())
    return msgspec.structs.replace(
        answer, head=SignedHead(head.body(), answer.head.key, answer.head.signature)
    )


def changed_delta(**changes: Callable[[Delta], Any]) -> Callable[[CollectionAnswer], CollectionAnswer]:
    def change(answer: CollectionAnswer) -> CollectionAnswer:
        if answer.delta is None:
            return answer
        values = {name: make(answer.delta) for name, make in changes.items()}
        return msgspec.structs.replace(answer, delta=msgspec.structs.replace(answer.delta, **values))

    return change


DELTA_LIES: dict[str, Callable[[CollectionAnswer], CollectionAnswer]] = {
    "a byte of the frame": changed_delta(frame=lambda delta: flipped(delta.frame, len(delta.frame) // 2)),
    "no frame": changed_delta(frame=lambda delta: b""),
    "half a frame": changed_delta(frame=lambda delta: delta.frame[: len(delta.frame) // 2]),
    "another place": changed_delta(changed=lambda delta: delta.changed + b"\x01\x00"),
    "endless numbers": changed_delta(changed=lambda delta: b"\xff" * 100),
    "ids cut short": changed_delta(added=lambda delta: delta.added + b"\x00"),
    "an unknown dictionary": changed_delta(dictionary=lambda delta: bytes(4)),
    "a frame that claims to be huge": changed_delta(
        frame=lambda delta: b"\x28\xb5\x2f\xfd\xc4" + b"\xff" * 12
    ),
    "no delta": lambda answer: msgspec.structs.replace(answer, delta=None),
    "a delta as a blob that does not exist": lambda answer: msgspec.structs.replace(
        answer, delta=None, delta_blob=BlobRef(bytes(32), 100)
    ),
    "a blob whose name is none": lambda answer: msgspec.structs.replace(
        answer, delta=None, delta_blob=BlobRef(b"", -5)
    ),
    "no head": lambda answer: msgspec.structs.replace(answer, head=None),
    "another root": changed_body,
    "a body that is none": lambda answer: msgspec.structs.replace(
        answer, head=SignedHead(b"\xff\xfe", "key", b"signature")
    ),
    "a signature that is none": lambda answer: msgspec.structs.replace(
        answer, head=SignedHead(answer.head.body, answer.head.key, b"") if answer.head else None
    ),
    "an unknown key": lambda answer: msgspec.structs.replace(
        answer, head=forged(answer, SigningKey.generate(), time="2026-11-22T10:00:00Z")
    ),
}


def test_false_news_is_thrown_away(between: Between, desk: Joining, far: Joining) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published(title="The first words")
    reader("sync")
    before = reader.root()
    coordinator("set", record, "title=The second words")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")

    def kept_up(lie: Callable[[CollectionAnswer], CollectionAnswer]) -> Lie:
        """The desk asks once more, for the whole: that is kept from it."""
        return with_answer(PUBLIC, lambda answer: lie(msgspec.structs.replace(answer, snapshot=None)))

    for name, lie in DELTA_LIES.items():
        with between.lying(kept_up(lie)):
            told_or_failed(reader, name)
        assert reader.root() == before, name
        assert reader.shown(record)["title"] == {"en": "The first words"}, name
    assert reader("verify")["ok"]
    assert reader("sync")["problems"] == []
    assert reader.root() == coordinator.root() != before
    assert reader("verify")["ok"]


def test_news_that_does_not_fit_is_mended_by_comparing_nodes(
    between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published(title="The first words")
    reader("sync")
    coordinator("set", record, "title=The second words")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    lies = iter([with_answer(PUBLIC, DELTA_LIES["half a frame"])])
    with between.lying(lambda down: next(lies, lambda truth: truth)(down)):
        told = reader("sync")
    assert (told["requests"], len(told["problems"])) == (3, 1)
    assert reader.root() == coordinator.root()
    assert reader.shown(record)["title"] == {"en": "The second words"}
    assert reader("verify")["ok"]


def test_without_the_dictionary_news_is_asked_for_without_one(
    between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published(title="The first words")
    reader("sync")
    coordinator("set", record, "title=The second words")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    lies = iter([with_answer(PUBLIC, DELTA_LIES["an unknown dictionary"])])
    with between.lying(lambda down: next(lies, lambda truth: truth)(down)):
        told = reader("sync")
    assert (told["requests"], [problem["code"] for problem in told["problems"]]) == (
        2,
        ["dictionary-unknown"],
    )
    assert reader.root() == coordinator.root()
    assert reader("verify")["ok"]


def told_or_failed(desk: CommandLine, lie: str) -> None:
    """A sync names the false part, or ends with a sentence."""
    status, out, err = desk.run("--json", "sync")
    answer = msgspec.json.decode(out)
    assert "Traceback" not in err, lie
    if status == 0:
        assert answer["problems"], lie
        assert all(problem["code"] and problem["about"] for problem in answer["problems"]), lie
    else:
        assert status == 1, lie
        assert "no words" not in answer["error"]["message"], lie


def test_heads_of_others_and_of_yesterday_do_not_count(between: Between, desk: Joining, far: Joining) -> None:
    coordinator, foreign, reader = desk("coordinator"), desk("coordinator", "open-data"), far("reader")
    record = coordinator.published(title="First")
    old: list[CollectionAnswer] = []

    def remembered(answer: CollectionAnswer) -> CollectionAnswer:
        old.append(answer)
        return answer

    with between.lying(with_answer(PUBLIC, remembered)):
        reader("sync")
    coordinator("set", record, "title=Second")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader("sync")
    root = reader.root()
    assert reader("status")["collections"][PUBLIC]["version"] == 2

    def said(answer: CollectionAnswer) -> Lie:
        return lambda down: msgspec.structs.replace(down, collections=[answer])

    their_key = keys_of(foreign).publishing
    [first] = old
    assert first.head is not None
    head = msgspec.structs.replace(first.head.head(), version=3, previous=root)
    elsewhere = sign_head(msgspec.structs.replace(head, collection="open-data/public"), their_key)
    delta = Delta(b"", b"", b"", b"\x28\xb5\x2f\xfd\x20\x00\x01\x00\x00")
    for answer, code in (
        (
            CollectionAnswer(collection=PUBLIC, head=sign_head(head, their_key), delta=delta),
            "publisher-unknown",
        ),
        (CollectionAnswer(collection=PUBLIC, head=elsewhere, delta=delta), "head-elsewhere"),
        (CollectionAnswer(collection=PUBLIC, head=first.head, delta=delta), "head-not-listed"),
        (first, "head-not-listed"),
    ):
        with between.lying(said(answer)):
            assert {(p["about"], p["code"]) for p in reader("sync")["problems"]} == {(PUBLIC, code)}
        assert reader.root() == root
        assert reader.shown(record)["title"] == {"en": "Second"}
    assert reader("verify")["ok"]


@pytest.mark.logs("hubdesk.server.healing")
def test_one_version_signed_twice_is_an_equivocation(
    hub: RunningHub, between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published()
    reader("sync")
    root = reader.root()
    key = keys_of(coordinator).publishing
    view = reader("status")["collections"][PUBLIC]
    head = Head(
        format=1, collection=PUBLIC, version=view["version"], root="ab" * 32, records=1,
        previous=EMPTY_ROOT.hex(), time="2026-11-22T10:00:00Z",
    )  # fmt: skip
    answer = CollectionAnswer(collection=PUBLIC, head=sign_head(head, key), delta=Delta(b"", b"", b"", b""))
    with between.lying(lambda down: msgspec.structs.replace(down, collections=[answer])):
        assert {problem["code"] for problem in reader("sync")["problems"]} == {"equivocation"}
    assert reader.root() == root

    # From now on no head of that collection is taken, it is said at every sync, and the server has both heads.
    coordinator("set", record, "title=Later")
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    for _ in range(2):
        assert [problem["code"] for problem in reader("sync")["problems"]] == ["equivocation"]
    assert reader.root() == root
    assert reader("status")["contradicted"] == [PUBLIC]
    assert {"code": "equivocation", "name": PUBLIC} in reader("verify")["problems"]
    with hub.store.database.read() as connection:
        version, kept = read_document(connection, f"contradiction:{PUBLIC}")
    assert version == view["version"]
    assert unpack(kept, TwoHeads).other.head().root == "ab" * 32


def test_a_next_version_on_another_root_is_an_equivocation_too(
    between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published()
    reader("sync")
    root = reader.root()
    view = reader("status")["collections"][PUBLIC]
    head = Head(
        format=1, collection=PUBLIC, version=view["version"] + 1, root="ab" * 32, records=1,
        previous="cd" * 32, time="2026-11-22T10:00:00Z",
    )  # fmt: skip
    signed = sign_head(head, keys_of(coordinator).publishing)
    answer = CollectionAnswer(collection=PUBLIC, head=signed, delta=Delta(b"", b"", b"", b""))
    with between.lying(lambda down: msgspec.structs.replace(down, collections=[answer])):
        assert {problem["code"] for problem in reader("sync")["problems"]} == {"equivocation"}
    assert reader.root() == root


# Endless words


def test_a_server_that_always_says_more_is_left_after_a_few_exchanges(
    between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published()
    with between.lying(lambda down: msgspec.structs.replace(down, more=True)):
        told = reader("sync")
    assert told["requests"] <= 5
    assert reader.shown(record)


def test_receipts_without_end_are_left_after_a_few_exchanges(between: Between, far: Joining) -> None:
    author = far("contributor")
    record = author.write()
    author("propose", record)
    numbers = iter(range(10, 10_000, 10))

    def taken(down: Down) -> Down:
        """Every number was used before: number anew, for ever."""
        first = next(numbers) - 10 or 1
        again = [Receipt(collection=PUBLIC, first=first, code="numbers-taken", known=first // 10 * 10 + 10)]
        return msgspec.structs.replace(down, receipts=again, more=True)

    with between.lying(taken):
        assert author("sync")["requests"] <= 5
    assert author.counts() == (0, 1, 0)
    assert author("sync")["problems"] == []
    assert author("outbox")["items"][0]["state"] == "received"


def test_a_comparison_that_leads_nowhere_ends(between: Between, desk: Joining, far: Joining) -> None:
    """Nodes that are not those of the head, records nobody asked for, wishes for what it has: each step once."""
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published()
    reader("sync")
    root = reader.root()

    def behind(down: Down) -> Down:
        nodes = CollectionAnswer(collection=PUBLIC, behind=0, nodes=bytes(8192))
        lacks = CollectionAnswer(collection=PUBLIC, behind=0, lacks=bytes(8) * 1000)
        return msgspec.structs.replace(down, collections=[nodes, lacks], forgotten=[1, 2, 3], more=True)

    def repaired(down: Down) -> Down:
        said = [
            msgspec.structs.replace(
                answer, repaired=True, gone=bytes(8), delta=Delta(b"", b"", bytes(16), b"")
            )
            for answer in down.collections
        ]
        return msgspec.structs.replace(down, collections=said)

    for lie in (behind, repaired):
        with between.lying(lie):
            assert reader("sync")["requests"] <= 8
        assert reader.root() == root
        assert reader.shown(record)
    assert reader("verify")["ok"]
    assert reader("sync")["problems"] == []


# First fills


def changed_snapshot(
    **changes: Callable[[SnapshotRef], Any],
) -> Callable[[CollectionAnswer], CollectionAnswer]:
    def change(answer: CollectionAnswer) -> CollectionAnswer:
        assert answer.snapshot is not None
        values = {name: make(answer.snapshot) for name, make in changes.items()}
        return msgspec.structs.replace(answer, snapshot=msgspec.structs.replace(answer.snapshot, **values))

    return change


SNAPSHOT_LIES: dict[str, Callable[[CollectionAnswer], CollectionAnswer]] = {
    "a byte of the stream": changed_snapshot(
        inline=lambda snapshot: flipped(snapshot.inline, len(snapshot.inline) // 2)
    ),
    "half a stream": changed_snapshot(inline=lambda snapshot: snapshot.inline[: len(snapshot.inline) // 2]),
    "a stream of nothing": changed_snapshot(inline=lambda snapshot: b"\x28\xb5\x2f\xfd\x20\x00\x01\x00\x00"),
    "nodes that are none": changed_snapshot(nodes=lambda snapshot: b"\x00" * 31),
    "empty nodes": changed_snapshot(nodes=lambda snapshot: bytes(8192)),
    "a byte of the nodes": changed_snapshot(
        nodes=lambda snapshot: flipped(snapshot.nodes, len(snapshot.nodes) // 2)
    ),
    "a blob that does not exist": changed_snapshot(
        inline=lambda snapshot: b"", blob=lambda snapshot: BlobRef(bytes(32), 10)
    ),
    "a blob whose name is none": changed_snapshot(
        inline=lambda snapshot: b"", blob=lambda snapshot: BlobRef(b"", 10)
    ),
    "a head of an unknown key": changed_snapshot(
        head=lambda snapshot: sign_head(
            msgspec.structs.replace(snapshot.head.head(), time="2026-11-22T10:00:00Z"), SigningKey.generate()
        )
    ),
}


def test_a_false_first_fill_is_thrown_away(between: Between, desk: Joining, far: Joining) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    record = coordinator.published(title="Signed words")
    for name, lie in SNAPSHOT_LIES.items():
        with between.lying(with_answer(PUBLIC, lie)):
            told_or_failed(reader, name)
        assert reader("status")["collections"][PUBLIC]["version"] == 0, name
    assert reader("verify")["ok"]
    assert reader("sync")["problems"] == []
    assert reader.root() == coordinator.root()
    assert reader.shown(record)["title"] == {"en": "Signed words"}


# What became of proposals, and proposals of others


def test_false_outcomes_settle_nothing(between: Between, desk: Joining, far: Joining) -> None:
    coordinator, reader, author = desk("coordinator"), desk("reader"), far("contributor")
    coordinator.published()
    record, other = author.write(), author.write()
    author("propose", record)
    author("propose", other)
    author("sync")
    numbers = {item["id"]: item["sequence"] for item in author("outbox")["items"]}
    me = keys_of(author)

    def outcome(by: DeskKeys, about: str = record, version: int = 0, **changes: Any) -> bytes:
        told = Outcomes(
            author=changes.get("author", me.id),
            by=changes.get("claims", by.id),
            collection=PUBLIC,
            version=version,
            root=EMPTY_ROOT.hex(),
            settled=[Settled(sequence=numbers[record], record=about, result="accepted")],
        )
        body = body_of(told)
        signed = SignedOutcomes(body, by.signing.sign(SIGNED_AS + body))
        return seal(changes.get("recipient", me.recipient), pack(signed))

    false = [
        b"not an age file",
        b"",
        outcome(keys_of(reader)),  # no coordinator
        outcome(keys_of(reader), claims=keys_of(coordinator).id),  # in a coordinator's name
        outcome(me, claims=keys_of(coordinator).id),
        outcome(keys_of(coordinator), author=keys_of(reader).id),  # for somebody else
        outcome(keys_of(coordinator), recipient=keys_of(reader).recipient),  # sealed for somebody else
        outcome(keys_of(coordinator), about=other),  # another record than the event's
        outcome(keys_of(coordinator), version=99),  # a head that nobody holds
        seal(me.recipient, b"\x93nonsense"),
    ]
    for number, sealed in enumerate(false, 1):
        with between.lying(
            lambda down, n=number, s=sealed: msgspec.structs.replace(down, outcomes=[Sealed(n, s)])
        ):
            author("sync")
        assert {item["id"] for item in author("outbox")["items"]} == {record, other}
        assert author("show", record)["state"] == "pending"


def test_false_proposals_are_not_shown_to_a_coordinator(
    between: Between, desk: Joining, far: Joining
) -> None:
    author, coordinator = desk("contributor"), far("coordinator")
    record = author.write()
    author("propose", record)
    author("sync")
    stranger = DeskKeys.generate()
    words = write_revision(
        record, "tool", by=stranger.id, at="2026-11-22T10:00:00Z", parents=[],
        fields={"title": {"en": "False"}, "licence": "MIT"},
    )  # fmt: skip

    def twisted(**changes: Any) -> Lie:
        def lie(down: Down) -> Down:
            batches = [msgspec.structs.replace(batch, **changes) for batch in down.inbox["latam"]]
            return msgspec.structs.replace(down, inbox={"latam": batches})

        return lie

    lies: list[Lie] = [
        twisted(signature=bytes(64)),
        twisted(desk=stranger.id),
        twisted(admission=None),
        twisted(admission=Admission(b"{}", bytes(64))),
        twisted(collection="open-data/public"),
        twisted(events=[Event(bytes(16), b"", words.hash)]),
        twisted(open=[0, 7]),
        twisted(open=[-3]),
        twisted(contents=b"\x28\xb5"),
        twisted(contents=b""),
    ]
    for number, lie in enumerate(lies):
        fresh = far_again(coordinator, number)
        with between.lying(lie):
            told_or_failed(fresh, str(number))
        assert all(item["title"] == {"en": "A checklist"} for item in fresh("inbox")["items"])
        assert fresh("verify")["ok"]


def far_again(desk: CommandLine, number: int) -> CommandLine:
    """The same desk as it was before it heard of any proposal."""
    copy = desk.profile.with_name(f"{desk.profile.name}-{number}")
    shutil.copytree(desk.profile, copy)
    return CommandLine(copy, desk._capsys)


def test_receipts_for_what_was_never_sent_change_nothing(between: Between, far: Joining) -> None:
    author = far("contributor")
    record = author.write()
    author("propose", record)
    receipts = [
        Receipt(collection=PUBLIC, first=99, known=100),
        Receipt(collection="no/where", first=1_000, code="numbers-taken", known=7),
        Receipt(collection=PUBLIC, first=5_000, refused={5_000: "role"}, wanted=[bytes(32), b""]),
    ]
    lies = iter([receipts])
    with between.lying(lambda down: msgspec.structs.replace(down, receipts=next(lies, []))):
        author("sync")
    assert author.counts() == (0, 1, 0)
    author("sync")
    assert author("outbox")["items"][0]["state"] == "received"


def test_a_false_list_of_publishing_keys_is_thrown_away(
    between: Between, desk: Joining, far: Joining
) -> None:
    reader = far("reader")
    coordinator = desk("coordinator")  # its key is news for the reader
    record = coordinator.published()
    for targets in (b"", b"{}", b"\xff" * 100, b"[" * 600_000, b'{"signatures": [], "signed": {}}'):
        with between.lying(lambda down, t=targets: msgspec.structs.replace(down, targets=t)):
            told_or_failed(reader, repr(targets[:20]))
        assert reader("status")["collections"][PUBLIC]["version"] == 0
    reader("sync")
    assert reader.shown(record)


# Nonsense


def http(status: str, body: bytes, *headers: str) -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", *headers))
    return head.encode() + b"\r\n\r\n" + body


def page(
    status: str, body: bytes = b"<html><body>Please log in</body></html>", length: int | None = None
) -> bytes:
    size = len(body) if length is None else length
    return http(status, body, "content-type: text/html", f"content-length: {size}")


ANSWERS: dict[str, tuple[bytes, str]] = {
    "a page of a portal": (page("200 OK"), "not-a-message"),
    "an empty page": (page("200 OK", b""), "not-a-message"),
    "bad gateway": (page("502 Bad Gateway"), "nonsense"),
    "a mistake without words": (http("500 Internal Server Error", b"", "content-length: 0"), "nonsense"),
    "a redirection": (
        http("302 Found", b"", "location: http://127.0.0.1:9/", "content-length: 0"),
        "not-a-message",
    ),
    "half a message": (page("200 OK", pack(Down(token="x" * 50))[:20]), "not-a-message"),
    "text that is no text": (page("200 OK", b"\x81\xa1k\xa3\xff\xfe\xfd"), "not-a-message"),
    "another message": (page("200 OK", b"\x93\x01\x02\x03"), "not-a-message"),
    "a number": (page("200 OK", b"\x07"), "not-a-message"),
    "very deep": (page("200 OK", b"\x81\xa1c" + b"\x91" * 100_000), "not-a-message"),
    "shorter than it says": (page("200 OK", b"\x80", length=5_000), "cut"),
    "no http": (b"SSH-2.0-OpenSSH_9.2p1\r\n", "cut"),
    "nothing": (b"", "cut"),
    "half a header": (b"HTTP/1.1 200 O", "cut"),
    "a failure of a newer server": (
        page("418 Teapot", b"\x82\xa1x\xaamoon-phase\xa1d\x81\xa4moon\xa4full"),
        "moon-phase",
    ),
}


def test_nonsense_is_said_and_changes_nothing(between: Between, far: Joining) -> None:
    author = far("contributor")
    record = author.write()
    author("propose", record)
    for name, (answer, code) in ANSWERS.items():
        with between.speaking(lambda line, a=answer: line.sendall(a)):
            assert author.fails("sync") == code, name
    assert author.counts() == (0, 1, 0)
    assert author("sync")["events_sent"] == 1


def test_an_endless_answer_is_cut_off(between: Between, far: Joining) -> None:
    reader = far("reader")

    def endless(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        piece = b"100000\r\n" + bytes(0x100000) + b"\r\n"
        while True:
            line.sendall(piece)

    with between.speaking(endless):
        assert reader.fails("sync") == "nonsense"
    assert between.hung_up.wait(10)
    assert reader("sync")["problems"] == []


def test_a_server_that_falls_silent_is_given_up(
    between: Between, far: Joining, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = far("reader")
    monkeypatch.setattr(pace, "SILENCE_SECONDS", 0.2)

    def silent(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n")
        line.recv(1)  # until the desk hangs up

    with between.speaking(silent):
        assert reader.fails("sync") == "stalled"
    assert reader("sync")["problems"] == []


def test_a_server_that_is_down(hub: RunningHub, desk: Joining) -> None:
    author = desk("contributor")
    record = author.write()
    author("propose", record)
    invite = hub.invite("reader", "open-data")
    hub.stop()
    assert author.fails("sync") == "no-answer"
    assert author.fails("join", invite) == "no-answer"
    assert author.counts() == (0, 1, 0)
    assert set(author("status")["roles"]) == {"latam"}


def test_a_newer_server_may_say_more_than_this_desk_knows(
    between: Between, desk: Joining, far: Joining
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    coordinator.published()

    def newer(packed: bytes) -> bytes:
        message = msgspec.msgpack.decode(packed)
        message["weather"] = {"sky": ["blue", 7]}
        for answer in message.get("c", []):
            answer["advice"] = "read it"
        return msgspec.msgpack.encode(message)

    with between.rewriting(newer):
        assert reader("sync")["problems"] == []
    assert reader.root() == coordinator.root()


def test_a_join_is_not_fooled(between: Between, hub: RunningHub, person: Joining) -> None:
    guest = person("guest")
    invite = hub.store.invite(url=between.url, hub="latam", role="contributor")
    for answer, code in ((page("200 OK"), "not-a-message"), (page("503 Busy"), "nonsense"), (b"", "cut")):
        with between.speaking(lambda line, a=answer: line.sendall(a)):
            assert guest.fails("join", invite) == code
        assert guest("status")["roles"] == {}
    assert guest("join", invite)["role"] == "contributor"


# Files


def test_a_false_file_is_thrown_away_and_a_cut_one_goes_on(
    between: Between, desk: Joining, far: Joining, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "Patience", partial(Patience, wait=lambda _seconds: False))
    coordinator, reader = desk("coordinator"), far("reader")
    content = bytes(range(256)) * 800
    file = tmp_path / "handbook.pdf"
    file.write_bytes(content)
    record = coordinator.write()
    coordinator("attach", record, file)
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader("sync")
    path = reader("show", record)["files"][0]
    assert (path["available"], path["bytes_here"]) == (False, 0)

    half = http("200 OK", content[: len(content) // 2], f"content-length: {len(content)}")
    answers = iter([half])
    with between.speaking_for_files(lambda line: line.sendall(next(answers, b""))):
        assert reader.fails("get", record) == "cut"
    assert reader("show", record)["files"][0]["available"] is False

    between.ranges.clear()
    got = reader("get", record)
    assert (got["sha256"], got["bytes"]) == (digest(content).hex(), len(content))
    assert [asked for asked in between.ranges if asked] == [f"bytes={len(content) // 2}-"]

    other = CommandLine(reader.profile, reader._capsys)
    assert other("get", record)["path"] == got["path"]  # no line is needed any more


def test_other_bytes_under_a_files_name_are_refused(
    between: Between, desk: Joining, far: Joining, tmp_path: Any
) -> None:
    coordinator, reader = desk("coordinator"), far("reader")
    file = tmp_path / "handbook.pdf"
    file.write_bytes(b"true words" * 1000)
    record = coordinator.write()
    coordinator("attach", record, file)
    coordinator("propose", record)
    coordinator("accept", record)
    coordinator("publish", "latam")
    reader("sync")
    for body, code in (
        (b"fals words" * 1000, "blob-mismatch"),
        (b"short", "blob-size"),
        (b"true words" * 2000, "blob-size"),
    ):
        answer = http("200 OK", body, f"content-length: {len(body)}")
        with between.speaking_for_files(lambda line, a=answer: line.sendall(a)):
            assert reader.fails("get", record) == code
        for part in (reader.profile / "blobs" / "part").iterdir():
            part.unlink()
    assert reader("get", record)["bytes"] == 10_000
