"""A small world in one process: desks and a server that are the real ones, and a road between them that may fail.

Invariant: nothing here stands for the program's own code; only the wire, the clocks and the disks' copies are made up,
so that what is lost in this world would be lost outside too.
"""

from __future__ import annotations

import shutil
import threading
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest.mock import patch

from hubdesk.catalogue.profile import create_profile
from hubdesk.desk import Desk
from hubdesk.errors import HubDeskError, ServerAnswer, Unreachable
from hubdesk.model.kind import Kinds
from hubdesk.server.centre import create_centre
from hubdesk.server.refusal import refusal_of
from hubdesk.server.sqlite_store import SqliteStore
from hubdesk.server.states import newest
from hubdesk.sync import join as joining
from hubdesk.sync import link as linking
from hubdesk.sync.transport import Meter
from hubdesk.sync.wire import BLOBS, EXCHANGE, JOIN, REVISIONS, Down, pack
from tests.unit.server.driver import real_kinds

URL = "http://127.0.0.1:9"
LATAM, OPEN_DATA = "latam/public", "open-data/public"
COLLECTIONS = (LATAM, OPEN_DATA)
SENTENCES = "One speaks of the committee. Two speaks of the chamber. Three speaks of the public."
PLACES = {
    "Ana": {"latam": "coordinator"},
    "Carla": {"latam": "contributor"},
    "Ben": {"latam": "coordinator"},
    "Olga": {"open-data": "coordinator", "latam": "contributor"},
    "Rosa": {"latam": "reader", "open-data": "contributor"},
}
"""Who sits where; a world of n desks has the first n."""

LOSE_REQUEST = "the request is lost"
LOSE_ANSWER = "the answer is lost after the server took the request"
TWICE = "the request arrives twice"
OLD_ANSWER = "an old answer comes instead, and the server hears nothing"
FINE = "nothing happens"
FAULTS = (LOSE_REQUEST, LOSE_ANSWER, TWICE, OLD_ANSWER)

the_kinds: Callable[[], Kinds] = cache(real_kinds)


class Unhurried(threading.Event):
    """Nobody stops, and every wait is over at once."""

    def wait(self, timeout: float | None = None) -> bool:
        return self.is_set()


class Clock:
    """A clock that may be wrong, and jump."""

    def __init__(self) -> None:
        self.wrong_by = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.wrong_by

    def text(self) -> str:
        return self.now().strftime("%Y-%m-%dT%H:%M:%SZ")


class Folder:
    """A folder of which somebody keeps a copy."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self._copy = folder.with_name(f"{folder.name}-copy")

    @property
    def has_copy(self) -> bool:
        return self._copy.exists()

    def keep_copy(self) -> None:
        shutil.rmtree(self._copy, ignore_errors=True)
        shutil.copytree(self.path, self._copy)

    def put_copy_back(self) -> None:
        shutil.rmtree(self.path)
        shutil.copytree(self._copy, self.path)


class Server:
    """The hub: its own store, without sockets."""

    def __init__(self, folder: Path) -> None:
        self.folder = Folder(folder)
        self.clock = Clock()
        self.store = SqliteStore(folder, the_kinds(), now=self.clock.now)

    def close(self) -> None:
        self.store.close()

    def keep_copy(self) -> None:
        self.close()
        self.folder.keep_copy()
        self._open()

    def restore(self) -> None:
        self.close()
        self.folder.put_copy_back()
        self._open()

    def _open(self) -> None:
        self.store = SqliteStore(self.folder.path, the_kinds(), now=self.clock.now)

    def version(self, collection: str) -> int:
        with self.store.database.read() as connection:
            standing = newest(connection, collection)
            return standing.version if standing is not None else 0

    def answer(self, path: str, body: bytes) -> bytes:
        """What the HTTP face does with a POST, and what a desk's transport makes of a refusal."""
        try:
            if path == JOIN:
                return pack(self.store.join(body)[1])
            assert path == EXCHANGE
            answer: Down = self.store.exchange(self.store.authenticate(body))
            return pack(answer)
        except HubDeskError as error:
            raise _told(error) from error

    def revision(self, revision: bytes, token: str) -> bytes:
        try:
            return self.store.revision(self.store.desk_of(token), revision)
        except HubDeskError as error:
            raise _told(error) from error

    def blob(self, sha256: bytes, token: str) -> bytes:
        try:
            return self.store.blob(self.store.desk_of(token), sha256).read_bytes()
        except HubDeskError as error:
            raise _told(error) from error


def _told(error: HubDeskError) -> ServerAnswer:
    refusal = refusal_of(error)
    return ServerAnswer(refusal.code, **{**refusal.data, "status": refusal.status})


class Road:
    """Stands where a desk's Transport stands. `weather` is what happens to the next requests, `after` to all others."""

    weather: deque[str]
    after = FINE

    def __init__(self, server: Server) -> None:
        self.meter = Meter()
        self._server = server
        self._old_answer: bytes | None = None
        self.weather = deque()

    def close(self) -> None:
        pass

    def post(self, path: str, body: bytes) -> bytes:
        self.meter.requests += 1
        fault = self.weather.popleft() if self.weather else self.after
        if fault == LOSE_REQUEST:
            raise Unreachable("cut", url=URL)
        if fault == OLD_ANSWER and self._old_answer is not None and path == EXCHANGE:
            return self._old_answer
        answer = self._server.answer(path, body)
        if fault == TWICE:
            try:
                self._server.answer(path, body)
            except ServerAnswer as error:
                assert error.code == "counter", error  # noqa: PT017 - each request counts once
        if fault == LOSE_ANSWER:
            raise Unreachable("cut", url=URL)
        self._old_answer = answer
        return answer

    def get(self, path: str, token: str, first: int = 0, end: int | None = None) -> Iterator[bytes]:
        self.meter.requests += 1
        fetch = self._server.revision if path.startswith(REVISIONS) else self._server.blob
        assert path.startswith((REVISIONS, BLOBS))
        yield fetch(bytes.fromhex(path.rpartition("/")[2]), token)[first:end]

    def put(self, path: str, token: str, body: bytes, first: int, size: int) -> bytes:
        raise AssertionError("nobody brings files in this world")


class Place:
    """A person's computer: the desk on it, its clock, its road, and perhaps an older copy of its profile."""

    def __init__(self, name: str, folder: Path, server: Server) -> None:
        self.name = name
        self.roles = PLACES[name]
        self.folder = Folder(folder)
        self.clock = Clock()
        self.road = Road(server)
        self._open()

    def __repr__(self) -> str:
        return self.name

    def _open(self) -> None:
        self.desk = Desk(create_profile(self.folder.path, use_keyring=False), now=self.clock.text)

    def coordinates(self, hub: str) -> bool:
        return self.roles.get(hub) == "coordinator"

    @property
    def hubs(self) -> list[str]:
        return [hub for hub in self.roles if self.coordinates(hub)]

    def close_and_open(self) -> None:
        self.desk.close()
        self._open()

    def keep_copy(self) -> None:
        self.desk.close()
        self.folder.keep_copy()
        self._open()

    def restore(self) -> None:
        self.desk.close()
        self.folder.put_copy_back()
        self._open()


class World:
    """Desks by name, and the server. A context manager; `folder` was made by `found_world`."""

    def __init__(self, folder: Path, desks: int = len(PLACES)) -> None:
        self.server = Server(folder / "server")
        self._acting: Place | None = None
        self._patches = [patch.object(module, "Transport", self._transport) for module in (linking, joining)]
        for one in self._patches:
            one.start()
        self.places = {name: Place(name, folder / name, self.server) for name in list(PLACES)[:desks]}

    def __enter__(self) -> World:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        for place in self.places.values():
            place.desk.close()
        self.server.close()
        for one in self._patches:
            one.stop()

    def everybody_keeps_a_copy(self) -> None:
        for disk in (self.server, *self.places.values()):
            disk.keep_copy()

    def first_records(self) -> list[str]:
        """The records that were signed before anything happened."""
        ana = self.places["Ana"].desk
        return [record for name in COLLECTIONS for record in ana.record_ids(name)]

    def _transport(self, *_: Any, **__: Any) -> Road:
        assert self._acting is not None
        return self._acting.road

    def on_line(self, place: Place) -> Desk:
        """Return the desk of `place`, whose line is the one that is used next."""
        self._acting = place
        return place.desk

    def heal_server(self) -> None:
        """Let those who hold more than a server that was put back bring it, as guide/server.md asks of whoever runs it
        before anybody publishes."""
        for place in self.places.values():
            held = {view.name: view.version for view in place.desk.collections() if view.followed}
            if any(version > self.server.version(name) for name, version in held.items()):
                self.sync(place)

    def sync(self, place: Place) -> Any:
        return self.on_line(place).sync(stop=Unhurried())

    def publish(self, place: Place, hub: str) -> Any:
        return self.on_line(place).publish(hub, stop=Unhurried())


def found_world(folder: Path) -> None:
    """Make a server and the profiles of all places, joined and following both collections of one record each."""
    create_centre(folder / "server", datetime.now(UTC))
    with World(folder) as world:
        for place in world.places.values():
            for hub, role in place.roles.items():
                invite = world.server.store.invite(url=URL, hub=hub, role=role)
                world.on_line(place).join(invite)
            place.desk.follow(COLLECTIONS)
        for name, hub in (("Ana", "latam"), ("Olga", "open-data")):
            place = world.places[name]
            fields = {"title": {"en": "A tool"}, "text": {"en": SENTENCES}, "licence": "CC0-1.0"}
            place.desk.accept(place.desk.propose([place.desk.new("tool", fields, f"{hub}/public")]).done)
            world.publish(place, hub)
        for place in world.places.values():
            world.sync(place)
