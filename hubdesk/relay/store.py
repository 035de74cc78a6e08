"""What stands behind a relay's HTTP face: a desk's public catalogue, and its line to the hub.

Invariant: whoever asks is nobody in particular; what is not public is answered as if it did not exist, and what is not
here yet is fetched once, while those who wait are told how far it is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hubdesk
from hubdesk.catalogue import public
from hubdesk.errors import BadInput, HubDeskError, NotAllowed, NotFound
from hubdesk.relay.answers import Answers
from hubdesk.relay.errands import Errands
from hubdesk.relay.files import PublicFiles, WantedFiles
from hubdesk.relay.made import Made
from hubdesk.relay.news import Far, News
from hubdesk.relay.past import Past
from hubdesk.relay.trust import newer_trust
from hubdesk.server.desks import Member
from hubdesk.server.refusal import Refusal
from hubdesk.server.store import Caller
from hubdesk.sync.wire import BODY_LIMIT, CollectionAnswer, Cursor, Down, Joined, Request, Up, pack, unpack

if TYPE_CHECKING:
    from hubdesk.desk import Desk

FETCHING = "relay-fetching"
MOST = 200
"""Cursors or comparisons in one exchange."""
FOLDER = "relay"
_AGAIN_SECONDS = 1
_WAIT_SECONDS = 0.5
_NOBODY = Member("", b"", 0, {})
_LARGEST = 2**62


class RelayStore:
    """The public face of `desk`. With `follows` it takes collections in that somebody asks for and that it has not yet.

    See server.store.Store for what each method is for. `ended(code)` hears of each exchange with the hub.
    """

    def __init__(
        self, desk: Desk, *, follows: bool, ended: Callable[[str | None], None] = lambda _code: None
    ) -> None:
        self._desk = desk
        self._database = desk.relays.database
        self._follows = follows
        folder = desk.profile / FOLDER
        self._made = Made(folder / "made")
        self._answers = Answers(self._database, Past(folder / "past"), self._made)
        self._named = PublicFiles(self._database)
        self._wanted = WantedFiles(desk)
        self.news = News(self._ask_hub, lambda: desk.limits.moved, ended)
        self._errands = Errands(desk, self.news)

    def _ask_hub(self, stop: threading.Event) -> None:
        self._answers.note()  # desks of the house stand where this one stood
        self._desk.sync(stop=stop)
        if self._follows:
            # Nobody sits here to look at what withdraws much: every desk of the house does for itself.
            self._desk.held.take_all()

    def begin(self) -> None:
        """Go on with what waits since the last time."""
        self._errands.begin()

    def close(self) -> None:
        """Give up what is being fetched."""
        self._errands.close()
        self.news.close()
        self._wanted.close()

    def authenticate(self, packed: bytes) -> Caller:
        """Read a packed Request that nobody signed. Raises BadInput("not-a-message")."""
        return Caller(_NOBODY, unpack(unpack(packed, Request).body, Up))

    def exchange(self, caller: Caller) -> Down:
        """Say what is new in public collections. Raises Refusal("relay-fetching") while the hub is being asked."""
        up = caller.up
        cursors = [cursor for cursor in up.cursors if public.is_public(cursor.collection)]
        if max(len(up.cursors), len(up.compared)) > MOST:
            raise BadInput("too-many", most=MOST)
        if not all(0 <= cursor.version < _LARGEST for cursor in cursors):
            raise BadInput("not-a-message", expected="Cursor")
        carried, others = self._errands.take(up), self._errands.others(up)
        far = self.news.wanted(self._followed(cursors), _WAIT_SECONDS) if cursors else None
        if far is not None:
            raise _coming(far)
        comparisons = {compared.collection: compared for compared in up.compared}
        collections: list[CollectionAnswer] = []
        room, more = BODY_LIMIT, False
        for cursor in cursors:
            answer = self._answers.to(cursor, comparisons.get(cursor.collection), up.flags)
            if answer is None:
                continue
            room -= len(pack(answer))
            if collections and room < 0:
                more = True
                break
            collections.append(answer)
        with self._database.read() as connection:
            down = Down(collections=collections, more=more, carried=carried, others=others)
            return newer_trust(connection, up, down)

    def _followed(self, cursors: list[Cursor]) -> list[str]:
        """Follow public collections of known hubs that are not followed yet; return their names."""
        if not self._follows:
            return []
        asked = {cursor.collection for cursor in cursors}
        with self._database.read() as connection:
            known = set(public.names(connection))
            hubs = public.hubs(connection)
        fresh = sorted(name for name in asked - known if name.partition("/")[0] in hubs)
        if fresh:
            self._desk.follow(fresh)
        return fresh

    def blob(self, desk: str, sha256: bytes) -> Path:  # noqa: ARG002 - nobody in particular
        """Return what was made here, or a file that a public record names. Raises NotFound("blob-unknown"),
        Refusal("relay-fetching") while it comes."""
        made = self._made.path(sha256)
        if made is not None:
            return made
        file = self._named.find(sha256)
        if file is None:
            raise NotFound("blob-unknown", sha256=sha256.hex())
        if self._desk.blobs.has(sha256):
            return self._desk.blobs.path(sha256)
        far = self._wanted.fetch(sha256, file)
        if far is None:
            raise NotFound("blob-unknown", sha256=sha256.hex())
        raise _coming(far)

    def chunks(self, desk: str, sha256: bytes) -> Path:
        """Return the chunk list of what `blob` returns; raises as it does."""
        return self._made.chunks_of(sha256, self.blob(desk, sha256))

    def health(self) -> dict[str, Any]:
        """Return what a desk wants to know before it uses a relay: of which Centre it is and how old its news are."""
        with self._database.read() as connection:
            standings = [public.standing(connection, name) for name in public.names(connection)]
            root = public.root_hash(connection)
        return {
            "ok": True,
            "relay": True,
            "version": hubdesk.__version__,
            "root": root.hex(),
            "age": self.news.age(),
            "collections": {one.name: one.version for one in standings if one is not None},
        }

    # What only a hub does

    def join(self, packed: bytes) -> tuple[str, Joined]:  # noqa: ARG002
        """Let nobody in."""
        raise _not_here()

    def desk_of(self, token: str) -> str:  # noqa: ARG002
        """Know nobody."""
        raise _not_here()

    def patch(self, desk: str, old: bytes, new: bytes, most: int) -> Path:  # noqa: ARG002
        """Make no patches: whole files are quick in a house."""
        raise _not_here()

    def revision(self, desk: str, revision: bytes) -> bytes:  # noqa: ARG002
        """Hand out no history."""
        raise _not_here()

    def uploaded(self, desk: str, sha256: bytes) -> int:  # noqa: ARG002
        """Take no files."""
        raise _not_here()

    def check_upload(self, desk: str, sha256: bytes, total: int) -> None:  # noqa: ARG002
        """Take no files."""
        raise NotAllowed("role")

    def upload(self, desk: str, sha256: bytes, offset: int, total: int, content: bytes) -> int:  # noqa: ARG002
        """Take no files."""
        raise NotAllowed("role")


def _coming(far: Far) -> Refusal:
    return Refusal(503, FETCHING, retry_after=_AGAIN_SECONDS, done=far.done, total=far.total)


def _not_here() -> HubDeskError:
    return NotFound("no-such-thing")
