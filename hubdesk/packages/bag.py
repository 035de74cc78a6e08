"""Reading a BagIt 1.0 bag (RFC 8493) that anybody may have written or changed.

Invariant: only names that a manifest declares are opened, never through a link, never outside the folder; nothing is
extracted. What is missing, too much, or not what the manifest says is refused by name: BadInput("edition-damaged").
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pathvalidate import ValidationError, validate_filename

from hubdesk.errors import BadInput
from hubdesk.packages.disk import PIECE, disk_errors, is_link
from hubdesk.packages.layout import DECLARED, INFO, PAYLOAD

_ALGORITHMS = ("sha256", "sha512")
_DECLARATION = re.compile(
    rb"BagIt-Version: (\d+\.\d+)(\r\n|\n|\r)Tag-File-Character-Encoding: UTF-8(\r\n|\n|\r)?"
)
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(.+)")
_OXUM = re.compile(r"^Payload-Oxum:[ \t]*(\d+)\.(\d+)[ \t]*$", re.MULTILINE)
_LARGEST_TAG = 64 * 1024 * 1024
_NO_LINKS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)

Hashes = dict[str, str]
"""Name -> hash in lower-case hexadecimal digits."""


def damaged(name: str, reason: str) -> BadInput:
    """Return the refusal of a bag because of one of its members."""
    return BadInput("edition-damaged", name=name[:300], reason=reason)


class Bag:
    """A bag whose declaration, manifests and names are in order; `check` compares the contents.

    Raises BadInput("not-an-edition" | "edition-damaged"), StorageFailure.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with disk_errors(folder):
            if not (folder / DECLARED).is_file():
                raise BadInput("not-an-edition", path=str(folder))
            top = {entry.name for entry in os.scandir(folder)}
        declared = _DECLARATION.fullmatch(self._content(DECLARED, 1_000))
        if declared is None or declared[1] != b"1.0":
            raise damaged(DECLARED, "not BagIt 1.0 in UTF-8")
        if "fetch.txt" in top:
            raise damaged("fetch.txt", "parts of this bag lie elsewhere")
        self._manifests = self._read_manifests("manifest", top)
        self._tags = self._read_manifests("tagmanifest", top)
        if not self._manifests:
            raise damaged(DECLARED, "no manifest")
        self._sizes: dict[str, int] = {}
        for manifest in self._manifests.values():
            self._compare_names(manifest)
        self._compare_sizes(top)

    @property
    def names(self) -> list[str]:
        """The names of the payload's files."""
        return sorted(self._sizes)

    def size(self, name: str) -> int:
        """Return a payload file's size in bytes."""
        return self._sizes[name]

    def sha256(self, name: str) -> bytes:
        """Return what the manifest says of a payload file; raises BadInput("edition-damaged") without such a manifest."""
        said = self._manifests.get("sha256", {}).get(name)
        if said is None:
            raise damaged(name, "missing")
        return bytes.fromhex(said)

    def check(
        self, names: Iterable[str] | None = None, progress: Callable[[str, int, int], None] | None = None
    ) -> None:
        """Compare every tag file, and every payload file or only `names`, with every manifest.

        `progress` hears (name, bytes done, bytes in all).
        """
        for algorithm, manifest in self._tags.items():
            for name in manifest:
                self._check_file(name, {algorithm: manifest})
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
        for piece in self._pieces(name):
            left -= len(piece)
            if left < 0:
                raise damaged(name, "changed")
            yield piece

    # Names and sizes

    def _read_manifests(self, kind: str, top: set[str]) -> dict[str, Hashes]:
        named = {algorithm: f"{kind}-{algorithm}.txt" for algorithm in _ALGORITHMS}
        payload = kind == "manifest"
        return {
            algorithm: _manifest(name, self._content(name, _LARGEST_TAG), payload=payload)
            for algorithm, name in named.items()
            if name in top
        }

    def _compare_names(self, manifest: Hashes) -> None:
        found = dict(self._walk(PAYLOAD.rstrip("/")))
        for name in sorted(manifest.keys() - found.keys()):
            raise damaged(name, "missing")
        for name in sorted(found.keys() - manifest.keys()):
            raise damaged(name, "not in the manifest")
        self._sizes = found

    def _compare_sizes(self, top: set[str]) -> None:
        """A bag that states its bytes is refused by them before anything is hashed."""
        if INFO not in top:
            return
        stated = _OXUM.search(_text(INFO, self._content(INFO, _LARGEST_TAG)).replace("\r\n", "\n"))
        found = (sum(self._sizes.values()), len(self._sizes))
        if stated is not None and (int(stated[1]), int(stated[2])) != found:
            raise damaged(INFO, f"states {stated[1]}.{stated[2]}, there are {found[0]}.{found[1]}")

    def _walk(self, name: str) -> Iterator[tuple[str, int]]:
        path = self._folder / name
        if not os.path.lexists(path):
            return
        with disk_errors(path):
            info = path.lstat()
            if is_link(path):
                raise damaged(name, "a link")
        if stat.S_ISDIR(info.st_mode):
            with disk_errors(path):
                inside = sorted(entry.name for entry in path.iterdir())
            for entry in inside:
                yield from self._walk(f"{name}/{entry}")
        elif stat.S_ISREG(info.st_mode):
            yield name, info.st_size
        else:
            raise damaged(name, "not a file")

    # Contents

    def _check_file(self, name: str, manifests: dict[str, Hashes]) -> None:
        hashers = {algorithm: hashlib.new(algorithm) for algorithm in manifests}
        for piece in self._pieces(name):
            for hasher in hashers.values():
                hasher.update(piece)
        for algorithm, hasher in hashers.items():
            if hasher.hexdigest() != manifests[algorithm][name]:
                raise damaged(name, "changed")

    def _content(self, name: str, limit: int) -> bytes:
        gathered = bytearray()
        for piece in self._pieces(name):
            gathered += piece
            if len(gathered) > limit:
                raise damaged(name, "too large")
        return bytes(gathered)

    def _pieces(self, name: str) -> Iterator[bytes]:
        path = self._folder
        for part in name.split("/"):
            path /= part
            with disk_errors(path):
                if not os.path.lexists(path):
                    raise damaged(name, "missing")
                if is_link(path):
                    raise damaged(name, "a link")
        with disk_errors(path):
            if not stat.S_ISREG(path.lstat().st_mode):
                raise damaged(name, "not a file")
            with os.fdopen(os.open(path, _NO_LINKS), "rb") as file:
                while piece := file.read(PIECE):
                    yield piece


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise damaged(name, "not UTF-8") from error


def _manifest(manifest: str, content: bytes, *, payload: bool) -> Hashes:
    """Read a manifest's lines; names that could mean the same file on some system are refused as twins."""
    found: Hashes = {}
    twins: set[str] = set()
    for line in re.split(r"\r\n|\n|\r", _text(manifest, content)):
        if not line:
            continue
        parts = _LINE.fullmatch(line)
        if parts is None:
            raise damaged(manifest, "a line that is none")
        name = _checked_name(manifest, parts[2])
        if payload != name.startswith(PAYLOAD):
            raise damaged(manifest, f"{name[:200]} does not belong there")
        twin = unicodedata.normalize("NFC", name).casefold()
        if twin in twins:
            raise damaged(name, "named twice")
        twins.add(twin)
        found[name] = parts[1].lower()
    return found


def _checked_name(manifest: str, written: str) -> str:
    """Return a member's name: relative, without turns, and a file name on every system (RFC 8493, 2.1.3 and 5.1)."""
    name = re.sub(r"%(0A|0D|25)", lambda found: chr(int(found[1], 16)), written, flags=re.IGNORECASE)
    for part in name.split("/"):
        try:
            validate_filename(part, platform="universal")
        except ValidationError as error:
            raise damaged(manifest, f"a name that is not safe: {name[:200]!r}") from error
        if part in (".", ".."):
            raise damaged(manifest, f"a name that is not safe: {name[:200]!r}")
    return name
