"""What an edition would hold: records whole, and the files that a choice and a size let in.

Invariant: every file that a record names is either chosen or left out with a reason; what is chosen keeps to the size.
Files go in by this order: those of records asked for by id, then those of new records, then the others; within each
the small ones first. With a date the others stay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from hubdesk.errors import BadInput, NotFound
from hubdesk.model.text import base_language
from hubdesk.packages.layout import Listed
from hubdesk.packages.options import Options, moment
from hubdesk.packages.survey import Entry, NamedFile, Texts

SPEEDS = (8_000, 32_000, 125_000)
"""Bytes per second: 64, 256 and 1,000 kbit/s."""
PER_FILE = 1_600
PER_LETTER = 18
"""What a file costs beside its content, at most: in the manifest, the RO-Crate, the page and a zip's directory."""


class Recipient(Struct, frozen=True):
    """A desk that an edition can be sealed for, by what is known here: its role in a hub, and a name if one is told."""

    desk: str
    hub: str
    role: str
    name: str | None = None


class NewRecord(Struct, frozen=True):
    """A record that was written since the date."""

    id: str
    collection: str
    kind: str
    title: Texts


class Left(Struct, frozen=True):
    """A file that stays out, by its SHA-256 (hex) and the name that `record` gives it, and why: not-passed-on (its
    record forbids it), not-here, left-out (by the person), records-only, older (than the date), other-kind,
    other-language, too-large (for the size), blob-missing or blob-mismatch (damaged here)."""

    sha256: str
    record: str
    name: str
    size: int
    code: str


class Chosen(Struct, frozen=True):
    """A file that goes in: SHA-256 (hex), the record that names it, and that record's kind and title."""

    sha256: str
    record: str
    kind: str
    title: Texts
    name: str
    size: int
    licence: str
    new: bool


class KindPart(Struct, frozen=True):
    """The files of one kind of record: how many lie here, how many go in, and their bytes."""

    kind: str
    files: int
    chosen: int
    bytes: int


class Plan(Struct, frozen=True):
    """What an edition would hold. `bytes`: of the whole, at most; `records_bytes`: of all but the files; `files`: how
    many go in, `items` which, the largest first; `seconds`: bytes per second -> how long it takes on such a line."""

    collections: dict[str, Listed]
    records: int
    records_bytes: int
    files: int
    bytes: int
    kinds: list[KindPart]
    items: list[Chosen]
    left: list[Left]
    new: list[NewRecord]
    seconds: dict[int, float]


def sealed_size(size: int) -> int:
    """Return what bytes take in an age file, at most: 16 more in each 64 KiB (age-encryption.org/v1, payload)."""
    return size + size // 4_000 + 1


class Candidate(Struct):
    """A content that records name, with the first of them that may pass it on, and all that speaks for it."""

    entry: Entry
    file: NamedFile
    size: int
    is_asked: bool = False
    is_new: bool = False
    is_kind: bool = False
    is_language: bool = False

    @property
    def rank(self) -> tuple[bool, bool, int, bytes]:
        """Where it stands in the order: asked for, new, small."""
        return (not self.is_asked, not self.is_new, self.size, self.file.sha256)

    @property
    def cost(self) -> int:
        """The bytes that it takes of an edition, at most."""
        letters = len(self.file.name) + len(self.file.type) + len(self.file.licence)
        return sealed_size(self.size + PER_FILE + PER_LETTER * letters)


class Selection(Struct, frozen=True):
    """What goes in, by SHA-256, and what does not."""

    files: dict[bytes, Candidate]
    left: list[Left]
    new: list[NewRecord]
    kinds: list[KindPart]


def select(
    entries: Iterable[Entry], here: Mapping[bytes, int], options: Options, room: int | None
) -> Selection:
    """Choose files. `here`: SHA-256 -> size of what lies here; `room`: bytes for files, None for any number.

    Raises BadInput("edition-since"), NotFound("no-such-record") for an id that no collection of the edition has.
    """
    since = moment(options.since) if options.since else None
    candidates: dict[bytes, Candidate] = {}
    new: list[NewRecord] = []
    unknown = set(options.ids)
    for entry in entries:
        is_new = since is not None and entry.at >= since
        unknown.discard(entry.id)
        if is_new and entry.is_shown:
            new.append(NewRecord(entry.id, entry.collection, entry.kind, entry.title))
        for file in entry.files:
            _consider(candidates, entry, file, here, options, is_new=is_new)
    if unknown:
        raise NotFound("no-such-record", id=min(unknown))
    files, left = _fill(candidates.values(), here, options, room)
    return Selection(files, left, new, _kinds(candidates.values(), files, here))


def _consider(
    candidates: dict[bytes, Candidate],
    entry: Entry,
    file: NamedFile,
    here: Mapping[bytes, int],
    options: Options,
    *,
    is_new: bool,
) -> None:
    """Let a record speak for a file that others may name too."""
    found = candidates.get(file.sha256)
    if found is None or (file.may and not found.file.may):
        size = here.get(file.sha256, file.size)
        fresh = Candidate(entry, file, size)
        if found is not None:
            fresh.is_asked, fresh.is_new = found.is_asked, found.is_new
            fresh.is_kind, fresh.is_language = found.is_kind, found.is_language
        found = candidates[file.sha256] = fresh
    languages = {base_language(tag) for tag in options.languages}
    found.is_asked |= entry.id in options.ids
    found.is_new |= is_new
    found.is_kind |= not options.kinds or entry.kind in options.kinds
    found.is_language |= not languages or not languages.isdisjoint(entry.languages)


def _fill(
    candidates: Iterable[Candidate], here: Mapping[bytes, int], options: Options, room: int | None
) -> tuple[dict[bytes, Candidate], list[Left]]:
    files: dict[bytes, Candidate] = {}
    left: list[Left] = []
    without = {text.lower() for text in options.without}
    for candidate in sorted(candidates, key=lambda candidate: candidate.rank):
        sha256 = candidate.file.sha256
        code = _reason(candidate, options, without, is_here=sha256 in here)
        if not code and room is not None and candidate.cost > room:
            code = "too-large"
        if code:
            left.append(left_out(candidate, code))
            continue
        files[sha256] = candidate
        room = None if room is None else room - candidate.cost
    return files, left


def left_out(candidate: Candidate, code: str) -> Left:
    """Return a file as one that stays out."""
    file = candidate.file
    return Left(file.sha256.hex(), candidate.entry.id, file.name, candidate.size, code)


def _reason(candidate: Candidate, options: Options, without: set[str], *, is_here: bool) -> str:
    """Return why a file is not even a candidate for the room, "" when it is."""
    reasons = {
        "not-passed-on": not candidate.file.may,
        "left-out": candidate.file.sha256.hex() in without,
        "not-here": not is_here,
        "records-only": not options.files and not candidate.is_asked,
        "older": options.since is not None and not candidate.is_new and not candidate.is_asked,
        "other-kind": not candidate.is_kind and not candidate.is_asked,
        "other-language": not candidate.is_language and not candidate.is_asked,
    }
    return next((code for code, holds in reasons.items() if holds), "")


def _kinds(
    candidates: Iterable[Candidate], files: Mapping[bytes, Candidate], here: Mapping[bytes, int]
) -> list[KindPart]:
    found: dict[str, list[int]] = {}
    for candidate in candidates:
        sha256 = candidate.file.sha256
        if sha256 in here and candidate.file.may:
            counts = found.setdefault(candidate.entry.kind, [0, 0, 0])
            counts[0] += 1
            counts[1] += sha256 in files
            counts[2] += candidate.size if sha256 in files else 0
    return [KindPart(kind, *counts) for kind, counts in sorted(found.items())]


def room_for(options: Options, base: int) -> int | None:
    """Return the bytes that are left for files beside `base`; raises BadInput("edition-too-small")."""
    if options.largest is None:
        return None
    if options.largest < base:
        raise BadInput("edition-too-small", limit=options.largest, needed=base)
    return options.largest - base


def make_plan(listed: dict[str, Listed], base: int, selection: Selection) -> Plan:
    """Return a plan; `base`: bytes of all but the files."""
    chosen = [
        Chosen(
            sha256.hex(),
            candidate.entry.id,
            candidate.entry.kind,
            candidate.entry.title,
            candidate.file.name,
            candidate.size,
            candidate.file.licence,
            candidate.is_new,
        )
        for sha256, candidate in selection.files.items()
    ]
    size = base + sum(candidate.cost for candidate in selection.files.values())
    return Plan(
        listed,
        sum(part.records for part in listed.values()),
        base,
        len(chosen),
        size,
        selection.kinds,
        sorted(chosen, key=lambda item: (-item.size, item.sha256)),
        selection.left,
        selection.new,
        {speed: size / speed for speed in SPEEDS},
    )
