"""A relay at work, from its start to its end.

Invariant: it ends in good order, with what was fetched kept; a hub that cannot be reached ends nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hubdesk.catalogue import facts
from hubdesk.catalogue.public import is_public
from hubdesk.errors import NotFound
from hubdesk.relay.face import RATES, make_app
from hubdesk.relay.identity import Identity
from hubdesk.relay.store import FOLDER, RelayStore
from hubdesk.relay.tunnel import Hub, Tunnels
from hubdesk.server.limits import Limits
from hubdesk.server.request_log import RequestLog
from hubdesk.server.serve import Serving

if TYPE_CHECKING:
    from hubdesk.desk import Desk
    from hubdesk.relay.announcement import Announcement


class Relay:
    """Serves `desk` to the house. `own`: the desk is nothing but a relay, so it follows public collections that others
    ask for, and takes in what would else wait for a person's look. `ended` hears how each exchange with the hub ended.

    Raises NotFound("no-hub-joined"), BadInput("cannot-listen"), StorageFailure.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: bool = False,
        own: bool = True,
        announced: bool = False,
        quiet: bool = True,
        on_listening: Callable[[str], None] = lambda _address: None,
        ended: Callable[[str | None], None] = lambda _code: None,
    ) -> None:
        self._desk = desk
        self._own = own
        self._announced = announced
        self._told = on_listening
        with desk.relays.database.read() as connection:
            self._root = facts.get(connection, facts.ROOT_HASH) or b""
        self._hub()
        if own:
            self._only_public()
        folder = desk.profile / FOLDER
        identity = Identity(folder)
        self._log = RequestLog(folder / "log", quiet=quiet)
        self.store = RelayStore(desk, follows=own, ended=ended)
        tunnels = Tunnels(self._hub, self._log)
        try:
            self._serving = Serving(
                make_app(self.store, Limits(RATES), self._log),
                identity.context,
                self._listens,
                host=host,
                port=port,
                tls=tls,
                protocol=tunnels.protocol,
            )
        except BaseException:
            self._log.close()
            raise
        secure = self._serving.is_secure
        self.address = identity.address(host, self._serving.port, secure=secure)
        self._announcing: threading.Thread | None = None
        self._announcement: Announcement | None = None

    def _hub(self) -> Hub:
        with self._desk.relays.database.read() as connection:
            url = facts.get_text(connection, facts.SERVER_URL)
        if url is None:
            raise NotFound("no-hub-joined")
        parts = urlsplit(url)
        return Hub(parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80))

    def _only_public(self) -> None:
        """Whatever role the invite gave: a relay takes in what is public."""
        self._desk.unfollow(
            [view.name for view in self._desk.collections() if view.followed and not is_public(view.name)]
        )

    def _listens(self, _url: str) -> None:
        if self._announced and self.address.key_hash is not None:
            self._announcing = threading.Thread(target=self._announce, name="relay-announcement")
            self._announcing.start()
        self._told(str(self.address))

    def _announce(self) -> None:
        from hubdesk.relay.announcement import Announcement

        self._announcement = Announcement(self.address, self._root)

    def run(self) -> None:
        """Serve until `stop` or a signal."""
        try:
            self.store.begin()
            self._serving.run()
        finally:
            self.store.close()
            self._log.close()
            if self._announcing is not None:
                self._announcing.join()
            if self._announcement is not None:
                self._announcement.withdraw()

    def stop(self) -> None:
        """Ask it to end; may be called from any thread."""
        self._serving.stop()


class Beside:
    """A relay on a thread of its own, beside what a person does at the desk. Raises as Relay does."""

    def __init__(
        self,
        desk: Desk,
        *,
        host: str,
        port: int,
        tls: bool = False,
        own: bool = False,
        announced: bool = True,
    ) -> None:
        up = threading.Event()
        self._relay = Relay(
            desk,
            host=host,
            port=port,
            tls=tls,
            own=own,
            announced=announced,
            on_listening=lambda _address: up.set(),
        )
        self.address = str(self._relay.address)
        self.store = self._relay.store
        self._thread = threading.Thread(target=self._relay.run, name="relay")
        self._thread.start()
        up.wait(10)

    def stop(self) -> None:
        """End it and wait until it has ended; before the desk is closed."""
        self._relay.stop()
        self._thread.join()
