"""Sample content: records with fixed ids, written as TOML, for a trial Centre and the demonstration.

Invariant: reading the same folder gives the same records with the same fields everywhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from hubdesk.errors import BadInput
from hubdesk.model.identity import checked_id, digest

_OWN_KEYS = ("collection", "id", "kind")


class SampleRecord(Struct, frozen=True):
    """A record to be: where it stands, what it says, and the paths of its files in the order of fields["files"]."""

    collection: str
    id: str
    kind: str
    fields: dict[str, Any]
    files: tuple[Path, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of resources/sample. Every other key of a record is a field; `defaults` are fields that every record of
    the file has unless it says otherwise."""

    record: list[dict[str, Any]]
    collection: str = ""
    defaults: dict[str, Any] = {}


def read_sample(folder: Path) -> tuple[SampleRecord, ...]:
    """Read every sample file (*.toml) of `folder`, in the order of their names.

    A record names its files as `files = [{ path = "files/a.csv", type = "text/csv", pass_on = "yes" }]`, relative to
    `folder`; name, SHA-256 and size are taken from the file itself.
    Raises BadInput("sample-unreadable", file, key, reason) for TOML or keys that are not ours, a record without
    collection or kind, an id that is none or stands twice, and a file that is not there.
    """
    seen: set[str] = set()
    records = []
    for path in sorted(folder.glob("*.toml")):
        for record in _read(path):
            if record.id in seen:
                raise _unreadable(path, record.id, "stands twice")
            seen.add(record.id)
            records.append(record)
    return tuple(records)


def _read(path: Path) -> Iterator[SampleRecord]:
    try:
        loaded = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise _unreadable(path, "", str(error)) from error
    for number, entry in enumerate(loaded.record, start=1):
        record_id, kind = entry.get("id"), entry.get("kind")
        collection = entry.get("collection", loaded.collection)
        if not isinstance(kind, str) or not kind or not isinstance(collection, str) or not collection:
            raise _unreadable(path, f"record {number}", "no kind or no collection")
        fields = {key: value for key, value in entry.items() if key not in _OWN_KEYS}
        try:
            files, described = _files(path.parent, fields.get("files", []))
            yield SampleRecord(
                collection=collection,
                id=checked_id(record_id),
                kind=kind,
                fields=_trimmed({**loaded.defaults, **fields, **({"files": described} if described else {})}),
                files=files,
            )
        except (BadInput, OSError, TypeError, KeyError) as error:
            raise _unreadable(path, f"record {number}", str(error)) from error


def _files(folder: Path, entries: list[dict[str, Any]]) -> tuple[tuple[Path, ...], list[dict[str, Any]]]:
    paths, described = [], []
    for entry in entries:
        path = folder / entry["path"]
        content = path.read_bytes()
        facts = {"name": path.name, "sha256": digest(content).hex(), "size": len(content)}
        described.append({**facts, **{key: value for key, value in entry.items() if key != "path"}})
        paths.append(path)
    return tuple(paths), described


def _trimmed(value: Any) -> Any:
    """Take the line ends off that a text in three quotes begins and ends with."""
    if isinstance(value, str):
        return value.strip("\n")
    if isinstance(value, dict):
        return {key: _trimmed(part) for key, part in value.items()}
    return [_trimmed(part) for part in value] if isinstance(value, list) else value


def _unreadable(path: Path, key: str, reason: str) -> BadInput:
    return BadInput("sample-unreadable", file=str(path), key=key, reason=reason)
