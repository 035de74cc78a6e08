"""A desk in memory that speaks the wire and nothing else, so that the server is tested without the desk's code."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import urllib3

from hubdesk.errors import BadInput
from hubdesk.locations import resource
from hubdesk.model.identity import digest, id_bytes, new_id, tree_key
from hubdesk.model.kind import Kinds, read_kinds
from hubdesk.model.record import Revision, write_revision
from hubdesk.server.limits import Rates
from hubdesk.server.serve import Running
from hubdesk.server.sqlite_store import Quotas, SqliteStore
from hubdesk.state import frame
from hubdesk.state.batch import Batch, Event
from hubdesk.state.delta import make_delta, read_delta
from hubdesk.state.head import FORMAT, Head, SignedHead, lengthen
from hubdesk.state.snapshot import read_snapshot
from hubdesk.state.tree import EMPTY_ROOT, Nodes, nodes_of
from hubdesk.sync.wire import (
    BLOBS,
    EXCHANGE,
    EXCHANGE_SIGNED_AS,
    JOIN,
    JOIN_SIGNED_AS,
    CollectionAnswer,
    Cursor,
    Delta,
    Down,
    Failure,
    Joined,
    JoinRequest,
    Publication,
    Request,
    SentBatch,
    SignedJoin,
    Up,
    pack,
    unpack,
)
from hubdesk.trust.bundle import Bundle
from hubdesk.trust.bundle import unpack as unpack_bundle
from hubdesk.trust.chain import READ, Chain, read_chain
from hubdesk.trust.heads import check_head, sign_head
from hubdesk.trust.invite import read_invite
from hubdesk.trust.keys import DeskKeys
from hubdesk.trust.roles import heads_listed, next_version, version_of, write_listing


class Refused(Exception):
    """An answer with a status of 400 or above."""

    def __init__(self, status: int, failure: Failure, headers: dict[str, str]) -> None:
        super().__init__(status, failure.code, failure.data)
        self.status = status
        self.code = failure.code
        self.data = failure.data
        self.headers = headers


class Held:
    """The records of one collection in memory: the Holding of state/delta.py."""

    def __init__(self) -> None:
        self.records: dict[bytes, Revision] = {}
        self.version = 0
        self.root = EMPTY_ROOT
        self.signed: SignedHead | None = None

    def bucket(self, number: int) -> Sequence[bytes]:
        inside = [key for key in self.records if tree_key(key)[:2] == number.to_bytes(2, "big")]
        return sorted(inside, key=tree_key)

    def revisions(self, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        found = {key: self.records[key] for key in ids if key in self.records}
        return {key: (revision.hash, revision.canonical) for key, revision in found.items()}

    def newest(self) -> Iterator[bytes]:
        for key in sorted(self.records, key=lambda key: (key[6] >> 4 == 7, key), reverse=True):
            yield self.records[key].canonical

    def nodes_with(self, revisions: Sequence[Revision] = ()) -> Nodes:
        records = self.records | {id_bytes(revision.content.id): revision for revision in revisions}
        return nodes_of(sorted((tree_key(key), key, revision.hash) for key, revision in records.items()))


class DriverDesk:
    """One desk. What it asks for is checked as a desk must check it."""

    def __init__(self, keys: DeskKeys | None = None) -> None:
        self.keys = keys or DeskKeys.generate()
        self.counter = 0
        self.sequence = 1
        self.held: dict[str, Held] = {}
        self.http = urllib3.PoolManager(num_pools=1, retries=False, timeout=30)
        self.url = ""
        self.joined: Joined | None = None
        self.chain: Chain | None = None
        self.token = ""
        self.signs_roles = True

    # The wire

    def send(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> urllib3.BaseHTTPResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.http.request(method, self.url + path, body=body, headers=named, decode_content=False)
        if answer.status >= 400:
            failure = unpack(answer.data, Failure) if answer.data else Failure(code="")
            raise Refused(answer.status, failure, dict(answer.headers))
        return answer

    def join(self, text: str, url: str = "") -> Joined:
        invite = read_invite(text)
        self.url = url or invite.url
        request = JoinRequest(
            secret=invite.secret,
            hub=invite.hub,
            sign=self.keys.signing.public,
            receive=self.keys.recipient,
            publish=self.keys.publishing.public if invite.role in ("coordinator", "secretariat") else b"",
        )
        return self.join_with(request, self.server_key_of(invite.server_key), invite.root)

    def server_key_of(self, hashed: bytes) -> bytes:
        """The invite names only the key's hash; over plain http the tests look the key up."""
        assert digest(self.server_key) == hashed
        return self.server_key

    server_key: bytes = b""

    def join_with(self, request: JoinRequest, server_key: bytes, root: bytes) -> Joined:
        body = pack(request)
        signature = self.keys.signing.sign(JOIN_SIGNED_AS + digest(server_key) + body)
        joined = unpack(self.send("POST", JOIN, pack(SignedJoin(body, signature))).data, Joined)
        self.joined = joined
        self.keep(unpack_bundle(joined.trust, None), root)
        return joined

    def keep(self, bundle: Bundle, anchor: bytes | None = None) -> None:
        """Verify metadata as a desk does; nothing older is taken."""
        self.chain = read_chain(bundle, anchor=anchor, held=self.chain, at=datetime.now(UTC), policy=READ)

    def request(self, up: Up, counter: int | None = None) -> bytes:
        self.counter = self.counter + 1 if counter is None else counter
        body = pack(up)
        statement = EXCHANGE_SIGNED_AS + self.server_key + self.counter.to_bytes(8, "big") + digest(body)
        signature = self.keys.signing.sign(statement)
        return pack(Request(bytes.fromhex(self.keys.id), self.counter, signature, body))

    def exchange(self, **up: Any) -> Down:
        """One exchange; what it brings of metadata is verified and kept, and heads are told whole."""
        if self.chain is not None:
            up = {"trust": self.chain.timestamp_version, "root": self.chain.root_version} | up
        if up.get("publications"):
            up["publications"] = self.with_roles(up["publications"])
        down = unpack(self.send("POST", EXCHANGE, self.request(Up(**up))).data, Down)
        self.token = down.token or self.token
        told = self.lengthened(down, up.get("publications", []), {})
        if down.trust:
            heads = [answer.head.body for answer in told if answer.head is not None]
            known = self.chain.bundle if self.chain is not None and not down.whole else None
            if known is not None:
                known = msgspec.structs.replace(known, roots=known.roots[-1:])
            self.keep(unpack_bundle(down.trust, known, heads))
        keys = self.publishers() if self.chain is not None else {}
        told = self.lengthened(down, up.get("publications", []), keys)
        return msgspec.structs.replace(down, collections=told)

    def lengthened(
        self, down: Down, published: list[Publication], keys: dict[str, dict[str, bytes]]
    ) -> list[CollectionAnswer]:
        """The answers with every head told whole."""
        bases = {name: (held.version, held.root) for name, held in self.held.items()}
        for publication, answer in zip(published, down.published, strict=True):
            if not answer.code:
                head = publication.head.head()
                bases[answer.collection] = (head.version, bytes.fromhex(head.root))
        found = []
        for answer in down.collections:
            if answer.short is not None:
                hub = answer.collection.partition("/")[0]
                signed = lengthen(
                    answer.short, answer.collection, *bases[answer.collection], list(keys.get(hub, {}))
                )
                answer = msgspec.structs.replace(answer, head=signed, short=None)
            found.append(answer)
        return found

    def with_roles(self, publications: list[Publication]) -> list[Publication]:
        """Publications; where one hub has several, or one without a role, the first has one that lists their heads."""
        hubs: dict[str, dict[str, bytes]] = {}
        for publication in publications:
            with contextlib.suppress(BadInput):
                name = publication.head.head().collection
                hubs.setdefault(name.partition("/")[0], {})[name] = publication.head.body
        one = len(publications) == 1 and publications[0].role
        signed = {} if one or not self.signs_roles else {hub: self.role(hub, hubs[hub]) for hub in hubs}
        found = []
        for publication in publications:
            role = publication.role
            with contextlib.suppress(BadInput):
                role = signed.pop(publication.head.head().collection.partition("/")[0], role)
            found.append(msgspec.structs.replace(publication, role=role))
        return found

    def role(self, hub: str, heads: dict[str, bytes]) -> bytes:
        """The hub's next role, with these heads in the place of those it lists now."""
        assert self.chain is not None
        before = self.chain.bundle.roles.get(hub)
        version = next_version(version_of(before) if before else 0, datetime.now(UTC))
        held = {
            name: held.signed.body
            for name, held in self.held.items()
            if held.signed is not None and name.startswith(f"{hub}/")
        }
        listed = heads_listed(held) | self.chain.listing(hub) | heads_listed(heads)
        return write_listing(version, listed, [self.keys.publishing], datetime.now(UTC))

    # Reading

    def publishers(self) -> dict[str, dict[str, bytes]]:
        assert self.chain is not None
        return self.chain.publishers()

    def of(self, name: str) -> Held:
        return self.held.setdefault(name, Held())

    def cursors(self, *names: str) -> list[Cursor]:
        return [Cursor(name, self.of(name).version, self.of(name).root[:8]) for name in names]

    def sync(self, *names: str, **up: Any) -> Down:
        """One exchange; what it brings is checked and taken in."""
        published = up.get("publications", [])
        down = self.exchange(cursors=self.cursors(*names), **up)
        for publication, answer in zip(published, down.published, strict=True):
            if not answer.code:
                delta = publication.delta
                self.take(CollectionAnswer(collection=answer.collection, head=publication.head, delta=delta))
        for answer in down.collections:
            self.take(answer)
        return down

    def take(self, answer: CollectionAnswer) -> None:
        if answer.head is None:
            return
        held = self.of(answer.collection)
        head = check_head(answer.head, self.publishers(), answer.collection)
        if answer.snapshot is not None:
            base = check_head(answer.snapshot.head, self.publishers(), answer.collection)
            nodes = Nodes.from_sparse(answer.snapshot.nodes)
            assert nodes.root().hex() == base.root
            stream = answer.snapshot.inline or self.fetch(answer.snapshot.blob.sha256)
            assert digest(stream) == answer.snapshot.blob.sha256
            assert len(stream) == answer.snapshot.blob.size
            held.records = {
                id_bytes(revision.content.id): revision
                for _, revisions in read_snapshot([stream], nodes)
                for revision in revisions
            }
        delta = answer.delta
        if answer.delta_blob is not None:
            delta = unpack(self.fetch(answer.delta_blob.sha256), Delta)
        if delta is not None:
            fresh = read_delta(held, delta)
            held.records |= {id_bytes(revision.content.id): revision for revision in fresh}
        assert held.nodes_with().root().hex() == head.root
        assert len(held.records) == head.records
        held.version, held.root, held.signed = head.version, bytes.fromhex(head.root), answer.head

    def fetch(self, sha256: bytes, **headers: str) -> bytes:
        return self.send("GET", BLOBS + sha256.hex(), Authorization=f"Bearer {self.token}", **headers).data

    def upload(self, content: bytes) -> bytes:
        sha256 = digest(content)
        self.send("PUT", BLOBS + sha256.hex(), content, Authorization=f"Bearer {self.token}")
        return sha256

    # Writing

    def write(self, kind: str = "tool", record_id: str | None = None, **fields: Any) -> Revision:
        fields.setdefault("title", {"en": "A checklist"})
        return write_revision(
            record_id or new_id(), kind, by=self.keys.id, at="2026-11-22T17:30:00Z", parents=[], fields=fields
        )

    def edit(self, old: Revision, **fields: Any) -> Revision:
        return write_revision(
            old.content.id,
            old.content.kind,
            by=self.keys.id,
            at="2026-11-23T09:00:00Z",
            parents=[old.hash.hex()],
            fields=old.fields | fields,
        )

    def batch(
        self, name: str, revisions: Sequence[Revision], replaces: dict[int, int] | None = None
    ) -> SentBatch:
        """A self-contained batch of new records or edits, numbered on."""
        replaces = replaces or {}
        held = self.of(name).records
        events = []
        for place, revision in enumerate(revisions):
            record = id_bytes(revision.content.id)
            base = held[record].hash if record in held else b""
            events.append(Event(record, base, revision.hash, replaces.get(self.sequence + place, 0)))
        return self.events(name, events, revisions)

    def events(self, name: str, events: list[Event], revisions: Sequence[Revision]) -> SentBatch:
        batch = Batch(self.keys.id, name, self.sequence, events)
        self.sequence += len(events)
        contents = b"\n".join(revision.canonical for revision in revisions)
        return SentBatch(
            collection=name,
            first=batch.first,
            signature=self.keys.signing.sign(batch.statement()),
            events=events,
            contents=frame.pack(contents) if contents else b"",
        )

    def delta_batch(self, name: str, revisions: Sequence[Revision]) -> SentBatch:
        """A batch as one delta against what the desk holds."""
        delta = make_delta(self.of(name), revisions)
        ordered = read_delta(self.of(name), delta)
        sent = self.batch(name, ordered)
        return SentBatch(collection=name, first=sent.first, signature=sent.signature, delta=delta)

    def head(self, name: str, revisions: Sequence[Revision], **changed: Any) -> SignedHead:
        held = self.of(name)
        records = held.records | {id_bytes(revision.content.id): revision for revision in revisions}
        stated = {
            "format": FORMAT,
            "collection": name,
            "version": held.version + 1,
            "root": held.nodes_with(revisions).root().hex(),
            "records": len(records),
            "previous": held.root.hex(),
            "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        return sign_head(Head(**(stated | changed)), self.keys.publishing)

    def publication(self, name: str, revisions: Sequence[Revision], **changed: Any) -> Publication:
        signed = self.head(name, revisions, **changed)
        role = self.role(name.partition("/")[0], {name: signed.body})
        return Publication(head=signed, delta=make_delta(self.of(name), revisions), role=role)


def real_kinds() -> Kinds:
    return read_kinds(resource("kinds"), resource("fields.toml"))


class RunningHub:
    """A hub on loopback in a thread."""

    def __init__(
        self, folder: Path, quotas: Quotas | None = None, rates: Rates | None = None, *, tls: bool = False
    ):
        self.folder = folder
        self.store = SqliteStore(folder, real_kinds(), quotas)
        self._up = threading.Event()
        self._running = Running(
            self.store, folder, rates=rates, tls=tls, on_listening=lambda _url: self._up.set(), quiet=True
        )
        self.url = self._running.url
        self.key = self.store.centre.keys.online.public
        self._thread = threading.Thread(target=self._running.run)
        self._thread.start()
        assert self._up.wait(10)

    def invite(self, role: str, hub: str = "latam") -> str:
        return self.store.invite(url=self.url, hub=hub, role=role)

    def desk(self, role: str, hub: str = "latam") -> DriverDesk:
        """A desk that has joined."""
        desk = DriverDesk()
        desk.server_key = self.key
        desk.join(self.invite(role, hub))
        return desk

    def stop(self) -> None:
        self._running.stop()
        self._thread.join(10)
        assert not self._thread.is_alive()
        self.store.close()


@contextmanager
def running_hub(folder: Path, **options: Any) -> Iterator[RunningHub]:
    hub = RunningHub(folder, **options)
    try:
        yield hub
    finally:
        hub.stop()
