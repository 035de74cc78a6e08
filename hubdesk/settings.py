"""A person's choices, in one small JSON file beside the catalogue.

Invariant: a file that cannot be read counts as empty and is kept aside, never overwritten; keys that this program
does not know are kept.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

FILE = "settings.json"
DEFAULTS: dict[str, Any] = {
    "language": "",  # a BCP 47 tag; empty: the system's
    "theme": "system",  # system, light or dark
    "text_scale": 1.0,
    "parliament": "",
    "sync_at_start": False,
    "limits": {},  # of the line: catalogue/limits.py
    "serve_relay": False,  # be one while the window is open
    "relay": "",  # the address of a relay, or "found" for whichever is heard: sync/relays.py
}


class Settings:
    """The choices of one profile. `folder` may not exist yet; nothing is written before the first `save`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._values: dict[str, Any] = {}
        if self._path.is_file():
            self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
            if isinstance(values, dict):
                return values
        except (OSError, ValueError):
            pass
        self._path.replace(self._path.with_suffix(".unreadable"))
        return {}

    def __getitem__(self, name: str) -> Any:
        return self._values.get(name, DEFAULTS.get(name))

    def save(self, **choices: Any) -> None:
        """Set choices and write the file whole, by renaming; raises OSError when the folder refuses."""
        values = {**self._values, **choices}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(values, file, ensure_ascii=False, indent=1, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)
        self._values = values
