"""Makes any number of catalogue records out of the 10,000 of ../shared/data/sync by giving each text of one the others of another.

The same number always gives the same records: no chance is involved. The first 10,000 are the originals.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from hubdesk.model.identity import id_from_bytes

SOURCE = Path(__file__).resolve().parents[2] / "shared" / "data" / "sync" / "records.jsonl.xz"
COLLECTIONS = (
    "latam/public",
    "southern-africa/public",
    "ict-governance/public",
    "open-data/public",
    "centre/public",
)
DOMAINS = (
    "strategic-planning",
    "openness",
    "citizen-participation",
    "internet-social-media",
    "document-management",
    "library-research",
)
AUTHOR = hashlib.sha256(b"author").hexdigest()
# How far apart in the data set the parts of one record lie; coprime steps, so that no two records are alike.
STEPS = {
    "title": 1,
    "summary": 37,
    "text": 101,
    "keywords": 211,
    "country": 307,
    "licence": 401,
    "files": 503,
}


class Made(NamedTuple):
    """A record that stands in a collection, with the canonical bytes of its only revision."""

    id: str
    kind: str
    collection: str
    fields: dict[str, Any]
    canonical: bytes


def records(count: int) -> Iterator[Made]:
    """Yield `count` records; raises FileNotFoundError where ../shared is not beside the checkout."""
    with lzma.open(SOURCE, "rt", encoding="utf-8") as lines:
        originals = [_fields(json.loads(line)) for line in lines]
    alike: dict[tuple[str, ...], list[int]] = {}  # records written in the same languages
    for position, (_, _, fields) in enumerate(originals):
        alike.setdefault(tuple(sorted(fields["title"])), []).append(position)
    place = {position: (group, at) for group in alike.values() for at, position in enumerate(group)}
    for number in range(count):
        turn, position = divmod(number, len(originals))
        record_id, kind, own = originals[position]
        group, at = place[position]
        fields = dict(own)
        for name, step in STEPS.items():
            fields[name] = originals[group[(at + turn * step) % len(group)]][2][name]
        if turn:
            record_id = id_from_bytes(hashlib.sha256(b"%d" % number).digest()[:16])
        fields["domains"] = sorted({DOMAINS[number % 6], DOMAINS[number // 6 % 6]})
        revision = {"at": "2026-11-22T17:30:00Z", "by": AUTHOR, "fields": fields}
        revision |= {"id": record_id, "kind": kind, "parents": []}
        # Keys in ASCII and whole numbers: sorted JSON is the canonical form of these, and made in a hundredth of the time.
        canonical = msgspec.json.encode(revision, order="sorted")
        yield Made(record_id, kind, COLLECTIONS[number % len(COLLECTIONS)], fields, canonical)


def _fields(line: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    aliases = {"body": "text", "topics": "keywords"}
    fields = {aliases.get(name, name): value for name, value in line.items()}
    return fields.pop("id"), fields.pop("kind"), fields
