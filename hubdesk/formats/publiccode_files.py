"""publiccode.yml files on disk: which ones a path names, and what each becomes.

Invariant: reading writes nothing; a file that is no publiccode.yml is named and stops no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from hubdesk.errors import BadInput, HubDeskError
from hubdesk.formats import publiccode
from hubdesk.formats.record_lines import with_unknowns
from hubdesk.model.kind import Kinds

KIND = "software"
_ENDINGS = (".yml", ".yaml")
_LARGEST = 1_048_576


class FoundFile(Struct, frozen=True):
    """A file: the software record it describes (`fields`, with the repository's `url`), or why it is none.

    `problems` are {key, message, level} of the official rules; `valid` is the verdict. What is no publiccode.yml at
    all has one problem with the error's `code` and `data` instead of a message: words are made above.
    """

    path: Path
    fields: dict[str, Any] | None
    url: str | None
    valid: bool
    problems: list[dict[str, Any]]


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that paths name: a file itself, a folder's *.yml and *.yaml at any depth, sorted.

    Raises BadInput("no-such-path").
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (
                entry for entry in path.rglob("*") if entry.suffix.lower() in _ENDINGS and entry.is_file()
            )
            found += sorted(inside)
        elif path.exists():
            found.append(path)
        else:
            raise BadInput("no-such-path", path=str(path))
    return found


def read_files(paths: Iterable[Path], kinds: Kinds) -> Iterator[FoundFile]:
    """Yield what each file is."""
    for path in paths:
        try:
            reading = publiccode.read(_bytes(path))
        except HubDeskError as error:
            problem = {"key": "", "level": "error", "code": error.code, "data": error.data}
            yield FoundFile(path, None, None, False, [problem])
            continue
        problems = [{"key": p.key, "message": p.message, "level": p.level} for p in reading.problems]
        fields = with_unknowns(reading.fields, kinds, KIND)
        yield FoundFile(path, fields, reading.url, reading.valid, problems)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except OSError as error:
        raise BadInput("file-unreadable", path=str(path)) from error
