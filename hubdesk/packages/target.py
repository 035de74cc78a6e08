"""Where an edition is written: a folder, one zip, or one age file for named desks.

Invariant: whatever the form, the same members make the same bag, and nothing looks finished before it is whole and was
read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from hubdesk.model.identity import digest
from hubdesk.packages import layout
from hubdesk.packages.watch import Tally

Listing = Mapping[str, tuple[bytes, int]]
"""Name -> SHA-256 and size."""


class Target(Protocol):
    """What an edition is written to. Use as a context manager: without `finish` nothing comes of it."""

    is_sealed: bool
    """Whether only named desks can open it."""
    copies_as: str
    """The stage (layout.Step) at which `copy` works."""
    level: int
    """The zstd level of records: on a stick time counts (10,000 records: 0.3 s, 6.4 MB at 5), in a mail bytes (2 s,
    5.8 MB at 12)."""
    kept: int
    """Files of records that lay there already and were not written again."""

    @property
    def size(self) -> int:
        """The bytes of all members so far."""
        ...

    def __enter__(self) -> Self:
        """Claim the place."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear away what is not finished."""
        ...

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a member that fits into memory."""
        ...

    def keep_records(self, collection: str, root: str) -> bool:
        """Use the records of an earlier edition again, if there is one in this place and it holds this state."""
        ...

    def copy(self, name: str, source: Path, sha256: bytes, size: int, tally: Tally) -> bool:
        """Copy a file in as a member; with another SHA-256 it is left out, and the answer is False."""
        ...

    def has(self, name: str) -> bool:
        """Tell whether the edition has this member already."""
        ...

    def finish(self, info: Mapping[str, str], page: bytes) -> int:
        """Write the tag files and let the edition be whole; return its bytes, all files together.

        `info`: the labels of bag-info.txt without Payload-Oxum; `page`: index.html.
        """
        ...


def tag_files(members: Listing, info: Mapping[str, str], page: bytes) -> dict[str, bytes]:
    """Return the tag files of a bag by name, the tag manifest and the declaration last (RFC 8493, 2.1 and 2.2)."""
    total = sum(size for _, size in members.values())
    labels = {**info, "Payload-Oxum": f"{total}.{len(members)}"}
    tags = {
        layout.PAGE: page,
        layout.INFO: "".join(f"{label}: {value}\n" for label, value in labels.items()).encode("utf-8"),
        layout.MANIFEST: _manifest({name: sha256 for name, (sha256, _) in members.items()}),
        layout.DECLARED: layout.DECLARATION,
    }
    tags[layout.TAG_MANIFEST] = _manifest({name: digest(content) for name, content in tags.items()})
    tags[layout.DECLARED] = tags.pop(layout.DECLARED)
    return tags


def _manifest(hashes: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashes[name].hex()}  {name}\n" for name in sorted(hashes)).encode("utf-8")
