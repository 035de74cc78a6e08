"""publiccode.yml in and out: a file becomes the fields of a software record, and a record a file again.

Invariant: nothing of a file is lost. The record keeps the original as text; export gives back that text with the
record's values laid over it, so that an untouched import is exported byte for byte.
Source: https://yml.publiccode.tools
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hubdesk import errors
from hubdesk.formats import yaml_document, yaml_edit
from hubdesk.formats.publiccode_changes import changes
from hubdesk.formats.publiccode_fields import fields_of, text
from hubdesk.formats.publiccode_judge import Problem, judge

__all__ = ["Problem", "Reading", "judge", "read", "write"]

ORIGINAL: Final = "publiccode"
"""The field that keeps the original."""
_NEW: Final = 'publiccodeYmlVersion: "0"\n'


@dataclass(frozen=True, slots=True)
class Reading:
    """A publiccode.yml that was read: `fields` are those of a software record, `original` the text as it was."""

    name: str
    url: str | None
    fields: dict[str, object]
    original: str
    problems: tuple[Problem, ...]

    @property
    def valid(self) -> bool:
        """Whether the official parser would take it, as far as that can be said without the network."""
        return all(problem.level != "error" for problem in self.problems)


def read(source: bytes, *, folder: Path | None = None) -> Reading:
    """Read a publiccode.yml; `folder` is where it lies, if the files that it names lie there too.

    Raises BadInput: publiccode-too-large, publiccode-not-yaml (reason, line, column), publiccode-unsafe-yaml (reason,
    line, column), publiccode-not-a-mapping, publiccode-no-name.
    """
    original = yaml_document.decode(source)
    document = _document(original)
    name = text(document.get("name"))
    if not name:
        raise errors.BadInput("publiccode-no-name", key="name")
    fields = {**fields_of(document), ORIGINAL: original}
    return Reading(name, text(document.get("url")) or None, fields, original, judge(document, folder=folder))


def write(fields: Mapping[str, object]) -> bytes:
    """The publiccode.yml that says what `fields` say: the original with what has changed since, or a new one.

    Raises BadInput as `read` does where the original kept in the record cannot be read.
    """
    kept = fields.get(ORIGINAL)
    original = kept if isinstance(kept, str) and kept else _NEW
    made = changes(_document(original), fields)
    return (yaml_edit.apply(original, made) if made else original).encode("utf-8")


def _document(original: str) -> Mapping[str, object]:
    document = yaml_document.value(yaml_document.parse(original))
    if not isinstance(document, dict):
        raise errors.BadInput("publiccode-not-a-mapping")
    return document
