"""A list of shared software counts with its signatures, and in its one form."""

from __future__ import annotations

import msgspec
import pytest

from hubdesk.errors import Untrusted
from hubdesk.trust import roles
from hubdesk.trust.chain import Target
from hubdesk.trust.installers import (
    Installer,
    InstallerList,
    empty_list,
    joined,
    read_list,
    read_offer,
    sign_list,
)
from hubdesk.trust.keys import SigningKey
from tests.unit.trust.centre import START, key

TOOL = Installer(
    sha256="ab" * 32,
    size=1_000,
    record="0190b7c2-0000-7000-8000-000000000001",
    name="tool.msi",
    licence="EUPL-1.2",
    since="2026-11-22T23:30:00Z",
)
LISTED = empty_list("latam").with_one(TOOL)
ONE, TWO = key(), key()
KEYS = {one.id: one.public for one in (ONE, TWO)}


def signed(*signers: SigningKey, listed: InstallerList = LISTED, version: int = 5) -> bytes:
    return sign_list(listed, version, signers, START)


def test_a_list_comes_back_with_who_signed_it() -> None:
    offer = read_offer(LISTED.body(), signed(ONE, TWO), "latam", KEYS)
    assert offer.list.find(TOOL.sha256) == TOOL
    assert offer.list.find("cd" * 32) is None
    assert (offer.signers, offer.version) == (frozenset(KEYS), 5)


def test_signatures_of_strangers_are_left_out() -> None:
    assert read_offer(LISTED.body(), signed(ONE, key()), "latam", KEYS).signers == frozenset([ONE.id])
    with pytest.raises(Untrusted, match="installers-unsigned"):
        read_offer(LISTED.body(), signed(key()), "latam", KEYS)


def test_a_second_signature_joins_the_first_only_where_both_say_the_same() -> None:
    both = joined(signed(ONE), signed(TWO))
    assert read_offer(LISTED.body(), both, "latam", KEYS).signers == frozenset(KEYS)
    assert joined(signed(ONE), signed(TWO, version=6)) == signed(ONE)


def test_a_later_entry_takes_the_place_of_an_earlier_one() -> None:
    gone = msgspec.structs.replace(TOOL, withdrawn="It loses words.")
    later = LISTED.with_one(gone).with_one(msgspec.structs.replace(TOOL, sha256="00" * 32))
    assert [item.withdrawn for item in later.installers] == ["", "It loses words."]


def other(**parts: object) -> bytes:
    return msgspec.structs.replace(LISTED, **parts).body()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        LISTED.body() + b" ",
        LISTED.body().replace(b'"withdrawn":""', b'"more":1,"withdrawn":""'),
        other(hub="open-data"),
        other(format=2),
        other(installers=[TOOL, TOOL]),
        other(installers=[msgspec.structs.replace(TOOL, sha256="AB" * 32)]),
        other(installers=[msgspec.structs.replace(TOOL, size=-1)]),
        b" " * 600_000,
    ],
)
def test_what_is_not_in_the_one_form_is_refused(content: bytes) -> None:
    with pytest.raises(Untrusted, match="installers-broken"):
        read_list(content, "latam")


@pytest.mark.parametrize(
    "role",
    [
        b"",
        b"{}",
        b" " * 70_000,
        sign_list(LISTED.with_one(msgspec.structs.replace(TOOL, size=7)), 5, [ONE], START),
        roles.write_listing(5, {"latam/public": Target(b"\0" * 32, 3)}, [ONE], START),
        roles.write_timestamp(5, 1, ONE, START),
    ],
)
def test_a_document_that_does_not_name_the_list_is_refused(role: bytes) -> None:
    with pytest.raises(Untrusted, match="installers-broken"):
        read_offer(LISTED.body(), role, "latam", KEYS)
