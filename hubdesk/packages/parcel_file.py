"""One parcel in a file of its own, for a mail or a stick: a line that says what it is, then what an edition would hold.

Invariant: nothing is believed for the line; what the content proves of itself counts.
"""

from __future__ import annotations

import re
from pathlib import Path

from hubdesk.catalogue.carried import Outgoing
from hubdesk.errors import BadInput
from hubdesk.model.identity import digest
from hubdesk.packages.disk import disk_errors, sync_folder, write_file

SUFFIX = ".hubdesk"
_LINE = re.compile(rb"hubdesk/carried/1 ([a-z]{1,20})\n")
_LARGEST = 8_000_000


def name_of(item: Outgoing) -> str:
    """Return a file name for a parcel, the same for the same parcel."""
    return f"{item.kind}-{item.desk[:12]}-{digest(item.content).hex()[:12]}{SUFFIX}"


def write_parcel(path: Path, kind: str, content: bytes) -> int:
    """Write a parcel into a new file, read back and on the disk when it returns; return its bytes.

    Raises BadInput("file-exists"), StorageFailure.
    """
    with disk_errors(path):
        if path.exists():
            raise BadInput("file-exists", path=str(path))
    line = f"hubdesk/carried/1 {kind}\n".encode("ascii")
    fresh = path.with_name(f".{path.name[:100]}.part")
    try:
        with disk_errors(path):
            fresh.unlink(missing_ok=True)
        write_file(fresh, [line, content])
        with disk_errors(path):
            fresh.replace(path)
            sync_folder(path.parent)
    finally:
        fresh.unlink(missing_ok=True)
    return len(line) + len(content)


def is_parcel(path: Path) -> bool:
    """Tell whether a file begins as a parcel does; raises StorageFailure."""
    with disk_errors(path), path.open("rb") as file:
        return _LINE.match(file.read(64)) is not None


def read_parcel(path: Path) -> tuple[str, bytes]:
    """Return (kind, content) of a parcel; raises BadInput("file-missing" | "not-a-parcel"), StorageFailure."""
    if not path.is_file():
        raise BadInput("file-missing", path=str(path))
    with disk_errors(path), path.open("rb") as file:
        packed = file.read(_LARGEST + 1)
    line = _LINE.match(packed)
    if line is None or len(packed) > _LARGEST:
        raise BadInput("not-a-parcel", path=str(path))
    return line[1].decode("ascii"), packed[line.end() :]
