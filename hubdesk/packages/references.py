"""Which files a record's canonical bytes name, and whether they may be passed on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hubdesk.catalogue.store import is_file
from hubdesk.model import canonical

_KEY = b'"files":['
_NO = "no"


def files_of(record: bytes) -> dict[bytes, bool]:
    """Return SHA-256 (32 bytes) -> whether it may be passed on, for the files of a record.

    What a file says of itself counts before what its record says; "unknown" is no prohibition.
    """
    if _KEY not in record:  # most records have none: do not parse them
        return {}
    fields: Any = canonical.parse(record).get("fields")
    files = fields.get("files") if isinstance(fields, dict) else None
    found: dict[bytes, bool] = {}
    for file in files if isinstance(files, list) else []:
        if is_file(file):
            sha256 = bytes.fromhex(file["sha256"])
            found[sha256] = found.get(sha256, False) or may_pass_on(file, fields)
    return found


def may_pass_on(file: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    """Tell whether a file of a record with these fields may be passed on."""
    says = file.get("pass_on", "unknown")
    return not (says == _NO or (says == "unknown" and fields.get("pass_on") == _NO))
