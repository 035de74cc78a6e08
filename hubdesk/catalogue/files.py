"""The files of records: named in a draft, lying here as blobs.

Invariant: a file is named in a draft only after it lies here whole; files that lie here make their records "on this
computer" in the index.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, or_, select

from hubdesk.catalogue import blobs, records, tables
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Database
from hubdesk.catalogue.drafts import Drafts
from hubdesk.catalogue.records import Layers
from hubdesk.catalogue.store import Store
from hubdesk.catalogue.views import FileView
from hubdesk.errors import NotFound

_VERSIONS = 50


class Files:
    """Attaches files to drafts and notes what has arrived."""

    def __init__(
        self, database: Database, layers: Layers, drafts: Drafts, store: Store, folder: Blobs
    ) -> None:
        self._database = database
        self._layers = layers
        self._drafts = drafts
        self._store = store
        self._folder = folder

    def attach(
        self, record_id: str, paths: list[Path], progress: Callable[[int, int], None] | None = None
    ) -> list[FileView]:
        """Copy files in and name them in the draft; a file of the same name takes the earlier one's place.

        Raises what Blobs.add_file raises; then nothing was attached.
        """
        self._store.show(record_id)  # what is not known is said before anything is copied
        added = [self._added(path, progress) for path in paths]
        names = {entry["name"] for entry in added}
        with self._database.write() as connection:
            for entry in added:
                blobs.note(connection, bytes.fromhex(entry["sha256"]), entry["size"])

        def with_added(fields: dict[str, Any]) -> dict[str, Any]:
            earlier = fields.get("files")
            stay = [e for e in earlier if e.get("name") not in names] if isinstance(earlier, list) else []
            return fields | {"files": stay + added}

        self._drafts.edit(record_id, with_added)  # others may have been attached while these were copied
        return [file for file in self._store.show(record_id).files if file.name in names]

    def _added(self, path: Path, progress: Callable[[int, int], None] | None) -> dict[str, Any]:
        sha256, size = self._folder.add_file(path, progress)
        kind = mimetypes.guess_type(path.name)[0]
        entry: dict[str, Any] = {"name": path.name, "sha256": sha256.hex(), "size": size}
        return entry | {"pass_on": "unknown"} | ({"type": kind} if kind else {})

    def detach(self, record_id: str, name: str) -> None:
        """Take a file out of the draft; raises NotFound("no-such-file")."""
        files = self._store.show(record_id).fields.get("files")
        stay = [e for e in files if e.get("name") != name] if isinstance(files, list) else []
        if not isinstance(files, list) or len(stay) == len(files):
            raise NotFound("no-such-file", id=record_id, name=name)
        self._drafts.change(record_id, {"files": stay or None})

    def older(self, record_id: str, name: str, sha256: bytes) -> list[bytes]:
        """Return the other contents that a record's file `name` had and that lie here, the newest first.

        As far as the history is known here.
        """
        found: dict[bytes, None] = {}
        for revision in self._store.history(record_id)[:_VERSIONS]:
            files = self._store.revision(record_id, revision.hash).files if revision.held else []
            found |= {bytes.fromhex(file.sha256): None for file in files if file.name == name}
        return [old for old in found if old != sha256 and self._folder.has(old)]

    def arrived(self, record_id: str, sha256: bytes, size: int) -> None:
        """Note that a blob lies here now, and index every record that names it: others may share the file."""
        with self._database.write() as connection:
            asked = [row.number for row in records.find_all(connection, record_id)]
            numbers = sorted({*asked, *_naming(connection, sha256)})
            with self._layers.changing(connection, numbers):
                blobs.note(connection, sha256, size)


def _naming(connection: Connection, sha256: bytes) -> Iterator[int]:
    """Yield the records whose layers hold this hash anywhere: a look through all contents, once for a file that came."""
    name = sha256.hex().encode("ascii")
    held, row, draft = tables.revision.c, tables.record.c, tables.draft.c
    naming = select(held.hash).where(func.instr(held.canonical, name) > 0)
    layers = (row.confirmed, row.pending, row.accepted)
    found = list(connection.scalars(naming))
    for start in range(0, len(found), 500):
        portion = found[start : start + 500]
        yield from connection.scalars(
            select(row.number).where(or_(*(layer.in_(portion) for layer in layers)))
        )
    yield from connection.scalars(select(draft.record).where(func.instr(draft.fields, name) > 0))
