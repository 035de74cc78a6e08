"""Bringing a record's file onto this computer, and handing it out under a safe name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from pathvalidate import sanitize_filename

from hubdesk.catalogue.blobs import Blobs
from hubdesk.catalogue.files import Files
from hubdesk.catalogue.views import FileView, RecordView
from hubdesk.errors import NotFound, StorageFailure

if TYPE_CHECKING:
    from hubdesk.sync.session import Session


class Got(Struct, frozen=True):
    """A file that lies here now: where, its SHA-256 in hexadecimal and its bytes."""

    path: Path
    sha256: str
    bytes: int


def get(
    record: RecordView,
    name: str | None,
    to: Path | None,
    blobs: Blobs,
    files: Files,
    line: Callable[[], AbstractContextManager[Session]],
    progress: Callable[[int, int], None] | None = None,
) -> Got:
    """Bring the file `name` of a record (its only one without a name) here; copy it into the folder `to`.

    A line is opened only for what does not lie here, or is damaged. Raises NotFound("no-such-file" | "which-file"), Unreachable,
    ServerAnswer, Untrusted, StorageFailure.
    """
    file = _chosen(record, name)
    sha256 = bytes.fromhex(file.sha256)
    if not blobs.is_right(sha256):
        with line() as session:
            session.download(sha256, file.size, progress, files.older(record.id, file.name, sha256))
        files.arrived(record.id, sha256, file.size)
    path = blobs.path(sha256)
    if to is not None:
        path = _exported(blobs, sha256, to, file.name)
    return Got(path, file.sha256, file.size)


def _chosen(record: RecordView, name: str | None) -> FileView:
    names = [file.name for file in record.files]
    found = [file for file in record.files if name is None or file.name == name]
    if not found:
        raise NotFound("no-such-file", id=record.id, name=name or "", names=names)
    if name is None and len(found) > 1:
        raise NotFound("which-file", id=record.id, names=names)
    return found[0]


def safe_filename(name: str) -> str:
    """Return a name that is one on every platform and leads nowhere else (pathvalidate, universal rules)."""
    return sanitize_filename(name, platform="universal", max_len=200).strip(". ") or "file"


def _exported(blobs: Blobs, sha256: bytes, folder: Path, name: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailure("disk-refuses", path=str(folder)) from error
    target = folder / safe_filename(name)
    blobs.export(sha256, target)
    return target
