"""What a relay carries on to the hub for the desks of its house until its line is there, and what it brings back.

Invariant: only batches for public collections, signed and whole, are kept; what is for members' eyes is refused unread
and never touches the disk. What is brought back is sealed for the desk that it is for.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from hubdesk.catalogue import carried, public
from hubdesk.errors import BadInput, HubDeskError
from hubdesk.model.identity import digest
from hubdesk.relay.news import News
from hubdesk.sync.parcels import BATCH, OUTCOMES, UP, CarriedBatch
from hubdesk.sync.wire import Delivered, Parcel, Up, unpack

if TYPE_CHECKING:
    from hubdesk.desk import Desk

MOST = 200
"""Parcels in one exchange."""
LOOK_SECONDS = 3.0
"""How often it is looked whether the line is there for what waits."""
_OTHERS_ROOM = 1_000_000


class Errands:
    """The errands of the relay that `desk` is; `news` are its exchanges with the hub."""

    def __init__(self, desk: Desk, news: News) -> None:
        self._desk = desk
        self._news = news
        self._stopped = False
        self._woken = threading.Event()
        self._thread: threading.Thread | None = None

    def take(self, up: Up) -> list[Delivered]:
        """Keep what somebody leaves here; return what became of each. Raises BadInput("too-many")."""
        if len(up.carried) > MOST:
            raise BadInput("too-many", most=MOST)
        said = [Delivered(sha256=digest(parcel.content), code=self._kept(parcel)) for parcel in up.carried]
        if any(not one.code for one in said):
            self._news.forget()
            self._woken.set()
            self.begin()
        return said

    def _kept(self, parcel: Parcel) -> str:
        """Keep a parcel; return "", or the code of why not."""
        try:
            if parcel.kind != BATCH or not public.is_public(
                unpack(parcel.content, CarriedBatch).batch.collection
            ):
                return "role"
            self._desk.carrier.take(parcel.kind, parcel.content)
        except HubDeskError as error:
            return error.code
        return ""

    def others(self, up: Up) -> dict[int, Parcel]:
        """Return the sealed outcomes that wait here, where somebody asks: who they are for can open them."""
        found: dict[int, Parcel] = {}
        if up.others is None:
            return found
        room = _OTHERS_ROOM
        with self._desk.relays.database.read() as connection:
            for number, (kind, _, content) in enumerate(carried.waiting(connection, (OUTCOMES,)), 1):
                room -= len(content)
                if room < 0:
                    break
                found[number] = Parcel(kind, content)
        return found

    def begin(self) -> None:
        """See that what waits is brought as soon as the line is there, also when nobody asks."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="relay-errands")
            self._thread.start()

    def _run(self) -> None:
        while not self._stopped:
            with self._desk.relays.database.read() as connection:
                waits = bool(carried.waiting_hashes(connection, UP))
            if waits:
                self._news.wanted()
            self._woken.wait(LOOK_SECONDS)
            self._woken.clear()

    def close(self) -> None:
        """End; what waits is brought after the next start."""
        self._stopped = True
        self._woken.set()
        if self._thread is not None:
            self._thread.join()
