"""Records and selections for the tests of what describes an edition."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from hubdesk.locations import resource
from hubdesk.model.identity import new_id
from hubdesk.model.kind import Kinds, read_kinds
from hubdesk.packages.layout import FORMAT, Contents, Listed
from hubdesk.packages.options import Options
from hubdesk.packages.plan import Selection, select
from hubdesk.packages.survey import Entry, NamedFile, Texts

PUBLIC = "latam/public"
KINDS: Kinds = read_kinds(resource("kinds"), resource("fields.toml"))


def named_file(name: str = "plan.pdf", size: int = 1_000, **changed: object) -> NamedFile:
    """A file of its own content."""
    said = {"type": "application/pdf", "licence": "CC-BY-4.0", "may": True} | changed
    sha256 = hashlib.sha256(f"{name}{size}".encode("utf-8", "surrogatepass")).digest()
    return NamedFile(sha256=sha256, name=name, size=size, **said)  # type: ignore[arg-type]


def entry(title: Texts, *files: NamedFile, **changed: object) -> Entry:
    """A record."""
    said: dict[str, object] = {
        "id": new_id(),
        "kind": "document",
        "collection": PUBLIC,
        "summary": {},
        "licence": "CC-BY-4.0",
        "at": "2026-11-22T19:00:00Z",
        "languages": frozenset({"en"}),
    }
    return Entry(title=title, files=files, **(said | changed))  # type: ignore[arg-type]


def chosen(entries: Sequence[Entry], options: Options | None = None, room: int | None = None) -> Selection:
    """What goes in when every file lies here."""
    here = {file.sha256: file.size for item in entries for file in item.files}
    return select(entries, here, options or Options(), room)


def contents(*collections: str, since: str | None = None) -> Contents:
    """An edition's list."""
    return Contents(
        format=FORMAT,
        made="2026-11-22T19:00:00Z",
        by="ef" * 32,
        software="HubDesk",
        collections={name: Listed(3, "ab" * 32, 7) for name in collections or (PUBLIC,)},
        since=since,
    )
