"""The program: a window; the command line when given a verb.

Invariant: a window loads nothing of the command line, whose modules would stand before its first paint.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_PROFILE = "--profile"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class Asked(NamedTuple):
    """A window that is asked for: on which profile (None: the person's own), with which edition opened."""

    profile: Path | None = None
    edition: Path | None = None


def main(arguments: list[str] | None = None) -> int:
    """Run HubDesk and return the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = window_asked(given)
    if asked is None or (sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS)):
        with _loading():
            from hubdesk.cli.main import run
        try:
            return run(given)
        finally:
            gc.freeze()  # nor at the end
    with _loading():
        from hubdesk.gui.application import main as show_window

    return show_window(asked.profile, edition=asked.edition)


@contextmanager
def _loading() -> Iterator[None]:
    """Within the block modules are loaded, which stay until the end: searching them for what is not needed any more
    took a third of the time of a short command."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def window_asked(given: list[str]) -> Asked | None:
    """Return the window that is asked for: by no arguments but --profile DIR and the path of an edition, as a
    double-click gives it; else None, for the command line, which also says what is missing."""
    rest = list(given)
    profile = None
    if len(rest) >= 2 and rest[0] == _PROFILE:
        profile, rest = Path(rest[1]), rest[2:]
    elif rest and rest[0].startswith(f"{_PROFILE}="):
        profile, rest = Path(rest[0].partition("=")[2]), rest[1:]
    if not rest:
        return Asked(profile)
    path = Path(rest[0])
    # A verb is a word; what is opened has a place or an ending, and is there.
    if len(rest) == 1 and (len(path.parts) > 1 or path.suffix) and path.exists():
        return Asked(profile, path.absolute())
    return None


if __name__ == "__main__":
    sys.exit(main())
