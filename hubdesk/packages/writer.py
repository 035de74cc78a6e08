"""Making an edition: heads, whole snapshots, the files that were chosen, and what is carried back.

Invariant: only the state that a hub signed goes in, read in one transaction; nothing pending, no draft; a members'
collection only where everything is sealed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from hubdesk import __version__
from hubdesk.catalogue import blobs, collections, facts
from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.database import Connection, Database
from hubdesk.catalogue.trust import held_bundle
from hubdesk.catalogue.views import CollectionView
from hubdesk.errors import BadInput, NotFound
from hubdesk.model.kind import Kinds
from hubdesk.packages import layout, plan
from hubdesk.packages.batches import WayBack, write_way_back
from hubdesk.packages.counting import Counting
from hubdesk.packages.crate import write_crate
from hubdesk.packages.layout import Contents, FileChoice, Listed
from hubdesk.packages.options import Options, moment
from hubdesk.packages.page_words import words_in
from hubdesk.packages.plan import Left, NewRecord, Plan, Selection
from hubdesk.packages.reading_page import write_page
from hubdesk.packages.software_lists import write_lists
from hubdesk.packages.survey import Entry, survey
from hubdesk.packages.target import Target, tag_files
from hubdesk.packages.watch import Tally, Watch
from hubdesk.state.snapshot import write_snapshot
from hubdesk.trust.bundle import pack

NOTHING = WayBack()
_SHOWN_EVERY = 500


class EditionReport(Struct, frozen=True):
    """What an edition holds: collections, number of files, bytes of the whole, the root to compare (hex), what was
    left out, and what is new. `kept`: files that lay there already and were not written again."""

    path: Path
    collections: dict[str, Listed]
    blobs: int
    bytes: int
    root: str
    problems: list[Left]
    new: list[NewRecord] = []
    kept: int = 0
    carried: dict[str, int] = {}
    """Kind -> number of parcels of this desk's own and of others."""


class _Draft(Struct, frozen=True):
    """An edition that is being made: what it holds already, and what was chosen. `base`: bytes of all but the files."""

    contents: Contents
    entries: list[Entry]
    selection: Selection
    base: int


class Writer:
    """Makes editions of what a desk holds; `desk` is its id."""

    def __init__(self, database: Database, folder: Blobs, kinds: Kinds, desk: str) -> None:
        self._database = database
        self._folder = folder
        self._kinds = kinds
        self._desk = desk
        self._sizes: dict[str, int] = {}

    def plan(self, options: Options, at: str, back: WayBack = NOTHING) -> Plan:
        """Return what `make` would write at `at` (RFC 3339); raises what it raises for these options."""
        with self._database.read() as connection:
            target = Counting(self._sizes, is_sealed=bool(options.recipients))
            draft = self._draft(connection, target, options, at, Watch(), _cost(back))
        for name, listed in draft.contents.collections.items():
            self._sizes[listed.root] = target.size_of(layout.snapshot_name(name))
        return plan.make_plan(draft.contents.collections, draft.base, draft.selection)

    def make(
        self, path: Path, target: Target, options: Options, at: str, watch: Watch, back: WayBack = NOTHING
    ) -> EditionReport:
        """Write an edition of the collections that `options` name, or of every public one that is followed and has a
        head. `path` is where `target` writes; `at`: RFC 3339; `back`: what is carried beside it.

        Raises BadInput("edition-members" | "edition-no-head" | "edition-folder" | "edition-since" |
        "edition-too-small"), NotFound("edition-nothing" | "no-such-collection" | "no-such-record"),
        Unreachable("edition-stopped"), StorageFailure.
        """
        with self._database.read() as connection:
            _chosen(connection, options.collections, is_sealed=target.is_sealed)  # before a folder is made
            words_in(options.page_languages)
            with target:
                draft = self._draft(connection, target, options, at, watch, _cost(back))
                damaged = self._files(target, draft.selection, watch)
                write_way_back(target, back, self._folder, watch)
                selection = _without(draft.selection, damaged)
                contents = _contents(draft.contents, selection, options)
                target.write(layout.CONTENTS, [layout.write_contents(contents)])
                target.write(layout.CRATE, write_crate(contents, draft.entries, selection))
                page = write_page(contents, draft.entries, selection, self._kinds, options.page_languages)
                watch.check()
                size = target.finish(_info(contents), page)
            root_hash = facts.get(connection, facts.ROOT_HASH) or b""
        return EditionReport(
            path,
            contents.collections,
            len(selection.files),
            size,
            root_hash.hex(),
            selection.left,
            selection.new,
            target.kept,
            back.counted,
        )

    def _draft(
        self,
        connection: Connection,
        target: Target,
        options: Options,
        at: str,
        watch: Watch,
        carried: int = 0,
    ) -> _Draft:
        """Write all but the files, the list and what describes them; choose the files."""
        views = _chosen(connection, options.collections, is_sealed=target.is_sealed)
        listed = {view.name: Listed(view.version, view.root, view.records) for view in views}
        contents = Contents(
            format=layout.FORMAT,
            made=at,
            by=self._desk,
            software=f"HubDesk {__version__}",
            collections=listed,
            since=moment(options.since) if options.since else None,
        )
        entries: list[Entry] = []
        for view in views:
            entries += self._collection(connection, target, view, watch)
        _trust(connection, target)
        write_lists(connection, target)
        here = blobs.held(connection, list({file.sha256 for entry in entries for file in entry.files}))
        base = 0
        if options.largest is not None or isinstance(target, Counting):
            base = target.size + carried + _PER_MEMBER * (4 * len(views) + 5)
            base = plan.sealed_size(base + self._described(contents, entries, options))
            base += _PER_RECIPIENT * (len(options.recipients) + 1)
        selection = plan.select(entries, here, options, plan.room_for(options, base))
        return _Draft(contents, entries, selection, base)

    def _described(self, contents: Contents, entries: list[Entry], options: Options) -> int:
        """Return the bytes of what describes an edition without files: list, RO-Crate, page and tag files."""
        none = plan.select(entries, {}, options, None)
        contents = _contents(contents, none, options)
        size = len(layout.write_contents(contents)) + sum(map(len, write_crate(contents, entries, none)))
        page = write_page(contents, entries, none, self._kinds, options.page_languages)
        return size + sum(map(len, tag_files({}, _info(contents), page).values()))

    def _collection(
        self, connection: Connection, target: Target, view: CollectionView, watch: Watch
    ) -> list[Entry]:
        """Write a collection; return what its records say, which is read in the same pass."""
        entries: list[Entry] = []

        def contents() -> Iterator[bytes]:
            for canonical, entry in survey(connection, view.name, self._kinds):
                entries.append(entry)
                yield canonical
                if len(entries) % _SHOWN_EVERY == 0 or len(entries) == view.records:
                    watch.tell("records", view.name, len(entries), view.records)

        signed = collections.head_of(connection, view.name)
        assert signed is not None
        target.write(layout.head_name(view.name), [layout.write_head(signed)])
        target.write(layout.nodes_name(view.name), [collections.row_of(connection, view.name).nodes])
        if target.keep_records(view.name, view.root):
            deque(contents(), maxlen=0)
        else:
            target.write(layout.snapshot_name(view.name), write_snapshot(contents(), target.level))
        return entries

    def _files(self, target: Target, selection: Selection, watch: Watch) -> dict[bytes, str]:
        """Copy the chosen files; return why some could not be."""
        tally = Tally(watch, target.copies_as, sum(chosen.size for chosen in selection.files.values()))
        damaged: dict[bytes, str] = {}
        for sha256, chosen in sorted(selection.files.items()):
            name = layout.blob_name(sha256)
            if not self._folder.has(sha256):
                damaged[sha256] = "blob-missing"
            elif not target.copy(name, self._folder.path(sha256), sha256, chosen.size, tally):
                damaged[sha256] = "blob-mismatch"
        return damaged


_PER_RECIPIENT = 300
"""Bytes of an age file's head for each who can open it, at most."""
_PER_MEMBER = 600
"""Bytes that a member costs beside its content, at most: in the manifest and in a zip's directory."""


def _cost(back: WayBack) -> int:
    """Return the bytes that the way back takes, at most."""
    return back.size + _PER_MEMBER * (len(back.parcels) + len(back.files))


def _without(selection: Selection, damaged: dict[bytes, str]) -> Selection:
    """Return a selection without the files that turned out to be missing or damaged."""
    files = {sha256: chosen for sha256, chosen in selection.files.items() if sha256 not in damaged}
    left = [plan.left_out(selection.files[sha256], code) for sha256, code in damaged.items()]
    return Selection(files, selection.left + left, selection.new, selection.kinds)


def _contents(contents: Contents, selection: Selection, options: Options) -> Contents:
    """Return the edition's list with what was chosen and what is new."""
    new: dict[str, list[str]] = {}
    for record in selection.new:
        new.setdefault(record.collection, []).append(record.id)
    chosen = FileChoice(
        files=len(selection.files),
        bytes=sum(candidate.size for candidate in selection.files.values()),
        left=len(selection.left),
        kinds=sorted(options.kinds),
        languages=sorted(options.languages),
        largest=options.largest,
    )
    return Contents(
        format=contents.format,
        made=contents.made,
        by=contents.by,
        software=contents.software,
        collections=contents.collections,
        chosen=chosen,
        since=contents.since,
        new={name: sorted(ids) for name, ids in new.items()},
    )


def _trust(connection: Connection, target: Target) -> None:
    """Write what says who speaks for whom; raises NotFound("edition-nothing") on a desk that was never told."""
    bundle = held_bundle(connection)
    if bundle is None:
        raise NotFound("edition-nothing")
    target.write(layout.BUNDLE, [pack(bundle, None)])


def _chosen(connection: Connection, names: Iterable[str] | None, *, is_sealed: bool) -> list[CollectionView]:
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
        if not (is_sealed or layout.is_public(name)):
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
