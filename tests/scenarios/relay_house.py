"""A house with a relay: the hub's line is counted, and desks know the relay by its address."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hubdesk.desk import Desk
from hubdesk.relay.running import Beside
from tests.unit.server.driver import RunningHub


class House:
    """A running relay and its desk."""

    def __init__(self, desk: Desk, relay: Beside) -> None:
        self.desk = desk
        self.relay = relay
        self.url = relay.address

    def cost(self) -> int:
        """The bytes that the relay's own exchanges and files cost the hub's line so far."""
        return self.desk.limits.moved

    def fetch(self) -> None:
        """Let the relay ask the hub, as if a minute had passed, and wait for the end of it."""
        self.forget()
        while self.relay.store.news.wanted(wait=20) is not None:
            pass

    def forget(self) -> None:
        """Let a minute pass."""
        self.relay.store.news.forget()

    def log(self) -> str:
        return (self.desk.profile / "relay" / "log" / "requests.log").read_text(encoding="utf-8")


@contextmanager
def a_house(hub: RunningHub, folder: Path, *, tls: bool = False, role: str = "reader") -> Iterator[House]:
    desk = Desk.create(folder, use_keyring=False)
    desk.join(hub.invite(role))
    with running_relay(desk, tls=tls) as house:
        yield house
    desk.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("relay")]


@contextmanager
def running_relay(desk: Desk, *, tls: bool = False, own: bool = True) -> Iterator[House]:
    relay = Beside(desk, host="127.0.0.1", port=0, tls=tls, own=own, announced=False)
    try:
        yield House(desk, relay)
    finally:
        relay.stop()
