"""Reading a BagIt bag (RFC 8493, and the drafts from 0.93 on) that anybody may have written or changed.

Invariant: only names that a manifest declares are opened; nothing is extracted and nothing is fetched. What is missing,
too much, or not what the manifest says is refused by name: BadInput("edition-damaged").
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from hubdesk.errors import BadInput
from hubdesk.packages.manifest import (
    ALGORITHMS,
    LARGEST_TAG,
    Declaration,
    Hashes,
    damaged,
    read_declaration,
    read_fetch,
    read_manifest,
    read_oxum,
)
from hubdesk.packages.members import Members

_DECLARED, _FETCH = "bagit.txt", "fetch.txt"
_INFO = ("bag-info.txt", "package-info.txt")  # the second until version 0.95
_LARGEST_TAG = 64 * 1024 * 1024
_MANIFEST = re.compile(r"(tag)?manifest-(.+)\.txt", re.IGNORECASE)


class _Hasher(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


class Bag:
    """A bag whose declaration, manifests and names are in order; `check` compares the contents. `is_sealed`: it came in
    a file that only named desks can open. `may_lack`: which files of the manifest may be missing; they are `missing` then.

    Raises BadInput("not-an-edition" | "edition-damaged"), StorageFailure.
    """

    def __init__(
        self, members: Members, *, is_sealed: bool = False, may_lack: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._members = members
        self.is_sealed = is_sealed
        top = members.top()
        if _DECLARED not in top:
            raise BadInput("not-an-edition", path="")
        self.declared: Declaration = read_declaration(_DECLARED, self._content(_DECLARED, 1_000))
        self.top = top
        self._manifests = self._read_manifests("", top)
        self._tags = self._read_manifests("tag", top)
        if not self._manifests:
            raise damaged(_DECLARED, "no manifest")
        self._sizes = members.payload()
        self.missing = self._compare_names(may_lack)
        self._compare_sizes(top)

    @property
    def names(self) -> list[str]:
        """The names of the payload's files."""
        return sorted(self._sizes)

    @property
    def algorithms(self) -> tuple[set[str], set[str]]:
        """Which hashes there are of the payload and of the tag files: "sha256" and so on."""
        return set(self._manifests), set(self._tags)

    def tagged(self, algorithm: str) -> set[str]:
        """Return the names of the tag files whose hashes the bag states."""
        return set(self._tags.get(algorithm, ()))

    def has(self, name: str) -> bool:
        """Tell whether there is such a file in the payload."""
        return name in self._sizes

    def size(self, name: str) -> int:
        """Return a payload file's size in bytes; raises BadInput("edition-damaged") where there is none."""
        if name not in self._sizes:
            raise damaged(name, "missing")
        return self._sizes[name]

    def sha256(self, name: str) -> bytes:
        """Return what the manifest says of a payload file; raises BadInput("edition-damaged") without such a manifest."""
        said = self._manifests.get("sha256", {}).get(name)
        if said is None or len(said) != 64:
            raise damaged(name, "missing")
        return bytes.fromhex(said)

    def check(
        self, names: Iterable[str] | None = None, progress: Callable[[str, int, int], None] | None = None
    ) -> None:
        """Compare every tag file, and every payload file or only `names`, with every manifest.

        `progress` hears (name, bytes done, bytes in all).
        """
        for name in sorted(set().union(*self._tags.values())):
            self._check_file(name, self._tags, _LARGEST_TAG)
        chosen = self.names if names is None else sorted(names)
        done, total = 0, sum(self._sizes[name] for name in chosen)
        for name in chosen:
            self._check_file(name, self._manifests)
            done += self._sizes[name]
            if progress is not None:
                progress(name, done, total)

    def read(self, name: str, limit: int) -> bytes:
        """Return a declared payload file of at most `limit` bytes, compared with its SHA-256 as it is read."""
        said = self.sha256(name)
        content = self._content(name, limit)
        if hashlib.sha256(content).digest() != said:
            raise damaged(name, "changed")
        return content

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a declared payload file, never more bytes than it had when the bag was opened."""
        self.sha256(name)
        left = self._sizes[name]
        for piece in self._members.pieces(name):
            left -= len(piece)
            if left < 0:
                raise damaged(name, "changed")
            yield piece

    # Names and sizes

    def _read_manifests(self, kind: str, top: set[str]) -> dict[str, Hashes]:
        found: dict[str, Hashes] = {}
        for name in sorted(top):
            parts = _MANIFEST.fullmatch(name)
            if parts is None or (parts[1] or "").lower() != kind:
                continue
            algorithm = parts[2].lower().replace("-", "_")
            if algorithm not in ALGORITHMS or algorithm in found:
                raise damaged(name, "a manifest of an unknown kind")
            content = self._content(name, LARGEST_TAG)
            found[algorithm] = read_manifest(name, content, self.declared, payload=not kind)
        return found

    def _compare_names(self, may_lack: Callable[[str], bool]) -> list[str]:
        """Every file is in every manifest (1.0) or in one (before), and every name in a manifest has its file, but those
        that may be missing, which are returned."""
        found, stated = self._sizes.keys(), set().union(*self._manifests.values())
        missing = sorted(stated - found)
        for name in missing:
            if not may_lack(name):
                raise damaged(name, "missing")
        for manifest in self._manifests.values() if self.declared.is_final else [stated]:
            for name in sorted(found - set(manifest)):
                raise damaged(name, "not in the manifest")
        if _FETCH in self.top:
            fetched = read_fetch(_FETCH, self._content(_FETCH, LARGEST_TAG), self.declared)
            for name in sorted(set(fetched) - stated):
                raise damaged(name, "not in the manifest")
        return missing

    def _compare_sizes(self, top: set[str]) -> None:
        """A bag that states its bytes is refused by them before anything is hashed."""
        found = (sum(self._sizes.values()), len(self._sizes))
        for name in _INFO:
            content = self._content(name, LARGEST_TAG) if name in top else b""
            for size, count in read_oxum(name, content, self.declared) - {found}:
                if self.missing and count == found[1] + len(self.missing) and size >= found[0]:
                    continue  # nobody knows how large those are that are missing
                raise damaged(name, f"states {size}.{count}, there are {found[0]}.{found[1]}")

    # Contents

    def _check_file(self, name: str, manifests: dict[str, Hashes], most: int | None = None) -> None:
        said = {algorithm: manifest[name] for algorithm, manifest in manifests.items() if name in manifest}
        hashers: dict[str, _Hasher] = {
            algorithm: hashlib.new(algorithm, usedforsecurity=False) for algorithm in said
        }
        size = 0
        for piece in self._members.pieces(name):
            size += len(piece)
            if most is not None and size > most:
                raise damaged(name, "too large")
            for hasher in hashers.values():
                hasher.update(piece)
        for algorithm, hasher in hashers.items():
            if hasher.hexdigest() != said[algorithm]:
                raise damaged(name, "changed")

    def _content(self, name: str, limit: int) -> bytes:
        gathered = bytearray()
        for piece in self._members.pieces(name):
            gathered += piece
            if len(gathered) > limit:
                raise damaged(name, "too large")
        return bytes(gathered)
