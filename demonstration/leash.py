"""Runs the command line for as long as somebody holds its standard input: `python -m demonstration.leash FOLDER VERB ...`.

Invariant: when whoever started it dies without a farewell, what it runs ends too and the throw-away FOLDER goes.
"""

from __future__ import annotations

import shutil
import signal
import sys
import threading

from hubdesk.__main__ import main as hubdesk

FAREWELL = "keep"
"""What is written before the input is closed when FOLDER is somebody else's to remove."""


def main() -> int:
    """Run the verb until it ends by itself or standard input does."""
    folder, *verb = sys.argv[1:]
    heard: list[str] = []

    def hold() -> None:
        heard.append(sys.stdin.read())
        signal.raise_signal(signal.SIGTERM)

    holding = threading.Thread(target=hold, daemon=True)
    holding.start()
    status = hubdesk(verb)
    if heard and FAREWELL not in heard[0] and folder:
        shutil.rmtree(folder, ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
