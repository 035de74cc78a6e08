"""The names and forms of an edition's members; docs/editions.md has the exact bytes.

Invariant: writer and reader know a member's name from here alone, and every name is safe on every file system.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from hubdesk.errors import BadInput
from hubdesk.model import canonical
from hubdesk.model.identity import digest, is_hash
from hubdesk.state.head import SignedHead

FORMAT = 2
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DECLARED, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
UNFINISHED = "hubdesk-unfinished"
"""The folder inside an edition's where the next one grows; while `bagit.txt` is missing nothing looks finished."""

PAGE = "index.html"
"""A tag file: what a person without HubDesk opens."""

PAYLOAD = "data/"
CONTENTS = "data/edition.json"
CRATE = "data/ro-crate-metadata.json"
BUNDLE = "data/trust.bundle"
BLOBS = "data/blobs/"
BATCHES, OUTCOMES = "data/batches/", "data/outcomes/"
JOINS, ADMITTED = "data/joins/", "data/admitted/"
PUBLICATIONS = "data/publications/"
SOFTWARE = "data/software/"
"""Lists of shared software, each named by the SHA-256 of its content (software_lists.py)."""
CARRIED = (BATCHES, OUTCOMES, JOINS, ADMITTED, PUBLICATIONS)
"""What is carried between desks and the hub: each member is named by the SHA-256 of its content."""

_COLLECTION = re.compile(r"[a-z0-9][a-z0-9-]{0,62}/[a-z0-9][a-z0-9-]{0,62}")
_MEMBER = re.compile(
    r"data/(edition\.json|ro-crate-metadata\.json|trust\.bundle"
    rf"|collections/{_COLLECTION.pattern}/(?:head\.json|nodes|snapshot\.zst)"
    r"|blobs/(?P<first>[0-9a-f]{2})/(?P=first)[0-9a-f]{62}"
    r"|(?:batches|outcomes|joins|admitted|publications|software)/[0-9a-f]{64})"
)


class Step(msgspec.Struct, frozen=True):
    """How far something is. `stage`: records or proving (counted), reading, files or checking (bytes); `name`: of what;
    `total`: 0 while it is not known."""

    stage: str
    name: str
    done: int
    total: int


Progress = Callable[[Step], None]


class Listed(msgspec.Struct, frozen=True):
    """One collection as the edition's list names it; `root` is 64 hexadecimal digits."""

    version: int
    root: str
    records: int


class FileChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Which files of records the maker put in, and by what choice: `kinds` and `languages` (empty: all), `largest`
    (bytes of the whole edition, None: no limit); `left`: how many that were chosen are not in it."""

    files: int = 0
    bytes: int = 0
    left: int = 0
    kinds: list[str] = []
    languages: list[str] = []
    largest: int | None = None


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """The edition's list: when (RFC 3339) and by which desk it was made, and what is in it. Nobody signs it: it says
    what to look for, never what is true.

    `since`: the date (RFC 3339) from which records count as new; `new`: collection -> ids of those that were written
    since then.
    """

    format: int
    made: str
    by: str
    software: str
    collections: dict[str, Listed]
    chosen: FileChoice = FileChoice()
    since: str | None = None
    new: dict[str, list[str]] = {}


class _HeadFile(msgspec.Struct, frozen=True):
    body: str
    key: str
    signature: str


def is_public(collection: str) -> bool:
    """Tell whether anybody may read a collection."""
    return collection.endswith("/public")


def checked_collection(name: str) -> str:
    """Return `name` if it is written HUB/AUDIENCE; raises BadInput("not-a-collection")."""
    if _COLLECTION.fullmatch(name) is None:
        raise BadInput("not-a-collection", value=name[:130])
    return name


def is_member(name: str) -> bool:
    """Tell whether an edition of this format has members of this name."""
    return _MEMBER.fullmatch(name) is not None


def is_blob(name: str) -> bool:
    """Tell whether a member of this name is a file of records."""
    return name.startswith(BLOBS) and is_member(name)


def head_name(collection: str) -> str:
    """Return the member that holds the signed head."""
    return f"data/collections/{checked_collection(collection)}/head.json"


def nodes_name(collection: str) -> str:
    """Return the member that holds the 256 node hashes."""
    return f"data/collections/{checked_collection(collection)}/nodes"


def snapshot_name(collection: str) -> str:
    """Return the member that holds the records."""
    return f"data/collections/{checked_collection(collection)}/snapshot.zst"


def blob_name(sha256: bytes) -> str:
    """Return the member that holds a file."""
    return f"{BLOBS}{sha256.hex()[:2]}/{sha256.hex()}"


def carried_name(folder: str, content: bytes) -> str:
    """Return the member that holds something carried; `folder` is one of CARRIED."""
    return f"{folder}{digest(content).hex()}"


def write_head(signed: SignedHead) -> bytes:
    """Return a signed head as canonical JSON: its body as text, its key id and its signature in hexadecimal."""
    said = {"body": signed.body.decode("utf-8"), "key": signed.key, "signature": signed.signature.hex()}
    return canonical.encode(said)


def read_head(content: bytes) -> SignedHead:
    """Read what `write_head` wrote; whether it counts is for trust/heads.py. Raises BadInput("not-a-head")."""
    try:
        said = msgspec.json.decode(content, type=_HeadFile)
        return SignedHead(said.body.encode("utf-8"), said.key, bytes.fromhex(said.signature))
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise BadInput("not-a-head", reason=str(error)) from error


def write_contents(contents: Contents) -> bytes:
    """Return the list as canonical JSON."""
    return canonical.encode(msgspec.to_builtins(contents))


def read_contents(content: bytes) -> Contents:
    """Read the list; raises BadInput("edition-damaged" | "edition-newer" | "edition-older")."""
    try:
        contents = msgspec.json.decode(content, type=Contents)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise BadInput("edition-damaged", name=CONTENTS, reason=str(error)) from error
    if contents.format != FORMAT:
        raise BadInput(
            "edition-newer" if contents.format > FORMAT else "edition-older",
            format=contents.format,
            known=FORMAT,
        )
    for name, listed in contents.collections.items():
        if _COLLECTION.fullmatch(name) is None or not is_hash(listed.root):
            raise BadInput("edition-damaged", name=CONTENTS, reason=f"collection {name[:130]}")
    return contents
