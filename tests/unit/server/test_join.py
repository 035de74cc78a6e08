"""Who is let in, as what, and how often."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from hubdesk.errors import BadInput
from hubdesk.server.sqlite_store import utc_now
from hubdesk.sync.wire import JOIN, JoinRequest, SignedJoin, pack
from hubdesk.trust.admission import read_admission
from hubdesk.trust.invite import read_invite
from tests.unit.server.driver import DriverDesk, Refused, RunningHub


def newcomer(hub: RunningHub) -> DriverDesk:
    desk = DriverDesk()
    desk.server_key = hub.key
    return desk


def test_a_reader_is_told_what_it_may_read(hub: RunningHub) -> None:
    joined = newcomer(hub).join(hub.invite("reader"))
    assert (joined.hub, joined.role, joined.trial) == ("latam", "reader", True)
    assert "latam/public" in joined.collections
    assert "latam/members" not in joined.collections


def test_an_admission_names_the_desk_and_is_signed_by_the_server(hub: RunningHub) -> None:
    desk = newcomer(hub)
    joined = desk.join(hub.invite("contributor"))
    statement = read_admission(joined.admission.body, joined.admission.signature, hub.key)
    assert (statement.desk, statement.role, statement.hub) == (desk.keys.id, "contributor", "latam")
    assert statement.publish == ""


def test_a_second_desk_cannot_use_an_invite_and_the_inviter_can_see_it(hub: RunningHub) -> None:
    invite = hub.invite("reader")
    newcomer(hub).join(invite)
    second = newcomer(hub)
    with pytest.raises(Refused, match="invite-used"):
        second.join(invite)
    assert [use[:3] for use in hub.store.second_uses()] == [("reader", "latam", second.keys.id)]


def test_the_same_desk_may_ask_again_because_an_answer_may_be_lost(hub: RunningHub) -> None:
    desk, invite = newcomer(hub), hub.invite("coordinator")
    first = desk.join(invite)
    again = desk.join(invite)
    assert first == again
    assert desk.sync("centre/public").collections[0].head.head().version == 1


def test_an_invite_that_was_never_made_is_refused(hub: RunningHub) -> None:
    invite = read_invite(hub.invite("reader"))
    desk = newcomer(hub)
    desk.url = hub.url
    request = JoinRequest(
        secret=bytes(16), hub="latam", sign=desk.keys.signing.public, receive=desk.keys.recipient
    )
    with pytest.raises(Refused, match="invite-unknown"):
        desk.join_with(request, hub.key, invite.root)


def test_an_invite_for_one_hub_opens_no_other(hub: RunningHub) -> None:
    invite = read_invite(hub.invite("reader"))
    desk = newcomer(hub)
    desk.url = hub.url
    request = JoinRequest(
        secret=invite.secret, hub="open-data", sign=desk.keys.signing.public, receive=desk.keys.recipient
    )
    with pytest.raises(Refused, match="invite-elsewhere"):
        desk.join_with(request, hub.key, invite.root)


def test_an_expired_invite_is_refused(hub: RunningHub, monkeypatch: pytest.MonkeyPatch) -> None:
    invite = hub.invite("reader")
    monkeypatch.setattr(hub.store._joining, "_now", lambda: utc_now() + timedelta(days=15))
    with pytest.raises(Refused, match="invite-expired"):
        newcomer(hub).join(invite)


def test_a_join_must_be_signed_with_the_key_that_it_names(hub: RunningHub) -> None:
    invite = read_invite(hub.invite("reader"))
    desk, other = newcomer(hub), newcomer(hub)
    desk.url = hub.url
    body = pack(
        JoinRequest(
            secret=invite.secret, hub="latam", sign=desk.keys.signing.public, receive=desk.keys.recipient
        )
    )
    with pytest.raises(Refused, match="signature"):
        desk.send("POST", JOIN, pack(SignedJoin(body, other.keys.signing.sign(body))))


@pytest.mark.parametrize(
    "wrong", [{"sign": bytes(31)}, {"receive": "age1nothing"}, {"receive": "é" * 90}, {"publish": b"short"}]
)
def test_keys_that_are_none_are_refused_and_use_nothing_up(hub: RunningHub, wrong: dict[str, object]) -> None:
    text = hub.invite("coordinator")
    invite = read_invite(text)
    desk = newcomer(hub)
    desk.url = hub.url
    request = JoinRequest(
        secret=invite.secret,
        hub="latam",
        sign=desk.keys.signing.public,
        receive=desk.keys.recipient,
        publish=desk.keys.publishing.public,
    )
    with pytest.raises(Refused):
        desk.join_with(msgspec.structs.replace(request, **wrong), hub.key, invite.root)
    assert newcomer(hub).join(text).role == "coordinator"


def test_a_coordinator_publishes_for_its_hub_from_then_on_and_the_centre_says_so(hub: RunningHub) -> None:
    desk = hub.desk("coordinator", "open-data")
    assert desk.keys.publishing.id in desk.publishers()["open-data"]
    assert desk.publishers()["latam"] == {}
    desk.sync("centre/public")
    (record,) = desk.of("centre/public").records.values()
    assert record.content.kind == "admission"
    assert record.fields["desk"] == desk.keys.id
    assert record.fields["publish"] == desk.keys.publishing.public.hex()


def test_a_desk_that_joins_a_second_hub_has_both_roles(hub: RunningHub) -> None:
    desk = hub.desk("reader")
    joined = desk.join(hub.invite("contributor", "open-data"))
    assert {"open-data/members", "latam/public"} <= set(joined.collections)
    assert "latam/members" not in joined.collections


def test_a_hub_has_at_most_eight_publishing_keys(hub: RunningHub) -> None:
    for _ in range(8):
        hub.desk("coordinator")
    with pytest.raises(Refused, match="publishers-full"):
        hub.desk("coordinator")


@pytest.mark.parametrize(
    ("role", "hub_name", "code"),
    [
        ("king", "latam", "role-unknown"),
        ("reader", "", "role-needs-hub"),
        ("reader", "centre", "role-elsewhere"),
        ("secretariat", "latam", "role-elsewhere"),
        ("reader", "atlantis", "hub-unknown"),
    ],
)
def test_an_invite_that_makes_no_sense_is_not_made(
    hub: RunningHub, role: str, hub_name: str, code: str
) -> None:
    with pytest.raises(BadInput, match=code):
        hub.invite(role, hub_name)


@pytest.mark.parametrize("url", ["", "ftp://x", "http://", "http://a b", "hub.example.org"])
def test_an_invite_needs_an_address_that_a_desk_can_reach(hub: RunningHub, url: str) -> None:
    with pytest.raises(BadInput, match="url-unusable"):
        hub.store.invite(url=url, hub="latam", role="reader")
