"""Which files a record's canonical bytes name, and whether they may be passed on."""

from __future__ import annotations

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
            says = file.get("pass_on", "unknown")
            forbidden = says == _NO or (says == "unknown" and fields.get("pass_on") == _NO)
            sha256 = bytes.fromhex(file["sha256"])
            found[sha256] = found.get(sha256, False) or not forbidden
    return found
