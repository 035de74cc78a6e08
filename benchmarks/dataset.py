"""The records and changes of ../shared/data/sync as a hub holds them, and what their bare bytes cost at least.

Invariant: the floors are made from the lines as they stand in the files, by zstd -19 alone, in the run that uses them.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import zstandard

from benchmarks.generated import AUTHOR
from hubdesk import locations
from hubdesk.catalogue.drafts import NewRecord
from hubdesk.formats.record_lines import read_lines
from hubdesk.model.identity import id_bytes, tree_key
from hubdesk.model.kind import read_kinds
from hubdesk.model.record import Revision, write_revision

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "sync"
_BEGUN = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
_A_SECOND = 1_000
"""Records that a desk proposes in a second, all with the same time."""
_LEVEL, _WINDOW = 19, 23


@cache
def _lines(name: str) -> tuple[bytes, ...]:
    return tuple(lzma.decompress((FOLDER / f"{name}.jsonl.xz").read_bytes()).splitlines())


def imported(name: str) -> Iterator[NewRecord]:
    """Yield the records of "records" or "changes" as `hubdesk import records` reads them."""
    kinds = read_kinds(locations.resource("kinds"), locations.resource("fields.toml"))
    with TemporaryDirectory() as folder:
        path = Path(folder, "lines.jsonl")
        path.write_bytes(b"\n".join(_lines(name)))
        for line in read_lines(path, kinds):
            assert line.record is not None, line.error
            yield line.record


def proposed() -> list[Revision]:
    """Return all records as first revisions, as one desk writes them, in tree order."""
    revisions = []
    for number, record in enumerate(imported("records")):
        at = (_BEGUN + timedelta(seconds=number // _A_SECOND)).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert record.id is not None
        revisions.append(
            write_revision(record.id, record.kind, by=AUTHOR, at=at, parents=[], fields=record.fields)
        )
    return sorted(revisions, key=lambda revision: tree_key(id_bytes(revision.content.id)))


def first_floor() -> int:
    """Return the bytes of one zstd -19 stream of all lines in tree order (in the file's own: 0.1 % more or less)."""
    places = {line: tree_key(id_bytes(_id(line))) for line in _lines("records")}
    ordered: list[bytes] = sorted(places, key=places.__getitem__)
    return len(_pack(b"\n".join(ordered)))


def change_floor() -> int:
    """Return the bytes of the changed lines in one zstd -19 frame against the old ones, without naming any."""
    old = {_id(line): line for line in _lines("records")}
    changed = _lines("changes")
    return len(_pack(b"\n".join(changed), b"\n".join(old[_id(line)] for line in changed)))


def _id(line: bytes) -> str:
    return str(json.loads(line)["id"])


def _pack(content: bytes, before: bytes = b"") -> bytes:
    parameters = zstandard.ZstdCompressionParameters.from_level(_LEVEL, window_log=_WINDOW)
    known = (
        zstandard.ZstdCompressionDict(before, dict_type=zstandard.DICT_TYPE_RAWCONTENT) if before else None
    )
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=known).compress(content)
