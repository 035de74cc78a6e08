"""The hub keeps a list with one signature waiting, makes one with two a part of its metadata, and never goes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection

from hubdesk.server.database import Database
from hubdesk.server.installers import Installers
from hubdesk.sync.wire import SentInstallers
from hubdesk.trust.chain import FRESH, READ, Chain, read_chain
from hubdesk.trust.installers import (
    Installer,
    InstallerList,
    empty_list,
    pack_list,
    read_offer,
    sign_list,
    unpack_list,
)
from hubdesk.trust.keys import SigningKey
from tests.unit.trust.centre import START, Centre, key

TOOL = Installer(
    sha256="ab" * 32,
    size=1_000,
    record="0190b7c2-0000-7000-8000-000000000001",
    name="tool.msi",
    licence="EUPL-1.2",
    since="2026-11-22T23:30:00Z",
)
LISTED = empty_list("latam").with_one(TOOL)


class Hub:
    """A hub's database with the Centre's metadata in memory."""

    def __init__(self, folder: Path) -> None:
        self.centre = Centre()
        self.database = Database(folder)
        self.database.create()
        self.installers = Installers(self.chain, self._replace)

    def chain(self, _: Connection | None = None) -> Chain:
        centre = self.centre
        return read_chain(centre.bundle, anchor=centre.anchor, at=centre.now, policy=READ)

    def _replace(self, _: Connection, name: str, document: bytes) -> None:
        self.centre.roles[name] = document
        self.centre.bundle = self.centre.sign_online()

    def take(self, role: bytes, listed: InstallerList = LISTED) -> str:
        sent = SentInstallers(hub=listed.hub, packed=pack_list(listed.body(), role))
        with self.database.write() as connection:
            return self.installers.take(connection, [sent])[0].code

    def news(self, after: int = 0) -> list[SentInstallers]:
        with self.database.read() as connection:
            return self.installers.news(connection, after)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    made = Hub(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def signers(hub: Hub) -> tuple[SigningKey, SigningKey]:
    return hub.centre.publishers["latam"][0], hub.centre.publishers["centre"][0]


def signed(*by: SigningKey, version: int = 5, listed: InstallerList = LISTED) -> bytes:
    return sign_list(listed, version, by, START)


def test_one_signature_waits_for_the_second(hub: Hub, signers: tuple[SigningKey, SigningKey]) -> None:
    assert hub.take(signed(signers[0])) == ""
    (waiting,) = hub.news()
    assert (waiting.hub, waiting.number, waiting.is_offer) == ("latam", 1, True)
    assert unpack_list(waiting.packed, "latam")[0] == LISTED.body()
    assert hub.chain().state("latam-installers", hub.centre.now) != FRESH
    assert hub.take(signed(signers[1])) == ""  # each signs for itself; the hub joins them
    (standing,) = hub.news()
    assert (standing.number, standing.is_offer) == (2, False)
    assert hub.chain().state("latam-installers", hub.centre.now) == FRESH
    keys = hub.chain().installers()["latam"].keys
    assert read_offer(*unpack_list(standing.packed, "latam"), "latam", keys).signers == {
        one.id for one in signers
    }


def test_news_are_told_once_and_all_of_them_after_a_restored_server(
    hub: Hub, signers: tuple[SigningKey, SigningKey]
) -> None:
    hub.take(signed(*signers))
    assert [item.number for item in hub.news(0)] == [1]
    assert hub.news(1) == []
    assert [item.number for item in hub.news(99)] == [1]


def test_nothing_goes_back(hub: Hub, signers: tuple[SigningKey, SigningKey]) -> None:
    assert hub.take(signed(*signers, version=6)) == ""
    assert hub.take(signed(*signers, version=6)) == "outdated"
    assert hub.take(signed(signers[0], version=5)) == "outdated"
    later = LISTED.with_one(msgspec.structs.replace(TOOL, withdrawn="It loses words."))
    assert hub.take(signed(signers[0], version=7, listed=later), later) == ""
    assert hub.take(signed(signers[1], version=7)) == "outdated"  # another list of the same version
    assert [item.is_offer for item in hub.news()] == [False, True]


def test_only_those_who_may_sign_are_heard_whoever_brings_it(
    hub: Hub, signers: tuple[SigningKey, SigningKey]
) -> None:
    assert hub.take(signed(key())) == "installers-unsigned"
    assert hub.take(signed(hub.centre.publishers["open-data"][0])) == "installers-unsigned"
    elsewhere = empty_list("nowhere")
    assert hub.take(signed(signers[0], listed=elsewhere), elsewhere) == "not-a-signer"
    assert hub.news() == []


@pytest.mark.parametrize("packed", [b"", b"x", pack_list(b"{}", b"{}"), pack_list(LISTED.body(), b"")])
def test_broken_lists_are_refused(hub: Hub, packed: bytes) -> None:
    with hub.database.write() as connection:
        sent = SentInstallers(hub="latam", packed=packed)
        assert hub.installers.take(connection, [sent])[0].code == "installers-broken"
