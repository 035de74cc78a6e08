"""Tries the program that needs no Python against a hub from the checkout: `python -m demonstration.frozen PROGRAM`.

Invariant: what is tried is the frozen program alone, with an environment that holds nothing of the checkout.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import urllib3

from demonstration.__main__ import throw_away_folder
from demonstration.hub import Hub
from demonstration.journal import Journal, TourFailed, check, size
from demonstration.people import HUB

_UP_SECONDS = 5.0
_PATIENCE = 60


def main() -> int:
    """Try everything; return the exit status."""
    try:
        with throw_away_folder(keep=False) as folder, Hub(folder / "hub", str(folder)) as hub:
            Trial(Path(sys.argv[1]).resolve(), folder, Journal()).run(hub)
    except TourFailed as failed:
        print(f"The frozen program failed at {failed}", file=sys.stderr)
        return 1
    return 0


class Trial:
    """The frozen program and a profile of its own in `folder`."""

    def __init__(self, program: Path, folder: Path, journal: Journal) -> None:
        self._program = program
        self._folder = folder
        self._profile = folder / "profile"
        self._journal = journal
        mine = ("PYTHON", "VIRTUAL_ENV", "QT_")
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(mine)},
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }

    def run(self, hub: Hub) -> None:
        """Start, join, sync, search, show a window, serve."""
        with self._journal.step("The frozen program starts"):
            self._journal.figures(self._call("--version").strip())
        with self._journal.step("It joins, syncs and searches on the command line"):
            joined = self._ask("join", hub.invite("contributor", HUB))
            check(joined["role"] == "contributor", f"joined as {joined}")
            synced = self._ask("sync")
            check(synced["records_received"] >= 60, f"{synced}")
            found = self._ask("search", "strategic", "plan")
            check(found["total"] > 0, "nothing is found")
            check(self._ask("verify")["ok"] is True, "hashes and roots")
            self._journal.figures(
                f"{synced['requests']} requests", f"{size(synced['bytes_down'])} down",
                f"{synced['records_received']} records received", f"{found['total']} found",
            )  # fmt: skip
        with self._journal.step("It writes, and the hub takes what it proposes"):
            new = self._ask(
                "new", "document", "title.en=Written by the frozen program", "licence=CC0-1.0", "pass_on=yes"
            )
            proposed = self._ask("propose", "--all")
            check(proposed["done"] == [new["id"]], f"{proposed}")
            check(self._ask("sync")["events_sent"] == 1, "the proposal was not sent")
        with self._journal.step("Its window opens on that desk and stays"):
            self._show_window()
        with self._journal.step("It serves a hub of its own and ends when told"):
            self._serve()

    def _show_window(self) -> None:
        console = self._folder / "window"
        with console.open("w", encoding="utf-8") as output:
            window = subprocess.Popen(
                [self._program, "--profile", self._profile],
                env=self._environment,
                stdout=output,
                stderr=output,
            )
        try:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = window.wait(_UP_SECONDS)
                raise TourFailed(f"it ended with {status}: {console.read_text(encoding='utf-8')[-800:]}")
            # It holds the profile: proof that the desk behind the window is open.
            refused = self._ask("status", expected=1)
            check(refused["error"]["code"] == "profile-locked", f"the window has no desk: {refused}")
        finally:
            window.terminate()
            window.wait(_PATIENCE)
        said = console.read_text(encoding="utf-8").strip()
        check(not said, f"it complains: {said[-800:]}")

    def _serve(self) -> None:
        folder = self._folder / "own-hub"
        self._call("server", "init", str(folder), "--sample")
        with self._serving(folder) as url:
            health = urllib3.request("GET", f"{url}/health", retries=False).json()
            invite = self._call("server", "invite", str(folder), "--role", "reader", "--hub", HUB).strip()
            self._profile = self._folder / "second-profile"
            check(self._ask("join", invite)["hub"] == HUB, "not joined")
            check(self._ask("sync")["records_received"] >= 60, "records are missing")
            self._journal.figures(
                f"{health['collections']} collections", "a second profile joined and synced"
            )

    @contextlib.contextmanager
    def _serving(self, folder: Path) -> Iterator[str]:
        server = subprocess.Popen(
            [self._program, "server", "serve", folder, "--port", "0"],
            env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            check(line.startswith("listening on "), f"it does not listen: {line}")
            yield line.removeprefix("listening on ").strip()
            began = time.monotonic()
            server.terminate()
            status = server.wait(_PATIENCE)
            check(os.name == "nt" or status == 0, f"ended with {status}")
            self._journal.figures(f"ended in {time.monotonic() - began:.1f} s")
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGTERM)
            server.communicate()

    def _ask(self, *verb: str, expected: int = 0) -> Any:
        return json.loads(self._call("--profile", str(self._profile), "--json", *verb, expected=expected))

    def _call(self, *arguments: str, expected: int = 0) -> str:
        done = subprocess.run(
            [self._program, *arguments], env=self._environment, capture_output=True, text=True,
            check=False, timeout=_PATIENCE,
        )  # fmt: skip
        check(
            done.returncode == expected,
            f"{arguments[-2:]} ended with {done.returncode}: {done.stderr[-800:]}",
        )
        return done.stdout


if __name__ == "__main__":
    sys.exit(main())
