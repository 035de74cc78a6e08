"""The program: a window; the command line when given a verb.

Invariant: a window loads nothing of the command line, whose modules would stand before its first paint.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PROFILE = "--profile"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: list[str] | None = None) -> int:
    """Run HubDesk and return the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    profile = profile_of_window(given)
    if profile is None or (sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS)):
        from hubdesk.cli.main import run

        return run(given)
    from hubdesk.gui.application import main as show_window

    return show_window(profile[0])


def profile_of_window(given: list[str]) -> tuple[Path | None] | None:
    """Return the profile (None: the person's own) when a window is asked for: no arguments but --profile DIR; else
    None, for the command line, which also says what is missing."""
    if not given:
        return (None,)
    if len(given) == 2 and given[0] == _PROFILE:
        return (Path(given[1]),)
    if len(given) == 1 and given[0].startswith(f"{_PROFILE}="):
        return (Path(given[0].partition("=")[2]),)
    return None


if __name__ == "__main__":
    sys.exit(main())
