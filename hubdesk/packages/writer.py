"""Making an edition: heads, whole snapshots and the files held of some collections, as a BagIt 1.0 folder.

Invariant: only the state that a hub signed goes in, read in one transaction; nothing pending, no draft, no member's
collection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from hubdesk import __version__
from hubdesk.catalogue import blobs, collections, facts
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.holding import ConfirmedState
from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import BadInput, NotFound
from hubdesk.packages import layout
from hubdesk.packages.disk import read_file
from hubdesk.packages.layout import Contents, Listed, Progress, Step
from hubdesk.packages.references import files_of
from hubdesk.packages.target import Target
from hubdesk.state.snapshot import write_snapshot

_SHOWN_EVERY = 500
_LEVEL = 12  # of zstd: 10,000 records take 1.3 s and 5.7 MB; at 19, which suits a line, 13 s and 5.1 MB


class Left(Struct, frozen=True):
    """A file that was left out, by its SHA-256 (hex): `code` is not-passed-on (its record forbids it), blob-missing or
    blob-mismatch."""

    name: str
    code: str


class EditionReport(Struct, frozen=True):
    """What an edition holds: collections, number of files, bytes of the payload, the root to compare (hex), and what
    was left out."""

    path: Path
    collections: dict[str, Listed]
    blobs: int
    bytes: int
    root: str
    problems: list[Left]


class Writer:
    """Makes editions of what a desk holds; `desk` is its id."""

    def __init__(self, database: Database, folder: Blobs, desk: str) -> None:
        self._database = database
        self._folder = folder
        self._desk = desk

    def make(
        self, folder: Path, names: Iterable[str] | None, at: str, progress: Progress | None = None
    ) -> EditionReport:
        """Write an edition of the collections `names`, or of every public one that is followed and has a head.

        `at` is the time (RFC 3339). Raises BadInput("edition-members" | "edition-no-head" | "edition-folder"),
        NotFound("edition-nothing" | "no-such-collection"), StorageFailure.
        """
        with self._database.read() as connection:
            chosen = _chosen(connection, names)
            listed = {view.name: Listed(view.version, view.root, view.records) for view in chosen}
            software = f"HubDesk {__version__}"
            contents = Contents(
                format=layout.FORMAT, made=at, by=self._desk, software=software, collections=listed
            )
            with Target(folder) as target:
                target.write(layout.ROOT, [facts.get(connection, facts.ROOT) or b""])
                target.write(layout.TARGETS, [facts.get(connection, facts.TARGETS) or b""])
                named: dict[bytes, bool] = {}
                for view in chosen:
                    self._collection(connection, target, view, named, progress)
                here = blobs.held(connection, list(named))
                left = self._files(target, here, named, progress)
                target.write(layout.CONTENTS, [layout.write_contents(contents)])
                size = target.finish(_info(contents))
            root_hash = facts.get(connection, facts.ROOT_HASH) or b""
        return EditionReport(folder, listed, len(here) - len(left), size, root_hash.hex(), left)

    def _collection(
        self,
        connection: Connection,
        target: Target,
        view: CollectionView,
        named: dict[bytes, bool],
        progress: Progress | None,
    ) -> None:
        """Write one collection; add to `named` the files that its records name, and whether they may be passed on."""
        row = collections.row_of(connection, view.name)
        signed = collections.head_of(connection, view.name)
        assert signed is not None

        def contents() -> Iterator[bytes]:
            state = ConfirmedState(connection, row.number)
            for done, canonical in enumerate(state.canonical_in_tree_order(), 1):
                for sha256, may in files_of(canonical).items():
                    named[sha256] = named.get(sha256, False) or may
                yield canonical
                if progress is not None and (done % _SHOWN_EVERY == 0 or done == view.records):
                    progress(Step("records", view.name, done, view.records))

        target.write(layout.head_name(view.name), [layout.write_head(signed)])
        target.write(layout.nodes_name(view.name), [row.nodes])
        target.write(layout.snapshot_name(view.name), write_snapshot(contents(), _LEVEL))

    def _files(
        self, target: Target, here: dict[bytes, int], named: dict[bytes, bool], progress: Progress | None
    ) -> list[Left]:
        left: list[Left] = []
        done, total = 0, sum(here.values())
        for sha256, size in sorted(here.items()):
            code = self._file(target, sha256, size) if named[sha256] else "not-passed-on"
            left += [Left(sha256.hex(), code)] if code else []
            done += size
            if progress is not None:
                progress(Step("files", layout.blob_name(sha256), done, total))
        return left

    def _file(self, target: Target, sha256: bytes, size: int) -> str:
        """Write a file, or keep it of the earlier edition; return why it was left out, "" when it was not."""
        name = layout.blob_name(sha256)
        if target.keep(name, sha256, size):
            return ""
        if not self._folder.has(sha256):
            return "blob-missing"
        return "" if target.write(name, read_file(self._folder.path(sha256)), sha256) else "blob-mismatch"


def _chosen(connection: Connection, names: Iterable[str] | None) -> list[CollectionView]:
    known = {view.name: view for view in collections.all_collections(connection)}
    if names is None:
        usual = [
            view for view in known.values() if view.followed and layout.is_public(view.name) and view.signer
        ]
        if not usual:
            raise NotFound("edition-nothing")
        return usual
    chosen = []
    for name in sorted({layout.checked_collection(name) for name in names}):
        if not layout.is_public(name):
            raise BadInput("edition-members", collection=name)
        if name not in known:
            raise NotFound("no-such-collection", collection=name)
        if known[name].signer is None:
            raise BadInput("edition-no-head", collection=name)
        chosen.append(known[name])
    return chosen


def _info(contents: Contents) -> dict[str, str]:
    held = "; ".join(
        f"{name} version {c.version}, {c.records} records" for name, c in contents.collections.items()
    )
    return {
        "Bag-Software-Agent": contents.software,
        "Bagging-Date": contents.made[:10],
        "External-Description": f"HubDesk edition: {held}",
        "Internal-Sender-Description": "Made for `hubdesk edition take`. Heads are signed; nothing else is believed.",
        "Internal-Sender-Identifier": f"desk {contents.by}",
    }
