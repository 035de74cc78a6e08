"""The licences of what HubDesk is built on, as the installed packages state them.

Invariant: nothing is written down twice: names, versions and licences are read from the packages themselves.
"""

from __future__ import annotations

from importlib import metadata
from typing import Final, NamedTuple

PARTS: Final = (
    "PySide6-Essentials",
    "alembic",
    "cryptography",
    "filelock",
    "keyring",
    "license-expression",
    "markdown-it-py",
    "msgspec",
    "nh3",
    "pathvalidate",
    "platformdirs",
    "pyrage",
    "PyYAML",
    "rfc8785",
    "SQLAlchemy",
    "tuf",
    "zeroconf",
    "zstandard",
)
_CLASSIFIER: Final = "License :: OSI Approved :: "


class Part(NamedTuple):
    """A package: its name, and its version and licence where it states them."""

    name: str
    version: str
    licence: str


def parts() -> list[Part]:
    """Return what HubDesk is built on; a bundle without a package's own words has its name alone."""
    found = []
    for name in PARTS:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            found.append(Part(name, "", ""))
            continue
        found.append(Part(name, about["Version"], _licence(about)))
    return found


def _licence(about: metadata.PackageMetadata) -> str:
    expression = about.json.get("license_expression")
    if expression:
        return str(expression)
    stated = [
        line.removeprefix(_CLASSIFIER)
        for line in about.get_all("Classifier") or ()
        if line.startswith(_CLASSIFIER)
    ]
    if stated:
        return ", ".join(stated)
    return str(about.json.get("license") or "").partition("\n")[0]
