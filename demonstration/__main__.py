"""`python dev.py run`: a window on a throw-away demonstration; without a screen the tour of it.

Invariant: when it ends, in whatever way, the hub has ended and the folder is gone, unless it was to be kept.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from demonstration.hub import Hub
from demonstration.journal import TourFailed

PICTURES = Path(__file__).resolve().parent.parent / "build" / "tour"


def main() -> int:
    """Show what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="dev.py run", description=__doc__)
    parser.add_argument(
        "--tour", action="store_true", help="play the tour without a screen, also where there is one"
    )
    parser.add_argument("--keep", action="store_true", help="keep the folder with the hub and the desks")
    parser.add_argument("--pictures", type=Path, default=PICTURES, metavar="DIR", help="default: build/tour")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with throw_away_folder(keep=given.keep) as folder:
            if given.tour or not has_screen():
                os.environ["QT_QPA_PLATFORM"] = "offscreen"
                from demonstration.tour import play

                with Hub(folder / "hub", "" if given.keep else str(folder)) as hub:
                    play(hub, folder, given.pictures)
            else:
                from demonstration.window import show

                with Hub(folder / "hub", "" if given.keep else str(folder)) as hub:
                    return show(hub, folder)
    except TourFailed as failed:
        print(f"The tour failed at {failed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def has_screen() -> bool:
    """Tell whether a window could be seen here."""
    if sys.platform in ("win32", "darwin"):
        return os.environ.get("QT_QPA_PLATFORM", "") != "offscreen"
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextlib.contextmanager
def throw_away_folder(*, keep: bool) -> Iterator[Path]:
    """Make a folder that is gone afterwards, or say where it was kept."""
    folder = Path(tempfile.mkdtemp(prefix="hubdesk-"))
    try:
        yield folder
    finally:
        if keep:
            print(f"Kept in {folder}", flush=True)
        else:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
