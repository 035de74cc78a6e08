"""The files beside a publiccode.yml that it names: logos, screenshots, authors.

Invariant: nothing outside the folder is touched, not even asked for: the names come from strangers, and on Windows
asking for `\\\\server\\share` would send the person's credentials there.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

_LOGOS: Final = (".svg", ".svgz", ".png")
_SCREENSHOTS: Final = (".jpg", ".png")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MINIMAL_WIDTH: Final = 120
"""Pixels. The standard says 1000; the official parser asks for 120."""


def is_inside(name: str, folder: Path) -> bool:
    """Whether `name` is a relative path that stays in `folder`, links followed; false for every URL."""
    if re.search(r"[\x00-\x1f\\:*?\"<>|]", name) or ".." in PurePosixPath(name).parts:
        return False
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def fault_of_logo(name: str, folder: Path) -> str | None:
    """What is wrong with the logo `name` in `folder`, in the official parser's words, or None."""
    path = folder / name
    if path.suffix.lower() not in _LOGOS:
        return f"invalid file extension for: {path}"
    missing = fault_of_file(name, folder)
    if missing is not None or path.suffix.lower() != ".png":
        return missing
    width = _width_of_png(path)
    if width is None:
        return "image: unknown format"
    if width < _MINIMAL_WIDTH:
        return f"invalid image size of {width} (min {_MINIMAL_WIDTH}px of width): {path}"
    return None


def fault_of_screenshot(name: str, folder: Path) -> str | None:
    """What is wrong with the screenshot `name` in `folder`, or None."""
    path = folder / name
    if path.suffix.lower() not in _SCREENSHOTS:
        fault: str | None = f"invalid file extension for: {path}"
    else:
        fault = fault_of_file(name, folder)
    return fault and f"'{name}' is not an image: {fault}"


def fault_of_file(name: str, folder: Path) -> str | None:
    """What is wrong with the file `name` in `folder`: that it is not there, or nothing."""
    path = folder / name
    try:
        return None if path.exists() else f"no such file: {path}"
    except OSError:
        return f"no such file: {path}"


def _width_of_png(path: Path) -> int | None:
    """Pixels, from the header (ISO/IEC 15948, 11.2.2); None where there is no such header."""
    try:
        with path.open("rb") as file:
            header = file.read(24)
    except OSError:
        return None
    if len(header) < 24 or not header.startswith(_PNG) or header[12:16] != b"IHDR":
        return None
    return int.from_bytes(header[16:20], "big")
