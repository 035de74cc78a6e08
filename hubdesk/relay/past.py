"""The way back: which states a collection went through here, so that a desk at one of them gets a delta.

Invariant: a past state is given out only when the tree over it has the root that it had; what is not known for sure is
not known, and the desk compares instead.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

import msgspec

from hubdesk.catalogue.database import Connection
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.public import Standing
from hubdesk.errors import Untrusted
from hubdesk.model.identity import digest, tree_key
from hubdesk.state import frame
from hubdesk.state.tree import EMPTY_ROOT, nodes_of

MOST_STEPS = 100
MOST_RECORDS = 300_000
"""Records above which no map is kept in memory: such a desk compares."""
_FILE_LIMIT = 64_000_000
_HERE = 4

Hashes = dict[bytes, bytes]
"""Record id (16 bytes) -> hash of its revision."""


class Step(msgspec.Struct, frozen=True, array_like=True):
    """From the state with root `after` back to `version` with root `before`: what each id had there, empty for nothing."""

    version: int
    before: bytes
    after: bytes
    had: dict[bytes, bytes]


class _Way(msgspec.Struct, array_like=True):
    """A collection's newest known state and the steps back from it, the newest first."""

    version: int
    root: bytes
    steps: list[Step]


class Past:
    """The past states of public collections; each way back is a file in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._ways: dict[str, _Way] = {}
        self._hashes: dict[str, tuple[bytes, Hashes]] = {}
        self._found: OrderedDict[tuple[bytes, bytes], Hashes | None] = OrderedDict()

    def note(self, connection: Connection, standing: Standing) -> Hashes | None:
        """Take note of a collection's newest state and return it; None where it is too large to keep a way back."""
        if standing.records > MOST_RECORDS:
            return None
        with self._lock:
            root, hashes = self._hashes.get(standing.name, (b"", {}))
            if root == standing.root:
                return hashes
            now = ConfirmedState(connection, standing.number).every_hash()
            way = self._way(standing.name)
            if root:
                had = {one: hashes.get(one, b"") for one in differing(hashes, now)}
                way.steps.insert(0, Step(way.version, way.root, standing.root, had))
                del way.steps[MOST_STEPS:]
            elif way.root != standing.root:
                way.steps.clear()  # it moved while nobody looked
            way.version, way.root = standing.version, standing.root
            self._hashes[standing.name] = standing.root, now
            self._write(standing.name, way)
            return now

    def at(self, standing: Standing, version: int, root: bytes) -> Hashes | None:
        """Return the state that a collection, which stands at `standing` and was noted, had at `version`, whose root
        begins with `root`; None where it is not known."""
        with self._lock:
            held, state = self._hashes.get(standing.name, (b"", {}))
            if held != standing.root:
                return None
            key = (standing.root, version.to_bytes(8, "big") + root)
            if key not in self._found:
                self._found[key] = _back(state, self._way(standing.name).steps, held, version, root)
                while len(self._found) > _HERE:
                    self._found.popitem(last=False)
            return self._found[key]

    def _way(self, name: str) -> _Way:
        if name not in self._ways:
            self._ways[name] = self._read(name)
        return self._ways[name]

    def _place(self, name: str) -> Path:
        return self._folder / digest(name.encode()).hex()[:32]

    def _read(self, name: str) -> _Way:
        try:
            packed = frame.unpack(self._place(name).read_bytes(), _FILE_LIMIT)
            return msgspec.msgpack.decode(packed, type=_Way)
        except (OSError, Untrusted, msgspec.DecodeError):
            return _Way(0, EMPTY_ROOT, [])

    def _write(self, name: str, way: _Way) -> None:
        """Keep a way back for the next start. A file that a kill leaves torn is as none."""
        content = msgspec.msgpack.encode(way)
        if len(content) > _FILE_LIMIT:
            way.steps.clear()
            content = msgspec.msgpack.encode(way)
        fresh = self._place(name).with_suffix(".new")
        fresh.write_bytes(frame.pack(content, level=3))
        fresh.replace(self._place(name))


def differing(one: Hashes, other: Hashes) -> Iterable[bytes]:
    """Return the ids that two states have differently."""
    return {key for key, _ in one.items() ^ other.items()}


def _back(now: Hashes, steps: list[Step], root: bytes, version: int, wanted: bytes) -> Hashes | None:
    state = dict(now)
    for step in steps:
        if step.after != root:
            return None
        for record_id, had in step.had.items():
            if had:
                state[record_id] = had
            else:
                state.pop(record_id, None)
        root = step.before
        if step.version == version:
            entries = sorted((tree_key(one), one, value) for one, value in state.items())
            is_right = root[: len(wanted)] == wanted and nodes_of(entries).root() == root
            return state if is_right else None
    return None
