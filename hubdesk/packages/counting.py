"""An edition that is only counted: what a plan says of its size comes from the same steps that write one.

Invariant: nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from hubdesk.packages import layout
from hubdesk.packages.watch import Tally


class Counting:
    """Counts the bytes of members."""

    copies_as = "files"
    level = 5
    kept = 0

    def __init__(self, known: Mapping[str, int], *, is_sealed: bool) -> None:
        """Take `known`: root -> size of the records of that state, as they were counted before."""
        self._known = known
        self.is_sealed = is_sealed
        self._sizes: dict[str, int] = {}

    @property
    def size(self) -> int:
        """The bytes of all members so far."""
        return sum(self._sizes.values())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Count a member."""
        self.count(name, sum(map(len, pieces)))

    def keep_records(self, collection: str, root: str) -> bool:
        """Count the records of a state that was counted before: a person who plans asks many times about one."""
        if root in self._known:
            self.count(layout.snapshot_name(collection), self._known[root])
        return root in self._known

    def size_of(self, name: str) -> int:
        """Return what was counted of a member."""
        return self._sizes[name]

    def count(self, name: str, size: int) -> None:
        """Count a member of which only the size is known."""
        self._sizes[name] = size

    def copy(self, name: str, source: Path, sha256: bytes, size: int, tally: Tally) -> bool:  # noqa: ARG002
        """Count a file."""
        self.count(name, size)
        return True

    def has(self, name: str) -> bool:
        """Tell whether this member was counted already."""
        return name in self._sizes

    def finish(self, info: Mapping[str, str], page: bytes) -> int:
        """Return the bytes of all members and the page."""
        return self.size + len(page) + sum(len(key) + len(value) for key, value in info.items())
