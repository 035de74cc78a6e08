"""One request up and down: who it is from, what it may cost, and what is read of it."""

from __future__ import annotations

import contextlib
import socket
from urllib.parse import urlsplit

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.errors import HubDeskError
from hubdesk.model.identity import digest
from hubdesk.sync.wire import (
    BODY_LIMIT,
    EXCHANGE,
    EXCHANGE_SIGNED_AS,
    Cursor,
    Down,
    Request,
    Up,
    pack,
    unpack,
)
from hubdesk.trust.bundle import unpack as unpack_bundle
from tests.unit.server.driver import DriverDesk, Refused, RunningHub

PUBLIC = "latam/public"


def test_a_desk_that_nobody_admitted_is_refused(hub: RunningHub) -> None:
    stranger = DriverDesk()
    stranger.server_key, stranger.url = hub.key, hub.url
    with pytest.raises(Refused, match="desk-unknown") as refused:
        stranger.exchange()
    assert refused.value.status == 403


def test_an_exchange_that_was_listened_to_cannot_be_sent_again(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    heard = desk.request(Up())
    desk.send("POST", EXCHANGE, heard)
    with pytest.raises(Refused, match="counter") as refused:
        desk.send("POST", EXCHANGE, heard)
    assert (refused.value.status, refused.value.data) == (409, {"last": 1})


def test_a_desk_restored_from_a_backup_is_told_where_its_counter_stands(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    for _ in range(5):
        desk.exchange()
    with pytest.raises(Refused) as refused:
        desk.send("POST", EXCHANGE, desk.request(Up(), counter=2))
    desk.counter = refused.value.data["last"]
    assert desk.exchange() == Down()


@pytest.mark.parametrize("part", ["desk", "counter", "signature", "body"])
def test_a_changed_part_of_an_exchange_is_noticed(hub: RunningHub, part: str) -> None:
    desk, other = hub.desk("reader"), hub.desk("reader")
    sent = unpack(desk.request(Up()), Request)
    changed = {
        "desk": bytes.fromhex(other.keys.id),
        "counter": sent.counter + 1,
        "signature": bytes(64),
        "body": pack(Up(token=True)),
    }
    with pytest.raises(Refused, match="signature"):
        desk.send("POST", EXCHANGE, pack(msgspec.structs.replace(sent, **{part: changed[part]})))
    assert desk.exchange() == Down()


def test_an_exchange_signed_for_another_server_is_refused(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    desk.server_key = bytes(32)
    with pytest.raises(Refused, match="signature"):
        desk.exchange()


def test_a_body_above_the_limit_is_refused_before_it_is_read(hub: RunningHub) -> None:
    address = urlsplit(hub.url)
    with socket.create_connection((address.hostname, address.port), 10) as line:
        line.sendall(
            f"POST {EXCHANGE} HTTP/1.1\r\nHost: h\r\nContent-Length: {BODY_LIMIT + 1}\r\n\r\n".encode()
        )
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_a_chunked_body_is_cut_at_the_limit_too(hub: RunningHub) -> None:
    address = urlsplit(hub.url)
    with socket.create_connection((address.hostname, address.port), 10) as line:
        head = b"POST /v1/join HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        line.sendall(head + (b"400\r\n" + bytes(1024) + b"\r\n") * 4)
        assert line.recv(100).startswith(b"HTTP/1.1 413")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.binary(max_size=300)
    | st.recursive(st.integers() | st.binary(), st.lists, max_leaves=9).map(
        lambda value: msgspec.msgpack.encode(value if _fits(value) else None)
    )
)
def test_nonsense_is_answered_with_a_code_and_never_a_traceback(hub: RunningHub, body: bytes) -> None:
    desk = DriverDesk()
    desk.url = hub.url
    with pytest.raises(Refused) as refused:
        desk.send("POST", EXCHANGE, body)
    assert refused.value.status in (400, 403)
    assert refused.value.code


def _fits(value: object) -> bool:
    if isinstance(value, list):
        return all(_fits(item) for item in value)
    return not isinstance(value, int) or -(2**63) <= value < 2**64


values = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.text(max_size=9)
    | st.binary(max_size=40)
)
trees = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(up=st.dictionaries(st.sampled_from("ctbpsiolkf"), trees, max_size=5))
def test_a_signed_body_that_is_nonsense_does_no_harm(hub: RunningHub, up: dict[str, object]) -> None:
    store = hub.store
    desk = _member(hub)
    body = msgspec.msgpack.encode(up)
    sent = unpack(desk.request(Up()), Request)
    statement = EXCHANGE_SIGNED_AS + hub.key + sent.counter.to_bytes(8, "big") + digest(body)
    request = Request(sent.desk, sent.counter, desk.keys.signing.sign(statement), body)
    with contextlib.suppress(HubDeskError):  # anything else that it raises fails the test
        assert isinstance(store.exchange(store.authenticate(pack(request))), Down)


def _member(hub: RunningHub) -> DriverDesk:
    known = getattr(hub, "fuzzed", None)
    if known is None:
        known = hub.desk("coordinator")
        hub.fuzzed = known  # type: ignore[attr-defined]
    return known


def test_nothing_new_costs_less_than_500_bytes_with_all_headers(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    desk.sync(PUBLIC, "centre/public")
    assert desk.chain is not None
    held = desk.chain.timestamp_version
    body = desk.request(Up(trust=held, cursors=desk.cursors(PUBLIC, "centre/public")))
    address = urlsplit(hub.url)
    head = (
        f"POST {EXCHANGE} HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    )
    with socket.create_connection((address.hostname, address.port), 10) as line:
        line.sendall(head + body)
        answer = b""
        while not answer.partition(b"\r\n\r\n")[2]:
            answer += line.recv(4096)
    assert answer.endswith(b"\r\n\r\n" + pack(Down()))
    assert len(head + body) + len(answer) < 400


def test_what_a_desk_may_not_read_is_refused_by_name(hub: RunningHub) -> None:
    down = hub.desk("reader").sync(PUBLIC, "latam/members", "atlantis/public")
    assert {answer.collection: answer.refused for answer in down.collections} == {
        "latam/members": "role",
        "atlantis/public": "collection-unknown",
    }


def test_a_desk_that_is_newer_than_the_server_is_told_so(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    down = desk.exchange(cursors=[Cursor(PUBLIC, 7, bytes(8))])
    assert [(answer.behind, answer.head) for answer in down.collections] == [(0, None)]


def test_nothing_new_costs_no_byte_of_metadata(hub: RunningHub) -> None:
    reader = hub.desk("reader")
    assert reader.exchange().trust == b""


def test_newer_metadata_comes_against_what_is_held(hub: RunningHub) -> None:
    reader, coordinator = hub.desk("reader"), hub.desk("coordinator")
    down = reader.exchange()
    assert 0 < len(down.trust) < 900
    assert not down.whole
    assert reader.chain == coordinator.chain


def test_metadata_comes_whole_to_who_names_a_timestamp_that_was_never_signed(hub: RunningHub) -> None:
    reader = hub.desk("reader")
    down = reader.exchange(trust=7)
    assert down.whole
    assert unpack_bundle(down.trust, None) == reader.chain.bundle  # type: ignore[union-attr]


def test_an_answer_stays_below_the_limit_a_desk_asked_for(hub: RunningHub) -> None:
    coordinator = hub.desk("coordinator")
    for name in (PUBLIC, "latam/members"):
        records = [coordinator.write(title={"en": f"{number}"}) for number in range(20)]
        coordinator.sync(name, publications=[coordinator.publication(name, records)])
    desk = hub.desk("contributor")
    desk.chain = coordinator.chain
    down = desk.sync(PUBLIC, "latam/members", limit=1_500)
    assert down.more
    assert len(down.collections) == 1
    down = desk.sync(PUBLIC, "latam/members", limit=1_500)
    assert not down.more
    assert desk.of("latam/members").version == desk.of(PUBLIC).version == 1
