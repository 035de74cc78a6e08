"""The program: a window; the command line when given a verb."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run HubDesk and return the exit status. Options that only a window knows come without a verb."""
    given = sys.argv[1:] if arguments is None else arguments
    from hubdesk.cli.main import has_verb, run

    if has_verb(given):
        return run(given)
    return _show_window(given)


def _show_window(given: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="hubdesk")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the desk's folder")
    profile = parser.parse_args(given).profile
    from hubdesk.gui.application import main as show_window

    return show_window(profile)


if __name__ == "__main__":
    sys.exit(main())
