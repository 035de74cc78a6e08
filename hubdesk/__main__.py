"""The program: a window; the command line when given a verb."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run HubDesk and return the exit status. Options that only a window knows come without a verb."""
    given = sys.argv[1:] if arguments is None else arguments
    from hubdesk.cli.main import has_verb, run

    if has_verb(given):
        return run(given)
    from hubdesk.gui.application import main as show_window

    return show_window(given)


if __name__ == "__main__":
    sys.exit(main())
