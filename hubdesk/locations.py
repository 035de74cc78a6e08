"""Where things lie: the program's own files, and each person's.

Invariant: a resource is found by the same relative name in the checkout, in the wheel and in the frozen program.
"""

from __future__ import annotations

import sys
from pathlib import Path

PROGRAM = "HubDesk"


def resources() -> Path:
    """Return the folder of the program's read-only files."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = Path(__file__).resolve().parent / "resources"
    return installed if installed.is_dir() else Path(__file__).resolve().parent.parent / "resources"


def resource(name: str) -> Path:
    """Return the path of a resource by its name relative to `resources/`, such as `"icons/sync.svg"`."""
    return resources() / name


def default_profile() -> Path:
    """Return the person's profile in the platform's folder for data that must not roam."""
    from platformdirs import user_data_path  # only the default needs it: 20 ms

    return user_data_path(PROGRAM, appauthor=False, roaming=False)
